// Postorder by depth first search, dominators after Cooper, Harvey and Kennedy (2001), and natural loops: the edge from a
// block to one that dominates it closes a loop, of all the blocks that lead there without passing its head. Edges into the middle
// of a loop make none.
#include "ssa_flow.h"

typedef struct {
    uint32_t block, next;
} Visit;

static void number_postorder(const SsaFunction *f, SsaFlow *flow, Arena *arena) {
    Visit *path = arena_new_array(arena, Visit, f->blocks.count);
    bool *seen = arena_new_array(arena, bool, f->blocks.count);
    uint32_t depth = 0;
    path[depth++] = (Visit){0, 0};
    seen[0] = true;
    while (depth) {
        Visit *top = &path[depth - 1];
        const SsaBlock *block = &f->blocks.items[top->block];
        if (top->next == block->nsucc) {
            flow->order[top->block] = flow->count;
            flow->sequence[flow->count++] = top->block;
            depth--;
            continue;
        }
        uint32_t to = block->succ[top->next++];
        if (seen[to]) continue;
        seen[to] = true;
        path[depth++] = (Visit){to, 0};
    }
}

// --- dominators

static uint32_t common(const SsaFlow *flow, uint32_t a, uint32_t b) {
    while (a != b) {
        while (flow->order[a] < flow->order[b]) a = flow->idom[a];
        while (flow->order[b] < flow->order[a]) b = flow->idom[b];
    }
    return a;
}

static uint32_t meet_preds(const SsaFunction *f, const SsaFlow *flow, uint32_t n) {
    const SsaBlockVec *preds = &f->blocks.items[n].preds;
    uint32_t meet = SSA_NO_BLOCK;
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t pred = preds->items[p];
        if (flow->idom[pred] == SSA_NO_BLOCK) continue;
        meet = meet == SSA_NO_BLOCK ? pred : common(flow, meet, pred);
    }
    return meet;
}

static void find_dominators(const SsaFunction *f, SsaFlow *flow) {
    flow->idom[0] = 0;
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = flow->count - 1; i-- > 0;) {
            uint32_t n = flow->sequence[i], meet = meet_preds(f, flow, n);
            changed |= flow->idom[n] != meet;
            flow->idom[n] = meet;
        }
    }
}

bool ssa_dominates(const SsaFlow *flow, uint32_t a, uint32_t b) {
    while (flow->order[b] < flow->order[a]) b = flow->idom[b];
    return a == b;
}

// --- loops

// The outermost loop found so far around block n (inner loops are found first).
static uint32_t outermost(const SsaFlow *flow, uint32_t n) {
    uint32_t head = flow->loop[n];
    while (head != SSA_NO_BLOCK && flow->outer[head] != SSA_NO_BLOCK) head = flow->outer[head];
    return head;
}

// Puts block n, or the loops already around it, into the loop of `head`; gives where to look for predecessors, or SSA_NO_BLOCK.
static uint32_t enclose(SsaFlow *flow, uint32_t n, uint32_t head) {
    uint32_t inner = outermost(flow, n);
    if (inner == head) return SSA_NO_BLOCK;
    if (inner == SSA_NO_BLOCK) flow->loop[n] = head;
    else flow->outer[inner] = head;
    return inner == SSA_NO_BLOCK ? n : inner;
}

static void enclose_preds(const SsaFunction *f, SsaFlow *flow, uint32_t n, uint32_t head, SsaBlockVec *work) {
    const SsaBlockVec *preds = &f->blocks.items[n].preds;
    for (uint32_t p = 0; p < preds->count; p++) {
        if (flow->order[preds->items[p]] == SSA_NO_BLOCK) continue;
        uint32_t at = enclose(flow, preds->items[p], head);
        if (at != SSA_NO_BLOCK) vec_push(work, at);
    }
}

static void find_loop(const SsaFunction *f, SsaFlow *flow, uint32_t head) {
    const SsaBlockVec *preds = &f->blocks.items[head].preds;
    SsaBlockVec work = {0};
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t from = preds->items[p];
        if (flow->order[from] == SSA_NO_BLOCK || !ssa_dominates(flow, head, from)) continue;
        flow->loop[head] = head;
        uint32_t at = from == head ? SSA_NO_BLOCK : enclose(flow, from, head);
        if (at != SSA_NO_BLOCK) vec_push(&work, at);
    }
    while (work.count) {
        uint32_t n = vec_take_last(&work);
        enclose_preds(f, flow, n, head, &work);
    }
    vec_fini(&work);
}

bool ssa_in_loop(const SsaFlow *flow, uint32_t n, uint32_t head) {
    uint32_t at = flow->loop[n];
    while (at != SSA_NO_BLOCK && at != head) at = flow->outer[at];
    return at == head;
}

// --- all of it

static uint32_t *unknown(Arena *arena, uint32_t count) {
    uint32_t *items = arena_new_array(arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) items[i] = SSA_NO_BLOCK;
    return items;
}

SsaFlow ssa_flow_find(const SsaFunction *f, Arena *arena) {
    uint32_t n = f->blocks.count;
    SsaFlow flow = {.nblocks = n, .sequence = unknown(arena, n), .order = unknown(arena, n)};
    flow.idom = unknown(arena, n);
    flow.loop = unknown(arena, n);
    flow.outer = unknown(arena, n);
    number_postorder(f, &flow, arena);
    find_dominators(f, &flow);
    for (uint32_t i = 0; i < flow.count; i++) find_loop(f, &flow, flow.sequence[i]);
    return flow;
}

uint32_t *ssa_blocks_of_values(const SsaFunction *f, Arena *arena) {
    uint32_t *block_of = unknown(arena, f->insns.count);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) block_of[f->blocks.items[n].insns.items[i].i] = n;
    return block_of;
}
