--- A line server and its clients over TCP, all in one process and one thread.
--
-- Every socket is non-blocking and every conversation is a coroutine that reads as if it could
-- wait: where the kernel has nothing yet, `again` is true and the coroutine yields.
--
--   lua5.4 line_server.lua [clients [lines]]

local llsocket = require "llsocket"
local must = llsocket.must
local inet = require "llsocket.inet"
local socket = require "llsocket.socket"

local CLIENTS = tonumber((...)) or 50
local LINES = tonumber((select(2, ...))) or 400
local LONGEST_LINE = 8192

-- The scheduler -------------------------------------------------------------------------------

local tasks = {}
local progress

local function go(body, ...)
  local task = coroutine.create(body)
  tasks[#tasks + 1] = task
  assert(coroutine.resume(task, ...))
end

--- Called inside a task: lets the others run until there may be something to do for `sock`.
local function wait(sock, ready)
  coroutine.yield(sock, ready)
end

--- Runs the tasks in turn until all have ended. When none gets on, it sleeps until one may.
local function run()
  while #tasks > 0 do
    progress = false
    local sock, ready
    for i = #tasks, 1, -1 do
      local ok
      ok, sock, ready = coroutine.resume(tasks[i])
      if not ok then
        error(sock, 0)
      elseif coroutine.status(tasks[i]) == "dead" then
        table.remove(tasks, i)
        progress = true
      end
    end
    if sock and not progress then
      sock[ready](sock, 0.01)
    end
  end
end

-- Talking in lines ----------------------------------------------------------------------------

--- Sends all of `data`; answers with an error text, or nothing.
local function send_all(sock, data)
  while #data > 0 do
    local sent, err, again = sock:send(data)
    if not sent then
      return err or "closed by the peer"
    end
    progress = progress or sent > 0
    if again then
      data = data:sub(sent + 1)
      wait(sock, "sendable")
    else
      return
    end
  end
end

--- A function that returns the next line that arrives, or nil when the peer has closed.
local function reader(sock)
  local buffer = ""
  return function()
    while true do
      local line, rest = buffer:match("^([^\n]*)\n(.*)$")
      if line then
        buffer = rest
        return line
      end
      assert(#buffer <= LONGEST_LINE, "the line is too long")
      local data, err, again = sock:recv()
      if data then
        progress = true
        buffer = buffer .. data
      elseif again then
        wait(sock, "recvable")
      elseif err then
        error(err)
      else
        return nil
      end
    end
  end
end

-- The server ----------------------------------------------------------------------------------

local served = { connections = 0, lines = 0, bytes = 0 }

local function converse(sock)
  local next_line = reader(sock)
  local line = next_line()
  while line do
    served.lines = served.lines + 1
    served.bytes = served.bytes + #line + 1
    line = not send_all(sock, line:upper() .. "\n") and next_line()
  end
  sock:close()
end

local function serve(listener, connections)
  while served.connections < connections do
    local sock, err, again = listener:accept()
    if sock then
      progress = true
      served.connections = served.connections + 1
      go(converse, sock)
    elseif again then
      wait(listener, "recvable")
    else
      error(err)
    end
  end
  listener:close()
end

-- The clients ---------------------------------------------------------------------------------

local function ask(address, number)
  local sock = must(socket.new(address, true))
  must(sock:tcpnodelay(true))

  -- On a non-blocking socket, connecting only begins.
  while not must(sock:tryconnect()) do
    wait(sock, "sendable")
  end

  local next_line = reader(sock)
  for n = 1, LINES do
    local line = ("client %d says line %d"):format(number, n)
    assert(not send_all(sock, line .. "\n"))
    assert(next_line() == line:upper(), "a wrong answer")
  end
  sock:shutdown(llsocket.SHUT_WR)
  assert(next_line() == nil, "more answers than questions")
  sock:close()
end

-- All of it -----------------------------------------------------------------------------------

local listener = must(inet.listen("127.0.0.1", 0))
must(listener:nonblock(true))
local address = must(listener:getsockname())
print(("listening on %s port %d"):format(address:addr(), address:port()))

local began = os.clock()
go(serve, listener, CLIENTS)
for number = 1, CLIENTS do
  go(ask, address, number)
end
run()
local seconds = os.clock() - began

print(("%d clients sent %d lines, %d bytes, and each was answered in capitals"):format(
  served.connections, served.lines, served.bytes))
print(("%.2f s of processor time for both ends, %.0f lines/s"):format(seconds, served.lines / seconds))
