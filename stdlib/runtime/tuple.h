// Tuples: fixed length, immutable after their maker has filled them.
#ifndef OTTER_TUPLE_H
#define OTTER_TUPLE_H

#include "object.h"

struct Tuple {
    Object header;
    uint64_t length;
    Value items[];
};

static inline bool value_is_tuple(Value v) { return value_is_kind(v, KIND_TUPLE); }
static inline Tuple *value_tuple(Value v) { return (Tuple *)value_object(v); }
Tuple *tuple_new(Thread *t, size_t length);           // items None until filled
Tuple *tuple_from(Thread *t, const Value *items, size_t n);
Tuple *tuple_from_list(Thread *t, const List *l);
Tuple *tuple_empty(void);                             // the one empty tuple
Tuple *tuple_from_iterable(Thread *t, Value iterable);  // NULL: exception pending

#endif
