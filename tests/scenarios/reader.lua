--- Reads the scenarios, and what tests/parity/names.txt says of what they call.

local lfs = require "lfs"

local folder = debug.getinfo(1, "S").source:match("^@(.*)reader%.lua$")
local reader = {}

--- What tests/parity/names.txt says of what is called: the shape of its results, and the names of its arguments.
local function read_names()
  local api = {}
  for line in io.lines(folder .. "../parity/names.txt") do
    -- owner name kind languages systems shape arguments
    local owner, name, shape, args = line:match("^(%w+) ([%w_]+) %l+ %l+ %S+ (%w+) (%S+)$")
    if owner then
      local row = { shape = shape }
      for argument in args:gmatch("[%w_]+") do row[#row + 1] = argument end
      api[owner .. "." .. name] = row
    end
  end
  return api
end

reader.api = read_names()

local function split(line)
  local cells = {}
  for cell in (line .. "|"):gmatch("%s*(.-)%s*|") do cells[#cells + 1] = cell end
  return cells
end

--- The scenario with a row's cells in place of the columns' names.
local function with_row(scenario, cells)
  local row = {}
  for i, column in ipairs(scenario.columns) do row[column] = assert(cells[i], "a cell is missing: " .. scenario.name) end
  local filled = { name = scenario.name:gsub("{(%w+)}", row), file = scenario.file, steps = {}, limit = scenario.limit }
  filled.network = scenario.network
  for i, step in ipairs(scenario.steps) do
    filled.steps[i] = { line = step.line, text = step.text:gsub("{(%w+)}", row) }
  end
  return filled
end

--- What a line under a block's head adds to it.
local function add(block, text, number)
  if block.columns then
    table.insert(block.rows, split(text))
  elseif text:find("^rows ") then
    block.columns = split(text:sub(6))
  elseif text:find("^covers ") then
    block.covers = text:sub(8)
  elseif text:find("^limit ") then
    block.limit = tonumber(text:sub(7))
  elseif text == "network" then
    block.network = true
  else
    table.insert(block.steps, { line = number, text = text })
  end
end

--- The blocks of a file, `scenario` or `fixture`, each with its steps.
function reader.blocks(file)
  local list, number = {}, 0
  for line in io.lines(folder .. file) do
    number = number + 1
    local text, name = line:match("^%s*(.-)%s*$"), line:match("^%l+ (.+)$")
    if name then
      list[#list + 1] = { name = name, file = file, steps = {}, rows = {} }
    elseif text ~= "" and text:sub(1, 1) ~= "#" then
      add(list[#list], text, number)
    end
  end
  return list
end

reader.fixtures = {}
for _, fixture in ipairs(reader.blocks("fixtures.txt")) do reader.fixtures[fixture.name] = fixture.steps end

--- The files of scenarios, by name.
function reader.files()
  local list = {}
  for name in lfs.dir(folder) do
    if name:find("%.txt$") and name ~= "fixtures.txt" then list[#list + 1] = name end
  end
  table.sort(list)
  return list
end

--- The scenarios of a file, one for each row of those that have rows.
function reader.scenarios(file)
  local list = {}
  for _, scenario in ipairs(reader.blocks(file)) do
    if not scenario.columns then list[#list + 1] = scenario end
    for _, row in ipairs(scenario.rows) do list[#list + 1] = with_row(scenario, row) end
  end
  return list
end

--- What the files say to cover: for each text behind `covers`, the names in the first columns.
function reader.covered()
  local all = {}
  for _, file in ipairs(reader.files()) do
    for _, scenario in ipairs(reader.blocks(file)) do
      local names = all[scenario.covers or ""] or {}
      for _, row in ipairs(scenario.rows) do names[row[1]] = true end
      if scenario.covers then all[scenario.covers] = names end
    end
  end
  return all
end

return reader
