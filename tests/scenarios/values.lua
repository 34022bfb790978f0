--- The values in scenarios: what their words stand for, and whether a result is what was expected.

local llsocket = require "llsocket"

local all = {}

function all.tokens(text)
  local list, at = {}, text:find("%S")
  while at do
    local first, stop = text:sub(at, at), at
    if first:find("[\"']") then
      repeat stop = assert(text:find(first, stop + 1, true), "an open string") until text:sub(stop - 1, stop - 1) ~= "\\"
      stop = select(2, text:find("^%*%d+", stop + 1)) or stop
    elseif not first:find("[%[%],]") then
      stop = select(2, text:find("^[^%s%[%],]+", at))
    end
    list[#list + 1] = text:sub(at, stop)
    at = text:find("%S", stop + 1)
  end
  return list
end

local escapes = { ["0"] = "\0", n = "\n" }

local function string_of(token)
  local body, times = token:match("^.(.*)[\"']%*?(%d*)$")
  body = body:gsub("\\x(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end)
  return (body:gsub("\\(.)", function(char) return escapes[char] or char end):rep(tonumber(times) or 1))
end

local function thing() end

all.words = {
  ["true"] = true, ["false"] = false, nan = 0 / 0, inf = math.huge, ["-inf"] = -math.huge, thing = thing,
}
for _, name in ipairs { "inet", "unix", "addrinfo", "socket", "device", "poll", "env" } do all.words[name] = llsocket[name] end
all.words.llsocket = llsocket

local function number_of(word)
  local sign, base, power = word:match("^(%-?)(%d+)%^(%d+)$")
  if not base then return tonumber(word) end
  return tonumber(sign .. ("%.0f"):format(tonumber(base) ^ tonumber(power)))
end

local function constants_of(word)
  local sum = 0
  for name in word:gmatch("[^+]+") do sum = sum + assert(rawget(llsocket, name), "no constant " .. name) end
  return sum
end

function all.is_integer(value)
  return type(value) == "number" and value % 1 == 0 and not (math.type and math.type(value) ~= "integer")
end

local types = { ["llsocket.socket"] = "Socket", ["llsocket.addrinfo"] = "AddrInfo" }

function all.class(value)
  return type(value) == "userdata" and types[getmetatable(value)] or nil
end

--- Words that stand for any value of a kind, in what is expected.
local kinds = {
  any = function(value) return value ~= nil end,
  integer = all.is_integer,
  number = function(value) return type(value) == "number" end,
  boolean = function(value) return type(value) == "boolean" end,
  bytes = function(value) return type(value) == "string" end,
  text = function(value) return type(value) == "string" end,
  list = function(value) return type(value) == "table" end,
  record = function(value) return type(value) == "table" end,
  socket = function(value) return all.class(value) == "Socket" end,
  addrinfo = function(value) return all.class(value) == "AddrInfo" end,
}

--- The value that begins at a token, and the token behind it.
local function value_at(list, at, world)
  local token = list[at]
  if token == "[" then
    local items = {}
    at = at + 1
    while list[at] ~= "]" do
      if list[at] == "," then at = at + 1 end
      items[#items + 1], at = value_at(list, at, world)
    end
    return items, at + 1
  elseif token:find("^[\"']") then
    return string_of(token), at + 1
  elseif token:find("^%-?%d") then
    return number_of(token), at + 1
  elseif token:find("^%u") then
    return constants_of(token), at + 1
  elseif all.words[token] ~= nil then
    return all.words[token], at + 1
  end
  assert(token == "none" or world.values[token] ~= nil, "no value is called " .. token)
  return world.values[token], at + 1
end

function all.values_of(list, world, is_expected)
  local values, at = { n = 0 }, 1
  while at <= #list do
    if list[at] == "," then at = at + 1 end
    values.n = values.n + 1
    if is_expected and (kinds[list[at]] or list[at]:find("^>")) then
      values[values.n], at = { kind = list[at] }, at + 1
    else
      values[values.n], at = value_at(list, at, world)
    end
  end
  return values
end

function all.equal(one, other)
  if type(one) ~= "table" or type(other) ~= "table" then
    return one == other and all.is_integer(one) == all.is_integer(other)
  end
  for key, value in pairs(one) do
    if not all.equal(value, other[key]) then return false end
  end
  return #one == #other
end

function all.fits(expected, value)
  local kind = type(expected) == "table" and expected.kind
  if not kind then return all.equal(expected, value) end
  if kinds[kind] then return kinds[kind](value) end
  return type(value) == "number" and value > tonumber(kind:sub(2))
end

function all.show(value)
  if type(value) == "string" then return ("%q"):format(#value > 80 and value:sub(1, 80) .. "..." or value) end
  if type(value) ~= "table" then return tostring(value) end
  local items = {}
  for key, item in pairs(value) do items[#items + 1] = key .. "=" .. all.show(item) end
  return "{" .. table.concat(items, " ") .. "}"
end

return all
