// The interpreter as the runtime's engine: the dispatch table, entry points of protos, and the doors between C and frames.
#include "interp_int.h"
#include "stdlib/runtime/object_lock.h"

const InterpFn interp_table[256] = {
#define OP(name, format, meaning) interp_##name,
#include "compiler/bytecode/opcodes.def"
#undef OP
#define QUICK(name) interp_quick_##name,
#include "quick.def"
#undef QUICK
};

static InterpFn poll_nothing(Thread *t, Value *base, const BcInsn *pc) { return NULL; }
InterpFn (*interp_poll)(Thread *t, Value *base, const BcInsn *pc) = poll_nothing;

InterpFn (*interp_warm_call)(Thread *t, Value *base, const BcInsn *pc);
static InterpFn loops_stay(Thread *t, Value *base, const BcInsn *pc) {
    t->jumps_left = INT32_MAX;
    return NULL;
}
InterpFn (*interp_warm_loop)(Thread *t, Value *base, const BcInsn *pc) = loops_stay;

INTERP_CALLCONV Value interp_enter_anew(INTERP_PARAMS) {
    const Proto *p = frame_function(base)->proto;
    pc = p->code;
    k = p->consts;
    TAIL(interp_enter);
}

static INTERP_CALLCONV Value enter_again(INTERP_PARAMS) {
    PUBLISH;
    InterpFn instead = interp_warm_call(t, base, frame_function(base)->proto->code);
    if (instead) TAIL(instead);
    TAIL(interp_enter_anew);
}

static INTERP_CALLCONV Value enter_first(INTERP_PARAMS) {
    frame_function(base)->proto->entry = (void *)enter_again;
    TAIL(interp_enter_anew);
}

uint32_t native_clock;

bool interp_quickens = true;

static void prepare_proto(Proto *p) {
    p->entry = p->generator ? (void *)interp_enter_generator : interp_warm_call ? (void *)enter_first : (void *)interp_enter;
    if (interp_quickens) interp_quicken(p);
}

void interp_link_to_c(Value *base, Value function, Value *caller) {
    base[FRAME_CALLEE] = function;
    base[FRAME_RESUME] = VALUE_BITS((uint64_t)interp_leave);
    base[FRAME_PC] = VALUE_BITS(0);
    base[FRAME_CALLER] = VALUE_BITS((uint64_t)caller);
}

Value interp_run(Thread *t, Value *base, InterpFn fn, const BcInsn *pc, Value ret) {
    if (!thread_check_native(t)) return VALUE_ERROR;
    Value *caller = t->base;
    t->base = base;
    object_locks_suspend(t);
    Value result = fn(t, pc, base, frame_function(base)->proto->consts, 0, ret);
    t->base = caller;
    object_locks_resume(t);
    return result;
}

static inline Value run_compiled(Thread *t, Proto *p, Value *base, InterpNative code) {
    if (!thread_check_native(t)) return VALUE_ERROR;
    Value *caller = t->base;
    t->base = base;
    p->native_used = native_clock;
    object_locks_suspend(t);
    Value result = VALUE_BITS(code(t, base));
    t->base = caller;
    object_locks_resume(t);
    return result;
}

static void called_nothing(Thread *t, Value *base) {}
void (*interp_called)(Thread *t, Value *base) = called_nothing;

static void count_call(Thread *t, Proto *p, Value *base) {
    uint32_t n = __atomic_load_n(&p->outside_calls, __ATOMIC_RELAXED) + 1;
    __atomic_store_n(&p->outside_calls, n, __ATOMIC_RELAXED);
    if (n % INTERP_CALLED_EACH == 0) interp_called(t, base);
}

static Value run_function(Thread *t, Function *f, Value *base) {
    interp_link_to_c(base, value_from_object(f), t->base);
    void *code = __atomic_load_n(&f->proto->native, __ATOMIC_ACQUIRE);
    if (code) return run_compiled(t, f->proto, base, (InterpNative)code);
    count_call(t, f->proto, base);
    return interp_run(t, base, (InterpFn)f->proto->entry, f->proto->code, VALUE_NONE);
}

InterpFn interp_code_at(const Proto *p, const BcInsn *pc) { return p->baseline ? interp_entry_at(p->consts, pc) : interp_enter; }

static InterpNative stay_left(Thread *t, Value *base, uint32_t at) { return NULL; }
InterpNative (*interp_exited)(Thread *t, Value *base, uint32_t at) = stay_left;

// Should it decline, too, that is the end of it.
static Value run_other(Thread *t, Value *base, InterpNative other) {
    Value *outer = t->giving;
    t->giving = base;
    if (t->driven == base) t->driven_by = (void *)other;
    Value result = VALUE_BITS(other(t, base));
    t->giving = outer;
    return result;
}

Value interp_continue(Thread *t, Value *base, uint32_t at) {
    InterpNative other = interp_exited(t, base, at);
    t->exit_from = NULL;
    if (other && t->giving != base) return run_other(t, base, other);
    if (t->driven == base) {
        t->exit_at = at;
        return INTERP_LEFT;
    }
    interp_link_to_c(base, base[FRAME_CALLEE], t->base);
    const Proto *p = frame_function(base)->proto;
    return interp_run(t, base, interp_code_at(p, p->code + at), p->code + at, VALUE_NONE);
}

INTERP_CALLCONV Value interp_run_native(INTERP_PARAMS) {
    Value *outer = t->driven;
    void *outer_by = t->driven_by;
    t->driven = base;
    t->driven_by = (void *)ret.bits;
    ret = VALUE_BITS(((InterpNative)ret.bits)(t, base));
    t->driven = outer;
    t->driven_by = outer_by;
    if (UNLIKELY(t->wants_poll)) t->call_limit = NULL;  // compiled code has taken the request for itself
    InterpFn next = (InterpFn)base[FRAME_RESUME].bits;
    if (LIKELY(!value_same(ret, INTERP_LEFT))) TAIL(next);
    const Proto *p = frame_function(base)->proto;
    k = p->consts;
    pc = p->code + t->exit_at;
    next = interp_code_at(p, pc);
    TAIL(next);
}

void interp_init(void) {
    code_prepare_proto = prepare_proto;
    call_run_frame = run_function;
    generator_resume = interp_resume_generator;
    generator_step = interp_step_generator;
    code_add_keeper(&interp_keeper);
}
