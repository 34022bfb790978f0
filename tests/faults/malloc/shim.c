// Preloaded: refuses memory to llsocket, and to the C library on its behalf, at a chosen request.
//
// Whose request it is says the address that malloc returns to. The interpreter's own requests are always
// granted: how it takes a lack of memory is tried elsewhere, with allocators that it is given.
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

enum owner { NOBODY, LLSOCKET = 1, C_LIBRARY = 2 };

// Where the code of those lies whose requests are counted.
static struct range {
    uintptr_t start, end;
    enum owner owner;
} ranges[64];
static int known;

static atomic_bool armed;
static atomic_long requests, first, count;
static atomic_int refused;

static enum owner owner_of(const char *library) {
    if (strstr(library, "llsocket")) return LLSOCKET;
    static const char *const parts[] = {"/libc.so", "/ld-linux", "/libnss_", "/libresolv.so", "/libpthread.so"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(library, parts[i])) return C_LIBRARY;
    return NOBODY;
}

static int learn(struct dl_phdr_info *info, size_t size, void *data) {
    (void)size, (void)data;
    enum owner owner = owner_of(info->dlpi_name);
    for (int i = 0; owner && i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X)) continue;
        if (known == (int)(sizeof ranges / sizeof *ranges)) return 1;
        uintptr_t start = info->dlpi_addr + segment->p_vaddr;
        ranges[known++] = (struct range){start, start + segment->p_memsz, owner};
    }
    return 0;
}

// Refuses `many` requests from the `nth` on, the first being 1; none where that is 0.
void fault_arm(long nth, long many) {
    known = 0;
    dl_iterate_phdr(learn, NULL);
    atomic_store(&requests, 0);
    atomic_store(&refused, NOBODY);
    atomic_store(&first, nth);
    atomic_store(&count, many);
    atomic_store(&armed, true);
}

// Grants everything from now on, and tells how many requests there were.
long fault_disarm(void) {
    atomic_store(&armed, false);
    return atomic_load(&requests);
}

// To whom memory was refused: 1 to llsocket, 2 to the C library, 3 to both.
int fault_refused(void) { return atomic_load(&refused); }

static bool refuse(const void *caller) {
    if (!atomic_load_explicit(&armed, memory_order_relaxed)) return false;
    uintptr_t place = (uintptr_t)caller;
    for (int i = 0; i < known; i++) {
        if (place < ranges[i].start || place >= ranges[i].end) continue;
        long request = atomic_fetch_add(&requests, 1) + 1, from = atomic_load(&first);
        if (!from || request < from || request - from >= atomic_load(&count)) return false;
        atomic_fetch_or(&refused, ranges[i].owner);
        errno = ENOMEM;
        return true;
    }
    return false;
}

#define REFUSED refuse(__builtin_return_address(0))

void *malloc(size_t size) { return REFUSED ? NULL : __libc_malloc(size); }

void *calloc(size_t number, size_t size) { return REFUSED ? NULL : __libc_calloc(number, size); }

// What shrinks is refused, too: realloc(3) promises nothing.
void *realloc(void *block, size_t size) { return size && REFUSED ? NULL : __libc_realloc(block, size); }

void *aligned_alloc(size_t alignment, size_t size) { return REFUSED ? NULL : __libc_memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    void *made = REFUSED ? NULL : __libc_memalign(alignment, size);
    if (!made) return ENOMEM;
    *block = made;
    return 0;
}
