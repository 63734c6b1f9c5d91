// Calls: through the runtime with the window in memory, or straight to a compiled body with its arguments in registers.
#include "lower.h"
#include "lower_parts.h"

static LLVMValueRef keyword_names(LowerFunction *lf, uint32_t aux) { return aux ? lower_const_k(lf, aux - 1) : lower_i64(lf, 0); }

static void store_window(LowerFunction *lf, const SsaInsn *insn, bool cold) {
    uint32_t window = (uint32_t)insn->imm;
    lower_store_slot(lf, window, lower_arg(lf, insn, 0));
    for (uint32_t i = 1; i < insn->nargs; i++) {
        LLVMValueRef v = cold ? lower_box_cold(lf, insn->args[i]) : lower_box(lf, insn->args[i]);
        lower_store_slot(lf, window + BC_WINDOW_HEADER + i - 1, v);
    }
}

static LLVMValueRef runtime_call(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper, LLVMValueRef names) {
    store_window(lf, insn, insn->op == SSA_CALL_DIRECT);
    if (!insn->aux && lower_pays(lf)) return lower_check_value(lf, insn, lower_invoke(lf, insn, helper));
    LLVMValueRef args[3] = {lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->nargs - 1), names};
    return lower_check_value(lf, insn, lower_call(lf, helper, args, 3));
}

// --- direct calls

static uint32_t body_index(const LowerFunction *lf, const SsaFunction *f) {
    uint32_t index = 0;
    while (lf->m->ssa->functions.items[index] != f) index++;
    return index;
}

static LLVMValueRef seen_slot(LowerFunction *lf, uint32_t proto) {
    LLVMValueRef index[2] = {lower_i64(lf, 0), lower_i64(lf, proto)};
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->seen_type, lf->m->seen, index, 2, "");
}

static bool is_bound_once(const LowerFunction *lf, const SsaInsn *callee) {
    return callee->op == SSA_GETGLOBAL && lf->m->ssa->bound_once[callee->imm] >= 0;
}

// Jumps to `direct` when the callee runs the prototype the call was compiled for, else to `other`. What a global names is one
// function for long; of others, closures are many.
static void check_callee(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef direct, LLVMBasicBlockRef other) {
    if (!is_bound_once(lf, ssa_at(lf->f, insn->args[0]))) return lower_check_proto(lf, insn, direct, other);
    LLVMValueRef callee = lower_arg(lf, insn, 0), slot = seen_slot(lf, insn->aux);
    LLVMBasicBlockRef check = lower_new_block(lf, "callee");
    LLVMValueRef seen = LLVMBuildLoad2(lf->b, lf->m->i64, slot, "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, callee, seen, ""), direct, check, lf->m->likely);
    lower_set_block(lf, check);
    LLVMValueRef same = LOWER_CALL(lf, native_check_callee, callee, lf->base, lower_i32(lf, insn->aux), slot);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntNE, same, lower_i32(lf, 0), ""), direct, other, NULL);
}

static void guard_callee(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef fine = lower_new_block(lf, "callee_is");
    check_callee(lf, insn, fine, lower_exit_target(lf, insn));
    lower_set_block(lf, fine);
}

// Of the callee's frame header only what those need who walk over the frames: its function and its caller's frame.
static LLVMValueRef call_body(LowerFunction *lf, const SsaInsn *insn) {
    uint32_t window = (uint32_t)insn->imm;
    LLVMValueRef args[2 + 256] = {lf->thread, lower_slot(lf, window + BC_WINDOW_HEADER)};
    lower_frame_headers(lf);
    lower_store_slot(lf, window, lower_arg(lf, insn, 0));
    lower_store_slot(lf, window + BC_WINDOW_HEADER - 1, LLVMBuildPtrToInt(lf->b, lf->base, lf->m->i64, ""));
    for (uint32_t i = 1; i < insn->nargs; i++) args[i + 1] = lower_arg(lf, insn, i);
    uint32_t index = body_index(lf, insn->callee);
    LLVMValueRef call = LLVMBuildCall2(lf->b, lf->m->bodies[index].type, lf->m->called[index], args, insn->nargs + 1, "");
    LLVMSetInstructionCallConv(call, LLVMFastCallConv);
    return call;
}

// A typed result holds when its status says so; the error value raises; any other value is for the bytecode to go on with.
static LLVMValueRef take_typed(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef pair, LLVMBasicBlockRef fine) {
    LLVMBasicBlockRef odd = lower_new_block(lf, "odd");
    LLVMValueRef status = LLVMBuildExtractValue(lf->b, pair, 1, ""), result = LLVMBuildExtractValue(lf->b, pair, 0, "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, status, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), fine, odd, lf->m->likely);
    lower_set_block(lf, odd);
    LLVMBuildBr(lf->b, lower_exit_or_raise(lf, insn, bc_a(lf->bc->code[insn->pc]), status));
    return result;
}

static LLVMValueRef direct_typed(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef direct = lower_new_block(lf, "direct"), done = lower_new_block(lf, "done");
    check_callee(lf, insn, direct, lower_exit_target(lf, insn));
    lower_set_block(lf, direct);
    LLVMValueRef result = take_typed(lf, insn, call_body(lf, insn), done);
    lower_set_block(lf, done);
    return result;
}

static LLVMValueRef direct_value(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef direct = lower_new_block(lf, "direct"), other = lower_new_block(lf, "other"), done = lower_new_block(lf, "done");
    check_callee(lf, insn, direct, other);
    lower_set_block(lf, direct);
    LLVMValueRef result = lower_check_value(lf, insn, call_body(lf, insn));
    LLVMBasicBlockRef after_direct = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, other);
    LLVMValueRef v = runtime_call(lf, insn, HELPER_native_call, lower_i64(lf, 0));
    LLVMBasicBlockRef after_other = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, result, after_direct, v, after_other);
}

// A typed result, or what the bytecode gave instead, as a value.
static LLVMValueRef any_result(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef pair) {
    LLVMBasicBlockRef typed = lower_new_block(lf, "typed"), odd = lower_new_block(lf, "odd"), done = lower_new_block(lf, "done");
    LLVMValueRef status = LLVMBuildExtractValue(lf->b, pair, 1, ""), result = LLVMBuildExtractValue(lf->b, pair, 0, "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, status, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), typed, odd, lf->m->likely);
    lower_set_block(lf, typed);
    LLVMValueRef boxed = lower_box_as(lf, insn->callee->result, result, false);
    LLVMBasicBlockRef after_typed = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, odd);
    lower_check_value(lf, insn, status);
    LLVMBasicBlockRef after_odd = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, boxed, after_typed, status, after_odd);
}

static LLVMValueRef known_call(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef result = call_body(lf, insn);
    if (insn->type == SSA_TYPE_VALUE && insn->callee->result != SSA_TYPE_VALUE) return any_result(lf, insn, result);
    if (insn->type == SSA_TYPE_VALUE) return lower_check_value(lf, insn, result);
    LLVMBasicBlockRef done = lower_new_block(lf, "done");
    result = take_typed(lf, insn, result, done);
    lower_set_block(lf, done);
    return result;
}

// --- the rest

// Extras and captured cells go where the bytecode has them.
static LLVMValueRef closure(LowerFunction *lf, const SsaInsn *insn) {
    const BcProto *inner = lf->m->ssa->bc->protos[insn->imm];
    uint32_t extras = (uint32_t)__builtin_popcount(insn->aux & 0xFF), n = 0;
    for (; n < extras; n++) lower_store_slot(lf, (insn->aux >> 8) + n, lower_arg(lf, insn, n));
    for (uint32_t c = 0; c < inner->ncapture; c++)
        if (inner->captures[c].from_parent_reg) lower_store_slot(lf, inner->captures[c].index, lower_arg(lf, insn, n++));
    LLVMValueRef v = LOWER_CALL(lf, native_closure, lf->base, lower_i32(lf, (uint32_t)insn->imm), lower_i32(lf, insn->aux));
    return lower_check_value(lf, insn, v);
}

static LLVMValueRef intrinsic(LowerFunction *lf, const SsaInsn *insn) {
    for (uint32_t i = 0; i < insn->nargs; i++) lower_store_slot(lf, (int32_t)(insn->imm + i), lower_arg(lf, insn, i));
    LLVMValueRef window = lower_slot(lf, (int32_t)insn->imm);
    return lower_check_value(lf, insn, LOWER_CALL(lf, native_intrinsic, lower_i32(lf, insn->aux), window, lower_i32(lf, insn->nargs)));
}

static LLVMValueRef promise(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = LOWER_CALL(lf, native_promise, lower_arg(lf, insn, 0), lower_i32(lf, (uint32_t)insn->imm), lower_const_k(lf, insn->aux));
    return lower_check_value(lf, insn, v);
}

static LLVMValueRef call_value(LowerFunction *lf, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_CALL: return runtime_call(lf, insn, HELPER_native_call, keyword_names(lf, insn->aux));
    case SSA_CALLM: return runtime_call(lf, insn, HELPER_native_call_method, keyword_names(lf, insn->aux));
    case SSA_CALLEX:
        return lower_check_value(lf, insn, LOWER_CALL(lf, call_with_dict, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), lower_arg(lf, insn, 2)));
    case SSA_CALL_DIRECT: return insn->type == SSA_TYPE_VALUE ? direct_value(lf, insn) : direct_typed(lf, insn);
    case SSA_CALL_KNOWN: return known_call(lf, insn);
    case SSA_CLOSURE: return closure(lf, insn);
    case SSA_INTRINSIC: return intrinsic(lf, insn);
    case SSA_PROMISE: return promise(lf, insn);
    default: return NULL;
    }
}

bool lower_calls(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    if (insn->op == SSA_GUARD_CALLEE) return guard_callee(lf, insn), true;
    LLVMValueRef v = call_value(lf, insn);
    if (!v) return false;
    lf->values[r.i] = v;
    return true;
}
