// The barest module that Lua's C interface allows, for two of the workloads: no argument is checked, no error is told.
// What it takes above C is Lua's own share, which no module can save.
#include <errno.h>
#include <lauxlib.h>
#include <lua.h>
#include <sys/socket.h>

static int bare_send(lua_State *L) {
    const int *fd = lua_touserdata(L, 1);
    size_t size;
    const char *message = lua_tolstring(L, 2, &size);
    lua_pushinteger(L, send(*fd, message, size, MSG_NOSIGNAL));
    return 1;
}

static int bare_recv(lua_State *L) {
    const int *fd = lua_touserdata(L, 1);
    char buffer[4096];
    ssize_t size = recv(*fd, buffer, sizeof buffer, 0);
    if (size < 0) {
        lua_pushnil(L);
        lua_pushnil(L);
        lua_pushboolean(L, errno == EAGAIN);
        return 3;
    }
    lua_pushlstring(L, buffer, (size_t)size);
    return 1;
}

static int bare_pair(lua_State *L) {
    int ends[2];
    int flags = lua_toboolean(L, 2) ? SOCK_NONBLOCK : 0;
    if (socketpair(AF_UNIX, (int)lua_tointeger(L, 1) | flags, 0, ends)) return luaL_error(L, "no pair");
    lua_createtable(L, 2, 0);
    for (int i = 0; i < 2; i++) {
        int *fd = lua_newuserdata(L, sizeof *fd);
        *fd = ends[i];
        lua_pushvalue(L, lua_upvalueindex(1));
        lua_setmetatable(L, -2);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

int luaopen_bare(lua_State *L) {
    lua_newtable(L);
    lua_newtable(L); // what `socket` is in llsocket
    lua_newtable(L); // the metatable
    lua_newtable(L);
    lua_pushcfunction(L, bare_send);
    lua_setfield(L, -2, "send");
    lua_pushcfunction(L, bare_recv);
    lua_setfield(L, -2, "recv");
    lua_setfield(L, -2, "__index");
    lua_pushcclosure(L, bare_pair, 1);
    lua_setfield(L, -2, "pair");
    lua_setfield(L, -2, "socket");
    lua_pushinteger(L, SOCK_DGRAM);
    lua_setfield(L, -2, "SOCK_DGRAM");
    return 1;
}
