// Iteration.
//
// A for loop keeps three registers of state, whose last tells which of four forms it has:
//
//    state[0]          state[1]            state[2]
//    next number       numbers left        step, an int       counted: a range of immediate ints
//    list              next index, an int  VALUE_TRUE         an exact list
//    tuple             next index, an int  VALUE_FALSE        an exact tuple
//    iterator          -                   VALUE_UNBOUND      anything else
//
// so that the usual loops make no iterator object. The forms cannot be told from outside.
#include "interp_int.h"
#include "stdlib/runtime/iter.h"
#include "interp_ops.h"
#include "stdlib/runtime/range.h"

OPERATION(ITER) { RESULT(op_iter(t, R(B))); }

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

OPERATION(FORPREP) {
    PUBLISH;
    if (UNLIKELY(!interp_loop_prepare(t, &R(A), R(B)))) FAIL;
    JUMP(bc_sc(insn));
}

static inline Value indexed_next(Value *state) {
    uint64_t index = (uint64_t)value_int(state[1]);
    Value item;
    if (value_same(state[2], VALUE_TRUE)) {
        List *list = value_list(state[0]);
        Buffer *buffer = list->buffer;
        if (index >= list->length || index >= buffer->capacity) return VALUE_UNBOUND;
        item = buffer->values[index];
    } else {
        Tuple *tuple = value_tuple(state[0]);
        if (index >= tuple->length) return VALUE_UNBOUND;
        item = tuple->items[index];
    }
    state[1].bits += 4;
    return item;
}

// A list that was exhausted stays so, however it grows afterwards.
static inline void indexed_end(Value *state) {
    state[0] = value_from_object(tuple_empty());
    state[2] = VALUE_FALSE;
}

static Value iterator_next(Thread *t, Value iterator) {
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
    Value item = indexed_next(state);
    if (value_is_unbound(item)) indexed_end(state);
    return item;
}

SLOW(FORLOOP) {
    PUBLISH;
    Value item = iterator_next(t, R(B));
    if (UNLIKELY(value_is_error(item))) FAIL;
    if (value_is_unbound(item)) NEXT;
    R(A) = item;
    JUMP(bc_sc(insn));
}

OPERATION(FORLOOP) {
    Value *state = &R(B);
    Value form = state[2];
    if (LIKELY(value_is_int(form))) {
        if (state[1].bits == 0) NEXT;
        Value number = state[0];
        state[1].bits -= 4;
        state[0].bits += form.bits;
        R(A) = number;
        JUMP(bc_sc(insn));
    }
    if (value_is_unbound(form)) TAIL(slow_FORLOOP);
    Value item = indexed_next(state);
    if (value_is_unbound(item)) {
        indexed_end(state);
        NEXT;
    }
    R(A) = item;
    JUMP(bc_sc(insn));
}

OPERATION(UNPACK) {
    uint32_t n = C;
    Value v = R(B);
    if (LIKELY(value_has_shape(v, &shape_tuple) && value_tuple(v)->length == n)) {
        const Value *items = value_tuple(v)->items;
        for (uint32_t i = 0; i < n; i++) R(A + i) = items[i];
        NEXT;
    }
    REQUIRE(op_unpack(t, v, &R(A), n));
}

OPERATION(UNPACKEX) { REQUIRE(op_unpack_star(t, R(B), &R(A), C16, K)); }
