-- Makes one public call with memory refused at each of its requests in turn: calls.lua --list | NAME [--full].
--
-- The process must not end, no descriptor may be lost, and the answer is the usual one, or says that there is no
-- memory. `shim.c` must be preloaded; Lua's own memory is never refused.
local fault = require "fault"
local llsocket = require "llsocket"

local addrinfo, device, inet, poll, socket, unix =
  llsocket.addrinfo, llsocket.device, llsocket.inet, llsocket.poll, llsocket.socket, llsocket.unix
local STREAM, DGRAM = llsocket.SOCK_STREAM, llsocket.SOCK_DGRAM
local PASS = { 6, 0, 0, 65535 }
local FILTER = { PASS, PASS, PASS, PASS, PASS }

-- Refused once, and from then on for good; and the requests of one call that are refused unless all are asked for.
local REFUSALS, MOST = { 1, 1 << 40 }, 40

-- What the C library makes of a lack of memory: its resolver, which cannot read its files, any error.
local MEMORY = { [llsocket.ENOMEM] = true, [llsocket.ENOBUFS] = true, [llsocket.EAGAIN] = true }
for name, value in pairs(llsocket) do
  if name:find "^EAI_" then MEMORY[value] = true end
end

-- Sockets of all kinds, each ready for what is called on it.
local function fixture()
  local f = { opened = {} }
  function f.keep(value, err)
    assert(value, err)
    for _, sock in ipairs(type(value) == "table" and value or { value }) do f.opened[#f.opened + 1] = sock end
    return value
  end
  function f.fresh() return f.keep(socket.new(f.inet, true)) end
  -- A socket to which a descriptor was sent.
  function f.gifted()
    local ends = f.keep(socket.pair(STREAM, true))
    assert(ends[2]:sendfd(f.file) == 1)
    return ends[1]
  end
  f.inet = assert(addrinfo.inet("127.0.0.1", 0, STREAM))
  f.stream, f.peer = table.unpack(f.keep(socket.pair(STREAM, true)))
  f.dgram, f.other = table.unpack(f.keep(socket.pair(DGRAM, true)))
  f.udp = f.keep(socket.new(addrinfo.inet("127.0.0.1", 0, DGRAM), true))
  assert(not f.udp:bind())
  f.here = assert(f.udp:getsockname())
  f.listener = f.keep(socket.new(f.inet, true))
  assert(not f.listener:bind() and not f.listener:listen())
  f.port = f.listener:getsockname():port()
  f.tcp = f.keep(socket.new(f.listener:getsockname()))
  assert(not f.tcp:connect())
  assert(f.udp:attachfilter(FILTER))
  assert(f.udp:sendto(("u"):rep(500), f.here) and f.dgram:send(("d"):rep(500)))
  for _ = 1, 3 do assert(f.stream:send(("s"):rep(4096))) end
  f.path, f.stale = os.tmpname(), os.tmpname()
  os.remove(f.path)
  os.remove(f.stale)
  f.keep(unix.listen(f.path))
  f.keep(unix.listen(f.stale)):close()
  f.file = assert(io.open(arg[0]))
  return f
end

-- How a function or a method is called; of what is not here, without arguments.
local CALLS = {
  ["llsocket.pton"] = function() return llsocket.pton(llsocket.AF_INET6, "::1") end,
  ["llsocket.ntop"] = function() return llsocket.ntop(llsocket.AF_INET, "\127\0\0\1") end,
  ["llsocket.htons"] = function() return llsocket.htons(1) end,
  ["llsocket.htonl"] = function() return llsocket.htonl(1) end,
  ["llsocket.ntohs"] = function() return llsocket.ntohs(1) end,
  ["llsocket.ntohl"] = function() return llsocket.ntohl(1) end,
  ["llsocket.strerror"] = function() return llsocket.strerror(1) end,
  ["llsocket.gaistrerror"] = function() return llsocket.gaistrerror(llsocket.EAI_NONAME) end,
  ["llsocket.getservbyname"] = function() return llsocket.getservbyname("http", "tcp") end,
  ["llsocket.getservbyport"] = function() return llsocket.getservbyport(80, "tcp") end,
  ["llsocket.getprotobyname"] = function() return llsocket.getprotobyname "tcp" end,
  ["llsocket.must"] = function(f) return llsocket.must(f.tcp:send "text") end,
  ["an error that is raised"] = function(f) return llsocket.must(f.fresh():getpeername()) end,
  ["inet.connect"] = function(f) return inet.connect("localhost", f.port, 2) end,
  ["inet.listen"] = function() return inet.listen(nil, 0) end,
  ["unix.connect"] = function(f) return unix.connect(f.path, STREAM, 1) end,
  ["unix.listen"] = function(f) return unix.listen(f.stale, STREAM, 5, 384) end,
  ["poll.sleep"] = function() return poll.sleep(0.0001) end,
  ["inet.getaddrinfo"] = function() return inet.getaddrinfo("localhost", "80", 0, 0, llsocket.AI_CANONNAME) end,
  ["inet.getaddrinfo6"] = function() return inet.getaddrinfo6("::1", "80") end,
  ["unix.getaddrinfo"] = function() return unix.getaddrinfo "/a/path" end,
  ["addrinfo.getaddrinfo"] = function() return addrinfo.getaddrinfo("127.0.0.1", "80", llsocket.AF_INET) end,
  ["addrinfo.inet"] = function() return addrinfo.inet("127.0.0.1", "80") end,
  ["addrinfo.inet6"] = function() return addrinfo.inet6("fe80::1%lo", 80) end,
  ["addrinfo.unix"] = function() return addrinfo.unix "/a/path" end,
  ["addrinfo.netlink"] = function() return addrinfo.netlink(0, 0) end,
  ["addrinfo.vsock"] = function() return addrinfo.vsock(1, 2) end,
  ["addrinfo.packet"] = function() return addrinfo.packet("lo", 3) end,
  ["addrinfo.raw"] = function(f) return addrinfo.raw(f.inet:raw()) end,
  ["socket.new"] = function(f) return socket.new { f.inet } end,
  ["socket.open"] = function() return socket.open(llsocket.AF_INET, DGRAM) end,
  ["socket.pair"] = function() return socket.pair(STREAM) end,
  ["socket.wrap"] = function(f) return socket.wrap(f.tcp:dup():unwrap()) end,
  ["socket.shutdown"] = function(f) return socket.shutdown(f.tcp:fd()) end,
  ["socket.close"] = function(f) return socket.close(f.tcp:dup():unwrap()) end,
  ["device.nametoindex"] = function() return device.nametoindex "lo" end,
  ["device.indextoname"] = function() return device.indextoname(1) end,
  ["AddrInfo.nameinfo"] = function(f) return f.inet:nameinfo() end,
  ["AddrInfo.getnameinfo"] = function(f) return f.inet:getnameinfo(llsocket.NI_NUMERICHOST) end,
  ["Socket.dup"] = function(f) return f.tcp:dup(f.inet) end,
  ["Socket.unwrap"] = function(f) return f.tcp:unwrap() end,
  ["Socket.bind"] = function(f) return f.fresh():bind(f.inet) end,
  ["Socket.listen"] = function(f) return f.listener:listen() end,
  ["Socket.accept"] = function(f) return f.listener:accept(true) end,
  ["Socket.acceptfd"] = function(f) return f.listener:acceptfd() end,
  ["Socket.connect"] = function(f) return f.fresh():connect(f.here) end,
  ["Socket.getpeername"] = function(f) return f.tcp:getpeername() end,
  ["Socket.tryconnect"] = function(f) return f.fresh():tryconnect(f.here) end,
  ["Socket.sendall"] = function(f) return f.tcp:sendall("text", 1) end,
  ["Socket.recvexactly"] = function(f) return f.peer:recvexactly(100) end,
  ["recvexactly of more"] = function(f) return f.peer:recvexactly(10 ^ 6, 0.001) end,
  ["Socket.send"] = function(f) return f.tcp:send "text" end,
  ["Socket.sendto"] = function(f) return f.udp:sendto("text", f.here) end,
  ["Socket.sendfile"] = function(f) return f.tcp:sendfile(f.file, 100) end,
  ["Socket.sendfd"] = function(f) return f.stream:sendfd(f.file) end,
  ["Socket.write"] = function(f) return f.tcp:write "text" end,
  ["Socket.recv"] = function(f) return f.peer:recv(100) end,
  ["recv of more"] = function(f) return f.peer:recv(5000) end,
  ["recv of much"] = function(f) return f.peer:recv(10 ^ 6) end,
  ["recvfrom of much"] = function(f) return f.udp:recvfrom(10 ^ 6) end,
  ["Socket.recvfrom"] = function(f) return f.other:recvfrom() end,
  ["Socket.read"] = function(f) return f.peer:read(10 ^ 6) end,
  ["Socket.recvfd"] = function(f) return f.gifted():recvfd() end,
  ["Socket.recvable"] = function(f) return f.peer:recvable(0) end,
  ["Socket.sendable"] = function(f) return f.peer:sendable(0) end,
  ["Socket.getsockopt"] = function(f) return f.tcp:getsockopt(llsocket.IPPROTO_TCP, llsocket.TCP_INFO, 100) end,
  ["getsockopt of much"] = function(f) return f.tcp:getsockopt(llsocket.IPPROTO_TCP, llsocket.TCP_INFO, 1 << 20) end,
  ["Socket.setsockopt"] = function(f) return f.udp:setsockopt(llsocket.SOL_SOCKET, llsocket.SO_KEEPALIVE, "\0\0\0\0") end,
  ["Socket.attachfilter"] = function(f) return f.udp:attachfilter(FILTER) end,
  ["attachfilter asked"] = function(f) return f.udp:attachfilter() end,
  ["Socket.reuseportcbpf"] = function(f) return f.udp:reuseportcbpf(FILTER) end,
  ["Socket.tcpinfo"] = function(f) return f.tcp:tcpinfo() end,
  ["Socket.tcpccinfo"] = function(f) return f.tcp:tcpccinfo() end,
  ["Socket.tcpsavedsyn"] = function(f) return f.tcp:tcpsavedsyn() end,
  ["Socket.tcpfastopenkey"] = function(f) return f.tcp:tcpfastopenkey(("k"):rep(16)) end,
  ["Socket.tcpmd5sig"] = function(f) return f.tcp:tcpmd5sig("127.0.0.1", "key", 32) end,
  ["Socket.txtime"] = function(f) return f.udp:txtime(1) end,
  ["Socket.options"] = function(f) return f.udp:options "\1\1\1\0" end,
  ["Socket.flowlabelget"] = function(f) return f.udp:flowlabelget "::1" end,
  ["Socket.flowlabelput"] = function(f) return f.udp:flowlabelput(1) end,
  ["Socket.flowlabelrenew"] = function(f) return f.udp:flowlabelrenew(1) end,
  ["Socket.msfilter"] = function(f) return f.udp:msfilter("224.0.0.98", "lo", llsocket.MCAST_EXCLUDE, { "127.0.0.1" }) end,
  ["msfilter asked"] = function(f) return f.udp:msfilter("224.0.0.98", "lo") end,
  ["Socket.localportrange"] = function(f) return f.udp:localportrange { 0, 0 } end,
  ["Socket.mcastjoin"] = function(f) return f.udp:mcastjoin("224.0.0.99", "lo") end,
  ["Socket.mcastleave"] = function(f) return f.udp:mcastleave("224.0.0.99", "lo") end,
  ["Socket.mcastjoinsrc"] = function(f) return f.udp:mcastjoinsrc("232.0.0.1", "127.0.0.1", "lo") end,
  ["Socket.mcastleavesrc"] = function(f) return f.udp:mcastleavesrc("232.0.0.1", "127.0.0.1", "lo") end,
  ["Socket.mcastblocksrc"] = function(f) return f.udp:mcastblocksrc("232.0.0.1", "127.0.0.1", "lo") end,
  ["Socket.mcastunblocksrc"] = function(f) return f.udp:mcastunblocksrc("232.0.0.1", "127.0.0.1", "lo") end,
  ["Socket.mcastif"] = function(f) return f.udp:mcastif "lo" end,
  ["mcastif asked"] = function(f) return f.udp:mcastif() end,
  ["Socket.unicastif"] = function(f) return f.udp:unicastif "lo" end,
  ["Socket.addgcfn"] = function(f) return f.tcp:addgcfn(rawequal, 1, 2) end,
  ["Socket.delgcfn"] = function(f) return f.tcp:delgcfn(rawequal) end,
  ["a socket's text"] = function(f) return tostring(f.tcp) .. tostring(f.udp) .. tostring(f.stream) end,
  ["an address's text"] = function(f) return tostring(f.inet), f.inet == f.here end,
  ["an error's text"] = function(f) return f.fresh():getpeername() end,
  ["a resolver's error"] = function() return inet.getaddrinfo("junk", nil, 0, 0, llsocket.AI_NUMERICHOST) end,
  ["a wrong argument"] = function(f) return f.tcp:send(1) end,
  ["a wrong list"] = function(f) return f.udp:attachfilter { PASS, { 1, 2 } } end,
  ["a collection"] = function(f)
    f.tcp:dup()
    collectgarbage()
    collectgarbage()
  end,
}

-- The objects that methods are called on where nothing else is said.
local OWNERS = {
  Socket = function(f) return f.udp end,
  AddrInfo = function(f) return f.inet end,
  llsocket = function() return llsocket end,
}
for name, module in pairs(llsocket) do
  if type(module) == "table" then OWNERS[name] = function() return module end end
end

-- Every public function, method and option, and what else is tried.
for line in io.lines((arg[0]:gsub("faults/malloc/calls.lua$", "parity/names.txt"))) do
  local owner, name, kind, language = line:match "^(%S+) (%S+) (%S+) ?(%S*)"
  local full = owner and owner .. "." .. name
  local callable = kind == "function" or kind == "method" or kind == "option"
  if callable and language ~= "python" and OWNERS[owner] and not CALLS[full] then
    local method = owner == "Socket" or owner == "AddrInfo"
    CALLS[full] = function(f)
      local object = OWNERS[owner](f)
      if method then return object[name](object) end
      return object[name]()
    end
  end
end

local GIVES = { ["Socket.unwrap"] = true, ["Socket.acceptfd"] = true, ["Socket.recvfd"] = true, ["Socket.peerpidfd"] = true }

local function descriptors()
  local count = 0
  for fd = 0, 200 do
    local stat = io.open("/proc/self/fdinfo/" .. fd)
    if stat then
      count = count + 1
      stat:close()
    end
  end
  return count
end

local function close(value)
  if type(value) == "userdata" and io.type(value) == nil and pcall(function() return value.shutdown end) then
    pcall(function() value:close() end)
  elseif type(value) == "table" then
    for _, part in pairs(value) do close(part) end
  end
end

-- One call with memory refused: what it raised, and the number of its error. All that it opened is closed.
local function made(name, nth, many)
  local f = fixture()
  fault.arm(nth, many)
  local results = table.pack(pcall(CALLS[name], f))
  fault.disarm()
  local raised, errno = not results[1] and tostring(results[2]) or nil, nil
  if not raised then
    -- The number stands behind the text, with `again` between them in some shapes.
    for index = 2, results.n do
      if type(results[index]) == "string" and math.type(results[results.n]) == "integer" and index < results.n then
        errno = results[results.n]
      end
      close(results[index])
    end
    if GIVES[name] and results[2] then socket.close(results[2]) end
  end
  for _, sock in ipairs(f.opened) do sock:close() end
  f.file:close()
  os.remove(f.path)
  os.remove(f.stale)
  return raised, errno
end

-- The same, and to whom memory was refused; no descriptor may be left.
local function attempt(name, nth, many)
  collectgarbage()
  local before = descriptors()
  local raised, errno = made(name, nth, many)
  collectgarbage()
  collectgarbage()
  local left = descriptors() - before
  assert(left == 0, ("request %d: %d descriptors left"):format(nth, left))
  return raised, errno, fault.refused()
end

local function tried(name, most)
  attempt(name, 0, 0)
  local usual, usual_errno = attempt(name, 0, 0)
  local points = 0
  for _, many in ipairs(REFUSALS) do
    for nth = 1, most do
      local raised, errno, refused = attempt(name, nth, many)
      if refused == 0 then break end
      points = points + 1
      local where = ("request %d, refused %d times: "):format(nth, many)
      local known = not raised or raised == usual or raised:find("not enough memory", 1, true)
      assert(known, where .. tostring(raised))
      -- What the C library answers is its own; what we lack is ENOMEM, or not missed.
      local allowed = errno == nil or errno == usual_errno or errno == llsocket.ENOMEM or refused & 2 ~= 0 and MEMORY[errno]
      assert(allowed, where .. "error " .. tostring(errno))
    end
  end
  return points
end

if arg[1] == "--list" then
  local names = {}
  for name in pairs(CALLS) do names[#names + 1] = name end
  table.sort(names)
  print(table.concat(names, "\n"))
else
  local well, told = pcall(tried, arg[1], arg[2] == "--full" and math.maxinteger or MOST)
  print(("%s - Lua %s: %s"):format(well and "ok" or "not ok", arg[1], well and told .. " points" or told))
  -- The state is not closed, so that nothing comes behind the last line.
  os.exit(true, false)
end
