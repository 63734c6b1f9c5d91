// What must hold of a function between passes: every block ends once, PHIs come first and match their predecessors, edges are
// seen from both sides, operands are defined before use on every path, and whoever may leave knows where to.
#include "ssa_flow.h"

typedef struct {
    const SsaFunction *f;
    SsaFlow flow;
    uint32_t *block_of;  // by value
    uint32_t *position;  // in its block, by value
    StrBuf wrong;
} Verify;

[[gnu::format(printf, 2, 3)]] static void fail(Verify *v, const char *format, ...) {
    if (v->wrong.length) return;
    va_list args;
    va_start(args, format);
    strbuf_put_vformat(&v->wrong, format, args);
    va_end(args);
}

static bool reachable(const SsaFunction *f, uint32_t n) { return n == 0 || f->blocks.items[n].preds.count > 0; }

static void locate(Verify *v) {
    for (uint32_t n = 0; n < v->f->blocks.count; n++) {
        const SsaRefVec *insns = &v->f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count; i++) {
            uint32_t r = insns->items[i].i;
            if (v->block_of[r] != UINT32_MAX) fail(v, "value %u is in two places", r);
            v->block_of[r] = n;
            v->position[r] = i;
        }
    }
}

// --- checks

static void check_use(Verify *v, SsaRef used, uint32_t block, uint32_t position, const char *what) {
    uint32_t at = used.i < v->f->insns.count && used.i ? v->block_of[used.i] : UINT32_MAX;
    if (at == UINT32_MAX) return fail(v, "b%u: %s uses value %u, which is nowhere", block, what, used.i);
    if (ssa_at(v->f, used)->type == SSA_TYPE_NONE) return fail(v, "b%u: %s uses %u, which has no value", block, what, used.i);
    if (v->flow.idom[block] == SSA_NO_BLOCK) return;
    bool ok = at == block ? v->position[used.i] < position : ssa_dominates(&v->flow, at, block);
    if (!ok) fail(v, "b%u: %s uses value %u before its definition", block, what, used.i);
}

static void check_phi(Verify *v, uint32_t n, const SsaInsn *phi) {
    const SsaBlock *block = &v->f->blocks.items[n];
    if (phi->nargs != block->preds.count) return fail(v, "b%u: phi with %u operands for %u predecessors", n, phi->nargs, block->preds.count);
    for (uint32_t p = 0; p < phi->nargs; p++) check_use(v, phi->args[p], block->preds.items[p], UINT32_MAX, "phi");
}

// Gives the state that follows from it.
static const SsaState *check_state(Verify *v, const SsaState *s, uint32_t block, uint32_t position, const char *what) {
    for (uint32_t i = 0; i < s->count; i++) check_use(v, s->slots[i].value, block, position, what);
    if (!s->frame) return NULL;
    if (s->frame >= v->f->frames.count) return fail(v, "b%u: %s leaves from a frame that is not there", block, what), NULL;
    const SsaFrame *frame = &v->f->frames.items[s->frame];
    if (frame->callee.i) check_use(v, frame->callee, block, position, what);
    if (frame->result.i) check_use(v, frame->result, block, position, what);
    return frame->call;
}

static void check_insn(Verify *v, uint32_t n, uint32_t position) {
    const SsaInsn *insn = ssa_at(v->f, v->f->blocks.items[n].insns.items[position]);
    const SsaOpInfo *info = ssa_op_info((SsaOp)insn->op);
    if (info->arguments >= 0 && (uint32_t)info->arguments != insn->nargs) fail(v, "b%u: %s has %u operands", n, info->name, insn->nargs);
    if (info->result != SSA_TYPE_INFER && info->result != (SsaType)insn->type) fail(v, "b%u: %s has the wrong type", n, info->name);
    if (insn->fact && insn->type != SSA_TYPE_VALUE) fail(v, "b%u: %s has a fact but is no value", n, info->name);
    if (insn->op == SSA_GUARD_FACT && insn->fact != insn->imm) fail(v, "b%u: %s does not give the fact it guards", n, info->name);
    if (ssa_op_leaves((SsaOp)insn->op) && !insn->state) fail(v, "b%u: %s has no frame state", n, info->name);
    if (insn->op == SSA_PHI) check_phi(v, n, insn);
    else
        for (uint32_t a = 0; a < insn->nargs; a++) check_use(v, insn->args[a], n, position, info->name);
    if (insn->frame && insn->frame >= v->f->frames.count) fail(v, "b%u: %s is in a frame that is not there", n, info->name);
    for (const SsaState *s = insn->state; s && !v->wrong.length; s = check_state(v, s, n, position, info->name)) continue;
}

static bool has_edge(const SsaBlock *from, uint32_t to) {
    return (from->nsucc > 0 && from->succ[0] == to) || (from->nsucc > 1 && from->succ[1] == to);
}

static void check_edges(Verify *v, uint32_t n) {
    const SsaBlock *block = &v->f->blocks.items[n];
    for (uint32_t p = 0; p < block->preds.count; p++)
        if (!has_edge(&v->f->blocks.items[block->preds.items[p]], n)) fail(v, "b%u: predecessor b%u does not go there", n, block->preds.items[p]);
}

static void check_block(Verify *v, uint32_t n) {
    const SsaRefVec *insns = &v->f->blocks.items[n].insns;
    if (!insns->count) return fail(v, "b%u is empty", n);
    bool phis = true;
    for (uint32_t i = 0; i < insns->count; i++) {
        const SsaInsn *insn = ssa_at(v->f, insns->items[i]);
        bool end = ssa_op_info((SsaOp)insn->op)->effect == SSA_EFFECT_END;
        if (end != (i + 1 == insns->count)) fail(v, "b%u: an end inside, or none at the end", n);
        if (insn->op == SSA_PHI && !phis) fail(v, "b%u: a phi after other operations", n);
        phis &= insn->op == SSA_PHI;
        check_insn(v, n, i);
    }
    check_edges(v, n);
}

static uint32_t *unknown(Arena *arena, uint32_t count) {
    uint32_t *items = arena_new_array(arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) items[i] = UINT32_MAX;
    return items;
}

const char *ssa_verify_function(const SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    Verify v = {.f = f, .flow = ssa_flow_find(f, &scratch)};
    v.block_of = unknown(&scratch, f->insns.count);
    v.position = unknown(&scratch, f->insns.count);
    locate(&v);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        if (reachable(f, n)) check_block(&v, n);
    const char *wrong = v.wrong.length ? strbuf_copy(&v.wrong, f->module->arena) : NULL;
    strbuf_fini(&v.wrong);
    arena_fini(&scratch);
    return wrong;
}
