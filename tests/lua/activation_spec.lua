--- Socket activation: descriptors that a child finds open from the third on, as a service manager hands them over.

local llsocket = require "llsocket"
local support = require "support"

local socket = llsocket.socket
local expect = support.expect

--- Runs a script in a child that has our sockets as its descriptors 3, 4 ... `environment` is shell text.
local function activated(environment, socks, script)
  local redirect = {}
  for i, sock in ipairs(socks) do
    sock:cloexec(false)
    -- First out of the way, for the targets may be sources of others.
    redirect[i] = ("%d<&%d"):format(20 + i, sock:fd())
  end
  for i = 1, #socks do redirect[#redirect + 1] = ("%d<&%d %d<&-"):format(2 + i, 20 + i, 20 + i) end
  local before = ("%s\nexec %s"):format(environment, table.concat(redirect, " "))
  local path = support.file(([[
package.path, package.cpath = %q, %q
local llsocket = require "llsocket"
_G.llsocket, _G.socket = llsocket, llsocket.socket
]]):format(package.path, package.cpath) .. script, "activated.lua")
  -- No `timeout`, which would have a process between the shell, whose number LISTEN_PID is, and the interpreter.
  local shell = support.file(("%s\nexec '%s' '%s'\n"):format(before, support.interpreter(), path), "activate.sh")
  local pipe = assert(io.popen(("bash '%s' 2>&1; printf '\\n%%d' $?"):format(shell)))
  local output, status = pipe:read("*a"):match("^(.*)\n(%d+)$")
  pipe:close()
  for _, sock in ipairs(socks) do sock:cloexec(true) end
  return output, tonumber(status)
end

local show = [[
  local out = {}
  for _, entry in ipairs(assert(socket.listenfds())) do
    out[#out + 1] = ("%d:%s:%s"):format(entry.socket:fd(), entry.name, tostring(entry.socket:cloexec()))
  end
  io.write(table.concat(out, " "), "|", #socket.listenfds())
]]

describe("socket.listenfds", function()
  support.watch()

  it("adopts what was handed over, by name, once", function()
    local one, ai = support.listener()
    local two = support.udp()
    local output, status = activated("export LISTEN_PID=$$ LISTEN_FDS=2 LISTEN_FDNAMES=web:dns", { one, two }, show)
    assert.equal(0, status, output)
    assert.equal("3:web:true 4:dns:true|0", output)
    assert.equal(ai:port(), one:getsockname():port())
  end)

  it("gives sockets that work", function()
    local listener, ai = support.listener()
    local client = support.keep(expect.value(socket.new(ai)))
    expect.quiet(client:connect())
    expect.done(client:send("hello"))
    local output, status = activated("export LISTEN_PID=$$ LISTEN_FDS=1", { listener }, [[
      local entry = assert(socket.listenfds())[1]
      assert(entry.name == "unknown" and entry.socket:acceptconn())
      assert(entry.socket:family() == llsocket.AF_INET and entry.socket:socktype() == llsocket.SOCK_STREAM)
      local server = assert(entry.socket:accept())
      assert(server:recv() == "hello")
      assert(server:send("welcome") == 7)
    ]])
    assert.equal(0, status, output)
    assert.equal("welcome", expect.done(client:recv()))
  end)

  it("names what has no name of its own", function()
    local one, two, three = support.udp(), support.udp(), support.udp()
    local output = activated("export LISTEN_PID=$$ LISTEN_FDS=3 LISTEN_FDNAMES=:b", { one, two, three }, show)
    assert.equal("3:unknown:true 4:b:true 5:unknown:true|0", output)
  end)

  it("takes them out of the environment, so that the next program does not take them again", function()
    local one, two = support.udp(), support.udp()
    local output, status = activated("export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=web", { one, two }, [[
      local list = assert(socket.listenfds())
      assert(#list == 1 and list[1].name == "web")
      for _, name in ipairs { "LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES" } do
        assert(os.getenv(name) == nil, name)
      end
      local pipe = io.popen("env")
      assert(not pipe:read("*a"):find("LISTEN_"))
      pipe:close()
      assert(#assert(socket.listenfds()) == 0)
    ]])
    assert.equal(0, status, output)
  end)

  it("takes out of the environment what is for another process, too", function()
    local output, status = activated("export LISTEN_PID=1 LISTEN_FDS=1 LISTEN_FDNAMES=web", { (support.udp()) }, [[
      assert(#assert(socket.listenfds()) == 0)
      assert(not os.getenv("LISTEN_PID") and not os.getenv("LISTEN_FDS") and not os.getenv("LISTEN_FDNAMES"))
    ]])
    assert.equal(0, status, output)
  end)

  it("makes what is no socket close-on-exec", function()
    local path = support.file("", "handed")
    local environment = ("export LISTEN_PID=$$ LISTEN_FDS=2; exec 4<'%s'"):format(path)
    local output, status = activated(environment, { (support.udp()) }, [[
      assert(#assert(socket.listenfds()) == 1)
      local pipe = io.popen("readlink /proc/self/fd/4 || true")
      io.write(pipe:read("*a"))
      pipe:close()
      assert(io.open("/proc/self/fd/4"), "it stays open")
    ]])
    assert.equal(0, status, output)
    assert.equal("", output)
  end)

  it("leaves alone what is no socket", function()
    local one, two = support.udp(), support.udp()
    local script = "export LISTEN_PID=$$ LISTEN_FDS=3 LISTEN_FDNAMES=a:file:c"
    local output, status = activated(script, { one, two, two }, [[
      local names = {}
      for _, entry in ipairs(assert(socket.listenfds())) do names[#names + 1] = entry.name .. entry.socket:fd() end
      io.write(table.concat(names, " "))
    ]])
    assert.equal(0, status, output)
    assert.equal("a3 file4 c5", output)
    output, status = activated("exec 9</dev/null; " .. script, { one }, [[
      local names = {}
      for _, entry in ipairs(assert(socket.listenfds())) do names[#names + 1] = entry.name .. entry.socket:fd() end
      io.write(table.concat(names, " "))
    ]])
    assert.equal(0, status, output)
    assert.equal("a3", output)
  end)

  for what, environment in pairs {
    ["nothing"] = "unset LISTEN_PID LISTEN_FDS",
    ["another process"] = "export LISTEN_PID=1 LISTEN_FDS=1",
    ["no number"] = "export LISTEN_PID=$$ LISTEN_FDS=one",
    ["none"] = "export LISTEN_PID=$$ LISTEN_FDS=0",
    ["fewer than none"] = "export LISTEN_PID=$$ LISTEN_FDS=-5",
    ["a number beyond all"] = "export LISTEN_PID=$$ LISTEN_FDS=99999999999999999999",
    ["no process"] = "export LISTEN_FDS=1; unset LISTEN_PID",
    ["a process in words"] = "export LISTEN_PID=x$$ LISTEN_FDS=1",
  } do
    it("is empty where the environment speaks of " .. what, function()
      local output, status = activated(environment, { (support.udp()) }, show)
      assert.equal(0, status, output)
      assert.equal("|0", output)
    end)
  end

  it("believes no count that a process cannot have", function()
    local output, status = activated("export LISTEN_PID=$$ LISTEN_FDS=2147483647", { (support.udp()) }, show)
    assert.equal(0, status, output)
    assert.equal("3:unknown:true|0", output)
  end)

  it("is empty here", function()
    assert.are.same({}, expect.value(socket.listenfds()))
  end)
end)
