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
    generator_set_state(g, GENERATOR_DONE);
    if (value_is_error(v)) return v;
    if (result) *result = v;
    return VALUE_UNBOUND;
}

// Is it suspended in the body of a handler? Such code has a handler of its own, which leaves the first.
static bool stands_in_handler(const Generator *g) {
    const Proto *p = g->function->proto;
    uint32_t at = (uint32_t)(g->pc - p->code) - (bc_op(*g->pc) != OP_SEND);
    for (uint32_t i = 0; i < p->bc->nhandler; i++) {
        const BcHandler *h = &p->bc->handlers[i];
        if (at >= h->start && at < h->end && bc_op(p->bc->code[h->target]) == OP_EXCLEAVE) return true;
    }
    return false;
}

// Handled exceptions belong to the generator while it runs, and to its caller otherwise. Both may be handling the same one, which
// the caller threw in.
static inline void give_back_handled(Thread *t, Generator *g, Value handled) {
    bool same = value_same(t->handled, handled);
    if (LIKELY(same && (value_is_none(handled) || g->state != GENERATOR_SUSPENDED || !stands_in_handler(g)))) {
        g->handled = VALUE_NONE;
        return;
    }
    g->handled = t->handled;
    g->at = 0;
    t->handled = handled;
}

Value interp_resume_generator(Thread *t, Generator *g, Value sent, Value *result) {
    if (t->generators >= GENERATORS_MAX) return error_recursion(t);
    Value *window = call_window(t, g->nregs + BC_WINDOW_HEADER);
    if (!window) return VALUE_ERROR;
    Generator *outer = t->generator;
    Value handled = t->handled;
    if (!value_is_none(g->handled)) t->handled = g->handled;
    t->generator = g;
    t->generators++;
    generator_set_state(g, GENERATOR_RUNNING);
    Value v = run(t, g, window + BC_WINDOW_HEADER, sent);
    t->generator = outer;
    t->generators--;
    give_back_handled(t, g, handled);
    return g->state == GENERATOR_SUSPENDED ? v : finished(g, v, result);
}

// --- the step of a loop

// Its compiled code, when nothing but that need be run: one thread, and a frame to put its own behind.
static inline InterpNativeResume step_code(const Thread *t, const Generator *g) {
    if (UNLIKELY(!g->at || t->parallel || t->locks || !t->base || !value_has_shape(frame_callee(t->base), &shape_function))) return NULL;
    return (InterpNativeResume)__atomic_load_n(&g->function->proto->resume, __ATOMIC_ACQUIRE);
}

static Value stepped(Thread *t, Generator *g, Value v, Value handled, Value *result) {
    give_back_handled(t, g, handled);
    return g->state == GENERATOR_SUSPENDED ? v : generator_checked(t, finished(g, v, result));
}

Value interp_stepped_generator(Thread *t, Generator *g, Value v, Value handled) { return stepped(t, g, v, handled, NULL); }

static Value step_by_code(Thread *t, Generator *g, InterpNativeResume code, Value *result) {
    Value *caller = t->base, *base = caller + frame_function(caller)->proto->nregs + BC_WINDOW_HEADER;
    base[FRAME_CALLEE] = value_from_object(g->function);
    base[FRAME_CALLER] = VALUE_BITS((uint64_t)caller);
    Generator *outer = t->generator;
    Value handled = t->handled;
    uint32_t at = g->at - 1;
    generator_set_state(g, GENERATOR_RUNNING);
    t->generator = g;
    Value v = VALUE_BITS(code(t, base, at));
    t->base = caller;
    t->generator = outer;
    bool plain = g->state == GENERATOR_SUSPENDED && value_is_none(handled) && value_is_none(t->handled);
    return LIKELY(plain) ? v : stepped(t, g, v, handled, result);
}

// Is all that a step does a step of another generator, which this one waits for?
[[gnu::always_inline]] static inline bool passes_on(const Thread *t, const Generator *g) {
    if (g->state != GENERATOR_SUSPENDED || bc_op(*g->pc) != OP_SEND || !value_is_none(g->handled) || t->parallel || t->locks) return false;
    return value_has_shape(g->regs[bc_b(*g->pc)], &shape_generator) && t->generators < GENERATORS_MAX && (char *)__builtin_frame_address(0) > t->native_limit;
}

static Value step(Thread *t, Generator *g, Value *result) {
    for (;;) {
        InterpNativeResume code = step_code(t, g);
        if (LIKELY(code)) return step_by_code(t, g, code, result);
        if (!passes_on(t, g)) return generator_send(t, g, VALUE_NONE, result);
        Value other = g->regs[bc_b(*g->pc)], ended = VALUE_NONE;
        generator_set_state(g, GENERATOR_RUNNING);
        t->generators++;
        Value v = step(t, (Generator *)value_object(other), &ended);
        t->generators--;
        generator_set_state(g, GENERATOR_SUSPENDED);
        if (value_is_error(v)) return generator_checked(t, interp_resume_generator(t, g, VALUE_ERROR, result));
        if (!value_is_unbound(v)) return v;
        g->regs[bc_a(*g->pc)] = ended;
        g->pc += 1 + bc_sc(*g->pc);
        g->at = (uint32_t)(g->pc - g->function->proto->code) + 1;
        if (!step_code(t, g)) return generator_checked(t, interp_resume_generator(t, g, g->regs[generator_sent_register(g)], result));
    }
}

Value interp_step_generator(Thread *t, Generator *g) { return step(t, g, NULL); }

Value interp_delegate(Thread *t, Generator *g, uint32_t at) {
    g->pc = g->function->proto->code + at;
    Value *sent = &g->regs[bc_a(*g->pc)], other = g->regs[bc_b(*g->pc)], result = VALUE_NONE;
    bool steps = value_is_none(*sent) && value_has_shape(other, &shape_generator);
    if (t->generators >= GENERATORS_MAX) return error_recursion(t);
    t->generators++;
    Value v = steps ? step(t, (Generator *)value_object(other), &result) : interp_send(t, other, *sent, &result);
    t->generators--;
    if (value_is_unbound(v)) *sent = result;
    else if (!value_is_error(v)) generator_set_state(g, GENERATOR_SUSPENDED);
    return v;
}
