// Items, iteration, length, membership, unpacking.
#include "class_int.h"

#include "bytes.h"
#include "dict.h"
#include "set.h"
#include "text_search.h"

#include "int.h"
#include "iter.h"
#include "union.h"

// --- items

static bool is_generic(const Class *cls) {
    for (; cls; cls = cls->base)
        if (cls->flags & CLASS_GENERIC) return true;
    return false;
}

// C[x] of a class: __class_getitem__, or the type parameters of its definition.
static Value class_item(Thread *t, Class *cls, Value key) {
    Value f = class_lookup(cls, names.__class_getitem__);
    if (value_is_unbound(f) && is_generic(cls)) return generic_alias_new(t, value_from_object(cls), key);
    if (value_is_unbound(f)) return error_type(t, "type '%S' is not subscriptable", cls->name);
    f = attr_bind(t, f, VALUE_UNBOUND, cls);
    return value_is_error(f) ? f : call1(t, f, key);
}

// An item of a string or bytes at an index within it; VALUE_UNBOUND when it is not that simple.
static Value text_item(Thread *t, Value container, Value key) {
    if (!value_is_int(key)) return VALUE_UNBOUND;
    int64_t index = value_int(key);
    if (value_has_shape(container, &shape_bytes)) {
        const Bytes *b = (Bytes *)value_object(container);
        if (index < 0) index += (int64_t)b->length;
        return (uint64_t)index < b->length ? value_from_small(b->data[index]) : VALUE_UNBOUND;
    }
    if (!value_is_plain_str(container)) return VALUE_UNBOUND;
    const Str *s = str_flat(t, value_str(container));
    if (!s) return VALUE_ERROR;
    if (index < 0) index += s->nchars;
    if ((uint64_t)index >= s->nchars) return VALUE_UNBOUND;
    const Str *c = str_from_char(t, str_char_at(s, (size_t)index));
    return c ? value_from_object(c) : VALUE_ERROR;
}

Value op_getitem(Thread *t, Value container, Value key) {
    Value simple = text_item(t, container, key);
    if (!value_is_unbound(simple)) return simple;
    if (value_has_shape(container, &shape_dict)) {
        Value found = dict_get(t, value_dict(container), key);
        return value_is_unbound(found) ? error_key(t, key) : found;
    }
    Value result = call_dunder(t, container, DUNDER_GETITEM, &key, 1);
    if (!value_is_unbound(result)) return result;
    if (value_is_class(container)) return class_item(t, value_as_class(container), key);
    return error_type(t, "'%T' object is not subscriptable", container);
}

// A class of the program that defines one of __setitem__ and __delitem__ is asked for the other as for an attribute.
static bool lacks_half(Value container, Dunder other) {
    return !(value_class(container)->flags & CLASS_BUILTIN) && !value_is_unbound(value_dunder(container, other));
}

bool op_setitem(Thread *t, Value container, Value key, Value v) {
    if (value_has_shape(container, &shape_dict)) return dict_set(t, value_dict(container), key, v);
    Value result = call_dunder(t, container, DUNDER_SETITEM, (Value[]){key, v}, 2);
    if (value_is_unbound(result) && lacks_half(container, DUNDER_DELITEM)) result = error_raise(t, &class_AttributeError, "__setitem__");
    if (value_is_unbound(result)) result = error_type(t, "'%T' object does not support item assignment", container);
    return !value_is_error(result);
}

// CPython's two wordings: of what is like a sequence, and of the rest.
static Value cannot_delete(Thread *t, Value container, Value key) {
    bool index = value_is_integer(key) || !value_is_unbound(value_dunder(key, DUNDER_INDEX));
    bool builtin = value_class(container)->flags & CLASS_BUILTIN;
    bool sequence = !builtin || (value_is_object(container) && !value_is_unbound(value_dunder(container, DUNDER_GETITEM)));
    return error_type(t, index && sequence ? "'%T' object doesn't support item deletion" : "'%T' object does not support item deletion", container);
}

bool op_delitem(Thread *t, Value container, Value key) {
    Value result = call_dunder(t, container, DUNDER_DELITEM, &key, 1);
    if (value_is_unbound(result) && lacks_half(container, DUNDER_SETITEM)) result = error_raise(t, &class_AttributeError, "__delitem__");
    if (value_is_unbound(result)) result = cannot_delete(t, container, key);
    return !value_is_error(result);
}

// --- length

int64_t op_length(Thread *t, Value v) {
    if (value_has_shape(v, &shape_list)) return (int64_t)value_list(v)->length;
    if (value_is_plain_str(v)) return value_str(v)->nchars;
    if (value_has_shape(v, &shape_tuple)) return (int64_t)value_tuple(v)->length;
    if (value_has_shape(v, &shape_dict)) return value_dict(v)->live;
    if (value_has_shape(v, &shape_set)) return (int64_t)value_set(v)->live;
    Value result = call_dunder(t, v, DUNDER_LEN, NULL, 0);
    if (value_is_unbound(result)) result = error_type(t, "object of type '%T' has no len()", v);
    if (value_is_error(result)) return -1;
    if (!value_is_int(result)) {
        if (!value_is_integer(result)) result = int_index(t, result);
        if (value_is_error(result)) return -1;
    }
    int64_t length = int_sign(result) < 0 ? -1 : 0;
    if (length == 0 && !int_to_i64(result, &length)) {
        error_raise(t, &class_OverflowError, "cannot fit 'int' into an index-sized integer");
        return -1;
    }
    if (length >= 0) return length;
    error_value(t, "__len__() should return >= 0");
    return -1;
}

// --- iteration

static bool is_iterator(Value v) {
    return value_is_object(v) && (iter_native_next(v) != NULL || !value_is_unbound(value_dunder(v, DUNDER_NEXT)));
}

Value op_iter(Thread *t, Value v) {
    if (value_has_shape(v, &shape_generator)) return v;
    Value method = value_dunder(v, DUNDER_ITER);
    if (value_is_unbound(method) && !value_is_unbound(value_dunder(v, DUNDER_GETITEM))) return iter_sequence_new(t, v);
    if (value_is_unbound(method) || value_is_none(method)) return error_type(t, "'%T' object is not iterable", v);
    Value iterator = call_dunder(t, v, DUNDER_ITER, NULL, 0);
    if (value_is_error(iterator) || is_iterator(iterator)) return iterator;
    return error_type(t, "iter() returned non-iterator of type '%T'", iterator);
}

Value op_iterable(Thread *t, Value v) {
    const Shape *shape = value_is_object(v) ? value_object(v)->shape : NULL;
    bool keeps = shape == &shape_list || shape == &shape_tuple || shape == &shape_range || shape == &shape_str || shape == &shape_bytes;
    return keeps ? v : op_iter(t, v);
}

Value op_next(Thread *t, Value iterator) {
    Value (*next)(Thread *, Object *) = iter_native_next(iterator);
    if (next) return next(t, value_object(iterator));
    Value result = call_dunder(t, iterator, DUNDER_NEXT, NULL, 0);
    if (value_is_unbound(result)) return error_type(t, "'%T' object is not an iterator", iterator);
    if (!value_is_error(result) || !error_matches(t, &class_StopIteration)) return result;
    error_take(t);
    return VALUE_UNBOUND;
}

// --- membership

static int contains_by_iteration(Thread *t, Value container, Value item) {
    if (value_is_unbound(value_dunder(container, DUNDER_ITER)) && value_is_unbound(value_dunder(container, DUNDER_GETITEM))) {
        error_type(t, "argument of type '%T' is not iterable", container);
        return -1;
    }
    IterCursor cursor;
    if (!iter_begin(t, &cursor, container)) return -1;
    for (;;) {
        Value v = iter_step(t, &cursor);
        if (value_is_unbound(v)) return 0;
        if (value_is_error(v)) return -1;
        int equal = op_equal(t, v, item);
        if (equal != 0) return equal;
    }
}

int op_contains(Thread *t, Value container, Value item) {
    if (value_has_shape(container, &shape_dict)) {
        Value found = dict_get(t, value_dict(container), item);
        return value_is_error(found) ? -1 : !value_is_unbound(found);
    }
    if (value_is_plain_str(container) && value_is_plain_str(item)) {
        const Str *s = value_str(container), *part = value_str(item);
        return text_find(s->text, s->nbytes, part->text, part->nbytes) != NULL;
    }
    if (value_has_shape(container, &shape_set) && !value_is_set(item)) return set_contains(t, value_set(container), item);
    Value method = value_dunder(container, DUNDER_CONTAINS);
    if (value_is_unbound(method)) return contains_by_iteration(t, container, item);
    if (value_is_none(method)) {
        error_type(t, "'%T' object is not a container", container);
        return -1;
    }
    Value result = call_dunder(t, container, DUNDER_CONTAINS, &item, 1);
    return value_is_error(result) ? -1 : value_truth(t, result);
}

// --- unpacking

static bool cannot_unpack(Thread *t, Value v) {
    if (error_matches(t, &class_TypeError) && value_is_unbound(value_dunder(v, DUNDER_ITER)) && value_is_unbound(value_dunder(v, DUNDER_GETITEM))) {
        error_take(t);
        error_type(t, "cannot unpack non-iterable %T object", v);
    }
    return false;
}

static bool too_few(Thread *t, uint32_t expected, uint32_t got, bool at_least) {
    error_value(t, "not enough values to unpack (expected %s%d, got %d)", at_least ? "at least " : "", (int)expected, (int)got);
    return false;
}

static bool unpack_items(Thread *t, const Value *items, uint64_t length, Value *out, uint32_t n) {
    if (length > n) error_value(t, "too many values to unpack (expected %d)", (int)n);
    else if (length < n) too_few(t, n, (uint32_t)length, false);
    else memcpy(out, items, n * sizeof(Value));
    return length == n;
}

// Few items are collected first: they may go straight into variables, which keep their values when unpacking fails.
bool op_unpack(Thread *t, Value v, Value *out, uint32_t n) {
    enum { FEW = 16 };
    if (value_has_shape(v, &shape_tuple)) return unpack_items(t, value_tuple(v)->items, value_tuple(v)->length, out, n);
    if (value_has_shape(v, &shape_list)) {
        size_t length;
        const Value *items = list_items(value_list(v), &length);
        return unpack_items(t, items, length, out, n);
    }
    IterCursor cursor;
    if (!iter_begin(t, &cursor, v)) return cannot_unpack(t, v);
    Value few[FEW], *items = n <= FEW ? few : out;
    for (uint32_t i = 0; i <= n; i++) {
        Value item = iter_step(t, &cursor);
        if (value_is_error(item)) return false;
        if (value_is_unbound(item) && i < n) return too_few(t, n, i, false);
        if (value_is_unbound(item)) {
            if (items == few) memcpy(out, few, n * sizeof(Value));
            return true;
        }
        if (i < n) items[i] = item;
    }
    error_value(t, "too many values to unpack (expected %d)", (int)n);
    return false;
}

bool op_unpack_star(Thread *t, Value v, Value *out, uint32_t before, uint32_t after) {
    IterCursor cursor;
    if (!iter_begin(t, &cursor, v)) return cannot_unpack(t, v);
    for (uint32_t i = 0; i < before; i++) {
        out[i] = iter_step(t, &cursor);
        if (value_is_error(out[i])) return false;
        if (value_is_unbound(out[i])) return too_few(t, before + after, i, true);
    }
    List *rest = list_new(t, 0);
    if (!rest || !list_extend(t, rest, cursor.iterator)) return false;
    if (rest->length < after) return too_few(t, before + after, before + (uint32_t)rest->length, true);
    rest->length -= after;
    memcpy(out + before + 1, rest->buffer->values + rest->length, after * sizeof(Value));
    out[before] = value_from_object(rest);
    return true;
}
