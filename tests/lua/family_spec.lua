--- The address families: netlink, packet, vsock, unix names, scopes, ICMP, and any by its bytes.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, device, socket = llsocket.addrinfo, llsocket.device, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM, RAW, SEQPACKET = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM, llsocket.SOCK_RAW, llsocket.SOCK_SEQPACKET

--- A socket of the address; the test is pending where the kernel, or this user, has none.
local function open(ai, what)
  local sock, why = kernel.try(ai)
  if not sock then pending(("no %s: %s"):format(what, why)) end
  sock:rcvtimeo(5)
  return sock
end

local RTM_NEWLINK, RTM_GETLINK, NLMSG_DONE, NLMSG_ERROR = 16, 18, 3, 2
local REQUEST, ACK, DUMP = 1, 4, 768

local function request(kind, flags, sequence, body)
  return kernel.bytes(4, 16 + #body) .. kernel.bytes(2, kind) .. kernel.bytes(2, flags) .. kernel.bytes(4, sequence)
    .. kernel.bytes(4, 0) .. body
end

--- Each message of a netlink answer: its type, sequence, and body.
local function messages(text)
  local out, at = {}, 1
  while at + 15 <= #text do
    local length = kernel.number(text, at, 4)
    out[#out + 1] = { kernel.number(text, at + 4, 2), kernel.number(text, at + 8, 4), text:sub(at + 16, at + length - 1) }
    at = at + math.floor((length + 3) / 4) * 4
  end
  return out
end

describe("netlink", function()
  support.watch()

  it("dumps the machine's links", function()
    local sock = open(expect.value(addrinfo.netlink(0, 0, 0, llsocket.NETLINK_ROUTE)), "netlink")
    assert.equal(llsocket.AF_NETLINK, sock:family())
    assert.equal(RAW, sock:socktype())
    expect.quiet(sock:bind())
    local body = ("\0"):rep(16)
    expect.done(sock:sendto(request(RTM_GETLINK, REQUEST + DUMP, 77, body), addrinfo.netlink(0, 0)))
    local names, done = {}, false
    while not done do
      local text, from = expect.message(sock:recvfrom(65536))
      assert.is_true(from == addrinfo.netlink(0, 0))
      for _, message in ipairs(messages(text)) do
        assert.equal(77, message[2])
        if message[1] == NLMSG_DONE then
          done = true
        else
          assert.equal(RTM_NEWLINK, message[1])
          -- The attribute 3 is the name, behind a header of 16 bytes.
          local at = 17
          while at + 3 <= #message[3] do
            local length, kind = kernel.number(message[3], at, 2), kernel.number(message[3], at + 2, 2)
            if kind == 3 then names[message[3]:sub(at + 4, at + length - 2)] = kernel.number(message[3], 5, 4) end
            at = at + math.floor((length + 3) / 4) * 4
          end
        end
      end
    end
    for _, entry in ipairs(expect.value(device.nameindex())) do assert.equal(entry.index, names[entry.name], entry.name) end
  end)

  it("explains what was wrong when netlinkextack is on, and shortens when netlinkcapack is", function()
    local sock = open(addrinfo.netlink(0, 0, DGRAM, llsocket.NETLINK_ROUTE), "netlink")
    expect.quiet(sock:connect(addrinfo.netlink(0, 0)))
    local function answer(junk)
      expect.done(sock:send(request(RTM_GETLINK, REQUEST + ACK, 1, ("\0"):rep(16) .. junk)))
      local message = messages(expect.done(sock:recv(65536)))[1]
      assert.equal(NLMSG_ERROR, message[1])
      return message[3]
    end
    -- No index and no name, so that no link is meant: EINVAL, negative.
    local plain = answer("")
    assert.equal(2 ^ 32 - llsocket.EINVAL, kernel.number(plain, 1, 4))
    assert.is_true(expect.value(sock:netlinkcapack(true)))
    local short = answer("")
    assert.is_true(#short <= #plain)
    assert.is_true(expect.value(sock:netlinkextack(true)))
    -- An attribute of four bytes that has one.
    assert.truthy(answer(kernel.bytes(2, 5) .. kernel.bytes(2, 29) .. "x\0\0\0"):find("%a+ %a+"))
  end)

  it("tells a socket's own number", function()
    local sock = open(addrinfo.netlink(0, 0, 0, llsocket.NETLINK_ROUTE), "netlink")
    expect.quiet(sock:bind())
    local name = expect.value(sock:getsockname())
    local pid = kernel.number(name:raw(), 5, 4)
    assert.is_true(pid > 0)
    assert.is_true(name == addrinfo.netlink(pid, 0))
    assert.truthy(tostring(name):find("netlink .*pid " .. ("%d"):format(pid)), tostring(name))
    assert.equal(pid, name:port())
  end)

  it("is misused with numbers that do not fit", function()
    expect.misuse(1, "netlink", "integer from 0 to 4294967295", "%-1", addrinfo.netlink, -1, 0)
    expect.misuse(2, "netlink", "integer from 0 to 4294967295", ".+", addrinfo.netlink, 0, 2 ^ 32)
    expect.misuse(2, "netlink", "integer.*", "no value", addrinfo.netlink, 0)
  end)
end)

describe("packet sockets", function()
  support.watch()

  it("have addresses by the interface's name or index", function()
    local lo = expect.value(device.nametoindex("lo"))
    local ai = expect.value(addrinfo.packet("lo", llsocket.ETH_P_IP))
    assert.is_true(ai == expect.value(addrinfo.packet(lo, llsocket.ETH_P_IP)))
    assert.equal(llsocket.AF_PACKET, ai:family())
    assert.equal(RAW, ai:socktype())
    assert.equal(llsocket.htons(llsocket.ETH_P_IP), ai:protocol())
    expect.value(addrinfo.packet("", llsocket.ETH_P_ALL))
    expect.failed("V", "ENODEV", addrinfo.packet("nosuchif0", llsocket.ETH_P_IP))
    expect.misuse(2, "packet", "integer from 0 to 65535", "65536", addrinfo.packet, "lo", 65536)
    expect.misuse(1, "packet", ".+", "boolean", addrinfo.packet, true, 1)
  end)

  it("hear loopback, with and without the link's header", function()
    for socktype, header in pairs { [RAW] = 14, [DGRAM] = 0 } do
      local sock = open(addrinfo.packet("lo", llsocket.ETH_P_IP, socktype), "packet sockets")
      expect.quiet(sock:bind())
      local target, ai = support.udp()
      target:sendto("captured " .. header, ai)
      local packet
      repeat packet = expect.done(sock:recv()) until packet:find("captured", 1, true)
      assert.equal(header + 28 + #("captured " .. header), #packet)
      assert.equal(4, math.floor(packet:byte(header + 1) / 16))
      local stats = expect.value(sock:getsockopt(llsocket.SOL_PACKET, llsocket.PACKET_STATISTICS, 8))
      assert.is_true(kernel.number(stats, 1, 4) > 0)
    end
  end)
end)

describe("vsock", function()
  support.watch()

  it("has addresses of a machine and a port", function()
    local ai = expect.value(addrinfo.vsock(llsocket.VMADDR_CID_LOCAL, 4000, STREAM))
    assert.equal(llsocket.AF_VSOCK, ai:family())
    assert.equal("1", ai:addr())
    assert.equal(4000, ai:port())
    assert.is_true(ai == addrinfo.vsock(1, 4000) and ai ~= addrinfo.vsock(1, 4001) and ai ~= addrinfo.vsock(2, 4000))
    assert.truthy(tostring(ai):find("vsock stream 1:4000", 1, true), tostring(ai))
    expect.value(addrinfo.vsock(llsocket.VMADDR_CID_ANY, llsocket.VMADDR_PORT_ANY))
    expect.misuse(1, "vsock", "integer from 0 to 4294967295", "%-1", addrinfo.vsock, -1, 1)
  end)

  it("connects over its loopback", function()
    local listener = open(addrinfo.vsock(llsocket.VMADDR_CID_ANY, llsocket.VMADDR_PORT_ANY, STREAM), "vsock")
    expect.quiet(listener:bind())
    expect.quiet(listener:listen())
    local port = listener:getsockname():port()
    local client = keep(expect.value(socket.new(addrinfo.vsock(llsocket.VMADDR_CID_LOCAL, port, STREAM), true)))
    local text = client:connect()
    if text or not client:sendable(0.5) or client:error() ~= 0 then pending("no vsock loopback") end
    client:nonblock(false)
    local server = keep(expect.done(listener:accept()))
    expect.done(client:send("hello"))
    assert.equal("hello", expect.done(server:recv()))
  end)
end)

describe("unix names", function()
  support.watch()

  it("may be abstract, of any bytes", function()
    for _, name in ipairs { "\0llsocket " .. support.pid(), "\0" .. support.pid() .. "\0\0\255", "\0" .. ("x"):rep(107) } do
      local sock = keep(expect.value(socket.new(expect.value(addrinfo.unix(name, STREAM)))))
      expect.quiet(sock:bind())
      expect.quiet(sock:listen())
      assert.equal(name, sock:getsockname():addr())
      local client = keep(expect.value(socket.new(sock:getsockname())))
      expect.quiet(client:connect())
      assert.equal(name, client:getpeername():addr())
    end
  end)

  it("are given by the kernel to who has none", function()
    local one = keep(expect.value(socket.new(addrinfo.unix("", DGRAM))))
    expect.quiet(one:bind())
    local name = expect.value(one:getsockname()):addr()
    assert.truthy(name:find("^%z%x%x%x%x%x$") or name:find("^\0%x%x%x%x%x$"), ("%q"):format(name))
    local two = keep(expect.value(socket.new(addrinfo.unix("", DGRAM))))
    expect.quiet(two:bind())
    assert.are_not.equal(name, two:getsockname():addr())
    expect.done(two:sendto("found", one:getsockname()))
    local msg, from = expect.message(one:recvfrom())
    assert.equal("found", msg)
    assert.is_true(from == two:getsockname())
  end)

  it("are given by passcred to who connects", function()
    local target = keep(expect.value(socket.new(addrinfo.unix("", DGRAM))))
    expect.quiet(target:bind())
    local sock = keep(expect.value(socket.new(addrinfo.unix("", DGRAM))))
    assert.is_true(expect.value(sock:passcred(true)))
    expect.quiet(sock:connect(target:getsockname()))
    assert.equal(6, #sock:getsockname():addr())
  end)

  it("serve sequenced packets", function()
    local ai = expect.value(addrinfo.unix(support.path("packets"), SEQPACKET))
    local listener = keep(expect.value(socket.new(ai)))
    expect.quiet(listener:bind())
    expect.quiet(listener:listen())
    local client = keep(expect.value(socket.new(ai)))
    expect.quiet(client:connect())
    local server = keep(expect.done(listener:accept()))
    assert.equal(SEQPACKET, server:socktype())
    client:send("one")
    client:send("two, longer")
    assert.equal("one", expect.done(server:recv()))
    assert.equal("two", expect.done(server:recv(3)))
    client:close()
    expect.closed(server:recv())
  end)
end)

describe("IPv6 with a scope", function()
  support.watch()

  it("knows the interface by name and index", function()
    local index = expect.value(device.nametoindex("lo"))
    for _, text in ipairs { "fe80::1%lo", "fe80::1%" .. index } do
      local ai = expect.value(addrinfo.inet6(text, 80))
      assert.equal(index, ai:scopeid())
      assert.equal("fe80::1%lo", ai:addr())
      assert.is_true(ai ~= addrinfo.inet6("fe80::1", 80))
    end
    expect.failed("V", "ENODEV", addrinfo.inet6("fe80::1%nosuchif0", 80))
    expect.failed("V", "EINVAL", addrinfo.inet("127.0.0.1%lo", 80))
  end)

  it("binds and connects on loopback", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local sock = keep(expect.value(socket.new(addrinfo.inet6("::1%lo", 0, DGRAM))))
    expect.quiet(sock:bind())
    local out = keep(expect.value(socket.new(sock:getsockname())))
    expect.quiet(out:connect())
    expect.done(out:send("x"))
    sock:rcvtimeo(5)
    assert.equal("x", expect.done(sock:recv()))
  end)
end)

--- The checksum of the internet, as ICMP wants it.
local function checksum(text)
  local sum = 0
  for at = 1, #text - 1, 2 do sum = sum + kernel.network(text, at, 2) end
  while sum > 65535 do sum = sum % 65536 + math.floor(sum / 65536) end
  sum = 65535 - sum
  return string.char(math.floor(sum / 256), sum % 256)
end

local function echo(kind, id, words)
  local rest = string.char(math.floor(id / 256), id % 256) .. "\0\1" .. words
  return kind .. "\0" .. checksum(kind .. "\0\0\0" .. rest) .. rest
end

describe("ICMP", function()
  support.watch()

  it("is sent and heard by raw sockets, with the IP header", function()
    local sock = open(addrinfo.inet("127.0.0.1", 0, RAW, llsocket.IPPROTO_ICMP), "raw sockets")
    assert.equal(llsocket.IPPROTO_ICMP, sock:protocol())
    expect.done(sock:sendto(echo("\8", 4711, "raw echo"), addrinfo.inet("127.0.0.1", 0)))
    local reply
    repeat
      local packet, from = expect.message(sock:recvfrom())
      reply = packet:sub(packet:byte(1) % 16 * 4 + 1)
      assert.equal("127.0.0.1", from:addr())
      assert.equal(llsocket.IPPROTO_ICMP, packet:byte(10))
    until reply:byte(1) == 0 and kernel.network(reply, 5, 2) == 4711
    assert.equal("raw echo", reply:sub(9))
  end)

  it("is pinged without rights where the group may", function()
    local sock, why = kernel.try(addrinfo.inet("127.0.0.1", 0, DGRAM, llsocket.IPPROTO_ICMP))
    if sock then
      sock:rcvtimeo(5)
      expect.quiet(sock:bind())
      expect.quiet(sock:connect())
      expect.done(sock:send(echo("\8", 0, "ping")))
      local reply = expect.done(sock:recv())
      assert.equal("\0\0", reply:sub(1, 2))
      -- The kernel's own number, which is the socket's port.
      assert.equal(sock:getsockname():port(), kernel.network(reply, 5, 2))
      assert.equal("ping", reply:sub(9))
      return
    end
    local space, reason = kernel.namespace()
    if not space then pending("no ping sockets: " .. why .. "; no namespace: " .. reason) end
    finally(function() space:delete() end)
    assert(kernel.run("ip netns exec %s sh -c 'echo 0 4294967294 > /proc/sys/net/ipv4/ping_group_range'", space.name))
    local inside = space:socket [[return socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM, llsocket.IPPROTO_ICMP))]]
    expect.done(inside:sendto(echo("\8", 0, "ping"), addrinfo.inet("127.0.0.1", 0)))
    local reply = expect.done(inside:recv())
    assert.equal(inside:getsockname():port(), kernel.network(reply, 5, 2))
    assert.equal("ping", reply:sub(9))
  end)

  it("of IPv6 is sent and heard by raw sockets", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local sock = open(addrinfo.inet6("::1", 0, RAW, llsocket.IPPROTO_ICMPV6), "raw sockets")
    expect.done(sock:sendto(echo("\128", 4712, "raw echo"), addrinfo.inet6("::1", 0)))
    local reply
    repeat reply = expect.done(sock:recv()) until reply:byte(1) == 129 and kernel.network(reply, 5, 2) == 4712
    assert.equal("raw echo", reply:sub(9))
  end)
end)

describe("addrinfo.raw", function()
  support.watch()

  it("makes an address of its bytes, and ai:raw gives them", function()
    for _, ai in ipairs { addrinfo.inet("192.0.2.1", 80), addrinfo.inet6("fe80::1%lo", 80), addrinfo.unix("/tmp/x"),
        addrinfo.unix("\0abc"), addrinfo.netlink(5, 6), addrinfo.vsock(7, 8), addrinfo.packet("lo", 3) } do
      local copy = expect.value(addrinfo.raw(ai:raw(), STREAM, 6))
      assert.is_true(copy == ai)
      assert.equal(ai:raw(), copy:raw())
      assert.equal(ai:addr(), copy:addr())
      assert.equal(ai:port(), copy:port())
      assert.equal(STREAM, copy:socktype())
      assert.equal(6, copy:protocol())
    end
  end)

  it("is what the C structure is", function()
    local raw = kernel.bytes(2, llsocket.AF_INET) .. "\0\80\127\0\0\1" .. ("\0"):rep(8)
    assert.equal(raw, addrinfo.inet("127.0.0.1", 80):raw())
    local ai = expect.value(addrinfo.raw(raw))
    assert.equal("127.0.0.1", ai:addr())
    assert.equal(80, ai:port())
    local _, address = support.udp()
    local sock = support.udp()
    expect.done(sock:sendto("x", addrinfo.raw(address:raw())))
  end)

  it("takes up to 128 bytes, of which a kernel may refuse some", function()
    expect.value(addrinfo.raw(("\1"):rep(128)))
    expect.failed("V", "EINVAL", addrinfo.raw(("\1"):rep(129)))
    expect.misuse(1, "raw", "string", "number", addrinfo.raw, 1)
    local sock = support.udp()
    for _, raw in ipairs { "", "\2", kernel.bytes(2, llsocket.AF_INET), kernel.bytes(2, 9999) .. ("\0"):rep(14) } do
      local ai = expect.value(addrinfo.raw(raw))
      assert.equal("string", type(ai:addr()))
      assert.equal("string", type(tostring(ai)))
      assert.is_nil(ai:port())
      local sent, text, again, errno = sock:sendto("x", ai)
      assert.is_nil(sent)
      assert.is_false(again)
      assert.is_true(errno == llsocket.EINVAL or errno == llsocket.EDESTADDRREQ or errno == llsocket.EAFNOSUPPORT, text)
      assert.truthy((select(3, expect.value(addrinfo.raw(raw)):nameinfo())))
    end
  end)
end)

describe("a family that the kernel has not", function()
  support.watch()

  it("is refused by its errno", function()
    for _, family in ipairs { 9999, llsocket.AF_MAX or 60 } do
      expect.value(addrinfo.raw(kernel.bytes(2, family) .. ("\0"):rep(14)))
      local value, text, errno = socket.new(addrinfo.raw(kernel.bytes(2, family) .. ("\0"):rep(14), STREAM))
      assert.is_nil(value)
      assert.equal(llsocket.EAFNOSUPPORT, errno, text)
      assert.equal("Address family not supported by protocol", text)
    end
  end)
end)
