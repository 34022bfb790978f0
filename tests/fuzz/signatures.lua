--- What types/library says of each function: its arguments' names and types, and its results' types.
--
-- `signatures.load(folder)` gives a table: for a module's function the key is "inet.getaddrinfo" ("llsocket.pton" for one
-- of the root), for a method it is the class's name and its own, "llsocket.socket:recv". A signature has `args`, a list
-- of { name, type, optional }, `vararg`, the type of further arguments, `values`, the types before the error, `shape`, one
-- of "E", "V", "A" or "bare", and `extra`, whether a value may follow the documented ones.

local lfs = require "lfs"

local signatures = {}

--- The types of a "@return" list, and the shape that its last names say.
local function results_of(returns)
  local names = {}
  for i, each in ipairs(returns) do names[each.name] = i end
  local values, last = {}, (names.err and names.errno) and names.err - 1 or #returns
  for i = 1, last do values[i] = returns[i].type end
  if last == #returns then return values, "bare" end
  if names.again then return values, "A" end
  return values, last == 0 and "E" or "V"
end

local function new_signature(lines)
  local signature, returns = { args = {} }, {}
  for _, line in ipairs(lines) do
    local name, type = line:match("^%-%-%-@param ([%w_.]+%??) (%S+)")
    if name == "..." then
      signature.vararg = type
    elseif name then
      table.insert(signature.args, { name = name:gsub("%?$", ""), type = type, optional = name:find("?", 1, true) ~= nil })
    end
    local result = line:match("^%-%-%-@return (.+)$")
    if result then
      local result_type, result_name = result:match("^(.-)%s+(%w+)$")
      table.insert(returns, { type = result_type or result, name = result_name or "" })
    end
    if line:find("^%-%-%-@overload") then signature.extra = true end
  end
  signature.values, signature.shape = results_of(returns)
  return signature
end

local function read(path, found)
  local lines, class, module = {}, nil, path:match("(%w+)%.lua$")
  for line in io.lines(path) do
    class = line:match("^%-%-%-@class ([%w_.]+)") or class
    local separator, name = line:match("^function [%w_]+([.:])([%w_]+)%(")
    if name and separator == ":" then
      found[class .. ":" .. name] = new_signature(lines)
      found[class .. ":" .. name].is_whole = name == "sendall" or name == "recvexactly"
    elseif name then
      found[module .. "." .. name] = new_signature(lines)
    end
    if line:find("^%-%-%-") then lines[#lines + 1] = line else lines = {} end
  end
end

local function read_folder(folder, found)
  for entry in lfs.dir(folder) do
    local path = folder .. "/" .. entry
    if entry:find("%.lua$") then
      read(path, found)
    elseif not entry:find("^%.") and lfs.attributes(path, "mode") == "directory" then
      read_folder(path, found)
    end
  end
end

function signatures.load(folder)
  local found = {}
  read_folder(folder, found)
  assert(next(found), "no signatures in " .. folder)
  return found
end

return signatures
