// Leaving the common path: into the bytecode (side exit), into a handler, or to the caller with an exception.
//
// Each place that may leave for the bytecode gets a cold block that stores the live registers; the calls that leave are made once
// per function and joined to by a PHI of the bytecode position. A place that may raise into a handler gets a cold block, too.
#include "lower.h"
#include "lower_parts.h"

static LLVMBasicBlockRef leaving_block(LowerFunction *lf, const char *name, LLVMValueRef *pc, LowerHelper helper) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), block = lower_new_block(lf, name);
    lower_set_block(lf, block);
    *pc = LLVMBuildPhi(lf->b, lf->m->i32, "pc");
    LLVMValueRef bits = lower_call(lf, helper, (LLVMValueRef[]){lf->base, *pc}, 2);
    lower_return_bits(lf, bits);
    lower_set_block(lf, here);
    return block;
}

static LLVMBasicBlockRef raise_block(LowerFunction *lf) {
    if (!lf->raise_block) lf->raise_block = leaving_block(lf, "raise", &lf->raise_pc, HELPER_native_raised);
    return lf->raise_block;
}
static LLVMBasicBlockRef exit_block(LowerFunction *lf) {
    if (!lf->exit_block) lf->exit_block = leaving_block(lf, "exit", &lf->exit_pc, HELPER_interp_continue);
    return lf->exit_block;
}
static void join(LowerFunction *lf, LLVMBasicBlockRef to, LLVMValueRef phi, uint32_t pc) {
    LLVMValueRef at = lower_i32(lf, pc);
    LLVMBasicBlockRef from = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, to);
    LLVMAddIncoming(phi, &at, &from, 1);
}

static bool is_told(const SsaState *s, uint32_t reg) {
    for (uint32_t i = 0; i < s->count; i++)
        if (s->slots[i].reg == reg) return true;
    return false;
}

// The bytecode wants the state of a generator's loops in the frame, too: what is live and not told is kept in the generator.
static void bring_home(LowerFunction *lf, const SsaState *s) {
    for (uint32_t reg = 0; reg < lf->f->bc->nregs; reg++) {
        if (!bc_live_at(&lf->live, s->pc, reg) || is_told(s, reg)) continue;
        LLVMValueRef v = lower_load(lf, lf->m->i64, lower_home_slot(lf, reg), LOWER_FRAME);
        lower_store_slot(lf, (int32_t)reg, v);
    }
}

static void store_state(LowerFunction *lf, const SsaState *s) {
    if (lf->f->resumable) bring_home(lf, s);
    for (uint32_t i = 0; i < s->count; i++) lower_store_slot(lf, s->slots[i].reg, lower_box(lf, s->slots[i].value));
}

// What each PHI of the handler gets from the block being lowered.
static LLVMValueRef *handler_values(LowerFunction *lf, const SsaBlock *handler) {
    uint32_t pred = 0;
    while (handler->preds.items[pred] != lf->block) pred++;
    LLVMValueRef *values = arena_new_array(lf->scratch, LLVMValueRef, handler->insns.count);
    for (uint32_t i = 0; i < handler->insns.count; i++) {
        const SsaInsn *phi = ssa_at(lf->f, handler->insns.items[i]);
        if (phi->op != SSA_PHI) break;
        values[i] = phi->type == SSA_TYPE_VALUE ? lower_box(lf, phi->args[pred]) : lower_value(lf, phi->args[pred]);
    }
    return values;
}

static LLVMBasicBlockRef handler_target(LowerFunction *lf, const SsaInsn *insn) {
    uint32_t handler = lf->f->blocks.items[lf->block].succ[1];
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), block = lower_new_block(lf, "raised");
    lower_set_block(lf, block);
    LOWER_CALL(lf, native_raised, lf->base, lower_i32(lf, insn->pc));
    LLVMValueRef *values = handler_values(lf, &lf->f->blocks.items[handler]);
    vec_push(&lf->raises, {handler, LLVMGetInsertBlock(lf->b), values});
    LLVMBuildBr(lf->b, lf->starts[handler]);
    lower_set_block(lf, here);
    return block;
}

LLVMBasicBlockRef lower_raise_target(LowerFunction *lf, const SsaInsn *insn) {
    if (bc_handler_at(lf->f->bc, insn->pc)) return handler_target(lf, insn);
    LLVMBasicBlockRef to = raise_block(lf), from = LLVMGetInsertBlock(lf->b);
    LLVMValueRef at = lower_i32(lf, insn->pc);
    LLVMAddIncoming(lf->raise_pc, &at, &from, 1);
    return to;
}

LLVMBasicBlockRef lower_exit_target(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), block = lower_new_block(lf, "leave");
    LLVMBasicBlockRef to = exit_block(lf);
    lower_set_block(lf, block);
    store_state(lf, insn->state);
    join(lf, to, lf->exit_pc, insn->state->pc);
    lower_set_block(lf, here);
    return block;
}

// In place: the live registers into the generator, which goes on behind the instruction.
static void suspend(LowerFunction *lf, const SsaInsn *insn) {
    const SsaState *s = insn->state;
    for (uint32_t i = 0; i < s->count; i++) lower_store(lf, lower_box(lf, s->slots[i].value), lower_home_slot(lf, s->slots[i].reg), LOWER_FRAME);
    LLVMValueRef back = lower_i64(lf, (uint64_t)-(int64_t)LAYOUT_GENERATOR_REGS);
    LLVMValueRef generator = LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, lf->home, &back, 1, "");
    LLVMValueRef code = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_field(lf, lower_proto(lf, lf->f->proto), LAYOUT_PROTO_CODE), "");
    LLVMBuildStore(lf->b, lower_field(lf, code, (insn->pc + 1) * (uint32_t)sizeof(BcInsn)), lower_field(lf, generator, LAYOUT_GENERATOR_PC));
    LLVMBuildStore(lf->b, lower_i32(lf, LAYOUT_GENERATOR_SUSPENDED), lower_field(lf, generator, LAYOUT_GENERATOR_STATE));
    LLVMBuildRet(lf->b, lower_box(lf, insn->args[0]));
}

void lower_yield(LowerFunction *lf, const SsaInsn *insn) {
    if (lf->f->resumable) return suspend(lf, insn);
    store_state(lf, insn->state);
    LOWER_CALL(lf, native_suspend, lf->base, lower_i32(lf, insn->pc));
    LLVMBuildRet(lf->b, lower_box(lf, insn->args[0]));
}

LLVMBasicBlockRef lower_exit_after(LowerFunction *lf, const SsaInsn *insn, uint32_t reg, LLVMValueRef value) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), block = lower_new_block(lf, "leave");
    LLVMBasicBlockRef to = exit_block(lf);
    lower_set_block(lf, block);
    store_state(lf, insn->state);
    lower_store_slot(lf, reg, value);
    join(lf, to, lf->exit_pc, insn->state->pc + 1);
    lower_set_block(lf, here);
    return block;
}

static void raise_when(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef cond) {
    LLVMBasicBlockRef raised = lower_raise_target(lf, insn), fine = lower_new_block(lf, "ok");
    lower_branch(lf, cond, raised, fine, lf->m->unlikely);
    lower_set_block(lf, fine);
}

LLVMValueRef lower_check_value(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef v) {
    raise_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_ERROR), ""));
    return v;
}

void lower_check_true(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef i) {
    raise_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, i, lower_i32(lf, 0), ""));
}

LLVMValueRef lower_check_truth(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef i) {
    raise_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntSLT, i, lower_i32(lf, 0), ""));
    return LLVMBuildICmp(lf->b, LLVMIntNE, i, lower_i32(lf, 0), "");
}

// --stress=deopt: every guard fails now and then.
static LLVMValueRef or_by_chance(LowerFunction *lf, LLVMValueRef cond) {
    if (!lf->m->stress_exits) return cond;
    LLVMValueRef chance = lower_call(lf, HELPER_native_stress_exit, NULL, 0);
    return LLVMBuildOr(lf->b, cond, LLVMBuildICmp(lf->b, LLVMIntNE, chance, lower_i32(lf, 0), ""), "");
}

void lower_exit_when(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef cond) {
    cond = or_by_chance(lf, cond);
    LLVMBasicBlockRef leave = lower_exit_target(lf, insn), fine = lower_new_block(lf, "ok");
    lower_branch(lf, cond, leave, fine, lf->m->unlikely);
    lower_set_block(lf, fine);
}
