// Between the policy (tier.c), what samples say (tier_stack.c, tier_reach.c, tier_sight.c, tier_constant.c), what is known of compiled code (tier_units.c) and the
// worker (tier_worker.c).
//
//   Proto.tier ── TierProto ── function: TierPlace ── TierUnit, TierUnit ...    newest first
//                          └── loops:    TierPlace ── TierUnit ...
//
// A place is where compiled code can be entered: a function's start or a loop's. A unit is code for one place and certain types of
// values. Everything here is under tier_lock.
#ifndef OTTER_TIER_INT_H
#define OTTER_TIER_INT_H

#include "jit/native/native_object.h"
#include "tier.h"

typedef struct TierPlace TierPlace;

typedef struct TierUnit {
    struct TierUnit *next;       // of its place
    struct TierUnit *list;       // of all units, or of the retired ones
    TierPlace *place;            // NULL: retired
    CodePart *part;
    NativeEntry entry;
    const NativeModule *module;
    NativePiece piece;
    uint32_t used;               // native_clock when a poll or an exit entered it
    NativeSight *sights;         // it was asked for with, malloc'ed; NULL: none are known
    uint32_t nsight;
    bool general;
    bool watched, running;       // retired: the stacks have been searched; and it was found there
    uint8_t tags[];              // [nregs] NativeSeen
} TierUnit;

struct TierPlace {
    TierPlace *next;             // of the prototype's loops
    Proto *proto;
    uint32_t start;
    bool midway, pending, hopeless;
    uint32_t asked;              // variants asked for
    uint32_t wanted;             // samples that chose it while it was pending: the worker takes the most wanted first
    uint32_t misfits;            // since a variant was asked for
    uint32_t exits;              // in the window
    uint64_t window;             // 4 ms each
    uint64_t rest, rest_until;   // ms: left alone
    uint64_t pause, ask_after;   // ms: nothing is asked for, after an eviction
    TierUnit *units;
    struct TierJob *job;         // while it is pending
};

typedef struct {
    uint32_t at, count;
} TierExit;

// Closures of a prototype that are called from outside of each other, as samples saw them.
enum { TIER_CLOSURES_MAX = 8, TIER_CONSTANTS_MAX = 96 };
typedef struct {
    Value function;              // unbound: none
    uint32_t seen;               // samples
    bool compiled;               // its code has been asked for
} TierClosure;

typedef struct {
    TierPlace function;
    TierPlace *loops;
    double heat;                 // samples, decayed
    uint64_t sampled_at;         // ms
    uint32_t sample;             // the number of that sample
    uint32_t calls;              // samples that found it called anew
    uint64_t called_at;          // ms: when `called` was last told of it
    uint32_t reach;              // tier_reach, when it has been measured
    bool start_is_loop;          // a jump leads to instruction 0
    bool has_loop;               // a jump leads back
    bool recurses;               // it has been seen twice on a stack
    TierExit *exits;             // by instruction
    uint32_t nexit;
    TierClosure *closures;       // [TIER_CLOSURES_MAX]; NULL: none have been seen
    uint32_t made_for;           // times that code for closures was asked for
} TierProto;

extern TierEvents tier_events;

// NULL: there is no memory, or the prototype is the runtime's own.
TierProto *tier_of(Proto *p);
double tier_heat(TierProto *tier);
// Is there code for the place, or may there be?
bool tier_is_open(const TierPlace *place);
bool tier_has_pending_loop(const TierProto *tier);
bool tier_has_open_loop(const TierProto *tier);

uint64_t tier_now_ms(void);
// Twice as long as last time, from tier_options.rest to 10 s.
uint64_t tier_longer(uint64_t ms);
// What a register holds, and whether a frame holds what a unit was compiled for.
void tier_read_tags(const Proto *p, const Value *base, uint32_t count, uint8_t *tags);
bool tier_tags_fit(const Proto *p, const Value *base, const uint8_t *tags);

// --- tier_stack.c
typedef struct {
    Proto *proto;                // NULL: nothing is hot
    Value *base;                 // of the frame
    Value *callee;               // of the frame it called; NULL: none, or that is not linked yet
    bool anew;                   // it is called again and again
} TierChoice;
// Takes the sample of a thread that polls as interp_poll.
TierChoice stack_choose(Thread *t, Value *base, const BcInsn *pc);

// --- tier_reach.c
// Instructions of the prototype and what it calls, as far as they are compiled together; beyond tier_options.scope not counted on.
uint32_t tier_reach(const Proto *p);

// --- tier_sight.c
// What the frame's first registers hold, the captured variables of its function and the module's globals; malloc'ed. NULL: nothing.
NativeSight *sight_take(const Proto *p, const Value *base, uint32_t nregs, uint32_t *count);

// A copy of what the unit was asked for with; NULL: nothing.
NativeSight *sight_copy(const TierUnit *unit, uint32_t *count);

// --- tier_constant.c
// Notes which closure the frame that answers a sample works for, and gives its prototype when code for such is worth asking for; NULL: it is not.
TierProto *constants_sample(const Value *base, const Value *caller, bool eager);
// The frame's closure counts as seen often.
void constants_note(const Value *base);
// Adds to a job for the function which closures samples were spent in, and what they have captured.
void constants_take(TierProto *tier, struct TierJob *job);
void constants_trace(const TierProto *tier, Tracer *tracer);

// --- tier_units.c
// Takes ownership of loaded code. The unit comes first at its place; a function is entered by it from now on.
TierUnit *units_add(TierPlace *place, const NativeModule *n, NativePiece piece, const uint8_t *tags, bool general, const Value *objects);
TierUnit *units_fitting(const TierPlace *place, const Value *base);
// The unit that has the address in its code or data; NULL: it is gone.
TierUnit *units_with(const void *address);
// No longer entered; its memory is given back when no thread runs it.
void units_retire(TierUnit *unit, TierReason why);
// Frees what has been found idle. True: a collection, which finds it, would be worth while.
bool units_sweep(void);
size_t units_bytes(void);
// Frees the part's units, retired ones too: nothing refers to it, so nobody runs them.
void units_forget(CodePart *part);

// --- tier_module.c
// Takes ownership of the loaded code of a part that has none yet.
void modules_add(CodePart *part, const NativeModule *n, NativePiece piece);
bool modules_have(const CodePart *part);
// Is the prototype entered by such code?
bool modules_enter(const Proto *p);
void modules_forget(const CodePart *part);

// --- tier_worker.c
enum { TIER_AVOID_MAX = 64 };
typedef struct TierJob {
    struct TierJob *next;
    TierPlace *place;
    NativeUnit unit;             // seen points to tags
    bool general;
    const NativeModule *result;  // when code.outcome is TIER_COMPILED
    NativePiece piece;
    TierCode code;
    NativeAvoid avoid[TIER_AVOID_MAX];
    NativeSight *sights;         // malloc'ed, or NULL
    uint32_t nsight;
    NativeConstant *constants;   // malloc'ed, or NULL
    Value objects[TIER_CONSTANTS_MAX];  // traced from the place, whose job this is
    uint8_t tags[];              // [nregs] NativeSeen
} TierJob;

// Compiles a job on the calling thread: fills in its result.
void worker_compile(TierJob *job, TierCompile compile);
void worker_start(Thread *t, TierCompile compile, void (*forked)(void));
// After fork() the child has no worker until this, at its first poll.
void worker_revive(void);
void worker_finish(void (*leave)(const BcModule *bc, const NativeUnit *unit));
// Hands a job (malloc'ed) to the worker.
void worker_put(TierJob *job);
// Is anything being compiled, or waiting? Is there no use in asking for more?
bool worker_is_busy(void);
bool worker_is_full(void);
// Has the time for another sample come since this was asked last?
bool worker_ticked(void);
// A finished job, which becomes the caller's; NULL: none.
TierJob *worker_take(void);

#endif
