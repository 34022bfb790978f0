---@meta llsocket.device
-- Rendered by the crate llsocket-reference: ./dev docs.

---Lists the interfaces of this host.
local device = {}

---Lists the addresses of all interfaces.
---
---getifaddrs(3); on Linux by rtnetlink(7), which distinguishes a broadcast address from a peer's.
---@return llsocket.ifaddr[]? list
---@return string? err
---@return integer? errno
function device.getifaddrs() end

---Lists the hardware addresses of all interfaces that have one, by name.
---
---getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.
---@return table<string, string>? addrs
---@return string? err
---@return integer? errno
function device.macaddrs() end

---The index of the interface called `name`; ENODEV where there is none.
---
---if_nametoindex(3).
---@param name string
---@return integer? index
---@return string? err
---@return integer? errno
function device.nametoindex(name) end

---The name of the interface with `index`; ENODEV where there is none.
---
---if_indextoname(3).
---@param index integer
---@return string? name
---@return string? err
---@return integer? errno
function device.indextoname(index) end

---Lists all interfaces: their indices and names.
---
---if_nameindex(3).
---@return llsocket.interface[]? list
---@return string? err
---@return integer? errno
function device.nameindex() end

---One address of one interface.
---@class llsocket.ifaddr
---@field name string The interface's name.
---@field index integer Its index.
---@field flags integer Its `IFF_*` flags.
---@field mtu integer? Its MTU, in bytes, if the system returns it with the address.
---@field label string? The label of the address, if it differs from the interface's name (`eth0:1`, Linux).
---@field family integer? The address's family, `AF_*`, where there is an address.
---@field addr llsocket.addrinfo? The address; absent for an interface without one.
---@field netmask llsocket.addrinfo? The network mask.
---@field broadaddr llsocket.addrinfo? The broadcast address, if one is configured.
---@field dstaddr llsocket.addrinfo? The peer's address, on a point-to-point interface.

---An interface.
---@class llsocket.interface
---@field index integer Its index.
---@field name string Its name.

return device
