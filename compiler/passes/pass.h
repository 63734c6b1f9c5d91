// Passes over SSA. Each is one file and one function; passes.def lists them in order with what they need, make and break.
#ifndef OTTER_PASS_H
#define OTTER_PASS_H

#include "compiler/base/intern.h"
#include "compiler/ssa/ssa.h"
#include "compiler/ssa/ssa_flow.h"

// What can hold of a function.
enum {
    SSA_HAS_NOTHING = 0,
    SSA_HAS_TYPES = 1,  // every value has its final type
    SSA_HAS_KINDS = 2,  // operands have the types their operations take
    SSA_HAS_FACTS = 8,  // facts are as strong as constructors, guards and joins give
    SSA_HAS_EXITS = 16,  // only what may leave has a frame state
    SSA_HAS_LEAN = 4,   // every value is used or has an effect
};

#define PASS(name, needs, makes, breaks, meaning) void pass_##name(SsaFunction *f);
#include "passes.def"
#undef PASS

// Functions as text on the way.
typedef struct {
    StrBuf *out;
    const char *after;     // name of the pass; "build": before the first; NULL: after the last
    const void *options;   // for `wants`
    bool (*wants)(const void *options, const SsaFunction *f);
} PassDump;

// All passes over all functions that `wanted` ones reach; those become wanted too. dump NULL: none.
void pass_run_module(SsaModule *m, const PassDump *dump);
// One pass by name over one function, for tests; false: no such pass.
bool pass_run_named(SsaFunction *f, const char *name);

// calls.c: what a CALLM or a CALL of a class reaches, by prediction: methods of up to four program classes, or an __init__. GETATTR reaches a
// property's getter. operators.c: an operator on an object reaches the method of its class.
typedef struct {
    uint32_t count;
    bool makes;                // a new object; methods: of the object that is operand `self`
    bool stores;               // ... and of each argument, in order, a field of it
    bool super;                // super().name(...) on self; when it makes, of __init__ on a self that must not have any field yet
    uint32_t self, first;      // operands: the object, and the first argument behind it
    bool swapped;              // a binary operator of the right operand's class
    bool declines;             // the method may give NotImplemented
    bool tests;                // the truth of what it gives is wanted
    bool negated;              // != by way of ==
    bool identity;             // no method is asked: count is 0, the object of classes[0]
    uint32_t other;            // class operand `first` must be of, too; 0: it need not be tested
    uint32_t classes[4], protos[4];
} PassTargets;
bool pass_call_targets(const SsaFunction *f, const SsaInsn *call, PassTargets *targets);
// How many operands from `first` on are arguments.
static inline uint32_t pass_target_arguments(const SsaInsn *call, const PassTargets *targets) {
    return targets->swapped ? 1 : call->nargs - targets->first;
}
// The instance for target i. NULL: none; *known false: types of operands are not known yet.
SsaFunction *pass_call_instance(SsaFunction *f, const SsaInsn *call, const PassTargets *targets, uint32_t i, bool *known);
// The number in an ANSWER: of a comparison, 0 < 1 <= 2 == 3 != 4 > 5 >=; of arithmetic, its place from SSA_ADD on and PASS_ANSWER_ARITHMETIC.
// PASS_ANSWER_LAST with it: nobody else is to be asked.
enum { PASS_ANSWER_ARITHMETIC = 8, PASS_ANSWER_LAST = 64 };
bool pass_is_operator(const SsaInsn *insn);
bool pass_operator_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets);
// Can the prototype be called with so many positional arguments without any work?
bool pass_takes(const SsaFunction *f, uint32_t proto, uint32_t nargs);
// The method of the class as another target; false: it has none that is known.
bool pass_add_target(const SsaFunction *f, PassTargets *targets, uint32_t cls, const Atom *name, uint32_t nargs);
// May it run code that prediction does not see the end of, so that classes may change?
bool pass_runs_code(const SsaInsn *insn);
// Is it self in a method that __init__ calls, so that it may lack fields?
bool pass_is_under_construction(const SsaFunction *f, SsaRef v);

// loop_waits.c: may the loop of `head` go on until another thread changes something?
bool pass_loop_waits(const SsaFunction *f, const SsaFlow *flow, uint32_t head);

// own_cells.c: by value, is it a cell whose content only this function changes? In `arena`.
bool *pass_own_cells(const SsaFunction *f, Arena *arena);

// escape.c: of objects that are not made. What OBJECT_AT has operands for at most.
enum { PASS_OBJECT_FIELDS_MAX = 16 };

// infer.c, shared with specialise: the key a call with arguments of these types uses, given the callee's hints.
SsaType pass_key_type(const BcProto *callee, uint32_t param, SsaType argument);
// words.c: ints of 64 bits without sign.
uint32_t pass_bigint_bits(BcStr digits);
bool pass_is_two_to_64(const SsaFunction *f, const SsaInsn *insn);
int pass_word_mask(const SsaFunction *f, const SsaInsn *insn);        // the operand of which a mask of all 64 bits takes the low ones; -1: it is none
double pass_power_of_two(const SsaFunction *f, SsaRef r);             // of an int constant; 0.0: it is none
bool pass_is_nonnegative(const SsaFunction *f, SsaRef r);             // surely, as its operations say
void pass_find_low(SsaFunction *f);
bool pass_is_low(const SsaFunction *f, uint32_t i);                   // of value i only the low 64 bits matter, and of what it is made from
SsaType pass_word_type(const SsaFunction *f, uint32_t index);         // of an operator; INFER: it has nothing to do with WORDs
// specialise_power.c, shared with infer: what a POW gives.
SsaType pass_power_type(const SsaFunction *f, const SsaInsn *power);
// known.c, shared by infer and specialise: calls of native functions that are operations.
typedef enum {
#define KNOWN(name, text) PASS_KNOWN_##name,
#include "compiler/native/native_known.def"
#undef KNOWN
    PASS_KNOWN_NONE
} PassKnown;
PassKnown pass_known_value(const SsaFunction *f, SsaRef v);          // what v is, by prediction
PassKnown pass_known_call(const SsaFunction *f, const SsaInsn *call);
uint32_t pass_known_first(const SsaInsn *call);                      // its first operand that is an argument
SsaType pass_known_result(PassKnown known, SsaType a, SsaType b);    // b: a, where there is one argument; VALUE: an ordinary call

// Infers one function; true when its result or a value's type changed.
bool pass_infer_step(SsaFunction *f);

#endif
