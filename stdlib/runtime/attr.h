// Attribute access with Python's protocol (descriptors, __getattr__, instance fields, class attributes).
// Names are interned strings.
#ifndef OTTER_ATTR_H
#define OTTER_ATTR_H

#include "class.h"
#include "str.h"
#include "thread.h"

Value attr_get(Thread *t, Value v, Str *name);                       // AttributeError when absent
Value attr_find(Thread *t, Value v, Str *name);                      // VALUE_UNBOUND when absent, VALUE_ERROR for other errors
bool attr_set(Thread *t, Value v, Str *name, Value to);
bool attr_delete(Thread *t, Value v, Str *name);
// For method calls: *self is v when the result is a plain function to be called with v first, else VALUE_UNBOUND.
Value attr_method(Thread *t, Value v, Str *name, Value *self);

// Fields of an instance, without the protocol. VALUE_UNBOUND when absent.
Value object_get_field(const Object *o, Str *name);
bool object_set_field(Thread *t, Object *o, Str *name, Value v);
bool object_delete_field(Thread *t, Object *o, Str *name);           // false, nothing pending: absent
// The same for what __slots__ name: its values are fields, too, but not in __dict__ (member.h).
Value object_get_slot(const Object *o, Str *name);
bool object_set_slot(Thread *t, Object *o, Str *name, Value v);
bool object_delete_slot(Thread *t, Object *o, Str *name);
Dict *object_fields_dict(Thread *t, Object *o);                      // a new dict of the fields, slots aside
// o.__dict__: from now on the attributes live in this dict. NULL: exception pending.
Dict *object_dict(Thread *t, Object *o);
bool object_replace_dict(Thread *t, Object *o, Dict *d);

// What an attribute of objects of one shape means, for inline caches: true as long as shape->cls->version == version.
typedef enum {
    ATTR_SLOW,      // ask attr_get, attr_method or attr_set each time
    ATTR_INLINE,    // the word at byte `offset` of the object (when setting: and the object's shape becomes `to`)
    ATTR_OVERFLOW,  // values[offset] of the overflow buffer
    ATTR_METHOD,    // `value`, a function found on the class, which a method call passes the object to
    ATTR_VALUE,     // `value`, found on the class, as it is
    ATTR_PROPERTY,  // `value` called with the object: a property's getter
    ATTR_ITEM,      // item `offset` of the tuple, if it has so many: a named tuple's field
} AttrKind;
typedef struct {
    Shape *shape;
    Str *name;
    Value value;
    Shape *to;
    uint32_t version, offset;
    uint8_t kind;
} AttrEntry;
// Look-up caches, of each thread its own.
enum { ATTR_CACHE_SLOTS = 1024, CLASS_CACHE_SLOTS = 2048 };
typedef struct LookupCaches {
    AttrEntry get[ATTR_CACHE_SLOTS], set[ATTR_CACHE_SLOTS];
    struct {
        uint32_t version;
        Str *name;
        Value value;
    } of_class[CLASS_CACHE_SLOTS];
} LookupCaches;
extern __thread LookupCaches *lookup_caches;
bool lookup_caches_init(void);   // of a new thread; the first has static ones. false: no memory
void lookup_caches_fini(void);

void attr_describe_get(Shape *s, Str *name, AttrEntry *entry);
const AttrEntry *attr_cached_get(Shape *s, Str *name);   // the same from a shared cache; valid until the next call
void attr_describe_set(Thread *t, Shape *s, Str *name, AttrEntry *entry);   // INLINE or SLOW

// Sets what an INLINE entry for objects of shape `s` describes; s is what o's was just now. false: it is no longer. A field that
// is there is stored to, whatever other threads do to the object's shape; a new one appears under the object's lock.
bool attr_store_new(Thread *t, Object *o, const AttrEntry *entry, Value to);
static inline bool attr_store(Thread *t, Object *o, const Shape *s, const AttrEntry *entry, Value to) {
    if (entry->to != s) {
        if (__builtin_expect(t->parallel, 0)) return attr_store_new(t, o, entry, to);
        o->shape = entry->to;
    }
    *(Value *)((char *)o + entry->offset) = to;
    return true;
}

// Shapes.
Shape *shape_new_root(Thread *t, Class *cls);
Shape *shape_with_field(Thread *t, Shape *s, Str *name);             // the transition
int32_t shape_find(const Shape *s, Str *name);                       // field index or -1

#endif
