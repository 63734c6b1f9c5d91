// Compiled modules at run time: connecting their code to loaded prototypes, and starting executables.
#ifndef OTTER_NATIVE_ATTACH_H
#define OTTER_NATIVE_ATTACH_H

#include "compiler/native/native_module.h"
#include "jit/interp/interp.h"
#include "stdlib/runtime/module.h"

// Fills the tables of a part's module.
void native_attach_tables(CodePart *part, const NativeModule *n);
// The same, and sets the entry of every compiled prototype. `n` must live as long as the process.
void native_attach(CodePart *part, const NativeModule *n);

// Fills the tables of a module compiled for one unit; its only entry is the unit's. Gives that entry, and does not set it. `objects`: those that
// the unit takes for constants, one for each NativeConstant, which live as long as the code does; NULL: it has none.
NativeEntry native_attach_unit(CodePart *part, const NativeModule *n, uint32_t proto, const Value *objects);
// From now on calls of the prototype run compiled code.
void native_enter_by(Proto *p, NativeEntry entry);
// The compiled code that calls of the prototype, or resumptions of its generators, run; NULL: none.
static inline NativeEntry native_entered_by(const Proto *p) { return (NativeEntry)(p->generator ? p->resume : p->native); }
// From now on calls of the prototype run bytecode.
void native_leave_to_bytecode(Proto *p);
// The module's tables are no longer the collector's matter: nothing of it runs, or will.
void native_detach(CodePart *part, const NativeModule *n);

// Compiles one unit; NULL: it stays in bytecode.
typedef const NativeModule *(*NativeCompile)(const BcModule *bc, const NativeUnit *unit);
// Every function of the part is compiled when it is first called, with the types its hints promise.
void native_attach_lazily(CodePart *part, NativeCompile compile);

// Addresses of the functions that compiled code calls (compiler/native/native_helpers.def) and of the runtime's data it
// compares with, by symbol; NULL: no such symbol. For the in-memory linker.
void *native_symbol(const char *name);

#endif
