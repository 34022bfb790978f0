--- Misuse: every argument of every function given what it cannot be. One table of calls, one of wrong values.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket, inet = llsocket.addrinfo, llsocket.socket, llsocket.inet
local expect = support.expect
local STREAM = llsocket.SOCK_STREAM
local huge, nan = support.huge, support.nan

local function things() end

--- What is wrong for each kind of argument: the value, what the text says was got, and (if not the usual) was wanted.
local wrong = {
  string = { "string", { 5, "number" }, { true, "boolean" }, { {}, "table" }, { things, "function" }, { io.stdout, ".+" } },
  boolean = { "boolean", { 0, "number" }, { 1, "number" }, { "true", "string" }, { {}, "table" }, { things, "function" } },
  integer = {
    "integer.*", { "10", "string" }, { true, "boolean" }, { {}, "table" }, { things, "function" }, { io.stdout, ".+" },
    { 1.5, "1%.5" }, { -0.5, "%-0%.5" }, { nan, "%-?[nN]a[nN]" }, { huge, "inf" }, { -huge, "%-inf" }, { 2 ^ 63, ".+" },
    { -2 ^ 64, ".+" }, { 1e300, "1e%+?300" },
  },
  seconds = { "number", { "1", "string" }, { true, "boolean" }, { {}, "table" }, { things, "function" } },
  addrinfo = {
    "addrinfo.*", { "127.0.0.1", "string" }, { 5, "number" }, { true, "boolean" }, { {}, ".+" }, { { 5 }, ".+" },
    { { {} }, ".+" }, { things, "function" }, { io.stdout, ".+" },
  },
  file = { ".+", { "5", "string" }, { true, "boolean" }, { {}, "table" }, { 1.5, "1%.5" }, { nan, "%-?[nN]a[nN]" } },
  port = { ".+", { true, "boolean" }, { {}, "table" }, { 1.5, "1%.5" }, { nan, "%-?[nN]a[nN]" }, { 65536, "65536.*" },
    { -1, "%-1" } },
  group = { ".+", { true, "boolean" }, { 5, "number" }, { {}, ".+" }, { things, "function" } },
  interface = { ".+", { true, "boolean" }, { {}, "table" }, { 1.5, "1%.5" }, { huge, "inf" } },
  callback = { "function", { "f", "string" }, { 5, "number" }, { {}, "table" }, { true, "boolean" } },
}
local int = "integer from %-?%d+ to %d+"
wrong.int = { "integer.*", { 2 ^ 31, "2147483648.*", int }, { -2 ^ 31 - 1, "%-2147483649.*", int },
  { 2 ^ 53, "9007199254740992.*", int } }
for i = 2, #wrong.integer do table.insert(wrong.int, wrong.integer[i]) end
wrong.flag = wrong.int
wrong.backlog = { "integer.*", { 0, "0", int }, { -1, "%-1", int }, { -5, "%-5", int }, { 2 ^ 31, "2147483648.*", int } }

local ai = addrinfo.inet("127.0.0.1", 9, STREAM)

--- The functions of the modules: what each argument is, a right value for it, and whether it must be there.
local functions = {
  { inet, "getaddrinfo", "string?", "127.0.0.1", "port?", "80", "int?", STREAM, "int?", 0, "flag", 0 },
  { inet, "connect", "string?", "127.0.0.1", "port", 9, "seconds?", 1, "addrinfo?", ai },
  { inet, "listen", "string?", "127.0.0.1", "port", 0, "backlog?", 1, "boolean?", true },
  { llsocket.unix, "connect", "string", "/a", "int?", STREAM, "seconds?", 1 },
  { llsocket.unix, "listen", "string", "/a", "int?", STREAM, "backlog?", 1, "int?", 0 },
  { llsocket.poll, "sleep", "seconds", 0 },
  { inet, "getaddrinfo6", "string?", "::1", "port?", "80", "int?", STREAM, "int?", 0, "flag", 0 },
  { llsocket.unix, "getaddrinfo", "string", "/a", "int?", STREAM, "int?", 0, "flag", 0 },
  { addrinfo, "getaddrinfo", "string?", "127.0.0.1", "port?", "80", "int?", llsocket.AF_INET, "int?", STREAM,
    "int?", 0, "flag", 0 },
  { addrinfo, "inet", "string", "127.0.0.1", "port", 80, "int?", STREAM, "int?", 0 },
  { addrinfo, "inet6", "string", "::1", "port", 80, "int?", STREAM, "int?", 0 },
  { addrinfo, "unix", "string", "/a", "int?", STREAM, "int?", 0 },
  { socket, "new", "addrinfo", ai, "boolean?", false },
  { socket, "pair", "int", STREAM, "boolean?", false, "int?", 0 },
  { socket, "wrap", "file", 2147483647, "boolean?", true },
  { socket, "shutdown", "file", 2147483647, "int?", 0 },
  { socket, "close", "file", 2147483647, "int?", 0 },
}

--- The methods, called on one end of a non-blocking stream pair.
local methods = {
  { "dup", "addrinfo?", ai }, { "bind", "addrinfo?", ai }, { "connect", "addrinfo?", ai }, { "listen", "backlog?", 5 },
  { "shutdown", "int?", 0 }, { "close", "int?", 0 }, { "accept", "boolean?", true },
  { "send", "string", "x", "flag", 0, "flag", 0 }, { "sendto", "string", "x", "addrinfo", ai, "flag", 0, "flag", 0 },
  { "sendfile", "file", 2147483647, "integer", 10, "integer?", 0 }, { "write", "string", "x" },
  { "sendfd", "file", 2147483647, "addrinfo?", ai, "flag", 0 },
  { "recv", "integer?", 10, "flag", 0, "flag", 0 }, { "recvfrom", "integer?", 10, "flag", 0, "flag", 0 },
  { "read", "integer?", 10 }, { "recvfd", "flag", 0 },
  { "recvable", "seconds?", 0 }, { "sendable", "seconds?", 0 }, { "linger", "int?", 1 },
  { "mcastjoin", "group", "239.1.1.1", "interface?", "lo" }, { "mcastleave", "group", "239.1.1.1", "interface?", "lo" },
  { "mcastif", "interface?", "lo" }, { "addgcfn", "callback", things }, { "delgcfn", "callback?", things },
}
for _, name in ipairs { "mcastjoinsrc", "mcastleavesrc", "mcastblocksrc", "mcastunblocksrc" } do
  table.insert(methods, { name, "group", "232.1.1.1", "group", "127.0.0.1", "interface?", "lo" })
end
for kind, names in pairs {
  ["boolean?"] = { "cloexec", "nonblock", "broadcast", "debug", "dontroute", "keepalive", "oobinline", "reuseaddr",
    "reuseport", "timestamp", "tcpcork", "tcpnodelay", "mcastloop" },
  ["int?"] = { "rcvbuf", "rcvlowat", "sndbuf", "sndlowat", "tcpkeepalive", "tcpkeepcnt", "tcpkeepidle", "tcpkeepintvl",
    "mcastttl" },
  ["seconds?"] = { "rcvtimeo", "sndtimeo" },
} do
  for _, name in ipairs(names) do table.insert(methods, { name, kind, kind == "boolean?" and true or 5 }) end
end
local plain = { "fd", "family", "socktype", "protocol", "unwrap", "getsockname", "getpeername", "atmark", "acceptconn",
  "error", "acceptfd", "getfd", "dirty" }

--- Calls with every wrong value at every place of the row.
local function try(name, call, row, first)
  local places = (#row - first + 1) / 2
  local right = {}
  for place = 1, places do right[place] = row[first + 2 * place - 1] end
  for place = 1, places do
    local kind, optional = row[first + 2 * place - 2]:match("^(%l+)(%??)$")
    local usual = wrong[kind][1]
    for i = 2, #wrong[kind] do
      local value, got, want = support.unpack(wrong[kind][i])
      local arguments = { support.unpack(right) }
      arguments[place] = value
      expect.misuse(place, name, want or usual, got, call, support.unpack(arguments, 1, places))
    end
    if optional == "" and kind ~= "flag" then
      expect.misuse(place, name, usual, "no value", call, support.unpack(right, 1, place - 1))
      local arguments = { support.unpack(right) }
      arguments[place] = nil
      expect.misuse(place, name, usual, "nil", call, support.unpack(arguments, 1, places + 1))
    end
  end
end

describe("a function", function()
  support.watch()

  for _, row in ipairs(functions) do
    local part, name = row[1], row[2]
    it(name .. " refuses what its arguments cannot be", function()
      try(name, part[name], row, 3)
    end)
  end

  it("nameinfo refuses flags that are none", function()
    try("nameinfo", function(...) return ai:nameinfo(...) end, { "flag", 0, "flag", 0 }, 1)
  end)
end)

describe("a method", function()
  support.watch()

  for _, row in ipairs(methods) do
    local name = row[1]
    it(name .. " refuses what its arguments cannot be, and does nothing", function()
      local one, two = support.pair(STREAM, true)
      local fd = one:fd()
      try(name, function(...) return one[name](one, ...) end, row, 2)
      assert.equal(fd, one:fd())
      expect.again(two:recv())
      expect.done(one:send("fine"))
      assert.equal("fine", expect.done(two:recv()))
    end)
  end

  local all = {}
  for _, row in ipairs(methods) do table.insert(all, row[1]) end
  for _, name in ipairs(plain) do table.insert(all, name) end
  for _, name in ipairs(all) do
    it(name .. " refuses to be called on anything but a socket", function()
      local one = support.pair()
      local method = one[name]
      assert.equal("function", type(method))
      for _, thing in ipairs { {}, "x", 5, true, things, io.stdout, ai, coroutine.create(things), newproxy and newproxy() } do
        local ok, message = pcall(method, thing, "x", 1)
        assert.is_false(ok)
        assert.truthy(message:find("socket expected, got %S+"), message)
        expect.plain(message)
      end
      for _, call in ipairs { function() return method() end, function() return method(nil) end } do
        local ok, message = pcall(call)
        assert.is_false(ok)
        assert.truthy(message:find("socket expected, got n"), message)
      end
    end)
  end

  for _, name in ipairs { "family", "socktype", "protocol", "canonname", "addr", "port", "scopeid", "flowinfo",
    "nameinfo", "getnameinfo" } do
    it(name .. " refuses to be called on anything but an addrinfo", function()
      local one = support.pair()
      local method = ai[name]
      for _, thing in ipairs { {}, "x", 5, true, things, io.stdout, one } do
        local ok, message = pcall(method, thing)
        assert.is_false(ok)
        assert.truthy(message:find("addrinfo expected, got %S+"), message)
        expect.plain(message)
      end
      assert.is_false(pcall(method))
    end)
  end
end)

describe("the text of misuse", function()
  support.watch()

  local function text(call)
    local ok, message = pcall(call)
    assert.is_false(ok)
    assert.truthy(message:find("misuse_spec%.lua:%d+: bad argument"), message)
    return (message:gsub("^.-:%d+: ", ""))
  end

  it("is Lua's own", function()
    local one = support.pair()
    assert.equal("bad argument #1 to 'send' (string expected, got number)", text(function() one:send(5) end))
    assert.equal("bad argument #1 to 'send' (string expected, got no value)", text(function() one:send() end))
    assert.equal("bad argument #1 to 'send' (string expected, got nil)", text(function() one:send(nil) end))
    assert.equal("bad argument #1 to 'recv' (integer expected, got 1.5)", text(function() one:recv(1.5) end))
    assert.equal("bad argument #1 to 'recv' (integer expected, got string)", text(function() one:recv("5") end))
    assert.equal("bad argument #1 to 'nonblock' (boolean expected, got number)", text(function() one:nonblock(1) end))
    assert.equal("bad argument #2 to 'sendto' (addrinfo expected, got string)",
      text(function() one:sendto("x", "127.0.0.1") end))
    assert.equal("bad argument #1 to 'new' (addrinfo expected, got string)",
      text(function() assert.is_nil(socket.new("127.0.0.1")) end))
    assert.equal("bad argument #2 to 'inet' (integer from 0 to 65535 expected, got 70000)",
      text(function() assert.is_nil(addrinfo.inet("127.0.0.1", 70000)) end))
  end)

  it("counts flags where they stand", function()
    local one = support.pair()
    assert.equal("bad argument #4 to 'recv' (integer expected, got string)",
      text(function() one:recv(1, 0, 0, "x") end))
    assert.equal("bad argument #7 to 'getaddrinfo' (integer expected, got 0.5)",
      text(function() assert.is_nil(inet.getaddrinfo("127.0.0.1", "80", STREAM, 0, 0, 0, 0.5)) end))
  end)

  it("comes from a list too, whose metatable is not asked", function()
    local trap = setmetatable({}, { __index = function() error("asked") end })
    assert.truthy(text(function() assert.is_nil(socket.new(trap)) end):find("^bad argument #1 to 'new' %(addrinfo"))
    local one = support.pair()
    assert.truthy(text(function() one:sendto("x", trap) end):find("^bad argument #2 to 'sendto' %(addrinfo"))
  end)

  it("is not earned by many flags", function()
    local one = support.pair(STREAM, true)
    local flags = {}
    for i = 1, 200 do flags[i] = 0 end
    expect.again(one:recv(10, support.unpack(flags)))
    flags[200] = "x"
    expect.misuse(201, "recv", "integer", "string", one.recv, one, 10, support.unpack(flags))
  end)

  it("takes whole floats for the integers that they are", function()
    local one, two = support.pair()
    one:send("abc", 0.0)
    assert.equal("ab", expect.done(two:recv(2 ^ 1)))
    assert.equal(80, addrinfo.inet("127.0.0.1", 2 ^ 4 * 5):port())
  end)
end)
