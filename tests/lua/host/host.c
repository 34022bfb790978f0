// How a host runs its checks and reports them.
#include "host.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PASSED = 0, FAILED = 1, SKIPPED = 77, NOTE_SIZE = 1024 };

static char *note; // shared with the child, which writes it
static int failures;

static void write_note(const char *format, va_list values) {
    vsnprintf(note, NOTE_SIZE, format, values);
    for (char *end = strchr(note, '\n'); end; end = strchr(end, '\n')) *end = ' ';
}

void host_note(const char *format, ...) {
    va_list values;
    va_start(values, format);
    write_note(format, values);
    va_end(values);
}

void host_fail(const char *format, ...) {
    va_list values;
    va_start(values, format);
    write_note(format, values);
    va_end(values);
    _exit(FAILED);
}

void host_skip(const char *format, ...) {
    va_list values;
    va_start(values, format);
    write_note(format, values);
    va_end(values);
    _exit(SKIPPED);
}

static void report(const char *verdict, const char *name, const char *end) {
    printf("%s - %s %s: %s", verdict, HOST_FLAVOUR, HOST_NAME, name);
    if (*note) printf(" (%s)", note);
    printf("%s\n", end);
    fflush(stdout);
}

void host_check(const char *name, unsigned seconds, void (*check)(const void *subject), const void *subject) {
    if (!note) note = mmap(NULL, NOTE_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (note == MAP_FAILED) exit(FAILED);
    *note = 0;
    pid_t child = fork();
    if (child < 0) exit(FAILED);
    if (child == 0) {
        setpgid(0, 0); // with a group of its own, whatever it forked ends with it
        check(subject);
        _exit(PASSED);
    }
    setpgid(child, child);
    int status = 0;
    unsigned ticks = 0;
    // A poll, not an alarm in the child: the checks need SIGALRM for themselves.
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (ticks++ == seconds * 200) kill(-child, SIGKILL);
        usleep(5000);
    }
    kill(-child, SIGKILL);
    if (WIFEXITED(status) && WEXITSTATUS(status) == PASSED) {
        report("ok", name, "");
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == SKIPPED) {
        report("skip", name, "");
    } else {
        char end[64] = "";
        if (WIFSIGNALED(status)) {
            const char *cause = ticks > seconds * 200 ? ", it took too long" : "";
            snprintf(end, sizeof end, " [killed by signal %d%s]", WTERMSIG(status), cause);
        }
        report("not ok", name, end);
        failures++;
    }
}

int host_status(void) {
    return failures ? FAILED : PASSED;
}

lua_State *host_open(void) {
    lua_State *L = luaL_newstate();
    if (!L) host_fail("no state");
    luaL_openlibs(L);
    return L;
}

static const char *text(lua_State *L) {
    const char *message = lua_tostring(L, -1);
    return message ? message : "an error that is no string";
}

void host_call(lua_State *L, int arguments, int results) {
    if (lua_pcall(L, arguments, results, 0)) host_fail("raised: %s", text(L));
}

void host_push(lua_State *L, const char *script) {
    if (luaL_loadstring(L, script)) host_fail("does not load: %s", text(L));
    host_call(L, 0, 1);
}

void host_push_file(lua_State *L, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", HOST_DIRECTORY, name);
    if (luaL_loadfile(L, path)) host_fail("does not load: %s", text(L));
    host_call(L, 0, 1);
}

void host_run(lua_State *L, const char *script) {
    host_push(L, script);
    lua_pop(L, 1);
}

void host_file(lua_State *L, const char *name) {
    host_push_file(L, name);
    lua_pop(L, 1);
}

void host_collect(lua_State *L) {
    for (int i = 0; i < 3; i++) lua_gc(L, LUA_GCCOLLECT, 0);
}

int host_descriptors(void) {
    DIR *directory = opendir("/proc/self/fd");
    if (!directory) host_fail("no /proc/self/fd");
    int count = -1; // the directory's own
    for (struct dirent *entry; (entry = readdir(directory));)
        if (*entry->d_name != '.') count++;
    closedir(directory);
    return count;
}

long host_resident(void) {
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &size, &resident) != 2) host_fail("no /proc/self/statm");
    fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}
