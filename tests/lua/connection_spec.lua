--- Connections: bind, listen, accept, connect, and the addresses of both ends.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM, SEQPACKET = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM, llsocket.SOCK_SEQPACKET

local function new(ai, nonblock)
  return keep(expect.value(socket.new(ai, nonblock)))
end

describe("sock:bind", function()
  support.watch()

  it("takes the address given to new", function()
    local sock = new(addrinfo.inet("127.0.0.1", 0, STREAM))
    expect.quiet(sock:bind())
    local ai = expect.value(sock:getsockname())
    assert.equal("127.0.0.1", ai:addr())
    assert.is_true(ai:port() > 0)
  end)

  it("takes another address, or a list of them", function()
    for _, form in ipairs { function(ai) return ai end, function(ai) return { ai } end } do
      local sock = new(addrinfo.inet("127.0.0.1", 0, STREAM))
      expect.quiet(sock:bind(form(addrinfo.inet("127.0.0.2", 0))))
      assert.equal("127.0.0.2", expect.value(sock:getsockname()):addr())
    end
  end)

  it("says what the kernel refuses", function()
    local _, taken = support.listener()
    expect.failed("E", "EADDRINUSE", new(taken):bind())
    expect.failed("E", "EADDRNOTAVAIL", new(addrinfo.inet("203.0.113.7", 0, STREAM)):bind())
    expect.failed("E", "ENOENT", new(addrinfo.unix(support.path("no/such/path"), STREAM)):bind())
    local sock = new(addrinfo.inet("127.0.0.1", 0, STREAM))
    expect.quiet(sock:bind())
    expect.failed("E", "EINVAL", sock:bind())
  end)

  it("has no address to take on a socket that was given none", function()
    local one = support.pair()
    expect.failed("E", "EDESTADDRREQ", one:bind())
    local _, server = support.tcp()
    expect.failed("E", "EDESTADDRREQ", server:bind())
    local wrapped = keep(expect.value(socket.wrap(expect.value(one:unwrap()))))
    expect.failed("E", "EDESTADDRREQ", wrapped:bind())
    expect.failed("E", "EDESTADDRREQ", keep(expect.value(server:dup())):bind())
  end)

  it("binds a unix path of 108 bytes, and another socket reaches it", function()
    local path = support.path("")
    path = path .. ("p"):rep(108 - #path)
    local sock = new(addrinfo.unix(path, DGRAM))
    expect.quiet(sock:bind())
    assert.equal(path, expect.value(sock:getsockname()):addr())
    local other = new(addrinfo.unix(path, DGRAM))
    expect.quiet(other:connect())
    assert.equal(path, expect.value(other:getpeername()):addr())
    expect.done(other:send("there"))
    assert.equal("there", expect.done(sock:recv()))
  end)

  it("binds abstract names that differ by a NUL alone", function()
    local name = "\0llsocket " .. support.pid()
    local one, two = new(addrinfo.unix(name, DGRAM)), new(addrinfo.unix(name .. "\0", DGRAM))
    expect.quiet(one:bind())
    expect.quiet(two:bind())
    assert.equal(name, expect.value(one:getsockname()):addr())
    assert.equal(name .. "\0", expect.value(two:getsockname()):addr())
    expect.failed("E", "EADDRINUSE", new(addrinfo.unix(name, DGRAM)):bind())
  end)
end)

describe("sock:listen", function()
  support.watch()

  it("listens, with a backlog or without", function()
    for _, backlog in ipairs { false, 1, 128, 2147483647 } do
      local sock = new(addrinfo.inet("127.0.0.1", 0, STREAM))
      assert.is_false(expect.value(sock:acceptconn()))
      expect.quiet(sock:bind())
      expect.quiet(sock:listen(backlog or nil))
      assert.is_true(expect.value(sock:acceptconn()))
    end
  end)

  it("is for sockets that can", function()
    expect.failed("E", "EOPNOTSUPP", (support.udp()):listen())
    expect.failed("E", "EOPNOTSUPP", new(addrinfo.unix("\0x", DGRAM)):listen())
  end)

  it("takes the backlog to heart", function()
    local sock = new(addrinfo.unix("\0llsocket " .. support.pid(), STREAM))
    expect.quiet(sock:bind())
    expect.quiet(sock:listen(1))
    local ai, taken = sock:getsockname(), 0
    while not new(ai, true):connect() do taken = taken + 1 end
    assert.equal(2, taken)
  end)
end)

describe("sock:accept", function()
  support.watch()

  it("returns the connection", function()
    local listener, ai = support.listener()
    local client = new(ai)
    expect.quiet(client:connect())
    local server = keep(expect.done(listener:accept()))
    assert.equal(llsocket.AF_INET, server:family())
    assert.equal(STREAM, server:socktype())
    assert.are_not.equal(listener:fd(), server:fd())
    assert.is_true(client:getsockname() == server:getpeername())
    assert.is_true(client:getpeername() == server:getsockname())
    expect.done(client:send("in"))
    assert.equal("in", expect.done(server:recv()))
  end)

  it("returns the peer's address when asked", function()
    local listener, ai = support.listener()
    local client = new(ai)
    expect.quiet(client:connect())
    local server, err, again, peer = listener:accept(true)
    keep(server)
    assert.is_nil(err)
    assert.is_falsy(again)
    assert.is_true(peer == client:getsockname())
    assert.equal("127.0.0.1", peer:addr())
    expect.quiet(new(ai):connect())
    local results = support.pack(listener:accept(false))
    keep(results[1])
    assert.is_nil(results[4])
  end)

  it("returns the bare descriptor by acceptfd", function()
    local listener, ai = support.listener()
    local client = new(ai)
    expect.quiet(client:connect())
    local fd = expect.done(listener:acceptfd())
    assert.equal("number", type(fd))
    assert.is_true(support.cloexec(fd))
    local server = keep(expect.value(socket.wrap(fd)))
    assert.is_true(server:getpeername() == client:getsockname())
  end)

  it("inherits blocking, and not, from the listener", function()
    for _, nonblock in ipairs { true, false } do
      local listener, ai = support.listener(nil, nonblock)
      new(ai):connect()
      new(ai):connect()
      local server = keep(expect.done(listener:accept()))
      assert.equal(nonblock, server:nonblock())
      local other = keep(expect.value(socket.wrap(expect.done(listener:acceptfd()))))
      assert.equal(nonblock, other:nonblock())
    end
  end)

  it("says again when nobody waits", function()
    local listener = support.listener(nil, true)
    expect.again(listener:accept())
    expect.again(listener:accept(true))
    expect.again(listener:acceptfd())
    local slow = support.listener()
    slow:rcvtimeo(0.05)
    expect.again(slow:accept())
  end)

  it("is for sockets that listen", function()
    expect.failed("A", "EINVAL", new(addrinfo.inet("127.0.0.1", 0, STREAM)):accept())
    expect.failed("A", "EOPNOTSUPP", (support.udp()):accept())
    expect.failed("A", "EINVAL", new(addrinfo.inet("127.0.0.1", 0, STREAM)):acceptfd())
  end)

  for _, name in ipairs { "SOCK_STREAM", "SOCK_SEQPACKET" } do
    it("works for unix " .. name, function()
      local listener = new(addrinfo.unix(support.path("sock"), llsocket[name]))
      expect.quiet(listener:bind())
      expect.quiet(listener:listen())
      local client = new(addrinfo.unix(support.path("sock"), llsocket[name]))
      expect.quiet(client:connect())
      local server, _, _, peer = listener:accept(true)
      keep(server)
      assert.equal(llsocket[name], server:socktype())
      assert.equal("", peer:addr())
      assert.equal(support.path("sock"), server:getsockname():addr())
      expect.done(client:send("in"))
      assert.equal("in", expect.done(server:recv()))
    end)
  end
end)

describe("sock:connect", function()
  support.watch()

  it("takes the address given to new, another, or a list", function()
    local listener, ai = support.listener()
    expect.quiet(new(ai):connect())
    expect.quiet(new(addrinfo.inet("127.0.0.1", 1, STREAM)):connect(ai))
    expect.quiet(new(addrinfo.inet("127.0.0.1", 1, STREAM)):connect({ ai }))
    for _ = 1, 3 do keep(expect.done(listener:accept())) end
  end)

  it("works over IPv6", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local client, server = support.tcp("::1")
    assert.equal("::1", client:getpeername():addr())
    assert.equal(client:getsockname():port(), server:getpeername():port())
  end)

  it("fixes a datagram socket's peer", function()
    local one, ai = support.udp()
    local two = support.udp()
    expect.quiet(two:connect(ai))
    assert.is_true(two:getpeername() == ai)
    expect.done(two:send("x"))
    assert.equal("x", expect.done(one:recv()))
  end)

  it("says what the kernel refuses", function()
    expect.failed("E", "ECONNREFUSED", new(support.deadport()):connect())
    expect.failed("E", "ENOENT", new(addrinfo.unix(support.path("nobody"), STREAM)):connect())
    expect.failed("E", "ECONNREFUSED", new(addrinfo.unix("\0llsocket nobody", STREAM)):connect())
    local client, _, listener = support.tcp()
    expect.failed("E", "EISCONN", client:connect(listener:getsockname()))
  end)

  it("has no address to take on a socket that was given none", function()
    local one = support.pair(DGRAM)
    expect.failed("E", "EDESTADDRREQ", one:connect())
    local _, server = support.tcp()
    expect.failed("E", "EDESTADDRREQ", server:connect())
  end)

  it("is on its way, without error, on a non-blocking socket", function()
    local listener, ai = support.listener()
    local client = new(ai, true)
    expect.quiet(client:connect())
    assert.is_true(expect.done(client:sendable(5)))
    assert.equal(0, expect.value(client:error()))
    keep(expect.done(listener:accept()))
    assert.is_true(client:getpeername() == ai)
  end)

  it("tells by error() that it was refused meanwhile", function()
    local client = new(support.deadport(), true)
    expect.quiet(client:connect())
    assert.is_true(expect.done(client:sendable(5)))
    assert.equal(111, expect.value(client:error()))
    assert.equal(0, expect.value(client:error()))
  end)

  it("is an error on a blocking socket whose time ran out", function()
    local listener = new(addrinfo.inet("127.0.0.1", 0, STREAM))
    listener:bind()
    listener:listen(1)
    local ai, start = listener:getsockname(), support.now()
    local results
    for _ = 1, 8 do
      local client = new(ai)
      client:sndtimeo(0.2)
      results = support.pack(client:connect())
      if results[1] then break end
    end
    expect.failed("E", "ETIMEDOUT", support.unpack(results, 1, results.n))
    assert.is_true(support.now() - start < 5)
  end)

  it("says EAGAIN as an error on a unix socket whose listener is full", function()
    local listener = new(addrinfo.unix(support.path("sock"), SEQPACKET))
    listener:bind()
    listener:listen(1)
    local results
    for _ = 1, 8 do
      results = support.pack(new(listener:getsockname(), true):connect())
      if results[1] then break end
    end
    expect.failed("E", "EAGAIN", support.unpack(results, 1, results.n))
  end)
end)

describe("names", function()
  support.watch()

  it("are asked of the kernel, always", function()
    local sock = new(addrinfo.inet("127.0.0.1", 0, STREAM))
    assert.equal("0.0.0.0", expect.value(sock:getsockname()):addr())
    assert.equal(0, expect.value(sock:getsockname()):port())
    expect.quiet(sock:bind())
    local ai = expect.value(sock:getsockname())
    assert.equal(llsocket.AF_INET, ai:family())
    assert.equal(STREAM, ai:socktype())
    assert.is_true(ai:port() ~= 0)
  end)

  it("of the peer are missing without a peer", function()
    expect.failed("V", "ENOTCONN", new(addrinfo.inet("127.0.0.1", 0, STREAM)):getpeername())
    expect.failed("V", "ENOTCONN", (support.udp()):getpeername())
  end)

  it("are ready to connect with", function()
    local _, ai = support.listener()
    local sock = new(ai)
    expect.quiet(sock:connect())
    assert.is_true(sock:getpeername() == ai)
  end)
end)
