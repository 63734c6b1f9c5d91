// Calls of functions of the program that are only known when the call is made: a closure of a certain prototype, or any function.
//
// A function's prototype is compared with the one a call was compiled for, whose body is then called directly. Of any other
// function the prototype says whether its compiled entry takes so many arguments as they stand in the window
// (Proto.direct_nargs); everything else is the runtime's.
#include "lower.h"
#include "lower_parts.h"

static LLVMValueRef load_proto(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef otherwise) {
    LLVMValueRef callee = lower_arg(lf, insn, 0);
    if (ssa_fact(lf->f, insn->args[0]) != SSA_FACT_FUNCTION) {
        lower_require(lf, lower_is_object(lf, callee), otherwise);
        LLVMValueRef shape = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_object_field(lf, callee, LAYOUT_OBJECT_SHAPE), "");
        lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lower_fact_shape(lf->m, SSA_FACT_FUNCTION), ""), otherwise);
    }
    return lower_load_invariant(lf, lf->m->ptr, lower_object_field(lf, callee, LAYOUT_FUNCTION_PROTO));
}

LLVMValueRef lower_proto(LowerFunction *lf, uint32_t proto) {
    LLVMValueRef index[2] = {lower_i64(lf, 0), lower_i64(lf, proto)};
    return lower_load_invariant(lf, lf->m->ptr, LLVMBuildInBoundsGEP2(lf->b, lf->m->protos_type, lf->m->protos, index, 2, ""));
}

void lower_check_proto(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef direct, LLVMBasicBlockRef other) {
    LLVMValueRef proto = load_proto(lf, insn, other), wanted = lower_proto(lf, insn->aux);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, proto, wanted, ""), direct, other, lf->m->likely);
}

// The compiled entry of the callee, or on to `other`.
static LLVMValueRef load_entry(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef other) {
    LLVMValueRef proto = load_proto(lf, insn, other);
    LLVMValueRef nargs = LLVMBuildLoad2(lf->b, lf->m->i32, lower_field(lf, proto, LAYOUT_PROTO_DIRECT_NARGS), "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, nargs, lower_i32(lf, insn->nargs - 1), ""), other);
    LLVMValueRef entry = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_field(lf, proto, LAYOUT_PROTO_NATIVE), "");
    lower_require(lf, LLVMBuildIsNotNull(lf->b, entry, ""), other);
    if (!lf->m->in_memory) return entry;
    LLVMValueRef clock = LLVMBuildLoad2(lf->b, lf->m->i32, lower_outside(lf->m, "native_clock"), "");
    LLVMBuildStore(lf->b, clock, lower_field(lf, proto, LAYOUT_PROTO_NATIVE_USED));
    return entry;
}

static LLVMValueRef call_entry(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef entry) {
    LLVMTypeRef type = LLVMFunctionType(lf->m->i64, (LLVMTypeRef[]){lf->m->ptr, lf->m->ptr}, 2, 0);
    uint32_t base = (uint32_t)insn->imm + BC_WINDOW_HEADER;
    lower_frame_headers(lf);
    lower_store_slot(lf, (int32_t)base - 1, LLVMBuildPtrToInt(lf->b, lf->base, lf->m->i64, ""));
    return LLVMBuildCall2(lf->b, type, entry, (LLVMValueRef[]){lf->thread, lower_slot(lf, (int32_t)base)}, 2, "");
}

LLVMValueRef lower_invoke(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper) {
    LLVMBasicBlockRef other = lower_new_block(lf, "other"), done = lower_new_block(lf, "done");
    if (insn->op == SSA_CALLM) {
        LLVMValueRef unbound = LLVMBuildICmp(lf->b, LLVMIntNE, lower_arg(lf, insn, 1), lower_i64(lf, LAYOUT_BITS_UNBOUND), "");
        lower_require(lf, unbound, other);
    }
    LLVMValueRef quick = call_entry(lf, insn, load_entry(lf, insn, other));
    LLVMBasicBlockRef after_quick = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, other);
    LLVMValueRef args[3] = {lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->nargs - 1), lower_i64(lf, 0)};
    LLVMValueRef full = lower_call(lf, helper, args, 3);
    LLVMBasicBlockRef after_full = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, after_quick, full, after_full);
}
