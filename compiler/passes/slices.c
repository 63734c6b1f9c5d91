// Slices of lists and strings: `a[b:c:d]` needs no slice object where the class of a is a fact and nobody else wants the slice.
//
// Needs SSA_HAS_KINDS and SSA_HAS_FACTS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"

typedef struct {
    SsaFunction *f;
    uint32_t *uses;  // by value: as an operand, or by a frame state that may be left with
} Slices;

static SsaInsn *at(const Slices *s, SsaRef r) { return ssa_at(s->f, r); }

static void count(Slices *s, SsaInsn *insn) {
    for (uint32_t a = 0; a < insn->nargs; a++) s->uses[insn->args[a].i]++;
    if (!insn->state || insn->op == SSA_GETITEM || insn->op == SSA_SETITEM) return;
    for (uint32_t i = 0; i < insn->state->count; i++) s->uses[insn->state->slots[i].value.i]++;
}

static bool is_sliced(const Slices *s, const SsaInsn *insn) {
    SsaFact fact = ssa_fact(s->f, insn->args[0]);
    bool known = fact == SSA_FACT_LIST || (insn->op == SSA_GETITEM && fact == SSA_FACT_STR);
    return known && at(s, insn->args[1])->op == SSA_SLICE && s->uses[insn->args[1].i] == 1;
}

static void fuse(Slices *s, SsaInsn *insn) {
    SsaInsn *slice = at(s, insn->args[1]);
    bool stores = insn->op == SSA_SETITEM;
    SsaRef *args = arena_new_array(s->f->module->arena, SsaRef, 5);
    args[0] = insn->args[0];
    for (uint32_t i = 0; i < 3; i++) args[i + 1] = slice->args[i];
    if (stores) args[4] = insn->args[2];
    insn->op = stores ? SSA_SET_SLICE : SSA_GET_SLICE;
    insn->args = args;
    insn->nargs = stores ? 5 : 4;
    insn->state = NULL;
    *slice = (SsaInsn){.op = SSA_CONST_S, .type = SSA_TYPE_VALUE, .imm = BC_SINGLETON_NONE, .pc = slice->pc};
}

typedef void Visit(Slices *s, SsaInsn *insn);

static void each(Slices *s, Visit *visit) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) visit(s, at(s, s->f->blocks.items[n].insns.items[i]));
}

static void rewrite(Slices *s, SsaInsn *insn) {
    if ((insn->op == SSA_GETITEM || insn->op == SSA_SETITEM) && is_sliced(s, insn)) fuse(s, insn);
}

void pass_slices(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    Slices s = {f, arena_new_array(&scratch, uint32_t, f->insns.count)};
    each(&s, count);
    each(&s, rewrite);
    arena_fini(&scratch);
}
