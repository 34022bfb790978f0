// The shim's switches for a Lua script: arm(nth, many), disarm() -> requests, refused() -> to whom.
#include <lauxlib.h>
#include <lua.h>

void fault_arm(long nth, long many);
long fault_disarm(void);
int fault_refused(void);

static int arm(lua_State *L) {
    fault_arm((long)luaL_checkinteger(L, 1), (long)luaL_checkinteger(L, 2));
    return 0;
}

static int disarm(lua_State *L) {
    lua_pushinteger(L, fault_disarm());
    return 1;
}

static int refused(lua_State *L) {
    lua_pushinteger(L, fault_refused());
    return 1;
}

int luaopen_fault(lua_State *L) {
    static const luaL_Reg functions[] = {{"arm", arm}, {"disarm", disarm}, {"refused", refused}, {NULL, NULL}};
    luaL_newlib(L, functions);
    return 1;
}
