// Vec: a growable array of any element type, for compiler data.
//
//   typedef VEC(uint32_t) OffsetVec;
//   OffsetVec offsets = {0};
//   vec_push(&offsets, 42);
//   for (uint32_t i = 0; i < offsets.count; i++) use(offsets.items[i]);
//   vec_fini(&offsets);
//
// A zeroed Vec is empty and ready. `items` moves when the vector grows: keep indices, not addresses.
#ifndef OTTER_BASE_VEC_H
#define OTTER_BASE_VEC_H

#include "compiler/base/arena.h"

#define VEC(Type)             \
  struct {                    \
    Type *items;              \
    uint32_t count, capacity; \
  }

// Makes room for at least `wanted` items of `size` bytes; returns the (moved) items.
void *vec_grow_items(void *items, uint32_t *capacity, uint32_t wanted, size_t size);

#define vec_reserve(vec, wanted)                                                                            \
  ((wanted) > (vec)->capacity                                                                               \
       ? (void)((vec)->items = vec_grow_items((vec)->items, &(vec)->capacity, (wanted), sizeof *(vec)->items)) \
       : (void)0)

#define vec_push(vec, ...)                                         \
  do {                                                             \
    vec_reserve((vec), (vec)->count + 1);                          \
    (vec)->items[(vec)->count++] = (typeof(*(vec)->items))__VA_ARGS__; \
  } while (0)

// Drops and gives the last item. The vector must not be empty.
#define vec_take_last(vec) ((vec)->items[--(vec)->count])
#define vec_last(vec) ((vec)->items[(vec)->count - 1])
#define vec_clear(vec) ((void)((vec)->count = 0))

#define vec_fini(vec)          \
  do {                         \
    vec_free_items((vec)->items); \
    (vec)->items = nullptr;    \
    (vec)->count = (vec)->capacity = 0; \
  } while (0)

void vec_free_items(void *items);

// The items copied into `arena`; the vector is left as it is.
#define vec_copy_items(vec, arena) \
  ((typeof((vec)->items))arena_copy_bytes((arena), (vec)->items, (vec)->count * sizeof *(vec)->items))

#endif
