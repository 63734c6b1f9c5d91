// Arena: memory of one lifetime (session, module, function or scratch), freed as a whole.
//
// Allocation is a pointer bump in a chunk of zeroed memory; a request larger than a chunk gets a chunk
// of its own. Nothing is freed singly. Running out of memory ends the process with a message (base_fail_memory):
// compiler data has no caller that could go on without it.
// One thread at a time.
#ifndef OTTER_BASE_ARENA_H
#define OTTER_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct {
  ArenaChunk *chunks;  // newest first
  char *next;          // first free byte, 16-byte aligned
  char *limit;         // end of the newest chunk
  size_t used;         // bytes handed out since the last reset
} Arena;

// A ready, empty arena. No memory is taken before the first allocation.
void arena_init(Arena *arena);
// Gives all memory back; the arena may be used again as if just initialised.
void arena_fini(Arena *arena);
// Forgets all allocations and keeps one chunk, zeroed, for what follows.
void arena_reset(Arena *arena);

// `size` zeroed bytes, aligned to 16. Never NULL; a size of 0 gives a valid, unusable address.
[[nodiscard, gnu::malloc]] void *arena_alloc(Arena *arena, size_t size);
// `count` zeroed items of `size` bytes; an overflowing product counts as out of memory.
[[nodiscard, gnu::malloc]] void *arena_alloc_array(Arena *arena, size_t count, size_t size);
// A copy of `size` bytes, followed by a NUL that is not counted.
[[nodiscard]] char *arena_copy_bytes(Arena *arena, const void *bytes, size_t size);

#define arena_new(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define arena_new_array(arena, Type, count) ((Type *)arena_alloc_array((arena), (count), sizeof(Type)))

// Says "out of memory" and ends the process with status 70.
[[noreturn]] void base_fail_memory(void);

#endif
