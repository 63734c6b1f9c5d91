// The code generator, opened when it is first needed so that interpreting never pays for it.
#ifndef OTTER_BACKEND_OPEN_H
#define OTTER_BACKEND_OPEN_H

#include "compiler/llvm/backend.h"
#include "jit/tier/tier.h"
#include "options.h"

// NULL: a message was written to stderr.
const BackendApi *backend_open(void);
// Compiles a unit for the tier policy, in this process.
TierOutcome backend_compile_unit(const BcModule *bc, const NativeUnit *unit, NativeCode *code);
// From now on every guard of what is compiled fails now and then.
void backend_stress_exits(void);
// The options the command line gives the code generator; dumps go to stdout.
BackendOptions backend_options(const Options *o);
// Every function of the modules loaded from now on is compiled when it is first called.
bool backend_compile_on_load(const Options *o);
// The path of a file that was installed beside this program, malloc'ed; NULL: there is none.
char *backend_find_file(const char *name);

#endif
