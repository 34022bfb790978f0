--- Runs the Lua blocks of README.md. What a block prints must be what its `-->` comments say.

local function read(path)
  local file = assert(io.open(path))
  local text = file:read("*a")
  file:close()
  return text
end

--- The Lua blocks of a Markdown text: each with the line it begins at, and what it promises to print.
local function blocks(text)
  local found, block = {}, nil
  local number = 0
  for line in text:gmatch("([^\n]*)\n") do
    number = number + 1
    if line == "```lua" then
      block = { line = number, code = {}, promised = {} }
    elseif line == "```" then
      found[#found + 1], block = block, nil
    elseif block then
      block.code[#block.code + 1] = line
      block.promised[#block.promised + 1] = line:match("%-%-> (.*)$")
    end
  end
  return found
end

--- Runs a block by itself; what it printed comes back in lines.
local function run(block)
  local printed = {}
  local environment = setmetatable({
    print = function(...)
      local words = { ... }
      for i = 1, select("#", ...) do
        words[i] = tostring(words[i])
      end
      printed[#printed + 1] = table.concat(words, " ")
    end,
  }, { __index = _G })
  -- As many empty lines as stand above it, so that an error names the line in README.md.
  local code = ("\n"):rep(block.line) .. table.concat(block.code, "\n")
  local chunk, err
  if rawget(_G, "setfenv") then
    chunk, err = loadstring(code, "=README.md")
    if chunk then
      setfenv(chunk, environment)
    end
  else
    chunk, err = load(code, "=README.md", "t", environment)
  end
  assert(chunk, err)()
  return printed
end

describe("README.md", function()
  local found = blocks(read("README.md"))

  it("has examples", function()
    assert.truthy(#found > 0)
  end)

  for _, block in ipairs(found) do
    it("does what its example in line " .. block.line .. " says", function()
      assert.same(block.promised, run(block))
    end)
  end
end)
