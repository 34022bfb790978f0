--- Signals: no SIGPIPE from any call, the host's disposition untouched, and an interrupted call that comes back as again.

local llsocket = require "llsocket"
local support = require "support"

--- Gives SIGPIPE its deadly default, whatever the test's own parents ignored.
local deadly = "env --default-signal=PIPE"

local function trusted()
  local output = support.child([[io.write("sane")]], deadly)
  if output ~= "sane" then pending("env cannot set signals to their default") end
  local _, status = support.child([[
    local file = io.open("/proc/self/stat")
    local pid = file:read("*n")
    file:close()
    os.execute(("kill -PIPE %d"):format(pid))
    for _ = 1, 1e9 do end
  ]], deadly)
  assert.are_not.equal(0, status)
end

--- What the signal masks say of SIGPIPE (signal 13): is it ignored, blocked or caught?
local masks = [[
  local function sigpipe()
    local file = io.open("/proc/self/status")
    local text = file:read("*a")
    file:close()
    local out = {}
    for _, name in ipairs { "SigBlk", "SigIgn", "SigCgt", "SigPnd", "ShdPnd" } do
      local nibble = tonumber(text:match(name .. ":%s*%x*(%x)%x%x%x\n"), 16)
      out[#out + 1] = nibble % 2
    end
    return table.concat(out)
  end
]]

describe("SIGPIPE", function()
  support.watch()

  local senders = {
    { "send", "sock:send('some')" },
    { "send with flags", "sock:send('some', llsocket.MSG_DONTWAIT, llsocket.MSG_MORE)" },
    { "write", "sock:write('some')" },
    { "sendto", "sock:sendto('some', addrinfo.inet('127.0.0.1', 9))" },
    { "sendfile from a Lua file", "sock:sendfile(file, 4)" },
    { "sendfile from a descriptor", "sock:sendfile(fd, 4)" },
    { "sendfd", "sock:sendfd(sock)" },
  }
  local dead = {
    unix = [[
      local pair = assert(socket.pair(llsocket.SOCK_STREAM))
      local sock = pair[1]
      pair[2]:close()
    ]],
    seqpacket = [[
      local pair = assert(socket.pair(llsocket.SOCK_SEQPACKET))
      local sock = pair[1]
      pair[2]:close()
    ]],
    tcp = [[
      local listener = assert(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)))
      listener:bind()
      listener:listen()
      local sock = socket.new(listener:getsockname())
      sock:connect()
      listener:accept():close()
      sock:shutdown(llsocket.SHUT_WR)
    ]],
  }
  for kind, setup in pairs(dead) do
    for _, case in ipairs(senders) do
      local name, call = case[1], case[2]
      local none = kind == "tcp" and name == "sendfd" or kind ~= "tcp" and name == "sendto"
      if not none then
        it(("does not come from %s on %s, repeatedly"):format(name, kind), function()
          trusted()
          local path = support.file("some content")
          local output, status = support.child(masks .. setup .. ([[
            local file, fd = assert(io.open(%q)), nil
            local lfs = require "lfs"
            for i = 3, 50 do
              if lfs.symlinkattributes("/proc/self/fd/" .. i, "target") == %q then fd = i end
            end
            local before = sigpipe()
            io.write(before, " ")
            for _ = 1, 100 do
              local value, err, again, number = %s
              if value ~= nil or again then error(tostring(value) .. tostring(again)) end
              if err and number ~= 32 then error(err) end
            end
            io.write(sigpipe(), " alive")
          ]]):format(path, path, call), deadly)
          assert.equal("00000 00000 alive", output)
          assert.equal(0, status)
        end)
      end
    end
  end

  it("of the host stays pending and blocked if it was so", function()
    local output, status = support.child(masks .. dead.unix .. ([[
      local file = assert(io.open(%q))
      for _ = 1, 20 do
        sock:sendfile(file, 4)
        sock:send("x")
      end
      io.write(sigpipe(), " alive")
    ]]):format(support.file("some content")), "env --ignore-signal=PIPE --block-signal=PIPE")
    if output:find("env:") then pending("env cannot block signals") end
    assert.equal("11000 alive", output)
    assert.equal(0, status)
  end)
end)

describe("an interrupted call", function()
  support.watch()

  --- Lua's own handler of SIGINT sets a hook in the main thread, so a coroutine sees what the call returned, and the
  -- main thread is then told by an error. The calls would wait for 20 seconds.
  local script = [[
    local function now()
      local file = io.open("/proc/uptime")
      local seconds = file:read("*n")
      file:close()
      return seconds
    end
    local file = io.open("/proc/self/stat")
    local pid = file:read("*n")
    file:close()
    local pair = assert(socket.pair(llsocket.SOCK_STREAM))
    local sock, listener = pair[1], assert(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)))
    listener:bind()
    listener:listen()
    for _, each in ipairs { sock, listener } do
      each:rcvtimeo(20)
      each:sndtimeo(20)
    end
    local filled = socket.pair(llsocket.SOCK_STREAM, true)
    local full = filled[1]
    repeat until full:send(("x"):rep(65536)) == 0
    repeat until full:send("x") == 0
    local crowded = assert(socket.new(addrinfo.unix("\0llsocket crowded " .. pid, llsocket.SOCK_STREAM)))
    crowded:bind()
    crowded:listen(1)
    local waiting, blocked = {}, nil
    repeat
      blocked = socket.new(crowded:getsockname(), true)
      waiting[#waiting + 1] = blocked
    until blocked:connect()
    blocked:nonblock(false)
    blocked:sndtimeo(20)
    full:nonblock(false)
    full:sndtimeo(20)
    local start = now()
    local results = {}
    os.execute(("(sleep 0.3; kill -INT %%d) > /dev/null 2>&1 &"):format(pid))
    local ok, err = pcall(function()
      local co = coroutine.wrap(function()
        local function keep(...)
          results.n = select("#", ...)
          for i = 1, results.n do results[i] = tostring((select(i, ...))) end
        end
        keep(%s)
      end)
      co()
      for _ = 1, 1000 do end
    end)
    io.write(now() - start < 10 and "early " or "late ", table.concat(results, " "), " ", ok and #filled or tostring(err))
  ]]
  local calls = {
    { "recvable", "sock:recvable(20)", "nil nil true" }, { "recvable without end", "sock:recvable()", "nil nil true" },
    { "sendable", "full:sendable(20)", "nil nil true" }, { "recv", "sock:recv()", "nil nil true" },
    { "read", "sock:read()", "nil nil true" }, { "recvfrom", "sock:recvfrom()", "nil nil nil true" },
    { "recvfd", "sock:recvfd()", "nil nil true" }, { "accept", "listener:accept()", "nil nil true" },
    { "acceptfd", "listener:acceptfd()", "nil nil true" }, { "send", "full:send('x')", "0 nil true" },
    { "write", "full:write('x')", "0 nil true" }, { "connect", "blocked:connect()", "Interrupted system call 4" },
    { "tryconnect", "blocked:tryconnect()", "nil nil true" }, { "sendall", "full:sendall('x')", "0 nil true" },
    { "recvexactly", "sock:recvexactly(5, 20)", "nil nil true" }, { "sleep", "llsocket.poll.sleep(20)", "nil nil true" },
  }
  for _, case in ipairs(calls) do
    local name, call, wanted = case[1], case[2], case[3]
    it("is again, and lets Lua's Ctrl-C through: " .. name, function()
      local output, status = support.child(script:format(call))
      assert.truthy(output:find("^early "), output)
      assert.truthy(output:find("interrupted!", 1, true), output)
      if not rawget(_G, "jit") then assert.equal(1, (output:find("early " .. wanted .. " ", 1, true)), output) end
      assert.equal(0, status)
    end)
  end

  it("is not what ignored signals make of it", function()
    local output, status = support.child([[
      local file = io.open("/proc/self/stat")
      local pid = file:read("*n")
      file:close()
      local pair = socket.pair(llsocket.SOCK_STREAM)
      os.execute(("(sleep 0.1; kill -WINCH %d; sleep 0.1; kill -URG %d) > /dev/null 2>&1 &"):format(pid, pid))
      pair[1]:rcvtimeo(0.6)
      local start = os.time()
      local msg, err, again = pair[1]:recv()
      io.write(tostring(msg), tostring(err), tostring(again))
      msg, err, again = pair[1]:recvable(0.1)
      io.write(tostring(msg), tostring(err), tostring(again))
    ]])
    assert.equal("nilniltruenilniltrue", output)
    assert.equal(0, status)
    assert.truthy(llsocket)
  end)
end)
