// Generators: a call makes a suspended frame, YIELD and SEND leave the frame through its C caller (engine.c).
#include "interp_int.h"

INTERP_CALLCONV Value interp_enter_generator(INTERP_PARAMS) {
    PUBLISH;
    ret = generator_new(t, frame_function(base), base);
    TAIL(((InterpFn)base[FRAME_RESUME].bits));
}

OPERATION(YIELD) {
    generator_suspend(t, base, pc);
    return R(B);
}

// A suspended SEND runs again when the generator is resumed.
static Value send_to(Thread *t, Value iterator, Value sent, Value *result) {
    if (value_has_shape(iterator, &shape_generator)) return generator_send(t, (Generator *)value_object(iterator), sent, result);
    if (value_is_none(sent)) return iterator_send_none(t, iterator, result);
    Value v = call_method(t, iterator, str_intern_c("send"), &sent, 1);
    return value_is_error(v) ? iterator_take_stop(t, result) : v;
}

OPERATION(SEND) {
    PUBLISH;
    Value result = VALUE_NONE;
    Value yielded = send_to(t, R(B), R(A), &result);
    if (UNLIKELY(value_is_error(yielded))) FAIL;
    if (value_is_unbound(yielded)) {
        R(A) = result;
        JUMP(OFFSET);
    }
    generator_suspend(t, base, pc - 1);
    return yielded;
}
