// Views and iterators of dicts, and mappingproxy: what dict's method table names.
#ifndef OTTER_DICT_VIEWS_H
#define OTTER_DICT_VIEWS_H

#include "dict.h"

typedef struct {
    Object header;
    Dict *dict;
} DictView;

typedef enum { DICT_KEYS, DICT_VALUES, DICT_ITEMS } DictPart;

// A new iterator over a part of d's entries, forwards or backwards.
Value dict_iterator_new(Thread *t, Dict *d, DictPart part, bool backwards);
// A read-only view of any mapping.
Value mappingproxy_new(Thread *t, Value mapping);

// Native methods (see native.h).
Value dict_init_method(Thread *t, Value *args, uint32_t nargs);
Value dict_repr(Thread *t, Value *args, uint32_t nargs);
Value dict_iter(Thread *t, Value *args, uint32_t nargs);
Value dict_reversed(Thread *t, Value *args, uint32_t nargs);
Value dict_keys(Thread *t, Value *args, uint32_t nargs);
Value dict_values(Thread *t, Value *args, uint32_t nargs);
Value dict_items(Thread *t, Value *args, uint32_t nargs);

#endif
