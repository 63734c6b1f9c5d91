// Entries: what the rest of the system calls (NativeEntry). An entry loads the bound parameters from the frame and calls the
// first typed instance they fit, else the one for any values, else the bytecode; it boxes what a typed instance returns.
#include "lower.h"

#include "compiler/passes/predict.h"

// An instance for any value of what is probably a number would leave at once for anything else.
static SsaType entry_type(const SsaModule *ssa, uint32_t proto, uint32_t param) {
    SsaType hinted = pass_key_type(ssa->bc->protos[proto], param, SSA_TYPE_VALUE);
    if (hinted != SSA_TYPE_VALUE || !ssa->predict) return hinted;
    uint32_t kinds = predict_proto(ssa->predict, proto)->params[param].kinds;
    return kinds == GUESS_INT ? SSA_TYPE_INT : kinds == GUESS_FLOAT ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

SsaFunction *lower_entry_instance(SsaModule *ssa, uint32_t proto) {
    if (ssa->unit) return ssa->unit;
    const BcProto *bc = ssa->bc->protos[proto];
    SsaType key[256];
    if (bc->flags & BC_GENERATOR) return ssa_function_resumable(ssa, proto);
    if (bc->nparams > 250) return NULL;
    for (uint32_t i = 0; i < bc->nparams; i++) key[i] = entry_type(ssa, proto, i);
    return ssa_function_instance(ssa, proto, key);
}

static LLVMValueRef has_tag(LowerFunction *lf, LLVMValueRef v, uint64_t mask, uint64_t bits) {
    LLVMValueRef tag = LLVMBuildAnd(lf->b, v, lower_i64(lf, mask), "");
    return LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, bits), "");
}

static void guard(LowerFunction *lf, LLVMValueRef fits, LLVMBasicBlockRef otherwise) {
    LLVMBasicBlockRef next = lower_new_block(lf, "fits");
    lower_branch(lf, fits, next, otherwise, NULL);
    lower_set_block(lf, next);
}

// The two immediate forms (stdlib/runtime/value.h).
static LLVMValueRef float_argument(LowerFunction *lf, LLVMValueRef v, LLVMBasicBlockRef otherwise) {
    LLVMValueRef common = has_tag(lf, v, 2, 2);
    guard(lf, LLVMBuildOr(lf->b, common, has_tag(lf, v, 15, 5), ""), otherwise);
    LLVMValueRef rotated = LLVMBuildSub(lf->b, v, lower_i64(lf, 1), "");
    rotated = lower_intrinsic(lf, "llvm.fshr", lf->m->i64, (LLVMValueRef[]){rotated, rotated, lower_i64(lf, 3)}, 3);
    LLVMValueRef cleared = LLVMBuildAnd(lf->b, v, lower_i64(lf, ~15ull), "");
    return LLVMBuildBitCast(lf->b, LLVMBuildSelect(lf->b, common, rotated, cleared, ""), lf->m->f64, "");
}

static LLVMValueRef argument(LowerFunction *lf, uint32_t reg, SsaType type, LLVMBasicBlockRef otherwise) {
    LLVMValueRef v = LLVMBuildLoad2(lf->b, lf->m->i64, lower_slot(lf, (int32_t)reg), "");
    if (type == SSA_TYPE_INT) {
        guard(lf, has_tag(lf, v, 3, 0), otherwise);
        return LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), "");
    }
    if (type == SSA_TYPE_WORD) {
        guard(lf, has_tag(lf, v, 3 | 1ull << 63, 0), otherwise);
        return LLVMBuildLShr(lf->b, v, lower_i64(lf, 2), "");
    }
    return type == SSA_TYPE_FLOAT ? float_argument(lf, v, otherwise) : v;
}

// A parameter of a 64-bit sized type in the middle of a function: its number may be no immediate.
static bool is_wide(const SsaFunction *f, uint32_t param) {
    uint32_t reg = ssa_param_reg(f, param);
    return f->regs && f->key[param] != SSA_TYPE_VALUE && reg < f->bc->nvar && bc_wide_register(f->bc, reg) >= 0;
}

static LLVMValueRef wide_argument(LowerFunction *lf, uint32_t reg, LLVMBasicBlockRef otherwise) {
    LLVMValueRef v = LLVMBuildLoad2(lf->b, lf->m->i64, lower_slot(lf, (int32_t)reg), "");
    LLVMValueRef bits = LLVMBuildAlloca(lf->b, lf->m->i64, "");
    LLVMBasicBlockRef next = lower_new_block(lf, "fits");
    LLVMValueRef is_int = LOWER_CALL(lf, native_low_bits, v, lower_i32(lf, 0), bits);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntNE, is_int, lower_i32(lf, 0), ""), next, otherwise, NULL);
    lower_set_block(lf, next);
    return LLVMBuildLoad2(lf->b, lf->m->i64, bits, "");
}

static void return_typed(LowerFunction *lf, SsaType type, LLVMValueRef pair) {
    LLVMBasicBlockRef odd = lower_new_block(lf, "odd"), fine = lower_new_block(lf, "fine");
    LLVMValueRef status = LLVMBuildExtractValue(lf->b, pair, 1, "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, status, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), fine, odd, lf->m->likely);
    lower_set_block(lf, odd);
    LLVMBuildRet(lf->b, status);
    lower_set_block(lf, fine);
    LLVMBuildRet(lf->b, lower_box_as(lf, type, LLVMBuildExtractValue(lf->b, pair, 0, ""), false));
}

static LLVMValueRef new_entry(LowerModule *m, uint32_t proto, bool resumes) {
    LLVMTypeRef type = LLVMFunctionType(m->i64, (LLVMTypeRef[]){m->ptr, m->ptr, m->i64}, resumes ? 3 : 2, 0);
    StrBuf name = {0};
    const BcStr *qualname = &m->ssa->bc->protos[proto]->qualname;
    strbuf_put_bytes(&name, qualname->text, qualname->length);
    strbuf_put_text(&name, ".entry");
    LLVMValueRef entry = LLVMAddFunction(m->module, strbuf_text(&name), type);
    strbuf_fini(&name);
    lower_share(m, entry);
    lower_attribute(m, entry, "nounwind");
    if (m->rare && m->rare[proto]) lower_plainly(m, entry);
    return entry;
}

// Calls instance `index` when the parameters fit its key; else goes on in the returned block.
static LLVMBasicBlockRef try_instance(LowerFunction *lf, uint32_t index) {
    LowerModule *m = lf->m;
    SsaFunction *f = m->ssa->functions.items[index];
    LLVMBasicBlockRef otherwise = lower_new_block(lf, "otherwise");
    LLVMValueRef args[2 + 256] = {lf->thread, lf->base};
    for (uint32_t i = 0; i < f->nparams; i++) args[i + 2] = is_wide(f, i) ? wide_argument(lf, ssa_param_reg(f, i), otherwise) : argument(lf, ssa_param_reg(f, i), f->key[i], otherwise);
    LLVMValueRef result = LLVMBuildCall2(lf->b, m->bodies[index].type, m->bodies[index].function, args, f->nparams + 2, "");
    LLVMSetInstructionCallConv(result, LLVMFastCallConv);
    lf->f = f;
    if (f->result == SSA_TYPE_VALUE) LLVMBuildRet(lf->b, result);
    else return_typed(lf, f->result, result);
    return otherwise;
}

static bool is_general(const SsaFunction *f) {
    for (uint32_t i = 0; i < f->nparams; i++)
        if (f->key[i] != SSA_TYPE_VALUE) return false;
    return true;
}

// Code for certain closures comes first: those that take other arguments are left to the others.
static void try_closures(LowerFunction *lf, uint32_t proto) {
    const SsaModule *ssa = lf->m->ssa;
    LLVMValueRef callee = NULL;
    for (const SsaFunction *f = ssa->nconstant ? ssa->of_proto[proto] : NULL; f; f = f->next) {
        if (!f->root) continue;
        if (!callee) callee = LLVMBuildLoad2(lf->b, lf->m->i64, lower_slot(lf, -BC_WINDOW_HEADER), "");
        LLVMBasicBlockRef same = lower_new_block(lf, "same"), other = lower_new_block(lf, "other");
        lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, callee, lower_const_object(lf, f->closure - 1), ""), same, other, NULL);
        lower_set_block(lf, same);
        lower_set_block(lf, try_instance(lf, f->index));
        LLVMBuildBr(lf->b, other);
        lower_set_block(lf, other);
    }
}

// Tries the instances of the prototype that are for any values, or those that are not.
static void try_instances(LowerFunction *lf, uint32_t proto, bool general) {
    const SsaModule *ssa = lf->m->ssa;
    const SsaFunction *midway = ssa->unit && ssa->unit->regs ? ssa->unit : NULL;
    for (const SsaFunction *f = midway ? midway : ssa->of_proto[proto]; f; f = midway ? NULL : f->next)
        if ((midway || (f->wanted && !f->self && !f->closure)) && is_general(f) == general) lower_set_block(lf, try_instance(lf, f->index));
}

// The index of the prototype's resumable instance, or UINT32_MAX.
static uint32_t find_resumable(const SsaModule *ssa, uint32_t proto) {
    for (const SsaFunction *f = ssa->of_proto[proto]; f; f = f->next)
        if (f->resumable) return f->index;
    return UINT32_MAX;
}

static void resume_instance(LowerFunction *lf, uint32_t index) {
    LowerCallee body = lf->m->bodies[index];
    LLVMValueRef result = LLVMBuildCall2(lf->b, body.type, body.function, (LLVMValueRef[]){lf->thread, lf->base, LLVMGetParam(lf->function, 2)}, 3, "");
    LLVMSetInstructionCallConv(result, LLVMFastCallConv);
    LLVMBuildRet(lf->b, result);
}

LLVMValueRef lower_declare_entry(LowerModule *m, uint32_t proto) { return new_entry(m, proto, find_resumable(m->ssa, proto) != UINT32_MAX); }

void lower_entry(LowerModule *m, uint32_t proto, LLVMValueRef function) {
    uint32_t resumable = find_resumable(m->ssa, proto);
    LowerFunction entry = {.m = m, .b = m->b, .function = function}, *lf = &entry;
    lower_lines_enter(m, lf->function, m->ssa->bc->protos[proto]);
    lf->thread = LLVMGetParam(lf->function, 0);
    lf->base = LLVMGetParam(lf->function, 1);
    lower_set_block(lf, lower_new_block(lf, "entry"));
    if (resumable != UINT32_MAX) return resume_instance(lf, resumable);
    try_closures(lf, proto);
    try_instances(lf, proto, false);
    try_instances(lf, proto, true);
    uint32_t start = m->ssa->unit ? m->ssa->unit->start : 0;
    LLVMBuildRet(lf->b, LOWER_CALL(lf, interp_continue, lf->base, lower_i32(lf, start)));
}
