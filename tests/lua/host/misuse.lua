-- Wrong calls, made from every kind of place. Each function returns when what was raised is what should be.
-- luacheck: globals through
local llsocket = require "llsocket"
local socket = llsocket.socket
local misuse = {}

local function raises(text, call, ...)
    local ok, message = pcall(call, ...)
    assert(not ok, "nothing was raised, expected: " .. text)
    assert(type(message) == "string" and message:find(text, 1, true), "raised: " .. tostring(message) .. "; expected: " .. text)
end

function misuse.work()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    assert(ends[1]:send("hello") == 5)
    assert(ends[2]:recv() == "hello")
    assert(ends[1]:close() == nil)
    local message, err, again = ends[2]:recv()
    assert(message == nil and err == nil and not again)
    local _, text, number = socket.wrap(-1)
    assert(type(text) == "string" and number == llsocket.EBADF)
end

function misuse.arguments()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    local sock = ends[1]
    raises("bad argument #1 to 'send' (string expected, got number)", sock.send, sock, 1)
    raises("bad argument #1 to 'send' (string expected, got no value)", sock.send, sock)
    raises("bad argument #1 to 'recv' (integer expected, got 1.5)", sock.recv, sock, 1.5)
    raises("bad argument #1 to 'recv' (integer expected, got string)", sock.recv, sock, "4096")
    raises("bad argument #1 to 'nonblock' (boolean expected, got number)", sock.nonblock, sock, 1)
    raises("bad argument #1 to 'new' (addrinfo expected, got string)", socket.new, "127.0.0.1")
    raises("(integer from 0 to 65535 expected, got 70000)", llsocket.addrinfo.inet, "127.0.0.1", 70000)
    raises("bad argument #1 to 'pair'", socket.pair, {})
    raises("socket expected, got table", sock.fd, {})
end

function misuse.repeatedly()
    local ends = assert(socket.pair(llsocket.SOCK_DGRAM, true))
    for i = 1, 10000 do
        assert(not pcall(ends[1].send, ends[1], i))
        assert(not pcall(ends[1].recv, ends[1], 0.5))
        assert(not pcall(socket.new, i))
    end
    assert(ends[1]:send("x") == 1 and ends[2]:recv() == "x")
end

function misuse.coroutine()
    for _ = 1, 1000 do
        local thread = coroutine.create(function(ends)
            coroutine.yield(ends[1]:fd())
            ends[1]:send(false)
        end)
        local ends = assert(socket.pair(llsocket.SOCK_STREAM))
        local ok, fd = coroutine.resume(thread, ends)
        assert(ok and fd == ends[1]:fd())
        local failed, message = coroutine.resume(thread)
        assert(not failed and message:find("string expected, got boolean", 1, true), message)
        assert(coroutine.status(thread) == "dead")
        ends[1]:close()
        ends[2]:close()
    end
end

function misuse.callbacks()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    raises("addrinfo expected", table.sort, { 1, 2, 3 }, function(a) return socket.new(a) end)
    local object = setmetatable({}, { __index = function(_, key) return ends[1]:send(#key) end })
    raises("string expected", function() return object.name end)
    raises("string expected", string.gsub, "text", ".", function() ends[1]:send(1) end)
    raises("string expected", function()
        for _ in function() ends[1]:send(1) end do error "the iterator went on" end
    end)
end

function misuse.frames()
    local ends = assert(socket.pair(llsocket.SOCK_STREAM))
    raises("string expected", through, ends[1].send, ends[1], 1)
    raises("string expected", through, through, through, ends[1].send, ends[1], 1)
    raises("string expected", through, coroutine.wrap(function() through(ends[1].send, ends[1], 1) end))
end

return misuse
