// Several Lua states in one process know nothing of each other.
#include "host.h"

#include <pthread.h>

static const char *const work =
    "local llsocket = require 'llsocket'\n"
    "ends = ends or assert(llsocket.socket.pair(llsocket.SOCK_STREAM))\n"
    "assert(ends[1]:send 'hello' == 5 and ends[2]:recv() == 'hello')\n"
    "assert(not pcall(ends[1].send, ends[1], 5))\n"
    "local _, text, number = llsocket.socket.wrap(-1)\n"
    "assert(type(text) == 'string' and number == llsocket.EBADF)\n"
    "collectgarbage()";

static void interleaved(const void *unused) {
    (void)unused;
    int before = host_descriptors();
    lua_State *one = host_open(), *other = host_open();
    for (int i = 0; i < 50; i++) {
        host_run(one, work);
        host_run(other, work);
    }
    lua_close(one);
    HOST_EXPECT(host_descriptors() == before + 2, "the other state's descriptors went too");
    for (int i = 0; i < 50; i++) host_run(other, work);
    one = host_open();
    host_run(one, work);
    lua_close(other);
    host_run(one, work);
    lua_close(one);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
}

static void live(const void *unused) {
    (void)unused;
    lua_State *L = host_open();
    int before = host_descriptors();
    host_run(L, "local llsocket = require 'llsocket'\n"
                "kept = {}\n"
                "for i = 1, 50 do kept[i] = assert(llsocket.socket.pair(llsocket.SOCK_STREAM)) end\n"
                "kept.listener = assert(llsocket.socket.new(llsocket.addrinfo.inet('127.0.0.1', 0, llsocket.SOCK_STREAM)))\n"
                "assert(not kept.listener:bind() and not kept.listener:listen())\n"
                "kept.cycle = kept\n"
                "coroutine.wrap(function(ends) kept.thread = coroutine.running() coroutine.yield(ends) end)(kept[1])");
    HOST_EXPECT(host_descriptors() == before + 101, "the sockets were not made");
    lua_close(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors are left", host_descriptors() - before);
}

static int calls;
static char order[8];

static int record(lua_State *L) {
    const char *mark = lua_tostring(L, 1);
    if (calls < (int)sizeof order - 1) order[calls] = mark ? *mark : '?';
    calls++;
    return 0;
}

static void finalizers(const void *unused) {
    (void)unused;
    lua_State *L = host_open();
    int before = host_descriptors();
    lua_register(L, "record", record);
    host_run(L, "local llsocket = require 'llsocket'\n"
                "ends = assert(llsocket.socket.pair(llsocket.SOCK_STREAM))\n"
                "assert(ends[1]:addgcfn(record, 'a') == true)\n"
                "assert(ends[1]:addgcfn(function() record 'b' error 'swallowed' end))\n"
                "assert(ends[1]:addgcfn(record, 'c'))\n"
                "assert(ends[2]:addgcfn(record, 'z') and ends[2]:delgcfn(record))");
    host_collect(L);
    HOST_EXPECT(calls == 0, "a finalizer ran while its socket was alive");
    lua_close(L);
    HOST_EXPECT(calls == 3, "%d of 3 finalizers ran", calls);
    HOST_EXPECT(order[0] == 'a' && order[1] == 'b' && order[2] == 'c', "they ran in the order %s", order);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors are left", host_descriptors() - before);
}

static void *in_a_thread(void *unused) {
    (void)unused;
    for (int round = 0; round < 20; round++) {
        lua_State *L = host_open();
        for (int i = 0; i < 50; i++) host_run(L, work);
        lua_close(L);
    }
    return NULL;
}

static void threads(const void *unused) {
    (void)unused;
    int before = host_descriptors();
    pthread_t thread[3];
    for (int i = 0; i < 3; i++) HOST_EXPECT(!pthread_create(&thread[i], NULL, in_a_thread, NULL), "no thread");
    for (int i = 0; i < 3; i++) pthread_join(thread[i], NULL);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
}

static void *start(void *unused) {
    (void)unused;
    lua_State *L = host_open();
    host_run(L, work);
    return L;
}

static void handed_over(const void *unused) {
    (void)unused;
    int before = host_descriptors();
    for (int i = 0; i < 50; i++) {
        pthread_t thread;
        void *L;
        HOST_EXPECT(!pthread_create(&thread, NULL, start, NULL), "no thread");
        pthread_join(thread, &L);
        host_run(L, work);
        lua_close(L);
    }
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
}

int main(void) {
    host_check("two interleaved, each closed while the other goes on", 20, interleaved, NULL);
    host_check("closed with live sockets", 20, live, NULL);
    host_check("finalizers run at the end", 20, finalizers, NULL);
    host_check("three threads with a state each", 40, threads, NULL);
    host_check("made in a thread that is gone, closed in another", 20, handed_over, NULL);
    return host_status();
}
