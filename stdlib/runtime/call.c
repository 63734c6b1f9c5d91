// Calls from C: of functions on a fresh window of the VM stack, of natives directly, of everything else by what it stands for.
#include "class_int.h"

#include "frame.h"

Value (*call_run_frame)(Thread *t, Function *f, Value *base);

enum { FEW = 8 };  // arguments that are copied to the native stack rather than the heap

static inline Value *find_window(Thread *t, uint32_t slots) {
    Value *top = t->stack;
    if (t->base) {
        Value callee = frame_callee(t->base);
        top = t->base;
        if (value_is_function(callee)) top += ((Function *)value_object(callee))->proto->nregs;
    }
    if (top + slots <= t->stack_end - THREAD_STACK_RESERVE) return top;
    error_recursion(t);
    return NULL;
}

Value *call_window(Thread *t, uint32_t slots) { return find_window(t, slots); }

// Mostly fewer words than calling memcpy pays for.
static inline void copy_args(Value *to, const Value *from, uint32_t n) {
    switch (n) {
    case 3: to[2] = from[2]; [[fallthrough]];
    case 2: to[1] = from[1]; [[fallthrough]];
    case 1: to[0] = from[0]; [[fallthrough]];
    case 0: break;
    default: memcpy(to, from, n * sizeof(Value));
    }
}

// Calls f(self?, args...); self is VALUE_UNBOUND when there is none.
static Value call_function(Thread *t, Function *f, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Proto *p = f->proto;
    uint32_t extra = !value_is_unbound(self), total = nargs + extra;
    if (!thread_check_native(t)) return VALUE_ERROR;
    Value *window = find_window(t, BC_WINDOW_HEADER + (total > p->nregs ? total : p->nregs));
    if (!window) return VALUE_ERROR;
    Value *base = window + BC_WINDOW_HEADER, *saved = t->base;
    window[0] = value_from_object(f);
    if (extra) base[0] = self;
    copy_args(base + extra, args, nargs);
    bool ready = p->simple && total == p->npos && !kwnames;
    if (!ready && !call_bind(t, f, base, total, kwnames)) return VALUE_ERROR;
    Value result = call_run_frame(t, f, base);
    t->base = saved;
    return result;
}

Value call_prefixed(Thread *t, Value callee, Value first, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (value_is_function(callee)) return call_function(t, (Function *)value_object(callee), first, args, nargs, kwnames);
    Value few[FEW], *all = few;
    Tuple *many = NULL;
    if (nargs + 1 > FEW) {
        many = tuple_new(t, nargs + 1);
        if (!many) return VALUE_ERROR;
        all = many->items;
    }
    all[0] = first;
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    Value result = call_keywords(t, callee, all, nargs + 1, kwnames);
    if (many) value_keep(value_from_object(many));
    return result;
}

static Value call_instance(Thread *t, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value call = value_dunder(callee, DUNDER_CALL);
    if (value_is_unbound(call)) return error_type(t, "'%T' object is not callable", callee);
    if (value_is_function(call)) return call_function(t, (Function *)value_object(call), callee, args, nargs, kwnames);
    if (!thread_check_native_in(t, RECURSION_CALLING)) return VALUE_ERROR;
    call = attr_bind(t, call, callee, value_class(callee));
    Value result = value_is_error(call) ? call : call_keywords(t, call, args, nargs, kwnames);
    value_keep(callee);   // no tail call: objects that are their own __call__ must run out of stack
    return result;
}

// Natives may write to their arguments, so they get a copy.
static Value call_native_copied(Thread *t, Native *n, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value few[FEW];
    if (!thread_check_native_in(t, RECURSION_CALLING)) return VALUE_ERROR;
    if (nargs <= FEW) {
        for (uint32_t i = 0; i < nargs; i++) few[i] = args[i];
        return call_native(t, n, few, nargs, kwnames);
    }
    Tuple *many = tuple_from(t, args, nargs);
    if (!many) return VALUE_ERROR;
    Value result = call_native(t, n, many->items, nargs, kwnames);
    value_keep(value_from_object(many));
    return result;
}

Value call_plain_init(const Class *cls) {
    Value init = cls->dunders[DUNDER_INIT];
    bool plain = value_is_function(init) && value_same(cls->dunders[DUNDER_NEW], class_object.dunders[DUNDER_NEW]);
    return plain && cls->header.shape == &shape_type && !(cls->flags & (CLASS_ABSTRACT | CLASS_STRUCT)) ? init : VALUE_UNBOUND;
}

Value call_init_returned(Thread *t, Value result, Value self) {
    if (value_is_error(result) || value_is_none(result)) return value_is_error(result) ? result : self;
    return error_type(t, "__init__() should return None, not '%T'", result);
}

// VALUE_UNBOUND: a class of another kind.
static Value construct_plain(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value init = call_plain_init(cls);
    if (value_is_unbound(init)) return init;
    Object *self = class_instantiate(t, cls);
    if (!self) return VALUE_ERROR;
    Value result = call_function(t, (Function *)value_object(init), value_from_object(self), args, nargs, kwnames);
    return call_init_returned(t, result, value_from_object(self));
}

static Value call_class(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value made = construct_plain(t, cls, args, nargs, kwnames);
    return value_is_unbound(made) ? class_call(t, cls, args, nargs, kwnames) : made;
}

Value call_keywords(Thread *t, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames && kwnames->length == 0) kwnames = NULL;
    if (!value_is_object(callee)) return call_instance(t, callee, args, nargs, kwnames);
    Object *o = value_object(callee);
    switch (object_kind(o)) {
    case KIND_FUNCTION: return call_function(t, (Function *)o, VALUE_UNBOUND, args, nargs, kwnames);
    case KIND_NATIVE:
        if (o->shape == &shape_getset) return call_instance(t, callee, args, nargs, kwnames);
        return call_native_copied(t, (Native *)o, args, nargs, kwnames);
    case KIND_METHOD: return call_prefixed(t, ((Method *)o)->function, ((Method *)o)->self, args, nargs, kwnames);
    case KIND_CLASS: return call_class(t, (Class *)o, args, nargs, kwnames);
    case KIND_STATICMETHOD: return call_keywords(t, ((Wrapper *)o)->function, args, nargs, kwnames);
    default: return call_instance(t, callee, args, nargs, kwnames);
    }
}

Value call_value(Thread *t, Value callee, const Value *args, uint32_t nargs) { return call_keywords(t, callee, args, nargs, NULL); }

Value call_object(Thread *t, Value callee, Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames && kwnames->length == 0) kwnames = NULL;
    if (!value_is_object(callee)) return call_instance(t, callee, args, nargs, kwnames);
    Object *o = value_object(callee);
    if (object_kind(o) == KIND_NATIVE && o->shape != &shape_getset) return call_native(t, (Native *)o, args, nargs, kwnames);
    if (object_kind(o) == KIND_METHOD) {
        args[-1] = ((Method *)o)->self;
        Value f = ((Method *)o)->function;
        if (value_is_native(f)) return call_native(t, (Native *)value_object(f), args - 1, nargs + 1, kwnames);
        return call_keywords(t, f, args - 1, nargs + 1, kwnames);
    }
    return call_keywords(t, callee, args, nargs, kwnames);
}

Value call_method(Thread *t, Value self, Str *name, const Value *args, uint32_t nargs) {
    Value bound, f = attr_method(t, self, name, &bound);
    if (value_is_error(f)) return f;
    if (value_is_unbound(bound)) return call_value(t, f, args, nargs);
    return call_prefixed(t, f, bound, args, nargs, NULL);
}

Value call_dunder(Thread *t, Value self, Dunder d, const Value *args, uint32_t nargs) {
    Value f = value_dunder(self, d);
    if (value_is_unbound(f)) return f;
    if (value_is_native(f)) {
        Native *n = (Native *)value_object(f);
        Value few[4];
        if (n->simple && nargs + 1 == n->max_args && nargs < 4) {
            few[0] = self;
            for (uint32_t i = 0; i < nargs; i++) few[i + 1] = args[i];
            return native_run(t, n->fn, few, nargs + 1);
        }
        return call_prefixed(t, f, self, args, nargs, NULL);
    }
    if (value_is_function(f)) return call_function(t, (Function *)value_object(f), self, args, nargs, NULL);
    if (!thread_check_native(t)) return VALUE_ERROR;   // a descriptor may be its own __get__
    f = attr_bind(t, f, self, value_class(self));
    return value_is_error(f) ? f : call_value(t, f, args, nargs);
}

// callee(*args, **kwargs): keyword values follow the positional ones, their names go into a tuple.
Value call_with_dict(Thread *t, Value callee, Value args_sequence, Value kwargs_or_none) {
    bool is_list = value_is_list(args_sequence);
    Tuple *positional = is_list ? tuple_from_list(t, value_list(args_sequence))
                                : tuple_from_iterable(t, args_sequence);
    if (!positional) return VALUE_ERROR;
    Dict *keywords = value_is_none(kwargs_or_none) ? NULL : value_dict(kwargs_or_none);
    if (!keywords || keywords->live == 0) return call_value(t, callee, positional->items, (uint32_t)positional->length);
    uint32_t npos = (uint32_t)positional->length, n = npos, position = 0;
    Tuple *all = tuple_new(t, npos + keywords->live), *kwnames = tuple_new(t, keywords->live);
    if (!all || !kwnames) return VALUE_ERROR;
    memcpy(all->items, positional->items, npos * sizeof(Value));
    Value key, value;
    while (n < all->length && dict_next(keywords, &position, &key, &value)) {
        if (!value_is_str(key)) return error_type(t, "keywords must be strings");
        kwnames->items[n - npos] = value_from_object(str_intern_str(value_str(key)));
        all->items[n++] = value;
    }
    Value result = call_keywords(t, callee, all->items, n, kwnames);
    value_keep(value_from_object(all));
    value_keep(value_from_object(kwnames));
    return result;
}
