// What does not change in a loop is done before it: guards, items of lists that the loop does not store to, constants and what is
// computed from such. What may leave is moved with the frame state the loop is entered with, and only where every round of the loop
// would do it; then it leaves before the first round instead of in it.
//
// A loop that may wait for another task reads memory anew in every round. Inner loops come first, so that what leaves one can leave
// the next.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaFlow flow;
    uint32_t *block_of;  // by value
} Hoist;

typedef struct {
    uint32_t head, before;  // before: the block that enters it
    const SsaState *entry;
    bool calls, stores_items, counts;
} Loop;

static SsaInsn *at(const Hoist *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaEffect effect_of(const SsaInsn *insn) { return ssa_op_info((SsaOp)insn->op)->effect; }

// --- where to

// A block of its own on every branch into a loop, with the state the branch had.
static void split_edge(SsaFunction *f, uint32_t from, uint32_t which) {
    uint32_t between = ssa_new_block(f), to = f->blocks.items[from].succ[which];
    SsaRef jump = ssa_new_insn(f, SSA_JUMP, NULL, 0);
    const SsaInsn *branch = ssa_at(f, vec_last(&f->blocks.items[from].insns));
    ssa_at(f, jump)->state = branch->state;
    ssa_at(f, jump)->pc = branch->pc;
    vec_push(&f->blocks.items[between].insns, jump);
    f->blocks.items[from].succ[which] = between;
    f->blocks.items[between].succ[0] = to;
    f->blocks.items[between].nsucc = 1;
    vec_push(&f->blocks.items[between].preds, from);
    SsaBlockVec *preds = &f->blocks.items[to].preds;
    for (uint32_t p = 0; p < preds->count; p++)
        if (preds->items[p] == from) preds->items[p] = between;
}

static void split_entries(Hoist *s) {
    uint32_t count = s->f->blocks.count;
    for (uint32_t n = 0; n < count; n++) {
        const SsaBlock *block = &s->f->blocks.items[n];
        if (!block->insns.count || s->flow.order[n] == SSA_NO_BLOCK) continue;
        const SsaInsn *end = at(s, vec_last(&block->insns));
        if (end->op != SSA_BRANCH || !end->state) continue;
        for (uint32_t i = 0; i < 2; i++) {
            uint32_t to = s->f->blocks.items[n].succ[i];
            if (s->flow.loop[to] == to && s->f->blocks.items[to].pc == end->state->pc && !ssa_in_loop(&s->flow, n, to)) {
                split_edge(s->f, n, i);
                break;
            }
        }
    }
}

// The one block that enters the loop, when it knows with what.
static bool find_entry(const Hoist *s, Loop *l) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    uint32_t found = 0;
    for (uint32_t p = 0; p < preds->count; p++) {
        if (s->flow.order[preds->items[p]] == SSA_NO_BLOCK || ssa_in_loop(&s->flow, preds->items[p], l->head)) continue;
        l->before = preds->items[p];
        found++;
    }
    if (found != 1) return false;
    const SsaInsn *end = at(s, vec_last(&s->f->blocks.items[l->before].insns));
    l->entry = end->state;
    return end->op == SSA_JUMP && end->state && end->state->pc == s->f->blocks.items[l->head].pc;
}

// --- what the loop does

static void note_effects(Loop *l, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PUT_ITEM: case SSA_APPEND: case SSA_POP_ITEM: case SSA_APPEND_BYTE: l->stores_items = true; return;
    case SSA_IN_RANGE: case SSA_COUNT: case SSA_GETGLOBAL: case SSA_GETCELL: case SSA_GETFREE: case SSA_CHECK_LOCAL: return;
    default: l->calls |= effect_of(insn) == SSA_EFFECT_RAISE;
    }
}

static bool counts(const Hoist *s, uint32_t head) {
    const SsaRefVec *insns = &s->f->blocks.items[head].insns;
    for (uint32_t i = 0; i < insns->count; i++)
        if (at(s, insns->items[i])->op == SSA_IN_RANGE || at(s, insns->items[i])->op == SSA_COUNT) return true;
    return false;
}

static void look_at(const Hoist *s, Loop *l) {
    l->counts = counts(s, l->head);
    for (uint32_t i = 0; i < s->flow.count; i++) {
        uint32_t n = s->flow.sequence[i];
        if (!ssa_in_loop(&s->flow, n, l->head)) continue;
        const SsaRefVec *insns = &s->f->blocks.items[n].insns;
        for (uint32_t k = 0; k < insns->count; k++) note_effects(l, at(s, insns->items[k]));
    }
}

// --- what can move

static bool is_outside(const Hoist *s, const Loop *l, SsaRef r) {
    uint32_t block = s->block_of[r.i];
    return block != SSA_NO_BLOCK && !ssa_in_loop(&s->flow, block, l->head);
}

static bool is_steady(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (!is_outside(s, l, insn->args[i])) return false;
    return true;
}

static bool is_immutable(SsaFact fact) { return fact == SSA_FACT_TUPLE || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES; }

// Does the operation read the same in every round?
static bool reads_same(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_ITEM: case SSA_LENGTH: case SSA_CHAR_AT: case SSA_BYTE:
        if (is_immutable(ssa_fact(s->f, insn->args[0]))) return true;
        return insn->op != SSA_BYTE && !l->calls && !l->stores_items && l->counts;
    case SSA_GUARD_FACT: case SSA_UNBOX_INT: case SSA_UNBOX_FLOAT: return true;
    default: return false;
    }
}

static bool is_every_round(const Hoist *s, const Loop *l, uint32_t n) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t latch = preds->items[p];
        if (latch != l->before && s->flow.order[latch] != SSA_NO_BLOCK && !ssa_dominates(&s->flow, n, latch)) return false;
    }
    return true;
}

static bool can_move(const Hoist *s, const Loop *l, uint32_t n, const SsaInsn *insn) {
    bool bound = insn->op == SSA_PHI || insn->op == SSA_PARAM || insn->op == SSA_FUNCTION_OF;  // to their places
    if (bound || !is_steady(s, l, insn)) return false;
    SsaEffect effect = effect_of(insn);
    if (effect == SSA_EFFECT_PURE) return true;
    return (effect == SSA_EFFECT_EXIT || reads_same(s, l, insn)) && is_every_round(s, l, n);
}

static void move_before(Hoist *s, const Loop *l, SsaRef r) {
    SsaRefVec *insns = &s->f->blocks.items[l->before].insns;
    SsaRef end = vec_last(insns);
    vec_last(insns) = r;
    vec_push(insns, end);
    s->block_of[r.i] = l->before;
    SsaInsn *insn = at(s, r);
    if (!insn->state) return;
    insn->state = arena_new(s->f->module->arena, SsaState);
    *insn->state = *l->entry;
}

static void empty_block(Hoist *s, const Loop *l, uint32_t n) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < insns->count; i++) {
        SsaRef r = insns->items[i];
        if (can_move(s, l, n, at(s, r))) move_before(s, l, r);
        else insns->items[kept++] = r;
    }
    insns->count = kept;
}

static void hoist_loop(Hoist *s, uint32_t head) {
    Loop l = {.head = head};
    if (!find_entry(s, &l)) return;
    look_at(s, &l);
    for (uint32_t i = s->flow.count; i-- > 0;)
        if (ssa_in_loop(&s->flow, s->flow.sequence[i], head)) empty_block(s, &l, s->flow.sequence[i]);
}

void pass_hoist(SsaFunction *f) {
    Hoist s = {.f = f};
    arena_init(&s.scratch);
    s.flow = ssa_flow_find(f, &s.scratch);
    split_entries(&s);
    s.flow = ssa_flow_find(f, &s.scratch);
    s.block_of = ssa_blocks_of_values(f, &s.scratch);
    for (uint32_t i = 0; i < s.flow.count; i++)
        if (s.flow.loop[s.flow.sequence[i]] == s.flow.sequence[i]) hoist_loop(&s, s.flow.sequence[i]);
    arena_fini(&s.scratch);
}
