// The code generator, opened when it is first needed so that interpreting never pays for it.
#ifndef OTTER_BACKEND_OPEN_H
#define OTTER_BACKEND_OPEN_H

#include "compiler/llvm/backend.h"
#include "jit/tier/tier.h"
#include "options.h"

// NULL: a message was written to stderr.
const BackendApi *backend_open(void);
// Compiles a unit for the tier policy, in this process; `level` as -O.
TierOutcome backend_compile_unit(const BcModule *bc, const NativeUnit *unit, int level, NativeCode *code);
TierOutcome backend_compile_hot(const BcModule *bc, const NativeUnit *unit, NativeCode *code);  // a TierCompile
// Code of a whole module for the next runs, knowing what was asked for in this one. False: there is none.
bool backend_compile_module(const BcModule *bc, const NativeUnit *seen, uint32_t nseen, NativeCode *code);
// From now on every guard of what is compiled fails now and then.
void backend_stress_exits(void);
// Units have source lines for debuggers from now on, or have none.
void backend_want_lines(bool wants);
// The options the command line gives the code generator; dumps go to stdout.
BackendOptions backend_options(const Options *o);
// May functions that run a few times be compiled more plainly than others?
bool backend_optimises(const Options *o);
// Every function of the modules loaded from now on is compiled when it is first called.
bool backend_compile_on_load(const Options *o);
// Modules loaded from now on are compiled whole, and get their code as if it had been kept by an earlier run.
void backend_adopt_on_load(void);
// The path of a file that was installed beside this program, malloc'ed; NULL: there is none.
char *backend_find_file(const char *name);

#endif
