--- Runs the scenarios in Lua. README.md says how they are written; tests/python/test_scenarios.py is the same for Python.

local lfs = require "lfs"
local llsocket = require "llsocket"

local folder = debug.getinfo(1, "S").source:match("^@(.*)run%.lua$")
local unpack = rawget(table, "unpack") or rawget(_G, "unpack")
local run = {}

--- Called before and after each call, where it is set: with "begin" or "end", what is called, and the outcome.
run.observer = nil

local function pack(...)
  return { n = select("#", ...), ... }
end

local reader = dofile(folder .. "reader.lua")
local read = dofile(folder .. "values.lua")
local tokens, values_of, show = read.tokens, read.values_of, read.show
local is_integer, class, equal, fits = read.is_integer, read.class, read.equal, read.fits
local api, fixtures = reader.api, reader.fixtures
run.files, run.scenarios, run.covered = reader.files, reader.scenarios, reader.covered

-- Results ----------------------------------------------------------------------------------------------------------

local function nothing(results, from)
  for i = from, results.n do
    if results[i] then return false end
  end
  return true
end

--- How many values come before the error, in each shape.
local before = { E = 0, V = 1, A = 1, F = 2 }

--- What came back, strictly in its shape: a state, and its values.
local function outcome(shape, r)
  if shape == "plain" then return { state = "done", n = 1, r[1] } end
  local at = before[shape] + 1
  local waits = shape == "A" or shape == "F"
  local text, number = r[at], r[waits and at + 2 or at + 1]
  if type(text) == "string" and is_integer(number) and nothing(r, at + 3) then
    assert(r.n == (waits and at + 2 or at + 1) and (not waits or r[at + 1] == false), "a failure in another shape")
    local is_broken = waits and r[1] ~= nil
    assert(at == 1 or r[1] == nil or is_broken, "a value beside an error")
    local told = number < 0 and llsocket.gaistrerror(number) or llsocket.strerror(number)
    local is_told = text == told or text == told .. " (not a numeric address; inet.getaddrinfo asks the resolver)"
    assert(is_told, "the error's text is " .. text)
    return { state = is_broken and "broken" or "error", number = number }
  end
  assert(text == nil, "no error, and no results, of shape " .. shape)
  if waits and r[at + 1] == true then
    assert(r.n == at + 1, "more than again")
    return r[1] == nil and { state = "again", n = 0 } or { state = "part", n = 1, r[1] }
  elseif waits and r[1] == nil then
    assert(nothing(r, 1), "more than the end")
    return { state = "closed", n = 0 }
  end
  assert(shape == "E" or r[1] ~= nil, "a value is missing")
  if r.n == 4 and class(r[1]) == "Socket" then return { state = "done", n = 2, r[1], r[4] } end
  assert(nothing(r, at), "more than the values of shape " .. shape)
  return { state = "done", n = before[shape], r[1], shape == "F" and r[2] or nil }
end

--- Functions that are other functions by a second name.
local second = { getnameinfo = "nameinfo" }

local function misuse(name, row, message)
  local place, called = message:match("bad argument #(%d+) to '([^']*)' %(.+ expected, got .+%)$")
  assert(called == (second[name] or name), "raised: " .. message)
  return { state = "misuse", n = 0, argument = row[tonumber(place)] or row[#row], place = tonumber(place) }
end

local function shown(result)
  local parts = { result.state, result.number or result.argument or result.place }
  for i = 1, result.n or 0 do parts[#parts + 1] = show(result[i]) end
  return table.concat(parts, " ")
end

-- Steps ------------------------------------------------------------------------------------------------------------

--- Closes the sockets among the values when the scenario ends.
local function keep(world, value)
  if class(value) == "Socket" then
    table.insert(world.kept, value)
  elseif type(value) == "table" then
    for _, item in pairs(value) do keep(world, item) end
  end
end

--- What a step can ask of the runner itself.
local verbs = {}

function verbs.path(world, name)
  if not world.folder then
    world.folder = os.tmpname()
    os.remove(world.folder)
    assert(lfs.mkdir(world.folder))
  end
  return world.folder .. "/" .. name
end

function verbs.file(world, content)
  local file = assert(io.open(verbs.path(world, "file"), "w+b"))
  file:write(content)
  file:flush()
  table.insert(world.opened, file)
  return file
end

function verbs.pid()
  return tonumber(lfs.symlinkattributes("/proc/self", "target"))
end

function verbs.fill(_, sock)
  repeat until sock:send(("x"):rep(65536)) == 0
end

--- Runs ip(8), which has to succeed.
function verbs.ip(_, arguments)
  local status = os.execute("ip " .. arguments)
  assert(status == true or status == 0, "ip failed")
  return true
end

--- The record of getifaddrs that has the address.
function verbs.interface(_, list, address)
  for _, record in ipairs(list) do
    if record.addr and record.addr:addr() == address then return record end
  end
  error("no interface has " .. address, 0)
end

--- Opens sockets until no descriptor is left.
function verbs.exhaust_fds(world)
  repeat
    local sock = llsocket.socket.new(llsocket.addrinfo.unix(""))
    keep(world, sock)
  until not sock
end

function verbs.shown(_, value)
  return (tostring(value):gsub("^llsocket%.%l+: ", ""):gsub("fd %d+", "fd N"))
end

function verbs.same(_, one, other)
  return equal(one, other)
end

function verbs.count(_, value)
  return #value
end

function verbs.item(_, value, key)
  return value[key]
end

function verbs.keys(_, record)
  local names = {}
  for name in pairs(record) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function call(world, head, args)
  local object, name = head:match("^(.-)%.([%w_]+)$")
  if not object then
    return { state = "done", n = 1, assert(verbs[head], "no verb " .. head)(world, unpack(args, 1, args.n)) }
  end
  local value = read.words[object] or assert(world.values[object], "no value is called " .. object)
  local f = assert(value[name], "there is no " .. head)
  local row = assert(api[(class(value) or object) .. "." .. name] or type(f) ~= "function", "names.txt has no " .. head)
  if type(f) ~= "function" then return { state = "done", n = 1, f } end
  local results
  local path = (class(value) or object) .. "." .. name
  if run.observer then run.observer("begin", path) end
  if class(value) then
    results = pack(pcall(f, value, unpack(args, 1, args.n)))
  else
    results = pack(pcall(f, unpack(args, 1, args.n)))
  end
  local result
  if results[1] then
    result = outcome(row.shape, pack(unpack(results, 2, results.n)))
  else
    result = misuse(name, row, results[2])
  end
  if run.observer then run.observer("end", path, result) end
  return result
end

local function agrees(result, expected, world)
  local state = expected[1]
  if state == "error" or state == "broken" then
    for i = 2, #expected do
      if result.state == state and result.number == rawget(llsocket, expected[i]) then return true end
    end
    return false
  elseif state == "misuse" then
    return result.state == "misuse" and (not expected[2] or result.argument == expected[2])
  end
  local is_state = state == "part" or state == "again" or state == "closed" or state == "done"
  if is_state then table.remove(expected, 1) end
  if result.state ~= (is_state and state or "done") then return false end
  if state == "done" then return true end
  local values = values_of(expected, world, true)
  for i = 1, math.max(values.n, result.n) do
    if not fits(values[i], result[i]) then return false end
  end
  return true
end

local function find(list, token)
  for i, other in ipairs(list) do
    if other == token then return i end
  end
end

local function names_of(list, stop)
  local names = {}
  for i = 1, stop do
    if list[i] ~= "," then names[#names + 1] = list[i] end
  end
  return names
end

local function assign(world, names, result)
  if #names > result.n and type(result[1]) == "table" then result = result[1] end
  for i, name in ipairs(names) do world.values[name] = result[i] end
end

local function is_root()
  local file = assert(io.open("/proc/self/status"))
  local user = file:read("*a"):match("Uid:%s*%d+%s+(%d+)")
  file:close()
  return user == "0"
end

local take

--- Whether what a scenario needs is here: to be root, or not, or what a step asks for.
local function has(world, text)
  if text == "root" or text == "user" then return is_root() == (text == "root") end
  return pcall(take, world, text)
end

function take(world, text)
  local list = tokens(text)
  if list[1] == "use" then
    for _, step in ipairs(assert(fixtures[list[2]], "no fixture " .. list[2])) do take(world, step.text) end
    return
  elseif list[1] == "needs" then
    if not has(world, text:sub(7)) then error({ skipped = text }, 0) end
    return
  end
  local arrow, equals = find(list, "->") or #list + 1, find(list, "=") or 0
  local args = values_of({ unpack(list, equals + 2, arrow - 1) }, world)
  local result = call(world, list[equals + 1], args)
  for i = 1, result.n or 0 do keep(world, result[i]) end
  local expected = { unpack(list, arrow + 1) }
  if not expected[1] then expected = { "done" } end
  if not agrees(result, expected, world) then error("got " .. shown(result), 0) end
  if result.n then assign(world, names_of(list, equals - 1), result) end
end

local function tidy(world)
  for i = #world.kept, 1, -1 do world.kept[i]:close() end
  for _, file in ipairs(world.opened) do file:close() end
  if world.folder then os.execute("rm -rf '" .. world.folder .. "'") end
end

--- Plays a scenario. Returns what it lacks where it was skipped; raises what went otherwise than written.
function run.play(scenario)
  local world, skipped = { values = {}, kept = {}, opened = {} }, nil
  for _, step in ipairs(scenario.steps) do
    local ok, problem = pcall(take, world, step.text)
    if not ok and type(problem) == "table" then
      skipped = problem.skipped
      break
    elseif not ok then
      tidy(world)
      error(("%s:%d: %s: %s"):format(scenario.file, step.line, step.text, problem), 0)
    end
  end
  tidy(world)
  return skipped
end

--- Plays the scenario of this name, as a process of its own does.
function run.play_named(file, name)
  for _, scenario in ipairs(run.scenarios(file)) do
    if scenario.name == name then return run.play(scenario) end
  end
  error("no scenario is called " .. name)
end

--- The names of all functions and methods that a scenario calls.
function run.played()
  local played = {}
  for _, file in ipairs(run.files()) do
    for _, scenario in ipairs(run.scenarios(file)) do
      for _, step in ipairs(scenario.steps) do
        for name in step.text:gsub("\"[^\"]*\"", ""):gmatch("%l%w*%.([%w_]+)") do played[name] = true end
      end
    end
  end
  return played
end

return run
