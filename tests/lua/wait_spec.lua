--- Waiting on one socket: recvable and sendable.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep

describe("sock:recvable", function()
  support.watch()

  it("is true as soon as something is there", function()
    local one, two = support.pair()
    expect.again(two:recvable(0))
    expect.done(one:send("x"))
    for _, sec in ipairs { 0, 0.5, 1e9, 1e18 } do
      assert.is_true(expect.done(two:recvable(sec)))
    end
    assert.is_true(expect.done(two:recvable()))
    assert.is_true(expect.done(two:recvable(nil)))
    two:recv()
    expect.again(two:recvable(0))
  end)

  it("is true at the peer's end", function()
    local one, two = support.pair()
    one:close()
    assert.is_true(expect.done(two:recvable(0)))
    expect.closed(two:recv())
  end)

  it("is true when a connection waits", function()
    local listener, ai = support.listener()
    expect.again(listener:recvable(0))
    local client = keep(expect.value(socket.new(ai)))
    expect.quiet(client:connect())
    assert.is_true(expect.done(listener:recvable(5)))
    keep(expect.done(listener:accept()))
    expect.again(listener:recvable(0))
  end)

  it("says again when the time ran out, not earlier", function()
    local one = support.pair()
    local start = support.now()
    expect.again(one:recvable(0.2))
    local took = support.now() - start
    assert.is_true(took >= 0.19 and took < 2, "took " .. took)
  end)

  it("rounds the shortest times up, and comes back", function()
    local one = support.pair()
    expect.again(one:recvable(1e-9))
    expect.again(one:recvable(5e-324))
    expect.again(one:recvable(0.0004))
  end)

  it("does not depend on nonblock", function()
    local one = support.pair(llsocket.SOCK_STREAM, true)
    local start = support.now()
    expect.again(one:recvable(0.1))
    assert.is_true(support.now() - start >= 0.09)
  end)
end)

describe("sock:sendable", function()
  support.watch()

  it("is true while there is room", function()
    local one, two = support.pair(llsocket.SOCK_STREAM, true)
    assert.is_true(expect.done(one:sendable()))
    assert.is_true(expect.done(one:sendable(0)))
    local filled = support.fill(one)
    expect.again(one:sendable(0))
    expect.again(one:sendable(0.05))
    two:nonblock(false)
    support.take(two, filled)
    assert.is_true(expect.done(one:sendable(5)))
  end)

  it("is true when the peer is gone, since a send would not wait", function()
    local one, two = support.pair(llsocket.SOCK_STREAM, true)
    support.fill(one)
    two:close()
    assert.is_true(expect.done(one:sendable(5)))
  end)
end)

for _, name in ipairs { "recvable", "sendable" } do
  describe("the time of " .. name, function()
    support.watch()

    for _, sec in ipairs { -1, -0.001, support.huge, -support.huge, support.nan } do
      it("cannot be " .. tostring(sec), function()
        local one, two = support.pair()
        two:send("x")
        expect.failed("A", "EDOM", one[name](one, sec))
      end)
    end

    it("may be minus zero", function()
      local one, two = support.pair()
      two:send("x")
      assert.is_true(expect.done(one[name](one, -0.0)))
    end)

    it("does not matter to a closed socket", function()
      local one = support.pair()
      one:close()
      expect.failed("A", "EBADF", one[name](one))
      expect.failed("A", "EBADF", one[name](one, 5))
    end)
  end)
end

describe("waiting on a descriptor above 1024", function()
  support.watch()

  it("works", function()
    local output, status = support.child([[
      local pair = assert(socket.pair(llsocket.SOCK_STREAM))
      local all = {}
      for i = 1, 1200 do
        local copy, err = pair[1]:dup()
        if not copy then io.write(err) os.exit(3) end
        all[i] = copy
      end
      local high = all[1200]
      io.write(tostring(high:fd() > 1024), " ", select("#", high:recvable(0.01)), " ", tostring(high:sendable(0)), " ")
      pair[2]:send("high")
      io.write(tostring(high:recvable(1)), " ", high:recv())
    ]], "ulimit -n 4096;")
    if output:find("ulimit") or status == 3 then pending("cannot open 1200 descriptors") end
    assert.equal("true 3 true true high", output)
    assert.equal(0, status)
  end)
end)

describe("waiting for a connection", function()
  support.watch()

  it("ends for both ways when it was refused", function()
    local client = keep(expect.value(socket.new(support.deadport(), true)))
    expect.quiet(client:connect())
    assert.is_true(expect.done(client:recvable(5)))
    assert.is_true(expect.done(client:sendable(5)))
    assert.equal(111, client:error())
  end)

  it("ends at once for a fresh stream socket, as poll says", function()
    local sock = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM))))
    assert.is_true(expect.done(sock:recvable(0)))
  end)
end)
