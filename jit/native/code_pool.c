// The pool is a stretch of address space below the executable, so that debuggers do not take it for the executable's data; where
// that is taken, it is a stretch of that data after all. Either costs address space until it is used. What was
// never taken lies behind `fresh`; pieces given back are kept by address, neighbours joined, and taken first-fit. Their memory goes
// back to the system at once, which is also what zeroes it.
#include "code_pool.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct {
    size_t at, size;
} Gap;

alignas(CODE_POOL_PAGE) static char spare[CODE_POOL_BYTES];
static char *pool;  // NULL: not chosen yet
static struct {
    pthread_mutex_t lock;
    size_t fresh, used;
    Gap *gaps;
    size_t count, capacity;
} state = {.lock = PTHREAD_MUTEX_INITIALIZER};

static size_t whole_pages(size_t size) { return (size + CODE_POOL_PAGE - 1) & ~(size_t)(CODE_POOL_PAGE - 1); }

static void remove_gap(size_t i) { memmove(&state.gaps[i], &state.gaps[i + 1], (--state.count - i) * sizeof *state.gaps); }

static char *take_from_gaps(size_t size) {
    for (size_t i = 0; i < state.count; i++) {
        Gap *gap = &state.gaps[i];
        if (gap->size < size) continue;
        char *piece = pool + gap->at;
        gap->at += size;
        gap->size -= size;
        if (gap->size == 0) remove_gap(i);
        return piece;
    }
    return NULL;
}

// 32-bit displacements reach 2 GB; the pool's far end must see all of the executable.
enum { TRIES = 8, STEP = 96 << 20 };
static char *place_pool(void) {
    extern char __executable_start[];
    uintptr_t start = (uintptr_t)__executable_start & ~(uintptr_t)(CODE_POOL_PAGE - 1);
    for (uintptr_t i = 1; i <= TRIES && start > i * STEP; i++) {
        void *wanted = (void *)(start - i * STEP);
        void *got = mmap(wanted, CODE_POOL_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
        if (got == wanted) return got;
        if (got != MAP_FAILED) munmap(got, CODE_POOL_BYTES);
    }
    return spare;
}

static char *take_fresh(size_t size) {
    if (!pool) pool = place_pool();
    if (size > CODE_POOL_BYTES - state.fresh) return NULL;
    char *piece = pool + state.fresh;
    state.fresh += size;
    return piece;
}

void *code_pool_take(size_t size) {
    if (size > CODE_POOL_BYTES) return NULL;
    size = whole_pages(size);
    pthread_mutex_lock(&state.lock);
    char *piece = take_from_gaps(size);
    if (!piece) piece = take_fresh(size);
    if (piece) state.used += size;
    pthread_mutex_unlock(&state.lock);
    return piece;
}

bool code_pool_seal(void *piece, size_t code_size) { return mprotect(piece, code_size, PROT_READ | PROT_EXEC) == 0; }

static bool join_neighbours(size_t i) {
    if (i + 1 >= state.count || state.gaps[i].at + state.gaps[i].size != state.gaps[i + 1].at) return false;
    state.gaps[i].size += state.gaps[i + 1].size;
    remove_gap(i + 1);
    return true;
}

// Without memory for the list the piece is lost, which is no harm.
static void add_gap(size_t at, size_t size) {
    if (state.count == state.capacity) {
        size_t grown = state.capacity * 2 + 32;
        Gap *moved = realloc(state.gaps, grown * sizeof *moved);
        if (!moved) return;
        state.gaps = moved;
        state.capacity = grown;
    }
    size_t i = state.count++;
    for (; i > 0 && state.gaps[i - 1].at > at; i--) state.gaps[i] = state.gaps[i - 1];
    state.gaps[i] = (Gap){at, size};
    join_neighbours(i);
    if (i) join_neighbours(i - 1);
}

// Memory that cannot be made zero and writable again is never taken again.
void code_pool_give(void *piece, size_t size) {
    size = whole_pages(size);
    bool usable = mprotect(piece, size, PROT_READ | PROT_WRITE) == 0 && madvise(piece, size, MADV_DONTNEED) == 0;
    pthread_mutex_lock(&state.lock);
    state.used -= size;
    if (usable) add_gap((size_t)((char *)piece - pool), size);
    pthread_mutex_unlock(&state.lock);
}

size_t code_pool_used(void) { return __atomic_load_n(&state.used, __ATOMIC_RELAXED); }
