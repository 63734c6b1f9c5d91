// Generic operators: the common cases of two immediate ints and of two doubles of common size inline where it pays (in functions
// and in loops), the rest in the runtime. Tagged ints are x << 2, so they add, compare and combine as they are.
#include "lower.h"
#include "lower_parts.h"

bool lower_pays(const LowerFunction *lf) {
    bool once = lf->f->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY);
    return lf->in_loop[lf->block] || !(once || lower_is_rare(lf->m, lf->f));
}

// --- arithmetic

static const struct {
    LowerHelper helper;
    uint8_t dunder;  // in triples, see dunders.def
} binaries[] = {
    [SSA_ADD - SSA_ADD] = {HELPER_op_add, 0},       [SSA_SUB - SSA_ADD] = {HELPER_op_sub, 3},
    [SSA_MUL - SSA_ADD] = {HELPER_op_mul, 6},       [SSA_DIV - SSA_ADD] = {HELPER_op_div, 9},
    [SSA_FLOORDIV - SSA_ADD] = {HELPER_op_floordiv, 12}, [SSA_MOD - SSA_ADD] = {HELPER_op_mod, 15},
    [SSA_POW - SSA_ADD] = {HELPER_op_pow, 18},      [SSA_MATMUL - SSA_ADD] = {HELPER_op_matmul, 21},
    [SSA_SHL - SSA_ADD] = {HELPER_op_shl, 24},      [SSA_SHR - SSA_ADD] = {HELPER_op_shr, 27},
    [SSA_AND - SSA_ADD] = {HELPER_op_and, 30},      [SSA_OR - SSA_ADD] = {HELPER_op_or, 33},
    [SSA_XOR - SSA_ADD] = {HELPER_op_xor, 36},
};

static LLVMValueRef binary_slow(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    uint32_t which = insn->op - SSA_ADD;
    LLVMValueRef v;
    if (insn->imm) v = LOWER_CALL(lf, native_inplace, lower_i32(lf, binaries[which].dunder), a, b);
    else v = lower_call(lf, binaries[which].helper, (LLVMValueRef[]){a, b}, 2);
    return lower_check_value(lf, insn, v);
}

static LLVMValueRef both_ints(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef tags = LLVMBuildAnd(lf->b, LLVMBuildOr(lf->b, a, b, ""), lower_i64(lf, 3), "");
    return LLVMBuildICmp(lf->b, LLVMIntEQ, tags, lower_i64(lf, 0), "");
}

static LLVMValueRef untag(LowerFunction *lf, LLVMValueRef v) { return LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), ""); }

static LLVMValueRef overflowing(LowerFunction *lf, const char *name, LLVMValueRef a, LLVMValueRef b, LLVMBasicBlockRef slow) {
    LLVMValueRef pair = lower_intrinsic(lf, name, lf->m->i64, (LLVMValueRef[]){a, b}, 2);
    LLVMBasicBlockRef fine = lower_new_block(lf, "fits");
    lower_branch(lf, LLVMBuildExtractValue(lf->b, pair, 1, ""), slow, fine, lf->m->unlikely);
    lower_set_block(lf, fine);
    return LLVMBuildExtractValue(lf->b, pair, 0, "");
}

// Floor division and remainder by a positive right operand; anything else is slow.
static LLVMValueRef floored(LowerFunction *lf, SsaOp op, LLVMValueRef a, LLVMValueRef b, LLVMBasicBlockRef slow) {
    LLVMBasicBlockRef fine = lower_new_block(lf, "positive");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntSGT, b, lower_i64(lf, 0), ""), fine, slow, lf->m->likely);
    lower_set_block(lf, fine);
    LLVMValueRef x = untag(lf, a), y = untag(lf, b);
    LLVMValueRef rest = LLVMBuildSRem(lf->b, x, y, "");
    LLVMValueRef negative = LLVMBuildICmp(lf->b, LLVMIntSLT, rest, lower_i64(lf, 0), "");
    LLVMValueRef result;
    if (op == SSA_MOD) result = LLVMBuildAdd(lf->b, rest, LLVMBuildSelect(lf->b, negative, y, lower_i64(lf, 0), ""), "");
    else result = LLVMBuildAdd(lf->b, LLVMBuildSDiv(lf->b, x, y, ""), LLVMBuildSExt(lf->b, negative, lf->m->i64, ""), "");
    return LLVMBuildShl(lf->b, result, lower_i64(lf, 2), "");
}

static LLVMValueRef shifted_right(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b, LLVMBasicBlockRef slow) {
    LLVMBasicBlockRef fine = lower_new_block(lf, "near");
    LLVMValueRef by = untag(lf, b);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntULT, by, lower_i64(lf, 62), ""), fine, slow, lf->m->likely);
    lower_set_block(lf, fine);
    return LLVMBuildShl(lf->b, LLVMBuildAShr(lf->b, untag(lf, a), by, ""), lower_i64(lf, 2), "");
}

// The result for two ints, or NULL when the operation has no inline form. May jump to `slow`.
static LLVMValueRef binary_fast(LowerFunction *lf, SsaOp op, LLVMValueRef a, LLVMValueRef b, LLVMBasicBlockRef slow) {
    switch (op) {
    case SSA_ADD: return overflowing(lf, "llvm.sadd.with.overflow", a, b, slow);
    case SSA_SUB: return overflowing(lf, "llvm.ssub.with.overflow", a, b, slow);
    case SSA_MUL: return overflowing(lf, "llvm.smul.with.overflow", untag(lf, a), b, slow);
    case SSA_FLOORDIV: case SSA_MOD: return floored(lf, op, a, b, slow);
    case SSA_SHR: return shifted_right(lf, a, b, slow);
    case SSA_AND: return LLVMBuildAnd(lf->b, a, b, "");
    case SSA_OR: return LLVMBuildOr(lf->b, a, b, "");
    case SSA_XOR: return LLVMBuildXor(lf->b, a, b, "");
    default: return NULL;
    }
}

static bool has_int_form(SsaOp op) { return op != SSA_DIV && op != SSA_POW && op != SSA_MATMUL && op != SSA_SHL; }
static bool has_float_form(SsaOp op) { return op == SSA_ADD || op == SSA_SUB || op == SSA_MUL || op == SSA_DIV; }

// --- doubles of common size: bit 1 set, the rest rotated (stdlib/runtime/value.h)

static bool is_boxed_int(const LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    return insn->op == SSA_BOX && ssa_at(lf->f, insn->args[0])->type == SSA_TYPE_INT;
}

static LLVMValueRef both_floats(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef tags = LLVMBuildAnd(lf->b, LLVMBuildAnd(lf->b, a, b, ""), lower_i64(lf, 2), "");
    return LLVMBuildICmp(lf->b, LLVMIntNE, tags, lower_i64(lf, 0), "");
}

static LLVMValueRef unrotate(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef bits = LLVMBuildSub(lf->b, v, lower_i64(lf, 1), "");
    bits = lower_intrinsic(lf, "llvm.fshr", lf->m->i64, (LLVMValueRef[]){bits, bits, lower_i64(lf, 3)}, 3);
    return LLVMBuildBitCast(lf->b, bits, lf->m->f64, "");
}

static LLVMValueRef float_result(LowerFunction *lf, SsaOp op, LLVMValueRef x, LLVMValueRef y) {
    switch (op) {
    case SSA_ADD: return LLVMBuildFAdd(lf->b, x, y, "");
    case SSA_SUB: return LLVMBuildFSub(lf->b, x, y, "");
    case SSA_MUL: return LLVMBuildFMul(lf->b, x, y, "");
    default: return LLVMBuildFDiv(lf->b, x, y, "");  // a common double is not 0
    }
}

// The paths of an operator join in `done`; each says what it gives and where it ends.
typedef struct {
    LLVMBasicBlockRef done, from[3];
    LLVMValueRef values[3];
    uint32_t count;
} Paths;

static void end_path(LowerFunction *lf, Paths *p, LLVMValueRef v) {
    p->from[p->count] = LLVMGetInsertBlock(lf->b);
    p->values[p->count++] = v;
    LLVMBuildBr(lf->b, p->done);
}

static void int_path(LowerFunction *lf, Paths *p, SsaOp op, LLVMValueRef a, LLVMValueRef b, LLVMBasicBlockRef slow) {
    LLVMBasicBlockRef fast = lower_new_block(lf, "ints"), next = lower_new_block(lf, "other");
    lower_branch(lf, both_ints(lf, a, b), fast, next, lf->m->likely);
    lower_set_block(lf, fast);
    end_path(lf, p, binary_fast(lf, op, a, b, slow));
    lower_set_block(lf, next);
}

static void float_path(LowerFunction *lf, Paths *p, SsaOp op, LLVMValueRef a, LLVMValueRef b) {
    LLVMBasicBlockRef fast = lower_new_block(lf, "floats"), next = lower_new_block(lf, "other");
    lower_branch(lf, both_floats(lf, a, b), fast, next, NULL);
    lower_set_block(lf, fast);
    end_path(lf, p, lower_box_as(lf, SSA_TYPE_FLOAT, float_result(lf, op, unrotate(lf, a), unrotate(lf, b)), false));
    lower_set_block(lf, next);
}

static LLVMValueRef binary(LowerFunction *lf, const SsaInsn *insn) {
    SsaOp op = (SsaOp)insn->op;
    LLVMValueRef a = lower_arg(lf, insn, 0), b = lower_arg(lf, insn, 1);
    bool floats = has_float_form(op) && !is_boxed_int(lf, insn->args[0]) && !is_boxed_int(lf, insn->args[1]);
    if (!lower_pays(lf) || (!has_int_form(op) && !floats)) return binary_slow(lf, insn, a, b);
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow");
    Paths p = {.done = lower_new_block(lf, "done")};
    if (has_int_form(op)) int_path(lf, &p, op, a, b, slow);
    if (floats) float_path(lf, &p, op, a, b);
    LLVMBuildBr(lf->b, slow);
    lower_set_block(lf, slow);
    end_path(lf, &p, binary_slow(lf, insn, a, b));
    lower_set_block(lf, p.done);
    LLVMValueRef result = LLVMBuildPhi(lf->b, lf->m->i64, "");
    LLVMAddIncoming(result, p.values, p.from, p.count);
    return result;
}

// --- comparison

static LLVMValueRef compare_slow(LowerFunction *lf, const SsaInsn *insn, bool as_bool, uint32_t which, LLVMValueRef a, LLVMValueRef b) {
    if (as_bool) return lower_check_truth(lf, insn, LOWER_CALL(lf, native_compare_bool, lower_i32(lf, which), a, b));
    return lower_check_value(lf, insn, LOWER_CALL(lf, native_compare, lower_i32(lf, which), a, b));
}

// Only a truth: what objects answer to == themselves may be anything.
static LLVMValueRef compare_text(LowerFunction *lf, const SsaInsn *insn) {
    return insn->op == SSA_TEST_EQ || insn->op == SSA_TEST_NE ? lower_text_equal(lf, insn, insn->op == SSA_TEST_NE) : NULL;
}

static LLVMValueRef compare(LowerFunction *lf, const SsaInsn *insn, bool as_bool, uint32_t which) {
    static const LLVMIntPredicate predicates[] = {LLVMIntSLT, LLVMIntSLE, LLVMIntEQ, LLVMIntNE, LLVMIntSGT, LLVMIntSGE};
    LLVMValueRef a = lower_arg(lf, insn, 0), b = lower_arg(lf, insn, 1), text = compare_text(lf, insn);
    if (text) return text;
    if (!lower_pays(lf)) return compare_slow(lf, insn, as_bool, which, a, b);
    LLVMBasicBlockRef fast = lower_new_block(lf, "ints"), slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "done");
    lower_branch(lf, both_ints(lf, a, b), fast, slow, lf->m->likely);
    lower_set_block(lf, fast);
    LLVMValueRef quick = LLVMBuildICmp(lf->b, predicates[which], a, b, "");
    if (!as_bool) quick = lower_box_as(lf, SSA_TYPE_BOOL, quick, false);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    LLVMValueRef full = compare_slow(lf, insn, as_bool, which, a, b);
    LLVMBasicBlockRef after_slow = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, as_bool ? lf->m->i1 : lf->m->i64, quick, fast, full, after_slow);
}

// --- truth

// None, False and True differ in bits 4 and 5 only.
static LLVMValueRef is_plain_singleton(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef rest = LLVMBuildAnd(lf->b, v, lower_i64(lf, ~0x30ull), "");
    return LLVMBuildICmp(lf->b, LLVMIntEQ, rest, lower_i64(lf, LAYOUT_BITS_NONE), "");
}

static LLVMValueRef truth(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    if (!lower_pays(lf)) return lower_check_truth(lf, insn, LOWER_CALL(lf, native_truth, v));
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "done");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    LLVMValueRef is_true = LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_TRUE), "");
    lower_branch(lf, is_plain_singleton(lf, v), done, slow, lf->m->likely);
    lower_set_block(lf, slow);
    LLVMValueRef full = lower_check_truth(lf, insn, LOWER_CALL(lf, native_truth, v));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i1, is_true, here, full, after);
}

static LLVMValueRef unary(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper) {
    LLVMValueRef a = lower_arg(lf, insn, 0);
    return lower_check_value(lf, insn, lower_call(lf, helper, &a, 1));
}

static LLVMValueRef contains(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef text = lower_text_in(lf, insn);
    return text ? text : lower_check_truth(lf, insn, LOWER_CALL(lf, op_contains, lower_arg(lf, insn, 1), lower_arg(lf, insn, 0)));
}

static LLVMValueRef generic_value(LowerFunction *lf, const SsaInsn *insn) {
    SsaOp op = (SsaOp)insn->op;
    if (op >= SSA_ADD && op <= SSA_XOR) return binary(lf, insn);
    if (op >= SSA_LT && op <= SSA_GE) return compare(lf, insn, false, op - SSA_LT);
    if (op >= SSA_TEST_LT && op <= SSA_TEST_GE) return compare(lf, insn, true, op - SSA_TEST_LT);
    switch (op) {
    case SSA_NEG: return unary(lf, insn, HELPER_op_neg);
    case SSA_POS: return unary(lf, insn, HELPER_op_pos);
    case SSA_INVERT: return unary(lf, insn, HELPER_op_invert);
    case SSA_TRUTH: return truth(lf, insn);
    case SSA_IS: return LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), "");
    case SSA_IN: return contains(lf, insn);
    case SSA_IS_UNBOUND: return LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), lower_i64(lf, LAYOUT_BITS_UNBOUND), "");
    default: return NULL;
    }
}

bool lower_generic(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef v = generic_value(lf, insn);
    if (!v) return false;
    lf->values[r.i] = v;
    return true;
}
