// What loops do out of line.
#include "loop_state.h"

#include "interp_int.h"
#include "interp_ops.h"
#include "stdlib/runtime/iter.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/range.h"

static bool prepare_range(Value *state, const Range *range) {
    int64_t start, stop, step;
    if (!range_is_small(range, &start, &stop, &step)) return false;
    state[0] = value_from_small(start);
    state[1] = range->length;
    state[2] = value_from_small(step);
    return true;
}

static void prepare_indexed(Value *state, Value sequence, Value form) {
    state[0] = sequence;
    state[1] = value_from_small(0);
    state[2] = form;
}

bool interp_loop_prepare(Thread *t, Value *state, Value iterable) {
    if (value_has_shape(iterable, &shape_range) && prepare_range(state, (Range *)value_object(iterable))) return true;
    if (value_has_shape(iterable, &shape_list)) return prepare_indexed(state, iterable, VALUE_TRUE), true;
    if (value_has_shape(iterable, &shape_tuple)) return prepare_indexed(state, iterable, VALUE_FALSE), true;
    Value iterator = op_iter(t, iterable);
    if (value_is_error(iterator)) return false;
    state[0] = iterator;
    state[1] = VALUE_NONE;
    state[2] = VALUE_UNBOUND;
    return true;
}

// A list that was exhausted stays so, however it grows afterwards.
static void indexed_end(Value *state) {
    state[0] = value_from_object(tuple_empty());
    state[2] = VALUE_FALSE;
}

static Value iterator_next(Thread *t, Value iterator) {
    if (value_has_shape(iterator, &shape_generator)) return interp_step_generator(t, (Generator *)value_object(iterator));
    Value (*next)(Thread *, Object *) = iter_native_next(iterator);
    return next ? next(t, value_object(iterator)) : op_next(t, iterator);
}

Value interp_loop_next(Thread *t, Value *state) {
    Value form = state[2];
    if (value_is_unbound(form)) return iterator_next(t, state[0]);
    if (value_is_int(form)) {
        if (state[1].bits == 0) return VALUE_UNBOUND;
        Value number = state[0];
        state[1].bits -= 4;
        state[0].bits += form.bits;
        return number;
    }
    Value item = loop_indexed_next(state);
    if (value_is_unbound(item)) indexed_end(state);
    return item;
}

int interp_loop_parts(Thread *t, Value *state, Value *out, uint32_t n) {
    IterParts parts = value_is_unbound(state[2]) ? iter_native_parts(state[0]) : NULL;
    Value got = parts ? parts(t, value_object(state[0]), out, n) : VALUE_FALSE;
    if (value_is_none(got)) return 1;
    if (value_same(got, VALUE_FALSE)) got = interp_loop_next(t, state);
    if (value_is_unbound(got) || value_is_error(got)) return value_is_error(got) ? -1 : 0;
    return op_unpack(t, got, out, n) ? 1 : -2;
}
