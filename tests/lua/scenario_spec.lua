--- The scenarios, which Python plays, too: what both do cannot drift apart.

local support = require "support"

local run = dofile "tests/scenarios/run.lua"

--- A scenario that says how many descriptors there may be is played where that is so.
local function play(scenario)
  if not scenario.limit then return run.play(scenario) end
  local script = ("local run = dofile 'tests/scenarios/run.lua'\nrun.play_named(%q, %q)"):format(scenario.file, scenario.name)
  local output, status = support.child(script, ("ulimit -n %d;"):format(scenario.limit))
  assert(status == 0, output)
end

for _, file in ipairs(run.files()) do
  describe("the scenarios of " .. file, function()
    support.watch()

    for _, scenario in ipairs(run.scenarios(file)) do
      it(scenario.name, function()
        local skipped = play(scenario)
        if skipped then pending(skipped) end
      end)
    end
  end)
end

describe("an expectation that is wrong goes red", function()
  support.watch()

  for _, scenario in ipairs(run.scenarios("wrong/wrong.txt")) do
    it("as in: " .. scenario.name, function()
      local ok, problem = pcall(run.play, scenario)
      assert.is_false(ok)
      local line, told = problem:match("^wrong/wrong%.txt:(%d+): .*(got .+)$")
      assert.is_truthy(line, problem)
      assert.equal(scenario.steps[#scenario.steps].line, tonumber(line))
      assert.is_truthy(told)
    end)
  end
end)

describe("the scenarios cover", function()
  local names = {}
  for line in io.lines("tests/parity/names.txt") do
    local owner, name, kind, languages = line:match("^(%w+) ([%w_]+) (%l+) (%l+)")
    if owner and languages == "both" then names[#names + 1] = { owner = owner, name = name, kind = kind } end
  end

  for _, file in ipairs(run.files()) do
    for _, table in ipairs(run.covered(file)) do
      it(("each %s: %s, %s"):format(table.kind, file, table.scenario), function()
        for _, entry in ipairs(names) do
          if entry.kind == table.kind then
            assert(table.names[entry.name], "no row for the " .. table.kind .. " " .. entry.name)
          end
        end
      end)
    end
  end

  it("each function and method", function()
    local played = run.played()
    for _, entry in ipairs(names) do
      local isCalled = entry.kind == "function" or entry.kind == "method"
      if isCalled then assert(played[entry.name], ("nothing plays %s.%s"):format(entry.owner, entry.name)) end
    end
  end)
end)
