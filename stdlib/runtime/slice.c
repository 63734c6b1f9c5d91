// slice objects and how they meet a length.
#include "class.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "ops.h"
#include "range.h"

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
