// Entries: what the rest of the system calls (NativeEntry). An entry loads the bound parameters from the frame, checks those
// whose hints chose a typed instance, calls the body and boxes its result. Parameters that do not hold what was hinted send
// the call to the bytecode.
#include "lower.h"

SsaFunction *lower_entry_instance(SsaModule *ssa, uint32_t proto) {
    if (ssa->unit) return ssa->unit;
    const BcProto *bc = ssa->bc->protos[proto];
    SsaType key[256];
    if (bc->nparams > 256) return NULL;
    for (uint32_t i = 0; i < bc->nparams; i++) key[i] = pass_key_type(bc, i, SSA_TYPE_VALUE);
    return ssa_function_instance(ssa, proto, key);
}

typedef struct {
    LowerModule *m;
    LowerFunction lf;           // for the shared small things; its function is the entry
    LLVMBasicBlockRef bytecode; // the call goes to bytecode; NULL: never
} Entry;

static void to_bytecode(Entry *e) {
    LowerFunction *lf = &e->lf;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    e->bytecode = lower_new_block(lf, "bytecode");
    lower_set_block(lf, e->bytecode);
    LLVMBuildRet(lf->b, LOWER_CALL(lf, interp_continue, lf->base, lower_i32(lf, lf->f->start)));
    lower_set_block(lf, here);
}

static void guard(Entry *e, LLVMValueRef v, uint64_t mask, uint64_t bits) {
    LowerFunction *lf = &e->lf;
    if (!e->bytecode) to_bytecode(e);
    LLVMBasicBlockRef next = lower_new_block(lf, "fits");
    LLVMValueRef tag = LLVMBuildAnd(lf->b, v, lower_i64(lf, mask), "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, bits), ""), next, e->bytecode, lf->m->likely);
    lower_set_block(lf, next);
}

static LLVMValueRef argument(Entry *e, uint32_t reg, SsaType type) {
    LowerFunction *lf = &e->lf;
    LLVMValueRef v = LLVMBuildLoad2(lf->b, lf->m->i64, lower_slot(lf, reg), "");
    if (type == SSA_TYPE_INT) {
        guard(e, v, 3, 0);
        return LLVMBuildAShr(lf->b, v, lower_i64(lf, 2), "");
    }
    if (type != SSA_TYPE_FLOAT) return v;
    guard(e, v, 2, 2);
    LLVMValueRef bits = LLVMBuildSub(lf->b, v, lower_i64(lf, 1), "");
    bits = lower_intrinsic(lf, "llvm.fshr", lf->m->i64, (LLVMValueRef[]){bits, bits, lower_i64(lf, 3)}, 3);
    return LLVMBuildBitCast(lf->b, bits, lf->m->f64, "");
}

static void return_typed(Entry *e, SsaType type, LLVMValueRef pair) {
    LowerFunction *lf = &e->lf;
    LLVMBasicBlockRef odd = lower_new_block(lf, "odd"), fine = lower_new_block(lf, "fine");
    LLVMValueRef status = LLVMBuildExtractValue(lf->b, pair, 1, "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, status, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), fine, odd, lf->m->likely);
    lower_set_block(lf, odd);
    LLVMBuildRet(lf->b, status);
    lower_set_block(lf, fine);
    LLVMBuildRet(lf->b, lower_box_as(lf, type, LLVMBuildExtractValue(lf->b, pair, 0, ""), false));
}

static LLVMValueRef new_entry(LowerModule *m, uint32_t proto) {
    LLVMTypeRef type = LLVMFunctionType(m->i64, (LLVMTypeRef[]){m->ptr, m->ptr}, 2, 0);
    StrBuf name = {0};
    const BcStr *qualname = &m->ssa->bc->protos[proto]->qualname;
    strbuf_put_bytes(&name, qualname->text, qualname->length);
    strbuf_put_text(&name, ".entry");
    LLVMValueRef entry = LLVMAddFunction(m->module, strbuf_text(&name), type);
    strbuf_fini(&name);
    LLVMSetLinkage(entry, LLVMInternalLinkage);
    unsigned nounwind = LLVMGetEnumAttributeKindForName("nounwind", 8);
    LLVMAddAttributeAtIndex(entry, LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(m->context, nounwind, 0));
    return entry;
}

LLVMValueRef lower_entry(LowerModule *m, uint32_t proto) {
    SsaFunction *f = lower_entry_instance(m->ssa, proto);
    Entry e = {.m = m, .lf = {.m = m, .b = m->b, .f = f, .function = new_entry(m, proto)}};
    LowerFunction *lf = &e.lf;
    lf->thread = LLVMGetParam(lf->function, 0);
    lf->base = LLVMGetParam(lf->function, 1);
    lower_set_block(lf, lower_new_block(lf, "entry"));
    LLVMValueRef args[2 + 256] = {lf->thread, lf->base};
    for (uint32_t i = 0; i < f->nparams; i++) args[i + 2] = argument(&e, ssa_param_reg(f, i), f->key[i]);
    uint32_t index = 0;
    while (m->ssa->functions.items[index] != f) index++;
    LLVMValueRef result = LLVMBuildCall2(lf->b, m->bodies[index].type, m->bodies[index].function, args, f->nparams + 2, "");
    LLVMSetInstructionCallConv(result, LLVMFastCallConv);
    if (f->result == SSA_TYPE_VALUE) LLVMBuildRet(lf->b, result);
    else return_typed(&e, f->result, result);
    return lf->function;
}
