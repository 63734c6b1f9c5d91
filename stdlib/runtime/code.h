// Loaded code: a BcProto with its constants as values and its entry point.
//
// A module's code comes in parts. A file's module has one, which lives as long as the process; the module of the prompt gets another
// with every input, which lives as long as a function or a traceback of it does:
//
//   Function, Traceback ──> Proto ──> CodePart ──> CodeAnchor (in the heap: alive as long as they are)
//                                        │  ^             │ traces
//                                        │  └─────────────┴──> Module, constants, what the engine's keepers have
//                                        └──> BcModule, Protos
#ifndef OTTER_CODE_H
#define OTTER_CODE_H

#include "compiler/bytecode/bytecode.h"
#include "object.h"

typedef struct Proto Proto;
typedef struct CodePart CodePart;

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
    uint32_t outside_calls;  // of its bytecode by C and by compiled code; threads may lose some
    void *tier;              // what the tier policy knows of it (jit/tier's own), or NULL
    CodePart *part;          // that it belongs to
    uint32_t index;          // in its part; UINT32_MAX: made at run time
    Proto *next;             // of those made at run time
    Str *name, *qualname;    // interned when the first function is made of it; NULL before
    Str **parameters;        // names of the named ones, interned at the first call that needs them; NULL before
};

enum { CODE_CONSTS_FRONT = 2 };

struct CodePart {
    Module *module;
    const BcModule *bc;
    Proto *protos;           // [bc->nproto]
    Proto *made;             // at run time; a list
    void *native;            // compiled modules attached to it (jit/native's own)
    Value anchor;            // a CodeAnchor; a root until code_let_go
    void (*release)(void *owner);   // when nothing refers to the part; NULL: never
    void *owner;             // of bc
    CodePart *next_dead;
};

// Turns a verified module into a loaded one: allocates the module object, its protos and constants. The BcModule must
// stay alive. NULL with a pending exception on failure.
Module *code_load(Thread *t, const BcModule *bc);
// The same for another part of a module that is there (module_grow has seen to its slots).
CodePart *code_load_part(Thread *t, Module *m, const BcModule *bc);
static inline Proto *code_proto(const CodePart *part, uint32_t index) { return &part->protos[index]; }
// A Proto made at run time becomes the part's; it, its BcProto and that one's tables are calloc'ed.
void code_add_proto(CodePart *part, Proto *p);

// From now on the part lives only as long as something refers to it. Then, at some later code_reap, `release` is called: nobody needs bc.
void code_let_go(CodePart *part, void (*release)(void *owner), void *owner);
// Gives back parts that nothing refers to. Called between inputs, by the thread that runs them.
void code_reap(void);

// Who keeps something for the protos of a part.
typedef struct CodeKeeper {
    void (*trace)(const CodePart *part, Tracer *tracer);  // reports the objects it keeps for them; NULL: none
    bool (*is_busy)(const CodePart *part);                // still needs the bytecode; NULL: never
    void (*forget)(CodePart *part);                       // gives back what it has for them; NULL: nothing
    struct CodeKeeper *next;
} CodeKeeper;
// Once, before code is loaded; who comes last is asked first.
void code_add_keeper(CodeKeeper *keeper);
#define CODE_EACH_PROTO(part, p)                                                                 \
    for (Proto *p = (part)->protos; p < (part)->protos + (part)->bc->nproto; p++)

// Called for each new Proto, its constants loaded, to set its entry; the engine (jit/interp) installs itself here.
extern void (*code_prepare_proto)(Proto *p);
// Called for each loaded part, before it runs; whoever has compiled code for it connects that here.
extern void (*code_attach_part)(CodePart *part);

#endif
