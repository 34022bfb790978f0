--- Bytes and datagrams: send, sendto, write, recv, recvfrom, read.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM, SEQPACKET = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM, llsocket.SOCK_SEQPACKET

local function unixdgram(name)
  local sock = keep(expect.value(socket.new(addrinfo.unix(support.path(name), DGRAM))))
  expect.quiet(sock:bind())
  return sock, expect.value(sock:getsockname())
end

describe("send and recv", function()
  support.watch()

  for _, address in ipairs { "127.0.0.1", "::1" } do
    it("carry bytes of every value over TCP at " .. address, function()
      if address == "::1" and not support.ipv6() then pending("no IPv6 on loopback") end
      local client, server = support.tcp(address)
      local bytes = {}
      for i = 0, 255 do bytes[i + 1] = string.char(i) end
      local all = table.concat(bytes)
      assert.equal(256, expect.done(client:send(all)))
      assert.equal(all, support.take(server, 256))
      assert.equal(256, expect.done(server:send(all)))
      assert.equal(all, support.take(client, 256))
    end)
  end

  it("carry megabytes, part by part", function()
    local one, two = support.pair(STREAM, true)
    local parts = {}
    for i = 1, 3000 do parts[i] = ("%08d"):format(i):rep(64) end
    local all = table.concat(parts)
    local sent, taken, received = 0, 0, {}
    while taken < #all do
      if sent < #all then
        local count, err, again = one:send(all:sub(sent + 1))
        assert.is_nil(err)
        assert.equal(sent + count < #all, again or false)
        sent = sent + count
      end
      local part = two:recv(100000)
      if part then
        received[#received + 1], taken = part, taken + #part
      end
    end
    assert.is_true(#received > 1)
    assert.is_true(table.concat(received) == all)
  end)

  it("take at most what is asked for", function()
    local one, two = support.pair()
    one:send("abcdefghij")
    assert.equal("abc", expect.done(two:recv(3)))
    assert.equal("d", expect.done(two:recv(1)))
    assert.equal("efghij", expect.done(two:recv(1000)))
  end)

  it("take 65536 bytes of a datagram unless told otherwise", function()
    for _, socktype in ipairs { DGRAM, llsocket.SOCK_SEQPACKET } do
      local one, two = support.pair(socktype, true)
      one:sndbuf(400000)
      local message = ("datagram"):rep(8192)
      for _, receive in ipairs { two.recv, two.recvfrom, two.read } do
        assert.equal(65536, expect.done(one:send(message)))
        assert.is_true((receive(two)) == message)
        assert.equal(4097, expect.done(one:send(message:sub(1, 4097))))
        assert.is_true((receive(two, nil)) == message:sub(1, 4097))
      end
    end
  end)

  it("take 4096 bytes of a stream unless told otherwise", function()
    local one, two = support.pair(STREAM, true)
    local filled = support.fill(one)
    assert.is_true(filled > 8192)
    assert.equal(4096, #expect.done(two:recv()))
    assert.equal(4096, #expect.done(two:recv(nil)))
    assert.equal(4096, #(expect.message(two:recvfrom())))
    assert.equal(4096, #expect.done(two:read()))
  end)

  -- Before Lua 5.3 the collector, and finalizers with it, may run before the bytes of a new string are copied.
  it("are not disturbed by finalizers that receive while a message becomes a string", function()
    local output, status = support.child [[
      local DGRAM = llsocket.SOCK_DGRAM
      local mine, others = socket.pair(DGRAM, true), socket.pair(DGRAM, true)
      for _, list in ipairs { mine, others } do list[1]:sndbuf(400000) end
      local sizes = { 10, 4096, 4097, 60000, 65536, 70000 }
      local runs = 0
      local function receive_others()
        runs = runs + 1
        local message = ("other"):rep(13107)
        for _ = 1, 2 do
          assert(others[1]:send(message) == #message)
          assert(others[2]:recv() == message)
          assert(others[1]:send "other" == 5)
          assert(others[2]:recvfrom(65536) == "other")
        end
      end
      -- From here on, every request for memory is a whole collection: the next one is that for the message.
      collectgarbage("setpause", 1)
      collectgarbage("setstepmul", 1000000)
      local function litter() socket.pair(DGRAM)[1]:addgcfn(receive_others) end
      for round = 1, 20 do
        for _, size in ipairs(sizes) do
          for _, room in ipairs { 65536, 70000 } do
            local message = tostring(round):sub(-1):rep(math.min(size, room))
            for _, receive in ipairs { mine[2].recv, mine[2].recvfrom } do
              assert(mine[1]:send(message) == #message)
              litter()
              local received = receive(mine[2], room)
              assert(received == message, #received)
            end
          end
        end
      end
      assert(runs > 100, runs)
      io.write "fine"
    ]]
    assert.equal(0, status, output)
    assert.equal("fine", output)
  end)

  for _, size in ipairs { 1e15, 2 ^ 53, 2 ^ 31, 2 ^ 40 } do
    it(("take a claimed size of %.0f as a wish"):format(size), function()
      local one, two = support.pair()
      for _ = 1, 50 do
        one:send("small")
        assert.equal("small", expect.done(two:recv(size)))
      end
      one:send("small")
      assert.equal("small", (expect.message(two:recvfrom(size))))
      one:send("small")
      assert.equal("small", expect.done(two:read(size)))
      two:nonblock(true)
      expect.again(two:recv(size))
      assert.is_true(collectgarbage("count") < 200 * 1024)
    end)
  end

  it("take a large datagram whole, however much is asked for", function()
    local one, two = support.pair(DGRAM)
    local datagram = ("0123456789"):rep(15000)
    for _, size in ipairs { 150000, 1e6, 2 ^ 53 } do
      assert.equal(#datagram, expect.done(one:send(datagram)))
      assert.is_true(datagram == expect.done(two:recv(size)))
      one:send(datagram)
      assert.is_true(datagram == (expect.message(two:recvfrom(size))))
    end
  end)

  for _, size in ipairs { 0, -1, -2147483648 } do
    it("refuse to receive " .. size .. " bytes", function()
      local _, two = support.pair()
      expect.failed("A", "EINVAL", two:recv(size))
      expect.failed("F", "EINVAL", two:recvfrom(size))
      expect.failed("A", "EINVAL", two:read(size))
    end)
  end

  it("keep datagrams apart", function()
    for _, kind in ipairs { DGRAM, SEQPACKET } do
      local one, two = support.pair(kind)
      assert.equal(5, expect.done(one:send("first")))
      assert.equal(6, expect.done(one:send("second")))
      assert.equal("fi", expect.done(two:recv(2)))
      assert.equal("second", expect.done(two:recv()))
    end
  end)

  it("carry empty datagrams", function()
    local one, two = support.pair(DGRAM)
    assert.equal(0, expect.done(one:send("")))
    assert.equal(0, expect.done(one:write("")))
    assert.equal("", expect.done(two:recv()))
    assert.equal("", expect.done(two:read()))
    local udp, ai = support.udp()
    local other = support.udp()
    assert.equal(0, expect.done(other:sendto("", ai)))
    assert.equal("", expect.done(udp:recv()))
    assert.equal(0, expect.done(other:sendto("", ai)))
    local msg, from = expect.message(udp:recvfrom())
    assert.equal("", msg)
    assert.is_true(from == other:getsockname())
  end)

  it("send nothing on a stream, and say so", function()
    local one, two = support.pair(STREAM, true)
    expect.failed("A", "EINVAL", one:send(""))
    expect.failed("A", "EINVAL", one:write(""))
    expect.again(two:recv())
  end)

  it("see an empty seqpacket as the peer's end", function()
    local one, two = support.pair(SEQPACKET)
    assert.equal(0, expect.done(one:send("")))
    expect.closed(two:recv())
    one:send("after")
    assert.equal("after", expect.done(two:recv()))
  end)

  it("say what the kernel refuses", function()
    local udp = support.udp()
    expect.failed("A", "EDESTADDRREQ", udp:send("x"))
    expect.failed("A", "EMSGSIZE", udp:sendto(("x"):rep(70000), udp:getsockname()))
    local tcp = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    expect.failed("A", "ENOTCONN", tcp:recv())
    expect.failed("F", "ENOTCONN", tcp:recvfrom())
    local one = support.pair(DGRAM)
    expect.failed("A", "EOPNOTSUPP", one:send("x", llsocket.MSG_OOB))
  end)

  it("get the error of a refused datagram", function()
    local gone, ai = support.udp()
    gone:close()
    local sock = support.udp()
    expect.quiet(sock:connect(ai))
    expect.done(sock:send("x"))
    expect.failed("A", "ECONNREFUSED", sock:recv())
    expect.done(sock:send("x"))
    assert.is_true(expect.done(sock:recvable(5)))
    expect.failed("A", "ECONNREFUSED", sock:send("x"))
  end)
end)

describe("read and write", function()
  support.watch()

  it("are recv and send without flags", function()
    local one, two = support.pair()
    assert.equal(5, expect.done(one:write("hello")))
    assert.equal("he", expect.done(two:read(2)))
    assert.equal("llo", expect.done(two:read()))
    one:nonblock(true)
    expect.again(one:read())
    support.fill(one)
    expect.sendagain(one:write("x"))
    two:close()
    expect.closed(one:write("x"))
  end)
end)

describe("sendto and recvfrom", function()
  support.watch()

  for _, address in ipairs { "127.0.0.1", "::1" } do
    it("name the other end over UDP at " .. address, function()
      if address == "::1" and not support.ipv6() then pending("no IPv6 on loopback") end
      local one, here = support.udp(address)
      local two, there = support.udp(address)
      assert.equal(4, expect.done(one:sendto("ping", there)))
      local msg, from = expect.message(two:recvfrom())
      assert.equal("ping", msg)
      assert.is_true(from == here)
      assert.equal(address, from:addr())
      assert.equal(here:port(), from:port())
      assert.equal(4, expect.done(two:sendto("pong", { from })))
      assert.equal("pong", (expect.message(one:recvfrom(100))))
    end)
  end

  it("name the other end over unix datagrams", function()
    local one, here = unixdgram("one")
    local two, there = unixdgram("two")
    assert.equal(4, expect.done(one:sendto("ping", there)))
    local msg, from = expect.message(two:recvfrom())
    assert.equal("ping", msg)
    assert.equal(support.path("one"), from:addr())
    assert.is_true(from == here)
    local nameless = keep(expect.value(socket.new(there)))
    nameless:sendto("who", there)
    msg, from = expect.message(two:recvfrom())
    assert.equal("who", msg)
    assert.is_true(from == nil or from:addr() == "")
  end)

  it("give one object for the same sender, for each socket", function()
    local one, one_address = unixdgram "one"
    local two, two_address = unixdgram "two"
    local function from(who, to, size)
      expect.done((who:sendto(("x"):rep(5000), to == one and one_address or two_address)))
      local msg, ai = to:recvfrom(size)
      assert.equal(5000, #msg)
      return ai
    end
    local last = { from(two, one), from(one, two) }
    for _, size in ipairs { 5000, 65536, 100000 } do
      assert.is_true(rawequal(last[1], from(two, one, size)))
      assert.is_true(rawequal(last[2], from(one, two, size)))
    end
    local other = unixdgram "other"
    local sender = from(other, one)
    assert.is_false(rawequal(last[1], sender))
    assert.equal(other:getsockname(), sender)
    assert.is_true(rawequal(sender, from(other, one)))
    assert.equal(two_address, from(two, one))
  end)

  it("keep neither a socket nor its last sender", function()
    local objects = setmetatable({}, { __mode = "k" })
    for n = 1, 3 do
      local sock = expect.value(socket.new(addrinfo.unix(support.path("forgotten" .. n), DGRAM)))
      expect.quiet(sock:bind())
      expect.done((sock:sendto("x", expect.value(sock:getsockname()))))
      local _, sender = sock:recvfrom()
      objects[sock], objects[sender] = true, true
      sock:close()
    end
    for _ = 1, 4 do collectgarbage() end
    assert.is_nil(next(objects))
  end)

  it("name nobody on a connected stream", function()
    local client, server = support.tcp()
    client:send("x")
    local msg, from = expect.message(server:recvfrom())
    assert.equal("x", msg)
    assert.is_nil(from)
    client:close()
    expect.closed(server:recvfrom())
  end)

  it("say again, and what the kernel refuses", function()
    local one = support.udp()
    one:nonblock(true)
    expect.messageagain(one:recvfrom())
    local sock = unixdgram("here")
    expect.failed("A", "ENOENT", sock:sendto("x", addrinfo.unix(support.path("nobody"), DGRAM)))
    local other, ai = unixdgram("gone")
    other:close()
    expect.failed("A", "ECONNREFUSED", sock:sendto("x", ai))
  end)

  it("fill a datagram queue up to again", function()
    local _, ai = unixdgram("slow")
    local sock = keep(expect.value(socket.new(ai, true)))
    local results
    for _ = 1, 100000 do
      results = support.pack(sock:sendto("x", ai))
      if results[1] ~= 1 then break end
    end
    expect.sendagain(support.unpack(results, 1, results.n))
  end)
end)
