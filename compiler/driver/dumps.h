// The dump options: a compiled module's stages as text on stdout.
#ifndef OTTER_DUMPS_H
#define OTTER_DUMPS_H

#include "compiler/bytecode/bytecode.h"
#include "options.h"
#include "stdlib/runtime/thread.h"

// Prints what is asked for; returns the exit status.
int dump_module(const BcModule *m, const Options *o);

// --dump-asm of --mode=baseline; needs a runtime. The exit status.
int dump_stencils(Thread *t, const BcModule *bc, const Options *o);

#endif
