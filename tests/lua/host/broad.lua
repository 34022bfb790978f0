-- A little of everything, for valgrind to watch: ordinary work, values at the edge, errors, misuse, and the collector in between.
local llsocket = require "llsocket"
local socket, addrinfo, inet, unix, device = llsocket.socket, llsocket.addrinfo, llsocket.inet, llsocket.unix, llsocket.device

local function addresses()
    local ai = assert(addrinfo.inet("127.0.0.1", 80, llsocket.SOCK_STREAM))
    assert(ai == addrinfo.inet("127.0.0.1", 80, llsocket.SOCK_STREAM))
    assert(ai:addr() == "127.0.0.1" and ai:port() == 80)
    assert(tostring(ai) and ai:family() == llsocket.AF_INET and ai:socktype() == llsocket.SOCK_STREAM)
    assert(ai:protocol() and (ai:canonname() or true))
    assert(addrinfo.inet6("::1", 80):nameinfo(llsocket.NI_NUMERICHOST, llsocket.NI_NUMERICSERV).host == "::1")
    for _, path in ipairs { "/tmp/x", "\0abstract", ("p"):rep(108) } do
        local one = assert(unix.getaddrinfo(path, llsocket.SOCK_STREAM))[1]
        assert(one:addr() == path and one:port() == nil and tostring(one))
    end
    assert(select(2, addrinfo.unix(("p"):rep(109))))
    assert(select(2, addrinfo.inet("junk", 80)))
    assert(select(2, inet.getaddrinfo("a\0b", "80")))
    for _, one in ipairs(assert(inet.getaddrinfo("127.0.0.1", "80"))) do assert(one:addr() == "127.0.0.1") end
    assert(inet.getaddrinfo6("::1", "80", llsocket.SOCK_STREAM))
    assert(device.getifaddrs() and device.macaddrs())
end

local function stream(ai)
    local listener = assert(socket.new(ai))
    assert(not listener:reuseaddr(true) or true)
    assert(not listener:bind() and not listener:listen())
    local client = assert(socket.new(assert(listener:getsockname())))
    assert(not client:connect())
    local server, _, _, peer = listener:accept(true)
    assert(server and tostring(peer) and tostring(server) and tostring(listener))
    assert(client:getpeername() and server:getpeername())
    local piece = ("0123456789"):rep(5000)
    assert(client:send(piece))
    assert(#server:recv(100) == 100 and server:recv(0) == nil and #server:recv(10 ^ 6) > 0)
    assert(server:recv(10 ^ 15, llsocket.MSG_DONTWAIT) or true)
    local file = assert(io.tmpfile())
    file:write(piece)
    file:flush()
    assert(client:sendfile(file, 1000, 10) == 1000)
    while server:recvable(0) do assert(server:recv()) end
    assert(client:sendfile(file, 1000, 10 ^ 6) == 0)
    file:close()
    assert(select(2, client:sendfile(file, 10)))
    local copy = assert(client:dup())
    assert(copy:shutdown(llsocket.SHUT_WR) == nil)
    assert(server:recv() == nil and server:close() == nil)
    assert(client:close() == nil and copy:close() == nil and listener:close() == nil)
    assert(select(2, client:recv()) and client:bind() and select(2, client:getsockname()) and tostring(client))
end

local function datagrams()
    local ai = assert(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM))
    local one, other = assert(socket.new(ai, true)), assert(socket.new(ai, true))
    assert(not one:bind() and not other:bind())
    local to = assert(other:getsockname())
    assert(one:sendto("text", to) == 4 and one:sendto("", to) == 0 and one:sendto(("t"):rep(9000), to) == 9000)
    local text, from = other:recvfrom()
    assert(text == "text" and from == one:getsockname())
    assert(other:recv() == "")
    assert(#other:recv(100, llsocket.MSG_TRUNC) == 100)
    assert(select(4, other:recvfrom()) == true and select(3, other:recv()) == true)
    assert(one:rcvbuf() > 0 and one:sndbuf(65536) and one:mcastif())
    one:close()
    other:close()
end

local function descriptors()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    assert(ends[1]:sendfd(ends[1]) == 1)
    assert(socket.close(assert(ends[2]:recvfd())) == nil)
    assert(ends[1]:send("no descriptor") and select(2, ends[2]:recvfd()))
    local number = ends[1]:unwrap()
    assert(ends[1]:fd() == -1)
    local again = assert(socket.wrap(number))
    assert(again:fd() == number and again:close() == nil and ends[2]:close() == nil)
    assert(select(2, socket.wrap(number)) and socket.close(number))
    ends = assert(socket.pair(llsocket.SOCK_DGRAM))
    ends[1]:addgcfn(function(...) assert(select("#", ...) == 2) error "swallowed" end, 1, "text")
end

local function misuse()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM, true))
    for _, value in ipairs { 1, 1.5, -1, 2 ^ 31, 2 ^ 53, 0 / 0, 1 / 0, "text", true, {}, function() end } do
        for name in ("send recv bind sendto sendfile dup listen rcvbuf mcastif nonblock addgcfn sendfd"):gmatch "%S+" do
            pcall(ends[1][name], ends[1], value)
            pcall(ends[1][name], ends[1], value, value, value)
        end
        pcall(socket.new, value)
        pcall(socket.pair, value, value, value)
        pcall(socket.wrap, type(value) == "number" and value < 3 and "spared" or value)
        pcall(addrinfo.inet, value, value, value)
        pcall(inet.getaddrinfo, "127.0.0.1", value, value)
    end
end

for _ = 1, 3 do
    addresses()
    stream(assert(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)))
    stream(assert(addrinfo.inet6("::1", 0, llsocket.SOCK_STREAM)))
    stream(assert(addrinfo.unix("\0llsocket-broad-" .. tostring({}), llsocket.SOCK_STREAM)))
    datagrams()
    descriptors()
    misuse()
    collectgarbage()
end
kept = assert(socket.pair(llsocket.SOCK_STREAM)) -- luacheck: globals kept
