--- Multicast that goes out and comes back on this machine: IPv4 and IPv6, any-source and source-specific.
--
-- In the source-specific rounds a bystander joins the same group for somebody else's datagrams,
-- and must hear nothing.
--
--   lua5.4 multicast.lua

local llsocket = require "llsocket"
local must = llsocket.must
local addrinfo = require "llsocket.addrinfo"
local device = require "llsocket.device"
local socket = require "llsocket.socket"

--- The two families: groups whose scope ends at this machine or this site.
local families = {
  {
    name = "IPv4",
    number = llsocket.AF_INET,
    address = addrinfo.inet,
    wildcard = "0.0.0.0",
    any_source = "239.255.77.77",
    source_specific = "232.77.77.77",
    somebody_else = "192.0.2.77",
  },
  {
    name = "IPv6",
    number = llsocket.AF_INET6,
    address = addrinfo.inet6,
    wildcard = "::",
    any_source = "ff11::7777",
    source_specific = "ff31::8000:7777",
    somebody_else = "2001:db8::77",
  },
}

--- A datagram socket of a family, bound to an address.
local function bound(ai)
  local sock = must(socket.new(ai))
  must(sock:bind())
  return sock, must(sock:getsockname())
end

--- What a receiver gets within a fifth of a second: the message and its sender, or nil.
local function hear(sock)
  if sock:recvable(0.2) then
    local message, from = must(sock:recvfrom())
    return message, from
  end
end

--- One round trip through `interface`; answers with a line about it, or nil and what stood against it.
local function round(family, interface, source_specific)
  local group = source_specific and family.source_specific or family.any_source
  local anywhere = must(family.address(family.wildcard, 0, llsocket.SOCK_DGRAM))
  local receiver, heard_at = bound(anywhere)
  local bystander, ignored_at = bound(anywhere)
  local sender = must(socket.new(anywhere))
  must(sender:bind(interface.addr))

  local source = must(sender:getsockname())
  if source_specific then
    must(receiver:mcastjoinsrc(group, source, interface.name))
    must(bystander:mcastjoinsrc(group, family.somebody_else, interface.name))
  else
    must(receiver:mcastjoin(group, interface.name))
  end

  must(sender:mcastif(interface.name))
  must(sender:mcastloop(true))
  must(sender:mcastttl(1))
  local text = "to whom it may concern"
  local sent, why = sender:sendto(text, must(family.address(group, heard_at:port())))
  local line
  if sent then
    local message, from = hear(receiver)
    assert(message == text and from == source, "the datagram did not come back")
    if source_specific then
      assert(sender:sendto(text, must(family.address(group, ignored_at:port()))) == #text)
      assert(not hear(bystander), "somebody heard what was not for him")
    end
    line = ("%d bytes from %s came back through %s"):format(#message, from:addr(), interface.name)
  end

  if source_specific then
    must(receiver:mcastleavesrc(group, source, interface.name))
  else
    must(receiver:mcastleave(group, interface.name))
  end
  for _, sock in ipairs { sender, receiver, bystander } do
    sock:close()
  end
  return line, why
end

--- The interfaces that have an address of a family, the loopback first.
local function interfaces(family)
  local found = {}
  for _, interface in ipairs(must(device.getifaddrs())) do
    if interface.family == family.number then
      local address = interface.addr:addr()
      local loopback = address == "::1" or address:find("^127%.")
      table.insert(found, loopback and 1 or #found + 1, interface)
    end
  end
  return found
end

for _, family in ipairs(families) do
  for _, source_specific in ipairs { false, true } do
    -- A loopback interface often has no route for IPv6 multicast; then another one serves,
    -- and the scope of the group keeps the datagram on this machine all the same.
    local line, err
    for _, interface in ipairs(interfaces(family)) do
      line, err = round(family, interface, source_specific)
      if line then
        break
      end
    end
    print(("%s %s: %s"):format(family.name, source_specific and "source-specific" or "any-source     ",
      line or "skipped, no interface takes it: " .. (err or "none has an address")))
  end
end
