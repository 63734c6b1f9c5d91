// What the files of itertools share. Each class is an iterator whose layout has `next`; a source that has ended is not asked again
// where CPython does not ask it either.
#ifndef OTTER_ITERTOOLS_INT_H
#define OTTER_ITERTOOLS_INT_H

#include "stdlib/runtime/call.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/iter.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/tuple.h"

// One per file: adds the methods of its classes.
void itertools_init_endless(void);
void itertools_init_chosen(void);
void itertools_init_joined(void);
void itertools_init_groups(void);
void itertools_init_tee(void);
void itertools_init_arranged(void);

extern const NativeDef itertools_tee_def[];

// The class a module's programs know as itertools.NAME.
void itertools_add_class(Class *cls, const NativeDef *methods);

// A fresh instance of the class that is args[0] of a __new__.
static inline void *itertools_instance(Thread *t, const Value *args) { return class_instantiate(t, (Class *)value_object(args[0])); }
// What __new__ gives when its instance could be made.
static inline Value itertools_made(void *o) { return o ? value_from_object(o) : VALUE_ERROR; }

// The iterator is read no further: ended, or no iterator to begin with.
static inline bool itertools_ended(Value iterator) { return value_is_unbound(iterator); }

// f(v)'s truth, 1 or 0; -1: VALUE_ERROR or the end is to be given (iter_end_or_error).
static inline int itertools_test(Thread *t, Value f, Value v) {
    Value answer = call1(t, f, v);
    return value_is_error(answer) ? -1 : value_truth(t, answer);
}

#endif
