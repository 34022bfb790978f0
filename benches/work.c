// The work that is measured, in C: what the kernel alone costs, and the least that a program adds.
//
//   work WORKLOAD COUNT SLICES    prints the CPU nanoseconds of one operation in the best of the slices
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { SMALL = 64, BUFFER = 4096, PIECE = 65536 };

static int ends[2];
static struct sockaddr_in address;
static char message[PIECE], buffer[PIECE];

static void must(int truth) {
    if (truth) return;
    perror("work");
    exit(1);
}

static void open_pair(void) {
    must(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends) == 0);
}

static void open_empty(void) {
    must(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) == 0);
}

static int bound(int type) {
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    must(fd >= 0 && bind(fd, (struct sockaddr *)&address, size) == 0);
    must(getsockname(fd, (struct sockaddr *)&address, &size) == 0);
    return fd;
}

static void open_udp(void) {
    ends[0] = bound(SOCK_DGRAM);
    ends[1] = bound(SOCK_DGRAM);
}

static void open_stream(void) {
    int listener = bound(SOCK_STREAM);
    must(listen(listener, 1) == 0);
    ends[0] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(connect(ends[0], (struct sockaddr *)&address, sizeof address) == 0);
    must((ends[1] = accept4(listener, NULL, NULL, SOCK_CLOEXEC)) >= 0);
}

static void open_nothing(void) {
}

static void run_loop(long count) {
    for (long i = 0; i < count; i++) __asm__ volatile("");
}

static void run_pair(long count) {
    for (long i = 0; i < count; i++) {
        must(send(ends[0], message, SMALL, MSG_NOSIGNAL) == SMALL);
        must(recv(ends[1], buffer, BUFFER, 0) == SMALL);
    }
}

static void run_empty(long count) {
    for (long i = 0; i < count; i++) must(recv(ends[1], buffer, BUFFER, 0) < 0 && errno == EAGAIN);
}

static void run_udp(long count) {
    for (long i = 0; i < count; i++) {
        struct sockaddr_storage from;
        socklen_t size = sizeof from;
        must(sendto(ends[0], message, SMALL, MSG_NOSIGNAL, (struct sockaddr *)&address, sizeof address) == SMALL);
        must(recvfrom(ends[1], buffer, BUFFER, 0, (struct sockaddr *)&from, &size) == SMALL);
    }
}

// One piece: what of it the kernel takes at once, and all of that back.
static void run_stream(long count) {
    for (long i = 0; i < count; i++) {
        ssize_t n = send(ends[0], message, PIECE, MSG_NOSIGNAL | MSG_DONTWAIT);
        must(n > 0);
        while (n > 0) {
            ssize_t got = recv(ends[1], buffer, PIECE, 0);
            must(got > 0);
            n -= got;
        }
    }
}

static const struct {
    const char *name;
    void (*open)(void);
    void (*run)(long count);
} workloads[] = {
    {"loop", open_nothing, run_loop}, {"pair", open_pair, run_pair},       {"empty", open_empty, run_empty},
    {"udp", open_udp, run_udp},       {"stream", open_stream, run_stream},
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

int main(int argc, char **argv) {
    must(argc == 4);
    long count = atol(argv[2]), slices = atol(argv[3]);
    memset(message, 'm', sizeof message);
    for (size_t i = 0; i < sizeof workloads / sizeof *workloads; i++) {
        if (strcmp(workloads[i].name, argv[1])) continue;
        workloads[i].open();
        double best = 0;
        for (long slice = 0; slice < slices; slice++) {
            double start = now();
            workloads[i].run(count / slices);
            double each = (now() - start) / (double)(count / slices);
            if (slice == 0 || each < best) best = each;
        }
        printf("%.2f\n", best);
        return 0;
    }
    errno = EINVAL;
    must(0);
}
