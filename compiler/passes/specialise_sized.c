// Sized types in machine words. An INT holds the bits of every type but u64, which is a WORD; arithmetic happens on INTs modulo
// 2^64 and is wrapped to the type. Operands whose high bits matter (of divisions and right shifts) are wrapped first: what a
// sized name holds is in range already, but the operation is defined for any int.
#include "specialise_int.h"

static SsaInsn *at(const Special *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaType type_of(const Special *s, SsaRef r) { return (SsaType)at(s, r)->type; }
static bool is_real(BcSized type) { return bc_sized[type].kind == BC_REAL; }

static SsaRef make1(Special *s, SsaOp op, SsaRef a, int64_t imm, uint32_t pc) {
    SsaRef r = special_add(s, op, &a, 1, pc);
    at(s, r)->imm = imm;
    return r;
}

static SsaRef make2(Special *s, SsaOp op, SsaRef a, SsaRef b, uint32_t pc) { return special_add(s, op, (SsaRef[]){a, b}, 2, pc); }

SsaRef special_word_bits(Special *s, SsaRef v, uint32_t pc) {
    return at(s, v)->op == SSA_WORD_OF ? at(s, v)->args[0] : make1(s, SSA_WORD_BITS, v, 0, pc);
}

static SsaRef constant(Special *s, int64_t n, uint32_t pc) {
    SsaRef c = special_add(s, SSA_CONST_INT, NULL, 0, pc);
    at(s, c)->imm = n;
    return c;
}

// --- operands

// The bits of an operand of any type but FLOAT and BOOL.
static SsaRef bits_of(Special *s, SsaRef r, uint32_t which, bool converts) {
    SsaRef v = at(s, r)->args[which];
    uint32_t pc = at(s, r)->pc;
    if (type_of(s, v) == SSA_TYPE_INT) return v;
    if (type_of(s, v) == SSA_TYPE_VALUE) {
        SsaState *state = at(s, r)->state;
        v = make1(s, SSA_UNBOX_WORD, v, converts, pc);
        at(s, v)->state = state;
    }
    return special_word_bits(s, v, pc);
}

static SsaRef wrapped(Special *s, BcSized type, SsaRef bits, uint32_t pc) {
    return bc_sized[type].bits == 64 ? bits : make1(s, SSA_WRAP, bits, type, pc);
}

static SsaRef shift_count(Special *s, BcSized type, SsaRef by, uint32_t pc) {
    return make2(s, SSA_INT_AND, by, constant(s, bc_sized[type].bits - 1, pc), pc);
}

// --- integers

static SsaRef divided(Special *s, SsaRef r, BcSized type, SsaOp op, SsaRef a, SsaRef b) {
    uint32_t pc = at(s, r)->pc;
    SsaRef divisor = wrapped(s, type, b, pc), quotient = make2(s, op, wrapped(s, type, a, pc), divisor, pc);
    at(s, quotient)->state = at(s, r)->state;
    return quotient;
}

static SsaRef binary(Special *s, SsaRef r, BcSized type, BcSizedOp op, SsaRef a, SsaRef b) {
    uint32_t pc = at(s, r)->pc;
    bool is_word = type == BC_SIZED_u64;
    switch (op) {
    case BC_SIZED_OP_add: return make2(s, SSA_INT_WRAP_ADD, a, b, pc);
    case BC_SIZED_OP_sub: return make2(s, SSA_INT_WRAP_SUB, a, b, pc);
    case BC_SIZED_OP_mul: return make2(s, SSA_INT_WRAP_MUL, a, b, pc);
    case BC_SIZED_OP_and: return make2(s, SSA_INT_AND, a, b, pc);
    case BC_SIZED_OP_or: return make2(s, SSA_INT_OR, a, b, pc);
    case BC_SIZED_OP_xor: return make2(s, SSA_INT_XOR, a, b, pc);
    case BC_SIZED_OP_shl: return make2(s, SSA_INT_WRAP_SHL, a, shift_count(s, type, b, pc), pc);
    case BC_SIZED_OP_shr: return make2(s, is_word ? SSA_WORD_SHR : SSA_INT_FIT_SHR, wrapped(s, type, a, pc), shift_count(s, type, b, pc), pc);
    case BC_SIZED_OP_floordiv: return divided(s, r, type, is_word ? SSA_WORD_DIV : SSA_INT_FLOORDIV, a, b);
    default: return divided(s, r, type, is_word ? SSA_WORD_MOD : SSA_INT_MOD, a, b);
    }
}

static SsaRef operation(Special *s, SsaRef r, BcSized type, BcSizedOp op) {
    SsaRef a = bits_of(s, r, 0, op == BC_SIZED_OP_convert);
    switch (op) {
    case BC_SIZED_OP_convert: return a;
    case BC_SIZED_OP_neg: return make1(s, SSA_INT_WRAP_NEG, a, 0, at(s, r)->pc);
    case BC_SIZED_OP_invert: return make1(s, SSA_INT_INVERT, a, 0, at(s, r)->pc);
    default: return binary(s, r, type, op, a, bits_of(s, r, 1, false));
    }
}

// --- f32

static SsaRef real_of(Special *s, SsaRef r, uint32_t which) {
    SsaRef v = at(s, r)->args[which];
    uint32_t pc = at(s, r)->pc;
    if (type_of(s, v) == SSA_TYPE_VALUE) {
        SsaState *state = at(s, r)->state;
        v = make1(s, SSA_UNBOX_FLOAT, v, 0, pc);
        at(s, v)->state = state;
    }
    return make1(s, SSA_ROUND_F32, special_to_float(s, v, pc), 0, pc);
}

static SsaRef real_operation(Special *s, SsaRef r, BcSizedOp op) {
    static const SsaOp ops[] = {
        [BC_SIZED_OP_add] = SSA_FLOAT_ADD, [BC_SIZED_OP_sub] = SSA_FLOAT_SUB, [BC_SIZED_OP_mul] = SSA_FLOAT_MUL, [BC_SIZED_OP_div] = SSA_FLOAT_DIV};
    uint32_t pc = at(s, r)->pc;
    SsaRef a = real_of(s, r, 0);
    if (op == BC_SIZED_OP_convert) return a;
    if (op == BC_SIZED_OP_neg) return make1(s, SSA_FLOAT_NEG, a, 0, pc);
    SsaRef result = make2(s, ops[op], a, real_of(s, r, 1), pc);
    if (op == BC_SIZED_OP_div) at(s, result)->state = at(s, r)->state;
    return make1(s, SSA_ROUND_F32, result, 0, pc);
}

bool special_sized(Special *s, SsaRef r) {
    BcSized type = bc_sized_type(at(s, r)->aux);
    BcSizedOp op = bc_sized_op(at(s, r)->aux);
    uint32_t pc = at(s, r)->pc;
    if (type_of(s, r) == SSA_TYPE_VALUE) {
        for (uint32_t i = 0; i < 2; i++) at(s, r)->args[i] = special_box(s, at(s, r)->args[i], pc);
        return false;
    }
    if (is_real(type)) return special_replace(s, r, real_operation(s, r, op));
    SsaRef bits = operation(s, r, type, op);
    return special_replace(s, r, type == BC_SIZED_u64 ? make1(s, SSA_WORD_OF, bits, 0, pc) : wrapped(s, type, bits, pc));
}

// --- promises and representations

bool special_promise(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    BcSized type = (BcSized)(at(s, r)->imm - BC_HINT_SIZED);
    SsaState *state = at(s, r)->state;
    uint32_t pc = at(s, r)->pc;
    if (is_real(type)) return special_replace(s, r, make1(s, SSA_ROUND_F32, special_to_float(s, v, pc), 0, pc));
    bool was_word = type_of(s, v) == SSA_TYPE_WORD;
    if (was_word && type == BC_SIZED_u64) return special_replace(s, r, v);
    if (was_word) {
        v = make1(s, SSA_INT_HOLDS, special_word_bits(s, v, pc), BC_SIZED_u64, pc);
        at(s, v)->state = state;
    }
    if (type != BC_SIZED_i64) {
        v = make1(s, SSA_INT_HOLDS, v, type, pc);
        at(s, v)->state = state;
    }
    return special_replace(s, r, type == BC_SIZED_u64 ? make1(s, SSA_WORD_OF, v, 0, pc) : v);
}

bool special_word(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    uint32_t pc = at(s, r)->pc;
    if (at(s, r)->op == SSA_WORD_BITS && at(s, v)->op == SSA_WORD_OF) return special_replace(s, r, at(s, v)->args[0]);
    if (at(s, r)->op == SSA_UNBOX_WORD && type_of(s, v) == SSA_TYPE_INT) return special_replace(s, r, make1(s, SSA_WORD_OF, v, 0, pc));
    return false;
}

// --- comparisons

static SsaOp word_comparison(SsaOp op) {
    switch (op) {
    case SSA_LT: case SSA_TEST_LT: return SSA_WORD_LT;
    case SSA_LE: case SSA_TEST_LE: return SSA_WORD_LE;
    case SSA_GT: case SSA_TEST_GT: return SSA_WORD_GT;
    case SSA_GE: case SSA_TEST_GE: return SSA_WORD_GE;
    case SSA_EQ: case SSA_TEST_EQ: return SSA_INT_EQ;
    case SSA_NE: case SSA_TEST_NE: return SSA_INT_NE;
    default: return SSA_OP_COUNT;
    }
}

// The bits of an operand of comparison r that counts as a whole number.
static SsaRef compared_bits(Special *s, SsaRef r, uint32_t which) {
    SsaRef v = at(s, r)->args[which];
    uint32_t pc = at(s, r)->pc;
    if (type_of(s, v) == SSA_TYPE_WORD) return special_word_bits(s, v, pc);
    if (s->signs[r.i] >> which & 1) return v;
    SsaState *state = at(s, r)->state;
    v = make1(s, SSA_INT_HOLDS, v, BC_SIZED_u64, pc);
    at(s, v)->state = state;
    return v;
}

bool special_compare_words(Special *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    SsaOp op = word_comparison((SsaOp)insn->op);
    if (op == SSA_OP_COUNT || insn->type != SSA_TYPE_BOOL) return false;
    SsaType a = type_of(s, insn->args[0]), b = type_of(s, insn->args[1]);
    bool is_word = a == SSA_TYPE_WORD || b == SSA_TYPE_WORD, is_int = (a == SSA_TYPE_WORD || a == SSA_TYPE_INT) && (b == SSA_TYPE_WORD || b == SSA_TYPE_INT);
    if (!is_word || !is_int) return false;
    SsaRef bits_a = compared_bits(s, r, 0), bits_b = compared_bits(s, r, 1);
    at(s, r)->op = (uint8_t)op;
    at(s, r)->imm = 0;
    at(s, r)->args[0] = bits_a;
    at(s, r)->args[1] = bits_b;
    return true;
}
