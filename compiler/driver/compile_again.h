// When a program has ended, or has had nothing to compile for long: what it ran is compiled again for the next run, with more time.
#ifndef OTTER_COMPILE_AGAIN_H
#define OTTER_COMPILE_AGAIN_H

#include "compiler/bytecode/bytecode.h"

// For a module of which units have been kept. What comes of it is in the store (warm.h) and nowhere else.
void compile_again(const BcModule *bc);

#endif
