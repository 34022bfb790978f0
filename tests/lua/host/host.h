// A host: a C program that embeds Lua, and what every such program here needs.
#ifndef HOST_H
#define HOST_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>

// Runs one check in a child of its own, so that a crash or a hang is that check's failure and nobody else's.
// `seconds` is the time it may take. The subject is handed to the check as it is.
void host_check(const char *name, unsigned seconds, void (*check)(const void *subject), const void *subject);

// The exit status of the whole program: 0 when nothing failed.
int host_status(void);

// Ends the check: it failed, or it has no meaning here. Both say why.
_Noreturn void host_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void host_skip(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Adds a figure or a word to the line of a check that passes.
void host_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

// A state with the standard libraries.
lua_State *host_open(void);

// Runs a script, or a file beside the hosts, and leaves nothing; a raised error fails the check.
void host_run(lua_State *L, const char *script);
void host_file(lua_State *L, const char *name);

// Pushes what the script or the file returns: one value.
void host_push(lua_State *L, const char *script);
void host_push_file(lua_State *L, const char *name);

// Pops a function's arguments and the function, pushes its results; a raised error fails the check.
void host_call(lua_State *L, int arguments, int results);

// Collects all garbage, also what finalizers let go.
void host_collect(lua_State *L);

// Open descriptors of this process, and its resident memory in KiB.
int host_descriptors(void);
long host_resident(void);

#define HOST_EXPECT(truth, ...)                                                                                        \
    do {                                                                                                               \
        if (!(truth)) host_fail(__VA_ARGS__);                                                                          \
    } while (0)

#endif
