-- Coroutines that come and go around the module. Nothing is required before a function says so.
local coroutines = {}

-- Fills freed memory with something else.
local function churn()
    collectgarbage()
    collectgarbage()
    local rubbish = {}
    for i = 1, 5000 do rubbish[i] = { coroutine.create(function() end), ("y"):rep(i % 500) } end
    assert(#rubbish == 5000)
    collectgarbage()
end

local function exercise(llsocket)
    local socket = llsocket.socket
    for _ = 1, 200 do
        local ends = assert(socket.pair(llsocket.SOCK_STREAM))
        assert(not pcall(ends[1].send, ends[1]))
        assert(not pcall(socket.new, 1))
        assert(ends[1]:send("x") == 1 and ends[2]:recv() == "x")
        assert(select(2, socket.wrap(-1)))
        assert(tostring(ends[1]):find("llsocket.socket", 1, true))
        ends[1]:close()
        assert(select(2, ends[1]:recv()))
        ends[2]:close()
    end
end

function coroutines.collected()
    coroutine.wrap(function() require "llsocket" end)()
    churn()
    exercise(require "llsocket")
    churn()
    exercise(require "llsocket")
end

function coroutines.failed()
    local thread = coroutine.create(function()
        local llsocket = require "llsocket"
        require "llsocket.socket".new(llsocket)
    end)
    assert(not coroutine.resume(thread))
    thread = nil -- luacheck: ignore
    churn()
    exercise(require "llsocket")
end

function coroutines.shared()
    local llsocket = require "llsocket"
    local ends = assert(llsocket.socket.pair(llsocket.SOCK_DGRAM, true))
    local threads, received = {}, 0
    for i = 1, 50 do
        threads[i] = coroutine.create(function()
            while true do
                local message, err, again = ends[2]:recv()
                assert(not err)
                if message then
                    received = received + 1
                    if message == "fail" then ends[2]:send(false) end
                else
                    assert(again == true)
                end
                coroutine.yield()
            end
        end)
    end
    local sent = 0
    for round = 1, 50 do
        for i = 1, 50 do
            if ends[1]:send(i == round and "fail" or "message") then sent = sent + 1 end
            if coroutine.status(threads[i]) ~= "dead" then coroutine.resume(threads[i]) end
        end
        churn()
    end
    assert(received > 1000, received)
end

function coroutines.finalizers()
    local llsocket = require "llsocket"
    local socket = llsocket.socket
    local ran = 0
    for i = 1, 100 do
        local ends = assert(socket.pair(llsocket.SOCK_STREAM))
        assert(ends[1]:addgcfn(function() ran = ran + 1 error "a finalizer that fails" end))
        assert(ends[1]:addgcfn(function() ran = ran + 1 coroutine.yield() end))
        assert(ends[1]:addgcfn(function(text)
            ran = ran + 1
            local more = socket.pair(llsocket.SOCK_DGRAM)
            more[1]:send(text)
            more[2]:recv()
            collectgarbage()
        end, "text"))
        assert(ends[2]:addgcfn(function() ran = ran + 1 end))
        assert(ends[2]:delgcfn())
        -- Finalizers that collect run one inside the other; Lua 5.2 and 5.3 bear some 60 of them.
        if i % 10 == 0 then collectgarbage() end
    end
    for _ = 1, 5 do collectgarbage() end
    assert(ran == 300, ran .. " of 300 finalizers ran")
    exercise(llsocket)
end

function coroutines.closing()
    if _VERSION ~= "Lua 5.4" then return end
    local llsocket = require "llsocket"
    local make = assert(load [[
        local llsocket, fails = ...
        local ends = assert(llsocket.socket.pair(llsocket.SOCK_STREAM))
        do
            local one <close> = ends[1]:dup()
            local other <close> = ends[2]:dup()
            if fails == "yield" then coroutine.yield(ends) end
            assert(one:send("x") == 1 and other:recv() == "x")
            if fails then error("on purpose") end
        end
        ends[1]:close()
        ends[2]:close()
    ]])
    for _ = 1, 100 do
        make(llsocket)
        local ok, message = pcall(make, llsocket, true)
        assert(not ok and message:find("on purpose", 1, true), message)
        local thread = coroutine.create(make)
        coroutine.resume(thread, llsocket, "yield")
        assert(coroutine.close(thread))
    end
end

return coroutines
