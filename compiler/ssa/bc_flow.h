// What a bytecode instruction does to registers and control, and which registers are live before it.
#ifndef OTTER_BC_FLOW_H
#define OTTER_BC_FLOW_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"

typedef struct {
    uint32_t first, count;
} BcRange;

// Registers read and written; a captured cell of CLOSURE is not listed (see bc_closure_cells).
typedef struct {
    BcRange reads[3], writes[2];
    uint32_t nreads, nwrites;
} BcRegs;

typedef struct {
    bool falls;     // control may go on to the next instruction
    bool jumps;     // control may go to target
    uint32_t target;
} BcFlow;

BcRegs bc_insn_regs(BcInsn i);
BcFlow bc_insn_flow(BcInsn i, uint32_t pc);
// The innermost handler that covers pc, or NULL.
const BcHandler *bc_handler_at(const BcProto *p, uint32_t pc);

// Liveness: one bit per register before every instruction.
typedef struct {
    uint64_t *words;
    uint32_t stride;  // words per instruction
} BcLive;

BcLive bc_live_find(const BcModule *m, const BcProto *p, Arena *arena);
static inline bool bc_live_at(const BcLive *l, uint32_t pc, uint32_t reg) {
    return l->words[(size_t)pc * l->stride + reg / 64] >> (reg % 64) & 1;
}

// The 64-bit sized type that a variable's register holds wherever it is bound, by all that writes it; -1: none that shows.
int bc_wide_register(const BcProto *p, uint32_t reg);

#endif
