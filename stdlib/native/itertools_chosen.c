// Those of itertools that give some of the items of one iterator: islice, takewhile, dropwhile, filterfalse, compress.
#include "itertools_int.h"

// islice

typedef struct {
    Object header;
    Value source;        // VALUE_UNBOUND once it is not to be asked any more
    int64_t next, stop;  // index of the next item to give; stop -1: none
    int64_t step, count; // count: of items read so far
} Slice;

static void islice_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((Slice *)o)->source); }

static Value islice_end(Slice *s, Value v) {
    s->source = VALUE_UNBOUND;
    return v;
}

static Value islice_next(Thread *t, Object *o) {
    Slice *s = (Slice *)o;
    if (itertools_ended(s->source)) return VALUE_UNBOUND;
    for (; s->count < s->next; s->count++) {
        Value v = iter_advance(t, s->source);
        if (value_is_unbound(v) || value_is_error(v)) return islice_end(s, v);
    }
    if (s->stop >= 0 && s->count >= s->stop) return islice_end(s, VALUE_UNBOUND);
    Value v = iter_advance(t, s->source);
    if (value_is_unbound(v) || value_is_error(v)) return islice_end(s, v);
    s->count++;
    if (__builtin_add_overflow(s->next, s->step, &s->next) || (s->stop >= 0 && s->next > s->stop)) s->next = s->stop >= 0 ? s->stop : INT64_MAX;
    return v;
}

const Layout layout_itertools_islice = {"islice", KIND_OTHER, sizeof(Slice), islice_trace, NULL, islice_next, NULL};

// A bound, -1 for what is none; None: `missing`.
static int64_t bound(Thread *t, Value v, int64_t missing) {
    int64_t n;
    if (value_is_none(v)) return missing;
    Value i = int_index(t, v);
    if (!value_is_error(i) && int_to_i64(i, &n)) return n;
    if (value_is_error(i)) error_take(t);
    return -1;
}

static bool read_bounds(Thread *t, const Tuple *given, Slice *s) {
    bool only_stop = given->length == 2;
    Value stop = given->items[only_stop ? 1 : 2];
    s->next = only_stop ? 0 : bound(t, given->items[1], 0);
    s->stop = bound(t, stop, -1);
    s->step = given->length == 4 ? bound(t, given->items[3], 1) : 1;
    if (!value_is_none(stop) && s->stop == -1) error_value(t, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    else if (s->next < 0 || s->stop < -1) error_value(t, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    else if (s->step < 1) error_value(t, "Step for islice() must be a positive integer or None.");
    return !error_pending(t);
}

static Value islice_new(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *given = value_tuple(args[1]);
    Slice read = {0};
    if (given->length < 2) return error_type(t, "islice expected at least 2 arguments, got %d", (int)given->length);
    if (given->length > 4) return error_type(t, "islice expected at most 4 arguments, got %d", (int)given->length);
    if (!read_bounds(t, given, &read)) return VALUE_ERROR;
    read.source = op_iter(t, given->items[0]);
    Slice *s = value_is_error(read.source) ? NULL : itertools_instance(t, args);
    if (!s) return VALUE_ERROR;
    read.header = s->header;
    *s = read;
    return value_from_object(s);
}

static const NativeDef islice_methods[] = {{"__new__", islice_new, "cls, /, *args", NATIVE_STATIC}, ITER_METHODS, {}};

// takewhile, dropwhile, filterfalse: a function and a source

typedef struct {
    Object header;
    Value function, source;
    bool passed;   // takewhile: ended; dropwhile: an item has been given
} Chosen;

static void chosen_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Chosen *)o)->function, 2); }

static Value chosen_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[2]);
    Chosen *c = value_is_error(source) ? NULL : itertools_instance(t, args);
    if (!c) return VALUE_ERROR;
    c->function = args[1];
    c->source = source;
    return value_from_object(c);
}

static Value takewhile_next(Thread *t, Object *o) {
    Chosen *c = (Chosen *)o;
    if (c->passed) return VALUE_UNBOUND;
    Value v = iter_advance(t, c->source);
    if (value_is_unbound(v) || value_is_error(v)) return v;
    int good = itertools_test(t, c->function, v);
    if (good > 0) return v;
    if (good < 0) return iter_end_or_error(t);
    c->passed = true;
    return VALUE_UNBOUND;
}

static Value dropwhile_next(Thread *t, Object *o) {
    Chosen *c = (Chosen *)o;
    for (;;) {
        Value v = iter_advance(t, c->source);
        if (c->passed || value_is_unbound(v) || value_is_error(v)) return v;
        int drop = itertools_test(t, c->function, v);
        if (drop < 0) return iter_end_or_error(t);
        if (drop == 0) {
            c->passed = true;
            return v;
        }
    }
}

static Value filterfalse_next(Thread *t, Object *o) {
    const Chosen *c = (Chosen *)o;
    bool itself = value_is_none(c->function) || value_same(c->function, value_from_object(&class_bool));
    for (;;) {
        Value v = iter_advance(t, c->source);
        if (value_is_unbound(v) || value_is_error(v)) return v;
        int truth = itself ? value_truth(t, v) : itertools_test(t, c->function, v);
        if (truth <= 0) return truth < 0 ? iter_end_or_error(t) : v;
    }
}

const Layout layout_itertools_takewhile = {"takewhile", KIND_OTHER, sizeof(Chosen), chosen_trace, NULL, takewhile_next, NULL};
const Layout layout_itertools_dropwhile = {"dropwhile", KIND_OTHER, sizeof(Chosen), chosen_trace, NULL, dropwhile_next, NULL};
const Layout layout_itertools_filterfalse = {"filterfalse", KIND_OTHER, sizeof(Chosen), chosen_trace, NULL, filterfalse_next, NULL};

static const NativeDef while_methods[] = {{"__new__", chosen_new, "cls, predicate, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef filterfalse_methods[] = {{"__new__", chosen_new, "cls, function, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};

// compress

static Value compress_next(Thread *t, Object *o) {
    const Chosen *c = (Chosen *)o;
    for (;;) {
        Value v = iter_advance(t, c->source);
        Value wanted = value_is_unbound(v) || value_is_error(v) ? v : iter_advance(t, c->function);
        if (value_is_unbound(wanted) || value_is_error(wanted)) return wanted;
        int truth = value_truth(t, wanted);
        if (truth != 0) return truth < 0 ? VALUE_ERROR : v;
    }
}

const Layout layout_itertools_compress = {"compress", KIND_OTHER, sizeof(Chosen), chosen_trace, NULL, compress_next, NULL};

static Value compress_new(Thread *t, Value *args, uint32_t nargs) {
    Value data = op_iter(t, args[1]), selectors = value_is_error(data) ? data : op_iter(t, args[2]);
    Chosen *c = value_is_error(selectors) ? NULL : itertools_instance(t, args);
    if (!c) return VALUE_ERROR;
    c->source = data;
    c->function = selectors;
    return value_from_object(c);
}

static const NativeDef compress_methods[] = {{"__new__", compress_new, "cls, data, selectors", NATIVE_STATIC}, ITER_METHODS, {}};

void itertools_init_chosen(void) {
    itertools_add_class(&class_itertools_islice, islice_methods);
    itertools_add_class(&class_itertools_takewhile, while_methods);
    itertools_add_class(&class_itertools_dropwhile, while_methods);
    itertools_add_class(&class_itertools_filterfalse, filterfalse_methods);
    itertools_add_class(&class_itertools_compress, compress_methods);
}
