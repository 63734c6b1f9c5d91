// Classes: the static builtin ones, instances, look-up along the MRO and the caches that keep it cheap.
//
// Every class has a version, unique among all versions of all classes, that changes when the class or a base changes.
// A look-up cache keyed by (version, name) therefore never gives a stale answer and needs no flushing, and its values
// need no tracing: a hit means that the class, and so the value, is alive and unchanged.
// Dunder caches are copied down the single-inheritance tree of builtin classes once (class_seal) and kept by class_set_attr.
#include "class_int.h"

#include "member.h"
#include "bytes.h"
#include "struct.h"
#include "threads.h"

// The classes are filled in at start-up, so that they take no room in executables; what a header leads to is there from the
// beginning.
#define BUILTIN_CLASS(ident, text, base_ident, kind_name, class_flags) \
    alignas(16) Class class_##ident;                                    \
    alignas(16) Shape shape_##ident = {.header = {&shape_shape}, .cls = &class_##ident, .layout = &layout_##ident, .kind = KIND_##kind_name};
alignas(16) static Class class_root;  // stands for "no base" in the table above
#include "builtin_classes.def"
#undef BUILTIN_CLASS

static const struct {
    Class *cls, *base;
    Shape *shape;
    const char *name;
    uint32_t flags;
} builtin_classes[] = {
#define BUILTIN_CLASS(ident, text, base_ident, kind_name, class_flags) {&class_##ident, &class_##base_ident, &shape_##ident, text, class_flags},
#include "builtin_classes.def"
#undef BUILTIN_CLASS
};
enum { BUILTIN_COUNT = sizeof builtin_classes / sizeof *builtin_classes };

ClassNames names;
static Thread *boot_thread;  // of start-up: class_add_natives has no other
static bool sealed;

const Layout layout_object = {.name = "object", .kind = KIND_INSTANCE, .size = sizeof(Object)};

// --- dunder names

enum { DUNDER_SLOTS = 256 };
static Str *dunder_names[DUNDER_COUNT];
static uint8_t dunder_index[DUNDER_SLOTS];  // Dunder + 1, 0 free; hashed by address

static uint32_t dunder_slot(const Str *name) { return (uint32_t)(((uintptr_t)name >> 4) * 0x9E3779B1u >> 16) % DUNDER_SLOTS; }

int dunder_find(const Str *name) {
    for (uint32_t at = dunder_slot(name); dunder_index[at]; at = (at + 1) % DUNDER_SLOTS)
        if (dunder_names[dunder_index[at] - 1] == name) return dunder_index[at] - 1;
    return -1;
}

static void dunders_init(void) {
    static const char *const texts[] = {
#define DUNDER(name, text) text,
#include "dunders.def"
#undef DUNDER
    };
    static_assert(DUNDER_COUNT < 255);
    for (uint32_t i = 0; i < DUNDER_COUNT; i++) {
        Str *name = dunder_names[i] = str_intern_c(texts[i]);
        uint32_t at = dunder_slot(name);
        while (dunder_index[at]) at = (at + 1) % DUNDER_SLOTS;
        dunder_index[at] = (uint8_t)(i + 1);
    }
#define N(name) names.name = str_intern_c(#name);
    CLASS_NAMES(N)
#undef N
}

Str *dunder_name(Dunder d) { return dunder_names[d]; }

// --- memory

static void class_trace(Object *o, Tracer *tracer) {
    Class *cls = (Class *)o;
    tracer_object(tracer, cls->name);
    tracer_object(tracer, cls->qualname);
    tracer_value(tracer, cls->module);
    tracer_object(tracer, cls->base);
    tracer_object(tracer, cls->bases);
    tracer_object(tracer, cls->mro);
    tracer_object(tracer, cls->ns);
    tracer_object(tracer, cls->root);
    tracer_object(tracer, cls->dictionary);
    tracer_values(tracer, cls->dunders, DUNDER_COUNT);
    tracer_object(tracer, cls->subclasses);
    tracer_object(tracer, cls->extra);
}

// Its bases' lists lose the subclasses that this collection has found dead, each list once.
static void drop_dead_subclasses(Class *base) {
    if (base->pruned == heap_collections() + 1) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < base->subclass_count; i++) {
        Value sub = base->subclasses->values[i];
        if (heap_found_alive(value_object(sub))) base->subclasses->values[kept++] = sub;
    }
    base->subclass_count = kept;
    base->pruned = heap_collections() + 1;
}

static void class_finish(Object *o) {
    const Tuple *bases = ((Class *)o)->bases;
    for (uint64_t i = 0; bases && i < bases->length; i++) drop_dead_subclasses((Class *)value_object(bases->items[i]));
}

const Layout layout_type = {.name = "class", .kind = KIND_CLASS, .size = sizeof(Class), .trace = class_trace, .finish = class_finish};

static void names_trace(Tracer *tracer) {
    for (uint32_t i = 0; i < DUNDER_COUNT; i++) tracer_object(tracer, dunder_names[i]);
    tracer_words(tracer, &names, &names + 1);
}

uint32_t class_new_version(void) {
    static uint32_t version;
    return __atomic_add_fetch(&version, 1, __ATOMIC_RELAXED);
}

static void builtin_init(Thread *t, Class *cls, const char *name) {
    if (cls == &class_object) cls->base = NULL;
    if (!cls->layout) cls->layout = cls->root->layout = cls->base->layout;
    cls->name = cls->qualname = str_intern_c(name);
    cls->module = value_from_object(str_intern_c("builtins"));
    cls->version = class_new_version();
    if (cls->flags & (CLASS_EXCEPTION | CLASS_FIELDS)) {
        cls->fields_offset = (cls->layout->size + 7) & ~7u;
        cls->root->has_fields = true;
    }
    cls->ns = dict_new(t);
    for (uint32_t i = 0; i < DUNDER_COUNT; i++) cls->dunders[i] = VALUE_UNBOUND;
}

static void builtin_link(Thread *t, Class *cls) {
    Value mro[16];
    uint32_t n = 0;
    for (Class *c = cls; c; c = c->base) mro[n++] = value_from_object(c);
    cls->mro = tuple_from(t, mro, n);
    cls->bases = cls->base ? tuple_from(t, &mro[1], 1) : tuple_empty();
    if (cls->base) class_add_subclass(t, cls->base, cls);
}

static void builtin_fill(void) {
    for (uint32_t i = 0; i < BUILTIN_COUNT; i++) {
        Class *cls = builtin_classes[i].cls;
        cls->header.shape = &shape_type;
        cls->base = builtin_classes[i].base;
        cls->root = builtin_classes[i].shape;
        cls->layout = cls->root->layout;
        cls->flags = CLASS_BUILTIN | builtin_classes[i].flags;
    }
}

void class_init(Thread *t) {
    boot_thread = t;
    builtin_fill();
    dunders_init();
    heap_add_root_tracer(names_trace);
    for (uint32_t i = 0; i < BUILTIN_COUNT; i++) builtin_init(t, builtin_classes[i].cls, builtin_classes[i].name);
    for (uint32_t i = 0; i < BUILTIN_COUNT; i++) builtin_link(t, builtin_classes[i].cls);
    object_init_class();
    type_init_class();
    function_init_classes();
    descriptor_init_classes();
    member_init_class();
    generic_init_classes();
    struct_init_classes();
}

// Mutable containers have no hash.
static void seal_unhashable(void) {
    static Class *const classes[] = {&class_list, &class_dict, &class_set, &class_bytearray, &class_slice, &class_cell};
    for (uint32_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        dict_set_str(boot_thread, classes[i]->ns, names.__hash__, VALUE_NONE);
        classes[i]->dunders[DUNDER_HASH] = VALUE_NONE;
    }
}

void class_seal(void) {
    seal_unhashable();
    for (uint32_t i = 1; i < BUILTIN_COUNT; i++) {
        Class *cls = builtin_classes[i].cls;
        for (uint32_t d = 0; d < DUNDER_COUNT; d++)
            if (value_is_unbound(cls->dunders[d])) cls->dunders[d] = cls->base->dunders[d];
    }
    sealed = true;
}

void class_add_natives(Class *cls, const NativeDef *defs) {
    Thread *t = boot_thread;
    for (; defs->name; defs++) {
        Str *name = str_intern_c(defs->name);
        if (defs->flags & NATIVE_SETTER) {
            ((Native *)value_object(dict_get_str(cls->ns, name)))->set = defs->fn;
            continue;
        }
        Native *n = defs->fn ? native_new(t, defs, cls) : NULL;
        Value v = n ? value_from_object(n) : VALUE_NONE;
        if ((defs->fn && !n) || !dict_set_str(t, cls->ns, name, v)) return;  // MemoryError is pending
        int d = defs->name[0] == '_' ? dunder_find(name) : -1;
        if (d >= 0) cls->dunders[d] = v;
    }
    if (sealed) class_touch(cls);
}

// --- look-up

static Value lookup_slow(const Class *cls, Str *name) {
    const Tuple *mro = cls->mro;
    for (uint64_t i = 0; i < mro->length; i++) {
        Value v = dict_get_str(value_as_class(mro->items[i])->ns, name);
        if (!value_is_unbound(v)) return v;
    }
    return VALUE_UNBOUND;
}

// The version is read first: what is found for an older state of the class then is not taken for a newer one's.
Value class_lookup(Class *cls, Str *name) {
    uint32_t version = __atomic_load_n(&cls->version, __ATOMIC_ACQUIRE);
    uint32_t slot = (uint32_t)(((uintptr_t)name >> 4) ^ version * 0x9E3779B1u >> 8) % CLASS_CACHE_SLOTS;
    typeof(&lookup_caches->of_class[0]) entry = &lookup_caches->of_class[slot];
    if (entry->version == version && entry->name == name) return entry->value;
    entry->value = lookup_slow(cls, name);
    entry->version = version;
    entry->name = name;
    return entry->value;
}

Value class_lookup_after(Class *cls, const Class *after, Str *name) {
    const Tuple *mro = cls->mro;
    uint64_t i = 0;
    while (i < mro->length && value_as_class(mro->items[i]) != after) i++;
    for (i++; i < mro->length; i++) {
        Value v = dict_get_str(value_as_class(mro->items[i])->ns, name);
        if (!value_is_unbound(v)) return v;
    }
    return VALUE_UNBOUND;
}

bool class_is_subclass(const Class *cls, const Class *of) {
    if (cls == of) return true;
    const Tuple *mro = cls->mro;
    for (uint64_t i = 1; i < mro->length; i++)
        if ((const Class *)value_object(mro->items[i]) == of) return true;
    return false;
}

void class_fill_dunders(Class *cls) {
    for (uint32_t d = 0; d < DUNDER_COUNT; d++) cls->dunders[d] = lookup_slow(cls, dunder_names[d]);
}

// --- changes

static void for_subclasses(Class *cls, void (*visit)(Class *, int), int d) {
    visit(cls, d);
    for (uint32_t i = 0; i < cls->subclass_count; i++) for_subclasses(value_as_class(cls->subclasses->values[i]), visit, d);
}

void (*class_changed)(Class *cls, const Str *name);

static void tell(Class *cls, const Str *name) {
    if (!class_changed) return;
    class_changed(cls, name);
    for (uint32_t i = 0; i < cls->subclass_count; i++) tell(value_as_class(cls->subclasses->values[i]), name);
}

// The new version comes last: who sees it sees the change.
static void change_one(Class *cls, int d) {
    if (d >= 0) cls->dunders[d] = lookup_slow(cls, dunder_names[d]);
    __atomic_store_n(&cls->version, class_new_version(), __ATOMIC_RELEASE);
}

void class_touch(Class *cls) {
    for_subclasses(cls, change_one, -1);
    tell(cls, NULL);
}

static bool refuse_builtin(Thread *t, Class *cls, Str *name) {
    if (!(cls->flags & CLASS_BUILTIN) || !sealed) return true;
    error_type(t, "cannot set '%S' attribute of immutable type '%S'", name, cls->name);
    return false;
}

// A class with abstract methods left makes no instances.
static void note_abstract(Thread *t, Class *cls, Value methods) {
    if (value_truth(t, methods) > 0) cls->flags |= CLASS_ABSTRACT;
    else cls->flags &= ~CLASS_ABSTRACT;
}

static ThreadLock changing;   // one thread at a time changes classes

bool class_set_attr(Thread *t, Class *cls, Str *name, Value v) {
    if (!refuse_builtin(t, cls, name)) return false;
    thread_lock(t, &changing);
    bool ok = dict_set_str(t, cls->ns, name, v);
    if (ok) for_subclasses(cls, change_one, dunder_find(name));
    thread_unlock(t, &changing);
    if (ok) tell(cls, name);
    if (ok && name == names.__abstractmethods__) note_abstract(t, cls, v);
    return ok;
}

bool class_delete_attr(Thread *t, Class *cls, Str *name) {
    if (!refuse_builtin(t, cls, name)) return false;
    thread_lock(t, &changing);
    bool found = !value_is_unbound(dict_pop_str(t, cls->ns, name));
    if (found) for_subclasses(cls, change_one, dunder_find(name));
    thread_unlock(t, &changing);
    if (found) tell(cls, name);
    if (!found) error_raise(t, &class_AttributeError, "type object '%S' has no attribute '%S'", cls->name, name);
    return found;
}

static bool add_subclass(Thread *t, Class *base, Class *sub) {
    Buffer *list = base->subclasses;
    uint64_t capacity = list ? list->capacity / sizeof(Value) : 0;   // of a raw buffer: bytes
    if (base->subclass_count == capacity) {
        Buffer *grown = heap_new_raw(t, (capacity ? capacity * 2 : 2) * sizeof(Value));
        if (!grown) return false;
        if (list) memcpy(grown->values, list->values, capacity * sizeof(Value));
        base->subclasses = grown;
    }
    base->subclasses->values[base->subclass_count++] = value_from_object(sub);
    return true;
}

// What changed in the base since the subclass looked at it is seen now, or by the subclass's being in the list.
bool class_add_subclass(Thread *t, Class *base, Class *sub) {
    thread_lock(t, &changing);
    bool ok = add_subclass(t, base, sub);
    if (ok && threads_parallel) class_fill_dunders(sub);
    thread_unlock(t, &changing);
    return ok;
}

// --- instances

uint32_t class_instance_size(const Class *cls) {
    if (cls->fields_offset <= CLASS_FIELDS_LAST) return cls->layout->size;
    return object_field_offset(cls, cls->inline_fields);
}

Object *class_instantiate(Thread *t, Class *cls) { return heap_new(t, cls->root, class_instance_size(cls)); }

Object *class_instantiate_sized(Thread *t, Class *cls, size_t variable) {
    size_t size = cls->layout->size + variable;
    if (cls->fields_offset == CLASS_FIELDS_LAST) size = ((size + 7) & ~(size_t)7) + sizeof(Buffer *);
    return heap_new(t, cls->root, size);
}

size_t class_fields_last_offset(const Object *o) {
    size_t size = o->shape->layout->size;
    switch (object_kind(o)) {
    case KIND_STR: size = offsetof(Str, inline_text) + ((const Str *)o)->nbytes + 1; break;
    case KIND_BYTES: size = offsetof(Bytes, data) + ((const Bytes *)o)->length + 1; break;
    case KIND_TUPLE: size = offsetof(Tuple, items) + ((const Tuple *)o)->length * sizeof(Value); break;
    default: break;
    }
    return (size + 7) & ~(size_t)7;
}
