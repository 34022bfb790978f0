--- Every option of the base, read and set, driven by one table.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local open = {
  tcp = function() return keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM)))) end,
  udp = function() return keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, DGRAM)))) end,
  tcp6 = function() return keep(expect.value(socket.new(addrinfo.inet6("::1", 0, STREAM)))) end,
  udp6 = function() return keep(expect.value(socket.new(addrinfo.inet6("::1", 0, DGRAM)))) end,
  unix = function() return (support.pair()) end,
}

local function same(value) return value end
local function twice(value) return 2 * value end
local switch = { true, false, true }

--- name, kinds of socket, what it is at first (nil: whatever the system says), values to set, what they read back as.
local rows = {
  { "acceptconn", { "tcp", "tcp6", "unix" }, false },
  { "broadcast", { "udp" }, false, switch },
  { "dontroute", { "tcp", "udp", "udp6" }, false, switch },
  { "error", { "tcp", "udp", "tcp6", "unix" }, 0 },
  { "keepalive", { "tcp", "tcp6" }, false, switch },
  { "oobinline", { "tcp", "tcp6" }, false, switch },
  { "rcvbuf", { "tcp", "udp", "unix" }, nil, { 10000, 100000, 20001 }, twice },
  { "rcvlowat", { "tcp", "unix" }, 1, { 100, 2, 1 } },
  { "rcvtimeo", { "tcp", "udp", "unix" }, 0, { 1, 0.5, 1.5, 3600, 0 } },
  { "reuseaddr", { "tcp", "udp", "tcp6" }, false, switch },
  { "reuseport", { "tcp", "udp", "tcp6" }, false, switch },
  { "sndbuf", { "tcp", "udp", "unix" }, nil, { 10000, 100000, 20001 }, twice },
  { "sndlowat", { "tcp", "udp" }, 1 },
  { "sndtimeo", { "tcp", "udp", "unix" }, 0, { 1, 0.5, 1.5, 3600, 0 } },
  { "timestamp", { "udp", "unix" }, false, switch },
  { "linger", { "tcp", "tcp6" }, -1, { 0, 5, -1, 1 } },
  { "tcpcork", { "tcp", "tcp6" }, false, switch },
  { "tcpkeepalive", { "tcp", "tcp6" }, nil, { 60, 1, 32767 } },
  { "tcpkeepidle", { "tcp", "tcp6" }, nil, { 60, 1, 32767 } },
  { "tcpkeepcnt", { "tcp", "tcp6" }, nil, { 3, 1, 127 } },
  { "tcpkeepintvl", { "tcp", "tcp6" }, nil, { 10, 1, 32767 } },
  { "tcpnodelay", { "tcp", "tcp6" }, false, switch },
  { "mcastloop", { "udp", "udp6" }, true, { false, true, false } },
  { "mcastttl", { "udp", "udp6" }, 1, { 5, 0, 255, 1 } },
  { "cloexec", { "tcp", "udp", "unix" }, true, { false, true } },
  { "nonblock", { "tcp", "udp", "unix" }, false, switch },
}

for _, row in ipairs(rows) do
  local name, kinds, first, values, back = support.unpack(row, 1, 5)
  back = back or same
  for _, kind in ipairs(kinds) do
    describe("sock:" .. name .. " of " .. kind, function()
      support.watch()
      local six = kind:find("6") and not support.ipv6()

      it("reads what the kernel says", function()
        if six then pending("no IPv6 on loopback") end
        local sock = open[kind]()
        local value = expect.value(sock[name](sock))
        if first ~= nil then assert.equal(first, value) end
        if values then assert.is_false((pcall(sock[name], sock, nil))) end
        assert.equal(value, expect.value(keep(expect.value(sock:dup()))[name](sock)))
        if type(value) == "number" and name ~= "rcvtimeo" and name ~= "sndtimeo" then
          assert.equal(("%d"):format(value), tostring(value))
        end
      end)

      if not values then return end
      it("returns what was set, and then reads it back", function()
        if six then pending("no IPv6 on loopback") end
        local sock = open[kind]()
        local copy = name ~= "cloexec" and keep(expect.value(sock:dup())) or sock
        for _, value in ipairs(values) do
          assert.equal(value, expect.value(sock[name](sock, value)))
          assert.equal(back(value), expect.value(sock[name](sock)))
          assert.equal(back(value), expect.value(copy[name](copy)))
        end
      end)
    end)
  end
end

describe("an option that the socket has not", function()
  support.watch()

  for _, name in ipairs { "tcpnodelay", "tcpcork", "tcpkeepalive", "tcpkeepidle", "tcpkeepcnt", "tcpkeepintvl" } do
    it(name .. " is refused by unix and udp", function()
      local unix, udp = open.unix(), open.udp()
      local value = (name == "tcpnodelay" or name == "tcpcork") and true or 5
      expect.failed("V", "EOPNOTSUPP", unix[name](unix))
      expect.failed("V", "EOPNOTSUPP", unix[name](unix, value))
      expect.failed("V", udp[name](udp) == nil and select(3, udp[name](udp)) == 95 and "EOPNOTSUPP" or "ENOPROTOOPT",
        udp[name](udp))
      assert.is_nil((udp[name](udp, value)))
    end)
  end

  for name, value in pairs { mcastloop = true, mcastttl = 5, mcastif = "lo" } do
    it(name .. " is refused by unix", function()
      local unix = open.unix()
      expect.failed("V", "EOPNOTSUPP", unix[name](unix))
      expect.failed("V", "EOPNOTSUPP", unix[name](unix, value))
    end)
  end
end)

describe("a value that the kernel refuses", function()
  support.watch()

  local refused = {
    { "EINVAL", "tcp", "tcpkeepcnt", 0 }, { "EINVAL", "tcp", "tcpkeepcnt", 128 }, { "EINVAL", "tcp", "tcpkeepintvl", 0 },
    { "EINVAL", "tcp", "tcpkeepintvl", 32768 }, { "EINVAL", "tcp", "tcpkeepalive", 0 },
    { "EINVAL", "udp", "mcastttl", 256 }, { "EINVAL", "udp6", "mcastttl", 256 }, { "ENOPROTOOPT", "tcp", "sndlowat", 5 },
    { "EINVAL", "tcp", "linger", -2 }, { "EINVAL", "tcp", "linger", -2147483648 },
  }
  for _, case in ipairs(refused) do
    local name, kind, option, value = support.unpack(case)
    it(("is %s for %s of %s"):format(value, option, kind), function()
      if kind == "udp6" and not support.ipv6() then pending("no IPv6 on loopback") end
      local sock = open[kind]()
      local before = sock[option](sock)
      expect.failed("V", name, sock[option](sock, value))
      assert.equal(before, sock[option](sock))
    end)
  end

  it("is a negative buffer, which the kernel would take for the largest", function()
    for _, option in ipairs { "rcvbuf", "sndbuf" } do
      local sock = open.udp()
      local before = sock[option](sock)
      local called, value, text = pcall(sock[option], sock, -1)
      assert.is_true(not called or value == nil and text == "Invalid argument")
      assert.equal(before, sock[option](sock))
    end
  end)

  it("is a tiny buffer no less than the kernel's floor", function()
    local sock = open.udp()
    for _, option in ipairs { "rcvbuf", "sndbuf" } do
      assert.equal(1, expect.value(sock[option](sock, 1)))
      local floor = expect.value(sock[option](sock))
      assert.is_true(floor > 1000 and floor < 10000)
    end
  end)
end)

for _, name in ipairs { "rcvtimeo", "sndtimeo" } do
  describe("the seconds of " .. name, function()
    support.watch()

    for _, sec in ipairs { -1, -0.5, -1e-9, support.huge, -support.huge, support.nan } do
      it("cannot be " .. tostring(sec), function()
        local sock = open.udp()
        sock[name](sock, 1.5)
        expect.failed("V", "EDOM", sock[name](sock, sec))
        assert.equal(1.5, sock[name](sock))
      end)
    end

    for _, sec in ipairs { 1e-9, 1e-7, 5e-324, 0.000001 } do
      it(("do not vanish at %g"):format(sec), function()
        local sock = open.udp()
        assert.equal(sec, expect.value(sock[name](sock, sec)))
        local value = expect.value(sock[name](sock))
        assert.is_true(value > 0 and value <= 0.02)
      end)
    end

    it("may be more than time itself", function()
      local sock = open.udp()
      for _, sec in ipairs { 1e10, 1e18, 1e19, 1e300 } do
        local value, _, number = sock[name](sock, sec)
        assert.is_true(value == sec or number == 33)
      end
    end)
  end)
end

describe("sock:debug", function()
  support.watch()

  it("is set, or refused to who may not", function()
    local sock = open.tcp()
    assert.is_false(expect.value(sock:debug()))
    local value, text, number = sock:debug(true)
    if value == nil then
      assert.equal("Permission denied", text)
      assert.equal(13, number)
    else
      assert.is_true(value)
      assert.is_true(expect.value(sock:debug()))
      assert.is_false(expect.value(sock:debug(false)))
    end
  end)
end)

describe("an option's effect", function()
  support.watch()

  it("is felt: reuseport lets two bind one port", function()
    local one = open.udp()
    one:reuseport(true)
    expect.quiet(one:bind())
    local two = keep(expect.value(socket.new(one:getsockname())))
    expect.failed("E", "EADDRINUSE", two:bind())
    two:reuseport(true)
    expect.quiet(two:bind())
  end)

  it("is felt: linger 0 resets the connection", function()
    local client, server = support.tcp()
    assert.equal(0, expect.value(client:linger(0)))
    client:close()
    expect.failed("A", "ECONNRESET", server:recv())
  end)

  it("is felt: oobinline keeps urgent data in line", function()
    local client, server = support.tcp()
    server:oobinline(true)
    client:send("!", llsocket.MSG_OOB)
    assert.equal("!", expect.done(server:recv()))
  end)

  it("is felt: broadcast allows a broadcast address", function()
    local sock = open.udp()
    expect.failed("A", "EACCES", sock:sendto("x", addrinfo.inet("127.255.255.255", 9)))
    sock:broadcast(true)
    assert.equal(1, expect.done(sock:sendto("x", addrinfo.inet("127.255.255.255", 9))))
  end)

  it("is felt: acceptconn follows listen", function()
    assert.is_true(expect.value((support.listener()):acceptconn()))
  end)
end)
