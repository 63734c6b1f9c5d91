// Generators: entered wherever they may have been suspended.
//
//   entry:    resumed at r1? landing 1 : resumed at r2? landing 2 : ... : landing of the start
//   landing:  registers live there are loaded from the generator, where they are kept in between (SAVED); on to the code
//
// A generator suspends by YIELD and is resumed behind it. SEND suspends at itself and runs in bytecode; compiled code is resumed at
// its target when the delegate answered a throw() by stopping. A counted loop's state is loaded as the
// numbers it must be: code and interpreter count alike, so the guard fails only if the loop began over something else.
#include "ssa_build_int.h"

void build_find_resumes(Builder *b) {
    for (uint32_t pc = 0; pc < b->p->ncode; pc++) {
        BcOp op = bc_op(b->p->code[pc]);
        if (op == OP_YIELD) vec_push(&b->resumes, pc + 1);
        if (op == OP_SEND) vec_push(&b->resumes, bc_insn_flow(b->p->code[pc], pc).target);
    }
    vec_push(&b->resumes, 0);
}

void build_dispatch(Builder *b) {
    for (uint32_t i = 0; i < b->resumes.count; i++) {
        uint32_t landing = ssa_new_block(b->f);
        vec_push(&b->landings, landing);
        if (i + 1 == b->resumes.count) return build_jump(b, landing);
        SsaRef here = build_emit_imm(b, SSA_RESUMED_AT, b->resumes.items[i]);
        uint32_t next = ssa_new_block(b->f);
        build_branch(b, here, landing, next);
        build_start_block(b, next);
    }
}

static void load_live(Builder *b) {
    for (uint32_t reg = 0; reg < b->p->nregs; reg++)
        b->regs[reg] = bc_live_at(&b->live, b->pc, reg) ? build_emit_imm(b, SSA_SAVED, reg) : b->unbound;
}

static bool inside_loop(const Builder *b, uint32_t loop) {
    return b->pc <= loop && b->pc >= bc_insn_flow(b->p->code[loop], loop).target && b->block_of[loop];
}

static void load_loop(Builder *b, uint32_t loop) {
    uint32_t state = bc_b(b->p->code[loop]);
    if (!inside_loop(b, loop) || !bc_live_at(&b->live, b->pc, state)) return;
    for (uint32_t n = 0; n < 3; n++)
        b->regs[state + n] = b->counted[loop] ? build_emit(b, SSA_UNBOX_INT, &b->regs[state + n], 1) : build_home(b, state + n);
}

void build_landings(Builder *b) {
    for (uint32_t i = 0; i < b->landings.count; i++) {
        b->pc = b->resumes.items[i];
        build_start_block(b, b->landings.items[i]);
        load_live(b);
        for (uint32_t pc = 0; pc < b->p->ncode; pc++)
            if (bc_op(b->p->code[pc]) == OP_FORLOOP) load_loop(b, pc);
        for (uint32_t reg = 0; reg < b->p->nvar; reg++)
            if (ssa_at(b->f, b->regs[reg])->op == SSA_SAVED) build_guess(b, reg, b->pc);
        build_jump(b, b->block_of[b->pc]);
    }
}
