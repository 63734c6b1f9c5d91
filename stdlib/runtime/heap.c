// The heap's front: allocation, attached threads, when to collect.
//
// Each thread fills holes of blocks it owns; taking blocks and large objects is under one short lock, inside which nothing collects or
// waits. A collection happens inside an allocation, when more has been taken since the last one than threshold_for allows, or
// when the limit is hit; the world stands still meanwhile (threads.h).
// Small objects fill holes of swept blocks; medium ones take free blocks, so that they do not make the thread skip holes;
// objects over LARGE_MIN get runs of blocks.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "class.h"
#include "exception.h"
#include "heap_int.h"
#include "threads.h"

enum { OVERDRAWN_MAX = 256 };  // times until a poll
enum { THRESHOLD_MIN = 8 << 20, THRESHOLD_COMMON = 32 << 20, THRESHOLD_EXTRA = 32 << 20, RESERVE_MIN = 1 << 20, PAGE = 4096, UNLIMITED_MAX = 128 << 20 };

void heap_init(size_t limit_bytes) {
    if (heap.base == NULL && !chunk_reserve_range()) {
        fprintf(stderr, "otter: no address space for the heap\n");
        exit(70);
    }
    heap.limit = limit_bytes;
    heap.threshold = THRESHOLD_MIN;
}

bool heap_attach(Thread *t) {
    HeapThread *h = calloc(1, sizeof *h);
    if (h == NULL) return false;
    h->thread = t;
    t->heap = (HeapLocal){NULL, NULL, h};
    heap_lock();
    h->next = heap.threads;
    heap.threads = h;
    heap_unlock();
    return true;
}

static void thread_retire(HeapThread *h) {
    hole_give_back(&h->thread->heap);
    hole_give_back(&h->medium_region);
    h->small = h->medium = (HoleCursor){NULL, 0};
}

void heap_detach(Thread *t) {
    heap_lock();
    HeapThread **at = &heap.threads;
    while (*at != t->heap.owner) at = &(*at)->next;
    HeapThread *h = *at;
    thread_retire(h);
    *at = h->next;
    t->heap.owner = NULL;
    heap_unlock();
    free(h);
}

// How much may be taken before the next collection. A small heap is collected early, so that what it takes over and over
// stays in the cache; a large one when half again as much as is alive has come, a very large one when as much has: fetching
// memory from the system costs more than marking what is alive.
static size_t threshold_for(size_t live) {
    size_t small = THRESHOLD_MIN + 8 * live;
    size_t least = small < THRESHOLD_COMMON ? small : THRESHOLD_COMMON;
    size_t more = live / 2 < THRESHOLD_EXTRA ? live / 2 : THRESHOLD_EXTRA;
    return live + more > least ? live + more : least;
}

static void threshold_adapt(void) {
    heap.threshold = threshold_for(heap.live);
    if (heap.used < heap.limit - heap.limit / 8) heap.reserve = 0;
    blocks_trim(heap.threshold);
}

// Another thread's collection meanwhile does as well.
void heap_collect(Thread *t) {
    if (heap.collecting || !threads_stop(t)) return;
    heap.collecting = true;
    for (HeapThread *h = heap.threads; h != NULL; h = h->next) thread_retire(h);
    blocks_finish_sweep();
    mark_all(t);
    finish_dead();
    blocks_after_mark();
    threshold_adapt();
    heap.allocated = 0;
    heap.collections++;
    heap.collecting = false;
    threads_resume(t);
}

void heap_set_stress(bool every_allocation) {
    heap.stress = every_allocation;
    for (HeapThread *h = heap.threads; h != NULL; h = h->next) thread_retire(h);
}

// A program without a limit is asked about the machine's once it is no longer small: starting must not cost it.
void heap_set_failure(uint64_t nth) {
    heap.fail_in = nth;
    for (HeapThread *h = heap.threads; h != NULL; h = h->next) thread_retire(h);
}

static bool limit_allows(size_t bytes) {
    if (heap.limit == 0 && heap.used + bytes > UNLIMITED_MAX) heap.limit = heap_limit_of_machine();
    return heap.limit == 0 || heap.used + bytes <= heap.limit + heap.reserve;
}

// The limit is reached: what handles the MemoryError gets some room beyond it, once, until the heap is well below again.
static void *refuse(void) {
    if (heap.limit != 0 && heap.reserve == 0) heap.reserve = heap.limit / 16 + RESERVE_MIN;
    return NULL;
}

void heap_overdraw(Thread *t) {
    if (++t->overdrawn > OVERDRAWN_MAX) {
        fputs("MemoryError: the system has no memory left\n", stderr);
        _exit(1);
    }
    heap_lock();
    heap.reserve += RESERVE_MIN;
    heap_unlock();
    threads_ask(t);
}

static char *block_next(bool small) {
    heap_lock();
    char *block = small ? block_take_unswept() : NULL;
    if (block == NULL && limit_allows(BLOCK_BYTES)) block = block_take_free();
    heap_unlock();
    return block;
}

static void count_allocated(size_t bytes) {
    if (threads_parallel) __atomic_fetch_add(&heap.allocated, bytes, __ATOMIC_RELAXED);
    else heap.allocated += bytes;
}

// Gives the region at least `size` bytes; false: no memory without collecting.
static bool region_refill(HoleCursor *cursor, HeapLocal *region, size_t size, bool small) {
    if (region->bump < region->limit) {
        cursor->at = granule_of(region->bump) % BLOCK_GRANULES;
        hole_give_back(region);
    }
    while (!hole_take(cursor, size, heap.stress || heap.fail_in != 0 ? size : SLICE_BYTES, region)) {
        char *block = block_next(small);
        if (block == NULL) return false;
        *cursor = (HoleCursor){block, 0};
    }
    count_allocated((size_t)(region->limit - region->bump));
    return true;
}

static void *take_large(size_t size) {
    size = (size + PAGE - 1) & ~(size_t)(PAGE - 1);
    heap_lock();
    char *p = limit_allows(size) ? run_take(size) : NULL;
    heap_unlock();
    if (p != NULL) count_allocated(size);
    return p;
}

static bool extend_large(void *object, size_t size, size_t old) {
    heap_lock();
    bool done = limit_allows(size - old) && run_extend(object, size);
    heap_unlock();
    if (done) count_allocated(size - old);
    return done;
}

bool heap_extend(void *object, size_t size) {
    if (!heap_contains(object) || heap.stress || heap.fail_in != 0 || size > (size_t)1 << 46) return false;
    const Block *b = block_of(object);
    if (b->state != BLOCK_LARGE || __atomic_load_n(&heap.allocated, __ATOMIC_RELAXED) >= heap.threshold) return false;
    size = (size + PAGE - 1) & ~(size_t)(PAGE - 1);
    return size <= b->bytes || extend_large(object, size, b->bytes);
}

static void *take_without_collecting(HeapThread *h, size_t size) {
    if (size > LARGE_MIN) return take_large(size);
    bool small = size <= SMALL_MAX;
    HeapLocal *region = small ? &h->thread->heap : &h->medium_region;
    void *p = small ? NULL : heap_bump(region, size);
    if (p != NULL) return p;
    return region_refill(small ? &h->small : &h->medium, region, size, small) ? heap_bump(region, size) : NULL;
}

[[gnu::noinline]] static void *take_slow(Thread *t, size_t size) {
    if (size > (size_t)1 << 46) return NULL;
    if (heap.fail_in != 0 && --heap.fail_in == 0) return NULL;
    bool collected = heap.stress || __atomic_load_n(&heap.allocated, __ATOMIC_RELAXED) >= heap.threshold;
    if (collected) heap_collect(t);
    void *p = take_without_collecting(t->heap.owner, size);
    if (p != NULL) return p;
    if (collected) return refuse();
    heap_collect(t);
    p = take_without_collecting(t->heap.owner, size);
    return p != NULL ? p : refuse();
}

void *heap_new(Thread *t, Shape *shape, size_t size) {
    size = (size + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1);
    Object *o = size <= SMALL_MAX ? heap_bump(&t->heap, size) : NULL;
    if (o == NULL) {
        o = take_slow(t, size);
        if (o == NULL) {
            error_out_of_memory(t);
            return NULL;
        }
    }
    o->shape = shape;
    if (shape->layout->finish != NULL) finish_register(o);
    return o;
}

uint64_t heap_live_bytes(void) { return heap.live + heap.allocated; }
uint64_t heap_collections(void) { return heap.collections; }
