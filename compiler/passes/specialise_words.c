// Operators on WORDs that no sized type stands behind (words.c). Of the word's bits come the bits of the result; where an int beside it must
// not be negative and may be, a guard says so. What is low is done modulo 2^64, and imm 1 says that frame states mean the exact number.
#include "specialise_int.h"

static SsaInsn *at(const Special *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaType type_of(const Special *s, SsaRef r) { return (SsaType)at(s, r)->type; }

static SsaRef make(Special *s, SsaRef from, SsaOp op, SsaRef a, SsaRef b, int64_t imm) {
    SsaRef r = special_add(s, op, (SsaRef[]){a, b}, (uint32_t)ssa_op_info(op)->arguments, at(s, from)->pc);
    at(s, r)->imm = imm;
    if (ssa_op_leaves(op)) at(s, r)->state = at(s, from)->state;
    return r;
}

static SsaRef make1(Special *s, SsaRef from, SsaOp op, SsaRef a, int64_t imm) { return make(s, from, op, a, a, imm); }

// Of an operand of `from`.
static SsaRef bits(Special *s, SsaRef from, SsaRef v) {
    if (type_of(s, v) == SSA_TYPE_INT) return v;
    if (type_of(s, v) != SSA_TYPE_WORD) {
        SsaRef boxed = special_box(s, v, at(s, from)->pc);
        v = make1(s, from, SSA_UNBOX_WORD, boxed, 0);
    }
    return make1(s, from, SSA_WORD_BITS, v, 1);
}

// The same of one that counts as a whole number.
static SsaRef unsigned_bits(Special *s, SsaRef from, SsaRef v, bool surely) {
    if (type_of(s, v) != SSA_TYPE_INT || surely) return bits(s, from, v);
    return make1(s, from, SSA_INT_HOLDS, v, BC_SIZED_u64);
}

static SsaRef word(Special *s, SsaRef from, SsaRef of) { return make1(s, from, SSA_WORD_OF, of, 0); }

static SsaRef to_float(Special *s, SsaRef from, SsaRef v) {
    if (type_of(s, v) == SSA_TYPE_WORD) return make1(s, from, SSA_WORD_TO_FLOAT, v, 0);
    return special_to_float(s, v, at(s, from)->pc);
}

// --- what is low

static bool is_inexact(const Special *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    return insn->imm && ((insn->op >= SSA_INT_LOW_SHL && insn->op <= SSA_INT_WRAP_NEG) || (insn->op >= SSA_INT_AND && insn->op <= SSA_INT_INVERT));
}

static SsaOp low_op(const Special *s, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_ADD: return SSA_INT_WRAP_ADD;
    case SSA_SUB: return SSA_INT_WRAP_SUB;
    case SSA_MUL: return SSA_INT_WRAP_MUL;
    case SSA_NEG: return SSA_INT_WRAP_NEG;
    case SSA_INVERT: return SSA_INT_INVERT;
    case SSA_AND: return SSA_INT_AND;
    case SSA_OR: return SSA_INT_OR;
    case SSA_XOR: return SSA_INT_XOR;
    default: return at(s, insn->args[1])->op == SSA_CONST_INT ? SSA_INT_WRAP_SHL : SSA_INT_LOW_SHL;
    }
}

static bool rewrite_low(Special *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    SsaOp op = low_op(s, insn);
    SsaRef a = insn->args[0], b = insn->args[insn->nargs - 1];
    a = bits(s, r, a);
    return special_replace(s, r, make(s, r, op, a, ssa_op_info(op)->arguments == 2 ? bits(s, r, b) : a, 1));
}

// --- whole words

static SsaRef shifted_right(Special *s, SsaRef r, SsaRef a, SsaRef by) {
    SsaOp op = at(s, by)->op == SSA_CONST_INT ? SSA_WORD_SHR : SSA_WORD_SHIFT;
    return make(s, r, op, a, by, 0);
}

// The bits of what the operator gives; its operands are ints, one a WORD at least.
static SsaRef result_bits(Special *s, SsaRef r) {
    SsaOp op = (SsaOp)at(s, r)->op;
    SsaRef a = at(s, r)->args[0], b = at(s, r)->args[1];
    bool sure_a = s->signs[r.i] & 1, sure_b = s->signs[r.i] & 2;
    if (op == SSA_AND) return make(s, r, SSA_INT_AND, bits(s, r, a), bits(s, r, b), 0);
    a = unsigned_bits(s, r, a, sure_a);
    if (op == SSA_SHR) return shifted_right(s, r, a, b);
    b = unsigned_bits(s, r, b, sure_b);
    switch (op) {
    case SSA_OR: return make(s, r, SSA_INT_OR, a, b, 0);
    case SSA_XOR: return make(s, r, SSA_INT_XOR, a, b, 0);
    case SSA_MOD: return make(s, r, SSA_WORD_MOD, a, b, 0);
    default: return make(s, r, SSA_WORD_DIV, a, b, 0);
    }
}

static SsaRef divided(Special *s, SsaRef r) {
    SsaRef by = special_add(s, SSA_CONST_FLOAT, NULL, 0, at(s, r)->pc);
    at(s, by)->imm = (int64_t)__builtin_bit_cast(uint64_t, pass_power_of_two(s->f, at(s, r)->args[1]));
    return make(s, r, SSA_FLOAT_DIV, to_float(s, r, at(s, r)->args[0]), by, 0);
}

static SsaRef real_result(Special *s, SsaRef r) {
    SsaRef a = at(s, r)->args[0], b = at(s, r)->args[1];
    if (at(s, r)->op == SSA_DIV && type_of(s, b) != SSA_TYPE_FLOAT && type_of(s, a) != SSA_TYPE_FLOAT) return divided(s, r);
    static const SsaOp ops[] = {[SSA_ADD] = SSA_FLOAT_ADD, [SSA_SUB] = SSA_FLOAT_SUB, [SSA_MUL] = SSA_FLOAT_MUL, [SSA_DIV] = SSA_FLOAT_DIV};
    SsaOp op = ops[at(s, r)->op];
    a = to_float(s, r, a);
    return make(s, r, op, a, to_float(s, r, b), 0);
}

static bool is_word(const Special *s, SsaRef v) { return type_of(s, v) == SSA_TYPE_WORD; }

bool special_words(Special *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    SsaRef a = insn->args[0], b = insn->args[insn->nargs - 1];
    SsaType t = (SsaType)insn->type;
    int masked = pass_word_mask(s->f, insn);
    if (t == SSA_TYPE_WORD && masked >= 0) return special_replace(s, r, word(s, r, bits(s, r, insn->args[masked])));
    bool low = t == SSA_TYPE_INT && s->low[r.i] && (is_word(s, a) || is_word(s, b) || is_inexact(s, a) || is_inexact(s, b));
    if (low) return rewrite_low(s, r);
    bool power = t == SSA_TYPE_FLOAT && insn->op == SSA_DIV && type_of(s, b) == SSA_TYPE_VALUE;
    if (!power && ((!is_word(s, a) && !is_word(s, b)) || t == SSA_TYPE_VALUE)) return false;
    if (t == SSA_TYPE_FLOAT) return special_replace(s, r, real_result(s, r));
    SsaRef of = result_bits(s, r);
    return special_replace(s, r, t == SSA_TYPE_WORD ? word(s, r, of) : of);
}

SsaRef special_join_word(Special *s, uint32_t n, SsaRef v, bool surely) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    SsaRef end = vec_last(insns), held = v;
    insns->count--;
    if (!surely) {
        held = ssa_new_insn(s->f, SSA_INT_HOLDS, &v, 1);
        at(s, held)->imm = BC_SIZED_u64;
        at(s, held)->state = at(s, end)->state;
        at(s, held)->pc = at(s, end)->pc;
        vec_push(insns, held);
    }
    SsaRef joined = ssa_new_insn(s->f, SSA_WORD_OF, &held, 1);
    vec_push(insns, joined);
    vec_push(insns, end);
    return joined;
}
