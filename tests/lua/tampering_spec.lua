--- What a script can reach and change, also by the debug library, never crashes the process: tables, environments,
--- user values, the registry, metatables, upvalues, and the values of a running call.

local support = require "support"

--- Runs a script that tampers in an interpreter of its own; it has to end by itself, having written "fine".
local function survives(script)
  local output, status = support.child(script .. "\n collectgarbage() collectgarbage() io.write 'fine'")
  assert.equal(0, status, output)
  assert.equal("fine", output)
end

--- What the scripts share: values of every type, and the table that holds a socket's functions for the collector.
local prelude = [[
  local unpack = rawget(_G, "unpack") or table.unpack
  local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM
  local function values()
    return { 0, 1, -1, 42, 2 ^ 31, 2 ^ 53, 1e300, 0 / 0, true, false, "text", {}, { 1 }, { [0] = 2 ^ 40, type }, { [0] = 0 / 0 },
      { [0] = "2", type }, type, function() end, coroutine.create(function() end), io.stdout, addrinfo.inet("127.0.0.1", 80) }
  end
  local getlist = debug.getuservalue or debug.getfenv
  local setlist = debug.setuservalue or debug.setfenv
  local function gcfn() end
]]

describe("tampering", function()
  support.watch()

  -- In Lua 5.1 a userdata begins with the environment of the function that made it: the table `package`.
  it("with the table package does not make it a list of functions for the collector", function()
    survives [[
      for _, mark in ipairs { 0x6c6c736f636b, true, 1, "llsocket" } do
        for _, element in ipairs { 42, "text", { 42 }, { [0] = 1 }, true } do
          package[0], package[1], package[2] = mark, element, element
          do local one = socket.pair(llsocket.SOCK_STREAM)[1] one:delgcfn() one:delgcfn(print) end
          for _ = 1, 50 do socket.pair(llsocket.SOCK_STREAM) end
          collectgarbage()
          collectgarbage()
        end
      end
    ]]
  end)

  it("with the list of functions for the collector", function()
    survives(prelude .. [[
      for where = 0, 4 do
        for _, value in ipairs(values()) do
          for _, act in ipairs { "collect", "add", "delete one", "delete all" } do
            local one = socket.pair(STREAM)[1]
            one:addgcfn(gcfn, 1, 2)
            one:addgcfn(gcfn)
            local list = getlist(one)
            if where == 0 then list[0] = value
            elseif where == 1 then list[1] = value
            elseif where == 2 then list[3] = value
            elseif type(list[1]) == "table" then list[1][where - 3] = value end
            if act == "add" then pcall(one.addgcfn, one, gcfn, 1)
            elseif act == "delete one" then pcall(one.delgcfn, one, gcfn)
            elseif act == "delete all" then pcall(one.delgcfn, one) end
          end
          collectgarbage()
        end
      end
    ]])
  end)

  it("with a socket's user value or environment", function()
    survives(prelude .. [[
      local other = socket.pair(STREAM)[1]
      other:addgcfn(gcfn, 1)
      local all = values()
      all[#all + 1] = getlist(other)
      all[#all + 1] = package
      for _, value in ipairs(all) do
        local one = socket.pair(STREAM)[1]
        pcall(setlist, one, value)
        one:delgcfn(gcfn)
        one:addgcfn(gcfn, 1)
        pcall(setlist, one, value)
        one:delgcfn()
        pcall(setlist, one, value)
        collectgarbage()
      end
    ]])
  end)

  it("with the environment of functions", function()
    if not rawget(_G, "setfenv") then pending("this Lua has no environments") end
    survives(prelude .. [[
      local guarded = setmetatable({}, { __index = error, __newindex = error })
      for _, env in ipairs { guarded, { [0] = 42, 42 }, setmetatable({}, { __mode = "kv", __gc = error }) } do
        for _, fn in pairs(socket) do debug.setfenv(fn, env) end
        for _, fn in pairs(debug.getmetatable(socket.pair(STREAM)[1]).__index) do debug.setfenv(fn, env) end
        local one = socket.pair(STREAM)[1]
        one:addgcfn(gcfn)
        one:delgcfn()
        one:dup():addgcfn(gcfn)
        collectgarbage()
      end
    ]])
  end)

  it("with what the registry holds", function()
    survives(prelude .. [[
      local registry = debug.getregistry()
      local sock, ai = socket.pair(STREAM)[1], addrinfo.inet("127.0.0.1", 80)
      local mine = {}
      for key, value in pairs(registry) do
        if value == debug.getmetatable(sock) or value == debug.getmetatable(ai) or value == llsocket
          or type(key) == "string" and key:find("^llsocket") then
          mine[key] = value
        end
      end
      local all = values()
      all[#all + 1] = registry["FILE*"]
      local file = io.open("/dev/null")
      for _, value in ipairs(all) do
        for key in pairs(mine) do registry[key] = value end
        registry["FILE*"] = value
        for _ = 1, 3 do
          pcall(socket.pair, STREAM)
          pcall(addrinfo.inet, "127.0.0.1", 80)
          pcall(inet or llsocket.inet.getaddrinfo, "127.0.0.1", "80")
          pcall(llsocket.device.getifaddrs)
          pcall(sock.sendfile, sock, file, 1)
          pcall(sock.sendfile, sock, ai, 1)
          for name in pairs(package.loaded) do if name:find("^llsocket") then package.loaded[name] = nil end end
          pcall(require, "llsocket.inet")
          pcall(require, "llsocket")
          collectgarbage()
        end
        registry["FILE*"] = all[#all]
        for key, own in pairs(mine) do registry[key] = own end
      end
    ]])
  end)

  it("with upvalues", function()
    survives(prelude .. [[
      local function functions()
        local found = {}
        local function add(list)
          for name, fn in pairs(list) do
            if type(fn) == "function" then found[#found + 1] = { name, fn } end
          end
        end
        local sock, ai = socket.pair(STREAM)[1], addrinfo.inet("127.0.0.1", 80)
        for _, object in ipairs { sock, ai } do add(debug.getmetatable(object)) add(debug.getmetatable(object).__index) end
        for _, module in pairs(llsocket) do if type(module) == "table" then add(module) end end
        add(llsocket)
        return found
      end
      local all = values()
      for _, object in ipairs { all[#all], io.stdout, socket.pair(STREAM)[1] } do all[#all + 1] = debug.getmetatable(object) end
      local skip = { listenfds = true, gethostname = true, getservbyname = true, getservbyport = true, getprotobyname = true,
        nameinfo = true, getnameinfo = true, close = true, __gc = true, __close = true, recvable = true, sendable = true, shutdown = true,
        sendall = true, recvexactly = true, sleep = true }
      local file = io.open "/dev/null"
      local list = functions()
      local ai, spare = addrinfo.inet('127.0.0.1', 80), socket.pair(DGRAM, true)[1]
      -- Upvalues of others of our functions are values of ours, in other places.
      for n = 1, 8 do
        local _, value = debug.getupvalue(socket.pair, n)
        all[#all + 1] = value
      end
      for _, entry in ipairs(list) do
        local name, fn = entry[1], entry[2]
        for n = 1, 8 do
          local is, before = debug.getupvalue(fn, n)
          if not is then break end
          for _, value in ipairs(all) do
            debug.setupvalue(fn, n, value)
            if not skip[name] then
              local made, list = pcall(socket.pair, DGRAM, true)
              local sock = made and type(list) == "table" and list[1] or spare
              if debug.getmetatable(sock) and type(debug.getmetatable(sock).__index) == "table" then
                for _, first in ipairs { sock, STREAM, "127.0.0.1" } do
                  pcall(fn, first)
                  pcall(fn, first, ai, 1)
                  pcall(fn, first, file, 1)
                end
              end
            end
            debug.setupvalue(fn, n, nil)
            if not skip[name] then pcall(fn, 1) end
          end
          debug.setupvalue(fn, n, before)
        end
      end
      local gc = debug.getmetatable(socket.pair(STREAM)[1]).__gc
      for n = 1, 8 do
        local is, before = debug.getupvalue(gc, n)
        if not is then break end
        for _, value in ipairs(all) do
          debug.setupvalue(gc, n, value)
          socket.pair(STREAM)[1]:addgcfn(gcfn, 1)
          collectgarbage()
        end
        debug.setupvalue(gc, n, before)
      end
    ]])
  end)

  it("with the upvalue of sendfile does not make every userdata a file", function()
    survives(prelude .. [[
      local sock = socket.pair(STREAM)[1]
      local ai = addrinfo.inet("127.0.0.1", 80)
      for _, object in ipairs { ai, sock, socket.pair(STREAM)[2] } do
        for n = 1, 8 do
          local is, before = debug.getupvalue(sock.sendfile, n)
          if not is then break end
          debug.setupvalue(sock.sendfile, n, debug.getmetatable(object))
          pcall(sock.sendfile, sock, ai, 1)
          debug.setupvalue(sock.sendfile, n, before)
        end
      end
    ]])
  end)

  it("with the metatable of files does not make an object of ours a file", function()
    survives(prelude .. [[
      local sock, other = unpack(socket.pair(STREAM))
      local ai = addrinfo.inet("127.0.0.1", 80)
      local proxy = rawget(_G, "newproxy") and newproxy(true)
      for _, object in pairs { ai, other, proxy } do
        local own = debug.getmetatable(object)
        debug.setmetatable(object, debug.getmetatable(io.stdout))
        pcall(sock.sendfile, sock, object, 1)
        pcall(sock.sendfd, sock, object)
        debug.setmetatable(object, own)
      end
    ]])
  end)

  it("with metatables that are read back", function()
    survives(prelude .. [[
      local metatable = debug.getmetatable(socket.pair(STREAM)[1])
      local infos = debug.getmetatable(addrinfo.inet("127.0.0.1", 80))
      for _, own in ipairs { metatable, infos } do
        for _, key in ipairs { "__gc", "__index", "__name", "__metatable", "__tostring", "__close" } do
          local before = own[key]
          for _, value in ipairs(values()) do
            own[key] = value
            local list = socket.pair(STREAM)
            pcall(tostring, list[1])
            pcall(function() return list[1]:fd() end)
            local fd = before and type(before) == "table" and before.close
            if fd then fd(list[1]) fd(list[2]) end
          end
          own[key] = before
        end
      end
    ]])
  end)

  -- A hook runs between the moment when a result is ready and that when it is pushed.
  it("with hooks that call, raise, and take what is to be pushed", function()
    survives [[
      local getifaddrs = llsocket.device.getifaddrs
      local push
      for n = 1, 8 do
        local _, value = debug.getupvalue(getifaddrs, n)
        if type(value) == "function" then push = value end
      end
      local function check() assert(type(getifaddrs()[1].name) == "string") end
      local function hooked(hook, fn, ...)
        debug.sethook(hook, "c")
        local ok, result = pcall(fn, ...)
        debug.sethook()
        check()
        return ok, result
      end
      local nested, calls = false, 0
      for _ = 1, 20 do
        local ok, list = hooked(function()
          if nested then return end
          nested, calls = true, calls + 1
          check()
          nested = false
        end, getifaddrs)
        assert(ok and type(list[1].name) == "string")
      end
      assert(calls > 0)
      for _, spared in ipairs { false, getifaddrs } do
        local ok, err = hooked(function()
          local called = debug.getinfo(2, "f").func
          if called ~= pcall and called ~= debug.sethook and called ~= spared then error "in a hook" end
        end, getifaddrs)
        assert(not ok and err:find "in a hook", tostring(err))
      end
      -- Lua 5.1 shows no upvalues of C functions.
      if push then
        assert(select("#", push()) == 0)
        local ok, err = hooked(function() push() end, getifaddrs)
        assert(not ok and err:find "was replaced", tostring(err))
      end
    ]]
  end)

  -- A finalizer runs inside any call that asks Lua for memory, and finds that call's values by the debug library.
  it("with the values of a running call, from a finalizer, does not free what is being read", function()
    survives(prelude .. [[
      local gc_of = function(value)
        local metatable = debug.getmetatable(value)
        return type(metatable) == "table" and rawget(metatable, "__gc")
      end
      local touched = 0
      local function reach()
        for level = 2, 12 do
          if not debug.getinfo(level, "f") then break end
          for n = 1, 40 do
            local name, value = debug.getlocal(level, n)
            if not name then break end
            local gc = type(value) == "userdata" and value ~= io.stdout and gc_of(value)
            if gc then touched = touched + 1 pcall(gc, value) end
          end
        end
        return touched
      end
      local armed = true
      local function arm()
        if newproxy then
          debug.getmetatable(newproxy(true)).__gc = nil
          local proxy = newproxy(true)
          getmetatable(proxy).__gc = function() if armed then reach() arm() end end
        else
          setmetatable({}, { __gc = function() if armed then reach() arm() end end })
        end
      end
      collectgarbage("setpause", 1)
      collectgarbage("setstepmul", 100000)
      for _ = 1, 20 do arm() end
      local sock = socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))
      for _ = 1, 300 do
        local list = llsocket.device.getifaddrs()
        for _, entry in ipairs(list or {}) do assert(type(entry.name) == "string" and #entry.name < 16, entry.name) end
        local macs = llsocket.device.macaddrs()
        for name in pairs(macs or {}) do assert(#name < 16, name) end
        llsocket.inet.getaddrinfo("127.0.0.1", "80")
        llsocket.device.nameindex()
        if sock:fd() < 0 then sock = socket.new(addrinfo.inet("127.0.0.1", 0, STREAM)) end
        if sock then sock:tcpinfo() end
        local ends = socket.pair(DGRAM, true)
        if ends and ends[1]:send(("x"):rep(20000)) == 20000 then
          local msg = ends[2]:recv(1000000)
          assert(not msg or msg == ("x"):rep(20000))
        end
      end
      armed = false
    ]])
  end)
end)
