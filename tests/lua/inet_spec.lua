--- TCP by name, in a network of the spec's own, and unix.listen over what lies at its path.

local lfs = require "lfs"
local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local unix, must = llsocket.unix, llsocket.must
local expect, keep = support.expect, support.keep

--- 127.0.0.3 answers, 127.0.0.2 refuses, and 127.0.0.4, whose backlog is full, swallows.
local HOSTS = [[
127.0.0.2 all refuses refuses-or-swallows
127.0.0.4 all swallows refuses-or-swallows
127.0.0.3 all answers
]]

local PRELUDE = [[
local llsocket = require "llsocket"
local inet, poll, socket, must = llsocket.inet, llsocket.poll, llsocket.socket, llsocket.must
local server = must(inet.listen("127.0.0.3", 0))
local port = must(server:getsockname()):port()
local full = must(inet.listen("127.0.0.4", port, 1))
local kept = {}
repeat
  kept[#kept + 1] = must(socket.new(must(full:getsockname()), true))
  must(kept[#kept]:connect())
until not must(kept[#kept]:sendable(0.2))
local function timed(...)
  local began = poll.monotonic()
  local sock, err, again, errno = inet.connect(...)
  return sock, err, again, errno, poll.monotonic() - began
end
]]

local cases = {
  ["an address that answers, beside one that refuses and one that swallows"] = [[
    local sock, err, _, _, took = timed("all", port, 5)
    assert(sock, err)
    assert(sock:getpeername():addr() == "127.0.0.3" and took < 1)
    assert(sock:nonblock() == false)
  ]],
  ["an address that refuses"] = [[
    local sock, err, again, errno, took = timed("refuses", port, 5)
    assert(sock == nil and err == "Connection refused" and again == false and took < 1)
    assert(errno == llsocket.ECONNREFUSED)
  ]],
  ["an address that swallows"] = [[
    local sock, err, again, _, took = timed("swallows", port, 0.4)
    assert(sock == nil and err == nil and again == true and took >= 0.4 and took < 2)
  ]],
  ["one that refuses and one that swallows"] = [[
    local sock, err, again, _, took = timed("refuses-or-swallows", port, 0.4)
    assert(sock == nil and err == nil and again == true and took >= 0.4 and took < 2)
  ]],
}

describe("inet.connect to", function()
  local has_namespaces = kernel.run("unshare --net --mount true")

  for what, script in pairs(cases) do
    it(what, function()
      if not has_namespaces then pending("no network and mount namespaces") end
      local hosts = support.file(HOSTS)
      local enter = "unshare --net --mount sh -c 'ip link set lo up; mount --bind \"$0\" /etc/hosts; exec \"$@\"' '%s'"
      local output, status = support.child(PRELUDE .. script, enter:format(hosts))
      assert.equal(0, status, output)
    end)
  end
end)

describe("unix.listen", function()
  support.watch()

  it("removes nothing but stale sockets", function()
    local plain = support.file("content")
    expect.failed("V", "EADDRINUSE", unix.listen(plain))
    assert.equal("content", assert(io.open(plain)):read("*a"))
    local folder = support.path("folder")
    assert(lfs.mkdir(folder))
    expect.failed("V", "EADDRINUSE", unix.listen(folder))
    assert.equal("directory", lfs.attributes(folder, "mode"))
    local stale, link = support.path("stale"), support.path("link")
    must(unix.listen(stale)):close()
    assert(lfs.link(stale, link, true))
    expect.failed("V", "EADDRINUSE", unix.listen(link))
    assert.equal("link", lfs.symlinkattributes(link, "mode"))
    keep(must(unix.listen(stale)))
    expect.failed("V", "EADDRINUSE", unix.listen(stale))
  end)

  it("gives the file its mode, whatever the umask is", function()
    for _, mode in ipairs { "600", "660", "666", "777", "000" } do
      local path = support.path("mode" .. mode)
      keep(must(unix.listen(path, nil, nil, tonumber(mode, 8))))
      local kinds = { r = 4, w = 2, x = 1, ["-"] = 0 }
      local told = lfs.attributes(path, "permissions"):gsub("(.)(.)(.)", function(r, w, x)
        return ("%d"):format(kinds[r] + kinds[w] + kinds[x])
      end)
      assert.equal(mode, told)
    end
  end)
end)
