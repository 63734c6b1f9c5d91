// The descriptors behind __slots__: `C.x` of a class with a slot x. The values are fields of the object, apart from its __dict__.
#ifndef OTTER_MEMBER_H
#define OTTER_MEMBER_H

#include "class.h"

typedef struct {
    Object header;
    Str *name;      // interned
    Class *owner;   // whose instances have the slot
} Member;

static inline bool value_is_member(Value v) { return value_has_shape(v, &shape_member_descriptor); }
static inline Member *value_member(Value v) { return (Member *)value_object(v); }

Value member_new(Thread *t, Class *owner, Str *name);
Value member_get(Thread *t, Value member, Value self);              // AttributeError when it holds nothing
bool member_set(Thread *t, Value member, Value self, Value to);     // VALUE_UNBOUND empties it
// Whether `found`, which `name` gives in cls, is a slot that holds this attribute of the instances.
bool member_holds(Value found, const Class *cls, const Str *name);
void member_init_class(void);

#endif
