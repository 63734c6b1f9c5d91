// The heap's own layout. Nothing outside heap*.c includes this.
//
//   range of address space (reserved once):  | chunk 0 | chunk 1 | chunk 2 ...                       4 MB each, aligned
//   chunk:   | metadata: a byte per granule, 256 KB | block 4 | block 5 | ... | block 63 |           64 KB blocks
//              ^ the bytes that would describe the metadata itself hold the chunk's header
//   huge object: a run of whole chunks; the object starts at block 4 of the first, the others have no metadata
//
// Metadata of a granule:  0          inside whatever began before
//                         START      an object starts here; | MARK found alive by this collection; | LEAF refers to nothing
//                         HOLE       free memory starts here
// An object reaches to the next non-zero byte or the end of its block. A block's first byte is never 0, unless it is free
// or the rest of a large object. During a program's run no MARK is set in swept blocks.
#ifndef OTTER_HEAP_INT_H
#define OTTER_HEAP_INT_H

#include <pthread.h>

#include "heap.h"
#include "thread.h"
#include "threads.h"

enum {
    META_START = HEAP_META_START,
    META_MARK = 2,
    META_HOLE = 4,
    META_LEAF = HEAP_META_LEAF,
    HEAP_POISON = 0xDB,

    BLOCK_BYTES = 1 << 16,
    BLOCK_GRANULES = BLOCK_BYTES / HEAP_GRANULE,
    CHUNK_BLOCKS = HEAP_CHUNK_BYTES / BLOCK_BYTES,
    CHUNK_GRANULES = HEAP_CHUNK_BYTES / HEAP_GRANULE,
    CHUNK_FIRST = CHUNK_GRANULES / BLOCK_BYTES,          // first block that is not metadata
    CHUNK_HEADER_BYTES = CHUNK_GRANULES / HEAP_GRANULE,  // of metadata that describes metadata

    SMALL_MAX = HEAP_INLINE_MAX,        // larger objects do not make a thread leave a hole
    LARGE_MIN = 16 << 10,    // objects beyond this get blocks of their own
    SLICE_BYTES = 8 << 10,   // a hole is zeroed and handed out in slices that stay in the first-level cache
    RANGE_CHUNKS = 1 << 17,  // 512 GB of address space
};

typedef enum {
    BLOCK_FREE,
    BLOCK_UNSWEPT,     // metadata still has the marks of the last collection; dead objects look alive
    BLOCK_SWEPT,       // dead objects are holes; a thread may own it
    BLOCK_LARGE,       // first of a large object's
    BLOCK_LARGE_REST,
} BlockState;

typedef struct {
    uint8_t state;
    bool zeroed;       // free: memory is zero
    uint16_t first;    // LARGE_REST: index of the LARGE block
    uint32_t live;     // granules marked by the last collection
    uint64_t bytes;    // LARGE: object's size, in pages
} Block;

typedef struct Chunk {
    union {
        struct {
            Block blocks[CHUNK_BLOCKS];
            uint64_t free, unswept;  // sets of blocks
            uint32_t run;            // chunks taken by the huge object here; 1: none
        };
        uint8_t meta[CHUNK_GRANULES];
    };
} Chunk;
static_assert(sizeof(Chunk) == CHUNK_GRANULES);
static_assert(offsetof(Chunk, run) + 4 <= CHUNK_HEADER_BYTES);

// A bump region a thread fills besides its main one.
typedef struct {
    char *block;       // NULL: none
    uint32_t at;       // granule of the block where the search for holes goes on
} HoleCursor;

typedef struct HeapThread {
    struct HeapThread *next;
    Thread *thread;
    HoleCursor small, medium;
    HeapLocal medium_region;  // for objects of SMALL_MAX .. LARGE_MIN
} HeapThread;

typedef struct {
    char *base;                 // of the reserved range
    size_t size;                // bytes of it in use by chunks
    size_t reserved;            // bytes
    uint32_t chunk_end;         // chunks ever used
    uint32_t free_from, unswept_from;  // chunks before have none
    uint8_t chunk_state[RANGE_CHUNKS];
    uint32_t huge_first[RANGE_CHUNKS];  // CHUNK_HUGE_REST: where its object starts
    size_t limit;               // bytes, 0: none
    size_t reserve;             // bytes beyond it that may be used just now
    size_t used;                // bytes of blocks that are not free and of large objects
    size_t live;                // bytes found by the last collection
    size_t allocated;           // bytes handed out since
    size_t threshold;           // allocated that starts a collection
    uint64_t collections;
    uint64_t fail_in;           // allocations until one fails on purpose; 0: none
    bool stress, collecting;
    HeapThread *threads;
} Heap;

typedef enum { CHUNK_NONE, CHUNK_BLOCKS_STATE, CHUNK_HUGE_REST } ChunkState;

extern Heap heap;
extern pthread_mutex_t heap_mutex;  // around all of it but `allocated` while several threads run

static inline void heap_lock(void) {
    if (threads_parallel) pthread_mutex_lock(&heap_mutex);
}
static inline void heap_unlock(void) {
    if (threads_parallel) pthread_mutex_unlock(&heap_mutex);
}

static inline Chunk *chunk_of(const void *p) { return (Chunk *)((uintptr_t)p & ~(uintptr_t)(HEAP_CHUNK_BYTES - 1)); }
static inline uint32_t granule_of(const void *p) { return (uint32_t)((uintptr_t)p & (HEAP_CHUNK_BYTES - 1)) / HEAP_GRANULE; }
static inline uint8_t *meta_of(const void *p) { return &chunk_of(p)->meta[granule_of(p)]; }
static inline Block *block_of(const void *p) { return &chunk_of(p)->blocks[((uintptr_t)p & (HEAP_CHUNK_BYTES - 1)) / BLOCK_BYTES]; }
static inline bool heap_contains(const void *p) { return (size_t)((const char *)p - heap.base) < heap.size; }
static inline char *block_address(Chunk *c, uint32_t index) { return (char *)c + (size_t)index * BLOCK_BYTES; }
static inline Chunk *chunk_at(uint32_t index) { return (Chunk *)(heap.base + (size_t)index * HEAP_CHUNK_BYTES); }
static inline uint32_t chunk_index(const Chunk *c) { return (uint32_t)(((const char *)c - heap.base) / HEAP_CHUNK_BYTES); }

// heap_chunk.c: address space, blocks, runs of blocks. NULL: the system has no memory.
bool chunk_reserve_range(void);
char *block_take_free(void);
char *block_take_unswept(void);                    // swept and with holes; NULL: none left
char *run_take(size_t bytes);                      // memory for a large object, zeroed
bool run_extend(void *p, size_t bytes);            // makes a large object longer where it is, by zeros; false: no room
void blocks_after_mark(void);                      // frees what is dead as a whole, plans sweeping; counts heap.live
void blocks_trim(size_t keep_bytes);               // returns free memory beyond keep_bytes to the system

// heap_sweep.c: metadata of one block.
void block_sweep(char *block);
void blocks_finish_sweep(void);
void block_poison(char *block);                    // after marking, before sweeping
uint32_t meta_find(const uint8_t *meta, uint32_t from, uint8_t bit);   // first granule >= from with the bit, or BLOCK_GRANULES
uint32_t meta_find_end(const uint8_t *meta, uint32_t from);            // first granule > from with a non-zero byte, or BLOCK_GRANULES
bool hole_take(HoleCursor *cursor, size_t bytes, size_t slice, HeapLocal *region);  // false: no such hole left in the block
void hole_give_back(HeapLocal *region);            // what was not used is a hole again
Object *object_containing(uintptr_t address);      // NULL: no object there

// Granules of the object that starts at `from`. The eight bytes looked at first may be another block's or no metadata:
// they are readable, and the end of the block wins.
static inline uint32_t meta_extent(const uint8_t *meta, uint32_t from) {
    uint64_t word;
    memcpy(&word, meta + from + 1, 8);
    uint32_t end = word != 0 ? from + 1 + (uint32_t)__builtin_ctzll(word) / 8 : meta_find_end(meta, from);
    return (end < BLOCK_GRANULES ? end : BLOCK_GRANULES) - from;
}

// heap_mark.c
struct Tracer {
    Object **stack;
    size_t top, capacity;
};
void mark_all(Thread *t);
bool object_is_marked(const Object *o);

// heap_roots.c
void roots_trace(Tracer *tracer, Thread *t);
void finish_register(Object *o);
void finish_dead(void);                            // calls the finishers of objects that are not marked

// Bytes the heap may take without having been given a limit (heap_limit.c).
size_t heap_limit_of_machine(void);

#endif
