// What the files about str share with each other and nobody else: parts of its method table, argument checks.
#ifndef OTTER_STR_INT_H
#define OTTER_STR_INT_H

#include "exception.h"
#include "heap.h"
#include "native.h"
#include "ops.h"
#include "str.h"

extern const NativeDef str_case_methods[], str_edit_methods[], str_find_methods[], str_object_methods[],
    str_predicate_methods[], str_split_methods[];

static inline Value str_result(Str *s) { return s ? value_from_object(s) : VALUE_ERROR; }
Str *str_join_values(Thread *t, const Str *sep, const Value *items, size_t n);

// Self, as a plain str: what a method gives back when it has nothing to change.
static inline Value str_same(Thread *t, Value self) { return str_result(str_from_value(t, self)); }

// v as a Str, or NULL with TypeError "NAME must be str, not T" pending.
static inline Str *str_argument(Thread *t, Value v, const char *name) {
    if (value_is_str(v)) return value_str(v);
    error_type(t, "%s must be str, not %A", name, v);
    return NULL;
}

#endif
