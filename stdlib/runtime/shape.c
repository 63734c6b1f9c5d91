// Shapes: hidden classes of instances with fields, and the fields themselves.
//
// A class's root shape has no fields; setting a new attribute moves the object to the child shape that adds the name.
// The names of a chain root -> ... -> tip live in one ShapeTable, numbered by field; a shape of the chain owns the first
// field_count of them. A child of the tip appends to the table, a second child of the same shape starts a copy, so
// a chain of n fields costs O(n) memory. Up to LINEAR fields a look-up compares pointers; beyond, the table is hashed.
// Tables and shapes are heap objects; a parent keeps its children alive. What grows without end moves into a dict instead.
//
// Threads: shapes and tables grow under one lock and are complete when they can be found, so look-ups take none. Fields of an object appear,
// move to a dict and go under the object's lock; fields in the object itself are read and overwritten without: they stay where
// they are as long as other threads may look, which is why deleting moves the object's attributes into a dict then.
#include "attr.h"
#include "exception.h"
#include "class_int.h"
#include "member.h"
#include "object_lock.h"
#include "threads.h"

enum { LINEAR = 6, FIRST_CAPACITY = 4 };

typedef struct ShapeTable {
    Object header;
    uint32_t count;
    Buffer *names;        // values: name of field i
    Buffer *index;        // raw uint32: field + 1, 0 free; hashed by name
} ShapeTable;

static void table_trace(Object *o, Tracer *tracer) {
    ShapeTable *table = (ShapeTable *)o;
    tracer_object(tracer, table->names);
    tracer_object(tracer, table->index);
}

static const Layout table_layout = {.name = "shape table", .kind = KIND_OTHER, .size = sizeof(ShapeTable), .trace = table_trace};
alignas(16) static Shape table_shape = {.header = {&shape_shape}, .cls = &class_object, .layout = &table_layout, .kind = KIND_OTHER};

static void shape_trace(Object *o, Tracer *tracer) {
    Shape *s = (Shape *)o;
    tracer_object(tracer, s->cls);
    tracer_object(tracer, s->parent);
    tracer_object(tracer, s->last.name);
    tracer_object(tracer, s->table);
    tracer_object(tracer, s->children);
}

const Layout layout_shape = {.name = "shape", .kind = KIND_SHAPE, .size = sizeof(Shape), .trace = shape_trace};

static uint32_t name_slot(const Str *name, uint32_t mask) { return (uint32_t)(((uintptr_t)name >> 4) * 0x9E3779B1u >> 7) & mask; }

Shape *shape_new_root(Thread *t, Class *cls) {
    Shape *s = heap_new(t, &shape_shape, sizeof(Shape));
    if (!s) return NULL;
    s->cls = cls;
    s->layout = cls->layout;
    s->kind = (uint8_t)cls->layout->kind;
    s->has_fields = cls->fields_offset != 0;
    return s;
}

// --- the table

static Str *table_name(const ShapeTable *table, uint32_t field) { return value_str(table->names->values[field]); }

static uint32_t index_mask(const Buffer *index) { return (uint32_t)(index->capacity / sizeof(uint32_t)) - 1; }

static void index_insert(const ShapeTable *table, Buffer *index, uint32_t field) {
    uint32_t *slots = (uint32_t *)index->bytes, mask = index_mask(index);
    uint32_t at = name_slot(table_name(table, field), mask);
    while (slots[at]) at = (at + 1) & mask;
    __atomic_store_n(&slots[at], field + 1, __ATOMIC_RELEASE);
}

static bool table_reindex(Thread *t, ShapeTable *table) {
    if (table->count <= LINEAR) return true;
    if (table->index && table->count * 2 <= index_mask(table->index) + 1) {
        index_insert(table, table->index, table->count - 1);
        return true;
    }
    Buffer *index = heap_new_raw(t, table->index ? table->index->capacity * 2 : sizeof(uint32_t) << 4);
    if (!index) return false;
    for (uint32_t i = 0; i < table->count; i++) index_insert(table, index, i);
    __atomic_store_n(&table->index, index, __ATOMIC_RELEASE);
    return true;
}

static bool table_append(Thread *t, ShapeTable *table, Str *name) {
    if (table->count == table->names->capacity) {
        Buffer *grown = heap_new_values(t, table->names->capacity * 2);
        if (!grown) return false;
        memcpy(grown->values, table->names->values, table->count * sizeof(Value));
        __atomic_store_n(&table->names, grown, __ATOMIC_RELEASE);
    }
    table->names->values[table->count++] = value_from_object(name);
    return table_reindex(t, table);
}

static ShapeTable *table_new(Thread *t, const ShapeTable *from, uint32_t count) {
    ShapeTable *table = heap_new(t, &table_shape, sizeof(ShapeTable));
    if (!table) return NULL;
    uint32_t capacity = FIRST_CAPACITY;
    while (capacity <= count) capacity *= 2;
    table->names = heap_new_values(t, capacity);
    if (!table->names) return NULL;
    for (uint32_t i = 0; i < count; i++)
        if (!table_append(t, table, table_name(from, i))) return NULL;
    return table;
}

int32_t shape_find(const Shape *s, Str *name) {
    const ShapeTable *table = s->table;
    uint32_t count = s->field_count;
    if (count == 0) return -1;
    const Buffer *index = count <= LINEAR ? NULL : __atomic_load_n(&table->index, __ATOMIC_ACQUIRE);
    if (!index) {
        uint64_t wanted = value_from_object(name).bits;
        const Buffer *names = __atomic_load_n(&table->names, __ATOMIC_ACQUIRE);
        for (uint32_t i = 0; i < count; i++)
            if (names->values[i].bits == wanted) return (int32_t)i;
        return -1;
    }
    const uint32_t *slots = (const uint32_t *)index->bytes;
    uint32_t mask = index_mask(index), found;
    for (uint32_t at = name_slot(name, mask); (found = __atomic_load_n(&slots[at], __ATOMIC_ACQUIRE)); at = (at + 1) & mask)
        if (table_name(table, found - 1) == name) return found - 1 < count ? (int32_t)found - 1 : -1;
    return -1;
}

Str *shape_field_name(const Shape *s, uint32_t field) { return table_name(s->table, field); }

// --- transitions

static Shape *child_find(const Shape *s, Str *name) {
    if (!s->children) return NULL;
    uint32_t mask = (uint32_t)s->children->capacity - 1;
    for (uint32_t at = name_slot(name, mask);; at = (at + 1) & mask) {
        Value v = s->children->values[at];
        if (!value_is_object(v)) return NULL;
        Shape *child = (Shape *)value_object(v);
        if (child->last.name == name) return child;
    }
}

static void child_put(Buffer *children, Shape *child) {
    uint32_t mask = (uint32_t)children->capacity - 1, at = name_slot(child->last.name, mask);
    while (value_is_object(children->values[at])) at = (at + 1) & mask;
    children->values[at] = value_from_object(child);
}

static bool child_add(Thread *t, Shape *s, Shape *child) {
    uint64_t capacity = s->children ? s->children->capacity : 0;
    if ((s->child_count + 1) * 2 > capacity) {
        Buffer *grown = heap_new_values(t, capacity ? capacity * 2 : 2);
        if (!grown) return false;
        for (uint64_t i = 0; i < capacity; i++)
            if (value_is_object(s->children->values[i])) child_put(grown, (Shape *)value_object(s->children->values[i]));
        s->children = grown;
    }
    child_put(s->children, child);
    s->child_count++;
    return true;
}

static Shape *child_new(Thread *t, Shape *s, Str *name) {
    Shape *child = shape_new_root(t, s->cls);
    if (!child) return NULL;
    child->parent = s;
    child->last = (ShapeField){name, s->field_count};
    child->field_count = s->field_count + 1;
    bool tip = s->table && s->table->count == s->field_count;
    child->table = tip ? s->table : table_new(t, s->table, s->field_count);
    if (!child->table || !table_append(t, child->table, name)) return NULL;
    return child_add(t, s, child) ? child : NULL;
}

static ThreadLock growing;   // one thread at a time changes shapes

Shape *shape_with_field(Thread *t, Shape *s, Str *name) {
    thread_lock(t, &growing);
    Shape *child = child_find(s, name);
    if (!child) child = child_new(t, s, name);
    thread_unlock(t, &growing);
    return child;
}

// Objects used as dictionaries: more fields, or more different next fields, than a hidden class is good for.
enum { FIELDS_MANY = 128, CHILDREN_MANY = 64 };

bool shape_is_crowded(const Shape *s, Str *name) {
    if (s->cls->flags & CLASS_STRUCT) return false;
    if (s->field_count >= FIELDS_MANY || s->child_count < CHILDREN_MANY) return s->field_count >= FIELDS_MANY;
    thread_lock(thread_current, &growing);
    bool known = child_find(s, name);
    thread_unlock(thread_current, &growing);
    return !known;
}

// --- fields of objects

struct Buffer **object_overflow(Object *o) {
    uint32_t offset = o->shape->cls->fields_offset;
    if (offset != CLASS_FIELDS_LAST) return (Buffer **)((char *)o + offset);
    return (Buffer **)((char *)o + class_fields_last_offset(o));
}

static Value *field_at(const Object *o, uint32_t field) {
    const Class *cls = o->shape->cls;
    if (field < cls->inline_fields) return (Value *)((char *)o + cls->fields_offset + sizeof(Buffer *)) + field;
    return &(*object_overflow((Object *)o))->values[field - cls->inline_fields];
}

static Dict *own_dict(const Object *o) { return *(Dict **)object_overflow((Object *)o); }

static Value get_in_dict(const Dict *d, Str *name, bool slot) {
    if (slot) d = d->slots;
    return d ? dict_get_str(d, name) : VALUE_UNBOUND;
}

static Value get_field(const Object *o, Str *name, bool slot) {
    Shape *s = o->shape;
    if (s->dictionary) return get_in_dict(own_dict(o), name, slot);
    int32_t field = shape_find(s, name);
    return field < 0 ? VALUE_UNBOUND : *field_at(o, (uint32_t)field);
}

static Value get_locked(const Object *o, Str *name, bool slot) {
    if (!threads_parallel) return get_field(o, name, slot);
    ObjectLock lock;
    object_lock(thread_current, &lock, o, NULL);
    Value v = get_field(o, name, slot);
    object_unlock(thread_current, &lock);
    return v;
}

Value object_get_field(const Object *o, Str *name) { return get_locked(o, name, false); }
Value object_get_slot(const Object *o, Str *name) { return get_locked(o, name, true); }

static bool overflow_reserve(Thread *t, Object *o, uint32_t field) {
    uint32_t inline_fields = o->shape->cls->inline_fields;
    if (field < inline_fields) return true;
    Buffer **slot = object_overflow(o), *old = *slot;
    uint64_t capacity = old ? old->capacity : 0;
    if (field - inline_fields < capacity) return true;
    Buffer *grown = heap_new_values(t, capacity ? capacity * 2 : FIRST_CAPACITY);
    if (!grown) return false;
    if (old) memcpy(grown->values, old->values, capacity * sizeof(Value));
    *slot = grown;
    return true;
}

static bool no_fields(Thread *t, const Object *o, Str *name) {
    error_raise(t, &class_AttributeError, "'%T' object has no attribute '%S'", value_from_object(o), name);
    return false;
}

static bool set_in_dict(Thread *t, Dict *d, Str *name, Value v, bool slot) {
    if (slot && !d->slots && !(d->slots = dict_new(t))) return false;
    return dict_set_str(t, slot ? d->slots : d, name, v);
}

// Making a shape may wait for another thread, which may give the object another field meanwhile: then once more.
static bool set_field(Thread *t, Object *o, Str *name, Value v, bool slot) {
    for (;;) {
        Shape *s = o->shape;
        if (s->dictionary) return set_in_dict(t, own_dict(o), name, v, slot);
        int32_t field = shape_find(s, name);
        if (field >= 0) {
            *field_at(o, (uint32_t)field) = v;
            return true;
        }
        if (!s->has_fields) return no_fields(t, o, name);
        if (shape_is_crowded(s, name)) {
            if (!object_dict(t, o)) return false;
            continue;
        }
        Shape *next = shape_with_field(t, s, name);
        if (!next) return false;
        if (o->shape != s) continue;
        if (!overflow_reserve(t, o, next->last.field)) return false;
        *field_at(o, next->last.field) = v;
        __atomic_store_n(&o->shape, next, __ATOMIC_RELEASE);
        return true;
    }
}

static bool set_locked(Thread *t, Object *o, Str *name, Value v, bool slot) {
    ObjectLock lock;
    object_lock(t, &lock, o, NULL);
    bool ok = set_field(t, o, name, v, slot);
    object_unlock(t, &lock);
    return ok;
}

bool object_set_field(Thread *t, Object *o, Str *name, Value v) { return set_locked(t, o, name, v, false); }
bool object_set_slot(Thread *t, Object *o, Str *name, Value v) { return set_locked(t, o, name, v, true); }

static bool delete_in_dict(Thread *t, Dict *d, Str *name, bool slot) {
    if (slot) d = d->slots;
    return d && !value_is_unbound(dict_pop_str(t, d, name));
}

static bool delete_shared(Thread *t, Object *o, Str *name, bool slot) {
    if (!o->shape->dictionary && shape_find(o->shape, name) < 0) return false;
    Dict *d = object_dict(t, o);
    return d && delete_in_dict(t, d, name, slot);
}

static bool delete_field(Thread *t, Object *o, Str *name, bool slot) {
    if (t->parallel) return delete_shared(t, o, name, slot);
    Shape *old = o->shape;
    if (old->dictionary) return delete_in_dict(t, own_dict(o), name, slot);
    int32_t gone = shape_find(old, name);
    if (gone < 0) return false;
    Shape *next = old->cls->root;
    for (uint32_t i = 0; i < old->field_count && next; i++)
        if (i != (uint32_t)gone) next = shape_with_field(t, next, table_name(old->table, i));
    if (!next) return false;
    for (uint32_t i = (uint32_t)gone; i + 1 < old->field_count; i++) *field_at(o, i) = *field_at(o, i + 1);
    *field_at(o, old->field_count - 1) = value_from_small(0);
    o->shape = next;
    return true;
}

bool object_delete_field(Thread *t, Object *o, Str *name) { return delete_field(t, o, name, false); }
bool object_delete_slot(Thread *t, Object *o, Str *name) { return delete_field(t, o, name, true); }

uint32_t object_field_offset(const Class *cls, uint32_t field) {
    return cls->fields_offset + (uint32_t)sizeof(Buffer *) + field * (uint32_t)sizeof(Value);
}

// false with nothing pending: the object's shape has changed meanwhile.
static bool copy_fields(Thread *t, Object *o, const Shape *s, Dict *d) {
    for (uint32_t i = 0; i < s->field_count; i++) {
        if (o->shape != s) return false;
        Str *name = table_name(s->table, i);
        bool slot = (s->cls->flags & CLASS_MEMBERS) && member_holds(class_lookup(s->cls, name), s->cls, name);
        if (!set_in_dict(t, d, name, *field_at(o, i), slot)) return false;
    }
    return o->shape == s;
}

static Dict *fields_dict(Thread *t, Object *o) {
    for (;;) {
        Shape *s = o->shape;
        if (s->dictionary) return dict_copy(t, own_dict(o));
        Dict *d = dict_new(t);
        if (!d || copy_fields(t, o, s, d)) return d;
        if (error_pending(t)) return NULL;
    }
}

Dict *object_fields_dict(Thread *t, Object *o) {
    ObjectLock lock;
    object_lock(t, &lock, o, NULL);
    Dict *d = fields_dict(t, o);
    object_unlock(t, &lock);
    return d;
}

static bool replace_dict(Thread *t, Object *o, Dict *d) {
    Class *cls = o->shape->cls;
    if (!cls->dictionary) {
        Shape *s = shape_new_root(t, cls);
        if (!s) return false;
        s->dictionary = true;
        cls->dictionary = s;
    }
    if (o->shape->dictionary && own_dict(o) != d && own_dict(o)->slots) d->slots = own_dict(o)->slots;
    *(Dict **)object_overflow(o) = d;
    __atomic_store_n(&o->shape, cls->dictionary, __ATOMIC_RELEASE);
    return true;
}

bool object_replace_dict(Thread *t, Object *o, Dict *d) {
    ObjectLock lock;
    object_lock(t, &lock, o, NULL);
    bool ok = replace_dict(t, o, d);
    object_unlock(t, &lock);
    return ok;
}

// Copying leaves the lock in between only when another thread holds the new dict's stripe, and notices what changed meanwhile.
static Dict *move_to_dict(Thread *t, Object *o) {
    if (o->shape->dictionary) return own_dict(o);
    Dict *d = fields_dict(t, o);
    if (!d) return NULL;
    if (o->shape->dictionary) return own_dict(o);
    return object_replace_dict(t, o, d) ? d : NULL;
}

Dict *object_dict(Thread *t, Object *o) {
    ObjectLock lock;
    object_lock(t, &lock, o, NULL);
    Dict *d = move_to_dict(t, o);
    object_unlock(t, &lock);
    return d;
}
