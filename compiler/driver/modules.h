// Finding the source of imported modules: beside the program's main file, as NAME.ot, NAME.py or a package folder.
#ifndef OTTER_MODULES_H
#define OTTER_MODULES_H

#include "compile.h"

// Imports are compiled into `arena` with these options, looked for in the folder of `main_path`. Once per run.
void modules_init(Arena *arena, const char *main_path, const Options *options);

// Every module `main` can import, itself first, found by following the imports in the bytecode; for building executables.
typedef struct {
    const BcModule **items;
    uint32_t count;
    const char **natives;  // names of the native modules among them
    uint32_t nnatives;
} ModuleList;
bool modules_closure(Arena *arena, const BcModule *main, ModuleList *list);  // false: a mistake was reported

// The file of a dotted name, in `arena`; NULL: none.
const char *modules_find_file(Arena *arena, const char *dotted);
// A folder of that name, which without an __init__ file is a module of modules; NULL: none.
const char *modules_find_folder(const char *dotted);

#endif
