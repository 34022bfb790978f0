--- The descriptor and its life: new, pair, wrap, unwrap, dup, shutdown, close, and what can be asked of it.

local lfs = require "lfs"
local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM, SEQPACKET = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM, llsocket.SOCK_SEQPACKET

describe("socket.new", function()
  support.watch()

  local kinds = {
    { "inet", addrinfo.inet, "127.0.0.1", "AF_INET", "SOCK_STREAM", "IPPROTO_TCP" },
    { "inet", addrinfo.inet, "127.0.0.1", "AF_INET", "SOCK_DGRAM", "IPPROTO_UDP" },
    { "inet6", addrinfo.inet6, "::1", "AF_INET6", "SOCK_STREAM", "IPPROTO_TCP" },
    { "inet6", addrinfo.inet6, "::1", "AF_INET6", "SOCK_DGRAM", "IPPROTO_UDP" },
  }
  for _, kind in ipairs(kinds) do
    local name, build, address, family, socktype, protocol = support.unpack(kind)
    it("opens a socket of " .. name .. " " .. socktype, function()
      if family == "AF_INET6" and not support.ipv6() then pending("no IPv6 on loopback") end
      local ai = expect.value(build(address, 0, llsocket[socktype], llsocket[protocol]))
      local sock = keep(expect.value(socket.new(ai)))
      assert.equal(llsocket[family], sock:family())
      assert.equal(llsocket[socktype], sock:socktype())
      assert.equal(llsocket[protocol], sock:protocol())
      assert.truthy(support.target(sock:fd()):find("^socket:"))
    end)
  end

  for _, socktype in ipairs { "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET" } do
    it("opens a socket of unix " .. socktype, function()
      local sock = keep(expect.value(socket.new(addrinfo.unix("\0name", llsocket[socktype]))))
      assert.equal(llsocket.AF_UNIX, sock:family())
      assert.equal(llsocket[socktype], sock:socktype())
      assert.equal(0, sock:protocol())
    end)
  end

  it("opens a stream socket when the address names no type", function()
    local sock = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0))))
    assert.equal(STREAM, sock:socktype())
  end)

  it("takes a list of addresses for its first", function()
    local list = expect.value(llsocket.inet.getaddrinfo("127.0.0.1", "0", DGRAM))
    local sock = keep(expect.value(socket.new(list)))
    assert.equal(DGRAM, sock:socktype())
    local other = keep(expect.value(socket.new({ addrinfo.unix("\0x", SEQPACKET), addrinfo.inet("127.0.0.1", 0) })))
    assert.equal(llsocket.AF_UNIX, other:family())
  end)

  it("blocks unless told otherwise", function()
    local ai = addrinfo.inet("127.0.0.1", 0, STREAM)
    assert.is_false(keep(expect.value(socket.new(ai))):nonblock())
    assert.is_false(keep(expect.value(socket.new(ai, nil))):nonblock())
    assert.is_false(keep(expect.value(socket.new(ai, false))):nonblock())
    assert.is_true(keep(expect.value(socket.new(ai, true))):nonblock())
  end)

  it("says what the kernel refuses", function()
    expect.failed("V", "EPROTONOSUPPORT", socket.new(addrinfo.inet("127.0.0.1", 0, STREAM, llsocket.IPPROTO_UDP)))
    expect.failed("V", "ESOCKTNOSUPPORT", socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_RDM)))
  end)
end)

describe("socket.pair", function()
  support.watch()

  for _, name in ipairs { "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET" } do
    it("connects two of " .. name, function()
      local list = expect.value(socket.pair(llsocket[name]))
      assert.equal("table", type(list))
      assert.equal(2, #list)
      local one, two = keep(list[1]), keep(list[2])
      assert.are_not.equal(one:fd(), two:fd())
      for _, sock in ipairs(list) do
        assert.equal(llsocket.AF_UNIX, sock:family())
        assert.equal(llsocket[name], sock:socktype())
        assert.is_false(sock:nonblock())
      end
      assert.equal(4, expect.done(one:send("ping")))
      assert.equal("ping", expect.done(two:recv()))
      assert.equal(4, expect.done(two:send("pong")))
      assert.equal("pong", expect.done(one:recv()))
    end)
  end

  it("makes both ends non-blocking", function()
    local one, two = support.pair(STREAM, true)
    assert.is_true(one:nonblock())
    assert.is_true(two:nonblock())
  end)

  it("takes a protocol", function()
    local list = expect.value(socket.pair(STREAM, nil, 0))
    keep(list[1])
    keep(list[2])
    expect.failed("V", "EPROTONOSUPPORT", socket.pair(STREAM, false, llsocket.IPPROTO_TCP))
  end)

  it("says what the kernel refuses", function()
    expect.failed("V", "ESOCKTNOSUPPORT", socket.pair(llsocket.SOCK_RDM))
  end)
end)

describe("socket.wrap", function()
  support.watch()

  it("adopts a descriptor and asks the kernel what it is", function()
    local fd = expect.value(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, DGRAM))):unwrap())
    local sock = keep(expect.value(socket.wrap(fd)))
    assert.equal(fd, sock:fd())
    assert.equal(llsocket.AF_INET, sock:family())
    assert.equal(DGRAM, sock:socktype())
    assert.equal(llsocket.IPPROTO_UDP, sock:protocol())
    expect.quiet(sock:bind(addrinfo.inet("127.0.0.1", 0)))
  end)

  it("owns what it adopted", function()
    local fd = expect.value(socket.pair(STREAM)[1]:unwrap())
    local sock = expect.value(socket.wrap(fd))
    assert.truthy(support.target(fd))
    expect.quiet(sock:close())
    assert.is_nil(support.target(fd))
  end)

  for _, case in ipairs { { true, nil, true }, { false, nil, false }, { true, false, false }, { false, true, true } } do
    local was, wanted, is = case[1], case[2], case[3]
    it(("makes nonblock %s of %s with %s"):format(tostring(is), tostring(was), tostring(wanted)), function()
      local one = support.pair(STREAM, was)
      local sock = keep(expect.value(socket.wrap(expect.value(one:unwrap()), wanted)))
      assert.equal(is, expect.value(sock:nonblock()))
    end)
  end

  it("sets close-on-exec", function()
    local one = support.pair()
    one:cloexec(false)
    local sock = keep(expect.value(socket.wrap(expect.value(one:unwrap()))))
    assert.is_true(sock:cloexec())
  end)

  it("refuses what is not a socket, and leaves it alone", function()
    local path = support.file("words")
    local file = io.open(path)
    local fd = support.descriptor(path)
    expect.failed("V", "ENOTSOCK", socket.wrap(fd))
    expect.failed("V", "ENOTSOCK", socket.wrap(fd, true))
    assert.equal("words", file:read("*a"))
    file:close()
  end)

  it("refuses what is not open", function()
    local one = support.pair()
    local fd = one:fd()
    one:close()
    expect.failed("V", "EBADF", socket.wrap(fd))
    expect.failed("V", "EBADF", socket.wrap(2147483647))
  end)
end)

describe("sock:unwrap", function()
  support.watch()

  it("gives the descriptor up and leaves a closed socket", function()
    local one, two = support.pair()
    local number = one:fd()
    local fd = expect.value(one:unwrap())
    assert.equal(number, fd)
    assert.equal(-1, one:fd())
    expect.failed("A", "EBADF", one:send("x"))
    expect.failed("V", "EBADF", one:unwrap())
    expect.quiet(one:close())
    one = nil -- luacheck: ignore 311
    collectgarbage()
    assert.truthy(support.target(fd))
    expect.quiet(socket.close(fd))
    expect.closed(two:recv())
  end)
end)

describe("sock:dup", function()
  support.watch()

  it("makes a second socket on the same thing", function()
    local one, two = support.pair(DGRAM)
    local copy = keep(expect.value(one:dup()))
    assert.are_not.equal(one:fd(), copy:fd())
    assert.equal(support.target(one:fd()), support.target(copy:fd()))
    for _, name in ipairs { "family", "socktype", "protocol" } do
      assert.equal(one[name](one), copy[name](copy))
    end
    assert.is_true(copy:cloexec())
    expect.done(copy:send("from the copy"))
    assert.equal("from the copy", expect.done(two:recv()))
  end)

  it("survives the close of the first, and the other way round", function()
    local one, two = support.pair()
    local copy = keep(expect.value(one:dup()))
    expect.quiet(one:close())
    expect.done(copy:send("alive"))
    assert.equal("alive", expect.done(two:recv()))
    local third = keep(expect.value(copy:dup()))
    expect.quiet(third:close())
    expect.done(copy:send("still"))
    assert.equal("still", expect.done(two:recv()))
    copy:close()
    expect.closed(two:recv())
  end)

  it("shares what belongs to the open socket, not what belongs to the descriptor", function()
    local one = support.pair()
    local copy = keep(expect.value(one:dup()))
    copy:nonblock(true)
    assert.is_true(one:nonblock())
    copy:cloexec(false)
    assert.is_true(one:cloexec())
  end)

  it("keeps the address for bind and connect, or takes another", function()
    local listener, ai = support.listener()
    local one = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    local same = keep(expect.value(one:dup()))
    expect.quiet(same:bind())
    assert.equal("127.0.0.1", one:getsockname():addr())
    local other = keep(expect.value(one:dup(ai)))
    expect.quiet(other:connect())
    assert.equal(ai:port(), one:getpeername():port())
    keep(expect.done(listener:accept()))
    local fourth = keep(expect.value(one:dup({ ai })))
    expect.failed("E", "EISCONN", fourth:connect())
  end)
end)

describe("sock:shutdown", function()
  support.watch()

  it("ends the sending side alone", function()
    local one, two = support.pair()
    expect.quiet(one:shutdown(llsocket.SHUT_WR))
    expect.closed(two:recv())
    expect.done(two:send("back"))
    assert.equal("back", expect.done(one:recv()))
    expect.failed("A", "EPIPE", one:send("x"))
  end)

  it("ends the receiving side alone", function()
    local one, two = support.pair()
    expect.quiet(one:shutdown(llsocket.SHUT_RD))
    expect.closed(one:recv())
    expect.done(one:send("out"))
    assert.equal("out", expect.done(two:recv()))
  end)

  it("ends both unless told otherwise", function()
    for _, flag in ipairs { false, llsocket.SHUT_RDWR } do
      local one, two = support.pair()
      expect.quiet(one:shutdown(flag or nil))
      expect.closed(one:recv())
      expect.failed("A", "EPIPE", one:send("x"))
      expect.closed(two:recv())
      assert.are_not.equal(-1, one:fd())
    end
  end)

  it("says ENOTCONN and EINVAL", function()
    local sock = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    expect.failed("E", "ENOTCONN", sock:shutdown())
    local one = support.pair()
    expect.failed("E", "EINVAL", one:shutdown(99))
  end)
end)

describe("sock:close", function()
  support.watch()

  it("closes, and is quiet the second time", function()
    local one, two = support.pair()
    local fd = one:fd()
    expect.quiet(one:close())
    assert.equal(-1, one:fd())
    assert.is_nil(support.target(fd))
    expect.closed(two:recv())
    expect.quiet(one:close())
    expect.quiet(one:close(llsocket.SHUT_RDWR))
  end)

  it("does not close a descriptor that was opened since", function()
    local one = support.pair()
    local fd = one:fd()
    one:close()
    local three = support.pair()
    assert.equal(fd, three:fd())
    expect.quiet(one:close())
    assert.truthy(support.target(fd))
  end)

  it("shuts down first when told how, which a duplicate feels", function()
    local one, two = support.pair()
    local copy = keep(expect.value(one:dup()))
    expect.quiet(one:close(llsocket.SHUT_WR))
    expect.closed(two:recv())
    expect.done(two:send("x"))
    assert.equal("x", expect.done(copy:recv()))
  end)

  it("does not call ENOTCONN an error", function()
    local sock = expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM)))
    expect.quiet(sock:close(llsocket.SHUT_RDWR))
    assert.equal(-1, sock:fd())
  end)

  it("closes although its shutdown failed", function()
    local one = support.pair()
    expect.failed("E", "EINVAL", one:close(99))
    assert.equal(-1, one:fd())
  end)
end)

describe("socket.shutdown and socket.close", function()
  support.watch()

  it("work on a bare descriptor", function()
    local one, two = support.pair()
    expect.quiet(socket.shutdown(one:fd(), llsocket.SHUT_WR))
    expect.closed(two:recv())
    expect.done(two:send("x"))
    expect.quiet(socket.shutdown(one:fd()))
    expect.closed(two:send("x"))
    local fd = expect.value(two:unwrap())
    expect.quiet(socket.close(fd, llsocket.SHUT_RDWR))
    assert.is_nil(support.target(fd))
    local other = expect.value(support.pair():unwrap())
    expect.quiet(socket.close(other))
    assert.is_nil(support.target(other))
  end)

  it("say what the kernel says", function()
    expect.failed("E", "EBADF", socket.shutdown(2147483647))
    expect.failed("E", "EBADF", socket.close(2147483647))
    local path = support.file("words")
    local file = io.open(path)
    expect.failed("E", "ENOTSOCK", socket.shutdown(support.descriptor(path)))
    assert.equal("words", file:read("*a"))
    file:close()
  end)
end)

describe("a descriptor", function()
  support.watch()

  it("is opened close-on-exec by every function", function()
    local listener, ai = support.listener()
    local client = keep(expect.value(socket.new(ai)))
    client:connect()
    local server = keep(expect.done(listener:accept()))
    local one, two = support.pair(STREAM, true)
    for _, sock in ipairs { listener, client, server, one, two, keep(one:dup()) } do
      assert.is_true(expect.value(sock:cloexec()))
      assert.is_true(support.cloexec(sock:fd()))
    end
  end)

  it("does not reach a child, or does when told", function()
    local one = support.pair()
    local inode = support.target(one:fd())
    local function child()
      local pipe = io.popen("ls -l /proc/self/fd")
      local list = pipe:read("*a")
      pipe:close()
      return list:find(inode, 1, true) ~= nil
    end
    assert.is_false(child())
    assert.is_false(expect.value(one:cloexec(false)))
    assert.is_false(expect.value(one:cloexec()))
    assert.is_true(child())
    assert.is_true(expect.value(one:cloexec(true)))
    assert.is_false(child())
  end)

  it("changes between blocking and not", function()
    local one = support.pair()
    assert.is_true(expect.value(one:nonblock(true)))
    assert.is_true(expect.value(one:nonblock()))
    expect.again(one:recv())
    assert.is_false(expect.value(one:nonblock(false)))
    assert.is_false(expect.value(one:nonblock()))
  end)

  it("is a number that /proc knows", function()
    local one = support.pair()
    assert.equal("number", type(one:fd()))
    assert.equal("socket", lfs.attributes("/proc/self/fd/" .. one:fd(), "mode"))
  end)
end)
