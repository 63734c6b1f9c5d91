// Loading a bytecode module: a module object, its protos, and their constants as values.
// Protos and constant tables are malloc'ed and live as long as the process; constants are roots.
#include "code.h"

#include <stdlib.h>

#include "bytes.h"
#include "exception.h"
#include "float.h"
#include "int.h"
#include "module.h"
#include "set.h"
#include "str.h"
#include "tuple.h"

static void prepare_nothing(Proto *p) { p->entry = NULL; }
void (*code_prepare_proto)(Proto *p) = prepare_nothing;

static void attach_nothing(Module *m) { (void)m; }
void (*code_attach_module)(Module *m) = attach_nothing;

static Value object_or_error(const void *object) { return object ? value_from_object(object) : VALUE_ERROR; }

static Value tuple_constant(Thread *t, const Value *consts, const BcConst *c) {
    Tuple *tuple = c->tuple.count ? tuple_new(t, c->tuple.count) : tuple_empty();
    if (!tuple) return VALUE_ERROR;
    for (uint32_t i = 0; i < c->tuple.count; i++) tuple->items[i] = consts[c->tuple.items[i]];
    return value_from_object(tuple);
}

static Value frozenset_constant(Thread *t, Value items) { return value_is_error(items) ? items : set_constant(t, items); }

// Strings that look like names are interned, so that attribute names and keywords compare by address.
static Value constant_value(Thread *t, const Value *consts, const BcConst *c) {
    switch (c->kind) {
    case BC_CONST_INT: return int_from_i64(t, c->integer);
    case BC_CONST_BIGINT: return int_parse(t, c->str.text, c->str.length, 16);
    case BC_CONST_FLOAT: return float_from_double(t, c->real);
    case BC_CONST_STR: return c->str.length <= 64 ? value_from_object(str_intern(c->str.text, c->str.length)) : object_or_error(str_new(t, c->str.text, c->str.length));
    case BC_CONST_BYTES: return object_or_error(bytes_new(t, c->str.text, c->str.length));
    case BC_CONST_TUPLE: return tuple_constant(t, consts, c);
    case BC_CONST_FROZENSET: return frozenset_constant(t, tuple_constant(t, consts, c));
    case BC_CONST_SINGLETON: return VALUE_SINGLETON(c->integer);
    }
    return VALUE_NONE;
}

static bool load_constants(Thread *t, Proto *p, const BcProto *bc) {
    Value *block = calloc(bc->nconst + CODE_CONSTS_FRONT, sizeof(Value));
    if (!block) return error_out_of_memory(t), false;
    p->consts = block + CODE_CONSTS_FRONT;
    heap_add_root(p->consts, bc->nconst);
    for (uint32_t i = 0; i < bc->nconst; i++) {
        p->consts[i] = constant_value(t, p->consts, &bc->consts[i]);
        if (value_is_error(p->consts[i])) return false;
    }
    return true;
}

static void fill_proto(Proto *p, Module *m, const BcProto *bc, uint32_t index) {
    p->code = bc->code;
    p->bc = bc;
    p->module = m;
    p->globals = m->slots;
    p->nregs = bc->nregs;
    p->nparams = bc->nparams;
    p->npos = bc->npos;
    p->simple = !(bc->flags & (BC_VARARGS | BC_VARKW)) && bc->nkwonly == 0;
    p->plain_nargs = p->simple ? p->npos : UINT32_MAX;
    p->direct_nargs = UINT32_MAX;
    p->generator = bc->flags & BC_GENERATOR;
    p->index = index;
}

static bool load_protos(Thread *t, Module *m, const BcModule *bc) {
    Proto *protos = calloc(bc->nproto, sizeof *protos);
    m->protos = calloc(bc->nproto, sizeof *m->protos);
    if (!protos || !m->protos) return error_out_of_memory(t), false;
    for (uint32_t i = 0; i < bc->nproto; i++) {
        m->protos[i] = &protos[i];
        fill_proto(&protos[i], m, bc->protos[i], i);
        if (!load_constants(t, &protos[i], bc->protos[i])) return false;
        code_prepare_proto(&protos[i]);
    }
    return true;
}

Module *code_load(Thread *t, const BcModule *bc) {
    Module *m = module_new(t, bc);
    if (!m || !load_protos(t, m, bc)) return NULL;
    code_attach_module(m);
    return m;
}

Proto *code_proto(Module *m, uint32_t index) { return m->protos[index]; }
