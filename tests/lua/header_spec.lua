--- What options put into the headers of packets, as they arrive over loopback.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep

--- A capture of IPv4 or IPv6, the address of a UDP socket, and one that sends to it.
local function watched(six)
  if six and not support.ipv6() then pending("no IPv6 on loopback") end
  local capture, why = kernel.capture(six and llsocket.ETH_P_IPV6 or llsocket.ETH_P_IP)
  if not capture then pending("no packet sockets: " .. why) end
  local _, ai = support.udp(six and "::1")
  local out = support.udp(six and "::1")
  return out, function()
    expect.done(out:sendto("x", ai))
    return kernel.packet(capture, ai:port())
  end
end

describe("in an IPv4 header", function()
  support.watch()

  it("arrives the type of service", function()
    local out, sent = watched()
    for _, tos in ipairs { 16, 184, 1, 0 } do
      out:tos(tos)
      assert.equal(tos, (sent()):byte(2))
    end
  end)

  it("arrives the time to live, and the system's with -1", function()
    local out, sent = watched()
    local default = sent():byte(9)
    for _, ttl in ipairs { 1, 77, 255 } do
      out:ttl(ttl)
      assert.equal(ttl, (sent()):byte(9))
    end
    assert.equal(-1, expect.value(out:ttl(-1)))
    assert.equal(default, (sent()):byte(9))
    assert.equal(default, expect.value(out:ttl()))
  end)

  it("arrives the bit against cutting", function()
    local out, sent = watched()
    for mode, bit in pairs { [llsocket.IP_PMTUDISC_DONT] = 0, [llsocket.IP_PMTUDISC_DO] = 1, [llsocket.IP_PMTUDISC_PROBE] = 1 } do
      out:mtudiscover(mode)
      assert.equal(bit, math.floor((sent()):byte(7) / 64) % 2)
    end
  end)

  it("arrives the TOS of a TCP connection", function()
    local capture, why = kernel.capture(llsocket.ETH_P_IP)
    if not capture then pending("no packet sockets: " .. why) end
    local client = support.tcp()
    client:tos(16)
    client:send("data")
    local port, packet = client:getpeername():port(), ""
    while packet:sub(-4) ~= "data" do packet = kernel.packet(capture, port) end
    assert.equal(16, packet:byte(2))
  end)

  it("arrives what hdrincl lets a raw socket say", function()
    local capture, why = kernel.capture(llsocket.ETH_P_IP)
    if not capture then pending("no packet sockets: " .. why) end
    local target, ai = support.udp()
    local raw = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_RAW, llsocket.IPPROTO_UDP))))
    assert.is_true(expect.value(raw:hdrincl(true)))
    local port = string.char(math.floor(ai:port() / 256), ai:port() % 256)
    -- From 127.1.2.3, port 9; the kernel fills in the length and the checksum.
    local header = "\69\4\0\0\18\52\0\0\99\17\0\0\127\1\2\3\127\0\0\1"
    expect.done(raw:sendto(header .. "\0\9" .. port .. "\0\12\0\0" .. "mine", addrinfo.inet("127.0.0.1", 0)))
    local msg, from = expect.message(target:recvfrom())
    assert.equal("mine", msg)
    assert.is_true(from == addrinfo.inet("127.1.2.3", 9))
    local packet = kernel.packet(capture, ai:port())
    assert.equal(4, packet:byte(2))
    assert.equal(99, packet:byte(9))
    assert.equal("\18\52", packet:sub(5, 6))
  end)
end)

describe("in an IPv6 header", function()
  support.watch()

  it("arrives the traffic class", function()
    local out, sent = watched(true)
    for _, name in ipairs { "tclass", "tos" } do
      for _, class in ipairs { 16, 184, 255, 0 } do
        expect.value(out[name](out, class))
        assert.equal(class, math.floor(kernel.network(sent(), 1, 2) / 16) % 256)
      end
    end
  end)

  it("arrives the hop limit", function()
    local out, sent = watched(true)
    for _, name in ipairs { "unicasthops", "ttl" } do
      for _, hops in ipairs { 1, 99, 255 } do
        expect.value(out[name](out, hops))
        assert.equal(hops, (sent()):byte(8))
      end
    end
  end)
end)
