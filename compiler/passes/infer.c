// Types by abstract interpretation, optimistically: values start unknown (NONE) and only rise to INT, FLOAT or BOOL and from
// there to VALUE, until nothing changes. A call of a global function that is bound once reaches the instance of its prototype
// for the types of the arguments; instances are made as they are met and inferred together, so recursion settles too.
//
// Needs nothing. Makes SSA_HAS_TYPES. What it assumes of ints (that sums and products fit 64 bits) the typed operations check.
#include "pass.h"
#include "predict.h"

static SsaType join(SsaType a, SsaType b) {
    if (a == SSA_TYPE_NONE || a == b) return b;
    return b == SSA_TYPE_NONE ? a : SSA_TYPE_VALUE;
}

// What a value of type `old` has become. Every int that is known not to be negative can be a WORD.
static SsaType rise(SsaType old, SsaType now, SsaOp op) {
    if (old == SSA_TYPE_INT && now == SSA_TYPE_WORD) return now;
    return old == SSA_TYPE_WORD && now == SSA_TYPE_INT && op == SSA_AND ? old : join(old, now);
}

static bool is_number(SsaType t) { return t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT; }

// In arithmetic a bool is an int.
static SsaType arithmetic(SsaType a, SsaType b) {
    if (a == SSA_TYPE_BOOL) a = SSA_TYPE_INT;
    if (b == SSA_TYPE_BOOL) b = SSA_TYPE_INT;
    if (a == SSA_TYPE_NONE || b == SSA_TYPE_NONE) return SSA_TYPE_NONE;
    if (a == SSA_TYPE_INT && b == SSA_TYPE_INT) return SSA_TYPE_INT;
    return is_number(a) && is_number(b) ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

static SsaType integral(SsaType a, SsaType b) {
    SsaType t = arithmetic(a, b);
    return t == SSA_TYPE_FLOAT ? SSA_TYPE_VALUE : t;
}

// Of two bools these give a bool.
static SsaType bitwise(SsaType a, SsaType b) {
    return a == SSA_TYPE_BOOL && b == SSA_TYPE_BOOL ? SSA_TYPE_VALUE : integral(a, b);
}

static SsaType division(SsaType a, SsaType b) {
    SsaType t = arithmetic(a, b);
    return t == SSA_TYPE_INT ? SSA_TYPE_FLOAT : t;
}

static SsaType comparison(SsaType a, SsaType b) {
    bool words = (a == SSA_TYPE_WORD && (b == SSA_TYPE_WORD || b == SSA_TYPE_INT)) || (a == SSA_TYPE_INT && b == SSA_TYPE_WORD);
    if (words) return SSA_TYPE_BOOL;
    if (a == SSA_TYPE_BOOL || b == SSA_TYPE_BOOL) return SSA_TYPE_VALUE;
    SsaType t = arithmetic(a, b);
    return t == SSA_TYPE_NONE || t == SSA_TYPE_VALUE ? t : SSA_TYPE_BOOL;
}

// --- sized types

static bool is_real(BcSized type) { return bc_sized[type].kind == BC_REAL; }
static bool is_bits(SsaType t) { return t == SSA_TYPE_INT || t == SSA_TYPE_WORD; }
static SsaType sized_type(BcSized type) { return is_real(type) ? SSA_TYPE_FLOAT : type == BC_SIZED_u64 ? SSA_TYPE_WORD : SSA_TYPE_INT; }

static SsaType sized_promised(SsaType a, BcSized type) {
    return (is_real(type) ? is_number(a) : is_bits(a)) ? sized_type(type) : SSA_TYPE_VALUE;
}

// Of operands of unknown type machine code finds out; conversion of what is no int is rare.
static SsaType sized_result(uint32_t k, SsaType a, SsaType b) {
    BcSized type = bc_sized_type(k);
    BcSizedOp op = bc_sized_op(k);
    if (a == SSA_TYPE_NONE || b == SSA_TYPE_NONE) return SSA_TYPE_NONE;
    if (op == BC_SIZED_OP_pow) return SSA_TYPE_VALUE;
    if (!is_real(type)) return (is_bits(a) || a == SSA_TYPE_VALUE) && (is_bits(b) || b == SSA_TYPE_VALUE) ? sized_type(type) : SSA_TYPE_VALUE;
    bool is_plain = op <= BC_SIZED_OP_div || op == BC_SIZED_OP_neg;
    bool may_unbox = op != BC_SIZED_OP_convert && (is_number(a) || is_number(b));
    bool fits_a = is_number(a) || (may_unbox && a == SSA_TYPE_VALUE), fits_b = is_number(b) || (may_unbox && b == SSA_TYPE_VALUE);
    return is_plain && fits_a && fits_b ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

static SsaType promised(SsaType a, int64_t hint) {
    if (a == SSA_TYPE_NONE) return a;
    if (hint == BC_HINT_INT && a == SSA_TYPE_INT) return a;
    if (hint == BC_HINT_FLOAT && is_number(a)) return SSA_TYPE_FLOAT;
    return hint >= BC_HINT_SIZED ? sized_promised(a, (BcSized)(hint - BC_HINT_SIZED)) : SSA_TYPE_VALUE;
}

// --- calls

// Must a call here be an ordinary one, because what the callee was taken for gave what it was not to?
static bool is_avoided_call(const SsaFunction *f, const SsaInsn *call) {
    return !call->state || !ssa_may_guess(f, call->state) || !ssa_may_guess(f, &(SsaState){.pc = call->state->pc + 1});
}

// The closure that is certainly called; NULL: it is not certain.
static const NativeConstant *certain_callee(const SsaFunction *f, const SsaInsn *call) {
    const NativeConstant *c = ssa_constant(f, call->args[0]);
    return c && c->kind == NATIVE_CONSTANT_FUNCTION ? c : NULL;
}

// What prediction says is called.
static int32_t predicted_target(const SsaFunction *f, const SsaInsn *call) {
    Guess g = predict_of(f, call->args[0]);
    return guess_is(g, GUESS_FUNCTION) && !is_avoided_call(f, call) ? (int32_t)g.target : -1;
}

// The prototype a call probably reaches: what the module bound, when that is its callee, or what is predicted; -1: unknown.
static int32_t call_target(const SsaFunction *f, const SsaInsn *call) {
    const SsaInsn *callee = ssa_at(f, call->args[0]);
    if (call->aux) return -1;
    int32_t proto = callee->op == SSA_GETGLOBAL ? f->module->bound_once[callee->imm] : -1;
    if (proto < 0) proto = predicted_target(f, call);
    if (proto < 0) return -1;
    const BcProto *bc = f->module->bc->protos[proto];
    bool simple = !(bc->flags & (BC_VARARGS | BC_VARKW)) && !bc->nkwonly;
    return simple && bc->npos == call->nargs - 1 ? proto : -1;
}

SsaType pass_key_type(const BcProto *callee, uint32_t param, SsaType argument) {
    if (argument == SSA_TYPE_INT || argument == SSA_TYPE_FLOAT || argument == SSA_TYPE_WORD) return argument;
    if (argument != SSA_TYPE_VALUE || !callee->param_hints) return SSA_TYPE_VALUE;
    if (callee->param_hints[param] == BC_HINT_INT) return SSA_TYPE_INT;
    return callee->param_hints[param] == BC_HINT_FLOAT ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

static SsaFunction *instance_for(SsaModule *m, uint32_t proto, const NativeConstant *closure, const SsaType *key) {
    return closure ? ssa_function_closure(m, closure->same, key) : ssa_function_instance(m, proto, key);
}

static SsaFunction *instance_or_general(SsaModule *m, uint32_t proto, const NativeConstant *closure, SsaType *key) {
    SsaFunction *instance = instance_for(m, proto, closure, key);
    if (instance) return instance;
    for (uint32_t i = 0; i < m->bc->protos[proto]->nparams; i++) key[i] = SSA_TYPE_VALUE;
    return instance_for(m, proto, closure, key);
}

// What the callee gives, as far as is known; the reader is looked at again when more is.
static SsaType result_for(SsaFunction *reader, SsaFunction *callee) {
    if (!callee) return SSA_TYPE_VALUE;
    if (!callee->readers.count || vec_last(&callee->readers) != reader) vec_push(&callee->readers, reader);
    return callee->result;
}

static bool raise_result(SsaFunction *f, SsaType result) {
    if (result == f->result) return false;
    f->result = result;
    for (uint32_t i = 0; i < f->readers.count; i++) f->readers.items[i]->settled = false;
    vec_clear(&f->readers);
    return true;
}

// A call that reaches methods: what they give, together. Sets the callee when there is one only.
static SsaType method_type(SsaFunction *f, uint32_t index, const PassTargets *targets) {
    SsaType t = SSA_TYPE_NONE;
    for (uint32_t i = 0; i < targets->count; i++) {
        bool known = true;
        SsaFunction *callee = pass_call_instance(f, &f->insns.items[index], targets, i, &known);
        if (!known) return SSA_TYPE_NONE;
        f->insns.items[index].callee = targets->count == 1 ? callee : NULL;
        t = join(t, result_for(f, callee));
        if (callee && targets->negated) return SSA_TYPE_BOOL;
    }
    if (targets->identity) return SSA_TYPE_BOOL;
    return targets->makes || targets->declines || targets->super ? SSA_TYPE_VALUE : t;
}

static SsaType known_type(const SsaFunction *f, const SsaInsn *call, PassKnown known) {
    const SsaRef *first = &call->args[pass_known_first(call)], *end = call->args + call->nargs;
    SsaType type = pass_known_result(known, (SsaType)ssa_at(f, *first)->type, (SsaType)ssa_at(f, *first)->type);
    for (const SsaRef *other = first + 1; other < end && type != SSA_TYPE_NONE && type != SSA_TYPE_VALUE; other++)
        type = pass_known_result(known, (SsaType)ssa_at(f, *first)->type, (SsaType)ssa_at(f, *other)->type);
    return type;
}

// Result type of a call. Sets its callee.
static SsaType call_type(SsaFunction *f, uint32_t index) {
    SsaInsn *call = &f->insns.items[index];
    PassTargets targets;
    if (pass_call_targets(f, call, &targets)) return method_type(f, index, &targets);
    PassKnown known = pass_known_call(f, call);
    if (known != PASS_KNOWN_NONE) return known_type(f, call, known);
    if (call->op == SSA_CALLM) return SSA_TYPE_VALUE;
    int32_t proto = call_target(f, call);
    if (proto < 0) return SSA_TYPE_VALUE;
    SsaType key[256];
    if (call->nargs - 1 > 256) return SSA_TYPE_VALUE;
    for (uint32_t i = 1; i < call->nargs; i++) {
        SsaType t = (SsaType)ssa_at(f, call->args[i])->type;
        if (t == SSA_TYPE_NONE) return SSA_TYPE_NONE;
        key[i - 1] = pass_key_type(f->module->bc->protos[proto], i - 1, t);
    }
    SsaFunction *callee = instance_or_general(f->module, (uint32_t)proto, certain_callee(f, call), key);
    call = &f->insns.items[index];
    call->callee = callee;
    return result_for(f, callee);
}

// --- one value

// Has code for this place left for the bytecode too often before? Then nothing is guessed or taken to fit a machine word.
static bool is_avoided(const SsaFunction *f, const SsaInsn *insn) {
    return ssa_avoids(f, insn->pc) || (insn->state && ssa_avoids(f, insn->state->pc));
}

// Numbers that come boxed are unboxed where that is what they probably are.
static SsaType guessed(const SsaFunction *f, uint32_t index, SsaType operand) {
    uint32_t kinds = predict_of(f, (SsaRef){index}).kinds;
    if (operand != SSA_TYPE_VALUE || (f->insns.items[index].imm && !(kinds & GUESS_WORD))) return operand;
    if (!ssa_may_guess(f, f->insns.items[index].state)) return SSA_TYPE_VALUE;
    if (kinds & GUESS_WORD && !(kinds & ~(uint32_t)(GUESS_WORD | GUESS_INT))) return SSA_TYPE_WORD;
    return kinds == GUESS_INT ? SSA_TYPE_INT : kinds == GUESS_FLOAT ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

static uint32_t block_of_phi(const SsaFunction *f, uint32_t index) {
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count && ssa_at(f, f->blocks.items[n].insns.items[i])->op == SSA_PHI; i++)
            if (f->blocks.items[n].insns.items[i].i == index) return n;
    return 0;
}

// Ints join WORDs where they are not negative, or may leave when they are: at the entry of a loop.
static bool join_words(const SsaFunction *f, uint32_t index) {
    const SsaInsn *phi = &f->insns.items[index];
    const SsaBlock *block = &f->blocks.items[block_of_phi(f, index)];
    for (uint32_t i = 0; i < phi->nargs; i++) {
        const SsaInsn *joined = ssa_at(f, phi->args[i]), *end = ssa_at(f, vec_last(&f->blocks.items[block->preds.items[i]].insns));
        if (joined->type != SSA_TYPE_INT || (pass_is_nonnegative(f, phi->args[i]) && end->op != SSA_TRY)) continue;
        if (joined->op == SSA_CONST_INT || end->op != SSA_JUMP || !end->state || !ssa_may_guess(f, end->state)) return false;
    }
    return true;
}

static SsaType phi_type(const SsaFunction *f, uint32_t index) {
    const SsaInsn *phi = &f->insns.items[index];
    bool words = false, others = false;
    SsaType t = SSA_TYPE_NONE;
    for (uint32_t i = 0; i < phi->nargs; i++) {
        SsaType joined = (SsaType)ssa_at(f, phi->args[i])->type;
        t = join(t, joined);
        words |= joined == SSA_TYPE_WORD;
        others |= joined != SSA_TYPE_WORD && joined != SSA_TYPE_INT && joined != SSA_TYPE_NONE;
    }
    return t == SSA_TYPE_VALUE && words && !others && join_words(f, index) ? SSA_TYPE_WORD : t;
}

static SsaType operand(const SsaFunction *f, const SsaInsn *insn, uint32_t i) { return (SsaType)ssa_at(f, insn->args[i])->type; }

// A float and what is probably an int or a float give a float.
static bool makes_float(const SsaFunction *f, const SsaInsn *insn) {
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t kinds = predict_of(f, insn->args[i]).kinds;
        if (operand(f, insn, i) != SSA_TYPE_VALUE || operand(f, insn, !i) != SSA_TYPE_FLOAT) continue;
        return insn->state && ssa_may_guess(f, insn->state) && kinds && !(kinds & ~(uint32_t)(GUESS_INT | GUESS_FLOAT));
    }
    return false;
}

// Operators and attributes that are calls of the program's methods.
static bool calls_method(SsaFunction *f, uint32_t index, SsaType *type) {
    const SsaInsn *insn = &f->insns.items[index];
    PassTargets targets;
    if (insn->op == SSA_CALL || insn->op == SSA_CALLM || !insn->nargs) return false;
    if (insn->op == SSA_GETATTR && operand(f, insn, 0) != SSA_TYPE_VALUE) return false;
    if (!pass_call_targets(f, insn, &targets)) return false;
    *type = method_type(f, index, &targets);
    return true;
}

static SsaType value_type(SsaFunction *f, uint32_t index) {
    SsaType called;
    if (calls_method(f, index, &called)) return called;
    const SsaInsn *insn = &f->insns.items[index];
    SsaType word = insn->op >= SSA_ADD && insn->op <= SSA_INVERT && insn->op != SSA_SIZED ? pass_word_type(f, index) : SSA_TYPE_INFER;
    if (word != SSA_TYPE_INFER) return word;
    switch ((SsaOp)insn->op) {
    case SSA_PARAM: return f->key[insn->imm];
    case SSA_PHI: return phi_type(f, index);
    case SSA_ADD: case SSA_SUB: case SSA_MUL: case SSA_DIV:
        if (makes_float(f, insn)) return SSA_TYPE_FLOAT;
        if (insn->op == SSA_DIV) return division(operand(f, insn, 0), operand(f, insn, 1));
        return arithmetic(operand(f, insn, 0), operand(f, insn, 1));
    case SSA_POW: return pass_power_type(f, insn);
    case SSA_FLOORDIV: case SSA_MOD: case SSA_SHL: case SSA_SHR: return integral(operand(f, insn, 0), operand(f, insn, 1));
    case SSA_AND: case SSA_OR: case SSA_XOR: return bitwise(operand(f, insn, 0), operand(f, insn, 1));
    case SSA_POS: return operand(f, insn, 0) == SSA_TYPE_BOOL ? SSA_TYPE_VALUE : arithmetic(operand(f, insn, 0), operand(f, insn, 0));
    case SSA_NEG: return arithmetic(operand(f, insn, 0), operand(f, insn, 0));
    case SSA_INVERT: return integral(operand(f, insn, 0), operand(f, insn, 0));
    case SSA_LT: case SSA_LE: case SSA_EQ: case SSA_NE: case SSA_GT: case SSA_GE:
        return comparison(operand(f, insn, 0), operand(f, insn, 1));
    case SSA_GUESS: return guessed(f, index, operand(f, insn, 0));
    case SSA_SIZED: return sized_result(insn->aux, operand(f, insn, 0), operand(f, insn, 1));
    case SSA_PROMISE: return promised(operand(f, insn, 0), insn->imm);
    case SSA_CALL: case SSA_CALLM: return call_type(f, index);
    default: return SSA_TYPE_VALUE;
    }
}

static bool may_overflow(SsaOp op) {
    return op == SSA_ADD || op == SSA_SUB || op == SSA_MUL || op == SSA_SHL || op == SSA_NEG || op == SSA_FLOORDIV || op == SSA_POW;
}

// Of an operator whose type is given, the method it calls.
static void find_method(SsaFunction *f, uint32_t index) {
    SsaType type;
    f->insns.items[index].callee = NULL;
    if (pass_is_operator(&f->insns.items[index])) calls_method(f, index, &type);
}

static bool infer_insn(SsaFunction *f, SsaRef r) {
    if (ssa_op_info((SsaOp)ssa_at(f, r)->op)->result != SSA_TYPE_INFER) return find_method(f, r.i), false;
    SsaType type = value_type(f, r.i);
    SsaInsn *insn = ssa_at(f, r);
    if (type == SSA_TYPE_INT && may_overflow((SsaOp)insn->op) && is_avoided(f, insn)) type = SSA_TYPE_VALUE;
    SsaType risen = rise((SsaType)insn->type, type, (SsaOp)insn->op);
    bool changed = risen != (SsaType)insn->type;
    insn->type = (uint8_t)risen;
    return changed;
}

static bool infer_round(SsaFunction *f) {
    bool changed = false;
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) changed |= infer_insn(f, f->blocks.items[n].insns.items[i]);
    return changed;
}

static SsaType result_type(const SsaFunction *f) {
    if (f->bc->flags & BC_GENERATOR) return SSA_TYPE_VALUE;  // what it yields is returned, too
    SsaType result = SSA_TYPE_NONE;
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaRefVec *insns = &f->blocks.items[n].insns;
        if (!insns->count) continue;
        const SsaInsn *end = ssa_at(f, vec_last(insns));
        if (end->op == SSA_RETURN) result = join(result, operand(f, end, 0));
    }
    return result == SSA_TYPE_BOOL ? SSA_TYPE_VALUE : result;
}

bool pass_infer_step(SsaFunction *f) {
    bool changed = false;
    while (infer_round(f)) changed = true;
    return raise_result(f, rise(f->result, result_type(f), SSA_RETURN)) || changed;
}

// Before the first step, nothing is known but what was predicted.
static void forget_types(SsaFunction *f) {
    f->settled = false;
    pass_find_low(f);
    if (f->module->predict && !f->guesses) {
        Guess *guesses = predict_function(f->module->predict, f);
        f->guesses = guesses;
        f->nguesses = f->insns.count;
        for (uint32_t i = 1; i < f->nguesses; i++)
            if (is_avoided(f, &f->insns.items[i])) guesses[i] = (Guess){0};
    }
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaInsn *insn = &f->insns.items[i];
        if (ssa_op_info((SsaOp)insn->op)->result == SSA_TYPE_INFER) insn->type = SSA_TYPE_NONE;
    }
}

// Looks at the functions that are not settled. False: there was none.
static bool settle_round(SsaModule *m, uint32_t *started) {
    bool looked = false;
    for (; *started < m->functions.count; ++*started) forget_types(m->functions.items[*started]);
    for (uint32_t i = 0; i < *started; i++) {
        SsaFunction *f = m->functions.items[i];
        if (f->settled) continue;
        looked = f->settled = true;
        pass_infer_step(f);
    }
    return looked;
}

// A function that never returns in compiled code may still return by way of the bytecode, anything.
static bool open_results(SsaModule *m) {
    bool opened = false;
    for (uint32_t i = 0; i < m->functions.count; i++) {
        SsaFunction *f = m->functions.items[i];
        if (f->result == SSA_TYPE_NONE) opened |= raise_result(f, SSA_TYPE_VALUE);
    }
    return opened;
}

// Infers all functions of the module together.
void pass_infer(SsaFunction *f) {
    uint32_t started = 0;
    if (!f->module->predict) f->module->predict = predict_module(f->module->bc);
    do
        while (settle_round(f->module, &started)) continue;
    while (open_results(f->module));
}
