// itertools.count, repeat and cycle: iterators that need not end.
#include "itertools_int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/str.h"

// count

typedef struct {
    Object header;
    Value at, step;
} Count;

static void count_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Count *)o)->at, 2); }

static Value count_next(Thread *t, Object *o) {
    Count *c = (Count *)o;
    Value v = c->at, next = op_add(t, v, c->step);
    if (value_is_error(next)) return next;
    c->at = next;
    return v;
}

const Layout layout_itertools_count = {"count", KIND_OTHER, sizeof(Count), count_trace, NULL, count_next, NULL};

static bool is_number(Value v) {
    return !value_is_unbound(value_dunder(v, DUNDER_INDEX)) || !value_is_unbound(value_dunder(v, DUNDER_INT)) || !value_is_unbound(value_dunder(v, DUNDER_FLOAT));
}

static bool is_one(Value v) { return value_same(v, value_from_small(1)) || value_same(v, VALUE_TRUE); }

static Value count_new(Thread *t, Value *args, uint32_t nargs) {
    if (!is_number(args[1]) || !is_number(args[2])) return error_type(t, "a number is required");
    Count *c = itertools_instance(t, args);
    if (!c) return VALUE_ERROR;
    bool by_one = is_one(args[2]) && value_is_integer(args[1]);
    c->at = by_one ? int_plain(args[1]) : args[1];
    c->step = by_one ? value_from_small(1) : args[2];
    return value_from_object(c);
}

// The step is shown unless it is 1.
static Value count_repr(Thread *t, Value *args, uint32_t nargs) {
    const Count *c = (Count *)value_object(args[0]);
    const char *name = value_type_name(args[0]);
    Str *at = op_repr(t, c->at), *step = at ? op_repr(t, c->step) : NULL;
    if (!step) return VALUE_ERROR;
    return itertools_made(is_one(c->step) ? str_format_c(t, "%s(%s)", name, at->text) : str_format_c(t, "%s(%s, %s)", name, at->text, step->text));
}

static const NativeDef count_methods[] = {
    {"__new__", count_new, "cls, start=0, step=1", NATIVE_STATIC},
    {"__repr__", count_repr, "self, /", 0},
    ITER_METHODS,
    {},
};

// repeat

typedef struct {
    Object header;
    Value item;
    int64_t left;   // -1: for ever
} Repeat;

static void repeat_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((Repeat *)o)->item); }

static Value repeat_next(Thread *t, Object *o) {
    Repeat *r = (Repeat *)o;
    if (r->left == 0) return VALUE_UNBOUND;
    if (r->left > 0) r->left--;
    return r->item;
}

const Layout layout_itertools_repeat = {"repeat", KIND_OTHER, sizeof(Repeat), repeat_trace, NULL, repeat_next, NULL};

static Value repeat_new(Thread *t, Value *args, uint32_t nargs) {
    int64_t times = -1;
    if (!value_is_unbound(args[2])) {
        Value n = int_index(t, args[2]);
        if (value_is_error(n)) return n;
        if (!int_to_i64(n, &times)) return error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t");
        if (times < 0) times = 0;
    }
    Repeat *r = itertools_instance(t, args);
    if (!r) return VALUE_ERROR;
    r->item = args[1];
    r->left = times;
    return value_from_object(r);
}

static Value repeat_hint(Thread *t, Value *args, uint32_t nargs) {
    const Repeat *r = (Repeat *)value_object(args[0]);
    return r->left < 0 ? error_type(t, "len() of unsized object") : int_from_i64(t, r->left);
}

static Value repeat_repr(Thread *t, Value *args, uint32_t nargs) {
    const Repeat *r = (Repeat *)value_object(args[0]);
    const char *name = value_type_name(args[0]);
    Str *item = op_repr(t, r->item);
    if (!item) return VALUE_ERROR;
    return itertools_made(r->left < 0 ? str_format_c(t, "%s(%s)", name, item->text) : str_format_c(t, "%s(%s, %lld)", name, item->text, (long long)r->left));
}

static const NativeDef repeat_methods[] = {
    {"__new__", repeat_new, "cls, object, times=?", NATIVE_STATIC},
    {"__length_hint__", repeat_hint, "self, /", 0},
    {"__repr__", repeat_repr, "self, /", 0},
    ITER_METHODS,
    {},
};

// cycle

typedef struct {
    Object header;
    Value source;    // VALUE_UNBOUND once it has ended
    List *saved;
    uint64_t index;  // in saved, of what comes next
} Cycle;

static void cycle_trace(Object *o, Tracer *tracer) {
    tracer_value(tracer, ((Cycle *)o)->source);
    tracer_object(tracer, ((Cycle *)o)->saved);
}

static Value cycle_next(Thread *t, Object *o) {
    Cycle *c = (Cycle *)o;
    if (!itertools_ended(c->source)) {
        Value v = iter_advance(t, c->source);
        if (value_is_error(v)) return v;
        if (!value_is_unbound(v)) return list_append(t, c->saved, v) ? v : VALUE_ERROR;
        c->source = VALUE_UNBOUND;
    }
    Value v = list_item_at(c->saved, c->index);
    if (value_is_unbound(v)) return v;
    c->index = c->index + 1 < c->saved->length ? c->index + 1 : 0;
    return v;
}

const Layout layout_itertools_cycle = {"cycle", KIND_OTHER, sizeof(Cycle), cycle_trace, NULL, cycle_next, NULL};

static Value cycle_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[1]);
    List *saved = value_is_error(source) ? NULL : list_new(t, 0);
    Cycle *c = saved ? itertools_instance(t, args) : NULL;
    if (!c) return VALUE_ERROR;
    c->source = source;
    c->saved = saved;
    return value_from_object(c);
}

static const NativeDef cycle_methods[] = {{"__new__", cycle_new, "cls, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};

void itertools_init_endless(void) {
    itertools_add_class(&class_itertools_count, count_methods);
    itertools_add_class(&class_itertools_repeat, repeat_methods);
    itertools_add_class(&class_itertools_cycle, cycle_methods);
}
