// Reads the text form of bytecode (disasm.h): for tests of engines and compilers, and by hand.
#ifndef OTTER_TEXT_READ_H
#define OTTER_TEXT_READ_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"

// The module, verified, in the arena. NULL: `message` says what is wrong, with the line.
const BcModule *text_read_module(Arena *arena, const char *text, size_t length, char *message, size_t size);

#endif
