// Operations of the sized types.
#include "lower.h"

bool lower_sized(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    if (insn->op != SSA_SIZED) return false;
    LLVMValueRef v = LOWER_CALL(lf, sized_operate, lower_i32(lf, insn->aux), lower_arg(lf, insn, 0), lower_arg(lf, insn, 1));
    lf->values[r.i] = lower_check_value(lf, insn, v);
    return true;
}
