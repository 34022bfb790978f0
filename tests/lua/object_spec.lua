--- Objects: their text form, collection, closing, and resistance to hostile scripts.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local function collect()
  collectgarbage()
  collectgarbage()
end

describe("tostring", function()
  support.watch()

  it("says family, type, descriptor and address", function()
    local listener, ai = support.listener()
    assert.equal(("llsocket.socket: inet stream fd %d 127.0.0.1:%d"):format(listener:fd(), ai:port()), tostring(listener))
    local udp, there = support.udp()
    assert.equal(("llsocket.socket: inet dgram fd %d 127.0.0.1:%d"):format(udp:fd(), there:port()), tostring(udp))
    local one = support.pair(llsocket.SOCK_SEQPACKET)
    assert.truthy(tostring(one):find(("^llsocket%%.socket: unix seqpacket fd %d"):format(one:fd())))
    local path = support.path("sock")
    local bound = keep(expect.value(socket.new(addrinfo.unix(path, DGRAM))))
    bound:bind()
    assert.equal(("llsocket.socket: unix dgram fd %d %s"):format(bound:fd(), path), tostring(bound))
  end)

  it("says closed", function()
    local sock = expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM)))
    sock:close()
    assert.equal("llsocket.socket: inet stream closed", tostring(sock))
  end)
end)

describe("collection", function()
  support.watch()

  it("closes", function()
    local before = support.descriptors()
    local fd
    do
      local list = socket.pair(STREAM)
      fd = list[1]:fd()
      assert.equal(before + 2, support.descriptors())
    end
    for _ = 1, 200 do socket.pair(STREAM) end
    collect()
    assert.equal(before, support.descriptors())
    assert.is_nil(support.target(fd))
  end)

  it("closes what accept, dup and wrap made", function()
    local listener, ai = support.listener()
    local before = support.descriptors()
    for _ = 1, 20 do
      local client = socket.new(ai)
      client:connect()
      local server = listener:accept(true)
      socket.wrap(server:dup():unwrap())
    end
    collect()
    assert.equal(before, support.descriptors())
  end)

  it("closes when the state closes", function()
    local list = expect.value(socket.pair(STREAM))
    local one, two = keep(list[1]), keep(list[2])
    one:cloexec(false)
    local output, status = support.child(([[
      local sock = assert(socket.wrap(%d))
      debug.getregistry().sock = sock
      _G.sock = sock
      sock:send("alive")
    ]]):format(one:fd()))
    assert.equal("", output)
    assert.equal(0, status)
    one:close()
    assert.equal("alive", expect.done(two:recv()))
    expect.closed(two:recv())
  end)

  it("by hand, twice, is a close like any other", function()
    local one, two = support.pair()
    local gc = debug.getmetatable(one).__gc
    assert.equal("function", type(gc))
    gc(one)
    assert.equal(-1, one:fd())
    expect.closed(two:recv())
    local three = support.pair()
    gc(one)
    gc(one)
    assert.truthy(support.target(three:fd()))
    expect.failed("A", "EBADF", one:send("x"))
    assert.equal("llsocket.socket: unix stream closed", tostring(one))
    local aigc = debug.getmetatable(addrinfo.inet("127.0.0.1", 80)).__gc
    if aigc then
      local ai = addrinfo.inet("127.0.0.1", 80)
      aigc(ai)
      aigc(ai)
    end
  end)

  it("by hand on something else does nothing to it", function()
    local one = support.pair()
    local gc = debug.getmetatable(one).__gc
    for _, thing in ipairs { {}, "x", 5, true, io.stdout, addrinfo.inet("127.0.0.1", 80) } do pcall(gc, thing) end
    pcall(gc)
    assert.equal("file", io.type(io.stdout))
    assert.truthy(support.target(one:fd()))
  end)
end)

describe("<close>", function()
  support.watch()

  it("closes at the end of the block, and on an error", function()
    if not support.load("local x <close> = nil") then pending("this Lua has no <close>") end
    local run = assert(support.load([[
      local socket, fail = ...
      local fds = {}
      local ok, err = pcall(function()
        local list = socket.pair(1)
        local one <close>, two = list[1], list[2]
        local three <close> = two
        fds[1], fds[2] = one:fd(), two:fd()
        if fail then error("on purpose", 0) end
      end)
      return ok, err, fds
    ]]))
    for _, fail in ipairs { false, true } do
      local ok, err, fds = run(socket, fail)
      assert.equal(not fail, ok)
      assert.equal(fail and "on purpose" or nil, err)
      assert.is_nil(support.target(fds[1]))
      assert.is_nil(support.target(fds[2]))
    end
  end)

  it("is a function that raises nothing", function()
    local one = support.pair()
    local close = debug.getmetatable(one).__close
    assert.equal("function", type(close))
    close(one, "an error")
    assert.equal(-1, one:fd())
    close(one, nil)
  end)
end)

describe("functions for the collector", function()
  support.watch()

  it("run when the socket is collected, in order, errors swallowed", function()
    local calls = {}
    do
      local list = socket.pair(STREAM)
      assert.is_true(expect.value(list[1]:addgcfn(function(...) calls[#calls + 1] = support.pack(...) end, "a", nil, 3)))
      assert.is_true(expect.value(list[1]:addgcfn(function() calls[#calls + 1] = "second" error("swallowed") end)))
      assert.is_true(expect.value(list[1]:addgcfn(function() calls[#calls + 1] = "third" end)))
    end
    for _ = 1, 50 do socket.pair(STREAM) end
    collect()
    assert.same({ { n = 3, "a", nil, 3 }, "second", "third" }, calls)
  end)

  it("do not run once removed", function()
    local calls = 0
    local function count() calls = calls + 1 end
    local function other() calls = calls + 100 end
    do
      local one = socket.pair(STREAM)[1]
      assert.is_false(expect.value(one:delgcfn()))
      one:addgcfn(count)
      one:addgcfn(other)
      assert.is_true(expect.value(one:delgcfn(other)))
      assert.is_false(expect.value(one:delgcfn(other)))
      local two = socket.pair(STREAM)[1]
      two:addgcfn(other)
      two:addgcfn(other)
      assert.is_true(expect.value(two:delgcfn()))
      assert.is_false(expect.value(two:delgcfn()))
    end
    for _ = 1, 50 do socket.pair(STREAM) end
    collect()
    assert.equal(1, calls)
  end)

  it("do not keep the socket that they hold", function()
    local before, calls = support.descriptors(), 0
    do
      local one = socket.pair(STREAM)[1]
      one:addgcfn(function(sock)
        calls = calls + 1
        sock:close()
        sock:addgcfn(error)
        return one
      end, one)
    end
    for _ = 1, 50 do socket.pair(STREAM) end
    collect()
    collect()
    assert.equal(before, support.descriptors())
    assert.equal(1, calls)
  end)

  it("may yield, collect and raise anything, to no effect", function()
    local calls = 0
    do
      local one = socket.pair(STREAM)[1]
      for _, act in ipairs { coroutine.yield, collectgarbage, function() error({}) end, function() error() end } do
        one:addgcfn(function()
          calls = calls + 1
          act()
        end)
      end
    end
    for _ = 1, 50 do socket.pair(STREAM) end
    collect()
    assert.equal(4, calls)
  end)

  it("run when the state closes", function()
    local output = support.child([[
      sock = socket.pair(llsocket.SOCK_STREAM)[1]
      sock:addgcfn(function(word) io.stdout:write(word) end, "bye")
    ]])
    assert.equal("bye", output)
  end)
end)

describe("metatables", function()
  support.watch()

  it("are locked and named", function()
    local one = support.pair()
    assert.equal("llsocket.socket", getmetatable(one))
    assert.is_false(pcall(setmetatable, one, {}))
    assert.equal("llsocket.socket", debug.getmetatable(one).__name)
    assert.is_nil(one.nosuchmethod)
    assert.is_false(pcall(function() one.field = 1 end))
  end)

  it("make nothing a socket that is none", function()
    local one = support.pair()
    local ai = addrinfo.inet("127.0.0.1", 80)
    local real, airaw = debug.getmetatable(one), debug.getmetatable(ai)
    local path = support.file("words")
    local file = io.open(path)
    local files = debug.getmetatable(file)
    local proxy = rawget(_G, "newproxy") and newproxy(true) or coroutine.wrap(print)
    for _, victim in ipairs { file, {}, proxy, ai } do
      local own = debug.getmetatable(victim)
      if type(victim) ~= "function" then
        debug.setmetatable(victim, real)
        for _, name in ipairs { "send", "recv", "close", "fd", "unwrap", "dup", "getsockname", "nonblock" } do
          local ok, message = pcall(real.__index and one[name], victim, "x")
          assert.is_false(ok, name)
          assert.truthy(message:find("socket expected, got"), message)
        end
        pcall(tostring, victim)
        pcall(real.__gc, victim)
        pcall(real.__close, victim)
        debug.setmetatable(victim, own)
      end
    end
    debug.setmetatable(file, airaw)
    assert.is_false(pcall(ai.addr, file))
    assert.is_false(pcall(socket.new, file))
    pcall(function() return file == ai end)
    debug.setmetatable(file, files)
    assert.equal("words", file:read("*a"))
    file:close()
  end)

  it("of others do not unmake a socket", function()
    local one, two = support.pair()
    local send = one.send
    local own = debug.getmetatable(one)
    debug.setmetatable(one, nil)
    send(one, "x")
    local ai = addrinfo.inet("127.0.0.1", 80)
    debug.setmetatable(one, debug.getmetatable(ai))
    for _, name in ipairs { "addr", "port", "nameinfo" } do assert.is_false(pcall(ai[name], one)) end
    assert.is_false(pcall(socket.new, one))
    pcall(tostring, one)
    send(one, "y")
    debug.setmetatable(one, own)
    assert.equal("xy", expect.done(two:recv()))
  end)
end)

describe("coroutines", function()
  support.watch()

  it("use sockets, and carry them", function()
    local one, two = support.pair(STREAM, true)
    local log = {}
    local reader = coroutine.wrap(function()
      for _ = 1, 3 do
        local msg, _, again = two:recv()
        while again do
          coroutine.yield()
          msg, _, again = two:recv()
        end
        log[#log + 1] = msg
      end
    end)
    reader()
    for _, word in ipairs { "a", "b", "c" } do
      one:send(word)
      reader()
    end
    assert.same({ "a", "b", "c" }, log)
  end)

  it("require the module first, are collected, and leave it working", function()
    local output, status = support.child([[
      package.loaded.llsocket, llsocket = nil, nil
      for name in pairs(package.loaded) do if name:find("^llsocket") then package.loaded[name] = nil end end
      local module
      do
        local co = coroutine.create(function() module = require "llsocket" end)
        assert(coroutine.resume(co))
      end
      collectgarbage() collectgarbage()
      local junk = {}
      for i = 1, 1000 do junk[i] = coroutine.create(function() end) end
      collectgarbage()
      for _ = 1, 100 do
        local ok, message = pcall(module.socket.new, "x")
        assert(not ok and message:find("bad argument #1"))
        assert(select(3, module.socket.wrap(2147483647)) == 9)
      end
      io.write("fine")
    ]])
    assert.equal("fine", output)
    assert.equal(0, status)
  end)
end)

describe("the methods for LuaSocket's select", function()
  support.watch()

  it("are understood", function()
    local one = support.pair()
    assert.equal(one:fd(), one:getfd())
    assert.is_false(one:dirty())
    assert.equal("function", type(one.pollfd))
    assert.equal(one:fd(), one:pollfd())
    assert.truthy(type(one:events()) == "string" and one:events():find("^[rwp]*$") or one:events() == nil)
    local timeout = one:timeout()
    assert.is_true(timeout == nil or type(timeout) == "number" and timeout >= 0)
  end)

  it("let its select wait for our sockets", function()
    local found, luasocket = pcall(require, "socket")
    if not found then pending("LuaSocket is not installed") end
    local one, two = support.pair()
    local readable, writable = luasocket.select({ two }, { one }, 0)
    assert.equal(0, #readable)
    assert.equal(one, writable[1])
    one:send("x")
    readable = luasocket.select({ one, two }, nil, 1)
    assert.equal(1, #readable)
    assert.equal(two, readable[1])
  end)
end)
