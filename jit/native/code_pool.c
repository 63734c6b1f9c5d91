// The pool is a stretch of the program's own zero-initialised data, which costs address space until it is used.
#include "code_pool.h"

#include <stdint.h>
#include <sys/mman.h>

enum { PAGE = 4096, POOL_SIZE = 64 << 20 };

alignas(PAGE) static char pool[POOL_SIZE];
static size_t used;

void *code_pool_take(size_t size) {
    size = (size + PAGE - 1) & ~(size_t)(PAGE - 1);
    if (size > POOL_SIZE - used) return NULL;
    void *piece = pool + used;
    used += size;
    return piece;
}

bool code_pool_seal(void *piece, size_t code_size) { return mprotect(piece, code_size, PROT_READ | PROT_EXEC) == 0; }

size_t code_pool_used(void) { return used; }
