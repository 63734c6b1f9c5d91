// Attribute access.
//
// Reading looks at the class first (a data descriptor wins), then at the object's own fields, then at what the class had,
// bound. The answer for plain objects depends on shape, name and the class's version alone, so attr_describe_get puts it
// into an AttrEntry; two direct-mapped caches of entries serve whoever has no inline cache of its own.
// Entries are not traced: one only counts while its class, alive with the object asked about, has that version.
#include "class_int.h"
#include "containers.h"

#include <stdlib.h>

#include "member.h"
#include "module.h"
#include "object_lock.h"

// --- descriptors

bool attr_is_data_descriptor(Value found) {
    if (!value_is_object(found)) return false;
    switch (object_kind(value_object(found))) {
    case KIND_PROPERTY: return true;
    case KIND_NATIVE: return (((Native *)value_object(found))->def->flags & NATIVE_GETTER) != 0;
    case KIND_FUNCTION: return false;
    default: return !value_is_unbound(value_dunder(found, DUNDER_SET)) || !value_is_unbound(value_dunder(found, DUNDER_DELETE));
    }
}

// The program may have put the getter into another class.
static bool getter_applies(Thread *t, const Native *n, Value v) {
    if (value_is_instance(v, n->owner)) return true;
    error_type(t, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object", n->name, n->owner->name, v);
    return false;
}

static Value bind_native(Thread *t, Native *n, Value self, Class *cls) {
    uint32_t flags = n->def->flags;
    if (!n->owner || !value_is_unbound(n->self)) return value_from_object(n);
    if (flags & NATIVE_GETTER) {
        if (value_is_unbound(self)) return value_from_object(n);
        return getter_applies(t, n, self) ? native_run(t, n->fn, &self, 1) : VALUE_ERROR;
    }
    if (flags & NATIVE_STATIC) return n->name == names.__new__ ? value_or_error(native_unbound(t, n)) : value_from_object(n);
    if (flags & NATIVE_CLASS) return value_or_error(native_bind(t, n, value_from_object(cls)));
    if (value_is_unbound(self)) return value_or_error(native_unbound(t, n));
    if (n->checked && !value_is_instance(self, n->owner))
        return error_type(t, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object", n->name, n->owner->name, self);
    return value_or_error(native_bind(t, n, self));
}

static Value property_get(Thread *t, Property *p, Value self) {
    if (!value_is_none(p->get)) return call1(t, p->get, self);
    const Str *cls = value_class(self)->qualname;
    if (p->name) return error_raise(t, &class_AttributeError, "property '%S' of '%S' object has no getter", p->name, cls);
    return error_raise(t, &class_AttributeError, "property of '%S' object has no getter", cls);
}

// What it wraps binds to the class in its own way, or else as a function does.
static Value bind_classmethod(Thread *t, Value wrapped, Class *cls) {
    bool binds = value_is_object(wrapped) && (value_is_function(wrapped) || !value_is_unbound(value_dunder(wrapped, DUNDER_GET)));
    if (value_is_native(wrapped)) binds = ((Native *)value_object(wrapped))->owner && value_is_unbound(((Native *)value_object(wrapped))->self);
    if (binds) return attr_bind(t, wrapped, value_from_object(cls), cls);
    return value_or_error(method_new(t, wrapped, value_from_object(cls)));
}

Value attr_bind(Thread *t, Value found, Value self, Class *cls) {
    if (!value_is_object(found)) return found;
    Object *o = value_object(found);
    switch (object_kind(o)) {
    case KIND_FUNCTION: return value_is_unbound(self) ? found : value_or_error(method_new(t, found, self));
    case KIND_NATIVE: return bind_native(t, (Native *)o, self, cls);
    case KIND_PROPERTY: return value_is_unbound(self) ? found : property_get(t, (Property *)o, self);
    case KIND_STATICMETHOD: return ((Wrapper *)o)->function;
    case KIND_CLASSMETHOD: return bind_classmethod(t, ((Wrapper *)o)->function, cls);
    default: break;
    }
    if (value_is_member(found)) return value_is_unbound(self) ? found : member_get(t, found, self);
    if (value_is_unbound(value_dunder(found, DUNDER_GET))) return found;
    Value args[2] = {value_is_unbound(self) ? VALUE_NONE : self, value_from_object(cls)};
    return call_dunder(t, found, DUNDER_GET, args, 2);
}

// --- what a shape says

static bool plain_getattribute(const Class *cls) { return value_same(cls->dunders[DUNDER_GETATTRIBUTE], class_object.dunders[DUNDER_GETATTRIBUTE]); }

static bool is_method(Value found) {
    if (value_is_function(found)) return true;
    if (!value_is_native(found)) return false;
    Native *n = (Native *)value_object(found);
    return n->owner && value_is_unbound(n->self) && !(n->def->flags & ~NATIVE_COUNTED);
}

static bool is_plain_value(Value found) {
    if (!value_is_object(found)) return true;
    Kind kind = object_kind(value_object(found));
    if (kind == KIND_NATIVE) return !((Native *)value_object(found))->owner || !value_is_unbound(((Native *)value_object(found))->self);
    return kind != KIND_PROPERTY && kind != KIND_STATICMETHOD && kind != KIND_CLASSMETHOD && kind != KIND_FUNCTION &&
           value_is_unbound(value_dunder(found, DUNDER_GET));
}

static void place_field(const Class *cls, uint32_t field, AttrEntry *entry) {
    bool in_object = field < cls->inline_fields;
    entry->kind = in_object ? ATTR_INLINE : ATTR_OVERFLOW;
    entry->offset = in_object ? object_field_offset(cls, field) : field - cls->inline_fields;
}

static void describe_property(Value found, AttrEntry *entry) {
    int64_t index = entry->shape->kind == KIND_TUPLE ? tuplegetter_index(found) : -1;
    if (index >= 0 && index < INT32_MAX) {
        entry->kind = ATTR_ITEM;
        entry->offset = (uint32_t)index;
        return;
    }
    if (!value_has_shape(found, &shape_property) || !value_is_function(((Property *)value_object(found))->get)) return;
    if (!value_is_unbound(class_dunder(entry->shape->cls, DUNDER_GETATTR))) return;   // which an AttributeError of the getter calls
    entry->kind = ATTR_PROPERTY;
    entry->value = ((Property *)value_object(found))->get;
}

void attr_describe_get(Shape *s, Str *name, AttrEntry *entry) {
    Class *cls = s->cls;
    *entry = (AttrEntry){.shape = s, .name = name, .version = cls->version, .kind = ATTR_SLOW, .to = s};
    if (!plain_getattribute(cls) || s->kind == KIND_CLASS || s->kind == KIND_MODULE || s->kind == KIND_FUNCTION || s->dictionary) return;
    Value found = class_lookup(cls, name);
    bool slot = member_holds(found, cls, name);
    if (!slot && attr_is_data_descriptor(found)) {
        describe_property(found, entry);
        return;
    }
    int32_t field = shape_find(s, name);
    if (field >= 0) {
        place_field(cls, (uint32_t)field, entry);
    } else if (slot) {
        return;
    } else if (!value_is_unbound(found) && (is_method(found) || is_plain_value(found))) {
        entry->kind = is_method(found) ? ATTR_METHOD : ATTR_VALUE;
        entry->value = found;
    }
}

void attr_describe_set(Thread *t, Shape *s, Str *name, AttrEntry *entry) {
    Class *cls = s->cls;
    *entry = (AttrEntry){.shape = s, .name = name, .version = cls->version, .kind = ATTR_SLOW, .to = s};
    if (!value_same(cls->dunders[DUNDER_SETATTR], class_object.dunders[DUNDER_SETATTR]) || !s->has_fields || s->dictionary) return;
    if ((cls->flags & (CLASS_STRUCT | CLASS_ENUM)) || s->kind == KIND_CLASS) return;
    if (!class_slot_allowed(cls, name) && attr_is_data_descriptor(class_lookup(cls, name))) return;
    int32_t field = shape_find(s, name);
    if (field < 0) {
        if ((cls->flags & CLASS_SLOTS) && !class_slot_allowed(cls, name)) return;
        if (s->field_count >= cls->inline_fields || shape_is_crowded(s, name)) return;
        Shape *to = shape_with_field(t, s, name);
        if (!to) {
            error_take(t);
            return;
        }
        entry->to = to;
        field = (int32_t)to->last.field;
    }
    if ((uint32_t)field < cls->inline_fields) place_field(cls, (uint32_t)field, entry);
}

static LookupCaches first_caches;
__thread LookupCaches *lookup_caches = &first_caches;

bool lookup_caches_init(void) {
    lookup_caches = calloc(1, sizeof *lookup_caches);
    return lookup_caches != NULL;
}

void lookup_caches_fini(void) {
    if (lookup_caches != &first_caches) free(lookup_caches);
    lookup_caches = &first_caches;
}

static inline uint32_t cache_slot(const Shape *s, const Str *name) {
    return (uint32_t)(((uintptr_t)s >> 4) * 0x9E3779B1u ^ ((uintptr_t)name >> 4)) % ATTR_CACHE_SLOTS;
}

static inline bool entry_fits(const AttrEntry *entry, const Shape *s, const Str *name) {
    return entry->shape == s && entry->name == name && entry->version == s->cls->version;
}

static inline AttrEntry *cached_get(Shape *s, Str *name) {
    AttrEntry *entry = &lookup_caches->get[cache_slot(s, name)];
    if (!entry_fits(entry, s, name)) attr_describe_get(s, name, entry);
    return entry;
}

// What most reads and calls find: a field in the object, a method; VALUE_UNBOUND: look closer.
static inline Value quick_get(Value v, Str *name, AttrKind kind) {
    if (!value_is_object(v)) return VALUE_UNBOUND;
    Object *o = value_object(v);
    const AttrEntry *entry = &lookup_caches->get[cache_slot(o->shape, name)];
    if (!entry_fits(entry, o->shape, name) || entry->kind != kind) return VALUE_UNBOUND;
    return kind == ATTR_INLINE ? *(Value *)((char *)o + entry->offset) : entry->value;
}

const AttrEntry *attr_cached_get(Shape *s, Str *name) { return cached_get(s, name); }

static inline Shape *value_shape(Value v) { return value_is_object(v) ? value_object(v)->shape : value_class(v)->root; }

// --- reading

static bool own_attribute(Object *o, Str *name, Value *v) {
    *v = VALUE_UNBOUND;
    if (object_kind(o) == KIND_FUNCTION) {
        Dict *attributes = ((Function *)o)->attributes;
        if (attributes) *v = dict_get_str(attributes, name);
    } else if (o->shape->has_fields) {
        *v = object_get_field(o, name);
    }
    return !value_is_unbound(*v);
}

Value class_attr_get(Thread *t, Class *cls, Str *name) {
    Class *meta = value_class(value_from_object(cls));
    Value of_type = class_lookup(meta, name);
    if (attr_is_data_descriptor(of_type)) return attr_bind(t, of_type, value_from_object(cls), meta);
    Value found = class_lookup(cls, name);
    if (!value_is_unbound(found)) return attr_bind(t, found, VALUE_UNBOUND, cls);
    if (value_is_unbound(of_type)) return of_type;
    return attr_bind(t, of_type, value_from_object(cls), meta);
}

static Value module_attr_get(Thread *t, Value v, Str *name) {
    Value found = class_lookup(&class_module, name);
    if (attr_is_data_descriptor(found)) return attr_bind(t, found, v, &class_module);
    Module *m = (Module *)value_object(v);
    Value own = module_hides(m, name) ? VALUE_UNBOUND : module_get(m, name);
    if (!value_is_unbound(own)) return own;
    if (!value_is_unbound(found)) return attr_bind(t, found, v, &class_module);
    Value fallback = module_get(m, names.__getattr__);
    return value_is_unbound(fallback) ? fallback : call1(t, fallback, value_from_object(name));
}

// Whether reading asks the descriptor before the instance: it must have a __get__ to be asked.
static bool goes_before_fields(Value found) {
    if (!attr_is_data_descriptor(found)) return false;
    Kind kind = object_kind(value_object(found));
    return kind == KIND_PROPERTY || kind == KIND_NATIVE || !value_is_unbound(value_dunder(found, DUNDER_GET));
}

// object.__getattribute__: VALUE_UNBOUND when absent.
static Value generic_get(Thread *t, Value v, Str *name) {
    if (value_is_class(v)) return class_attr_get(t, value_as_class(v), name);
    if (value_is_kind(v, KIND_MODULE)) return module_attr_get(t, v, name);
    Class *cls = value_class(v);
    Value found = class_lookup(cls, name), own;
    if (goes_before_fields(found)) return attr_bind(t, found, v, cls);
    if (value_is_object(v) && own_attribute(value_object(v), name, &own)) return own;
    return value_is_unbound(found) ? found : attr_bind(t, found, v, cls);
}

static Value absent(Thread *t, Value v, Str *name) {
    Value fallback = value_dunder(v, DUNDER_GETATTR);
    if (value_is_unbound(fallback)) return fallback;
    Value arg = value_from_object(name);
    return call_dunder(t, v, DUNDER_GETATTR, &arg, 1);
}

static Value slow_get(Thread *t, Value v, Str *name) {
    Class *cls = value_class(v);
    Value result;
    if (plain_getattribute(cls)) {
        result = generic_get(t, v, name);
    } else {
        Value arg = value_from_object(name);
        result = call_dunder(t, v, DUNDER_GETATTRIBUTE, &arg, 1);
    }
    bool missing = value_is_unbound(result);
    if (value_is_error(result) && error_matches(t, &class_AttributeError) && !value_is_unbound(class_dunder(cls, DUNDER_GETATTR))) {
        error_take(t);
        missing = true;
    }
    return missing ? absent(t, v, name) : result;
}

[[gnu::noinline]] static Value find_by_kind(Thread *t, Value v, Str *name) {
    AttrEntry *entry = cached_get(value_shape(v), name);
    switch ((AttrKind)entry->kind) {
    case ATTR_INLINE: return *(Value *)((char *)value_object(v) + entry->offset);
    case ATTR_OVERFLOW:
        if (!t->parallel) return (*object_overflow(value_object(v)))->values[entry->offset];
        break;
    case ATTR_VALUE: return entry->value;
    case ATTR_METHOD: return attr_bind(t, entry->value, v, value_class(v));
    case ATTR_PROPERTY: return call1(t, entry->value, v);
    case ATTR_ITEM:
        if (entry->offset < value_tuple(v)->length) return value_tuple(v)->items[entry->offset];
        break;
    case ATTR_SLOW: break;
    }
    return slow_get(t, v, name);
}

Value attr_find(Thread *t, Value v, Str *name) {
    Value quick = quick_get(v, name, ATTR_INLINE);
    return value_is_unbound(quick) ? find_by_kind(t, v, name) : quick;
}

static Value hidden_error(Thread *t, Value v, Str *name) {
    return error_attribute(t, v, name, "module '%S' keeps '%S' to itself: it is not pub", ((Module *)value_object(v))->name, name);
}

Value attr_error(Thread *t, Value v, Str *name) {
    if (value_is_class(v)) return error_attribute(t, v, name, "type object '%S' has no attribute '%S'", value_as_class(v)->name, name);
    if (value_is_kind(v, KIND_MODULE)) {
        Module *m = (Module *)value_object(v);
        if (module_hides(m, name)) return hidden_error(t, v, name);
        Value shown = module_get(m, names.__name__);
        if (!value_is_str(shown)) return error_attribute(t, v, name, "module has no attribute '%S'", name);
        if (m->running && strcmp(m->name->text, "__main__") != 0)
            return error_attribute(t, v, name, "partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
                                   m->name, name);
        return error_attribute(t, v, name, "module '%S' has no attribute '%S'", m->name, name);
    }
    return error_attribute(t, v, name, "'%T' object has no attribute '%S'", v, name);
}

[[gnu::noinline]] static Value get_or_raise(Thread *t, Value v, Str *name) {
    Value result = find_by_kind(t, v, name);
    return value_is_unbound(result) ? attr_error(t, v, name) : result;
}

// A name of a module; VALUE_UNBOUND: not so simple. Names that the class of modules has begin with two underscores.
static Value module_quick(Value v, const Str *name) {
    if (!value_has_shape(v, &shape_module) || strncmp(name->text, "__", 2) == 0) return VALUE_UNBOUND;
    if (((Module *)value_object(v))->hidden) return VALUE_UNBOUND;
    return module_get((Module *)value_object(v), (Str *)name);
}

Value attr_get(Thread *t, Value v, Str *name) {
    Value quick = quick_get(v, name, ATTR_INLINE);
    if (value_is_unbound(quick)) quick = module_quick(v, name);
    return value_is_unbound(quick) ? get_or_raise(t, v, name) : quick;
}

Str *attr_name(Thread *t, Value v) {
    if (value_is_str(v)) return str_intern_str(value_str(v));
    error_type(t, "attribute name must be string, not '%T'", v);
    return NULL;
}

Value object_getattribute(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    if (!name) return VALUE_ERROR;
    Value result = generic_get(t, args[0], name);
    return value_is_unbound(result) ? attr_error(t, args[0], name) : result;
}

// C.method(...): a classmethod gets its class without a bound method in between.
static Value method_of_class(Thread *t, Class *cls, Str *name, Value *self) {
    Value found = class_lookup(cls, name);
    if (value_is_kind(found, KIND_CLASSMETHOD) && value_is_function(((Wrapper *)value_object(found))->function)) {
        if (!attr_is_data_descriptor(class_lookup(value_class(value_from_object(cls)), name))) {
            *self = value_from_object(cls);
            return ((Wrapper *)value_object(found))->function;
        }
    }
    return attr_get(t, value_from_object(cls), name);
}

[[gnu::noinline]] static Value find_method(Thread *t, Value v, Str *name, Value *self) {
    AttrEntry *entry = cached_get(value_shape(v), name);
    if (entry->kind == ATTR_METHOD) {
        *self = v;
        return entry->value;
    }
    *self = VALUE_UNBOUND;
    if (value_has_shape(v, &shape_super)) return super_method(t, v, name, self);
    if (value_is_class(v)) return method_of_class(t, value_as_class(v), name, self);
    return attr_get(t, v, name);
}

Value attr_method(Thread *t, Value v, Str *name, Value *self) {
    *self = v;
    Value quick = quick_get(v, name, ATTR_METHOD);
    if (!value_is_unbound(quick)) return quick;
    quick = module_quick(v, name);
    if (!value_is_unbound(quick)) *self = VALUE_UNBOUND;
    return value_is_unbound(quick) ? find_method(t, v, name, self) : quick;
}

// --- writing

static bool attribute_error(Thread *t, const char *form, Str *name, Value v) {
    error_raise(t, &class_AttributeError, form, name, v);
    return false;
}

static bool property_set(Thread *t, Property *p, Value v, Value to) {
    bool deleting = value_is_unbound(to);
    Value f = deleting ? p->del : p->set;
    if (!value_is_none(f)) return !value_is_error(deleting ? call1(t, f, v) : call2(t, f, v, to));
    const char *lacks = deleting ? "deleter" : "setter";
    Str *cls = value_class(v)->qualname;
    if (p->name) error_attribute(t, v, p->name, "property '%S' of '%S' object has no %s", p->name, cls, lacks);
    else error_raise(t, &class_AttributeError, "property of '%S' object has no %s", cls, lacks);
    return false;
}

// `to` VALUE_UNBOUND deletes.
static bool descriptor_set(Thread *t, Value found, Value v, Str *name, Value to) {
    Object *o = value_object(found);
    if (object_kind(o) == KIND_PROPERTY) return property_set(t, (Property *)o, v, to);
    if (object_kind(o) == KIND_NATIVE) {
        Native *n = (Native *)o;
        if (!getter_applies(t, n, v)) return false;
        if (n->def->flags & NATIVE_MEMBER) return error_attribute(t, v, name, "readonly attribute"), false;
        if (n->set) return !value_is_error(native_run(t, n->set, (Value[]){v, to}, 2));
        return attribute_error(t, "attribute '%S' of '%T' objects is not writable", name, v);
    }
    if (value_is_member(found)) return member_set(t, found, v, to);
    Dunder d = value_is_unbound(to) ? DUNDER_DELETE : DUNDER_SET;
    Value result = call_dunder(t, found, d, (Value[]){v, to}, value_is_unbound(to) ? 1 : 2);
    if (!value_is_unbound(result)) return !value_is_error(result);
    error_raise(t, &class_AttributeError, d == DUNDER_SET ? "__set__" : "__delete__");
    return false;
}

static bool read_only(Thread *t, Value v, Str *name, Value found) {
    if (value_is_unbound(found)) attr_error(t, v, name);
    else error_raise(t, &class_AttributeError, "'%T' object attribute '%S' is read-only", v, name);
    return false;
}

static bool own_set(Thread *t, Object *o, Str *name, Value to, Value found) {
    Value v = value_from_object(o);
    if (object_kind(o) == KIND_FUNCTION) {
        Function *f = (Function *)o;
        if (!f->attributes) f->attributes = dict_new(t);
        return f->attributes && dict_set_str(t, f->attributes, name, to);
    }
    Class *cls = o->shape->cls;
    if (cls->flags & CLASS_ENUM) {
        error_raise(t, &class_AttributeError, "cannot assign to '%S' of %S: the variants of an enum are immutable; use `class` for a mutable type",
                    name, cls->qualname);
        return false;
    }
    if (cls->flags & CLASS_STRUCT) {
        error_raise(t, &class_AttributeError,
                    "cannot assign to field '%S' of struct '%S': structs are immutable; use `class` for a mutable type, or make a changed "
                    "copy: p.with_(%S=...)",
                    name, cls->name, name);
        return false;
    }
    if (o->shape->has_fields && !(cls->flags & CLASS_SLOTS)) return object_set_field(t, o, name, to);
    return read_only(t, v, name, found);
}

static bool generic_set(Thread *t, Value v, Str *name, Value to) {
    Value found = class_lookup(value_class(v), name);
    if (attr_is_data_descriptor(found)) return descriptor_set(t, found, v, name, to);
    if (value_is_class(v)) return class_set_attr(t, value_as_class(v), name, to);
    if (value_is_kind(v, KIND_MODULE) && module_hides((Module *)value_object(v), name)) return hidden_error(t, v, name), false;
    if (value_is_kind(v, KIND_MODULE)) return module_set(t, (Module *)value_object(v), name, to);
    if (value_is_object(v)) return own_set(t, value_object(v), name, to, found);
    return read_only(t, v, name, found);
}

bool attr_store_new(Thread *t, Object *o, const AttrEntry *entry, Value to) {
    ObjectLock lock;
    object_lock(t, &lock, o, NULL);
    bool same = o->shape == entry->shape;
    if (same) {
        *(Value *)((char *)o + entry->offset) = to;
        __atomic_store_n(&o->shape, entry->to, __ATOMIC_RELEASE);
    }
    object_unlock(t, &lock);
    return same;
}

[[gnu::noinline]] static bool set_slowly(Thread *t, Value v, Str *name, Value to) {
    Shape *s = value_shape(v);
    AttrEntry *entry = &lookup_caches->set[cache_slot(s, name)];
    if (!entry_fits(entry, s, name)) attr_describe_set(t, s, name, entry);
    if (entry->kind == ATTR_INLINE && attr_store(t, value_object(v), s, entry, to)) return true;
    if (value_same(s->cls->dunders[DUNDER_SETATTR], class_object.dunders[DUNDER_SETATTR])) return generic_set(t, v, name, to);
    return !value_is_error(call_dunder(t, v, DUNDER_SETATTR, (Value[]){value_from_object(name), to}, 2));
}

bool attr_set(Thread *t, Value v, Str *name, Value to) {
    if (!value_is_object(v)) return set_slowly(t, v, name, to);
    Object *o = value_object(v);
    Shape *s = o->shape;
    const AttrEntry *entry = &lookup_caches->set[cache_slot(s, name)];
    if (!entry_fits(entry, s, name) || entry->kind != ATTR_INLINE || !attr_store(t, o, s, entry, to)) return set_slowly(t, v, name, to);
    return true;
}

static bool own_delete(Thread *t, Object *o, Str *name, Value found) {
    if (object_kind(o) == KIND_FUNCTION) {
        Dict *attributes = ((Function *)o)->attributes;
        if (attributes && !value_is_unbound(dict_pop_str(t, attributes, name))) return true;
    } else if (o->shape->cls->flags & CLASS_STRUCT) {
        return own_set(t, o, name, VALUE_NONE, found);
    } else if (o->shape->has_fields) {
        if (object_delete_field(t, o, name)) return true;
        if (error_pending(t)) return false;
    }
    bool open = o->shape->has_fields && !(o->shape->cls->flags & CLASS_SLOTS);
    return read_only(t, value_from_object(o), name, open ? VALUE_UNBOUND : found);
}

static bool generic_delete(Thread *t, Value v, Str *name) {
    Value found = class_lookup(value_class(v), name);
    if (attr_is_data_descriptor(found)) return descriptor_set(t, found, v, name, VALUE_UNBOUND);
    if (value_is_class(v)) return class_delete_attr(t, value_as_class(v), name);
    if (value_is_kind(v, KIND_MODULE)) {
        if (module_hides((Module *)value_object(v), name)) return hidden_error(t, v, name), false;
        if (module_delete(t, (Module *)value_object(v), name)) return true;
        if (!error_pending(t)) attr_error(t, v, name);
        return false;
    }
    if (value_is_object(v)) return own_delete(t, value_object(v), name, found);
    attr_error(t, v, name);
    return false;
}

bool attr_delete(Thread *t, Value v, Str *name) {
    Value del = value_dunder(v, DUNDER_DELATTR);
    if (value_same(del, class_object.dunders[DUNDER_DELATTR])) return generic_delete(t, v, name);
    Value arg = value_from_object(name);
    return !value_is_error(call_dunder(t, v, DUNDER_DELATTR, &arg, 1));
}

Value object_setattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    return name && generic_set(t, args[0], name, args[2]) ? VALUE_NONE : VALUE_ERROR;
}

Value object_delattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    return name && generic_delete(t, args[0], name) ? VALUE_NONE : VALUE_ERROR;
}
