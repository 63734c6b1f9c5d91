// Attributes: an inline cache at each place that runs more than once. It holds for one shape and one version of its class, so a
// hit is two compares; the runtime fills it on a miss.
#include "lower.h"

#include "lower_parts.h"

static LLVMValueRef new_cache(LowerFunction *lf) {
    LLVMTypeRef type = LLVMArrayType2(lf->m->i64, (sizeof(NativeCache) + 7) / 8);
    LLVMValueRef cache = LLVMAddGlobal(lf->m->module, type, "cache");
    LLVMSetInitializer(cache, LLVMConstNull(type));
    LLVMSetLinkage(cache, LLVMInternalLinkage);
    return cache;
}

static LLVMValueRef load(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef address, size_t offset) {
    return LLVMBuildLoad2(lf->b, type, lower_field(lf, address, (uint32_t)offset), "");
}

// Goes on when the cache holds for the object, else jumps to `miss`.
static void check_cache(LowerFunction *lf, LLVMValueRef object, LLVMValueRef cache, LLVMBasicBlockRef miss) {
    lower_require(lf, lower_is_object(lf, object), miss);
    LLVMValueRef shape = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_object_field(lf, object, LAYOUT_OBJECT_SHAPE), "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, load(lf, lf->m->ptr, cache, offsetof(NativeCache, shape)), ""), miss);
    LLVMValueRef version = load(lf, lf->m->i32, load(lf, lf->m->ptr, shape, LAYOUT_SHAPE_CLASS), LAYOUT_CLASS_VERSION);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, version, load(lf, lf->m->i32, cache, offsetof(NativeCache, version)), ""), miss);
}

static LLVMValueRef cached_field(LowerFunction *lf, LLVMValueRef object, LLVMValueRef cache) {
    LLVMValueRef offset = LLVMBuildZExt(lf->b, load(lf, lf->m->i32, cache, offsetof(NativeCache, offset)), lf->m->i64, "");
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, lower_object_field(lf, object, 0), &offset, 1, "");
}

static LLVMValueRef get_attr(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0), name = lower_const_k(lf, insn->aux);
    if (!lower_pays(lf)) return lower_check_value(lf, insn, LOWER_CALL(lf, native_get_attr, object, name));
    LLVMValueRef cache = new_cache(lf);
    LLVMBasicBlockRef miss = lower_new_block(lf, "miss"), done = lower_new_block(lf, "done");
    check_cache(lf, object, cache, miss);
    LLVMValueRef quick = LLVMBuildLoad2(lf->b, lf->m->i64, cached_field(lf, object, cache), "");
    LLVMBasicBlockRef after_hit = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, miss);
    LLVMValueRef full = lower_check_value(lf, insn, LOWER_CALL(lf, native_get_attr_cached, object, name, cache));
    LLVMBasicBlockRef after_miss = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, after_hit, full, after_miss);
}

// A new field changes the object's shape: inline while the program has one thread. A field that is there leaves it alone, as another
// thread may just be changing it.
static void change_shape(LowerFunction *lf, LLVMValueRef object, LLVMValueRef cache, LLVMBasicBlockRef miss) {
    LLVMBasicBlockRef adds = lower_new_block(lf, "adds"), alone = lower_new_block(lf, "alone"), store = lower_new_block(lf, "store");
    LLVMValueRef place = lower_object_field(lf, object, LAYOUT_OBJECT_SHAPE), to = load(lf, lf->m->ptr, cache, offsetof(NativeCache, to));
    LLVMValueRef from = load(lf, lf->m->ptr, cache, offsetof(NativeCache, shape));
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, from, to, ""), store, adds, NULL);
    lower_set_block(lf, adds);
    LLVMValueRef parallel = load(lf, lf->m->i32, lf->thread, LAYOUT_THREAD_PARALLEL);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, parallel, lower_i32(lf, 0), ""), alone, miss, NULL);
    lower_set_block(lf, alone);
    lower_store(lf, to, place, LOWER_SHAPE);
    LLVMBuildBr(lf->b, store);
    lower_set_block(lf, store);
}

static void set_attr(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0), name = lower_const_k(lf, insn->aux), v = lower_arg(lf, insn, 1);
    if (!lower_pays(lf)) return lower_check_true(lf, insn, LOWER_CALL(lf, native_set_attr, object, name, v));
    LLVMValueRef cache = new_cache(lf);
    LLVMBasicBlockRef miss = lower_new_block(lf, "miss"), done = lower_new_block(lf, "done");
    check_cache(lf, object, cache, miss);
    change_shape(lf, object, cache, miss);
    lower_store(lf, v, cached_field(lf, object, cache), LOWER_FIELDS);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, miss);
    lower_check_true(lf, insn, LOWER_CALL(lf, native_set_attr_cached, object, name, v, cache));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

LLVMValueRef lower_method_of(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef window = lower_slot(lf, (int32_t)insn->imm);
    return LOWER_CALL(lf, native_method, lower_arg(lf, insn, 0), lower_const_k(lf, insn->aux), window);
}

static LLVMValueRef method(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0), name = lower_const_k(lf, insn->aux), window = lower_slot(lf, (int32_t)insn->imm);
    if (!lower_pays(lf)) return lower_check_value(lf, insn, LOWER_CALL(lf, native_method, object, name, window));
    LLVMValueRef cache = new_cache(lf);
    LLVMBasicBlockRef miss = lower_new_block(lf, "miss"), done = lower_new_block(lf, "done");
    check_cache(lf, object, cache, miss);
    LLVMValueRef quick = load(lf, lf->m->i64, cache, offsetof(NativeCache, value));
    lower_store_slot(lf, (int32_t)insn->imm + BC_WINDOW_HEADER, object);
    LLVMBasicBlockRef after_hit = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, miss);
    LLVMValueRef full = lower_check_value(lf, insn, LOWER_CALL(lf, native_method_cached, object, name, window, cache));
    LLVMBasicBlockRef after_miss = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, after_hit, full, after_miss);
}

bool lower_attr(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_GETATTR: lf->values[r.i] = get_attr(lf, insn); return true;
    case SSA_SETATTR: set_attr(lf, insn); return true;
    case SSA_METHOD: lf->values[r.i] = method(lf, insn); return true;
    case SSA_DELATTR:
        lower_check_true(lf, insn, LOWER_CALL(lf, native_delete_attr, lower_arg(lf, insn, 0), lower_const_k(lf, insn->aux)));
        return true;
    default: return false;
    }
}
