--- Names and numbers: addresses as bytes, byte order, errors, services, protocols, the host, interfaces.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local device, expect = llsocket.device, support.expect
local INET, INET6 = llsocket.AF_INET, llsocket.AF_INET6

describe("llsocket.pton and ntop", function()
  local pairs_of = {
    { INET, "127.0.0.1", "\127\0\0\1" }, { INET, "0.0.0.0", "\0\0\0\0" }, { INET, "255.254.1.2", "\255\254\1\2" },
    { INET6, "::", ("\0"):rep(16) }, { INET6, "::1", ("\0"):rep(15) .. "\1" },
    { INET6, "2001:db8::ff00", "\32\1\13\184" .. ("\0"):rep(10) .. "\255\0" },
    { INET6, "::ffff:192.0.2.1", ("\0"):rep(10) .. "\255\255\192\0\2\1" },
  }
  for _, case in ipairs(pairs_of) do
    it("turn " .. case[2] .. " into bytes and back", function()
      assert.equal(case[3], expect.value(llsocket.pton(case[1], case[2])))
      assert.equal(case[2], expect.value(llsocket.ntop(case[1], case[3])))
    end)
  end

  it("read any spelling", function()
    assert.equal(llsocket.pton(INET6, "2001:db8::1"), llsocket.pton(INET6, "2001:0DB8:0:0::0:1"))
    assert.equal(llsocket.IN6ADDR_ANY, llsocket.ntop(INET6, llsocket.pton(INET6, "0:0:0:0:0:0:0:0")))
    assert.equal(llsocket.INADDR_LOOPBACK, kernel.network(llsocket.pton(INET, "127.0.0.1"), 1, 4))
  end)

  it("refuse other texts and lengths with EINVAL", function()
    for _, junk in ipairs { "", "localhost", "1.2.3", "1.2.3.256", "1.2.3.4\0", "::1", " 1.2.3.4", "01.2.3.4\n", ("1"):rep(10000) } do
      expect.failed("V", "EINVAL", llsocket.pton(INET, junk))
    end
    for _, junk in ipairs { "", ":::", "1.2.3.4", "fe80::1%lo", "::1\0", "g::" } do
      expect.failed("V", "EINVAL", llsocket.pton(INET6, junk))
    end
    for _, bytes in ipairs { "", "123", "12345", ("x"):rep(16) } do
      expect.failed("V", "EINVAL", llsocket.ntop(INET, bytes))
    end
    for _, bytes in ipairs { "", "1234", ("x"):rep(15), ("x"):rep(17) } do
      expect.failed("V", "EINVAL", llsocket.ntop(INET6, bytes))
    end
  end)

  it("know two families, and types", function()
    for _, family in ipairs { llsocket.AF_UNIX, llsocket.AF_UNSPEC, -1, 9999 } do
      local value, text, errno = llsocket.pton(family, "127.0.0.1")
      assert.is_nil(value)
      assert.equal(llsocket.EAFNOSUPPORT, errno, text)
      assert.equal(llsocket.EAFNOSUPPORT, (select(3, llsocket.ntop(family, "1234"))))
    end
    expect.misuse(1, "pton", "integer", "string", llsocket.pton, "2", "127.0.0.1")
    expect.misuse(2, "pton", "string", "number", llsocket.pton, INET, 127)
    expect.misuse(2, "ntop", "string", "no value", llsocket.ntop, INET)
  end)
end)

describe("byte order", function()
  it("is the network's in the machine's memory", function()
    assert.equal("\18\52", kernel.bytes(2, llsocket.htons(4660)))
    assert.equal("\18\52\86\120", kernel.bytes(4, llsocket.htonl(305419896)))
    for _, number in ipairs { 0, 1, 80, 256, 65535 } do
      assert.equal(number, llsocket.ntohs(llsocket.htons(number)))
      assert.equal(number, llsocket.ntohl(llsocket.htonl(number)))
    end
    assert.equal(4294967295, llsocket.htonl(4294967295))
  end)

  it("is of numbers that fit", function()
    for _, name in ipairs { "htons", "ntohs" } do
      expect.misuse(1, name, "integer from 0 to 65535", "65536", llsocket[name], 65536)
      expect.misuse(1, name, "integer from 0 to 65535", "%-1", llsocket[name], -1)
    end
    for _, name in ipairs { "htonl", "ntohl" } do
      expect.misuse(1, name, "integer from 0 to 4294967295", ".+", llsocket[name], 2 ^ 32)
      expect.misuse(1, name, "integer from 0 to 4294967295", "%-1", llsocket[name], -1)
      expect.misuse(1, name, ".*integer.*", "1.5", llsocket[name], 1.5)
      expect.misuse(1, name, ".*integer.*", "string", llsocket[name], "1")
    end
  end)
end)

describe("errors in words", function()
  it("are those of the C library in the C locale", function()
    for name, error in pairs(support.errno) do
      local words = name:find("^EAI_") and llsocket.gaistrerror or llsocket.strerror
      assert.equal(error[2], words(error[1]), name)
      assert.equal(error[1], llsocket[name])
    end
  end)

  it("are words for unknown numbers, too", function()
    for _, number in ipairs { -2147483648, -1000, 9999, 2147483647 } do
      assert.truthy(#llsocket.strerror(number) > 0)
      assert.truthy(#llsocket.gaistrerror(number) > 0)
    end
    expect.misuse(1, "strerror", "integer.*", "string", llsocket.strerror, "2")
  end)
end)

describe("services", function()
  local there = llsocket.getservbyname("domain")
  local function service(what, run)
    it(what, function()
      if not there then pending("no /etc/services") end
      run()
    end)
  end

  service("have ports", function()
    assert.equal(22, expect.value(llsocket.getservbyname("ssh")))
    assert.equal(53, expect.value(llsocket.getservbyname("domain", "udp")))
    assert.equal(80, expect.value(llsocket.getservbyname("http", "tcp")))
  end)

  service("have names", function()
    assert.equal("ssh", expect.value(llsocket.getservbyport(22)))
    assert.equal("domain", expect.value(llsocket.getservbyport(53, "udp")))
  end)

  it("that are unknown are EAI_SERVICE", function()
    for _, name in ipairs { "no-such-service", "", "80", "ssh\0", ("x"):rep(10000) } do
      local value, text, number = llsocket.getservbyname(name)
      assert.is_nil(value)
      assert.is_true(number == llsocket.EAI_SERVICE or number == llsocket.EAI_NONAME, text)
    end
    expect.failed("V", "EAI_SERVICE", llsocket.getservbyname("ssh", "sctp"))
    expect.failed("V", "EAI_SERVICE", llsocket.getservbyport(0))
    expect.failed("V", "EAI_SERVICE", llsocket.getservbyport(22, "carrier pigeon"))
    expect.misuse(1, "getservbyport", "integer from 0 to 65535", "70000", llsocket.getservbyport, 70000)
    expect.misuse(1, "getservbyname", "string", "number", llsocket.getservbyname, 22)
  end)
end)

describe("llsocket.getprotobyname", function()
  it("knows the protocols of IP", function()
    local known = { tcp = "TCP", udp = "UDP", icmp = "ICMP", ["ipv6-icmp"] = "ICMPV6", TCP = "TCP", sctp = "SCTP", ip = "IP" }
    for name, constant in pairs(known) do
      assert.equal(llsocket["IPPROTO_" .. constant], expect.value(llsocket.getprotobyname(name)), name)
    end
  end)

  it("is ENOENT for others", function()
    for _, name in ipairs { "", "tcp\0", "tcp ", "no-such-protocol", ("x"):rep(10000) } do
      expect.failed("V", "ENOENT", llsocket.getprotobyname(name))
    end
  end)
end)

describe("llsocket.gethostname", function()
  it("is what the kernel says", function()
    local file = assert(io.open("/proc/sys/kernel/hostname"))
    assert.equal(file:read("*l"), expect.value(llsocket.gethostname()))
    file:close()
  end)
end)

describe("interfaces by name and index", function()
  support.watch()

  it("are listed, and found either way", function()
    local list = expect.value(device.nameindex())
    assert.is_true(#list > 0)
    for _, entry in ipairs(list) do
      assert.equal(entry.index, expect.value(device.nametoindex(entry.name)))
      assert.equal(entry.name, expect.value(device.indextoname(entry.index)))
      local file = assert(io.open("/sys/class/net/" .. entry.name .. "/ifindex"))
      assert.equal(file:read("*n"), entry.index)
      file:close()
    end
  end)

  it("are ENODEV where there are none", function()
    for _, name in ipairs { "", "nosuchif0", "lo\0", ("x"):rep(15), ("x"):rep(16), ("x"):rep(10000) } do
      expect.failed("V", "ENODEV", device.nametoindex(name))
    end
    for _, index in ipairs { 0, 2147483647 } do expect.failed("V", "ENODEV", device.indextoname(index)) end
    expect.misuse(1, "nametoindex", "string", "number", device.nametoindex, 1)
    expect.misuse(1, "indextoname", "integer.*", "string", device.indextoname, "lo")
    expect.misuse(1, "indextoname", "integer.*", "%-1", device.indextoname, -1)
  end)
end)
