--- Addresses as values: built without the resolver, asked for their parts, printed, compared.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

describe("addrinfo.inet", function()
  support.watch()

  it("builds an IPv4 address", function()
    local ai = expect.value(addrinfo.inet("192.0.2.7", 8080, STREAM, llsocket.IPPROTO_TCP))
    assert.equal("192.0.2.7", ai:addr())
    assert.equal(8080, ai:port())
    assert.equal(llsocket.AF_INET, ai:family())
    assert.equal(STREAM, ai:socktype())
    assert.equal(llsocket.IPPROTO_TCP, ai:protocol())
    assert.is_nil(ai:canonname())
  end)

  it("leaves type and protocol open", function()
    local ai = expect.value(addrinfo.inet("127.0.0.1", 0))
    assert.equal(0, ai:socktype())
    assert.equal(0, ai:protocol())
    assert.equal(0, expect.value(addrinfo.inet("127.0.0.1", 0, nil, nil)):socktype())
  end)

  for _, port in ipairs { 0, 1, 80, 65535, "0", "80", "65535" } do
    it(("takes the port %s (%s)"):format(tostring(port), type(port)), function()
      assert.equal(tonumber(port), expect.value(addrinfo.inet("127.0.0.1", port)):port())
    end)
  end

  for _, junk in ipairs { "", " ", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", "::1", "1.2.3.4\0", "\0" } do
    it(("refuses %q"):format(junk), function()
      expect.failed("V", "EINVAL", addrinfo.inet(junk, 80))
    end)
  end

  for _, junk in ipairs { "+80", "-80", " 80", "80 ", "0x50", "8e1", "http", "", "65536", "99999999999999999999", "80\0" } do
    it(("takes no port for %q"):format(junk), function()
      for _, build in ipairs { addrinfo.inet, addrinfo.inet6 } do
        local called, value, text = pcall(build, build == addrinfo.inet and "127.0.0.1" or "::1", junk)
        assert.is_true(not called or value == nil and text == "Invalid argument", tostring(value))
      end
    end)
  end

  for _, place in ipairs { 70000, 65536, -1 } do
    it("refuses the port " .. place, function()
      expect.misuse(2, "inet", "integer from 0 to 65535", ("%d"):format(place):gsub("%-", "%%-"),
        addrinfo.inet, "127.0.0.1", place)
      expect.misuse(2, "inet6", "integer from 0 to 65535", ("%d"):format(place):gsub("%-", "%%-"),
        addrinfo.inet6, "::1", place)
    end)
  end
end)

describe("addrinfo.inet6", function()
  support.watch()

  local texts = {
    ["::1"] = "::1", ["::"] = "::", ["2001:DB8::1"] = "2001:db8::1", ["::ffff:1.2.3.4"] = "::ffff:1.2.3.4",
    ["2001:db8:0:0:1:0:0:1"] = "2001:db8::1:0:0:1", ["ff02::1"] = "ff02::1",
  }
  for text, shown in pairs(texts) do
    it("builds " .. text, function()
      local ai = expect.value(addrinfo.inet6(text, "53", DGRAM, llsocket.IPPROTO_UDP))
      assert.equal(shown, ai:addr())
      assert.equal(53, ai:port())
      assert.equal(llsocket.AF_INET6, ai:family())
      assert.equal(DGRAM, ai:socktype())
      assert.equal(llsocket.IPPROTO_UDP, ai:protocol())
      assert.equal(0, ai:scopeid())
      assert.equal(0, ai:flowinfo())
    end)
  end

  for _, junk in ipairs { "", "127.0.0.1", ":::", "1:2:3:4:5:6:7:8:9", "::g", "::1\0", "[::1]" } do
    it(("refuses %q"):format(junk), function()
      expect.failed("V", "EINVAL", addrinfo.inet6(junk, 80))
    end)
  end

  it("knows the scope of a link-local address from the resolver", function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    local ai = expect.value(llsocket.inet.getaddrinfo6("fe80::1%lo", "80", STREAM))[1]
    assert.equal(1, ai:scopeid())
    assert.truthy(ai:addr():find("^fe80::1"))
    assert.equal(80, ai:port())
  end)
end)

describe("addrinfo.unix", function()
  support.watch()

  it("builds a path", function()
    local ai = expect.value(addrinfo.unix("/some/path", DGRAM, 0))
    assert.equal("/some/path", ai:addr())
    assert.is_nil(ai:port())
    assert.equal(llsocket.AF_UNIX, ai:family())
    assert.equal(DGRAM, ai:socktype())
    assert.equal(0, ai:protocol())
    assert.equal(0, expect.value(addrinfo.unix("/some/path")):socktype())
  end)

  it("takes 108 bytes, no more", function()
    local path = "/" .. ("p"):rep(107)
    assert.equal(path, expect.value(addrinfo.unix(path)):addr())
    expect.failed("V", "ENAMETOOLONG", addrinfo.unix(path .. "p"))
    expect.failed("V", "ENAMETOOLONG", addrinfo.unix(("p"):rep(100000)))
    local name = "\0" .. ("n"):rep(107)
    assert.equal(name, expect.value(addrinfo.unix(name)):addr())
    expect.failed("V", "ENAMETOOLONG", addrinfo.unix(name .. "n"))
  end)

  it("keeps abstract names to the byte", function()
    for _, name in ipairs { "\0a", "\0a\0", "\0a\0b\0\0", "\0\0" } do
      assert.equal(name, expect.value(addrinfo.unix(name)):addr())
    end
  end)

  it("refuses a NUL inside a path", function()
    expect.failed("V", "EINVAL", addrinfo.unix("/some\0path"))
    expect.failed("V", "EINVAL", addrinfo.unix("path\0"))
  end)

  it("is the address that the kernel gives back", function()
    local sock = keep(expect.value(socket.new(addrinfo.unix("\0llsocket\0" .. support.pid(), DGRAM))))
    expect.quiet(sock:bind())
    local ai = expect.value(sock:getsockname())
    assert.equal("\0llsocket\0" .. support.pid(), ai:addr())
    assert.is_true(ai == addrinfo.unix("\0llsocket\0" .. support.pid(), DGRAM))
  end)

  it("is unnamed for a socket without a name", function()
    local one = support.pair()
    local ai = expect.value(one:getsockname())
    assert.equal("", ai:addr())
    assert.is_nil(ai:port())
    assert.equal("", expect.value(one:getpeername()):addr())
  end)
end)

describe("unix.getaddrinfo", function()
  support.watch()

  it("lists the one address", function()
    local list = expect.value(llsocket.unix.getaddrinfo("/some/path", DGRAM, 0, 0))
    assert.equal(1, #list)
    assert.equal("/some/path", list[1]:addr())
    assert.equal(DGRAM, list[1]:socktype())
    assert.equal(0, expect.value(llsocket.unix.getaddrinfo("/some/path"))[1]:socktype())
  end)

  it("keeps the limits of a path", function()
    local path = "/" .. ("p"):rep(107)
    assert.equal(path, expect.value(llsocket.unix.getaddrinfo(path))[1]:addr())
    assert.equal("\0a\0b", expect.value(llsocket.unix.getaddrinfo("\0a\0b"))[1]:addr())
    expect.failed("V", "ENAMETOOLONG", llsocket.unix.getaddrinfo(path .. "p"))
    expect.failed("V", "EINVAL", llsocket.unix.getaddrinfo("/some\0path"))
  end)
end)

describe("an addrinfo", function()
  support.watch()

  local printed = {
    { "llsocket.addrinfo: inet stream tcp 127.0.0.1:80", "inet", "127.0.0.1", 80, "SOCK_STREAM", "IPPROTO_TCP" },
    { "llsocket.addrinfo: inet dgram udp 127.0.0.1:53", "inet", "127.0.0.1", 53, "SOCK_DGRAM", "IPPROTO_UDP" },
    { "llsocket.addrinfo: inet6 stream tcp [::1]:80", "inet6", "::1", 80, "SOCK_STREAM", "IPPROTO_TCP" },
  }
  for _, row in ipairs(printed) do
    it("prints as " .. row[1], function()
      assert.equal(row[1], tostring(addrinfo[row[2]](row[3], row[4], llsocket[row[5]], llsocket[row[6]])))
    end)
  end

  it("prints its path or name", function()
    assert.truthy(tostring(addrinfo.unix("/some/path", STREAM)):find("^llsocket%.addrinfo: unix stream.* /some/path$"))
    assert.truthy(tostring(addrinfo.unix("\0name", DGRAM)):find("^llsocket%.addrinfo: unix dgram.* @name$"))
    assert.is_nil(tostring(addrinfo.unix("\0a\0b\n\27[2J", DGRAM)):find("%c"))
  end)

  it("prints whatever its type is", function()
    for _, socktype in ipairs { 0, llsocket.SOCK_RAW, llsocket.SOCK_SEQPACKET, 77 } do
      assert.truthy(tostring(addrinfo.inet("127.0.0.1", 80, socktype, 200)):find("127.0.0.1:80", 1, true))
    end
  end)

  it("equals another of the same address", function()
    local same = {
      { addrinfo.inet("127.0.0.1", 80, STREAM), addrinfo.inet("127.0.0.1", "80", STREAM) },
      { addrinfo.inet6("::1", 80, STREAM), addrinfo.inet6("0:0::1", 80, STREAM) },
      { addrinfo.unix("/a", STREAM), addrinfo.unix("/a", STREAM) },
      { addrinfo.unix("\0a\0", STREAM), addrinfo.unix("\0a\0", STREAM) },
      { addrinfo.inet("127.0.0.1", 80, STREAM), llsocket.inet.getaddrinfo("127.0.0.1", "80", STREAM)[1] },
    }
    for _, case in ipairs(same) do
      assert.is_false(rawequal(case[1], case[2]))
      assert.is_true(case[1] == case[2])
    end
  end)

  it("differs from one of another address", function()
    local all = {
      addrinfo.inet("127.0.0.1", 80), addrinfo.inet("127.0.0.1", 81), addrinfo.inet("127.0.0.2", 80),
      addrinfo.inet6("::1", 80), addrinfo.inet6("::1", 81), addrinfo.inet6("::2", 80),
      addrinfo.unix("/a"), addrinfo.unix("/b"), addrinfo.unix("/aa"), addrinfo.unix("\0a"), addrinfo.unix("\0a\0"),
    }
    for i = 1, #all do
      for j = 1, #all do
        assert.equal(i == j, all[i] == all[j])
      end
    end
    assert.is_false(all[1] == "127.0.0.1")
  end)

  it("answers in integers", function()
    local ai = addrinfo.inet6("::1", 80, STREAM, llsocket.IPPROTO_TCP)
    for _, name in ipairs { "family", "socktype", "protocol", "port", "scopeid", "flowinfo" } do
      local value = ai[name](ai)
      assert.equal("number", type(value))
      assert.equal(("%d"):format(value), tostring(value))
    end
  end)

  it("hides its metatable", function()
    local ai = addrinfo.inet("127.0.0.1", 80)
    assert.equal("llsocket.addrinfo", getmetatable(ai))
    assert.is_false(pcall(setmetatable, ai, {}))
    assert.equal("llsocket.addrinfo", debug.getmetatable(ai).__name)
  end)
end)

--- Numbers below a bound that look random, and are the same each time (a linear congruence that fits a double).
local function random(seed)
  return function(bound)
    seed = (seed * 16807) % 2147483647
    return seed % bound
  end
end

describe("what an addrinfo tells makes it again", function()
  support.watch()

  local function same(one, other)
    assert.is_true(one == other, tostring(one) .. " " .. tostring(other))
  end

  it("over random addresses of every family", function()
    local below = random(20201)
    local function bytes(count, least)
      local out = {}
      for i = 1, count do out[i] = string.char(least + below(256 - least)) end
      return table.concat(out)
    end
    local interfaces = expect.value(llsocket.device.nameindex())
    for _ = 1, 300 do
      local port = below(65536)
      local four = expect.value(addrinfo.inet(("%d.%d.%d.%d"):format(below(256), below(256), below(256), below(256)), port))
      same(four, expect.value(addrinfo.inet(four:addr(), four:port())))

      local words = {}
      for i = 1, 8 do words[i] = ("%x"):format(below(3) == 0 and 0 or below(65536)) end
      if below(2) == 0 then words[1], words[2], words[3], words[4] = "fe80", "0", "0", "0" end
      local zone = below(3) == 0 and "%" .. below(2147483647) or ""
      if below(3) == 0 then zone = "%" .. interfaces[1 + below(#interfaces)].name end
      local six = expect.value(addrinfo.inet6(table.concat(words, ":") .. zone, port))
      same(six, expect.value(addrinfo.inet6(six:addr(), six:port())))

      local path = expect.value(addrinfo.unix(bytes(below(109), 1)))
      same(path, expect.value(addrinfo.unix(path:addr())))
      local name = expect.value(addrinfo.unix("\0" .. bytes(below(108), 0)))
      same(name, expect.value(addrinfo.unix(name:addr())))

      local netlink = expect.value(addrinfo.netlink(below(2147483647), below(2147483647)))
      same(netlink, expect.value(addrinfo.netlink(netlink:port(), math.floor(tonumber(netlink:addr())))))
      local vsock = expect.value(addrinfo.vsock(below(2147483647), below(2147483647)))
      same(vsock, expect.value(addrinfo.vsock(math.floor(tonumber(vsock:addr())), vsock:port())))

      local pairs_of_digits = {}
      for i = 1, below(33) do pairs_of_digits[i] = ("%02x"):format(below(256)) end
      local packet = expect.value(addrinfo.packet(below(2147483647), below(65536), 0, table.concat(pairs_of_digits, ":")))
      same(packet, expect.value(addrinfo.packet(packet:ifindex(), packet:ethertype(), 0, packet:addr())))

      for _, ai in ipairs { four, six, path, name, netlink, vsock, packet } do
        same(ai, expect.value(addrinfo.raw(ai:raw())))
      end
    end
  end)

  it("from the kernel's addresses", function()
    for _, entry in ipairs(expect.value(llsocket.device.getifaddrs())) do
      local ai = entry.addr
      if entry.family == llsocket.AF_INET then
        same(ai, expect.value(addrinfo.inet(ai:addr(), ai:port())))
      elseif entry.family == llsocket.AF_INET6 then
        same(ai, expect.value(addrinfo.inet6(ai:addr(), ai:port())))
      else
        same(ai, expect.value(addrinfo.packet(ai:ifindex(), ai:ethertype(), 0, ai:addr())))
      end
    end
  end)
end)

describe("a name in place of a numeric address", function()
  for _, make in ipairs { "inet", "inet6" } do
    for _, name in ipairs { "localhost", "www.example.com", "a-b_c.org" } do
      it(("is told to ask the resolver: addrinfo.%s(%q)"):format(make, name), function()
        local ai, err, errno = addrinfo[make](name, 80)
        assert.is_nil(ai)
        assert.equal("Invalid argument (not a numeric address; inet.getaddrinfo asks the resolver)", err)
        assert.equal(llsocket.EINVAL, errno)
      end)
    end
  end
end)
