// The builtins module: Python's builtin functions and classes, and Otter's prelude.
#ifndef OTTER_BUILTINS_H
#define OTTER_BUILTINS_H

#include "module.h"
#include "native.h"

bool builtins_init(Thread *t);   // makes module_builtins; after every class has its natives
bool object_is_instance(Thread *t, Value v, Value class_or_tuple, int *result);   // isinstance; false: TypeError pending
bool object_is_subclass(Thread *t, Class *cls, Value class_or_tuple, int *result);

// Tables, one per file; builtins_init joins them.
extern const NativeDef builtins_output[], builtins_object[], builtins_class[], builtins_number[];
extern const NativeDef builtins_iter[];   // sorted, min, max, sum, any, all, len, iter, next
// What takes the arguments of calls without keywords as they are (Native.direct).
Value builtin_print_direct(Thread *t, Value *args, uint32_t nargs);
Value builtin_sorted_direct(Thread *t, Value *args, uint32_t nargs);
Value builtin_min_direct(Thread *t, Value *args, uint32_t nargs);
Value builtin_max_direct(Thread *t, Value *args, uint32_t nargs);

#endif
