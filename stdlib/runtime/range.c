// range objects: arithmetic on their bounds. Ranges whose numbers are all immediate are computed in machine integers, the
// rest with int_*.
#include "range.h"

#include "class.h"
#include "exception.h"
#include "heap.h"
#include "int.h"

static void range_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Range *)o)->start, 4); }

const Layout layout_range = {.name = "range", .kind = KIND_RANGE, .size = sizeof(Range), .trace = range_trace};

// Count of start, start + step, ... before stop; never more than 2^63 for immediate bounds.
static uint64_t small_length(int64_t start, int64_t stop, int64_t step) {
    if (step > 0) return start < stop ? (uint64_t)(stop - start - 1) / (uint64_t)step + 1 : 0;
    return start > stop ? (uint64_t)(start - stop - 1) / (uint64_t)-step + 1 : 0;
}

// max(0, (stop - start + step - sign) // step) with exact ints.
static Value big_length(Thread *t, Value start, Value stop, Value step) {
    bool up = int_sign(step) > 0;
    Value distance = up ? int_sub(t, stop, start) : int_sub(t, start, stop);
    if (value_is_error(distance) || int_sign(distance) <= 0) return value_is_error(distance) ? distance : value_from_small(0);
    Value size = up ? step : int_neg(t, step);
    Value rest = value_is_error(size) ? size : int_sub(t, distance, value_from_small(1));
    Value whole = value_is_error(rest) ? rest : int_floordiv(t, rest, size);
    return value_is_error(whole) ? whole : int_add(t, whole, value_from_small(1));
}

static Value range_make(Thread *t, Value start, Value stop, Value step, Value length) {
    Range *r = heap_new(t, &shape_range, sizeof(Range));
    if (r == NULL) return VALUE_ERROR;
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->length = length;
    return value_from_object(r);
}

Value range_new(Thread *t, Value start, Value stop, Value step) {
    if (int_is_zero(step)) return error_value(t, "range() arg 3 must not be zero");
    Value length;
    if (value_both_int(start, stop) && value_is_int(step)) length = int_from_u64(t, small_length(value_int(start), value_int(stop), value_int(step)));
    else length = big_length(t, start, stop, step);
    return value_is_error(length) ? length : range_make(t, start, stop, step, length);
}

bool range_is_small(const Range *r, int64_t *start, int64_t *stop, int64_t *step) {
    if (!value_both_int(r->start, r->stop) || !value_both_int(r->step, r->length)) return false;
    *start = value_int(r->start);
    *stop = value_int(r->stop);
    *step = value_int(r->step);
    int64_t travelled, end;
    return !__builtin_mul_overflow(value_int(r->length), *step, &travelled) && !__builtin_add_overflow(*start, travelled, &end) && value_int_fits(end);
}
