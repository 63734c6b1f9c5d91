// Passes over SSA. Each is one file and one function; passes.def lists them in order with what they need, make and break.
#ifndef OTTER_PASS_H
#define OTTER_PASS_H

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

// calls.c: what a CALLM or a CALL of a class reaches, by prediction: methods of up to four program classes, or an __init__. An operator
// on an object reaches the method of its class, and GETATTR a property's getter.
typedef struct {
    uint32_t count;
    bool makes;                // a new object; methods: of the object that is operand `self`
    bool super;                // super().__init__(...) on a self that must not have any field yet
    uint32_t self, first;      // operands: the object, and the first argument behind it
    uint32_t other;            // class operand `first` must be of, too; 0: it need not be tested
    uint32_t classes[4], protos[4];
} PassTargets;
bool pass_call_targets(const SsaFunction *f, const SsaInsn *call, PassTargets *targets);
// The instance for target i. NULL: none; *known false: types of operands are not known yet.
SsaFunction *pass_call_instance(SsaFunction *f, const SsaInsn *call, const PassTargets *targets, uint32_t i, bool *known);
// May it run code that prediction does not see the end of, so that classes may change?
bool pass_runs_code(const SsaInsn *insn);
// Is it self in a method that __init__ calls, so that it may lack fields?
bool pass_is_under_construction(const SsaFunction *f, SsaRef v);

// loop_waits.c: may the loop of `head` go on until another thread changes something?
bool pass_loop_waits(const SsaFunction *f, const SsaFlow *flow, uint32_t head);

// infer.c, shared with specialise: the key a call with arguments of these types uses, given the callee's hints.
SsaType pass_key_type(const BcProto *callee, uint32_t param, SsaType argument);
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
