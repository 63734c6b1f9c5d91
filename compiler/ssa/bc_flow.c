// Registers, control flow and liveness of bytecode.
//
// Most operations follow from their format; the switch lists those that touch more registers than they name, or read what
// other operations of the format write. Liveness is the usual backward iteration, straight over the instructions: code is
// laid out nearly in order, so it settles after about as many rounds as loops are nested.
#include "bc_flow.h"

#include "compiler/base/vec.h"

static void reads(BcRegs *r, uint32_t first, uint32_t count) {
    if (count) r->reads[r->nreads++] = (BcRange){first, count};
}
static void writes(BcRegs *r, uint32_t first, uint32_t count) {
    if (count) r->writes[r->nwrites++] = (BcRange){first, count};
}

static BcRegs write_a(BcInsn i) {
    BcRegs r = {0};
    writes(&r, bc_a(i), 1);
    return r;
}
static BcRegs read_a(BcInsn i) {
    BcRegs r = {0};
    reads(&r, bc_a(i), 1);
    return r;
}
static BcRegs read_ab(BcInsn i) {
    BcRegs r = read_a(i);
    reads(&r, bc_b(i), 1);
    return r;
}
static BcRegs read_range_write_a(BcInsn i, uint32_t first, uint32_t count) {
    BcRegs r = write_a(i);
    reads(&r, first, count);
    return r;
}
static BcRegs window_call(BcInsn i, uint32_t nargs) {
    BcRegs r = read_range_write_a(i, bc_a(i), 1);
    reads(&r, bc_a(i) + BC_WINDOW_HEADER, nargs);
    return r;
}

static BcRegs regs_by_format(BcInsn i) {
    BcRegs r = {0};
    switch (bc_op_info(bc_op(i))->format) {
    case FMT_A: return read_a(i);
    case FMT_AB: return read_range_write_a(i, bc_b(i), 1);
    case FMT_ABC: case FMT_ABCS:
        r = read_range_write_a(i, bc_b(i), 1);
        reads(&r, bc_c16(i), 1);
        return r;
    case FMT_ABI: return read_range_write_a(i, bc_b(i), 1);
    case FMT_ABCK:
        r = read_range_write_a(i, bc_b(i), 1);
        reads(&r, bc_c16(i), bc_c16(i) != BC_NO_REG);
        return r;
    case FMT_AK: case FMT_AI: case FMT_AS: case FMT_AG: case FMT_AF: return write_a(i);
    case FMT_AJ: return read_a(i);
    case FMT_ABJ: return read_ab(i);
    case FMT_AIJ: return read_a(i);
    case FMT_ABW: return window_call(i, bc_b(i));
    case FMT_ABKN: return read_range_write_a(i, bc_b(i), 1);
    case FMT_AKN: return read_a(i);
    case FMT_ABN: return read_range_write_a(i, bc_b(i), bc_c(i));
    case FMT_ABN2: return read_range_write_a(i, bc_b(i), 2 * bc_c(i));
    case FMT_ABN3: return read_range_write_a(i, bc_b(i), 3);
    case FMT_APX: return read_range_write_a(i, bc_c16(i), (uint32_t)__builtin_popcount(bc_k(i)));
    case FMT_AHN: return read_range_write_a(i, bc_a(i), 1);
    case FMT_ABX: return read_range_write_a(i, bc_a(i), bc_c(i));
    case FMT_NONE: case FMT_J: case FMT_ABNK: return r;
    }
    return r;
}

BcRegs bc_insn_regs(BcInsn i) {
    BcRegs r;
    switch (bc_op(i)) {
    case OP_SETGLOBAL: case OP_SETFREE: return read_a(i);
    case OP_DELGLOBAL: case OP_DELFREE: return (BcRegs){0};
    case OP_NEWCELL: return read_range_write_a(i, bc_a(i), 1);
    case OP_SETCELL: case OP_SETATTR: case OP_APPEND: case OP_EXTEND: case OP_SETADD: case OP_RAISEFROM: case OP_DELITEM:
        return read_ab(i);
    case OP_SETITEM: case OP_MAPADD:
        r = read_ab(i);
        reads(&r, bc_c16(i), 1);
        return r;
    case OP_FORPREP:
        r = (BcRegs){0};
        reads(&r, bc_b(i), 1);
        writes(&r, bc_a(i), 3);
        return r;
    case OP_FORLOOP:
        r = (BcRegs){0};
        reads(&r, bc_b(i), 3);
        return r;
    case OP_UNPACK:
        r = (BcRegs){0};
        reads(&r, bc_b(i), 1);
        writes(&r, bc_a(i), bc_c(i));
        return r;
    case OP_UNPACKEX:
        r = (BcRegs){0};
        reads(&r, bc_b(i), 1);
        writes(&r, bc_a(i), bc_c16(i) + 1 + bc_k(i));
        return r;
    case OP_METHOD:
        r = read_range_write_a(i, bc_b(i), 1);
        writes(&r, bc_a(i) + BC_WINDOW_HEADER, 1);
        return r;
    case OP_CALLEX: return window_call(i, 2);
    case OP_EXCENTER:
        r = read_a(i);
        writes(&r, bc_a(i) + 1, 1);
        return r;
    case OP_EXCLEAVE:
        r = (BcRegs){0};
        reads(&r, bc_a(i) + 1, 1);
        return r;
    case OP_YIELD: return read_range_write_a(i, bc_b(i), 1);
    case OP_SEND:
        r = read_ab(i);
        writes(&r, bc_a(i), 1);
        return r;
    default: return regs_by_format(i);
    }
}

static bool has_jump(BcOp op) {
    BcFormat f = bc_op_info(op)->format;
    return f == FMT_J || f == FMT_AJ || f == FMT_ABJ || f == FMT_AIJ;
}

BcFlow bc_insn_flow(BcInsn i, uint32_t pc) {
    BcOp op = bc_op(i);
    BcFlow flow = {.falls = true, .jumps = has_jump(op)};
    if (flow.jumps) flow.target = (uint32_t)((int64_t)pc + 1 + bc_sc(i));
    switch (op) {
    case OP_JMP: case OP_FORPREP: case OP_RET: case OP_RETNONE: case OP_RAISE: case OP_RAISEFROM: case OP_RERAISE:
        flow.falls = false;
        return flow;
    default: return flow;
    }
}

const BcHandler *bc_handler_at(const BcProto *p, uint32_t pc) {
    for (uint32_t i = 0; i < p->nhandler; i++)
        if (pc >= p->handlers[i].start && pc < p->handlers[i].end) return &p->handlers[i];
    return NULL;
}

// --- liveness

static void live_set(uint64_t *set, BcRange r) {
    for (uint32_t i = r.first; i < r.first + r.count; i++) set[i / 64] |= 1ull << (i % 64);
}
static void live_clear(uint64_t *set, BcRange r) {
    for (uint32_t i = r.first; i < r.first + r.count; i++) set[i / 64] &= ~(1ull << (i % 64));
}

typedef struct {
    const BcModule *module;
    const BcProto *proto;
    BcLive live;
    uint64_t *set, *side;  // scratch
} Liveness;

static uint64_t *row(const Liveness *l, uint32_t pc) { return l->live.words + (size_t)pc * l->live.stride; }

static void unite(const Liveness *l, uint64_t *into, const uint64_t *from) {
    for (uint32_t i = 0; i < l->live.stride; i++) into[i] |= from[i];
}

// What is live at `at` except the register that the edge writes.
static void unite_edge(Liveness *l, uint32_t at, uint32_t written) {
    for (uint32_t i = 0; i < l->live.stride; i++) l->side[i] = row(l, at)[i];
    live_clear(l->side, (BcRange){written, 1});
    unite(l, l->set, l->side);
}

static void read_closure_cells(Liveness *l, BcInsn i) {
    const BcProto *inner = l->module->protos[bc_b(i)];
    for (uint32_t c = 0; c < inner->ncapture; c++)
        if (inner->captures[c].from_parent_reg) live_set(l->set, (BcRange){inner->captures[c].index, 1});
}

// Recomputes the row before pc; true when it grew.
static bool live_step(Liveness *l, uint32_t pc) {
    BcInsn i = l->proto->code[pc];
    BcFlow flow = bc_insn_flow(i, pc);
    BcRegs regs = bc_insn_regs(i);
    for (uint32_t w = 0; w < l->live.stride; w++) l->set[w] = 0;
    if (flow.falls && pc + 1 < l->proto->ncode) unite(l, l->set, row(l, pc + 1));
    if (flow.jumps && bc_op(i) == OP_FORLOOP) unite_edge(l, flow.target, bc_a(i));
    else if (flow.jumps) unite(l, l->set, row(l, flow.target));
    for (uint32_t w = 0; w < regs.nwrites; w++) live_clear(l->set, regs.writes[w]);
    const BcHandler *handler = bc_handler_at(l->proto, pc);
    if (handler) unite_edge(l, handler->target, handler->reg);
    for (uint32_t r = 0; r < regs.nreads; r++) live_set(l->set, regs.reads[r]);
    if (bc_op(i) == OP_CLOSURE) read_closure_cells(l, i);
    bool grew = false;
    for (uint32_t w = 0; w < l->live.stride; w++) {
        grew |= row(l, pc)[w] != l->set[w];
        row(l, pc)[w] = l->set[w];
    }
    return grew;
}

BcLive bc_live_find(const BcModule *m, const BcProto *p, Arena *arena) {
    uint32_t stride = p->nregs / 64 + 1;
    Liveness l = {.module = m, .proto = p, .live = {.stride = stride}};
    l.live.words = arena_new_array(arena, uint64_t, (size_t)stride * (p->ncode + 1));
    l.set = arena_new_array(arena, uint64_t, 2 * (size_t)stride);
    l.side = l.set + stride;
    bool grew = true;
    while (grew) {
        grew = false;
        for (uint32_t pc = p->ncode; pc-- > 0;) grew |= live_step(&l, pc);
    }
    return l.live;
}

// The sized type that an instruction gives its result, -1: none.
static int result_sized(BcInsn i) {
    if (bc_op(i) == OP_SIZED) return (int)bc_sized_type(bc_k(i));
    if (bc_op(i) == OP_PROMISE && bc_b(i) >= BC_HINT_SIZED) return (int)bc_b(i) - BC_HINT_SIZED;
    return -1;
}

// What is computed and checked in a temporary is moved to the variable right away.
static int written_sized(const BcProto *p, uint32_t pc) {
    BcInsn i = p->code[pc];
    if (bc_op(i) != OP_MOVE || pc == 0 || bc_a(p->code[pc - 1]) != bc_b(i)) return result_sized(i);
    return result_sized(p->code[pc - 1]);
}

int bc_wide_register(const BcProto *p, uint32_t reg) {
    int type = -1;
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        BcRegs regs = bc_insn_regs(p->code[pc]);
        bool writes = false;
        for (uint32_t n = 0; n < regs.nwrites; n++) writes |= reg - regs.writes[n].first < regs.writes[n].count;
        bool unbinds = bc_op(p->code[pc]) == OP_LOADS && bc_b(p->code[pc]) == BC_SINGLETON_UNBOUND;
        if (!writes || unbinds) continue;
        int sized = written_sized(p, pc);
        if (sized < 0 || (type >= 0 && sized != type)) return -1;
        type = sized;
    }
    return type == BC_SIZED_i64 || type == BC_SIZED_u64 ? type : -1;
}
