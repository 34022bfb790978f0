--- A large file over TCP with sendfile: the kernel moves it, Lua never sees its bytes.
--
-- The receiver writes what arrives into a second file, and cksum(1) compares the two.
--
--   lua5.4 sendfile.lua [megabytes]

local llsocket = require "llsocket"
local must = llsocket.must
local inet = require "llsocket.inet"

local MEGABYTE = 1000000
local SIZE = (tonumber((...)) or 100) * MEGABYTE
local PIECE = 1024 * 1024

--- A file of `size` bytes, no two megabytes of which are alike.
local function make_file(path, size)
  local noise = {}
  for i = 1, 4096 do
    noise[i] = string.char(math.random(0, 255))
  end
  noise = table.concat(noise):rep(math.ceil(MEGABYTE / 4096))
  local file = assert(io.open(path, "wb"))
  for n = 1, size / MEGABYTE do
    assert(file:write(("%016d"):format(n), noise:sub(1, MEGABYTE - 16)))
  end
  assert(file:close())
end

--- The checksum and the length of a file, as cksum prints them.
local function checksum(path)
  local pipe = assert(io.popen("cksum <'" .. path .. "'"))
  local line = pipe:read("*l")
  pipe:close()
  return line
end

--- Two connected ends of a TCP connection on the loopback interface, both non-blocking.
local function connected()
  local listener = must(inet.listen("127.0.0.1", 0))
  local client = must(inet.connect("127.0.0.1", must(listener:getsockname()):port()))
  local server = must(listener:accept())
  listener:close()
  must(client:nonblock(true))
  must(server:nonblock(true))
  return server, client
end

local from, to = os.tmpname(), os.tmpname()
make_file(from, SIZE)

local server, client = connected()
local source = assert(io.open(from, "rb"))
local target = assert(io.open(to, "wb"))
local offset, received, calls = 0, 0, 0
local began = os.clock()

-- The two ends take turns: each does what it can until the kernel says `again`.
while received < SIZE do
  while offset < SIZE do
    local sent, err, again = server:sendfile(source, SIZE - offset, offset)
    assert(sent, err or "closed by the peer")
    calls = calls + 1
    offset = offset + sent
    if again then
      break
    end
  end
  while received < SIZE do
    local data, err, again = client:recv(PIECE)
    if again then
      break
    end
    assert(data, err or "closed by the peer")
    received = received + #data
    assert(target:write(data))
  end
end

local seconds = os.clock() - began
source:close()
target:close()
server:close()
client:close()

local there, here = checksum(from), checksum(to)
os.remove(from)
os.remove(to)
print(("%d bytes went out in %d calls of sendfile and came in"):format(offset, calls))
print(("%.2f s of processor time for both ends, %.0f MB/s"):format(seconds, SIZE / MEGABYTE / seconds))
print("checksum and length sent:     " .. there)
print("checksum and length received: " .. here)
assert(there == here, "the file was damaged")
print("they are the same")
