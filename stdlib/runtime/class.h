// Classes. Builtin classes are static objects (builtin_classes.def): `&class_str`; their shapes too: `&shape_str`.
// A class caches what its MRO gives for each dunder (dunders.def) in `dunders`, kept true by class_set_attr.
#ifndef OTTER_CLASS_H
#define OTTER_CLASS_H

#include "object.h"

typedef enum {
#define DUNDER(name, text) DUNDER_##name,
#include "dunders.def"
#undef DUNDER
    DUNDER_COUNT
} Dunder;

enum { CLASS_FIELDS_LAST = 1 };  // fields_offset of subclasses of str, bytes, tuple: the overflow word follows the variable part

enum {
    CLASS_BUILTIN = 1,
    CLASS_EXCEPTION = 2,      // derives from BaseException
    CLASS_FINAL = 4,          // cannot be a base (bool, NoneType, range, ...)
    CLASS_STRUCT = 8,         // Otter struct: immutable value
    CLASS_ENUM = 16,          // Otter sum type
    CLASS_ABSTRACT = 32,
    CLASS_SEQUENCE = 128,     // sequence patterns take its instances
    CLASS_MAPPING = 256,      // mapping patterns do
    CLASS_METACLASS = 512,    // may be named as metaclass=
    CLASS_FIELDS = 1024,      // builtin, and its instances take any attributes
    CLASS_GENERIC = 2048,     // `class C[T]`: C[int] and D[int] of a class D derived from it are aliases
    CLASS_OWN_SLOTS = 4096,   // its __slots__ names attributes: CPython lays such classes out on their own
    CLASS_QUALIFIED = 8192,   // messages name it with its module: its counterpart in CPython is written in C
    CLASS_BUFFER = 16384,     // of the library: its instances show the bytearray in their attribute _data to whoever takes bytes
    CLASS_MEMBERS = 32768,    // it or a base has slots
    CLASS_SLOTS = 64,         // it and its bases all say __slots__: instances take only those attributes
};

struct Class {
    Object header;            // shape of classes (shape_type)
    Str *name;                // __name__
    Str *qualname;
    Value module;             // str or None
    Class *base;              // first base: whose layout instances extend; NULL for object
    Tuple *bases;
    Tuple *mro;               // itself first
    Dict *ns;                 // class attributes, in order of definition
    const Layout *layout;     // of instances
    Shape *root;              // shape of a fresh instance
    Shape *dictionary;        // shape of instances whose attributes are in a dict; NULL: none yet
    uint32_t flags;
    uint32_t fields_offset;   // where the overflow word of instances is; 0: instances have no fields
    uint32_t inline_fields;   // learned from the class body's self.x assignments; at least 4
    uint32_t version;         // changes with every change of the class or its bases
    Value dunders[DUNDER_COUNT];  // VALUE_UNBOUND: none
    struct Buffer *subclasses;    // raw, so weak: direct subclasses, for invalidation
    uint32_t subclass_count;
    uint64_t pruned;              // 1 + the collection in which `subclasses` last lost its dead
    // Builtin classes: answers a call with positional arguments alone, without __new__ and __init__; VALUE_UNBOUND: these
    // arguments need them (to say what is wrong). Not inherited.
    Value (*construct)(Thread *t, const Value *args, uint32_t nargs);
    void *extra;              // of struct and enum classes (struct.h)
};

// layout_IDENT describes the instances of builtin class IDENT and is defined by the file that owns their struct; class.c makes
// shape_IDENT of it. Weak: a class without a layout of its own takes its base's (bool: int's; exceptions: BaseException's).
#define BUILTIN_CLASS(ident, name, base, kind, flags) \
    extern Class class_##ident;                       \
    extern Shape shape_##ident;                       \
    extern const Layout layout_##ident __attribute__((weak));
// Shapes of classes with a layout of their own are complete before class_init, so interned strings may be made first.
#include "builtin_classes.def"
#undef BUILTIN_CLASS

void class_init(Thread *t);  // sets up every builtin class; once, after heap and interned strings, before any class_add_natives
void class_seal(void);  // after the last class_add_natives of start-up: fills the dunder caches

// Looks `name` (interned) up along the MRO; VALUE_UNBOUND when absent. Never raises, never binds.
Value class_lookup(Class *cls, Str *name);
static inline Value class_dunder(Class *cls, Dunder d) { return cls->dunders[d]; }
static inline Value value_dunder(Value v, Dunder d) { return class_dunder(value_class(v), d); }
Str *dunder_name(Dunder d);

bool class_is_subclass(const Class *cls, const Class *of);   // by MRO
static inline bool value_is_instance(Value v, const Class *of) { return class_is_subclass(value_class(v), of); }

// A new class as the class statement makes it. `bases` may be empty (then object). Raises TypeError for an impossible layout or
// MRO. Calls __set_name__ of attributes and __init_subclass__ with `keywords` (dict or NULL).
Class *class_new(Thread *t, Str *name, Str *qualname, Tuple *bases, Dict *ns, Dict *keywords);
struct Cell;
// The same, filling the body's __class__ cell (NULL: none) before the hooks run.
Class *class_new_of(Thread *t, Class *meta, Str *name, Str *qualname, Tuple *bases, Dict *ns, Dict *keywords, struct Cell *cell);
// The metaclass of a class with these bases for which `meta` is asked: the most derived one. NULL: TypeError, they conflict.
Class *class_metaclass(Thread *t, Class *meta, const Tuple *bases);
bool class_set_attr(Thread *t, Class *cls, Str *name, Value v);     // invalidates caches in all subclasses
bool class_delete_attr(Thread *t, Class *cls, Str *name);
// Told of each class that changes, its subclasses too: which attribute, or NULL for anything. NULL: nobody listens.
extern void (*class_changed)(Class *cls, const Str *name);

// A fresh instance of cls with no fields set; size from layout and inline fields.
Object *class_instantiate(Thread *t, Class *cls);
// The same for str, bytes and tuple (and subclasses): `variable` bytes follow the layout's fixed part.
Object *class_instantiate_sized(Thread *t, Class *cls, size_t variable);
// Where an object whose class has fields (fields_offset != 0) keeps its overflow buffer.
struct Buffer **object_overflow(Object *o);
size_t class_fields_last_offset(const Object *o);   // byte offset of that word when fields_offset is CLASS_FIELDS_LAST

// Native methods and attributes of a builtin class: appended to its namespace at start-up, or when its module is imported (then
// it has no subclasses yet). Table ends with a NULL name. See native.h.
struct NativeDef;
void class_add_natives(Class *cls, const struct NativeDef *defs);

#endif
