// A metatable is no proof of a type: every method meets every object that it was not made for.
#include "host.h"

#include <stdint.h>
#include <string.h>

// userdata(size, fill): a block that is not a socket. fill is a byte, or a negative number for random bytes, or a string that is repeated.
static int userdata(lua_State *L) {
    size_t size = (size_t)luaL_checkinteger(L, 1);
    if (lua_type(L, 2) == LUA_TSTRING) {
        size_t length;
        const char *text = lua_tolstring(L, 2, &length);
        char *block = lua_newuserdata(L, size);
        for (size_t i = 0; i < size; i++) block[i] = text[i % length];
        return 1;
    }
    long fill = (long)luaL_checkinteger(L, 2);
    unsigned char *block = lua_newuserdata(L, size);
    uint32_t seed = 12345u + (uint32_t)size;
    for (size_t i = 0; i < size; i++) {
        seed = seed * 1664525u + 1013904223u;
        block[i] = fill < 0 ? (unsigned char)(seed >> 24) : (unsigned char)fill;
    }
    return 1;
}

// pointer(address): a light userdata, with an address that nobody may follow.
static int pointer(lua_State *L) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)luaL_checkinteger(L, 1));
    return 1;
}

// size(object): how many bytes a userdata has.
static int size(lua_State *L) {
#if LUA_VERSION_NUM < 502
    lua_pushinteger(L, (lua_Integer)lua_objlen(L, 1));
#else
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
#endif
    return 1;
}

static void scripts(const void *name) {
    lua_State *L = host_open();
    int before = host_descriptors();
    lua_register(L, "userdata", userdata);
    lua_register(L, "pointer", pointer);
    lua_register(L, "size", size);
    host_push_file(L, "metatable.lua");
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
    host_call(L, 0, 1);
    if (lua_isnumber(L, -1)) host_note("%ld calls", (long)lua_tonumber(L, -1));
    lua_pop(L, 1);
    host_collect(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors became %d", before, host_descriptors());
    lua_close(L);
    HOST_EXPECT(host_descriptors() == before, "%d descriptors are left", host_descriptors() - before);
}

int main(void) {
    host_check("metatables are locked", 20, scripts, "locked");
    host_check("on an open file", 20, scripts, "file");
    host_check("on userdata of every size", 40, scripts, "sizes");
    host_check("on userdata that begin with words of the module's", 40, scripts, "words");
    host_check("on light userdata, which all share one", 20, scripts, "light");
    host_check("on tables, numbers and nothing", 20, scripts, "values");
    host_check("of an addrinfo on a socket, and the other way", 20, scripts, "swapped");
    host_check("taken away, and given back", 20, scripts, "removed");
    host_check("__gc called by hand, twice", 20, scripts, "twice");
    host_check("__gc by hand does not close what took the number", 20, scripts, "reused");
    return host_status();
}
