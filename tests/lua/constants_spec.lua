--- Constants: the base families with Linux's values, integers in every Lua, absent where the platform lacks them.

local llsocket = require "llsocket"
local support = require "support"

local values = {
  AF_UNSPEC = 0, AF_UNIX = 1, AF_LOCAL = 1, AF_INET = 2, AF_IPX = 4, AF_APPLETALK = 5, AF_INET6 = 10, AF_DECnet = 12,
  AF_ROUTE = 16, AF_SNA = 22, AF_ISDN = 34,
  AI_PASSIVE = 1, AI_CANONNAME = 2, AI_NUMERICHOST = 4, AI_V4MAPPED = 8, AI_ALL = 16, AI_ADDRCONFIG = 32,
  AI_NUMERICSERV = 1024,
  IPPROTO_IP = 0, IPPROTO_HOPOPTS = 0, IPPROTO_ICMP = 1, IPPROTO_IGMP = 2, IPPROTO_TCP = 6, IPPROTO_EGP = 8,
  IPPROTO_PUP = 12, IPPROTO_UDP = 17, IPPROTO_IDP = 22, IPPROTO_TP = 29, IPPROTO_IPV6 = 41, IPPROTO_ROUTING = 43,
  IPPROTO_FRAGMENT = 44, IPPROTO_RSVP = 46, IPPROTO_GRE = 47, IPPROTO_ESP = 50, IPPROTO_AH = 51, IPPROTO_ICMPV6 = 58,
  IPPROTO_NONE = 59, IPPROTO_DSTOPTS = 60, IPPROTO_MTP = 92, IPPROTO_ENCAP = 98, IPPROTO_PIM = 103,
  IPPROTO_SCTP = 132, IPPROTO_RAW = 255,
  MSG_OOB = 1, MSG_PEEK = 2, MSG_DONTROUTE = 4, MSG_TRYHARD = 4, MSG_CTRUNC = 8, MSG_TRUNC = 0x20, MSG_DONTWAIT = 0x40,
  MSG_EOR = 0x80, MSG_WAITALL = 0x100, MSG_CONFIRM = 0x800, MSG_ERRQUEUE = 0x2000, MSG_NOSIGNAL = 0x4000,
  MSG_MORE = 0x8000, MSG_WAITFORONE = 0x10000, MSG_FASTOPEN = 0x20000000, MSG_CMSG_CLOEXEC = 0x40000000,
  NI_NUMERICHOST = 1, NI_NUMERICSERV = 2, NI_NOFQDN = 4, NI_NAMEREQD = 8, NI_DGRAM = 16,
  SHUT_RD = 0, SHUT_WR = 1, SHUT_RDWR = 2,
  SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3, SOCK_RDM = 4, SOCK_SEQPACKET = 5,
}

local missing = {
  "AF_CCITT", "AF_CHAOS", "AF_COIP", "AF_DATAKIT", "AF_DLI", "AF_E164", "AF_HYLINK", "AF_LINK", "AF_NATM", "AF_NDRV",
  "AF_SIP", "AF_SYSTEM", "AF_UTUN", "AI_DEFAULT", "AI_V4MAPPED_CFG", "IPPROTO_3PC", "IPPROTO_DIVERT", "IPPROTO_XTP",
  "MSG_EOF", "MSG_FLUSH", "MSG_HAVEMORE", "MSG_HOLD", "MSG_NEEDSA", "MSG_RCVMORE", "MSG_SEND", "MSG_WAITSTREAM",
  "NI_WITHSCOPEID", "MSG_PROBE", "SO_NOSIGPIPE",
}

describe("the constants", function()
  support.watch()

  for name, value in pairs(values) do
    it("have " .. name, function()
      assert.equal(value, llsocket[name])
    end)
  end

  it("raise a name that is none, and say which is near", function()
    for name, near in pairs {
      SOCK_DGRM = "SOCK_DGRAM", SOCK_STERAM = "SOCK_STREAM", AFINET = "AF_INET", SO_REUSADDR = "SO_REUSEADDR",
      EADDRINUS = "EADDRINUSE",
    } do
      local ok, err = pcall(function() return llsocket[name] end)
      assert.is_false(ok, name)
      assert.equal("llsocket has no constant " .. name .. "; did you mean " .. near .. "?", (err:gsub("^.-:%d+: ", "")))
    end
    local ok, err = pcall(function() return llsocket.NO_SUCH_CONSTANT end)
    assert.is_false(ok)
    assert.truthy(err:find("constants_spec.lua:%d+: llsocket has no constant NO_SUCH_CONSTANT$"))
    assert.is_false((pcall(function() return llsocket[("X"):rep(1000)] end)))
    assert.is_false((pcall(function() return llsocket["A\0\27"] end)))
  end)

  it("let other names be nil", function()
    for _, name in ipairs { "no_such_function", "", "_G", "1", 1, true, io.stdout } do assert.is_nil(llsocket[name]) end
    assert.is_nil(rawget(llsocket, "SOCK_DGRM"))
    assert.equal("llsocket", getmetatable(llsocket))
  end)

  it("lack what Linux lacks", function()
    for _, name in ipairs(missing) do assert.is_nil(llsocket[name], name) end
  end)

  it("are integers, every one", function()
    local kind, count = rawget(math, "type"), 0
    for name, value in pairs(llsocket) do
      if name:find("^%u[%u%d]*_") and not name:find("^IN6ADDR_") then
        count = count + 1
        assert.equal("number", type(value), name)
        assert.equal(("%d"):format(value), tostring(value), name)
        if kind then assert.equal("integer", kind(value), name) end
      end
    end
    assert.is_true(count > 100)
  end)

  it("are flags that differ by a bit each", function()
    for _, family in ipairs { "AI", "NI" } do
      local seen = {}
      for name, value in pairs(values) do
        if name:find("^" .. family .. "_") then
          assert.is_nil(seen[value], name)
          seen[value] = name
        end
      end
    end
  end)
end)
