// Calls of native functions whose work is an operation: which they are by prediction, and what they give for operands of known types.
// What is predicted is tested where it is used (KNOWN_GUARD).
#include <string.h>

#include "pass.h"
#include "predict.h"

static const char *const names[] = {
#define KNOWN(name, text) text,
#include "compiler/native/native_known.def"
#undef KNOWN
};

uint32_t pass_known_first(const SsaInsn *call) { return call->op == SSA_CALLM ? 2 : 1; }

// Of more operands than that comparing in line does not pay.
enum { EXTREME_OPERANDS_MAX = 8 };

static bool takes(PassKnown known, uint32_t operands) {
    if (known == PASS_KNOWN_MIN || known == PASS_KNOWN_MAX) return operands >= 2 && operands <= EXTREME_OPERANDS_MAX;
    return operands == (known == PASS_KNOWN_POW || known == PASS_KNOWN_ATAN2 ? 2 : 1);
}

static bool is_plain_call(const SsaFunction *f, const SsaInsn *call) {
    if ((call->op != SSA_CALL && call->op != SSA_CALLM) || call->aux || call->callee || call->nargs <= pass_known_first(call)) return false;
    return f->guesses && call->state && ssa_may_guess(f, call->state);
}

PassKnown pass_known_value(const SsaFunction *f, SsaRef v) {
    Guess g = predict_of(f, v);
    const Atom *name = guess_is(g, GUESS_NATIVE) ? predict_target_name(f->module->predict, g) : NULL;
    for (uint32_t i = 0; name && i < PASS_KNOWN_NONE; i++)
        if (strcmp(names[i], name->text) == 0) return (PassKnown)i;
    return PASS_KNOWN_NONE;
}

PassKnown pass_known_call(const SsaFunction *f, const SsaInsn *call) {
    if (!is_plain_call(f, call)) return PASS_KNOWN_NONE;
    const SsaInsn *callee = ssa_at(f, call->args[0]);
    PassKnown known = callee->op == SSA_KNOWN ? (PassKnown)callee->imm : pass_known_value(f, call->args[0]);
    return known != PASS_KNOWN_NONE && takes(known, call->nargs - pass_known_first(call)) ? known : PASS_KNOWN_NONE;
}

static bool is_number(SsaType t) { return t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT; }

SsaType pass_known_result(PassKnown known, SsaType a, SsaType b) {
    if (a == SSA_TYPE_NONE || b == SSA_TYPE_NONE) return SSA_TYPE_NONE;
    switch (known) {
    case PASS_KNOWN_MIN: case PASS_KNOWN_MAX: case PASS_KNOWN_ABS: return a == b && is_number(a) ? a : SSA_TYPE_VALUE;
    case PASS_KNOWN_LEN: case PASS_KNOWN_ORD: return a == SSA_TYPE_VALUE ? SSA_TYPE_INT : SSA_TYPE_VALUE;
    case PASS_KNOWN_INT: return is_number(a) || a == SSA_TYPE_BOOL ? SSA_TYPE_INT : SSA_TYPE_VALUE;
    case PASS_KNOWN_FLOOR: case PASS_KNOWN_CEIL: case PASS_KNOWN_ROUND: return is_number(a) ? SSA_TYPE_INT : SSA_TYPE_VALUE;
    case PASS_KNOWN_NONE: return SSA_TYPE_VALUE;
    default: return is_number(a) && is_number(b) ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
    }
}
