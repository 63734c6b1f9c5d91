// The methods of range, in exact ints; what programs do in loops has a path in machine integers before it.
#include "containers.h"
#include "exception.h"
#include "int.h"
#include "iter.h"
#include "key.h"
#include "native.h"
#include "range.h"
#include "seq.h"
#include "tuple.h"

static Range *as_range(Value v) { return (Range *)value_object(v); }

// Exact arithmetic that passes errors on, so that formulas nest.
static Value add(Thread *t, Value a, Value b) { return value_is_error(a) || value_is_error(b) ? VALUE_ERROR : int_add(t, a, b); }
static Value sub(Thread *t, Value a, Value b) { return value_is_error(a) || value_is_error(b) ? VALUE_ERROR : int_sub(t, a, b); }
static Value mul(Thread *t, Value a, Value b) { return value_is_error(a) || value_is_error(b) ? VALUE_ERROR : int_mul(t, a, b); }

static Value range_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_int(args[1]) && value_is_unbound(args[2])) return range_new(t, value_from_small(0), args[1], value_from_small(1));
    bool one = value_is_unbound(args[2]);
    Value start = one ? value_from_small(0) : range_number(t, args[1]);
    if (value_is_error(start)) return start;
    Value stop = range_number(t, one ? args[1] : args[2]);
    if (value_is_error(stop)) return stop;
    Value step = value_is_unbound(args[3]) ? value_from_small(1) : range_number(t, args[3]);
    return value_is_error(step) ? step : range_new(t, start, stop, step);
}

static Value range_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs < 1 || nargs > 3) return VALUE_UNBOUND;
    Value all[4] = {VALUE_NONE, VALUE_UNBOUND, VALUE_UNBOUND, VALUE_UNBOUND};
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    return range_dunder_new(t, all, 4);
}

static Value range_item(Thread *t, const Range *r, Value index) { return add(t, r->start, mul(t, index, r->step)); }

static Value range_slice(Thread *t, const Range *r, const Slice *s) {
    Value start, stop, step;
    if (!slice_indices(t, s, r->length, &start, &stop, &step)) return VALUE_ERROR;
    Value first = range_item(t, r, start), end = range_item(t, r, stop), by = mul(t, r->step, step);
    return value_is_error(first) || value_is_error(end) || value_is_error(by) ? VALUE_ERROR : range_new(t, first, end, by);
}

static Value range_getitem(Thread *t, Value *args, uint32_t nargs) {
    const Range *r = as_range(args[0]);
    if (value_is_kind(args[1], KIND_SLICE)) return range_slice(t, r, (Slice *)value_object(args[1]));
    if (!seq_has_index(args[1])) return error_type(t, "range indices must be integers or slices, not %T", args[1]);
    Value i = range_number(t, args[1]);
    if (!value_is_error(i) && int_sign(i) < 0) i = int_add(t, i, r->length);
    if (value_is_error(i)) return i;
    if (int_sign(i) >= 0 && int_compare(i, r->length) < 0) return range_item(t, r, i);
    return error_raise(t, &class_IndexError, "range object index out of range");
}

// Where an int is in the range: its index, VALUE_UNBOUND: nowhere, VALUE_ERROR.
static Value range_find(Thread *t, const Range *r, Value v) {
    bool up = int_sign(r->step) > 0;
    bool inside = up ? int_compare(v, r->start) >= 0 && int_compare(v, r->stop) < 0 : int_compare(v, r->start) <= 0 && int_compare(v, r->stop) > 0;
    if (!inside) return VALUE_UNBOUND;
    Value distance = sub(t, v, r->start);
    Value rest = value_is_error(distance) ? distance : int_mod(t, distance, r->step);
    if (value_is_error(rest)) return rest;
    return int_is_zero(rest) ? int_floordiv(t, distance, r->step) : VALUE_UNBOUND;
}

// Ints and bools; other things (floats, subclasses of int) are compared with every item.
static bool is_exact_int(Value v) { return value_is_int(v) || value_is_bool(v) || value_has_shape(v, &shape_int); }

// The number of items equal to v, or the first one's index when `first` (then -1: none). -2: exception pending.
static int64_t range_search(Thread *t, Value range, Value v, bool first) {
    IterCursor c;
    if (!iter_begin(t, &c, range)) return -2;
    int64_t found = 0;
    for (int64_t i = 0;; i++) {
        Value item = iter_step(t, &c);
        if (value_is_unbound(item)) return first ? -1 : found;
        int equal = value_is_error(item) ? -1 : op_equal(t, item, v);
        if (equal < 0) return -2;
        if (equal && first) return i;
        found += equal;
    }
}

static Value range_contains(Thread *t, Value *args, uint32_t nargs) {
    if (!is_exact_int(args[1])) {
        int64_t i = range_search(t, args[0], args[1], true);
        return i == -2 ? VALUE_ERROR : value_from_bool(i >= 0);
    }
    Value i = range_find(t, as_range(args[0]), range_number(t, args[1]));
    return value_is_error(i) ? i : value_from_bool(!value_is_unbound(i));
}

static Value range_index(Thread *t, Value *args, uint32_t nargs) {
    if (!is_exact_int(args[1])) {
        int64_t i = range_search(t, args[0], args[1], true);
        if (i == -1) return error_value(t, "sequence.index(x): x not in sequence");
        return i == -2 ? VALUE_ERROR : value_from_small(i);
    }
    Value i = range_find(t, as_range(args[0]), range_number(t, args[1]));
    return value_is_unbound(i) ? error_value(t, "%R is not in range", args[1]) : i;
}

static Value range_count(Thread *t, Value *args, uint32_t nargs) {
    if (is_exact_int(args[1])) {
        Value has = range_contains(t, args, nargs);
        return value_is_error(has) ? has : value_from_small(value_same(has, VALUE_TRUE));
    }
    int64_t n = range_search(t, args[0], args[1], false);
    return n == -2 ? VALUE_ERROR : value_from_small(n);
}

static Value range_length(Thread *t, Value *args, uint32_t nargs) {
    int64_t n;
    if (int_to_i64(as_range(args[0])->length, &n)) return as_range(args[0])->length;
    return error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t");
}

static Value range_bool(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(!int_is_zero(as_range(args[0])->length)); }

static bool same_items(const Range *a, const Range *b) {
    if (int_compare(a->length, b->length) != 0) return false;
    if (int_is_zero(a->length)) return true;
    if (int_compare(a->start, b->start) != 0) return false;
    return int_compare(a->length, value_from_small(1)) == 0 || int_compare(a->step, b->step) == 0;
}

static Value range_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!value_is_kind(y, KIND_RANGE)) return VALUE_NOTIMPLEMENTED;
    return value_from_bool(same_items(as_range(x), as_range(y)) == (d == DUNDER_EQ));
}

SEQ_EQUALITIES(range)

// As the tuple (length, start, step), with None for what equality ignores.
static Value range_hash(Thread *t, Value *args, uint32_t nargs) {
    const Range *r = as_range(args[0]);
    bool empty = int_is_zero(r->length), one = int_compare(r->length, value_from_small(1)) == 0;
    Value parts[3] = {r->length, empty ? VALUE_NONE : r->start, empty || one ? VALUE_NONE : r->step};
    Tuple *tuple = tuple_from(t, parts, 3);
    uint64_t hash;
    return tuple != NULL && op_hash(t, value_from_object(tuple), &hash) ? int_from_i64(t, (int64_t)hash) : VALUE_ERROR;
}

static Value range_iter(Thread *t, Value *args, uint32_t nargs) { return range_iterate(t, args[0]); }

// iter(range(last, start - step, -step))
static Value range_reversed(Thread *t, Value *args, uint32_t nargs) {
    const Range *r = as_range(args[0]);
    Value last = range_item(t, r, sub(t, r->length, value_from_small(1)));
    Value end = sub(t, r->start, r->step), step = int_neg(t, r->step);
    if (value_is_error(last) || value_is_error(end) || value_is_error(step)) return VALUE_ERROR;
    Value back = range_new(t, last, end, step);
    return value_is_error(back) ? back : range_iterate(t, back);
}

static Value range_repr(Thread *t, Value *args, uint32_t nargs) {
    const Range *r = as_range(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "range(");
    str_builder_add_repr(&b, r->start);
    str_builder_add_c(&b, ", ");
    str_builder_add_repr(&b, r->stop);
    if (!value_same(r->step, value_from_small(1))) {
        str_builder_add_c(&b, ", ");
        str_builder_add_repr(&b, r->step);
    }
    str_builder_add_c(&b, ")");
    Str *text = str_builder_take(&b);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

static Value range_start(Thread *t, Value *args, uint32_t nargs) { return as_range(args[0])->start; }
static Value range_stop(Thread *t, Value *args, uint32_t nargs) { return as_range(args[0])->stop; }
static Value range_step(Thread *t, Value *args, uint32_t nargs) { return as_range(args[0])->step; }

static const NativeDef range_methods[] = {
    {"__new__", range_dunder_new, "cls, start, stop=?, step=?, /", NATIVE_STATIC},
    {"__repr__", range_repr, "self, /", 0},
    {"__hash__", range_hash, "self, /", 0},
    {"__bool__", range_bool, "self, /", 0},
    {"__len__", range_length, "self, /", 0},
    {"__getitem__", range_getitem, "self, key, /", 0},
    {"__contains__", range_contains, "self, key, /", 0},
    {"__iter__", range_iter, "self, /", 0},
    {"__reversed__", range_reversed, "self, /", 0},
    SEQ_EQUALITY_METHODS(range),
    {"count", range_count, "self, value, /", 0},
    {"index", range_index, "self, value, /", 0},
    {"start", range_start, "self, /", NATIVE_GETTER},
    {"stop", range_stop, "self, /", NATIVE_GETTER},
    {"step", range_step, "self, /", NATIVE_GETTER},
    {},
};

void range_init(void) {
    class_add_natives(&class_range, range_methods);
    class_range.construct = range_construct;
}
