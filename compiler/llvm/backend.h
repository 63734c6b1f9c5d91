// The code generator as the driver sees it: no LLVM types, one exported function. Lives in libotter-llvm, which is opened when
// native code is first needed.
//
//   void *library = dlopen("libotter-llvm.so", RTLD_NOW | RTLD_LOCAL);
//   const BackendApi *(*get)(uint32_t) = dlsym(library, BACKEND_ENTRY);
//   const BackendApi *backend = get(BACKEND_VERSION);          // NULL: of another version
#ifndef OTTER_BACKEND_H
#define OTTER_BACKEND_H

#include "compiler/bytecode/bytecode.h"
#include "compiler/native/native_module.h"

enum { BACKEND_VERSION = 6 };
#define BACKEND_ENTRY "otter_backend"

typedef enum { BACKEND_OBJECT, BACKEND_ASM, BACKEND_LLVM, BACKEND_BITCODE } BackendFormat;

typedef struct {
    int level;                   // 0 .. 3, as -O
    uint32_t part, nparts;       // of an object: which of how many (0: it is whole); together they are the module, with
    uint32_t nplain;             // those of functions that run a few times, numbered after them; 0: these are among the others
    bool position_independent;   // for a shared library
    bool everything;             // compile code that runs only once, too
    bool stress_exits;           // every guard fails now and then
    bool lines;                  // source lines for debuggers, in the object
    const char *dump_ssa;        // pass after which to dump, "build" for none, "" for the last; NULL: no dump
    bool dump_llvm, dump_asm;
    const char *dump_function;   // only functions of this name; NULL: all
    void (*dump)(void *context, const char *text, size_t length);
    void *dump_context;
} BackendOptions;

typedef struct {
    char *bytes;                 // malloc'ed, the caller frees it
    size_t size;
    bool by_sight;               // of a unit: guesses came from what registers in the middle of the function were seen to hold
} BackendOutput;

// A module to become part of an executable, or to be kept for the next runs of a program.
typedef struct {
    const BcModule *bc;
    const uint8_t *bytecode;     // serialised; NULL: code for this processor, to be loaded where the bytecode is
    size_t bytecode_size;
    const char *const *table;    // names of all modules of the executable, entry first, for the one object that defines the
    uint32_t ntable;             // table of modules; NULL for the others
    const NativeUnit *seen;      // [nseen] what was asked for when it ran
    uint32_t nseen;
} BackendModule;

typedef struct {
    // false: `error` says why.
    bool (*emit)(const BackendModule *m, const BackendOptions *o, BackendFormat format, BackendOutput *out, char *error, size_t error_size);
    // Compiles one unit to a relocatable object whose only entry is the unit's; it expects the values it was compiled for, but
    // checks them. false: it cannot be compiled.
    bool (*unit)(const BcModule *bc, const NativeUnit *unit, const BackendOptions *o, BackendOutput *out, char *error, size_t error_size);
    // The same into memory. `resolve` gives addresses of runtime symbols. The code lives as long as the process.
    // NULL: `error` says why; empty: it cannot be compiled.
    const NativeModule *(*load)(const BcModule *bc, const NativeUnit *unit, const BackendOptions *o,
                                void *(*resolve)(const char *name), char *error, size_t error_size);
    // The types that prediction finds, as text for people.
    void (*types)(const BcModule *bc, const BackendOptions *o);
    // The first instruction of machine code of this machine, as text; its size in bytes, 0: not known.
    size_t (*disassemble)(const uint8_t *code, size_t size, char *text, size_t text_size);
} BackendApi;

#endif
