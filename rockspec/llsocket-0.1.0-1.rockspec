rockspec_format = "3.0"
package = "llsocket"
version = "0.1.0-1"
source = {
   url = "git+https://github.com/llsocket/llsocket.git",
   tag = "v0.1.0",
}
description = {
   summary = "The whole BSD socket interface, with results in place of exceptions",
   detailed = [[
      llsocket hands the operating system's socket calls to Lua as they are: TCP, UDP, unix
      sockets, IPv4 and IPv6, multicast, sendfile, descriptor passing and every socket option.
      Whatever the system answers comes back as a value, and would-block is one of the answers.
      It is written in Rust and runs in Lua 5.1 to 5.4 and in LuaJIT. Building it needs cargo
      (Rust 1.88 or newer) and no Lua headers.
   ]],
   homepage = "https://github.com/llsocket/llsocket",
   issues_url = "https://github.com/llsocket/llsocket/issues",
   license = "MIT",
   labels = { "network", "socket", "tcp", "udp", "unix" },
}
supported_platforms = { "unix" }
dependencies = { "lua >= 5.1" }
build = {
   type = "command",
   -- The interpreter that LuaRocks installs for tells build.lua which one it is.
   build_command = [["$(LUA)" rockspec/build.lua]],
   install = {
      lib = { llsocket = "build/llsocket.so" },
   },
   -- Type annotations for editors; they live beside the rock, outside package.path.
   copy_directories = { "types" },
}
