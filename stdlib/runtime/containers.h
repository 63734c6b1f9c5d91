// The container classes among themselves: start-up of each file, and methods that tables of other files name.
#ifndef OTTER_CONTAINERS_H
#define OTTER_CONTAINERS_H

#include "class.h"

void containers_init(void);   // adds the native methods of all container classes; after class_init

// One per file, called by containers_init.
void tuple_init(void);
void list_init(void);
void list_iter_init(void);
void dict_init(void);
void dict_iter_init(void);
void dict_views_init(void);
void mappingproxy_init(void);
void namespace_init(void);
void set_init(void);
void range_init(void);
void range_iter_init(void);
void slice_init(void);
void iter_init(void);
void iter_tools_init(void);

// Called when _collections is imported, so that executables without it do not link these files.
void defaultdict_init(void);
void deque_init(void);
void tuplegetter_init(void);
Value ordered_dict_move_last(Thread *t, Value *args, uint32_t nargs);   // d, key
Value ordered_dict_take_end(Thread *t, Value *args, uint32_t nargs);    // d, last: the pair
int64_t tuplegetter_index(Value v);   // which item a _tuplegetter reads; -1: v is none

// Native methods (see native.h).
Value list_iter(Thread *t, Value *args, uint32_t nargs);
Value list_reversed(Thread *t, Value *args, uint32_t nargs);
Value tuple_compare(Thread *t, Dunder d, Value a, Value b);   // a is a tuple; VALUE_NOTIMPLEMENTED when b is none
Value tuple_iter(Thread *t, Value *args, uint32_t nargs);
Value range_iterate(Thread *t, Value range);   // iter(range)
Value range_number(Thread *t, Value v);           // operator.index(v), a bool as 0 or 1

#endif
