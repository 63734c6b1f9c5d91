// The step of a loop over a generator: its compiled code is run at once, as interp_step_generator (jit/interp/resume.c) does it, which says
// what the fields mean.
//
//   state[2] is unbound, state[0] a generator, no other thread, generator.at is not 0, proto.resume is there     else: the runtime
//   a frame behind this one: its function, this frame
//   running; thread.generator = it
//   v = proto.resume(thread, frame, at - 1)
//   thread.generator = what it was
//   suspended, and nothing handled before and now?     else: v = interp_stepped_generator(it, v)
#include "lower.h"
#include "lower_parts.h"

void lower_set_generator(LowerFunction *lf, LLVMValueRef generator, uint32_t state, uint32_t at) {
    LLVMBuildStore(lf->b, lower_i64(lf, state | (uint64_t)at << 32), lower_field(lf, generator, LAYOUT_GENERATOR_STATE));
}

static LLVMValueRef load(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef object, uint32_t offset) {
    return LLVMBuildLoad2(lf->b, type, lower_field(lf, object, offset), "");
}

static LLVMValueRef is_number(LowerFunction *lf, LLVMValueRef v, uint64_t n) { return LLVMBuildICmp(lf->b, LLVMIntEQ, v, LLVMConstInt(LLVMTypeOf(v), n, 0), ""); }

// The generator that the loop is over.
static LLVMValueRef find_generator(LowerFunction *lf, uint32_t state, LLVMBasicBlockRef other) {
    LLVMValueRef form = lower_load(lf, lf->m->i64, lower_home_slot(lf, state + 2), LOWER_FRAME);
    lower_require(lf, is_number(lf, form, LAYOUT_BITS_UNBOUND), other);
    LLVMValueRef iterator = lower_load(lf, lf->m->i64, lower_home_slot(lf, state), LOWER_FRAME);
    LLVMValueRef object = lower_object_field(lf, iterator, 0);
    LLVMValueRef shape = lower_load(lf, lf->m->ptr, object, LOWER_SHAPE);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lower_outside(lf->m, "shape_generator"), ""), other);
    LLVMValueRef parallel = load(lf, lf->m->i32, lf->thread, LAYOUT_THREAD_PARALLEL);
    lower_require(lf, is_number(lf, parallel, 0), other);
    return object;
}

// Runs the code, in a frame behind this one.
static LLVMValueRef run(LowerFunction *lf, LLVMValueRef generator, LLVMValueRef function, LLVMValueRef code, LLVMValueRef at) {
    uint32_t window = lf->f->bc->nregs;
    LLVMValueRef callee = LLVMBuildOr(lf->b, LLVMBuildPtrToInt(lf->b, function, lf->m->i64, ""), lower_i64(lf, 1), "");
    lower_store_slot(lf, (int32_t)window, callee);
    lower_store_slot(lf, (int32_t)window + BC_WINDOW_HEADER - 1, LLVMBuildPtrToInt(lf->b, lf->base, lf->m->i64, ""));
    LLVMValueRef running = lower_field(lf, lf->thread, LAYOUT_THREAD_GENERATOR), outer = LLVMBuildLoad2(lf->b, lf->m->ptr, running, "");
    lower_set_generator(lf, generator, LAYOUT_GENERATOR_RUNNING, 0);
    LLVMBuildStore(lf->b, generator, running);
    LLVMTypeRef type = LLVMFunctionType(lf->m->i64, (LLVMTypeRef[]){lf->m->ptr, lf->m->ptr, lf->m->i64}, 3, 0);
    LLVMValueRef index = LLVMBuildZExt(lf->b, LLVMBuildSub(lf->b, at, lower_i32(lf, 1), ""), lf->m->i64, "");
    LLVMValueRef args[3] = {lf->thread, lower_slot(lf, (int32_t)window + BC_WINDOW_HEADER), index};
    LLVMValueRef v = LLVMBuildCall2(lf->b, type, code, args, 3, "");
    LLVMBuildStore(lf->b, outer, running);
    return v;
}

// What the loop gets when the code has come back with v.
static LLVMValueRef finish(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef generator, LLVMValueRef v, LLVMValueRef before) {
    LLVMBasicBlockRef odd = lower_new_block(lf, "odd"), done = lower_new_block(lf, "yielded"), from = LLVMGetInsertBlock(lf->b);
    LLVMValueRef suspended = is_number(lf, load(lf, lf->m->i32, generator, LAYOUT_GENERATOR_STATE), LAYOUT_GENERATOR_SUSPENDED);
    LLVMValueRef handled = load(lf, lf->m->i64, lf->thread, LAYOUT_THREAD_HANDLED);
    LLVMValueRef nothing = LLVMBuildAnd(lf->b, is_number(lf, before, LAYOUT_BITS_NONE), is_number(lf, handled, LAYOUT_BITS_NONE), "");
    LLVMValueRef plain = LLVMBuildAnd(lf->b, suspended, nothing, "");
    lower_branch(lf, plain, done, odd, lf->m->likely);
    lower_set_block(lf, odd);
    LLVMValueRef given = lower_check_value(lf, insn, LOWER_CALL(lf, interp_stepped_generator, generator, v, before));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, v, from, given, after);
}

LLVMValueRef lower_generator_step(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef other) {
    LLVMValueRef generator = find_generator(lf, (uint32_t)insn->imm, other);
    LLVMValueRef at = load(lf, lf->m->i32, generator, LAYOUT_GENERATOR_STATE + 4);
    lower_require(lf, LLVMBuildNot(lf->b, is_number(lf, at, 0), ""), other);
    LLVMValueRef function = load(lf, lf->m->ptr, generator, LAYOUT_GENERATOR_FUNCTION);
    LLVMValueRef proto = load(lf, lf->m->ptr, function, LAYOUT_FUNCTION_PROTO);
    LLVMValueRef code = load(lf, lf->m->ptr, proto, LAYOUT_PROTO_RESUME);
    lower_require(lf, LLVMBuildIsNotNull(lf->b, code, ""), other);
    LLVMValueRef before = load(lf, lf->m->i64, lf->thread, LAYOUT_THREAD_HANDLED);
    return finish(lf, insn, generator, run(lf, generator, function, code, at), before);
}
