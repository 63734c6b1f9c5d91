// Marking: every object reachable from the roots gets its MARK, by an explicit stack.
//
// An object is pushed when it is marked, so at most once; leaves are not, and their memory is not touched. Before it is traced it waits in a short queue while its memory
// is fetched (Cher, Hosking, Vitek 2004). Objects outside the heap (static ones) are never marked: their contents are roots.
#include <stdlib.h>

#include "class.h"
#include "compiler/base/arena.h"
#include "heap_int.h"

enum { QUEUE_LENGTH = 8, STACK_KEEP = 1 << 16 };

static Tracer tracer;

static void stack_grow(Tracer *m) {
    m->capacity = m->capacity == 0 ? 4096 : m->capacity * 2;
    m->stack = realloc(m->stack, m->capacity * sizeof *m->stack);
    if (m->stack == NULL) base_fail_memory();
}

// Counts the object in its block. Large objects are counted when their runs are looked through.
static inline void count_live(Object *o) {
    Block *b = block_of(o);
    if (b->state < BLOCK_LARGE) {
        const uint8_t *meta = chunk_of(o)->meta + (granule_of(o) & ~(uint32_t)(BLOCK_GRANULES - 1));
        b->live += meta_extent(meta, granule_of(o) & (BLOCK_GRANULES - 1));
    }
}

static inline void mark_in_heap(Tracer *m, Object *o) {
    uint8_t *meta = meta_of(o), was = *meta;
    if ((was & (META_START | META_MARK)) != META_START) return;
    *meta = was | META_MARK;
    if (was & META_LEAF) {
        count_live(o);
        return;
    }
    __builtin_prefetch(o);
    if (m->top == m->capacity) stack_grow(m);
    m->stack[m->top++] = o;
}

static inline void mark_value(Tracer *m, Value v) {
    if (value_is_object(v) && heap_contains(value_object(v))) mark_in_heap(m, value_object(v));
}

void tracer_value(Tracer *m, Value v) { mark_value(m, v); }

void tracer_object(Tracer *m, const void *o) {
    if (heap_contains(o)) mark_in_heap(m, (Object *)o);
}

void tracer_values(Tracer *m, const Value *v, size_t n) {
    for (size_t i = 0; i < n; i++) mark_value(m, v[i]);
}

__attribute__((no_sanitize("address"))) void tracer_words(Tracer *m, const void *from, const void *to) {
    const uintptr_t *word = (const uintptr_t *)(((uintptr_t)from + 7) & ~(uintptr_t)7);
    for (; (const void *)(word + 1) <= to; word++) {
        if (!heap_contains((void *)*word)) continue;
        Object *o = object_containing(*word);
        if (o != NULL) mark_in_heap(m, o);
    }
}

bool object_is_marked(const Object *o) { return !heap_contains(o) || (*meta_of(o) & META_MARK) != 0; }

static void trace_fields(Tracer *m, Object *o, const Shape *s) {
    const Class *cls = s->cls;
    if (cls == NULL || cls->fields_offset == 0) return;
    Buffer **overflow = cls->fields_offset == CLASS_FIELDS_LAST ? object_overflow(o) : (Buffer **)((char *)o + cls->fields_offset);
    tracer_object(m, *overflow);
    uint32_t count = s->field_count < cls->inline_fields ? s->field_count : cls->inline_fields;
    tracer_values(m, (const Value *)(overflow + 1), count);
}

static inline void trace_contents(Tracer *m, Object *o) {
    Shape *s = o->shape;
    if (s == NULL) return;
    tracer_object(m, s);
    if (s->layout->trace != NULL) s->layout->trace(o, m);
    if (s->has_fields) trace_fields(m, o, s);
}

void tracer_static(Tracer *m, Object *o) { trace_contents(m, o); }

static void mark_drain(Tracer *m) {
    Object *queue[QUEUE_LENGTH] = {NULL};
    uint32_t waiting = 0;
    for (uint32_t at = 0; m->top > 0 || waiting > 0; at = (at + 1) % QUEUE_LENGTH) {
        Object *o = queue[at];
        queue[at] = NULL;
        if (o != NULL) {
            waiting--;
            count_live(o);
            trace_contents(m, o);
        }
        if (m->top > 0) {
            queue[at] = m->stack[--m->top];
            __builtin_prefetch(queue[at]);
            waiting++;
        }
    }
}

void mark_all(Thread *t) {
    roots_trace(&tracer, t);
    mark_drain(&tracer);
    if (tracer.capacity > STACK_KEEP) {
        free(tracer.stack);
        tracer = (Tracer){NULL, 0, 0};
    }
}
