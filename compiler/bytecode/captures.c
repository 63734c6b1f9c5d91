// Who may change what functions capture: walks over the bytecode of those that have the variable, and of those inside them.
#include "captures.h"

static bool passes_to_writer(const BcModule *bc, uint32_t inner, uint32_t capture) {
    const BcProto *p = bc->protos[inner];
    for (uint32_t c = 0; c < p->ncapture; c++)
        if (!p->captures[c].from_parent_reg && p->captures[c].index == capture && bc_writes_capture(bc, inner, c)) return true;
    return false;
}

bool bc_writes_capture(const BcModule *bc, uint32_t proto, uint32_t capture) {
    const BcProto *p = bc->protos[proto];
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        BcInsn i = p->code[pc];
        if ((bc_op(i) == OP_SETFREE || bc_op(i) == OP_DELFREE) && bc_b(i) == capture) return true;
        if (bc_op(i) == OP_CLOSURE && passes_to_writer(bc, bc_b(i), capture)) return true;
    }
    return false;
}

// --- variables that are set once

static bool makes(const BcProto *p, uint32_t inner) {
    for (uint32_t pc = 0; pc < p->ncode; pc++)
        if (bc_op(p->code[pc]) == OP_CLOSURE && bc_b(p->code[pc]) == inner) return true;
    return false;
}

// The only prototype that makes functions of this one; -1: there are several.
static int64_t maker_of(const BcModule *bc, uint32_t proto) {
    int64_t maker = -1;
    for (uint32_t i = 0; i < bc->nproto; i++) {
        if (!makes(bc->protos[i], proto)) continue;
        if (maker >= 0) return -1;
        maker = i;
    }
    return maker;
}

static bool jumps_back_over(const BcProto *p, uint32_t at, uint32_t pc) {
    BcFormat format = bc_op_info(bc_op(p->code[at]))->format;
    bool jumps = format == FMT_J || format == FMT_AJ || format == FMT_ABJ || format == FMT_AIJ;
    return jumps && at >= pc && (int64_t)at + 1 + bc_sc(p->code[at]) <= (int64_t)pc;
}

static bool may_run_again(const BcProto *p, uint32_t pc) {
    for (uint32_t at = pc; at < p->ncode; at++)
        if (jumps_back_over(p, at, pc)) return true;
    for (uint32_t i = 0; i < p->nhandler; i++)
        if (p->handlers[i].target <= pc && p->handlers[i].end > p->handlers[i].target) return true;
    return false;
}

static bool gives_to_writer(const BcModule *bc, uint32_t inner, uint32_t reg) {
    const BcProto *p = bc->protos[inner];
    for (uint32_t c = 0; c < p->ncapture; c++)
        if (p->captures[c].from_parent_reg && p->captures[c].index == reg && bc_writes_capture(bc, inner, c)) return true;
    return false;
}

// A parameter's cell holds something from the start.
static bool is_set_once(const BcModule *bc, uint32_t owner, uint32_t reg) {
    const BcProto *p = bc->protos[owner];
    uint32_t stores = reg < p->nparams;
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        BcInsn i = p->code[pc];
        if (bc_op(i) == OP_DELCELL && bc_a(i) == reg) return false;
        if (bc_op(i) == OP_CLOSURE && gives_to_writer(bc, bc_b(i), reg)) return false;
        if (bc_op(i) != OP_SETCELL || bc_a(i) != reg) continue;
        if (++stores > 1 || may_run_again(p, pc)) return false;
    }
    return true;
}

bool bc_capture_stays(const BcModule *bc, uint32_t proto, uint32_t capture) {
    int64_t maker = maker_of(bc, proto);
    if (maker < 0) return false;
    BcCapture c = bc->protos[proto]->captures[capture];
    return c.from_parent_reg ? is_set_once(bc, (uint32_t)maker, c.index) : bc_capture_stays(bc, (uint32_t)maker, c.index);
}
