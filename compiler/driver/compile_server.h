// Compiling in a process of its own, for the tier policy: the program survives whatever happens there.
#ifndef OTTER_COMPILE_SERVER_H
#define OTTER_COMPILE_SERVER_H

#include "jit/tier/tier.h"

// A TierCompile: asks the compiler process, which is started when there is none. One thread at a time.
TierOutcome compile_client_unit(const BcModule *bc, const NativeUnit *unit, NativeCode *code);
// In a forked child: the process belongs to the parent; the next request starts another.
void compile_client_forget(void);

#endif
