// From a source file to verified bytecode: the frontend's stages in order.
#ifndef OTTER_COMPILE_H
#define OTTER_COMPILE_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"
#include "frontend/emit/emit.h"
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
// Inputs at the prompt: modules that share their globals. What they share lies in the session's own arena.
typedef struct {
    Arena arena;
    Intern intern;
    ScopeTree scopes;
    EmitSession emit;
} CompileSession;
void compile_session_init(CompileSession *session);
// One input, with its line ends, into `arena`. NULL: the mistakes are on stderr.
const BcModule *compile_input(CompileSession *session, Arena *arena, const char *text, size_t length, const Options *options);

// The module of a folder that has no __init__ file: it holds only its submodules.
const BcModule *compile_folder(Arena *arena, const char *path, const char *name, const Options *options);

#endif
