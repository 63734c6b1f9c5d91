// Frame states that nobody needs any more are dropped: they would keep values alive, and typed arithmetic exact.
//
// Needs SSA_HAS_KINDS. Makes SSA_HAS_EXITS.
#include "pass.h"

static bool keeps_state(const SsaInsn *insn) {
    if (ssa_op_leaves((SsaOp)insn->op)) return true;
    if (insn->op == SSA_NEW_OBJECT) return true;
    return (insn->op == SSA_CALL_DIRECT || insn->op == SSA_CALL_KNOWN) && insn->type != SSA_TYPE_VALUE;
}

void pass_states(SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (!keeps_state(&f->insns.items[i])) f->insns.items[i].state = NULL;
}
