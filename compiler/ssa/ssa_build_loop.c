// Loops.
//
// FORPREP over a call of the builtin range becomes a counted loop: its three state registers hold the next number, how many
// are left and the step, as INTs; they are what the interpreter keeps there too, so that a side exit is a plain frame
// state. Every other loop leaves its state registers in memory, as the interpreter has them (HOME).
#include "ssa_build_int.h"

static SsaRef emit2(Builder *b, SsaOp op, SsaRef x, SsaRef y) { return build_emit(b, op, (SsaRef[]){x, y}, 2); }

static bool is_text(const BcStr *s, const char *text) {
    uint32_t i = 0;
    for (; text[i]; i++)
        if (i >= s->length || s->text[i] != text[i]) return false;
    return i == s->length;
}

// Does the value come from a global that can only be the builtin range?
static bool names_range(const Builder *b, SsaRef callee) {
    const SsaInsn *insn = ssa_at(b->f, callee);
    const BcModule *bc = b->f->module->bc;
    return insn->op == SSA_GETGLOBAL && !(bc->global_flags[insn->imm] & BC_GLOBAL_ASSIGNED) && is_text(&bc->globals[insn->imm], "range");
}

// The call's result is used by the loop alone.
static bool feeds_loop_only(const Builder *b, BcInsn call, BcInsn prep, uint32_t target) {
    uint32_t result = bc_a(call), state = bc_a(prep);
    if (bc_op(prep) != OP_FORPREP || bc_b(prep) != result) return false;
    return (result >= state && result < state + 3) || !bc_live_at(&b->live, target, result);
}

static SsaRef range_argument(Builder *b, BcInsn call, uint32_t n) {
    SsaRef v = b->regs[bc_a(call) + BC_WINDOW_HEADER + n];
    return ssa_at(b->f, v)->type == SSA_TYPE_INT ? v : build_emit(b, SSA_UNBOX_INT, &v, 1);
}

static void count_range(Builder *b, BcInsn call, uint32_t state) {
    uint32_t nargs = bc_b(call);
    SsaRef callee = b->regs[bc_a(call)];
    build_emit(b, SSA_RANGE_GUARD, &callee, 1);
    SsaRef start = nargs > 1 ? range_argument(b, call, 0) : build_emit_imm(b, SSA_CONST_INT, 0);
    SsaRef stop = range_argument(b, call, nargs > 1);
    SsaRef step = nargs > 2 ? range_argument(b, call, 2) : build_emit_imm(b, SSA_CONST_INT, 1);
    SsaRef left = build_emit(b, SSA_RANGE_COUNT, (SsaRef[]){start, stop, step}, 3);
    b->regs[state] = start;
    b->regs[state + 1] = left;
    b->regs[state + 2] = step;
}

bool build_counted_call(Builder *b, BcInsn call) {
    uint32_t next = b->pc + 1;
    if (build_pc(b, b->pc) + 1 >= b->p->ncode || b->leader[build_pc(b, next)] || bc_c(call) || bc_b(call) < 1 || bc_b(call) > 3) return false;
    BcInsn prep = build_code(b, next);
    uint32_t target = build_target(b, bc_insn_flow(prep, next).target), loop = build_pc(b, target);
    if (!feeds_loop_only(b, call, prep, loop) || !names_range(b, b->regs[bc_a(call)])) return false;
    if ((b->entered[loop] || b->looped[target]) && !b->counted[target]) b->misfit = true;
    count_range(b, call, bc_a(prep));
    b->counted[target] = true;
    b->pc = next;
    build_jump(b, b->block_of[target]);
    return true;
}

void build_forprep(Builder *b, BcInsn i) {
    uint32_t state = bc_a(i);
    SsaRef iterable = b->regs[bc_b(i)];
    SsaRef r = build_emit(b, SSA_FORPREP, &iterable, 1);
    ssa_at(b->f, r)->imm = state;
    for (uint32_t n = 0; n < 3; n++) b->regs[state + n] = build_home(b, state + n);
    if (b->counted[build_target(b, bc_insn_flow(i, b->pc).target)]) b->misfit = true;
    build_jump(b, build_block_at(b, bc_insn_flow(i, b->pc).target));
}

// The edge back into the body, where the loop variable is set.
static void enter_body(Builder *b, BcInsn i, uint32_t edge, SsaRef item) {
    build_start_block(b, edge);
    b->regs[bc_a(i)] = item;
    if (ssa_at(b->f, item)->type == SSA_TYPE_VALUE) build_guess(b, bc_a(i), bc_insn_flow(i, b->pc).target);
    build_jump(b, build_block_at(b, bc_insn_flow(i, b->pc).target));
}

// Entered midway, inside the loop of a FORLOOP whose state is live: counted when its registers came as numbers.
void build_enter_loop(Builder *b, uint32_t pc) {
    uint32_t state = bc_b(b->p->code[pc]);
    if (!bc_live_at(&b->live, b->f->start, state)) return;
    b->entered[pc] = true;
    bool counted = true;
    for (uint32_t n = 0; n < 3; n++) counted &= ssa_at(b->f, b->regs[state + n])->type == SSA_TYPE_INT;
    for (uint32_t n = 0; n < 3 && !counted; n++) b->regs[state + n] = build_home(b, state + n);
    for (uint32_t v = 0; v < b->nversion; v++) b->counted[v * b->p->ncode + pc] = counted;
}

static void loop_counted(Builder *b, BcInsn i) {
    uint32_t state = bc_b(i), edge = ssa_new_block(b->f);
    SsaRef number = b->regs[state], left = b->regs[state + 1], step = b->regs[state + 2];
    SsaRef more = build_emit(b, SSA_IN_RANGE, &left, 1);
    build_branch(b, more, edge, build_block_at(b, b->pc + 1));
    build_start_block(b, edge);
    b->regs[state] = emit2(b, SSA_INT_FIT_ADD, number, step);
    b->regs[state + 1] = emit2(b, SSA_INT_FIT_ADD, left, build_emit_imm(b, SSA_CONST_INT, -1));
    enter_body(b, i, edge, number);
}

static void loop_general(Builder *b, BcInsn i) {
    uint32_t edge = ssa_new_block(b->f);
    SsaRef item = build_emit_imm(b, SSA_FORNEXT, bc_b(i));
    SsaRef end = build_emit(b, SSA_IS_UNBOUND, &item, 1);
    build_branch(b, end, build_block_at(b, b->pc + 1), edge);
    enter_body(b, i, edge, item);
}

void build_forloop(Builder *b, BcInsn i) {
    b->looped[b->pc] = true;
    if (b->counted[b->pc]) loop_counted(b, i);
    else loop_general(b, i);
}
