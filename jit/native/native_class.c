// Are the program's classes as prediction has them? Looked at when compiled code first meets one. Then the cells get the shapes that its
// instances have with none, one, two ... of the predicted fields, and `seen` the functions of its methods; else it stays out of
// compiled code. When such a class is changed later, its cells are broken: no object fits them any more.
//
// A look-up of a method by shape is right because no field of the layout has a method's name and no instance of that
// shape has other fields. Everything learned is kept in one list, under a lock.
#include "native_class.h"

#include <pthread.h>
#include <stdlib.h>

#include "compiler/base/arena.h"
#include "native_helpers.h"
#include "stdlib/runtime/class_int.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/module.h"

static_assert(LAYOUT_CHUNK_BYTES == HEAP_CHUNK_BYTES && LAYOUT_META_START == HEAP_META_START);
static_assert(LAYOUT_THREAD_HEAP_BUMP == offsetof(Thread, heap.bump) && LAYOUT_THREAD_HEAP_LIMIT == offsetof(Thread, heap.limit));

typedef struct Learned {
    const NativeClass *native;
    Class *cls;            // alive, with its shapes, as long as the code is
    struct Learned *next;
} Learned;

static Learned *learned;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

enum { STATE_SIZE, STATE_KNOWN };                        // words of NativeClass.state
enum { NOT_LOOKED_AT, AS_PREDICTED, OTHERWISE };         // values of STATE_KNOWN

static void break_cells(const NativeClass *n) {
    n->state[STATE_KNOWN] = OTHERWISE;
    for (uint32_t i = 0; i <= n->nfields; i++) n->cells[n->first_cell + i] = (void *)NATIVE_CELL_BROKEN;
}

// --- looking

static bool is_plain_class(const Class *cls) {
    uint32_t special = CLASS_ABSTRACT | CLASS_STRUCT | CLASS_ENUM | CLASS_EXCEPTION | CLASS_BUILTIN;
    return cls->header.shape == &shape_type && !(cls->flags & special) && cls->layout == class_object.layout &&
           value_same(cls->dunders[DUNDER_NEW], class_object.dunders[DUNDER_NEW]) &&
           value_same(cls->dunders[DUNDER_SETATTR], class_object.dunders[DUNDER_SETATTR]) &&
           value_same(cls->dunders[DUNDER_GETATTRIBUTE], class_object.dunders[DUNDER_GETATTRIBUTE]);
}

// The class that the method is to be looked up in; NULL: the bases are others.
static Class *class_of_method(Module *m, Class *cls, const NativeMethod *method) {
    if (!method->from) return cls;
    Value wanted = m->slots[method->from - 1];
    while (value_is_class(wanted) && cls != value_as_class(wanted) && cls->bases->length == 1) cls = value_as_class(cls->bases->items[0]);
    return value_is_class(wanted) && cls == value_as_class(wanted) ? cls : NULL;
}

// super() in it starts behind the class that defines it.
static bool has_class_cell(const Function *f, const Class *cls) {
    for (uint32_t i = 0; i < f->ncells; i++)
        if (strcmp(f->proto->bc->capture_names[i].text, "__class__") == 0 && !value_same(f->cells[i]->content, value_from_object(cls))) return false;
    return true;
}

static bool note_method(CodePart *part, const NativeClass *n, Class *of, const NativeMethod *method) {
    Class *cls = class_of_method(part->module, of, method);
    if (!cls) return false;
    Value found = class_lookup(cls, str_intern_c(method->name));
    if (method->getter) found = value_has_shape(found, &shape_property) ? ((Property *)value_object(found))->get : VALUE_NONE;
    if (!value_has_shape(found, &shape_function)) return false;
    if (((Function *)value_object(found))->proto != code_proto(part, method->proto)) return false;
    if (method->from && !has_class_cell((Function *)value_object(found), cls)) return false;
    Value *seen = (Value *)&n->seen[method->proto];
    if (seen->bits && !value_same(*seen, found) && ((Function *)value_object(found))->ncells) return false;
    *seen = found;
    return true;
}

static bool note_shapes(Thread *t, const NativeClass *n, Class *cls, Shape **shapes) {
    if (cls->fields_offset != sizeof(Object) || cls->inline_fields < n->nfields) return false;
    shapes[0] = cls->root;
    for (uint32_t i = 0; i < n->nfields; i++) {
        Str *name = str_intern_c(n->fields[i]);
        bool slot = class_slot_allowed(cls, name);
        if ((cls->flags & CLASS_SLOTS) && !slot) return false;
        if (!slot && value_is_object(class_lookup(cls, name)) && attr_is_data_descriptor(class_lookup(cls, name))) return false;
        shapes[i + 1] = shape_with_field(t, shapes[i], name);
        if (!shapes[i + 1]) return error_take(t), false;
    }
    return true;
}

static bool lacks(const Class *cls, uint64_t absent) {
    static const uint8_t dunders[] = {
#define ABSENT(name) DUNDER_##name,
#include "compiler/native/native_operators.def"
#undef ABSENT
    };
    for (uint32_t i = 0; i < sizeof dunders; i++)
        if (absent >> i & 1 && !value_same(cls->dunders[dunders[i]], class_object.dunders[dunders[i]])) return false;
    return true;
}

// The __init__ that `dataclass` makes (stdlib/native/native_dataclass.c) of fields that are plain parameters.
static bool stores_parameters(const NativeClass *n, Class *cls) {
    Value v = class_lookup(cls, str_intern_c("__init__"));
    if (!value_has_shape(v, &shape_function)) return false;
    const Proto *init = ((Function *)value_object(v))->proto;
    const BcProto *bc = init->bc;
    if (bc->npos != n->nfields + 1 || bc->nparams != bc->npos || bc->flags || bc->ncode != n->nfields + 1) return false;
    for (uint32_t i = 0; i < n->nfields; i++) {
        BcInsn insn = bc->code[i];
        if (bc_op(insn) != OP_SETATTR || bc_a(insn) != 0 || bc_b(insn) != i + 1) return false;
        Value name = init->consts[bc_c(insn)];
        if (!value_is_plain_str(name) || strcmp(value_str(name)->text, n->fields[i]) != 0) return false;
    }
    return bc_op(bc->code[n->nfields]) == OP_RETNONE;
}

static bool is_as_predicted(Thread *t, CodePart *part, const NativeClass *n, Shape **shapes) {
    Value v = part->module->slots[n->slot];
    if (!value_is_class(v)) return false;
    Class *cls = value_as_class(v);
    if (!is_plain_class(cls) || !lacks(cls, n->absent) || (n->generated && !stores_parameters(n, cls)) || class_instance_size(cls) > HEAP_INLINE_MAX) return false;
    for (uint32_t i = 0; i < n->nmethods; i++)
        if (!note_method(part, n, cls, &n->methods[i])) return false;
    return note_shapes(t, n, cls, shapes);
}

static void learn(const NativeClass *n, Class *cls, Shape **shapes) {
    Learned *l = calloc(1, sizeof *l);
    if (!l) base_fail_memory();
    *l = (Learned){n, cls, learned};
    learned = l;
    n->state[STATE_SIZE] = (class_instance_size(cls) + HEAP_GRANULE - 1) & ~(uint64_t)(HEAP_GRANULE - 1);
    for (uint32_t i = 0; i <= n->nfields; i++) __atomic_store_n(&n->cells[n->first_cell + i], shapes[i], __ATOMIC_RELEASE);
    n->state[STATE_KNOWN] = AS_PREDICTED;
}

enum { FIELDS_MAX = 64 };

// Nothing is allocated under the lock: a collection waits for all threads.
static void look(Thread *t, CodePart *part, const NativeClass *n) {
    Shape *shapes[FIELDS_MAX + 1];
    Value v = part->module->slots[n->slot];
    if (value_is_unbound(v)) return;  // a class that is yet to come
    uint32_t version = value_is_class(v) ? value_as_class(v)->version : 0;
    bool fits = n->nfields <= FIELDS_MAX && is_as_predicted(t, part, n, shapes);
    pthread_mutex_lock(&lock);
    class_changed = native_class_changed;
    if (n->state[STATE_KNOWN] == NOT_LOOKED_AT) {
        if (fits && value_as_class(v)->version == version) learn(n, value_as_class(v), shapes);
        else if (!fits) break_cells(n);
    }
    pthread_mutex_unlock(&lock);
}

static bool known(Thread *t, const Value *base, const NativeClass *n) {
    if (n->state[STATE_KNOWN] == NOT_LOOKED_AT) look(t, ((Function *)value_object(frame_callee(base)))->proto->part, n);
    return n->state[STATE_KNOWN] == AS_PREDICTED;
}

// --- for compiled code

static const NativeClass *class_of_cell(const NativeClass *classes, uint64_t cell) {
    const NativeClass *c = classes + 1;
    while (c->first_cell == 0 || cell < c->first_cell || cell > c->first_cell + c->nfields) c++;
    return c;
}

int native_fits_shape(Thread *t, Value v, const Value *base, const NativeClass *classes, uint64_t cells) {
    for (; cells; cells >>= 16) {
        const NativeClass *c = class_of_cell(classes, cells & 0xFFFF);
        if (known(t, base, c) && c->cells[cells & 0xFFFF] == value_object(v)->shape) return 1;
    }
    return 0;
}

Value native_new_object(Thread *t, const Value *base, const NativeClass *classes, uint32_t number) {
    const NativeClass *c = classes + number;
    if (!known(t, base, c)) return VALUE_UNBOUND;
    Object *o = heap_new(t, c->cells[c->first_cell], c->state[STATE_SIZE]);
    return o ? value_from_object(o) : VALUE_ERROR;
}

static Class *learned_class(const NativeClass *c) {
    pthread_mutex_lock(&lock);
    const Learned *l = learned;
    while (l && l->native != c) l = l->next;
    pthread_mutex_unlock(&lock);
    return l ? l->cls : NULL;
}

Value native_object_at(Thread *t, const NativeClass *classes, uint32_t number, const Value *fields) {
    const NativeClass *c = classes + number;
    Class *cls = learned_class(c);
    Object *o = cls ? heap_new(t, cls->root, c->state[STATE_SIZE]) : NULL;
    if (!o) base_fail_memory();
    for (uint32_t i = 0; i < c->nfields; i++) {
        Str *name = str_intern_c(c->fields[i]);
        bool set = class_slot_allowed(cls, name) ? object_set_slot(t, o, name, fields[i]) : object_set_field(t, o, name, fields[i]);
        if (!set) base_fail_memory();
    }
    return value_from_object(o);
}

// --- changes

static bool is_of(const Learned *l, const NativeModule *n) { return l->native >= n->classes && l->native < n->classes + n->nclasses; }

static bool matters(const NativeClass *n, const Str *name) {
    if (!name) return true;
    if (name->nbytes > 4 && name->text[0] == '_' && name->text[1] == '_') return true;
    for (uint32_t i = 0; i < n->nfields; i++)
        if (strcmp(n->fields[i], name->text) == 0) return true;
    for (uint32_t i = 0; i < n->nmethods; i++)
        if (strcmp(n->methods[i].name, name->text) == 0) return true;
    return false;
}

void native_class_changed(Class *cls, const Str *name) {
    pthread_mutex_lock(&lock);
    for (Learned *l = learned; l; l = l->next)
        if (l->cls == cls && matters(l->native, name)) break_cells(l->native);
    pthread_mutex_unlock(&lock);
}

void native_classes_trace(const NativeModule *n, Tracer *tracer) {
    for (const Learned *l = learned; l; l = l->next)
        if (is_of(l, n)) tracer_object(tracer, l->cls);
}

void native_classes_forget(const NativeModule *n) {
    pthread_mutex_lock(&lock);
    for (Learned **link = &learned; *link;) {
        Learned *l = *link;
        if (!is_of(l, n)) {
            link = &l->next;
            continue;
        }
        *link = l->next;
        free(l);
    }
    pthread_mutex_unlock(&lock);
}
