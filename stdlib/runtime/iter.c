// Iterating from C, and the general iterators over __getitem__ and over calls.
#include "iter.h"

#include "call.h"
#include "heap.h"
#include "int.h"

bool iter_begin(Thread *t, IterCursor *c, Value iterable) {
    c->iterator = op_iter(t, iterable);
    if (value_is_error(c->iterator)) return false;
    c->next = iter_native_next(c->iterator);
    return true;
}

// __len__ or __length_hint__ as an int; VALUE_UNBOUND: no answer.
static Value ask_length(Thread *t, Value v) {
    Dunder which = value_is_unbound(value_dunder(v, DUNDER_LEN)) ? DUNDER_LENGTH_HINT : DUNDER_LEN;
    Value n = call_dunder(t, v, which, NULL, 0);
    if (value_is_error(n) && error_matches(t, &class_TypeError)) {
        error_take(t);
        return VALUE_UNBOUND;
    }
    return value_same(n, VALUE_NOTIMPLEMENTED) ? VALUE_UNBOUND : n;
}

enum { HINT_MAX = 1 << 20 };   // items: a hint may be wrong, memory is not taken on its word alone

int64_t iter_length_hint(Thread *t, Value v, int64_t fallback) {
    Value n = ask_length(t, v);
    if (value_is_error(n)) return -1;
    if (value_is_unbound(n)) return fallback;
    int64_t hint;
    if (!value_is_integer(n)) error_type(t, "__length_hint__ must be an integer, not %T", n);
    else if (!int_to_i64(n, &hint)) error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t");
    else if (hint < 0) error_value(t, "__length_hint__() should return >= 0");
    else return hint < HINT_MAX ? hint : HINT_MAX;
    return -1;
}

Value iter_self(Thread *t, Value *args, uint32_t nargs) { return args[0]; }

Value iter_next_method(Thread *t, Value *args, uint32_t nargs) {
    Object *o = value_object(args[0]);
    Value v = o->shape->layout->next(t, o);
    return value_is_unbound(v) ? error_stop_iteration(t, VALUE_NONE) : v;
}

// Over sequence[0], sequence[1], ...

typedef struct {
    Object header;
    Value sequence;   // VALUE_UNBOUND once exhausted
    int64_t index;
} SequenceIterator;

static void sequence_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((SequenceIterator *)o)->sequence); }

static Value sequence_next(Thread *t, Object *o) {
    SequenceIterator *it = (SequenceIterator *)o;
    if (value_is_unbound(it->sequence)) return VALUE_UNBOUND;
    Value v = op_getitem(t, it->sequence, value_from_small(it->index));
    if (!value_is_error(v)) {
        it->index++;
        return v;
    }
    if (!error_matches(t, &class_IndexError) && !error_matches(t, &class_StopIteration)) return v;
    error_take(t);
    it->sequence = VALUE_UNBOUND;
    return VALUE_UNBOUND;
}

const Layout layout_iterator = {"iterator", KIND_OTHER, sizeof(SequenceIterator), sequence_trace, NULL, sequence_next, NULL};

Value iter_sequence_new(Thread *t, Value sequence) {
    SequenceIterator *it = heap_new(t, &shape_iterator, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->sequence = sequence;
    return value_from_object(it);
}

static Value sequence_length_hint(Thread *t, Value *args, uint32_t nargs) {
    SequenceIterator *it = (SequenceIterator *)value_object(args[0]);
    if (value_is_unbound(it->sequence)) return value_from_small(0);
    if (value_is_unbound(value_dunder(it->sequence, DUNDER_LEN))) return VALUE_NOTIMPLEMENTED;
    int64_t length = op_length(t, it->sequence);
    if (length < 0) return VALUE_ERROR;
    return value_from_small(length > it->index ? length - it->index : 0);
}

static const NativeDef sequence_methods[] = {ITER_METHODS, {"__length_hint__", sequence_length_hint, "self, /", 0}, {}};

// Over callable() until it gives the sentinel.

typedef struct {
    Object header;
    Value callable, sentinel;   // VALUE_UNBOUND once exhausted
} CallableIterator;

static void callable_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((CallableIterator *)o)->callable, 2); }

static Value callable_next(Thread *t, Object *o) {
    CallableIterator *it = (CallableIterator *)o;
    if (value_is_unbound(it->callable)) return VALUE_UNBOUND;
    Value v = call0(t, it->callable);
    if (value_is_error(v)) {
        if (!error_matches(t, &class_StopIteration)) return v;
        error_take(t);
    } else {
        int equal = value_is_unbound(it->callable) ? 1 : op_equal(t, it->sentinel, v);
        if (equal <= 0) return equal < 0 ? VALUE_ERROR : v;
    }
    it->callable = it->sentinel = VALUE_UNBOUND;
    return VALUE_UNBOUND;
}

const Layout layout_callable_iterator = {"callable_iterator", KIND_OTHER, sizeof(CallableIterator), callable_trace, NULL, callable_next, NULL};

Value iter_callable_new(Thread *t, Value callable, Value sentinel) {
    CallableIterator *it = heap_new(t, &shape_callable_iterator, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->callable = callable;
    it->sentinel = sentinel;
    return value_from_object(it);
}

static const NativeDef plain_methods[] = {ITER_METHODS, {}};

void iter_init(void) {
    class_add_natives(&class_iterator, sequence_methods);
    class_add_natives(&class_callable_iterator, plain_methods);
}
