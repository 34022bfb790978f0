// What tests/fuzz/run loads into Lua interpreters by LD_PRELOAD: a signal every millisecond, whose handler does nothing and
// does not restart system calls; and at the end, after the Lua state was closed, exit status 9 where descriptors are left.
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096, LEAKED = 9 };

static char open_at_start[DESCRIPTORS];

static void handle(int signo) {
    (void)signo;
}

// Calls `visit` with every open descriptor.
static void each_descriptor(void (*visit)(int fd)) {
    DIR *dir = opendir("/proc/self/fd");
    if (!dir) abort();
    for (struct dirent *entry; (entry = readdir(dir));) {
        int fd = atoi(entry->d_name);
        if (entry->d_name[0] != '.' && fd != dirfd(dir) && fd < DESCRIPTORS) visit(fd);
    }
    closedir(dir);
}

static void remember(int fd) {
    open_at_start[fd] = 1;
}

static int leaked;

static void report(int fd) {
    if (open_at_start[fd]) return;
    char link[64], target[256] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (readlink(link, target, sizeof target - 1) < 0) return;
    fprintf(stderr, "descriptor left open: %d (%s)\n", fd, target);
    leaked = 1;
}

static void set_timer(long usec) {
    struct itimerval every = {{0, usec}, {0, usec}};
    setitimer(ITIMER_REAL, &every, NULL);
}

// Whether this is the interpreter, and not a program that starts it.
static int is_interpreter(void) {
    return strncmp(program_invocation_short_name, "lua", 3) == 0;
}

__attribute__((constructor)) static void start(void) {
    if (!is_interpreter()) return;
    struct sigaction action = {.sa_handler = handle};
    each_descriptor(remember);
    sigaction(SIGALRM, &action, NULL);
    set_timer(1000);
}

__attribute__((destructor)) static void stop(void) {
    if (!is_interpreter()) return;
    set_timer(0);
    each_descriptor(report);
    if (leaked) _exit(LEAKED);
}
