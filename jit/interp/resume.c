// Resuming generators.
//
// Compiled code runs with the generator's registers where they are, in the generator, and uses the frame on the VM stack for its calls
// only; where it leaves, it brings what is live into the frame. Bytecode runs on a copy of all of them. A generator that waits
// for another (SEND) needs neither while that one yields: what is sent is passed on, what comes back is given back.
#include "interp_int.h"
#include "stdlib/runtime/object_lock.h"

// Each resumption walks the whole chain of delegations, so an endless one must end before the stack does.
enum { GENERATORS_MAX = 5000 };

static Value run_compiled(Thread *t, const Generator *g, Value *base, InterpNativeResume code) {
    if (!thread_check_native(t)) return VALUE_ERROR;
    Value *caller = t->base;
    interp_link_to_c(base, value_from_object(g->function), caller);
    t->base = base;
    object_locks_suspend(t);
    Value result = VALUE_BITS(code(t, base, (uint64_t)(g->pc - g->function->proto->code)));
    t->base = caller;
    object_locks_resume(t);
    return result;
}

static Value run_copy(Thread *t, const Generator *g, Value *base, InterpFn fn, const BcInsn *pc) {
    values_copy(base, g->regs, g->nregs);
    interp_link_to_c(base, value_from_object(g->function), t->base);
    return interp_run(t, base, fn, pc, VALUE_NONE);
}

static Value run_on(Thread *t, Generator *g, Value *base) {
    const Proto *p = g->function->proto;
    void *code = __atomic_load_n(&p->resume, __ATOMIC_ACQUIRE);
    if (code && bc_op(*g->pc) != OP_SEND) return run_compiled(t, g, base, (InterpNativeResume)code);
    return run_copy(t, g, base, interp_code_at(p, g->pc), g->pc);
}

Value interp_send(Thread *t, Value iterator, Value sent, Value *result) {
    if (value_has_shape(iterator, &shape_generator)) return generator_send(t, (Generator *)value_object(iterator), sent, result);
    if (value_is_none(sent)) return iterator_send_none(t, iterator, result);
    Value v = call_method(t, iterator, str_intern_c("send"), &sent, 1);
    return value_is_error(v) ? iterator_take_stop(t, result) : v;
}

// Waiting at a SEND. Where the other has returned, this one goes on.
static Value run_delegating(Thread *t, Generator *g, Value *base, Value sent) {
    BcInsn send = *g->pc;
    Value result = VALUE_NONE;
    g->regs[bc_a(send)] = sent;
    if (!thread_check_native(t)) return run_copy(t, g, base, interp_raise, g->pc + 1);
    Value yielded = interp_send(t, g->regs[bc_b(send)], sent, &result);
    if (value_is_error(yielded)) return run_copy(t, g, base, interp_raise, g->pc + 1);
    if (!value_is_unbound(yielded)) {
        g->state = GENERATOR_SUSPENDED;
        return yielded;
    }
    g->regs[bc_a(send)] = result;
    g->pc += 1 + bc_sc(send);
    return run_on(t, g, base);
}

static Value run(Thread *t, Generator *g, Value *base, Value sent) {
    bool sends = bc_op(*g->pc) == OP_SEND;
    if (value_is_error(sent)) return run_copy(t, g, base, interp_raise, sends ? g->pc + 1 : g->pc);
    if (g->pc == g->function->proto->code) return run_on(t, g, base);
    if (sends) return run_delegating(t, g, base, sent);
    g->regs[generator_sent_register(g)] = sent;
    return run_on(t, g, base);
}

static Value finished(Generator *g, Value v, Value *result) {
    g->state = GENERATOR_DONE;
    if (value_is_error(v)) return v;
    if (result) *result = v;
    return VALUE_UNBOUND;
}

// Handled exceptions belong to the generator while it runs, and to its caller otherwise.
Value interp_resume_generator(Thread *t, Generator *g, Value sent, Value *result) {
    if (t->generators >= GENERATORS_MAX) return error_recursion(t);
    Value *window = call_window(t, g->nregs + BC_WINDOW_HEADER);
    if (!window) return VALUE_ERROR;
    Generator *outer = t->generator;
    Value handled = t->handled;
    if (!value_is_none(g->handled)) t->handled = g->handled;
    t->generator = g;
    t->generators++;
    g->state = GENERATOR_RUNNING;
    Value v = run(t, g, window + BC_WINDOW_HEADER, sent);
    t->generator = outer;
    t->generators--;
    g->handled = value_same(t->handled, handled) ? VALUE_NONE : t->handled;
    t->handled = handled;

    return g->state == GENERATOR_SUSPENDED ? v : finished(g, v, result);
}

// --- the step of a loop

// Nothing but compiled code needs to be run: one thread, no exception being handled inside, no delegate.
static inline InterpNativeResume plain_code(const Thread *t, const Generator *g) {
    if (t->parallel || t->locks || g->state > GENERATOR_SUSPENDED || !value_is_none(g->handled) || !t->base || !value_has_shape(frame_callee(t->base), &shape_function)) return NULL;
    if (t->generators >= GENERATORS_MAX || (char *)__builtin_frame_address(0) < t->native_limit) return NULL;
    return bc_op(*g->pc) == OP_SEND ? NULL : (InterpNativeResume)g->function->proto->resume;
}

Value interp_step_generator(Thread *t, Generator *g) {
    InterpNativeResume code = plain_code(t, g);
    Value *caller = t->base, *base = code ? caller + frame_function(caller)->proto->nregs + BC_WINDOW_HEADER : NULL;
    if (UNLIKELY(!code || base + g->nregs > t->stack_end - THREAD_STACK_RESERVE)) return generator_send(t, g, VALUE_NONE, NULL);
    interp_link_to_c(base, value_from_object(g->function), caller);
    Generator *outer = t->generator;
    Value handled = t->handled;
    const BcInsn *start = g->function->proto->code;
    if (g->pc != start) g->regs[generator_sent_register(g)] = VALUE_NONE;
    t->generator = g;
    t->generators++;
    t->base = base;
    g->state = GENERATOR_RUNNING;
    Value v = VALUE_BITS(code(t, base, (uint64_t)(g->pc - start)));
    t->base = caller;
    t->generators--;
    t->generator = outer;
    if (UNLIKELY(!value_same(t->handled, handled))) {
        g->handled = t->handled;
        t->handled = handled;
    }
    return LIKELY(g->state == GENERATOR_SUSPENDED) ? v : generator_checked(t, finished(g, v, NULL));
}
