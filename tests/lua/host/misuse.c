// Misuse is raised as an ordinary Lua error, from wherever the call was made.
#include "host.h"

// A C function between the script and the call: an error has to cross its frame too.
static int through(lua_State *L) {
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

static void scripts(const void *name) {
    lua_State *L = host_open();
    int before = host_descriptors();
    lua_pushcfunction(L, through);
    lua_setglobal(L, "through");
    host_push_file(L, "misuse.lua");
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
    host_call(L, 0, 0);
    host_collect(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
    lua_close(L);
}

// The host's own protected call, without any script above it.
static void from_c(const void *unused) {
    (void)unused;
    lua_State *L = host_open();
    host_push(L, "return require 'llsocket'.socket.pair");
    for (int i = 0; i < 10000; i++) {
        lua_pushvalue(L, -1);
        lua_pushliteral(L, "a string");
        HOST_EXPECT(lua_pcall(L, 1, 0, 0) == LUA_ERRRUN, "a string was taken for a socket type");
        HOST_EXPECT(lua_type(L, -1) == LUA_TSTRING, "the error is no string");
        lua_pop(L, 1);
    }
    HOST_EXPECT(lua_gettop(L) == 1, "the stack grew");
    lua_close(L);
}

int main(void) {
    host_check("ordinary work", 20, scripts, "work");
    host_check("wrong arguments name themselves", 20, scripts, "arguments");
    host_check("raised ten thousand times", 20, scripts, "repeatedly");
    host_check("raised in a coroutine", 20, scripts, "coroutine");
    host_check("raised in a comparator and a metamethod", 20, scripts, "callbacks");
    host_check("raised through C frames", 20, scripts, "frames");
    host_check("raised to a C host", 20, from_c, NULL);
    return host_status();
}
