// Stencils that belong to no operation.
#include "jit/interp/interp_int.h"

MORE_STENCIL(LEAVE) {
    pc = NEXT_PC;
    k = (const Value *)HOLE_WIDE(CONSTS);
    insn = pc[-1];
    TAIL(code_HANDLER);
}

MORE_STENCIL(RESUME) {
    if (UNLIKELY(value_is_error(ret))) FAIL;
    R(A) = ret;
    NEXT;
}
