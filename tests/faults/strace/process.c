// A module for the Lua that plays scenarios: processes, which Lua itself knows nothing of.
#include <lauxlib.h>
#include <lua.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

// call_in_child(function, seconds): the wait status of the child, which SIGALRM ends after so many seconds.
static int call_in_child(lua_State *L) {
    int status;
    luaL_checktype(L, 1, LUA_TFUNCTION);
    unsigned seconds = (unsigned)luaL_checkinteger(L, 2);
    pid_t child = fork();
    if (child < 0) return luaL_error(L, "fork");
    if (child == 0) {
        alarm(seconds);
        lua_settop(L, 1);
        _exit(lua_pcall(L, 0, 0, 0) == 0 ? 0 : 1);
    }
    if (waitpid(child, &status, 0) < 0) return luaL_error(L, "waitpid");
    lua_pushinteger(L, status);
    return 1;
}

// stop(): stops this process until SIGCONT.
static int stop(lua_State *L) {
    (void)L;
    raise(SIGSTOP);
    return 0;
}

int luaopen_process(lua_State *L) {
    lua_newtable(L);
    lua_pushcfunction(L, call_in_child);
    lua_setfield(L, -2, "call_in_child");
    lua_pushcfunction(L, stop);
    lua_setfield(L, -2, "stop");
    return 1;
}
