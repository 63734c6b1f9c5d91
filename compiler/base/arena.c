// Arena: a list of zeroed chunks, bump-allocated from the newest.
//
// Chunks double from 16 KB to 1 MB, so a small module costs one page fault or two and a large one few calls
// to the C allocator. `next` stays 16-byte aligned, which is what makes every allocation aligned.
#include "compiler/base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_ALIGN = 16, ARENA_FIRST = 16 << 10, ARENA_LARGEST = 1 << 20 };

struct ArenaChunk {
  ArenaChunk *older;
  size_t size;  // bytes of data
  alignas(ARENA_ALIGN) char data[];
};

void base_fail_memory(void) {
  fputs("otter: out of memory\n", stderr);
  exit(70);
}

void arena_init(Arena *arena) {
  *arena = (Arena){0};
}

void arena_fini(Arena *arena) {
  for (ArenaChunk *chunk = arena->chunks; chunk;) {
    ArenaChunk *older = chunk->older;
    free(chunk);
    chunk = older;
  }
  arena_init(arena);
}

void arena_reset(Arena *arena) {
  ArenaChunk *kept = arena->chunks;
  if (!kept) return;
  arena->chunks = kept->older;
  arena_fini(arena);
  kept->older = nullptr;
  memset(kept->data, 0, kept->size);
  *arena = (Arena){.chunks = kept, .next = kept->data, .limit = kept->data + kept->size};
}

static size_t arena_size_chunk(const Arena *arena, size_t wanted) {
  size_t size = arena->chunks ? arena->chunks->size * 2 : ARENA_FIRST;
  if (size > ARENA_LARGEST) size = ARENA_LARGEST;
  return wanted > size ? wanted : size;
}

static void arena_grow(Arena *arena, size_t wanted) {
  size_t size = arena_size_chunk(arena, wanted);
  ArenaChunk *chunk = calloc(1, sizeof(ArenaChunk) + size);
  if (!chunk) base_fail_memory();
  chunk->older = arena->chunks;
  chunk->size = size;
  arena->chunks = chunk;
  arena->next = chunk->data;
  arena->limit = chunk->data + size;
}

void *arena_alloc(Arena *arena, size_t size) {
  if (size > SIZE_MAX / 2) base_fail_memory();
  size_t rounded = (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
  if ((size_t)(arena->limit - arena->next) < rounded || !arena->chunks) arena_grow(arena, rounded);
  void *result = arena->next;
  arena->next += rounded;
  arena->used += rounded;
  return result;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) base_fail_memory();
  return arena_alloc(arena, bytes);
}

char *arena_copy_bytes(Arena *arena, const void *bytes, size_t size) {
  char *copy = arena_alloc(arena, size + 1);
  if (size) memcpy(copy, bytes, size);
  return copy;
}
