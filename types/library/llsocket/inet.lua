---@meta llsocket.inet
-- Rendered by the crate llsocket-reference: ./dev docs.

---Finds the addresses of internet hosts and services.
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
---@param port? string
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
---@param port? string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@param ... integer flags, any number of them
---@return llsocket.addrinfo[]? list
---@return string? err
---@return integer? errno
function inet.getaddrinfo6(host, port, socktype, protocol, ...) end

return inet
