// Memory runs out at every request in turn: nothing aborts, no descriptor leaks, the state goes on.
#include "host.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

// An allocator that refuses `refusals` requests from the `first` on, once it is armed. What shrinks is always granted, as Lua demands.
struct memory {
    bool armed;
    long first, refusals, requests, refused;
};

static void *allocate(void *memory, void *block, size_t size, size_t wanted) {
    struct memory *m = memory;
    if (wanted == 0) {
        free(block);
        return NULL;
    }
    if (m->armed && (!block || wanted > size)) {
        long request = ++m->requests;
        if (request >= m->first && request - m->first < m->refusals) {
            m->refused++;
            return NULL;
        }
    }
    return realloc(block, wanted);
}

// activate(): hands over a listening socket as a service manager does: as descriptor 3, told by the environment.
static int activate(lua_State *L) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int sock = socket(AF_UNIX, SOCK_STREAM, 0);
    char pid[16];
    snprintf(pid, sizeof pid, "%d", (int)getpid());
    if (sock < 0 || bind(sock, (struct sockaddr *)&address, sizeof address.sun_family) || listen(sock, 1) ||
        setenv("LISTEN_PID", pid, 1) || setenv("LISTEN_FDS", "1", 1))
        return luaL_error(L, "no socket to hand over");
    if (sock != 3) {
        if (dup2(sock, 3) != 3) return luaL_error(L, "no descriptor 3");
        close(sock);
    }
    return 0;
}

static lua_State *open(struct memory *memory) {
    lua_State *L = lua_newstate(allocate, memory);
    if (!L) host_skip("this Lua insists on its own allocator"); // LuaJIT without GC64
    luaL_openlibs(L);
    lua_register(L, "activate", activate);
    return L;
}

// Calls a function of allocation.lua, which the state keeps as `torture`.
static void call(lua_State *L, const char *name, int results) {
    lua_getglobal(L, "torture");
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
    host_call(L, 0, results);
}

// What a whole module consists of, as the first state of all says.
static char *whole;

static void learn_the_whole(void) {
    lua_State *L = host_open();
    host_push_file(L, "allocation.lua");
    lua_getfield(L, -1, "inventory");
    host_call(L, 0, 1);
    whole = strdup(lua_tostring(L, -1));
    lua_close(L);
}

static void close_raw(lua_State *L, int index) {
    lua_getfield(L, index, "raw");
    if (lua_isnumber(L, -1)) close((int)lua_tointeger(L, -1));
    lua_pop(L, 1);
}

// One scenario with memory running out at one point. True when it ran out, false when the scenario was over before.
static bool attempt(const char *scenario, bool loads, long first, long refusals) {
    struct memory memory = {.first = first, .refusals = refusals};
    int outside = host_descriptors();
    lua_State *L = open(&memory);
    host_push_file(L, "allocation.lua");
    lua_pushvalue(L, -1);
    lua_setglobal(L, "torture");
    lua_getfield(L, -1, "scenarios");
    lua_getfield(L, -1, scenario);
    lua_replace(L, 1);
    lua_settop(L, 1);
    lua_getfield(L, 1, "run");
    lua_getfield(L, 1, "prepare");
    host_call(L, 0, 1);
    host_collect(L);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    memory.armed = true;
    int status = lua_pcall(L, 1, 0, 0);
    memory.armed = false;

    if (status) {
        const char *message = lua_tostring(L, -1);
        bool memory_error = status == LUA_ERRMEM || (message && strstr(message, "not enough memory"));
        HOST_EXPECT(memory_error && memory.refused, "request %ld refused %ld times: raised %s", first, refusals,
                    message ? message : "no string");
        lua_pop(L, 1);
    }
    close_raw(L, 3);
    lua_settop(L, 0); // with what was prepared, all sockets become garbage
    host_collect(L);
    int left = host_descriptors() - outside;
    HOST_EXPECT(!left, "request %ld refused %ld times: %d descriptors are left", first, refusals, left);
    call(L, "usable", 0);
    if (loads) {
        call(L, "inventory", 1);
        HOST_EXPECT(strcmp(lua_tostring(L, -1), whole) == 0, "request %ld refused %ld times: the modules are not whole", first,
                    refusals);
    }
    lua_close(L);
    HOST_EXPECT(host_descriptors() == outside, "request %ld refused %ld times: the closed state left %d descriptors", first,
                refusals, host_descriptors() - outside);
    return memory.refused > 0;
}

// The same in a process of its own, for what a process does once.
static bool attempt_alone(const char *scenario, long first, long refusals) {
    enum { OVER = 0, RAN_OUT = 100 };
    pid_t child = fork();
    if (child < 0) host_fail("no process");
    if (child == 0) _exit(attempt(scenario, false, first, refusals) ? RAN_OUT : OVER);
    int status;
    if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) host_fail("request %ld refused %ld times: crashed", first, refusals);
    if (WEXITSTATUS(status) != OVER && WEXITSTATUS(status) != RAN_OUT) _exit(WEXITSTATUS(status)); // with the child's note
    return WEXITSTATUS(status) == RAN_OUT;
}

// Refused once: what collects garbage and asks again goes on. Refused twice: that fails too. Refused for good: also what comes after.
static const long refusals[] = {1, 2, LONG_MAX};

static void every_point(const void *scenario) {
    long points = 0;
    bool alone = strcmp(scenario, "listenfds") == 0;
    // Whoever calls everything asks for memory very often: there the shortest shortage is left out.
    for (int i = strncmp(scenario, "every", 5) == 0; i < 3; i++)
        for (long first = 1; alone ? attempt_alone(scenario, first, refusals[i]) : attempt(scenario, false, first, refusals[i]); first++)
            points++;
    host_note("%ld points", points);
}

// Loading asks for memory thousands of times: for good at every request, the other ways at some.
static void loading(const void *scenario) {
    learn_the_whole();
    long points = 0;
    bool root = strcmp(scenario, "require llsocket") == 0;
    for (int i = 0; i < 3; i++) {
        long step = root ? (i == 2 ? 1 : 7) : 23;
        for (long first = 1 + i; attempt(scenario, true, first, refusals[i]); first += step) points++;
    }
    host_note("%ld points", points);
}

static void rehearse(const void *unused) {
    (void)unused;
    lua_State *L = host_open();
    host_push_file(L, "allocation.lua");
    lua_getfield(L, -1, "rehearse");
    host_call(L, 0, 0);
    lua_close(L);
}

int main(void) {
    host_check("every method and function is called, and none wrongly", 20, rehearse, NULL);
    lua_State *L = host_open();
    host_push_file(L, "allocation.lua");
    lua_getfield(L, -1, "names");
    for (int i = 1;; i++) {
        lua_rawgeti(L, -1, i);
        const char *name = lua_tostring(L, -1);
        if (!name) break;
        host_check(name, 60, strncmp(name, "require", 7) == 0 ? loading : every_point, name);
        lua_pop(L, 1);
    }
    lua_close(L);
    return host_status();
}
