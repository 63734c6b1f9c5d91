// Operators and properties of objects of program classes are calls of methods, behind tests of shapes.
#include "objects_int.h"

static SsaInsn *at(const Objects *s, SsaRef r) { return ssa_at(s->f, r); }

static SsaRef add_plain(Objects *s, SsaOp op, const SsaRef *args, uint32_t nargs, const SsaInsn *from) {
    SsaRef r = objects_add(s, op, args, nargs, from);
    at(s, r)->state = NULL;
    return r;
}

static int64_t answer_number(SsaOp op) { return op >= SSA_TEST_LT ? op - SSA_TEST_LT : op >= SSA_LT ? op - SSA_LT : op - SSA_ADD + PASS_ANSWER_ARITHMETIC; }

// What the method gave, unless it declines.
static SsaRef answer(Objects *s, SsaRef result, const SsaInsn *insn, const PassTargets *targets) {
    SsaRef args[3] = {result, insn->args[0], insn->args[1]};
    SsaRef r = objects_add(s, SSA_ANSWER, args, 3, insn);
    at(s, r)->imm = answer_number(targets->negated ? SSA_EQ : (SsaOp)insn->op) | (targets->swapped ? PASS_ANSWER_LAST : 0);
    return r;
}

static SsaRef truth(Objects *s, SsaRef v, const SsaInsn *insn, bool negated) {
    SsaRef r = objects_add(s, SSA_TRUTH, &v, 1, insn);
    return negated ? add_plain(s, SSA_NOT, &r, 1, insn) : r;
}

static void guard_operands(Objects *s, const SsaInsn *insn, const PassTargets *targets) {
    objects_guard(s, insn->args[targets->self], objects_full_cell(s, targets->classes[0]), insn);
    if (targets->other) objects_guard(s, insn->args[targets->first], objects_full_cell(s, targets->other), insn);
}

static SsaRef identity(Objects *s, const SsaInsn *insn, const PassTargets *targets) {
    SsaRef r = add_plain(s, SSA_IS, insn->args, 2, insn);
    return targets->negated ? add_plain(s, SSA_NOT, &r, 1, insn) : r;
}

// What the call gives is no result of the instruction: it must be a value, since bytecode could not go on with anything else behind it.
static SsaRef call_for(Objects *s, SsaFunction *callee, const SsaInsn *insn, const PassTargets *targets) {
    SsaRef r = objects_known_call(s, callee, insn->args[targets->self], insn, targets);
    if (targets->declines || targets->tests || insn->type == SSA_TYPE_NONE) at(s, r)->type = SSA_TYPE_VALUE;
    return r;
}

bool objects_operator(Objects *s, SsaRef r) {
    SsaInsn insn = *at(s, r);
    PassTargets targets;
    bool known = true;
    at(s, r)->callee = NULL;
    if (!pass_call_targets(s->f, &insn, &targets) || at(s, insn.args[targets.self])->type != SSA_TYPE_VALUE) return false;
    SsaFunction *callee = targets.identity ? NULL : pass_call_instance(s->f, &insn, &targets, 0, &known);
    if (!callee && !targets.identity) return false;
    guard_operands(s, &insn, &targets);
    SsaRef result = targets.identity ? identity(s, &insn, &targets) : call_for(s, callee, &insn, &targets);
    if (callee && targets.declines) result = answer(s, result, &insn, &targets);
    if (callee && (targets.tests || targets.negated)) result = truth(s, result, &insn, targets.negated);
    if (insn.type != SSA_TYPE_NONE) objects_replace(s, r, objects_boxed_as(s, result, &insn));
    return true;
}
