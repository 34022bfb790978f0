--- Every option of the reference's page, whatever it is about: asked, set, refused; what it carries comes from the page.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, device, expect = llsocket.addrinfo, llsocket.device, support.expect
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local function new(ai)
  local sock, why = kernel.try(expect.value(ai))
  return sock or pending(why)
end

local open = {
  tcp = function() return new(addrinfo.inet("127.0.0.1", 0, STREAM)) end,
  udp = function() return new(addrinfo.inet("127.0.0.1", 0, DGRAM)) end,
  udp6 = function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    return new(addrinfo.inet6("::1", 0, DGRAM))
  end,
  tcp6 = function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    return new(addrinfo.inet6("::1", 0, STREAM))
  end,
  raw = function() return new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_RAW, llsocket.IPPROTO_UDP)) end,
  raw6 = function() return new(addrinfo.inet6("::1", 0, llsocket.SOCK_RAW, llsocket.IPPROTO_UDP)) end,
  rawest6 = function() return new(addrinfo.inet6("::1", 0, llsocket.SOCK_RAW, llsocket.IPPROTO_RAW)) end,
  udplite = function() return new(addrinfo.inet("127.0.0.1", 0, DGRAM, llsocket.IPPROTO_UDPLITE)) end,
  packet = function() return new(addrinfo.packet("lo", llsocket.ETH_P_ALL)) end,
  unix = function() return (support.pair(DGRAM)) end,
  stream = function() return (support.pair(STREAM)) end,
  netlink = function() return new(addrinfo.netlink(0, 0, 0, llsocket.NETLINK_ROUTE)) end,
  connected = function() return (support.tcp()) end,
  connected6 = function()
    if not support.ipv6() then pending("no IPv6 on loopback") end
    return (support.tcp("::1"))
  end,
}

--- The kinds of socket that have the options of a level, and one that has not.
local levels = {
  SOL_SOCKET = { "udp" }, IPPROTO_IP = { "udp", other = "netlink" }, IPPROTO_IPV6 = { "udp6", other = "udp" },
  IPPROTO_TCP = { "tcp", "tcp6", other = "udp" }, IPPROTO_UDP = { "udp", "udp6", other = "tcp" },
  IPPROTO_UDPLITE = { "udplite", other = "tcp" }, SOL_NETLINK = { "netlink", other = "udp" }, SOL_PACKET = { "packet", other = "udp" },
}

local function twice(value) return 2 * value end
local lo = device.nametoindex("lo")

--- Where the kinds, or the values to set, are not those of the level and the type; `back` is what they read back as.
local special = {
  addrpreferences = { values = { llsocket.IPV6_PREFER_SRC_TMP }, back = function(value) return 1024 + value end },
  buflock = { values = { 1, 3, 0 } }, busypollbudget = { values = { 8, 64 } }, checksum = { kinds = { "udp", "udp6" } },
  checksumoffset = { kinds = { "raw6" }, values = { 6, -1 } }, lockfilter = { values = { true } }, minhopcount = { kinds = { "tcp6" } },
  minttl = { kinds = { "tcp", "tcp6" }, values = { 1, 255, 0 } }, nodefrag = { kinds = { "raw" } },
  ippasssec = { kinds = { "udp", "udp6" } }, passrights = { kinds = { "unix" } }, passsec = { kinds = { "unix" } },
  recvopts = { kinds = { "udp", "udp6" } }, retopts = { kinds = { "udp", "udp6" } }, reservemem = { values = {} },
  routeralert = { kinds = { "raw", "rawest6" }, values = { 1 } }, tcpsavesyn = { values = { 1, 2, 0 } },
  tcpthindupack = { back = function() return false end }, tcptimestamp = { values = {} }, tcptxdelay = { values = { 1000, 0 } },
  udpencap = { values = { 2, 0 } }, udpliterecvcscov = { values = { 8, 0 } }, udplitesendcscov = { values = { 20, 0 } },
  unixinq = { kinds = { "stream" } }, packetversion = { values = { 1, 2, 0 } }, txrehash = { kinds = { "tcp" }, values = { 1, 0 } },
  bindaddressnoport = { kinds = { "udp", "udp6", "tcp", "tcp6" } },
  bindtodevice = { values = { "lo", "" } }, bindtoifindex = { values = { lo, 0 } }, busypoll = { values = { 50, 0 } },
  incomingcpu = { values = { 0 } }, keepalive = { kinds = { "tcp" } }, mark = { values = { 7, 4294967295, 0 } },
  maxpacingrate = { values = { 1000000, 1099511627776, -1 } }, oobinline = { kinds = { "tcp" } },
  passcred = { kinds = { "unix" } }, passpidfd = { kinds = { "unix" } },
  peekoff = { kinds = { "unix" }, values = { 5, 0, -1 } }, priority = { values = { 6, 0 } }, rcvbuf = { values = { 10000 }, back = twice },
  sndbuf = { values = { 10000 }, back = twice }, rcvbufforce = { values = { 300000 } }, sndbufforce = { values = { 300000 } },
  rcvlowat = { kinds = { "tcp" }, values = { 100, 1 } }, timestamping = { values = { 24, 0 } }, zerocopy = { kinds = { "tcp" } },
  hdrincl = { kinds = { "raw", "raw6" } }, mtu = { kinds = { "connected", "connected6" }, values = {} },
  mtudiscover = { values = { 0, 1, 2, 3, 4, 5 } }, mcastttl = { values = { 5, 0, 255, 1 } }, tos = { values = { 16, 184, 255, 0 } },
  ttl = { values = { 1, 255, 64 } }, tclass = { values = { 16, 255, 0 } }, unicasthops = { values = { 0, 1, 255 } },
  tcpcongestion = { values = { "reno" } }, tcpfastopen = { values = { 5 } }, tcpkeepalive = { values = { 60, 1, 32767 } },
  tcpdeferaccept = { values = { 1, 3, 0 } },
  tcpkeepidle = { values = { 60, 1, 32767 } }, tcpkeepintvl = { values = { 10, 1, 32767 } }, tcpkeepcnt = { values = { 3, 127 } },
  tcplinger2 = { values = { 30, -1 } }, tcpmaxseg = { values = { 1000, 88 } }, tcpnotsentlowat = { values = { 16384, 4294967295 } },
  tcpsyncnt = { values = { 1, 127, 6 } }, tcpulp = { values = {} }, tcpusertimeout = { values = { 5000, 0 } },
  tcpwindowclamp = { values = { 100000 } }, udpsegment = { values = { 1000, 0 } }, netlinkjoin = { values = { 1 } },
  netlinkleave = { values = { 1 } }, attachbpf = { values = {} }, reuseportebpf = { values = {} }, sndlowat = { values = {} },
}

local examples = { bool = { true, false, true }, int = { 1 }, seconds = { 1.5, 0 }, str = { "" }, interface = { "" } }
local types = { bool = "boolean", int = "number", seconds = "number", str = "string", interface = "string" }

--- What is not of the type, and what the misuse says.
local wrong = {
  bool = { { 1, "boolean", "number" }, { "true", "boolean", "string" } },
  int = { { "1", "integer.*", "string" }, { true, "integer.*", "boolean" }, { 1.5, "integer.*", "1.5" }, { 2 ^ 64, "integer.*", ".+" } },
  seconds = { { "1", "number", "string" }, { {}, "number", "table" } },
  str = { { 1, "string", "number" }, { false, "string", "boolean" } },
  interface = { { false, "interface.*", "boolean" }, { 1.5, "integer.*", "1.5" }, { -1, "integer.*", "-1" } },
}

local function rows()
  local file, list, name = io.open("docs/reference/options.md"), {}, nil
  if not file then return list end
  for line in file:lines() do
    name = line:match("^### (%w+)$") or name
    local kind, can = line:match("^%- .-(%l+), can (.+)$")
    if kind then list[#list + 1] = { name = name, type = kind, can = can } end
    local level = line:match("^%- `([%u_]+%d?)/")
    if level then
      list[#list].level = level
      list[#list].both = line:find("or `IPPROTO_IPV6/") ~= nil
    end
  end
  file:close()
  return list
end

local function refused(value, text, errno, ...)
  assert.is_nil(value)
  assert.equal("string", type(text))
  assert.is_true(errno == llsocket.EOPNOTSUPP or errno == llsocket.ENOPROTOOPT, text)
  assert.equal(0, select("#", ...))
end

--- What the option answers; the test is pending where the kernel, or this user, has it not.
local function answer(name, value, text, errno)
  if value == nil then
    if kernel.lacks(errno) then pending(name .. ": " .. text) end
    error(name .. ": " .. text)
  end
  return value
end

local all = rows()

describe("the page of options", function()
  it("lists them all", function()
    if not all[1] then pending("no docs/reference/options.md here") end
    assert.is_true(#all >= 90)
    local known = {}
    for _, row in ipairs(all) do
      known[row.name] = row
      assert.truthy(levels[row.level], row.name)
      assert.truthy(types[row.type], row.name)
    end
    for name in pairs(special) do assert.truthy(known[name], name) end
  end)
end)

for _, row in ipairs(all) do
  local name, own, level = row.name, special[row.name] or {}, levels[row.level]
  local kinds = own.kinds or (row.both and { "udp", "udp6" }) or level
  local reads, sets = row.can:find("read", 1, true), row.can:find("set", 1, true)
  local values = own.values or examples[row.type]

  describe("sock:" .. name, function()
    support.watch()

    for _, kind in ipairs(kinds) do
      it("of " .. kind .. " is " .. row.type .. " that can " .. row.can, function()
        local sock = open[kind]()
        if reads then
          local value = answer(name, sock[name](sock))
          assert.equal(types[row.type], type(value))
          if row.type == "int" then assert.equal(("%d"):format(value), tostring(value)) end
          if sets then assert.is_false((pcall(sock[name], sock, nil))) end
        else
          local value, text, errno = sock[name](sock)
          assert.is_nil(value)
          assert.is_true(kernel.lacks(errno), text)
        end
        if not sets then return end
        for _, value in ipairs(values) do
          assert.equal(value, answer(name, sock[name](sock, value)))
          if reads then assert.equal((own.back or function(same) return same end)(value), expect.value(sock[name](sock))) end
        end
      end)
    end

    it("is EBADF on a closed socket", function()
      local sock = open[kinds[1] or "unix"]()
      sock:close()
      expect.failed("V", "EBADF", sock[name](sock))
      if sets then expect.failed("V", "EBADF", sock[name](sock, examples[row.type][1])) end
    end)

    if sets then
      it("is misused with another type", function()
        local sock = open[kinds[1] or "unix"]()
        for _, case in ipairs(wrong[row.type]) do
          expect.misuse(1, name, case[2], case[3], sock[name], sock, case[1])
        end
        expect.misuse(1, name, ".+", "table", sock[name], sock, {})
        assert.is_false((pcall(sock[name], 1, examples[row.type][1])))
      end)
    end

    if level.other then
      it("is refused by sockets that have it not", function()
        for _, kind in ipairs { "unix", level.other } do
          local sock = open[kind]()
          refused(sock[name](sock))
          if sets then refused(sock[name](sock, examples[row.type][1])) end
        end
      end)
    end
  end)
end

describe("a value that the kernel refuses", function()
  support.watch()

  local cases = {
    { "EINVAL", "udp", "ttl", 0 }, { "EINVAL", "udp", "ttl", 256 }, { "EINVAL", "udp6", "ttl", 256 }, { "EINVAL", "udp6", "ttl", -2 },
    { "EINVAL", "udp6", "unicasthops", 256 }, { "EINVAL", "udp6", "tclass", 256 }, { "EINVAL", "udp6", "tclass", -2 },
    { "EINVAL", "udp", "mtudiscover", 6 }, { "EINVAL", "udp6", "mtudiscover", -1 }, { "EINVAL", "tcp", "tcpmaxseg", 87 },
    { "EINVAL", "tcp", "tcpmaxseg", 32768 }, { "EINVAL", "tcp", "tcpsyncnt", 0 }, { "EINVAL", "tcp", "tcpsyncnt", 128 },
    { "ENODEV", "udp", "bindtodevice", "nosuchif0" }, { "ENAMETOOLONG", "udp", "bindtodevice", ("x"):rep(16) },
    { "ENAMETOOLONG", "udp", "bindtodevice", ("x"):rep(10000) }, { "EINVAL", "udp", "bindtodevice", "lo\0" },
    { "EINVAL", "udp", "bindtoifindex", -1 },
    { "EINVAL", "udp", "maxpacingrate", -2 }, { "EINVAL", "netlink", "netlinkjoin", 0 }, { "EINVAL", "netlink", "netlinkjoin", 9999 },
    { "EINVAL", "netlink", "netlinkleave", 9999 }, { "ENOENT", "tcp", "tcpcongestion", "nosuchalgo" },
    { "ENAMETOOLONG", "tcp", "tcpcongestion", ("x"):rep(16) }, { "EINVAL", "tcp", "tcpcongestion", "reno\0" },
    { "ENOENT", "connected", "tcpulp", "nosuchulp" }, { "EINVAL", "udp", "udpsegment", 65536 }, { "EINVAL", "udp", "udpsegment", -1 },
    { "EINVAL", "tcp", "tcpusertimeout", -1 }, { "EINVAL", "udp", "localportrange", { 5, 4 } }, { "ENOPROTOOPT", "udp", "hdrincl", true },
    { "EINVAL", "tcp", "rcvlowat", -1 }, { "EINVAL", "udp", "rcvbufforce", -1 }, { "EINVAL", "udp", "sndbufforce", -1 },
    { "EINVAL", "udp", "timestamping", 1073741824 }, { "ENOTCONN", "tcp", "mtu" }, { "EINVAL", "connected", "linger", -2 },
    { "ENODEV", "udp", "unicastif", "nosuchif0" }, { "EDOM", "udp", "rcvtimeo", -1 },
  }
  for _, case in ipairs(cases) do
    local name, kind, option, value = support.unpack(case, 1, 4)
    local shown = type(value) == "string" and ("%q"):format(value:sub(1, 20)) or tostring(type(value) == "table" and "{5, 4}" or value)
    it(("is %s for %s of %s: %s"):format(shown, option, kind, name), function()
      local sock = open[kind]()
      if value == nil then
        expect.failed("V", name, sock[option](sock))
      else
        expect.failed("V", name, sock[option](sock, value))
      end
    end)
  end

  it("is a protocol on top of TCP before there is a connection", function()
    local value, text, errno = open.tcp():tcpulp("tls")
    assert.is_nil(value)
    assert.is_true(errno == llsocket.ENOTCONN or errno == llsocket.ENOENT, text)
  end)

  it("is v6only once bound", function()
    local sock = open.udp6()
    assert.is_true(expect.value(sock:v6only(true)))
    expect.quiet(sock:bind())
    expect.failed("V", "EINVAL", sock:v6only(false))
    assert.is_true(sock:v6only())
  end)
end)

describe("localportrange and unicastif", function()
  support.watch()

  it("are set, asked for and taken back", function()
    for _, kind in ipairs { "udp", "udp6" } do
      local sock = open[kind]()
      assert.are.same({ 0, 0 }, answer("localportrange", sock:localportrange()))
      for _, range in ipairs { { 40000, 40010 }, { 0, 65535 }, { 0, 0 } } do
        assert.are.same(range, expect.value(sock:localportrange(range)))
        assert.are.same(range, expect.value(sock:localportrange()))
      end
      assert.equal("", expect.value(sock:unicastif()))
      assert.equal(lo, expect.value(sock:unicastif(lo)))
      assert.equal("lo", expect.value(sock:unicastif()))
      assert.equal("", expect.value(sock:unicastif("")))
      assert.equal("", expect.value(sock:unicastif()))
    end
  end)

  it("are misused and refused as others are", function()
    local sock, unix = open.udp(), open.unix()
    for _, junk in ipairs { 1, "1-2", true, {}, { 1 }, { 1, 65536 }, { -1, 1 }, { 1, "2" }, { 1.5, 2 } } do
      expect.misuse(1, "localportrange", ".+", ".+", sock.localportrange, sock, junk)
    end
    refused(unix:localportrange())
    refused(unix:localportrange { 1, 2 })
    refused(unix:unicastif())
    refused(unix:unicastif("lo"))
    sock:close()
    expect.failed("V", "EBADF", sock:localportrange())
    expect.failed("V", "EBADF", sock:localportrange { 1, 2 })
    expect.failed("V", "EBADF", sock:unicastif())
    expect.failed("V", "EBADF", sock:unicastif("lo"))
  end)
end)

describe("without capabilities", function()
  support.watch()

  it("an option is refused by an errno as a value", function()
    local bare = "setpriv --bounding-set=-all --inh-caps=-all"
    if not kernel.run(bare .. " true") then pending("no setpriv, or no right to use it") end
    local output, status = support.child([[
      local function refused(errno, value, text, number, ...)
        assert(value == nil and select("#", ...) == 0, tostring(value))
        assert(number == errno, text)
      end
      local EPERM = llsocket.EPERM
      local udp = assert(socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM)))
      refused(EPERM, udp:mark(1))
      refused(EPERM, udp:priority(7))
      assert(udp:priority(6) == 6)
      refused(EPERM, udp:rcvbufforce(10000))
      refused(EPERM, udp:sndbufforce(10000))
      refused(EPERM, udp:transparent(true))
      refused(llsocket.EACCES, udp:debug(true))
      assert(udp:bindtodevice("lo") == "lo")
      refused(EPERM, udp:bindtodevice(""))
      local link = assert(socket.new(addrinfo.netlink(0, 0, 0, llsocket.NETLINK_ROUTE)))
      refused(EPERM, link:netlinklistenallnsid(true))
      refused(EPERM, socket.new(addrinfo.packet("lo", llsocket.ETH_P_IP)))
      refused(EPERM, socket.new(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_RAW, llsocket.IPPROTO_ICMP)))
    ]], bare)
    assert.equal(0, status, output)
  end)
end)
