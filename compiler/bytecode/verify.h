// Checks a bytecode module before anything runs it: of the emitter in debug builds, of every reader always.
#ifndef OTTER_VERIFY_H
#define OTTER_VERIFY_H

#include "compiler/bytecode/bytecode.h"

// Is every field of every instruction and table within its bounds, so that an engine needs no checks of its own? The module
// may come from anywhere; only its pointers must be good for the counts beside them. false: `message` says what is wrong.
bool bc_verify(const BcModule *m, char *message, size_t size);

#endif
