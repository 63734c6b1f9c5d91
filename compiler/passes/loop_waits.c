// Does a loop end by itself, or may it go on until another thread changes something it reads? The latter reads memory anew in every round.
#include "pass.h"

enum { OUTSIDE, INSIDE, SEEN };

// Does the value come from numbers and values of before alone? Of memory, only the number of items a loop goes over counts as such.
static bool is_computed(const SsaFunction *f, SsaRef r, uint8_t *state) {
    const SsaInsn *insn = ssa_at(f, r);
    if (state[r.i] != INSIDE) return true;
    state[r.i] = SEEN;
    SsaEffect effect = ssa_op_info((SsaOp)insn->op)->effect;
    bool reads = insn->op == SSA_ITEM || insn->op == SSA_BYTE || insn->op == SSA_POP_ITEM;
    bool computes = insn->op == SSA_COUNT || effect == SSA_EFFECT_PURE || effect == SSA_EFFECT_EXIT || effect == SSA_EFFECT_GUARD;
    if (reads || !computes) return false;
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (!is_computed(f, insn->args[i], state)) return false;
    return true;
}

static bool is_exit(const SsaFlow *flow, const SsaFunction *f, uint32_t n, uint32_t head) {
    const SsaBlock *block = &f->blocks.items[n];
    if (!ssa_in_loop(flow, n, head) || ssa_at(f, vec_last(&block->insns))->op != SSA_BRANCH) return false;
    return !ssa_in_loop(flow, block->succ[0], head) || !ssa_in_loop(flow, block->succ[1], head);
}

static SsaRef condition(const SsaFunction *f, uint32_t n) { return ssa_at(f, vec_last(&f->blocks.items[n].insns))->args[0]; }

static void mark_inside(const SsaFunction *f, const SsaFlow *flow, uint32_t head, uint8_t *state) {
    for (uint32_t i = 0; i < flow->count; i++) {
        if (!ssa_in_loop(flow, flow->sequence[i], head)) continue;
        const SsaRefVec *insns = &f->blocks.items[flow->sequence[i]].insns;
        for (uint32_t k = 0; k < insns->count; k++) state[insns->items[k].i] = INSIDE;
    }
}

bool pass_loop_waits(const SsaFunction *f, const SsaFlow *flow, uint32_t head) {
    Arena scratch;
    arena_init(&scratch);
    uint8_t *state = arena_new_array(&scratch, uint8_t, f->insns.count);
    bool waits = false;
    mark_inside(f, flow, head, state);
    for (uint32_t i = 0; i < flow->count && !waits; i++)
        if (is_exit(flow, f, flow->sequence[i], head)) waits = !is_computed(f, condition(f, flow->sequence[i]), state);
    arena_fini(&scratch);
    return waits;
}
