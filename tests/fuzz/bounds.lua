--- Bounds of random calls: they wait not for ever, and touch only what is this program's.

local llsocket = require "llsocket"
local values = require "values"

local choose, constant = values.choose, values.constant
local descriptors, reserved = values.descriptors, values.reserved

--- The longest wait, in seconds.
local LONGEST = 0.01
local SOL_SOCKET = llsocket.SOL_SOCKET
-- SO_LINGER, SO_RCVTIMEO and SO_SNDTIMEO in both their forms; SO_PEERPIDFD gives a descriptor that nobody would close.
local REFUSED_OPTIONS = { [13] = true, [20] = true, [21] = true, [66] = true, [67] = true, [77] = true }
-- What the kernel has without loading a module, and 64, which no kernel has.
local SAFE_FAMILIES = { [0] = true, [1] = true, [2] = true, [10] = true, [16] = true, [17] = true, [64] = true }

--- Calls that wait for ever where no time is given.
local WAITS = {
  ["llsocket.socket:sendall"] = true, ["llsocket.socket:recvexactly"] = true, ["inet.connect"] = true,
  ["unix.connect"] = true, ["poll.sleep"] = true,
}

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
  if WAITS[key] and args[sec] == nil then args.n, args[sec] = math.max(args.n, sec), LONGEST end
end

return { bound = bound, LONGEST = LONGEST }
