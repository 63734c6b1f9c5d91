// Compiling in a process of its own, for the tier policy: the program survives whatever happens there.
#ifndef OTTER_COMPILE_SERVER_H
#define OTTER_COMPILE_SERVER_H

#include "jit/tier/tier.h"

// A TierCompile: asks the compiler process, which is started when there is none. One thread at a time.
TierOutcome compile_client_unit(const BcModule *bc, const NativeUnit *unit, NativeCode *code);
// The process keeps what it compiles in the usual store, of this many bytes at most; 0: it does not. Before the first request.
void compile_client_keep(size_t limit_bytes);
// At the program's end: what was still to be compiled is, if the process keeps it.
void compile_client_leave(const BcModule *bc, const NativeUnit *unit);
// The module is going to be freed; nobody waits for code of it.
void compile_client_forget_module(const BcModule *bc);
// In a forked child: the process belongs to the parent; the next request starts another.
void compile_client_forget(void);

#endif
