// From a source file to verified bytecode: the frontend's stages in order.
#ifndef OTTER_COMPILE_H
#define OTTER_COMPILE_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"
#include "options.h"

typedef enum {
    COMPILE_ENTRY,     // the program's main file: the entry rule applies
    COMPILE_IMPORTED,
    COMPILE_LIBRARY,   // a module of Otter's own library
} CompileRole;

// What an earlier compilation of the same text may have left.
typedef struct {
    const char *name, *path, *text;
    size_t length;
    CompileRole role;
} CompileInput;

typedef struct CompileCache {
    const BcModule *(*find)(Arena *arena, const CompileInput *in);   // NULL: nothing
    void (*keep)(const CompileInput *in, const BcModule *bc);        // compiled without a word of warning
} CompileCache;

// Compiles the file at `path` as module `name` into `arena`. NULL: the mistakes are on stderr.
// With --dump-ast or --syntax set in the options it stops there; *stopped tells.
const BcModule *compile_file(Arena *arena, const char *path, const char *name, CompileRole role, const Options *options, bool *stopped);
// The module of a folder that has no __init__ file: it holds only its submodules.
const BcModule *compile_folder(Arena *arena, const char *path, const char *name, const Options *options);

#endif
