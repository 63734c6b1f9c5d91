// The modules of the standard library that are written in Python, precompiled and embedded in the driver.
#ifndef OTTER_EMBEDDED_H
#define OTTER_EMBEDDED_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"

// The module's bytecode, its tables in the arena; NULL: there is none of that name.
const BcModule *embedded_find(Arena *arena, const char *dotted);

#endif
