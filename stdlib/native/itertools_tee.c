// itertools.tee: iterators that share one source. They walk along a list of links, the last of which reads the source when it is
// asked first; what all of them have passed is garbage.
#include "itertools_int.h"

typedef struct Link {
    Object header;
    Value source;
    Value item;         // VALUE_UNBOUND: not read yet
    struct Link *next;  // NULL until then
    bool reading;
} Link;

typedef struct {
    Object header;
    Link *link;
} Tee;

static void link_trace(Object *o, Tracer *tracer) {
    tracer_values(tracer, &((Link *)o)->source, 2);
    tracer_object(tracer, ((Link *)o)->next);
}

static void tee_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((Tee *)o)->link); }

static Link *link_new(Thread *t, Value source) {
    Link *link = heap_new(t, &shape_itertools_link, sizeof *link);
    if (!link) return NULL;
    link->source = source;
    link->item = VALUE_UNBOUND;
    return link;
}

static Value link_read(Thread *t, Link *link) {
    if (link->reading) return error_raise(t, &class_RuntimeError, "cannot re-enter the tee iterator");
    link->reading = true;
    Value item = iter_advance(t, link->source);
    link->reading = false;
    if (value_is_unbound(item) || value_is_error(item)) return item;
    Link *next = link_new(t, link->source);
    if (!next) return VALUE_ERROR;
    link->item = item;
    link->next = next;
    return item;
}

static Value tee_next(Thread *t, Object *o) {
    Tee *tee = (Tee *)o;
    Link *link = tee->link;
    Value item = value_is_unbound(link->item) ? link_read(t, link) : link->item;
    if (!value_is_unbound(item) && !value_is_error(item)) tee->link = link->next;
    return item;
}

const Layout layout_itertools_link = {.name = "tee link", .kind = KIND_OTHER, .size = sizeof(Link), .trace = link_trace};
const Layout layout_itertools_tee = {"_tee", KIND_OTHER, sizeof(Tee), tee_trace, NULL, tee_next, NULL};

static Value tee_at(Thread *t, Link *link) {
    Tee *tee = link ? heap_new(t, &shape_itertools_tee, sizeof *tee) : NULL;
    if (!tee) return VALUE_ERROR;
    tee->link = link;
    return value_from_object(tee);
}

static Value tee_over(Thread *t, Value iterable) {
    if (value_has_shape(iterable, &shape_itertools_tee)) return iterable;
    Value source = op_iter(t, iterable);
    return value_is_error(source) ? source : tee_at(t, link_new(t, source));
}

static Value tee_copy(Thread *t, Value *args, uint32_t nargs) { return tee_at(t, ((Tee *)value_object(args[0]))->link); }

static Value tee_new(Thread *t, Value *args, uint32_t nargs) {
    Value tee = tee_over(t, args[1]);
    return value_same(tee, args[1]) ? tee_copy(t, &tee, 1) : tee;
}

static const NativeDef tee_methods[] = {
    {"__new__", tee_new, "cls, iterable, /", NATIVE_STATIC},
    {"__copy__", tee_copy, "self, /", 0},
    ITER_METHODS,
    {},
};

static Value tee(Thread *t, Value *args, uint32_t nargs) {
    int64_t n;
    Value index = int_index(t, args[1]);
    if (value_is_error(index)) return index;
    if (!int_to_i64(index, &n)) return error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t");
    if (n < 0) return error_value(t, "n must be >= 0");
    if (n == 0) return value_from_object(tuple_empty());
    Tuple *all = tuple_new(t, (size_t)n);
    Value first = all ? tee_over(t, args[0]) : VALUE_ERROR;
    if (value_is_error(first)) return first;
    all->items[0] = first;
    for (size_t i = 1; i < all->length; i++) {
        Value other = tee_copy(t, &first, 1);
        if (value_is_error(other)) return other;
        all->items[i] = other;
    }
    return value_from_object(all);
}

const NativeDef itertools_tee_def[] = {{"tee", tee, "iterable, n=2, /", 0}, {}};

void itertools_init_tee(void) {
    itertools_add_class(&class_itertools_tee, tee_methods);
    itertools_add_class(&class_itertools_link, (const NativeDef[]){{}});
}
