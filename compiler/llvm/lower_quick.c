// Functions that often end with their first tests: `if n < 2: return n`. Those tests and what they return are a small function of their own, made
// part of every caller, which calls the body when they do not end it. The body tests again: nothing has been done, so that is also where a guard
// of the tests leads that does not hold.
#include "lower.h"

enum { QUICK_MAX = 16 };  // instructions beside constants

typedef struct {
    const SsaFunction *f;
    uint32_t size;
    bool ends;            // some test has a quick end
} Quick;

static bool is_small_box(const SsaFunction *f, const SsaInsn *insn) {
    const SsaInsn *of = ssa_at(f, insn->args[0]);
    return insn->imm || of->op == SSA_CONST_INT || of->op == SSA_UNBOX_INT || of->type == SSA_TYPE_BOOL;
}

// What is a few machine instructions without calls.
static bool is_quick(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_CONST_INT: case SSA_CONST_FLOAT: case SSA_CONST_BOOL: case SSA_CONST_S: case SSA_PARAM: case SSA_NOT: case SSA_IS:
    case SSA_INT_ADD: case SSA_INT_SUB: case SSA_INT_MUL: case SSA_INT_AND: case SSA_INT_OR: case SSA_INT_XOR:
    case SSA_INT_FIT_ADD: case SSA_INT_FIT_SUB: case SSA_INT_FIT_MUL: case SSA_INT_TRUTH:
    case SSA_FLOAT_ADD: case SSA_FLOAT_SUB: case SSA_FLOAT_MUL: case SSA_FLOAT_NEG: case SSA_FLOAT_TRUTH:
    case SSA_UNBOX_INT: case SSA_UNBOX_FLOAT: case SSA_GUARD_FACT: case SSA_LENGTH: case SSA_COUNT: case SSA_JUMP: case SSA_BRANCH: case SSA_RETURN:
        return true;
    case SSA_BOX: return is_small_box(f, insn);
    default: return (insn->op >= SSA_INT_LT && insn->op <= SSA_INT_GE) || (insn->op >= SSA_FLOAT_LT && insn->op <= SSA_FLOAT_GE);
    }
}

static bool has_quick_insns(Quick *q, uint32_t n) {
    const SsaRefVec *insns = &q->f->blocks.items[n].insns;
    for (uint32_t i = 0; i < insns->count; i++) {
        const SsaInsn *insn = ssa_at(q->f, insns->items[i]);
        if (!is_quick(q->f, insn)) return false;
        q->size += insn->nargs > 0;
    }
    return true;
}

static bool is_entered_once(const SsaFunction *f, uint32_t n) { return f->blocks.items[n].preds.count == 1; }

static bool is_end(Quick *q, uint32_t n) {
    const SsaRefVec *insns = &q->f->blocks.items[n].insns;
    if (!is_entered_once(q->f, n) || ssa_at(q->f, vec_last(insns))->op != SSA_RETURN) return false;
    uint32_t size = q->size;
    if (has_quick_insns(q, n) && q->size <= QUICK_MAX) return true;
    q->size = size;
    return false;
}

// Walks along the tests: `taken` gets the blocks on the way and their quick ends. The block where the tests are over.
static uint32_t follow_tests(Quick *q, bool *taken) {
    uint32_t at = 0;
    for (;;) {
        const SsaBlock *block = &q->f->blocks.items[at];
        if ((at && !is_entered_once(q->f, at)) || !has_quick_insns(q, at) || q->size > QUICK_MAX || !block->nsucc) return at;
        uint32_t to = block->succ[0];
        if (block->nsucc == 2) {
            bool first = is_end(q, block->succ[0]), second = is_end(q, block->succ[1]);
            if (first == second) return at;
            taken[block->succ[!first]] = true;
            q->ends = true;
            to = block->succ[first];
        }
        taken[at] = true;
        if (to == at || to == 0) return to;
        at = to;
    }
}

bool lower_is_quick(const LowerModule *m, const SsaFunction *f) {
    if (m->stress_exits || f->resumable || f->regs || f->fresh || lower_is_rare(m, f) || lower_is_leaf(f)) return false;
    Arena scratch;
    arena_init(&scratch);
    Quick q = {.f = f};
    uint32_t over = follow_tests(&q, arena_new_array(&scratch, bool, f->blocks.count));
    arena_fini(&scratch);
    return q.ends && over;
}

static void call_full(LowerFunction *lf, LowerCallee full) {
    uint32_t count = LLVMCountParams(lf->function);
    LLVMValueRef *args = arena_new_array(lf->scratch, LLVMValueRef, count);
    LLVMGetParams(lf->function, args);
    LLVMValueRef v = LLVMBuildCall2(lf->b, full.type, full.function, args, count, "");
    LLVMSetInstructionCallConv(v, LLVMFastCallConv);
    LLVMBuildRet(lf->b, v);
}

void lower_quick(LowerModule *m, SsaFunction *f, LLVMValueRef function, LowerCallee full) {
    Arena scratch;
    arena_init(&scratch);
    Quick q = {.f = f};
    bool *taken = arena_new_array(&scratch, bool, f->blocks.count);
    follow_tests(&q, taken);
    LowerFunction lf;
    lower_open(&lf, m, f, function, &scratch);
    lower_frames_open(&lf);
    LLVMBasicBlockRef entered = LLVMGetInsertBlock(lf.b);
    lf.otherwise = lower_new_block(&lf, "otherwise");
    for (uint32_t n = 0; n < f->blocks.count; n++) lf.starts[n] = taken[n] ? lower_new_block(&lf, "b") : lf.otherwise;
    lower_set_block(&lf, entered);
    LLVMBuildBr(lf.b, lf.starts[0]);
    uint32_t *order = arena_new_array(&scratch, uint32_t, f->blocks.count), count = lower_order(&lf, order);
    for (uint32_t i = count; i-- > 0;)
        if (taken[order[i]]) lower_block(&lf, order[i], false, false);
    lower_set_block(&lf, lf.otherwise);
    call_full(&lf, full);
    arena_fini(&scratch);
}
