// Iterators over ranges: by machine integers when every item is immediate, else by exact ints.
#include "containers.h"
#include "heap.h"
#include "int.h"
#include "iter.h"
#include "range.h"

typedef struct {
    Object header;
    int64_t next, step;    // of the machine form
    uint64_t left;         // items still to come, of the machine form
    Value big, big_step;   // next item and step; big is VALUE_UNBOUND in the machine form
    Value big_left;        // items still to come
} RangeIterator;

static void range_iterator_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((RangeIterator *)o)->big, 3); }

static Value big_next(Thread *t, RangeIterator *it) {
    if (int_sign(it->big_left) <= 0) return VALUE_UNBOUND;
    Value v = it->big;
    Value next = int_add(t, v, it->big_step), left = int_sub(t, it->big_left, value_from_small(1));
    if (value_is_error(next) || value_is_error(left)) return VALUE_ERROR;
    it->big = next;
    it->big_left = left;
    return v;
}

static Value range_next(Thread *t, Object *o) {
    RangeIterator *it = (RangeIterator *)o;
    if (it->left > 0) {
        int64_t v = it->next;
        it->left--;
        it->next = v + it->step;
        return value_from_small(v);
    }
    return value_is_unbound(it->big) ? VALUE_UNBOUND : big_next(t, it);
}

const Layout layout_range_iterator = {"range_iterator", KIND_OTHER, sizeof(RangeIterator), range_iterator_trace, NULL, range_next, NULL};

Value range_iterate(Thread *t, Value range) {
    Range *r = (Range *)value_object(range);
    RangeIterator *it = heap_new(t, &shape_range_iterator, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    int64_t stop;
    it->big = it->big_step = it->big_left = VALUE_UNBOUND;
    if (range_is_small(r, &it->next, &stop, &it->step)) {
        it->left = (uint64_t)value_int(r->length);
    } else {
        it->big = r->start;
        it->big_step = r->step;
        it->big_left = r->length;
    }
    return value_from_object(it);
}

static Value range_iterator_hint(Thread *t, Value *args, uint32_t nargs) {
    RangeIterator *it = (RangeIterator *)value_object(args[0]);
    return value_is_unbound(it->big) ? int_from_u64(t, it->left) : it->big_left;
}

static const NativeDef range_iterator_methods[] = {ITER_METHODS, {"__length_hint__", range_iterator_hint, "self, /", 0}, {}};

void range_iter_init(void) { class_add_natives(&class_range_iterator, range_iterator_methods); }
