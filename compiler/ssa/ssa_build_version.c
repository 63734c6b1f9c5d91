// Code entered in the middle of a nest of loops. A loop that is entered inside another would be one with it: control comes to its body from
// outside of both, and nothing can be moved out of the inner one. So the code is built several times:
//
//   version 0    the innermost loop, and from there on to where the one around it comes round
//   version 1    the loop around it, as if it had been entered from the top, with its own inner loops; then on
//   version 2    the one around that ...
//
//   for i ...            entry ──> [k] ──> rest of j's body     0
//     for j ...                            │
//       for k ...  <──             ┌───────┴──> [j [k]] ──> rest of i's body     1
//                                                           └──> [i [j [k]]] ──> what follows     2
//
// Control moves to version n where it reaches the head of loop n, or leaves that loop. What an instruction does is the same in all of them.
#include "ssa_build_int.h"

enum { SIZE_MAX_ADDED = 1200 };  // instructions

// The loop of a back jump that contains the place of entry, with what else jumps back there; false: it does not.
static bool loop_of(const Builder *b, uint32_t pc, BuildLoop *loop) {
    BcFlow flow = bc_insn_flow(b->p->code[pc], pc);
    if (!flow.jumps || flow.target > pc || b->f->start < flow.target || b->f->start > pc) return false;
    *loop = (BuildLoop){flow.target, pc, bc_op(b->p->code[pc]) == OP_FORLOOP ? pc : flow.target};
    return true;
}

static BuildLoop *find_loop(BuildLoop *loops, uint32_t count, uint32_t first) {
    for (uint32_t i = 0; i < count; i++)
        if (loops[i].first == first) return &loops[i];
    return NULL;
}

static uint32_t size_of(const BuildLoop *loop) { return loop->last - loop->first; }

static void sort_loops(BuildLoop *loops, uint32_t count) {
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t k = i; k > 0 && size_of(&loops[k]) < size_of(&loops[k - 1]); k--) {
            BuildLoop swapped = loops[k];
            loops[k] = loops[k - 1];
            loops[k - 1] = swapped;
        }
}

enum { NEST_MAX = 16 };

void build_find_versions(Builder *b) {
    BuildLoop nest[NEST_MAX], loop;
    uint32_t count = 0, added = 0;
    b->nversion = 1;
    for (uint32_t pc = 0; b->f->regs && pc < b->p->ncode; pc++) {
        if (!loop_of(b, pc, &loop)) continue;
        BuildLoop *known = find_loop(nest, count, loop.first);
        if (known) *known = loop;  // its last jump back
        else if (count < NEST_MAX) nest[count++] = loop;
    }
    sort_loops(nest, count);
    for (uint32_t i = 1; i < count && b->nversion < BUILD_VERSIONS_MAX; i++) {
        added += size_of(&nest[i]);
        if (added > SIZE_MAX_ADDED) return;
        b->loops[b->nversion++] = nest[i];
    }
}

uint32_t build_target(const Builder *b, uint32_t to) {
    uint32_t pc = build_pc(b, to), version = to / b->p->ncode;
    for (uint32_t j = version + 1; j < b->nversion; j++) {
        const BuildLoop *loop = &b->loops[j];
        if (pc < loop->first || pc > loop->last || pc == loop->head) version = j;
    }
    return version * b->p->ncode + pc;
}
