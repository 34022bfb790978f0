--- Plays scenarios, each in a child process, and writes what it does to standard error, where strace sees it between the
--- system calls: play.lua ROOT [LIST]. LIST has a line for each scenario, its file and its number there; without it all are
--- played. Before the first it stops itself, so that strace can be attached: nothing before is seen, and made to fail.
--- play.py is the same for Python; the program `run` reads what strace has written.

local lfs = require "lfs"
local process = require "process"

assert(lfs.chdir(arg[1]))
local run = dofile "tests/scenarios/run.lua"

--- Seconds that a scenario may take.
local LIMIT = 10

local function write(...)
  local text = table.concat({ ... }, "\t"):gsub("\n", " ")
  io.stderr:write(text .. "\n")
end

-- Only what makes no system calls: a socket's text asks the kernel for its name.
function run.observer(what, path, result)
  write(what, path, result and result.state or "", result and result.number or "")
end

local function count_descriptors()
  collectgarbage()
  collectgarbage("stop")
  local count = 0
  for _ in lfs.dir("/proc/self/fd") do count = count + 1 end
  return count
end

local function play(place, scenario)
  -- Nothing is to be closed in the middle of calls that have nothing to do with it.
  collectgarbage("stop")
  write("scenario", place, scenario.name)
  local before = count_descriptors()
  local ok, problem = pcall(run.play, scenario)
  if not ok then
    write("failed", tostring(problem))
  elseif problem then
    write("skipped", problem)
  else
    write("passed")
  end
  write("descriptors", count_descriptors() - before)
end

local wanted
if arg[2] then
  wanted = {}
  for line in io.lines(arg[2]) do
    wanted[line] = true
    wanted[line:match("^(%S+)")] = true
  end
end

local list = {}

local function add_scenarios(file)
  for number, scenario in ipairs(run.scenarios(file)) do
    local place = file .. " " .. number
    local is_wanted = not wanted or wanted[place]
    if is_wanted and not scenario.limit then list[#list + 1] = { place, scenario } end
  end
end

for _, file in ipairs(run.files()) do
  if not wanted or wanted[file] then add_scenarios(file) end
end

process.stop()
for _, each in ipairs(list) do
  local status = process.call_in_child(function() play(each[1], each[2]) end, LIMIT)
  if status ~= 0 then write("status", each[1], status) end
end
