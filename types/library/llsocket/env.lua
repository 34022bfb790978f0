---@meta llsocket.env
-- Rendered by the crate llsocket-reference: ./dev docs.

---Tells about the system that the module was built for.
---@class llsocket.env.module
---@field os string The operating system's name: `linux`, `macos`, `freebsd` ...
---@field unixpath_max integer The most bytes that the path of a unix address has room for.
---@field somaxconn integer The longest backlog that listen takes, SOMAXCONN.
local env = {}

return env
