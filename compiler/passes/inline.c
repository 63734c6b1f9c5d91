// Bodies of small callees become part of their callers, so that what is known on one side is known on the other.
//
//     b1: ...                          b1: ...
//         v5 = call_known g v1 v2          jump b7
//         ...                          b7: body of g, v1 and v2 for its parameters
//                                          jump b8
//                                      b8: v5 = phi of what g returns
//                                          ...
//
// The registers of the callee get a frame of their own (SsaFrame), which stands where the call's would. Exceptions find it in
// tracebacks, and whoever leaves goes on in the callee's bytecode there, and behind the call in the caller's.
//
// Most that leave do so before the callee has done anything that could be seen. They leave for the call itself: the bytecode does it
// all over again, and the callee's registers need not be told. Where the result of the call is not what the caller's instruction gives (the truth of
// a comparison, the other side of an operator), only callees are taken that leave in no other way.
//
// Callees come first: what is taken over has taken over what it calls. Functions that are at it are not taken, so recursion ends.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/bc_flow.h"
#include "pass.h"

enum { UNSEEN, LOOKING, DONE };
enum { CALLEE_MAX = 60, FUNCTION_MAX = 3000, ROOM_MAX = 4000 };

typedef struct {
    SsaFunction *f;
    const SsaFunction *callee;
    Arena scratch;
    SsaRef at;           // the call, which becomes the PHI of results
    SsaInsn call;
    uint32_t block, rest;  // where the call is, and what follows it
    uint32_t *blocks;    // by block of the callee: its copy
    uint32_t *frames;    // by frame of the callee
    SsaRef *values;      // by value of the callee
    bool *late;          // by block of the callee: something may have been done before it that can be seen
    SsaRefVec results;
} Inline;

// --- what can be taken

static bool is_bound_to_frame(const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_HOME: case SSA_SAVED: case SSA_RESUMED_AT: case SSA_YIELD: case SSA_FORPREP: case SSA_FORNEXT: case SSA_NEXT_PARTS:
    case SSA_NEWCELL: case SSA_GETCELL: case SSA_SETCELL: case SSA_DELCELL: case SSA_GETFREE: case SSA_SETFREE: case SSA_DELFREE: case SSA_CLOSURE:
    case SSA_TRY: case SSA_CATCH: case SSA_EXCENTER: case SSA_EXCLEAVE: case SSA_INTRINSIC: case SSA_CHAR_IN:
        return true;
    default: return false;
    }
}

static bool has_loop(const SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    SsaFlow flow = ssa_flow_find(f, &scratch);
    bool found = false;
    for (uint32_t i = 0; i < flow.count; i++) found |= flow.loop[flow.sequence[i]] != SSA_NO_BLOCK;
    arena_fini(&scratch);
    return found;
}

static bool is_small(const SsaFunction *f) {
    uint32_t size = 0, returns = 0;
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            const SsaInsn *insn = ssa_at(f, f->blocks.items[n].insns.items[i]);
            if (is_bound_to_frame(insn)) return false;
            size += insn->op != SSA_PARAM && ssa_op_info((SsaOp)insn->op)->effect != SSA_EFFECT_END;
            returns += insn->op == SSA_RETURN;
        }
    return returns && size <= CALLEE_MAX;
}

static bool can_be_taken(const SsaFunction *f) {
    if (f->resumable || f->regs || f->bc->nhandler || f->blocks.items[0].preds.count || (f->bc->flags & BC_GENERATOR)) return false;
    return is_small(f) && !has_loop(f);
}

static bool returns_as(const SsaFunction *callee, SsaType type) {
    for (uint32_t n = 0; n < callee->blocks.count; n++) {
        const SsaRefVec *insns = &callee->blocks.items[n].insns;
        const SsaInsn *end = insns->count ? ssa_at(callee, vec_last(insns)) : NULL;
        if (end && end->op == SSA_RETURN && type != SSA_TYPE_VALUE && ssa_at(callee, end->args[0])->type != type) return false;
    }
    return true;
}

static bool takes_arguments(const SsaFunction *f, const SsaInsn *call) {
    if (call->nargs != call->callee->nparams + 1) return false;
    for (uint32_t i = 1; i < call->nargs; i++)
        if (ssa_at(f, call->args[i])->type != call->callee->key[i - 1]) return false;
    return true;
}

// Guesses failed here before, or behind it, where whoever left the callee's frame leaves this one.
static bool may_leave_here(const SsaFunction *f, const SsaInsn *call) {
    if (!call->state || call->state->pc != call->pc || bc_handler_at(f->bc, call->pc)) return false;
    return ssa_may_guess(f, call->state) && ssa_may_guess(f, &(SsaState){.pc = call->pc + 1});
}

// The top level runs once, but for its loops.
static bool pays(const SsaFunction *f, uint32_t block) {
    return !(f->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY)) || f->blocks.items[block].loop_depth > 0;
}

static bool is_candidate(const SsaFunction *f, const SsaInsn *call) {
    if ((call->op != SSA_CALL_KNOWN && call->op != SSA_CALL_DIRECT) || call->frame || !may_leave_here(f, call)) return false;
    const SsaFunction *callee = call->callee;
    if (call->op == SSA_CALL_DIRECT && callee->closure) return false;
    if (callee->inlining != DONE || !callee->can_inline || !takes_arguments(f, call) || !returns_as(callee, (SsaType)call->type)) return false;
    return f->insns.count + callee->insns.count < FUNCTION_MAX && (uint64_t)call->imm + callee->bc->nregs < ROOM_MAX;
}

// --- where the callee may begin anew

static bool is_fresh(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    return insn->op == SSA_NEW_OBJECT || (insn->op == SSA_PARAM && insn->imm == 0 && f->fresh);
}

// Could anybody tell that it has been done?
static bool is_seen(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_SETFIELD: return !is_fresh(f, insn->args[0]);
    case SSA_PUT_ITEM: case SSA_PUT_BYTE: case SSA_POP_ITEM: return true;
    case SSA_NEW_OBJECT: case SSA_TUPLE: case SSA_LIST: case SSA_GETGLOBAL: case SSA_CHECK_LOCAL: return false;
    default: break;
    }
    SsaEffect effect = ssa_op_info((SsaOp)insn->op)->effect;
    return effect == SSA_EFFECT_WRITE || effect == SSA_EFFECT_RAISE;
}

static bool late_behind(const Inline *s, uint32_t n) {
    const SsaRefVec *insns = &s->callee->blocks.items[n].insns;
    bool late = s->late[n];
    for (uint32_t i = 0; i < insns->count; i++) late |= is_seen(s->callee, ssa_at(s->callee, insns->items[i]));
    return late;
}

static void find_late(Inline *s) {
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t n = 0; n < s->callee->blocks.count; n++) {
            const SsaBlock *block = &s->callee->blocks.items[n];
            if (!late_behind(s, n)) continue;
            for (uint32_t e = 0; e < block->nsucc; e++) {
                changed |= !s->late[block->succ[e]];
                s->late[block->succ[e]] = true;
            }
        }
    }
}

static bool leaves(const SsaInsn *insn) {
    return ssa_op_leaves((SsaOp)insn->op) || insn->op == SSA_NEW_OBJECT || (insn->callee && insn->type != SSA_TYPE_VALUE);
}

// At its frame state the instruction itself is done again.
static bool repeats(const SsaInsn *insn) { return ssa_op_leaves((SsaOp)insn->op) || insn->op == SSA_NEW_OBJECT; }

static bool always_begins_anew(const Inline *s) {
    for (uint32_t n = 0; n < s->callee->blocks.count; n++) {
        const SsaRefVec *insns = &s->callee->blocks.items[n].insns;
        bool late = s->late[n];
        for (uint32_t i = 0; i < insns->count; i++) {
            const SsaInsn *insn = ssa_at(s->callee, insns->items[i]);
            if (leaves(insn) && (late || !repeats(insn))) return false;
            late |= is_seen(s->callee, insn);
        }
    }
    return true;
}

// Does the bytecode instruction give what the call gives?
static bool gives_result(const Inline *s) {
    BcOp op = (BcOp)bc_op(s->f->bc->code[s->call.pc]);
    return op == OP_CALL || op == OP_CALLM || op == OP_GETATTR;
}

// --- copying

static SsaRef value_of(const Inline *s, SsaRef r) { return s->values[r.i]; }

static SsaState *copy_state(const Inline *s, const SsaState *from) {
    Arena *arena = s->f->module->arena;
    SsaState *state = arena_new(arena, SsaState);
    *state = (SsaState){.pc = from->pc, .frame = s->frames[from->frame], .count = from->count};
    state->slots = arena_new_array(arena, SsaSlot, from->count + 1);
    for (uint32_t i = 0; i < from->count; i++) state->slots[i] = (SsaSlot){from->slots[i].reg, value_of(s, from->slots[i].value)};
    return state;
}

static void add_own_frame(Inline *s) {
    const SsaFunction *callee = s->callee;
    SsaRef function = s->call.args[0], self = s->call.nargs > 1 ? s->call.args[1] : (SsaRef){0};
    bool makes = callee->fresh && ssa_at(s->f, self)->op == SSA_NEW_OBJECT;
    SsaFrame frame = {.bc = callee->bc, .proto = callee->proto, .base = (uint32_t)s->call.imm + BC_WINDOW_HEADER, .pc = s->call.pc, .call = s->call.state};
    frame.reg = bc_a(s->f->bc->code[s->call.pc]);
    if (ssa_at(s->f, function)->op != SSA_FUNCTION_OF) frame.callee = function;
    if (makes) frame.result = self;
    if (!s->f->frames.count) vec_push(&s->f->frames, {0});
    s->frames[0] = s->f->frames.count;
    vec_push(&s->f->frames, frame);
}

static void add_inner_frames(Inline *s) {
    for (uint32_t i = 1; i < s->callee->frames.count; i++) {
        SsaFrame frame = s->callee->frames.items[i];
        frame.base += (uint32_t)s->call.imm + BC_WINDOW_HEADER;
        frame.call = copy_state(s, frame.call);
        frame.callee = value_of(s, frame.callee);
        frame.result = value_of(s, frame.result);
        s->frames[i] = s->f->frames.count;
        vec_push(&s->f->frames, frame);
    }
}

static void add_values(Inline *s) {
    for (uint32_t n = 0; n < s->callee->blocks.count; n++)
        for (uint32_t i = 0; i < s->callee->blocks.items[n].insns.count; i++) {
            SsaRef r = s->callee->blocks.items[n].insns.items[i];
            const SsaInsn *insn = ssa_at(s->callee, r);
            s->values[r.i] = insn->op == SSA_PARAM ? s->call.args[insn->imm + 1] : ssa_new_insn(s->f, (SsaOp)insn->op, insn->args, insn->nargs);
        }
}

static SsaState *state_for(const Inline *s, const SsaInsn *insn, bool late) {
    if (!insn->state || insn->op == SSA_JUMP || insn->op == SSA_BRANCH || insn->op == SSA_RETURN) return NULL;
    return !late && repeats(insn) ? s->call.state : copy_state(s, insn->state);
}

static void copy_insn(Inline *s, SsaRef from, bool late) {
    const SsaInsn *insn = ssa_at(s->callee, from);
    SsaInsn *copy = ssa_at(s->f, value_of(s, from));
    SsaRef *args = copy->args;
    *copy = *insn;
    copy->args = args;
    for (uint32_t a = 0; a < insn->nargs; a++) args[a] = value_of(s, insn->args[a]);
    copy->frame = s->frames[insn->frame];
    copy->state = state_for(s, insn, late);
    if (insn->op == SSA_CONST_WORD) copy->aux = SSA_NO_CONSTANT;
    if (insn->op == SSA_CONST_K) copy->aux = ssa_const_proto(s->callee, insn) + 1;
}

static SsaRef add_to(Inline *s, uint32_t block, SsaOp op, const SsaRef *args, uint32_t nargs) {
    SsaRef r = ssa_new_insn(s->f, op, args, nargs);
    ssa_at(s->f, r)->pc = s->call.pc;
    vec_push(&s->f->blocks.items[block].insns, r);
    return r;
}

static void return_from(Inline *s, uint32_t block, SsaRef v) {
    if (s->call.type == SSA_TYPE_VALUE && ssa_at(s->f, v)->type != SSA_TYPE_VALUE) v = add_to(s, block, SSA_BOX, &v, 1);
    add_to(s, block, SSA_JUMP, NULL, 0);
    ssa_add_edge(s->f, block, s->rest);
    vec_push(&s->results, v);
}

static void copy_block(Inline *s, uint32_t n) {
    const SsaBlock *from = &s->callee->blocks.items[n];
    uint32_t to = s->blocks[n];
    bool late = s->late[n];
    for (uint32_t i = 0; i < from->insns.count; i++) {
        SsaRef r = from->insns.items[i];
        const SsaInsn *insn = ssa_at(s->callee, r);
        if (insn->op == SSA_PARAM) continue;
        if (insn->op == SSA_RETURN) return return_from(s, to, value_of(s, insn->args[0]));
        copy_insn(s, r, late);
        vec_push(&s->f->blocks.items[to].insns, value_of(s, r));
        late |= is_seen(s->callee, insn);
    }
    SsaBlock *block = &s->f->blocks.items[to];
    block->nsucc = from->nsucc;
    for (uint32_t e = 0; e < from->nsucc; e++) block->succ[e] = s->blocks[from->succ[e]];
}

static void add_blocks(Inline *s) {
    uint32_t depth = s->f->blocks.items[s->block].loop_depth;
    for (uint32_t n = 0; n < s->callee->blocks.count; n++) {
        const SsaBlock *from = &s->callee->blocks.items[n];
        s->blocks[n] = ssa_new_block(s->f);
        s->f->blocks.items[s->blocks[n]].loop_depth = depth + from->loop_depth;
    }
    for (uint32_t n = 0; n < s->callee->blocks.count; n++)
        for (uint32_t p = 0; p < s->callee->blocks.items[n].preds.count; p++)
            vec_push(&s->f->blocks.items[s->blocks[n]].preds, s->blocks[s->callee->blocks.items[n].preds.items[p]]);
}

// --- the caller's side

// What follows the call becomes a block of its own.
static void split(Inline *s, uint32_t position) {
    s->rest = ssa_new_block(s->f);
    SsaBlock *block = &s->f->blocks.items[s->block], *rest = &s->f->blocks.items[s->rest];
    for (uint32_t i = position; i < block->insns.count; i++) vec_push(&rest->insns, block->insns.items[i]);
    block->insns.count = position;
    rest->loop_depth = block->loop_depth;
    rest->nsucc = block->nsucc;
    for (uint32_t e = 0; e < block->nsucc; e++) {
        rest->succ[e] = block->succ[e];
        SsaBlockVec *preds = &s->f->blocks.items[block->succ[e]].preds;
        for (uint32_t p = 0; p < preds->count; p++)
            if (preds->items[p] == s->block) preds->items[p] = s->rest;
    }
    block->nsucc = 0;
}

static void enter_callee(Inline *s) {
    if (s->call.op == SSA_CALL_DIRECT) {
        SsaRef guard = add_to(s, s->block, SSA_GUARD_CALLEE, s->call.args, 1);
        ssa_at(s->f, guard)->aux = s->call.aux;
        ssa_at(s->f, guard)->state = s->call.state;
    }
    add_to(s, s->block, SSA_JUMP, NULL, 0);
    ssa_add_edge(s->f, s->block, s->blocks[0]);
}

static SsaFact common_fact(const Inline *s) {
    SsaFact fact = ssa_fact(s->f, s->results.items[0]);
    for (uint32_t i = 1; i < s->results.count; i++)
        if (ssa_fact(s->f, s->results.items[i]) != fact) return SSA_FACT_NONE;
    return fact;
}

static void join_results(Inline *s) {
    SsaInsn phi = {.op = SSA_PHI, .type = s->call.type, .pc = s->call.pc, .nargs = s->results.count};
    phi.args = vec_copy_items(&s->results, s->f->module->arena);
    phi.fact = s->call.type == SSA_TYPE_VALUE ? (uint8_t)common_fact(s) : SSA_FACT_NONE;
    *ssa_at(s->f, s->at) = phi;
}

static void take_over(Inline *s, uint32_t position) {
    split(s, position);
    add_blocks(s);
    add_own_frame(s);
    add_values(s);
    add_inner_frames(s);
    enter_callee(s);
    for (uint32_t n = 0; n < s->callee->blocks.count; n++) copy_block(s, n);
    join_results(s);
}

// true: the block ends where the call was.
static bool inline_call(SsaFunction *f, uint32_t block, uint32_t position) {
    SsaRef r = f->blocks.items[block].insns.items[position];
    if (!pays(f, block) || !is_candidate(f, ssa_at(f, r))) return false;
    Inline s = {.f = f, .callee = ssa_at(f, r)->callee, .at = r, .call = *ssa_at(f, r), .block = block};
    arena_init(&s.scratch);
    s.blocks = arena_new_array(&s.scratch, uint32_t, s.callee->blocks.count);
    s.frames = arena_new_array(&s.scratch, uint32_t, s.callee->frames.count + 1);
    s.values = arena_new_array(&s.scratch, SsaRef, s.callee->insns.count);
    s.late = arena_new_array(&s.scratch, bool, s.callee->blocks.count);
    find_late(&s);
    bool takes = gives_result(&s) || always_begins_anew(&s);
    if (takes) take_over(&s, position);
    vec_fini(&s.results);
    arena_fini(&s.scratch);
    return takes;
}

static void note_loops(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    SsaFlow flow = ssa_flow_find(f, &scratch);
    for (uint32_t n = 0; n < f->blocks.count; n++) f->blocks.items[n].loop_depth = flow.loop[n] != SSA_NO_BLOCK;
    arena_fini(&scratch);
}

static void look_at_callees(SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaFunction *callee = f->insns.items[i].callee;
        if (callee && callee->wanted && callee->inlining == UNSEEN) pass_inline(callee);
    }
}

// What is taken over is in blocks made later, its calls in frames of their own.
void pass_inline(SsaFunction *f) {
    if (f->inlining != UNSEEN) return;
    f->inlining = LOOKING;
    look_at_callees(f);
    note_loops(f);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++)
            if (inline_call(f, n, i)) break;
    if (f->frames.count) ssa_drop_trivial_phis(f, true);
    f->can_inline = can_be_taken(f);
    f->inlining = DONE;
}
