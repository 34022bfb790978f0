// A storm of signals over a blocking stream: not a byte is lost, doubled or changed.
#include "host.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TOTAL = 64 << 20, PERIOD = 65521 * 16, MAXIMUM = 1 << 19 };

// Twice a period that no buffer size divides, so that any piece of the stream is one stretch of it.
static unsigned char *pattern;

static void draw_pattern(void) {
    pattern = malloc(PERIOD + MAXIMUM);
    if (!pattern) host_fail("no memory");
    uint32_t seed = 1;
    for (long i = 0; i < PERIOD; i++) {
        seed = seed * 1664525u + 1013904223u;
        pattern[i] = (unsigned char)(seed >> 24);
    }
    memcpy(pattern + PERIOD, pattern, MAXIMUM);
}

static long position; // how much of the stream the script has had

// verify(message): the next bytes of the stream are these.
static int verify(lua_State *L) {
    size_t size;
    const char *message = luaL_checklstring(L, 1, &size);
    if (size > MAXIMUM || position + (long)size > TOTAL || memcmp(message, pattern + position % PERIOD, size))
        return luaL_error(L, "wrong bytes after %d", (int)position);
    position += (long)size;
    return 0;
}

// piece(size): the next bytes of the stream, as many as are left.
static int piece(lua_State *L) {
    long size = (long)luaL_checkinteger(L, 1);
    if (size > TOTAL - position) size = TOTAL - position;
    lua_pushlstring(L, (const char *)pattern + position % PERIOD, (size_t)size);
    return 1;
}

// sent(size): these have gone.
static int sent(lua_State *L) {
    position += (long)luaL_checkinteger(L, 1);
    return 0;
}

static volatile sig_atomic_t ticks;

static void tick(int number) {
    (void)number;
    ticks++;
}

static void storm(long microseconds) {
    struct sigaction action = {.sa_handler = tick};
    struct itimerval every = {{0, microseconds}, {0, microseconds}};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &every, NULL);
}

// Two ends: of a unix pair, or of a TCP connection over loopback.
static void connected(bool tcp, int ends[2]) {
    if (!tcp) {
        HOST_EXPECT(!socketpair(AF_UNIX, SOCK_STREAM, 0, ends), "no pair");
        return;
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    ends[0] = socket(AF_INET, SOCK_STREAM, 0);
    HOST_EXPECT(!bind(listener, (struct sockaddr *)&address, size) && !listen(listener, 1), "no listener");
    HOST_EXPECT(!getsockname(listener, (struct sockaddr *)&address, &size), "no address");
    HOST_EXPECT(!connect(ends[0], (struct sockaddr *)&address, size), "no connection");
    ends[1] = accept(listener, NULL, NULL);
    close(listener);
}

static _Noreturn void write_all(int fd) {
    for (long at = 0; at < TOTAL;) {
        long most = TOTAL - at < 50000 ? TOTAL - at : 50000;
        ssize_t n = write(fd, pattern + at % PERIOD, (size_t)most);
        if (n < 0) _exit(2);
        at += n;
    }
    _exit(0);
}

static _Noreturn void read_all(int fd) {
    unsigned char *block = malloc(MAXIMUM);
    long at = 0;
    for (ssize_t n; (n = read(fd, block, 50000)) > 0; at += n)
        if (at + n > TOTAL || memcmp(block, pattern + at % PERIOD, (size_t)n)) _exit(2);
    _exit(at == TOTAL ? 0 : 3);
}

struct way {
    bool tcp, sends;
    const char *script;
};

static const char *const receive = "local sock = assert(require 'llsocket'.socket.wrap(fd))\n"
                                   "while true do\n"
                                   "    local message, err, again = sock:recv(20000)\n"
                                   "    assert(not err, err)\n"
                                   "    if message then verify(message) elseif again then agains = agains + 1 else break end\n"
                                   "end\n"
                                   "assert(sock:close() == nil)";

static const char *const send_ = "local sock = assert(require 'llsocket'.socket.wrap(fd))\n"
                                 "while true do\n"
                                 "    local message = piece(300000)\n"
                                 "    if message == '' then break end\n"
                                 "    local n, err, again = sock:send(message)\n"
                                 "    assert(n, err or 'closed by the peer')\n"
                                 "    if n < #message then assert(again == true) agains = agains + 1 end\n"
                                 "    sent(n)\n"
                                 "end\n"
                                 "assert(sock:close() == nil)";

static const char *const sendfile_ = "local sock = assert(require 'llsocket'.socket.wrap(fd))\n"
                                     "while done < total do\n"
                                     "    local n, err, again = sock:sendfile(file, total - done, done)\n"
                                     "    assert(n, err or 'closed by the peer')\n"
                                     "    if n < total - done then assert(again == true) agains = agains + 1 end\n"
                                     "    done = done + n\n"
                                     "    sent(n)\n"
                                     "end\n"
                                     "assert(sock:close() == nil)";

static void set_number(lua_State *L, const char *name, long value) {
    lua_pushinteger(L, (lua_Integer)value);
    lua_setglobal(L, name);
}

static void through(const void *subject) {
    const struct way *way = subject;
    draw_pattern();
    int ends[2];
    connected(way->tcp, ends);
    pid_t peer = fork();
    if (peer == 0) {
        close(ends[0]);
        if (way->sends) read_all(ends[1]);
        write_all(ends[1]);
    }
    close(ends[1]);
    lua_State *L = host_open();
    lua_register(L, "verify", verify);
    lua_register(L, "piece", piece);
    lua_register(L, "sent", sent);
    set_number(L, "fd", ends[0]);
    set_number(L, "agains", 0);
    set_number(L, "total", TOTAL);
    set_number(L, "done", 0);
    if (way->script == sendfile_) {
        int file = memfd_create("stream", 0);
        for (long at = 0; at < TOTAL;) {
            long most = TOTAL - at < PERIOD ? TOTAL - at : PERIOD;
            ssize_t n = write(file, pattern, (size_t)most);
            HOST_EXPECT(n == most, "no file");
            at += n;
        }
        set_number(L, "file", file);
    }
    storm(200);
    host_run(L, way->script);
    storm(0);
    lua_close(L);
    HOST_EXPECT(position == TOTAL, "%ld of %d bytes", position, TOTAL);
    int status;
    while (waitpid(peer, &status, 0) < 0 && errno == EINTR) continue;
    HOST_EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 0, "the peer saw wrong bytes: %d", WEXITSTATUS(status));
    HOST_EXPECT(ticks > 20, "only %d signals came", (int)ticks);
    host_note("64 MiB, %d signals", (int)ticks);
}

int main(void) {
    const struct way ways[] = {{false, false, receive}, {true, false, receive},   {false, true, send_},
                               {true, true, send_},     {false, true, sendfile_}, {true, true, sendfile_}};
    host_check("received over unix", 60, through, &ways[0]);
    host_check("received over TCP", 60, through, &ways[1]);
    host_check("sent over unix", 60, through, &ways[2]);
    host_check("sent over TCP", 60, through, &ways[3]);
    host_check("sendfile over unix", 60, through, &ways[4]);
    host_check("sendfile over TCP", 60, through, &ways[5]);
    return host_status();
}
