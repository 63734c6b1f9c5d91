// The program's classes: those bound once at the top level, what their bodies define, and in which order __init__ gives their
// instances fields.
#include "predict_int.h"

#include <string.h>

// --- finding them

static bool names_object(const Predict *p, const SsaInsn *base) {
    return base->op == SSA_GETGLOBAL && !(p->bc->global_flags[base->imm] & BC_GLOBAL_ASSIGNED) && strcmp(p->bc->globals[base->imm].text, "object") == 0;
}

static int32_t base_number(const Predict *p, const SsaFunction *f, const SsaInsn *build) {
    if (build->nargs == 4) return 0;
    const SsaInsn *base = ssa_at(f, build->args[4]);
    if (build->nargs > 5 || base->op != SSA_GETGLOBAL) return -1;
    if (names_object(p, base)) return 0;
    for (uint32_t c = 1; c < p->classes.count; c++)
        if (p->classes.items[c].slot == (uint32_t)base->imm) return (int32_t)c;
    return -1;
}

static void note_class(Predict *p, const SsaFunction *f, const SsaInsn *store) {
    const SsaInsn *build = ssa_at(f, store->args[0]), *decorated = predict_decorated(p, f, build);
    if (decorated) build = decorated;
    if (build->op != SSA_INTRINSIC || build->aux != INTRINSIC_build_class || !(p->bc->global_flags[store->imm] & BC_GLOBAL_ONCE)) return;
    const SsaInsn *body = ssa_at(f, build->args[0]), *keywords = ssa_at(f, build->args[2]);
    if (body->op != SSA_CLOSURE || keywords->op != SSA_CONST_S || p->classes.count > UINT16_MAX) return;
    PredictClass c = {.slot = (uint32_t)store->imm, .body = (uint32_t)body->imm};
    c.name = predict_intern(p, &p->bc->globals[store->imm]);
    c.base = base_number(p, f, build);
    c.dataclass = decorated != NULL;
    c.plain = c.base >= 0 && !(p->bc->protos[c.body]->flags & BC_GENERIC);
    vec_push(&p->classes, c);
}

void predict_find_classes(Predict *p) {
    const SsaFunction *f = p->protos[0].model;
    vec_push(&p->classes, {0});
    for (uint32_t n = 0; f && n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            const SsaInsn *insn = ssa_at(f, f->blocks.items[n].insns.items[i]);
            if (insn->op == SSA_SETGLOBAL) note_class(p, f, insn);
        }
    for (uint32_t c = 1; c < p->classes.count; c++) predict_find_params(p, c);
}

// --- what they define

static const PredictAttr *own_attr(const PredictClass *c, const Atom *name) {
    for (uint32_t i = 0; i < c->attrs.count; i++)
        if (c->attrs.items[i].name == name) return &c->attrs.items[i];
    return NULL;
}

const PredictAttr *predict_attr(const Predict *p, uint32_t cls, const Atom *name) {
    for (int32_t c = (int32_t)cls; c > 0; c = p->classes.items[c].base) {
        const PredictAttr *attr = own_attr(&p->classes.items[c], name);
        if (attr) return attr;
    }
    return NULL;
}

void predict_note_attr(Predict *p, uint32_t body, const Atom *name, PredictAttrKind kind, int32_t proto, Guess g) {
    uint32_t cls = 1;
    while (cls < p->classes.count && p->classes.items[cls].body != body) cls++;
    if (cls >= p->classes.count) return;
    PredictClass *c = &p->classes.items[cls];
    PredictAttr *attr = (PredictAttr *)own_attr(c, name);
    if (!attr) {
        vec_push(&c->attrs, {name, kind, proto, {0}});
        attr = &vec_last(&c->attrs);
        p->changed = true;
    } else if (attr->kind != kind || attr->proto != proto) {
        attr->kind = ATTR_IS_VALUE;
        attr->proto = -1;
    }
    Guess now = attr->guess;
    guess_add(p, &now, g);
    attr->guess = now;
}

// --- layouts

typedef struct {
    Predict *p;
    uint32_t cls;             // whose instances
    VEC(const Atom *) fields;
    uint32_t depth;
} Walk;

static const Atom *constant_name(Predict *p, const SsaFunction *f, uint32_t k) { return predict_intern(p, &f->bc->consts[k].str); }

static bool is_self(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    while (insn->op == SSA_GUESS || insn->op == SSA_PROMISE) insn = ssa_at(f, insn->args[0]);
    return insn->op == SSA_PARAM && insn->imm == 0;
}

static void walk_method(Walk *w, const PredictAttr *attr);

uint32_t predict_definer(const Predict *p, uint32_t proto) {
    for (uint32_t c = 1; c < p->classes.count; c++)
        for (uint32_t i = 0; i < p->classes.items[c].attrs.count; i++)
            if (p->classes.items[c].attrs.items[i].proto == (int32_t)proto) return c;
    return 0;
}

// self.m(), super().m(), Base.m(self)
static void walk_call(Walk *w, const SsaFunction *f, const SsaInsn *call) {
    const SsaInsn *method = ssa_at(f, call->args[0]);
    if (method->op != SSA_METHOD) return;
    const Atom *name = constant_name(w->p, f, method->aux);
    SsaRef of = method->args[0];
    if (ssa_at(f, of)->op == SSA_GUESS) of = ssa_at(f, of)->args[0];
    const SsaInsn *object = ssa_at(f, of);
    if (is_self(f, of)) return walk_method(w, predict_attr(w->p, w->cls, name));
    if (object->op == SSA_CALL && object->nargs == 3 && is_self(f, object->args[2])) {
        uint32_t cls = predict_definer(w->p, f->proto);
        int32_t base = cls ? w->p->classes.items[cls].base : 0;
        if (base > 0) walk_method(w, predict_attr(w->p, (uint32_t)base, name));
    } else if (object->op == SSA_GETGLOBAL && call->nargs > 2 && is_self(f, call->args[2])) {
        Guess g = w->p->globals[object->imm];
        if (guess_is(g, GUESS_CLASS)) walk_method(w, predict_attr(w->p, g.target, name));
    }
}

static void walk_store(Walk *w, const Atom *name) {
    for (uint32_t i = 0; i < w->fields.count; i++)
        if (w->fields.items[i] == name) return;
    vec_push(&w->fields, name);
}

// Instructions in the order of the text.
static void walk_method(Walk *w, const PredictAttr *attr) {
    if (!attr || attr->kind != ATTR_IS_METHOD || attr->proto < 0 || w->depth > 6) return;
    const SsaFunction *f = w->p->protos[attr->proto].model;
    if (!f) return;
    w->p->protos[attr->proto].constructs = true;
    w->depth++;
    Arena scratch;
    arena_init(&scratch);
    SsaRef *by_pc = arena_new_array(&scratch, SsaRef, f->bc->ncode + 1);
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaOp op = (SsaOp)f->insns.items[i].op;
        if (op == SSA_SETATTR || op == SSA_CALLM) by_pc[f->insns.items[i].pc] = (SsaRef){i};
    }
    for (uint32_t pc = 0; pc < f->bc->ncode; pc++) {
        if (!by_pc[pc].i) continue;
        const SsaInsn *insn = ssa_at(f, by_pc[pc]);
        if (insn->op == SSA_CALLM) walk_call(w, f, insn);
        else if (is_self(f, insn->args[0])) walk_store(w, constant_name(w->p, f, insn->aux));
    }
    arena_fini(&scratch);
    w->depth--;
}

// Attributes with which a class takes over what the layout stands for.
static bool is_special(const Atom *name) {
    static const char *const names[] = {"__new__", "__getattribute__", "__setattr__", "__delattr__", "__class__", "__dict__"};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (atom_is(name, names[i])) return true;
    return false;
}

static bool is_plain(const Predict *p, uint32_t cls) {
    for (int32_t c = (int32_t)cls; c; c = p->classes.items[c].base) {
        if (c < 0 || !p->classes.items[c].plain) return false;
        for (uint32_t i = 0; i < p->classes.items[c].attrs.count; i++)
            if (is_special(p->classes.items[c].attrs.items[i].name)) return false;
    }
    return true;
}

// Does every store seen in the module go to a field of the layout that is no class attribute of another kind?
static bool covers(const Predict *p, uint32_t cls, const Walk *w) {
    const PredictClass *c = &p->classes.items[cls];
    for (uint32_t i = 0; i < c->fields.count; i++) {
        uint32_t at = 0;
        while (at < w->fields.count && w->fields.items[at] != c->fields.items[i].name) at++;
        const PredictAttr *attr = predict_attr(p, cls, c->fields.items[i].name);
        if (at == w->fields.count || (attr && attr->kind != ATTR_IS_VALUE)) return false;
    }
    return w->fields.count <= FIELDS_MAX;
}

void predict_lay_out(Predict *p) {
    const Atom *init = intern_put_text(&p->names, "__init__");
    for (uint32_t c = 1; c < p->classes.count; c++) {
        Walk w = {.p = p, .cls = c};
        PredictClass *cls = &p->classes.items[c];
        cls->plain = is_plain(p, c);
        predict_check_generated(p, c);
        for (uint32_t i = 0; cls->generated && i < cls->nparams; i++) walk_store(&w, cls->params[i]);
        if (!cls->generated) walk_method(&w, predict_attr(p, c, init));
        cls->laid_out = cls->plain && covers(p, c, &w);
        cls->nlayout = w.fields.count;
        cls->first_cell = cls->laid_out && p->ncells + cls->nlayout < UINT16_MAX ? p->ncells + 1 : 0;
        cls->laid_out = cls->first_cell != 0;
        if (cls->laid_out) p->ncells += cls->nlayout + 1;
        cls->layout = vec_copy_items(&w.fields, &p->arena);
        vec_fini(&w.fields);
    }
}

int32_t predict_field(const Predict *p, Guess object, const Atom *name) {
    int32_t place = -1;
    if (!(object.kinds & GUESS_INSTANCE) || !guess_is(object, GUESS_INSTANCE | GUESS_NONE)) return -1;
    for (uint32_t i = 0; i < GUESS_CLASSES && object.classes[i]; i++) {
        const PredictClass *c = &p->classes.items[object.classes[i]];
        int32_t at = -1;
        for (uint32_t f = 0; c->laid_out && f < c->nlayout; f++)
            if (c->layout[f] == name) at = (int32_t)f;
        if (at < 0 || (i && at != place)) return -1;
        place = at;
    }
    return place;
}

const PredictClass *predict_class(const Predict *p, uint32_t number) { return &p->classes.items[number]; }
uint32_t predict_cell_count(const Predict *p) { return p->ncells; }
bool predict_is_sealed(const Predict *p) { return p->sealed; }
uint32_t predict_class_count(const Predict *p) { return p->classes.count; }
const PredictProto *predict_proto(const Predict *p, uint32_t proto) { return &p->protos[proto]; }
