// Powers of numbers. An int to a small constant is a product of few factors, two to an int a shift; a power with a float in it is the C
// library's, which is Python's.
#include "specialise_int.h"

static SsaInsn *at(const Special *s, SsaRef r) { return ssa_at(s->f, r); }

enum { EXPONENT_MAX = 8 };

static bool is_constant(const SsaInsn *insn, int64_t least, int64_t most) {
    return insn->op == SSA_CONST_INT && insn->imm >= least && insn->imm <= most;
}

static bool is_number(SsaType t) { return t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT; }

SsaType pass_power_type(const SsaFunction *f, const SsaInsn *power) {
    const SsaInsn *base = ssa_at(f, power->args[0]), *exponent = ssa_at(f, power->args[1]);
    if (base->type == SSA_TYPE_NONE || exponent->type == SSA_TYPE_NONE) return SSA_TYPE_NONE;
    if (!is_number((SsaType)base->type) || !is_number((SsaType)exponent->type)) return SSA_TYPE_VALUE;
    if (base->type == SSA_TYPE_FLOAT || exponent->type == SSA_TYPE_FLOAT) return SSA_TYPE_FLOAT;
    return is_constant(base, 2, 2) || is_constant(exponent, 1, EXPONENT_MAX) ? SSA_TYPE_INT : SSA_TYPE_VALUE;
}

static SsaRef operate(Special *s, SsaRef power, SsaOp op, SsaRef a, SsaRef b) {
    SsaRef r = special_add(s, op, (SsaRef[]){a, b}, 2, at(s, power)->pc);
    at(s, r)->state = at(s, power)->state;
    return r;
}

// By squares, the exponent's highest bit first.
static SsaRef multiplied(Special *s, SsaRef power, SsaRef base, int64_t exponent) {
    SsaRef product = base;
    for (int bit = 62 - __builtin_clzll((uint64_t)exponent); bit >= 0; bit--) {
        product = operate(s, power, SSA_INT_MUL, product, product);
        if (exponent >> bit & 1) product = operate(s, power, SSA_INT_MUL, product, base);
    }
    return product;
}

static SsaRef shifted(Special *s, SsaRef power, SsaRef by) {
    SsaRef one = special_add(s, SSA_CONST_INT, NULL, 0, at(s, power)->pc);
    at(s, one)->imm = 1;
    return operate(s, power, SSA_INT_SHL, one, by);
}

bool special_power(Special *s, SsaRef r) {
    SsaRef base = at(s, r)->args[0], exponent = at(s, r)->args[1];
    if (at(s, r)->type == SSA_TYPE_FLOAT) {
        base = special_to_float(s, base, at(s, r)->pc);
        return special_replace(s, r, operate(s, r, SSA_FLOAT_POW, base, special_to_float(s, exponent, at(s, r)->pc)));
    }
    if (at(s, r)->type == SSA_TYPE_VALUE) {
        special_box_operands(s, r);
        return false;
    }
    bool known = is_constant(at(s, exponent), 1, EXPONENT_MAX);
    return special_replace(s, r, known ? multiplied(s, r, base, at(s, exponent)->imm) : shifted(s, r, exponent));
}
