// Iterating from C over any iterable, and the general iterators: over __getitem__, over calls, reversed, enumerate, zip,
// map, filter. Native iterators are driven through Layout.next, without a call.
#ifndef OTTER_ITER_H
#define OTTER_ITER_H

#include "class.h"
#include "exception.h"
#include "list.h"
#include "native.h"
#include "ops.h"

typedef struct {
    Value iterator;
    Value (*next)(Thread *t, Object *o);   // NULL: through __next__
} IterCursor;

// The layout's next of an iterator, unless a subclass may have overridden __next__.
static inline Value (*iter_native_next(Value iterator))(Thread *, Object *) {
    if (!value_is_object(iterator)) return NULL;
    const Shape *s = value_object(iterator)->shape;
    return s->cls->flags & CLASS_BUILTIN ? s->layout->next : NULL;
}

// The layout's parts in the same way; NULL: it is asked for items.
typedef Value (*IterParts)(Thread *t, Object *o, Value *out, uint32_t n);
static inline IterParts iter_native_parts(Value iterator) { return iter_native_next(iterator) ? value_object(iterator)->shape->layout->parts : NULL; }

// An iterator over a list, of either direction, or a tuple.
typedef struct {
    Object header;
    Object *sequence;   // NULL once exhausted
    int64_t index;      // of the next item
} ItemIterator;
Value iter_list_next(Thread *t, Object *o);   // the forward list iterator's

// The same where it is called most. Items appended meanwhile are seen; once exhausted it lets go of the list.
static inline Value iter_list_step(ItemIterator *it) {
    if (it->sequence == NULL) return VALUE_UNBOUND;
    Value item = list_item_at((List *)it->sequence, (uint64_t)it->index);
    if (value_is_unbound(item)) it->sequence = NULL;
    else it->index++;
    return item;
}

bool iter_begin(Thread *t, IterCursor *c, Value iterable);           // false: exception pending
// The next item, VALUE_UNBOUND at the end, VALUE_ERROR. May run the program.
static inline Value iter_step(Thread *t, IterCursor *c) {
    if (c->next == iter_list_next) return iter_list_step((ItemIterator *)value_object(c->iterator));
    return c->next != NULL ? c->next(t, value_object(c->iterator)) : op_next(t, c->iterator);
}
// The next item of an iterator, in the same way.
static inline Value iter_advance(Thread *t, Value iterator) {
    if (value_has_shape(iterator, &shape_list_iterator)) return iter_list_step((ItemIterator *)value_object(iterator));
    IterCursor c = {iterator, iter_native_next(iterator)};
    return iter_step(t, &c);
}
// After VALUE_ERROR from a function that an iterator calls: a StopIteration it let out ends the iteration, other errors stay.
static inline Value iter_end_or_error(Thread *t) {
    if (!error_matches(t, &class_StopIteration)) return VALUE_ERROR;
    error_take(t);
    return VALUE_UNBOUND;
}
// How many items to expect: length or __length_hint__, else `fallback`. -1: exception pending.
int64_t iter_length_hint(Thread *t, Value v, int64_t fallback);

// Methods that every native iterator shares: __iter__ gives itself, __next__ goes through the layout.
Value iter_self(Thread *t, Value *args, uint32_t nargs);
Value iter_next_method(Thread *t, Value *args, uint32_t nargs);
#define ITER_METHODS                                  \
    {"__iter__", iter_self, "self, /", 0},            \
    {"__next__", iter_next_method, "self, /", 0}

// An iterator over v[0], v[1], ... until IndexError, for classes with __getitem__ alone.
Value iter_sequence_new(Thread *t, Value sequence);
// iter(callable, sentinel)
Value iter_callable_new(Thread *t, Value callable, Value sentinel);
void iter_init(void);
Value iter_map_step(Thread *t, Object *o);             // a map's next item; a StopIteration of its function is an error like others

#endif
