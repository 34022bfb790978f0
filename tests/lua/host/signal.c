// A signal interrupts every call that blocks: the call says again, raises nothing, and the handler has run.
#include "host.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

static volatile sig_atomic_t ticks;

static void tick(int number) {
    (void)number;
    ticks++;
}

// Without SA_RESTART: the kernel gives the call up. Every 30 ms, so that one which came too early is not the last.
static void interrupt(void) {
    struct sigaction action = {.sa_handler = tick};
    struct itimerval every = {{0, 30000}, {0, 30000}};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &every, NULL);
}

static void calm(void) {
    struct itimerval never = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &never, NULL);
}

// The results as a script would write them.
static void describe(lua_State *L, int from, char *out, size_t size) {
    *out = 0;
    for (int i = from; i <= lua_gettop(L); i++) {
        char one[128];
        switch (lua_type(L, i)) {
        case LUA_TNIL: snprintf(one, sizeof one, "nil"); break;
        case LUA_TBOOLEAN: snprintf(one, sizeof one, lua_toboolean(L, i) ? "true" : "false"); break;
        case LUA_TNUMBER: snprintf(one, sizeof one, "%ld", (long)lua_tonumber(L, i)); break;
        case LUA_TSTRING: snprintf(one, sizeof one, "'%.60s'", lua_tostring(L, i)); break;
        default: snprintf(one, sizeof one, "%s", lua_typename(L, lua_type(L, i)));
        }
        size_t length = strlen(out);
        snprintf(out + length, size - length, "%s%s", length ? ", " : "", one);
    }
}

struct call {
    const char *name, *expected;
};

static void call(const void *subject) {
    const struct call *expected = subject;
    lua_State *L = host_open();
    host_push_file(L, "signal.lua");
    lua_getfield(L, -1, expected->name);
    host_call(L, 0, 1); // prepares, and returns the call
    lua_replace(L, 1);
    lua_settop(L, 1);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    interrupt();
    host_call(L, 0, LUA_MULTRET);
    calm();
    clock_gettime(CLOCK_MONOTONIC, &end);
    char got[512];
    describe(L, 1, got, sizeof got);
    HOST_EXPECT(strcmp(got, expected->expected) == 0, "answered %s, not %s", got, expected->expected);
    HOST_EXPECT(ticks > 0, "it did not wait for the signal");
    HOST_EXPECT(end.tv_sec - start.tv_sec < 3, "it went on for %ld seconds", (long)(end.tv_sec - start.tv_sec));
    lua_close(L);
}

static const struct call calls[] = {
    {"recv", "nil, nil, true"},
    {"recv with a time limit", "nil, nil, true"},
    {"read", "nil, nil, true"},
    {"recvfrom", "nil, nil, nil, true"},
    {"recvable", "nil, nil, true"},
    {"recvable with a time limit", "nil, nil, true"},
    {"sendable", "nil, nil, true"},
    {"accept", "nil, nil, true"},
    {"accept with the peer", "nil, nil, true"},
    {"acceptfd", "nil, nil, true"},
    {"send", "0, nil, true"},
    {"send on a datagram socket", "0, nil, true"},
    {"write", "0, nil, true"},
    {"sendto", "0, nil, true"},
    {"sendfile", "0, nil, true"},
    {"sendfd", "0, nil, true"},
    {"recvfd", "nil, nil, true"},
    {"connect", "'Interrupted system call', 4"},
};

int main(void) {
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) host_check(calls[i].name, 10, call, &calls[i]);
    return host_status();
}
