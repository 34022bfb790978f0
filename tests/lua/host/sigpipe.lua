-- Calls on sockets whose peer is gone, or that were shut down for sending: closed, which is no error and no signal.
local llsocket = require "llsocket"
local socket = llsocket.socket

local file = assert(io.tmpfile())
assert(file:write(("f"):rep(10000)))
file:flush()

local listener = assert(socket.new(assert(llsocket.addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM))))
assert(not listener:bind() and not listener:listen())
local address = assert(listener:getsockname())

local function tcp()
    local client = assert(socket.new(address))
    assert(not client:connect())
    return client, assert(listener:accept())
end

local function unix()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    return ends[1], ends[2]
end

local calls = {
    send = function(sock) return sock:send("text") end,
    sendto = function(sock) return sock:sendto("text", address) end,
    write = function(sock) return sock:write("text") end,
    sendfile = function(sock) return sock:sendfile(file, 10000) end,
    sendfd = function(sock) return sock:sendfd(0) end,
}

local function closed(name, value, err, again)
    if value ~= nil or err ~= nil or again then
        error(("%s on a closed peer: %s, %s, %s"):format(name, tostring(value), tostring(err), tostring(again)))
    end
end

--- After the socket's own shutdown, EPIPE says nothing of the peer.
local function broken(name, value, err, again, number)
    if value ~= nil or again or number ~= llsocket.EPIPE then
        error(("%s after a shutdown: %s, %s, %s"):format(name, tostring(value), tostring(err), tostring(again)))
    end
end

return function(name)
    local call = calls[name]
    local sock, peer
    if name ~= "sendto" then -- where a connected unix stream takes no address
        sock, peer = unix()
        peer:close()
        for _ = 1, 3 do closed(name, call(sock)) end
        sock:close()
        sock, peer = unix()
        assert(not sock:shutdown(llsocket.SHUT_WR))
        broken(name, call(sock))
        sock:close()
        peer:close()
    end
    if name ~= "sendfd" then
        sock, peer = tcp()
        assert(not sock:shutdown(llsocket.SHUT_WR))
        for _ = 1, 3 do broken(name, call(sock)) end
        sock:close()
        peer:close()
    end
end
