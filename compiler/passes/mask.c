// Masks in machine words: where only the low bits of a sum or product are wanted, `(a * b + c) & 0xFFFFFFFF`, the arithmetic
// below the mask is done modulo 2^64, which neither overflows nor leaves. Division by a power of two is a shift, remainder a mask.
//
// Method: assume that of every value made by an operation that commutes with taking the remainder only the low 64 bits matter,
// and withdraw that where a use needs the whole number, until nothing changes. What is left are values that reach nothing but masks.
//
// A frame state needs whole numbers. A few operations on whole operands are done over again where such a state is stored (imm 1 of
// INT_WRAP_ADD and its like says that a state means the exact result); of anything else, a PHI above all, states count as uses.
//
// Needs SSA_HAS_EXITS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"

typedef struct {
    SsaFunction *f;
    bool *low;  // by value: only its low 64 bits matter
} Mask;

enum { REPEATED_MAX = 12 };

static const SsaInsn *at(const Mask *m, SsaRef r) { return ssa_at(m->f, r); }

static bool is_constant(const Mask *m, SsaRef r, int64_t least, int64_t most) {
    const SsaInsn *insn = at(m, r);
    return insn->op == SSA_CONST_INT && insn->imm >= least && insn->imm <= most;
}

// --- powers of two

static bool is_power_of_two(int64_t i) { return i > 0 && (i & (i - 1)) == 0; }

static void replace_divisor(Mask *m, SsaRef r, SsaOp op, int64_t by) {
    SsaRef constant = ssa_entry_int(m->f, by);
    SsaInsn *insn = ssa_at(m->f, r);
    insn->op = (uint8_t)op;
    insn->args[1] = constant;
    insn->state = NULL;
}

static void divide_by_shift(Mask *m, SsaRef r) {
    const SsaInsn *insn = at(m, r);
    if (insn->op != SSA_INT_MOD && insn->op != SSA_INT_FLOORDIV) return;
    const SsaInsn *divisor = at(m, insn->args[1]);
    if (divisor->op != SSA_CONST_INT || !is_power_of_two(divisor->imm)) return;
    if (insn->op == SSA_INT_MOD) replace_divisor(m, r, SSA_INT_AND, divisor->imm - 1);
    else replace_divisor(m, r, SSA_INT_FIT_SHR, __builtin_ctzll((uint64_t)divisor->imm));
}

// --- which values matter only modulo 2^64

// Do the low 64 bits of its operands determine those of its result?
static bool commutes(const Mask *m, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_INT_ADD: case SSA_INT_SUB: case SSA_INT_MUL: case SSA_INT_NEG: case SSA_INT_AND: case SSA_INT_OR: case SSA_INT_XOR:
    case SSA_INT_INVERT: case SSA_INT_SHL: return true;
    case SSA_PHI: return insn->type == SSA_TYPE_INT;
    default: return false;
    }
}

static bool keeps_check(const Mask *m, const SsaInsn *insn) { return insn->op == SSA_INT_SHL && !is_constant(m, insn->args[1], 0, 63); }

static bool masks(const Mask *m, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_WRAP: case SSA_WORD_OF: case SSA_INT_WRAP_ADD: case SSA_INT_WRAP_SUB: case SSA_INT_WRAP_MUL: case SSA_INT_WRAP_NEG: return true;
    default: break;
    }
    return insn->op == SSA_INT_AND && (is_constant(m, insn->args[0], 0, INT64_MAX) || is_constant(m, insn->args[1], 0, INT64_MAX));
}

// Can a frame state have the exact result of the operation made from whole numbers, by so many operations at most?
static bool can_repeat(const Mask *m, SsaRef r, uint32_t *most) {
    const SsaInsn *insn = at(m, r);
    if (!m->low[r.i] || masks(m, insn)) return true;
    if (insn->op == SSA_PHI || *most == 0) return false;
    --*most;
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (!can_repeat(m, insn->args[i], most)) return false;
    return true;
}

static bool withdraw(Mask *m, SsaRef r) {
    bool changed = m->low[r.i];
    m->low[r.i] = false;
    return changed;
}

// What the instruction needs whole of its operands.
static bool withdraw_uses(Mask *m, SsaRef r) {
    const SsaInsn *insn = at(m, r);
    bool changed = false, low = m->low[r.i];
    for (uint32_t i = 0; !low && !masks(m, insn) && i < insn->nargs; i++) changed |= withdraw(m, insn->args[i]);
    if (low && insn->op == SSA_INT_SHL) changed |= withdraw(m, insn->args[1]);
    if (low && !keeps_check(m, insn)) return changed;
    for (const SsaState *s = insn->state; s; s = ssa_outer_state(m->f, s))
        for (uint32_t i = 0; i < s->count; i++) {
            uint32_t most = REPEATED_MAX;
            if (!can_repeat(m, s->slots[i].value, &most)) changed |= withdraw(m, s->slots[i].value);
        }
    return changed;
}

static bool withdraw_round(Mask *m) {
    bool changed = false;
    for (uint32_t n = m->f->blocks.count; n-- > 0;) {
        const SsaRefVec *insns = &m->f->blocks.items[n].insns;
        for (uint32_t i = insns->count; i-- > 0;) changed |= withdraw_uses(m, insns->items[i]);
    }
    return changed;
}

static SsaOp wrapping(SsaOp op) {
    switch (op) {
    case SSA_INT_ADD: return SSA_INT_WRAP_ADD;
    case SSA_INT_SUB: return SSA_INT_WRAP_SUB;
    case SSA_INT_MUL: return SSA_INT_WRAP_MUL;
    case SSA_INT_SHL: return SSA_INT_WRAP_SHL;
    case SSA_INT_NEG: return SSA_INT_WRAP_NEG;
    default: return op;
    }
}

// Does a frame state that has it mean another number already (specialise_words.c)?
static bool is_marked(const SsaInsn *insn) {
    bool bitwise = insn->op >= SSA_INT_AND && insn->op <= SSA_INT_INVERT, wraps = insn->op >= SSA_INT_LOW_SHL && insn->op <= SSA_INT_WRAP_NEG;
    return insn->imm && (bitwise || wraps || insn->op == SSA_WORD_BITS);
}

// Would a frame state that has the value not have the exact result?
static bool is_inexact(const Mask *m, const SsaInsn *insn) {
    if (is_marked(insn)) return true;
    if (insn->op == SSA_PHI || masks(m, insn)) return false;
    bool inexact = wrapping((SsaOp)insn->op) != (SsaOp)insn->op;
    for (uint32_t i = 0; i < insn->nargs; i++) inexact |= m->low[insn->args[i].i] || is_marked(at(m, insn->args[i]));
    return inexact;
}

static void wrap(const Mask *m, SsaInsn *insn) {
    insn->imm = is_inexact(m, insn);
    if (keeps_check(m, insn)) insn->op = SSA_INT_LOW_SHL;
    else {
        insn->op = (uint8_t)wrapping((SsaOp)insn->op);
        insn->state = NULL;
    }
}

typedef void Visit(Mask *m, SsaRef r);

static void each(Mask *m, Visit *visit) {
    for (uint32_t n = 0; n < m->f->blocks.count; n++)
        for (uint32_t i = 0; i < m->f->blocks.items[n].insns.count; i++) visit(m, m->f->blocks.items[n].insns.items[i]);
}

static void assume(Mask *m, SsaRef r) { m->low[r.i] = commutes(m, at(m, r)); }

static void apply(Mask *m, SsaRef r) {
    if (m->low[r.i]) wrap(m, ssa_at(m->f, r));
}

void pass_mask(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    Mask m = {.f = f};
    each(&m, divide_by_shift);
    m.low = arena_new_array(&scratch, bool, f->insns.count);
    each(&m, assume);
    while (withdraw_round(&m)) continue;
    each(&m, apply);
    arena_fini(&scratch);
}
