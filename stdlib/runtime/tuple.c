// Tuples: allocation and the methods of the class.
#include "tuple.h"

#include "class.h"
#include "containers.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "range.h"
#include "seq.h"

static void tuple_trace(Object *o, Tracer *tracer) {
    Tuple *tuple = (Tuple *)o;
    tracer_values(tracer, tuple->items, tuple->length);
}

const Layout layout_tuple = {.name = "tuple", .kind = KIND_TUPLE, .size = sizeof(Tuple), .trace = tuple_trace};

static _Alignas(HEAP_GRANULE) Tuple empty_tuple = {.header = {&shape_tuple}};

Tuple *tuple_empty(void) { return &empty_tuple; }

Tuple *tuple_new(Thread *t, size_t length) {
    if (length == 0) return &empty_tuple;
    if (length > SEQ_LENGTH_MAX) {
        error_out_of_memory(t);
        return NULL;
    }
    Tuple *tuple = heap_new(t, &shape_tuple, sizeof(Tuple) + length * sizeof(Value));
    if (tuple == NULL) return NULL;
    tuple->length = length;
    for (size_t i = 0; i < length; i++) tuple->items[i] = VALUE_NONE;
    return tuple;
}

Tuple *tuple_from(Thread *t, const Value *items, size_t n) {
    Tuple *tuple = tuple_new(t, n);
    if (tuple != NULL && n > 0) memcpy(tuple->items, items, n * sizeof(Value));
    return tuple;
}

Tuple *tuple_from_iterable(Thread *t, Value iterable) {
    if (value_has_shape(iterable, &shape_tuple)) return value_tuple(iterable);
    if (value_has_shape(iterable, &shape_list)) {
        List *l = value_list(iterable);
        return tuple_from(t, l->buffer->values, l->length);
    }
    List *l = list_from_iterable(t, iterable);
    return l == NULL ? NULL : tuple_from(t, l->buffer->values, l->length);
}
