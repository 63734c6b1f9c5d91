// What does not change in a loop is done before it: guards, fields and items that the loop does not store to, constants and what is
// computed from such. What may leave is moved with the frame state the loop is entered with, and only where every round of the loop
// would do it, in one place or in several that are alike; then it leaves before the first round instead of in it.
//
// A loop that stores to items reads those of other lists before it all the same, when the lists it stores to are known before the loop:
// they are tested not to be the same (GUARD_APART). So rows of a table that is filled are found once.
//
// Method: what can move is decided first, assuming that all lists stored to can be known before; should one not be, it is
// decided again without. A loop that may wait for another task reads memory anew in every round. Inner loops come first, so that what
// leaves one can leave the next.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"
#include "predict.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaFlow flow;
    uint32_t *block_of;  // by value
    uint32_t room;       // in the tables by value, for the tests made on the way, too
    bool *moves;         // by value: out of the loop being looked at
    SsaRef *map;         // what was moved twice stands for what was moved first
} Hoist;

typedef struct {
    uint32_t head, before;   // before: the block that enters it
    const SsaState *entry;
    SsaBlockVec blocks;      // of the loop, in an order that has definitions first
    SsaRefVec puts;          // what stores to items of lists, or makes them longer or shorter
    SsaRefVec tests;         // of shapes
    SsaRefVec moved;
    uint32_t reads;          // of items and lengths
    uint64_t fields;         // places of fields stored to, modulo 64
    bool runs_code, changes_shapes, changes_lengths, waits, apart;  // apart: lists stored to may be told from those read
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
    ssa_at(f, jump)->frame = branch->frame;
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

enum { GUARDS_MAX = 256 };

static void note_effects(const Hoist *s, Loop *l, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (insn->op == SSA_PUT_ITEM || insn->op == SSA_APPEND || insn->op == SSA_POP_ITEM) vec_push(&l->puts, r);
    if (insn->op == SSA_GUARD_SHAPE || insn->op == SSA_IS_SHAPE) vec_push(&l->tests, r);
    if (insn->op == SSA_SETFIELD) l->fields |= 1ull << insn->imm % 64;
    l->changes_shapes |= insn->op == SSA_SETFIELD && insn->aux;
    l->changes_lengths |= insn->op == SSA_APPEND || insn->op == SSA_POP_ITEM;
    l->reads += insn->op == SSA_ITEM || insn->op == SSA_LENGTH || insn->op == SSA_COUNT;
    l->runs_code |= pass_runs_code(insn) || insn->op == SSA_YIELD;
}

static void look_at(const Hoist *s, Loop *l) {
    const Predict *p = s->f->module->predict;
    for (uint32_t i = s->flow.count; i-- > 0;) {
        uint32_t n = s->flow.sequence[i];
        if (!ssa_in_loop(&s->flow, n, l->head)) continue;
        vec_push(&l->blocks, n);
        const SsaRefVec *insns = &s->f->blocks.items[n].insns;
        for (uint32_t k = 0; k < insns->count; k++) note_effects(s, l, insns->items[k]);
    }
    l->changes_shapes |= l->runs_code && !(p && predict_is_sealed(p));
    l->waits = pass_loop_waits(s->f, &s->flow, l->head);
    l->apart = ssa_may_guess(s->f, l->entry) && s->f->insns.count + l->puts.count * l->reads <= s->room;
}

// --- what is the same before the loop

static SsaRef now_for(const Hoist *s, SsaRef r) {
    while (s->map[r.i].i) r = s->map[r.i];
    return r;
}

static bool is_outside(const Hoist *s, const Loop *l, SsaRef r) {
    uint32_t block = s->block_of[r.i];
    return block != SSA_NO_BLOCK && !ssa_in_loop(&s->flow, block, l->head);
}

static bool is_known_before(const Hoist *s, const Loop *l, SsaRef r) { return s->moves[r.i] || is_outside(s, l, now_for(s, r)); }

static bool is_steady(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (!is_known_before(s, l, insn->args[i])) return false;
    return true;
}

enum { ALIKE_DEPTH = 6 };

// Do both give the same, as far as moving them shows?
static bool are_alike(const Hoist *s, SsaRef a, SsaRef b, uint32_t depth) {
    a = now_for(s, a), b = now_for(s, b);
    if (ssa_same(a, b)) return true;
    const SsaInsn *x = at(s, a), *y = at(s, b);
    if (!depth || x->op != y->op || x->type != y->type || x->imm != y->imm || x->aux != y->aux || x->nargs != y->nargs) return false;
    if (x->op == SSA_PHI || effect_of(x) == SSA_EFFECT_RAISE || (!x->nargs && effect_of(x) != SSA_EFFECT_PURE)) return false;
    for (uint32_t i = 0; i < x->nargs; i++)
        if (!are_alike(s, x->args[i], y->args[i], depth - 1)) return false;
    return true;
}

static SsaRef untested(const Hoist *s, SsaRef r) {
    while (at(s, now_for(s, r))->op == SSA_GUARD_FACT) r = at(s, now_for(s, r))->args[0];
    return now_for(s, r);
}

static bool is_immutable(SsaFact fact) { return fact == SSA_FACT_TUPLE || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES; }

// No store of the loop is to the list itself, whatever its name.
static bool items_stay(const Hoist *s, const Loop *l, SsaRef list) {
    if (l->runs_code || l->waits || (l->puts.count && !l->apart)) return false;
    for (uint32_t i = 0; i < l->puts.count; i++)
        if (are_alike(s, untested(s, list), untested(s, at(s, l->puts.items[i])->args[0]), ALIKE_DEPTH)) return false;
    return true;
}

// A test of the object's shape that stays inside may be what makes the field be there.
static bool field_stays(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    if (l->runs_code || l->changes_shapes || l->waits || l->fields >> insn->imm % 64 & 1) return false;
    for (uint32_t i = 0; i < l->tests.count; i++)
        if (!s->moves[l->tests.items[i].i] && ssa_same(now_for(s, at(s, l->tests.items[i])->args[0]), now_for(s, insn->args[0]))) return false;
    return true;
}

// Does the operation find the same in every round?
static bool reads_same(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    SsaFact fact = insn->nargs ? ssa_fact(s->f, insn->args[0]) : SSA_FACT_NONE;
    switch ((SsaOp)insn->op) {
    case SSA_ITEM: return is_immutable(fact) || items_stay(s, l, insn->args[0]);
    case SSA_LENGTH: case SSA_COUNT:
        if (fact != SSA_FACT_LIST) return is_immutable(fact);
        return l->changes_lengths ? items_stay(s, l, insn->args[0]) : !l->runs_code && !l->waits;
    case SSA_BYTE: case SSA_CHAR_AT: return is_immutable(fact);
    case SSA_FIELD: return field_stays(s, l, insn);
    case SSA_GUARD_SHAPE: return !l->changes_shapes && !l->waits;
    case SSA_HOME_GUARD: case SSA_GUARD_CLASS: return !l->runs_code && !l->waits;
    case SSA_GUARD_FACT: case SSA_GUARD_APART: case SSA_KNOWN: case SSA_KNOWN_GUARD: case SSA_RANGE_GUARD: case SSA_RANGE_COUNT: return true;
    case SSA_INT_FLOORDIV: case SSA_INT_MOD: case SSA_INT_DIV: case SSA_INT_SHL: case SSA_INT_SHR: case SSA_FLOAT_DIV: case SSA_FLOAT_SQRT:
    case SSA_FLOAT_POW: return true;
    default: return effect_of(insn) == SSA_EFFECT_EXIT;
    }
}

// --- is it done in every round?

static bool has_alike(const Hoist *s, uint32_t n, SsaRef r) {
    const SsaRefVec *insns = &s->f->blocks.items[n].insns;
    for (uint32_t i = 0; i < insns->count; i++)
        if (at(s, insns->items[i])->op == at(s, r)->op && are_alike(s, insns->items[i], r, ALIKE_DEPTH)) return true;
    return false;
}

static bool jumps_back(const SsaBlock *block, const Loop *l) {
    return (block->nsucc > 0 && block->succ[0] == l->head) || (block->nsucc > 1 && block->succ[1] == l->head);
}

enum { PLACES_MAX = 32 };

// Does every way round the loop pass one of the places that are alike?
static bool is_passed(const Hoist *s, const Loop *l, SsaRef r) {
    if (l->blocks.count > PLACES_MAX) return false;
    bool without[PLACES_MAX] = {true};  // by place in l->blocks: reached without it
    for (uint32_t i = 0; i < l->blocks.count; i++) {
        uint32_t n = l->blocks.items[i];
        const SsaBlock *block = &s->f->blocks.items[n];
        for (uint32_t p = 0; i && p < block->preds.count; p++)
            for (uint32_t k = 0; k < i; k++) without[i] |= l->blocks.items[k] == block->preds.items[p] && without[k];
        if (without[i] && has_alike(s, n, r)) without[i] = false;
        if (without[i] && jumps_back(block, l)) return false;
    }
    return true;
}

static bool is_every_round(const Hoist *s, const Loop *l, uint32_t n, SsaRef r) {
    const SsaBlockVec *preds = &s->f->blocks.items[l->head].preds;
    bool dominates = true;
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t latch = preds->items[p];
        dominates &= latch == l->before || s->flow.order[latch] == SSA_NO_BLOCK || ssa_dominates(&s->flow, n, latch);
    }
    return dominates || is_passed(s, l, r);
}

// --- moving

static bool can_move(const Hoist *s, const Loop *l, uint32_t n, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    bool bound = insn->op == SSA_PHI || insn->op == SSA_PARAM || insn->op == SSA_FUNCTION_OF || insn->op == SSA_METHOD_OF || insn->op == SSA_OBJECT_AT;  // to their places
    if (bound || !is_steady(s, l, insn)) return false;
    return effect_of(insn) == SSA_EFFECT_PURE || (reads_same(s, l, insn) && is_every_round(s, l, n, r));
}

static bool decide_round(Hoist *s, const Loop *l) {
    bool changed = false;
    for (uint32_t i = 0; i < l->blocks.count; i++) {
        const SsaRefVec *insns = &s->f->blocks.items[l->blocks.items[i]].insns;
        for (uint32_t k = 0; k < insns->count; k++) {
            SsaRef r = insns->items[k];
            if (s->moves[r.i] || !can_move(s, l, l->blocks.items[i], r)) continue;
            s->moves[r.i] = changed = true;
        }
    }
    return changed;
}

static void stay_all(Hoist *s, const Loop *l) {
    for (uint32_t i = 0; i < l->blocks.count; i++) {
        const SsaRefVec *insns = &s->f->blocks.items[l->blocks.items[i]].insns;
        for (uint32_t k = 0; k < insns->count; k++) s->moves[insns->items[k].i] = false;
    }
}

static bool puts_are_known(const Hoist *s, const Loop *l) {
    for (uint32_t i = 0; i < l->puts.count; i++)
        if (!is_known_before(s, l, at(s, l->puts.items[i])->args[0])) return false;
    return true;
}

static void decide(Hoist *s, Loop *l) {
    while (decide_round(s, l)) continue;
    if (!l->apart || puts_are_known(s, l)) return;
    l->apart = false;
    stay_all(s, l);
    while (decide_round(s, l)) continue;
}

static void put_before(Hoist *s, const Loop *l, SsaRef r) {
    SsaRefVec *insns = &s->f->blocks.items[l->before].insns;
    SsaRef end = vec_last(insns);
    vec_last(insns) = r;
    vec_push(insns, end);
    s->block_of[r.i] = l->before;
}

static void leave_with_entry(Hoist *s, const Loop *l, SsaRef r) {
    SsaState *state = arena_new(s->f->module->arena, SsaState);
    *state = *l->entry;
    at(s, r)->state = state;
}

static void move_before(Hoist *s, Loop *l, SsaRef r) {
    s->moves[r.i] = false;
    for (uint32_t i = 0; i < l->moved.count; i++) {
        if (at(s, l->moved.items[i])->op != at(s, r)->op || !are_alike(s, l->moved.items[i], r, ALIKE_DEPTH)) continue;
        s->map[r.i] = l->moved.items[i];
        return;
    }
    vec_push(&l->moved, r);
    put_before(s, l, r);
    if (at(s, r)->frame != l->entry->frame) at(s, r)->pc = l->entry->pc;
    at(s, r)->frame = l->entry->frame;
    if (at(s, r)->state) leave_with_entry(s, l, r);
}

static void empty_block(Hoist *s, Loop *l, uint32_t n) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < insns->count; i++) {
        if (s->moves[insns->items[i].i]) move_before(s, l, insns->items[i]);
        else insns->items[kept++] = insns->items[i];
    }
    insns->count = kept;
}

// --- lists that must not be the same

static bool depends_on_puts(const Hoist *s, const Loop *l, const SsaInsn *insn) {
    if (ssa_fact(s->f, insn->args[0]) != SSA_FACT_LIST) return false;
    return insn->op == SSA_ITEM || ((insn->op == SSA_LENGTH || insn->op == SSA_COUNT) && l->changes_lengths);
}

static bool is_tested(const Hoist *s, const Loop *l, SsaRef a, SsaRef b) {
    for (uint32_t i = 0; i < l->moved.count; i++) {
        const SsaInsn *insn = at(s, l->moved.items[i]);
        if (insn->op == SSA_GUARD_APART && ssa_same(insn->args[0], a) && ssa_same(insn->args[1], b)) return true;
    }
    return false;
}

static void test_apart(Hoist *s, Loop *l, SsaRef a, SsaRef b) {
    if (is_tested(s, l, a, b)) return;
    SsaRef guard = ssa_new_insn(s->f, SSA_GUARD_APART, (SsaRef[]){a, b}, 2);
    put_before(s, l, guard);
    leave_with_entry(s, l, guard);
    at(s, guard)->pc = l->entry->pc;
    at(s, guard)->frame = l->entry->frame;
    vec_push(&l->moved, guard);
}

static void test_lists(Hoist *s, Loop *l) {
    uint32_t count = l->moved.count;
    for (uint32_t i = 0; i < count; i++) {
        if (!at(s, l->moved.items[i])->nargs || !depends_on_puts(s, l, at(s, l->moved.items[i]))) continue;
        for (uint32_t p = 0; p < l->puts.count; p++)
            test_apart(s, l, untested(s, at(s, l->moved.items[i])->args[0]), untested(s, at(s, l->puts.items[p])->args[0]));
    }
}

static void hoist_loop(Hoist *s, uint32_t head) {
    Loop l = {.head = head};
    if (!find_entry(s, &l)) return;
    look_at(s, &l);
    decide(s, &l);
    for (uint32_t i = 0; i < l.blocks.count; i++) empty_block(s, &l, l.blocks.items[i]);
    test_lists(s, &l);
    vec_fini(&l.blocks);
    vec_fini(&l.puts);
    vec_fini(&l.tests);
    vec_fini(&l.moved);
}

static void make_tables(Hoist *s) {
    const uint32_t *block_of = ssa_blocks_of_values(s->f, &s->scratch);
    s->room = s->f->insns.count + GUARDS_MAX;
    s->block_of = arena_new_array(&s->scratch, uint32_t, s->room);
    s->moves = arena_new_array(&s->scratch, bool, s->room);
    s->map = arena_new_array(&s->scratch, SsaRef, s->room);
    for (uint32_t i = 0; i < s->room; i++) s->block_of[i] = i < s->f->insns.count ? block_of[i] : SSA_NO_BLOCK;
}

void pass_hoist(SsaFunction *f) {
    Hoist s = {.f = f};
    arena_init(&s.scratch);
    s.flow = ssa_flow_find(f, &s.scratch);
    split_entries(&s);
    s.flow = ssa_flow_find(f, &s.scratch);
    make_tables(&s);
    for (uint32_t i = 0; i < s.flow.count; i++)
        if (s.flow.loop[s.flow.sequence[i]] == s.flow.sequence[i]) hoist_loop(&s, s.flow.sequence[i]);
    ssa_rename(f, s.map);
    arena_fini(&s.scratch);
}
