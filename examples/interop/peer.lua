--- One end of a conversation between two programs, of which the other may be peer.py.
--
--   lua5.4 peer.lua serve KIND [PATH]     prints "at ADDRESS" when it can be asked
--   lua5.4 peer.lua ask KIND ADDRESS
--
-- KIND is tcp, multicast, stream, datagram or descriptors; ADDRESS is a port of this machine or, for
-- the last three, a path. At its end each says what it sent and received, so that the two can be compared.

local llsocket = require "llsocket"
local must = llsocket.must
local addrinfo = require "llsocket.addrinfo"
local device = require "llsocket.device"
local socket = require "llsocket.socket"

local LIMIT = 10 -- seconds that anything may wait
local MESSAGES = 40
local ANY_SOURCE, SOURCE_SPECIFIC = "239.255.77.78", "232.77.77.78"

--- What went one way: how many messages and bytes, and a sum in which their order counts.
local function counter(name)
  local count, bytes, sum = 0, 0, 0
  return {
    add = function(data)
      count = count + 1
      bytes = bytes + #data
      for i = 1, #data do
        sum = (sum * 31 + data:byte(i)) % 4294967296
      end
    end,
    -- A stream has no messages, so that their number says nothing there.
    say = function(unit)
      print(unit and ("%s %d messages, %d bytes, sum %.0f"):format(name, count, bytes, sum)
        or ("%s %d bytes, sum %.0f"):format(name, bytes, sum))
    end,
  }
end

local sent, received = counter("sent"), counter("received")

--- The value of a result of the shape that may have to wait. To wait too long is a failure here.
local function done(...)
  local value, _, again = must(...)
  if again then error("waited for too long", 2) end
  return value
end

--- `length` bytes in which each of the 256 comes up.
local function noise(length, seed)
  local bytes = {}
  for i = 0, length - 1 do
    bytes[i + 1] = string.char((i * 31 + math.floor(i / 256) + seed) % 256)
  end
  return table.concat(bytes)
end

local function opened(ai)
  local sock = must(socket.new(ai))
  must(sock:rcvtimeo(LIMIT))
  must(sock:sndtimeo(LIMIT))
  return sock
end

-- Streams -------------------------------------------------------------------------------------

--- Listens, says where, and gives the first one who connects.
local function accepted(ai)
  local listener = opened(ai)
  must(listener:bind() or listener:listen())
  local address = must(listener:getsockname())
  print("at " .. (address:port() or address:addr()))
  local sock = done(listener:accept())
  must(sock:rcvtimeo(LIMIT))
  must(sock:sndtimeo(LIMIT))
  listener:close()
  return sock
end

local function connected(ai)
  local sock = opened(ai)
  must(sock:connect())
  return sock
end

local function send_all(sock, data)
  sent.add(data)
  while #data > 0 do
    local length, err = sock:send(data)
    data = data:sub(done(length, err) + 1)
  end
end

local function recv_all(sock)
  repeat
    local data, err, again = sock:recv(65536)
    if err or again then
      done(data, err, again)
    end
    received.add(data or "")
  until not data
end

local function serve_stream(ai)
  local sock = accepted(ai)
  recv_all(sock)
  send_all(sock, noise(200000, 7))
  sock:close()
  received.say()
  sent.say()
end

local function ask_stream(ai)
  local sock = connected(ai)
  send_all(sock, noise(300000, 3))
  must(sock:shutdown(llsocket.SHUT_WR))
  recv_all(sock)
  sock:close()
  sent.say()
  received.say()
end

-- Datagrams -----------------------------------------------------------------------------------

--- Message number `n`; the first is empty.
local function message(n)
  return noise((n - 1) * 25, n)
end

local function heard(sock)
  local data, from, err, again = sock:recvfrom(65536)
  received.add(done(data, err, again))
  return data, from
end

local function say_to(sock, data, ai)
  assert(done(sock:sendto(data, ai)) == #data)
  sent.add(data)
end

--- Answers each message with itself, turned around.
local function serve_datagrams(sock)
  for _ = 1, MESSAGES do
    local data, from = heard(sock)
    say_to(sock, data:reverse(), from)
  end
  sock:close()
  received.say(true)
  sent.say(true)
end

--- Sends the messages to the addresses in turn.
local function ask_datagrams(sock, addresses)
  for n = 1, MESSAGES do
    say_to(sock, message(n), addresses[n % #addresses + 1])
    assert(heard(sock) == message(n):reverse(), "a wrong answer")
  end
  sock:close()
  sent.say(true)
  received.say(true)
end

--- The name of the interface that has 127.0.0.1.
local function loopback()
  for _, interface in ipairs(must(device.getifaddrs())) do
    if interface.addr and interface.addr:addr() == "127.0.0.1" then
      return interface.name
    end
  end
end

-- Descriptors ---------------------------------------------------------------------------------

--- Gets a socket and talks through it; gets a file and sends what is in it.
local function serve_descriptors(ai)
  local sock = accepted(ai)
  local given = must(socket.wrap(done(sock:recvfd())))
  local data = done(given:recv())
  received.add(data)
  done(given:send(data:reverse()))
  sent.add(data:reverse())
  given:close()

  local file = done(sock:recvfd())
  assert(done(sock:sendfile(file, 3000, 1000)) == 3000)
  sent.add(noise(4000, 9):sub(1001))
  must(socket.close(file))
  sock:close()
  received.say()
  sent.say()
end

local function ask_descriptors(ai)
  local sock = connected(ai)
  local pair = must(socket.pair(llsocket.SOCK_STREAM))
  must(pair[1]:rcvtimeo(LIMIT))
  done(sock:sendfd(pair[2]))
  pair[2]:close()
  done(pair[1]:send("through a socket that was given away"))
  sent.add("through a socket that was given away")
  received.add(done(pair[1]:recv()))
  pair[1]:close()

  local file = assert(io.tmpfile())
  assert(file:write(noise(4000, 9)))
  assert(file:flush())
  done(sock:sendfd(file))
  file:close()
  recv_all(sock)
  sock:close()
  sent.say()
  received.say()
end

-- The command line ----------------------------------------------------------------------------

local kinds = {
  tcp = {
    serve = function()
      serve_stream(must(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_STREAM)))
    end,
    ask = function(port)
      ask_stream(must(addrinfo.inet("127.0.0.1", port, llsocket.SOCK_STREAM)))
    end,
  },
  multicast = {
    serve = function()
      local sock = opened(must(addrinfo.inet("0.0.0.0", 0, llsocket.SOCK_DGRAM)))
      must(sock:bind()
        or sock:mcastjoin(ANY_SOURCE, loopback())
        or sock:mcastjoinsrc(SOURCE_SPECIFIC, "127.0.0.1", loopback()))
      print("at " .. must(sock:getsockname()):port())
      serve_datagrams(sock)
    end,
    ask = function(port)
      local sock = opened(must(addrinfo.inet("127.0.0.1", 0, llsocket.SOCK_DGRAM)))
      must(sock:bind())
      must(sock:mcastif(loopback()))
      ask_datagrams(sock, {
        must(addrinfo.inet(ANY_SOURCE, port)),
        must(addrinfo.inet(SOURCE_SPECIFIC, port)),
      })
    end,
  },
  stream = {
    serve = function(path)
      serve_stream(must(addrinfo.unix(path, llsocket.SOCK_STREAM)))
    end,
    ask = function(path)
      ask_stream(must(addrinfo.unix(path, llsocket.SOCK_STREAM)))
    end,
  },
  datagram = {
    serve = function(path)
      local sock = opened(must(addrinfo.unix(path, llsocket.SOCK_DGRAM)))
      must(sock:bind())
      print("at " .. path)
      serve_datagrams(sock)
    end,
    ask = function(path)
      local sock = opened(must(addrinfo.unix(path .. ".asker", llsocket.SOCK_DGRAM)))
      must(sock:bind())
      ask_datagrams(sock, { must(addrinfo.unix(path)) })
    end,
  },
  descriptors = {
    serve = function(path)
      serve_descriptors(must(addrinfo.unix(path, llsocket.SOCK_STREAM)))
    end,
    ask = function(path)
      ask_descriptors(must(addrinfo.unix(path, llsocket.SOCK_STREAM)))
    end,
  },
}

local role, kind, address = ...
-- Who reads the address is waiting for it.
io.stdout:setvbuf("line")
assert(kinds[kind] and kinds[kind][role], "usage: peer.lua serve|ask KIND [ADDRESS]")(address)
