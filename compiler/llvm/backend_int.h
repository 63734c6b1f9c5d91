// Between the API, the object sink and the in-memory sink.
#ifndef OTTER_BACKEND_INT_H
#define OTTER_BACKEND_INT_H

#include <llvm-c/TargetMachine.h>

#include "backend.h"
#include "lower.h"

void backend_init_target(void);
// NULL: LLVM has no code generator for this machine.
LLVMTargetMachineRef backend_machine(const BackendOptions *o, bool in_memory);
// The module, or the unit of it, lowered and optimised. false: the unit cannot be compiled.
bool backend_compile(SsaModule *ssa, LLVMContextRef context, LLVMTargetMachineRef machine, const BackendModule *in, const NativeUnit *unit,
                     const BackendOptions *o, LLVMModuleRef *out);
// Which prototypes get entries: [nproto]. Of a unit its own alone; NULL: it cannot be compiled. backend_choose.c
bool *backend_choose(SsaModule *ssa, const BackendModule *m, const BackendOptions *o);
bool *backend_choose_unit(SsaModule *ssa, const NativeUnit *unit);
bool dump_wants_function(const void *options, const SsaFunction *f);
// Which functions are in the share that the options ask for: [functions.count]; NULL: all. backend_parts.c
const bool *backend_share(const LowerModule *m, const BackendOptions *o);
static inline bool backend_is_share(const BackendOptions *o) { return o->nparts + o->nplain > 1; }
// backend_memory.c
const NativeModule *backend_load(const BcModule *bc, const NativeUnit *unit, const BackendOptions *o, void *(*resolve)(const char *name),
                                 char *error, size_t error_size);

const BackendApi *otter_backend(uint32_t version);

size_t backend_disassemble(const uint8_t *code, size_t size, char *text, size_t text_size);

#endif
