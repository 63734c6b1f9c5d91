// The in-memory sink: ORC's LLJIT, one session for the process, one library of symbols for all modules. Symbols of the runtime
// are defined from `resolve` as each module needs them.
#include "backend_int.h"

#include <llvm-c/Error.h>
#include <llvm-c/LLJIT.h>
#include <llvm-c/Orc.h>
#include <stdio.h>
#include <string.h>

static LLVMOrcLLJITRef session;

static bool failed(LLVMErrorRef e, char *error, size_t error_size) {
    if (!e) return false;
    char *message = LLVMGetErrorMessage(e);
    snprintf(error, error_size, "%s", message);
    LLVMDisposeErrorMessage(message);
    return true;
}

static bool open_session(const BackendOptions *o, char *error, size_t error_size) {
    if (session) return true;
    LLVMTargetMachineRef machine = backend_machine(o, true);
    if (!machine) return snprintf(error, error_size, "no code generator for this machine"), false;
    LLVMOrcLLJITBuilderRef builder = LLVMOrcCreateLLJITBuilder();
    LLVMOrcLLJITBuilderSetJITTargetMachineBuilder(builder, LLVMOrcJITTargetMachineBuilderCreateFromTargetMachine(machine));
    return !failed(LLVMOrcCreateLLJIT(&session, builder), error, error_size);
}

// Looks symbols up that no module defines.
typedef struct {
    void *(*resolve)(const char *name);
} Resolver;

static LLVMErrorRef generate(LLVMOrcDefinitionGeneratorRef generator, void *context, LLVMOrcLookupStateRef *state, LLVMOrcLookupKind kind,
                             LLVMOrcJITDylibRef library, LLVMOrcJITDylibLookupFlags flags, LLVMOrcCLookupSet set, size_t count) {
    (void)generator, (void)state, (void)kind, (void)flags;
    const Resolver *resolver = context;
    LLVMOrcCSymbolMapPair pairs[256];
    size_t n = 0;
    for (size_t i = 0; i < count && n < 256; i++) {
        void *address = resolver->resolve(LLVMOrcSymbolStringPoolEntryStr(set[i].Name));
        if (!address) continue;
        LLVMOrcRetainSymbolStringPoolEntry(set[i].Name);
        pairs[n++] = (LLVMOrcCSymbolMapPair){set[i].Name, {(LLVMOrcExecutorAddress)address, {LLVMJITSymbolGenericFlagsExported, 0}}};
    }
    return n ? LLVMOrcJITDylibDefine(library, LLVMOrcAbsoluteSymbols(pairs, n)) : NULL;
}

static void add_resolver(void *(*resolve)(const char *name)) {
    static Resolver resolver;
    if (resolver.resolve) return;
    resolver.resolve = resolve;
    LLVMOrcDefinitionGeneratorRef generator = LLVMOrcCreateCustomCAPIDefinitionGenerator(generate, &resolver, NULL);
    LLVMOrcJITDylibAddGenerator(LLVMOrcLLJITGetMainJITDylib(session), generator);
}

static bool add_module(LLVMOrcThreadSafeContextRef context, LLVMModuleRef module, char *error, size_t error_size) {
    LLVMOrcThreadSafeModuleRef safe = LLVMOrcCreateNewThreadSafeModule(module, context);
    return !failed(LLVMOrcLLJITAddLLVMIRModule(session, LLVMOrcLLJITGetMainJITDylib(session), safe), error, error_size);
}

static const NativeModule *find_descriptor(const char *symbol, char *error, size_t error_size) {
    LLVMOrcExecutorAddress address = 0;
    if (failed(LLVMOrcLLJITLookup(session, &address, symbol), error, error_size)) return NULL;
    return (const NativeModule *)address;
}

// Exported symbols: the descriptor is the only definition with external linkage.
static char *exported_symbol(Arena *arena, LLVMModuleRef module) {
    for (LLVMValueRef g = LLVMGetFirstGlobal(module); g; g = LLVMGetNextGlobal(g)) {
        if (LLVMIsDeclaration(g) || LLVMGetLinkage(g) != LLVMExternalLinkage) continue;
        size_t length;
        const char *name = LLVMGetValueName2(g, &length);
        return arena_copy_bytes(arena, name, length);
    }
    return NULL;
}

static const NativeModule *add_and_find(LLVMContextRef context, LLVMModuleRef module, Arena *arena, char *error, size_t error_size) {
    const char *symbol = exported_symbol(arena, module);
    LLVMOrcThreadSafeContextRef safe = LLVMOrcCreateNewThreadSafeContextFromLLVMContext(context);
    bool added = add_module(safe, module, error, error_size);
    LLVMOrcDisposeThreadSafeContext(safe);
    return added ? find_descriptor(symbol, error, error_size) : NULL;
}

const NativeModule *backend_load(const BcModule *bc, const NativeUnit *unit, const BackendOptions *o, void *(*resolve)(const char *name),
                                 char *error, size_t error_size) {
    static LLVMTargetMachineRef machine;
    if (!open_session(o, error, error_size)) return NULL;
    add_resolver(resolve);
    if (!machine) machine = backend_machine(o, true);
    if (!machine) return snprintf(error, error_size, "no code generator for this machine"), NULL;
    Arena arena;
    arena_init(&arena);
    SsaModule *ssa = ssa_module_new(&arena, bc);
    LLVMContextRef context = LLVMContextCreate();
    LLVMModuleRef module;
    const NativeModule *found = NULL;
    if (backend_compile(ssa, context, machine, &(BackendModule){.bc = bc}, unit, o, &module)) found = add_and_find(context, module, &arena, error, error_size);
    else LLVMContextDispose(context);
    ssa_module_fini(ssa);
    arena_fini(&arena);
    return found;
}
