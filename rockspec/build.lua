--- Builds the module for the Lua that runs this file and leaves it in build/llsocket.so.
--
-- LuaRocks calls it from the rockspec; `lua5.4 rockspec/build.lua` in the repository does the same.
-- Each Lua has a cargo target directory of its own, so that changing over rebuilds nothing. They
-- are in build/target, or in $CARGO_TARGET_DIR.

local function quoted(word) return "'" .. word:gsub("'", [['\'']]) .. "'" end

--- Runs a command. Lua 5.1 answers with a number where its successors answer with a boolean.
local function runs(command)
  local result = os.execute(command)
  return result == true or result == 0
end

--- The oldest Rust that can build llsocket, as Cargo.toml has it.
local function rust_needed()
  for line in io.lines("Cargo.toml") do
    local version = line:match('^rust%-version = "([%d.]+)"')
    if version then
      return version
    end
  end
  error("Cargo.toml has no rust-version", 0)
end

local NEEDED = rust_needed()

--- Whether a version such as 1.63.0 is older than another one.
local function is_older(version, than)
  local major, minor = version:match("^(%d+)%.(%d+)")
  local needed_major, needed_minor = than:match("^(%d+)%.(%d+)")
  major, minor, needed_major, needed_minor = tonumber(major), tonumber(minor), tonumber(needed_major), tonumber(needed_minor)
  return major < needed_major or (major == needed_major and minor < needed_minor)
end

--- Raises an error where a program of Rust's is too old; an old cargo would say nothing that helps.
local function check_version(program)
  local pipe = io.popen(quoted(program) .. " --version 2>/dev/null")
  local found = pipe and (pipe:read("*a") or ""):match("^%S+ (%d+%.%d+%S*)")
  if pipe then
    pipe:close()
  end
  if found and is_older(found, NEEDED) then
    local text = "llsocket needs Rust %s or newer, and %s is %s; `rustup update stable` or https://rustup.rs gets a newer one"
    error(text:format(NEEDED, program, found), 0)
  end
end

--- The shell's word for cargo: in PATH, or where rustup puts it.
local function find_cargo()
  local home = os.getenv("HOME") or ""
  local places = { "cargo", (os.getenv("CARGO_HOME") or home .. "/.cargo") .. "/bin/cargo" }
  for _, place in ipairs(places) do
    if runs(quoted(place) .. " --version >/dev/null 2>&1") then
      check_version(place)
      check_version((place:gsub("cargo$", "rustc")))
      return quoted(place)
    end
  end
  error("llsocket is built with cargo, which was not found; get Rust " .. NEEDED .. " or newer from https://rustup.rs", 0)
end

local function copy(from, to)
  local source = io.open(from, "rb")
  if not source then
    return false
  end
  local bytes = source:read("*a")
  source:close()
  -- A new file, not new bytes in the old one: that may be mapped into a running program.
  os.remove(to)
  local target = assert(io.open(to, "wb"))
  assert(target:write(bytes))
  assert(target:close())
  return true
end

-- Cargo's feature for this Lua: lua51 and so on, or luajit.
local flavour = rawget(_G, "jit") and "luajit" or (_VERSION:lower():gsub("[ .]", ""))
local target = (os.getenv("CARGO_TARGET_DIR") or "build/target") .. "/" .. flavour

local cargo = table.concat({
  find_cargo(),
  "build --release --locked --package llsocket-lua",
  "--no-default-features --features " .. flavour .. ",module",
  "--target-dir " .. quoted(target),
}, " ")

if not runs(cargo) then
  error("cargo could not build llsocket for " .. flavour, 0)
end
assert(runs("mkdir -p build"))
assert(
  copy(target .. "/release/libllsocket.so", "build/llsocket.so")
    or copy(target .. "/release/libllsocket.dylib", "build/llsocket.so"),
  "cargo left no library in " .. target .. "/release"
)
