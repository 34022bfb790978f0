--- Calls everything that llsocket has, at random, and judges every answer. tests/fuzz/run starts it:
--- caller.lua SEED SECONDS FOLDER [nodebug]. Files are made in the folder; the last calls stand in its file "trace".

local folder = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path

local lfs = require "lfs"
local llsocket = require "llsocket"
local judge = require "judge"
local values = require "values"
local bounds = require "bounds"
local signatures = require("signatures").load(folder .. "/../../types/library")

-- After a collection by a finalizer, LuaJIT 2.1 leaves and enters its compiled code for ever. Calls of C functions, which is
-- what this is about, it does not compile.
local jit = rawget(_G, "jit")
if jit then jit.off() end

local uses_debug_library = arg[4] ~= "nodebug"
local seconds = assert(tonumber(arg[2]))
assert(lfs.chdir(arg[3]))
local trace = assert(io.open("trace", "w"))
trace:setvbuf("line")

local unpack = rawget(table, "unpack") or rawget(_G, "unpack")
local load_text = rawget(_G, "loadstring") or load

local function pack(...)
  return { n = select("#", ...), ... }
end

local random, chance, choose, keep = values.random, values.chance, values.choose, values.keep
local objects, descriptors, suspended = values.objects, values.descriptors, values.suspended
local reserved, temporary, closed_file = values.reserved, values.temporary, values.closed_file
local constant, arguments, callback = values.constant, values.arguments, values.callback
local any_bytes, any_table, any_object, any_value = values.any_bytes, values.any_table, values.any_object, values.any_value
local bound, LONGEST = bounds.bound, bounds.LONGEST

-- Calling ----------------------------------------------------------------------------------------------------------

local calls, depth = 0, 0
local finished = false

-- What was wrong, each kind of fault once; the run goes on.
local failures = {}

local function fail(key, problem, text)
  local kind = problem:gsub("'.-'", ""):gsub("%d+", "")
  if not problem:find("^raised") then kind = key .. problem:gsub(":.*", "") end
  if not failures[kind] then
    failures[kind] = true
    failures[#failures + 1] = ("%s, call %d: %s"):format(text or key, calls, problem)
  end
end

local function shown(value)
  if type(value) == "string" then
    return #value > 40 and ("%q..%d"):format(value:sub(1, 20), #value) or ("%q"):format(value)
  elseif type(value) == "userdata" and value ~= temporary and value ~= closed_file then
    return type(getmetatable(value)) == "string" and getmetatable(value) or "userdata"
  elseif type(value) == "table" then
    return "table"
  end
  return tostring(value)
end

--- Writes the call down before it is made, so that it can be read after a crash.
local function note(what, args)
  calls = calls + 1
  if calls % 20000 == 0 then trace:seek("set", 0) end
  local list = {}
  for i = 1, args.n do list[i] = shown(args[i]) end
  trace:write(calls, " ", depth, " ", what, "(", (table.concat(list, ", "):gsub("\n", "n")), ")\n")
end

--- Functions whose number is a descriptor that is now the caller's.
local GIVES_DESCRIPTOR = {
  ["llsocket.socket:acceptfd"] = true,
  ["llsocket.socket:peerpidfd"] = true,
  ["llsocket.socket:recvfd"] = true,
  ["llsocket.socket:unwrap"] = true,
}

--- Takes what a call gave into the stock that further calls are made with.
local function take(key, value)
  if type(value) == "userdata" then
    local class = getmetatable(value)
    objects[class] = objects[class] or {}
    if class == "llsocket.socket" then
      -- Every socket has a bound for its waits from the start.
      value:rcvtimeo(LONGEST)
      value:sndtimeo(LONGEST)
    end
    keep(objects[class], value)
  elseif type(value) == "table" then
    for _, item in pairs(value) do take(key, item) end
  elseif type(value) == "number" and GIVES_DESCRIPTOR[key] and value >= 0 then
    -- All of them, else they could not be closed in the end.
    descriptors[#descriptors + 1] = value
  end
end

--- Makes one call, judges it, and takes what it gave.
local function call(key, f, args)
  local signature = signatures[key]
  note(key, args)
  depth = depth + 1
  local results = pack(pcall(f, unpack(args, 1, args.n)))
  depth = depth - 1
  local wrong
  if results[1] then
    results = pack(unpack(results, 2, results.n))
    wrong = judge.results(signature, results)
    for i = 1, results.n do take(key, results[i]) end
  else
    wrong = judge.raised(results[2])
  end
  if wrong then
    local list = {}
    for i = 1, args.n do list[i] = shown(args[i]) end
    fail(key, wrong, ("%s(%s)"):format(key, table.concat(list, ", ")))
  end
  return unpack(results, 1, results.n)
end

--- The functions of a table by name, in an order that a seed can repeat.
local function functions(from)
  local list = {}
  for name, value in pairs(from) do
    -- must raises what it is given, and gives what it is given, whatever that is.
    if type(value) == "function" and name ~= "must" then list[#list + 1] = name end
  end
  table.sort(list)
  return list
end

local modules, module_names = { llsocket = llsocket }, { "llsocket" }
for name, value in pairs(llsocket) do
  if type(value) == "table" then
    modules[name] = value
    module_names[#module_names + 1] = name
  end
end
table.sort(module_names)
local names_of_module = {}
for name, module in pairs(modules) do names_of_module[name] = functions(module) end

local function call_function()
  local module = choose(module_names)
  local name = choose(names_of_module[module])
  if not name then return end
  local key = module .. "." .. name
  local args = arguments(signatures[key])
  bound(key, signatures[key], args)
  call(key, modules[module][name], args)
end

local methods_of = {}

--- The methods of a class, which its metatable lists.
local function methods(object)
  local class = getmetatable(object)
  if not methods_of[class] then methods_of[class] = functions(debug.getmetatable(object).__index) end
  return methods_of[class]
end

local FREQUENT = {
  "accept", "bind", "connect", "listen", "recv", "recv", "recvfrom", "send", "send", "sendto", "sendfd", "recvfd", "sendfile",
  "addgcfn", "dup",
}

local function call_method()
  local object = any_object()
  if not object then return end
  local name = choose(methods(object))
  if chance(0.3) and object[choose(FREQUENT)] then name = choose(FREQUENT) end
  local f = object[name]
  if not f then return end
  local key = getmetatable(object) .. ":" .. name
  local args = arguments(signatures[key])
  bound(key, signatures[key], args)
  if name == "close" and chance(0.7) then return end
  for i = args.n, 1, -1 do args[i + 1] = args[i] end
  args[1], args.n = object, args.n + 1
  if chance(0.02) then args[1] = any_value() end
  call(key, f, args)
end

-- A metamethod may be called by hand, and with a value that is none of its own.
local METAMETHODS = {
  __close = { shape = "bare", values = { "any?" } },
  __eq = { shape = "bare", values = { "boolean" } },
  __gc = { shape = "bare", values = { "any?" } },
  __tostring = { shape = "bare", values = { "string" } },
}
for name, signature in pairs(METAMETHODS) do
  signature.args = { { name = "self", type = "any" } }
  signatures["metamethod." .. name] = signature
end

local function call_metamethod()
  local object = any_object()
  if not object then return end
  local metatable = debug.getmetatable(object)
  local name = choose(functions(metatable))
  call("metamethod." .. name, metatable[name], { n = 2, chance(0.7) and object or any_value(), any_value() })
end

local function use_operators()
  local one, other = any_object(), any_object()
  if not one then return end
  note("operators", { n = 2, one, other })
  if tostring(one) == "" or (one == other) == (one ~= other) then fail("==", "is neither equal nor different") end
  if pcall(function() return one < other end) then fail("<", "objects have an order") end
  if pcall(function() one.field = 1 end) then fail("=", "objects take fields") end
end

--- Leaves the scope of a `<close>` variable, with an error or without.
local leave_scope = load_text("local object, ends = ...; local held <close> = object; if ends then ends() end")

local function close_variable()
  local sock = choose(objects["llsocket.socket"])
  if not leave_scope or not sock then return end
  note("leave the scope of", { n = 1, sock })
  coroutine.wrap(function() pcall(leave_scope, sock, chance(0.5) and callback() or nil) end)()
end

local function collect()
  note("collect", { n = 0 })
  if chance(0.5) then collectgarbage() else collectgarbage("step", random(100)) end
end

--- Calls from inside a coroutine, which is finished, kept for later, or dropped where it stands.
local function use_coroutine()
  local thread
  if #suspended > 0 and chance(0.5) then
    thread = table.remove(suspended, random(#suspended))
  else
    thread = coroutine.create(function()
      for _ = 1, random(6) do
        values.call_anything()
        if chance(0.3) then coroutine.yield() end
      end
    end)
  end
  if not thread or coroutine.status(thread) ~= "suspended" then return end
  coroutine.resume(thread)
  if coroutine.status(thread) == "suspended" and chance(0.6) then keep(suspended, thread) end
end

--- Writes into the tables that hang on an object, or hangs another one there: the binding may keep its own in them.
local function write_attached(object)
  local attached = debug.getuservalue and debug.getuservalue(object) or debug.getfenv and debug.getfenv(object)
  if type(attached) == "table" and chance(0.7) then
    attached[random(4) - 2] = any_value()
  else
    pcall(debug.setuservalue or debug.setfenv, object, any_table())
  end
end

--- Gives another userdata the metatable of an object, for one call.
local function forge()
  local object, fake = any_object(), chance(0.5) and closed_file or (rawget(_G, "newproxy") and newproxy() or closed_file)
  if not object then return end
  note("forge", { n = 1, object })
  local metatable = debug.getmetatable(object)
  local before = debug.getmetatable(fake)
  debug.setmetatable(fake, metatable)
  local name = choose(methods(object))
  local f = metatable.__index[name]
  local ok, message = pcall(f, fake)
  local wrong = not ok and judge.raised(message) or ok and "takes a forged object"
  if wrong then fail(name, wrong) end
  pcall(tostring, fake)
  debug.setmetatable(fake, before)
end

local function abuse_debug_library()
  local object = any_object()
  if not uses_debug_library then return end
  if object and chance(0.5) then
    note("write what is attached to", { n = 1, object })
    write_attached(object)
  else
    forge()
  end
end

-- Sockets of every family and type -----------------------------------------------------------------------------------

local function make(key, ...)
  local module, name = key:match("^(%w+)%.(%w+)$")
  return call(key, modules[module][name], pack(...))
end

local function method(object, name, ...)
  if object then return call(getmetatable(object) .. ":" .. name, object[name], pack(object, ...)) end
end

local function connection(ai)
  local server = ai and make("socket.new", ai, chance(0.5))
  method(server, "bind")
  method(server, "listen")
  local place = method(server, "getsockname")
  local client = place and make("socket.new", place, chance(0.5))
  method(client, "connect")
  method(server, "accept", chance(0.3))
end

local function bound_socket(ai)
  method(ai and make("socket.new", ai, chance(0.5)), "bind")
end

--- Something goes from one end to the other.
local function exchange(socktype)
  local ends = make("socket.pair", socktype, chance(0.5))
  local one, other = ends and ends[1], ends and ends[2]
  method(one, "send", any_bytes())
  method(other, choose { "recv", "recvfrom", "read" }, choose(constant.bufsize))
  method(one, "sendfile", temporary, random(100000), choose { 0, 1, 99999 })
  method(other, "recv", choose(constant.bufsize))
  method(one, "addgcfn", callback(), any_value())
  if method(other, "sendfd", chance(0.5) and temporary or any_object()) then method(one, "recvfd") end
end

local fixtures = {
  function() exchange(1) end,
  function() exchange(2) end,
  function() exchange(5) end,
  function() make("socket.pair", 1, chance(0.5)) end,
  function() make("socket.pair", 2, chance(0.5)) end,
  function() make("socket.pair", 5, chance(0.5)) end,
  function() connection(make("addrinfo.inet", "127.0.0.1", 0, 1)) end,
  function() connection(make("addrinfo.inet", "127.0.0.1", 0, 1, 262)) end,
  function() connection(make("addrinfo.inet6", "::1", 0, 1)) end,
  function() connection(make("addrinfo.unix", "socket" .. random(1000), choose { 1, 5 })) end,
  function() connection(make("addrinfo.unix", "\0name" .. random(1000), choose { 1, 5 })) end,
  function() bound_socket(make("addrinfo.inet", "127.0.0.1", 0, 2)) end,
  function() bound_socket(make("addrinfo.inet6", "::", 0, 2)) end,
  function() bound_socket(make("addrinfo.inet", "127.0.0.1", 0, 2, 136)) end,
  function() bound_socket(make("addrinfo.inet", "0.0.0.0", 0, 3, 1)) end,
  function() bound_socket(make("addrinfo.unix", "", 2)) end,
  function() bound_socket(make("addrinfo.netlink", 0, choose { 0, 1 })) end,
  function() bound_socket(make("addrinfo.vsock", 1, 2000 + random(1000), choose { 1, 2, 5 })) end,
  function() bound_socket(make("addrinfo.packet", "lo", 3, choose { 2, 3 })) end,
  function()
    local sock = make("socket.pair", 1)
    sock = sock and sock[1]
    local fd = method(sock, "unwrap")
    -- Twice, in two objects: the second closes a number that is another's by then.
    if fd then make("socket.wrap", fd) make("socket.wrap", fd) end
  end,
}

local actions = {
  { 0.60, call_method },
  { 0.80, call_function },
  { 0.86, function() choose(fixtures)() end },
  { 0.90, use_coroutine },
  { 0.93, call_metamethod },
  { 0.95, use_operators },
  { 0.97, collect },
  { 0.98, close_variable },
  { 1.00, abuse_debug_library },
}

--- One of the actions; a callback that is called back goes no deeper than this.
local DEEPEST = 3

function values.call_anything()
  if depth >= DEEPEST or finished then return end
  local number = random()
  for _, action in ipairs(actions) do
    if number <= action[1] then return action[2]() end
  end
end

-- The run ----------------------------------------------------------------------------------------------------------

for _, make_fixture in ipairs(fixtures) do make_fixture() end
local stop = os.time() + seconds
while os.time() < stop do
  for _ = 1, 50 do values.call_anything() end
end

-- Nothing may be left: the preloaded library looks when the interpreter has ended.
finished = true
for _, fd in ipairs(descriptors) do
  if not reserved[fd] then llsocket.socket.close(fd) end
end
for _, list in pairs(objects) do
  for i = #list, 1, -1 do list[i] = nil end
end
for i = #suspended, 1, -1 do suspended[i] = nil end
collectgarbage()
collectgarbage()
temporary:close()
trace:close()
io.stdout:write(("%d calls\n"):format(calls))
if failures[1] then error("\n" .. table.concat(failures, "\n"), 0) end
