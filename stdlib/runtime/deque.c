// collections.deque: a ring in a buffer whose capacity is a power of two.
//
//    buffer   | 4 | 5 | . | . | . | 1 | 2 | 3 |        head = 5, length = 5
//
// Item i lies at (head + i) & mask; free slots hold 0, so that the collector never sees items that were removed. Every
// change of the items' number counts up `changes`: iterators and searches notice.
#include "containers.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "object_lock.h"
#include "seq.h"
#include "tuple.h"

typedef struct {
    Object header;
    Buffer *buffer;      // values; NULL while empty at first
    uint64_t head, length, changes;
    int64_t max;         // -1: no limit
} Deque;

enum { DEQUE_FIRST_CAPACITY = 8 };

static void deque_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((Deque *)o)->buffer); }

const Layout layout_deque = {.name = "deque", .kind = KIND_OTHER, .size = sizeof(Deque), .trace = deque_trace};

static Deque *as_deque(Value v) { return (Deque *)value_object(v); }
static bool is_deque(Value v) { return value_is_object(v) && value_object(v)->shape->layout == &layout_deque; }
static Value done(bool ok) { return ok ? VALUE_NONE : VALUE_ERROR; }

static inline Value *slot(const Deque *d, uint64_t i) { return &d->buffer->values[(d->head + i) & (d->buffer->capacity - 1)]; }

static bool reserve(Thread *t, Deque *d) {
    uint64_t capacity = d->buffer == NULL ? 0 : d->buffer->capacity;
    if (d->length < capacity) return true;
    Buffer *grown = heap_new_values(t, capacity == 0 ? DEQUE_FIRST_CAPACITY : capacity * 2);
    if (grown == NULL) return false;
    for (uint64_t i = 0; i < d->length; i++) grown->values[i] = *slot(d, i);
    d->buffer = grown;
    d->head = 0;
    return true;
}

static Value take_first(Deque *d) {
    Value *first = slot(d, 0), v = *first;
    *first = VALUE_BITS(0);
    d->head = (d->head + 1) & (d->buffer->capacity - 1);
    d->length--;
    d->changes++;
    return v;
}

static Value take_last(Deque *d) {
    Value *last = slot(d, d->length - 1), v = *last;
    *last = VALUE_BITS(0);
    d->length--;
    d->changes++;
    return v;
}

static bool push_last(Thread *t, Deque *d, Value v) {
    if (!reserve(t, d)) return false;
    *slot(d, d->length++) = v;
    d->changes++;
    if (d->max >= 0 && d->length > (uint64_t)d->max) take_first(d);
    return true;
}

static bool push_first(Thread *t, Deque *d, Value v) {
    if (!reserve(t, d)) return false;
    d->head = (d->head - 1) & (d->buffer->capacity - 1);
    *slot(d, 0) = v;
    d->length++;
    d->changes++;
    if (d->max >= 0 && d->length > (uint64_t)d->max) take_last(d);
    return true;
}

static bool push_all(Thread *t, Deque *d, Value iterable, bool (*push)(Thread *, Deque *, Value)) {
    IterCursor c;
    if (is_deque(iterable) && as_deque(iterable) == d) {
        List *copy = list_from_iterable(t, iterable);
        if (copy == NULL) return false;
        iterable = value_from_object(copy);
    }
    if (!iter_begin(t, &c, iterable)) return false;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || !push(t, d, v)) return false;
    }
}

static void clear(Deque *d) {
    d->buffer = NULL;
    d->head = d->length = 0;
    d->changes++;
}

// Making.

static Value deque_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = (Deque *)class_instantiate(t, (Class *)value_object(args[0]));
    if (d == NULL) return VALUE_ERROR;
    d->max = -1;
    return value_from_object(d);
}

static bool read_max(Thread *t, Value v, int64_t *max) {
    *max = -1;
    if (value_is_unbound(v) || value_is_none(v)) return true;
    if (!value_is_integer(v)) {
        error_type(t, "an integer is required");
        return false;
    }
    if (!int_index_i64(t, v, max, false)) return false;
    if (*max < 0) error_value(t, "maxlen must be non-negative");
    return *max >= 0;
}

static Value deque_init_method(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    if (!read_max(t, args[2], &d->max)) return VALUE_ERROR;
    if (d->length > 0) clear(d);
    return done(value_is_unbound(args[1]) || push_all(t, d, args[1], push_last));
}

// type(d)(d, maxlen), as subclasses expect to be copied.
static Value copy_of(Thread *t, Value deque) {
    Deque *d = as_deque(deque);
    Value copy = deque_dunder_new(t, (Value[]){value_from_object(value_class(deque))}, 1);
    if (value_is_error(copy)) return copy;
    as_deque(copy)->max = d->max;
    return push_all(t, as_deque(copy), deque, push_last) ? copy : VALUE_ERROR;
}

static Value deque_copy(Thread *t, Value *args, uint32_t nargs) { return copy_of(t, args[0]); }

// Both ends.

static Value deque_append(Thread *t, Value *args, uint32_t nargs) { return done(push_last(t, as_deque(args[0]), args[1])); }
static Value deque_appendleft(Thread *t, Value *args, uint32_t nargs) { return done(push_first(t, as_deque(args[0]), args[1])); }
static Value deque_extend(Thread *t, Value *args, uint32_t nargs) { return done(push_all(t, as_deque(args[0]), args[1], push_last)); }
static Value deque_extendleft(Thread *t, Value *args, uint32_t nargs) { return done(push_all(t, as_deque(args[0]), args[1], push_first)); }
static Value pop_empty(Thread *t) { return error_raise(t, &class_IndexError, "pop from an empty deque"); }
static Value deque_pop(Thread *t, Value *args, uint32_t nargs) { return as_deque(args[0])->length > 0 ? take_last(as_deque(args[0])) : pop_empty(t); }
static Value deque_popleft(Thread *t, Value *args, uint32_t nargs) { return as_deque(args[0])->length > 0 ? take_first(as_deque(args[0])) : pop_empty(t); }

static Value deque_clear(Thread *t, Value *args, uint32_t nargs) {
    clear(as_deque(args[0]));
    return VALUE_NONE;
}

static void rotate(Deque *d, int64_t n) {
    int64_t length = (int64_t)d->length;
    if (length < 2) return;
    n %= length;
    if (n > length / 2) n -= length;
    if (n < -(length / 2)) n += length;
    uint64_t changes = d->changes;
    for (; n > 0; n--) {
        Value v = take_last(d);
        d->head = (d->head - 1) & (d->buffer->capacity - 1);
        d->length++;
        *slot(d, 0) = v;
    }
    for (; n < 0; n++) {
        Value v = take_first(d);
        *slot(d, d->length++) = v;
    }
    d->changes = changes + 1;
}

static Value deque_rotate(Thread *t, Value *args, uint32_t nargs) {
    int64_t n;
    if (!seq_integer(t, args[1], &n)) return VALUE_ERROR;
    rotate(as_deque(args[0]), n);
    return VALUE_NONE;
}

static Value deque_reverse(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    for (uint64_t i = 0, j = d->length; i + 1 < j; i++) {
        Value v = *slot(d, i);
        *slot(d, i) = *slot(d, --j);
        *slot(d, j) = v;
    }
    return VALUE_NONE;
}

// Items by index.

static bool item_index(Thread *t, const Deque *d, Value key, uint64_t *at) {
    int64_t i;
    if (!seq_has_index(key)) {
        error_type(t, "sequence index must be integer, not '%T'", key);
        return false;
    }
    if (!int_index_i64(t, key, &i, false)) return false;
    if (i < 0) i += (int64_t)d->length;
    *at = (uint64_t)i;
    if (*at < d->length) return true;
    error_raise(t, &class_IndexError, "deque index out of range");
    return false;
}

static Value deque_getitem(Thread *t, Value *args, uint32_t nargs) {
    uint64_t i;
    return item_index(t, as_deque(args[0]), args[1], &i) ? *slot(as_deque(args[0]), i) : VALUE_ERROR;
}

static Value deque_setitem(Thread *t, Value *args, uint32_t nargs) {
    uint64_t i;
    if (!item_index(t, as_deque(args[0]), args[1], &i)) return VALUE_ERROR;
    *slot(as_deque(args[0]), i) = args[2];
    return VALUE_NONE;
}

static void delete_at(Deque *d, uint64_t i) {
    for (; i + 1 < d->length; i++) *slot(d, i) = *slot(d, i + 1);
    take_last(d);
}

static Value deque_delitem(Thread *t, Value *args, uint32_t nargs) {
    uint64_t i;
    if (!item_index(t, as_deque(args[0]), args[1], &i)) return VALUE_ERROR;
    delete_at(as_deque(args[0]), i);
    return VALUE_NONE;
}

static Value deque_insert(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    int64_t at, length = (int64_t)d->length;
    if (!seq_integer(t, args[1], &at)) return VALUE_ERROR;
    if (d->max == length) return error_raise(t, &class_IndexError, "deque already at its maximum size");
    if (at < 0) at = at + length < 0 ? 0 : at + length;
    if (at > length) at = length;
    if (!push_last(t, d, args[2])) return VALUE_ERROR;
    for (int64_t i = length; i > at; i--) *slot(d, (uint64_t)i) = *slot(d, (uint64_t)i - 1);
    *slot(d, (uint64_t)at) = args[2];
    return VALUE_NONE;
}

// Searching: the index in from .. to, -1: none, -2: exception pending.
static int64_t search(Thread *t, Deque *d, Value v, uint64_t from, uint64_t to) {
    uint64_t changes = d->changes;
    for (uint64_t i = from; i < to; i++) {
        int equal = seq_item_equal(t, *slot(d, i), v);
        if (equal != 0) return equal < 0 ? -2 : (int64_t)i;
        if (d->changes == changes) continue;
        error_raise(t, &class_RuntimeError, "deque mutated during iteration");
        return -2;
    }
    return -1;
}

static Value deque_contains(Thread *t, Value *args, uint32_t nargs) {
    int64_t i = search(t, as_deque(args[0]), args[1], 0, as_deque(args[0])->length);
    return i == -2 ? VALUE_ERROR : value_from_bool(i >= 0);
}

static Value deque_index(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    size_t from, to;
    if (!seq_bound(t, args[2], d->length, &from) || !seq_bound(t, args[3], d->length, &to)) return VALUE_ERROR;
    int64_t i = search(t, d, args[1], from, to);
    if (i == -2) return VALUE_ERROR;
    return i >= 0 ? value_from_small(i) : error_value(t, "%R is not in deque", args[1]);
}

static Value deque_remove(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    int64_t i = search(t, d, args[1], 0, d->length);
    if (i == -2) return VALUE_ERROR;
    if (i == -1) return error_value(t, "%R is not in deque", args[1]);
    if ((uint64_t)i < d->length) delete_at(d, (uint64_t)i);
    return VALUE_NONE;
}

static Value deque_count(Thread *t, Value *args, uint32_t nargs) {
    Deque *d = as_deque(args[0]);
    int64_t n = 0, i = -1;
    while ((i = search(t, d, args[1], (uint64_t)(i + 1), d->length)) >= 0) n++;
    return i == -2 ? VALUE_ERROR : value_from_small(n);
}

static Value deque_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small((int64_t)as_deque(args[0])->length); }
static Value deque_maxlen(Thread *t, Value *args, uint32_t nargs) {
    return as_deque(args[0])->max < 0 ? VALUE_NONE : value_from_small(as_deque(args[0])->max);
}

// Operators.

static Value deque_add(Thread *t, Value *args, uint32_t nargs) {
    if (!is_deque(args[1])) return error_type(t, "can only concatenate deque (not \"%T\") to deque", args[1]);
    Value sum = copy_of(t, args[0]);
    return !value_is_error(sum) && push_all(t, as_deque(sum), args[1], push_last) ? sum : VALUE_ERROR;
}

static Value deque_iadd(Thread *t, Value *args, uint32_t nargs) { return push_all(t, as_deque(args[0]), args[1], push_last) ? args[0] : VALUE_ERROR; }

static Value deque_imul(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    Deque *d = as_deque(args[0]);
    size_t count;
    if (!seq_repeat_count(t, args[0], args[1], d->length, &count)) return VALUE_ERROR;
    if (count == 0) clear(d);
    List *items = count < 2 ? NULL : list_from_iterable(t, args[0]);
    if (count >= 2 && items == NULL) return VALUE_ERROR;
    for (size_t i = 1; i < count; i++) {
        if (!push_all(t, d, value_from_object(items), push_last)) return VALUE_ERROR;
    }
    return args[0];
}

static Value deque_mul(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    Value copy = copy_of(t, args[0]);
    return value_is_error(copy) ? copy : deque_imul(t, (Value[]){copy, args[1]}, 2);
}

static Value deque_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!is_deque(y)) return VALUE_NOTIMPLEMENTED;
    Tuple *a = tuple_from_iterable(t, x), *b = a == NULL ? NULL : tuple_from_iterable(t, y);
    return b == NULL ? VALUE_ERROR : tuple_compare(t, d, value_from_object(a), value_from_object(b));
}

SEQ_COMPARISONS(deque)

static Value deque_item(Value deque, size_t i) { return i < as_deque(deque)->length ? *slot(as_deque(deque), i) : VALUE_UNBOUND; }

static Value deque_repr(Thread *t, Value *args, uint32_t nargs) {
    Value items = seq_repr(t, args[0], deque_item, "[", "]", "[...]");
    if (value_is_error(items) || str_equal_c(value_str(items), "[...]")) return items;
    Str *text = as_deque(args[0])->max < 0 ? str_format_c(t, "%s(%s)", value_type_name(args[0]), value_str(items)->text)
                                           : str_format_c(t, "%s(%s, maxlen=%lld)", value_type_name(args[0]), value_str(items)->text, (long long)as_deque(args[0])->max);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

// Iterators, both ways.

typedef struct {
    Object header;
    Deque *deque;
    uint64_t changes;   // the deque's when the iterator was made
    uint64_t left;      // items still to come
} DequeIterator;

static void deque_iterator_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((DequeIterator *)o)->deque); }

static Value step_locked(Thread *t, DequeIterator *it, bool backwards) {
    Deque *d = it->deque;
    if (backwards && it->left == 0) return VALUE_UNBOUND;   // asked before the deque is, in this direction only
    if (d->changes != it->changes) {
        it->left = 0;
        return error_raise(t, &class_RuntimeError, "deque mutated during iteration");
    }
    if (it->left == 0) return VALUE_UNBOUND;
    it->left--;
    return *slot(d, backwards ? it->left : d->length - 1 - it->left);
}

static Value iterator_step(Thread *t, DequeIterator *it, bool backwards) {
    ObjectLock lock;
    object_lock(t, &lock, it->deque, it);
    Value v = step_locked(t, it, backwards);
    object_unlock(t, &lock);
    return v;
}

static Value deque_iterator_next(Thread *t, Object *o) { return iterator_step(t, (DequeIterator *)o, false); }
static Value deque_reverse_next(Thread *t, Object *o) { return iterator_step(t, (DequeIterator *)o, true); }

const Layout layout_deque_iterator = {"_deque_iterator", KIND_OTHER, sizeof(DequeIterator), deque_iterator_trace, NULL, deque_iterator_next, NULL};
const Layout layout_deque_reverse_iterator = {"_deque_reverse_iterator", KIND_OTHER, sizeof(DequeIterator), deque_iterator_trace, NULL, deque_reverse_next, NULL};

static Value iterator_new(Thread *t, Shape *shape, Deque *d) {
    DequeIterator *it = heap_new(t, shape, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->deque = d;
    it->changes = d->changes;
    it->left = d->length;
    return value_from_object(it);
}

static Value deque_iter(Thread *t, Value *args, uint32_t nargs) { return iterator_new(t, &shape_deque_iterator, as_deque(args[0])); }
static Value deque_reversed(Thread *t, Value *args, uint32_t nargs) { return iterator_new(t, &shape_deque_reverse_iterator, as_deque(args[0])); }
static Value deque_iterator_hint(Thread *t, Value *args, uint32_t nargs) { return value_from_small((int64_t)((DequeIterator *)value_object(args[0]))->left); }

static const NativeDef deque_methods[] = {
    {"__new__", deque_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", deque_init_method, "self, iterable=?, maxlen=?", 0},
    {"__hash__", NULL, NULL, 0},
    {"__repr__", deque_repr, "self, /", 0},
    {"__len__", deque_length, "self, /", 0},
    {"__getitem__", deque_getitem, "self, key, /", 0},
    {"__setitem__", deque_setitem, "self, key, value, /", 0},
    {"__delitem__", deque_delitem, "self, key, /", 0},
    {"__contains__", deque_contains, "self, key, /", 0},
    {"__iter__", deque_iter, "self, /", 0},
    {"__reversed__", deque_reversed, "self, /", 0},
    {"__add__", deque_add, "self, value, /", 0},
    {"__iadd__", deque_iadd, "self, value, /", 0},
    {"__mul__", deque_mul, "self, value, /", 0},
    {"__rmul__", deque_mul, "self, value, /", 0},
    {"__imul__", deque_imul, "self, value, /", 0},
    SEQ_COMPARISON_METHODS(deque),
    {"__copy__", deque_copy, "self, /", 0},
    {"append", deque_append, "self, object, /", 0},
    {"appendleft", deque_appendleft, "self, object, /", 0},
    {"clear", deque_clear, "self, /", 0},
    {"copy", deque_copy, "self, /", 0},
    {"count", deque_count, "self, value, /", 0},
    {"extend", deque_extend, "self, iterable, /", 0},
    {"extendleft", deque_extendleft, "self, iterable, /", 0},
    {"index", deque_index, "self, value, start=0, stop=2305843009213693951, /", 0},
    {"insert", deque_insert, "self, index, object, /", 0},
    {"maxlen", deque_maxlen, "self, /", NATIVE_GETTER},
    {"pop", deque_pop, "self, /", 0},
    {"popleft", deque_popleft, "self, /", 0},
    {"remove", deque_remove, "self, value, /", 0},
    {"reverse", deque_reverse, "self, /", 0},
    {"rotate", deque_rotate, "self, n=1, /", 0},
    {},
};

// _deque_iterator(deque, index=0): without the first items.
static Value deque_iterator_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    int64_t index;
    if (!is_deque(args[1])) return error_type(t, "argument 1 must be collections.deque, not %A", args[1]);
    if (!int_index_i64(t, args[2], &index, true)) return VALUE_ERROR;
    bool backwards = (Class *)value_object(args[0]) == &class_deque_reverse_iterator;
    Value v = iterator_new(t, backwards ? &shape_deque_reverse_iterator : &shape_deque_iterator, as_deque(args[1]));
    if (value_is_error(v)) return v;
    DequeIterator *it = (DequeIterator *)value_object(v);
    if (index > 0) it->left = (uint64_t)index < it->left ? it->left - (uint64_t)index : 0;
    return v;
}

static const NativeDef deque_iterator_methods[] = {{"__new__", deque_iterator_dunder_new, "cls, deque, index=0, /", NATIVE_STATIC}, ITER_METHODS, {"__length_hint__", deque_iterator_hint, "self, /", 0}, {}};

void deque_init(void) {
    class_deque.module = value_from_object(str_intern_c("collections"));
    class_add_natives(&class_deque, deque_methods);
    class_add_natives(&class_deque_iterator, deque_iterator_methods);
    class_add_natives(&class_deque_reverse_iterator, deque_iterator_methods);
}
