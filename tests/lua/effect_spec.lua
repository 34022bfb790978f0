--- What options do: who receives what, from which port, and how connections behave.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local function new(ai)
  return keep(expect.value(socket.new(expect.value(ai))))
end

describe("localportrange", function()
  support.watch()

  for name, socktype in pairs { TCP = STREAM, UDP = DGRAM } do
    it("is obeyed by bind of " .. name, function()
      local first, used = 41200, {}
      local function bound()
        local sock = new(addrinfo.inet("127.77.0.1", 0, socktype))
        local set, text = sock:localportrange { first, first + 3 }
        if not set then pending("no IP_LOCAL_PORT_RANGE: " .. text) end
        return sock:bind(), sock
      end
      for _ = 1, 4 do
        local err, sock = bound()
        expect.quiet(err)
        local port = sock:getsockname():port()
        assert.is_true(port >= first and port <= first + 3 and not used[port])
        used[port] = true
      end
      local text = bound()
      assert.equal("Address already in use", text)
    end)
  end

  it("is obeyed by connect", function()
    local _, ai = support.listener()
    local client = new(ai)
    if not client:localportrange { 41300, 41303 } then pending("no IP_LOCAL_PORT_RANGE") end
    expect.quiet(client:connect())
    local port = client:getsockname():port()
    assert.is_true(port >= 41300 and port <= 41303)
  end)
end)

describe("one port for several", function()
  support.watch()

  local function group(socktype, count)
    local socks, ai = {}, addrinfo.inet("127.0.0.1", 0, socktype)
    for i = 1, count do
      socks[i] = new(ai)
      socks[i]:reuseport(true)
      socks[i]:nonblock(true)
      expect.quiet(socks[i]:bind())
      if socktype == STREAM then expect.quiet(socks[i]:listen()) end
      ai = socks[i]:getsockname()
    end
    return socks, ai
  end

  it("spreads connections by reuseport", function()
    local listeners, ai = group(STREAM, 4)
    for _ = 1, 64 do expect.quiet(new(ai):connect()) end
    local served, total = 0, 0
    for _, listener in ipairs(listeners) do
      local count, server = 0, listener:accept()
      while server do
        server:close()
        count, server = count + 1, listener:accept()
      end
      served, total = served + (count > 0 and 1 or 0), total + count
    end
    assert.equal(64, total)
    assert.is_true(served >= 2, served .. " of 4 served")
  end)

  it("spreads datagrams by reuseport", function()
    local socks, ai = group(DGRAM, 4)
    for _ = 1, 64 do expect.done(new(addrinfo.inet("127.0.0.1", 0, DGRAM)):sendto("x", ai)) end
    local served, total = 0, 0
    for _, sock in ipairs(socks) do
      local count = 0
      while sock:recv() do count = count + 1 end
      served, total = served + (count > 0 and 1 or 0), total + count
    end
    assert.equal(64, total)
    assert.is_true(served >= 2, served .. " of 4 served")
  end)

  it("is shared by IPv4 and IPv6 with v6only alone", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local six = new(addrinfo.inet6("::", 0, STREAM))
    six:v6only(true)
    expect.quiet(six:bind())
    expect.quiet(six:listen())
    local port = six:getsockname():port()
    expect.quiet(new(addrinfo.inet("0.0.0.0", port, STREAM)):bind())
    local both = new(addrinfo.inet6("::", 0, STREAM))
    both:v6only(false)
    expect.quiet(both:bind())
    expect.quiet(both:listen())
    local four = new(addrinfo.inet("0.0.0.0", both:getsockname():port(), STREAM))
    expect.failed("E", "EADDRINUSE", four:bind())
  end)

  it("is left to connect by bindaddressnoport", function()
    local _, ai = support.listener()
    local client = new(addrinfo.inet("127.0.0.1", 0, STREAM))
    assert.is_true(expect.value(client:bindaddressnoport(true)))
    expect.quiet(client:bind())
    assert.equal(0, client:getsockname():port())
    expect.quiet(client:connect(ai))
    assert.is_true(client:getsockname():port() > 0)
  end)
end)

describe("datagrams", function()
  support.watch()

  it("are cut by udpsegment", function()
    local sock, ai = support.udp()
    local out = support.udp()
    expect.value(out:udpsegment(4))
    assert.equal(10, expect.done(out:sendto("aaaabbbbcc", ai)))
    for _, part in ipairs { "aaaa", "bbbb", "cc" } do assert.equal(part, expect.done(sock:recv())) end
    out:udpsegment(0)
    expect.done(out:sendto("aaaabbbbcc", ai))
    assert.equal("aaaabbbbcc", expect.done(sock:recv()))
  end)

  it("are kept together by udpgro", function()
    local sock, ai = support.udp()
    expect.value(sock:udpgro(true))
    local out = support.udp()
    out:udpsegment(1000)
    expect.done(out:sendto(("x"):rep(3000), ai))
    assert.equal(3000, #expect.done(sock:recv()))
  end)

  it("are one from udpcork on until it ends", function()
    local sock, ai = support.udp()
    local out = support.udp()
    expect.quiet(out:connect(ai))
    expect.value(out:udpcork(true))
    out:send("one ")
    out:send("two")
    sock:nonblock(true)
    expect.again(sock:recv())
    expect.value(out:udpcork(false))
    assert.equal("one two", expect.done(sock:recv()))
  end)

  it("bring errors back with recverr, though there is no connection", function()
    local gone, ai = support.udp()
    gone:close()
    local out = support.udp()
    expect.value(out:recverr(true))
    expect.done(out:sendto("x", ai))
    expect.failed("A", "ECONNREFUSED", out:recv())
    local deaf = support.udp()
    expect.done(deaf:sendto("x", ai))
    deaf:rcvtimeo(0.05)
    expect.again(deaf:recv())
  end)

  it("are looked at further on by peekoff", function()
    local one, two = support.pair(STREAM)
    one:send("abcdef")
    expect.value(two:peekoff(2))
    assert.equal("cd", expect.done(two:recv(2, llsocket.MSG_PEEK)))
    assert.equal("ef", expect.done(two:recv(2, llsocket.MSG_PEEK)))
    assert.equal(6, expect.value(two:peekoff()))
    assert.equal("abc", expect.done(two:recv(3)))
    assert.equal(3, expect.value(two:peekoff()))
  end)

  it("wait longer in forced buffers", function()
    local sock = support.udp()
    for _, name in ipairs { "rcvbuf", "sndbuf" } do
      local size, text, errno = sock[name .. "force"](sock, 64 * 1024 * 1024)
      if errno == llsocket.EPERM then pending(text) end
      assert.equal(64 * 1024 * 1024, size)
      assert.equal(2 * 64 * 1024 * 1024, expect.value(sock[name](sock)))
    end
  end)
end)

describe("a TCP connection", function()
  support.watch()

  it("switches its congestion control, which a listener hands on", function()
    local file = assert(io.open("/proc/sys/net/ipv4/tcp_available_congestion_control"))
    local names = {}
    for name in file:read("*l"):gmatch("%S+") do names[#names + 1] = name end
    file:close()
    local client, _, listener = support.tcp()
    local switched = 0
    for _, name in ipairs(names) do
      local set, text, errno = client:tcpcongestion(name)
      if set then
        assert.equal(name, set)
        assert.equal(name, expect.value(client:tcpcongestion()))
        listener:tcpcongestion(name)
        expect.quiet(new(listener:getsockname()):connect())
        assert.equal(name, keep(expect.done(listener:accept())):tcpcongestion())
        switched = switched + 1
      else
        -- Some are not for all.
        assert.equal(llsocket.EPERM, errno, text)
      end
    end
    assert.is_true(switched > 0)
  end)

  it("keeps its segments as short as tcpmaxseg says", function()
    local _, ai = support.listener()
    local client = new(ai)
    client:tcpmaxseg(600)
    expect.quiet(client:connect())
    assert.is_true(client:tcpinfo().snd_mss <= 600)
    assert.is_true(client:tcpmaxseg() <= 600)
  end)

  it("has no protocol on top, and none that is not there", function()
    local client = support.tcp()
    assert.equal("", expect.value(client:tcpulp()))
    local value, text, errno = client:tcpulp("tls")
    if value then
      assert.equal("tls", expect.value(client:tcpulp()))
    else
      assert.equal(llsocket.ENOENT, errno, text)
      assert.equal("", expect.value(client:tcpulp()))
    end
  end)

  it("is accepted only with its first data, by tcpdeferaccept", function()
    local listener, ai = support.listener()
    listener:tcpdeferaccept(5)
    listener:nonblock(true)
    local client = new(ai)
    expect.quiet(client:connect())
    expect.again(listener:accept())
    client:send("now")
    assert.is_true(expect.value(listener:recvable(5)))
    assert.equal("now", expect.done(keep(expect.done(listener:accept())):recv()))
  end)

  it("is receivable from rcvlowat on", function()
    local client, server = support.tcp()
    server:rcvlowat(5)
    client:send("1234")
    expect.again(server:recvable(0.05))
    client:send("5")
    assert.is_true(expect.value(server:recvable(5)))
  end)

  it("knows its path's mtu, which an unconnected socket does not", function()
    assert.is_true(expect.value((support.tcp()):mtu()) >= 1280)
    local udp, ai = support.udp()
    expect.failed("V", "ENOTCONN", udp:mtu())
    expect.quiet(udp:connect(ai))
    assert.is_true(expect.value(udp:mtu()) >= 1280)
  end)

  it("lingers in close as long as linger says", function()
    local client = support.tcp(nil, true)
    support.fill(client)
    client:nonblock(false)
    expect.value(client:linger(1))
    local before = support.now()
    expect.quiet(client:close())
    assert.is_true(support.now() - before >= 0.9)
  end)

  it("carries its first data in the first segment, by tcpfastopenconnect", function()
    local listener, ai = support.listener()
    local set, text = listener:tcpfastopen(5)
    if not set then pending(text) end
    for round = 1, 2 do
      local client = new(ai)
      expect.value(client:tcpfastopenconnect(true))
      expect.quiet(client:connect())
      expect.done(client:send("early " .. round))
      local server = keep(expect.done(listener:accept()))
      assert.equal("early " .. round, expect.done(server:recv()))
    end
  end)
end)

describe("mcastall", function()
  support.watch()

  it("off hears the socket's own groups alone", function()
    local function bound(port)
      local sock = new(addrinfo.inet("0.0.0.0", port or 0, DGRAM))
      sock:reuseaddr(true)
      expect.quiet(sock:bind())
      sock:rcvtimeo(0.1)
      return sock, sock:getsockname():port()
    end
    local all, port = bound()
    local own = bound(port)
    expect.quiet((bound()):mcastjoin("239.78.0.1", "lo"))
    assert.is_true(expect.value(all:mcastall()))
    assert.is_false(expect.value(own:mcastall(false)))
    local out = new(addrinfo.inet("127.0.0.1", 0, DGRAM))
    out:mcastif("lo")
    expect.done(out:sendto("group", addrinfo.inet("239.78.0.1", port)))
    assert.equal("group", expect.done(all:recv()))
    expect.again(own:recv())
    expect.quiet(own:mcastjoin("239.78.0.1", "lo"))
    expect.done(out:sendto("again", addrinfo.inet("239.78.0.1", port)))
    assert.equal("again", expect.done(own:recv()))
  end)
end)
