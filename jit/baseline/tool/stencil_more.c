// Stencils that belong to no operation.
#include "jit/interp/interp_int.h"

MORE_STENCIL(LEAVE) {
    pc = NEXT_PC;
    insn = pc[-1];
    TAIL(code_HANDLER);
}

MORE_STENCIL(RESUME) {
    base = (Value *)((char *)base + HOLE_FOLDED_SIGNED(BACK));
    __asm__("" : "+r"(base));  // keeps the hole in the one addition, which extends its sign
    Value returned = ret;
    __asm__("" : "+r"(returned));  // so that the way out is a conditional jump, passing on ret as it came
    if (LIKELY(!value_is_error(returned))) {
        R(A) = ret;
        NEXT;
    }
    FAIL;
}
