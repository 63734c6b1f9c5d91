// The tier policy: programs start in the interpreter; what they spend time in is compiled in the background and entered
// while they run.
//
// A worker thread asks the program's thread to poll once a millisecond. A poll is a sample: the function that answers it is
// where time goes. After a few samples the function is compiled for the values its registers hold, both as a whole, for the
// next call, and from the loop it is in, to replace the running frame. The program never waits for the compiler.
#ifndef OTTER_TIER_H
#define OTTER_TIER_H

#include "compiler/native/native_module.h"
#include "stdlib/runtime/module.h"
#include "tier_options.h"

// What asking the compiler came to (tier_outcomes.def).
typedef enum {
#define TIER_OUTCOME(name, text) TIER_##name,
#include "jit/tier/tier_outcomes.def"
#undef TIER_OUTCOME
} TierOutcome;
const char *tier_outcome_text(TierOutcome outcome);
// Compiles a unit; called by the worker's threads.
typedef TierOutcome (*TierCompile)(const BcModule *bc, const NativeUnit *unit, NativeCode *code);

// Native code of an earlier run for a part just loaded: a unit, what was seen then (nregs tags) and its object, or nothing
// (size 0) when it could not be compiled. Anything that does not fit is ignored.
void tier_adopt(CodePart *part, const NativeUnit *unit, uint32_t nregs, const void *object, size_t size);

// The same for code of the whole module.
void tier_adopt_module(CodePart *part, const void *object, size_t size);

// What happens, for whoever watches. Called on the program's thread.
typedef struct {
    TierOutcome outcome;
    size_t bytes;             // of the object
    uint64_t microseconds;    // compiling took
    bool from_cache;
} TierCode;
typedef enum {
#define TIER_REASON(name, text) TIER_##name,
#include "jit/tier/tier_reasons.def"
#undef TIER_REASON
    TIER_REASON_COUNT
} TierReason;
const char *tier_reason_text(TierReason reason);
typedef struct {
    void (*sampled)(const Proto *p, const Value *caller, bool compiled);  // caller: its frame; NULL: not known. In optimised code?
    void (*requested)(const Proto *p, const NativeUnit *unit, TierReason why);
    void (*compiled)(const Proto *p, const NativeUnit *unit, const TierCode *code);
    void (*entered)(const Proto *p, uint32_t start);                                  // a running loop was replaced
    void (*left)(const Proto *p, uint32_t at);                                        // compiled code went on in bytecode at this instruction
    void (*dropped)(const Proto *p, uint32_t start, bool midway, size_t bytes, TierReason why);
    void (*freed)(size_t bytes);                                                      // memory of dropped code
} TierEvents;
void tier_watch(const TierEvents *events);

// Starts the worker for the thread `t` that will run the program. Without a worker thread the program stays interpreted.
// `forked` is called in a child after fork(), before it compiles anything.
void tier_start(Thread *t, TierCompile compile, void (*forked)(void));
// At the program's end: what is still waiting to be compiled is given to `leave`.
void tier_finish(void (*leave)(const BcModule *bc, const NativeUnit *unit));
// For tests (--stress=tier): every few calls and jumps back poll, and what is sampled is compiled and entered at once.
void tier_start_stress(Thread *t, TierCompile compile);

#endif
