--- Judges what a call gave: results must have the shape and the types of its signature, an error its number and text, and
--- only misuse, a callback's own error, or lack of memory may be raised.

local llsocket = require "llsocket"

local judge = {}

--- What a callback of the caller raises.
judge.CALLBACK_ERROR = "raised by a callback"

local function is_integer(value)
  return type(value) == "number" and value % 1 == 0 and not (math.type and math.type(value) ~= "integer")
end

local primitive = {
  any = function(value) return value ~= nil end,
  boolean = function(value) return type(value) == "boolean" end,
  integer = is_integer,
  number = function(value) return type(value) == "number" end,
  string = function(value) return type(value) == "string" end,
  table = function(value) return type(value) == "table" end,
}

local matches

local function each(value, list_of)
  if type(value) ~= "table" then return false end
  for _, item in pairs(value) do
    if not matches(item, list_of) then return false end
  end
  return true
end

--- Whether a value is of a type, written as in LuaCATS.
function matches(value, type_name)
  if type_name:find("%?$") then
    return value == nil or matches(value, type_name:sub(1, -2))
  elseif type_name:find("^%(.*%)$") then
    return matches(value, type_name:sub(2, -2))
  elseif type_name:find("%[%]$") then
    return each(value, type_name:sub(1, -3))
  elseif type_name:find("^table<string, ") then
    return each(value, type_name:match(", (.*)>$"))
  elseif type_name:find("|", 1, true) then
    local first, rest = type_name:match("^([^|]+)|(.*)$")
    return matches(value, first) or matches(value, rest)
  elseif primitive[type_name] then
    return primitive[type_name](value)
  end
  -- A class of ours; a record is a table.
  return type(value) == "table" or (type(value) == "userdata" and getmetatable(value) == type_name)
end

local function describe(results)
  local list = {}
  for i = 1, results.n do
    local text = tostring(results[i])
    list[i] = type(results[i]) == "string" and ("%q"):format(#text > 60 and text:sub(1, 60) .. "..." or text) or text
  end
  return table.concat(list, ", ")
end

--- Whether the results from `first` on are nil or false.
local function nothing(results, first)
  for i = first, results.n do
    if results[i] then return false end
  end
  return true
end

local function judge_error(signature, results)
  local count = #signature.values
  local text, again = results[count + 1], signature.shape == "A"
  local number = results[count + (again and 3 or 2)]
  if not is_integer(number) then return "an error without its number" end
  if number == 0 then return "error number 0" end
  if results.n ~= count + (again and 3 or 2) then return "results behind the error's number" end
  for i = 1, count do
    -- sendall and recvexactly give what went or came before the error.
    if results[i] ~= nil and not signature.is_whole then return "a value beside an error" end
  end
  if again and results[count + 2] ~= false then return "an error that says again" end
  local expected = number < 0 and llsocket.gaistrerror(number) or llsocket.strerror(number)
  local resolve = expected .. " (not a numeric address; inet.getaddrinfo asks the resolver)"
  if text ~= expected and text ~= resolve then return "an error whose text is not its number's: " .. expected end
end

local function judge_values(signature, results, from)
  local count = #signature.values
  for i = from, count do
    if not matches(results[i], signature.values[i]) then
      return ("result %d is not of type %s"):format(i, signature.values[i])
    end
  end
end

--- What is wrong with the results of a call, or nil.
local function judge_results(signature, results)
  local count = #signature.values
  if signature.shape == "bare" then
    if results.n > count then return "too many results" end
    return judge_values(signature, results, 1)
  end
  local err = results[count + 1]
  if type(err) == "string" then return judge_error(signature, results) end
  if err ~= nil then return "err is no string" end
  local last = count + 1
  if signature.shape == "A" then
    last = last + 1
    local again = results[last]
    if again ~= nil and type(again) ~= "boolean" then return "again is no boolean" end
    if again and results.n > last then return "results behind again" end
  elseif signature.shape == "V" and count == 1 and results[1] == nil then
    return "neither value nor error"
  end
  if not nothing(results, signature.extra and last + 2 or last + 1) then return "too many results" end
  return judge_values(signature, results, 1)
end

--- A signature for a function that has none: any of the four shapes will do.
local shapes = {
  { shape = "E", values = {} },
  { shape = "V", values = { "any?" } },
  { shape = "A", values = { "any?" } },
  { shape = "A", values = { "any?", "any?" } },
  { shape = "bare", values = { "any?", "any?", "any?" } },
}

function judge.results(signature, results)
  if signature then
    local wrong = judge_results(signature, results)
    return wrong and ("%s: %s"):format(wrong, describe(results))
  end
  for _, shape in ipairs(shapes) do
    if not judge_results(shape, results) then return nil end
  end
  return "of no shape: " .. describe(results)
end

local allowed = {
  "^bad argument #%d+ to '[%w_]+' %(.+%)$",
  "^calling '[%w_]+' on bad self %(.+%)$",
  "^not enough memory$",
  judge.CALLBACK_ERROR,
}

--- What is wrong with an error that was raised, or nil.
function judge.raised(message)
  local text = type(message) == "string" and message:gsub("^[^:]+:%d+: ", "") or nil
  if not text then return "raised a value of type " .. type(message) end
  for _, pattern in ipairs(allowed) do
    if text:find(pattern) then return nil end
  end
  return "raised: " .. text
end

return judge
