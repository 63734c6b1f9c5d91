// Objects, layouts and shapes.
//
//   Object:  | shape | ... the struct of its kind ... | overflow | field 0 | field 1 | ... |
//                                                       ^ only if the class gives its instances fields
//
// The one header word leads to the Shape (hidden class), which says class, kind and which attribute lives in which
// field. Fields 0 .. inline_fields-1 are in the object at class->fields_offset + 8 (the word at fields_offset is a
// Buffer with the fields beyond). All objects are 16-byte aligned; static ones exist (builtin classes, their shapes).
// A Layout is a static description of a kind's memory, for the collector: one per C struct.
#ifndef OTTER_OBJECT_H
#define OTTER_OBJECT_H

#include "value.h"

typedef struct Thread Thread;
typedef struct Shape Shape;
typedef struct Class Class;
typedef struct Str Str;
typedef struct Tuple Tuple;
typedef struct List List;
typedef struct Dict Dict;
typedef struct Tracer Tracer;
typedef struct Module Module;

typedef enum {
#define KIND(name) KIND_##name,
#include "kinds.def"
#undef KIND
    KIND_COUNT
} Kind;

struct Object {
    Shape *shape;
};

typedef struct Layout {
    const char *name;                               // for dumps
    Kind kind;
    uint32_t size;                                  // bytes of the fixed part (the C struct); fields of subclasses follow it
    void (*trace)(Object *o, Tracer *tracer);       // reports every reference in the struct; NULL: it has none. Shape and fields are traced by the heap
    void (*finish)(Object *o);                      // releases what is not heap memory (files); NULL mostly
    Value (*next)(Thread *t, Object *o);            // iterators: next item, VALUE_UNBOUND at the end, VALUE_ERROR; NULL: not a native iterator
    // Of iterators that make tuples: the n parts of the next one to out, VALUE_NONE; the end and errors as next; VALUE_FALSE and
    // nothing done: there are not n of them. NULL: it is asked for items.
    Value (*parts)(Thread *t, Object *o, Value *out, uint32_t n);
} Layout;

// One attribute of a shape.
typedef struct {
    Str *name;       // interned
    uint32_t field;  // index
} ShapeField;

struct Shape {
    Object header;             // shape of shapes
    Class *cls;
    const Layout *layout;
    uint8_t kind;              // layout->kind, one load closer
    bool has_fields;           // instances can carry attributes
    bool dictionary;           // the attributes are in a Dict, which the overflow word holds: the program has asked for __dict__
    uint32_t field_count;      // fields present in objects of this shape
    Shape *parent;             // without the last field; NULL: the class's root shape
    ShapeField last;           // what this shape adds to its parent
    struct ShapeTable *table;  // name -> field, shared along a chain of transitions (shape.c); NULL: no fields
    struct Buffer *children;   // values: transitions to shapes with one field more, hashed by its name; NULL: none
    uint32_t child_count;
};

static inline Shape *object_shape(const Object *o) { return o->shape; }
static inline Kind object_kind(const Object *o) { return (Kind)o->shape->kind; }
static inline bool value_is_kind(Value v, Kind k) { return value_is_object(v) && object_kind(value_object(v)) == k; }
static inline bool value_has_shape(Value v, const Shape *s) { return value_is_object(v) && value_object(v)->shape == s; }

Class *value_class(Value v);              // type(v); never NULL
const char *value_type_name(Value v);     // type(v).__name__, NUL-terminated, borrowed

#endif
