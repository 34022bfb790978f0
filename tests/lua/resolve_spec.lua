--- Names to addresses and back, with what the machine itself can answer: numbers, localhost, /etc/services.

local llsocket = require "llsocket"
local support = require "support"

local addrinfo, inet = llsocket.addrinfo, llsocket.inet
local expect = support.expect
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

--- The test waits for a machine whose table of services has the line.
local function service(name, port, protocol)
  local known = false
  for line in io.lines("/etc/services") do
    local found, number, kind = line:match("^(%S+)%s+(%d+)/(%a+)")
    known = known or found == name and tonumber(number) == port and kind == protocol
  end
  if not known then pending(("no %s %d/%s in /etc/services"):format(name, port, protocol)) end
end

describe("inet.getaddrinfo", function()
  support.watch()

  it("answers with a list of addresses", function()
    local list = expect.value(inet.getaddrinfo("127.0.0.1", "80", STREAM, llsocket.IPPROTO_TCP))
    assert.equal(1, #list)
    local ai = list[1]
    assert.equal(llsocket.AF_INET, ai:family())
    assert.equal(STREAM, ai:socktype())
    assert.equal(llsocket.IPPROTO_TCP, ai:protocol())
    assert.equal("127.0.0.1", ai:addr())
    assert.equal(80, ai:port())
    assert.is_nil(ai:canonname())
  end)

  it("takes either family", function()
    local ai = expect.value(inet.getaddrinfo("::1", "80", STREAM))[1]
    assert.equal(llsocket.AF_INET6, ai:family())
    assert.equal("::1", ai:addr())
  end)

  it("answers for every type unless one is named", function()
    local types = {}
    for _, ai in ipairs(expect.value(inet.getaddrinfo("127.0.0.1", "80"))) do types[ai:socktype()] = true end
    assert.is_true(types[STREAM])
    assert.is_true(types[DGRAM])
    types = {}
    for _, ai in ipairs(expect.value(inet.getaddrinfo("127.0.0.1", "80", DGRAM))) do types[ai:socktype()] = true end
    assert.same({ [DGRAM] = true }, types)
  end)

  it("takes no port for port 0", function()
    assert.equal(0, expect.value(inet.getaddrinfo("127.0.0.1", nil, STREAM))[1]:port())
    assert.equal(0, expect.value(inet.getaddrinfo("127.0.0.1"))[1]:port())
  end)

  it("knows localhost", function()
    local list = expect.value(inet.getaddrinfo("localhost", "80", STREAM))
    assert.is_true(#list >= 1)
    for _, ai in ipairs(list) do
      assert.is_true(ai:addr() == "127.0.0.1" or ai:addr() == "::1")
      assert.equal(80, ai:port())
    end
  end)

  it("knows services", function()
    service("http", 80, "tcp")
    assert.equal(80, expect.value(inet.getaddrinfo("127.0.0.1", "http", STREAM))[1]:port())
  end)

  it("answers the wildcard for no host with AI_PASSIVE", function()
    local list = expect.value(inet.getaddrinfo(nil, "80", STREAM, nil, llsocket.AI_PASSIVE))
    for _, ai in ipairs(list) do
      assert.equal(ai:family() == llsocket.AF_INET and "0.0.0.0" or "::", ai:addr())
    end
    assert.is_true(#list >= 1)
  end)

  it("answers loopback for no host without it", function()
    local list = expect.value(inet.getaddrinfo(nil, "80", STREAM))
    for _, ai in ipairs(list) do
      assert.equal(ai:family() == llsocket.AF_INET and "127.0.0.1" or "::1", ai:addr())
    end
    assert.is_true(#list >= 1)
  end)

  it("adds its flags up", function()
    local list = expect.value(inet.getaddrinfo(nil, "80", STREAM, 0, llsocket.AI_PASSIVE, llsocket.AI_NUMERICSERV))
    assert.equal(list[1]:family() == llsocket.AF_INET and "0.0.0.0" or "::", list[1]:addr())
    local ai = expect.value(inet.getaddrinfo("127.0.0.1", "80", STREAM, 0, llsocket.AI_NUMERICHOST,
      llsocket.AI_NUMERICSERV))[1]
    assert.equal("127.0.0.1", ai:addr())
    expect.failed("V", "EAI_NONAME",
      inet.getaddrinfo("localhost", "80", STREAM, 0, llsocket.AI_NUMERICSERV, llsocket.AI_NUMERICHOST))
  end)

  it("gives the canonical name when asked for", function()
    local ai = expect.value(inet.getaddrinfo("localhost", "80", STREAM, 0, llsocket.AI_CANONNAME))[1]
    assert.equal("string", type(ai:canonname()))
    assert.is_true(#ai:canonname() > 0)
    local literal = expect.value(inet.getaddrinfo("127.0.0.1", "80", STREAM, 0, llsocket.AI_CANONNAME))[1]
    assert.equal("127.0.0.1", literal:canonname())
  end)

  local refused = {
    { "EAI_NONAME", "a name where a number must be", "localhost", "80", "SOCK_STREAM", 0, "AI_NUMERICHOST" },
    { "EAI_NONAME", "no host and no port" },
    { "EAI_NONAME", "a NUL in the host", "127.0.0.1\0.example", "80" },
    { "EAI_SERVICE", "a NUL in the port", "127.0.0.1", "80\0" },
    { "EAI_NONAME", "a service where a number must be", "127.0.0.1", "http", "SOCK_STREAM", 0, "AI_NUMERICSERV" },
    { "EAI_SERVICE", "an unknown service", "127.0.0.1", "nosuchservice", "SOCK_STREAM" },
    { "EAI_SOCKTYPE", "an unknown type", "127.0.0.1", "80", 99 },
    { "EAI_BADFLAGS", "unknown flags", "127.0.0.1", "80", "SOCK_STREAM", 0, 0x40000000 },
  }
  for _, case in ipairs(refused) do
    it("refuses " .. case[2], function()
      local socktype = type(case[5]) == "string" and llsocket[case[5]] or case[5]
      local flag = type(case[7]) == "string" and llsocket[case[7]] or case[7]
      if flag then
        expect.failed("V", case[1], inet.getaddrinfo(case[3], case[4], socktype, case[6], flag))
      else
        expect.failed("V", case[1], inet.getaddrinfo(case[3], case[4], socktype, case[6]))
      end
    end)
  end

  it("gives its EAI numbers as the constants of that name", function()
    for name, error in pairs(support.errno) do
      if name:find("^EAI_") and llsocket[name] then assert.equal(error[1], llsocket[name]) end
    end
    local _, _, number = inet.getaddrinfo("localhost", "80", STREAM, 0, llsocket.AI_NUMERICHOST)
    assert.equal(-2, number)
  end)
end)

describe("inet.getaddrinfo6", function()
  support.watch()

  it("answers with IPv6 alone", function()
    local list = expect.value(inet.getaddrinfo6("::1", "80", STREAM))
    assert.equal(1, #list)
    assert.equal(llsocket.AF_INET6, list[1]:family())
    assert.equal("::1", list[1]:addr())
    assert.equal(80, list[1]:port())
    for _, ai in ipairs(expect.value(inet.getaddrinfo6(nil, "80", STREAM, 0, llsocket.AI_PASSIVE))) do
      assert.equal("::", ai:addr())
    end
  end)

  it("refuses an IPv4 address, unless it may be mapped", function()
    expect.failed("V", "EAI_ADDRFAMILY", inet.getaddrinfo6("127.0.0.1", "80", STREAM))
    local list = expect.value(inet.getaddrinfo6("127.0.0.1", "80", STREAM, 0, llsocket.AI_V4MAPPED))
    assert.equal("::ffff:127.0.0.1", list[1]:addr())
  end)
end)

describe("addrinfo.getaddrinfo", function()
  support.watch()

  it("takes the family third", function()
    local list = expect.value(addrinfo.getaddrinfo("127.0.0.1", "80", llsocket.AF_INET, STREAM, 0))
    assert.equal(1, #list)
    assert.equal("127.0.0.1", list[1]:addr())
    assert.equal(STREAM, list[1]:socktype())
    assert.equal("::1", expect.value(addrinfo.getaddrinfo("::1", "80", llsocket.AF_INET6, DGRAM))[1]:addr())
    local either = expect.value(addrinfo.getaddrinfo("127.0.0.1", "80", llsocket.AF_UNSPEC, DGRAM))
    assert.equal("127.0.0.1", either[1]:addr())
    assert.equal("127.0.0.1", expect.value(addrinfo.getaddrinfo("127.0.0.1", "80"))[1]:addr())
  end)

  it("takes flags last", function()
    local list = expect.value(addrinfo.getaddrinfo(nil, "80", llsocket.AF_INET, STREAM, 0, llsocket.AI_PASSIVE))
    assert.equal("0.0.0.0", list[1]:addr())
  end)

  it("refuses what the resolver refuses", function()
    expect.failed("V", "EAI_FAMILY", addrinfo.getaddrinfo("127.0.0.1", "80", 99))
    expect.failed("V", "EAI_ADDRFAMILY", addrinfo.getaddrinfo("::1", "80", llsocket.AF_INET, STREAM))
  end)
end)

describe("ai:nameinfo", function()
  support.watch()

  it("gives numbers when asked for", function()
    local ni = expect.value(addrinfo.inet("127.0.0.1", 80, STREAM):nameinfo(llsocket.NI_NUMERICHOST,
      llsocket.NI_NUMERICSERV))
    assert.same({ host = "127.0.0.1", serv = "80" }, ni)
    ni = expect.value(addrinfo.inet6("::1", 65535):nameinfo(llsocket.NI_NUMERICHOST, llsocket.NI_NUMERICSERV))
    assert.same({ host = "::1", serv = "65535" }, ni)
  end)

  it("gives names otherwise", function()
    service("http", 80, "tcp")
    local ni = expect.value(addrinfo.inet("127.0.0.1", 80, STREAM):nameinfo())
    assert.equal("http", ni.serv)
    assert.is_true(#ni.host > 0 and ni.host ~= "127.0.0.1")
    assert.equal("http", expect.value(addrinfo.inet("127.0.0.1", 80):nameinfo(llsocket.NI_NUMERICHOST)).serv)
  end)

  it("tells datagram services apart", function()
    service("shell", 514, "tcp")
    service("syslog", 514, "udp")
    local ai = addrinfo.inet("127.0.0.1", 514)
    assert.equal("shell", expect.value(ai:nameinfo(llsocket.NI_NUMERICHOST)).serv)
    assert.equal("syslog", expect.value(ai:nameinfo(llsocket.NI_NUMERICHOST, llsocket.NI_DGRAM)).serv)
  end)

  it("calls a unix path localhost", function()
    assert.same({ host = "localhost", serv = "/some/path" }, expect.value(addrinfo.unix("/some/path"):nameinfo()))
  end)

  it("says EAI_BADFLAGS to flags that it does not know", function()
    expect.failed("V", "EAI_BADFLAGS", addrinfo.inet("127.0.0.1", 80):nameinfo(0x40000000))
  end)

  it("goes by the name getnameinfo too", function()
    local ai = addrinfo.inet("127.0.0.1", 80)
    assert.same({ host = "127.0.0.1", serv = "80" },
      expect.value(ai:getnameinfo(llsocket.NI_NUMERICHOST, llsocket.NI_NUMERICSERV)))
    expect.failed("V", "EAI_BADFLAGS", ai:getnameinfo(0x40000000))
  end)
end)
