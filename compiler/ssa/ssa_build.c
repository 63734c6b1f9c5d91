// Bytecode to SSA.
//
// Blocks come from the jumps. An operation that may raise where a handler covers it ends its block, too, with a TRY: one edge
// goes on, the other to the handler with the registers as they were before. Blocks are filled in reverse postorder. A block
// with one predecessor goes on with its registers; a join or handler gets a PHI for every register that is live there, and
// PHIs that turn out to join one value only are removed at the end. Registers without a value hold the constant `unbound`.
#include "ssa_build_int.h"

// --- emitting

static void finish_block(Builder *b);

// Splits the block behind an operation that has just been emitted and may raise.
static void build_try(Builder *b, uint32_t handler) {
    uint32_t next = ssa_new_block(b->f), here = b->block;
    SsaRef end = ssa_new_insn(b->f, SSA_TRY, NULL, 0);
    ssa_at(b->f, end)->pc = build_pc(b, b->pc);
    vec_push(&b->f->blocks.items[here].insns, end);
    ssa_add_edge(b->f, here, next);
    ssa_add_edge(b->f, here, handler);
    finish_block(b);
    build_start_block(b, next);
}

SsaRef build_emit(Builder *b, SsaOp op, const SsaRef *args, uint32_t nargs) {
    SsaRef r = ssa_new_insn(b->f, op, args, nargs);
    SsaInsn *insn = ssa_at(b->f, r);
    insn->pc = build_pc(b, b->pc);
    SsaEffect effect = ssa_op_info(op)->effect;
    if (effect == SSA_EFFECT_RAISE || ssa_op_leaves(op)) {
        SsaState *state = build_state(b, b->pc);
        ssa_at(b->f, r)->state = state;
    }
    vec_push(&b->f->blocks.items[b->block].insns, r);
    const BcHandler *handler = effect == SSA_EFFECT_RAISE ? bc_handler_at(b->p, insn->pc) : NULL;
    if (handler) build_try(b, build_block_at(b, b->pc - build_pc(b, b->pc) + handler->target));
    return r;
}

SsaRef build_emit_imm(Builder *b, SsaOp op, int64_t imm) {
    SsaRef r = build_emit(b, op, NULL, 0);
    ssa_at(b->f, r)->imm = imm;
    return r;
}

static bool is_home(const Builder *b, SsaRef r) { return ssa_at(b->f, r)->op == SSA_HOME; }

SsaState *build_state(Builder *b, uint32_t place) {
    SsaState *state = arena_new(b->f->module->arena, SsaState);
    uint32_t pc = build_pc(b, place);
    state->pc = pc;
    uint32_t live = 0;
    for (uint32_t reg = 0; reg < b->p->nregs; reg++) live += bc_live_at(&b->live, pc, reg);
    state->slots = arena_new_array(b->f->module->arena, SsaSlot, live);
    for (uint32_t reg = 0; reg < b->p->nregs; reg++)
        if (bc_live_at(&b->live, pc, reg) && !is_home(b, b->regs[reg]))
            state->slots[state->count++] = (SsaSlot){reg, b->regs[reg]};
    return state;
}

void build_guess(Builder *b, uint32_t reg, uint32_t next) {
    SsaRef v = b->regs[reg];
    if (!bc_live_at(&b->live, build_pc(b, next), reg) || is_home(b, v)) return;
    SsaRef guess = ssa_new_insn(b->f, SSA_GUESS, &v, 1);
    ssa_at(b->f, guess)->pc = build_pc(b, b->pc);
    ssa_at(b->f, guess)->state = build_state(b, next);
    vec_push(&b->f->blocks.items[b->block].insns, guess);
    b->regs[reg] = guess;
}

SsaRef build_home(Builder *b, uint32_t reg) {
    if (ssa_is_none(b->homes[reg])) {
        b->homes[reg] = ssa_new_insn(b->f, SSA_HOME, NULL, 0);
        ssa_at(b->f, b->homes[reg])->imm = reg;
        vec_push(&b->f->blocks.items[0].insns, b->homes[reg]);
    }
    return b->homes[reg];
}

// --- blocks

static void keep_out(Builder *b, uint32_t block) {
    if (block >= b->nout) {
        uint32_t grown = block * 2 + 16;
        SsaRef **moved = arena_new_array(b->arena, SsaRef *, grown);
        for (uint32_t i = 0; i < b->nout; i++) moved[i] = b->out[i];
        b->out = moved;
        b->nout = grown;
    }
    b->out[block] = (SsaRef *)(void *)arena_copy_bytes(b->arena, b->regs, b->p->nregs * sizeof(SsaRef));
}

static void finish_block(Builder *b) {
    keep_out(b, b->block);
    b->ended = true;
}

void build_start_block(Builder *b, uint32_t block) {
    b->block = block;
    b->ended = false;
}

// Whoever enters a loop says with what, for what is moved out of it.
static void tell_entry(Builder *b, uint32_t to) {
    uint32_t place = b->f->blocks.items[to].pc;
    if (!b->heads[build_pc(b, place)] || to != b->block_of[place]) return;
    SsaState *state = build_state(b, place);
    ssa_at(b->f, vec_last(&b->f->blocks.items[b->block].insns))->state = state;
}

void build_jump(Builder *b, uint32_t to) {
    build_emit(b, SSA_JUMP, NULL, 0);
    tell_entry(b, to);
    ssa_add_edge(b->f, b->block, to);
    finish_block(b);
}

void build_branch(Builder *b, SsaRef cond, uint32_t yes, uint32_t no) {
    if (yes == no) return build_jump(b, yes);
    build_emit(b, SSA_BRANCH, &cond, 1);
    tell_entry(b, no);
    tell_entry(b, yes);
    ssa_add_edge(b->f, b->block, yes);
    ssa_add_edge(b->f, b->block, no);
    finish_block(b);
}

// Control as it stays inside: where a generator is suspended, it ends.
static BcFlow build_flow(const BcProto *p, uint32_t pc) {
    BcOp op = bc_op(p->code[pc]);
    return op == OP_YIELD || op == OP_SEND ? (BcFlow){0} : bc_insn_flow(p->code[pc], pc);
}

static void visit_edge(Builder *b, PcVec *work, uint32_t to) {
    uint32_t target = build_target(b, to);
    b->npreds[target]++;
    if (b->block_of[target]) return;
    b->block_of[target] = ssa_new_block(b->f);
    b->f->blocks.items[b->block_of[target]].pc = target;
    vec_push(work, target);
}

// Makes the blocks reachable from the start by jumps, and counts the edges into each. First every leader, since falling into a
// leader is an edge too.
static void mark_leaders(const BcProto *p, uint32_t start, bool *leader) {
    leader[start] = true;
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        BcFlow flow = build_flow(p, pc);
        if (!flow.jumps) continue;
        leader[flow.target] = true;
        if (pc + 1 < p->ncode) leader[pc + 1] = true;
    }
}

// Where back jumps lead, and where loops over iterables are entered.
static void mark_heads(Builder *b) {
    for (uint32_t pc = 0; pc < b->p->ncode; pc++) {
        BcOp op = bc_op(b->p->code[pc]);
        BcFlow flow = bc_insn_flow(b->p->code[pc], pc);
        if (op == OP_FORPREP || (flow.jumps && flow.target <= pc && op != OP_FORLOOP)) b->heads[flow.target] = true;
    }
    b->heads[b->f->start] = true;
}

static void visit_from(Builder *b, PcVec *work, uint32_t place) {
    uint32_t pc = build_pc(b, place), version = place - pc;
    for (;; pc++) {
        BcFlow flow = build_flow(b->p, pc);
        const BcHandler *handler = bc_handler_at(b->p, pc);
        if (handler) visit_edge(b, work, version + handler->target);
        if (flow.jumps) visit_edge(b, work, version + flow.target);
        if (flow.falls && (flow.jumps || b->leader[pc + 1])) visit_edge(b, work, version + pc + 1);
        if (!flow.falls || flow.jumps || b->leader[pc + 1]) return;
    }
}

static void find_blocks(Builder *b) {
    b->leader = arena_new_array(b->arena, bool, b->p->ncode + 1);
    mark_leaders(b->p, b->f->start, b->leader);
    PcVec work = {0};
    visit_edge(b, &work, b->f->start);
    for (uint32_t i = 0; i < b->resumes.count; i++) {
        uint32_t pc = b->resumes.items[i];
        b->leader[pc] = true;
        b->npreds[pc]++;  // joins what comes from there, so it needs PHIs
        visit_edge(b, &work, pc);
    }
    while (work.count) visit_from(b, &work, vec_take_last(&work));
    vec_fini(&work);
}

// Reverse postorder of the blocks' first instructions.
typedef struct {
    uint32_t place, first, next;  // first: where its successors start in the stack of successors
} Visit;

static void push_once(const Builder *b, PcVec *succ, uint32_t first, uint32_t to) {
    uint32_t target = build_target(b, to);
    for (uint32_t i = first; i < succ->count; i++)
        if (succ->items[i] == target) return;
    vec_push(succ, target);
}

static void push_successors(const Builder *b, uint32_t place, PcVec *succ) {
    uint32_t first = succ->count, pc = build_pc(b, place), version = place - pc;
    for (;; pc++) {
        BcFlow flow = build_flow(b->p, pc);
        const BcHandler *handler = bc_handler_at(b->p, pc);
        if (handler) push_once(b, succ, first, version + handler->target);
        if (flow.jumps) push_once(b, succ, first, version + flow.target);
        if (!flow.falls) return;
        if (!flow.jumps && !b->leader[pc + 1]) continue;
        push_once(b, succ, first, version + pc + 1);
        return;
    }
}

static void order_blocks_from(Builder *b, uint32_t root, bool *seen, PcVec *order) {
    if (seen[root]) return;
    VEC(Visit) stack = {0};
    PcVec succ = {0};
    vec_push(&stack, {root, 0, 0});
    push_successors(b, root, &succ);
    seen[root] = true;
    while (stack.count) {
        Visit *top = &stack.items[stack.count - 1];
        if (top->next == succ.count) {
            vec_push(order, top->place);
            succ.count = top->first;
            stack.count--;
            continue;
        }
        uint32_t to = succ.items[top->next++];
        if (seen[to]) continue;
        seen[to] = true;
        vec_push(&stack, {to, succ.count, succ.count});
        push_successors(b, to, &succ);
    }
    vec_fini(&stack);
    vec_fini(&succ);
}

static void order_blocks(Builder *b, PcVec *order) {
    bool *seen = arena_new_array(b->arena, bool, b->nversion * b->p->ncode);
    order_blocks_from(b, b->f->start, seen, order);
    for (uint32_t i = 0; i < b->resumes.count; i++) order_blocks_from(b, b->resumes.items[i], seen, order);
}

// --- filling

static void make_phis(Builder *b, uint32_t place) {
    uint32_t pc = build_pc(b, place);
    for (uint32_t reg = 0; reg < b->p->nregs; reg++) {
        b->regs[reg] = b->unbound;
        if (!bc_live_at(&b->live, pc, reg)) continue;
        b->regs[reg] = build_emit(b, SSA_PHI, NULL, 0);
        ssa_at(b->f, b->regs[reg])->imm = reg;
    }
}

// The register in which a handler at pc finds its exception, or -1.
static int32_t handler_register(const BcProto *p, uint32_t pc) {
    for (uint32_t i = 0; i < p->nhandler; i++)
        if (p->handlers[i].target == pc) return p->handlers[i].reg;
    return -1;
}

static void begin_at(Builder *b, uint32_t place) {
    uint32_t block = b->block_of[place];
    build_start_block(b, block);
    b->pc = place;
    int32_t caught = handler_register(b->p, build_pc(b, place));
    if (b->npreds[place] > 1 || caught >= 0) make_phis(b, place);
    if (caught >= 0) b->regs[caught] = build_emit(b, SSA_CATCH, NULL, 0);
    if (b->npreds[place] > 1 || caught >= 0) return;
    uint32_t pred = b->f->blocks.items[block].preds.items[0];
    for (uint32_t reg = 0; reg < b->p->nregs; reg++) b->regs[reg] = b->out[pred][reg];
}

static void fill_block(Builder *b, uint32_t place) {
    begin_at(b, place);
    for (; !b->ended; place++) {
        b->pc = place;
        build_insn(b, build_code(b, place));
        if (!b->ended && b->leader[build_pc(b, place) + 1]) build_jump(b, build_block_at(b, place + 1));
    }
}

// From places to instructions.
static void settle_blocks(Builder *b) {
    for (uint32_t n = 0; n < b->f->blocks.count; n++) b->f->blocks.items[n].pc = build_pc(b, b->f->blocks.items[n].pc);
}

// Entered midway, what was seen to be no number may be a container.
static void guess_registers(Builder *b) {
    b->pc = b->f->start;
    for (uint32_t i = 0; i < b->f->nparams; i++) {
        if (b->f->key[i] != SSA_TYPE_VALUE) continue;
        build_guess(b, ssa_param_reg(b->f, i), b->f->start);
        ssa_at(b->f, b->regs[ssa_param_reg(b->f, i)])->imm = 1;
    }
}

static void fill_entry(Builder *b) {
    build_start_block(b, 0);
    b->unbound = build_emit_imm(b, SSA_CONST_S, BC_SINGLETON_UNBOUND);
    for (uint32_t reg = 0; reg < b->p->nregs; reg++) b->regs[reg] = b->unbound;
    if (b->f->resumable) return build_dispatch(b);
    for (uint32_t i = 0; i < b->f->nparams; i++) {
        SsaRef param = build_emit_imm(b, SSA_PARAM, i);
        ssa_at(b->f, param)->type = (uint8_t)b->f->key[i];
        b->regs[ssa_param_reg(b->f, i)] = param;
    }
    for (uint32_t i = 0; !b->f->regs && i < b->f->nparams; i++)
        if (b->f->key[i] == SSA_TYPE_VALUE) build_guess(b, i, 0);
    if (b->f->regs) guess_registers(b);
    for (uint32_t pc = 0; b->f->regs && pc < b->p->ncode; pc++)
        if (bc_op(b->p->code[pc]) == OP_FORLOOP) build_enter_loop(b, pc);
    build_jump(b, b->block_of[b->f->start]);
}

static void fill_phis(Builder *b) {
    for (uint32_t n = 0; n < b->f->blocks.count; n++) {
        SsaBlock *block = &b->f->blocks.items[n];
        for (uint32_t i = 0; i < block->insns.count; i++) {
            SsaInsn *phi = ssa_at(b->f, block->insns.items[i]);
            if (phi->op != SSA_PHI) break;
            phi->nargs = block->preds.count;
            phi->args = arena_new_array(b->f->module->arena, SsaRef, phi->nargs);
            for (uint32_t p = 0; p < phi->nargs; p++) phi->args[p] = b->out[block->preds.items[p]][phi->imm];
            phi->imm = 0;
        }
    }
}

// The HOMEs were appended to the entry block after its end.
static void settle_entry(Builder *b) {
    SsaRefVec *insns = &b->f->blocks.items[0].insns;
    uint32_t kept = 0;
    SsaRef end = {0};
    for (uint32_t i = 0; i < insns->count; i++) {
        if (ssa_op_info((SsaOp)ssa_at(b->f, insns->items[i])->op)->effect == SSA_EFFECT_END) end = insns->items[i];
        else insns->items[kept++] = insns->items[i];
    }
    insns->items[kept] = end;
}

enum { HOME_OPEN = -2, HOME_NONE = -1 };  // else the register whose HOME a value is

static int32_t joined_home(const SsaInsn *phi, const int32_t *home) {
    int32_t joined = HOME_OPEN;
    for (uint32_t i = 0; i < phi->nargs; i++) {
        int32_t of = home[phi->args[i].i];
        if (of == HOME_OPEN || of == joined) continue;
        if (joined != HOME_OPEN) return HOME_NONE;
        joined = of;
    }
    return joined;
}

static bool join_round(SsaFunction *f, int32_t *home) {
    bool changed = false;
    for (uint32_t i = 1; i < f->insns.count; i++) {
        if (f->insns.items[i].op != SSA_PHI) continue;
        int32_t now = joined_home(&f->insns.items[i], home);
        changed |= now != home[i];
        home[i] = now;
    }
    return changed;
}

// PHIs that join one HOME along several loops are that HOME.
static void join_homes(Builder *b) {
    SsaFunction *f = b->f;
    int32_t *home = arena_new_array(b->arena, int32_t, f->insns.count);
    for (uint32_t i = 1; i < f->insns.count; i++) {
        const SsaInsn *insn = &f->insns.items[i];
        home[i] = insn->op == SSA_PHI ? HOME_OPEN : insn->op == SSA_HOME ? (int32_t)insn->imm : HOME_NONE;
    }
    while (join_round(f, home)) continue;
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaInsn *phi = &f->insns.items[i];
        if (phi->op != SSA_PHI || home[i] < 0) continue;
        for (uint32_t a = 0; a < phi->nargs; a++) phi->args[a] = b->homes[home[i]];
    }
}

// A state captured before a PHI turned out to be a HOME may name it.
static void drop_home_slots(SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaState *state = f->insns.items[i].state;
        if (!state) continue;
        uint32_t kept = 0;
        for (uint32_t s = 0; s < state->count; s++)
            if (ssa_at(f, state->slots[s].value)->op != SSA_HOME) state->slots[kept++] = state->slots[s];
        state->count = kept;
    }
}

bool ssa_build(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    const BcProto *p = f->bc;
    Builder b = {.f = f, .p = p, .arena = &scratch};
    b.live = bc_live_find(f->module->bc, p, &scratch);
    build_find_versions(&b);
    b.block_of = arena_new_array(&scratch, uint32_t, b.nversion * p->ncode + 1);
    b.npreds = arena_new_array(&scratch, uint32_t, b.nversion * p->ncode + 1);
    b.counted = arena_new_array(&scratch, bool, b.nversion * p->ncode + 1);
    b.entered = arena_new_array(&scratch, bool, p->ncode + 1);
    b.looped = arena_new_array(&scratch, bool, b.nversion * p->ncode + 1);
    b.regs = arena_new_array(&scratch, SsaRef, p->nregs);
    b.homes = arena_new_array(&scratch, SsaRef, p->nregs);
    b.heads = arena_new_array(&scratch, bool, p->ncode + 1);
    mark_heads(&b);
    ssa_new_block(f);
    if (f->resumable) build_find_resumes(&b);
    find_blocks(&b);
    fill_entry(&b);
    PcVec order = {0};
    order_blocks(&b, &order);
    for (uint32_t i = order.count; i-- > 0;) fill_block(&b, order.items[i]);
    vec_fini(&order);
    build_landings(&b);
    fill_phis(&b);
    settle_blocks(&b);
    settle_entry(&b);
    ssa_prune_blocks(f);
    join_homes(&b);
    ssa_drop_trivial_phis(f, false);
    drop_home_slots(f);
    vec_fini(&b.resumes);
    vec_fini(&b.landings);
    arena_fini(&scratch);
    return !b.misfit;
}
