// How much code is compiled together with a function: an estimate, from the names it mentions. The compiler takes in what a call
// certainly or probably reaches: functions that globals hold, the constructors of classes, methods by their names.
#include <stdlib.h>
#include <string.h>

#include "stdlib/runtime/class.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/module.h"
#include "tier_int.h"

typedef struct {
    const BcModule *bc;
    const Module *module;
    uint8_t *met;      // [nproto]
    uint32_t *waiting; // [nproto] met, not looked at yet
    uint32_t nwaiting;
    uint64_t size;     // instructions
} Reach;

static void meet(Reach *r, uint32_t proto) {
    if (r->met[proto]) return;
    r->met[proto] = 1;
    r->waiting[r->nwaiting++] = proto;
}

static void meet_methods(Reach *r, const BcStr *name) {
    for (uint32_t i = 1; i < r->bc->nproto; i++) {
        const BcStr *other = &r->bc->protos[i]->name;
        if (other->length == name->length && memcmp(other->text, name->text, name->length) == 0) meet(r, i);
    }
}

static void meet_constructor(Reach *r, const BcStr *class) {
    static const char init[] = ".__init__";
    for (uint32_t i = 1; i < r->bc->nproto; i++) {
        const BcStr *name = &r->bc->protos[i]->qualname;
        if (name->length != class->length + sizeof init - 1 || memcmp(name->text, class->text, class->length) != 0) continue;
        if (strcmp(name->text + class->length, init) == 0) meet(r, i);
    }
}

static void meet_global(Reach *r, uint32_t slot) {
    Value v = r->module->slots[slot];
    if (value_has_shape(v, &shape_type)) meet_constructor(r, &r->bc->globals[slot]);
    if (!value_has_shape(v, &shape_function)) return;
    const Proto *p = ((Function *)value_object(v))->proto;
    if (p->part->bc == r->bc && p->index < r->bc->nproto) meet(r, p->index);
}

static void look_at(Reach *r, const BcProto *bc) {
    r->size += bc->ncode;
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        BcInsn i = bc->code[pc];
        if (bc_op(i) == OP_GETGLOBAL) meet_global(r, bc_b(i));
        if (bc_op(i) == OP_METHOD) meet_methods(r, &bc->consts[bc_c16(i)].str);
        if (bc_op(i) == OP_CLOSURE) meet(r, bc_b(i));
    }
}

static uint32_t measure(const Proto *p) {
    const BcModule *bc = p->part->bc;
    Reach r = {.bc = bc, .module = p->module, .met = calloc(bc->nproto, 1), .waiting = calloc(bc->nproto, sizeof *r.waiting)};
    if (r.met && r.waiting) meet(&r, p->index);
    while (r.nwaiting && r.size <= tier_options.scope) look_at(&r, bc->protos[r.waiting[--r.nwaiting]]);
    free(r.met);
    free(r.waiting);
    return r.size > UINT32_MAX ? UINT32_MAX : (uint32_t)r.size;
}

uint32_t tier_reach(const Proto *p) {
    TierProto *tier = p->tier;
    if (!tier->reach) tier->reach = measure(p);
    return tier->reach;
}
