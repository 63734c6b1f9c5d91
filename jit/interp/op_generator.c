// Generators: a call makes a suspended frame, YIELD and SEND leave the frame through its C caller (resume.c).
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

// A suspended SEND runs again when the generator is resumed, unless it can be done without its frame (resume.c).
OPERATION(SEND) {
    PUBLISH;
    Value result = VALUE_NONE;
    Value yielded = interp_send(t, R(B), R(A), &result);
    if (UNLIKELY(value_is_error(yielded))) FAIL;
    if (value_is_unbound(yielded)) {
        R(A) = result;
        JUMP(OFFSET);
    }
    generator_suspend(t, base, pc - 1);
    return yielded;
}
