// When prototypes get code made of stencils: at once, or when the interpreter finds them warm.
#include "baseline.h"
#include "jit/interp/interp_int.h"

enum { JUMPS_TO_COMPILE = 16, JUMPS_TO_RETRY = 1 << 16 };  // what could not be compiled is hardly ever tried again

static void (*prepare_before)(Proto *p);

static void prepare_always(Proto *p) {
    prepare_before(p);
    if (baseline_compile(p)) baseline_enter_by(p);
}

static InterpFn warm_call(Thread *t, Value *base, const BcInsn *pc) {
    Proto *p = frame_function(base)->proto;
    if (!baseline_compile(p)) return p->entry = (void *)interp_enter, NULL;
    baseline_enter_by(p);
    return baseline_at(p, pc);
}

static InterpFn warm_loop(Thread *t, Value *base, const BcInsn *pc) {
    Proto *p = frame_function(base)->proto;
    bool compiled = baseline_compile(p);
    t->jumps_left = compiled ? JUMPS_TO_COMPILE : JUMPS_TO_RETRY;
    return compiled ? baseline_at(p, pc) : NULL;
}

static void change_entry(Proto *p) {
    void *entry = __atomic_load_n(&p->entry, __ATOMIC_RELAXED);
    if (entry == (void *)baseline_at(p, p->code)) p->entry = (void *)interp_enter_anew;
    else if (entry == (void *)interp_enter_anew) baseline_enter_by(p);
}

InterpFn baseline_change_over(Thread *t, Value *base, const BcInsn *pc, uint32_t random) {
    Proto *p = frame_function(base)->proto;
    if (!baseline_compile(p)) return NULL;
    if (random & 1) change_entry(p);
    if (!pc) return NULL;
    return random & 2 ? baseline_at(p, pc) : interp_enter;
}

void baseline_start(BaselinePolicy policy) {
    if (policy == BASELINE_ALWAYS) {
        prepare_before = code_prepare_proto;
        code_prepare_proto = prepare_always;
        return;
    }
    interp_warm_call = warm_call;
    interp_warm_loop = warm_loop;
}
