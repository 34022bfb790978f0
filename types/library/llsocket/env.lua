---@meta llsocket.env
-- Rendered by the crate llsocket-reference: ./dev docs.

---Describes the system that the module was built for.
---@class llsocket.env.module
---@field os string The operating system's name: `linux`, `macos`, `freebsd` ...
---@field unixpath_max integer The most bytes that the path of a unix address has room for.
---@field somaxconn integer The maximum backlog of listen, SOMAXCONN.
local env = {}

return env
