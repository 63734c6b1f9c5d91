// Checks a bytecode module before anything runs it: of the emitter in debug builds, of every reader always.
#ifndef OTTER_VERIFY_H
#define OTTER_VERIFY_H

#include "compiler/bytecode/bytecode.h"

// Is every field of every instruction and table within its bounds, so that an engine needs no checks of its own? The module
// may come from anywhere; only its pointers must be good for the counts beside them. false: `message` says what is wrong.
bool bc_verify(const BcModule *m, char *message, size_t size);

// The second part of it, for one prototype whose tables are in bounds: do registers hold what is read from them, on every
// path? bc_verify calls it.
bool bc_verify_flow(const BcModule *m, uint32_t index, char *message, size_t size);

#endif
