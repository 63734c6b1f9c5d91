// Typed operations: machine arithmetic with the checks that keep Python's meaning, and changes of representation.
#include "lower.h"
#include "lower_parts.h"

// --- boxing. Immediate ints are x << 2 when x fits 62 bits; doubles: stdlib/runtime/value.h

static LLVMValueRef fits_immediate(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef biased = LLVMBuildAdd(lf->b, v, lower_i64(lf, 1ull << 61), "");
    return LLVMBuildICmp(lf->b, LLVMIntULT, biased, lower_i64(lf, 1ull << 62), "");
}

// A collection reads how many fields an object has: an object under construction has them in memory by then.
static LLVMValueRef tag_allocation(LowerFunction *lf, LLVMValueRef call) { return lf->f->fresh ? call : lower_tag(lf, call, LOWER_HEAP); }

static LLVMValueRef box_int(LowerFunction *lf, LLVMValueRef v, bool small) {
    LLVMValueRef shifted = LLVMBuildShl(lf->b, v, lower_i64(lf, 2), "");
    if (small) return shifted;
    LLVMBasicBlockRef big = lower_new_block(lf, "big"), done = lower_new_block(lf, "boxed");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, fits_immediate(lf, v), done, big, lf->m->likely);
    lower_set_block(lf, big);
    LLVMValueRef object = tag_allocation(lf, LOWER_CALL(lf, native_box_int, v));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, shifted, here, object, after);
}

static LLVMValueRef rotate(LowerFunction *lf, const char *name, LLVMValueRef v) {
    return lower_intrinsic(lf, name, lf->m->i64, (LLVMValueRef[]){v, v, lower_i64(lf, 3)}, 3);
}

static LLVMValueRef has_bits(LowerFunction *lf, LLVMValueRef v, uint64_t mask, uint64_t bits) {
    return LLVMBuildICmp(lf->b, LLVMIntEQ, LLVMBuildAnd(lf->b, v, lower_i64(lf, mask), ""), lower_i64(lf, bits), "");
}

static LLVMValueRef box_float(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef bits = LLVMBuildBitCast(lf->b, v, lf->m->i64, "");
    LLVMValueRef common = LLVMBuildAdd(lf->b, rotate(lf, "llvm.fshl", bits), lower_i64(lf, 1), "");
    LLVMBasicBlockRef rare = lower_new_block(lf, "rare"), done = lower_new_block(lf, "boxed");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, has_bits(lf, common, 2, 2), done, rare, lf->m->likely);
    lower_set_block(lf, rare);
    LLVMValueRef object = tag_allocation(lf, LOWER_CALL(lf, native_box_float, v));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, common, here, object, after);
}

LLVMValueRef lower_box_as(LowerFunction *lf, SsaType type, LLVMValueRef v, bool small) {
    switch (type) {
    case SSA_TYPE_INT: return box_int(lf, v, small);
    case SSA_TYPE_FLOAT: return box_float(lf, v);
    case SSA_TYPE_WORD: return lower_box_word(lf, v);
    case SSA_TYPE_BOOL:
        return LLVMBuildSelect(lf->b, v, lower_i64(lf, LAYOUT_BITS_TRUE), lower_i64(lf, LAYOUT_BITS_FALSE), "");
    default: return v;
    }
}

static bool fits_small(const SsaInsn *insn) {
    if (insn->op == SSA_CONST_INT) return insn->imm >= -(1ll << 61) && insn->imm < 1ll << 61;
    return insn->op == SSA_UNBOX_INT;
}

// --- exact results of operations done modulo 2^64 (passes/mask.c), for frame states

static bool is_repeated(const LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    bool wraps = insn->op >= SSA_INT_LOW_SHL && insn->op <= SSA_INT_WRAP_NEG, bitwise = insn->op >= SSA_INT_AND && insn->op <= SSA_INT_INVERT;
    return insn->imm && (wraps || bitwise);
}

static LowerHelper exact_helper(SsaOp op) {
    switch (op) {
    case SSA_INT_WRAP_ADD: return HELPER_op_add;
    case SSA_INT_WRAP_SUB: return HELPER_op_sub;
    case SSA_INT_WRAP_MUL: return HELPER_op_mul;
    case SSA_INT_WRAP_SHL: case SSA_INT_LOW_SHL: return HELPER_op_shl;
    case SSA_INT_WRAP_NEG: return HELPER_op_neg;
    case SSA_INT_AND: return HELPER_op_and;
    case SSA_INT_OR: return HELPER_op_or;
    case SSA_INT_XOR: return HELPER_op_xor;
    default: return HELPER_op_invert;
    }
}

static LLVMValueRef repeat(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef operands[2];
    for (uint32_t i = 0; i < insn->nargs; i++) operands[i] = lower_box_cold(lf, insn->args[i]);
    return lower_call(lf, exact_helper((SsaOp)insn->op), operands, insn->nargs);
}

LLVMValueRef lower_box_special(LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    if (insn->op == SSA_NUMBER && !lf->operand[r.i]) return lower_mixed(lf, insn);
    if (insn->op == SSA_METHOD_OF) return lower_method_of(lf, insn);
    if (insn->op == SSA_ITER_AT) return LOWER_CALL(lf, native_iter_at, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1));
    if (insn->op == SSA_OBJECT_AT) return lower_object_at(lf, insn);
    if (insn->op == SSA_CHAR && !lf->operand[r.i]) return lower_char(lf, insn);
    if (insn->op == SSA_WORD_BITS && insn->imm) return lower_box_cold(lf, insn->args[0]);
    if (is_repeated(lf, r)) return repeat(lf, insn);
    return insn->op == SSA_CONST_WORD && insn->aux != SSA_NO_CONSTANT ? lower_const_k(lf, insn->aux) : NULL;
}

LLVMValueRef lower_box(LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    LLVMValueRef special = lower_box_special(lf, r);
    return special ? special : lower_box_as(lf, (SsaType)insn->type, lf->values[r.i], fits_small(insn));
}

LLVMValueRef lower_box_cold(LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    LLVMValueRef special = lower_box_special(lf, r), v = lf->values[r.i];
    if (special) return special;
    switch ((SsaType)insn->type) {
    case SSA_TYPE_INT: return fits_small(insn) ? box_int(lf, v, true) : lower_tag(lf, LOWER_CALL(lf, native_box_int, v), LOWER_HEAP);
    case SSA_TYPE_WORD: return LOWER_CALL(lf, native_box_word, v);
    case SSA_TYPE_FLOAT: return lower_tag(lf, LOWER_CALL(lf, native_box_float, v), LOWER_HEAP);
    default: return lower_box_as(lf, (SsaType)insn->type, v, false);
    }
}

static LLVMValueRef unbox_int(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, has_bits(lf, v, 3, 0), ""));
    return LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), "");
}

// Common doubles are rotated; the few others with an immediate form have their tag in zero bits.
static LLVMValueRef unbox_float(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    LLVMValueRef rotated = rotate(lf, "llvm.fshr", LLVMBuildSub(lf->b, v, lower_i64(lf, 1), ""));
    LLVMBasicBlockRef rare = lower_new_block(lf, "rare"), done = lower_new_block(lf, "unboxed");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, has_bits(lf, v, 2, 2), done, rare, lf->m->likely);
    lower_set_block(lf, rare);
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, has_bits(lf, v, 15, 5), ""));
    LLVMValueRef cleared = LLVMBuildAnd(lf->b, v, lower_i64(lf, ~15ull), "");
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    LLVMValueRef bits = lower_phi2(lf, lf->m->i64, rotated, here, cleared, after);
    return LLVMBuildBitCast(lf->b, bits, lf->m->f64, "");
}

// The same of an immediate int, too.
static LLVMValueRef unbox_number(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    LLVMValueRef rotated = rotate(lf, "llvm.fshr", LLVMBuildSub(lf->b, v, lower_i64(lf, 1), ""));
    LLVMValueRef common = LLVMBuildBitCast(lf->b, rotated, lf->m->f64, "");
    LLVMBasicBlockRef rare = lower_new_block(lf, "rare"), done = lower_new_block(lf, "unboxed"), here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, has_bits(lf, v, 2, 2), done, rare, lf->m->likely);
    lower_set_block(lf, rare);
    LLVMValueRef is_int = has_bits(lf, v, 3, 0);
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, LLVMBuildOr(lf->b, is_int, has_bits(lf, v, 15, 5), ""), ""));
    LLVMValueRef cleared = LLVMBuildBitCast(lf->b, LLVMBuildAnd(lf->b, v, lower_i64(lf, ~15ull), ""), lf->m->f64, "");
    LLVMValueRef whole = LLVMBuildSIToFP(lf->b, LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), ""), lf->m->f64, "");
    LLVMValueRef other = LLVMBuildSelect(lf->b, is_int, whole, cleared, "");
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->f64, common, here, other, after);
}

// A small int or a float (passes/numbers.c).
LLVMValueRef lower_mixed(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef real = lower_arg(lf, insn, 0);
    LLVMBasicBlockRef whole = lower_new_block(lf, "whole"), other = lower_new_block(lf, "real"), done = lower_new_block(lf, "number");
    lower_branch(lf, lower_arg(lf, insn, 1), whole, other, lf->m->unlikely);
    lower_set_block(lf, whole);
    LLVMValueRef i = box_int(lf, LLVMBuildFPToSI(lf->b, real, lf->m->i64, ""), true);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, other);
    LLVMValueRef f = box_float(lf, real);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, i, whole, f, after);
}

static LLVMValueRef guard_fact(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    if (ssa_fact(lf->f, insn->args[0]) == (SsaFact)insn->imm) return v;
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, lower_is_object(lf, v), ""));
    LLVMValueRef shape = lower_load(lf, lf->m->ptr, lower_object_field(lf, v, LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
    LLVMValueRef wanted = lower_fact_shape(lf->m, (SsaFact)insn->imm), differs = LLVMBuildICmp(lf->b, LLVMIntNE, shape, wanted, "");
    if (insn->imm == SSA_FACT_STR) {  // strings have two shapes
        LLVMValueRef shared = LLVMBuildICmp(lf->b, LLVMIntNE, shape, lower_outside(lf->m, "shape_str_shared"), "");
        differs = LLVMBuildAnd(lf->b, differs, shared, "");
    }
    lower_exit_when(lf, insn, differs);
    return v;
}

// --- ints

static LLVMValueRef checked(LowerFunction *lf, const SsaInsn *insn, const char *name, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef pair = lower_intrinsic(lf, name, lf->m->i64, (LLVMValueRef[]){a, b}, 2);
    lower_exit_when(lf, insn, LLVMBuildExtractValue(lf->b, pair, 1, ""));
    return LLVMBuildExtractValue(lf->b, pair, 0, "");
}

static void exit_on_bad_divisor(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef zero = LLVMBuildICmp(lf->b, LLVMIntEQ, b, lower_i64(lf, 0), "");
    LLVMValueRef minus = LLVMBuildICmp(lf->b, LLVMIntEQ, b, lower_i64(lf, UINT64_MAX), "");
    LLVMValueRef lowest = LLVMBuildICmp(lf->b, LLVMIntEQ, a, lower_i64(lf, 1ull << 63), "");
    lower_exit_when(lf, insn, LLVMBuildOr(lf->b, zero, LLVMBuildAnd(lf->b, minus, lowest, ""), ""));
}

// Is the remainder of the wrong sign for floor division?
static LLVMValueRef needs_floor(LowerFunction *lf, LLVMValueRef rest, LLVMValueRef b) {
    if (LLVMIsAConstantInt(b) && LLVMConstIntGetSExtValue(b) > 0) return LLVMBuildICmp(lf->b, LLVMIntSLT, rest, lower_i64(lf, 0), "");
    LLVMValueRef nonzero = LLVMBuildICmp(lf->b, LLVMIntNE, rest, lower_i64(lf, 0), "");
    LLVMValueRef differ = LLVMBuildICmp(lf->b, LLVMIntSLT, LLVMBuildXor(lf->b, rest, b, ""), lower_i64(lf, 0), "");
    return LLVMBuildAnd(lf->b, nonzero, differ, "");
}

static LLVMValueRef floor_divide(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef quotient = LLVMBuildSDiv(lf->b, a, b, ""), rest = LLVMBuildSRem(lf->b, a, b, "");
    LLVMValueRef less = LLVMBuildSExt(lf->b, needs_floor(lf, rest, b), lf->m->i64, "");
    return LLVMBuildAdd(lf->b, quotient, less, "");
}

static LLVMValueRef floor_modulo(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef rest = LLVMBuildSRem(lf->b, a, b, "");
    LLVMValueRef more = LLVMBuildSelect(lf->b, needs_floor(lf, rest, b), b, lower_i64(lf, 0), "");
    return LLVMBuildAdd(lf->b, rest, more, "");
}

// Quotient or remainder. `plain`: of what is not negative by what is positive.
static LLVMValueRef divide_ints(LowerFunction *lf, bool quotient, bool plain, LLVMValueRef a, LLVMValueRef b) {
    if (plain) return quotient ? LLVMBuildUDiv(lf->b, a, b, "") : LLVMBuildURem(lf->b, a, b, "");
    return quotient ? floor_divide(lf, a, b) : floor_modulo(lf, a, b);
}

static LLVMValueRef checked_divide(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    exit_on_bad_divisor(lf, insn, a, b);
    return divide_ints(lf, insn->op == SSA_INT_FLOORDIV, false, a, b);
}

static LLVMValueRef ratio(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    return LLVMBuildFDiv(lf->b, LLVMBuildSIToFP(lf->b, a, lf->m->f64, ""), LLVMBuildSIToFP(lf->b, b, lf->m->f64, ""), "");
}

static LLVMValueRef outside(LowerFunction *lf, LLVMValueRef v, uint64_t limit) {
    LLVMValueRef biased = LLVMBuildAdd(lf->b, v, lower_i64(lf, limit), "");
    return LLVMBuildICmp(lf->b, LLVMIntUGT, biased, lower_i64(lf, 2 * limit), "");
}

static LLVMValueRef true_divide(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef bad = LLVMBuildOr(lf->b, outside(lf, a, 1ull << 53), outside(lf, b, 1ull << 53), "");
    bad = LLVMBuildOr(lf->b, bad, LLVMBuildICmp(lf->b, LLVMIntEQ, b, lower_i64(lf, 0), ""), "");
    lower_exit_when(lf, insn, bad);
    return ratio(lf, a, b);
}

static LLVMValueRef shift_left(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGT, b, lower_i64(lf, 62), ""));
    LLVMValueRef shifted = LLVMBuildShl(lf->b, a, b, "");
    LLVMValueRef back = LLVMBuildAShr(lf->b, shifted, b, "");
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntNE, back, a, ""));
    return shifted;
}

static LLVMValueRef shift_right(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntSLT, b, lower_i64(lf, 0), ""));
    LLVMValueRef most = lower_i64(lf, 63);
    LLVMValueRef by = LLVMBuildSelect(lf->b, LLVMBuildICmp(lf->b, LLVMIntUGT, b, most, ""), most, b, "");
    return LLVMBuildAShr(lf->b, a, by, "");
}

static void exit_unless_countable(LowerFunction *lf, const SsaInsn *insn) {
    const uint64_t most = 1ull << 59;
    LLVMValueRef start = lower_arg(lf, insn, 0), stop = lower_arg(lf, insn, 1), step = lower_arg(lf, insn, 2);
    LLVMValueRef bad = LLVMBuildOr(lf->b, outside(lf, start, most), outside(lf, stop, most), "");
    bad = LLVMBuildOr(lf->b, bad, outside(lf, step, most), "");
    lower_exit_when(lf, insn, LLVMBuildOr(lf->b, bad, LLVMBuildICmp(lf->b, LLVMIntEQ, step, lower_i64(lf, 0), ""), ""));
}

// How many numbers start, start + step, ... come before stop.
static LLVMValueRef range_count(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef start = lower_arg(lf, insn, 0), stop = lower_arg(lf, insn, 1), step = lower_arg(lf, insn, 2), zero = lower_i64(lf, 0);
    if (!insn->imm) exit_unless_countable(lf, insn);
    LLVMValueRef up = LLVMBuildICmp(lf->b, LLVMIntSGT, step, zero, "");
    LLVMValueRef distance = LLVMBuildSelect(lf->b, up, LLVMBuildSub(lf->b, stop, start, ""), LLVMBuildSub(lf->b, start, stop, ""), "");
    LLVMValueRef stride = LLVMBuildSelect(lf->b, up, step, LLVMBuildNeg(lf->b, step, ""), "");
    LLVMValueRef rounded = LLVMBuildAdd(lf->b, distance, LLVMBuildSub(lf->b, stride, lower_i64(lf, 1), ""), "");
    LLVMValueRef some = LLVMBuildICmp(lf->b, LLVMIntSGT, distance, zero, "");
    return LLVMBuildSelect(lf->b, some, LLVMBuildUDiv(lf->b, rounded, stride, ""), zero, "");
}

// --- dispatch

static LLVMValueRef compare_ints(LowerFunction *lf, const SsaInsn *insn) {
    static const LLVMIntPredicate predicates[] = {LLVMIntSLT, LLVMIntSLE, LLVMIntEQ, LLVMIntNE, LLVMIntSGT, LLVMIntSGE};
    return LLVMBuildICmp(lf->b, predicates[insn->op - SSA_INT_LT], lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), "");
}

static LLVMValueRef compare_floats(LowerFunction *lf, const SsaInsn *insn) {
    static const LLVMRealPredicate predicates[] = {LLVMRealOLT, LLVMRealOLE, LLVMRealOEQ, LLVMRealUNE, LLVMRealOGT, LLVMRealOGE};
    return LLVMBuildFCmp(lf->b, predicates[insn->op - SSA_FLOAT_LT], lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), "");
}

static LLVMValueRef divide_floats(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    lower_exit_when(lf, insn, LLVMBuildFCmp(lf->b, LLVMRealOEQ, b, LLVMConstReal(lf->m->f64, 0), ""));
    return LLVMBuildFDiv(lf->b, a, b, "");
}

static LLVMValueRef int_operation(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    switch ((SsaOp)insn->op) {
    case SSA_INT_ADD: return checked(lf, insn, "llvm.sadd.with.overflow", a, b);
    case SSA_INT_SUB: return checked(lf, insn, "llvm.ssub.with.overflow", a, b);
    case SSA_INT_MUL: return checked(lf, insn, "llvm.smul.with.overflow", a, b);
    case SSA_INT_NEG: return checked(lf, insn, "llvm.ssub.with.overflow", lower_i64(lf, 0), a);
    case SSA_INT_FLOORDIV: case SSA_INT_MOD: return checked_divide(lf, insn, a, b);
    case SSA_INT_DIV: return true_divide(lf, insn, a, b);
    case SSA_INT_SHL: return shift_left(lf, insn, a, b);
    case SSA_INT_LOW_SHL:
        lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGT, b, lower_i64(lf, 63), ""));
        return LLVMBuildShl(lf->b, a, b, "");
    case SSA_INT_SHR: return shift_right(lf, insn, a, b);
    case SSA_INT_AND: return LLVMBuildAnd(lf->b, a, b, "");
    case SSA_INT_OR: return LLVMBuildOr(lf->b, a, b, "");
    case SSA_INT_XOR: return LLVMBuildXor(lf->b, a, b, "");
    case SSA_INT_INVERT: return LLVMBuildNot(lf->b, a, "");
    case SSA_INT_TRUTH: return LLVMBuildICmp(lf->b, LLVMIntNE, a, lower_i64(lf, 0), "");
    case SSA_IN_RANGE: return LLVMBuildICmp(lf->b, LLVMIntSGT, a, lower_i64(lf, 0), "");
    case SSA_INT_TO_FLOAT: return LLVMBuildSIToFP(lf->b, a, lf->m->f64, "");
    default: return NULL;
    }
}

static LLVMValueRef unchecked_operation(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    switch ((SsaOp)insn->op) {
    case SSA_INT_WRAP_ADD: return LLVMBuildAdd(lf->b, a, b, "");
    case SSA_INT_WRAP_SUB: return LLVMBuildSub(lf->b, a, b, "");
    case SSA_INT_WRAP_MUL: return LLVMBuildMul(lf->b, a, b, "");
    case SSA_INT_WRAP_SHL: return LLVMBuildShl(lf->b, a, b, "");
    case SSA_INT_WRAP_NEG: return LLVMBuildNeg(lf->b, a, "");
    case SSA_INT_FIT_ADD: return LLVMBuildNSWAdd(lf->b, a, b, "");
    case SSA_INT_FIT_SUB: return LLVMBuildNSWSub(lf->b, a, b, "");
    case SSA_INT_FIT_MUL: return LLVMBuildNSWMul(lf->b, a, b, "");
    case SSA_INT_FIT_SHL: return LLVMBuildShl(lf->b, a, b, "");
    case SSA_INT_FIT_NEG: return LLVMBuildNSWNeg(lf->b, a, "");
    case SSA_INT_FIT_SHR: return LLVMBuildAShr(lf->b, a, b, "");
    case SSA_INT_FIT_FLOORDIV: case SSA_INT_FIT_MOD: return divide_ints(lf, insn->op == SSA_INT_FIT_FLOORDIV, insn->imm, a, b);
    case SSA_INT_FIT_DIV: return ratio(lf, a, b);
    default: return NULL;
    }
}

static LLVMValueRef float_operation(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    switch ((SsaOp)insn->op) {
    case SSA_FLOAT_ADD: return LLVMBuildFAdd(lf->b, a, b, "");
    case SSA_FLOAT_SUB: return LLVMBuildFSub(lf->b, a, b, "");
    case SSA_FLOAT_MUL: return LLVMBuildFMul(lf->b, a, b, "");
    case SSA_FLOAT_DIV: return divide_floats(lf, insn, a, b);
    case SSA_FLOAT_NEG: return LLVMBuildFNeg(lf->b, a, "");
    case SSA_FLOAT_TRUTH: return LLVMBuildFCmp(lf->b, LLVMRealUNE, a, LLVMConstReal(lf->m->f64, 0), "");
    default: return NULL;
    }
}

static LLVMValueRef conversion(LowerFunction *lf, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_BOX: return lower_box_as(lf, lower_arg_type(lf, insn, 0), lower_arg(lf, insn, 0), insn->imm || fits_small(ssa_at(lf->f, insn->args[0])));
    case SSA_UNBOX_INT: return unbox_int(lf, insn);
    case SSA_UNBOX_FLOAT: return unbox_float(lf, insn);
    case SSA_UNBOX_NUMBER: return unbox_number(lf, insn);
    case SSA_GUARD_FACT: return guard_fact(lf, insn);
    case SSA_RANGE_COUNT: return range_count(lf, insn);
    case SSA_BOOL_TO_INT: return LLVMBuildZExt(lf->b, lower_arg(lf, insn, 0), lf->m->i64, "");
    case SSA_NOT: return LLVMBuildNot(lf->b, lower_arg(lf, insn, 0), "");
    default: return NULL;
    }
}

bool lower_number(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef v;
    if (insn->op >= SSA_INT_LT && insn->op <= SSA_INT_GE) v = compare_ints(lf, insn);
    else if (insn->op >= SSA_FLOAT_LT && insn->op <= SSA_FLOAT_GE) v = compare_floats(lf, insn);
    else v = conversion(lf, insn);
    if (!v && insn->nargs) {
        LLVMValueRef a = lower_arg(lf, insn, 0), b = insn->nargs > 1 ? lower_arg(lf, insn, 1) : NULL;
        v = int_operation(lf, insn, a, b);
        if (!v) v = unchecked_operation(lf, insn, a, b);
        if (!v) v = float_operation(lf, insn, a, b);
    }
    if (!v) return false;
    lf->values[r.i] = v;
    return true;
}
