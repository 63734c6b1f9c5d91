// Loaded code: a BcProto with its constants as values and its entry point. Protos live as long as the process.
#ifndef OTTER_CODE_H
#define OTTER_CODE_H

#include "compiler/bytecode/bytecode.h"
#include "object.h"

typedef struct Proto Proto;

struct Proto {
    void *entry;             // code of the operation signature that runs a call whose arguments are bound; one store tiers up
    const BcInsn *code;      // bc->code, or the engine's own copy of it
    Value *consts;           // traced as roots; CODE_CONSTS_FRONT words in front of them are the engine's
    const BcProto *bc;
    Module *module;          // whose globals it uses
    Value *globals;          // module->slots, one load closer
    uint32_t nregs;
    uint16_t nparams;
    uint16_t npos;           // a call with exactly npos positional arguments and `simple` needs no binding
    uint32_t plain_nargs;    // npos when simple, else UINT32_MAX: one comparison tells
    uint32_t direct_nargs;   // plain_nargs while compiled code may jump to `native` with a window as it stands, else UINT32_MAX
    bool simple;             // no *args, **kwargs, keyword-only parameters
    bool generator;
    void *native;            // compiled body's descriptor, or NULL (compiler's own)
    void *baseline;          // its code made of stencils (jit/baseline's own), or NULL
    void *resume;            // of a generator: its compiled code (a NativeResume), or NULL
    void *entry_below;       // what `entry` was before compiled code took over
    uint32_t native_used;    // native_clock (jit/native) when compiled code was last entered
    void *tier;              // what the tier policy knows of it (jit/tier's own), or NULL
    uint32_t index;          // in module
    Str *name, *qualname;    // interned when the first function is made of it; NULL before
    Str **parameters;        // names of the named ones, interned at the first call that needs them; NULL before
};

enum { CODE_CONSTS_FRONT = 2 };

// Turns a verified module into a loaded one: allocates the module object, its protos and constants. The BcModule must
// stay alive. NULL with a pending exception on failure.
Module *code_load(Thread *t, const BcModule *bc);
Proto *code_proto(Module *m, uint32_t index);

// Called for each new Proto, its constants loaded, to set its entry; the engine (jit/interp) installs itself here.
extern void (*code_prepare_proto)(Proto *p);
// Called for each loaded module, before it runs; whoever has compiled code for it connects that here.
extern void (*code_attach_module)(Module *m);

#endif
