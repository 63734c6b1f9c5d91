// Leaving the common path: into the bytecode (side exit), into a handler, or to the caller with an exception.
//
// Places that leave for the bytecode jump to blocks that are filled when the function is complete (lower_leave.c). Exceptions that
// nothing here handles go one way, with a PHI of the bytecode position. A place that may raise into a handler gets a cold block.
#include "lower.h"
#include "lower_parts.h"

static LLVMBasicBlockRef raise_block(LowerFunction *lf) {
    uint32_t at = lf->frame;
    LowerFrame *frame = &lf->frames[at];
    if (frame->raise_block) return frame->raise_block;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
    frame->raise_block = lower_new_block(lf, "raise");
    lower_set_block(lf, frame->raise_block);
    frame->raise_pc = LLVMBuildPhi(lf->b, lf->m->i32, "pc");
    LLVMValueRef error = LOWER_CALL(lf, native_raised, lf->base, frame->raise_pc);
    if (at) {
        lower_enter_frame(lf, lf->f->frames.items[at].call->frame);
        LLVMBuildBr(lf->b, lower_raise_from(lf, lf->f->frames.items[at].pc));
        lower_enter_frame(lf, at);
    } else lower_return_bits(lf, error);
    lower_set_block(lf, here);
    return frame->raise_block;
}

LLVMBasicBlockRef lower_raise_from(LowerFunction *lf, uint32_t pc) {
    LLVMBasicBlockRef to = raise_block(lf), from = LLVMGetInsertBlock(lf->b);
    LLVMValueRef at = lower_i32(lf, pc);
    LLVMAddIncoming(lf->frames[lf->frame].raise_pc, &at, &from, 1);
    return to;
}

// What each PHI of the handler gets from the block being lowered.
static LLVMValueRef *handler_values(LowerFunction *lf, const SsaBlock *handler) {
    uint32_t pred = 0;
    while (handler->preds.items[pred] != lf->block) pred++;
    LLVMValueRef *values = arena_new_array(lf->scratch, LLVMValueRef, handler->insns.count);
    for (uint32_t i = 0; i < handler->insns.count; i++) {
        const SsaInsn *phi = ssa_at(lf->f, handler->insns.items[i]);
        if (phi->op != SSA_PHI) break;
        values[i] = phi->type == SSA_TYPE_VALUE ? lower_box_cold(lf, phi->args[pred]) : lower_value(lf, phi->args[pred]);
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
    return bc_handler_at(lf->bc, insn->pc) ? handler_target(lf, insn) : lower_raise_from(lf, insn->pc);
}

static LLVMBasicBlockRef new_exit(LowerFunction *lf, LowerExit exit) {
    exit.block = lower_new_block(lf, "leave");
    vec_push(&lf->exits, exit);
    return exit.block;
}

LLVMBasicBlockRef lower_exit_target(LowerFunction *lf, const SsaInsn *insn) {
    if (lf->otherwise) return lf->otherwise;
    return new_exit(lf, (LowerExit){.state = insn->state, .pc = insn->state->pc, .reg = -1});
}

LLVMBasicBlockRef lower_exit_after(LowerFunction *lf, const SsaInsn *insn, uint32_t reg, LLVMValueRef value) {
    return new_exit(lf, (LowerExit){.state = insn->state, .pc = insn->state->pc + 1, .reg = (int32_t)reg, .value = value});
}

LLVMBasicBlockRef lower_exit_or_raise(LowerFunction *lf, const SsaInsn *insn, uint32_t reg, LLVMValueRef value) {
    bool raises = !bc_handler_at(lf->bc, insn->pc) && insn->state->pc == insn->pc;
    if (!raises) return lower_check_value(lf, insn, value), lower_exit_after(lf, insn, reg, value);
    return new_exit(lf, (LowerExit){.state = insn->state, .pc = insn->state->pc + 1, .reg = (int32_t)reg, .value = value, .raises = true});
}

void lower_return_outside(LowerFunction *lf, LLVMValueRef bits) {
    uint32_t at = lf->frame;
    const SsaFrame *frame = &lf->f->frames.items[at];
    LowerExit exit = {.state = frame->call, .pc = frame->pc + 1, .reg = (int32_t)frame->reg, .value = bits, .raises = true};
    lower_enter_frame(lf, frame->call->frame);
    if (frame->result.i) {
        LLVMBasicBlockRef fine = lower_new_block(lf, "ok");
        LLVMValueRef is_error = LLVMBuildICmp(lf->b, LLVMIntEQ, bits, lower_i64(lf, LAYOUT_BITS_ERROR), "");
        lower_branch(lf, is_error, lower_raise_from(lf, frame->pc), fine, lf->m->unlikely);
        lower_set_block(lf, fine);
        exit.value = lf->values[frame->result.i];
        exit.raises = false;
    }
    LLVMBuildBr(lf->b, new_exit(lf, exit));
    lower_enter_frame(lf, at);
}

static void store_state(LowerFunction *lf, const SsaState *s) {
    for (uint32_t i = 0; i < s->count; i++) lower_store_slot(lf, s->slots[i].reg, lower_box(lf, s->slots[i].value));
}

static LLVMValueRef own_generator(LowerFunction *lf) {
    LLVMValueRef back = lower_i64(lf, (uint64_t)-(int64_t)LAYOUT_GENERATOR_REGS);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, lf->home, &back, 1, "");
}

// In place: the live registers into the generator.
static void store_home(LowerFunction *lf, const SsaState *s) {
    for (uint32_t i = 0; i < s->count; i++) lower_store(lf, lower_box(lf, s->slots[i].value), lower_home_slot(lf, s->slots[i].reg), LOWER_FRAME);
}

// The generator goes on behind the instruction.
static void suspend(LowerFunction *lf, const SsaInsn *insn) {
    store_home(lf, insn->state);
    LLVMValueRef generator = own_generator(lf);
    LLVMValueRef code = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_field(lf, lower_proto(lf, lf->f->proto), LAYOUT_PROTO_CODE), "");
    LLVMBuildStore(lf->b, lower_field(lf, code, (insn->pc + 1) * (uint32_t)sizeof(BcInsn)), lower_field(lf, generator, LAYOUT_GENERATOR_PC));
    uint32_t sent = bc_a(lf->f->bc->code[insn->pc]);
    if (bc_live_at(&lf->live, insn->pc + 1, sent)) lower_store(lf, lower_i64(lf, LAYOUT_BITS_NONE), lower_home_slot(lf, sent), LOWER_FRAME);
    lower_set_generator(lf, generator, LAYOUT_GENERATOR_SUSPENDED, insn->pc + 2);
    LLVMBuildRet(lf->b, lower_box(lf, insn->args[0]));
}

// Goes on where the generator's code is resumed at the instruction: it jumps to its own start, whatever the optimiser thinks of it.
static void resume_at(LowerFunction *lf, uint32_t pc) {
    LLVMValueRef args[3] = {lf->thread, lf->base, lower_i64(lf, pc)};
    LLVMValueRef v = LLVMBuildCall2(lf->b, LLVMGlobalGetValueType(lf->function), lf->function, args, 3, "");
    LLVMSetInstructionCallConv(v, LLVMFastCallConv);
    LLVMSetTailCallKind(v, LLVMTailCallKindMustTail);
    LLVMBuildRet(lf->b, v);
}

// What the other yields is given on; when it has ended, the code goes on behind.
bool lower_send(LowerFunction *lf, const SsaInsn *insn) {
    const BcProto *bc = lf->f->bc;
    uint32_t pc = insn->state->pc;
    if (!lf->f->resumable || insn->frame || pc != insn->pc || bc_op(bc->code[pc]) != OP_SEND || bc_handler_at(bc, pc)) return false;
    store_home(lf, insn->state);
    LLVMValueRef v = lower_check_value(lf, insn, LOWER_CALL(lf, interp_delegate, own_generator(lf), lower_i32(lf, pc)));
    LLVMBasicBlockRef ended = lower_new_block(lf, "ended"), yielded = lower_new_block(lf, "yielded");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), ended, yielded, NULL);
    lower_set_block(lf, yielded);
    LLVMBuildRet(lf->b, v);
    lower_set_block(lf, ended);
    lower_poll_here(lf, true);
    resume_at(lf, bc_insn_flow(bc->code[pc], pc).target);
    return true;
}

void lower_yield(LowerFunction *lf, const SsaInsn *insn) {
    if (lf->f->resumable) return suspend(lf, insn);
    store_state(lf, insn->state);
    LOWER_CALL(lf, native_suspend, lf->base, lower_i32(lf, insn->pc));
    LLVMBuildRet(lf->b, lower_box(lf, insn->args[0]));
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
