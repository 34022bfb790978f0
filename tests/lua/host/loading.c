// States come and go a thousand times; what they used goes with them.
#include "host.h"

#include <stdio.h>

enum { ROUNDS = 1000, WARM = 200, SLACK = 1024 }; // KiB

static const char *const modules[] = {"llsocket",          "llsocket.socket", "llsocket.inet", "llsocket.unix",
                                      "llsocket.addrinfo", "llsocket.device", "llsocket.env"};

static void repeatedly(const void *unused) {
    (void)unused;
    int before = host_descriptors();
    long level = 0;
    for (int i = 0; i < ROUNDS; i++) {
        if (i == WARM) level = host_resident();
        lua_State *L = host_open();
        char script[512];
        snprintf(script, sizeof script,
                 "local first = require '%s'\n" // every module is the first to be required now and then
                 "assert(type(first) == 'table')\n"
                 "local llsocket = require 'llsocket'\n"
                 "assert(llsocket.socket == require 'llsocket.socket')\n"
                 "kept = assert(llsocket.socket.pair(llsocket.SOCK_STREAM))\n"
                 "kept[1]:addgcfn(function() end)\n"
                 "assert(kept[1]:send 'x' == 1)",
                 modules[i % 7]);
        host_run(L, script);
        lua_close(L);
        HOST_EXPECT(host_descriptors() == before, "round %d left %d descriptors", i, host_descriptors() - before);
    }
    long growth = host_resident() - level;
    HOST_EXPECT(growth < SLACK, "memory grew by %ld KiB", growth);
    host_note("memory grew by %ld KiB", growth);
}

int main(void) {
    host_check("a thousand states", 60, repeatedly, NULL);
    return host_status();
}
