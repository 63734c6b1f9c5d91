// SSA: a function between its bytecode and machine code.
//
//   SsaModule ── instances ──> SsaFunction ── blocks ──> SsaBlock ── SsaRef ──> SsaInsn
//
// A function is compiled once per key: the types its arguments are known to have. Its instructions live in one table and
// are named by index (SsaRef, 0 is none); a block lists the instructions it runs, PHIs first, one END operation last.
//
// A TRY edge leads from an operation that raised to its handler: the PHIs there take the registers as they were before the
// operation, and where a PHI is a VALUE its operand on such an edge may have any type; it is boxed on the way.
//
// A VALUE may carry a fact: the builtin class it is certainly of (compiler/native/native_facts.def).
//
// An instruction that may leave compiled code carries a frame state: the bytecode position at which to go on, and which
// SSA value each live register of the bytecode frame has there. That state is all a side exit knows and needs.
//
// The body of a callee may be part of its caller (passes/inline.c). Its instructions and frame states then belong to a *frame* of
// their own, an entry of f->frames: prototype, place above the function's own registers, and the call. Who leaves with a state of such
// a frame goes on in the bytecode there, and with what that gives in the frame the call was in, behind the call.
//
// Everything belongs to the module's arena. The list of operations: ssa_ops.def.
#ifndef OTTER_SSA_H
#define OTTER_SSA_H

#include "compiler/native/native_module.h"
#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/bytecode.h"

typedef enum {
#define SSA(name, arguments, result, effect, meaning) SSA_##name,
#include "ssa_ops.def"
#undef SSA
    SSA_OP_COUNT
} SsaOp;

// The type of an SSA value, which is also how machine code holds it.
typedef enum {
    SSA_TYPE_NONE,   // no value; during inference: not known yet
    SSA_TYPE_INT,    // an int that fits 64 bits, as those bits
    SSA_TYPE_FLOAT,  // a double
    SSA_TYPE_BOOL,   // one bit
    SSA_TYPE_WORD,   // an int of 0 .. 2^64-1, as those bits: a u64
    SSA_TYPE_VALUE,  // any value, tagged
    SSA_TYPE_INFER,  // in ssa_ops.def only
    SSA_TYPE_COUNT
} SsaType;

// What is certain of a VALUE's class: established by constructors, by GUARD_FACT and by joins of the same fact. Of what a value
// probably is, see `guess`.
typedef enum {
    SSA_FACT_NONE,
#define FACT(name, shape, meaning) SSA_FACT_##name,
#include "compiler/native/native_facts.def"
#undef FACT
    SSA_FACT_COUNT
} SsaFact;

typedef enum { SSA_EFFECT_PURE, SSA_EFFECT_READ, SSA_EFFECT_WRITE, SSA_EFFECT_RAISE, SSA_EFFECT_EXIT, SSA_EFFECT_GUARD, SSA_EFFECT_END } SsaEffect;

typedef struct {
    const char *name;  // lower case
    int arguments;     // -1: any number
    SsaType result;
    SsaEffect effect;
} SsaOpInfo;

typedef struct {
    uint32_t i;
} SsaRef;

typedef struct {
    uint32_t reg;
    SsaRef value;
} SsaSlot;

typedef struct {
    uint32_t pc;
    uint32_t frame;  // in f->frames; 0: the function's own
    uint32_t count;
    SsaSlot *slots;  // by register
} SsaState;

// Of an inlined callee. The function's own frame is entry 0, of which only `bc` and `proto` count.
typedef struct {
    const BcProto *bc;
    uint32_t proto;   // index in the module
    uint32_t base;    // its register 0, in registers of the function
    uint32_t pc, reg; // the call: its instruction in the frame of `call`, and the register its result goes to
    SsaRef callee;    // the function called; none: the one of `proto` of a class known to be as predicted
    SsaRef result;    // what the call gives whatever the callee returns, as the object of an __init__; none: what it returns
    SsaState *call;   // where the call is left
} SsaFrame;

enum { SSA_NO_CONSTANT = UINT32_MAX };  // aux of a CONST_WORD that is no constant of its prototype

typedef struct SsaFunction SsaFunction;

typedef struct {
    uint8_t op;    // SsaOp
    uint8_t type;  // SsaType
    uint8_t fact;  // SsaFact; NONE unless type is VALUE
    uint32_t nargs;
    SsaRef *args;
    int64_t imm;
    uint32_t aux;
    uint32_t pc;          // bytecode instruction it comes from
    uint32_t frame;       // ... in f->frames; 0: the function's own
    SsaState *state;      // NULL: none
    SsaFunction *callee;  // CALL_DIRECT
} SsaInsn;

typedef VEC(SsaRef) SsaRefVec;
typedef VEC(uint32_t) SsaBlockVec;

typedef struct {
    SsaRefVec insns;
    SsaBlockVec preds;  // in the order of PHI operands
    uint32_t succ[2];
    uint32_t nsucc;
    uint32_t loop_depth;
    uint32_t pc;            // bytecode instruction it starts at; of a block made later, 0
} SsaBlock;

// A global to which the module's text binds one number, once, at the top level.
typedef struct {
    SsaOp op;               // CONST_INT, CONST_WORD or CONST_FLOAT; SSA_OP_COUNT: it is no such
    int32_t constant;       // of the module's body; -1: an immediate operand
    int64_t imm;
} SsaGlobal;

typedef struct SsaModule SsaModule;
struct Predict;

struct SsaFunction {
    SsaModule *module;
    SsaFunction *next;      // of the same prototype
    uint32_t index;         // in module->functions
    const BcProto *bc;
    uint32_t proto;         // index in the module
    uint32_t nparams;
    SsaType *key;           // [nparams] INT, FLOAT, WORD or VALUE
    uint32_t start;         // bytecode instruction it is entered at; 0 but for on-stack replacement
    const uint32_t *regs;   // [nparams] the register each parameter comes in; NULL: register i
    SsaType result;         // NONE: not known to return yet
    VEC(SsaFunction *) readers;  // while types are inferred: whose types may depend on the result, some of them twice
    bool ranged;            // the pass `interval` has looked at it, or is at it
    int64_t least, most;    // then, of an INT result: where it lies
    bool settled;           // while types are inferred: nothing it depends on has changed since it was looked at
    bool resumable;         // a generator: entered at each of its resume points, its registers in the frame
    bool wanted;            // reached from an entry; others are not compiled
    bool seed;              // stays in bytecode; built for what its calls say about others
    const struct Guess *guesses;  // [nguesses] what its values probably are (passes/predict.h); NULL: not asked yet
    uint32_t nguesses;
    const uint32_t *low;    // [nlow] the one user of what only a mask of 64 bits uses (passes/words.c), 0: others do; NULL: there is nothing such
    uint32_t nlow;
    uint32_t self;          // program class parameter 0 is certainly of, in its shape on entry; 0: none
    bool fresh;             // self has just been made: it has no fields yet
    uint32_t closure;       // 1 + the constant of the module that is the function being called; 0: any
    bool root;              // ... and its entry is to look for it
    VEC(SsaFrame) frames;   // of inlined callees, from 1 on; empty: none
    uint8_t inlining;       // how far the pass `inline` is with it: not looked at, at it, done
    bool can_inline;        // then: its body may become part of callers
    VEC(SsaInsn) insns;     // insns.items[0] is no instruction
    VEC(SsaBlock) blocks;   // blocks.items[0] is the entry
};

// What running a prototype told.
typedef struct {
    const uint32_t *avoid;  // [navoid] instructions at which nothing is to be guessed: it failed before
    uint32_t navoid;
    const NativeSight *sights;  // of its registers and captured variables, as NativeUnit has them; NULL: none
} SsaSeen;

struct SsaModule {
    Arena *arena;
    const BcModule *bc;
    VEC(SsaFunction *) functions;
    SsaFunction **of_proto; // [nproto] the first function of each prototype, or NULL
    SsaFunction *unit;      // the one instance to get an entry; NULL: every prototype's general one
    struct Predict *predict;  // what its values probably are; NULL: not known
    const SsaSeen *seen;    // [nproto] what earlier runs of the code tell; NULL: nothing
    const NativeSight *seen_globals;  // [nglobal]; NULL: nobody looked
    bool by_sight;          // a guess came from what a register in the middle of a function was seen to hold
    const NativeConstant *constants;  // [nconstant] as the unit has them
    uint32_t nconstant;
    SsaGlobal *numbers;     // [nglobal] what the module's text binds them to
    int32_t *bound_once;    // [nglobal] prototype a BC_GLOBAL_ONCE slot names, or -1
};

const SsaOpInfo *ssa_op_info(SsaOp op);
const char *ssa_type_name(SsaType type);
// Does it need a frame state to the end, because it may leave compiled code there?
bool ssa_op_leaves(SsaOp op);
const char *ssa_fact_name(SsaFact fact);  // lower case

bool ssa_bigint_is_word(BcStr digits);

// A module with no functions yet.
SsaModule *ssa_module_new(Arena *arena, const BcModule *bc);
// Releases what is not in the arena.
void ssa_module_fini(SsaModule *m);

// A function made elsewhere becomes one of the module.
void ssa_add_function(SsaModule *m, SsaFunction *f);
// The instance of a prototype for a key, built from bytecode at first sight. NULL when the prototype cannot be compiled
// (ssa_can_build), or has enough instances already.
SsaFunction *ssa_function_instance(SsaModule *m, uint32_t proto, const SsaType *key);
// The same for a method that is called on objects of program class `self` only (see SsaFunction).
SsaFunction *ssa_function_method(SsaModule *m, uint32_t proto, const SsaType *key, uint32_t self, bool fresh);
// The same for calls of one closure, a FUNCTION among the module's constants: captured variables that stay are constants in it.
SsaFunction *ssa_function_closure(SsaModule *m, uint32_t constant, const SsaType *key);
// What a value is that is one of the module's constants; NULL: it is none.
const NativeConstant *ssa_constant(const SsaFunction *f, SsaRef r);
// The text of a short constant string; false: it is something else.
bool ssa_constant_text(const SsaFunction *f, SsaRef r, BcStr *text);
// May something be guessed whose failure goes on at the state?
bool ssa_may_guess(const SsaFunction *f, const SsaState *s);
bool ssa_avoids(const SsaFunction *f, uint32_t pc);
// An instance entered in the middle, at instruction `start`: its parameters are the registers live there, of the types
// types[register] (VALUE for what is no number). One per module. NULL: it cannot be built.
SsaFunction *ssa_function_midway(SsaModule *m, uint32_t proto, uint32_t start, const SsaType *types);
// A generator as a whole: entered wherever it may have been suspended, with its registers in the frame. NULL: it cannot be built.
SsaFunction *ssa_function_resumable(SsaModule *m, uint32_t proto);
// Built for the prediction: any arguments, in no module. NULL: it cannot be built.
SsaFunction *ssa_function_model(SsaModule *m, uint32_t proto);
static inline uint32_t ssa_param_reg(const SsaFunction *f, uint32_t param) { return f->regs ? f->regs[param] : param; }
// Can it be built? What jumps into its own exception handlers stays in bytecode.
bool ssa_can_build(const BcProto *bc);
void ssa_function_fini(SsaFunction *f);

// Building blocks of passes.
static inline SsaInsn *ssa_at(const SsaFunction *f, SsaRef r) { return &f->insns.items[r.i]; }
static inline SsaFact ssa_fact(const SsaFunction *f, SsaRef r) { return (SsaFact)f->insns.items[r.i].fact; }
// The state in which the frame's caller goes on, when the state is that of an inlined frame; else NULL.
static inline SsaState *ssa_outer_state(const SsaFunction *f, const SsaState *s) { return s->frame ? f->frames.items[s->frame].call : NULL; }
static inline const BcProto *ssa_frame_bc(const SsaFunction *f, uint32_t frame) { return frame ? f->frames.items[frame].bc : f->bc; }
static inline uint32_t ssa_frame_proto(const SsaFunction *f, uint32_t frame) { return frame ? f->frames.items[frame].proto : f->proto; }
// The constant of a CONST_K: one of the function's own prototype, or of prototype aux - 1.
static inline uint32_t ssa_const_proto(const SsaFunction *f, const SsaInsn *insn) { return insn->aux ? insn->aux - 1 : f->proto; }
static inline bool ssa_same(SsaRef a, SsaRef b) { return a.i == b.i; }
static inline bool ssa_is_none(SsaRef r) { return r.i == 0; }
SsaRef ssa_new_insn(SsaFunction *f, SsaOp op, const SsaRef *args, uint32_t nargs);  // in no block yet
// The int as a constant of the entry block.
SsaRef ssa_entry_int(SsaFunction *f, int64_t imm);
uint32_t ssa_new_block(SsaFunction *f);
void ssa_add_edge(SsaFunction *f, uint32_t from, uint32_t to);
// Ends block n with `op` to its first successor alone; the edge to the second is gone.
void ssa_drop_second_edge(SsaFunction *f, uint32_t n, SsaOp op);
// Empties blocks that nothing leads to.
void ssa_prune_blocks(SsaFunction *f);
// Drops PHIs that join one value only. Typed: those of a handler may hold it as a value, which it is not yet, and stay.
void ssa_drop_trivial_phis(SsaFunction *f, bool typed);
// Replaces uses, frame states included: everywhere, map[i] stands for value i when it is not none. Chains are followed.
void ssa_rename(SsaFunction *f, SsaRef *map);

// ssa_build.c
// False: an instance entered midway finds a loop whose state does not have the form its code expects.
bool ssa_build(SsaFunction *f);

// Text. The dump reads back (ssa_read), and a function that was read dumps to the same text.
void ssa_dump_function(const SsaFunction *f, StrBuf *out);
// NULL when the text is malformed; then `error` says where.
SsaFunction *ssa_read_function(SsaModule *m, const char *text, char *error, size_t error_size);
// NULL when all invariants hold, else what is broken, in the module's arena.
const char *ssa_verify_function(const SsaFunction *f);

#endif
