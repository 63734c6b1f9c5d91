// Small objects of type expressions: C[int], int | str, type parameters.
#ifndef OTTER_UNION_H
#define OTTER_UNION_H

#include "class.h"
#include "tuple.h"

Value generic_alias_new(Thread *t, Value origin, Value args);   // args: tuple or a single argument
Value union_new(Thread *t, Value a, Value b);                   // a | b; VALUE_NOTIMPLEMENTED when they are no types
Tuple *union_members(Value v);                                  // NULL: not a union
Value typevar_new(Thread *t, Str *name);

#endif
