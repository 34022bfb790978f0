-- For each call that blocks: what brings it about, and the call itself as a function.
local llsocket = require "llsocket"
local socket = llsocket.socket
local blocking = {}

-- Two ends, blocking, the first of them full.
local function full(socktype)
    local ends = assert(socket.pair(socktype))
    local piece = ("x"):rep(socktype == llsocket.SOCK_STREAM and 65536 or 1024)
    repeat
        local _, err, again = ends[1]:send(piece, llsocket.MSG_DONTWAIT)
        assert(not err, err)
    until again and ends[1]:send("x", llsocket.MSG_DONTWAIT) == 0
    return ends
end

local function listening(name)
    local listener = assert(socket.new(assert(llsocket.addrinfo.unix("\0llsocket-" .. name .. tostring(blocking), llsocket.SOCK_STREAM))))
    assert(not listener:bind() and not listener:listen(1))
    return listener
end

local function empty(method, ...)
    local arguments = { ... }
    return function()
        local ends = assert(socket.pair(llsocket.SOCK_STREAM))
        return function() return ends[1][method](ends[1], (unpack or table.unpack)(arguments)) end
    end
end

blocking["recv"] = empty "recv"
blocking["read"] = empty "read"
blocking["recvfd"] = empty "recvfd"
blocking["recvable"] = empty "recvable"
blocking["recvable with a time limit"] = empty("recvable", 20)

blocking["recv with a time limit"] = function()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    assert(ends[1]:rcvtimeo(20))
    return function() return ends[1]:recv() end
end

blocking["recvfrom"] = function()
    local sock = assert(socket.new(assert(llsocket.addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM))))
    assert(not sock:bind())
    return function() return sock:recvfrom() end
end

blocking["sendable"] = function()
    local ends = full(llsocket.SOCK_STREAM)
    return function() return ends[1]:sendable() end
end

for name, arguments in pairs { ["accept"] = {}, ["accept with the peer"] = { true } } do
    blocking[name] = function()
        local listener = listening(name)
        return function() return listener:accept(arguments[1]) end
    end
end

blocking["acceptfd"] = function()
    local listener = listening "acceptfd"
    return function() return listener:acceptfd() end
end

for name, method in pairs { ["send"] = "send", ["write"] = "write" } do
    blocking[name] = function()
        local ends = full(llsocket.SOCK_STREAM)
        return function() return ends[1][method](ends[1], "text") end
    end
end

blocking["send on a datagram socket"] = function()
    local ends = full(llsocket.SOCK_DGRAM)
    return function() return ends[1]:send("text") end
end

blocking["sendto"] = function()
    local ai = assert(llsocket.addrinfo.unix("\0llsocket-sendto" .. tostring(blocking), llsocket.SOCK_DGRAM))
    local receiver, sender = assert(socket.new(ai)), assert(socket.new(ai))
    assert(not receiver:bind())
    repeat
        local _, err, again = sender:sendto("text", ai, llsocket.MSG_DONTWAIT)
        assert(not err, err)
    until again
    return function() return sender:sendto("text", ai) end
end

blocking["sendfile"] = function()
    local ends = full(llsocket.SOCK_STREAM)
    local file = assert(io.tmpfile())
    assert(file:write(("f"):rep(65536)))
    file:flush()
    blocking.file = file
    return function() return ends[1]:sendfile(file, 65536) end
end

blocking["sendfd"] = function()
    local ends = full(llsocket.SOCK_STREAM)
    return function() return ends[1]:sendfd(0) end
end

blocking["connect"] = function()
    local listener = listening "connect"
    local ai = assert(listener:getsockname())
    blocking.clients = { listener }
    repeat
        local client = assert(socket.new(ai, true))
        blocking.clients[#blocking.clients + 1] = client
    until client:connect()
    local last = assert(socket.new(ai))
    return function() return last:connect() end
end

return blocking
