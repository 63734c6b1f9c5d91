// Sized types: wrapping to their bits, words without sign, floats of 32 bits.
#include "lower.h"

// Up to 2^61 - 1 a word is an immediate int.
LLVMValueRef lower_box_word(LowerFunction *lf, LLVMValueRef v) {
    LLVMBasicBlockRef big = lower_new_block(lf, "big"), done = lower_new_block(lf, "boxed");
    LLVMValueRef shifted = LLVMBuildShl(lf->b, v, lower_i64(lf, 2), "");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntULT, v, lower_i64(lf, 1ull << 61), ""), done, big, NULL);
    lower_set_block(lf, big);
    LLVMValueRef object = LOWER_CALL(lf, native_box_word, v);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, shifted, here, object, after);
}

static LLVMValueRef entry_slot(LowerFunction *lf) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), first = LLVMGetEntryBasicBlock(lf->function);
    LLVMValueRef top = LLVMGetFirstInstruction(first);
    if (top) LLVMPositionBuilderBefore(lf->b, top);
    else LLVMPositionBuilderAtEnd(lf->b, first);
    LLVMValueRef slot = LLVMBuildAlloca(lf->b, lf->m->i64, "bits");
    LLVMPositionBuilderAtEnd(lf->b, here);
    return slot;
}

static LLVMValueRef unbox_word(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0), slot = entry_slot(lf);
    LLVMBasicBlockRef big = lower_new_block(lf, "big"), done = lower_new_block(lf, "unboxed");
    LLVMValueRef tag = LLVMBuildAnd(lf->b, v, lower_i64(lf, insn->imm == 2 ? 3 | 1ull << 63 : 3), "");
    LLVMValueRef small = LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), "");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, 0), ""), done, big, NULL);
    lower_set_block(lf, big);
    LLVMValueRef is_int = LOWER_CALL(lf, native_low_bits, v, lower_i32(lf, (uint32_t)insn->imm), slot);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, is_int, lower_i32(lf, 0), ""));
    LLVMValueRef bits = LLVMBuildLoad2(lf->b, lf->m->i64, slot, "");
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, small, here, bits, after);
}

static LLVMValueRef wrap(LowerFunction *lf, BcSized type, LLVMValueRef v) {
    if (bc_sized[type].bits == 64) return v;
    LLVMValueRef narrow = LLVMBuildTrunc(lf->b, v, LLVMIntTypeInContext(lf->m->context, bc_sized[type].bits), "");
    return bc_sized[type].kind == BC_SIGNED ? LLVMBuildSExt(lf->b, narrow, lf->m->i64, "") : LLVMBuildZExt(lf->b, narrow, lf->m->i64, "");
}

static LLVMValueRef holds(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    BcSized type = (BcSized)insn->imm;
    LLVMValueRef out = type == BC_SIZED_u64 ? LLVMBuildICmp(lf->b, LLVMIntSLT, v, lower_i64(lf, 0), "")
                                            : LLVMBuildICmp(lf->b, LLVMIntNE, wrap(lf, type, v), v, "");
    lower_exit_when(lf, insn, out);
    return v;
}

static LLVMValueRef divide(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, b, lower_i64(lf, 0), ""));
    return insn->op == SSA_WORD_DIV ? LLVMBuildUDiv(lf->b, a, b, "") : LLVMBuildURem(lf->b, a, b, "");
}

static LLVMValueRef round_f32(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef narrow = LLVMBuildFPTrunc(lf->b, v, LLVMFloatTypeInContext(lf->m->context), "");
    return LLVMBuildFPExt(lf->b, narrow, lf->m->f64, "");
}

static LLVMValueRef generic(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = LOWER_CALL(lf, sized_operate, lower_i32(lf, insn->aux), lower_arg(lf, insn, 0), lower_arg(lf, insn, 1));
    return lower_check_value(lf, insn, v);
}

static LLVMValueRef of_two(LowerFunction *lf, const SsaInsn *insn) {
    static const LLVMIntPredicate predicates[] = {LLVMIntULT, LLVMIntULE, LLVMIntUGT, LLVMIntUGE};
    LLVMValueRef a = lower_arg(lf, insn, 0), b = lower_arg(lf, insn, 1);
    if (insn->op == SSA_WORD_SHIFT) lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGT, b, lower_i64(lf, 63), ""));
    switch ((SsaOp)insn->op) {
    case SSA_WORD_SHIFT: case SSA_WORD_SHR: return LLVMBuildLShr(lf->b, a, b, "");
    case SSA_WORD_DIV: case SSA_WORD_MOD: return divide(lf, insn, a, b);
    default: return LLVMBuildICmp(lf->b, predicates[insn->op - SSA_WORD_LT], a, b, "");
    }
}

static LLVMValueRef sized_value(LowerFunction *lf, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_SIZED: return generic(lf, insn);
    case SSA_CONST_WORD: return lower_i64(lf, (uint64_t)insn->imm);
    case SSA_UNBOX_WORD: return unbox_word(lf, insn);
    case SSA_WORD_OF: case SSA_WORD_BITS: return lower_arg(lf, insn, 0);
    case SSA_WRAP: return wrap(lf, (BcSized)insn->imm, lower_arg(lf, insn, 0));
    case SSA_INT_HOLDS: return holds(lf, insn);
    case SSA_ROUND_F32: return round_f32(lf, lower_arg(lf, insn, 0));
    case SSA_WORD_TO_FLOAT: return LLVMBuildUIToFP(lf->b, lower_arg(lf, insn, 0), lf->m->f64, "");
    case SSA_WORD_SHIFT: case SSA_WORD_SHR: case SSA_WORD_DIV: case SSA_WORD_MOD: case SSA_WORD_LT: case SSA_WORD_LE: case SSA_WORD_GT: case SSA_WORD_GE:
        return of_two(lf, insn);
    default: return NULL;
    }
}

bool lower_sized(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef v = sized_value(lf, insn);
    if (!v) return false;
    lf->values[r.i] = v;
    return true;
}
