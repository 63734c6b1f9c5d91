// Vec: the two functions that every element type shares. Memory is the C allocator's; capacity doubles.
#include "compiler/base/vec.h"

#include <stdlib.h>

void *vec_grow_items(void *items, uint32_t *capacity, uint32_t wanted, size_t size) {
  uint32_t grown = *capacity < 8 ? 8 : *capacity;
  while (grown < wanted) {
    if (grown > UINT32_MAX / 2) base_fail_memory();
    grown *= 2;
  }
  void *moved = reallocarray(items, grown, size);
  if (!moved) base_fail_memory();
  *capacity = grown;
  return moved;
}

void vec_free_items(void *items) {
  free(items);
}
