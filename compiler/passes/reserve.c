// Lists that a loop fills get their room before it: a list made empty, to which a counted loop appends in every round, grows once instead of
// again and again.
//
//   before                                after
//   l = list                              l = list
//   jump H                                reserve l n
//                                         jump H
//   H: more = in_range left (n, ...)      H: ...
//
// n is how many rounds a loop over a range has, or how many items the sequence has when the loop begins. It is a hint: a loop that is left early
// has taken too much, a list that grows meanwhile goes on growing.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"

typedef struct {
    SsaFunction *f;
    SsaFlow flow;
    uint32_t *block_of;  // by value
} Reserve;

static SsaInsn *at(const Reserve *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaBlock *block(const Reserve *s, uint32_t n) { return &s->f->blocks.items[n]; }

static void insert_last(const Reserve *s, uint32_t n, SsaRef r) {
    SsaRefVec *insns = &block(s, n)->insns;
    SsaRef end = vec_last(insns);
    insns->items[insns->count - 1] = r;
    vec_push(insns, end);
}

// The one block that enters the loop, by nothing but a jump; SSA_NO_BLOCK: there is none.
static uint32_t find_entry(const Reserve *s, uint32_t head) {
    const SsaBlockVec *preds = &block(s, head)->preds;
    uint32_t entry = SSA_NO_BLOCK;
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t from = preds->items[p];
        if (s->flow.order[from] == SSA_NO_BLOCK) return SSA_NO_BLOCK;
        if (ssa_in_loop(&s->flow, from, head)) continue;
        if (entry != SSA_NO_BLOCK || block(s, from)->nsucc != 1) return SSA_NO_BLOCK;
        entry = from;
    }
    return entry;
}

static bool is_in_each_round(const Reserve *s, uint32_t n, uint32_t head) {
    const SsaBlockVec *preds = &block(s, head)->preds;
    for (uint32_t p = 0; p < preds->count; p++)
        if (ssa_in_loop(&s->flow, preds->items[p], head) && !ssa_dominates(&s->flow, n, preds->items[p])) return false;
    return true;
}

static bool is_known_at(const Reserve *s, SsaRef r, uint32_t n) {
    uint32_t from = s->block_of[r.i];
    return from != SSA_NO_BLOCK && s->flow.order[from] != SSA_NO_BLOCK && ssa_dominates(&s->flow, from, n);
}

// What the PHI has when the loop is entered; none: it is no PHI of the head.
static SsaRef on_entry(const Reserve *s, SsaRef phi, uint32_t head, uint32_t entry) {
    const SsaInsn *insn = at(s, phi);
    if (insn->op != SSA_PHI || s->block_of[phi.i] != head) return (SsaRef){0};
    for (uint32_t p = 0; p < insn->nargs; p++)
        if (block(s, head)->preds.items[p] == entry) return insn->args[p];
    return (SsaRef){0};
}

// COUNT of the same sequence, made before the loop.
static SsaRef count_before(const Reserve *s, SsaRef count, uint32_t entry) {
    const SsaInsn *insn = at(s, count);
    if (insn->op != SSA_COUNT || !is_known_at(s, insn->args[0], entry)) return (SsaRef){0};
    if (is_known_at(s, count, entry)) return count;
    SsaRef r = ssa_new_insn(s->f, SSA_COUNT, insn->args, 1);
    at(s, r)->pc = at(s, count)->pc;
    insert_last(s, entry, r);
    return r;
}

// How many rounds the loop has; none: it is not counted.
static SsaRef find_rounds(const Reserve *s, uint32_t head, uint32_t entry) {
    const SsaInsn *end = at(s, vec_last(&block(s, head)->insns));
    if (end->op != SSA_BRANCH) return (SsaRef){0};
    const SsaInsn *test = at(s, end->args[0]);
    if (test->op == SSA_IN_RANGE) return on_entry(s, test->args[0], head, entry);
    if (test->op == SSA_NOT) test = at(s, test->args[0]);
    if (test->op != SSA_INT_LT) return (SsaRef){0};
    SsaRef first = on_entry(s, test->args[0], head, entry);
    bool from_start = !ssa_is_none(first) && at(s, first)->op == SSA_CONST_INT && at(s, first)->imm == 0;
    return from_start ? count_before(s, test->args[1], entry) : (SsaRef){0};
}

// Is the list made for this loop, once each time it is entered?
static bool is_made_for(const Reserve *s, SsaRef list, uint32_t head) {
    const SsaInsn *insn = at(s, list);
    uint32_t from = s->block_of[list.i];
    return insn->op == SSA_LIST && insn->nargs == 0 && from != SSA_NO_BLOCK && s->flow.order[from] != SSA_NO_BLOCK &&
           s->flow.loop[from] == s->flow.outer[head] && ssa_dominates(&s->flow, from, head);
}

static void reserve(const Reserve *s, const SsaInsn *append, uint32_t n) {
    uint32_t head = s->flow.loop[n], pc = append->pc;
    SsaRef list = append->args[0];
    if (head == SSA_NO_BLOCK || !is_made_for(s, list, head) || !is_in_each_round(s, n, head)) return;
    uint32_t entry = find_entry(s, head);
    SsaRef rounds = entry == SSA_NO_BLOCK ? (SsaRef){0} : find_rounds(s, head, entry);
    if (ssa_is_none(rounds)) return;
    SsaRef r = ssa_new_insn(s->f, SSA_RESERVE, (SsaRef[]){list, rounds}, 2);
    at(s, r)->pc = pc;
    insert_last(s, entry, r);
}

void pass_reserve(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    Reserve s = {.f = f, .flow = ssa_flow_find(f, &scratch), .block_of = ssa_blocks_of_values(f, &scratch)};
    for (uint32_t i = 0; i < s.flow.count; i++) {
        uint32_t n = s.flow.sequence[i];
        for (uint32_t k = 0; k < block(&s, n)->insns.count; k++) {
            SsaInsn insn = *at(&s, block(&s, n)->insns.items[k]);
            if (insn.op == SSA_APPEND) reserve(&s, &insn, n);
        }
    }
    arena_fini(&scratch);
}
