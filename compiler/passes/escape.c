// Objects of program classes that nobody but this function sees are not made: their fields are values.
//
//   v1 = new_object #1 [pc 3: ...]            guard_class #1 [pc 3: ...]
//   setfield #0 &2 v1 v2
//   guard_fact v5 [pc 9: r0=v1 r1=v5]         v7 = object_at #1 v2        (for frame states only)
//                                             guard_fact v5 [pc 9: r0=v7 r1=v5]
//   v3 = field #0 v1                          v3 is v2
//
// An object stays where it is stored, returned, given to a call, joined with another in a PHI, tested for its shape, or kept by a generator.
// Frame states make it anew where they leave. So that it is made once, it may be in the state of the function's own frame only, not in
// those of inlined callees and of their calls.
//
// Only in sealed modules, where the class stays as it was when the object began.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"
#include "predict.h"

enum { FIELDS_MAX = PASS_OBJECT_FIELDS_MAX };

typedef struct {
    uint32_t block;
    SsaRef phi;
} NewPhi;

typedef struct {
    SsaFunction *f;
    Arena scratch;
    uint32_t count;       // of values when the pass began
    bool *stays;          // by value: what is made there is seen by others
    SsaRef *map;          // by value: what stands for it
    // of the object being looked at
    SsaRef object;
    uint32_t nfields;
    SsaRef *entry;        // by block and field: what it holds at the start; none: not looked for yet
    VEC(NewPhi) phis;
    bool failed;
} Escape;

static SsaInsn *at(const Escape *s, SsaRef r) { return ssa_at(s->f, r); }
static bool is_object(const Escape *s, SsaRef r) { return ssa_same(r, s->object); }

static bool keeps_state(const SsaInsn *insn) {
    if (ssa_op_leaves((SsaOp)insn->op) || insn->op == SSA_NEW_OBJECT || insn->op == SSA_JUMP || insn->op == SSA_BRANCH) return true;
    return insn->callee && insn->type != SSA_TYPE_VALUE;
}

// --- who sees it

static void note_state(Escape *s, const SsaState *state) {
    for (uint32_t i = 0; i < state->count; i++) s->stays[state->slots[i].value.i] = true;
}

static void note_states(Escape *s, const SsaInsn *insn) {
    if (insn->op == SSA_YIELD) note_state(s, insn->state);
    for (const SsaState *state = insn->state; state && state->frame; state = ssa_outer_state(s->f, state)) {
        const SsaFrame *frame = &s->f->frames.items[state->frame];
        note_state(s, state);
        note_state(s, frame->call);
        s->stays[frame->result.i] = true;
    }
}

static void note_uses(Escape *s, const SsaInsn *insn) {
    bool accesses = insn->op == SSA_FIELD || insn->op == SSA_SETFIELD;
    for (uint32_t a = accesses; a < insn->nargs; a++) s->stays[insn->args[a].i] = true;
    if (insn->state && keeps_state(insn)) note_states(s, insn);
}

static void note_all(Escape *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) note_uses(s, at(s, s->f->blocks.items[n].insns.items[i]));
}

// The class's number of fields; 0: it is none to look at.
static uint32_t fields_of(const Escape *s, const SsaInsn *insn) {
    const Predict *p = s->f->module->predict;
    for (uint32_t c = 1; c < predict_class_count(p); c++)
        if (predict_class(p, c)->first_cell == insn->imm) return predict_class(p, c)->nlayout;
    return 0;
}

// --- what its fields hold

static SsaRef at_end(Escape *s, uint32_t n, uint32_t field);

static SsaRef join(Escape *s, uint32_t n, uint32_t field) {
    SsaRef none[1] = {{0}};
    SsaRef phi = ssa_new_insn(s->f, SSA_PHI, none, 0);
    uint32_t npreds = s->f->blocks.items[n].preds.count;
    SsaRef *args = arena_new_array(s->f->module->arena, SsaRef, npreds);
    s->entry[n * s->nfields + field] = phi;
    vec_push(&s->phis, {n, phi});
    for (uint32_t p = 0; p < npreds; p++) args[p] = at_end(s, s->f->blocks.items[n].preds.items[p], field);
    at(s, phi)->args = args;
    at(s, phi)->nargs = npreds;
    return phi;
}

static SsaRef at_start(Escape *s, uint32_t n, uint32_t field) {
    SsaRef *known = &s->entry[n * s->nfields + field];
    const SsaBlockVec *preds = &s->f->blocks.items[n].preds;
    if (known->i || s->failed) return *known;
    if (!preds->count) return s->failed = true, *known;
    if (preds->count > 1) return join(s, n, field);
    SsaRef v = at_end(s, preds->items[0], field);
    return *known = v;
}

static SsaRef at_end(Escape *s, uint32_t n, uint32_t field) {
    const SsaRefVec *insns = &s->f->blocks.items[n].insns;
    for (uint32_t i = insns->count; i-- > 0;) {
        const SsaInsn *insn = at(s, insns->items[i]);
        if (is_object(s, insns->items[i])) return s->failed = true, (SsaRef){0};
        if (insn->op == SSA_SETFIELD && is_object(s, insn->args[0]) && insn->imm == field) return insn->args[1];
    }
    return at_start(s, n, field);
}

// What each field holds, going through a block.
typedef struct {
    uint32_t block;
    bool begins;             // the object is made here, so that nothing is known from before
    SsaRef held[FIELDS_MAX];
} Fields;

static SsaRef held(Escape *s, Fields *now, uint32_t field) {
    if (!now->held[field].i && now->begins) s->failed = true;
    if (!now->held[field].i && !now->begins) now->held[field] = at_start(s, now->block, field);
    return now->held[field];
}

static void note_store(Escape *s, Fields *now, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (is_object(s, r)) *now = (Fields){.block = now->block, .begins = true};
    else if (insn->op == SSA_SETFIELD && is_object(s, insn->args[0])) now->held[insn->imm] = insn->args[1];
}

static bool has_object(const Escape *s, const SsaState *state) {
    for (uint32_t i = 0; state && i < state->count; i++)
        if (is_object(s, state->slots[i].value)) return true;
    return false;
}

static bool is_read(const Escape *s, const SsaInsn *insn) { return insn->op == SSA_FIELD && is_object(s, insn->args[0]); }
static bool wants_all(const Escape *s, const SsaInsn *insn) { return keeps_state(insn) && has_object(s, insn->state); }

// Looks at everything that will be wanted; false: something may not be there.
static bool look_through(Escape *s) {
    for (uint32_t n = 0; n < s->f->blocks.count && !s->failed; n++) {
        Fields now = {.block = n};
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count && !s->failed; i++) {
            SsaRef r = s->f->blocks.items[n].insns.items[i];
            if (is_read(s, at(s, r))) held(s, &now, (uint32_t)at(s, r)->imm);
            if (!is_object(s, r) && wants_all(s, at(s, r)))
                for (uint32_t field = 0; field < s->nfields; field++) held(s, &now, field);
            note_store(s, &now, r);
        }
    }
    return !s->failed;
}

// --- without it

static SsaRef object_at(Escape *s, Fields *now) {
    SsaRef args[FIELDS_MAX];
    for (uint32_t i = 0; i < s->nfields; i++) {
        args[i] = held(s, now, i);
        if (at(s, args[i])->op == SSA_BOX) args[i] = at(s, args[i])->args[0];
    }
    SsaRef r = ssa_new_insn(s->f, SSA_OBJECT_AT, args, s->nfields);
    at(s, r)->imm = at(s, s->object)->imm;
    return r;
}

static SsaState *with_object(const Escape *s, const SsaState *old, SsaRef object) {
    Arena *arena = s->f->module->arena;
    SsaState *state = arena_new(arena, SsaState);
    *state = *old;
    state->slots = arena_new_array(arena, SsaSlot, old->count + 1);
    for (uint32_t i = 0; i < old->count; i++)
        state->slots[i] = (SsaSlot){old->slots[i].reg, is_object(s, old->slots[i].value) ? object : old->slots[i].value};
    return state;
}

static void replace_state(Escape *s, Fields *now, SsaRef r, SsaRefVec *out) {
    SsaState *old = at(s, r)->state;
    if (!has_object(s, old)) return;
    if (!keeps_state(at(s, r))) {
        at(s, r)->state = NULL;
        return;
    }
    SsaRef object = object_at(s, now);
    at(s, object)->pc = at(s, r)->pc;
    vec_push(out, object);
    at(s, r)->state = with_object(s, old, object);
}

// false: the instruction is gone.
static bool rewrite(Escape *s, Fields *now, SsaRef r, SsaRefVec *out) {
    if (is_object(s, r)) {
        at(s, r)->op = SSA_GUARD_CLASS;
        at(s, r)->type = SSA_TYPE_NONE;
        return true;
    }
    if (is_read(s, at(s, r))) return s->map[r.i] = held(s, now, (uint32_t)at(s, r)->imm), false;
    if (at(s, r)->op == SSA_SETFIELD && is_object(s, at(s, r)->args[0])) return false;
    replace_state(s, now, r, out);
    return true;
}

static void rewrite_block(Escape *s, uint32_t n) {
    SsaRefVec out = {0};
    Fields now = {.block = n};
    for (uint32_t i = 0; i < s->phis.count; i++)
        if (s->phis.items[i].block == n) vec_push(&out, s->phis.items[i].phi);
    SsaRefVec insns = s->f->blocks.items[n].insns;
    for (uint32_t i = 0; i < insns.count; i++) {
        SsaRef r = insns.items[i];
        bool stays = rewrite(s, &now, r, &out);
        note_store(s, &now, r);
        if (stays) vec_push(&out, r);
    }
    vec_fini(&insns);
    s->f->blocks.items[n].insns = out;
}

// Nobody leaves the frames whose calls have it.
static void forget_frames(Escape *s) {
    for (uint32_t i = 1; i < s->f->frames.count; i++) {
        SsaFrame *frame = &s->f->frames.items[i];
        if (is_object(s, frame->result)) frame->result = (SsaRef){0};
        if (!has_object(s, frame->call)) continue;
        SsaState *empty = arena_new(s->f->module->arena, SsaState);
        *empty = (SsaState){.pc = frame->call->pc, .frame = frame->call->frame};
        frame->call = empty;
    }
}

static void scatter(Escape *s, SsaRef object) {
    s->object = object;
    s->nfields = fields_of(s, at(s, object));
    s->failed = false;
    vec_clear(&s->phis);
    if (!s->nfields || s->nfields > FIELDS_MAX) return;
    s->entry = arena_new_array(&s->scratch, SsaRef, (size_t)s->f->blocks.count * s->nfields);
    if (!look_through(s)) return;
    uint32_t count = s->f->blocks.count;
    for (uint32_t n = 0; n < count; n++)
        if (s->f->blocks.items[n].insns.count) rewrite_block(s, n);
    forget_frames(s);
    SsaRef *map = arena_new_array(&s->scratch, SsaRef, s->f->insns.count);
    for (uint32_t i = 0; i < s->count; i++) map[i] = s->map[i], s->map[i] = (SsaRef){0};
    ssa_rename(s->f, map);
}

enum { OBJECTS_MAX = 64 };

void pass_escape(SsaFunction *f) {
    const Predict *p = f->module->predict;
    if (!p || !predict_cell_count(p) || !predict_is_sealed(p) || f->resumable) return;
    Escape s = {.f = f, .count = f->insns.count};
    arena_init(&s.scratch);
    s.stays = arena_new_array(&s.scratch, bool, s.count);
    note_all(&s);
    s.map = arena_new_array(&s.scratch, SsaRef, s.count);
    uint32_t done = 0;
    for (uint32_t i = 1; i < s.count; i++)
        if (f->insns.items[i].op == SSA_NEW_OBJECT && !s.stays[i] && done++ < OBJECTS_MAX) scatter(&s, (SsaRef){i});
    if (done) ssa_drop_trivial_phis(f, true);
    vec_fini(&s.phis);
    arena_fini(&s.scratch);
}
