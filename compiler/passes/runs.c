// A function runs at most as often as the places that call it. The places are found in the bytecode: a CALL of the global that names a
// function or class, a METHOD by the name of a method of any class of the module. A place in a loop runs without bound; so does a
// function whose value goes anywhere else, which is of no global, or which an operator may reach.
#include "runs.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/ssa/bc_flow.h"
#include "predict.h"

enum { MANY = 64 };

typedef struct {
    uint32_t caller, callee;
} Place;

typedef struct {
    const Atom *name;
    uint32_t proto;
} Method;

typedef struct {
    SsaModule *m;
    const Predict *p;        // NULL: none
    uint32_t *runs;          // [nproto] up to MANY
    int32_t *init_of;        // [nglobal] the __init__ that a call of the class runs; -1: none
    VEC(Method) methods;     // by name
    VEC(Place) places;
    uint32_t *slots;         // [nregs] 1 + the global that a register holds the value of
    int32_t *loops;          // [ncode + 1] loops that begin less those that end
} Runs;

// --- what there is

static int compare_methods(const void *a, const void *b) {
    const Method *x = a, *y = b;
    return x->name < y->name ? -1 : x->name > y->name;
}

static bool by_operator(const Atom *name) { return strncmp(name->text, "__", 2) == 0 && strcmp(name->text, "__init__") != 0; }

static void add_class(Runs *r, uint32_t number, const Atom *init) {
    const PredictClass *c = predict_class(r->p, number);
    for (uint32_t i = 0; i < c->attrs.count; i++) {
        const PredictAttr *attr = &c->attrs.items[i];
        if (attr->proto < 0 || attr->kind == ATTR_IS_VALUE) continue;
        vec_push(&r->methods, {attr->name, (uint32_t)attr->proto});
        if (!by_operator(attr->name)) r->runs[attr->proto] = 0;
    }
    const PredictAttr *attr = init ? predict_attr(r->p, number, init) : NULL;
    r->init_of[c->slot] = attr ? attr->proto : -1;
}

// Everything else runs without bound.
static void find_named(Runs *r) {
    const BcModule *bc = r->m->bc;
    for (uint32_t i = 0; i < bc->nproto; i++) r->runs[i] = bc->protos[i]->flags & (BC_MODULE_BODY | BC_CLASS_BODY) ? 1 : MANY;
    for (uint32_t i = 0; i < bc->nglobal; i++) {
        r->init_of[i] = -1;
        if (r->m->bound_once[i] >= 0) r->runs[r->m->bound_once[i]] = 0;
    }
    const Atom *init = r->p ? predict_name(r->p, &(BcStr){"__init__", 8}) : NULL;
    for (uint32_t c = 1; r->p && c < predict_class_count(r->p); c++) add_class(r, c, init);
    if (r->methods.count) qsort(r->methods.items, r->methods.count, sizeof *r->methods.items, compare_methods);
}

// --- places that call

static void add_place(Runs *r, uint32_t caller, int32_t callee, bool often) {
    if (callee < 0) return;
    if (often) r->runs[callee] = MANY;
    else vec_push(&r->places, {caller, (uint32_t)callee});
}

static void call_global(Runs *r, uint32_t caller, uint32_t slot, bool often) {
    add_place(r, caller, r->m->bound_once[slot], often);
    add_place(r, caller, r->init_of[slot], often);
}

static void call_named(Runs *r, uint32_t caller, const BcStr *text, bool often) {
    const Atom *name = r->methods.count ? predict_name(r->p, text) : NULL;
    if (!name) return;
    uint32_t low = 0, high = r->methods.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (r->methods.items[middle].name < name) low = middle + 1;
        else high = middle;
    }
    for (; low < r->methods.count && r->methods.items[low].name == name; low++) add_place(r, caller, (int32_t)r->methods.items[low].proto, often);
}

static void follow_registers(Runs *r, uint32_t caller, BcInsn i) {
    BcRegs regs = bc_insn_regs(i);
    for (uint32_t n = 0; n < regs.nreads; n++)
        for (uint32_t reg = regs.reads[n].first; reg < regs.reads[n].first + regs.reads[n].count; reg++)
            if (r->slots[reg]) call_global(r, caller, r->slots[reg] - 1, true);
    for (uint32_t n = 0; n < regs.nwrites; n++)
        for (uint32_t reg = regs.writes[n].first; reg < regs.writes[n].first + regs.writes[n].count; reg++) r->slots[reg] = 0;
    if (bc_op(i) == OP_GETGLOBAL) r->slots[bc_a(i)] = bc_b(i) + 1;
}

static void look_at(Runs *r, uint32_t caller, BcInsn i, bool often) {
    const BcConst *consts = r->m->bc->protos[caller]->consts;
    switch (bc_op(i)) {
    case OP_CALL:
        if (r->slots[bc_a(i)]) call_global(r, caller, r->slots[bc_a(i)] - 1, often);
        r->slots[bc_a(i)] = 0;
        break;
    case OP_METHOD: call_named(r, caller, &consts[bc_c16(i)].str, often); break;
    case OP_GETATTR: call_named(r, caller, &consts[bc_c16(i)].str, true); break;
    default: break;
    }
    follow_registers(r, caller, i);
}

// True: it has a loop.
static bool find_loops(Runs *r, const BcProto *bc) {
    bool found = false;
    memset(r->loops, 0, (bc->ncode + 1) * sizeof *r->loops);
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        BcFlow flow = bc_insn_flow(bc->code[pc], pc);
        if (!flow.jumps || flow.target > pc) continue;
        r->loops[flow.target]++;
        r->loops[pc + 1]--;
        found = true;
    }
    return found;
}

static void look_through(Runs *r, uint32_t proto, bool *loops) {
    const BcProto *bc = r->m->bc->protos[proto];
    int32_t depth = 0;
    *loops = find_loops(r, bc);
    memset(r->slots, 0, (bc->nregs + 1) * sizeof *r->slots);
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        depth += r->loops[pc];
        look_at(r, proto, bc->code[pc], depth > 0);
    }
}

// A class body looks names up by their text.
static int compare_names(const void *a, const void *b) { return strcmp((*(const BcStr *const *)a)->text, (*(const BcStr *const *)b)->text); }

static void look_through_bodies(Runs *r, Arena *arena) {
    const BcModule *bc = r->m->bc;
    const BcStr **names = arena_new_array(arena, const BcStr *, bc->nglobal + 1);
    for (uint32_t i = 0; i < bc->nglobal; i++) names[i] = &bc->globals[i];
    qsort(names, bc->nglobal, sizeof *names, compare_names);
    for (uint32_t i = 0; i < bc->nproto; i++) {
        const BcProto *body = bc->protos[i];
        for (uint32_t k = 0; (body->flags & BC_CLASS_BODY) && k < body->nconst; k++) {
            if (body->consts[k].kind != BC_CONST_STR) continue;
            const BcStr *text = &body->consts[k].str, **name = bsearch(&text, names, bc->nglobal, sizeof *names, compare_names);
            if (name) call_global(r, i, (uint32_t)(*name - bc->globals), true);
        }
    }
}

// --- adding up

// Places by caller: place[first[c] .. first[c + 1] - 1].
static uint32_t *sort_places(Runs *r, Arena *arena) {
    uint32_t n = r->m->bc->nproto, *first = arena_new_array(arena, uint32_t, n + 2);
    for (uint32_t i = 0; i < r->places.count; i++) first[r->places.items[i].caller + 2]++;
    for (uint32_t i = 0; i < n; i++) first[i + 2] += first[i + 1];
    Place *sorted = arena_new_array(arena, Place, r->places.count + 1);
    for (uint32_t i = 0; i < r->places.count; i++) sorted[first[r->places.items[i].caller + 1]++] = r->places.items[i];
    for (uint32_t i = 0; i < r->places.count; i++) r->places.items[i] = sorted[i];
    return first;
}

// What a caller's runs have grown by, its callees' grow by, at each place. No count grows more than MANY times, so this ends soon.
static void add_up(Runs *r, Arena *arena) {
    uint32_t n = r->m->bc->nproto, depth = 0, *first = sort_places(r, arena);
    uint32_t *told = arena_new_array(arena, uint32_t, n), *work = arena_new_array(arena, uint32_t, n);
    bool *waits = arena_new_array(arena, bool, n);
    for (uint32_t i = 0; i < n; i++)
        if (r->runs[i]) work[depth++] = i, waits[i] = true;
    while (depth) {
        uint32_t caller = work[--depth], more = r->runs[caller] - told[caller];
        waits[caller] = false;
        told[caller] = r->runs[caller];
        for (uint32_t i = first[caller]; i < first[caller + 1]; i++) {
            uint32_t callee = r->places.items[i].callee, sum = r->runs[callee] + more;
            r->runs[callee] = sum < MANY ? sum : MANY;
            if (r->runs[callee] == told[callee] || waits[callee]) continue;
            waits[callee] = true;
            work[depth++] = callee;
        }
    }
}

const bool *runs_find_rare(SsaModule *m) {
    Arena scratch;
    arena_init(&scratch);
    uint32_t n = m->bc->nproto, ncode = 0, nregs = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (m->bc->protos[i]->ncode > ncode) ncode = m->bc->protos[i]->ncode;
        if (m->bc->protos[i]->nregs > nregs) nregs = m->bc->protos[i]->nregs;
    }
    Runs r = {.m = m, .p = m->predict};
    r.runs = arena_new_array(&scratch, uint32_t, n);
    r.init_of = arena_new_array(&scratch, int32_t, m->bc->nglobal + 1);
    r.slots = arena_new_array(&scratch, uint32_t, nregs + 1);
    r.loops = arena_new_array(&scratch, int32_t, ncode + 1);
    bool *rare = arena_new_array(m->arena, bool, n);
    find_named(&r);
    for (uint32_t i = 0; i < n; i++) look_through(&r, i, &rare[i]);
    look_through_bodies(&r, &scratch);
    add_up(&r, &scratch);
    for (uint32_t i = 0; i < n; i++) rare[i] = !rare[i] && r.runs[i] < MANY && !(m->bc->protos[i]->flags & BC_GENERATOR);
    vec_fini(&r.methods);
    vec_fini(&r.places);
    arena_fini(&scratch);
    return rare;
}
