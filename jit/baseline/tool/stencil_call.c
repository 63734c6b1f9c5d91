// Calls by what their site remembers (call_site.h).
#include "jit/baseline/call_site.h"
#include "jit/interp/interp_int.h"

// Enters a function whose entry takes neither pc nor constants from its caller: one with code made of stencils.
#define ENTER(site, proto)                                                    \
    do {                                                                      \
        Value *callee_base = &R(A) + BC_WINDOW_HEADER;                        \
        memcpy(&callee_base[FRAME_RESUME], &(site)->resume, 2 * sizeof(Value)); \
        callee_base[FRAME_CALLER] = VALUE_BITS((uint64_t)base);               \
        base = callee_base;                                                   \
        TAIL(((InterpFn)(proto)->entry));                                     \
    } while (0)
static_assert(FRAME_PC == FRAME_RESUME + 1 && offsetof(CallSite, pc) == offsetof(CallSite, resume) + sizeof(Value));

#define CALL_REMEMBERED(condition)                                                                                             \
    do {                                                                                                                       \
        CallSite *site = (CallSite *)HOLE_WIDE(CALL_SITE);                                                                     \
        const CallRecord *record = site->record;                                                                               \
        ret = VALUE_BITS((uint64_t)site);                                                                                      \
        if (LIKELY(value_same(R(A), record->callee) && (condition) && (char *)base + record->room <= (char *)t->call_limit)) { \
            ENTER(site, record->proto);                                                                                        \
        }                                                                                                                      \
        TAIL(code_ASIDE);                                                                                                      \
    } while (0)

// A site that has seen several functions, or closures of one, looks at what it is to call.
#define CALL_ANY(condition)                                                                                                 \
    do {                                                                                                                    \
        const CallSite *site = (const CallSite *)ret.bits;                                                                  \
        if (LIKELY(site->learned > 1 && value_has_shape(R(A), &shape_function) && (condition))) {                           \
            const Proto *p = ((Function *)value_object(R(A)))->proto;                                                       \
            bool ready = p->plain_nargs == NARGS && __atomic_load_n(&p->baseline, __ATOMIC_ACQUIRE);                        \
            if (LIKELY(ready && &R(A) + BC_WINDOW_HEADER + p->nregs <= t->call_limit)) ENTER(site, p);                      \
        }                                                                                                                   \
        TAIL(baseline_call_miss);                                                                                           \
    } while (0)

#define BOUND (!value_is_unbound(R(A + BC_WINDOW_HEADER)))
INTERP_CALLCONV Value aside_more_CALL(INTERP_PARAMS) { CALL_ANY(true); }
MORE_STENCIL(CALL) { CALL_REMEMBERED(true); }
INTERP_CALLCONV Value aside_more_CALLM(INTERP_PARAMS) { CALL_ANY(BOUND); }
MORE_STENCIL(CALLM) { CALL_REMEMBERED(BOUND); }
