// Raising and handling.
#include "interp_int.h"

OPERATION(RAISE) {
    PUBLISH;
    error_raise_value(t, R(A));
    FAIL;
}

OPERATION(RAISEFROM) {
    PUBLISH;
    error_raise_from(t, R(A), R(B));
    FAIL;
}

OPERATION(RERAISE) {
    PUBLISH;
    error_restore(t, R(A));
    FAIL;
}

OPERATION(EXCENTER) {
    R(A + 1) = t->handled;
    t->handled = R(A);
    NEXT;
}

OPERATION(EXCLEAVE) {
    t->handled = R(A + 1);
    NEXT;
}

OPERATION(MATCHEXC) {
    PUBLISH;
    int matches = exception_matches(t, R(B), R(C16));
    if (UNLIKELY(matches < 0)) FAIL;
    R(A) = value_from_bool(matches);
    NEXT;
}
