---@meta llsocket.unix
-- Rendered by the crate llsocket-reference: ./dev docs.

---Makes the addresses of unix sockets, and opens such sockets by their paths.
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

---Opens a unix socket that is connected to the socket at `path`.
---
---socket(2), connect(2), unix(7). `path` may be an abstract name (`"\0name"`, Linux). `socktype`
---is `SOCK_*`, by default SOCK_STREAM. If the listener's backlog is full, the call waits: for
---`sec` seconds, ETIMEDOUT when they have expired, by default without a limit; EDOM for a
---negative, infinite or undefined number. ENOENT if there is no such file, ECONNREFUSED if nobody
---listens, EPROTOTYPE for a socket of another type. The socket is blocking. In Lua a signal ends
---the wait with EINTR.
---@param path string
---@param socktype? integer
---@param sec? number
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function unix.connect(path, socktype, sec) end

---Opens a unix socket that listens at `path`; a file that a socket has left there is replaced.
---
---socket(2), bind(2), listen(2), unix(7). `path` may be an abstract name (`"\0name"`, Linux).
---`socktype` is `SOCK_*`, by default SOCK_STREAM; a SOCK_DGRAM socket is bound, and receives.
---`backlog` is at least 1, by default SOMAXCONN. `mode` is the permissions of the file, 0 to 0o777
---(in Lua `tonumber("660", 8)`), whatever umask(2) is; the file never has more. Abstract names
---have none: EINVAL. A file is replaced only if it is a socket to which nobody listens; of several
---callers that replace it at the same time, one succeeds. EADDRINUSE for anything else. Closing
---the socket leaves the file. The socket is blocking.
---@param path string
---@param socktype? integer
---@param backlog? integer
---@param mode? integer
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function unix.listen(path, socktype, backlog, mode) end

return unix
