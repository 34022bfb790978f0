-- Objects in the wrong clothes. Each call has to end in an error or in nothing; that it ends at all is the point.
-- luacheck: globals userdata pointer size newproxy
local llsocket = require "llsocket"
local forged = {}

local function made()
    local ends = assert(llsocket.socket.pair(llsocket.SOCK_STREAM, true))
    local ai = assert(llsocket.addrinfo.inet("127.0.0.1", 80, llsocket.SOCK_STREAM))
    return ends[1], ends[2], ai
end

local function functions_of(object)
    local found = {}
    local metatable = debug.getmetatable(object)
    for name, value in pairs(metatable) do
        if type(value) == "function" then found["meta " .. name] = value end
    end
    local methods = metatable.__index
    assert(type(methods) == "table", "__index is no table: these checks cannot see the methods")
    for name, value in pairs(methods) do
        if type(value) == "function" then found[name] = value end
    end
    assert(next(found))
    return found
end

-- Calls every method and metamethod of both types with `object` in each place that a socket or an addrinfo may have.
-- With `only`, the methods of that one type, and fewer arguments.
-- Nothing may be taken for what it is not: a call that finds no fault gives itself away by what it answers.
local function harass(object, only)
    local lists = only and { {}, { "text", object } }
        or { {}, { 1 }, { "text" }, { object }, { true, object }, { "text", object }, { 4096, 0 } }
    local sock, other, ai = made()
    local calls = 0
    for _, kind in ipairs { { sock, "socket" }, { ai, "addrinfo" } } do
        if not only or only == kind[2] then
            for name, call in pairs(functions_of(kind[1])) do
                for _, arguments in ipairs(lists) do
                    local ok, first = pcall(call, object, (unpack or table.unpack)(arguments))
                    calls = calls + 1
                    assert(not ok or name:find("^meta ") or first == nil, name .. " took a forged object and answered " .. tostring(first))
                end
            end
        end
    end
    -- As an argument of calls on real objects.
    for _, call in ipairs {
        function() return sock:bind(object) end,
        function() return sock:connect(object) end,
        function() return sock:sendto("text", object) end,
        function() return sock:sendto("text", { object }) end,
        function() return sock:dup(object) end,
        function() return sock:sendfd(object) end,
        function() return sock:mcastjoin(object) end,
        function() return llsocket.socket.new(object) end,
        function() return llsocket.socket.new { object } end,
    } do
        pcall(call)
        calls = calls + 1
    end
    pcall(function() return ai == object end)
    sock:close()
    other:close()
    return calls
end

function forged.locked()
    local sock, other, ai = made()
    assert(getmetatable(sock) == "llsocket.socket", tostring(getmetatable(sock)))
    assert(getmetatable(ai) == "llsocket.addrinfo", tostring(getmetatable(ai)))
    assert(not pcall(setmetatable, sock, {}))
    assert(not pcall(setmetatable, ai, {}))
    sock:close()
    other:close()
end

function forged.file()
    local sock, other, ai = made()
    local calls = 0
    for _, donor in ipairs { sock, ai } do
        local file = assert(io.tmpfile())
        local own = debug.getmetatable(file)
        debug.setmetatable(file, debug.getmetatable(donor))
        -- A file is a fair argument where a descriptor is asked for, so nothing but the receivers is forged here.
        for name, call in pairs(functions_of(donor)) do
            local ok, first = pcall(call, file, "text", 1)
            calls = calls + 1
            assert(not ok or name:find("^meta ") or first == nil, name .. " took a file for its own")
        end
        debug.setmetatable(file, own)
        assert(file:write("still a file") and file:close())
    end
    sock:close()
    other:close()
    return calls
end

function forged.sizes()
    local sock, other, ai = made()
    local calls = 0
    local sizes = { 1, 2, 7, 9, 15, 17, 255, 256, 511, 512, 513, 4096 }
    for n = 0, 128, 4 do sizes[#sizes + 1] = n end
    for _, object in ipairs { sock, ai } do
        for n = size(object) - 1, size(object) + 1 do sizes[#sizes + 1] = n end
    end
    for _, n in ipairs(sizes) do
        for _, fill in ipairs { 0, 255, -1 } do
            for i, donor in ipairs { sock, ai } do
                local object = userdata(n, fill)
                debug.setmetatable(object, debug.getmetatable(donor))
                calls = calls + harass(object, i == 1 and "socket" or "addrinfo")
                -- And left to the collector, with a __gc that is not its own.
            end
        end
        collectgarbage()
    end
    if newproxy then
        local proxy = newproxy()
        debug.setmetatable(proxy, debug.getmetatable(sock))
        calls = calls + harass(proxy)
    end
    sock:close()
    other:close()
    return calls
end

-- Another module's userdata may hold whatever bytes a script wants.
function forged.words()
    local sock, other, ai = made()
    local calls = 0
    for _, word in ipairs { "llsocket", "addrinfo", "ll::held", "socket\0\0" } do
        for _, text in ipairs { word, word:reverse(), word .. ("\0"):rep(4088), word:reverse() .. ("\0"):rep(4088) } do
            for i, donor in ipairs { sock, ai } do
                local object = userdata(size(donor), text)
                calls = calls + harass(object, i == 1 and "socket" or "addrinfo")
                debug.setmetatable(object, debug.getmetatable(donor))
                calls = calls + harass(object, i == 1 and "socket" or "addrinfo")
            end
            collectgarbage()
        end
    end
    sock:close()
    other:close()
    return calls
end

function forged.light()
    local sock, other = made()
    local calls = 0
    for _, address in ipairs { 0, 1, 4096, 2 ^ 31 } do
        local object = pointer(address)
        calls = calls + harass(object)
        debug.setmetatable(object, debug.getmetatable(sock))
        calls = calls + harass(object)
        debug.setmetatable(object, nil)
    end
    sock:close()
    other:close()
    return calls
end

function forged.values()
    local calls = 0
    for _, object in ipairs { 0, -1, 1.5, "text", true, {}, print, coroutine.create(function() end) } do
        calls = calls + harass(object)
    end
    local sock, other, ai = made()
    for _, donor in ipairs { sock, ai } do
        for name, call in pairs(functions_of(donor)) do
            calls = calls + 1
            local ok = pcall(call)
            assert(not ok or name:find("^meta "), name .. " works on nothing")
        end
    end
    local object = setmetatable({}, { __index = debug.getmetatable(sock).__index, __gc = debug.getmetatable(sock).__gc })
    calls = calls + harass(object)
    sock:close()
    other:close()
    return calls
end

function forged.swapped()
    local sock, other, ai = made()
    local socks, ais = debug.getmetatable(sock), debug.getmetatable(ai)
    local calls = 0
    debug.setmetatable(sock, ais)
    calls = calls + harass(sock, "addrinfo")
    debug.setmetatable(sock, socks)
    debug.setmetatable(ai, socks)
    calls = calls + harass(ai, "socket")
    ai = nil -- luacheck: ignore
    collectgarbage()
    collectgarbage()
    assert(sock:send("text") == 4 and other:recv() == "text", "the socket was hurt")
    sock:close()
    other:close()
    return calls
end

function forged.removed()
    local sock, other = made()
    local own = debug.getmetatable(sock)
    debug.setmetatable(sock, nil)
    pcall(own.__index.send, sock, "text") -- either is right: it is a socket, and it does not look like one
    pcall(own.__tostring, sock)
    debug.setmetatable(sock, {})
    pcall(own.__index.fd, sock)
    debug.setmetatable(sock, own)
    assert(sock:fd() >= 0)
    sock:close()
    other:close()
end

function forged.twice()
    local sock, other, ai = made()
    local gc = debug.getmetatable(sock).__gc
    assert(type(gc) == "function")
    local ran = 0
    assert(sock:addgcfn(function() ran = ran + 1 end))
    gc(sock)
    gc(sock)
    assert(ran <= 1, "the finalizer ran " .. ran .. " times")
    assert(sock:fd() == -1)
    local _, err, _, number = sock:send("text")
    assert(err and number == llsocket.EBADF)
    assert(sock:close() == nil)
    assert(type(tostring(sock)) == "string")
    assert(other:recv() == nil) -- the other end sees the end
    local close = debug.getmetatable(sock).__close
    if close then
        close(other, nil)
        close(other, "an error")
        gc(other)
        assert(other:fd() == -1)
    end
    other:close()
    local gc_of_ai = debug.getmetatable(ai).__gc
    if gc_of_ai then
        gc_of_ai(ai)
        gc_of_ai(ai)
        pcall(ai.addr, ai)
        pcall(tostring, ai)
    end
end

function forged.reused()
    local sock, other = made()
    local metatable = debug.getmetatable(sock)
    local number = sock:fd()
    metatable.__gc(sock)
    local next_sock, next_other = made()
    assert(next_sock:fd() == number or next_other:fd() == number, "the number was not used again")
    metatable.__gc(sock)
    sock:close()
    if metatable.__close then metatable.__close(sock) end
    sock = nil -- luacheck: ignore
    collectgarbage()
    collectgarbage()
    assert(next_sock:send("text") == 4 and next_other:recv() == "text")
    next_sock:close()
    next_other:close()
    other:close()
end

return forged
