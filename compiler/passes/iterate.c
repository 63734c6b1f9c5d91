// Loops over sequences: a for loop over what is certainly a list, tuple, string or bytes object counts in a register. Its three
// state registers, elsewhere kept in the frame's memory, become values, and the frame states inside the loop say what they would hold.
//
//   before                                after
//   forprep #s v                          (the form constant, for frame states)
//   H: x = fornext #s                     H: i = phi 0 i1;  n = count v;  more = int_lt i n
//      end = is_unbound x                    end = not more
//      branch end X E                        branch end X E
//   E: ...                                E: x = item v i;  i1 = int_fit_add i 1;  ...
//
// The interpreter keeps (list, next index, True), (tuple, next index, False), or an iterator for the others, which ITER_AT makes
// where a frame state is stored. A loop over a range object becomes one over its numbers, (next, how many are left, step), as FORPREP over a call
// of range does (ssa_build_loop.c). Loops entered anywhere else than at their FORPREP are left alone.
//
// Needs SSA_HAS_KINDS and SSA_HAS_FACTS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/bc_flow.h"
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"

typedef struct {
    SsaRef sequence, index, next, form, none;
    SsaRef at_index, at_next;  // iterators, of what has no form of its own; of a range, how many are left
    uint32_t head, body, state;                                     // blocks; the first state register
    SsaFact fact;
} Loop;

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaFlow flow;
    BcLive live;
    uint32_t *block_of;  // by value
} Iterate;

static SsaInsn *at(const Iterate *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaRefVec *insns_of(const Iterate *s, uint32_t n) { return &s->f->blocks.items[n].insns; }
static bool is_indexed(SsaFact fact) { return fact == SSA_FACT_LIST || fact == SSA_FACT_TUPLE; }

static bool is_sequence(SsaFact fact) { return is_indexed(fact) || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES || fact == SSA_FACT_BYTEARRAY; }

// --- finding

// The one FORPREP that leads to the loop of a FORNEXT; none: there is none, or several.
static SsaRef find_prep(const Iterate *s, const SsaInsn *next) {
    SsaRef found = {0};
    for (uint32_t i = 1; i < s->f->insns.count; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        if (insn->op != SSA_FORPREP || s->block_of[i] == SSA_NO_BLOCK || insn->imm != next->imm) continue;
        if (bc_insn_flow(s->f->bc->code[insn->pc], insn->pc).target != next->pc) continue;
        if (!ssa_is_none(found)) return (SsaRef){0};
        found = (SsaRef){i};
    }
    return found;
}

static bool is_looped_over(SsaFact fact) { return is_sequence(fact) || fact == SSA_FACT_RANGE; }

static SsaRef find_use(const Iterate *s, SsaRef v, SsaOp op) {
    for (uint32_t i = 1; i < s->f->insns.count; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        if (insn->op == op && s->block_of[i] != SSA_NO_BLOCK && ssa_same(insn->args[0], v)) return (SsaRef){i};
    }
    return (SsaRef){0};
}

// Where control goes on with the item; SSA_NO_BLOCK: the test has another form.
static uint32_t find_body(const Iterate *s, SsaRef test) {
    const SsaBlock *block = &s->f->blocks.items[s->block_of[test.i]];
    const SsaInsn *end = at(s, vec_last(&block->insns));
    if (end->op != SSA_BRANCH || !ssa_same(end->args[0], test)) return SSA_NO_BLOCK;
    uint32_t body = block->succ[1];
    return s->f->blocks.items[body].preds.count == 1 ? body : SSA_NO_BLOCK;
}

// The loop is entered from its FORPREP alone and goes round by its body alone.
static bool is_entered_once(const Iterate *s, const Loop *l, uint32_t prep) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    uint32_t outside = 0;
    for (uint32_t p = 0; p < preds->count; p++) {
        if (s->flow.order[preds->items[p]] == SSA_NO_BLOCK) return false;
        if (ssa_dominates(&s->flow, l->body, preds->items[p])) continue;
        outside++;
        if (!ssa_dominates(&s->flow, prep, preds->items[p])) return false;
    }
    return outside == 1;
}

// --- making

static SsaRef make(Iterate *s, SsaOp op, const SsaRef *args, uint32_t nargs, uint32_t pc) {
    SsaRef r = ssa_new_insn(s->f, op, args, nargs);
    at(s, r)->pc = pc;
    return r;
}

static SsaRef make_imm(Iterate *s, SsaOp op, int64_t imm, uint32_t pc) {
    SsaRef r = make(s, op, NULL, 0, pc);
    at(s, r)->imm = imm;
    return r;
}

static void insert(Iterate *s, uint32_t block, uint32_t position, SsaRef r) {
    SsaRefVec *insns = insns_of(s, block);
    vec_push(insns, r);
    for (uint32_t i = insns->count - 1; i > position; i--) insns->items[i] = insns->items[i - 1];
    insns->items[position] = r;
}

static uint32_t position_of(const Iterate *s, uint32_t block, SsaRef r) {
    uint32_t i = 0;
    while (!ssa_same(insns_of(s, block)->items[i], r)) i++;
    return i;
}

static SsaState *with_slots(const Iterate *s, const SsaState *old, const Loop *l, SsaRef index, SsaRef iterator) {
    SsaState *state = arena_new(s->f->module->arena, SsaState);
    *state = *old;
    state->slots = arena_new_array(s->f->module->arena, SsaSlot, old->count + 3);
    for (uint32_t i = 0; i < old->count; i++) state->slots[i] = old->slots[i];
    SsaRef values[3] = {is_indexed(l->fact) ? l->sequence : iterator, is_indexed(l->fact) ? index : l->none, l->form};
    if (l->fact == SSA_FACT_RANGE) values[0] = index, values[1] = iterator;
    for (uint32_t i = 0; i < 3; i++)
        if (bc_live_at(&s->live, old->pc, l->state + i)) state->slots[state->count++] = (SsaSlot){l->state + i, values[i]};
    return state;
}

// What the loop is entered with says so, too.
static void tell_entry(Iterate *s, const Loop *l, uint32_t block, SsaRef zero, uint32_t pc) {
    SsaRef end = vec_last(insns_of(s, block)), iterator = {0};
    if (!at(s, end)->state) return;
    if (!is_indexed(l->fact)) {
        iterator = make(s, SSA_ITER_AT, (SsaRef[]){l->sequence, zero}, 2, pc);
        insert(s, block, insns_of(s, block)->count - 1, iterator);
    }
    at(s, end)->state = with_slots(s, at(s, end)->state, l, zero, iterator);
}

// The FORPREP becomes the constant that says the loop's form.
static void make_form(Iterate *s, Loop *l, SsaRef prep) {
    uint32_t pc = at(s, prep)->pc, block = s->block_of[prep.i], position = position_of(s, block, prep);
    SsaRef zero = make_imm(s, SSA_CONST_INT, 0, pc);
    l->none = make_imm(s, SSA_CONST_S, BC_SINGLETON_NONE, pc);
    insert(s, block, position, zero);
    insert(s, block, position, l->none);
    SsaInsn *form = at(s, prep);
    *form = (SsaInsn){.op = SSA_CONST_BOOL, .type = SSA_TYPE_BOOL, .imm = l->fact == SSA_FACT_LIST, .pc = pc};
    if (!is_indexed(l->fact)) *form = (SsaInsn){.op = SSA_CONST_S, .type = SSA_TYPE_VALUE, .imm = BC_SINGLETON_UNBOUND, .pc = pc};
    l->form = prep;
    l->index = make(s, SSA_PHI, NULL, 0, 0);
    at(s, l->index)->type = SSA_TYPE_INT;
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    SsaRef *args = arena_new_array(s->f->module->arena, SsaRef, preds->count);
    for (uint32_t p = 0; p < preds->count; p++) {
        args[p] = ssa_dominates(&s->flow, l->body, preds->items[p]) ? (SsaRef){0} : zero;
        if (args[p].i) tell_entry(s, l, preds->items[p], zero, pc);
    }
    at(s, l->index)->args = args;
    at(s, l->index)->nargs = preds->count;
    insert(s, l->head, 0, l->index);
}

// FORNEXT and its test in the head become a comparison.
static void make_test(Iterate *s, const Loop *l, SsaRef next, SsaRef test) {
    uint32_t pc = at(s, next)->pc, block = s->block_of[next.i], position = position_of(s, block, next);
    SsaRef count = make(s, SSA_COUNT, &l->sequence, 1, pc);
    SsaRef more = make(s, SSA_INT_LT, (SsaRef[]){l->index, count}, 2, pc);
    insns_of(s, block)->items[position] = count;
    insert(s, block, position + 1, more);
    at(s, test)->op = SSA_NOT;
    at(s, test)->args[0] = more;
}

static SsaOp part_op(SsaFact fact) { return fact == SSA_FACT_STR ? SSA_CHAR_AT : is_indexed(fact) ? SSA_ITEM : SSA_BYTE; }

// The body begins with the item and the next index.
static void make_item(Iterate *s, Loop *l, SsaRef next) {
    uint32_t pc = at(s, next)->pc, position = 0;
    SsaRef operands[2] = {l->sequence, l->index};
    if (!is_indexed(l->fact)) insert(s, l->body, position++, l->at_index = make(s, SSA_ITER_AT, operands, 2, pc));
    SsaState *state = with_slots(s, at(s, next)->state, l, l->index, l->at_index);
    SsaRef part = next;
    if (!is_indexed(l->fact)) {
        part = make(s, part_op(l->fact), operands, 2, pc);
        insert(s, l->body, position++, part);
        SsaInsn *whole = at(s, next);
        *whole = (SsaInsn){.op = l->fact == SSA_FACT_STR ? SSA_CHAR : SSA_BOX, .type = SSA_TYPE_VALUE, .pc = pc, .nargs = 1};
        whole->args = arena_new_array(s->f->module->arena, SsaRef, 1);
        whole->args[0] = part;
        whole->fact = l->fact == SSA_FACT_STR ? SSA_FACT_STR : SSA_FACT_NONE;
        whole->state = l->fact == SSA_FACT_STR ? state : NULL;
    } else {
        SsaRef item = make(s, SSA_ITEM, operands, 2, pc);
        *at(s, next) = *at(s, item);
    }
    at(s, part)->state = state;
    at(s, part)->imm = 1;
    insert(s, l->body, position++, next);
    SsaRef one = make_imm(s, SSA_CONST_INT, 1, pc);
    insert(s, l->body, position++, one);
    insert(s, l->body, position++, l->next = make(s, SSA_INT_FIT_ADD, (SsaRef[]){l->index, one}, 2, pc));
    operands[1] = l->next;
    if (!is_indexed(l->fact)) insert(s, l->body, position, l->at_next = make(s, SSA_ITER_AT, operands, 2, pc));
    SsaInsn *phi = at(s, l->index);
    for (uint32_t p = 0; p < phi->nargs; p++)
        if (ssa_is_none(phi->args[p])) phi->args[p] = l->next;
}

// Inside the loop the state registers are what the values say.
static void tell_states(Iterate *s, const Loop *l, uint32_t known) {
    for (uint32_t i = 1; i < known; i++) {
        uint32_t block = s->block_of[i];
        SsaInsn *insn = &s->f->insns.items[i];
        if (!insn->state || block == SSA_NO_BLOCK || s->flow.order[block] == SSA_NO_BLOCK || !ssa_dominates(&s->flow, l->body, block)) continue;
        insn->state = with_slots(s, insn->state, l, l->next, l->at_next);
    }
}

// --- over a range

// A PHI of the head: `start` from outside, `next` from the loop, once that is known.
static SsaRef make_phi(Iterate *s, const Loop *l, SsaRef start) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    SsaRef phi = make(s, SSA_PHI, NULL, 0, 0), *args = arena_new_array(s->f->module->arena, SsaRef, preds->count);
    for (uint32_t p = 0; p < preds->count; p++) args[p] = ssa_dominates(&s->flow, l->body, preds->items[p]) ? (SsaRef){0} : start;
    at(s, phi)->type = SSA_TYPE_INT;
    at(s, phi)->args = args;
    at(s, phi)->nargs = preds->count;
    insert(s, l->head, 0, phi);
    return phi;
}

static void close_phi(Iterate *s, SsaRef phi, SsaRef next) {
    for (uint32_t p = 0; p < at(s, phi)->nargs; p++)
        if (ssa_is_none(at(s, phi)->args[p])) at(s, phi)->args[p] = next;
}

// The FORPREP becomes the step, with start and count before it.
static void make_numbers(Iterate *s, Loop *l, SsaRef prep, SsaRef *start, SsaRef *left) {
    uint32_t pc = at(s, prep)->pc, block = s->block_of[prep.i], position = position_of(s, block, prep);
    SsaState *state = at(s, prep)->state;
    SsaRef parts[3], numbers[3];
    for (uint32_t i = 0; i < 3; i++) {
        insert(s, block, position++, parts[i] = make(s, SSA_RANGE_PART, &l->sequence, 1, pc));
        at(s, parts[i])->imm = i;
        numbers[i] = make(s, SSA_UNBOX_INT, &parts[i], 1, pc);
        at(s, numbers[i])->state = state;
        if (i < 2) insert(s, block, position++, numbers[i]);
    }
    *at(s, prep) = *at(s, numbers[2]);
    l->form = numbers[2] = prep;
    *start = numbers[0];
    insert(s, block, position + 1, *left = make(s, SSA_RANGE_COUNT, numbers, 3, pc));
    at(s, *left)->state = state;
}

static void tell_range_entry(Iterate *s, const Loop *l, SsaRef start, SsaRef left) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    for (uint32_t p = 0; p < preds->count; p++) {
        SsaInsn *end = at(s, vec_last(insns_of(s, preds->items[p])));
        if (!ssa_dominates(&s->flow, l->body, preds->items[p]) && end->state) end->state = with_slots(s, end->state, l, start, left);
    }
}

// The body begins with the number, the next one, and how many are left then.
static void make_number(Iterate *s, Loop *l, SsaRef next) {
    uint32_t pc = at(s, next)->pc, position = 0;
    SsaInsn *whole = at(s, next);
    *whole = (SsaInsn){.op = SSA_BOX, .type = SSA_TYPE_VALUE, .pc = pc, .nargs = 1, .args = arena_new_array(s->f->module->arena, SsaRef, 1)};
    whole->args[0] = l->index;
    insert(s, l->body, position++, next);
    SsaRef less = make_imm(s, SSA_CONST_INT, -1, pc);
    insert(s, l->body, position++, less);
    insert(s, l->body, position++, l->next = make(s, SSA_INT_FIT_ADD, (SsaRef[]){l->index, l->form}, 2, pc));
    insert(s, l->body, position, l->at_next = make(s, SSA_INT_FIT_ADD, (SsaRef[]){l->at_index, less}, 2, pc));
    close_phi(s, l->index, l->next);
    close_phi(s, l->at_index, l->at_next);
}

// FORNEXT goes from the head, and its test asks whether numbers are left: the body is the first successor, as in all counted loops.
static void count_numbers(Iterate *s, Loop *l, SsaRef prep, SsaRef next, SsaRef test) {
    SsaRef start, left;
    make_numbers(s, l, prep, &start, &left);
    tell_range_entry(s, l, start, left);
    SsaRefVec *insns = insns_of(s, l->head);
    uint32_t gone = position_of(s, l->head, next);
    for (uint32_t i = gone; i + 1 < insns->count; i++) insns->items[i] = insns->items[i + 1];
    insns->count--;
    l->at_index = make_phi(s, l, left);
    l->index = make_phi(s, l, start);
    at(s, test)->op = SSA_IN_RANGE;
    at(s, test)->args[0] = l->at_index;
    SsaBlock *tested = &s->f->blocks.items[s->block_of[test.i]];  // the head, or behind it where a handler covers the loop
    uint32_t out = tested->succ[0];
    tested->succ[0] = tested->succ[1];
    tested->succ[1] = out;
    make_number(s, l, next);
}

static bool rewrite(Iterate *s, SsaRef next) {
    SsaRef prep = find_prep(s, at(s, next)), test = find_use(s, next, SSA_IS_UNBOUND);
    if (ssa_is_none(prep) || ssa_is_none(test) || !at(s, next)->state) return false;
    Loop l = {.sequence = at(s, prep)->args[0], .state = (uint32_t)at(s, next)->imm, .head = s->block_of[next.i], .body = find_body(s, test)};
    l.fact = ssa_fact(s->f, l.sequence);
    if (!is_looped_over(l.fact) || (l.fact == SSA_FACT_RANGE && !at(s, prep)->state) || l.body == SSA_NO_BLOCK || !is_entered_once(s, &l, s->block_of[prep.i])) return false;
    uint32_t known = s->f->insns.count;
    SsaRefVec *insns = insns_of(s, l.head);
    uint32_t phis = 0;
    while (at(s, insns->items[phis])->op == SSA_PHI) phis++;
    if (!ssa_same(insns->items[phis], next)) return false;
    if (l.fact == SSA_FACT_RANGE) {
        count_numbers(s, &l, prep, next, test);
    } else {
        make_form(s, &l, prep);
        make_test(s, &l, next, test);
        make_item(s, &l, next);
    }
    s->block_of[next.i] = SSA_NO_BLOCK;  // has its state already
    tell_states(s, &l, known);
    return true;
}

static SsaRef find_next(const Iterate *s, uint32_t from) {
    for (uint32_t i = from; i < s->f->insns.count; i++)
        if (s->f->insns.items[i].op == SSA_FORNEXT && s->block_of[i] != SSA_NO_BLOCK) return (SsaRef){i};
    return (SsaRef){0};
}

void pass_iterate(SsaFunction *f) {
    Iterate s = {.f = f};
    arena_init(&s.scratch);
    s.block_of = ssa_blocks_of_values(f, &s.scratch);
    SsaRef next = find_next(&s, 1);
    if (!ssa_is_none(next)) {
        s.flow = ssa_flow_find(f, &s.scratch);
        s.live = bc_live_find(f->module->bc, f->bc, &s.scratch);
    }
    while (!ssa_is_none(next)) {
        uint32_t from = next.i + 1;
        if (rewrite(&s, next)) {
            s.block_of = ssa_blocks_of_values(f, &s.scratch);
            from = 1;
        }
        next = find_next(&s, from);
    }
    arena_fini(&s.scratch);
}
