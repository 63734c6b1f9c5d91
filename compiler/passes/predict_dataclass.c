// Dataclasses: classes that a class statement makes and `dataclass` decorates. The __init__ made for them stores its parameters in the
// order of the annotated names, base classes' first, so they have a layout as if somebody had written it. Only those are predicted whose
// parameters are all positional and have plain defaults; that `dataclass` is what its name says, the loader finds out by the code made.
#include "predict_int.h"

#include <string.h>

static const SsaInsn *strip(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    while (insn->op == SSA_GUESS) insn = ssa_at(f, insn->args[0]);
    return insn;
}

static bool is_global(const Predict *p, const SsaInsn *insn, const char *name) {
    return insn->op == SSA_GETGLOBAL && strcmp(p->bc->globals[insn->imm].text, name) == 0;
}

// `dataclass` or `module.dataclass`.
static bool names_dataclass(const Predict *p, const SsaFunction *f, const SsaInsn *v) {
    if (is_global(p, v, "dataclass")) return true;
    return (v->op == SSA_GETATTR || v->op == SSA_METHOD) && strcmp(f->bc->consts[v->aux].str.text, "dataclass") == 0;
}

static bool is_harmless(const char *keyword) {
    static const char *const names[] = {"eq", "order", "repr", "unsafe_hash", "match_args"};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(keyword, names[i]) == 0) return true;
    return false;
}

// `dataclass(order=True, ...)` with nothing that changes what instances look like.
static bool makes_decorator(const Predict *p, const SsaFunction *f, const SsaInsn *v) {
    if ((v->op != SSA_CALL && v->op != SSA_CALLM) || !names_dataclass(p, f, strip(f, v->args[0]))) return false;
    uint32_t first = v->op == SSA_CALLM ? 2 : 1;
    if (!v->aux) return v->nargs == first;
    const BcConst *names = &f->bc->consts[v->aux - 1];
    for (uint32_t i = 0; i < names->tuple.count; i++)
        if (!is_harmless(f->bc->consts[names->tuple.items[i]].str.text)) return false;
    return v->nargs == first + names->tuple.count;
}

const SsaInsn *predict_decorated(const Predict *p, const SsaFunction *f, const SsaInsn *insn) {
    while (insn->op == SSA_GUESS) insn = ssa_at(f, insn->args[0]);
    bool plain = (insn->op == SSA_CALL && insn->nargs == 2) || (insn->op == SSA_CALLM && insn->nargs == 3);
    if (!plain || insn->aux) return NULL;
    const SsaInsn *callee = strip(f, insn->args[0]), *cls = strip(f, insn->args[insn->nargs - 1]);
    if (!names_dataclass(p, f, callee) && !makes_decorator(p, f, callee)) return NULL;
    return cls->op == SSA_INTRINSIC && cls->aux == INTRINSIC_build_class ? cls : NULL;
}

bool predict_only_decorates(const Predict *p, const SsaFunction *f, const SsaInsn *insn) {
    bool calls = insn->op == SSA_CALL || insn->op == SSA_CALLM;
    for (uint32_t i = 0; i < insn->nargs && insn->op != SSA_GUESS; i++)
        if ((!calls || i) && names_dataclass(p, f, strip(f, insn->args[i]))) return false;
    if (!calls || insn->aux || predict_decorated(p, f, insn)) return true;
    const SsaInsn *callee = strip(f, insn->args[0]);
    bool takes_class = insn->nargs == (insn->op == SSA_CALL ? 2 : 3);
    return !takes_class || (!names_dataclass(p, f, callee) && !makes_decorator(p, f, callee));
}

// --- the parameters of the __init__ made

typedef struct {
    const Atom *names[FIELDS_MAX + 1];
    uint32_t count;
} Fields;

static bool annotated_as(const Predict *p, const SsaFunction *f, SsaRef annotation, const char *name) {
    const SsaInsn *v = strip(f, annotation);
    if (v->op == SSA_GETITEM) v = strip(f, v->args[0]);
    if (v->op == SSA_CONST_K && f->bc->consts[v->imm].kind == BC_CONST_STR) return strstr(f->bc->consts[v->imm].str.text, name) != NULL;
    return is_global(p, v, name) || (v->op == SSA_GETATTR && strcmp(f->bc->consts[v->aux].str.text, name) == 0);
}

// False: it needs more than a store.
static bool add_field(Predict *p, const SsaFunction *f, const SsaInsn *annotation, Fields *fields) {
    const SsaInsn *name = strip(f, annotation->args[1]);
    if (name->op != SSA_CONST_K || annotated_as(p, f, annotation->args[2], "InitVar") || annotated_as(p, f, annotation->args[2], "KW_ONLY")) return false;
    if (annotated_as(p, f, annotation->args[2], "ClassVar")) return true;
    const Atom *atom = predict_intern(p, &f->bc->consts[name->imm].str);
    for (uint32_t i = 0; i < fields->count; i++)
        if (fields->names[i] == atom) return true;
    if (fields->count == FIELDS_MAX) return false;
    fields->names[fields->count++] = atom;
    return true;
}

static bool add_own_fields(Predict *p, const PredictClass *c, Fields *fields) {
    const SsaFunction *f = p->protos[c->body].model;
    for (uint32_t n = 0; f && n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            const SsaInsn *insn = ssa_at(f, f->blocks.items[n].insns.items[i]);
            bool annotates = insn->op == SSA_INTRINSIC && insn->aux == INTRINSIC_set_annotation;
            if (annotates && !add_field(p, f, insn, fields)) return false;
        }
    return f != NULL;
}

static bool add_fields(Predict *p, int32_t cls, Fields *fields) {
    if (cls <= 0) return cls == 0;
    const PredictClass *c = &p->classes.items[cls];
    return add_fields(p, c->base, fields) && (!c->dataclass || add_own_fields(p, c, fields));
}

void predict_find_params(Predict *p, uint32_t cls) {
    PredictClass *c = &p->classes.items[cls];
    Fields fields = {.count = 0};
    c->params_known = c->dataclass && add_fields(p, (int32_t)cls, &fields);
    if (!c->params_known) return;
    c->nparams = fields.count;
    c->params = arena_new_array(&p->arena, const Atom *, fields.count + 1);
    for (uint32_t i = 0; i < fields.count; i++) c->params[i] = fields.names[i];
}

// A default is what the class has by the field's name; one that is made for each object, or kept from it, is not plain.
static bool has_plain_defaults(const Predict *p, uint32_t cls, const PredictClass *maker) {
    for (uint32_t i = 0; i < maker->nparams; i++) {
        const PredictAttr *attr = predict_attr(p, cls, maker->params[i]);
        if (attr && (attr->kind != ATTR_IS_VALUE || !attr->guess.kinds || attr->guess.kinds & (GUESS_OTHER | GUESS_INSTANCE))) return false;
    }
    return true;
}

static bool has_own(const PredictClass *c, const char *name) {
    for (uint32_t i = 0; i < c->attrs.count; i++)
        if (atom_is(c->attrs.items[i].name, name)) return true;
    return false;
}

uint32_t predict_generated_init(const Predict *p, uint32_t cls) {
    for (int32_t c = (int32_t)cls; c > 0; c = p->classes.items[c].base) {
        if (has_own(&p->classes.items[c], "__init__")) return 0;
        if (p->classes.items[c].dataclass) return (uint32_t)c;
    }
    return 0;
}

bool predict_derives_dataclass(const Predict *p, uint32_t cls) {
    for (int32_t c = (int32_t)cls; c > 0; c = p->classes.items[c].base)
        if (p->classes.items[c].dataclass) return true;
    return false;
}

static bool has(const Predict *p, uint32_t cls, const char *name) {
    for (int32_t c = (int32_t)cls; c > 0; c = p->classes.items[c].base)
        if (has_own(&p->classes.items[c], name)) return true;
    return false;
}

void predict_check_generated(Predict *p, uint32_t cls) {
    PredictClass *c = &p->classes.items[cls];
    uint32_t number = predict_generated_init(p, cls);
    const PredictClass *maker = &p->classes.items[number];
    c->generated = number && maker->params_known && has_plain_defaults(p, cls, maker) && !has(p, cls, "__post_init__");
    if (!c->generated && predict_derives_dataclass(p, cls)) c->plain = false;
    if (!c->generated || number == cls) return;
    c->params = maker->params;
    c->nparams = maker->nparams;
}
