// The world of the checker's warnings: builtins, modules and their names.
#ifndef OTTER_WORLD_H
#define OTTER_WORLD_H

#include "compiler/base/arena.h"
#include "frontend/check/check.h"

// What it finds lives in `arena`, which must live as long as the process. modules_init must have been called.
const CheckWorld *world_open(Arena *arena);

// Only what modules there are: a program that begins by importing others is refused.
const CheckWorld *world_of_modules(Arena *arena);

#endif
