// Tuples: allocation and the methods of the class.
#include "tuple.h"

#include "class.h"
#include "containers.h"
#include "exception.h"
#include "heap_inline.h"
#include "int.h"
#include "iter.h"
#include "key.h"
#include "list.h"
#include "native.h"
#include "range.h"
#include "seq.h"

static void tuple_trace(Object *o, Tracer *tracer) {
    Tuple *tuple = (Tuple *)o;
    tracer_values(tracer, tuple->items, tuple->length);
}

const Layout layout_tuple = {.name = "tuple", .kind = KIND_TUPLE, .size = sizeof(Tuple), .trace = tuple_trace};

static _Alignas(HEAP_GRANULE) Tuple empty_tuple = {.header = {&shape_tuple}};

Tuple *tuple_empty(void) { return &empty_tuple; }

Tuple *tuple_new(Thread *t, size_t length) {
    if (length == 0) return &empty_tuple;
    if (length > SEQ_LENGTH_MAX) {
        error_out_of_memory(t);
        return NULL;
    }
    Tuple *tuple = heap_new_plain(t, &shape_tuple, sizeof(Tuple) + length * sizeof(Value));
    if (tuple == NULL) return NULL;
    tuple->length = length;
    for (size_t i = 0; i < length; i++) tuple->items[i] = VALUE_NONE;
    return tuple;
}

Tuple *tuple_from(Thread *t, const Value *items, size_t n) {
    Tuple *tuple = tuple_new(t, n);
    if (tuple != NULL && n > 0) memcpy(tuple->items, items, n * sizeof(Value));
    return tuple;
}

Tuple *tuple_from_list(Thread *t, const List *l) {
    size_t n;
    const Value *items = list_items(l, &n);
    return tuple_from(t, items, n);
}

Tuple *tuple_from_iterable(Thread *t, Value iterable) {
    if (value_has_shape(iterable, &shape_tuple)) return value_tuple(iterable);
    if (value_has_shape(iterable, &shape_list)) return tuple_from_list(t, value_list(iterable));
    List *l = list_from_iterable(t, iterable);
    return l == NULL ? NULL : tuple_from_list(t, l);
}

// Methods.

static Value from_tuple(Tuple *tuple) { return tuple == NULL ? VALUE_ERROR : value_from_object(tuple); }

static Value tuple_item(Value tuple, size_t i) { return i < value_tuple(tuple)->length ? value_tuple(tuple)->items[i] : VALUE_UNBOUND; }

static Value tuple_new_of(Thread *t, Class *cls, const Tuple *items) {
    Tuple *tuple = (Tuple *)class_instantiate_sized(t, cls, items->length * sizeof(Value));
    if (tuple == NULL) return VALUE_ERROR;
    memcpy(tuple->items, items->items, items->length * sizeof(Value));
    tuple->length = items->length;
    return value_from_object(tuple);
}

static Value tuple_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    Tuple *items = value_is_unbound(args[1]) ? &empty_tuple : tuple_from_iterable(t, args[1]);
    if (items == NULL || cls == &class_tuple) return from_tuple(items);
    return tuple_new_of(t, cls, items);
}

static Value tuple_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs > 1) return VALUE_UNBOUND;
    return from_tuple(nargs == 0 ? &empty_tuple : tuple_from_iterable(t, args[0]));
}

static Value tuple_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small((int64_t)value_tuple(args[0])->length); }

static Value tuple_slice(Thread *t, Tuple *tuple, const Slice *s) {
    int64_t start, step;
    size_t count;
    if (!slice_resolve(t, s, tuple->length, &start, &step, &count)) return VALUE_ERROR;
    if (count == tuple->length && step == 1 && tuple->header.shape == &shape_tuple) return value_from_object(tuple);
    Tuple *part = tuple_new(t, count);
    for (size_t i = 0; part != NULL && i < count; i++) part->items[i] = tuple->items[start + (int64_t)i * step];
    return from_tuple(part);
}

static Value tuple_getitem(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = value_tuple(args[0]);
    if (value_is_kind(args[1], KIND_SLICE)) return tuple_slice(t, tuple, (Slice *)value_object(args[1]));
    size_t i;
    if (!seq_index_in(t, args[1], "tuple", tuple->length, "tuple index out of range", &i)) return VALUE_ERROR;
    return tuple->items[i];
}

// The index of the first item equal to v in from .. to; -1: none, -2: exception pending.
static int64_t tuple_search(Thread *t, const Tuple *tuple, Value v, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        int equal = seq_item_equal(t, tuple->items[i], v);
        if (equal != 0) return equal < 0 ? -2 : (int64_t)i;
    }
    return -1;
}

static Value tuple_contains(Thread *t, Value *args, uint32_t nargs) {
    int64_t i = tuple_search(t, value_tuple(args[0]), args[1], 0, value_tuple(args[0])->length);
    return i == -2 ? VALUE_ERROR : value_from_bool(i >= 0);
}

static Value tuple_index(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = value_tuple(args[0]);
    size_t from, to;
    if (!seq_bound(t, args[2], tuple->length, &from) || !seq_bound(t, args[3], tuple->length, &to)) return VALUE_ERROR;
    int64_t i = tuple_search(t, tuple, args[1], from, to);
    if (i == -2) return VALUE_ERROR;
    return i >= 0 ? value_from_small(i) : error_value(t, "tuple.index(x): x not in tuple");
}

static Value tuple_count(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = value_tuple(args[0]);
    int64_t n = 0;
    for (size_t i = 0; i < tuple->length; i++) {
        int equal = seq_item_equal(t, tuple->items[i], args[1]);
        if (equal < 0) return VALUE_ERROR;
        n += equal;
    }
    return value_from_small(n);
}

static Value tuple_add(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_tuple(args[1])) return VALUE_NOTIMPLEMENTED;
    Tuple *a = value_tuple(args[0]), *b = value_tuple(args[1]);
    if (b->length == 0 && a->header.shape == &shape_tuple) return args[0];
    if (a->length == 0 && b->header.shape == &shape_tuple) return args[1];
    Tuple *sum = tuple_new(t, a->length + b->length);
    if (sum == NULL) return VALUE_ERROR;
    memcpy(sum->items, a->items, a->length * sizeof(Value));
    memcpy(sum->items + a->length, b->items, b->length * sizeof(Value));
    return value_from_object(sum);
}

static Value tuple_mul(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    Tuple *tuple = value_tuple(args[0]);
    size_t n = tuple->length, count;
    if (!seq_repeat_count(t, args[0], args[1], n, &count)) return VALUE_ERROR;
    if (count == 1 && tuple->header.shape == &shape_tuple) return args[0];
    Tuple *product = tuple_new(t, n * count);
    for (size_t i = 0; product != NULL && n > 0 && i < count; i++) memcpy(product->items + i * n, tuple->items, n * sizeof(Value));
    return from_tuple(product);
}

bool tuple_hash(Thread *t, const Tuple *tuple, uint64_t *hash) {
    if (!seq_may_recurse(t, "")) return false;
    uint64_t sum = TUPLE_HASH_START, item;
    for (size_t i = 0; i < tuple->length; i++) {
        if (!key_hash(t, tuple->items[i], &item)) return false;
        sum = tuple_hash_add(sum, item);
    }
    *hash = tuple_hash_end(sum, tuple->length);
    return true;
}

static Value tuple_hash_method(Thread *t, Value *args, uint32_t nargs) {
    uint64_t hash;
    return tuple_hash(t, value_tuple(args[0]), &hash) ? int_from_i64(t, (int64_t)hash) : VALUE_ERROR;
}

// Tuples in tuples are left to op_equal, which minds the depth.
int tuple_equal_quick(const Tuple *a, const Tuple *b) {
    if (a->length != b->length) return 0;
    for (size_t i = 0; i < a->length; i++) {
        if (value_has_shape(a->items[i], &shape_tuple)) return -1;
        int equal = key_equal_quick(a->items[i], b->items[i]);
        if (equal != 1) return equal;
    }
    return 1;
}

Value tuple_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!value_is_tuple(y)) return VALUE_NOTIMPLEMENTED;
    if (!seq_may_recurse(t, RECURSION_COMPARING)) return VALUE_ERROR;
    Tuple *a = value_tuple(x), *b = value_tuple(y);
    size_t n = a->length < b->length ? a->length : b->length;
    for (size_t i = 0; i < n; i++) {
        int equal = seq_item_equal(t, a->items[i], b->items[i]);
        if (equal < 0) return VALUE_ERROR;
        if (equal == 0) return seq_compare_items(t, d, a->items[i], b->items[i]);
    }
    return seq_compare_lengths(d, a->length, b->length);
}

SEQ_COMPARISONS(tuple)

static Value tuple_repr(Thread *t, Value *args, uint32_t nargs) {
    return seq_repr(t, args[0], tuple_item, "(", value_tuple(args[0])->length == 1 ? ",)" : ")", "(...)");
}

static Value tuple_getnewargs(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = value_tuple(args[0]);
    Tuple *copy = tuple_from(t, tuple->items, tuple->length);
    return copy == NULL ? VALUE_ERROR : from_tuple(tuple_from(t, (Value[]){value_from_object(copy)}, 1));
}

static const NativeDef tuple_methods[] = {
    {"__new__", tuple_dunder_new, "cls, iterable=?, /", NATIVE_STATIC},
    {"__repr__", tuple_repr, "self, /", 0},
    {"__hash__", tuple_hash_method, "self, /", 0},
    {"__len__", tuple_length, "self, /", 0},
    {"__getitem__", tuple_getitem, "self, key, /", 0},
    {"__contains__", tuple_contains, "self, key, /", 0},
    {"__iter__", tuple_iter, "self, /", 0},
    {"__add__", tuple_add, "self, value, /", 0},
    {"__mul__", tuple_mul, "self, value, /", 0},
    {"__rmul__", tuple_mul, "self, value, /", 0},
    SEQ_COMPARISON_METHODS(tuple),
    {"count", tuple_count, "self, value, /", 0},
    {"index", tuple_index, "self, value, start=0, stop=2305843009213693951, /", 0},
    {"__getnewargs__", tuple_getnewargs, "self, /", 0},
    {},
};

void tuple_init(void) {
    class_add_natives(&class_tuple, tuple_methods);
    class_tuple.construct = tuple_construct;
}
