// A shared anonymous file backs the region, so that its two mappings show the same bytes and neither is writable and executable
// at once. A forked child shares it with its parent and must not write to it: what the child has stays, no more is made.
#include "code_memory.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

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

CodePiece code_memory_take(size_t size) {
    if (!region.asked) map_region();
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!region.run || region.closed || size > REGION_SIZE - region.used) return (CodePiece){NULL, NULL};
    CodePiece piece = {region.write + region.used, region.run + region.used};
    region.used += size;
    return piece;
}

void code_memory_finish(CodePiece piece, size_t size) { __builtin___clear_cache((char *)piece.run, (char *)piece.run + size); }
