// Facts: which builtin class a value is certainly of. Constructors and constants say so themselves, guards made it so; a PHI has
// the fact that all its operands share, and sums and slices of sequences are sequences. Optimistic: the PHIs of a loop start with
// what comes from elsewhere.
//
// Needs SSA_HAS_TYPES. Makes SSA_HAS_FACTS; other passes keep facts, and set them on the values they make.
#include "pass.h"

enum { OPEN = SSA_FACT_COUNT };  // of a PHI: not known yet

static SsaFact fact_of_constant(const SsaFunction *f, const SsaInsn *insn) {
    switch (f->bc->consts[insn->imm].kind) {
    case BC_CONST_STR: return SSA_FACT_STR;
    case BC_CONST_BYTES: return SSA_FACT_BYTES;
    case BC_CONST_TUPLE: return SSA_FACT_TUPLE;
    default: return SSA_FACT_NONE;
    }
}

static SsaFact fact_of_intrinsic(uint32_t id) {
    switch (id) {
    case INTRINSIC_list_to_tuple: return SSA_FACT_TUPLE;
    case INTRINSIC_constant_set: return SSA_FACT_SET;
    default: return SSA_FACT_NONE;
    }
}

static SsaFact fact_of_object(const NativeConstant *c) {
    if (c->kind == NATIVE_CONSTANT_FUNCTION) return SSA_FACT_FUNCTION;
    return c->kind == NATIVE_CONSTANT_STR ? SSA_FACT_STR : SSA_FACT_NONE;
}

static SsaFact fact_made(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PHI: case SSA_ADD: case SSA_MUL: case SSA_GETITEM: return (SsaFact)OPEN;
    case SSA_ITER: return insn->imm ? (SsaFact)OPEN : SSA_FACT_NONE;
    case SSA_CONST_K: return fact_of_constant(f, insn);
    case SSA_CONST_OBJECT: return fact_of_object(&f->module->constants[insn->imm]);
    case SSA_LIST: return SSA_FACT_LIST;
    case SSA_TUPLE: return SSA_FACT_TUPLE;
    case SSA_DICT: return SSA_FACT_DICT;
    case SSA_SET: return SSA_FACT_SET;
    case SSA_CONCAT: return SSA_FACT_STR;
    case SSA_SLICE: return SSA_FACT_SLICE;
    case SSA_CLOSURE: return SSA_FACT_FUNCTION;
    case SSA_INTRINSIC: return fact_of_intrinsic(insn->aux);
    case SSA_GUARD_FACT: return (SsaFact)insn->imm;
    default: return SSA_FACT_NONE;
    }
}

static SsaFact join(SsaFact a, SsaFact b) {
    if (a == (SsaFact)OPEN || a == b) return b;
    return b == (SsaFact)OPEN ? a : SSA_FACT_NONE;
}

static SsaFact joined(const SsaFunction *f, const SsaInsn *phi) {
    SsaFact fact = (SsaFact)OPEN;
    for (uint32_t a = 0; a < phi->nargs; a++) fact = join(fact, ssa_fact(f, phi->args[a]));
    return fact;
}

static bool is_sequence(SsaFact fact) {
    return fact == SSA_FACT_LIST || fact == SSA_FACT_TUPLE || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES || fact == SSA_FACT_BYTEARRAY;
}

static bool is_boxed_int(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    return insn->op == SSA_BOX && ssa_at(f, insn->args[0])->type == SSA_TYPE_INT;
}

// a + b of one kind of sequence, a * n, and a slice of a are of the kind of a; so is a character of a string.
static SsaFact sequence_made(const SsaFunction *f, const SsaInsn *insn) {
    SsaFact a = ssa_fact(f, insn->args[0]), b = ssa_fact(f, insn->args[1]);
    if (a == (SsaFact)OPEN || b == (SsaFact)OPEN) return (SsaFact)OPEN;
    if (insn->op == SSA_MUL && is_sequence(b) && is_boxed_int(f, insn->args[0])) return b;
    if (insn->op == SSA_GETITEM && a == SSA_FACT_STR && ssa_at(f, insn->args[1])->type == SSA_TYPE_INT) return a;
    bool keeps = insn->op == SSA_ADD ? a == b : insn->op == SSA_MUL ? is_boxed_int(f, insn->args[1]) : b == SSA_FACT_SLICE;
    return is_sequence(a) && keeps ? a : SSA_FACT_NONE;
}

// What ITER with imm 1 leaves as it is.
static SsaFact iterable_kept(SsaFact fact) {
    bool kept = fact == (SsaFact)OPEN || fact == SSA_FACT_RANGE || (is_sequence(fact) && fact != SSA_FACT_BYTEARRAY);
    return kept ? fact : SSA_FACT_NONE;
}

static SsaFact derived(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PHI: return joined(f, insn);
    case SSA_ITER: return insn->imm ? iterable_kept(ssa_fact(f, insn->args[0])) : SSA_FACT_NONE;
    case SSA_ADD: case SSA_MUL: case SSA_GETITEM: return sequence_made(f, insn);
    default: return (SsaFact)insn->fact;
    }
}

static bool derive_round(SsaFunction *f) {
    bool changed = false;
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaInsn *insn = &f->insns.items[i];
        if (insn->type != SSA_TYPE_VALUE) continue;
        SsaFact fact = derived(f, insn);
        changed |= fact != (SsaFact)insn->fact;
        insn->fact = (uint8_t)fact;
    }
    return changed;
}

void pass_facts(SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaInsn *insn = &f->insns.items[i];
        insn->fact = (uint8_t)(insn->type == SSA_TYPE_VALUE ? fact_made(f, insn) : SSA_FACT_NONE);
    }
    while (derive_round(f)) continue;
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (f->insns.items[i].fact == OPEN) f->insns.items[i].fact = SSA_FACT_NONE;
}
