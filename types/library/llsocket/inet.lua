---@meta llsocket.inet
-- Rendered by the crate llsocket-reference: ./dev docs.

---Finds the addresses of internet hosts and services, connects to them, and listens.
local inet = {}

---Finds the addresses of a host and a service.
---
---getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address with AI_PASSIVE,
---else the loopback address. `port` is a decimal number up to 65535 or a name of services(5),
---without blanks or a sign; EAI_SERVICE otherwise. Errors are `EAI_*` numbers; in place of
---EAI_SYSTEM the errno is returned. The call may wait for name servers.
---
---IPv4 and IPv6 addresses, in the resolver's order. `flags` are `AI_*`.
---@param host? string
---@param port? string|integer
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@param ... integer flags, any number of them
---@return llsocket.addrinfo[]? list
---@return string? err
---@return integer? errno
function inet.getaddrinfo(host, port, socktype, protocol, ...) end

---Finds the addresses of a host and a service.
---
---getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address with AI_PASSIVE,
---else the loopback address. `port` is a decimal number up to 65535 or a name of services(5),
---without blanks or a sign; EAI_SERVICE otherwise. Errors are `EAI_*` numbers; in place of
---EAI_SYSTEM the errno is returned. The call may wait for name servers.
---
---IPv6 addresses only. `flags` are `AI_*`.
---@param host? string
---@param port? string|integer
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@param ... integer flags, any number of them
---@return llsocket.addrinfo[]? list
---@return string? err
---@return integer? errno
function inet.getaddrinfo6(host, port, socktype, protocol, ...) end

---Connects to a TCP service by the name of its host.
---
---getaddrinfo(3) and connect(2). Each of the host's addresses is tried in the order of RFC 6724,
---with IPv6 and IPv4 taking turns; the next attempt begins 250 ms after the one before, or at once
---when that has failed, and the first to succeed ends the others (happy eyeballs, RFC 8305).
---`port` is a number or the name of a service. `sec` limits the time in all, the look-up included;
---EDOM for a negative, infinite or undefined number. Without it the times of the resolver and the
---kernel hold. Returns `again` when the time has expired. `localai` is the address that the socket
---is bound to, and selects the family. Errors are the resolver's `EAI_*`, or that of the attempt
---that failed last; EAFNOSUPPORT if the host has no address of the family of `localai`. The socket
---is blocking. In Lua a signal ends the call as an expired time does.
---@param host string|nil
---@param port string|integer
---@param sec? number
---@param localai? llsocket.addrinfo|llsocket.addrinfo[]
---@return llsocket.socket? sock
---@return string? err
---@return boolean? again
---@return integer? errno
function inet.connect(host, port, sec, localai) end

---Opens a TCP socket that listens at an address of a host, with SO_REUSEADDR.
---
---getaddrinfo(3), bind(2), listen(2). `port` is a number or the name of a service; 0 selects a
---free port. Without `host`, or with `*`, the socket listens at all addresses: of IPv6 and IPv4
---where the system has IPv6, of IPv4 elsewhere. IPv4 peers of such a socket have addresses of the
---form `::ffff:192.0.2.1`, of which ipv4mapped returns the IPv4 address. If the host has several
---addresses, the first that can be bound is used. `backlog` is at least 1, by default SOMAXCONN.
---With `reuseport` several sockets share the port (SO_REUSEPORT). Errors are the resolver's
---`EAI_*`, or EADDRINUSE, EADDRNOTAVAIL, EACCES and the like. The socket is blocking.
---@param host string|nil
---@param port string|integer
---@param backlog? integer
---@param reuseport? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function inet.listen(host, port, backlog, reuseport) end

return inet
