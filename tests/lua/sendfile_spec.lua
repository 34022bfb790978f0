--- Files and descriptors: sendfile, sendfd, recvfd.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

--- An open file with ten digits, as a Lua file, with its descriptor.
local function digits()
  local path = support.file("0123456789")
  local file = assert(io.open(path, "rb"))
  return file, support.descriptor(path)
end

describe("sendfile", function()
  support.watch()

  for _, kind in ipairs { "descriptor", "Lua file" } do
    it("sends from a " .. kind, function()
      local one, two = support.pair()
      local file, fd = digits()
      local source = kind == "descriptor" and fd or file
      assert.equal(10, expect.done(one:sendfile(source, 10)))
      assert.equal("0123456789", support.take(two, 10))
      assert.equal(4, expect.done(one:sendfile(source, 4)))
      assert.equal("0123", support.take(two, 4))
      assert.equal(3, expect.done(one:sendfile(source, 3, 5)))
      assert.equal("567", support.take(two, 3))
      assert.equal(2, expect.done(one:sendfile(source, 2, 0)))
      assert.equal("01", support.take(two, 2))
      assert.equal(1, expect.done(one:sendfile(source, 1, nil)))
      assert.equal("0", support.take(two, 1))
      file:close()
    end)

    it("leaves the position of a " .. kind .. " alone", function()
      local one, two = support.pair()
      local file, fd = digits()
      local source = kind == "descriptor" and fd or file
      assert.equal("01", file:read(2))
      local position = file:seek()
      expect.done(one:sendfile(source, 5, 3))
      assert.equal("34567", support.take(two, 5))
      expect.done(one:sendfile(source, 5))
      assert.equal("01234", support.take(two, 5))
      assert.equal(position, file:seek())
      assert.equal("23456789", file:read("*a"))
      file:close()
    end)

    it("is at the end of a " .. kind .. " with 0 bytes, not again", function()
      local one, two = support.pair(STREAM, true)
      local file, fd = digits()
      local source = kind == "descriptor" and fd or file
      for _, offset in ipairs { 10, 11, 1000000, 2 ^ 40 } do
        assert.equal(0, expect.done(one:sendfile(source, 5, offset)))
      end
      expect.again(two:recv())
      file:close()
    end)
  end

  it("sends what is left when more is asked for", function()
    local one, two = support.pair()
    local file = digits()
    assert.equal(2, expect.part(one:sendfile(file, 100, 8)))
    assert.equal("89", support.take(two, 2))
    for _, bytes in ipairs { 2 ^ 31, 1e15, 2 ^ 53 } do
      assert.equal(10, expect.part(one:sendfile(file, bytes)))
      assert.equal("0123456789", support.take(two, 10))
      assert.equal(0, expect.done(one:sendfile(file, bytes, 10)))
    end
    file:close()
  end)

  it("sends a large file part by part over TCP", function()
    local client, server = support.tcp(nil, true)
    client:sndbuf(300000)
    local parts = {}
    for i = 1, 100000 do parts[i] = ("%032d"):format(i) end
    local content = table.concat(parts)
    local file = assert(io.open(support.file(content), "rb"))
    local offset, taken, received, waited = 0, 0, {}, false
    while taken < #content do
      if offset < #content then
        local sent, err, again = client:sendfile(file, #content - offset, offset)
        assert.is_nil(err)
        offset = offset + sent
        assert.equal(offset < #content, again or false)
        waited = waited or again
      end
      server:recvable(5)
      local part = server:recv(1000000)
      if part then
        received[#received + 1], taken = part, taken + #part
      end
    end
    assert.is_true(waited)
    assert.is_true(table.concat(received) == content)
    file:close()
  end)

  it("says again when there is no room", function()
    local one = support.pair(STREAM, true)
    local file = digits()
    support.fill(one)
    local results
    repeat results = support.pack(one:sendfile(file, 10)) until results[1] ~= 10
    expect.sendagain(support.unpack(results, 1, results.n))
    file:close()
  end)

  it("says nothing but nil when the peer is gone", function()
    local one, two = support.pair()
    local file, fd = digits()
    two:close()
    for _ = 1, 5 do
      expect.closed(one:sendfile(file, 10))
      expect.closed(one:sendfile(fd, 10))
    end
    file:close()
  end)

  it("says what the kernel refuses", function()
    local one, two = support.pair()
    local file = digits()
    expect.failed("A", "EINVAL", one:sendfile(file, 10, -1))
    expect.failed("A", "EBADF", one:sendfile(2147483647, 10))
    expect.failed("A", "EBADF", one:sendfile(-1, 10))
    local path = support.file("secret", "writeonly")
    local writer = assert(io.open(path, "ab"))
    expect.failed("A", "EBADF", one:sendfile(writer, 6))
    writer:close()
    file:close()
    expect.failed("A", "EBADF", one:sendfile(file, 10))
    expect.failed("A", "EBADF", one:sendfile(writer, 10))
    two:nonblock(true)
    expect.again(two:recv())
  end)
end)

describe("sendfd and recvfd", function()
  support.watch()

  it("hand a descriptor over", function()
    local one, two = support.pair()
    local file, fd = digits()
    assert.equal(1, expect.done(one:sendfd(fd)))
    local received = expect.done(two:recvfd())
    assert.equal("number", type(received))
    assert.are_not.equal(fd, received)
    assert.equal(support.target(fd), support.target(received))
    assert.is_true(support.cloexec(received))
    file:close()
    expect.quiet(socket.close(received))
  end)

  it("hand a Lua file and a socket over", function()
    local one, two = support.pair(DGRAM)
    local file = digits()
    assert.equal(1, expect.done(one:sendfd(file)))
    file:close()
    local received = expect.done(two:recvfd())
    assert.truthy(support.target(received):find("/file$"))
    expect.quiet(socket.close(received))

    local third, fourth = support.pair()
    expect.done(one:sendfd(third))
    third:close()
    local sock = keep(expect.value(socket.wrap(expect.done(two:recvfd()))))
    expect.done(sock:send("through"))
    assert.equal("through", expect.done(fourth:recv()))
  end)

  it("take an address and flags", function()
    local ai = addrinfo.unix(support.path("inbox"), DGRAM)
    local inbox = keep(expect.value(socket.new(ai)))
    expect.quiet(inbox:bind())
    local sock = keep(expect.value(socket.new(ai)))
    assert.equal(1, expect.done(sock:sendfd(inbox, ai)))
    assert.equal(1, expect.done(sock:sendfd(inbox, { ai }, llsocket.MSG_DONTWAIT)))
    for _ = 1, 2 do
      local fd = expect.done(inbox:recvfd(llsocket.MSG_DONTWAIT, 0))
      assert.equal(support.target(inbox:fd()), support.target(fd))
      expect.quiet(socket.close(fd))
    end
    expect.again(inbox:recvfd(llsocket.MSG_DONTWAIT))
  end)

  it("say ENOMSG to a message without one", function()
    local one, two = support.pair(DGRAM)
    one:send("plain")
    expect.failed("A", "ENOMSG", two:recvfd())
    expect.done(one:sendfd(one))
    expect.quiet(socket.close(expect.done(two:recvfd())))
  end)

  it("say again, closed, and what the kernel refuses", function()
    local one, two = support.pair()
    expect.failed("A", "EBADF", one:sendfd(-1))
    expect.failed("A", "EBADF", one:sendfd(2147483647))
    local file = digits()
    file:close()
    expect.failed("A", "EBADF", one:sendfd(file))
    local gone = support.pair()
    gone:close()
    expect.failed("A", "EBADF", one:sendfd(gone))
    one:nonblock(true)
    expect.again(one:recvfd())
    two:close()
    expect.closed(one:recvfd())
    expect.closed(one:sendfd(one))
  end)

  it("lose no descriptor that is never received", function()
    local one, two = support.pair()
    for _ = 1, 20 do expect.done(one:sendfd(one)) end
    for _ = 1, 20 do assert.equal(1, #expect.done(two:recv(1))) end
  end)
end)
