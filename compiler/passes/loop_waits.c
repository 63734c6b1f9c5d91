// Does a loop end by itself, or may it go on until another thread changes something it reads? The latter reads memory anew in every round.
#include "pass.h"

// Does the value come from numbers and values of before alone? Of memory, only the number of items a loop goes over counts as such.
static bool is_computed(const SsaFunction *f, SsaRef r, bool *seen) {
    const SsaInsn *insn = ssa_at(f, r);
    if (seen[r.i]) return true;
    seen[r.i] = true;
    SsaEffect effect = ssa_op_info((SsaOp)insn->op)->effect;
    bool reads = insn->op == SSA_ITEM || insn->op == SSA_BYTE || insn->op == SSA_POP_ITEM;
    bool computes = insn->op == SSA_COUNT || effect == SSA_EFFECT_PURE || effect == SSA_EFFECT_EXIT || effect == SSA_EFFECT_GUARD;
    if (reads || !computes) return false;
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (!is_computed(f, insn->args[i], seen)) return false;
    return true;
}

bool pass_loop_waits(const SsaFunction *f, const SsaFlow *flow, uint32_t head) {
    Arena scratch;
    arena_init(&scratch);
    bool *seen = arena_new_array(&scratch, bool, f->insns.count), waits = false;
    for (uint32_t i = 0; i < flow->count && !waits; i++) {
        uint32_t n = flow->sequence[i];
        if (!ssa_in_loop(flow, n, head)) continue;
        const SsaBlock *block = &f->blocks.items[n];
        const SsaInsn *end = ssa_at(f, vec_last(&block->insns));
        if (end->op != SSA_BRANCH || (ssa_in_loop(flow, block->succ[0], head) && ssa_in_loop(flow, block->succ[1], head))) continue;
        waits = !is_computed(f, end->args[0], seen);
    }
    arena_fini(&scratch);
    return waits;
}
