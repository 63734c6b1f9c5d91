// Calls of known natives: the test that the callee is the one, and the operations.
#include "lower.h"

static LLVMValueRef slot(LowerFunction *lf, const SsaInsn *insn, const char *table) {
    LLVMValueRef at = lower_i64(lf, (uint64_t)insn->imm);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lower_outside(lf->m, table), &at, 1, "");
}

static LLVMValueRef known(LowerFunction *lf, const SsaInsn *insn) { return lower_load_invariant(lf, lf->m->i64, slot(lf, insn, "native_known")); }

static LLVMValueRef is_known(LowerFunction *lf, const SsaInsn *insn) {
    return LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), known(lf, insn), "");
}

static LLVMValueRef is_home(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef home = lower_load(lf, lf->m->i64, slot(lf, insn, "native_known_home"), LOWER_GLOBALS);
    return LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), home, "");
}

static LLVMValueRef pick(LowerFunction *lf, LLVMValueRef second, const SsaInsn *insn) {
    return LLVMBuildSelect(lf->b, second, lower_arg(lf, insn, 1), lower_arg(lf, insn, 0), "");
}

static LLVMValueRef pick_int(LowerFunction *lf, const SsaInsn *insn, LLVMIntPredicate predicate) {
    return pick(lf, LLVMBuildICmp(lf->b, predicate, lower_arg(lf, insn, 1), lower_arg(lf, insn, 0), ""), insn);
}

static LLVMValueRef pick_float(LowerFunction *lf, const SsaInsn *insn, LLVMRealPredicate predicate) {
    return pick(lf, LLVMBuildFCmp(lf->b, predicate, lower_arg(lf, insn, 1), lower_arg(lf, insn, 0), ""), insn);
}

static LLVMValueRef magnitude(LowerFunction *lf, LLVMValueRef v) { return lower_intrinsic(lf, "llvm.fabs", lf->m->f64, &v, 1); }

static void exit_unless(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef holds) {
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, holds, ""));
}

static LLVMValueRef square_root(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    exit_unless(lf, insn, LLVMBuildFCmp(lf->b, LLVMRealOGE, v, LLVMConstReal(lf->m->f64, 0), ""));
    return lower_intrinsic(lf, "llvm.sqrt", lf->m->f64, &v, 1);
}

static LLVMValueRef truncated(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0), limit = LLVMConstReal(lf->m->f64, 0x1p62);
    exit_unless(lf, insn, LLVMBuildFCmp(lf->b, LLVMRealOLT, magnitude(lf, v), limit, ""));
    return LLVMBuildFPToSI(lf->b, v, lf->m->i64, "");
}

static LowerHelper c_function(PassKnown known) {
    switch (known) {
    case PASS_KNOWN_SIN: return HELPER_sin;
    case PASS_KNOWN_COS: return HELPER_cos;
    case PASS_KNOWN_TAN: return HELPER_tan;
    case PASS_KNOWN_EXP: return HELPER_exp;
    case PASS_KNOWN_LOG: return HELPER_log;
    case PASS_KNOWN_LOG2: return HELPER_log2;
    case PASS_KNOWN_LOG10: return HELPER_log10;
    case PASS_KNOWN_ASIN: return HELPER_asin;
    case PASS_KNOWN_ACOS: return HELPER_acos;
    case PASS_KNOWN_ATAN: return HELPER_atan;
    case PASS_KNOWN_ROUND: return HELPER_rint;
    case PASS_KNOWN_FLOOR: return HELPER_floor;
    default: return HELPER_ceil;
    }
}

static LLVMValueRef call_c(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    LowerCallee callee = lower_helper(lf->m, c_function((PassKnown)insn->imm));
    v = LLVMBuildCall2(lf->b, callee.type, callee.function, &v, 1, "");
    exit_unless(lf, insn, LLVMBuildFCmp(lf->b, LLVMRealOLT, magnitude(lf, v), LLVMConstReal(lf->m->f64, __builtin_inf()), ""));
    return v;
}

static LLVMValueRef angle(LowerFunction *lf, const SsaInsn *insn) {
    LowerCallee callee = lower_helper(lf->m, HELPER_atan2);
    return LLVMBuildCall2(lf->b, callee.type, callee.function, (LLVMValueRef[]){lower_arg(lf, insn, 0), lower_arg(lf, insn, 1)}, 2, "");
}

static LLVMValueRef length(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef n = LOWER_CALL(lf, op_length, lower_arg(lf, insn, 0));
    LLVMValueRef failed = LLVMBuildICmp(lf->b, LLVMIntSLT, n, lower_i64(lf, 0), "");
    lower_check_true(lf, insn, LLVMBuildZExt(lf->b, LLVMBuildNot(lf->b, failed, ""), lf->m->i32, ""));
    return n;
}

static LLVMValueRef code_point(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef code = LOWER_CALL(lf, native_code_point, lower_arg(lf, insn, 0));
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntSLT, code, lower_i32(lf, 0), ""));
    return LLVMBuildZExt(lf->b, code, lf->m->i64, "");
}

static LLVMValueRef is_constant(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef wanted = insn->aux ? lower_i64(lf, (uint64_t)insn->imm << 2) : lower_const_of(lf, 0, (uint32_t)insn->imm);
    return LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), wanted, "");
}

bool lower_known(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_KNOWN_GUARD: exit_unless(lf, insn, is_known(lf, insn)); return true;
    case SSA_NUMBER:
        if (lf->operand[r.i]) *result = lower_mixed(lf, insn);  // else made where it is stored
        return true;
    case SSA_GUARD_CONST: exit_unless(lf, insn, is_constant(lf, insn)); return true;
    case SSA_HOME_GUARD: exit_unless(lf, insn, is_home(lf, insn)); return true;
    case SSA_KNOWN: *result = known(lf, insn); return true;
    case SSA_INT_MIN: *result = pick_int(lf, insn, LLVMIntSLT); return true;
    case SSA_INT_MAX: *result = pick_int(lf, insn, LLVMIntSGT); return true;
    case SSA_FLOAT_MIN: *result = pick_float(lf, insn, LLVMRealOLT); return true;
    case SSA_FLOAT_MAX: *result = pick_float(lf, insn, LLVMRealOGT); return true;
    case SSA_FLOAT_ABS: *result = magnitude(lf, lower_arg(lf, insn, 0)); return true;
    case SSA_FLOAT_SQRT: *result = square_root(lf, insn); return true;
    case SSA_FLOAT_CALL: *result = call_c(lf, insn); return true;
    case SSA_FLOAT_ATAN2: *result = angle(lf, insn); return true;
    case SSA_FLOAT_POW: *result = lower_float_power(lf, insn); return true;
    case SSA_FLOAT_TO_INT: *result = truncated(lf, insn); return true;
    case SSA_LEN: *result = length(lf, insn); return true;
    case SSA_ORD: *result = code_point(lf, insn); return true;
    default: return false;
    }
}
