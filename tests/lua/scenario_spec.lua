--- The scenarios, which Python plays, too: what both do cannot drift apart.

local kernel = require "kernel"
local support = require "support"

local run = dofile "tests/scenarios/run.lua"

--- Whether this user may make network namespaces.
local has_namespaces = kernel.run("unshare --net true")

--- A scenario that says how many descriptors there may be, or that it needs a network of its own, is played where that
-- is so.
local function play(scenario)
  if not scenario.limit and not scenario.network then return run.play(scenario) end
  if scenario.network and not has_namespaces then return "network namespaces" end
  local script = ("local run = dofile 'tests/scenarios/run.lua'\nrun.play_named(%q, %q)"):format(scenario.file, scenario.name)
  local before = scenario.network and "unshare --net" or ("ulimit -n %d;"):format(scenario.limit)
  local output, status = support.child(script, before)
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

--- The names that every language has, each with its owner and its kind.
local function names()
  local list = {}
  for line in io.lines("tests/parity/names.txt") do
    local owner, name, kind = line:match("^(%w+) ([%w_]+) (%l+) both")
    if owner then list[#list + 1] = { owner = owner, name = name, kind = kind } end
  end
  return list
end

describe("the scenarios cover", function()
  for what, covered in pairs(run.covered()) do
    it("each " .. what, function()
      local owner, kind = what:match("^(%w+) (%l+)")
      local count = 0
      for _, entry in ipairs(names()) do
        if entry.owner == owner and entry.kind == kind then
          assert(covered[entry.name], "no row for " .. entry.name)
          count = count + 1
        end
      end
      assert.is_true(count > 0)
    end)
  end

  it("each function and method", function()
    local played = run.played()
    for _, entry in ipairs(names()) do
      -- must raises what is an outcome in a scenario; results_spec.lua calls it.
      local is_called = entry.kind == "function" and entry.name ~= "must" or entry.kind == "method"
      if is_called then assert(played[entry.name], ("nothing plays %s.%s"):format(entry.owner, entry.name)) end
    end
  end)
end)
