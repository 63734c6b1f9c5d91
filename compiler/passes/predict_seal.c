// Is the world closed enough that a test of a shape holds for good? Sealed is a module in which nothing can be found that would give
// an object of a class with a layout another field, take one away, or change such a class: no attribute of unknown objects is
// set that could be theirs, none is deleted, no builtin or attribute that gets at objects from behind is named, and only native
// modules known to leave objects alone are imported. Other modules of the program count against it: they are not looked at.
#include "predict_int.h"

#include <string.h>

static bool is_one_of(const char *text, const char *const *names) {
    for (; *names; names++)
        if (strcmp(text, *names) == 0) return true;
    return false;
}

static bool is_behind(const char *name) {
    static const char *const names[] = {"setattr", "delattr", "vars", "globals", "__dict__", "__class__", "__setattr__", "__delattr__", "__setstate__",
                                        "__bases__", "__import__", "cached_property", "import_module", "modules", "__main__", "update_wrapper", NULL};
    return is_one_of(name, names);
}

static bool is_harmless(const char *module) {
    static const char *const names[] = {"math", "sys", "time", "random", "collections", "itertools", "functools", "heapq", "bisect", "string", "re",
                                        "json", "typing", "operator", "abc", "os", "io", "datetime", "array", "struct", "dataclasses", "__future__", NULL};
    return is_one_of(module, names);
}

static bool names_nothing_behind(const Predict *p) {
    for (uint32_t i = 0; i < p->bc->nglobal; i++)
        if (!(p->bc->global_flags[i] & BC_GLOBAL_ASSIGNED) && is_behind(p->bc->globals[i].text)) return false;
    for (uint32_t i = 0; i < p->bc->nproto; i++)
        for (uint32_t k = 0; k < p->bc->protos[i]->nconst; k++) {
            const BcConst *c = &p->bc->protos[i]->consts[k];
            if (c->kind == BC_CONST_STR && is_behind(c->str.text)) return false;
        }
    return true;
}

// Has every laid out class the attribute in its layout?
static bool all_have(const Predict *p, const Atom *name) {
    for (uint32_t c = 1; c < p->classes.count; c++)
        if (p->classes.items[c].laid_out && predict_field(p, (Guess){.kinds = GUESS_INSTANCE, .classes = {(uint16_t)c}}, name) < 0) return false;
    return true;
}

static bool store_is_fine(const Predict *p, const SsaFunction *f, const SsaInsn *insn, const Guess *g) {
    Guess object = g[insn->args[0].i];
    if (object.kinds && !(object.kinds & (GUESS_OTHER | GUESS_CLASS))) return true;  // seen, and part of the layouts
    if (object.kinds & GUESS_CLASS) return false;
    const BcStr *name = &f->bc->consts[insn->aux].str;
    return all_have(p, predict_name(p, name));
}

static bool import_is_fine(const SsaFunction *f, const SsaInsn *insn) {
    const SsaInsn *name = ssa_at(f, insn->args[0]);
    return name->op == SSA_CONST_K && is_harmless(f->bc->consts[name->imm].str.text);
}

static bool is_fine(const Predict *p, const SsaFunction *f, const SsaInsn *insn, const Guess *g) {
    if (!predict_only_decorates(p, f, insn)) return false;
    if (insn->op == SSA_SETATTR) return store_is_fine(p, f, insn, g);
    if (insn->op == SSA_DELATTR) return false;
    if (insn->op != SSA_INTRINSIC) return true;
    if (insn->aux == INTRINSIC_import_star) return false;
    return insn->aux != INTRINSIC_import_name || import_is_fine(f, insn);
}

void predict_find_seal(Predict *p, Guess *const *values) {
    if (!names_nothing_behind(p)) return;
    for (uint32_t i = 0; i < p->bc->nproto; i++) {
        const SsaFunction *f = p->protos[i].model;
        if (!f) return;
        for (uint32_t n = 0; n < f->blocks.count; n++)
            for (uint32_t k = 0; k < f->blocks.items[n].insns.count; k++)
                if (!is_fine(p, f, ssa_at(f, f->blocks.items[n].insns.items[k]), values[i])) return;
    }
    p->sealed = true;
}
