// A module that was first required in a coroutine outlives that coroutine.
#include "host.h"

static void scripts(const void *name) {
    lua_State *L = host_open();
    int before = host_descriptors();
    host_push_file(L, "coroutine.lua");
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
    host_call(L, 0, 0);
    host_collect(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
    lua_close(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors after the state's end, not %d", host_descriptors(), before);
}

// The same with a thread that the host made, and memory that is overwritten as soon as it is free.
static void thread_of_the_host(const void *unused) {
    (void)unused;
    lua_State *L = host_open();
    lua_State *thread = lua_newthread(L);
    host_push(thread, "return require 'llsocket'");
    host_push(thread, "local ends = require 'llsocket'.socket.pair(require 'llsocket'.SOCK_STREAM)\n"
                      "ends[1]:addgcfn(function() error 'in a finalizer' end)\n"
                      "return ends");
    lua_xmove(thread, L, 1);
    lua_setglobal(L, "ends");
    lua_settop(L, 0);
    host_collect(L);
    host_run(L, "local rubbish = {} for i = 1, 20000 do rubbish[i] = { coroutine.create(function() end), ('x'):rep(i % 2000) } end");
    host_run(L, "for _ = 1, 100 do\n"
                "    assert(not pcall(ends[1].send, ends[1], {}))\n"
                "    assert(not pcall(require 'llsocket'.socket.new, 'no addrinfo'))\n"
                "    assert(ends[1]:send 'x' == 1 and ends[2]:recv() == 'x')\n"
                "end\n"
                "ends = nil");
    host_collect(L);
    lua_close(L);
}

int main(void) {
    host_check("required in a coroutine that is collected", 20, scripts, "collected");
    host_check("required in a coroutine that fails", 20, scripts, "failed");
    host_check("required in a thread of the host", 20, thread_of_the_host, NULL);
    host_check("one socket used by many coroutines", 20, scripts, "shared");
    host_check("finalizers that fail, yield and make sockets", 20, scripts, "finalizers");
    host_check("to-be-closed sockets", 20, scripts, "closing");
    return host_status();
}
