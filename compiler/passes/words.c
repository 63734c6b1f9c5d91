// Ints of 64 bits without sign in programs that do not say so: `x & 0xFFFFFFFFFFFFFFFF` and `x % 2**64` give a WORD, and so do bits of WORDs
// taken together. Shared by infer, which asks for types, and specialise, which makes the operations (specialise_words.c).
//
// Of a sum, product or shift whose only use is below such a mask only the low 64 bits matter. Its type is INT though it may not be the
// number (it is *low*): its one user, again low or the mask, takes the bits, and frame states make the exact number (passes/mask.c).
#include "pass.h"
#include "predict.h"

static const SsaInsn *at(const SsaFunction *f, SsaRef r) { return ssa_at(f, r); }

// --- constants

uint32_t pass_bigint_bits(BcStr digits) {
    uint32_t first = digits.text[0] == '-', zeros = 0;
    while (first + 1 < digits.length && digits.text[first] == '0') first++;
    for (char top = digits.text[first]; zeros < 3 && top < "842"[zeros]; zeros++) continue;
    return 4 * (digits.length - first) - zeros;
}

// The power of two that a constant is; -1: it is none.
static int power_of_two(const SsaFunction *f, const SsaInsn *insn) {
    if (insn->op == SSA_CONST_INT || insn->op == SSA_CONST_WORD) {
        uint64_t n = (uint64_t)insn->imm;
        return n && !(n & (n - 1)) && (insn->op == SSA_CONST_WORD || insn->imm > 0) ? __builtin_ctzll(n) : -1;
    }
    if (insn->op != SSA_CONST_K || f->bc->consts[insn->imm].kind != BC_CONST_BIGINT) return -1;
    BcStr digits = f->bc->consts[insn->imm].str;
    char top = digits.text[0];
    if (top != '1' && top != '2' && top != '4' && top != '8') return -1;
    for (uint32_t i = 1; i < digits.length; i++)
        if (digits.text[i] != '0') return -1;
    return (int)pass_bigint_bits(digits) - 1;
}

bool pass_is_two_to_64(const SsaFunction *f, const SsaInsn *insn) { return power_of_two(f, insn) == 64; }

static bool is_all_ones(const SsaInsn *insn) { return insn->op == SSA_CONST_WORD && insn->imm == -1; }

int pass_word_mask(const SsaFunction *f, const SsaInsn *insn) {
    if (insn->op == SSA_MOD) return pass_is_two_to_64(f, at(f, insn->args[1])) ? 0 : -1;
    if (insn->op != SSA_AND) return -1;
    return is_all_ones(at(f, insn->args[1])) ? 0 : is_all_ones(at(f, insn->args[0])) ? 1 : -1;
}

double pass_power_of_two(const SsaFunction *f, SsaRef r) {
    int power = power_of_two(f, at(f, r));
    return power < 0 || power > 1000 ? 0.0 : __builtin_ldexp(1.0, power);
}

// --- signs

enum { SIGN_DEPTH = 4 };

static bool is_nonnegative(const SsaFunction *f, SsaRef r, uint32_t depth) {
    const SsaInsn *insn = at(f, r);
    if (insn->type == SSA_TYPE_WORD) return true;
    if (insn->op == SSA_CONST_INT) return insn->imm >= 0;
    if (!depth) return false;
    switch ((SsaOp)insn->op) {
    case SSA_AND: return is_nonnegative(f, insn->args[0], depth - 1) || is_nonnegative(f, insn->args[1], depth - 1);
    case SSA_SHR: return is_nonnegative(f, insn->args[0], depth - 1);
    case SSA_MOD: return at(f, insn->args[1])->op == SSA_CONST_INT && at(f, insn->args[1])->imm > 0;
    case SSA_OR: case SSA_XOR: case SSA_FLOORDIV: return is_nonnegative(f, insn->args[0], depth - 1) && is_nonnegative(f, insn->args[1], depth - 1);
    default: return false;
    }
}

bool pass_is_nonnegative(const SsaFunction *f, SsaRef r) { return is_nonnegative(f, r, SIGN_DEPTH); }

// --- what only a mask uses

static bool may_be_low(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_ADD: case SSA_SUB: case SSA_MUL: case SSA_AND: case SSA_OR: case SSA_XOR: case SSA_NEG: case SSA_INVERT:
        return pass_word_mask(f, insn) < 0;
    case SSA_SHL: return at(f, insn->args[1])->op != SSA_CONST_INT || (at(f, insn->args[1])->imm >= 0 && at(f, insn->args[1])->imm <= 63);
    default: return false;
    }
}

static bool has_mask(const SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (pass_word_mask(f, &f->insns.items[i]) >= 0) return true;
    return false;
}

enum { SEVERAL = UINT32_MAX };

static void note_uses(const SsaFunction *f, uint32_t user, uint32_t *users) {
    const SsaInsn *insn = &f->insns.items[user];
    int masked = pass_word_mask(f, insn);
    for (uint32_t i = 0; i < insn->nargs; i++) {
        bool low = masked >= 0 ? (uint32_t)masked == i : may_be_low(f, insn) && !(insn->op == SSA_SHL && i == 1);
        uint32_t *of = &users[insn->args[i].i];
        *of = low && !*of ? user : SEVERAL;
    }
}

// Does the chain of users end at a mask?
static bool reaches_mask(const SsaFunction *f, const uint32_t *users, uint32_t i) {
    for (uint32_t user = users[i], steps = 0; user && user != SEVERAL && steps < f->insns.count; user = users[user], steps++)
        if (pass_word_mask(f, &f->insns.items[user]) >= 0) return true;
    return false;
}

void pass_find_low(SsaFunction *f) {
    f->low = NULL;
    if (!has_mask(f)) return;
    uint32_t *users = arena_new_array(f->module->arena, uint32_t, f->insns.count);
    uint32_t *low = arena_new_array(f->module->arena, uint32_t, f->insns.count);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) note_uses(f, f->blocks.items[n].insns.items[i].i, users);
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (may_be_low(f, &f->insns.items[i]) && reaches_mask(f, users, i)) low[i] = users[i];
    f->low = low;
    f->nlow = f->insns.count;
}

static bool is_bits(SsaType t) { return t == SSA_TYPE_INT || t == SSA_TYPE_WORD; }
static bool may_be_bits(SsaType t) { return t == SSA_TYPE_NONE || is_bits(t); }

static bool has_bits(const SsaFunction *f, const SsaInsn *insn, uint32_t apart_from) {
    for (uint32_t i = 0; i < insn->nargs; i++)
        if (insn->args[i].i != apart_from && !may_be_bits((SsaType)at(f, insn->args[i])->type)) return false;
    return !(insn->op == SSA_SHL && at(f, insn->args[1])->type == SSA_TYPE_WORD);
}

// Low, with operands and users on the way to the mask that are as that takes them?
bool pass_is_low(const SsaFunction *f, uint32_t i) {
    if (!f->low || i >= f->nlow || !f->low[i] || !has_bits(f, &f->insns.items[i], 0)) return false;
    for (uint32_t from = i, user = f->low[i]; pass_word_mask(f, &f->insns.items[user]) < 0; from = user, user = f->low[user])
        if (!has_bits(f, &f->insns.items[user], from)) return false;
    return true;
}

// --- types

// Masked, what is probably an int is a WORD.
static SsaType masked_type(const SsaFunction *f, const SsaInsn *insn, SsaRef v) {
    SsaType t = (SsaType)at(f, v)->type;
    if (t == SSA_TYPE_NONE) return t;
    if (is_bits(t)) return SSA_TYPE_WORD;
    bool guessed = t == SSA_TYPE_VALUE && f->guesses && insn->state && ssa_may_guess(f, insn->state);
    return guessed && guess_is(predict_of(f, v), GUESS_INT | GUESS_WORD | GUESS_BOOL) ? SSA_TYPE_WORD : SSA_TYPE_VALUE;
}

static SsaType with_float(SsaOp op) {
    return op == SSA_ADD || op == SSA_SUB || op == SSA_MUL || op == SSA_DIV ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

// Both operands are ints, one a WORD at least.
static SsaType bits_type(const SsaFunction *f, const SsaInsn *insn, SsaType a, SsaType b) {
    const SsaInsn *second = at(f, insn->args[1]);
    switch ((SsaOp)insn->op) {
    case SSA_AND:
        return (a == SSA_TYPE_INT && pass_is_nonnegative(f, insn->args[0])) || (b == SSA_TYPE_INT && pass_is_nonnegative(f, insn->args[1])) ? SSA_TYPE_INT : SSA_TYPE_WORD;
    case SSA_OR: case SSA_XOR: return SSA_TYPE_WORD;
    case SSA_SHR:
        if (b != SSA_TYPE_INT || (second->op == SSA_CONST_INT && (second->imm < 0 || second->imm > 63))) return SSA_TYPE_VALUE;
        return second->op == SSA_CONST_INT && second->imm ? SSA_TYPE_INT : SSA_TYPE_WORD;
    case SSA_MOD: return b == SSA_TYPE_INT ? SSA_TYPE_INT : SSA_TYPE_VALUE;
    case SSA_FLOORDIV: return second->op == SSA_CONST_INT && second->imm > 1 ? SSA_TYPE_INT : SSA_TYPE_VALUE;
    case SSA_DIV: return a == SSA_TYPE_WORD && pass_power_of_two(f, insn->args[1]) ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
    default: return SSA_TYPE_VALUE;
    }
}

SsaType pass_word_type(const SsaFunction *f, uint32_t index) {
    const SsaInsn *insn = &f->insns.items[index];
    int masked = pass_word_mask(f, insn);
    if (masked >= 0) return masked_type(f, insn, insn->args[masked]);
    SsaType a = (SsaType)at(f, insn->args[0])->type, b = (SsaType)at(f, insn->args[insn->nargs - 1])->type;
    if (insn->op == SSA_DIV && is_bits(a) && b == SSA_TYPE_VALUE && pass_power_of_two(f, insn->args[1])) return SSA_TYPE_FLOAT;
    if (a != SSA_TYPE_WORD && b != SSA_TYPE_WORD) return SSA_TYPE_INFER;
    if (a == SSA_TYPE_NONE || b == SSA_TYPE_NONE) return SSA_TYPE_NONE;
    if (pass_is_low(f, index)) return SSA_TYPE_INT;
    if (insn->nargs < 2) return SSA_TYPE_VALUE;
    if (a == SSA_TYPE_FLOAT || b == SSA_TYPE_FLOAT) return with_float((SsaOp)insn->op);
    return is_bits(a) && is_bits(b) ? bits_type(f, insn, a, b) : SSA_TYPE_VALUE;
}
