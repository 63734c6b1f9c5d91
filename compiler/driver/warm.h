// What earlier runs left: bytecode of unchanged sources and native code of hot functions and loops, from the persistent store
// (cache/). Without a store, or when anything about it fails, all of this does nothing.
#ifndef OTTER_WARM_H
#define OTTER_WARM_H

#include "compile.h"
#include "compiler/base/vec.h"
#include "jit/tier/tier.h"
#include "warm_entry.h"

// Opens the store in the folder `folder` (NULL: the usual one) with a limit in bytes.
void warm_open(const char *folder, size_t limit_bytes);
// What the store gave so far, in one line; nothing when there is none.
void warm_report(FILE *to);
// Notes what was used. Nothing may be asked afterwards.
void warm_close(void);
// For compile_file.
extern const CompileCache warm_bytecode;
// Every module loaded from now on gets its native code of earlier runs before it runs.
void warm_attach_on_load(void);
// Keeps what compiling a unit came to.
void warm_keep_unit(const BcModule *bc, const NativeUnit *unit, TierOutcome outcome, const NativeCode *code);

// For compiling again what a program ran (compile_again.c). All that is kept of a module, newest first; valid until warm_close.
typedef VEC(KeptUnit) KeptUnits;
void warm_read_units(const BcModule *bc, Arena *arena, KeptUnits *found);
// Label and line are found here.
void warm_keep(const BcModule *bc, const KeptUnit *kept);
// Gives back the room of what has been replaced, when it is much.
void warm_tidy(void);

#endif
