// Otter's struct and enum classes: immutable values of named fields.
//
// Both keep a StructInfo in Class.extra. An instance has the class's one shape with every field set; fields are inline. A variant
// of an enum is a struct-like subclass of the enum's class; one without payload is represented by its only instance.
#ifndef OTTER_STRUCT_H
#define OTTER_STRUCT_H

#include "class.h"
#include "tuple.h"

Class *struct_new(Thread *t, Str *name, Tuple *fields, Tuple *types, Dict *ns, Str *module);   // NULL: exception pending
Class *enum_new(Thread *t, Str *name, Tuple *variants, Tuple *types, Dict *ns, Str *module);   // types: a tuple for each, or NULL
// Constructor of classes with CLASS_STRUCT.
Value struct_construct(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames);
Tuple *struct_values(Thread *t, const Object *o);            // its fields' values in order; NULL: no memory
Value enum_try_unwrap(Thread *t, Value v);                   // the intrinsic try_unwrap
bool enum_prelude(Thread *t);                                // Option and Result among the builtins
void struct_init_classes(void);

// Does *v keep a promise (descriptors: see the intrinsic check_promise)? Converts an int for float in place. false may leave
// an exception pending; promise_broken raises the TypeError otherwise.
bool promise_accepts(Thread *t, Value *v, Value descriptor);
Value promise_broken(Thread *t, Value v, Value descriptor, Str *promise);

#endif
