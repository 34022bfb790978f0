--- The result shapes E, V, A and F, each in every state, counted to the last result.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

--- The calls of shape A that receive, and those that send.
local receives = {
  recv = function(sock) return sock:recv() end,
  read = function(sock) return sock:read() end,
  recvfd = function(sock) return sock:recvfd() end,
}
local sends = {
  send = function(sock) return sock:send("some") end,
  write = function(sock) return sock:write("some") end,
  sendfile = function(sock, file) return sock:sendfile(file, 4) end,
}

local function source()
  return assert(io.open(support.file("some"), "rb"))
end

describe("done", function()
  support.watch()

  it("is no result, or nil, in shape E", function()
    local sock = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    expect.quiet(sock:bind())
    expect.quiet(sock:listen())
    expect.quiet(sock:shutdown())
    expect.quiet(sock:close())
    expect.quiet(sock:close())
  end)

  it("is the value in shape V", function()
    local results = support.pack((support.pair()):nonblock())
    assert.is_false(results[1])
    assert.is_nil(results[2])
    assert.is_nil(results[3])
  end)

  it("is the value in shape A, not again", function()
    local one, two = support.pair()
    for _, call in ipairs { function() return one:send("x") end, function() return two:recv() end } do
      local results = support.pack(call())
      assert.is_true(results[1] == 1 or results[1] == "x")
      assert.is_nil(results[2])
      assert.is_true(results[3] == nil or results[3] == false)
      assert.is_nil(results[4])
    end
  end)

  it("is the message and the sender in shape F", function()
    local one, ai = support.udp()
    expect.done(one:sendto("x", ai))
    local results = support.pack(one:recvfrom())
    assert.equal("x", results[1])
    assert.is_true(results[2] == ai)
    assert.is_nil(results[3])
    assert.is_true(results[4] == nil or results[4] == false)
    assert.is_nil(results[5])
  end)
end)

describe("part of it sent", function()
  support.watch()

  it("is the count, nil, true", function()
    for _, name in ipairs { "send", "write" } do
      local one = support.pair(STREAM, true)
      local all = ("x"):rep(4000000)
      local results = support.pack(one[name](one, all))
      assert.equal(3, results.n)
      assert.is_true(results[1] > 0 and results[1] < #all)
      assert.is_nil(results[2])
      assert.is_true(results[3])
    end
    local file = source()
    local results = support.pack((support.pair()):sendfile(file, 10))
    file:close()
    assert.equal(3, results.n)
    assert.equal(4, results[1])
    assert.is_nil(results[2])
    assert.is_true(results[3])
  end)
end)

describe("would block", function()
  support.watch()

  for name, call in pairs(receives) do
    it("is nil, nil, true of " .. name, function()
      expect.again(call((support.pair(STREAM, true))))
      local slow = support.pair()
      slow:rcvtimeo(0.02)
      expect.again(call(slow))
    end)
  end

  for _, name in ipairs { "send", "write", "sendfile" } do
    it("is 0, nil, true of " .. name, function()
      local file = source()
      local one = support.pair(STREAM, true)
      support.fill(one)
      while sends[name](one, file) ~= 0 do end -- luacheck: ignore 542
      expect.sendagain(sends[name](one, file))
      one:nonblock(false)
      one:sndtimeo(0.02)
      expect.sendagain(sends[name](one, file))
      file:close()
    end)
  end

  it("is nil, nil, nil, true of recvfrom", function()
    expect.messageagain((support.pair(DGRAM, true)):recvfrom())
    local slow = support.udp()
    slow:rcvtimeo(0.02)
    expect.messageagain(slow:recvfrom())
  end)

  it("is nil, nil, true of accept, acceptfd and the waits", function()
    local listener = support.listener(nil, true)
    expect.again(listener:accept())
    expect.again(listener:accept(true))
    expect.again(listener:acceptfd())
    expect.again(listener:recvable(0))
    local one = support.pair(STREAM, true)
    support.fill(one)
    expect.again(one:sendable(0))
  end)
end)

describe("closed by the peer", function()
  support.watch()

  for name, call in pairs(receives) do
    it("is nil alone of " .. name .. ", again and again", function()
      for _, nonblock in ipairs { false, true } do
        local one, two = support.pair(STREAM, nonblock)
        two:close()
        for _ = 1, 3 do expect.closed(call(one)) end
      end
    end)
  end

  for _, name in ipairs { "send", "write", "sendfile" } do
    it("is nil alone of " .. name .. ", for EPIPE", function()
      local file = source()
      for _, nonblock in ipairs { false, true } do
        local one, two = support.pair(STREAM, nonblock)
        two:close()
        for _ = 1, 3 do expect.closed(sends[name](one, file)) end
      end
      file:close()
    end)

    it("is nil alone of " .. name .. ", for ECONNRESET", function()
      local file = source()
      local client, server = support.tcp()
      server:linger(0)
      server:close()
      expect.closed(sends[name](client, file))
      expect.closed(sends[name](client, file))
      file:close()
    end)
  end

  it("is nil alone of recvfrom", function()
    local client, server = support.tcp()
    server:close()
    for _ = 1, 3 do expect.closed(client:recvfrom()) end
  end)

  it("is an error, not closed, when the connection was reset", function()
    local client, server = support.tcp()
    server:linger(0)
    server:close()
    expect.failed("A", "ECONNRESET", client:recv())
    expect.closed(client:recv())
    client, server = support.tcp()
    server:linger(0)
    server:close()
    expect.failed("F", "ECONNRESET", client:recvfrom())
  end)
end)

describe("failed", function()
  support.watch()

  it("is text and number in shape E", function()
    local results = support.pack((support.udp()):listen())
    assert.same({ n = 2, "Operation not supported", 95 }, results)
  end)

  it("is nil, text and number in shape V", function()
    local results = support.pack((support.udp()):getpeername())
    assert.same({ n = 3, nil, "Transport endpoint is not connected", 107 }, results)
    results = support.pack(addrinfo.inet("junk", 80))
    assert.same({ n = 3, nil, "Invalid argument", 22 }, results)
  end)

  it("is nil, text, false and number in shape A", function()
    local results = support.pack((support.udp()):send("x"))
    assert.same({ n = 4, nil, "Destination address required", false, 89 }, results)
  end)

  it("is nil, nil, text, false and number in shape F", function()
    local sock = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    local results = support.pack(sock:recvfrom())
    assert.same({ n = 5, nil, nil, "Transport endpoint is not connected", false, 107 }, results)
  end)

  it("speaks C whatever the locale", function()
    local output = support.child([[
      os.setlocale("") os.setlocale("de_DE.UTF-8")
      local _, text = socket.wrap(2147483647)
      local _, gai = llsocket.inet.getaddrinfo("localhost", "80", 1, 0, llsocket.AI_NUMERICHOST)
      io.write(text, ";", gai)
    ]], "LC_ALL=de_DE.UTF-8 LANGUAGE=de")
    assert.equal("Bad file descriptor;Name or service not known", output)
  end)
end)

describe("a closed socket", function()
  support.watch()
  local ai = addrinfo.inet("127.0.0.1", 9)
  local calls = {
    E = {
      { "bind" }, { "bind", ai }, { "connect" }, { "connect", ai }, { "listen" }, { "listen", 5 }, { "shutdown" },
      { "shutdown", llsocket.SHUT_WR }, { "mcastjoin", "239.1.1.1", "lo" }, { "mcastleave", "239.1.1.1" },
      { "mcastjoinsrc", "232.1.1.1", "127.0.0.1", "lo" }, { "mcastleavesrc", "232.1.1.1", "127.0.0.1" },
      { "mcastblocksrc", "232.1.1.1", "127.0.0.1" }, { "mcastunblocksrc", "232.1.1.1", "127.0.0.1" },
    },
    A = {
      { "accept" }, { "accept", true }, { "acceptfd" }, { "send", "x" }, { "send", "" }, { "sendto", "x", ai },
      { "write", "x" }, { "sendfile", 0, 10 }, { "sendfd", 0 }, { "recv" }, { "recv", 2 ^ 53 }, { "read" }, { "recvfd" },
      { "recvable" }, { "recvable", 5 }, { "sendable" }, { "sendable", 0 },
    },
    F = { { "recvfrom" }, { "recvfrom", 10, llsocket.MSG_PEEK } },
    V = {
      { "dup" }, { "dup", ai }, { "unwrap" }, { "getsockname" }, { "getpeername" }, { "atmark" }, { "linger" },
      { "linger", 5 }, { "mcastif" }, { "mcastif", "lo" }, { "mcastttl", 5 }, { "rcvbuf", 5000 }, { "rcvtimeo", 1.5 },
      { "tcpnodelay", true }, { "cloexec", false }, { "nonblock", true }, { "acceptconn" }, { "error" },
      { "broadcast" }, { "debug" }, { "dontroute" }, { "keepalive" }, { "oobinline" }, { "rcvbuf" }, { "rcvlowat" },
      { "rcvtimeo" }, { "reuseaddr" }, { "reuseport" }, { "sndbuf" }, { "sndlowat" }, { "sndtimeo" }, { "timestamp" },
      { "tcpcork" }, { "tcpkeepalive" }, { "tcpkeepcnt" }, { "tcpkeepidle" }, { "tcpkeepintvl" }, { "tcpnodelay" },
      { "mcastloop" }, { "mcastttl" }, { "cloexec" }, { "nonblock" },
    },
  }
  for shape, list in pairs(calls) do
    for _, call in ipairs(list) do
      it(("answers %s with EBADF in shape %s (%d)"):format(call[1], shape, #call - 1), function()
        local sock = expect.value(socket.new(ai))
        sock:close()
        expect.failed(shape, "EBADF", sock[call[1]](sock, support.unpack(call, 2)))
      end)
    end
  end

  it("still tells its family, type and protocol, and its descriptor is -1", function()
    local sock = expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, DGRAM, llsocket.IPPROTO_UDP)))
    sock:close()
    assert.equal(llsocket.AF_INET, sock:family())
    assert.equal(DGRAM, sock:socktype())
    assert.equal(llsocket.IPPROTO_UDP, sock:protocol())
    assert.equal(-1, sock:fd())
    assert.equal(-1, sock:getfd())
    expect.quiet(sock:close())
    expect.quiet(sock:close(llsocket.SHUT_RDWR))
  end)
end)

describe("must", function()
  support.watch()
  local must = llsocket.must

  local function raises(text, ...)
    local ok, err = pcall(must, ...)
    assert.is_false(ok)
    assert.equal(text, err)
  end

  it("gives the value of every shape", function()
    local sock = keep(must(socket.new(must(addrinfo.inet("127.0.0.1", 0, STREAM)))))
    assert.is_nil((must(sock:bind())))
    assert.is_nil((must(sock:listen())))
    assert.is_false((must(sock:nonblock())))
    local ends = must(socket.pair(DGRAM, true))
    keep(ends[1])
    keep(ends[2])
    assert.equal(3, must(ends[1]:send("abc")))
    assert.equal("abc", must(ends[2]:recv()))
    must(ends[1]:send("def"))
    local msg, sender = must(ends[2]:recvfrom())
    assert.equal("def", msg)
    assert.is_nil(sender)
    assert.equal(llsocket.gethostname(), must(llsocket.gethostname()))
  end)

  it("gives what has to be done again", function()
    local ends = must(socket.pair(DGRAM, true))
    keep(ends[1])
    keep(ends[2])
    assert.same({ n = 3, nil, nil, true }, support.pack(must(ends[1]:recv())))
    assert.same({ n = 4, nil, nil, nil, true }, support.pack(must(ends[1]:recvfrom())))
    assert.same({ n = 3, 0, nil, true }, support.pack(must(0, nil, true)))
  end)

  it("raises what failed, behind the name of the call", function()
    local sock = keep(must(socket.open(llsocket.AF_INET, STREAM)))
    raises("bind: Destination address required", sock:bind())
    raises("getpeername: Transport endpoint is not connected", sock:getpeername())
    raises("recv: Transport endpoint is not connected", sock:recv())
    raises("recvfrom: Transport endpoint is not connected", sock:recvfrom())
    raises("getaddrinfo: Name or service not known", llsocket.inet.getaddrinfo("", "80"))
    local _, err = pcall(function() must(sock:bind()) end)
    assert.truthy(err:find("results_spec.lua:%d+: bind: Destination address required$"))
  end)

  it("does not name a call that failed otherwise", function()
    local sock = keep(must(socket.open(llsocket.AF_INET, STREAM)))
    expect.failed("E", "EDESTADDRREQ", sock:bind())
    raises("Connection refused", nil, "Connection refused", llsocket.ECONNREFUSED)
    raises("of a friend", nil, "of a friend")
  end)

  it("raises the peer's end", function()
    local ends = must(socket.pair(STREAM))
    keep(ends[1])
    ends[2]:close()
    raises("closed by peer", ends[1]:recv())
    raises("closed by peer", ends[1]:recvfrom())
    raises("closed by peer", ends[1]:send("x"))
  end)

  it("raises an error beside what came before it", function()
    raises("Connection reset by peer", "abc", "Connection reset by peer", false, llsocket.ECONNRESET)
    raises("Connection reset by peer", 3, "Connection reset by peer", false, llsocket.ECONNRESET)
  end)

  it("takes a value that looks like an error for a value", function()
    assert.same({ n = 2, "text", 98 }, support.pack(must("text", 98)))
    assert.same({ n = 0 }, support.pack(must()))
    raises("Address already in use", "Address already in use", 98)
  end)
end)
