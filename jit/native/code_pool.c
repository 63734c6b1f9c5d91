// The pool is a stretch of the program's own zero-initialised data, which costs address space until it is used.
#include "code_pool.h"

#include <stdint.h>
#include <sys/mman.h>

enum { PAGE = 4096, POOL_SIZE = 64 << 20 };

alignas(PAGE) static char pool[POOL_SIZE];
static size_t used;

void *code_pool_take(size_t size) {
    size = (size + PAGE - 1) & ~(size_t)(PAGE - 1);
    size_t at = __atomic_fetch_add(&used, size, __ATOMIC_RELAXED);
    return at <= POOL_SIZE && size <= POOL_SIZE - at ? pool + at : NULL;
}

bool code_pool_seal(void *piece, size_t code_size) { return mprotect(piece, code_size, PROT_READ | PROT_EXEC) == 0; }

size_t code_pool_used(void) { return used; }
