// Items of what is certainly a dict. The common cases are calls that need no frame and change nothing that compiled code reads; what
// they do not know is asked again of the runtime.
#include "lower.h"
#include "lower_parts.h"

static LLVMValueRef is_error(LowerFunction *lf, LLVMValueRef v) { return LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_ERROR), ""); }

// What the common case gave, unless it is the error value: then what the runtime gives.
static LLVMValueRef get(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef otherwise) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "found");
    LLVMValueRef d = lower_arg(lf, insn, 0), key = lower_arg(lf, insn, 1);
    LLVMValueRef absent = otherwise ? otherwise : lower_i64(lf, LAYOUT_BITS_ERROR);
    LLVMValueRef quick = lower_tag(lf, LOWER_CALL(lf, dict_quick_get, d, key, absent), LOWER_HEAP);
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, is_error(lf, quick), slow, done, lf->m->unlikely);
    lower_set_block(lf, slow);
    LLVMValueRef full = otherwise ? LOWER_CALL(lf, native_dict_get_or, d, key, otherwise) : LOWER_CALL(lf, op_getitem, d, key);
    full = lower_check_value(lf, insn, full);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, here, full, after);
}

static void put(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "put");
    LLVMValueRef d = lower_arg(lf, insn, 0), key = lower_arg(lf, insn, 1), v = lower_arg(lf, insn, 2);
    LLVMValueRef quick = lower_tag(lf, LOWER_CALL(lf, dict_quick_put, d, key, v), LOWER_HEAP);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, quick, lower_i32(lf, 0), ""), slow, done, lf->m->unlikely);
    lower_set_block(lf, slow);
    lower_check_true(lf, insn, LOWER_CALL(lf, native_set_item, d, key, v));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

static LLVMValueRef has(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "asked");
    LLVMValueRef d = lower_arg(lf, insn, 0), key = lower_arg(lf, insn, 1);
    LLVMValueRef quick = lower_tag(lf, LOWER_CALL(lf, dict_quick_has, d, key), LOWER_HEAP);
    LLVMValueRef found = LLVMBuildICmp(lf->b, LLVMIntSGT, quick, lower_i32(lf, 0), "");
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntSLT, quick, lower_i32(lf, 0), ""), slow, done, lf->m->unlikely);
    lower_set_block(lf, slow);
    LLVMValueRef full = lower_check_truth(lf, insn, LOWER_CALL(lf, op_contains, d, key));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i1, found, here, full, after);
}

bool lower_dict(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_DICT_GET: *result = get(lf, insn, NULL); return true;
    case SSA_DICT_GET_OR: *result = get(lf, insn, lower_arg(lf, insn, 2)); return true;
    case SSA_DICT_PUT: put(lf, insn); return true;
    case SSA_DICT_HAS: *result = has(lf, insn); return true;
    default: return false;
    }
}
