---@meta llsocket.poll
-- Rendered by the crate llsocket-reference: ./dev docs.

---Waits for time to pass.
local poll = {}

---Returns the seconds of the monotonic clock, which no change of the system's time affects.
---
---clock_gettime(2), CLOCK_MONOTONIC. Only differences between two of them have a meaning. It is
---the clock of Python's time.monotonic on Linux.
---@return number sec
function poll.monotonic() end

---Waits for `sec` seconds.
---
---ppoll(2); fractions count, and 0 does not wait. EDOM for a negative, infinite or undefined
---number. In Lua a signal ends the wait with `again`; in Python the wait continues when the
---handlers have run.
---@param sec number
---@return boolean? done
---@return string? err
---@return boolean? again
---@return integer? errno
function poll.sleep(sec) end

return poll
