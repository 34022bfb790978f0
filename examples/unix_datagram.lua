--- Datagrams between unix sockets: by path, by abstract name (Linux), and over a ready-made pair.
--
--   lua5.4 unix_datagram.lua [exchanges]

local llsocket = require "llsocket"
local must = llsocket.must
local addrinfo = require "llsocket.addrinfo"
local env = require "llsocket.env"
local socket = require "llsocket.socket"

local EXCHANGES = tonumber((...)) or 20000

local function bound(path)
  local sock = must(socket.new(must(addrinfo.unix(path, llsocket.SOCK_DGRAM))))
  must(sock:bind())
  return sock
end

--- A printable form: an abstract name begins with a NUL.
local function shown(ai)
  local name = ai:addr()
  return name:byte() == 0 and "@" .. name:sub(2) or name
end

--- A question and its answer; the answerer learns from recvfrom whom to answer.
local function exchange(asker, answerer, address, question)
  assert(asker:sendto(question, address) == #question)
  local message, from = answerer:recvfrom()
  assert(message == question)
  assert(answerer:sendto(message:reverse(), from) == #message)
  local answer, sender = asker:recvfrom()
  assert(answer == question:reverse() and sender == address, "a wrong answer")
  return from
end

local function between(one, other)
  local asker, answerer = bound(one), bound(other)
  local address = must(answerer:getsockname())
  local from = exchange(asker, answerer, address, "who are you?")
  print(("%s asked %s and was answered"):format(shown(from), shown(address)))
  asker:close()
  answerer:close()
end

-- By path: bind makes a file, and whoever made it removes it.
local one, other = os.tmpname(), os.tmpname()
os.remove(one)
os.remove(other)
between(one, other)
os.remove(one)
os.remove(other)

-- By abstract name: no file, gone with the last socket.
if env.os == "linux" then
  between("\0llsocket.example.one" .. one, "\0llsocket.example.other" .. other)
end

-- A pair needs no names at all. A datagram is a whole message, also when it is empty.
local pair = must(socket.pair(llsocket.SOCK_DGRAM))
local message = ("x"):rep(64)
local began = os.clock()
for _ = 1, EXCHANGES do
  pair[1]:send(message)
  assert(pair[2]:recv() == message)
end
local seconds = os.clock() - began
print(("%d messages of %d bytes through a pair, %.2f us of processor time for each send and recv"):format(
  EXCHANGES, #message, seconds / EXCHANGES * 1e6))

assert(pair[1]:send("") == 0)
assert(pair[2]:recv() == "")
print("an empty datagram arrived as an empty string")
pair[1]:close()
pair[2]:close()
