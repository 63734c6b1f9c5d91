// Functions that sites remember are kept alive by them, lest another function take the address.
#include "call_site.h"

#include <stdlib.h>

#include "handlers.h"
#include "jit/interp/interp_int.h"

enum { LEARNED_MAX = 8 };

static const CallRecord nothing = {.callee = {1}};

CallSite *call_sites_new(uint32_t n) {
    CallSite *sites = calloc(n, sizeof *sites);
    for (uint32_t i = 0; sites && i < n; i++) sites[i].record = &nothing;
    return sites;
}

void call_sites_trace(const CallSite *sites, uint32_t n, Tracer *tracer) {
    for (uint32_t i = 0; i < n; i++)
        if (sites[i].record != &nothing) tracer_value(tracer, sites[i].record->callee);
}

void call_sites_free(CallSite *sites, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        for (CallRecord *r = sites[i].kept, *older; r; r = older) {
            older = r->older;
            free(r);
        }
    free(sites);
}

// Another thread may learn at the same time: the last one wins.
static void learn(CallSite *site, const Value *window, uint32_t window_at, uint32_t nargs) {
    if (!value_has_shape(*window, &shape_function) || site->learned >= LEARNED_MAX) return;
    const Proto *p = ((Function *)value_object(*window))->proto;
    if (p->plain_nargs != nargs || !__atomic_load_n(&p->baseline, __ATOMIC_ACQUIRE) || p->generator) return;
    CallRecord *record = malloc(sizeof *record);
    if (!record) return;
    *record = (CallRecord){*window, (window_at + BC_WINDOW_HEADER + p->nregs) * sizeof(Value), p, NULL};
    record->older = __atomic_exchange_n(&site->kept, record, __ATOMIC_ACQ_REL);
    site->learned++;
    __atomic_store_n(&site->record, record, __ATOMIC_RELEASE);
}

static bool takes_plain(Value callee, uint32_t nargs) {
    if (!value_has_shape(callee, &shape_native)) return false;
    const Native *n = (Native *)value_object(callee);
    return n->simple && n->max_args == nargs && value_is_unbound(n->self);
}

static INTERP_CALLCONV Value call_plain_native(INTERP_PARAMS) {
    Value *window = &base[bc_a(insn)];
    PUBLISH;
    k = frame_function(base)->proto->consts;
    Value result = native_run(t, ((Native *)value_object(*window))->fn, window + BC_WINDOW_HEADER, bc_b(insn));
    if (UNLIKELY(value_is_error(result))) TAIL(baseline_raise);
    *window = result;
    TAIL(interp_entry_at(k, pc));
}

INTERP_CALLCONV Value baseline_call_miss(INTERP_PARAMS) {
    Value *window = &base[bc_a(insn)];
    bool bound = bc_op(insn) == OP_CALL || !value_is_unbound(window[BC_WINDOW_HEADER]);
    if (LIKELY(bound)) {
        if (takes_plain(*window, bc_b(insn))) TAIL(call_plain_native);
        learn((CallSite *)ret.bits, window, bc_a(insn), bc_b(insn));
    }
    TAIL(baseline_handlers[bc_op(insn)]);
}
