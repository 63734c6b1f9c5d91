// Between the policy (tier.c, on the program's thread) and the worker (tier_worker.c).
#ifndef OTTER_TIER_INT_H
#define OTTER_TIER_INT_H

#include "tier.h"

typedef struct TierJob {
    struct TierJob *next;
    Proto *proto;
    NativeUnit unit;             // seen points to tags
    const NativeModule *result;  // NULL: failed
    TierCode code;               // of the result
    uint8_t tags[];              // [nregs] NativeSeen
} TierJob;

// Compiles a job on the calling thread: fills in its result.
void worker_compile(TierJob *job, TierCompile compile);
void worker_start(Thread *t, TierCompile compile);
// Hands a job (malloc'ed) to the worker.
void worker_put(TierJob *job);
// A finished job, which becomes the caller's; NULL: none.
TierJob *worker_take(void);

#endif
