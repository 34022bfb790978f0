--- What the kernel tells of a socket: TCP's state, queues, memory, the peer; and options by their numbers.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM

local function integer(value)
  return type(value) == "number" and ("%d"):format(value) == tostring(value)
end

local function refused(value, text, errno)
  assert.is_nil(value)
  assert.equal("string", type(text))
  assert.is_true(errno == llsocket.EOPNOTSUPP or errno == llsocket.ENOPROTOOPT, text)
end

describe("sock:tcpinfo", function()
  support.watch()

  it("names the fields of the kernel's structure, all of them integers", function()
    local client = support.tcp()
    local info = expect.value(client:tcpinfo())
    for _, name in ipairs { "state", "options", "snd_wscale", "rto", "snd_mss", "pmtu", "rtt", "snd_cwnd", "advmss",
        "total_retrans", "pacing_rate", "bytes_acked", "segs_out", "min_rtt", "delivery_rate", "busy_time", "bytes_sent" } do
      assert.is_true(integer(info[name]), name)
    end
    for name, value in pairs(info) do assert.is_true(integer(value), name) end
    assert.is_true(info.pmtu >= 1280 and info.rto > 0 and info.rtt > 0 and info.snd_cwnd > 0)
  end)

  it("follows a connection's states", function()
    local client, server, listener = support.tcp()
    assert.equal(llsocket.TCP_ESTABLISHED, client:tcpinfo().state)
    assert.equal(llsocket.TCP_LISTEN, listener:tcpinfo().state)
    server:shutdown(llsocket.SHUT_WR)
    expect.closed(client:recv())
    assert.equal(llsocket.TCP_CLOSE_WAIT, client:tcpinfo().state)
    local state = server:tcpinfo().state
    assert.is_true(state == llsocket.TCP_FIN_WAIT1 or state == llsocket.TCP_FIN_WAIT2)
    local fresh = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", 0, STREAM))))
    assert.equal(llsocket.TCP_CLOSE, fresh:tcpinfo().state)
  end)

  it("moves while data flows", function()
    local client, server = support.tcp()
    local before, there = client:tcpinfo(), server:tcpinfo()
    for _ = 1, 5 do
      expect.done(client:send(("x"):rep(1000)))
      support.take(server, 1000)
    end
    expect.done(server:send("!"))
    support.take(client, 1)
    local after = client:tcpinfo()
    assert.equal(5000, after.bytes_sent - before.bytes_sent)
    assert.equal(5000, after.bytes_acked - before.bytes_acked)
    assert.equal(1, after.bytes_received - before.bytes_received)
    assert.equal(5000, server:tcpinfo().bytes_received - there.bytes_received)
    assert.equal(5, after.data_segs_out - before.data_segs_out)
    assert.is_true(after.segs_out > before.segs_out and after.segs_in > before.segs_in)
    assert.equal(0, after.notsent_bytes)
  end)

  it("counts what waits unsent", function()
    local client = support.tcp(nil, true)
    support.fill(client)
    assert.is_true(client:tcpinfo().notsent_bytes > 0)
    assert.is_true(client:tcpinfo().unacked >= 0)
  end)

  it("agrees with the bytes of the structure", function()
    local client = support.tcp()
    client:send("12345")
    local info = expect.value(client:tcpinfo())
    local raw = expect.value(client:getsockopt(llsocket.IPPROTO_TCP, llsocket.TCP_INFO, 1024))
    local places = { state = { 0, 1 }, options = { 5, 1 }, rto = { 8, 4 }, snd_mss = { 16, 4 }, pmtu = { 60, 4 },
      advmss = { 84, 4 }, bytes_acked = { 120, 8 }, segs_out = { 136, 4 } }
    for name, place in pairs(places) do
      assert.equal(kernel.number(raw, place[1] + 1, place[2]), info[name], name)
    end
    local scales = raw:byte(7)
    assert.equal(scales, info.snd_wscale + info.rcv_wscale * 16)
  end)

  it("tells a pacing rate without a limit as -1, and one that was set", function()
    local client = support.tcp()
    assert.equal(-1, client:tcpinfo().max_pacing_rate)
    assert.equal(1000000, expect.value(client:maxpacingrate(1000000)))
    assert.equal(1000000, client:tcpinfo().max_pacing_rate)
    client:maxpacingrate(-1)
    assert.equal(-1, client:tcpinfo().max_pacing_rate)
  end)

  it("is for TCP alone", function()
    refused((support.udp()):tcpinfo())
    refused((support.pair()):tcpinfo())
  end)
end)

describe("sock:mptcpinfo", function()
  support.watch()

  local function listening()
    local ai = expect.value(addrinfo.inet("127.0.0.1", 0, STREAM, llsocket.IPPROTO_MPTCP))
    local listener, why = kernel.try(ai)
    if not listener then pending("no MPTCP: " .. why) end
    expect.quiet(listener:bind())
    expect.quiet(listener:listen())
    return listener
  end

  it("moves while data flows over Multipath TCP", function()
    local listener = listening()
    assert.equal(llsocket.IPPROTO_MPTCP, listener:protocol())
    local client = keep(expect.value(socket.new(listener:getsockname())))
    assert.equal(llsocket.IPPROTO_MPTCP, client:protocol())
    expect.quiet(client:connect())
    local server = keep(expect.done(listener:accept()))
    expect.done(client:send("hello"))
    assert.equal("hello", expect.done(server:recv()))
    local info = expect.value(client:mptcpinfo())
    assert.equal(0, info.subflows)
    assert.is_true(integer(info.token) and info.token > 0)
    for _, name in ipairs { "write_seq", "snd_una", "rcv_nxt" } do assert.equal("number", type(info[name])) end
    -- They begin anywhere in 64 bits, which a Lua without integers cannot count.
    local exact = rawget(math, "type") ~= nil
    if not info.bytes_sent then pending("no counters of Multipath TCP") end
    assert.equal(5, info.bytes_sent)
    expect.done(client:send(("x"):rep(100)))
    support.take(server, 100)
    local after = expect.value(client:mptcpinfo())
    if exact then assert.equal(100, after.write_seq - info.write_seq) end
    assert.equal(105, after.bytes_sent)
    assert.equal(105, server:mptcpinfo().bytes_received)
  end)

  it("is not there where the peer spoke TCP", function()
    local listener = listening()
    local name = listener:getsockname()
    local client = keep(expect.value(socket.new(addrinfo.inet("127.0.0.1", name:port(), STREAM))))
    expect.quiet(client:connect())
    local server = keep(expect.done(listener:accept()))
    expect.done(client:send("plain"))
    assert.equal("plain", expect.done(server:recv()))
    refused(server:mptcpinfo())
    refused(client:mptcpinfo())
  end)
end)

describe("sock:meminfo", function()
  support.watch()

  it("tells of the queues", function()
    local sock, ai = support.udp()
    local info = expect.value(sock:meminfo())
    assert.equal(sock:rcvbuf(), info.rcvbuf)
    assert.equal(sock:sndbuf(), info.sndbuf)
    assert.equal(0, info.rmem_alloc)
    local out = support.udp()
    expect.done(out:sendto(("x"):rep(1000), ai))
    assert.is_true(sock:meminfo().rmem_alloc >= 1000)
    expect.done(sock:recv())
    assert.equal(0, sock:meminfo().rmem_alloc)
  end)

  it("counts what found no room", function()
    local sock, ai = support.udp()
    sock:rcvbuf(1)
    local out = support.udp()
    for _ = 1, 20 do expect.done(out:sendto(("x"):rep(1000), ai)) end
    local drops = expect.value(sock:meminfo()).drops
    assert.is_true(drops > 0 and drops <= 20)
  end)
end)

describe("the peer of a unix socket", function()
  support.watch()

  local function served()
    local path = support.path("peer")
    local listener = keep(expect.value(socket.new(addrinfo.unix(path, STREAM))))
    expect.quiet(listener:bind())
    expect.quiet(listener:listen())
    listener:rcvtimeo(10)
    return listener, path
  end

  local script = [[
    local sock = assert(socket.new(addrinfo.unix(%q, llsocket.SOCK_STREAM)))
    assert(not sock:connect())
    local file = assert(io.open("/proc/self/stat"))
    sock:send(("%%d\n"):format(file:read("*n")))
    io.read()
  ]]

  it("is this process, in a pair", function()
    local one = support.pair()
    assert.equal(support.pid(), tostring(expect.value(one:peercred()).pid))
  end)

  it("is nobody on a socket without one", function()
    local cred = expect.value(served():peercred())
    assert.equal(support.pid(), tostring(cred.pid))
    local fresh = keep(expect.value(socket.new(addrinfo.unix(support.path("none"), STREAM))))
    assert.are.same({ pid = 0, uid = 4294967295, gid = 4294967295 }, expect.value(fresh:peercred()))
    local value, text, errno = fresh:peergroups()
    assert.is_nil(value)
    assert.equal(llsocket.ENODATA, errno, text)
  end)

  it("is a child by its process, user, group and groups", function()
    local listener, path = served()
    local groups = "7001,7002,7003"
    local rights = kernel.run("setpriv --regid=7000 --groups=%s true", groups)
    if not rights then pending("no right to change groups") end
    local pipe = kernel.start(script:format(path), "setpriv --regid=7000 --groups=" .. groups)
    local sock = keep(expect.done(listener:accept()))
    local pid = tonumber((expect.done(sock:recv())))
    local cred = expect.value(sock:peercred())
    assert.equal(pid, cred.pid)
    assert.equal(7000, cred.gid)
    assert.equal(0, cred.uid)
    assert.are.same({ 7001, 7002, 7003 }, expect.value(sock:peergroups()))
    pipe:close()
    assert.equal(pid, expect.value(sock:peercred()).pid)
  end)

  it("is in more groups than one expects", function()
    local listener, path = served()
    local groups = {}
    for i = 1, 500 do groups[i] = 10000 + i end
    local all = "setpriv --groups=" .. table.concat(groups, ",")
    if not kernel.run(all .. " true") then pending("no right to change groups") end
    local pipe = kernel.start(script:format(path), all)
    local sock = keep(expect.done(listener:accept()))
    assert.are.same(groups, expect.value(sock:peergroups()))
    pipe:close()
  end)

  it("has a descriptor, which says when it has ended", function()
    local listener, path = served()
    local pipe = kernel.start(script:format(path))
    local sock = keep(expect.done(listener:accept()))
    local pid = (expect.done(sock:recv())):match("%d+")
    local fd, text, errno = sock:peerpidfd()
    if not fd and kernel.lacks(errno) then
      pipe:close()
      pending("no pidfd of peers: " .. text)
    end
    assert.is_true(support.cloexec(fd))
    assert.equal(pid, kernel.fdinfo(fd, "Pid"))
    local readable = function() return kernel.fdinfo(fd, "Pid") == "-1" end
    local found, ffi = pcall(require, "ffi")
    if found then
      ffi.cdef "struct waited { int fd; short events, revents; }; int poll(struct waited *, unsigned long, int);"
      local waited = ffi.new("struct waited[1]", { { fd, llsocket.POLLIN, 0 } })
      readable = function() return ffi.C.poll(waited, 1, 0) == 1 and waited[0].revents % 2 == llsocket.POLLIN end
    end
    assert.is_false(readable())
    pipe:close()
    assert.is_true(readable())
    expect.quiet(socket.close(fd))
  end)

  it("has a label, or none, as bytes", function()
    local one = support.pair()
    local value, text, errno = one:getsockopt(llsocket.SOL_SOCKET, llsocket.SO_PEERSEC, 256)
    if not value and errno == llsocket.ENOPROTOOPT then pending("no security labels: " .. text) end
    assert.equal("string", type(value))
  end)

  it("is not known of other families", function()
    local client = support.tcp()
    for _, name in ipairs { "peergroups", "peerpidfd" } do
      local value, text, errno = client[name](client)
      assert.is_nil(value)
      assert.is_true(errno == llsocket.ENODATA or kernel.lacks(errno), text)
    end
  end)
end)

describe("sock:inq and sock:outq", function()
  support.watch()

  it("count a stream's bytes", function()
    local client, server = support.tcp()
    assert.equal(0, expect.value(server:inq()))
    client:send("12345")
    assert.is_true(expect.value(server:recvable(5)))
    assert.equal(5, expect.value(server:inq()))
    expect.done(server:recv(2))
    assert.equal(3, expect.value(server:inq()))
    client:nonblock(true)
    support.fill(client)
    assert.is_true(expect.value(client:outq()) > 0)
  end)

  it("count the next datagram's bytes, and what a unix peer did not take", function()
    local sock, ai = support.udp()
    assert.equal(0, expect.value(sock:inq()))
    sock:sendto("123", ai)
    sock:sendto("4567", ai)
    assert.equal(3, expect.value(sock:inq()))
    local one, two = support.pair()
    one:send("abc")
    assert.equal(3, expect.value(two:inq()))
    assert.is_true(expect.value(one:outq()) > 0)
    two:recv()
    assert.equal(0, expect.value(one:outq()))
  end)

  it("are not for who listens, nor for who is closed", function()
    local listener = support.listener()
    expect.failed("V", "EINVAL", listener:inq())
    expect.failed("V", "EINVAL", listener:outq())
    listener:close()
    expect.failed("V", "EBADF", listener:inq())
    expect.failed("V", "EBADF", listener:outq())
  end)
end)

describe("an option by its numbers", function()
  support.watch()
  local SOCKET = llsocket.SOL_SOCKET

  it("is an integer", function()
    local sock = support.udp()
    assert.equal(DGRAM, expect.value(sock:getsockopt(SOCKET, llsocket.SO_TYPE)))
    expect.quiet(sock:setsockopt(SOCKET, llsocket.SO_PRIORITY, 3))
    assert.equal(3, expect.value(sock:getsockopt(SOCKET, llsocket.SO_PRIORITY)))
    assert.equal(3, expect.value(sock:priority()))
    expect.quiet(sock:setsockopt(llsocket.IPPROTO_IP, llsocket.IP_TTL, 9))
    assert.equal(9, expect.value(sock:ttl()))
  end)

  it("is bytes, as long as the kernel says", function()
    local sock = support.tcp()
    expect.quiet(sock:setsockopt(SOCKET, llsocket.SO_LINGER, kernel.bytes(4, 1) .. kernel.bytes(4, 17)))
    assert.equal(17, expect.value(sock:linger()))
    assert.equal(kernel.bytes(4, 1) .. kernel.bytes(4, 17), expect.value(sock:getsockopt(SOCKET, llsocket.SO_LINGER, 100)))
    assert.equal(kernel.bytes(4, 1), expect.value(sock:getsockopt(SOCKET, llsocket.SO_LINGER, 4)))
    assert.equal("", expect.value(sock:getsockopt(SOCKET, llsocket.SO_LINGER, 0)))
    expect.quiet(sock:setsockopt(llsocket.IPPROTO_TCP, llsocket.TCP_CONGESTION, "reno"))
    assert.equal("reno", expect.value(sock:getsockopt(llsocket.IPPROTO_TCP, llsocket.TCP_CONGESTION, 16)):match("^%l+"))
  end)

  it("is refused by the kernel, as a value", function()
    local sock = support.udp()
    expect.failed("V", "ENOPROTOOPT", sock:getsockopt(SOCKET, 9999))
    expect.failed("E", "ENOPROTOOPT", sock:setsockopt(SOCKET, 9999, 1))
    expect.failed("E", "EINVAL", sock:setsockopt(SOCKET, llsocket.SO_PRIORITY, "\0"))
    expect.failed("E", "EINVAL", sock:setsockopt(SOCKET, llsocket.SO_PRIORITY, ""))
    refused(sock:getsockopt(-1, -1))
    expect.failed("V", "EINVAL", sock:getsockopt(SOCKET, llsocket.SO_TYPE, -1))
    expect.failed("V", "EINVAL", sock:getsockopt(SOCKET, llsocket.SO_TYPE, 1048577))
    expect.failed("V", "EINVAL", sock:getsockopt(SOCKET, llsocket.SO_TYPE, 2 ^ 53))
    sock:close()
    expect.failed("V", "EBADF", sock:getsockopt(SOCKET, llsocket.SO_TYPE))
    expect.failed("V", "EBADF", sock:getsockopt(SOCKET, llsocket.SO_TYPE, 4))
    expect.failed("E", "EBADF", sock:setsockopt(SOCKET, llsocket.SO_PRIORITY, 1))
    expect.failed("E", "EBADF", sock:setsockopt(SOCKET, llsocket.SO_PRIORITY, "1234"))
  end)

  it("is misused with other types", function()
    local sock = support.udp()
    expect.misuse(1, "getsockopt", "integer", "string", sock.getsockopt, sock, "1", 2)
    expect.misuse(2, "getsockopt", "integer", "no value", sock.getsockopt, sock, 1)
    expect.misuse(3, "getsockopt", "integer", "1.5", sock.getsockopt, sock, 1, 2, 1.5)
    expect.misuse(1, "setsockopt", "integer", "nil", sock.setsockopt, sock, nil, 2, 3)
    expect.misuse(3, "setsockopt", "integer or string", "boolean", sock.setsockopt, sock, 1, 2, true)
    expect.misuse(3, "setsockopt", "integer or string", "no value", sock.setsockopt, sock, 1, 2)
    expect.misuse(3, "setsockopt", "integer .*", "[%d.e+]+", sock.setsockopt, sock, 1, 2, 2 ^ 31)
  end)
end)

describe("what the kernel tells", function()
  support.watch()

  it("is not told of a closed socket", function()
    local sock = support.pair()
    sock:close()
    for _, name in ipairs { "tcpinfo", "mptcpinfo", "meminfo", "peercred", "peergroups", "peerpidfd", "cookie", "domain" } do
      expect.failed("V", "EBADF", sock[name](sock))
    end
  end)

  it("is a cookie, the socket's own for life", function()
    local one, two = support.pair()
    local cookie = expect.value(one:cookie())
    assert.is_true(cookie > 0)
    assert.equal(cookie, expect.value(one:cookie()))
    assert.equal(cookie, keep(expect.value(one:dup())):cookie())
    assert.are_not.equal(cookie, expect.value(two:cookie()))
  end)
end)
