// Calls of known native functions become operations, behind a test that the callee is the function.
#include "specialise_int.h"

static SsaInsn *at(const Special *s, SsaRef r) { return ssa_at(s->f, r); }

static void guard_callee(Special *s, SsaRef call, PassKnown known) {
    if (at(s, at(s, call)->args[0])->op == SSA_KNOWN) return;
    SsaRef guard = special_add(s, SSA_KNOWN_GUARD, at(s, call)->args, 1, at(s, call)->pc);
    at(s, guard)->imm = known;
    at(s, guard)->state = at(s, call)->state;
}

static SsaRef operate(Special *s, SsaRef call, SsaOp op, SsaRef a, SsaRef b) {
    SsaRef r = special_add(s, op, (SsaRef[]){a, b}, ssa_op_info(op)->arguments == 2 ? 2 : 1, at(s, call)->pc);
    SsaEffect effect = ssa_op_info(op)->effect;
    if (ssa_op_leaves(op) || effect == SSA_EFFECT_RAISE) at(s, r)->state = at(s, call)->state;
    return r;
}

static SsaRef absolute(Special *s, SsaRef call, SsaRef a, bool integer) {
    if (!integer) return operate(s, call, SSA_FLOAT_ABS, a, a);
    return operate(s, call, SSA_INT_MAX, a, operate(s, call, SSA_INT_NEG, a, a));
}

static SsaRef of_float(Special *s, SsaRef call, PassKnown known, SsaRef a) {
    a = special_to_float(s, a, at(s, call)->pc);
    if (known == PASS_KNOWN_FLOAT) return a;
    if (known == PASS_KNOWN_FABS) return operate(s, call, SSA_FLOAT_ABS, a, a);
    if (known == PASS_KNOWN_SQRT) return operate(s, call, SSA_FLOAT_SQRT, a, a);
    SsaRef r = operate(s, call, SSA_FLOAT_CALL, a, a);
    at(s, r)->imm = known;
    return r;
}

static SsaRef of_two_floats(Special *s, SsaRef call, PassKnown known) {
    uint32_t first = pass_known_first(at(s, call)), pc = at(s, call)->pc;
    SsaRef a = special_to_float(s, at(s, call)->args[first], pc), b = special_to_float(s, at(s, call)->args[first + 1], pc);
    return operate(s, call, known == PASS_KNOWN_POW ? SSA_FLOAT_POW : SSA_FLOAT_ATAN2, a, b);
}

// Of a float; an int is its own.
static SsaRef to_int(Special *s, SsaRef call, PassKnown known, SsaRef a) {
    if (at(s, a)->type == SSA_TYPE_INT) return a;
    if (at(s, a)->type == SSA_TYPE_BOOL) return operate(s, call, SSA_BOOL_TO_INT, a, a);
    if (known != PASS_KNOWN_INT) a = of_float(s, call, known, a);
    return operate(s, call, SSA_FLOAT_TO_INT, a, a);
}

// The first of the least or greatest, as the function compares: each operand with the best before it.
static SsaRef extreme(Special *s, SsaRef call, SsaOp op) {
    uint32_t i = pass_known_first(at(s, call));
    SsaRef best = at(s, call)->args[i++];
    for (; i < at(s, call)->nargs; i++) best = operate(s, call, op, best, at(s, call)->args[i]);
    return best;
}

static SsaRef operation(Special *s, SsaRef call, PassKnown known) {
    SsaRef a = at(s, call)->args[pass_known_first(at(s, call))];
    bool integer = at(s, a)->type == SSA_TYPE_INT;
    switch (known) {
    case PASS_KNOWN_MIN: return extreme(s, call, integer ? SSA_INT_MIN : SSA_FLOAT_MIN);
    case PASS_KNOWN_MAX: return extreme(s, call, integer ? SSA_INT_MAX : SSA_FLOAT_MAX);
    case PASS_KNOWN_ABS: return absolute(s, call, a, integer);
    case PASS_KNOWN_POW: case PASS_KNOWN_ATAN2: return of_two_floats(s, call, known);
    case PASS_KNOWN_LEN: return operate(s, call, SSA_LEN, a, a);
    case PASS_KNOWN_ORD: return operate(s, call, SSA_ORD, a, a);
    case PASS_KNOWN_INT: case PASS_KNOWN_FLOOR: case PASS_KNOWN_CEIL: case PASS_KNOWN_ROUND: return to_int(s, call, known, a);
    default: return of_float(s, call, known, a);
    }
}

// `module.name` by METHOD, with the register it sets besides.
bool special_known_method(Special *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    PassKnown known = insn->state && s->f->guesses && ssa_may_guess(s->f, insn->state) ? pass_known_value(s->f, r) : PASS_KNOWN_NONE;
    if (known == PASS_KNOWN_NONE) {
        special_box_operands(s, r);
        return false;
    }
    SsaRef guard = special_add(s, SSA_HOME_GUARD, insn->args, 1, insn->pc);
    at(s, guard)->imm = known;
    at(s, guard)->state = at(s, r)->state;
    SsaRef value = special_add(s, SSA_KNOWN, NULL, 0, at(s, r)->pc);
    at(s, value)->imm = known;
    s->known_window = at(s, r)->imm + BC_WINDOW_HEADER;
    return special_replace(s, r, value);
}

// The LOADREG right behind such a METHOD.
bool special_known_self(Special *s, SsaRef r) {
    if (!s->known_window || at(s, r)->imm != s->known_window) return false;
    s->known_window = 0;
    SsaRef unbound = special_add(s, SSA_CONST_S, NULL, 0, at(s, r)->pc);
    at(s, unbound)->imm = BC_SINGLETON_UNBOUND;
    return special_replace(s, r, unbound);
}

bool special_known(Special *s, SsaRef r) {
    PassKnown known = at(s, r)->type == SSA_TYPE_VALUE ? PASS_KNOWN_NONE : pass_known_call(s->f, at(s, r));
    if (known == PASS_KNOWN_NONE) {
        special_box_operands(s, r);
        return false;
    }
    guard_callee(s, r, known);
    return special_replace(s, r, operation(s, r, known));
}
