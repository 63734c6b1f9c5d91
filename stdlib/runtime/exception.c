// Raising, taking and matching exceptions. The exception in flight is Thread.pending; the one being handled, which becomes
// the context of the next one raised, is Thread.handled.
#include "call.h"
#include "exception_int.h"
#include "heap.h"
#include "ops.h"
#include "str.h"
#include "tuple.h"

static Value memory_error = VALUE_UNBOUND;  // made at the start, for when nothing can be made

static inline const Exception *context_of(const Exception *e) { return value_is_exception(e->context) ? value_exception(e->context) : NULL; }

// Cuts the chain where it leads back to e. The chain may have a cycle of its own already: the slow walker notices.
static void context_cut(Exception *handled, const Exception *e) {
    const Exception *slow = handled;
    bool step = false;
    for (Exception *o = handled; context_of(o) != NULL;) {
        const Exception *next = context_of(o);
        if (next == e) {
            o->context = VALUE_NONE;
            return;
        }
        o = (Exception *)next;
        if (o == slow) return;
        if (step) slow = context_of(slow);
        step = !step;
    }
}

// Makes the exception pending, with the one being handled as its context.
static Value raise_instance(Thread *t, Exception *e) {
    t->pending = value_from_object(e);
    if (value_is_exception(t->handled) && value_exception(t->handled) != e) {
        context_cut(value_exception(t->handled), e);
        e->context = t->handled;
    }
    return VALUE_ERROR;
}

Exception *exception_new(Thread *t, Class *cls, Tuple *args) {
    Exception *e = (Exception *)class_instantiate(t, cls);
    if (e == NULL) return NULL;
    e->args = args;
    e->cause = e->context = e->value = VALUE_NONE;
    return e;
}

static Value raise_new(Thread *t, Class *cls, Tuple *args) {
    Exception *e = args == NULL ? NULL : exception_new(t, cls, args);
    if (e == NULL || !exception_fill(t, e, cls, args)) return VALUE_ERROR;
    return raise_instance(t, e);
}

static Str *format_message(Thread *t, const char *format, va_list args) {
    StrBuf buf = {0};
    Str *message = error_format(t, &buf, format, args) ? str_new(t, strbuf_text(&buf), buf.length) : NULL;
    strbuf_fini(&buf);
    return message;
}

static Value raise_message(Thread *t, Class *cls, const char *format, va_list args) {
    Str *message = format_message(t, format, args);
    if (message == NULL) return VALUE_ERROR;
    Value v = value_from_object(message);
    return error_raise_args(t, cls, &v, 1);
}

Value error_raise(Thread *t, Class *cls, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_message(t, cls, format, args);
    va_end(args);
    return VALUE_ERROR;
}

// After a raise of just this class: the pending exception, or NULL when making it failed and something else is pending.
static Exception *pending_of(Thread *t, const Class *cls) {
    return error_matches(t, cls) ? value_exception(t->pending) : NULL;
}

Value error_attribute(Thread *t, Value object, Str *name, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_message(t, &class_AttributeError, format, args);
    va_end(args);
    Exception *e = pending_of(t, &class_AttributeError);
    if (e != NULL && exception_set_detail(t, e, DETAIL_AttributeError_name, value_from_object(name))) {
        exception_set_detail(t, e, DETAIL_AttributeError_obj, object);
    }
    return VALUE_ERROR;
}

Value error_import(Thread *t, Class *cls, Str *name, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_message(t, cls, format, args);
    va_end(args);
    Exception *e = pending_of(t, &class_ImportError);
    if (e != NULL) exception_set_detail(t, e, DETAIL_ImportError_name, value_from_object(name));
    return VALUE_ERROR;
}

Value error_raise_args(Thread *t, Class *cls, const Value *args, uint32_t nargs) {
    if (cls->flags & CLASS_BUILTIN) return raise_new(t, cls, tuple_from(t, args, nargs));
    Value made = call_value(t, value_from_object(cls), args, nargs);
    return value_is_error(made) ? made : error_raise_value(t, made);
}

static bool is_exception_class(Value v) {
    return value_is_kind(v, KIND_CLASS) && class_is_subclass((Class *)value_object(v), &class_BaseException);
}

static Value instance_from_class(Thread *t, Value cls) {
    Value made = call0(t, cls);
    if (value_is_error(made) || value_is_exception(made)) return made;
    return error_type(t, "calling %R should have returned an instance of BaseException, not %R", cls, value_from_object(value_class(made)));
}

Value exception_instance(Thread *t, Value v) {
    if (value_is_exception(v)) return v;
    if (is_exception_class(v)) return instance_from_class(t, v);
    return error_type(t, "exceptions must derive from BaseException");
}

Value error_raise_value(Thread *t, Value exception) {
    Value e = exception_instance(t, exception);
    return value_is_error(e) ? e : raise_instance(t, value_exception(e));
}

Value error_raise_from(Thread *t, Value exception, Value cause) {
    Value e = exception_instance(t, exception);
    if (value_is_error(e)) return e;
    if (is_exception_class(cause)) cause = instance_from_class(t, cause);
    if (value_is_error(cause)) return cause;
    if (!value_is_none(cause) && !value_is_exception(cause)) return error_type(t, "exception causes must derive from BaseException");
    value_exception(e)->cause = cause;
    value_exception(e)->suppress_context = true;
    return raise_instance(t, value_exception(e));
}

Value error_key(Thread *t, Value key) { return error_raise_args(t, &class_KeyError, &key, 1); }

Value error_stop_iteration(Thread *t, Value result) {
    return error_raise_args(t, &class_StopIteration, &result, value_is_none(result) ? 0 : 1);
}

Value error_out_of_memory(Thread *t) {
    t->pending = memory_error;
    value_exception(memory_error)->traceback = NULL;
    return VALUE_ERROR;
}

Value error_recursion_in(Thread *t, const char *where) { return error_raise(t, &class_RecursionError, "maximum recursion depth exceeded%s", where); }
Value error_recursion(Thread *t) { return error_recursion_in(t, ""); }

Value error_os(Thread *t, int errnum, Value filename) {
    Str *text = str_from_c(t, strerror(errnum));
    if (text == NULL) return VALUE_ERROR;
    Value args[] = {value_from_small(errnum), value_from_object(text), filename};
    return error_raise_args(t, exception_os_class(errnum), args, value_is_none(filename) ? 2 : 3);
}

static Value raise_name(Thread *t, Class *cls, Str *name, const char *format) {
    error_raise(t, cls, format, name);
    Exception *e = pending_of(t, &class_NameError);
    if (e != NULL) exception_set_detail(t, e, DETAIL_NameError_name, value_from_object(name));
    return VALUE_ERROR;
}

Value error_name(Thread *t, Str *name) { return raise_name(t, &class_NameError, name, "name '%S' is not defined"); }

Value error_unbound_local(Thread *t, Str *name) {
    return error_raise(t, &class_UnboundLocalError, "cannot access local variable '%S' where it is not associated with a value", name);
}

Value error_unbound_free(Thread *t, Str *name) {
    return raise_name(t, &class_NameError, name, "cannot access free variable '%S' where it is not associated with a value in enclosing scope");
}

bool error_matches(const Thread *t, const Class *cls) { return error_pending(t) && value_is_instance(t->pending, cls); }

Value error_take(Thread *t) {
    Value e = t->pending;
    t->pending = VALUE_UNBOUND;
    return e;
}

void error_restore(Thread *t, Value exception) { t->pending = exception; }

static int matches_one(Thread *t, Value exception, Value cls) {
    if (is_exception_class(cls)) return value_is_instance(exception, (Class *)value_object(cls));
    error_type(t, "catching classes that do not inherit from BaseException is not allowed");
    return -1;
}

int exception_matches(Thread *t, Value exception, Value wanted) {
    if (!value_is_tuple(wanted)) return matches_one(t, exception, wanted);
    const Tuple *classes = value_tuple(wanted);
    for (size_t i = 0; i < classes->length; i++) {
        if (!is_exception_class(classes->items[i])) return matches_one(t, exception, classes->items[i]);
    }
    for (size_t i = 0; i < classes->length; i++) {
        if (matches_one(t, exception, classes->items[i])) return 1;
    }
    return 0;
}

void traceback_add(Thread *t, Proto *p, uint32_t pc) {
    Exception *e = value_exception(t->pending);
    Traceback *tb = heap_new(t, &shape_traceback, sizeof *tb);
    if (tb == NULL) return;
    *tb = (Traceback){tb->header, e->traceback, p, pc};
    e->traceback = tb;
}

static bool raises_again(const Thread *t, BcInsn at) {
    if (bc_op(at) == OP_RERAISE) return true;
    return bc_op(at) == OP_INTRINSIC && bc_b(at) == INTRINSIC_reraise_current && value_same(t->pending, t->handled);
}

void traceback_unwind(Thread *t, Proto *p, uint32_t pc) {
    if (!error_pending(t)) error_raise(t, &class_SystemError, "error return without exception set");
    if (!raises_again(t, p->code[pc])) traceback_add(t, p, pc);
}

static void exception_memory_init(Thread *t) {
    memory_error = value_from_object(exception_new(t, &class_MemoryError, tuple_empty()));
    heap_add_root(&memory_error, 1);
}

void exception_init(Thread *t) {
    exception_class_init();
    exception_details_init();
    traceback_init();
    exception_memory_init(t);
}
