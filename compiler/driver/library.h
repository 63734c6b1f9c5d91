// Libraries for C: which functions a module exports (@export), and the header that declares them.
#ifndef OTTER_LIBRARY_H
#define OTTER_LIBRARY_H

#include "compiler/base/arena.h"
#include "compiler/base/strbuf.h"
#include "compiler/bytecode/bytecode.h"

typedef struct {
    uint32_t count;
    const char **names;     // [count]
    const char **letters;   // [count] of result and parameters, as stdlib/runtime/extern.h
    const char **symbols;   // [count] "name=trampoline" for the linker
} LibraryExports;

LibraryExports library_exports(Arena *arena, const BcModule *entry);
void library_put_header(const LibraryExports *exports, StrBuf *out);

#endif
