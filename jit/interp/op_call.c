// Calls and returns.
//
// A call window R(A) .. R(A+3), arguments: the callee's frame grows right out of it (frame.h). Plain functions called with
// exactly their positional parameters enter at once; everything else goes through the runtime. No operation here nests on
// the native stack for bytecode functions.
#include "interp_int.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/task.h"

static inline Tuple *keyword_names(const Value *k, BcInsn insn) { return C ? value_tuple(k[C - 1]) : NULL; }

// Writes the header of the callee's frame whose arguments are bound at callee_base.
static inline void link_frame(Value *callee_base, Value function, const BcInsn *pc, Value *base, uint64_t resume) {
    callee_base[FRAME_CALLEE] = function;
    callee_base[FRAME_RESUME] = VALUE_BITS(resume);
    callee_base[FRAME_PC] = VALUE_BITS((uint64_t)pc);
    callee_base[FRAME_CALLER] = VALUE_BITS((uint64_t)base);
}

// Has another thread asked this one to poll? Takes the request. *sample: by the tier policy. false: an exception is pending.
static inline bool take_poll(Thread *t, bool *sample) {
    *sample = false;
    if (t->call_limit) return true;
    __atomic_exchange_n(&t->call_limit, t->stack_limit, __ATOMIC_SEQ_CST);
    return task_poll(t, sample);
}

#define ENTER_FUNCTION(function, proto, callee_base)                                     \
    do {                                                                                 \
        Proto *enter_ = (proto);                                                         \
        Value *window_ = (callee_base);                                                  \
        link_frame(window_, (function), NEXT_PC, base, RESUME_HERE);                     \
        base = window_;                                                                  \
        pc = enter_->code;                                                               \
        k = enter_->consts;                                                              \
        TAIL(((InterpFn)enter_->entry));                                                 \
    } while (0)

static inline bool has_room(const Thread *t, const Value *callee_base, const Proto *p) {
    return callee_base + p->nregs <= t->call_limit;
}

// The callee (a Function in R(A)) with arguments of any form in callee_base[0 .. nargs).
SLOW(bind_and_enter) {
    Value callee = R(A);
    Function *f = (Function *)value_object(callee);
    Value *callee_base = &R(A) + BC_WINDOW_HEADER;
    PUBLISH;
    bool polls;
    if (!take_poll(t, &polls)) FAIL;
    if (UNLIKELY(callee_base + f->proto->nregs > t->stack_limit)) {  // call_limit may be asked away again at any time
        error_recursion(t);
        FAIL;
    }
    if (UNLIKELY(!call_bind(t, f, callee_base, B, keyword_names(k, insn)))) FAIL;
    if (polls) {
        callee_base[FRAME_CALLEE] = callee;
        interp_poll(t, callee_base, NULL);
    }
    ENTER_FUNCTION(callee, f->proto, callee_base);
}

// Takes a bound method apart: its function becomes the callee, self the first argument. The window grows by one.
static bool unbind_method(Value *window, uint32_t nargs) {
    if (!value_has_shape(window[0], &shape_method)) return false;
    Method *m = (Method *)value_object(window[0]);
    Value *args = window + BC_WINDOW_HEADER;
    memmove(args + 1, args, nargs * sizeof(Value));
    args[0] = m->self;
    window[0] = m->function;
    return true;
}

// Everything that is not a plain function: natives, classes, bound methods, objects with __call__.
SLOW(call_object) {
    Value *window = &R(A);
    PUBLISH;
    if (unbind_method(window, B)) {
        insn += 1ull << 24;  // one argument more
        if (value_has_shape(R(A), &shape_function)) TAIL(slow_bind_and_enter);
    }
    RESULT(call_object(t, window[0], window + BC_WINDOW_HEADER, B, keyword_names(k, insn)));
}

// An instance of a plain class: its __init__ runs in a frame one slot further up, so that the new object stays in R(A).
static inline bool calls_range(const Value *window, uint32_t nargs) {
    return value_object(*window) == (Object *)&class_range && nargs - 1 < 2 && value_is_int(window[BC_WINDOW_HEADER]) &&
           value_is_int(window[BC_WINDOW_HEADER + nargs - 1]);
}
static Value make_range(Thread *t, const Value *args, uint32_t nargs) {
    return range_new(t, nargs == 1 ? value_from_small(0) : args[0], args[nargs - 1], value_from_small(1));
}

SLOW(construct) {
    if (C == 0 && calls_range(&R(A), B)) RESULT(make_range(t, &R(A) + BC_WINDOW_HEADER, B));
    Value *window = &R(A), *callee_base = window + BC_WINDOW_HEADER + 1;
    Value init = C ? VALUE_UNBOUND : call_plain_init((Class *)value_object(*window));
    Proto *p = value_is_unbound(init) ? NULL : ((Function *)value_object(init))->proto;
    if (UNLIKELY(!p || p->generator || p->plain_nargs != B + 1 || !has_room(t, callee_base, p))) TAIL(slow_call_object);
    PUBLISH;
    Object *self = class_instantiate(t, (Class *)value_object(*window));
    if (UNLIKELY(!self)) FAIL;
    memmove(callee_base + 1, callee_base - 1, B * sizeof(Value));
    *window = *callee_base = value_from_object(self);
    link_frame(callee_base, init, NEXT_PC, base, (uint64_t)interp_resume_constructed);
    base = callee_base;
    pc = p->code;
    k = p->consts;
    TAIL(((InterpFn)p->entry));
}

SLOW(call_native) {
    Native *n = (Native *)value_object(R(A));
    Value *args = &R(A) + BC_WINDOW_HEADER;
    if (LIKELY(C == 0 && n->simple && n->max_args == B && value_is_unbound(n->self))) RESULT(native_run(t, n->fn, args, B));
    RESULT(call_native(t, n, args, B, keyword_names(k, insn)));
}

SLOW(CALL) {
    if (value_has_shape(R(A), &shape_function)) TAIL(slow_bind_and_enter);
    if (value_has_shape(R(A), &shape_native)) TAIL(slow_call_native);
    if (value_has_shape(R(A), &shape_type)) TAIL(slow_construct);
    TAIL(slow_call_object);
}

#define CALL_BODY                                                                                                 \
    do {                                                                                                          \
        Value callee = R(A);                                                                                      \
        if (UNLIKELY(!value_has_shape(callee, &shape_function))) TAIL(slow_CALL);                                 \
        Proto *p = ((Function *)value_object(callee))->proto;                                                     \
        Value *callee_base = &R(A) + BC_WINDOW_HEADER;                                                            \
        if (UNLIKELY(p->plain_nargs != NARGS || HAS_KEYWORDS || !has_room(t, callee_base, p))) TAIL(slow_CALL);   \
        ENTER_FUNCTION(callee, p, callee_base);                                                                   \
    } while (0)

OPERATION(CALL) { CALL_BODY; }

OPERATION(METHOD) {
    PUBLISH;
    Value self;
    Value callable = attr_method(t, R(B), const_name(k, C16), &self);
    if (UNLIKELY(value_is_error(callable))) FAIL;
    R(A) = callable;
    R(A + BC_WINDOW_HEADER) = self;
    NEXT;
}

// Without self the arguments move down over its slot.
SLOW(CALLM) {
    Value *args = &R(A) + BC_WINDOW_HEADER;
    insn -= 1ull << 24;
    memmove(args, args + 1, B * sizeof(Value));
    TAIL(OTHER_OPERATION(CALL));
}

OPERATION(CALLM) {
    if (UNLIKELY(value_is_unbound(R(A + BC_WINDOW_HEADER)))) TAIL(slow_CALLM);
    CALL_BODY;
}

OPERATION(CALLEX) {
    PUBLISH;
    RESULT(call_with_dict(t, R(A), R(A + BC_WINDOW_HEADER), R(A + BC_WINDOW_HEADER + 1)));
}

// --- entering and leaving frames

INTERP_CALLCONV Value interp_enter(INTERP_PARAMS) { NEXT; }

#define RETURN_VALUE(value)                                                  \
    do {                                                                     \
        ret = (value);                                                       \
        TAIL(((InterpFn)base[FRAME_RESUME].bits));                           \
    } while (0)

OPERATION(RET) { RETURN_VALUE(R(A)); }
OPERATION(RETNONE) { RETURN_VALUE(VALUE_NONE); }

INTERP_CALLCONV Value interp_resume(INTERP_PARAMS) {
    pc = frame_pc(base);
    base = frame_caller(base);
    insn = pc[-1];
    k = frame_function(base)->proto->consts;
    if (UNLIKELY(value_is_error(ret))) FAIL;
    R(A) = ret;
    NEXT;
}

INTERP_CALLCONV Value interp_resume_constructed(INTERP_PARAMS) {
    pc = frame_pc(base);
    base = frame_caller(base);
    insn = pc[-1];
    k = frame_function(base)->proto->consts;
    if (LIKELY(value_is_none(ret))) NEXT;
    RESULT(call_init_returned(t, ret, R(A)));
}

INTERP_CALLCONV Value interp_leave(INTERP_PARAMS) { return ret; }

[[gnu::cold]] INTERP_CALLCONV Value interp_poll_jump(INTERP_PARAMS) {
    PUBLISH;
    k = frame_function(base)->proto->consts;
    bool sample;
    if (!take_poll(t, &sample)) {
        pc++;  // as if the instruction jumped to had raised
        FAIL;
    }
    InterpFn instead = sample ? interp_poll(t, base, pc) : NULL;
    if (!instead && COUNTS_JUMPS && t->jumps_left < 0) instead = interp_warm_loop(t, base, pc);
    if (instead) TAIL(instead);
    NEXT;
}

// --- unwinding

static const BcHandler *find_handler(const BcProto *bc, uint32_t at) {
    for (uint32_t i = 0; i < bc->nhandler; i++)
        if (at >= bc->handlers[i].start && at < bc->handlers[i].end) return &bc->handlers[i];
    return NULL;
}

[[gnu::cold]] INTERP_CALLCONV Value interp_raise(INTERP_PARAMS) {
    PUBLISH;
    Proto *p = frame_function(base)->proto;
    uint32_t at = (uint32_t)(pc - 1 - p->code);
    traceback_unwind(t, p, at);
    const BcHandler *handler = find_handler(p->bc, at);
    if (!handler) RETURN_VALUE(VALUE_ERROR);
    R(handler->reg) = error_take(t);
    k = p->consts;
    pc = p->code + handler->target;
    if (COUNTS_JUMPS && k[INTERP_ENTRIES].bits) TAIL(interp_entry_at(k, pc));
    NEXT;
}
