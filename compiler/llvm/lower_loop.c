// Loops stop when asked: a collection waits for every thread. They are lowered as two loops inside each other, so that the inner one
// stays what LLVM hoists from and vectorises, and the outer one polls after each strip of iterations:
//
//     outer:  o = phi (from before: a) (from polled: i)                  counted:   limit = max(o.left - STRIP, 0)
//     inner:  i = phi (from outer: o) (from the jumps back: b)           otherwise: counter = phi STRIP, counter - 1
//             counted:   left > limit ? body : check                     counter != 0 ? body : poll
//     check:  left > 0 ? poll : exit
//     poll:   asked? native_poll(); jump outer
//
// A counted loop that surely is short does not poll, nor does one that handlers jump back to: handlers call. Where a cycle is entered not
// only at its head (a generator goes on in the middle of a loop), the jump back polls each time.
//
// What other threads write need not be seen in a loop that ends by itself, so its poll is said to touch no memory of the program, and
// what was hoisted stays hoisted. A loop that goes on depending on something it reads may wait for another thread: it reads anew
// after each poll.
#include "lower.h"
#include "lower_parts.h"

enum { STRIP_CALLING = 1 << 12, STRIP_PLAIN = 1 << 16, STRIP_COUNTER = 1 << 10 };

static const SsaBlock *block_at(const LowerFunction *lf, uint32_t n) { return &lf->f->blocks.items[n]; }
static const SsaInsn *insn_at(const LowerFunction *lf, uint32_t n, uint32_t i) { return ssa_at(lf->f, block_at(lf, n)->insns.items[i]); }

static bool goes_back(const LowerFunction *lf, uint32_t from, uint32_t to) {
    const SsaBlock *block = block_at(lf, from);
    for (uint32_t i = 0; i < block->nsucc; i++)
        if (block->succ[i] == to && lf->backs[from] & 1u << i) return true;
    return false;
}

static bool is_handler(const LowerFunction *lf, uint32_t n) {
    const SsaBlock *block = block_at(lf, n);
    for (uint32_t p = 0; p < block->preds.count; p++) {
        const SsaBlock *pred = block_at(lf, block->preds.items[p]);
        if (ssa_at(lf->f, vec_last(&pred->insns))->op == SSA_TRY && pred->succ[1] == n) return true;
    }
    return false;
}

// Where among the block's phis `r` is; -1: nowhere.
static int phi_index(const LowerFunction *lf, uint32_t n, SsaRef r) {
    const SsaBlock *block = block_at(lf, n);
    for (uint32_t i = 0; i < block->insns.count && insn_at(lf, n, i)->op == SSA_PHI; i++)
        if (block->insns.items[i].i == r.i) return (int)i;
    return -1;
}

// The phi of the numbers left, when that decides about going on; -1: not a counted loop.
static int counted_by(const LowerFunction *lf, uint32_t n) {
    const SsaInsn *end = ssa_at(lf->f, vec_last(&block_at(lf, n)->insns));
    if (end->op != SSA_BRANCH || block_at(lf, n)->succ[0] == block_at(lf, n)->succ[1]) return -1;
    const SsaInsn *test = ssa_at(lf->f, end->args[0]);
    return test->op == SSA_IN_RANGE ? phi_index(lf, n, test->args[0]) : -1;
}

static bool is_short(const LowerFunction *lf, uint32_t n, const SsaInsn *left) {
    for (uint32_t p = 0; p < left->nargs; p++) {
        if (goes_back(lf, block_at(lf, n)->preds.items[p], n)) continue;
        const SsaInsn *first = ssa_at(lf->f, left->args[p]);
        if (first->op != SSA_CONST_INT || first->imm > STRIP_PLAIN) return false;
    }
    return true;
}

// --- cycles entered elsewhere

// Blocks reached from the entry without going through `head`.
static void mark_around(const LowerFunction *lf, uint32_t head, bool *reached, uint32_t *work) {
    uint32_t n = 0;
    if (head == 0) return;
    reached[0] = true;
    work[n++] = 0;
    while (n) {
        const SsaBlock *block = block_at(lf, work[--n]);
        for (uint32_t i = 0; i < block->nsucc; i++) {
            if (block->succ[i] == head || reached[block->succ[i]]) continue;
            reached[block->succ[i]] = true;
            work[n++] = block->succ[i];
        }
    }
}

// Jumps back from blocks that the head does not dominate are ordinary ones, which poll.
static void leave_out_entered(LowerFunction *lf, uint32_t head) {
    uint32_t total = lf->f->blocks.count;
    bool *reached = arena_new_array(lf->scratch, bool, total), any = false;
    mark_around(lf, head, reached, arena_new_array(lf->scratch, uint32_t, total));
    for (uint32_t n = 0; n < total; n++)
        for (uint32_t i = 0; i < block_at(lf, n)->nsucc; i++) {
            if (block_at(lf, n)->succ[i] != head || !(lf->backs[n] & 1u << i)) continue;
            if (reached[n]) lf->backs[n] = (uint8_t)(lf->backs[n] & ~(1u << i)), lf->polls[n] = true;
            else any = true;
        }
    lf->loops[head].wanted = any;
}

// --- does it wait?

// The blocks of the loop, from those that jump back to the head.
static void mark_blocks(const LowerFunction *lf, uint32_t head, bool *inside, uint32_t *work) {
    uint32_t n = 0;
    inside[head] = true;
    work[n++] = head;
    while (n) {
        uint32_t at = work[--n];
        const SsaBlockVec *preds = &block_at(lf, at)->preds;
        for (uint32_t p = 0; p < preds->count; p++) {
            uint32_t from = preds->items[p];
            if (inside[from] || (at == head && !goes_back(lf, from, head))) continue;
            inside[from] = true;
            work[n++] = from;
        }
    }
}

// Does the value come from numbers and values of before alone? Anything read from memory counts as read in the loop, but for the
// number of items a loop over them has.
static bool is_computed(const LowerFunction *lf, SsaRef r, bool *seen) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    if (seen[r.i]) return true;
    seen[r.i] = true;
    bool reads = insn->op == SSA_ITEM || insn->op == SSA_BYTE || insn->op == SSA_POP_ITEM;
    SsaEffect effect = ssa_op_info((SsaOp)insn->op)->effect;
    bool pure = !reads && (insn->op == SSA_PHI || insn->op == SSA_COUNT || effect == SSA_EFFECT_PURE || effect == SSA_EFFECT_EXIT || effect == SSA_EFFECT_GUARD);
    for (uint32_t i = 0; pure && i < insn->nargs; i++) pure = is_computed(lf, insn->args[i], seen);
    return pure;
}

static bool waits(const LowerFunction *lf, uint32_t head) {
    uint32_t total = lf->f->blocks.count;
    bool *inside = arena_new_array(lf->scratch, bool, total), *seen = arena_new_array(lf->scratch, bool, lf->f->insns.count);
    mark_blocks(lf, head, inside, arena_new_array(lf->scratch, uint32_t, total));
    for (uint32_t n = 0; n < total; n++) {
        const SsaBlock *block = block_at(lf, n);
        const SsaInsn *end = inside[n] ? ssa_at(lf->f, vec_last(&block->insns)) : NULL;
        if (!end || end->op != SSA_BRANCH || (inside[block->succ[0]] && inside[block->succ[1]])) continue;
        if (!is_computed(lf, end->args[0], seen)) return true;
    }
    return false;
}

void lower_loops_find(LowerFunction *lf) {
    for (uint32_t n = 0; n < lf->f->blocks.count; n++) {
        LowerLoop *loop = &lf->loops[n];
        if (loop->wanted) leave_out_entered(lf, n);
        if (!loop->wanted) continue;
        loop->left = counted_by(lf, n);
        if (is_handler(lf, n) || (loop->left >= 0 && is_short(lf, n, insn_at(lf, n, (uint32_t)loop->left)))) loop->wanted = false;
        loop->waits = loop->wanted && loop->left < 0 && waits(lf, n);
    }
}

LLVMBasicBlockRef lower_successor(const LowerFunction *lf, uint32_t which) {
    uint32_t to = block_at(lf, lf->block)->succ[which];
    return lf->loops[to].wanted && lf->backs[lf->block] & 1u << which ? lf->loops[to].inner : lf->starts[to];
}

// --- the head

// memory(inaccessiblemem: readwrite), in LLVM's encoding of two bits for each kind of memory.
static LLVMAttributeRef touches_nothing(const LowerFunction *lf) {
    return LLVMCreateEnumAttribute(lf->m->context, LLVMGetEnumAttributeKindForName("memory", 6), 3u << 2);
}

LLVMBasicBlockRef lower_poll_here(LowerFunction *lf, bool waits) {
    const SsaInsn *at = ssa_at(lf->f, vec_last(&block_at(lf, lf->block)->insns));
    bool raises = !bc_handler_at(lf->bc, at->pc);
    LLVMBasicBlockRef asked = lower_new_block(lf, "asked"), on = lower_new_block(lf, "on");
    LLVMValueRef limit = LLVMBuildLoad2(lf->b, lf->m->ptr, lower_field(lf, lf->thread, LAYOUT_THREAD_CALL_LIMIT), "");
    LLVMSetVolatile(lower_tag(lf, limit, LOWER_THREAD), 1);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntUGT, lf->base, limit, ""), asked, on, lf->m->unlikely);
    lower_set_block(lf, asked);
    LLVMValueRef argument = lower_i32(lf, raises), call = lower_call(lf, HELPER_native_poll, &argument, 1);
    if (!waits) LLVMAddCallSiteAttribute(call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, touches_nothing(lf));
    if (raises) lower_check_true(lf, at, call);
    LLVMBuildBr(lf->b, on);
    lower_set_block(lf, on);
    return on;
}

static void poll(LowerFunction *lf, LowerLoop *loop) {
    loop->polled = lower_poll_here(lf, loop->waits);
    LLVMBuildBr(lf->b, loop->outer);
}

void lower_jump_poll(LowerFunction *lf) {
    if (lf->polls[lf->block]) lower_poll_here(lf, true);
}

static void count_strip(LowerFunction *lf, LowerLoop *loop) {
    LLVMBasicBlockRef body = lower_new_block(lf, "body"), asks = lower_new_block(lf, "poll");
    LLVMTypeRef i32 = lf->m->i32;
    loop->next = LLVMBuildSub(lf->b, loop->limit, LLVMConstInt(i32, 1, 0), "");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, loop->limit, LLVMConstInt(i32, 0, 0), ""), asks, body, lf->m->unlikely);
    lower_set_block(lf, asks);
    poll(lf, loop);
    lower_set_block(lf, body);
}

static LLVMValueRef strip_limit(LowerFunction *lf, LLVMValueRef left, bool calls) {
    LLVMValueRef strip = lower_i64(lf, calls ? STRIP_CALLING : STRIP_PLAIN), zero = lower_i64(lf, 0);
    LLVMValueRef longer = LLVMBuildICmp(lf->b, LLVMIntSGT, left, strip, "");
    return LLVMBuildSelect(lf->b, longer, LLVMBuildSub(lf->b, left, strip, ""), zero, "");
}

uint32_t lower_loop_open(LowerFunction *lf, uint32_t n, bool calls) {
    LowerLoop *loop = &lf->loops[n];
    const SsaRefVec *insns = &block_at(lf, n)->insns;
    uint32_t count = 0;
    while (count < insns->count && insn_at(lf, n, count)->op == SSA_PHI) count++;
    loop->outer = lf->starts[n];
    loop->phis = arena_new_array(lf->scratch, LLVMValueRef, count + 1);
    lower_set_block(lf, loop->outer);
    for (uint32_t i = 0; i < count; i++) loop->phis[i] = LLVMBuildPhi(lf->b, lower_type(lf->m, (SsaType)insn_at(lf, n, i)->type), "");
    if (loop->left >= 0) loop->limit = strip_limit(lf, loop->phis[loop->left], calls);
    LLVMBuildBr(lf->b, loop->inner);
    lower_set_block(lf, loop->inner);
    for (uint32_t i = 0; i < count; i++)
        lf->values[insns->items[i].i] = LLVMBuildPhi(lf->b, lower_type(lf->m, (SsaType)insn_at(lf, n, i)->type), "");
    if (loop->left < 0) loop->limit = LLVMBuildPhi(lf->b, lf->m->i32, "");
    if (loop->left < 0) count_strip(lf, loop);
    return count;
}

bool lower_loop_test(LowerFunction *lf) {
    LowerLoop *loop = &lf->loops[lf->block];
    if (!loop->wanted || loop->left < 0) return false;
    LLVMBasicBlockRef asks = lower_new_block(lf, "poll");
    LLVMValueRef left = lf->values[block_at(lf, lf->block)->insns.items[loop->left].i];
    loop->check = lower_new_block(lf, "check");
    loop->end = LLVMGetInsertBlock(lf->b);
    LLVMBuildCondBr(lf->b, LLVMBuildICmp(lf->b, LLVMIntSGT, left, loop->limit, ""), lower_successor(lf, 0), loop->check);
    lower_set_block(lf, loop->check);
    LLVMBuildCondBr(lf->b, LLVMBuildICmp(lf->b, LLVMIntSGT, left, lower_i64(lf, 0), ""), asks, lower_successor(lf, 1));
    lower_set_block(lf, asks);
    poll(lf, loop);
    return true;
}

// --- phis

LLVMBasicBlockRef lower_edge_from(const LowerFunction *lf, uint32_t from, uint32_t to) {
    const LowerLoop *loop = &lf->loops[from];
    return loop->check && block_at(lf, from)->succ[1] == to ? loop->check : lf->ends[from];
}

LLVMValueRef lower_edge_phi(const LowerFunction *lf, uint32_t from, uint32_t to, uint32_t index, LLVMValueRef phi) {
    return lf->loops[to].wanted && !goes_back(lf, from, to) ? lf->loops[to].phis[index] : phi;
}

void lower_loop_close(LowerFunction *lf, uint32_t n) {
    LowerLoop *loop = &lf->loops[n];
    const SsaBlock *block = block_at(lf, n);
    if (!loop->wanted) return;
    for (uint32_t i = 0; i < block->insns.count && insn_at(lf, n, i)->op == SSA_PHI; i++) {
        LLVMAddIncoming(lf->values[block->insns.items[i].i], &loop->phis[i], &loop->outer, 1);
        LLVMAddIncoming(loop->phis[i], &lf->values[block->insns.items[i].i], &loop->polled, 1);
    }
    if (loop->left >= 0) return;
    LLVMValueRef strip = LLVMConstInt(lf->m->i32, STRIP_COUNTER, 0);
    LLVMAddIncoming(loop->limit, &strip, &loop->outer, 1);
    for (uint32_t p = 0; p < block->preds.count; p++) {
        LLVMBasicBlockRef from = lower_edge_from(lf, block->preds.items[p], n);
        if (from && goes_back(lf, block->preds.items[p], n)) LLVMAddIncoming(loop->limit, &loop->next, &from, 1);
    }
}
