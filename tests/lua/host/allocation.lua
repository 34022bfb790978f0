-- What is tried with memory running out. `prepare` has memory to spare; `run` gets what it returned, and has not.
-- luacheck: globals activate
-- A descriptor that belongs to nobody is put into the field `raw`, which exists beforehand, so that storing it takes no memory.
local torture = { names = {}, scenarios = {} }

local function scenario(name, prepare, run)
    torture.names[#torture.names + 1] = name
    torture.scenarios[name] = { prepare = prepare, run = run }
end

local modules = {
    "llsocket", "llsocket.socket", "llsocket.inet", "llsocket.unix", "llsocket.addrinfo", "llsocket.device", "llsocket.poll", "llsocket.env"
}

-- Everything that most scenarios need, made beforehand.
local function common(more)
    local llsocket = require "llsocket"
    local s = {
        raw = false,
        ll = llsocket,
        socket = llsocket.socket,
        stream = llsocket.SOCK_STREAM,
        dgram = llsocket.SOCK_DGRAM,
        tcp = assert(llsocket.addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)),
        udp = assert(llsocket.addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM)),
    }
    if more then more(s) end
    return s
end

local function with(more)
    return function() return common(more) end
end

local function paired(s) s.ends = assert(s.socket.pair(s.stream)) end

local function listening(s)
    s.listener = assert(s.socket.new(s.tcp))
    assert(not s.listener:bind() and not s.listener:listen())
    s.address = assert(s.listener:getsockname())
    s.client = assert(s.socket.new(s.address))
    assert(not s.client:connect())
end

local function datagrams(s)
    s.receiver, s.sender = assert(s.socket.new(s.udp)), assert(s.socket.new(s.udp))
    assert(not s.receiver:bind())
    s.address = assert(s.receiver:getsockname())
    assert(s.sender:sendto(("d"):rep(500), s.address) == 500)
end

for _, name in ipairs(modules) do
    scenario("require " .. name, function() return {} end, function() require(name) end)
end

scenario("socket.new", with(), function(s) assert(s.socket.new(s.tcp)) assert(s.socket.new(s.udp, true)) end)
scenario("socket.new of a list", with(function(s) s.list = { s.tcp } end), function(s) assert(s.socket.new(s.list)) end)
scenario("socket.pair", with(), function(s) assert(s.socket.pair(s.stream)) assert(s.socket.pair(s.dgram, true)) end)
scenario("socket.wrap", with(function(s)
    s.raw = assert(assert(s.socket.new(s.tcp)):unwrap())
end), function(s) assert(s.socket.wrap(s.raw)) end)
scenario("dup", with(paired), function(s) assert(s.ends[1]:dup()) assert(s.ends[2]:dup(s.tcp)) end)
scenario("accept", with(listening), function(s) assert(s.listener:accept()) end)
scenario("accept with the peer", with(listening), function(s)
    local sock, _, _, ai = s.listener:accept(true)
    assert(sock and ai)
end)
scenario("acceptfd", with(listening), function(s) s.raw = assert(s.listener:acceptfd()) end)
scenario("sendfd", with(paired), function(s) assert(s.ends[1]:sendfd(s.ends[2])) end)
scenario("recvfd", with(function(s)
    paired(s)
    assert(s.ends[1]:sendfd(s.ends[2]:fd()) == 1)
end), function(s) s.raw = assert(s.ends[2]:recvfd()) end)
scenario("bind, listen, connect", with(), function(s)
    local listener = assert(s.socket.new(s.tcp))
    assert(not listener:bind() and not listener:listen())
    local client = assert(s.socket.new(assert(listener:getsockname())))
    assert(not client:connect())
    assert(listener:accept())
end)
scenario("getsockname, getpeername", with(listening), function(s)
    assert(s.listener:getsockname())
    assert(s.client:getsockname())
    assert(s.client:getpeername())
end)
scenario("inet.getaddrinfo", with(), function(s)
    assert(s.ll.inet.getaddrinfo("127.0.0.1", "80"))
    assert(s.ll.inet.getaddrinfo6("::1", "80", s.stream))
    assert(s.ll.addrinfo.getaddrinfo("127.0.0.1", "80", s.ll.AF_INET, s.stream))
end)
scenario("addrinfo.inet, inet6, unix", with(), function(s)
    assert(s.ll.addrinfo.inet("192.0.2.1", 80, s.stream))
    assert(s.ll.addrinfo.inet6("2001:db8::1", 80, s.stream))
    assert(s.ll.addrinfo.unix("/tmp/path", s.stream))
    assert(s.ll.unix.getaddrinfo("/tmp/path", s.stream))
end)
scenario("an addrinfo's texts", with(listening), function(s)
    assert(tostring(s.address))
    assert(s.address:addr() == "127.0.0.1")
    assert(s.address:nameinfo(s.ll.NI_NUMERICHOST, s.ll.NI_NUMERICSERV))
end)
scenario("a socket's text", with(listening), function(s) assert(tostring(s.listener)) assert(tostring(s.client)) end)
scenario("send, write", with(paired), function(s)
    assert(s.ends[1]:send("text") == 4)
    assert(s.ends[1]:write("text") == 4)
end)
scenario("recv, read", with(function(s)
    paired(s)
    assert(s.ends[1]:send(("r"):rep(10000)) == 10000)
end), function(s)
    assert(#s.ends[2]:recv() == 4096)
    assert(#s.ends[2]:recv(5000) == 5000)
    assert(#s.ends[2]:read() == 904)
end)
scenario("recv of much", with(function(s)
    paired(s)
    assert(s.ends[1]:send(("r"):rep(100000), s.ll.MSG_DONTWAIT))
end), function(s) assert(#s.ends[2]:recv(10 ^ 6) > 1000) end)
scenario("recvfrom", with(datagrams), function(s)
    local message, ai = s.receiver:recvfrom()
    assert(#message == 500 and ai:port() > 0)
end)
scenario("sendto", with(datagrams), function(s) assert(s.sender:sendto("text", s.address) == 4) end)
scenario("recvable, sendable", with(paired), function(s)
    assert(s.ends[1]:sendable(0))
    assert(not s.ends[1]:recvable(0))
end)
scenario("getifaddrs", with(), function(s) assert(s.ll.device.getifaddrs()) end)
scenario("macaddrs", with(), function(s) assert(s.ll.device.macaddrs()) end)
scenario("options", with(function(s) s.sock = assert(s.socket.new(s.udp)) end), function(s)
    assert(s.sock:rcvbuf())
    assert(s.sock:sndbuf(65536))
    assert(s.sock:mcastif())
    assert(s.sock:nonblock(true))
end)
scenario("addgcfn", with(function(s) paired(s) s.fn = function() return {} end end), function(s)
    assert(s.ends[1]:addgcfn(s.fn))
    assert(s.ends[1]:addgcfn(s.fn, s, 1, "text"))
    assert(s.ends[2]:addgcfn(s.fn))
    assert(s.ends[2]:delgcfn(s.fn))
end)
-- A finalizer needs a call record before it can close anything, and Lua loses it where there is no memory for that.
-- So records are there to spare; Lua 5.2 frees them all in the same collection, and cannot be tried.
local function deep(levels)
    if levels > 0 then return (deep(levels - 1)) end
end

if _VERSION ~= "Lua 5.2" then
    scenario("collected", with(function(s)
        paired(s)
        s.also = assert(s.socket.pair(s.dgram))
    end), function(s)
        deep(60)
        s.ends, s.also = nil, nil
        collectgarbage()
        assert(s.socket.pair(s.stream))
    end)
end

-- Where the stack has to grow for a function's arguments, and cannot, the socket is closed all the same.
if _VERSION ~= "Lua 5.2" then
    scenario("collected with functions of many arguments", with(function(s)
        paired(s)
        s.called = 0
        local many = {}
        for i = 1, 3000 do many[i] = i end
        local function fn(...) s.called = s.called + select("#", ...) end
        assert(s.ends[1]:addgcfn(fn, (rawget(_G, "unpack") or table.unpack)(many)))
        assert(s.ends[1]:addgcfn(fn, 1))
    end), function(s)
        deep(60)
        s.ends = nil
        collectgarbage()
        assert(s.socket.pair(s.stream))
    end)
end

scenario("finalizers that allocate", with(function(s)
    for _ = 1, 5 do
        local ends = assert(s.socket.pair(s.stream))
        assert(ends[1]:addgcfn(function(text) return { text .. "!" }, s.socket.pair(s.stream) end, "text"))
        ends[1]:close()
        ends[2]:close()
    end
end), function(s) collectgarbage() return s.socket.pair(s.dgram) end)
scenario("unwrap", with(paired), function(s) s.raw = assert(s.ends[1]:unwrap()) end)
scenario("peerpidfd", with(paired), function(s) s.raw = s.ends[1]:peerpidfd() or false end)
scenario("listenfds", with(function(s)
    s.raw = 3
    activate()
end), function(s) assert(#s.socket.listenfds() == 1) end)
scenario("error texts", with(function(s)
    listening(s)
    s.closed = assert(s.socket.new(s.tcp))
    s.closed:close()
end), function(s)
    assert(select(2, s.socket.wrap(-1)))
    assert(assert(s.socket.new(s.tcp)):bind(s.address))
    assert(select(2, s.closed:recv()))
    assert(select(3, s.closed:recvfrom()))
    assert(select(2, s.listener:recv()))
    assert(select(2, s.listener:getpeername()))
    assert(s.closed:bind(s.address))
end)
scenario("resolver error texts", with(), function(s)
    local _, err = s.ll.inet.getaddrinfo("no address", nil, nil, nil, s.ll.AI_NUMERICHOST)
    assert(err)
    local _, junk = s.ll.addrinfo.inet("no address", 80)
    assert(junk)
end)
scenario("misuse", with(paired), function(s)
    -- Not protected here: what is raised has to be this error or that of memory, whatever runs out.
    local ok, message = pcall(s.ends[1].send, s.ends[1], 1)
    assert(not ok)
    if not message:find("not enough memory", 1, true) then assert(message:find("string expected, got number", 1, true), message) end
    ok = pcall(s.socket.new, "text")
    assert(not ok)
end)

-- Each method and function once. What stands here is called so; all others are called without arguments.
-- Those that give a bare descriptor have a scenario of their own.
local numeric = function(s, ai, name) return ai[name](ai, s.ll.NI_NUMERICHOST, s.ll.NI_NUMERICSERV) end
local group = function(_, sock, name) return sock[name](sock, "239.1.2.3", "lo") end
local source = function(_, sock, name) return sock[name](sock, "239.1.2.3", "127.0.0.1", "lo") end
local filter = function(s, sock, name) return sock[name](sock, s.filter) end
local one = function(_, sock, name) return sock[name](sock, 1) end
local text = function(_, sock, name) return sock[name](sock, "text") end
local client = function(s, _, name) return s.client[name](s.client) end
local of_pair = function(s, _, name) return s.ends[1][name](s.ends[1]) end
local special = {
    socket = {
        acceptfd = false, recvfd = false, unwrap = false, peerpidfd = false,
        flowlabelput = one, flowlabelrenew = one, netlinkjoin = one, netlinkleave = one,
        getpeername = client, mptcpinfo = client, tcpccinfo = client, tcpinfo = client, tcpsavedsyn = client,
        peercred = of_pair, peergroups = of_pair, send = text, write = text,
        accept = function(s) return s.listener:accept(true) end,
        addgcfn = function(s, sock) return sock:addgcfn(s.fn, 1, nil) end,
        attachbpf = function(_, sock) return sock:attachbpf(-1) end,
        attachfilter = filter,
        busypollbudget = function(_, sock) return sock:busypollbudget(8) end,
        close = function(_, sock) return assert(sock:dup()):close() end,
        connect = function(s, sock) return sock:connect(s.address) end,
        tryconnect = function(s, sock) return sock:tryconnect(s.address) end,
        flowlabelget = function(_, sock) return sock:flowlabelget("::1") end,
        getsockopt = function(s, sock) return sock:getsockopt(s.ll.SOL_SOCKET, s.ll.SO_SNDBUF, 4) end,
        mcastjoin = group, mcastleave = group,
        mcastjoinsrc = source, mcastleavesrc = source, mcastblocksrc = source, mcastunblocksrc = source,
        msfilter = function(_, sock) return sock:msfilter("239.1.2.3", "lo", 0, { "127.0.0.1" }) end,
        recvable = function(_, sock) return sock:recvable(0) end,
        reuseportcbpf = filter,
        reuseportebpf = function(_, sock) return sock:reuseportebpf(-1) end,
        sendable = function(_, sock) return sock:sendable(0) end,
        sendfd = function(s) return s.ends[1]:sendfd(s.client) end,
        sendfile = function(s) return s.ends[1]:sendfile(s.file, 1) end,
        sendto = function(s, sock) return sock:sendto("text", s.address) end,
        setsockopt = function(s, sock) return sock:setsockopt(s.ll.SOL_SOCKET, s.ll.SO_KEEPALIVE, 1) end,
        tcpmd5sig = function(s) return s.client:tcpmd5sig("127.0.0.1", "key") end,
        udpsegment = function(_, sock) return sock:udpsegment(0) end,
        sendall = function(s) return s.ends[1]:sendall("text", 0) end,
        recvexactly = function(s) return s.ends[1]:recvexactly(1, 0) end,
        unixinq = function(s) return s.ends[1]:unixinq(true) end,
    },
    address = { nameinfo = numeric, getnameinfo = numeric },
    functions = {
        ["llsocket.errname"] = { 1 }, ["llsocket.gaistrerror"] = { -2 }, ["llsocket.strerror"] = { 1 },
        ["llsocket.getprotobyname"] = { "tcp" }, ["llsocket.getservbyname"] = { "http", "tcp" }, ["llsocket.getservbyport"] = { 80, "tcp" },
        ["llsocket.htonl"] = { 1 }, ["llsocket.htons"] = { 1 }, ["llsocket.ntohl"] = { 1 }, ["llsocket.ntohs"] = { 1 },
        ["llsocket.ntop"] = { 2, "\1\2\3\4" }, ["llsocket.pton"] = { 2, "1.2.3.4" },
        ["llsocket.addrinfo.getaddrinfo"] = { "127.0.0.1", "80" },
        ["llsocket.addrinfo.inet"] = { "127.0.0.1", 80 }, ["llsocket.addrinfo.inet6"] = { "::1", 80 },
        ["llsocket.addrinfo.netlink"] = { 0, 0 }, ["llsocket.addrinfo.packet"] = { "lo", 3 },
        ["llsocket.addrinfo.raw"] = { "\2\0\0\0\127\0\0\1\0\0\0\0\0\0\0\0" },
        ["llsocket.addrinfo.unix"] = { "/tmp/path" }, ["llsocket.addrinfo.vsock"] = { 1, 2 },
        ["llsocket.device.indextoname"] = { 1 }, ["llsocket.device.nametoindex"] = { "lo" },
        ["llsocket.inet.getaddrinfo"] = { "127.0.0.1", "80" }, ["llsocket.inet.getaddrinfo6"] = { "::1", "80" },
        ["llsocket.inet.connect"] = { "127.0.0.1", 1, 1 }, ["llsocket.inet.listen"] = { "127.0.0.1", 0 },
        ["llsocket.unix.connect"] = { "/no/such/path" }, ["llsocket.unix.listen"] = { "\0llsocket allocation" },
        ["llsocket.poll.sleep"] = { 0 }, ["llsocket.must"] = { 1 },
        ["llsocket.socket.close"] = { -1 }, ["llsocket.socket.shutdown"] = { -1 }, ["llsocket.socket.wrap"] = { -1 },
        ["llsocket.socket.open"] = { 2, 1 }, ["llsocket.socket.pair"] = { 1 }, ["llsocket.unix.getaddrinfo"] = { "/tmp/path" },
        ["llsocket.socket.new"] = function(s) return s.socket.new(s.tcp) end,
    },
}

local function sorted(names)
    local list = {}
    for name, value in pairs(names) do
        if type(value) == "function" then list[#list + 1] = name end
    end
    table.sort(list)
    return list
end

-- The calls of all that `object` has.
local function method_calls(s, object, how)
    local calls = {}
    for _, name in ipairs(sorted(debug.getmetatable(object).__index)) do
        local call = how[name]
        if call ~= false then
            local run_it = call and function() return call(s, object, name) end or function() return object[name](object) end
            calls[#calls + 1] = { name, run_it }
        end
    end
    return calls
end

local function function_calls(s)
    local calls = {}
    for _, module in ipairs(modules) do
        local functions = package.loaded[module] or require(module)
        for _, name in ipairs(sorted(functions)) do
            local fn, how = functions[name], special.functions[module .. "." .. name] or {}
            calls[#calls + 1] = { module .. "." .. name, function()
                if type(how) == "function" then return how(s) end
                return fn(how[1], how[2])
            end }
        end
    end
    return calls
end

local function everything(s)
    listening(s)
    paired(s)
    s.listener:nonblock(true)
    s.fn = function() end
    s.filter = { { 6, 0, 0, 65535 } }
    s.file = assert(io.open("/dev/null"))
    s.sock = assert(s.socket.new(s.udp, true))
    assert(not s.sock:bind())
    s.address = assert(s.sock:getsockname())
end

local every = {
    ["every method of a socket"] = function(s) return method_calls(s, s.sock, special.socket) end,
    ["every method of an addrinfo"] = function(s) return method_calls(s, s.address, special.address) end,
    ["every function of the modules"] = function_calls,
}

for name, calls in pairs(every) do
    scenario(name, with(function(s)
        everything(s)
        s.calls = calls(s)
    end), function(s)
        for _, call in ipairs(s.calls) do call[2]() end
    end)
end

-- With memory to spare none of these calls is misuse: a new method or function that wants arguments has them above.
function torture.rehearse()
    for name, calls in pairs(every) do
        local s = common(everything)
        for _, call in ipairs(calls(s)) do
            local ok, message = pcall(call[2])
            assert(ok, name .. ": " .. call[1] .. ": " .. tostring(message))
        end
    end
end

-- A state that ran out of memory once works as any other. Before Lua 5.2, a loader that failed has to be forgotten by hand.
function torture.usable()
    for _, name in ipairs(modules) do
        if type(package.loaded[name]) ~= "table" then package.loaded[name] = nil end
    end
    local llsocket = require "llsocket"
    local ends = assert(llsocket.socket.pair(llsocket.SOCK_STREAM))
    assert(ends[1]:send("text") == 4 and ends[2]:recv() == "text")
    ends[1]:close()
    assert(ends[2]:close() == nil)
end

local function names_of(t)
    local names = {}
    for name, value in pairs(t) do names[#names + 1] = tostring(name) .. " " .. type(value) end
    table.sort(names)
    return #names .. ": " .. table.concat(names, ", ")
end

-- Modules and metatables that were half made when memory ran out are whole after the next try.
-- What they consist of, to be compared with what a state says that never ran out.
function torture.inventory()
    local llsocket = require "llsocket"
    local lines = {}
    for _, name in ipairs(modules) do
        local module = require(name)
        lines[#lines + 1] = name .. " " .. names_of(module)
        assert(name == "llsocket" or module == llsocket[name:match "%.(.*)"], name .. " is not the same table")
    end
    local ends = assert(llsocket.socket.pair(llsocket.SOCK_STREAM))
    for _, object in ipairs { ends[1], assert(ends[1]:getsockname()) } do
        local metatable = debug.getmetatable(object)
        lines[#lines + 1] = names_of(metatable)
        if type(metatable.__index) == "table" then lines[#lines + 1] = names_of(metatable.__index) end
    end
    ends[1]:close()
    ends[2]:close()
    return table.concat(lines, "\n")
end

return torture
