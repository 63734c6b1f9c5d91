// What a call in native code made of stencils remembers of the function it called last: enough to enter it without looking.
#ifndef OTTER_CALL_SITE_H
#define OTTER_CALL_SITE_H

#include "jit/interp/interp.h"

// Never changed once a site points to it, so that a thread sees all of it or none.
typedef struct CallRecord {
    Value callee;          // a Function whose code this is; VALUE_ERROR: none yet
    uint64_t room;         // bytes from the caller's R[0] to the end of the callee's registers
    const Proto *proto;    // has code made of stencils, and takes the site's arguments as they are
    struct CallRecord *older;
} CallRecord;

typedef struct {
    const CallRecord *record;
    uint64_t resume;       // the two words of the callee's frame header that are always the same, in their order
    const BcInsn *pc;
    uint32_t learned;      // records so far; beyond a limit the site is left alone
    CallRecord *kept;      // all of them: another thread may still look at an older one
} CallSite;

// `n` sites that know nothing, malloc'ed. NULL: no memory.
CallSite *call_sites_new(uint32_t n);
void call_sites_trace(const CallSite *sites, uint32_t n, Tracer *tracer);   // the functions they remember
void call_sites_free(CallSite *sites, uint32_t n);

// The handler of a call whose site (in `ret`) does not know the callee: learns it, and makes the call.
INTERP_CALLCONV Value baseline_call_miss(INTERP_PARAMS);

#endif
