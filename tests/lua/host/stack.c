// A host's thread with a small stack calls whatever needs much memory for a moment.
#include "host.h"

#include <pthread.h>
#include <stdint.h>

static void *run(void *state) {
    lua_State *L = state;
    int status = lua_pcall(L, 0, 0, 0);
    return (void *)(intptr_t)status;
}

static void in_a_thread(const void *size) {
    lua_State *L = host_open();
    if (luaL_loadstring(L, "local llsocket = require 'llsocket'\n"
                           "local socket = llsocket.socket\n"
                           "local ends = assert(socket.pair(llsocket.SOCK_DGRAM, true))\n"
                           "local infos = assert(llsocket.addrinfo.inet('127.0.0.1', 0, llsocket.SOCK_DGRAM))\n"
                           "return function()\n"
                           "    for _, room in ipairs { 1, 4096, 4097, 65536, 65537, 1000000 } do\n"
                           "        local message = ('m'):rep(math.min(room, 50000))\n"
                           "        assert(ends[1]:send(message) == #message)\n"
                           "        assert(ends[2]:recv(room) == message)\n"
                           "        assert(ends[1]:send(message) == #message)\n"
                           "        assert(ends[2]:recvfrom(room) == message)\n"
                           "    end\n"
                           "    assert(ends[1]:send 'm' == 1 and ends[2]:recv() == 'm')\n"
                           "    local sock = assert(socket.new(infos))\n"
                           "    assert(not sock:bind())\n"
                           "    assert(tostring(sock) and tostring(sock:getsockname()))\n"
                           "    assert(sock:sendto('m', assert(sock:getsockname())) == 1)\n"
                           "    assert(sock:recvfrom() == 'm')\n"
                           "    assert(select(2, socket.wrap(-1)))\n"
                           "end"))
        host_fail("does not load: %s", lua_tostring(L, -1));
    host_call(L, 0, 1);
    pthread_attr_t attributes;
    pthread_t thread;
    void *status;
    pthread_attr_init(&attributes);
    if (pthread_attr_setstacksize(&attributes, (size_t)(intptr_t)size)) host_skip("no stack as small");
    if (pthread_create(&thread, &attributes, run, L) || pthread_join(thread, &status)) host_fail("no thread");
    HOST_EXPECT(!status, "raised: %s", lua_tostring(L, -1));
    lua_close(L);
}

int main(void) {
    host_check("with a stack of 128 KiB", 20, in_a_thread, (void *)(intptr_t)(128 << 10));
    host_check("with a stack of 64 KiB", 20, in_a_thread, (void *)(intptr_t)(64 << 10));
    host_check("with a stack of 32 KiB", 20, in_a_thread, (void *)(intptr_t)(32 << 10));
    return host_status();
}
