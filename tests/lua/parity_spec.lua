--- The public names, compared with those of the module, in both directions.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect = support.expect

--- tests/parity/names.txt, as owner -> name -> kind: those that Lua has on this system.
local function listed()
  local all = {}
  for line in io.lines("tests/parity/names.txt") do
    local owner, name, kind, languages, systems = line:match("^(%w+) ([%w_]+) (%l+) (%l+) (%S+)")
    local here = systems == "all" or ("," .. (systems or "") .. ","):find("," .. llsocket.env.os .. ",", 1, true)
    if owner and languages ~= "python" and here then
      all[owner] = all[owner] or {}
      all[owner][name] = kind
    end
  end
  return all
end

local names = listed()

--- The names that are on one side only; `builtin` are those that Lua itself knows.
local function differences(what, wanted, found, builtin)
  local problems = {}
  for name in pairs(wanted) do
    if found[name] == nil and not builtin[name] then problems[#problems + 1] = "missing: " .. what .. "." .. name end
  end
  for name in pairs(found) do
    if wanted[name] == nil and not builtin[name] then problems[#problems + 1] = "not in the list: " .. what .. "." .. name end
  end
  table.sort(problems)
  return problems
end

--- What a type has: its methods and its metamethods.
local function members(object)
  local meta, found = debug.getmetatable(object), {}
  for name, value in pairs(meta) do found[name] = value end
  for name, value in pairs(meta.__index) do found[name] = value end
  return found
end

--- The parts of a metatable that are no names of the interface.
local metatable = { __index = true, __metatable = true, __name = true }

local function of(kind, list)
  local chosen = {}
  for name, is in pairs(list) do
    if is == kind then chosen[name] = true end
  end
  return chosen
end

describe("every public name is there, and no other", function()
  support.watch()

  it("in the root", function()
    assert.same({}, differences("llsocket", names.llsocket, llsocket, {}))
  end)

  for module in pairs(of("module", names.llsocket)) do
    it("in " .. module, function()
      assert.same({}, differences(module, names[module], llsocket[module], {}))
      assert.equal(llsocket[module], require("llsocket." .. module))
    end)
  end

  it("in a socket", function()
    local sock = support.pair()
    assert.same({}, differences("Socket", names.Socket, members(sock), metatable))
  end)

  it("in an addrinfo", function()
    local ai = expect.value(addrinfo.inet("127.0.0.1", 0))
    assert.same({}, differences("AddrInfo", names.AddrInfo, members(ai), metatable))
  end)

  it("in the tables that functions give", function()
    local ai = expect.value(addrinfo.inet("127.0.0.1", 80))
    assert.same({}, differences("nameinfo", names.nameinfo, expect.value(ai:nameinfo(llsocket.NI_NUMERICHOST)), {}))
    assert.same({}, differences("interface", names.interface, expect.value(llsocket.device.nameindex())[1], {}))
    local seen = {}
    for _, entry in ipairs(expect.value(llsocket.device.getifaddrs())) do
      for name in pairs(entry) do seen[name] = true end
    end
    -- What an interface has not is absent.
    local perhaps = { mtu = true, label = true, family = true, addr = true, netmask = true, broadaddr = true, dstaddr = true }
    for name in pairs(seen) do assert.is_truthy(names.ifaddr[name], "not in the list: " .. name) end
    for name in pairs(names.ifaddr) do assert.is_true(seen[name] or perhaps[name], "missing: " .. name) end
  end)
end)

describe("every public name is of its kind", function()
  local types = { ["function"] = "function", module = "table", constant = "number" }

  for owner, list in pairs(names) do
    if type(llsocket[owner]) == "table" or owner == "llsocket" then
      it("in " .. owner, function()
        local module = owner == "llsocket" and llsocket or llsocket[owner]
        for name, kind in pairs(list) do
          local wanted = types[kind] or type(module[name])
          -- The well-known addresses of IPv6 are text.
          if name:find("^IN6ADDR_") then wanted = "string" end
          assert.equal(wanted, type(module[name]), owner .. "." .. name)
        end
      end)
    end
  end

  it("and methods are functions", function()
    local sock, ai = support.pair(), expect.value(addrinfo.unix(""))
    for name in pairs(names.Socket) do assert.equal("function", type(members(sock)[name]), name) end
    for name in pairs(names.AddrInfo) do assert.equal("function", type(members(ai)[name]), name) end
    assert.equal("function", type(socket.new))
  end)
end)

describe("the comparison goes red", function()
  it("for what is missing", function()
    assert.same({ "missing: x.a" }, differences("x", { a = "function" }, {}, {}))
  end)

  it("for what is not in the list", function()
    assert.same({ "not in the list: x.b" }, differences("x", { a = "function" }, { a = 1, b = 2 }, {}))
  end)

  it("but not for what Lua itself knows", function()
    assert.same({}, differences("x", { a = "function" }, { a = 1, __name = "x" }, metatable))
  end)
end)
