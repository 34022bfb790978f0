--- Multicast: groups of any source and of one source, blocked sources, and the interface to send from. The datagrams
--- never leave the machine: IPv4 goes over lo, IPv6 by an interface-local group with a hop limit of 0.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local DGRAM = llsocket.SOCK_DGRAM

local function lines(path)
  local file, all = io.open(path), {}
  if not file then return all end
  for line in file:lines() do all[#all + 1] = line end
  file:close()
  return all
end

--- An interface with an IPv6 multicast route, lo before others, and its addresses, global ones first.
local function place6()
  local routed = {}
  for _, line in ipairs(lines("/proc/net/ipv6_route")) do
    local device = line:match("^ff0+ 08 .*%s(%S+)$")
    if device then routed[device] = true end
  end
  local found, name = {}, nil
  for _, line in ipairs(lines("/proc/net/if_inet6")) do
    local hex, scope, device = line:match("^(%x+) %x+ %x+ (%x+) %x+%s+(%S+)$")
    if routed[device] and (name == nil or name == device or device == "lo") then
      if name ~= device then found = {} end
      name = device
      table.insert(found, scope == "20" and #found + 1 or 1, (hex:gsub("%x%x%x%x", "%0:"):sub(1, -2)))
    end
  end
  return name, found
end

local pid = tonumber(support.pid())

local four = {
  any = ("239.255.%d.%d"):format(pid % 251 + 1, pid % 241 + 1),
  ssm = ("232.255.%d.%d"):format(pid % 251 + 1, pid % 241 + 1),
  other = ("239.254.%d.%d"):format(pid % 251 + 1, pid % 241 + 1),
  device = "lo", sources = { "127.0.0.1", "127.0.0.2" }, wildcard = "0.0.0.0", stranger = "ff02::1",
  build = addrinfo.inet,
}
local device6, sources6 = place6()
local six = {
  any = ("ff11::%x"):format(pid), ssm = ("ff31::8000:%x"):format(pid % 65536), other = ("ff11::1:%x"):format(pid % 65536),
  device = device6, sources = sources6, wildcard = "::", stranger = "127.0.0.1",
  build = function(text, port, ...)
    local scoped = text:find("^fe80") and text .. "%" .. device6 or text
    return llsocket.inet.getaddrinfo6(scoped, tostring(port), ...)[1]
  end,
}

local function receiver(world)
  local sock = keep(expect.value(socket.new(world.build(world.wildcard, 0, DGRAM))))
  expect.quiet(sock:bind())
  sock:rcvtimeo(0.1)
  return sock, sock:getsockname():port()
end

local function sender(world, source)
  local sock = keep(expect.value(socket.new(world.build(source, 0, DGRAM))))
  expect.quiet(sock:bind())
  assert.equal(world.device, expect.value(sock:mcastif(world.device)))
  if world == six then assert.equal(0, expect.value(sock:mcastttl(0))) end
  return sock
end

--- Sends to the group from the source; the receiver must have it, or not.
local function heard(world, sock, port, group, source)
  local from = sender(world, source)
  expect.done(from:sendto("from " .. source, world.build(group, port, DGRAM)))
  from:close()
  local msg, ai, err = sock:recvfrom()
  assert.is_nil(err)
  if not msg then return false end
  assert.equal("from " .. source, msg)
  assert.is_true(ai == world.build(source, ai:port()))
  return true
end

for name, world in pairs { ["IPv4"] = four, ["IPv6"] = six } do
  describe("multicast over " .. name, function()
    support.watch()
    local one, two = world.sources[1], world.sources[2]

    local function test(what, run)
      it(what, function()
        if not world.device then pending("no interface has an IPv6 multicast route") end
        run()
      end)
    end

    test("reaches who joined, until it leaves", function()
      local sock, port = receiver(world)
      assert.is_false(heard(world, sock, port, world.any, one))
      expect.quiet(sock:mcastjoin(world.any, world.device))
      assert.is_true(heard(world, sock, port, world.any, one))
      assert.is_false(heard(world, sock, port, world.other, one))
      expect.quiet(sock:mcastleave(world.any, world.device))
      assert.is_false(heard(world, sock, port, world.any, one))
    end)

    test("takes an interface by index, and addresses as addrinfo", function()
      local index
      for _, entry in ipairs(expect.value(llsocket.device.getifaddrs())) do
        if entry.name == world.device then index = entry.index end
      end
      local sock, port = receiver(world)
      expect.quiet(sock:mcastjoin(world.build(world.any, 0), index))
      assert.is_true(heard(world, sock, port, world.any, one))
      expect.quiet(sock:mcastleave({ world.build(world.any, 99) }, index))
      assert.is_false(heard(world, sock, port, world.any, one))
      expect.quiet(sock:mcastjoinsrc(world.build(world.ssm, 0), world.build(one, 0), index))
      assert.is_true(heard(world, sock, port, world.ssm, one))
      expect.quiet(sock:mcastleavesrc(world.ssm, one, world.device))
      assert.equal(index, expect.value(sock:mcastif(index)))
      assert.equal(world.device, expect.value(sock:mcastif()))
    end)

    test("reaches who joined the source, from that source alone", function()
      local sock, port = receiver(world)
      expect.quiet(sock:mcastjoinsrc(world.ssm, one, world.device))
      assert.is_true(heard(world, sock, port, world.ssm, one))
      if two then
        assert.is_false(heard(world, sock, port, world.ssm, two))
        expect.quiet(sock:mcastjoinsrc(world.ssm, two, world.device))
        assert.is_true(heard(world, sock, port, world.ssm, two))
        expect.quiet(sock:mcastleavesrc(world.ssm, one, world.device))
        assert.is_true(heard(world, sock, port, world.ssm, two))
        assert.is_false(heard(world, sock, port, world.ssm, one))
      else
        expect.quiet(sock:mcastleavesrc(world.ssm, one, world.device))
        assert.is_false(heard(world, sock, port, world.ssm, one))
      end
    end)

    test("is silent from a blocked source, until it is unblocked", function()
      local sock, port = receiver(world)
      expect.quiet(sock:mcastjoin(world.any, world.device))
      expect.quiet(sock:mcastblocksrc(world.any, one, world.device))
      assert.is_false(heard(world, sock, port, world.any, one))
      if two then assert.is_true(heard(world, sock, port, world.any, two)) end
      expect.quiet(sock:mcastunblocksrc(world.any, one, world.device))
      assert.is_true(heard(world, sock, port, world.any, one))
    end)

    test("is heard by nobody here with mcastloop off", function()
      local sock, port = receiver(world)
      expect.quiet(sock:mcastjoin(world.any, world.device))
      local from = sender(world, one)
      from:mcastloop(false)
      if world == six or world.device ~= "lo" then
        expect.done(from:sendto("x", world.build(world.any, port, DGRAM)))
        expect.again(sock:recv())
      end
      from:mcastloop(true)
      expect.done(from:sendto("y", world.build(world.any, port, DGRAM)))
      assert.equal("y", expect.done(sock:recv()))
    end)

    test("chooses the interface to send from, by name or index, or none", function()
      local sock = receiver(world)
      assert.equal("", expect.value(sock:mcastif()))
      assert.equal(world.device, expect.value(sock:mcastif(world.device)))
      assert.equal(world.device, expect.value(sock:mcastif()))
      assert.equal("", expect.value(sock:mcastif("")))
      assert.equal("", expect.value(sock:mcastif()))
    end)

    test("refuses an interface that is not there", function()
      local sock = receiver(world)
      for _, device in ipairs { "nosuchif0", ("x"):rep(15), ("x"):rep(16), ("x"):rep(10000), "lo\0", "\0" } do
        expect.failed("V", "ENODEV", sock:mcastif(device))
        expect.failed("E", "ENODEV", sock:mcastjoin(world.any, device))
        expect.failed("E", "ENODEV", sock:mcastleave(world.any, device))
        for _, method in ipairs { "mcastjoinsrc", "mcastleavesrc", "mcastblocksrc", "mcastunblocksrc" } do
          expect.failed("E", "ENODEV", sock[method](sock, world.ssm, one, device))
        end
      end
      expect.failed("V", "ENODEV", sock:mcastif(2147483647))
      expect.failed("E", "ENODEV", sock:mcastjoin(world.any, 2147483647))
      assert.equal("", sock:mcastif())
    end)

    test("refuses addresses that are no group, no address, or of the other family", function()
      local sock = receiver(world)
      local function refused(text, number)
        assert.is_true(text == "Invalid argument" and number == 22
          or text == "Cannot assign requested address" and number == 99, tostring(text))
      end
      for _, group in ipairs { one, "junk", "", world.stranger, world.any .. "\0", addrinfo.unix("/a") } do
        refused(sock:mcastjoin(group, world.device))
        refused(sock:mcastjoinsrc(group, one, world.device))
      end
      for _, source in ipairs { "junk", "", world.stranger, addrinfo.unix("/a") } do
        refused(sock:mcastjoinsrc(world.ssm, source, world.device))
        refused(sock:mcastblocksrc(world.any, source, world.device))
      end
    end)

    test("refuses to join twice, and to leave what was not joined", function()
      local sock = receiver(world)
      expect.quiet(sock:mcastjoin(world.any, world.device))
      expect.failed("E", "EADDRINUSE", sock:mcastjoin(world.any, world.device))
      expect.quiet(sock:mcastleave(world.any, world.device))
      expect.failed("E", "EADDRNOTAVAIL", sock:mcastleave(world.any, world.device))
    end)

    test("leaves with the socket", function()
      for _ = 1, 30 do
        local sock = receiver(world)
        expect.quiet(sock:mcastjoin(world.any, world.device))
        sock:close()
      end
    end)
  end)
end

describe("multicast memberships", function()
  support.watch()

  local methods = { "mcastjoin", "mcastleave", "mcastjoinsrc", "mcastleavesrc", "mcastblocksrc", "mcastunblocksrc" }
  for _, method in ipairs(methods) do
    it("by " .. method .. " are not for unix sockets", function()
      local sock = support.pair(DGRAM)
      if method:find("src$") then
        expect.failed("E", "EOPNOTSUPP", sock[method](sock, "239.1.1.1", "127.0.0.1", "lo"))
      else
        expect.failed("E", "EOPNOTSUPP", sock[method](sock, "239.1.1.1", "lo"))
      end
    end)
  end

  it("end at the kernel's limit with ENOBUFS", function()
    local limit = tonumber(lines("/proc/sys/net/ipv4/igmp_max_memberships")[1])
    local sock = receiver(four)
    if not limit or limit > 200 then pending("no such limit") end
    for i = 1, limit do expect.quiet(sock:mcastjoin("239.253.0." .. i, "lo")) end
    local text, number = sock:mcastjoin("239.253.1.1", "lo")
    assert.equal("No buffer space available", text)
    assert.equal(105, number)
  end)
end)
