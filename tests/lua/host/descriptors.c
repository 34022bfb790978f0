// Sockets opened and closed by the hundred thousand leave no descriptor.
#include "host.h"

#include <stdio.h>
#include <stdlib.h>

static void many(const void *script) {
    const char *wish = getenv("LLSOCKET_OPENS");
    long opens = wish ? atol(wish) : 200000;
    lua_State *L = host_open();
    host_run(L, "llsocket = require 'llsocket'");
    int before = host_descriptors();
    lua_pushnumber(L, (lua_Number)(opens / 4)); // four checks share the number
    lua_setglobal(L, "opens");
    host_run(L, script);
    host_collect(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors are left", host_descriptors() - before);
    host_note("%ld", opens / 4);
    lua_close(L);
}

int main(void) {
    host_check("opened and closed", 60, many,
               "local new, ai = llsocket.socket.new, assert(llsocket.addrinfo.inet('127.0.0.1', 0, llsocket.SOCK_DGRAM))\n"
               "for _ = 1, opens do assert(assert(new(ai)):close() == nil) end");
    host_check("pairs opened and closed", 60, many,
               "local pair, stream = llsocket.socket.pair, llsocket.SOCK_STREAM\n"
               "for _ = 1, opens / 2 do\n"
               "    local ends = assert(pair(stream))\n"
               "    ends[1]:close()\n"
               "    ends[2]:close()\n"
               "end");
    host_check("opened and collected", 60, many,
               "local pair, stream = llsocket.socket.pair, llsocket.SOCK_DGRAM\n"
               "for i = 1, opens / 2 do\n"
               "    assert(pair(stream))\n"
               "    if i % 100 == 0 then collectgarbage() end\n"
               "end");
    host_check("accepted and closed", 60, many,
               "local llsocket, socket = llsocket, llsocket.socket\n"
               "local listener = assert(socket.new(llsocket.addrinfo.unix('\\0llsocket-' .. tostring({}), llsocket.SOCK_STREAM)))\n"
               "assert(not listener:bind() and not listener:listen())\n"
               "local ai = assert(listener:getsockname())\n"
               "for _ = 1, opens / 2 do\n"
               "    local client = assert(socket.new(ai))\n"
               "    assert(not client:connect())\n"
               "    local server = assert(listener:accept())\n"
               "    server:close()\n"
               "    client:close()\n"
               "end\n"
               "listener:close()");
    return host_status();
}
