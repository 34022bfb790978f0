--- Values of every type for the random caller, likely ones and others.

local lfs = require "lfs"
local llsocket = require "llsocket"
local judge = require "judge"

local unpack = rawget(table, "unpack") or rawget(_G, "unpack")

--- `call_anything` is what a callback does; the caller sets it.
local values = {}

-- Chance -----------------------------------------------------------------------------------------------------------

-- MINSTD, since math.random differs between versions of Lua: every product is below 2^53.
local state = tonumber(arg[1]) % 2147483646 + 1

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
  local found = {}
  for i, entry in ipairs(list) do found[i] = entry[2] end
  return found
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

local any_value

--- A function that calls back, and then may raise or yield.
local function callback()
  local end_of_it = random(4)
  return function()
    values.call_anything()
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

for name, value in pairs {
  any_bytes = any_bytes,
  any_object = any_object,
  any_table = any_table,
  any_value = any_value,
  arguments = arguments,
  callback = callback,
  chance = chance,
  choose = choose,
  closed_file = closed_file,
  constant = constant,
  descriptors = descriptors,
  keep = keep,
  objects = objects,
  random = random,
  reserved = reserved,
  suspended = suspended,
  temporary = temporary,
} do values[name] = value end

return values
