--- Limits: what happens when descriptors run out, and that any number of opens and closes leaves none behind.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect = support.expect
local STREAM = llsocket.SOCK_STREAM

--- In a child that may open 40 descriptors: `room(n)` leaves exactly n of them free.
local few = "ulimit -n 40;"
local room = [[
  local opened = {}
  local function grab()
    local sock = socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM))
    if sock then opened[#opened + 1] = sock end
    return sock
  end
  local function room(count)
    while grab() do end
    for _ = 1, count do table.remove(opened):close() end
  end
  local function free()
    for _, sock in ipairs(opened) do sock:close() end
    opened = {}
    collectgarbage()
    collectgarbage()
    local count = 0
    while grab() do count = count + 1 end
    for _, sock in ipairs(opened) do sock:close() end
    opened = {}
    return count
  end
  local function say(...)
    for i = 1, select("#", ...) do io.write(tostring((select(i, ...))), " ") end
    io.write("| ")
  end
  local total = free()
]]
local emfile = { V = "nil Too many open files 24 | ", A = "nil Too many open files false 24 | " }

describe("running out of descriptors", function()
  support.watch()

  local cases = {
    { "new", 0, "socket.new(addrinfo.inet('127.0.0.1', 0))", "V" },
    { "new, not blocking", 0, "socket.new(addrinfo.inet('127.0.0.1', 0), true)", "V" },
    { "pair", 0, "socket.pair(llsocket.SOCK_STREAM)", "V" },
    { "pair with room for one", 1, "socket.pair(llsocket.SOCK_STREAM, true)", "V" },
    { "dup", 0, "listener:dup()", "V" },
    { "accept", 0, "listener:accept()", "A" },
    { "accept with the address", 0, "listener:accept(true)", "A" },
    { "acceptfd", 0, "listener:acceptfd()", "A" },
  }
  for _, case in ipairs(cases) do
    local name, left, call, shape = support.unpack(case)
    it("is EMFILE for " .. name .. ", and nothing is lost", function()
      local output, status = support.child(([[
        local listener = assert(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)))
        listener:bind()
        listener:listen()
        local client = assert(socket.new(listener:getsockname()))
        client:connect()
      ]] .. room .. [[
        room(%d)
        for _ = 1, 3 do say(%s) end
        local now = free()
        if now ~= total then say(now, total) end
        local server = assert(listener:accept())
        client:send("still there")
        say(server:recv(100))
      ]]):format(left, call), few)
      assert.equal(emfile[shape]:rep(3) .. "still there | ", output)
      assert.equal(0, status)
    end)
  end

  it("fails a recvfd as a value, and the module lives on", function()
    local output, status = support.child([[
      local pair = assert(socket.pair(llsocket.SOCK_DGRAM, true))
    ]] .. room .. [[
      pair[1]:sendfd(pair[1])
      room(0)
      local fd, err, again, number = pair[2]:recvfd()
      say(fd, type(err), again, type(number))
      say(free() == total)
      pair[1]:sendfd(pair[1])
      say(socket.close((pair[2]:recvfd())))
    ]], few)
    assert.truthy(output:find("^nil string false number | true | "), output)
    assert.equal(0, status)
  end)

  it("leaves device and resolver answering", function()
    local output, status = support.child(room .. [[
      room(0)
      say(pcall(llsocket.device.getifaddrs) and pcall(llsocket.device.macaddrs))
      say(#llsocket.inet.getaddrinfo("127.0.0.1", "80", llsocket.SOCK_STREAM))
      local list = llsocket.inet.getaddrinfo("localhost", "http")
      say(list == nil or #list > 0)
      say(free() == total)
    ]], few)
    assert.equal("true | 1 | true | true | ", output)
    assert.equal(0, status)
  end)
end)

describe("any number of opens and closes", function()
  support.watch()
  local ai = addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM)
  local rounds = {
    { "new and close", 1000000, function() socket.new(ai):close() end },
    { "pair, closed one way each", 25000, function()
      local list = socket.pair(STREAM)
      list[1]:close()
      socket.close(list[2]:unwrap())
    end },
    { "dup and wrap", 25000, function()
      local list = socket.pair(STREAM)
      local copy = socket.wrap(list[1]:dup():unwrap())
      copy:close()
      list[1]:close()
      list[2]:close()
    end },
    { "sockets left to the collector", 1000, function() socket.new(ai) end },
  }
  for _, case in ipairs(rounds) do
    local name, times, round = support.unpack(case)
    it(("leaves none: %d times %s"):format(times, name), function()
      local before = support.descriptors()
      for _ = 1, times do round() end
      collectgarbage()
      collectgarbage()
      assert.equal(before, support.descriptors())
    end)
  end

  it("leaves none: failed calls", function()
    local before = support.descriptors()
    local unbound = addrinfo.inet("203.0.113.7", 0, STREAM)
    for _ = 1, 5000 do
      socket.new(addrinfo.inet("127.0.0.1", 0, STREAM, llsocket.IPPROTO_UDP))
      socket.pair(99)
      socket.wrap(2147483647)
      pcall(socket.new, {})
      local sock = socket.new(unbound)
      sock:bind()
      sock:accept()
      sock:close()
    end
    assert.equal(before, support.descriptors())
  end)

  it("leaves none: connections accepted and passed on", function()
    local listener, there = support.listener()
    local one, two = support.pair()
    local before = support.descriptors()
    for _ = 1, 1000 do
      local client = socket.new(there)
      client:linger(0)
      expect.quiet(client:connect())
      local fd = expect.done(listener:acceptfd())
      local server = socket.wrap(fd)
      one:sendfd(server)
      server:close()
      expect.quiet(socket.close(expect.done(two:recvfd())))
      client:close()
    end
    assert.equal(before, support.descriptors())
  end)
end)
