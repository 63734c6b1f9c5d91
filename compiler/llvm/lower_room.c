// Room on the two stacks. A function asks for it once, before it calls anything: on entry, or behind the tests that end it early, so that
// the end of a recursion costs nothing but its test. What comes before fits behind any limit (THREAD_STACK_RESERVE).
#include "lower.h"

#include <string.h>

enum { UNASKED_MAX = 256 };  // registers of a frame for which no room need be asked

static bool calls(const SsaFunction *f, uint32_t n) {
    for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++)
        if (ssa_op_info((SsaOp)ssa_at(f, f->blocks.items[n].insns.items[i])->op)->effect == SSA_EFFECT_RAISE) return true;
    return false;
}

bool lower_calls_anything(const SsaFunction *f) {
    for (uint32_t n = 0; n < f->blocks.count; n++)
        if (calls(f, n)) return true;
    return false;
}

// It comes back soon: no room is asked for.
bool lower_is_leaf(const SsaFunction *f) { return !f->resumable && !f->regs && lower_room(f) <= UNASKED_MAX && !lower_calls_anything(f); }

static LLVMValueRef native_stack_low(LowerFunction *lf) {
    LLVMValueRef name = LLVMMDStringInContext(lf->m->context, lf->m->stack_register, (unsigned)strlen(lf->m->stack_register));
    LLVMValueRef node = LLVMMDNodeInContext(lf->m->context, &name, 1);
    LLVMValueRef sp = lower_intrinsic(lf, "llvm.read_register", lf->m->i64, &node, 1);
    LLVMValueRef limit = LLVMBuildLoad2(lf->b, lf->m->i64, lower_field(lf, lf->thread, LAYOUT_THREAD_NATIVE_LIMIT), "");
    return LLVMBuildICmp(lf->b, LLVMIntULT, sp, limit, "");
}

// Does nothing that can be reached from block n call?
static bool is_quiet(const LowerFunction *lf, uint32_t n) {
    bool *seen = arena_new_array(lf->scratch, bool, lf->f->blocks.count);
    uint32_t *work = arena_new_array(lf->scratch, uint32_t, lf->f->blocks.count), count = 0;
    seen[n] = true;
    work[count++] = n;
    while (count) {
        const SsaBlock *block = &lf->f->blocks.items[work[--count]];
        if (calls(lf->f, work[count])) return false;
        for (uint32_t i = 0; i < block->nsucc; i++) {
            if (seen[block->succ[i]]) continue;
            seen[block->succ[i]] = true;
            work[count++] = block->succ[i];
        }
    }
    return true;
}

enum { TESTS_MAX = 8 };

// The block that every call comes behind, as far from the entry as tests that lead to quiet ends go.
uint32_t lower_room_block(const LowerFunction *lf) {
    const SsaFunction *f = lf->f;
    uint32_t at = 0;
    if (f->resumable || f->regs || lower_room(f) > UNASKED_MAX) return 0;
    for (uint32_t tests = 0; tests < TESTS_MAX && !calls(f, at); tests++) {
        const SsaBlock *block = &f->blocks.items[at];
        uint32_t to = block->nsucc ? block->succ[0] : 0;
        if (block->nsucc == 2 && is_quiet(lf, to)) to = block->succ[1];
        else if (block->nsucc == 2 && !is_quiet(lf, block->succ[1])) return at;
        if (!to || f->blocks.items[to].preds.count != 1 || lf->in_loop[to]) return at;
        at = to;
    }
    return at;
}

void lower_ask_room(LowerFunction *lf) {
    if (lower_is_leaf(lf->f)) return;
    lower_enter_frame(lf, 0);
    LLVMBasicBlockRef full = lower_new_block(lf, "full"), over = lower_new_block(lf, "over"), fine = lower_new_block(lf, "fine");
    LLVMValueRef limit = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_field(lf, lf->thread, LAYOUT_THREAD_CALL_LIMIT), "");
    LLVMValueRef is_full = LLVMBuildICmp(lf->b, LLVMIntUGT, lower_slot(lf, (int32_t)lower_room(lf->f)), limit, "");
    if (lower_calls_anything(lf->f)) is_full = LLVMBuildOr(lf->b, is_full, native_stack_low(lf), "");
    lower_branch(lf, is_full, full, fine, lf->m->unlikely);
    lower_set_block(lf, full);
    LLVMValueRef room = LOWER_CALL(lf, native_stack_room, lf->base, lower_i32(lf, lower_room(lf->f)));
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntNE, room, lower_i32(lf, 0), ""), fine, over, NULL);
    lower_set_block(lf, over);
    lower_return_bits(lf, lower_i64(lf, LAYOUT_BITS_ERROR));
    lower_set_block(lf, fine);
}
