--- What the kernel's specs share: numbers as the kernel lays them out, captures, namespaces, interpreters that stay.

local assert = require "luassert"
local llsocket = require "llsocket"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local kernel = {}

local little = llsocket.htons(1) ~= 1

--- An integer as so many bytes, in the machine's order.
function kernel.bytes(width, number)
  local out = {}
  for i = 1, width do
    out[little and i or width + 1 - i] = string.char(number % 256)
    number = math.floor(number / 256)
  end
  return table.concat(out)
end

local function number(text, at, width, ascending)
  local value = 0
  for i = 1, width do
    value = value * 256 + text:byte(ascending and at + width - i or at + i - 1)
  end
  return value
end

--- The unsigned integer in so many bytes of a text, from a place on, in the machine's order.
function kernel.number(text, at, width)
  return number(text, at, width, little)
end

--- The same in the network's order.
function kernel.network(text, at, width)
  return number(text, at, width, false)
end

--- Whether a failure says that the kernel, or a right, is missing: such a test is pending.
function kernel.lacks(errno)
  for _, name in ipairs { "EPERM", "EACCES", "EAFNOSUPPORT", "EPROTONOSUPPORT", "ESOCKTNOSUPPORT", "EOPNOTSUPP", "ENOPROTOOPT" } do
    if errno == llsocket[name] then return true end
  end
  return false
end

--- A new socket of the address, or nil and why the kernel, or this user, cannot have it.
function kernel.try(ai)
  local sock, text, errno = socket.new(ai)
  if sock then return keep(sock) end
  assert(kernel.lacks(errno), text)
  return nil, text
end

-- What goes over loopback ------------------------------------------------------------------------------------------

--- A packet socket that receives what arrives over loopback, or nil and why not.
function kernel.capture(ethertype)
  local ai = expect.value(addrinfo.packet("lo", ethertype, llsocket.SOCK_DGRAM))
  local sock, why = kernel.try(ai)
  if not sock then return nil, why end
  expect.quiet(sock:bind())
  sock:rcvtimeo(5)
  return sock
end

--- The next captured packet to the port, with its IP header. IPv6 packets are without further headers here.
function kernel.packet(capture, port)
  while true do
    local packet = expect.message(capture:recvfrom(65536))
    local header = packet:byte(1) >= 96 and 40 or packet:byte(1) % 16 * 4
    if #packet >= header + 4 and kernel.network(packet, header + 3, 2) == port then return packet, header end
  end
end

-- Other processes --------------------------------------------------------------------------------------------------

local children = 0

--- Starts an interpreter that stays until its pipe is closed, or until it is done. `before` goes before the interpreter.
-- Returns the pipe to its standard input.
function kernel.start(script, before)
  children = children + 1
  local path = support.file(([[
package.path, package.cpath = %q, %q
local llsocket = require "llsocket"
local addrinfo, socket = llsocket.addrinfo, llsocket.socket
_G.llsocket, _G.addrinfo, _G.socket = llsocket, addrinfo, socket
]]):format(package.path, package.cpath) .. script, "stays" .. children .. ".lua")
  return assert(io.popen(("exec %s '%s' '%s'"):format(before or "", support.interpreter(), path), "w"))
end

--- What /proc says of one of our descriptors.
function kernel.fdinfo(fd, field)
  local file = assert(io.open("/proc/self/fdinfo/" .. fd))
  local value = file:read("*a"):match(field .. ":%s*(%S+)")
  file:close()
  return value
end

--- Runs a shell command; true when it succeeds, otherwise false and what it printed.
function kernel.run(command, ...)
  command = command:format(...)
  local pipe = assert(io.popen("{ " .. command .. "; } 2>&1; printf '\\n%d' $?"))
  local output, status = pipe:read("*a"):match("^(.*)\n(%d+)$")
  pipe:close()
  return status == "0", command .. ": " .. output
end

-- Namespaces -------------------------------------------------------------------------------------------------------

local Namespace = {}
Namespace.__index = Namespace
local spaces = 0

--- A new network namespace, whose name no other process has, or nil and why not.
function kernel.namespace()
  spaces = spaces + 1
  local name = ("llsocket-%s-%d"):format(support.pid(), spaces)
  local made, why = kernel.run("ip netns add %s", name)
  if not made then return nil, why end
  local self = setmetatable({ name = name }, Namespace)
  local entered, because = kernel.run("ip -n %s link set lo up", name)
  if not entered then
    -- A sandbox that lets a namespace be made, and nobody in.
    self:delete()
    return nil, because
  end
  return self
end

function Namespace:delete()
  kernel.run("ip netns delete %s", self.name)
end

--- Runs `ip` in the namespace; it must succeed.
function Namespace:ip(command, ...)
  assert(kernel.run("ip -n %s " .. command, self.name, ...))
end

--- A network card of the one namespace that is wired to one of the other, both with IPv4 and IPv6 addresses and up.
-- Addresses are 10.77.<net>.1 and .2, fd77:<net>::1 and ::2.
function Namespace:wire(other, name, net)
  self:ip("link add %s type veth peer name %s netns %s", name, name, other.name)
  for host, space in ipairs { self, other } do
    space:ip("address add 10.77.%d.%d/24 dev %s", net, host, name)
    space:ip("address add fd77:%d::%d/64 dev %s nodad", net, host, name)
    space:ip("link set %s up", name)
  end
end

--- A socket of the namespace: a script in an interpreter there returns it, and it is handed over.
function Namespace:socket(script, ...)
  local path = support.path("handover")
  local inbox = expect.value(socket.new(addrinfo.unix(path, llsocket.SOCK_DGRAM)))
  expect.quiet(inbox:bind())
  local output, status = support.child(([[
    local made, text = (function() %s end)()
    assert(made, text)
    local out = assert(socket.new(addrinfo.unix(%q, llsocket.SOCK_DGRAM)))
    assert(not out:connect())
    assert(out:sendfd(made))
  ]]):format(script:format(...), path), "ip netns exec " .. self.name)
  assert(status == 0, output)
  local fd = expect.done(inbox:recvfd())
  inbox:close()
  os.remove(path)
  local sock = keep(expect.value(socket.wrap(fd)))
  sock:rcvtimeo(5)
  return sock
end

return kernel
