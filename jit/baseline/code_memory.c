// A shared anonymous file backs the region, so that its two mappings show the same bytes and neither is writable and executable
// at once. A forked child shares it with its parent and must not write to it: what the child has stays, no more is made.
#include "code_memory.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include "compiler/base/vec.h"
#include "jit/native/code_pool.h"

enum { REGION_SIZE = 16 << 20, ALIGNMENT = 16 };

static struct {
    uint8_t *write, *run;
    size_t used;
    bool asked, closed;
} region;

static void close_region(void) { region.closed = true; }

static void map_region(void) {
    region.asked = true;
    void *place = code_pool_take(REGION_SIZE);
    int file = place ? memfd_create("otter-code", MFD_CLOEXEC) : -1;
    if (file < 0) return;
    if (ftruncate(file, REGION_SIZE) == 0) {
        void *write = mmap(NULL, REGION_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        void *run = write == MAP_FAILED ? MAP_FAILED : mmap(place, REGION_SIZE, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_FIXED, file, 0);
        if (run != MAP_FAILED) {
            region.write = write;
            region.run = run;
            pthread_atfork(NULL, NULL, close_region);
        }
    }
    close(file);
}

// --- what was given back: ranges by their place, none touching another

typedef struct {
    size_t start, end;
} FreeRange;

static VEC(FreeRange) given;

static size_t aligned(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static CodePiece piece_at(size_t offset) { return (CodePiece){region.write + offset, region.run + offset}; }

static bool take_given(size_t size, CodePiece *piece) {
    for (uint32_t i = 0; i < given.count; i++) {
        FreeRange *range = &given.items[i];
        if (range->end - range->start < size) continue;
        *piece = piece_at(range->start);
        range->start += size;
        return true;
    }
    return false;
}

CodePiece code_memory_take(size_t size) {
    CodePiece piece = {NULL, NULL};
    if (!region.asked) map_region();
    size = aligned(size);
    if (!region.run || region.closed || take_given(size, &piece)) return piece;
    if (size > REGION_SIZE - region.used) return piece;
    piece = piece_at(region.used);
    region.used += size;
    return piece;
}

// Ranges that touch become one; the empty ones go.
static void join_ranges(void) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < given.count; i++) {
        FreeRange range = given.items[i];
        if (range.start == range.end) continue;
        if (kept && given.items[kept - 1].end == range.start) given.items[kept - 1].end = range.end;
        else given.items[kept++] = range;
    }
    given.count = kept;
    if (kept && given.items[kept - 1].end == region.used) region.used = given.items[--given.count].start;
}

void code_memory_give(CodePiece piece, size_t size) {
    size_t start = (size_t)(piece.run - region.run);
    if (region.closed) return;
    vec_push(&given, {start, start + aligned(size)});
    for (uint32_t i = given.count - 1; i && given.items[i - 1].start > start; i--) {
        given.items[i] = given.items[i - 1];
        given.items[i - 1] = (FreeRange){start, start + aligned(size)};
    }
    join_ranges();
}

void code_memory_finish(CodePiece piece, size_t size) { __builtin___clear_cache((char *)piece.run, (char *)piece.run + size); }
