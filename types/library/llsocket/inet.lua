---@meta llsocket.inet
-- Rendered by the crate llsocket-reference: ./dev docs.

---Finds the addresses of the internet's hosts and services.
local inet = {}

---Finds the addresses of a host and a service.
---
---getaddrinfo(3), RFC 3493. Without `host` it is this host: the wildcard address with AI_PASSIVE,
---else the loopback. `port` is a decimal number up to 65535 or a name of services(5); anything
---else, with blanks or a sign, is EAI_SERVICE. Errors are `EAI_*`, but for EAI_SYSTEM, in whose
---place stands the errno behind it. Waits for name servers where it must ask them.
---
---IPv4 and IPv6 addresses, as they come. `flags` are `AI_*`.
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
---getaddrinfo(3), RFC 3493. Without `host` it is this host: the wildcard address with AI_PASSIVE,
---else the loopback. `port` is a decimal number up to 65535 or a name of services(5); anything
---else, with blanks or a sign, is EAI_SERVICE. Errors are `EAI_*`, but for EAI_SYSTEM, in whose
---place stands the errno behind it. Waits for name servers where it must ask them.
---
---IPv6 addresses alone. `flags` are `AI_*`.
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
