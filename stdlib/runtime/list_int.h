// The storage of lists, for list*.c.
#ifndef OTTER_LIST_INT_H
#define OTTER_LIST_INT_H

#include "list.h"

Buffer *list_no_items(void);                                  // the shared buffer of empty lists
Buffer *list_buffer_new(Thread *t, size_t capacity);          // NULL: MemoryError pending
bool list_splice(Thread *t, List *l, size_t from, size_t to, const Value *items, size_t n);
void list_delete_strided(List *l, size_t start, size_t step, size_t count);

#endif
