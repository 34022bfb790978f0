-- The work that is measured, in Lua: the same as work.c, call for call.
--
--   lua work.lua WORKLOAD COUNT SLICES    prints the CPU nanoseconds of one operation in the best of the slices
-- BENCH_MODULE names a module that stands in for llsocket.
local llsocket = require(os.getenv "BENCH_MODULE" or "llsocket")
local socket, addrinfo = llsocket.socket, llsocket.addrinfo

local SMALL, PIECE = ("m"):rep(64), ("m"):rep(65536)
local workloads = {}

local function bound(socktype)
    local sock = assert(socket.new(assert(addrinfo.inet("127.0.0.1", 0, socktype))))
    assert(not sock:bind())
    return sock, assert(sock:getsockname())
end

function workloads.loop()
    return function(count) for _ = 1, count do end end
end

function workloads.pair()
    local ends = assert(socket.pair(llsocket.SOCK_DGRAM))
    return function(count)
        local one, other, message = ends[1], ends[2], SMALL
        for _ = 1, count do
            if one:send(message) ~= 64 or #other:recv() ~= 64 then error "lost" end
        end
    end
end

function workloads.empty()
    local ends = assert(socket.pair(llsocket.SOCK_DGRAM, true))
    return function(count)
        local sock = ends[2]
        for _ = 1, count do
            local message, _, again = sock:recv()
            if message or not again then error "not empty" end
        end
    end
end

function workloads.udp()
    local sender = bound(llsocket.SOCK_DGRAM)
    local receiver, to = bound(llsocket.SOCK_DGRAM)
    return function(count)
        local one, other, message, address = sender, receiver, SMALL, to
        for _ = 1, count do
            if one:sendto(message, address) ~= 64 or #other:recvfrom() ~= 64 then error "lost" end
        end
    end
end

function workloads.stream()
    local listener, address = bound(llsocket.SOCK_STREAM)
    assert(not listener:listen(1))
    local client = assert(socket.new(address))
    assert(not client:connect())
    local server = assert(listener:accept())
    local dontwait = llsocket.MSG_DONTWAIT
    return function(count)
        for _ = 1, count do
            local n = client:send(PIECE, dontwait)
            while n > 0 do n = n - #server:recv(65536) end
        end
    end
end

local name, count, slices = arg[1], tonumber(arg[2]), tonumber(arg[3])
local run = workloads[name]()
local each = math.floor(count / slices)
local best = math.huge
for _ = 1, slices do
    local start = os.clock()
    run(each)
    best = math.min(best, (os.clock() - start) * 1e9 / each)
end
print(("%.2f"):format(best))
