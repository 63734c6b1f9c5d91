// Objects of program classes. Where prediction knows an object's class and the class has a layout, behind a test of the object's shape
//   - an attribute is a field at a known place;
//   - a call of a method reaches its compiled body; several classes make a ladder of tests;
//   - a call of the class makes an object and calls the body of __init__ on it.
// An __init__ that is entered with a fresh object knows its shape at each store, so that a store is a store: of the value, and of the next
// shape.
//
// Needs SSA_HAS_TYPES. Makes and breaks nothing. Runs before `specialise`, which gives operands their representation.
#include "compiler/ssa/bc_flow.h"
#include "objects_int.h"

// What is known of self in a fresh __init__: its number of fields. TO_TEST with it: unless code that ran meanwhile changed that, or the class.
enum { UNSEEN = -2, UNKNOWN = -1, TO_TEST = 1 << 16 };

static SsaInsn *at(const Objects *s, SsaRef r) { return ssa_at(s->f, r); }
static const Atom *name_of(const Objects *s, uint32_t k) { return predict_name(s->p, &s->f->bc->consts[k].str); }

SsaRef objects_add(Objects *s, SsaOp op, const SsaRef *args, uint32_t nargs, const SsaInsn *from) {
    uint32_t pc = from->pc;
    SsaState *state = from->state;
    SsaRef r = ssa_new_insn(s->f, op, args, nargs);
    at(s, r)->pc = pc;
    at(s, r)->state = state;
    vec_push(&s->out, r);
    return r;
}

void objects_replace(Objects *s, SsaRef r, SsaRef by) {
    if (r.i >= s->capacity) {
        uint32_t wanted = 2 * s->f->insns.count + 16;
        SsaRef *moved = arena_new_array(&s->scratch, SsaRef, wanted);
        for (uint32_t i = 0; i < s->capacity; i++) moved[i] = s->map[i];
        s->map = moved;
        s->capacity = wanted;
    }
    s->map[r.i] = by;
}

uint32_t objects_full_cell(const Objects *s, uint32_t cls) {
    const PredictClass *c = predict_class(s->p, cls);
    return c->first_cell + c->nlayout;
}

// The cells of all classes of the guess.
static int64_t cells_of(const Objects *s, Guess g) {
    uint64_t cells = 0;
    for (uint32_t i = 0; i < GUESS_CLASSES && g.classes[i]; i++) cells |= (uint64_t)objects_full_cell(s, g.classes[i]) << (16 * i);
    return (int64_t)cells;
}

void objects_guard(Objects *s, SsaRef object, int64_t cells, const SsaInsn *from) {
    SsaRef r = objects_add(s, SSA_GUARD_SHAPE, &object, 1, from);
    at(s, r)->imm = cells;
}

// --- self in a fresh __init__

static bool is_self(const Objects *s, SsaRef v) {
    const SsaInsn *insn = at(s, v);
    while (insn->op == SSA_GUESS) insn = at(s, insn->args[0]);
    return insn->op == SSA_PARAM && insn->imm == 0;
}

static SsaFunction *super_of(const Objects *s, SsaRef r) { return r.i < s->nsupers ? s->supers[r.i] : NULL; }

static bool is_access(const SsaInsn *insn) {
    return insn->op == SSA_SETATTR || insn->op == SSA_GETATTR || insn->op == SSA_SETFIELD || insn->op == SSA_FIELD || insn->op == SSA_GUARD_SHAPE;
}

static bool escapes(const Objects *s, const SsaInsn *insn) {
    if (insn->op == SSA_GUESS) return false;
    for (uint32_t i = is_access(insn); i < insn->nargs; i++)
        if (is_self(s, insn->args[i])) return true;
    return false;
}

// The place of the attribute, or -1.
static int32_t place_of(const Objects *s, const SsaInsn *insn) {
    if (insn->op == SSA_SETFIELD || insn->op == SSA_FIELD) return (int32_t)insn->imm;
    return predict_field(s->p, (Guess){.kinds = GUESS_INSTANCE, .classes = {(uint16_t)s->f->self}}, name_of(s, insn->aux));
}

static bool may_test(const Objects *s, const SsaInsn *insn) { return insn->state && ssa_may_guess(s->f, insn->state); }

// Behind an access to a field of self, which is where self is tested when it has to be.
static int32_t self_after_access(const Objects *s, const SsaInsn *insn, int32_t fields) {
    if (insn->op == SSA_GUARD_SHAPE) return fields;
    int32_t place = place_of(s, insn), count = fields & ~TO_TEST, rest = may_test(s, insn) ? 0 : fields & TO_TEST;
    if (place >= 0 && place < count) return count | rest;
    bool stores = insn->op == SSA_SETATTR || insn->op == SSA_SETFIELD;
    return stores && place == count ? (count + 1) | rest : UNKNOWN;
}

static int32_t fields_left(const SsaFunction *init);

// What is known of self behind the instruction: nothing more, once somebody else may have it.
static int32_t self_after(const Objects *s, SsaRef r, int32_t fields) {
    const SsaInsn *insn = at(s, r);
    if (fields < 0) return fields;
    if (super_of(s, r)) return insn->op == SSA_CALL ? (fields ? UNKNOWN : 0) : fields & ~TO_TEST ? UNKNOWN : fields_left(super_of(s, r));
    bool chained = insn->op == SSA_CALL_KNOWN && insn->callee->fresh && is_self(s, insn->args[1]);
    if (chained) return fields & ~TO_TEST ? UNKNOWN : fields_left(insn->callee);
    if (escapes(s, insn)) return UNKNOWN;
    if (is_access(insn) && is_self(s, insn->args[0])) return self_after_access(s, insn, fields);
    return pass_runs_code(insn) && !predict_is_sealed(s->p) ? fields | TO_TEST : fields;
}

static int32_t meet(int32_t a, int32_t b) {
    if (a == UNSEEN || a == b) return b;
    if (b == UNSEEN) return a;
    return a >= 0 && b >= 0 && (a | TO_TEST) == (b | TO_TEST) ? a | TO_TEST : UNKNOWN;
}

static bool self_round(Objects *s) {
    bool changed = false;
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        const SsaBlock *block = &s->f->blocks.items[n];
        int32_t now = s->fields[n];
        if (now == UNSEEN) continue;
        for (uint32_t i = 0; i < block->insns.count; i++) now = self_after(s, block->insns.items[i], now);
        for (uint32_t e = 0; e < block->nsucc; e++) {
            int32_t joined = meet(s->fields[block->succ[e]], now);
            changed |= joined != s->fields[block->succ[e]];
            s->fields[block->succ[e]] = joined;
        }
    }
    return changed;
}

static uint32_t count_uses(const SsaFunction *f, SsaRef r) {
    uint32_t n = 0;
    for (uint32_t b = 0; b < f->blocks.count; b++)
        for (uint32_t i = 0; i < f->blocks.items[b].insns.count; i++) {
            const SsaInsn *insn = ssa_at(f, f->blocks.items[b].insns.items[i]);
            for (uint32_t a = 0; a < insn->nargs; a++) n += ssa_same(insn->args[a], r);
        }
    return n;
}

static SsaRef unguessed(const Objects *s, SsaRef r) { return at(s, r)->op == SSA_GUESS ? at(s, r)->args[0] : r; }

static void note_super(Objects *s, SsaRef r) {
    PassTargets targets;
    bool known = true;
    if (at(s, r)->op != SSA_CALLM || !pass_call_targets(s->f, at(s, r), &targets) || !targets.super) return;
    SsaRef found = at(s, at(s, r)->args[0])->args[0], super = unguessed(s, found);
    SsaFunction *init = pass_call_instance(s->f, at(s, r), &targets, 0, &known);
    if (count_uses(s->f, super) == 1 && count_uses(s->f, found) == 1) s->supers[r.i] = s->supers[super.i] = init;
}

static void find_supers(Objects *s) {
    s->nsupers = s->f->insns.count;
    s->supers = arena_new_array(&s->scratch, SsaFunction *, s->nsupers);
    for (uint32_t i = 0; i < s->nsupers; i++) s->supers[i] = NULL;
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) note_super(s, s->f->blocks.items[n].insns.items[i]);
}

static void find_self(Objects *s) {
    if (s->f->self) find_supers(s);
    if (!s->f->fresh) return;
    s->fields = arena_new_array(&s->scratch, int32_t, s->f->blocks.count);
    for (uint32_t n = 0; n < s->f->blocks.count; n++) s->fields[n] = n ? UNSEEN : 0;
    while (self_round(s)) continue;
}

// The fields of self when a fresh __init__ returns, which is rewritten already or not. Bases have no more bases in the end.
static int32_t fields_left(const SsaFunction *init) {
    Objects s = {.f = (SsaFunction *)init, .p = init->module->predict};
    int32_t left = UNSEEN;
    arena_init(&s.scratch);
    find_self(&s);
    for (uint32_t n = 0; n < init->blocks.count; n++) {
        const SsaRefVec *insns = &init->blocks.items[n].insns;
        int32_t now = s.fields[n];
        if (now == UNSEEN || !insns->count || ssa_at(init, vec_last(insns))->op != SSA_RETURN) continue;
        for (uint32_t i = 0; i < insns->count; i++) now = self_after(&s, insns->items[i], now);
        left = meet(left, now);
    }
    arena_fini(&s.scratch);
    return left < 0 ? UNKNOWN : left | TO_TEST;
}

// --- attributes

static bool rewrite_own(Objects *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    int32_t count = s->self & ~TO_TEST, place = place_of(s, insn);
    bool stores = insn->op == SSA_SETATTR;
    if (s->self < 0 || !is_self(s, insn->args[0]) || place < 0 || place >= count + stores) return false;
    if (s->self & TO_TEST) {
        if (!may_test(s, insn)) return false;
        objects_guard(s, insn->args[0], predict_class(s->p, s->f->self)->first_cell + count, insn);
        insn = at(s, r);
    }
    insn->op = stores ? SSA_SETFIELD : SSA_FIELD;
    insn->imm = place;
    insn->aux = stores && place == count ? predict_class(s->p, s->f->self)->first_cell + (uint32_t)place + 1 : 0;
    return true;
}

static bool rewrite_attr(Objects *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    if (s->fields && rewrite_own(s, r)) return false;
    Guess g = predict_of(s->f, insn->args[0]);
    const Atom *name = name_of(s, insn->aux);
    int32_t place = name ? predict_field(s->p, g, name) : -1;
    if (place < 0 || pass_is_under_construction(s->f, insn->args[0]) || !insn->state || !ssa_may_guess(s->f, insn->state)) return false;
    objects_guard(s, insn->args[0], cells_of(s, g), insn);
    insn = at(s, r);
    insn->op = insn->op == SSA_SETATTR ? SSA_SETFIELD : SSA_FIELD;
    insn->imm = place;
    insn->aux = 0;
    return false;
}

// --- calls

SsaRef objects_known_call(Objects *s, SsaFunction *callee, SsaRef self, const SsaInsn *call, const PassTargets *targets) {
    SsaRef args[256];
    uint32_t n = 1, count = pass_target_arguments(call, targets);
    args[n++] = self;
    for (uint32_t i = 0; i < count; i++) args[n++] = call->args[targets->first + i];
    SsaInsn from = *call;
    args[0] = objects_add(s, SSA_FUNCTION_OF, NULL, 0, &from);
    at(s, args[0])->imm = callee->proto;
    at(s, args[0])->state = NULL;
    SsaRef r = objects_add(s, SSA_CALL_KNOWN, args, n, &from);
    SsaInsn *insn = at(s, r);
    bool has_window = from.op == SSA_CALL || from.op == SSA_CALLM;
    insn->imm = has_window ? from.imm : s->f->bc->nregs;
    insn->aux = callee->proto;
    insn->callee = callee;
    insn->type = (uint8_t)callee->result;
    return r;
}

static bool gives_none(const SsaFunction *f) {
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaRefVec *insns = &f->blocks.items[n].insns;
        const SsaInsn *end = insns->count ? ssa_at(f, vec_last(insns)) : NULL;
        if (!end || end->op != SSA_RETURN) continue;
        const SsaInsn *v = ssa_at(f, end->args[0]);
        if (v->op != SSA_CONST_S || v->imm != BC_SINGLETON_NONE) return false;
    }
    return true;
}

// Nothing is allocated between the stores that give an object its fields.
static void box_arguments(Objects *s, const SsaInsn *call) {
    for (uint32_t i = 1; i < call->nargs; i++) {
        if (at(s, call->args[i])->type == SSA_TYPE_VALUE) continue;
        SsaRef boxed = objects_add(s, SSA_BOX, &call->args[i], 1, call);
        at(s, boxed)->state = NULL;
        call->args[i] = boxed;
    }
}

static bool rewrite_construction(Objects *s, SsaRef r, const PassTargets *targets) {
    SsaInsn call = *at(s, r);
    bool known = true;
    SsaFunction *init = targets->count ? pass_call_instance(s->f, &call, targets, 0, &known) : NULL;
    if (targets->count && (!init || !gives_none(init))) {
        at(s, r)->callee = NULL;
        return false;
    }
    if (targets->stores) box_arguments(s, &call);
    SsaRef object = objects_add(s, SSA_NEW_OBJECT, NULL, 0, &call);
    at(s, object)->imm = predict_class(s->p, targets->classes[0])->first_cell;
    if (init) objects_known_call(s, init, object, &call, targets);
    for (uint32_t i = 1; targets->stores && i < call.nargs; i++) {
        SsaRef store = objects_add(s, SSA_SETFIELD, (SsaRef[]){object, call.args[i]}, 2, &call);
        at(s, store)->imm = i - 1;
        at(s, store)->aux = predict_class(s->p, targets->classes[0])->first_cell + i;
        at(s, store)->state = NULL;
    }
    objects_replace(s, r, object);
    return true;
}

// What METHOD left is wanted by frame states only.
static SsaRef free_method(Objects *s, const SsaInsn *call) {
    SsaInsn *method = at(s, call->args[0]);
    method->op = SSA_METHOD_OF;
    method->state = NULL;
    method->callee = NULL;
    objects_replace(s, call->args[1], method->args[0]);
    return method->args[0];
}

// Ends the block being rewritten.
static void end_block(Objects *s) {
    SsaRefVec *insns = &s->f->blocks.items[s->block].insns;
    vec_clear(insns);
    for (uint32_t i = 0; i < s->out.count; i++) vec_push(insns, s->out.items[i]);
    vec_clear(&s->out);
}

static void jump_to(Objects *s, uint32_t join, const SsaInsn *from) {
    SsaRef jump = objects_add(s, SSA_JUMP, NULL, 0, from);
    at(s, jump)->state = NULL;
    end_block(s);
    ssa_add_edge(s->f, s->block, join);
}

// if shape is the first class's: its method; elif ...; the last one's class is made sure of. All results meet in a PHI.
static SsaRef call_ladder(Objects *s, SsaFunction *const *callees, const PassTargets *targets, SsaRef self, const SsaInsn *call) {
    uint32_t join = ssa_new_block(s->f);
    SsaRef results[GUESS_CLASSES];
    for (uint32_t i = 0; i + 1 < targets->count; i++) {
        SsaRef is = objects_add(s, SSA_IS_SHAPE, &self, 1, call);
        at(s, is)->imm = objects_full_cell(s, targets->classes[i]);
        at(s, is)->state = NULL;
        SsaRef branch = objects_add(s, SSA_BRANCH, &is, 1, call);
        at(s, branch)->state = NULL;
        end_block(s);
        uint32_t yes = ssa_new_block(s->f), no = ssa_new_block(s->f);
        ssa_add_edge(s->f, s->block, yes);
        ssa_add_edge(s->f, s->block, no);
        s->block = yes;
        results[i] = objects_known_call(s, callees[i], self, call, targets);
        jump_to(s, join, call);
        s->block = no;
    }
    uint32_t last = targets->count - 1;
    objects_guard(s, self, objects_full_cell(s, targets->classes[last]), call);
    results[last] = objects_known_call(s, callees[last], self, call, targets);
    jump_to(s, join, call);
    s->block = join;
    SsaRef phi = objects_add(s, SSA_PHI, results, targets->count, call);
    at(s, phi)->state = NULL;
    return phi;
}

// Users were inferred for the type the call had.
SsaRef objects_boxed_as(Objects *s, SsaRef result, const SsaInsn *call) {
    if (call->type != SSA_TYPE_VALUE || at(s, result)->type == SSA_TYPE_VALUE) return result;
    SsaRef boxed = objects_add(s, SSA_BOX, &result, 1, call);
    at(s, boxed)->state = NULL;
    return boxed;
}

static bool rewrite_method(Objects *s, SsaRef r, const PassTargets *targets) {
    SsaInsn call = *at(s, r);
    SsaFunction *callees[GUESS_CLASSES];
    bool known = true;
    for (uint32_t i = 0; i < targets->count; i++) {
        callees[i] = pass_call_instance(s->f, &call, targets, i, &known);
        if (!callees[i] || (targets->count > 1 && bc_handler_at(s->f->bc, call.pc))) return at(s, r)->callee = NULL, false;
    }
    SsaRef self = free_method(s, &call), result;
    if (targets->count == 1) {
        objects_guard(s, self, objects_full_cell(s, targets->classes[0]), &call);
        result = objects_boxed_as(s, objects_known_call(s, callees[0], self, &call, targets), &call);
    } else {
        result = call_ladder(s, callees, targets, self, &call);
        at(s, result)->type = call.type;
    }
    objects_replace(s, r, result);
    return true;
}

// The method is looked up here, so the class is tested here; that self is complete when it is called is tested there.
static void guard_super(Objects *s, SsaRef r) {
    SsaRef self = at(s, r)->args[2];
    SsaInsn super = *at(s, r);
    if (!s->f->fresh) objects_guard(s, self, objects_full_cell(s, s->f->self), &super);
}

// super() is not made: nothing else wants it.
static bool rewrite_super(Objects *s, SsaRef r, const PassTargets *targets) {
    SsaInsn call = *at(s, r);
    SsaFunction *init = super_of(s, r);
    if (targets->makes && (s->self < 0 || s->self & ~TO_TEST || !gives_none(init))) return false;
    SsaInsn *method = at(s, call.args[0]);
    SsaRef found = method->args[0], super = unguessed(s, found), self = at(s, super)->args[2];
    method->op = SSA_FUNCTION_OF;
    method->nargs = 0;
    method->aux = 0;
    method->imm = init->proto;
    method->state = NULL;
    method->callee = NULL;
    objects_replace(s, super, self);
    objects_replace(s, found, self);
    objects_replace(s, call.args[1], self);
    objects_guard(s, self, targets->makes ? predict_class(s->p, s->f->self)->first_cell : objects_full_cell(s, s->f->self), &call);
    objects_replace(s, r, objects_boxed_as(s, objects_known_call(s, init, self, &call, targets), &call));
    return true;
}

// The METHOD of a call that will be rewritten: the shape is tested where the method is looked up.
static void test_method(Objects *s, SsaRef r) {
    SsaInsn *method = at(s, r);
    Guess g = predict_of(s->f, method->args[0]);
    if (method->callee) objects_guard(s, method->args[0], cells_of(s, g), method);
}

// Marks the METHODs whose calls reach known targets, by giving them a callee of their own.
static void mark_methods(Objects *s) {
    PassTargets targets;
    for (uint32_t i = 1; i < s->f->insns.count; i++) {
        SsaInsn *call = &s->f->insns.items[i];
        if (call->op != SSA_CALLM || !pass_call_targets(s->f, call, &targets) || targets.super) continue;
        bool known = true, all = targets.count == 1 || !bc_handler_at(s->f->bc, call->pc);
        for (uint32_t t = 0; t < targets.count; t++) all &= pass_call_instance(s->f, &s->f->insns.items[i], &targets, t, &known) != NULL;
        if (all) at(s, s->f->insns.items[i].args[0])->callee = s->f;
    }
}

// true: the instruction is gone.
static bool rewrite(Objects *s, SsaRef r) {
    PassTargets targets;
    switch ((SsaOp)at(s, r)->op) {
    case SSA_GETATTR: case SSA_SETATTR: return (at(s, r)->op == SSA_GETATTR && objects_operator(s, r)) || rewrite_attr(s, r);
    case SSA_METHOD: return test_method(s, r), false;
    case SSA_CALL:
        if (super_of(s, r)) return guard_super(s, r), false;
        return pass_call_targets(s->f, at(s, r), &targets) && rewrite_construction(s, r, &targets);
    case SSA_CALLM:
        if (!pass_call_targets(s->f, at(s, r), &targets)) return false;
        if (super_of(s, r)) return rewrite_super(s, r, &targets);
        if (!at(s, at(s, r)->args[0])->callee || targets.super) return false;
        return rewrite_method(s, r, &targets);
    default: return pass_is_operator(at(s, r)) && objects_operator(s, r);
    }
}

static void rewrite_block(Objects *s, uint32_t n) {
    SsaBlock before = s->f->blocks.items[n];
    SsaRefVec insns = {0};
    for (uint32_t i = 0; i < before.insns.count; i++) vec_push(&insns, before.insns.items[i]);
    s->f->blocks.items[n].nsucc = 0;
    vec_clear(&s->out);
    s->block = n;
    s->self = s->fields ? s->fields[n] : UNKNOWN;
    for (uint32_t i = 0; i < insns.count; i++) {
        int32_t after = self_after(s, insns.items[i], s->self);
        if (!rewrite(s, insns.items[i])) vec_push(&s->out, insns.items[i]);
        s->self = after;
    }
    end_block(s);
    SsaBlock *last = &s->f->blocks.items[s->block];
    last->nsucc = before.nsucc;
    for (uint32_t e = 0; e < before.nsucc; e++) last->succ[e] = before.succ[e];
    for (uint32_t e = 0; e < before.nsucc && s->block != n; e++) {
        SsaBlockVec *preds = &s->f->blocks.items[before.succ[e]].preds;
        for (uint32_t i = 0; i < preds->count; i++)
            if (preds->items[i] == n) preds->items[i] = s->block;
    }
    vec_fini(&insns);
}

// Values that others took the place of are in no block any more.
static void drop_replaced(Objects *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        SsaRefVec *insns = &s->f->blocks.items[n].insns;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < insns->count; i++)
            if (ssa_is_none(s->map[insns->items[i].i])) insns->items[kept++] = insns->items[i];
        insns->count = kept;
    }
}

void pass_objects(SsaFunction *f) {
    if (!f->guesses || !predict_cell_count(f->module->predict)) return;
    Objects s = {.f = f, .p = f->module->predict};
    arena_init(&s.scratch);
    objects_replace(&s, (SsaRef){0}, (SsaRef){0});
    mark_methods(&s);
    find_self(&s);
    uint32_t count = f->blocks.count;
    for (uint32_t n = 0; n < count; n++)
        if (f->blocks.items[n].insns.count) rewrite_block(&s, n);
    objects_replace(&s, (SsaRef){f->insns.count}, (SsaRef){0});
    drop_replaced(&s);
    ssa_rename(f, s.map);
    vec_fini(&s.out);
    arena_fini(&s.scratch);
}
