--- The flags of sends and receives, and their time-outs.

local llsocket = require "llsocket"
local support = require "support"

local expect = support.expect
local DGRAM = llsocket.SOCK_DGRAM
local PEEK, DONTWAIT, TRUNC = llsocket.MSG_PEEK, llsocket.MSG_DONTWAIT, llsocket.MSG_TRUNC

describe("flags", function()
  support.watch()

  it("add up", function()
    local one, two = support.pair()
    one:send("look")
    assert.equal("lo", expect.done(two:recv(2, PEEK, DONTWAIT)))
    assert.equal("look", (expect.message(two:recvfrom(10, PEEK, DONTWAIT))))
    assert.equal("look", expect.done(two:recv(10, DONTWAIT, PEEK)))
    assert.equal("look", expect.done(two:recv(10, DONTWAIT)))
    expect.again(two:recv(10, DONTWAIT))
    expect.again(two:recv(10, PEEK, DONTWAIT))
    expect.messageagain(two:recvfrom(10, DONTWAIT, 0, PEEK))
  end)

  it("make a send of a blocking socket not wait", function()
    local one = support.pair()
    local sent
    repeat sent = one:send(("x"):rep(65536), DONTWAIT, llsocket.MSG_NOSIGNAL) until sent == 0
    expect.sendagain(one:send("x", DONTWAIT))
  end)

  it("wait for all with MSG_WAITALL", function()
    local one, two = support.pair()
    one:send("abc")
    one:send("def")
    assert.equal("abcdef", expect.done(two:recv(6, llsocket.MSG_WAITALL)))
    one:send("gh")
    one:close()
    assert.equal("gh", expect.done(two:recv(6, llsocket.MSG_WAITALL)))
    expect.closed(two:recv(6, llsocket.MSG_WAITALL))
  end)

  it("never return bytes that were not received, with MSG_TRUNC", function()
    local datagram = ("0123456789"):rep(10)
    local udp, ai = support.udp()
    local other = support.udp()
    local one, two = support.pair(DGRAM)
    for _, size in ipairs { 1, 10, 99, 100, 101, 5000 } do
      local wanted = datagram:sub(1, size)
      one:send(datagram)
      assert.equal(wanted, expect.done(two:recv(size, TRUNC)))
      one:send(datagram)
      assert.equal(wanted, (expect.message(two:recvfrom(size, TRUNC))))
      other:sendto(datagram, ai)
      assert.equal(wanted, expect.done(udp:recv(size, TRUNC, PEEK)))
      assert.equal(wanted, (expect.message(udp:recvfrom(size, TRUNC))))
    end
    one:send(("x"):rep(60000))
    assert.equal("x", expect.done(two:recv(1, TRUNC)))
  end)

  it("never return bytes that TCP threw away, with MSG_TRUNC", function()
    local client, server = support.tcp()
    client:send("thrown away")
    server:recvable(5)
    local msg, err = server:recv(6, TRUNC)
    assert.is_nil(err)
    assert.is_true(msg == nil or msg == "")
    local results = support.pack(server:recvfrom(1, TRUNC))
    assert.is_nil(results[3])
    assert.is_true(results[1] == nil or results[1] == "")
    client:send("!")
    assert.equal("away!", support.take(server, 5))
  end)

  it("carry urgent data, and atmark finds its place", function()
    local client, server = support.tcp()
    assert.is_false(expect.value(server:atmark()))
    client:send("ab")
    assert.equal(1, expect.done(client:send("!", llsocket.MSG_OOB)))
    client:send("cd")
    assert.equal("ab", expect.done(server:recv(100)))
    assert.is_true(expect.value(server:atmark()))
    assert.equal("!", expect.done(server:recv(1, llsocket.MSG_OOB)))
    assert.equal("cd", expect.done(server:recv(100)))
    assert.is_false(expect.value(server:atmark()))
  end)
end)

describe("time-outs", function()
  support.watch()

  it("of rcvtimeo end a recv, recvfrom and read with again", function()
    local one = support.pair()
    assert.equal(0.05, expect.value(one:rcvtimeo(0.05)))
    for _ = 1, 2 do
      local start = support.now()
      expect.again(one:recv())
      local took = support.now() - start
      assert.is_true(took >= 0.03 and took < 2, "took " .. took)
    end
    expect.messageagain(one:recvfrom())
    expect.again(one:read())
  end)

  it("of sndtimeo end a send with what went out, or again", function()
    local one = support.pair()
    one:sndtimeo(0.05)
    local size = 4000000
    local sent = expect.part(one:send(("x"):rep(size)))
    assert.is_true(sent < size)
    expect.sendagain(one:send("x"))
  end)
end)
