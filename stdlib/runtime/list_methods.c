// The methods of list.
#include "class.h"
#include "containers.h"
#include "exception.h"
#include "int.h"
#include "iter.h"
#include "list_int.h"
#include "native.h"
#include "range.h"
#include "seq.h"
#include "tuple.h"

static Value done(bool ok) { return ok ? VALUE_NONE : VALUE_ERROR; }
static Value from_list(List *l) { return l == NULL ? VALUE_ERROR : value_from_object(l); }

static Value list_item(Value list, size_t i) {
    List *l = value_list(list);
    return i < l->length ? l->buffer->values[i] : VALUE_UNBOUND;
}

// Making.

static Value list_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    List *l = cls == &class_list ? heap_new(t, &shape_list, sizeof(List)) : (List *)class_instantiate(t, cls);
    if (l == NULL) return VALUE_ERROR;
    l->buffer = list_no_items();
    return value_from_object(l);
}

static Value list_init_method(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    list_shorten(l, 0);
    return done(value_is_unbound(args[1]) || list_extend(t, l, args[1]));
}

static Value list_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs > 1) return VALUE_UNBOUND;
    return from_list(nargs == 0 ? list_new(t, 0) : list_from_iterable(t, args[0]));
}

static Value list_copy(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    return from_list(list_from(t, l->buffer->values, l->length));
}

// Changing.

static Value list_append_method(Thread *t, Value *args, uint32_t nargs) { return done(list_append(t, value_list(args[0]), args[1])); }
static Value list_extend_method(Thread *t, Value *args, uint32_t nargs) { return done(list_extend(t, value_list(args[0]), args[1])); }

static Value list_clear(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    l->buffer = list_no_items();
    l->length = 0;
    return VALUE_NONE;
}

static Value list_insert_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t index;
    if (!seq_integer(t, args[1], &index)) return VALUE_ERROR;
    return done(list_insert(t, value_list(args[0]), index, args[2]));
}

static Value list_pop(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    int64_t index;
    if (!seq_integer(t, args[1], &index)) return VALUE_ERROR;
    if (l->length == 0) return error_raise(t, &class_IndexError, "pop from empty list");
    if (index < 0) index += (int64_t)l->length;
    if ((uint64_t)index >= l->length) return error_raise(t, &class_IndexError, "pop index out of range");
    Value v = l->buffer->values[index];
    if ((uint64_t)index + 1 == l->length) {
        list_shorten(l, (size_t)index);
        return v;
    }
    list_splice(t, l, (size_t)index, (size_t)index + 1, NULL, 0);
    return v;
}

// The index of the first item equal to v in from .. to (the list may shrink meanwhile): -1: none, -2: exception pending.
static int64_t list_search(Thread *t, List *l, Value v, size_t from, size_t to) {
    for (size_t i = from; i < to && i < l->length; i++) {
        int equal = seq_item_equal(t, l->buffer->values[i], v);
        if (equal != 0) return equal < 0 ? -2 : (int64_t)i;
    }
    return -1;
}

static Value list_remove(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    int64_t i = list_search(t, l, args[1], 0, SIZE_MAX);
    if (i == -2) return VALUE_ERROR;
    if (i == -1) return error_value(t, "list.remove(x): x not in list");
    if ((uint64_t)i < l->length) list_splice(t, l, (size_t)i, (size_t)i + 1, NULL, 0);
    return VALUE_NONE;
}

static Value list_reverse(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    Value *items = l->buffer->values;
    for (size_t i = 0, j = l->length; i + 1 < j; i++) {
        Value v = items[--j];
        items[j] = items[i];
        items[i] = v;
    }
    return VALUE_NONE;
}

static Value list_sort_method(Thread *t, Value *args, uint32_t nargs) {
    int reverse = int_flag(t, args[2]);
    return done(reverse >= 0 && list_sort(t, value_list(args[0]), args[1], reverse));
}

// Searching.

static Value list_index(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    size_t from, to;
    if (!seq_bound(t, args[2], l->length, &from) || !seq_bound(t, args[3], l->length, &to)) return VALUE_ERROR;
    int64_t i = list_search(t, l, args[1], from, to);
    if (i == -2) return VALUE_ERROR;
    return i >= 0 ? value_from_small(i) : error_value(t, "%R is not in list", args[1]);
}

static Value list_count(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    int64_t n = 0;
    for (size_t i = 0; i < l->length; i++) {
        int equal = seq_item_equal(t, l->buffer->values[i], args[1]);
        if (equal < 0) return VALUE_ERROR;
        n += equal;
    }
    return value_from_small(n);
}

static Value list_contains(Thread *t, Value *args, uint32_t nargs) {
    int64_t i = list_search(t, value_list(args[0]), args[1], 0, SIZE_MAX);
    return i == -2 ? VALUE_ERROR : value_from_bool(i >= 0);
}

static Value list_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small((int64_t)value_list(args[0])->length); }

// Items and slices.

Value list_get_slice(Thread *t, List *l, const Slice *s) {
    int64_t start, step;
    size_t count;
    if (!slice_resolve(t, s, l->length, &start, &step, &count)) return VALUE_ERROR;
    if (step == 1) return from_list(list_from(t, l->buffer->values + start, count));
    List *part = list_new(t, count);
    if (part == NULL) return VALUE_ERROR;
    const Value *from = l->buffer->values;
    for (size_t i = 0; i < count; i++) part->buffer->values[i] = from[start + (int64_t)i * step];
    part->length = count;
    return value_from_object(part);
}

static Value list_getitem(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    if (value_is_kind(args[1], KIND_SLICE)) return list_get_slice(t, l, (Slice *)value_object(args[1]));
    int64_t i;
    if (!seq_index(t, args[1], "list", &i)) return VALUE_ERROR;
    if (i < 0) i += (int64_t)l->length;
    if ((uint64_t)i < l->length) return l->buffer->values[i];
    return error_raise(t, &class_IndexError, "list index out of range");
}

// The new items of a slice, apart from the list itself. NULL: exception pending, worded `message` unless iterable.
static bool slice_source(Thread *t, List *l, Value v, const char *message, const Value **items, size_t *n) {
    if (value_has_shape(v, &shape_tuple)) {
        *items = value_tuple(v)->items;
        *n = value_tuple(v)->length;
        return true;
    }
    List *from = value_has_shape(v, &shape_list) && value_list(v) != l ? value_list(v) : NULL;
    if (from == NULL) from = list_from_iterable(t, v);
    if (from == NULL) {
        bool iterable = !value_is_unbound(value_dunder(v, DUNDER_ITER)) || !value_is_unbound(value_dunder(v, DUNDER_GETITEM));
        if (!iterable && error_matches(t, &class_TypeError)) {
            error_take(t);
            error_type(t, "%s", message);
        }
        return false;
    }
    *items = from->buffer->values;
    *n = from->length;
    return true;
}

static bool set_plain_slice(Thread *t, List *l, const Slice *s, Value v) {
    int64_t start, step;
    size_t count, n;
    const Value *items;
    if (!slice_source(t, l, v, "can only assign an iterable", &items, &n)) return false;
    if (!slice_resolve(t, s, l->length, &start, &step, &count)) return false;
    return list_splice(t, l, (size_t)start, (size_t)start + count, items, n);
}

bool list_set_slice(Thread *t, List *l, const Slice *s, Value v) {
    int64_t start, step;
    size_t count, n;
    const Value *items;
    if (!slice_resolve(t, s, l->length, &start, &step, &count)) return false;
    if (step == 1) return set_plain_slice(t, l, s, v);
    if (!slice_source(t, l, v, "must assign iterable to extended slice", &items, &n)) return false;
    if (!slice_resolve(t, s, l->length, &start, &step, &count)) return false;
    if (n != count) {
        error_value(t, "attempt to assign sequence of size %zu to extended slice of size %zu", n, count);
        return false;
    }
    for (size_t i = 0; i < n; i++) l->buffer->values[start + (int64_t)i * step] = items[i];
    return true;
}

static Value list_setitem(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    if (value_is_kind(args[1], KIND_SLICE)) return done(list_set_slice(t, l, (Slice *)value_object(args[1]), args[2]));
    size_t i;
    if (!seq_index_in(t, args[1], "list", l->length, "list assignment index out of range", &i)) return VALUE_ERROR;
    l->buffer->values[i] = args[2];
    return VALUE_NONE;
}

static bool delete_slice(Thread *t, List *l, const Slice *s) {
    int64_t start, step;
    size_t count;
    if (!slice_resolve(t, s, l->length, &start, &step, &count)) return false;
    if (count == 0) return true;
    if (step == 1) return list_splice(t, l, (size_t)start, (size_t)start + count, NULL, 0);
    if (step < 0) {
        start += step * (int64_t)(count - 1);
        step = -step;
    }
    list_delete_strided(l, (size_t)start, (size_t)step, count);
    return true;
}

static Value list_delitem(Thread *t, Value *args, uint32_t nargs) {
    List *l = value_list(args[0]);
    if (value_is_kind(args[1], KIND_SLICE)) return done(delete_slice(t, l, (Slice *)value_object(args[1])));
    size_t i;
    if (!seq_index_in(t, args[1], "list", l->length, "list assignment index out of range", &i)) return VALUE_ERROR;
    return done(list_splice(t, l, i, i + 1, NULL, 0));
}

// Operators.

static Value list_add(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_list(args[1])) return VALUE_NOTIMPLEMENTED;
    List *a = value_list(args[0]), *b = value_list(args[1]);
    List *sum = list_new(t, a->length + b->length);
    if (sum == NULL) return VALUE_ERROR;
    memcpy(sum->buffer->values, a->buffer->values, a->length * sizeof(Value));
    memcpy(sum->buffer->values + a->length, b->buffer->values, b->length * sizeof(Value));
    sum->length = a->length + b->length;
    return value_from_object(sum);
}

static Value list_iadd(Thread *t, Value *args, uint32_t nargs) { return list_extend(t, value_list(args[0]), args[1]) ? args[0] : VALUE_ERROR; }

static void repeat_items(Value *to, const Value *from, size_t n, size_t count) {
    if (n == 1) {
        for (size_t i = 0; i < count; i++) to[i] = from[0];
        return;
    }
    for (size_t i = 0; i < count; i++) memcpy(to + i * n, from, n * sizeof(Value));
}

static Value list_mul(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    List *l = value_list(args[0]);
    size_t count;
    if (!seq_repeat_count(t, args[0], args[1], l->length, &count)) return VALUE_ERROR;
    List *product = list_new(t, l->length * count);
    if (product == NULL || product->buffer->capacity == 0) return from_list(product);
    repeat_items(product->buffer->values, l->buffer->values, l->length, count);
    product->length = l->length * count;
    return value_from_object(product);
}

static Value list_imul(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    List *l = value_list(args[0]);
    size_t n = l->length, count;
    if (!seq_repeat_count(t, args[0], args[1], n, &count)) return VALUE_ERROR;
    if (count == 0) list_clear(t, args, 1);
    if (n == 0 || count <= 1) return args[0];
    if (!list_reserve(t, l, n * count)) return VALUE_ERROR;
    repeat_items(l->buffer->values + n, l->buffer->values, n, count - 1);
    l->length = n * count;
    return args[0];
}

// The first index where two lists differ, or the shorter length. SIZE_MAX: exception pending.
static size_t first_difference(Thread *t, List *a, List *b) {
    size_t i = 0;
    for (; i < a->length && i < b->length; i++) {
        int equal = seq_item_equal(t, a->buffer->values[i], b->buffer->values[i]);
        if (equal <= 0) return equal < 0 ? SIZE_MAX : i;
    }
    return i;
}

static Value list_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!value_is_list(y)) return VALUE_NOTIMPLEMENTED;
    List *a = value_list(x), *b = value_list(y);
    if (a->length != b->length && (d == DUNDER_EQ || d == DUNDER_NE)) return value_from_bool(d == DUNDER_NE);
    if (!seq_may_recurse(t, RECURSION_COMPARING)) return VALUE_ERROR;
    size_t i = first_difference(t, a, b);
    if (i == SIZE_MAX) return VALUE_ERROR;
    if (i >= a->length || i >= b->length) return seq_compare_lengths(d, a->length, b->length);
    return seq_compare_items(t, d, a->buffer->values[i], b->buffer->values[i]);
}

SEQ_COMPARISONS(list)

static Value list_repr(Thread *t, Value *args, uint32_t nargs) { return seq_repr(t, args[0], list_item, "[", "]", "[...]"); }

static const NativeDef list_methods[] = {
    {"__new__", list_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", list_init_method, "self, iterable=?, /", 0},
    {"__repr__", list_repr, "self, /", 0},
    {"__hash__", NULL, NULL, 0},
    {"__len__", list_length, "self, /", 0},
    {"__getitem__", list_getitem, "self, index, /", 0},
    {"__setitem__", list_setitem, "self, key, value, /", 0},
    {"__delitem__", list_delitem, "self, key, /", 0},
    {"__contains__", list_contains, "self, key, /", 0},
    {"__iter__", list_iter, "self, /", 0},
    {"__reversed__", list_reversed, "self, /", 0},
    {"__add__", list_add, "self, value, /", 0},
    {"__iadd__", list_iadd, "self, value, /", 0},
    {"__mul__", list_mul, "self, value, /", 0},
    {"__rmul__", list_mul, "self, value, /", 0},
    {"__imul__", list_imul, "self, value, /", 0},
    SEQ_COMPARISON_METHODS(list),
    {"append", list_append_method, "self, object, /", 0},
    {"clear", list_clear, "self, /", 0},
    {"copy", list_copy, "self, /", 0},
    {"count", list_count, "self, value, /", 0},
    {"extend", list_extend_method, "self, iterable, /", 0},
    {"index", list_index, "self, value, start=0, stop=2305843009213693951, /", 0},
    {"insert", list_insert_method, "self, index, object, /", 0},
    {"pop", list_pop, "self, index=-1, /", 0},
    {"remove", list_remove, "self, value, /", 0},
    {"reverse", list_reverse, "self, /", 0},
    {"sort", list_sort_method, "self, /, *, key=None, reverse=False", 0},
    {},
};

void list_init(void) {
    class_add_natives(&class_list, list_methods);
    class_list.construct = list_construct;
}
