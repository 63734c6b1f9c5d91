// The dump options: a compiled module's stages as text on stdout.
#ifndef OTTER_DUMPS_H
#define OTTER_DUMPS_H

#include "compiler/bytecode/bytecode.h"
#include "options.h"

// Prints what is asked for; returns the exit status.
int dump_module(const BcModule *m, const Options *o);

#endif
