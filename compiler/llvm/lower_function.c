// One body: blocks, PHIs, and the small things all operations use.
#include "lower.h"
#include "lower_parts.h"

#include <string.h>

// --- small things

LLVMValueRef lower_i64(const LowerFunction *lf, uint64_t n) { return LLVMConstInt(lf->m->i64, n, 0); }
LLVMValueRef lower_i32(const LowerFunction *lf, uint32_t n) { return LLVMConstInt(lf->m->i32, n, 0); }

LLVMBasicBlockRef lower_new_block(LowerFunction *lf, const char *name) {
    return LLVMAppendBasicBlockInContext(lf->m->context, lf->function, name);
}

void lower_set_block(LowerFunction *lf, LLVMBasicBlockRef block) { LLVMPositionBuilderAtEnd(lf->b, block); }

void lower_branch(LowerFunction *lf, LLVMValueRef cond, LLVMBasicBlockRef yes, LLVMBasicBlockRef no, LLVMValueRef weights) {
    LLVMValueRef branch = LLVMBuildCondBr(lf->b, cond, yes, no);
    if (weights) LLVMSetMetadata(branch, lf->m->prof_kind, weights);
}

LLVMValueRef lower_phi2(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef a, LLVMBasicBlockRef from_a, LLVMValueRef b, LLVMBasicBlockRef from_b) {
    LLVMValueRef phi = LLVMBuildPhi(lf->b, type, "");
    LLVMAddIncoming(phi, (LLVMValueRef[]){a, b}, (LLVMBasicBlockRef[]){from_a, from_b}, 2);
    return phi;
}

LLVMValueRef lower_intrinsic(LowerFunction *lf, const char *name, LLVMTypeRef type, LLVMValueRef *args, uint32_t nargs) {
    unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
    LLVMValueRef function = LLVMGetIntrinsicDeclaration(lf->m->module, id, &type, 1);
    return LLVMBuildCall2(lf->b, LLVMIntrinsicGetType(lf->m->context, id, &type, 1), function, args, nargs, "");
}

LLVMValueRef lower_field(LowerFunction *lf, LLVMValueRef address, uint32_t offset) {
    if (offset == 0) return address;
    LLVMValueRef index = LLVMConstInt(lf->m->i64, offset, 0);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, address, &index, 1, "");
}

LLVMValueRef lower_slot(LowerFunction *lf, int32_t reg) {
    if (reg == 0) return lf->base;
    LLVMValueRef index = lower_i64(lf, (uint64_t)(int64_t)reg);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lf->base, &index, 1, "");
}

LLVMValueRef lower_home_slot(LowerFunction *lf, uint32_t reg) {
    LLVMValueRef index = lower_i64(lf, reg);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lf->home, &index, 1, "");
}

LLVMValueRef lower_tag(LowerFunction *lf, LLVMValueRef access, LowerMemory memory) {
    LLVMSetMetadata(access, lf->m->tbaa_kind, lf->m->memory_tags[memory]);
    return access;
}

LLVMValueRef lower_load(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef address, LowerMemory memory) {
    return lower_tag(lf, LLVMBuildLoad2(lf->b, type, address, ""), memory);
}

LLVMValueRef lower_store(LowerFunction *lf, LLVMValueRef v, LLVMValueRef address, LowerMemory memory) {
    return lower_tag(lf, LLVMBuildStore(lf->b, v, address), memory);
}

LLVMValueRef lower_load_invariant(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef address) {
    LLVMValueRef v = LLVMBuildLoad2(lf->b, type, address, "");
    LLVMSetMetadata(v, lf->m->invariant_kind, lf->m->empty_node);
    return v;
}

void lower_store_slot(LowerFunction *lf, int32_t reg, LLVMValueRef v) { lower_store(lf, v, lower_slot(lf, reg), LOWER_FRAME); }

void lower_publish(LowerFunction *lf) {
    lower_frame_headers(lf);
    lower_store(lf, lf->base, lower_field(lf, lf->thread, LAYOUT_THREAD_BASE), LOWER_THREAD);
}

static const char *const signatures[HELPER_COUNT] = {
#define HELPER(name, signature) signature,
#include "compiler/native/native_helpers.def"
#undef HELPER
};

LLVMValueRef lower_call(LowerFunction *lf, LowerHelper which, LLVMValueRef *args, uint32_t nargs) {
    LLVMValueRef all[8];
    uint32_t n = 0;
    bool threaded = signatures[which][1] == 't';
    if (threaded) {
        lower_publish(lf);
        all[n++] = lf->thread;
    }
    for (uint32_t i = 0; i < nargs; i++) all[n++] = args[i];
    LowerCallee callee = lower_helper(lf->m, which);
    return LLVMBuildCall2(lf->b, callee.type, callee.function, all, n, "");
}

void lower_return_bits(LowerFunction *lf, LLVMValueRef bits) {
    if (lf->f->result == SSA_TYPE_VALUE) {
        LLVMBuildRet(lf->b, bits);
        return;
    }
    LLVMValueRef pair = LLVMGetUndef(lower_result_type(lf->m, lf->f->result));
    LLVMBuildRet(lf->b, LLVMBuildInsertValue(lf->b, pair, bits, 1, ""));
}

LLVMValueRef lower_const_k(LowerFunction *lf, uint32_t k) { return lower_const_of(lf, lf->proto, k); }

LLVMValueRef lower_const_of(LowerFunction *lf, uint32_t proto, uint32_t k) {
    LLVMValueRef index[2] = {lower_i64(lf, 0), lower_i64(lf, lf->m->first_const[proto] + k)};
    LLVMValueRef address = LLVMBuildInBoundsGEP2(lf->b, lf->m->consts_type, lf->m->consts, index, 2, "");
    return lower_load_invariant(lf, lf->m->i64, address);
}

LLVMValueRef lower_const_object(LowerFunction *lf, uint32_t constant) {
    LLVMValueRef index[2] = {lower_i64(lf, 0), lower_i64(lf, constant)};
    return lower_load_invariant(lf, lf->m->i64, LLVMBuildInBoundsGEP2(lf->b, lf->m->objects_type, lf->m->objects, index, 2, ""));
}

// --- instructions that are no operation of their own

static void lower_return(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    if (lf->f->result == SSA_TYPE_VALUE) {
        LLVMBuildRet(lf->b, v);
        return;
    }
    LLVMValueRef pair = LLVMGetUndef(lower_result_type(lf->m, lf->f->result));
    pair = LLVMBuildInsertValue(lf->b, pair, v, 0, "");
    LLVMBuildRet(lf->b, LLVMBuildInsertValue(lf->b, pair, lower_i64(lf, LAYOUT_BITS_UNBOUND), 1, ""));
}

static bool lower_end(LowerFunction *lf, const SsaInsn *insn) {
    if (insn->op == SSA_JUMP || insn->op == SSA_BRANCH) lower_jump_poll(lf);
    switch ((SsaOp)insn->op) {
    case SSA_JUMP: case SSA_TRY: LLVMBuildBr(lf->b, lower_successor(lf, 0)); return true;
    case SSA_BRANCH:
        if (!lower_loop_test(lf)) LLVMBuildCondBr(lf->b, lower_arg(lf, insn, 0), lower_successor(lf, 0), lower_successor(lf, 1));
        return true;
    case SSA_RETURN: lower_return(lf, insn); return true;
    case SSA_LEAVE:
        if (!lower_send(lf, insn)) LLVMBuildBr(lf->b, lower_exit_target(lf, insn));
        return true;
    case SSA_YIELD: lower_yield(lf, insn); return true;
    case SSA_UNREACHED: LLVMBuildUnreachable(lf->b); return true;
    default: return false;
    }
}

static bool lower_leaf(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_CONST_INT: lf->values[r.i] = LLVMConstInt(lf->m->i64, (uint64_t)insn->imm, 1); return true;
    case SSA_CONST_FLOAT: lf->values[r.i] = LLVMConstReal(lf->m->f64, __builtin_bit_cast(double, insn->imm)); return true;
    case SSA_CONST_BOOL: lf->values[r.i] = LLVMConstInt(lf->m->i1, (uint64_t)insn->imm, 0); return true;
    case SSA_CONST_S: lf->values[r.i] = lower_i64(lf, (uint64_t)insn->imm << 4 | 9); return true;
    case SSA_CONST_K: lf->values[r.i] = lower_const_of(lf, ssa_const_proto(lf->f, insn), (uint32_t)insn->imm); return true;
    case SSA_CONST_OBJECT: lf->values[r.i] = lower_const_object(lf, (uint32_t)insn->imm); return true;
    case SSA_PARAM: lf->values[r.i] = LLVMGetParam(lf->function, 2 + (unsigned)insn->imm); return true;
    case SSA_RESUMED_AT:
        lf->values[r.i] = LLVMBuildICmp(lf->b, LLVMIntEQ, LLVMGetParam(lf->function, 2), lower_i64(lf, (uint64_t)insn->imm), "");
        return true;
    case SSA_PHI: lf->values[r.i] = LLVMBuildPhi(lf->b, lower_type(lf->m, (SsaType)insn->type), ""); return true;
    case SSA_HOME: case SSA_SAVED:
        lf->values[r.i] = lower_load(lf, lf->m->i64, lower_home_slot(lf, (uint32_t)insn->imm), LOWER_FRAME);
        return true;
    case SSA_LOADREG:
        lf->values[r.i] = lower_load(lf, lf->m->i64, lower_slot(lf, (int32_t)insn->imm), LOWER_FRAME);
        return true;
    default: return false;
    }
}

static void lower_insn(LowerFunction *lf, SsaRef r) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    lower_enter_frame(lf, insn->frame);
    lower_lines_at(lf, insn->frame, insn->pc);
    bool known = lower_leaf(lf, r, insn) || lower_end(lf, insn) || lower_number(lf, r, insn) || lower_sized(lf, r, insn) ||
                 lower_known(lf, r, insn) || lower_generic(lf, r, insn) || lower_list(lf, r, insn) || lower_dict(lf, r, insn) || lower_text(lf, r, insn) || lower_attr(lf, r, insn) || lower_access(lf, r, insn) ||
                 lower_calls(lf, r, insn) || lower_object(lf, r, insn);
    if (!known) __builtin_trap();
}

// --- blocks

static void mark_loop(LowerFunction *lf, uint32_t head, uint32_t from, uint32_t *work) {
    uint32_t n = 0;
    lf->in_loop[head] = true;
    if (!lf->in_loop[from]) work[n++] = from;
    lf->in_loop[from] = true;
    while (n) {
        const SsaBlockVec *preds = &lf->f->blocks.items[work[--n]].preds;
        for (uint32_t i = 0; i < preds->count; i++) {
            if (lf->in_loop[preds->items[i]]) continue;
            lf->in_loop[preds->items[i]] = true;
            work[n++] = preds->items[i];
        }
    }
}

typedef struct {
    uint32_t block, next;
} Visit;

// Depth first: the order in which blocks are lowered, definitions first; edges back to a block on the path close loops.
uint32_t lower_order(LowerFunction *lf, uint32_t *order) {
    Arena *scratch = lf->scratch;
    uint32_t total = lf->f->blocks.count, depth = 0, count = 0;
    Visit *path = arena_new_array(scratch, Visit, total);
    uint8_t *state = arena_new_array(scratch, uint8_t, total);  // 1 on the path, 2 done
    uint32_t *work = arena_new_array(scratch, uint32_t, total);
    path[depth++] = (Visit){0, 0};
    state[0] = 1;
    while (depth) {
        Visit *top = &path[depth - 1];
        const SsaBlock *block = &lf->f->blocks.items[top->block];
        if (top->next == block->nsucc) {
            order[count++] = top->block;
            state[top->block] = 2;
            depth--;
            continue;
        }
        uint32_t to = block->succ[top->next++];
        if (state[to] == 1) {
            mark_loop(lf, to, top->block, work);
            lf->loops[to].wanted = true;
            lf->backs[top->block] |= (uint8_t)(1u << (top->next - 1));
        }
        if (state[to]) continue;
        state[to] = 1;
        path[depth++] = (Visit){to, 0};
    }
    return count;
}

void lower_block(LowerFunction *lf, uint32_t n, bool calls, bool asks) {
    const SsaRefVec *insns = &lf->f->blocks.items[n].insns;
    uint32_t done = 0;
    lf->block = n;
    if (lf->loops[n].wanted) done = lower_loop_open(lf, n, calls);
    else lower_set_block(lf, lf->starts[n]);
    if (asks) lower_ask_room(lf);
    for (uint32_t i = done; i < insns->count; i++) lower_insn(lf, insns->items[i]);
    lf->ends[n] = lf->loops[n].check ? lf->loops[n].end : LLVMGetInsertBlock(lf->b);
}

static bool is_handler_edge(const LowerFunction *lf, uint32_t from, uint32_t to) {
    const SsaBlock *block = &lf->f->blocks.items[from];
    return ssa_at(lf->f, vec_last(&block->insns))->op == SSA_TRY && block->succ[1] == to;
}

static void fill_phi(LowerFunction *lf, uint32_t n, uint32_t index) {
    SsaRef r = lf->f->blocks.items[n].insns.items[index];
    const SsaInsn *phi = ssa_at(lf->f, r);
    const SsaBlock *block = &lf->f->blocks.items[n];
    for (uint32_t p = 0; p < phi->nargs; p++) {
        uint32_t pred = block->preds.items[p];
        LLVMBasicBlockRef from = lower_edge_from(lf, pred, n);
        if (!from || is_handler_edge(lf, pred, n)) continue;
        LLVMValueRef v = lower_arg(lf, phi, p);
        LLVMAddIncoming(lower_edge_phi(lf, pred, n, index, lf->values[r.i]), &v, &from, 1);
    }
}

static void fill_phis(LowerFunction *lf) {
    for (uint32_t n = 0; n < lf->f->blocks.count; n++) {
        if (!lf->ends[n]) continue;
        const SsaRefVec *insns = &lf->f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count && ssa_at(lf->f, insns->items[i])->op == SSA_PHI; i++) fill_phi(lf, n, i);
        lower_loop_close(lf, n);
    }
}

static void fill_handler_phis(LowerFunction *lf) {
    for (uint32_t e = 0; e < lf->raises.count; e++) {
        LowerRaise *raise = &lf->raises.items[e];
        const SsaRefVec *insns = &lf->f->blocks.items[raise->handler].insns;
        for (uint32_t i = 0; i < insns->count && ssa_at(lf->f, insns->items[i])->op == SSA_PHI; i++)
            LLVMAddIncoming(lf->values[insns->items[i].i], &raise->values[i], &raise->from, 1);
    }
    vec_fini(&lf->raises);
}

// --- entry

static bool *find_operands(const SsaFunction *f, Arena *scratch) {
    bool *operand = arena_new_array(scratch, bool, f->insns.count);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            const SsaInsn *insn = ssa_at(f, f->blocks.items[n].insns.items[i]);
            for (uint32_t a = 0; a < insn->nargs; a++) operand[insn->args[a].i] = true;
        }
    return operand;
}

void lower_open(LowerFunction *lf, LowerModule *m, SsaFunction *f, LLVMValueRef function, Arena *scratch) {
    *lf = (LowerFunction){.m = m, .b = m->b, .scratch = scratch, .f = f, .function = function};
    lower_lines_enter(m, function, f->bc);
    lf->thread = LLVMGetParam(function, 0);
    lf->base = LLVMGetParam(function, 1);
    lf->home = lf->base;
    lf->bc = f->bc;
    lf->proto = f->proto;
    lf->values = arena_new_array(scratch, LLVMValueRef, f->insns.count);
    lf->starts = arena_new_array(scratch, LLVMBasicBlockRef, f->blocks.count);
    lf->ends = arena_new_array(scratch, LLVMBasicBlockRef, f->blocks.count);
    lf->operand = find_operands(f, scratch);
    lf->in_loop = arena_new_array(scratch, bool, f->blocks.count);
    lf->loops = arena_new_array(scratch, LowerLoop, f->blocks.count);
    lf->polls = arena_new_array(scratch, bool, f->blocks.count);
    lf->backs = arena_new_array(scratch, uint8_t, f->blocks.count);
    lower_set_block(lf, lower_new_block(lf, "entry"));
}

void lower_function(LowerModule *m, SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    uint32_t index = 0;
    while (m->ssa->functions.items[index] != f) index++;
    LowerFunction lf;
    lower_open(&lf, m, f, m->bodies[index].function, &scratch);
    if (f->resumable) {
        lf.live = bc_live_find(m->ssa->bc, f->bc, &scratch);
        LLVMValueRef generator = LLVMBuildLoad2(lf.b, m->ptr, lower_field(&lf, lf.thread, LAYOUT_THREAD_GENERATOR), "");
        lf.home = lower_field(&lf, generator, LAYOUT_GENERATOR_REGS);
    }
    lower_frames_open(&lf);
    uint32_t *order = arena_new_array(&scratch, uint32_t, f->blocks.count);
    uint32_t count = lower_order(&lf, order);
    lower_loops_find(&lf);
    uint32_t asks = lower_room_block(&lf);
    if (asks == 0) lower_ask_room(&lf);
    LLVMBasicBlockRef entered = LLVMGetInsertBlock(lf.b);
    for (uint32_t i = count; i-- > 0;) {
        lf.starts[order[i]] = lower_new_block(&lf, "b");
        if (lf.loops[order[i]].wanted) lf.loops[order[i]].inner = lower_new_block(&lf, "inner");
    }
    bool calls = lower_calls_anything(f);
    for (uint32_t i = count; i-- > 0;) lower_block(&lf, order[i], calls, asks && order[i] == asks);
    lower_enter_frame(&lf, 0);
    fill_phis(&lf);
    fill_handler_phis(&lf);
    lower_leaves(&lf);
    lower_set_block(&lf, entered);
    LLVMBuildBr(lf.b, lf.starts[0]);
    arena_fini(&scratch);
}
