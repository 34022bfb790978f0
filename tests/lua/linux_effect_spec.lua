--- What the options of Linux do: headers that are sent, packets that are refused, groups that share.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local DGRAM = llsocket.SOCK_DGRAM

local function new(ai)
  return keep(expect.value(socket.new(expect.value(ai))))
end

--- What an option answers; the test is pending where the kernel lacks it.
local function answer(value, text, errno)
  if value == nil then
    assert(kernel.lacks(errno), text)
    pending(text)
  end
  return value
end

local function captured(ethertype)
  local capture, why = kernel.capture(ethertype)
  return capture or pending(why)
end

local function bound(host, protocol)
  local make = host:find(":") and addrinfo.inet6 or addrinfo.inet
  local sock, why = kernel.try(expect.value(make(host, 0, DGRAM, protocol)))
  if not sock then pending(why) end
  if sock:bind() then pending("no " .. host) end
  sock:rcvtimeo(5)
  local name = sock:getsockname()
  return sock, name, name:port()
end

describe("the headers of what is sent", function()
  support.watch()

  it("have the options of IPv4", function()
    local capture = captured(llsocket.ETH_P_IP)
    local sock, ai, port = bound("127.0.0.1")
    expect.value(sock:options("\1\1\1\0"))
    expect.done(sock:sendto("x", ai))
    local packet, size = kernel.packet(capture, port)
    assert.equal(24, size)
    assert.equal("\1\1\1\0", packet:sub(21, 24))
  end)

  for name, number in pairs { hopopts = 0, dstopts = 60 } do
    it("have the extension header of " .. name, function()
      local capture = captured(llsocket.ETH_P_IPV6)
      local sock, ai = bound("::1")
      answer(sock[name](sock, "\0\0\1\4abcd"))
      expect.done(sock:sendto("unmistakable", ai))
      local packet
      repeat packet = expect.message(capture:recvfrom()) until packet:find("unmistakable", 1, true)
      assert.equal(number, packet:byte(7))
      assert.equal("\0\1\4abcd", packet:sub(42, 48))
    end)
  end

  it("have the flow label that the peer's address has", function()
    local capture = captured(llsocket.ETH_P_IPV6)
    local sock, ai, port = bound("::1")
    local label = expect.value(sock:flowlabelget("::1"))
    assert.is_true(label > 0 and label < 1048576)
    local high, rest = math.floor(label / 65536), label % 65536
    local bytes = "\0" .. string.char(high, math.floor(rest / 256), rest % 256)
    local raw = ai:raw()
    assert.is_true(expect.value(sock:flowinfosend(true)))
    expect.quiet(sock:connect(expect.value(addrinfo.raw(raw:sub(1, 4) .. bytes .. raw:sub(9), DGRAM))))
    expect.done(sock:send("x"))
    assert.equal(label, expect.value(sock:flowlabel()).label)
    local packet = kernel.packet(capture, port)
    assert.equal(label, packet:byte(2) % 16 * 65536 + kernel.network(packet, 3, 2))
  end)

  it("have a flow label of the kernel's by autoflowlabel, and none without", function()
    local capture = captured(llsocket.ETH_P_IPV6)
    local sock, ai, port = bound("::1")
    for _, enable in ipairs { true, false } do
      assert.equal(enable, answer(sock:autoflowlabel(enable)))
      expect.done(sock:sendto("x", ai))
      local packet = kernel.packet(capture, port)
      assert.equal(enable, packet:byte(2) % 16 * 65536 + kernel.network(packet, 3, 2) ~= 0)
    end
  end)

  it("have a checksum at checksumoffset", function()
    local ai = expect.value(addrinfo.inet6("::1", 0, llsocket.SOCK_RAW, 253))
    local sock, why = kernel.try(ai)
    if not sock then pending(why) end
    local capture = captured(llsocket.ETH_P_IPV6)
    assert.equal(2, expect.value(sock:checksumoffset(2)))
    expect.done(sock:sendto("ab\0\0unmistakable", ai))
    local packet
    repeat packet = expect.message(capture:recvfrom()) until packet:find("unmistakable", 1, true)
    assert.equal("ab", packet:sub(41, 42))
    assert.are_not.equal("\0\0", packet:sub(43, 44))
  end)
end)

describe("what is refused", function()
  support.watch()

  for host, name in pairs { ["127.0.0.1"] = "minttl", ["::1"] = "minhopcount" } do
    it("are segments from afar, by " .. name, function()
      if host == "::1" and not support.ipv6() then pending("no IPv6 on loopback") end
      local listener, ai = support.listener(host)
      answer(listener[name](listener, 255))
      local far, near = new(ai), new(ai)
      far:ttl(64)
      far:sndtimeo(0.2)
      expect.failed("E", "ETIMEDOUT", far:connect())
      near:ttl(255)
      expect.quiet(near:connect())
    end)
  end

  it("are datagrams of IPv6 without a checksum, but by udpnocheck6rx", function()
    local sock, ai = bound("::1")
    local out = bound("::1")
    assert.is_true(answer(out:udpnocheck6tx(true)))
    sock:rcvtimeo(0.1)
    expect.done(out:sendto("bare", ai))
    expect.again(sock:recv())
    assert.is_true(answer(sock:udpnocheck6rx(true)))
    expect.done(out:sendto("bare", ai))
    assert.equal("bare", expect.done(sock:recv()))
  end)

  it("are datagrams of UDP-Lite that are covered too little", function()
    local protocol = llsocket.IPPROTO_UDPLITE
    local sock, ai = bound("127.0.0.1", protocol)
    local out = bound("127.0.0.1", protocol)
    expect.value(sock:udpliterecvcscov(20))
    expect.value(out:udplitesendcscov(8))
    sock:rcvtimeo(0.1)
    expect.done(out:sendto(("x"):rep(100), ai))
    expect.again(sock:recv())
    expect.value(out:udplitesendcscov(20))
    expect.done(out:sendto(("y"):rep(100), ai))
    assert.equal(("y"):rep(100), expect.done(sock:recv()))
  end)

  it("are keep-alives of IPsec, by udpencap", function()
    local sock, ai = bound("127.0.0.1")
    answer(sock:udpencap(llsocket.UDP_ENCAP_ESPINUDP))
    expect.done(sock:sendto("\255", ai))
    expect.done(sock:sendto("\0\0\0\0key exchange", ai))
    assert.equal("\0\0\0\0key exchange", expect.done(sock:recv()))
  end)

  it("are groups' datagrams from other sources, by msfilter", function()
    local group = "239.77.8.9"
    local sock = new(addrinfo.inet("0.0.0.0", 0, DGRAM))
    expect.quiet(sock:bind())
    expect.value(sock:mcastall(false))
    expect.quiet(sock:mcastjoin(group, "lo"))
    local out = bound("127.0.0.1")
    out:mcastif("lo")
    local place = expect.value(addrinfo.inet(group, sock:getsockname():port()))
    sock:rcvtimeo(0.1)
    for source, heard in pairs { ["127.0.0.1"] = true, ["10.9.8.7"] = false } do
      for mode, included in pairs { [llsocket.MCAST_INCLUDE] = true, [llsocket.MCAST_EXCLUDE] = false } do
        expect.value(sock:msfilter(group, "lo", mode, { source }))
        expect.done(out:sendto("x", place))
        if heard == included then assert.equal("x", expect.done(sock:recv())) else expect.again(sock:recv()) end
      end
    end
  end)

  it("is a change of a buffer's size by the kernel, once buflock has it", function()
    local sock = support.udp()
    assert.equal(0, answer(sock:buflock()))
    sock:sndbuf(10000)
    assert.equal(llsocket.SOCK_SNDBUF_LOCK, expect.value(sock:buflock()))
    sock:rcvbuf(10000)
    assert.equal(llsocket.SOCK_BUF_LOCK_MASK, expect.value(sock:buflock()))
  end)
end)

describe("packet sockets", function()
  support.watch()

  local function sniffers(count, prepare)
    local list = {}
    for i = 1, count do
      list[i] = captured(llsocket.ETH_P_ALL)
      -- Late reports of groups that were joined, each with a buffer of the loopback's MTU, must not fill the queue.
      answer(list[i]:rcvbufforce(4 * 1024 * 1024))
      prepare(list[i])
      list[i]:nonblock(true)
    end
    return list
  end

  --- How many times each socket has received a datagram with this text.
  local function counts(list, text)
    local all = {}
    for i, sock in ipairs(list) do
      all[i] = 0
      local packet = sock:recvfrom()
      while packet do
        if packet:find(text, 1, true) then all[i] = all[i] + 1 end
        packet = sock:recvfrom()
      end
    end
    return all
  end

  it("share what they receive, by packetfanout", function()
    local id
    local list = sniffers(2, function(sock)
      local flags = id and 0 or llsocket.PACKET_FANOUT_FLAG_UNIQUEID
      answer(sock:packetfanout(id or 0, llsocket.PACKET_FANOUT_LB, flags))
      id = expect.value(sock:packetfanout()).id
    end)
    local sock, ai = bound("127.0.0.1")
    for _ = 1, 40 do expect.done(sock:sendto("shared by two", ai)) end
    local all = counts(list, "shared by two")
    -- Each comes twice over loopback: as it is sent, and as it arrives.
    assert.equal(80, all[1] + all[2])
    assert.is_true(all[1] > 0 and all[2] > 0)
  end)

  it("do not receive what is sent, by packetignoreoutgoing", function()
    local list = sniffers(2, function(sock) answer(sock:packetignoreoutgoing(true)) end)
    list[1]:packetignoreoutgoing(false)
    local sock, ai = bound("127.0.0.1")
    expect.done(sock:sendto("out and in", ai))
    assert.are.same({ 2, 1 }, counts(list, "out and in"))
  end)

  it("count what they had no room for", function()
    local list = sniffers(1, function(sock) sock:rcvbuf(1) end)
    local sock, ai = bound("127.0.0.1")
    for _ = 1, 100 do expect.done(sock:sendto(("x"):rep(1000), ai)) end
    local counted = expect.value(list[1]:packetstatistics())
    assert.is_true(counted.drops > 0 and counted.packets >= counted.drops)
    assert.is_true(expect.value(list[1]:packetstatistics()).drops <= counted.drops)
  end)
end)

describe("TCP's first segment", function()
  support.watch()

  for mode, before in pairs { 0, 14 } do
    it("is kept by tcpsavesyn " .. mode, function()
      local listener, ai = support.listener()
      answer(listener:tcpsavesyn(mode))
      local client = new(ai)
      expect.quiet(client:connect())
      local saved = expect.value(keep(expect.done(listener:accept())):tcpsavedsyn())
      assert.equal(4, math.floor(saved:byte(before + 1) / 16))
      assert.equal(client:getsockname():port(), kernel.network(saved, before + 21, 2))
      assert.equal(ai:port(), kernel.network(saved, before + 23, 2))
    end)
  end

  it("carries data without a cookie, by tcpfastopennocookie", function()
    local space, why = kernel.namespace()
    if not space then pending(why) end
    local output, status = support.child([[
      local file = assert(io.open("/proc/sys/net/ipv4/tcp_fastopen", "w"))
      assert(file:write("3") and file:close())
      local function new(ai) return assert(socket.new(ai)) end
      local function carried(name)
        local listener = new(addrinfo.inet("127.0.0.1", 0))
        assert(listener:tcpfastopen(5))
        assert(not listener:bind() and not listener:listen())
        local client = new(listener:getsockname())
        if name then assert(listener[name](listener, true) and client[name](client, true)) end
        assert(client:tcpfastopenconnect(true))
        assert(not client:connect())
        assert(client:send("early") == 5)
        assert(listener:accept():recv() == "early")
        -- TCPI_OPT_SYN_DATA of linux/tcp.h.
        return math.floor(client:tcpinfo().options / 32) % 2 == 1
      end
      assert(carried("tcpfastopennocookie"))
      assert(not carried())
    ]], "ip netns exec " .. space.name)
    space:delete()
    assert.equal(0, status, output)
  end)
end)

describe("netnscookie", function()
  support.watch()

  it("is another in another network namespace", function()
    local own = answer(support.udp():netnscookie())
    local space, why = kernel.namespace()
    if not space then pending(why) end
    local sock = space:socket("return socket.open(llsocket.AF_INET, llsocket.SOCK_DGRAM)")
    space:delete()
    local cookie = expect.value(sock:netnscookie())
    assert.is_true(cookie > 0 and cookie ~= own)
  end)
end)
