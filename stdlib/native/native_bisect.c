// bisect: places in sorted sequences.
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/order.h"
#include "stdlib/runtime/str.h"

bool native_bisect_fill(Thread *t, Module *m);

// Item i of the sequence, by its key.
static Value key_at(Thread *t, Value sequence, int64_t i, Value key) {
    Value v;
    if (value_has_shape(sequence, &shape_list) && (uint64_t)i < value_list(sequence)->length) v = value_list(sequence)->buffer->values[i];
    else v = op_getitem(t, sequence, int_from_i64(t, i));
    return value_is_error(v) || value_is_none(key) ? v : call1(t, key, v);
}

static bool read_bounds(Thread *t, const Value *args, int64_t *low, int64_t *high) {
    if (!int_index_i64(t, args[2], low, true)) return false;
    if (*low < 0) {
        error_value(t, "lo must be non-negative");
        return false;
    }
    *high = value_is_none(args[3]) ? op_length(t, args[0]) : 0;
    if (value_is_none(args[3])) return *high >= 0;
    return int_index_i64(t, args[3], high, true);
}

static int is_less(Thread *t, Value a, Value b) {
    int quick = order_less(a, b);
    return quick >= 0 ? quick : op_compare_bool(t, DUNDER_LT, a, b);
}

// Where x (already a key) goes, before its equals or after them; -1: exception pending.
static int64_t find_place(Thread *t, const Value *args, Value x, bool after) {
    int64_t low, high;
    if (!read_bounds(t, args, &low, &high)) return -1;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Value k = key_at(t, args[0], middle, args[4]);
        int less = value_is_error(k) ? -1 : after ? is_less(t, x, k) : is_less(t, k, x);
        if (less < 0) return -1;
        if ((less != 0) == after) high = middle;
        else low = middle + 1;
    }
    return low;
}

static Value bisect(Thread *t, const Value *args, bool after) {
    int64_t place = find_place(t, args, args[1], after);
    return place < 0 ? VALUE_ERROR : int_from_i64(t, place);
}

static Value insort(Thread *t, const Value *args, bool after) {
    Value x = value_is_none(args[4]) ? args[1] : call1(t, args[4], args[1]);
    int64_t place = value_is_error(x) ? -1 : find_place(t, args, x, after);
    if (place < 0) return VALUE_ERROR;
    if (value_has_shape(args[0], &shape_list)) return list_insert(t, value_list(args[0]), place, args[1]) ? VALUE_NONE : VALUE_ERROR;
    Value done = call_method(t, args[0], str_intern_c("insert"), (Value[]){int_from_i64(t, place), args[1]}, 2);
    return value_is_error(done) ? done : VALUE_NONE;
}

static Value bisect_left(Thread *t, Value *args, uint32_t nargs) { return bisect(t, args, false); }
static Value bisect_right(Thread *t, Value *args, uint32_t nargs) { return bisect(t, args, true); }
static Value insort_left(Thread *t, Value *args, uint32_t nargs) { return insort(t, args, false); }
static Value insort_right(Thread *t, Value *args, uint32_t nargs) { return insort(t, args, true); }

#define BISECT_SIGNATURE "a, x, lo=0, hi=None, *, key=None"
static const NativeDef functions[] = {
    {"bisect", bisect_right, BISECT_SIGNATURE, 0},      {"bisect_left", bisect_left, BISECT_SIGNATURE, 0},
    {"bisect_right", bisect_right, BISECT_SIGNATURE, 0}, {"insort", insort_right, BISECT_SIGNATURE, 0},
    {"insort_left", insort_left, BISECT_SIGNATURE, 0},   {"insort_right", insort_right, BISECT_SIGNATURE, 0},
    {},
};

bool native_bisect_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
