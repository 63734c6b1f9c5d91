// Iterators over lists (both ways) and tuples. A list iterator looks at the list's length at each step.
#include "containers.h"
#include "heap.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "tuple.h"

static void item_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((ItemIterator *)o)->sequence); }

Value iter_list_next(Thread *t, Object *o) { return iter_list_step((ItemIterator *)o); }

static Value list_reverse_next(Thread *t, Object *o) {
    ItemIterator *it = (ItemIterator *)o;
    List *l = (List *)it->sequence;
    if (l != NULL) {
        Value item = list_item_at(l, (uint64_t)it->index);   // -1 is out of bounds like any other
        if (!value_is_unbound(item)) {
            it->index--;
            return item;
        }
        it->sequence = NULL;
    }
    return VALUE_UNBOUND;
}

static Value tuple_next(Thread *t, Object *o) {
    ItemIterator *it = (ItemIterator *)o;
    Tuple *tuple = (Tuple *)it->sequence;
    if (tuple != NULL) {
        if ((uint64_t)it->index < tuple->length) return tuple->items[it->index++];
        it->sequence = NULL;
    }
    return VALUE_UNBOUND;
}

const Layout layout_list_iterator = {"list_iterator", KIND_OTHER, sizeof(ItemIterator), item_trace, NULL, iter_list_next, NULL};
const Layout layout_list_reverseiterator = {"list_reverseiterator", KIND_OTHER, sizeof(ItemIterator), item_trace, NULL, list_reverse_next, NULL};
const Layout layout_tuple_iterator = {"tuple_iterator", KIND_OTHER, sizeof(ItemIterator), item_trace, NULL, tuple_next, NULL};

static Value item_iterator_new(Thread *t, Shape *shape, Value sequence, int64_t index) {
    ItemIterator *it = heap_new(t, shape, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->sequence = value_object(sequence);
    it->index = index;
    return value_from_object(it);
}

Value list_iter(Thread *t, Value *args, uint32_t nargs) { return item_iterator_new(t, &shape_list_iterator, args[0], 0); }
Value tuple_iter(Thread *t, Value *args, uint32_t nargs) { return item_iterator_new(t, &shape_tuple_iterator, args[0], 0); }
Value list_reversed(Thread *t, Value *args, uint32_t nargs) {
    return item_iterator_new(t, &shape_list_reverseiterator, args[0], (int64_t)value_list(args[0])->length - 1);
}

static Value list_hint(Thread *t, Value *args, uint32_t nargs) {
    ItemIterator *it = (ItemIterator *)value_object(args[0]);
    int64_t length = it->sequence == NULL ? 0 : (int64_t)((List *)it->sequence)->length;
    return value_from_small(length > it->index ? length - it->index : 0);
}

static Value list_reverse_hint(Thread *t, Value *args, uint32_t nargs) {
    ItemIterator *it = (ItemIterator *)value_object(args[0]);
    int64_t length = it->sequence == NULL ? 0 : (int64_t)((List *)it->sequence)->length;
    return value_from_small(length <= it->index ? 0 : it->index + 1);
}

static Value tuple_hint(Thread *t, Value *args, uint32_t nargs) {
    ItemIterator *it = (ItemIterator *)value_object(args[0]);
    return value_from_small(it->sequence == NULL ? 0 : (int64_t)((Tuple *)it->sequence)->length - it->index);
}

static const NativeDef list_iterator_methods[] = {ITER_METHODS, {"__length_hint__", list_hint, "self, /", 0}, {}};
static const NativeDef list_reverseiterator_methods[] = {ITER_METHODS, {"__length_hint__", list_reverse_hint, "self, /", 0}, {}};
static const NativeDef tuple_iterator_methods[] = {ITER_METHODS, {"__length_hint__", tuple_hint, "self, /", 0}, {}};

void list_iter_init(void) {
    class_add_natives(&class_list_iterator, list_iterator_methods);
    class_add_natives(&class_list_reverseiterator, list_reverseiterator_methods);
    class_add_natives(&class_tuple_iterator, tuple_iterator_methods);
}
