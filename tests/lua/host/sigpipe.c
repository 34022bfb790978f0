// A peer that is gone never kills the host, and the host's signals are never touched.
#include "host.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const calls[] = {"send", "sendto", "write", "sendfile", "sendfd"};

enum { CALLS = sizeof calls / sizeof *calls };

// A state with `dead`, which makes each call on sockets without a peer, over unix and TCP.
static lua_State *open(void) {
    lua_State *L = host_open();
    host_push_file(L, "sigpipe.lua");
    lua_setglobal(L, "dead");
    return L;
}

static void call(lua_State *L, const char *name) {
    char script[64];
    snprintf(script, sizeof script, "dead '%s'", name);
    host_run(L, script);
}

// Whatever could differ in how this thread treats signals.
struct signal_state {
    struct sigaction action;
    sigset_t mask;
};

static struct signal_state signal_state(void) {
    struct signal_state now;
    memset(&now, 0, sizeof now);
    sigaction(SIGPIPE, NULL, &now.action);
    pthread_sigmask(SIG_SETMASK, NULL, &now.mask);
    return now;
}

static void unchanged(const struct signal_state *before, const char *name) {
    struct signal_state now = signal_state();
    HOST_EXPECT(now.action.sa_handler == before->action.sa_handler && now.action.sa_flags == before->action.sa_flags,
                "%s: the disposition of SIGPIPE changed", name);
    for (int i = 1; i < NSIG; i++)
        HOST_EXPECT(sigismember(&now.mask, i) == sigismember(&before->mask, i), "%s: signal %d is masked differently", name, i);
}

static bool pending(void) {
    sigset_t set;
    sigpending(&set);
    return sigismember(&set, SIGPIPE);
}

static void block(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

// With the default disposition, which ends the process.
static void by_default(const void *unused) {
    (void)unused;
    signal(SIGPIPE, SIG_DFL);
    struct signal_state before = signal_state();
    lua_State *L = open();
    unchanged(&before, "require");
    for (int round = 0; round < 100; round++)
        for (int i = 0; i < CALLS; i++) {
            call(L, calls[i]);
            unchanged(&before, calls[i]);
        }
    lua_close(L);
    unchanged(&before, "lua_close");
}

static volatile sig_atomic_t seen;

static void see(int number) {
    (void)number;
    seen++;
}

static void handled(const void *unused) {
    (void)unused;
    signal(SIGPIPE, see);
    struct signal_state before = signal_state();
    lua_State *L = open();
    for (int i = 0; i < CALLS; i++) {
        call(L, calls[i]);
        unchanged(&before, calls[i]);
        HOST_EXPECT(!seen, "%s: the host's handler ran", calls[i]);
    }
    lua_close(L);
}

static void blocked(const void *unused) {
    (void)unused;
    block();
    struct signal_state before = signal_state();
    lua_State *L = open();
    for (int i = 0; i < CALLS; i++) {
        call(L, calls[i]);
        unchanged(&before, calls[i]);
        HOST_EXPECT(!pending(), "%s: a SIGPIPE was left behind", calls[i]);
    }
    lua_close(L);
}

// The host's own pending signal, of its thread or of the process, is the host's to take.
static void own(const void *of_process) {
    signal(SIGPIPE, SIG_DFL);
    block();
    lua_State *L = open();
    for (int i = 0; i < CALLS; i++) {
        if (of_process)
            kill(getpid(), SIGPIPE);
        else
            raise(SIGPIPE);
        struct signal_state before = signal_state();
        call(L, calls[i]);
        unchanged(&before, calls[i]);
        HOST_EXPECT(pending(), "%s: the host's own SIGPIPE is gone", calls[i]);
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGPIPE);
        const struct timespec now = {0, 0};
        while (sigtimedwait(&set, NULL, &now) == SIGPIPE) continue;
    }
    lua_close(L);
}

int main(void) {
    host_check("by default, a hundred times", 30, by_default, NULL);
    host_check("with a handler", 10, handled, NULL);
    host_check("blocked", 10, blocked, NULL);
    host_check("blocked, with one pending in the thread", 10, own, NULL);
    host_check("blocked, with one pending in the process", 10, own, "process");
    return host_status();
}
