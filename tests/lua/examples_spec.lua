--- Runs every program in examples/ as a user would, with less to do.

local arguments = {
  line_server = { "5", "20" },
  sendfile = { "3" },
  unix_datagram = { "100" },
}

--- The interpreter that runs this file.
local function interpreter()
  local first = 0
  while arg[first - 1] do
    first = first - 1
  end
  return arg[first]
end

describe("the example", function()
  for _, name in ipairs { "line_server", "multicast", "sendfile", "unix_datagram" } do
    it(name .. " runs", function()
      local words = { interpreter(), "examples/" .. name .. ".lua" }
      for _, word in ipairs(arguments[name] or {}) do
        words[#words + 1] = word
      end
      -- The status is printed, for io.popen in Lua 5.1 does not tell it.
      local pipe = assert(io.popen(table.concat(words, " ") .. " 2>&1; echo status $?"))
      local said = pipe:read("*a")
      pipe:close()
      assert.truthy(said:find("\nstatus 0\n$"), said)
    end)
  end
end)
