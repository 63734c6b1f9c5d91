// Address space of the heap: chunks, blocks and runs of blocks.
//
// One range is reserved at the start, so "is this address in the heap" is one comparison and a chunk's number a shift.
// Chunks are made accessible one by one and never given back as address space; their memory is (blocks_trim).
// A free block is `zeroed` when it has never been written to since the system gave it.
#include <sys/mman.h>
#include <sys/resource.h>

#include "heap_int.h"

enum {
    CHUNKS_BEFORE_HUGE_PAGES = 1,  // small programs get pages as they touch them; in larger ones faults would cost more
    START_BYTES = 192 << 10,       // what the runtime's own objects take, fetched at once
    HUGE_FROM = 2048,              // chunk where huge objects begin, away from the others, so that
    HUGE_ROOM = 3,                 // they find room behind them to grow to this many times their size
};

Heap heap;
pthread_mutex_t heap_mutex = PTHREAD_MUTEX_INITIALIZER;

// Where the address space is limited, half of it.
static size_t range_wanted(void) {
    struct rlimit space;
    size_t most = (size_t)RANGE_CHUNKS * HEAP_CHUNK_BYTES;
    if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur / 2 >= most) return most;
    return (size_t)(space.rlim_cur / 2) & ~(size_t)(HEAP_CHUNK_BYTES - 1);
}

bool chunk_reserve_range(void) {
    size_t step = HEAP_CHUNK_BYTES;
    for (size_t size = range_wanted(); size >= 4 * step; size -= size / 4 / step * step + step) {
        char *p = mmap(NULL, size + HEAP_CHUNK_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (p == MAP_FAILED) continue;
        heap.base = (char *)(((uintptr_t)p + HEAP_CHUNK_BYTES - 1) & ~(uintptr_t)(HEAP_CHUNK_BYTES - 1));
        heap.reserved = size;
        return true;
    }
    return false;
}

static uint32_t chunks_reserved(void) { return (uint32_t)(heap.reserved / HEAP_CHUNK_BYTES); }

// `count` neighbouring chunks nobody uses, or RANGE_CHUNKS.
static uint32_t chunk_find_unused(uint32_t from, uint32_t count) {
    uint32_t end = chunks_reserved(), length = 0;
    for (uint32_t i = from; i < end; i++) {
        length = heap.chunk_state[i] == CHUNK_NONE ? length + 1 : 0;
        if (length == count) return i + 1 - count;
    }
    return RANGE_CHUNKS;
}

static uint32_t chunk_find_place(uint32_t count) {
    uint32_t quarter = chunks_reserved() / 4, from = quarter < HUGE_FROM ? quarter : HUGE_FROM;
    uint32_t roomy = count > 1 && count < RANGE_CHUNKS / HUGE_ROOM ? chunk_find_unused(from, count * HUGE_ROOM) : RANGE_CHUNKS;
    return roomy != RANGE_CHUNKS ? roomy : chunk_find_unused(0, count);
}

// Chunks `from` and on of the huge object in chunk `first` become accessible.
static bool chunks_open(uint32_t first, uint32_t from, uint32_t count) {
    char *start = (char *)chunk_at(from);
    size_t size = (size_t)count * HEAP_CHUNK_BYTES;
    if (mprotect(start, size, PROT_READ | PROT_WRITE) != 0) return false;
    if (heap.chunk_end >= CHUNKS_BEFORE_HUGE_PAGES) madvise(start, size, MADV_HUGEPAGE);
    for (uint32_t i = from; i < from + count; i++) {
        heap.chunk_state[i] = i == first ? CHUNK_BLOCKS_STATE : CHUNK_HUGE_REST;
        heap.huge_first[i] = first;
    }
    if (from + count > heap.chunk_end) heap.chunk_end = from + count;
    heap.size = (size_t)heap.chunk_end * HEAP_CHUNK_BYTES;
    return true;
}

static uint64_t blocks_set(uint32_t from, uint32_t count) {
    return (count == 64 ? ~0ull : (1ull << count) - 1) << from;
}

static Chunk *chunk_new(uint32_t count) {
    uint32_t index = chunk_find_place(count);
    bool very_first = heap.chunk_end == 0;
    if (index == RANGE_CHUNKS || !chunks_open(index, index, count)) return NULL;
    Chunk *c = chunk_at(index);
    if (very_first) madvise(block_address(c, CHUNK_FIRST), START_BYTES, MADV_POPULATE_WRITE);
    c->run = count;
    c->free = blocks_set(CHUNK_FIRST, CHUNK_BLOCKS - CHUNK_FIRST);
    for (uint32_t i = CHUNK_FIRST; i < CHUNK_BLOCKS; i++) c->blocks[i].zeroed = true;
    if (index < heap.free_from) heap.free_from = index;
    return c;
}

// The chunk has no objects: its memory goes to the system, its addresses to whoever needs some next.
static void chunk_release(Chunk *c) {
    uint32_t index = chunk_index(c), count = c->run;
    size_t size = (size_t)count * HEAP_CHUNK_BYTES;
    madvise(c, size, MADV_DONTNEED);
    mprotect(c, size, PROT_NONE);
    for (uint32_t i = 0; i < count; i++) heap.chunk_state[index + i] = CHUNK_NONE;
}

static void block_take(Chunk *c, uint32_t index, BlockState state) {
    c->free &= ~(1ull << index);
    c->blocks[index].state = (uint8_t)state;
    c->blocks[index].live = 0;
}

// The whole block becomes one hole.
static char *block_open(Chunk *c, uint32_t index) {
    char *block = block_address(c, index);
    uint8_t *meta = meta_of(block);
    block_take(c, index, BLOCK_SWEPT);
    if (!c->blocks[index].zeroed) memset(meta, 0, BLOCK_GRANULES);
    meta[0] = META_HOLE;
    heap.used += BLOCK_BYTES;
    return block;
}

char *block_take_free(void) {
    for (; heap.free_from < heap.chunk_end; heap.free_from++) {
        if (heap.chunk_state[heap.free_from] != CHUNK_BLOCKS_STATE) continue;
        Chunk *c = chunk_at(heap.free_from);
        if (c->free != 0) return block_open(c, (uint32_t)__builtin_ctzll(c->free));
    }
    Chunk *c = chunk_new(1);
    return c == NULL ? NULL : block_open(c, CHUNK_FIRST);
}

char *block_take_unswept(void) {
    for (; heap.unswept_from < heap.chunk_end; heap.unswept_from++) {
        if (heap.chunk_state[heap.unswept_from] != CHUNK_BLOCKS_STATE) continue;
        Chunk *c = chunk_at(heap.unswept_from);
        if (c->unswept == 0) continue;
        char *block = block_address(c, (uint32_t)__builtin_ctzll(c->unswept));
        block_sweep(block);
        return block;
    }
    return NULL;
}

// First of `count` neighbouring members of the set, or CHUNK_BLOCKS.
static uint32_t set_find_run(uint64_t set, uint32_t count) {
    for (uint32_t have = 1; have < count;) {
        uint32_t step = have < count - have ? have : count - have;
        set &= set >> step;
        have += step;
    }
    return set == 0 ? CHUNK_BLOCKS : (uint32_t)__builtin_ctzll(set);
}

static char *run_open(Chunk *c, uint32_t first, uint32_t count, size_t bytes) {
    char *start = block_address(c, first);
    for (uint32_t i = first; i < first + count; i++) {
        size_t offset = (size_t)(i - first) * BLOCK_BYTES;
        size_t length = bytes - offset < BLOCK_BYTES ? bytes - offset : BLOCK_BYTES;
        if (!c->blocks[i].zeroed) memset(start + offset, 0, length);
        block_take(c, i, i == first ? BLOCK_LARGE : BLOCK_LARGE_REST);
        c->blocks[i].first = (uint16_t)first;
    }
    c->blocks[first].bytes = bytes;
    *meta_of(start) = META_START;
    heap.used += bytes;
    return start;
}

static char *run_take_huge(size_t bytes) {
    size_t chunks = (bytes + (size_t)CHUNK_FIRST * BLOCK_BYTES + HEAP_CHUNK_BYTES - 1) / HEAP_CHUNK_BYTES;
    Chunk *c = chunks >= RANGE_CHUNKS ? NULL : chunk_new((uint32_t)chunks);
    if (c == NULL) return NULL;
    for (uint32_t i = CHUNK_FIRST; i < CHUNK_BLOCKS; i++) {
        block_take(c, i, i == CHUNK_FIRST ? BLOCK_LARGE : BLOCK_LARGE_REST);
        c->blocks[i].first = CHUNK_FIRST;
    }
    c->blocks[CHUNK_FIRST].bytes = bytes;
    char *start = block_address(c, CHUNK_FIRST);
    *meta_of(start) = META_START;
    heap.used += bytes;
    return start;
}

char *run_take(size_t bytes) {
    if (bytes > (size_t)(CHUNK_BLOCKS - CHUNK_FIRST) * BLOCK_BYTES) return run_take_huge(bytes);
    uint32_t count = (uint32_t)((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES);
    for (uint32_t i = heap.free_from; i < heap.chunk_end; i++) {
        if (heap.chunk_state[i] != CHUNK_BLOCKS_STATE) continue;
        uint32_t first = set_find_run(chunk_at(i)->free, count);
        if (first != CHUNK_BLOCKS) return run_open(chunk_at(i), first, count, bytes);
    }
    Chunk *c = chunk_new(1);
    return c == NULL ? NULL : run_open(c, CHUNK_FIRST, count, bytes);
}

// Whether the chunks behind a huge object let it have `bytes`.
static bool huge_extend(Chunk *c, size_t bytes) {
    size_t chunks = (bytes + (size_t)CHUNK_FIRST * BLOCK_BYTES + HEAP_CHUNK_BYTES - 1) / HEAP_CHUNK_BYTES;
    uint32_t first = chunk_index(c), from = first + c->run;
    if (chunks > chunks_reserved() - first) return false;
    for (uint32_t i = from; i < first + chunks; i++) {
        if (heap.chunk_state[i] != CHUNK_NONE) return false;
    }
    if (first + chunks > from && !chunks_open(first, from, first + (uint32_t)chunks - from)) return false;
    c->run = (uint32_t)chunks > c->run ? (uint32_t)chunks : c->run;
    return true;
}

// Whether the blocks behind a large object let it have `bytes`; they are zeroed where they are not.
static bool large_extend(Chunk *c, uint32_t first, size_t old, size_t bytes) {
    uint32_t end = first + (uint32_t)((old + BLOCK_BYTES - 1) / BLOCK_BYTES), wanted = first + (uint32_t)((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES);
    if (wanted > CHUNK_BLOCKS || (wanted > end && (~c->free & blocks_set(end, wanted - end)) != 0)) return false;
    char *start = block_address(c, first);
    if (!c->blocks[end - 1].zeroed) memset(start + old, 0, ((size_t)(end - first) * BLOCK_BYTES < bytes ? (size_t)(end - first) * BLOCK_BYTES : bytes) - old);
    for (uint32_t i = end; i < wanted; i++) {
        if (!c->blocks[i].zeroed) memset(block_address(c, i), 0, BLOCK_BYTES);
        block_take(c, i, BLOCK_LARGE_REST);
        c->blocks[i].first = (uint16_t)first;
    }
    return true;
}

bool run_extend(void *p, size_t bytes) {
    Chunk *c = chunk_of(p);
    Block *b = block_of(p);
    if (bytes > SIZE_MAX / 2 || !(c->run > 1 ? huge_extend(c, bytes) : large_extend(c, (uint32_t)(b - c->blocks), b->bytes, bytes))) return false;
    heap.used += bytes - b->bytes;
    b->bytes = bytes;
    return true;
}

static void block_free(Chunk *c, uint32_t index) {
    c->blocks[index].state = BLOCK_FREE;
    c->blocks[index].zeroed = false;
    c->free |= 1ull << index;
}

// A large object's blocks after marking; the number of blocks it has in this chunk.
static uint32_t run_after_mark(Chunk *c, uint32_t first) {
    uint32_t count = 1;
    while (first + count < CHUNK_BLOCKS && c->blocks[first + count].state == BLOCK_LARGE_REST && c->blocks[first + count].first == first) count++;
    uint8_t *meta = meta_of(block_address(c, first));
    if (*meta & META_MARK) {
        *meta &= (uint8_t)~META_MARK;
        heap.live += c->blocks[first].bytes;
        return count;
    }
    heap.used -= c->blocks[first].bytes;
    for (uint32_t i = 0; i < count; i++) block_free(c, first + i);
    return count;
}

static void block_after_mark(Chunk *c, uint32_t index) {
    Block *b = &c->blocks[index];
    if (heap.stress) block_poison(block_address(c, index));
    if (b->live == 0) {
        heap.used -= BLOCK_BYTES;
        block_free(c, index);
        return;
    }
    heap.live += (size_t)b->live * HEAP_GRANULE;
    b->state = BLOCK_UNSWEPT;
    c->unswept |= 1ull << index;
}

static void chunk_after_mark(Chunk *c) {
    for (uint32_t i = CHUNK_FIRST; i < CHUNK_BLOCKS;) {
        BlockState state = (BlockState)c->blocks[i].state;
        if (state == BLOCK_LARGE) {
            i += run_after_mark(c, i);
            continue;
        }
        if (state != BLOCK_FREE) block_after_mark(c, i);
        i++;
    }
    if (c->run > 1 && c->free != 0) chunk_release(c);
}

void blocks_after_mark(void) {
    heap.live = 0;
    heap.free_from = heap.unswept_from = 0;
    for (uint32_t i = 0; i < heap.chunk_end; i++) {
        if (heap.chunk_state[i] == CHUNK_BLOCKS_STATE) chunk_after_mark(chunk_at(i));
    }
    while (heap.chunk_end > 0 && heap.chunk_state[heap.chunk_end - 1] == CHUNK_NONE) heap.chunk_end--;
    heap.size = (size_t)heap.chunk_end * HEAP_CHUNK_BYTES;
}

// Returns the memory of free blocks that hold any, in runs.
static void chunk_trim(Chunk *c) {
    uint64_t all = blocks_set(CHUNK_FIRST, CHUNK_BLOCKS - CHUNK_FIRST);
    if (c->free == all) {
        chunk_release(c);
        return;
    }
    for (uint32_t i = CHUNK_FIRST; i < CHUNK_BLOCKS; i++) {
        Block *b = &c->blocks[i];
        if (b->state != BLOCK_FREE || b->zeroed) continue;
        memset(meta_of(block_address(c, i)), 0, BLOCK_GRANULES);
        madvise(block_address(c, i), BLOCK_BYTES, MADV_DONTNEED);
        b->zeroed = true;
    }
}

static size_t chunk_dirty_free_bytes(const Chunk *c) {
    size_t bytes = 0;
    for (uint32_t i = CHUNK_FIRST; i < CHUNK_BLOCKS; i++) {
        if (c->blocks[i].state == BLOCK_FREE && !c->blocks[i].zeroed) bytes += BLOCK_BYTES;
    }
    return bytes;
}

void blocks_trim(size_t keep_bytes) {
    for (uint32_t i = 0; i < heap.chunk_end; i++) {
        if (heap.chunk_state[i] != CHUNK_BLOCKS_STATE) continue;
        size_t bytes = chunk_dirty_free_bytes(chunk_at(i));
        if (bytes > keep_bytes) chunk_trim(chunk_at(i));
        else keep_bytes -= bytes;
    }
    while (heap.chunk_end > 0 && heap.chunk_state[heap.chunk_end - 1] == CHUNK_NONE) heap.chunk_end--;
    heap.size = (size_t)heap.chunk_end * HEAP_CHUNK_BYTES;
}

uint64_t heap_resident_bytes(void) {
    uint64_t bytes = heap.used;
    for (uint32_t i = 0; i < heap.chunk_end; i++) {
        if (heap.chunk_state[i] == CHUNK_BLOCKS_STATE) bytes += chunk_dirty_free_bytes(chunk_at(i));
    }
    return bytes;
}
