// What arithmetic on numbers gives. An int that probably does not fit an immediate (a hash, the state of a generator of random numbers) is a
// WORD: masks of 64 bits and constants that long make them, what keeps few of their bits makes ints of them again.
#include "pass.h"
#include "predict_int.h"

enum { IMMEDIATE_BITS = 61, WORD_BITS = 64 };

// How many bits the constant has; 0: it is none, or negative.
static uint32_t constant_bits(const Flow *flow, SsaRef r) {
    const SsaInsn *insn = &flow->f->insns.items[r.i];
    if (insn->op == SSA_CONST_WORD) return WORD_BITS - (uint32_t)__builtin_clzll((uint64_t)insn->imm);
    if (insn->op == SSA_CONST_INT && insn->imm > 0) return WORD_BITS - (uint32_t)__builtin_clzll((uint64_t)insn->imm);
    return insn->op == SSA_CONST_K && pass_is_two_to_64(flow->f, insn) ? WORD_BITS + 1 : 0;
}

static uint32_t of_bits(uint32_t bits) { return bits > IMMEDIATE_BITS ? GUESS_WORD : GUESS_INT; }

static uint32_t least_bits(uint32_t a, uint32_t b) { return a && (!b || a < b) ? a : b; }

static uint32_t integral(const Flow *flow, const SsaInsn *insn, uint32_t a, uint32_t b) {
    bool wide_a = a & GUESS_WORD, wide_b = b & GUESS_WORD;
    uint32_t bits = insn->nargs > 1 ? constant_bits(flow, insn->args[1]) : 0;
    switch ((SsaOp)insn->op) {
    case SSA_AND: {
        bits = least_bits(constant_bits(flow, insn->args[0]), bits);
        return bits ? of_bits(bits) : wide_a && wide_b ? GUESS_WORD : GUESS_INT;
    }
    case SSA_MOD: return bits ? of_bits(bits - 1) : wide_b ? GUESS_WORD : GUESS_INT;
    case SSA_FLOORDIV: return wide_a && !bits ? GUESS_WORD : GUESS_INT;
    case SSA_SHR: {
        const SsaInsn *by = &flow->f->insns.items[insn->args[1].i];
        return wide_a && !(by->op == SSA_CONST_INT && by->imm >= WORD_BITS - IMMEDIATE_BITS) ? GUESS_WORD : GUESS_INT;
    }
    default: return wide_a || wide_b ? GUESS_WORD : GUESS_INT;
    }
}

Guess predict_number_operator(const Flow *flow, const SsaInsn *insn, uint32_t a, uint32_t b) {
    const uint32_t whole = GUESS_INT | GUESS_BOOL | GUESS_WORD;
    if (insn->op == SSA_DIV) return guess_kind(GUESS_FLOAT);
    if (!((a | b) & GUESS_FLOAT)) return guess_kind(integral(flow, insn, a, b));
    return guess_kind(GUESS_FLOAT | (a & whole && b & whole ? integral(flow, insn, a, b) : 0));
}
