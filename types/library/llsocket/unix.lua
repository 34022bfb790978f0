---@meta llsocket.unix
-- Rendered by the crate llsocket-reference: ./dev docs.

---Makes the addresses of unix sockets.
local unix = {}

---Makes the unix address of `path`: empty is unnamed, a leading NUL makes an abstract name.
---
---unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes; EINVAL for a path
---with a NUL inside.
---
---Returns a list of one addrinfo, as inet.getaddrinfo does. The flags are ignored.
---@param path string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@param ... integer flags, any number of them
---@return llsocket.addrinfo[]? list
---@return string? err
---@return integer? errno
function unix.getaddrinfo(path, socktype, protocol, ...) end

return unix
