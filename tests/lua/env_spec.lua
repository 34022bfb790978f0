--- The module's face: what require returns, and what env says of the platform.

local llsocket = require "llsocket"
local support = require "support"

describe("llsocket", function()
  support.watch()

  it("holds its parts", function()
    for _, name in ipairs { "inet", "unix", "addrinfo", "socket", "device", "poll", "env" } do
      assert.equal("table", type(llsocket[name]))
    end
    assert.truthy(llsocket._VERSION:find("%d+%.%d+%.%d+"))
  end)

  it("gives each part to require by its own name too, as the same table", function()
    for _, name in ipairs { "inet", "unix", "addrinfo", "socket", "device", "poll", "env" } do
      assert.equal(llsocket[name], require("llsocket." .. name))
    end
    assert.equal(llsocket, require "llsocket")
  end)

  it("may be required part first", function()
    for _, name in ipairs { "inet", "unix", "addrinfo", "socket", "device", "poll", "env" } do
      local path = os.tmpname()
      local file = assert(io.open(path, "w"))
      file:write(("package.path, package.cpath = %q, %q\n"):format(package.path, package.cpath))
      file:write(("local part = require 'llsocket.%s'\n"):format(name))
      file:write(("io.write(tostring(part == require('llsocket').%s))"):format(name))
      file:close()
      local pipe = io.popen(("'%s' '%s' 2>&1"):format(support.interpreter(), path))
      assert.equal("true", pipe:read("*a"))
      pipe:close()
      os.remove(path)
    end
  end)

  it("leaves the globals alone", function()
    assert.equal("", (support.child([[
      for _, name in ipairs { "inet", "unix", "device", "env", "bind" } do
        if rawget(_G, name) ~= nil then io.write(name) end
      end
    ]])))
  end)

  it("has the functions of each part", function()
    local named = {
      inet = { "getaddrinfo", "getaddrinfo6" }, unix = { "getaddrinfo" },
      addrinfo = { "getaddrinfo", "inet", "inet6", "unix" },
      socket = { "new", "pair", "wrap", "shutdown", "close" }, device = { "getifaddrs", "macaddrs" },
    }
    for part, names in pairs(named) do
      for _, name in ipairs(names) do assert.equal("function", type(llsocket[part][name]), part .. "." .. name) end
    end
  end)
end)

describe("llsocket.env", function()
  support.watch()

  it("names the system", function()
    assert.equal("linux", llsocket.env.os:lower())
  end)

  it("gives the limits, and they hold", function()
    local max = llsocket.env.unixpath_max
    assert.equal(108, max)
    assert.truthy(llsocket.addrinfo.unix(("p"):rep(max)))
    assert.is_nil((llsocket.addrinfo.unix(("p"):rep(max + 1))))
    assert.is_true(llsocket.env.somaxconn >= 128)
    assert.equal(("%d"):format(llsocket.env.somaxconn), tostring(llsocket.env.somaxconn))
  end)
end)
