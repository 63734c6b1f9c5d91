// Generators: making them, and send/throw/close. Running one is the engine's (generator_resume).
#include "generator.h"

#include "attr.h"
#include "call.h"
#include "exception.h"
#include "iter.h"
#include "str.h"

Value (*generator_resume)(Thread *t, Generator *g, Value sent, Value *result);
Value (*generator_step)(Thread *t, Generator *g);

static void generator_trace(Object *o, Tracer *tracer) {
    Generator *g = (Generator *)o;
    tracer_object(tracer, g->function);
    tracer_value(tracer, g->handled);
    tracer_words(tracer, g->regs, g->regs + g->nregs);  // registers not yet written hold nothing in particular
}

static Value generator_next(Thread *t, Object *o) { return generator_step(t, (Generator *)o); }

const Layout layout_generator = {
    .name = "generator", .kind = KIND_GENERATOR, .size = sizeof(Generator), .trace = generator_trace, .next = generator_next};

Value generator_new(Thread *t, Function *f, const Value *base) {
    uint32_t nregs = f->proto->nregs;
    Generator *g = heap_new(t, &shape_generator, sizeof(Generator) + nregs * sizeof(Value));
    if (!g) return VALUE_ERROR;
    g->function = f;
    g->pc = f->proto->code;
    g->handled = VALUE_NONE;
    g->state = GENERATOR_NEW;
    g->at = 1;
    g->nregs = nregs;
    values_copy(g->regs, base, f->proto->nparams);
    return value_from_object(g);
}

// --- delegation: the iterator a SEND is waiting for

static bool is_delegating(const Generator *g) { return g->state == GENERATOR_SUSPENDED && bc_op(*g->pc) == OP_SEND; }
static Value delegate(const Generator *g) { return g->regs[bc_b(*g->pc)]; }

// The delegate returned `result`: go on behind the SEND.
static Value finish_delegation(Thread *t, Generator *g, Value sub_result, Value *result) {
    BcInsn send = *g->pc;
    g->regs[bc_a(send)] = sub_result;
    g->pc += 1 + bc_sc(send);
    return generator_resume(t, g, g->regs[generator_sent_register(g)], result);
}

Value iterator_take_stop(Thread *t, Value *result) {
    if (!error_matches(t, &class_StopIteration)) return VALUE_ERROR;
    Exception *stop = (Exception *)value_object(error_take(t));
    if (result) *result = stop->value;
    return VALUE_UNBOUND;
}

Value iterator_send_none(Thread *t, Value iterator, Value *result) {
    if (value_is_object(iterator)) {
        Object *o = value_object(iterator);
        if (iter_native_next(value_from_object(o))) {
            Value v = o->shape == &shape_map ? iter_map_step(t, o) : o->shape->layout->next(t, o);
            return value_is_error(v) ? iterator_take_stop(t, result) : v;
        }
    }
    Value v = call_dunder(t, iterator, DUNDER_NEXT, NULL, 0);
    if (value_is_unbound(v)) return error_type(t, "'%T' object is not an iterator", iterator);
    return value_is_error(v) ? iterator_take_stop(t, result) : v;
}

// --- resuming

static Value already_running(Thread *t) { return error_value(t, "generator already executing"); }

// PEP 479: StopIteration must not leak out of a generator's body.
Value generator_checked(Thread *t, Value v) {
    if (!value_is_error(v) || !error_matches(t, &class_StopIteration)) return v;
    Value stop = error_take(t);
    error_raise(t, &class_RuntimeError, "generator raised StopIteration");
    Value wrapper = error_take(t);
    ((Exception *)value_object(wrapper))->cause = stop;
    ((Exception *)value_object(wrapper))->context = stop;
    ((Exception *)value_object(wrapper))->suppress_context = true;
    error_restore(t, wrapper);
    return VALUE_ERROR;
}

void generator_suspend(Thread *t, const Value *base, const BcInsn *pc) {
    Generator *g = t->generator;
    values_copy(g->regs, base, g->nregs);
    g->pc = pc;
    generator_set_state(g, GENERATOR_SUSPENDED);
    if (bc_op(*pc) == OP_SEND) return;
    g->regs[generator_sent_register(g)] = VALUE_NONE;
    g->at = (uint32_t)(pc - g->function->proto->code) + 1;
}

// While several threads run, one of them is inside at a time.
static bool enter(Thread *t, Generator *g) {
    bool free = false;
    if (t->parallel && !__atomic_compare_exchange_n(&g->entered, &free, true, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return false;
    if (g->state != GENERATOR_RUNNING) return true;
    __atomic_store_n(&g->entered, false, __ATOMIC_RELEASE);
    return false;
}

static Value leave(Generator *g, Value v) {
    __atomic_store_n(&g->entered, false, __ATOMIC_RELEASE);
    return v;
}

static Value send_entered(Thread *t, Generator *g, Value sent, Value *result) {
    if (g->state == GENERATOR_DONE) {
        if (result) *result = VALUE_NONE;
        return VALUE_UNBOUND;
    }
    if (g->state == GENERATOR_NEW && !value_is_none(sent)) return error_type(t, "can't send non-None value to a just-started generator");
    return generator_checked(t, generator_resume(t, g, sent, result));
}

Value generator_send(Thread *t, Generator *g, Value sent, Value *result) {
    return enter(t, g) ? leave(g, send_entered(t, g, sent, result)) : already_running(t);
}

static bool close_delegate(Thread *t, Value sub) {
    if (value_has_shape(sub, &shape_generator)) return generator_close(t, (Generator *)value_object(sub));
    Value method = attr_find(t, sub, str_intern_c("close"));
    if (value_is_error(method)) return false;
    return value_is_unbound(method) || !value_is_error(call0(t, method));
}

// Makes the exception pending; its context is what the generator itself is handling, if anything.
static void raise_inside(Thread *t, const Generator *g, Value exception) {
    if (g->state != GENERATOR_SUSPENDED || value_is_none(g->handled)) {
        error_restore(t, exception);
        return;
    }
    Value outer = t->handled;
    t->handled = g->handled;
    error_raise_value(t, exception);
    t->handled = outer;
}

// What throw(type), throw(instance), throw(type, value) raises, or VALUE_ERROR: that is no exception.
static Value thrown_exception(Thread *t, const Value *args) {
    Value type = args[0], value = args[1];
    if (value_is_instance(type, &class_BaseException)) {
        return value_is_none(value) ? type : error_type(t, "instance exception may not have a separate value");
    }
    bool is_class = value_is_kind(type, KIND_CLASS) && class_is_subclass((Class *)value_object(type), &class_BaseException);
    if (!is_class) return error_type(t, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    if (value_is_instance(value, (Class *)value_object(type))) return value;
    Value made = value_is_none(value) ? call0(t, type) : call1(t, type, value);
    if (value_is_error(made) || value_is_instance(made, &class_BaseException)) return made;
    return error_type(t, "calling %R should have returned an instance of BaseException, not %R", type, value_from_object(value_class(made)));
}

static Value throw_here(Thread *t, Generator *g, const Value *args, Value *result) {
    Value exception = thrown_exception(t, args);
    if (value_is_error(exception)) return exception;
    raise_inside(t, g, exception);
    if (g->state == GENERATOR_SUSPENDED) return generator_resume(t, g, VALUE_ERROR, result);
    if (g->state == GENERATOR_NEW) traceback_add(t, g->function->proto, 0);
    generator_set_state(g, GENERATOR_DONE);
    return VALUE_ERROR;
}

static bool is_exit(Value thrown) {
    return value_is_instance(thrown, &class_GeneratorExit) ||
           (value_is_kind(thrown, KIND_CLASS) && class_is_subclass((Class *)value_object(thrown), &class_GeneratorExit));
}

static Value throw_into(Thread *t, Generator *g, const Value *args, uint32_t nargs, Value *result);

// What the delegate makes of it, which gets it as it was given. VALUE_UNBOUND with *result: it returned.
static Value throw_to_delegate(Thread *t, Value sub, Value method, const Value *args, uint32_t nargs, Value *result) {
    if (value_is_none(method)) return throw_into(t, (Generator *)value_object(sub), args, nargs, result);
    Value v = call_value(t, method, args, nargs);
    return value_is_error(v) ? iterator_take_stop(t, result) : v;
}

// A generator that is to be left closes what it delegates to.
static Value leave_delegating(Thread *t, Generator *g, const Value *args, Value *result) {
    generator_set_state(g, GENERATOR_RUNNING);
    bool closed = close_delegate(t, delegate(g));
    g->state = GENERATOR_SUSPENDED;
    return closed ? throw_here(t, g, args, result) : generator_resume(t, g, VALUE_ERROR, result);
}

static Value throw_delegating(Thread *t, Generator *g, const Value *args, uint32_t nargs, Value *result) {
    Value sub = delegate(g), sub_result = VALUE_NONE;
    if (is_exit(args[0])) return leave_delegating(t, g, args, result);
    Value method = value_has_shape(sub, &shape_generator) ? VALUE_NONE : attr_find(t, sub, str_intern_c("throw"));
    if (value_is_unbound(method)) return throw_here(t, g, args, result);
    generator_set_state(g, GENERATOR_RUNNING);
    Value v = value_is_error(method) ? method : throw_to_delegate(t, sub, method, args, nargs, &sub_result);
    g->state = GENERATOR_SUSPENDED;
    if (value_is_unbound(v)) return finish_delegation(t, g, sub_result, result);
    return value_is_error(v) ? generator_resume(t, g, VALUE_ERROR, result) : v;
}

// args: type, value and traceback as throw() takes them, of which nargs were given.
static Value throw_into(Thread *t, Generator *g, const Value *args, uint32_t nargs, Value *result) {
    if (!enter(t, g)) return already_running(t);
    return leave(g, generator_checked(t, is_delegating(g) ? throw_delegating(t, g, args, nargs, result) : throw_here(t, g, args, result)));
}

Value generator_throw(Thread *t, Generator *g, Value exception, Value *result) {
    return throw_into(t, g, (Value[]){exception, VALUE_NONE, VALUE_NONE}, 1, result);
}

bool generator_close(Thread *t, Generator *g) {
    if (g->state == GENERATOR_NEW) generator_set_state(g, GENERATOR_DONE);
    if (g->state == GENERATOR_DONE) return true;
    Value exit = call0(t, value_from_object(&class_GeneratorExit));
    if (value_is_error(exit)) return false;
    Value v = generator_throw(t, g, exit, NULL);
    if (value_is_unbound(v)) return true;
    if (!value_is_error(v)) return error_raise(t, &class_RuntimeError, "generator ignored GeneratorExit"), false;
    if (!error_matches(t, &class_GeneratorExit) && !error_matches(t, &class_StopIteration)) return false;
    error_take(t);
    return true;
}

// --- methods

static Generator *self_generator(Value *args) { return (Generator *)value_object(args[0]); }

static Value or_stop(Thread *t, Value v, Value result) { return value_is_unbound(v) ? error_stop_iteration(t, result) : v; }

static Value method_next(Thread *t, Value *args, uint32_t nargs) {
    Value result = VALUE_NONE;
    Value v = generator_send(t, self_generator(args), VALUE_NONE, &result);
    return or_stop(t, v, result);
}

static Value method_send(Thread *t, Value *args, uint32_t nargs) {
    Value result = VALUE_NONE;
    Value v = generator_send(t, self_generator(args), args[1], &result);
    return or_stop(t, v, result);
}

static Value method_throw(Thread *t, Value *args, uint32_t nargs) {
    uint32_t given = 1;
    while (given < 3 && !value_is_unbound(args[given + 1])) given++;
    for (uint32_t i = given; i < 3; i++) args[i + 1] = VALUE_NONE;
    Value result = VALUE_NONE;
    Value v = throw_into(t, self_generator(args), args + 1, given, &result);
    return or_stop(t, v, result);
}

static Value method_close(Thread *t, Value *args, uint32_t nargs) {
    return generator_close(t, self_generator(args)) ? VALUE_NONE : VALUE_ERROR;
}

static Value method_iter(Thread *t, Value *args, uint32_t nargs) { return args[0]; }

static Value method_repr(Thread *t, Value *args, uint32_t nargs) {
    Generator *g = self_generator(args);
    Str *s = str_format_c(t, "<generator object %s at 0x%012lx>", g->function->qualname->text, (unsigned long)g);
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value getter_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(self_generator(args)->function->name); }
static Value getter_qualname(Thread *t, Value *args, uint32_t nargs) { return value_from_object(self_generator(args)->function->qualname); }
static Value getter_running(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(self_generator(args)->state == GENERATOR_RUNNING); }

static Value getter_delegate(Thread *t, Value *args, uint32_t nargs) {
    Generator *g = self_generator(args);
    return is_delegating(g) ? delegate(g) : VALUE_NONE;
}

static const NativeDef generator_methods[] = {
    {"__next__", method_next, "self, /", 0},
    {"__iter__", method_iter, "self, /", 0},
    {"__repr__", method_repr, "self, /", 0},
    {"__name__", getter_name, "self, /", NATIVE_GETTER},
    {"__qualname__", getter_qualname, "self, /", NATIVE_GETTER},
    {"gi_yieldfrom", getter_delegate, "self, /", NATIVE_GETTER},
    {"gi_running", getter_running, "self, /", NATIVE_GETTER | NATIVE_MEMBER},
    {"send", method_send, "self, value, /", 0},
    {"throw", method_throw, "self, type, value=?, traceback=?, /", 0},
    {"close", method_close, "self, /", 0},
    {0},
};

void generator_init(void) { class_add_natives(&class_generator, generator_methods); }
