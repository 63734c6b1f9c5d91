// Tests of shapes that hold anyway are dropped: what was tested, stored or known on entry on every path here, with nothing in between
// that could give the object another shape. In a sealed module (predict_seal.c) nothing can; else calls and what may call do.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"
#include "predict.h"

typedef struct {
    SsaRef object;
    uint64_t cells;
} ShapeFact;

typedef struct {
    SsaFunction *f;
    bool sealed;
    VEC(ShapeFact) facts;
    uint32_t words;       // of a set of facts
    uint64_t *in;         // by block
} Shapes;

static uint32_t number_of(Shapes *s, SsaRef object, uint64_t cells) {
    for (uint32_t i = 0; i < s->facts.count; i++)
        if (ssa_same(s->facts.items[i].object, object) && s->facts.items[i].cells == cells) return i;
    vec_push(&s->facts, {object, cells});
    return s->facts.count - 1;
}

// What the instruction makes true; none: object is none.
static ShapeFact fact_made(const SsaInsn *insn) {
    if (insn->op == SSA_GUARD_SHAPE) return (ShapeFact){insn->args[0], (uint64_t)insn->imm};
    if (insn->op == SSA_SETFIELD && insn->aux) return (ShapeFact){insn->args[0], insn->aux};
    return (ShapeFact){0};
}

static bool is_among(uint64_t cell, uint64_t cells) {
    for (; cells; cells >>= 16)
        if ((cells & 0xFFFF) == cell) return true;
    return false;
}

static bool implies(uint64_t known, uint64_t wanted) {
    for (; known; known >>= 16)
        if (!is_among(known & 0xFFFF, wanted)) return false;
    return true;
}

bool pass_runs_code(const SsaInsn *insn) {
    if (ssa_op_info((SsaOp)insn->op)->effect != SSA_EFFECT_RAISE) return false;
    switch ((SsaOp)insn->op) {
    case SSA_CHECK_LOCAL: case SSA_GETGLOBAL: case SSA_GETFREE: case SSA_GETCELL: case SSA_NEWCELL: case SSA_LIST: case SSA_TUPLE:
    case SSA_CONCAT: case SSA_SLICE: case SSA_APPEND: case SSA_NEW_OBJECT: case SSA_CLOSURE:
        return false;
    default: return true;
    }
}

static bool changes_shapes(const Shapes *s, const SsaInsn *insn) {
    return insn->op == SSA_SETFIELD ? insn->aux > 0 : !s->sealed && pass_runs_code(insn);
}

// A new shape given by a store may be that of an object that goes by several names; complete shapes of a sealed module stay.
static void forget(const Shapes *s, const SsaInsn *insn, uint64_t *set) {
    for (uint32_t i = 0; i < s->facts.count; i++)
        if (!s->sealed || insn->op != SSA_SETFIELD || ssa_same(s->facts.items[i].object, insn->args[0])) set[i / 64] &= ~(1ull << i % 64);
}

static void apply(Shapes *s, const SsaInsn *insn, uint64_t *set) {
    if (changes_shapes(s, insn)) forget(s, insn, set);
    ShapeFact made = fact_made(insn);
    if (ssa_is_none(made.object)) return;
    uint32_t i = number_of(s, made.object, made.cells);
    set[i / 64] |= 1ull << i % 64;
}

static bool holds(const Shapes *s, const SsaInsn *guard, const uint64_t *set) {
    for (uint32_t i = 0; i < s->facts.count; i++)
        if (set[i / 64] >> i % 64 & 1 && ssa_same(s->facts.items[i].object, guard->args[0]) && implies(s->facts.items[i].cells, (uint64_t)guard->imm)) return true;
    return false;
}

// Before the first round every block believes everything.
static bool round_over(Shapes *s, uint64_t *now) {
    bool changed = false;
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        const SsaBlock *block = &s->f->blocks.items[n];
        for (uint32_t w = 0; w < s->words; w++) now[w] = s->in[n * s->words + w];
        for (uint32_t i = 0; i < block->insns.count; i++) apply(s, ssa_at(s->f, block->insns.items[i]), now);
        for (uint32_t e = 0; e < block->nsucc; e++)
            for (uint32_t w = 0; w < s->words; w++) {
                uint64_t *to = &s->in[block->succ[e] * s->words + w], met = *to & now[w];
                changed |= met != *to;
                *to = met;
            }
    }
    return changed;
}

static void drop_held(Shapes *s, uint32_t n, uint64_t *now) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t kept = 0;
    for (uint32_t w = 0; w < s->words; w++) now[w] = s->in[n * s->words + w];
    for (uint32_t i = 0; i < insns->count; i++) {
        const SsaInsn *insn = ssa_at(s->f, insns->items[i]);
        if (insn->op == SSA_GUARD_SHAPE && holds(s, insn, now)) continue;
        apply(s, insn, now);
        insns->items[kept++] = insns->items[i];
    }
    insns->count = kept;
}

static uint64_t entry_cell(const Shapes *s) {
    const PredictClass *c = predict_class(s->f->module->predict, s->f->self);
    return c->first_cell + (s->f->fresh ? 0 : c->nlayout);
}

static void number_facts(Shapes *s) {
    for (uint32_t i = 1; i < s->f->insns.count; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        ShapeFact made = fact_made(insn);
        if (!ssa_is_none(made.object)) number_of(s, made.object, made.cells);
        if (insn->op == SSA_PARAM && insn->imm == 0 && s->f->self) number_of(s, (SsaRef){i}, entry_cell(s));
    }
}

// On entry self has its shape.
static void set_entry(Shapes *s) {
    for (uint32_t w = 0; w < s->words; w++) s->in[w] = 0;
    for (uint32_t i = 0; i < s->facts.count && s->f->self; i++) {
        const SsaInsn *insn = ssa_at(s->f, s->facts.items[i].object);
        if (insn->op == SSA_PARAM && insn->imm == 0 && s->facts.items[i].cells == entry_cell(s)) s->in[i / 64] |= 1ull << i % 64;
    }
}

void pass_shapes(SsaFunction *f) {
    if (!f->module->predict || !predict_cell_count(f->module->predict)) return;
    Arena scratch;
    arena_init(&scratch);
    Shapes s = {.f = f, .sealed = predict_is_sealed(f->module->predict)};
    number_facts(&s);
    s.words = (s.facts.count + 63) / 64;
    s.in = arena_new_array(&scratch, uint64_t, (size_t)f->blocks.count * s.words + 1);
    uint64_t *now = arena_new_array(&scratch, uint64_t, s.words + 1);
    for (size_t i = 0; i < (size_t)f->blocks.count * s.words; i++) s.in[i] = UINT64_MAX;
    set_entry(&s);
    while (s.words && round_over(&s, now)) continue;
    for (uint32_t n = 0; s.words && n < f->blocks.count; n++) drop_held(&s, n, now);
    vec_fini(&s.facts);
    arena_fini(&scratch);
}
