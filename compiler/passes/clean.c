// Drops what nobody uses: the handler edges of operations that cannot raise any more and the blocks only they led to; then values,
// by marking from the instructions that must stay, through operands and frame states.
//
// Needs nothing. Makes SSA_HAS_LEAN.
#include "pass.h"

static bool must_stay(const SsaInsn *insn) {
    switch (ssa_op_info((SsaOp)insn->op)->effect) {
    case SSA_EFFECT_PURE: case SSA_EFFECT_READ: case SSA_EFFECT_EXIT: return false;
    default: return true;
    }
}

static void mark(bool *used, SsaRefVec *work, SsaRef r) {
    if (used[r.i]) return;
    used[r.i] = true;
    vec_push(work, r);
}

// Exceptions and calls want to know which functions the inlined frames are of.
static void mark_frames(const SsaFunction *f, bool *used, SsaRefVec *work, uint32_t frame) {
    for (; frame; frame = f->frames.items[frame].call->frame) {
        if (f->frames.items[frame].callee.i) mark(used, work, f->frames.items[frame].callee);
        if (f->frames.items[frame].result.i) mark(used, work, f->frames.items[frame].result);
    }
}

static void mark_operands(const SsaFunction *f, bool *used, SsaRefVec *work, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    for (uint32_t i = 0; i < insn->nargs; i++) mark(used, work, insn->args[i]);
    if (insn->frame) mark_frames(f, used, work, insn->frame);
    for (const SsaState *s = insn->state; s; s = ssa_outer_state(f, s)) {
        for (uint32_t i = 0; i < s->count; i++) mark(used, work, s->slots[i].value);
        if (s->frame) mark_frames(f, used, work, s->frame);
    }
}

static void mark_all(const SsaFunction *f, bool *used) {
    SsaRefVec work = {0};
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaRefVec *insns = &f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count; i++)
            if (must_stay(ssa_at(f, insns->items[i]))) mark(used, &work, insns->items[i]);
    }
    while (work.count) {
        SsaRef r = vec_take_last(&work);
        mark_operands(f, used, &work, r);
    }
    vec_fini(&work);
}

// Does the operation a TRY is for still raise?
static bool still_raises(const SsaFunction *f, const SsaBlock *block, uint32_t pc) {
    for (uint32_t i = 0; i < block->insns.count; i++) {
        const SsaInsn *insn = ssa_at(f, block->insns.items[i]);
        if (insn->pc == pc && !insn->frame && ssa_op_info((SsaOp)insn->op)->effect == SSA_EFFECT_RAISE) return true;
    }
    return false;
}

static void drop_idle_edges(SsaFunction *f) {
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaBlock *block = &f->blocks.items[n];
        if (!block->insns.count) continue;
        const SsaInsn *end = ssa_at(f, vec_last(&block->insns));
        if (end->op == SSA_TRY && !still_raises(f, block, end->pc)) ssa_drop_second_edge(f, n, SSA_JUMP);
    }
    ssa_prune_blocks(f);
    ssa_drop_trivial_phis(f, true);
}

void pass_clean(SsaFunction *f) {
    drop_idle_edges(f);
    Arena scratch;
    arena_init(&scratch);
    bool *used = arena_new_array(&scratch, bool, f->insns.count);
    mark_all(f, used);
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        SsaRefVec *insns = &f->blocks.items[n].insns;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < insns->count; i++)
            if (used[insns->items[i].i]) insns->items[kept++] = insns->items[i];
        insns->count = kept;
    }
    arena_fini(&scratch);
}
