// Loading a bytecode module: a module object, its protos, and their constants as values. Protos and constant tables are
// malloc'ed; the part's anchor, which is in the heap, keeps alive what they refer to and tells when nobody refers to them.
#include "code.h"

#include <pthread.h>
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

static void attach_nothing(CodePart *part) {}
void (*code_attach_part)(CodePart *part) = attach_nothing;

// --- the anchor

typedef struct {
    Object header;
    CodePart *part;
} CodeAnchor;

static CodeKeeper *keepers;
static CodePart *dead;   // their anchors have been collected

void code_add_keeper(CodeKeeper *keeper) {
    keeper->next = keepers;
    keepers = keeper;
}

static void trace_proto(const Proto *p, Tracer *tracer) {
    if (p->consts) tracer_values(tracer, p->consts, p->bc->nconst);
}

static void anchor_trace(Object *o, Tracer *tracer) {
    const CodePart *part = ((CodeAnchor *)o)->part;
    if (!part) return;
    tracer_object(tracer, part->module);
    if (part->protos) CODE_EACH_PROTO(part, p) trace_proto(p, tracer);
    for (const Proto *p = part->made; p; p = p->next) trace_proto(p, tracer);
    for (const CodeKeeper *k = keepers; k; k = k->next)
        if (k->trace && part->protos) k->trace(part, tracer);
}

static void anchor_finish(Object *o) {
    CodePart *part = ((CodeAnchor *)o)->part;
    part->next_dead = dead;
    dead = part;
}

const Layout layout_code = {.name = "code", .kind = KIND_OTHER, .size = sizeof(CodeAnchor), .trace = anchor_trace, .finish = anchor_finish};

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
    for (uint32_t i = 0; i < bc->nconst; i++) {
        p->consts[i] = constant_value(t, p->consts, &bc->consts[i]);
        if (value_is_error(p->consts[i])) return false;
    }
    return true;
}

static void fill_proto(Proto *p, CodePart *part, uint32_t index) {
    const BcProto *bc = part->bc->protos[index];
    p->code = bc->code;
    p->bc = bc;
    p->part = part;
    p->module = part->module;
    p->globals = part->module->slots;
    p->nregs = bc->nregs;
    p->nparams = bc->nparams;
    p->npos = bc->npos;
    p->simple = !(bc->flags & (BC_VARARGS | BC_VARKW)) && bc->nkwonly == 0;
    p->plain_nargs = p->simple ? p->npos : UINT32_MAX;
    p->direct_nargs = UINT32_MAX;
    p->generator = bc->flags & BC_GENERATOR;
    p->index = index;
}

static bool load_protos(Thread *t, CodePart *part) {
    const BcModule *bc = part->bc;
    part->protos = calloc(bc->nproto, sizeof *part->protos);
    if (!part->protos) return error_out_of_memory(t), false;
    for (uint32_t i = 0; i < bc->nproto; i++) fill_proto(&part->protos[i], part, i);
    for (uint32_t i = 0; i < bc->nproto; i++) {
        if (!load_constants(t, &part->protos[i], bc->protos[i])) return false;
        code_prepare_proto(&part->protos[i]);
    }
    return true;
}

static CodePart *new_part(Thread *t, Module *m, const BcModule *bc) {
    CodePart *part = calloc(1, sizeof *part);
    CodeAnchor *anchor = part ? heap_new(t, &shape_code, sizeof *anchor) : NULL;
    if (!part) error_out_of_memory(t);
    if (!anchor) return free(part), NULL;
    *part = (CodePart){.module = m, .bc = bc, .anchor = value_from_object(anchor)};
    anchor->part = part;
    heap_add_root(&part->anchor, 1);
    return part;
}

CodePart *code_load_part(Thread *t, Module *m, const BcModule *bc) {
    CodePart *part = new_part(t, m, bc);
    if (!part || !load_protos(t, part)) return NULL;
    code_attach_part(part);
    return part;
}

Module *code_load(Thread *t, const BcModule *bc) {
    Module *m = module_new(t, bc);
    return m && (m->part = code_load_part(t, m, bc)) ? m : NULL;
}

void code_add_proto(CodePart *part, Proto *p) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    p->part = part;
    p->next = part->made;
    __atomic_store_n(&part->made, p, __ATOMIC_RELEASE);
    pthread_mutex_unlock(&lock);
}

// --- giving back

void code_let_go(CodePart *part, void (*release)(void *owner), void *owner) {
    part->owner = owner;
    part->release = release;
    heap_remove_root(&part->anchor);
}

static bool is_busy(const CodePart *part) {
    for (const CodeKeeper *k = keepers; k; k = k->next)
        if (k->is_busy && k->is_busy(part)) return true;
    return false;
}

static void free_proto(Proto *p) {
    if (p->consts) free(p->consts - CODE_CONSTS_FRONT);
    free(p->parameters);
}

// All of it was calloc'ed.
static void free_made(Proto *p) {
    const BcProto *bc = p->bc;
    free((void *)bc->code);
    free((void *)bc->vars);
    free((void *)bc->param_hints);
    free((void *)bc);
    free(p);
}

static void free_part(CodePart *part) {
    for (const CodeKeeper *k = keepers; k; k = k->next)
        if (k->forget) k->forget(part);
    for (Proto *p = part->made, *next; p; p = next) {
        next = p->next;
        free_proto(p);
        free_made(p);
    }
    CODE_EACH_PROTO(part, p) free_proto(p);
    free(part->protos);
    part->release(part->owner);
    free(part);
}

void code_reap(void) {
    CodePart *waiting = dead;
    dead = NULL;
    for (CodePart *part = waiting, *next; part; part = next) {
        next = part->next_dead;
        if (!is_busy(part)) {
            free_part(part);
            continue;
        }
        part->next_dead = dead;
        dead = part;
    }
}
