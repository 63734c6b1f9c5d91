// The code pool: memory for machine code within reach of the program's own text, so that code made at run time calls the
// runtime and reads its data by 32-bit displacements. Never writable and executable at once. Threads may use it at once.
#ifndef OTTER_CODE_POOL_H
#define OTTER_CODE_POOL_H

#include <stddef.h>

enum { CODE_POOL_PAGE = 4096, CODE_POOL_BYTES = 64 << 20 };

// `size` bytes of zeroed memory, page-aligned, writable. NULL: the pool is used up.
void *code_pool_take(size_t size);
// Makes the first `code_size` bytes (a multiple of the page size) of a piece executable and read-only; the rest stays writable.
bool code_pool_seal(void *piece, size_t code_size);
// Gives back a piece of code_pool_take(size); nothing of it runs any more.
void code_pool_give(void *piece, size_t size);
size_t code_pool_used(void);   // bytes, whole pages

#endif
