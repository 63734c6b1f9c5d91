// Iteration; the state of a loop is drawn in loop_state.h.
#include "interp_int.h"
#include "interp_ops.h"
#include "loop_state.h"

OPERATION(ITER) { RESULT(op_iter(t, R(B))); }

OPERATION(ITERABLE) { RESULT(op_iterable(t, R(B))); }

OPERATION(FORPREP) {
    PUBLISH;
    if (UNLIKELY(!interp_loop_prepare(t, &R(A), R(B)))) FAIL;
    JUMP(OFFSET);
}

SLOW(FORLOOP) {
    PUBLISH;
    Value item = interp_loop_next(t, &R(B));
    if (UNLIKELY(value_is_error(item))) FAIL;
    if (value_is_unbound(item)) NEXT;
    R(A) = item;
    JUMP(OFFSET);
}

ASIDE(FORLOOP) {
    Value *state = &R(B);
    if (LIKELY(!value_is_unbound(state[2]))) {
        Value item = loop_indexed_next(state);
        if (LIKELY(!value_is_unbound(item))) {
            R(A) = item;
            JUMP(OFFSET);
        }
    }
    TAIL(slow_FORLOOP);
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
        JUMP(OFFSET);
    }
    TAIL_ASIDE(FORLOOP);
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
