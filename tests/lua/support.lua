--- What the specs share: sockets over loopback that close themselves, child interpreters, result shapes, leak checks.

local busted = require "busted"
local lfs = require "lfs"
local assert = require "luassert"
local llsocket = require "llsocket"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local support = {}

support.huge = math.huge
support.nan = 0 / 0

--- The errno values of Linux that the specs meet, with their texts in the C locale.
support.errno = {
  ENOENT = { 2, "No such file or directory" },
  EINTR = { 4, "Interrupted system call" },
  EBADF = { 9, "Bad file descriptor" },
  EAGAIN = { 11, "Resource temporarily unavailable" },
  EACCES = { 13, "Permission denied" },
  ENODEV = { 19, "No such device" },
  EINVAL = { 22, "Invalid argument" },
  EMFILE = { 24, "Too many open files" },
  EPIPE = { 32, "Broken pipe" },
  EDOM = { 33, "Numerical argument out of domain" },
  ENAMETOOLONG = { 36, "File name too long" },
  ENOMSG = { 42, "No message of desired type" },
  ENOTSOCK = { 88, "Socket operation on non-socket" },
  EDESTADDRREQ = { 89, "Destination address required" },
  EMSGSIZE = { 90, "Message too long" },
  ENOPROTOOPT = { 92, "Protocol not available" },
  EPROTONOSUPPORT = { 93, "Protocol not supported" },
  ESOCKTNOSUPPORT = { 94, "Socket type not supported" },
  EOPNOTSUPP = { 95, "Operation not supported" },
  EADDRINUSE = { 98, "Address already in use" },
  EADDRNOTAVAIL = { 99, "Cannot assign requested address" },
  ECONNRESET = { 104, "Connection reset by peer" },
  EISCONN = { 106, "Transport endpoint is already connected" },
  ENOTCONN = { 107, "Transport endpoint is not connected" },
  ECONNREFUSED = { 111, "Connection refused" },
  ETIMEDOUT = { 110, "Connection timed out" },
  EAI_BADFLAGS = { -1, "Bad value for ai_flags" },
  EAI_NONAME = { -2, "Name or service not known" },
  EAI_FAMILY = { -6, "ai_family not supported" },
  EAI_SOCKTYPE = { -7, "ai_socktype not supported" },
  EAI_SERVICE = { -8, "Servname not supported for ai_socktype" },
  EAI_ADDRFAMILY = { -9, "Address family for hostname not supported" },
}

function support.pack(...)
  return { n = select("#", ...), ... }
end

support.unpack = rawget(table, "unpack") or rawget(_G, "unpack")
support.load = rawget(_G, "loadstring") or load

-- Result shapes ----------------------------------------------------------------------------------------------------

local expect = {}
support.expect = expect

local function show(results)
  local out = {}
  for i = 1, results.n do
    local value = results[i]
    out[i] = type(value) == "string" and ("%q"):format(value:sub(1, 80)) or tostring(value)
  end
  return "(" .. table.concat(out, ", ") .. ")"
end

local function demand(right, what, results)
  assert(right, what .. ", got " .. show(results), 3)
end

local function nothing(results, first, last)
  for i = first, last or results.n do
    if results[i] then return false end
  end
  return true
end

--- Shape E, done: no error.
function expect.quiet(...)
  local results = support.pack(...)
  demand(nothing(results, 1), "no error expected", results)
end

--- Shape V, done: a value that is not nil, and no error. Returns the value.
function expect.value(...)
  local results = support.pack(...)
  demand(results[1] ~= nil and results[2] == nil and nothing(results, 2), "a value expected", results)
  return results[1]
end

--- Shape A, done: the value, no error, not again. Returns the value.
function expect.done(...)
  local results = support.pack(...)
  demand(results[1] ~= nil and results[2] == nil and nothing(results, 2), "done expected", results)
  return results[1]
end

--- Shape F, done: the message, its sender or nil, no error, not again. Returns both.
function expect.message(...)
  local results = support.pack(...)
  demand(type(results[1]) == "string" and results[3] == nil and nothing(results, 3), "a message expected", results)
  return results[1], results[2]
end

--- Shape A, part of it sent. Returns the count.
function expect.part(...)
  local results = support.pack(...)
  local some = type(results[1]) == "number" and results[1] > 0
  demand(some and results.n == 3 and results[2] == nil and results[3] == true, "a part expected", results)
  return results[1]
end

--- Shape A, would block. Sends say 0, everything else nil.
function expect.again(...)
  local results = support.pack(...)
  demand(results.n == 3 and nothing(results, 1, 2) and results[1] == nil and results[3] == true, "again expected", results)
end

function expect.sendagain(...)
  local results = support.pack(...)
  demand(results.n == 3 and results[1] == 0 and results[2] == nil and results[3] == true, "0, again expected", results)
end

--- Shape F, would block.
function expect.messageagain(...)
  local results = support.pack(...)
  demand(results.n == 4 and nothing(results, 1, 3) and results[4] == true, "again expected", results)
end

--- Closed by the peer, shapes A and F: nothing at all.
function expect.closed(...)
  local results = support.pack(...)
  demand(results.n > 0 and results[1] == nil and nothing(results, 1), "closed expected", results)
end

local failures = {
  E = function(r, number, text) return r.n == 2 and r[1] == text and r[2] == number end,
  V = function(r, number, text) return r.n == 3 and r[1] == nil and r[2] == text and r[3] == number end,
  A = function(r, number, text)
    return r.n == 4 and r[1] == nil and r[2] == text and r[3] == false and r[4] == number
  end,
  F = function(r, number, text)
    return r.n == 5 and r[1] == nil and r[2] == nil and r[3] == text and r[4] == false and r[5] == number
  end,
}

--- Failed with the named errno, in the given shape, exactly.
function expect.failed(shape, name, ...)
  local results = support.pack(...)
  local error = support.errno[name]
  demand(failures[shape](results, error[1], error[2]), shape .. " failed with " .. name .. " expected", results)
end

local rust = { "::", "[&%*]str", "%f[%w][iuf]8%f[%W]", "%f[%w][iuf]16%f[%W]", "%f[%w][iuf]32%f[%W]", "%f[%w][iuf]64%f[%W]",
  "[iu]size", "%f[%a]String%f[%A]", "Vec<", "Option", "Some%(", "None%f[%W]", "Result<", "c_int", "panicked" }

--- A raised error names no Rust type.
function expect.plain(message)
  for _, pattern in ipairs(rust) do
    assert(not message:find(pattern), "a Rust name (" .. pattern .. ") in: " .. message, 2)
  end
end

--- Misuse is raised as "bad argument #place to 'name' (want expected, got got)"; want and got are patterns.
function expect.misuse(place, name, want, got, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok, "misuse of '" .. name .. "' was not raised", 2)
  assert(type(message) == "string", "misuse raised a " .. type(message), 2)
  local number, method, wanted, was = message:match("bad argument #(%d+) to '([^']*)' %((.+) expected, got (.+)%)$")
  assert(number, "not the text of misuse: " .. message, 2)
  local right = wanted:find("^" .. want .. "$") and was:find("^" .. got .. "$")
  right = right and tonumber(number) == place and method == name
  assert(right, ("#%d '%s' (%s / %s) expected, got: %s"):format(place, name, want, got, message), 2)
  expect.plain(message)
end

-- Descriptors ------------------------------------------------------------------------------------------------------

--- The open descriptors of this process, as a count (the one that lists them is always among them).
function support.descriptors()
  local count = 0
  for name in lfs.dir("/proc/self/fd") do
    if tonumber(name) then count = count + 1 end
  end
  return count
end

--- What a descriptor is, as the kernel's link says, or nil when it is not open.
function support.target(fd)
  return lfs.symlinkattributes("/proc/self/fd/" .. fd, "target")
end

--- The descriptor of an open file, found by its path.
function support.descriptor(path)
  for name in lfs.dir("/proc/self/fd") do
    if tonumber(name) and support.target(name) == path then return tonumber(name) end
  end
end

--- Whether a descriptor is closed at exec, asked of /proc.
function support.cloexec(fd)
  local file = assert(io.open("/proc/self/fdinfo/" .. fd))
  local flags = file:read("*a"):match("flags:%s*(%d+)")
  file:close()
  return math.floor(tonumber(flags, 8) / tonumber("2000000", 8)) % 2 == 1
end

local kept, directory = {}, nil

--- Closes the socket after the test, and returns it.
function support.keep(sock)
  kept[#kept + 1] = sock
  return sock
end

--- A path in a directory that lasts as long as the test.
function support.path(name)
  if not directory then
    directory = os.tmpname()
    os.remove(directory)
    assert(lfs.mkdir(directory))
  end
  return directory .. "/" .. name
end

--- A file with the given content, and its path.
function support.file(content, name)
  local path = support.path(name or "file")
  local file = assert(io.open(path, "wb"))
  file:write(content)
  file:close()
  return path
end

local function collect()
  collectgarbage()
  collectgarbage()
end

local function tidy()
  for i = #kept, 1, -1 do
    kept[i]:close()
    kept[i] = nil
  end
  if directory then
    os.execute("rm -rf '" .. directory .. "'")
    directory = nil
  end
end

--- Called in each describe: every test must leave as many descriptors as it found.
function support.watch()
  local before
  busted.before_each(function()
    if not before then
      collect()
    end
    before = support.descriptors()
  end)
  busted.after_each(function()
    tidy()
    -- A collection of all that busted holds takes longer than most tests, so only where something is open still.
    if support.descriptors() ~= before then
      collect()
    end
    assert(support.descriptors() == before, ("%d descriptors leaked"):format(support.descriptors() - before))
  end)
end

-- Sockets over loopback --------------------------------------------------------------------------------------------

function support.pair(socktype, nonblock)
  local both = expect.value(socket.pair(socktype or llsocket.SOCK_STREAM, nonblock))
  return support.keep(both[1]), support.keep(both[2])
end

local function loopback(address)
  address = address or "127.0.0.1"
  return address, address:find(":") and addrinfo.inet6 or addrinfo.inet
end

--- A listening TCP socket on a free port, and its address.
function support.listener(address, nonblock)
  local text, build = loopback(address)
  local sock = support.keep(expect.value(socket.new(build(text, 0, llsocket.SOCK_STREAM), nonblock)))
  expect.quiet(sock:bind())
  expect.quiet(sock:listen())
  return sock, expect.value(sock:getsockname())
end

--- A connected TCP client, the server's end, and the listener.
function support.tcp(address, nonblock)
  local listener, ai = support.listener(address)
  local client = support.keep(expect.value(socket.new(ai)))
  expect.quiet(client:connect())
  local server = support.keep(expect.done(listener:accept()))
  if nonblock then
    client:nonblock(true)
    server:nonblock(true)
  end
  return client, server, listener
end

--- A bound UDP socket on a free port, and its address. It never waits longer than five seconds.
function support.udp(address)
  local text, build = loopback(address)
  local sock = support.keep(expect.value(socket.new(build(text, 0, llsocket.SOCK_DGRAM))))
  expect.quiet(sock:bind())
  sock:rcvtimeo(5)
  return sock, expect.value(sock:getsockname())
end

--- The port of loopback TCP on which nobody listens.
function support.deadport()
  local listener, ai = support.listener()
  listener:close()
  return ai
end

--- Sends on a non-blocking socket until it takes nothing more; returns the bytes that it took.
function support.fill(sock)
  local block, total = ("x"):rep(65536), 0
  while true do
    local sent = sock:send(block)
    if sent == 0 then return total end
    total = total + sent
  end
end

--- Receives exactly so many bytes from a blocking stream.
function support.take(sock, count)
  local parts = {}
  while count > 0 do
    local part = expect.done(sock:recv(math.min(count, 65536)))
    parts[#parts + 1], count = part, count - #part
  end
  return table.concat(parts)
end

-- Time and other processes -----------------------------------------------------------------------------------------

--- Seconds since boot, in hundredths.
function support.now()
  local file = assert(io.open("/proc/uptime"))
  local seconds = file:read("*n")
  file:close()
  return seconds
end

function support.pid()
  local file = assert(io.open("/proc/self/stat"))
  local pid = file:read("*n")
  file:close()
  return ("%d"):format(pid)
end

--- This interpreter's program.
function support.interpreter()
  return lfs.symlinkattributes("/proc/self/exe", "target")
end

local prelude = [[
package.path, package.cpath = %q, %q
local llsocket = require "llsocket"
local addrinfo, socket = llsocket.addrinfo, llsocket.socket
_G.llsocket, _G.addrinfo, _G.socket = llsocket, addrinfo, socket
]]

--- Runs a script in an interpreter of its own. Returns what it printed (both streams) and its exit status.
-- `before` is shell text that goes before the interpreter, such as "ulimit -n 64;".
function support.child(script, before)
  local path = support.path("child.lua")
  local file = assert(io.open(path, "wb"))
  file:write(prelude:format(package.path, package.cpath), script)
  file:close()
  local command = ("%s timeout 60 '%s' '%s'"):format(before or "", support.interpreter(), path)
  local pipe = assert(io.popen("(" .. command .. ") 2>&1; printf '\\n%d' $?"))
  local output, status = pipe:read("*a"):match("^(.*)\n(%d+)$")
  pipe:close()
  return output, tonumber(status)
end

--- Whether the machine has IPv6 on loopback.
function support.ipv6()
  local sock = socket.new(addrinfo.inet6("::1", 0, llsocket.SOCK_DGRAM))
  local err = not sock or sock:bind()
  if sock then sock:close() end
  return not err
end

return support
