// The shape of a function's control flow: order, dominators and loops. A snapshot: blocks or edges made later are not in it.
#ifndef OTTER_SSA_FLOW_H
#define OTTER_SSA_FLOW_H

#include "ssa.h"

enum { SSA_NO_BLOCK = UINT32_MAX };

typedef struct {
    uint32_t nblocks;
    uint32_t *sequence;  // [count] reachable blocks in postorder; the entry is last
    uint32_t count;
    uint32_t *order;     // [nblocks] postorder number; SSA_NO_BLOCK: not reachable
    uint32_t *idom;      // [nblocks] immediate dominator, of the entry itself; SSA_NO_BLOCK: not reachable
    uint32_t *loop;      // [nblocks] head of the innermost loop the block is in, its own for a head; SSA_NO_BLOCK: none
    uint32_t *outer;     // [nblocks] of a loop's head: head of the loop around it; SSA_NO_BLOCK: none
} SsaFlow;

// Everything in `arena`.
SsaFlow ssa_flow_find(const SsaFunction *f, Arena *arena);
// Does every path to b lead through a? Both reachable.
bool ssa_dominates(const SsaFlow *flow, uint32_t a, uint32_t b);
// Is block n in the loop of `head`?
bool ssa_in_loop(const SsaFlow *flow, uint32_t n, uint32_t head);
// By value: the block it is in; SSA_NO_BLOCK: in none.
uint32_t *ssa_blocks_of_values(const SsaFunction *f, Arena *arena);

#endif
