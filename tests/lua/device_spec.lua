--- The interfaces of this host, compared with /sys.

local lfs = require "lfs"
local llsocket = require "llsocket"
local support = require "support"

local device = llsocket.device
local expect = support.expect

local function word(path)
  local file = io.open(path)
  if not file then return nil end
  local line = file:read("*l")
  file:close()
  return line
end

local function interfaces()
  local names = {}
  for name in lfs.dir("/sys/class/net") do
    if word("/sys/class/net/" .. name .. "/ifindex") then names[#names + 1] = name end
  end
  return names
end

describe("device.getifaddrs", function()
  support.watch()

  it("lists loopback", function()
    local list = expect.value(device.getifaddrs())
    assert.equal("table", type(list))
    local lo
    for _, entry in ipairs(list) do
      if entry.name == "lo" and entry.family == llsocket.AF_INET then lo = lo or entry end
    end
    if not lo then pending("lo has no IPv4 address") end
    assert.equal("127.0.0.1", lo.addr:addr())
    assert.equal("255.0.0.0", lo.netmask:addr())
    assert.equal(llsocket.AF_INET, lo.addr:family())
    assert.equal(tonumber(word("/sys/class/net/lo/ifindex")), lo.index)
    assert.equal(1, lo.flags % 2)
    assert.equal(1, math.floor(lo.flags / 8) % 2)
    assert.is_nil(lo.dstaddr)
  end)

  it("lists IPv6 with its scope", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local found
    for _, entry in ipairs(expect.value(device.getifaddrs())) do
      if entry.family == llsocket.AF_INET6 then
        assert.equal(llsocket.AF_INET6, entry.addr:family())
        if entry.addr:addr() == "::1" then
          found = true
          assert.equal("lo", entry.name)
          assert.equal("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", entry.netmask:addr())
        end
        if entry.addr:addr():find("^fe80") then assert.equal(entry.index, entry.addr:scopeid()) end
      end
    end
    assert.is_true(found)
  end)

  it("knows every interface of the machine, by its index", function()
    local known = {}
    for _, entry in ipairs(expect.value(device.getifaddrs())) do
      assert.equal("string", type(entry.name))
      assert.equal("number", type(entry.flags))
      assert.equal(("%d"):format(entry.index), tostring(entry.index))
      known[entry.name] = entry.index
    end
    for _, name in ipairs(interfaces()) do
      assert.equal(tonumber(word("/sys/class/net/" .. name .. "/ifindex")), known[name], name)
    end
  end)

  it("gives broadcast addresses where there are such", function()
    for _, entry in ipairs(expect.value(device.getifaddrs())) do
      local broadcasts = math.floor(entry.flags / 2) % 2 == 1
      if entry.broadaddr and entry.family == llsocket.AF_INET then
        assert.is_true(broadcasts)
        assert.equal(llsocket.AF_INET, entry.broadaddr:family())
      end
    end
  end)
end)

describe("device.macaddrs", function()
  support.watch()

  it("gives each hardware address as /sys does", function()
    local macs = expect.value(device.macaddrs())
    for name, mac in pairs(macs) do
      assert.truthy(mac:find("^" .. ("%x%x:"):rep(5) .. "%x%x$"))
      assert.equal(word("/sys/class/net/" .. name .. "/address"), mac)
    end
    for _, name in ipairs(interfaces()) do
      local mac = word("/sys/class/net/" .. name .. "/address")
      if word("/sys/class/net/" .. name .. "/type") == "1" then assert.equal(mac, macs[name]) end
    end
  end)
end)
