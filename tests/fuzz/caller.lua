--- Calls everything that llsocket has, at random, and judges every answer. tests/fuzz/run starts it:
--- caller.lua SEED SECONDS FOLDER [nodebug]. Files are made in the folder; the last calls stand in its file "trace".

local folder = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = folder .. "/?.lua;" .. package.path

local lfs = require "lfs"
local llsocket = require "llsocket"
local judge = require "judge"
local signatures = require("signatures").load(folder .. "/../../types/library")

-- After a collection by a finalizer, LuaJIT 2.1 leaves and enters its compiled code for ever. Calls of C functions, which is
-- what this is about, it does not compile.
local jit = rawget(_G, "jit")
if jit then jit.off() end

local uses_debug_library = arg[4] ~= "nodebug"
local seed, seconds = assert(tonumber(arg[1])), assert(tonumber(arg[2]))
assert(lfs.chdir(arg[3]))
local trace = assert(io.open("trace", "w"))
trace:setvbuf("line")

local unpack = rawget(table, "unpack") or rawget(_G, "unpack")
local load_text = rawget(_G, "loadstring") or load

local function pack(...)
  return { n = select("#", ...), ... }
end

-- Chance -----------------------------------------------------------------------------------------------------------

-- MINSTD, since math.random differs between versions of Lua: every product is below 2^53.
local state = seed % 2147483646 + 1

local function random(count)
  state = state * 48271 % 2147483647
  return count and state % count + 1 or state / 2147483647
end

local function chance(probability)
  return random() < probability
end

local function choose(list)
  return list[random(math.max(#list, 1))]
end

-- What there is to call with ---------------------------------------------------------------------------------------

-- Objects by class, descriptors that are the caller's to close, coroutines that wait to be resumed.
local objects = { ["llsocket.socket"] = {}, ["llsocket.addrinfo"] = {} }
local descriptors, suspended = {}, {}

--- The most of each kind that is kept; what is dropped is the collector's.
local KEPT = 24

local function keep(list, value)
  if #list < KEPT then
    list[#list + 1] = value
  else
    list[random(#list)] = value
  end
end

-- Descriptors of the interpreter and of this program, which nothing may close or use.
local reserved = {}

local temporary = assert(io.tmpfile())
temporary:write(("file "):rep(20000))
temporary:flush()
local closed_file = assert(io.tmpfile())
closed_file:close()
for name in lfs.dir("/proc/self/fd") do reserved[tonumber(name) or -1] = true end
for fd in pairs(reserved) do
  -- The listing's own is among them, and closed by now.
  if not lfs.symlinkattributes("/proc/self/fd/" .. fd) then reserved[fd] = nil end
end

--- The numbers that the constants of a prefix have.
local function constants(...)
  local list = {}
  for name, value in pairs(llsocket) do
    for _, prefix in ipairs { ... } do
      if type(value) == "number" and name:find("^" .. prefix) then list[#list + 1] = { name, value } end
    end
  end
  -- pairs has no order that a seed could repeat.
  table.sort(list, function(one, other) return one[1] < other[1] end)
  local values = {}
  for i, entry in ipairs(list) do values[i] = entry[2] end
  return values
end

local constant = {
  backlog = { 1, 2, 128 },
  family = constants("AF_INET", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_UNSPEC"),
  flag = constants("SHUT_"),
  flags = constants("MSG_", "AI_", "NI_"),
  level = constants("SOL_", "IPPROTO_"),
  name = constants("SO_", "IP_", "IPV6_", "TCP_", "UDP_"),
  -- No others: the kernel would load modules for them.
  protocol = { 0, 0, 0, 1, 6, 17, 58, 136, 255, 262, 263, 65536, -1 },
  socktype = { 1, 1, 1, 2, 2, 2, 3, 5, 0, 4, 2049, 524289 },
}
for _, name in ipairs { "size", "bufsize", "bytes" } do
  constant[name] = { 0, 1, 2, 4, 8, 100, 4095, 4096, 4097, 65535, 65536, 65537, 1000000, 2 ^ 31 - 1, 2 ^ 40 }
end
local all_constants = constants("%u")

local numbers = {
  0, 1, -1, 2, 3, 7, 100, 255, 256, 1023, 32767, 65535, 65536, 2 ^ 31 - 1, 2 ^ 31, -2 ^ 31, 2 ^ 32 - 1, 2 ^ 32, 2 ^ 53, 2 ^ 62,
  2 ^ 63, -2 ^ 63, 1e308, -1e308, 0.5, -0.5, 1.5, 1e-300, 0 / 0, math.huge, -math.huge,
}
if math.type then
  -- 2^31 and the like are floats: the integers of the same values, too.
  for _, number in ipairs { unpack(numbers) } do
    local integer = math.tointeger(number)
    if integer then numbers[#numbers + 1] = integer end
  end
end

local texts = {
  "", "0", "1", "80", "http", "65536", "-1", " 80", "127.0.0.1", "::1", "::", "0.0.0.0", "localhost", "fe80::1%lo", "224.0.0.1", "ff02::1",
  "239.1.2.3", "lo", "nosuch", "tcp", "udp", "\0abstract", "socket", "\0", "x", "line\n", "cubic", "reno",
}
local lengths = { 1, 2, 3, 4, 8, 12, 15, 16, 28, 107, 108, 109, 1500, 4095, 4096, 4097, 65507, 65535, 65536, 65537, 300000 }

local function any_bytes()
  local length = choose(lengths)
  if length > 16 then return (string.char(random(256) - 1)):rep(length) end
  local bytes = {}
  for i = 1, length do bytes[i] = string.char(random(256) - 1) end
  return table.concat(bytes)
end

local function any_text()
  return chance(0.6) and choose(texts) or any_bytes()
end

local call_anything, any_value

--- A function that calls back, and then may raise or yield.
local function callback()
  local end_of_it = random(4)
  return function()
    call_anything()
    if end_of_it == 1 then error(judge.CALLBACK_ERROR, 0) end
    if end_of_it == 2 then coroutine.yield() end
  end
end

local function any_table()
  local kind = random(6)
  local list = {}
  if kind == 1 then return list end
  for i = 1, random(5) do list[i] = any_value(2) end
  if kind == 2 then list[random(9)] = nil end
  if kind == 3 then list[2 ^ random(40)] = 1 end
  if kind == 4 then setmetatable(list, { __index = callback(), __len = function() return choose(numbers) end }) end
  if kind == 5 then setmetatable(list, { __index = function() error(judge.CALLBACK_ERROR, 0) end }) end
  return list
end

local function any_descriptor()
  if chance(0.2) then
    -- The number of an object: two then hold one descriptor, and one of them a number that changes hands.
    local sock = choose(objects["llsocket.socket"])
    if sock then return sock:fd() end
  end
  return choose(descriptors) or choose(numbers)
end

local function any_object()
  local classes = {}
  for class in pairs(objects) do classes[#classes + 1] = class end
  table.sort(classes)
  return choose(objects[choose(classes)])
end

local any_of = {
  function() return nil end,
  function() return chance(0.5) end,
  function() return choose(numbers) end,
  function() return choose(all_constants) end,
  any_descriptor,
  any_text,
  any_object,
  any_object,
  function() return { any_object(), any_object() } end,
  callback,
  function() return coroutine.create(callback()) end,
  function() return chance(0.7) and temporary or closed_file end,
  any_table,
}

--- A value of any type; in a table, where `depth` is given, not another table.
function any_value(depth)
  local maker = choose(any_of)
  if depth and maker == any_table then return choose(numbers) end
  return maker()
end

local function integer_for(name)
  local likely = constant[name]
  if name == "fd" or name == "file" or name == "to" then return any_descriptor() end
  if likely and chance(0.85) then
    local value = choose(likely)
    if name == "flags" and chance(0.3) then return value + choose(likely) end
    return value
  end
  return choose(chance(0.7) and numbers or all_constants)
end

--- A list of what a type names, for instance of integer[][].
local function list_of(element, name, of_type)
  local list = {}
  for i = 1, random(4) do list[i] = of_type(element, name) end
  return list
end

--- A value of a type, written as in LuaCATS; most often a likely one for an argument of this name.
local function of_type(type_name, name)
  local element = type_name:match("^(.*)%[%]$")
  if type_name:find("|", 1, true) then
    local alternatives = {}
    for each in type_name:gmatch("[^|]+") do alternatives[#alternatives + 1] = each end
    return of_type(choose(alternatives), name)
  elseif element then
    return list_of(element, name, of_type)
  elseif objects[type_name] then
    return choose(objects[type_name])
  elseif type_name == "integer" then
    return integer_for(name)
  elseif type_name == "number" then
    return chance(0.7) and random() / 50 or choose(numbers)
  elseif type_name == "boolean" then
    return chance(0.5)
  elseif type_name == "string" then
    return any_text()
  elseif type_name == "function" then
    return callback()
  elseif type_name == "file*" then
    return chance(0.9) and temporary or closed_file
  end
  return any_value()
end

local function arguments(signature)
  local args = { n = 0 }
  local function add(value)
    args.n = args.n + 1
    args[args.n] = value
  end
  if not signature then
    for _ = 1, random(4) - 1 do add(any_value()) end
    return args
  end
  for _, each in ipairs(signature.args) do
    if each.optional and chance(0.25) then break end
    if chance(0.06) then
      add(any_value())
    elseif each.optional and chance(0.2) then
      add(nil)
    else
      add(of_type(each.type, each.name))
    end
  end
  if signature.vararg and chance(0.5) then
    for _ = 1, random(4) - 1 do add(chance(0.9) and of_type(signature.vararg, "flags") or any_value()) end
  end
  if chance(0.03) then add(any_value()) end
  return args
end

-- Bounds: calls that would wait for ever, or touch what is not this program's --------------------------------------------

--- The longest wait, in seconds.
local LONGEST = 0.01
local SOL_SOCKET = llsocket.SOL_SOCKET
-- SO_LINGER, SO_RCVTIMEO and SO_SNDTIMEO in both their forms; SO_PEERPIDFD gives a descriptor that nobody would close.
local REFUSED_OPTIONS = { [13] = true, [20] = true, [21] = true, [66] = true, [67] = true, [77] = true }
-- What the kernel has without loading a module, and 64, which no kernel has.
local SAFE_FAMILIES = { [0] = true, [1] = true, [2] = true, [10] = true, [16] = true, [17] = true, [64] = true }

local function index_of(signature, name)
  for i, each in ipairs(signature and signature.args or {}) do
    if each.name == name then return i end
  end
end

local function without_option(args)
  if args[1] == SOL_SOCKET and REFUSED_OPTIONS[args[2]] then args[2] = llsocket.SO_TYPE end
end

local function bound_timeout(args)
  if type(args[1]) == "number" and args[1] >= 0 and (args[1] < 1e-6 or args[1] > LONGEST) then args[1] = LONGEST end
end

local function bound_wait(args)
  if args[1] == nil then args.n, args[1] = math.max(args.n, 1), LONGEST end
  bound_timeout(args)
end

local bounds = {
  ["llsocket.socket:getsockopt"] = without_option,
  ["llsocket.socket:setsockopt"] = without_option,
  ["llsocket.socket:rcvtimeo"] = bound_timeout,
  ["llsocket.socket:sndtimeo"] = bound_timeout,
  ["llsocket.socket:recvable"] = bound_wait,
  ["llsocket.socket:sendable"] = bound_wait,
  ["llsocket.socket:linger"] = function(args)
    if type(args[1]) == "number" and args[1] > 0 then args[1] = 0 end
  end,
  ["addrinfo.raw"] = function(args)
    local low, high = (type(args[1]) == "string" and args[1] or ""):byte(1, 2)
    if low and not SAFE_FAMILIES[low + 256 * (high or 0)] then args[1] = "\1" .. args[1]:sub(2) end
    if high and high ~= 0 then args[1] = args[1]:sub(1, 1) .. "\0" .. args[1]:sub(3) end
  end,
  -- The local one: others are the host's.
  ["addrinfo.vsock"] = function(args)
    if type(args[1]) == "number" then args[1] = 1 end
  end,
}

--- Makes the arguments harmless.
local function bound(key, signature, args)
  if bounds[key] then bounds[key](args) end
  for i = 1, args.n do
    local name = signature and signature.args[i] and signature.args[i].name
    local takes_descriptor = not signature or name == "fd" or name == "file" or name == "to"
    if takes_descriptor and reserved[args[i]] then args[i] = choose(descriptors) or -1 end
  end
  local protocol = index_of(signature, "protocol")
  if protocol and type(args[protocol]) == "number" then args[protocol] = choose(constant.protocol) end
  local family = index_of(signature, "family")
  if family and type(args[family]) == "number" and not SAFE_FAMILIES[args[family]] then args[family] = 64 end
  local sec = index_of(signature, "sec")
  if sec and type(args[sec]) == "number" and args[sec] > LONGEST then args[sec] = LONGEST end
end

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
    if type(value) == "function" then list[#list + 1] = name end
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
        call_anything()
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

function call_anything()
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
  for _ = 1, 50 do call_anything() end
end

-- Nothing may be left: the preloaded library looks when the interpreter has ended.
finished = true
for _, fd in ipairs(descriptors) do
  if not reserved[fd] then llsocket.socket.close(fd) end
end
objects, suspended = nil, nil
collectgarbage()
collectgarbage()
temporary:close()
trace:close()
io.stdout:write(("%d calls\n"):format(calls))
if failures[1] then error("\n" .. table.concat(failures, "\n"), 0) end
