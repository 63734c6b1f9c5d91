// slice objects and how they meet a length.
#include "class.h"
#include "containers.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "native.h"
#include "ops.h"
#include "range.h"
#include "seq.h"
#include "tuple.h"

static void slice_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Slice *)o)->start, 3); }

const Layout layout_slice = {.name = "slice", .kind = KIND_SLICE, .size = sizeof(Slice), .trace = slice_trace};

Value slice_new(Thread *t, Value start, Value stop, Value step) {
    Slice *s = heap_new(t, &shape_slice, sizeof(Slice));
    if (s == NULL) return VALUE_ERROR;
    s->start = start;
    s->stop = stop;
    s->step = step;
    return value_from_object(s);
}

// One part of a slice as a saturated machine integer.
static bool slice_part(Thread *t, Value v, int64_t *out) {
    if (value_is_int(v)) {
        *out = value_int(v);
        return true;
    }
    if (!value_is_integer(v) && value_is_unbound(value_dunder(v, DUNDER_INDEX))) {
        error_type(t, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return int_index_i64(t, v, out, true);
}

// Moves a bound into low .. high, negative ones counting from the end.
static int64_t slice_clamp(int64_t bound, int64_t length, int64_t low, int64_t high) {
    if (bound < 0) {
        bound += length;
        return bound < 0 ? low : bound;
    }
    return bound > high ? high : bound;
}

static bool slice_bound(Thread *t, Value v, int64_t length, bool backwards, int64_t missing, int64_t *out) {
    *out = missing;
    if (value_is_none(v)) return true;
    int64_t bound;
    if (!slice_part(t, v, &bound)) return false;
    *out = backwards ? slice_clamp(bound, length, -1, length - 1) : slice_clamp(bound, length, 0, length);
    return true;
}

static bool slice_step(Thread *t, Value v, int64_t *step) {
    *step = 1;
    if (value_is_none(v)) return true;
    if (!slice_part(t, v, step)) return false;
    if (*step == 0) {
        error_value(t, "slice step cannot be zero");
        return false;
    }
    if (*step == INT64_MIN) *step = -INT64_MAX;
    return true;
}

bool slice_resolve(Thread *t, const Slice *s, size_t length, int64_t *start, int64_t *step, size_t *count) {
    int64_t n = (int64_t)length, stop;
    if (!slice_step(t, s->step, step)) return false;
    bool backwards = *step < 0;
    if (!slice_bound(t, s->start, n, backwards, backwards ? n - 1 : 0, start)) return false;
    if (!slice_bound(t, s->stop, n, backwards, backwards ? -1 : n, &stop)) return false;
    int64_t distance = backwards ? *start - stop : stop - *start;
    uint64_t size = backwards ? (uint64_t)-*step : (uint64_t)*step;
    *count = distance > 0 ? (size_t)(((uint64_t)distance - 1) / size + 1) : 0;
    return true;
}

// The same in exact ints, for lengths of any size.

Value range_number(Thread *t, Value v) {
    Value i = int_index(t, v);
    return value_is_bool(i) ? value_from_small(value_same(i, VALUE_TRUE)) : i;
}

static Value exact_part(Thread *t, Value v) {
    if (value_is_integer(v) || !value_is_unbound(value_dunder(v, DUNDER_INDEX))) return range_number(t, v);
    return error_type(t, "slice indices must be integers or None or have an __index__ method");
}

static Value exact_bound(Thread *t, Value v, Value length, Value low, Value high, Value missing) {
    if (value_is_none(v)) return missing;
    Value i = exact_part(t, v);
    if (value_is_error(i)) return i;
    if (int_sign(i) >= 0) return int_compare(i, high) > 0 ? high : i;
    i = int_add(t, i, length);
    return !value_is_error(i) && int_compare(i, low) < 0 ? low : i;
}

bool slice_indices(Thread *t, const Slice *s, Value length, Value *start, Value *stop, Value *step) {
    *step = value_is_none(s->step) ? value_from_small(1) : exact_part(t, s->step);
    if (value_is_error(*step)) return false;
    int sign = int_sign(*step);
    if (sign == 0) {
        error_value(t, "slice step cannot be zero");
        return false;
    }
    Value low = value_from_small(sign < 0 ? -1 : 0), high = sign < 0 ? int_sub(t, length, value_from_small(1)) : length;
    if (value_is_error(high)) return false;
    *start = exact_bound(t, s->start, length, low, high, sign < 0 ? high : low);
    if (value_is_error(*start)) return false;
    *stop = exact_bound(t, s->stop, length, low, high, sign < 0 ? low : high);
    return !value_is_error(*stop);
}

// Methods.

static Slice *as_slice(Value v) { return (Slice *)value_object(v); }

static Value slice_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[2])) return slice_new(t, VALUE_NONE, args[1], VALUE_NONE);
    return slice_new(t, args[1], args[2], args[3]);
}

static Value slice_start(Thread *t, Value *args, uint32_t nargs) { return as_slice(args[0])->start; }
static Value slice_stop(Thread *t, Value *args, uint32_t nargs) { return as_slice(args[0])->stop; }
static Value slice_step_method(Thread *t, Value *args, uint32_t nargs) { return as_slice(args[0])->step; }

static Value slice_indices_method(Thread *t, Value *args, uint32_t nargs) {
    Value length = range_number(t, args[1]), parts[3];
    if (value_is_error(length)) return length;
    if (int_sign(length) < 0) return error_value(t, "length should not be negative");
    if (!slice_indices(t, as_slice(args[0]), length, &parts[0], &parts[1], &parts[2])) return VALUE_ERROR;
    Tuple *tuple = tuple_from(t, parts, 3);
    return tuple == NULL ? VALUE_ERROR : value_from_object(tuple);
}

static Value slice_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!value_is_kind(y, KIND_SLICE)) return VALUE_NOTIMPLEMENTED;
    Tuple *a = tuple_from(t, &as_slice(x)->start, 3), *b = tuple_from(t, &as_slice(y)->start, 3);
    return a == NULL || b == NULL ? VALUE_ERROR : op_compare(t, d, value_from_object(a), value_from_object(b));
}

SEQ_COMPARISONS(slice)

static Value slice_item(Value v, size_t i) { return i < 3 ? (&as_slice(v)->start)[i] : VALUE_UNBOUND; }
static Value slice_repr(Thread *t, Value *args, uint32_t nargs) { return seq_repr(t, args[0], slice_item, "slice(", ")", "slice(...)"); }

static const NativeDef slice_methods[] = {
    {"__new__", slice_dunder_new, "cls, start, stop=?, step=None, /", NATIVE_STATIC},
    {"__hash__", NULL, NULL, 0},
    {"__repr__", slice_repr, "self, /", 0},
    SEQ_COMPARISON_METHODS(slice),
    {"start", slice_start, "self, /", NATIVE_GETTER},
    {"stop", slice_stop, "self, /", NATIVE_GETTER},
    {"step", slice_step_method, "self, /", NATIVE_GETTER},
    {"indices", slice_indices_method, "self, length, /", 0},
    {},
};

void slice_init(void) { class_add_natives(&class_slice, slice_methods); }
