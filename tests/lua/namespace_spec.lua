--- What only shows between networks: two namespaces of our own, wired to each other twice.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, device = llsocket.addrinfo, llsocket.device
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local here, there, why

local function wired(what, run)
  it(what, function()
    if why then pending("no network namespaces: " .. why) end
    run()
  end)
end

local function bound(space, kind, address, port, options)
  return space:socket([[
    local ai = assert(addrinfo.%s(%q, %d, llsocket.SOCK_DGRAM))
    local sock = assert(socket.new(ai))
    %s
    local text = sock:bind()
    return not text and sock, text
  ]], kind, address, port, options or "")
end

local function silent(sock)
  sock:rcvtimeo(0.1)
  expect.again(sock:recv())
  sock:rcvtimeo(5)
end

describe("between two network namespaces", function()
  support.watch()

  setup(function()
    here, why = kernel.namespace()
    if not here then return end
    there = assert(kernel.namespace())
    local ok, problem = pcall(function()
      here:wire(there, "one0", 1)
      here:wire(there, "two0", 2)
    end)
    if not ok then why = tostring(problem) end
  end)

  teardown(function()
    for _, space in pairs { here, there } do space:delete() end
  end)

  for name, kind in pairs { inet = "10.77.%d.%d", inet6 = "fd77:%d::%d" } do
    wired("bindtodevice hears one interface alone, over " .. name, function()
      local any = name == "inet" and "0.0.0.0" or "::"
      local build = addrinfo[name]
      local first = bound(here, name, any, 7001, "assert(sock:bindtodevice('one0'))")
      local second = bound(here, name, any, 7001, "assert(sock:bindtodevice('two0'))")
      assert.equal("one0", expect.value(first:bindtodevice()))
      assert.equal("two0", expect.value(second:bindtodevice()))
      assert.are_not.equal(expect.value(first:bindtoifindex()), expect.value(second:bindtoifindex()))
      local out = bound(there, name, any, 0)
      for net, pair in ipairs { { first, second }, { second, first } } do
        expect.done(out:sendto("over " .. net, build(kind:format(net, 1), 7001)))
        assert.equal("over " .. net, expect.done(pair[1]:recv()))
        silent(pair[2])
      end
    end)

    wired("bindtodevice sends over one interface alone, over " .. name, function()
      local any = name == "inet" and "0.0.0.0" or "::"
      local target = bound(there, name, kind:format(1, 2), 7002)
      local out = bound(here, name, any, 0)
      expect.done(out:sendto("routed", addrinfo[name](kind:format(1, 2), 7002)))
      assert.equal("routed", expect.done(target:recv()))
      expect.value(out:bindtodevice("two0"))
      out:sendto("astray", addrinfo[name](kind:format(1, 2), 7002))
      -- IPv4 answers for its addresses on every wire, so that the source tells which one it was.
      if name == "inet" then
        local _, from = expect.message(target:recvfrom())
        assert.equal("10.77.2.1", from:addr())
      else
        silent(target)
      end
      expect.value(out:bindtodevice(""))
      expect.done(out:sendto("back", addrinfo[name](kind:format(1, 2), 7002)))
      assert.equal("back", expect.done(target:recv()))
    end)

    wired("bindtoifindex hears one interface alone, over " .. name, function()
      local any = name == "inet" and "0.0.0.0" or "::"
      local sock = bound(here, name, any, 7003, "assert(sock:bindtoifindex(assert(llsocket.device.nametoindex('two0'))))")
      local out = bound(there, name, any, 0)
      expect.done(out:sendto("deaf", addrinfo[name](kind:format(1, 1), 7003)))
      silent(sock)
      expect.done(out:sendto("heard", addrinfo[name](kind:format(2, 1), 7003)))
      assert.equal("heard", expect.done(sock:recv()))
    end)
  end

  wired("connects over TCP from one to the other, and nowhere else", function()
    local listener = there:socket [[
      local sock = assert(socket.new(addrinfo.inet("10.77.1.2", 7004, llsocket.SOCK_STREAM)))
      return not sock:bind() and not sock:listen() and sock
    ]]
    local ai = addrinfo.inet("10.77.1.2", 7004, STREAM)
    local client = here:socket [[return socket.new(addrinfo.inet("10.77.1.2", 7004, llsocket.SOCK_STREAM))]]
    expect.quiet(client:connect(ai))
    local server = keep(expect.done(listener:accept()))
    expect.done(client:send("hello"))
    assert.equal("hello", expect.done(server:recv()))
    assert.equal("10.77.1.1", server:getpeername():addr())
    assert.equal(1500, expect.value(client:mtu()))
    assert.is_true(client:tcpinfo().advmss < 1500)
  end)

  wired("unicastif chooses the way past the routes", function()
    local target = bound(there, "inet", "0.0.0.0", 7005, "sock:broadcast(true)")
    local out = bound(here, "inet", "0.0.0.0", 0, [[
      sock:broadcast(true)
      assert(sock:unicastif("two0") == "two0")
      assert(sock:unicastif() == "two0")
    ]])
    expect.value(out:broadcast(true))
    expect.done(out:sendto("x", addrinfo.inet("255.255.255.255", 7005)))
    local _, from = expect.message(target:recvfrom())
    assert.equal("10.77.2.1", from:addr())
  end)

  wired("a mark chooses the routing table, by a rule", function()
    here:ip("route add unreachable 10.77.1.2 table 77")
    here:ip("rule add fwmark 77 table 77 priority 100")
    finally(function() here:ip("rule delete priority 100") end)
    local target = bound(there, "inet", "10.77.1.2", 7006)
    local out = bound(here, "inet", "0.0.0.0", 0)
    local ai = addrinfo.inet("10.77.1.2", 7006)
    expect.done(out:sendto("unmarked", ai))
    assert.equal("unmarked", expect.done(target:recv()))
    assert.equal(77, expect.value(out:mark(77)))
    local sent, _, _, errno = out:sendto("marked", ai)
    assert.is_nil(sent)
    assert.equal(llsocket.EHOSTUNREACH, errno)
    out:mark(0)
    expect.done(out:sendto("unmarked", ai))
  end)

  wired("mtudiscover and dontfrag refuse what is too long for the wire", function()
    local out = bound(here, "inet", "0.0.0.0", 0)
    local ai = addrinfo.inet("10.77.1.2", 7008)
    local long = ("x"):rep(3000)
    expect.value(out:mtudiscover(llsocket.IP_PMTUDISC_DONT))
    assert.equal(3000, expect.done(out:sendto(long, ai)))
    expect.value(out:mtudiscover(llsocket.IP_PMTUDISC_DO))
    expect.failed("A", "EMSGSIZE", out:sendto(long, ai))
    local out6 = bound(here, "inet6", "::", 0)
    local ai6 = addrinfo.inet6("fd77:1::2", 7008)
    assert.equal(3000, expect.done(out6:sendto(long, ai6)))
    assert.is_true(expect.value(out6:dontfrag(true)))
    expect.failed("A", "EMSGSIZE", out6:sendto(long, ai6))
  end)

  wired("freebind and transparent bind an address that nobody has", function()
    for _, option in ipairs { "freebind", "transparent" } do
      for kind, address in pairs { inet = "10.99.9.9", inet6 = "fd99::9" } do
        local sock = here:socket("return socket.new(addrinfo.%s(%q, 0, llsocket.SOCK_DGRAM))", kind, address)
        local ai = addrinfo[kind](address, 0, DGRAM)
        expect.failed("E", "EADDRNOTAVAIL", sock:bind(ai))
        assert.is_true(expect.value(sock[option](sock, true)))
        expect.quiet(sock:bind(ai))
        assert.equal(address, sock:getsockname():addr())
      end
    end
  end)

  wired("a packet socket captures a frame, and sends one", function()
    local script = [[
      local sock = assert(socket.new(addrinfo.packet("one0", 0x88b5)))
      local text = sock:bind()
      return not text and sock, text
    ]]
    local left, right = here:socket(script), there:socket(script)
    assert.equal(llsocket.AF_PACKET, left:family())
    local name = expect.value(right:getsockname())
    local mac = name:addr()
    assert.truthy(mac:find("^%x%x:%x%x:%x%x:%x%x:%x%x:%x%x$"))
    local target = mac:gsub("%x%x:?", function(byte) return string.char(tonumber(byte:sub(1, 2), 16)) end)
    local frame = target .. ("\2"):rep(6) .. "\136\181" .. ("payload "):rep(8)
    assert.equal(#frame, expect.done(left:send(frame)))
    local got, from = expect.message(right:recvfrom())
    assert.equal(frame, got)
    assert.equal("02:02:02:02:02:02", from:addr())
    assert.equal(llsocket.AF_PACKET, from:family())
    assert.is_nil(from:port())
    assert.truthy(tostring(from):find("packet", 1, true), tostring(from))
  end)

  wired("netlink tells of a link that is made, changed and removed", function()
    local sock = here:socket [[
      local sock = assert(socket.new(addrinfo.netlink(0, llsocket.RTMGRP_LINK, 0, llsocket.NETLINK_ROUTE)))
      local text = sock:bind()
      return not text and sock, text
    ]]
    local function event(kind, name)
      for _ = 1, 20 do
        local message = expect.done(sock:recv(65536))
        local length, typ = kernel.number(message, 1, 4), kernel.number(message, 5, 2)
        assert.is_true(length >= 32 and length <= #message)
        if typ == kind and message:find(name .. "\0", 1, true) then return kernel.number(message, 21, 4) end
      end
    end
    here:ip("link add three0 type veth peer name four0")
    local index = event(16, "three0")
    assert.is_true(index > 1)
    here:ip("link delete three0")
    assert.equal(index, event(17, "three0"))
  end)

  wired("netlinkjoin receives messages of a group, until netlinkleave", function()
    local sock = here:socket [[
      local sock = assert(socket.new(addrinfo.netlink(0, 0, 0, llsocket.NETLINK_ROUTE)))
      return not sock:bind() and sock
    ]]
    here:ip("link set one0 alias before")
    silent(sock)
    assert.equal(1, expect.value(sock:netlinkjoin(llsocket.RTNLGRP_LINK)))
    here:ip("link set one0 alias during")
    assert.truthy(expect.done(sock:recv(65536)):find("during", 1, true))
    assert.equal(1, expect.value(sock:netlinkleave(llsocket.RTNLGRP_LINK)))
    sock:rcvtimeo(0.1)
    while sock:recv(65536) do end
    here:ip("link set one0 alias after")
    silent(sock)
  end)

  wired("inet6 reaches a link-local address by its scope", function()
    local output, status = support.child([[
      local function linklocal(name)
        for _ = 1, 300 do
          for _, entry in ipairs(assert(llsocket.device.getifaddrs())) do
            if entry.name == name and entry.family == llsocket.AF_INET6 and entry.addr:addr():find("^fe80") then
              local ai = assert(addrinfo.inet6(entry.addr:addr(), 0, llsocket.SOCK_DGRAM))
              local sock = assert(socket.new(ai))
              if not sock:bind() then return sock, ai, entry end
              sock:close()
            end
          end
          os.execute("sleep 0.02")
        end
        error("no link-local address")
      end
      local sock, ai, entry = linklocal("one0")
      assert(ai:scopeid() == entry.index and entry.addr == ai)
      assert(tostring(ai):find("%" .. entry.index, 1, true), tostring(ai))
      assert(sock:getsockname():scopeid() == entry.index)
      local bare = assert(addrinfo.inet6(ai:addr():match("^[^%%]+"), 0, llsocket.SOCK_DGRAM))
      local _, number = assert(socket.new(bare)):bind()
      assert(number == llsocket.EINVAL, number)
      sock:rcvtimeo(5)
      local target = sock:getsockname()
      assert(assert(socket.new(target)):sendto("scoped", target) == 6)
      local msg, from = sock:recvfrom()
      assert(msg == "scoped" and from:scopeid() == entry.index)
    ]], "ip netns exec " .. here.name)
    assert.equal(0, status, output)
  end)

  wired("device tells of interfaces in all detail", function()
    local output, status = support.child([[
      local device = llsocket.device
      local names = {}
      for _, entry in ipairs(assert(device.nameindex())) do
        names[entry.name] = entry.index
        assert(device.nametoindex(entry.name) == entry.index and device.indextoname(entry.index) == entry.name)
      end
      assert(names.lo == 1 and names.one0 and names.two0)
      local seen = {}
      for _, entry in ipairs(assert(device.getifaddrs())) do
        assert(entry.index == names[entry.name])
        if entry.name == "one0" then
          assert(entry.flags % 4 == 3, entry.flags)
          seen[entry.family] = true
          if entry.family == llsocket.AF_INET then
            assert(entry.addr:addr() == "10.77.1.1" and entry.netmask:addr() == "255.255.255.0")
          elseif entry.family == llsocket.AF_PACKET then
            assert(device.macaddrs().one0 == entry.addr:addr())
            assert(entry.broadaddr:addr() == "ff:ff:ff:ff:ff:ff")
          end
        end
      end
      assert(seen[llsocket.AF_INET] and seen[llsocket.AF_INET6] and seen[llsocket.AF_PACKET])
      assert(not device.macaddrs().lo)
    ]], "ip netns exec " .. here.name)
    assert.equal(0, status, output)
    expect.failed("V", "ENODEV", device.nametoindex("one0"))
  end)
end)
