// Calls by what their site remembers (call_site.h).
#include "jit/baseline/call_site.h"
#include "jit/interp/interp_int.h"

// The callee's entry is code that takes neither pc nor constants from its caller, as a record promises.
#define CALL_REMEMBERED(condition)                                                                               \
    do {                                                                                                         \
        CallSite *site = (CallSite *)HOLE_WIDE(CALL_SITE);                                                       \
        const CallRecord *record = site->record;                                                                 \
        Value *callee_base = &R(A) + BC_WINDOW_HEADER;                                                           \
        ret = VALUE_BITS((uint64_t)site);                                                                        \
        if (LIKELY(value_same(R(A), record->callee) && (condition) && (char *)base + record->room <= (char *)t->call_limit)) { \
            memcpy(&callee_base[FRAME_RESUME], &site->resume, 2 * sizeof(Value));                                \
            callee_base[FRAME_CALLER] = VALUE_BITS((uint64_t)base);                                              \
            base = callee_base;                                                                                  \
            TAIL(((InterpFn)record->proto->entry));                                                              \
        }                                                                                                        \
        TAIL(baseline_call_miss);                                                                                \
    } while (0)
static_assert(FRAME_PC == FRAME_RESUME + 1 && offsetof(CallSite, pc) == offsetof(CallSite, resume) + sizeof(Value));

MORE_STENCIL(CALL) { CALL_REMEMBERED(true); }
MORE_STENCIL(CALLM) { CALL_REMEMBERED(!value_is_unbound(R(A + BC_WINDOW_HEADER))); }
