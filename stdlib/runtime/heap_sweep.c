// Metadata of one block: sweeping marks into holes, finding holes and objects.
//
// Sweeping reads and writes only the 4 KB of metadata, never the objects, 16 or more granules at a time.
#include "heap_int.h"

// A live object loses its mark; a dead one's start becomes a hole (holes that touch are found as one).
static void meta_sweep(uint8_t *meta) {
    for (uint32_t i = 0; i < BLOCK_GRANULES; i++) {
        uint8_t m = meta[i];
        uint8_t hole = m != 0 ? META_HOLE : 0;
        meta[i] = m & META_MARK ? (uint8_t)(m & ~META_MARK) : hole;
    }
}

void block_sweep(char *block) {
    Chunk *c = chunk_of(block);
    Block *b = block_of(block);
    meta_sweep(meta_of(block));
    b->state = BLOCK_SWEPT;
    b->live = 0;
    b->zeroed = false;
    c->unswept &= ~(1ull << (uint32_t)(b - c->blocks));
}

void blocks_finish_sweep(void) {
    while (block_take_unswept() != NULL) continue;
}

static uint64_t meta_word(const uint8_t *meta, uint32_t at) {
    uint64_t word;
    memcpy(&word, meta + at, 8);
    return word;
}

// Overwrites dead objects, so that who still uses one fails soon.
void block_poison(char *block) {
    const uint8_t *meta = meta_of(block);
    for (uint32_t at = 0; at < BLOCK_GRANULES; at += 8) {
        uint64_t word = meta_word(meta, at), starts = 0x0101010101010101ull * META_START;
        for (uint64_t dead = word & starts & ~(word >> 1); dead != 0; dead &= dead - 1) {
            uint32_t i = at + (uint32_t)__builtin_ctzll(dead) / 8;
            memset(block + (size_t)i * HEAP_GRANULE, HEAP_POISON, (size_t)meta_extent(meta, i) * HEAP_GRANULE);
        }
    }
}
static_assert(META_MARK == META_START << 1);

uint32_t meta_find(const uint8_t *meta, uint32_t from, uint8_t bit) {
    uint64_t bits = 0x0101010101010101ull * bit;
    uint32_t at = from & ~7u;
    if (at >= BLOCK_GRANULES) return BLOCK_GRANULES;
    uint64_t word = meta_word(meta, at) & bits & (~0ull << ((from & 7) * 8));
    while (word == 0) {
        at += 8;
        if (at >= BLOCK_GRANULES) return BLOCK_GRANULES;
        word = meta_word(meta, at) & bits;
    }
    return at + (uint32_t)__builtin_ctzll(word) / 8;
}

uint32_t meta_find_end(const uint8_t *meta, uint32_t from) { return meta_find(meta, from + 1, META_START | META_HOLE | META_MARK); }

bool hole_take(HoleCursor *cursor, size_t bytes, size_t slice, HeapLocal *region) {
    if (cursor->block == NULL) return false;
    uint8_t *meta = meta_of(cursor->block);
    uint32_t wanted = (uint32_t)(bytes / HEAP_GRANULE), most = (uint32_t)((bytes > slice ? bytes : slice) / HEAP_GRANULE);
    uint32_t from = meta_find(meta, cursor->at, META_HOLE), end = from;
    for (; from < BLOCK_GRANULES; from = meta_find(meta, end, META_HOLE)) {
        end = meta_find(meta, from, META_START);
        if (end - from >= wanted) break;
    }
    if (from >= BLOCK_GRANULES) {
        *cursor = (HoleCursor){NULL, 0};
        return false;
    }
    uint32_t stop = end - from > most ? from + most : end;
    memset(meta + from, 0, stop - from);
    if (stop < end) meta[stop] = META_HOLE;
    cursor->at = stop;
    region->bump = cursor->block + (size_t)from * HEAP_GRANULE;
    region->limit = cursor->block + (size_t)stop * HEAP_GRANULE;
    if (!block_of(cursor->block)->zeroed) memset(region->bump, 0, (size_t)(region->limit - region->bump));
    return true;
}

void hole_give_back(HeapLocal *region) {
    if (region->bump < region->limit) *meta_of(region->bump) = META_HOLE;
    region->bump = region->limit = NULL;
}

static Object *large_containing(Chunk *c, Block *b, uintptr_t address) {
    if (b->state == BLOCK_LARGE_REST) b = &c->blocks[b->first];
    char *start = block_address(c, (uint32_t)(b - c->blocks));
    return address < (uintptr_t)start + b->bytes ? (Object *)start : NULL;
}

Object *heap_find_object(uintptr_t address) {
    Object *o = object_containing(address);
    return (uintptr_t)o == address ? o : NULL;
}

Object *object_containing(uintptr_t address) {
    if (!heap_contains((void *)address)) return NULL;
    Chunk *c = chunk_of((void *)address);
    uint8_t state = heap.chunk_state[chunk_index(c)];
    if (state == CHUNK_NONE) return NULL;
    if (state == CHUNK_HUGE_REST) {
        c = chunk_at(heap.huge_first[chunk_index(c)]);
        return large_containing(c, &c->blocks[CHUNK_FIRST], address);
    }
    Block *b = block_of((void *)address);
    if (b - c->blocks < CHUNK_FIRST || b->state == BLOCK_FREE) return NULL;
    if (b->state >= BLOCK_LARGE) return large_containing(c, b, address);
    char *block = block_address(c, (uint32_t)(b - c->blocks));
    const uint8_t *meta = meta_of(block);
    uint32_t at = (uint32_t)(address - (uintptr_t)block) / HEAP_GRANULE;
    while (at > 0 && meta[at] == 0) at--;
    return meta[at] & META_START ? (Object *)(block + (size_t)at * HEAP_GRANULE) : NULL;
}
