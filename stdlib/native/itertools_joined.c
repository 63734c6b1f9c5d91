// Those of itertools that make something of the items of iterators: chain, accumulate, starmap, pairwise, zip_longest.
#include "itertools_int.h"

// chain

typedef struct {
    Object header;
    Value iterables;   // an iterator over them; VALUE_UNBOUND once it has ended
    Value source;      // an iterator over the one being read; VALUE_UNBOUND: none
} Chain;

static void chain_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Chain *)o)->iterables, 2); }

// The next iterable becomes the source. VALUE_NONE: it does.
static Value chain_advance(Thread *t, Chain *c) {
    Value iterable = itertools_ended(c->iterables) ? VALUE_UNBOUND : iter_advance(t, c->iterables);
    Value source = value_is_unbound(iterable) || value_is_error(iterable) ? iterable : op_iter(t, iterable);
    if (value_is_unbound(source) || value_is_error(source)) {
        c->iterables = VALUE_UNBOUND;
        return source;
    }
    c->source = source;
    return VALUE_NONE;
}

static Value chain_next(Thread *t, Object *o) {
    Chain *c = (Chain *)o;
    for (;;) {
        if (itertools_ended(c->source)) {
            Value got = chain_advance(t, c);
            if (!value_is_none(got)) return got;
        }
        Value v = iter_advance(t, c->source);
        if (!value_is_unbound(v)) return v;
        c->source = VALUE_UNBOUND;
    }
}

const Layout layout_itertools_chain = {"chain", KIND_OTHER, sizeof(Chain), chain_trace, NULL, chain_next, NULL};

static Value chain_of(Thread *t, const Value *args, Value iterables) {
    Value iterator = op_iter(t, iterables);
    Chain *c = value_is_error(iterator) ? NULL : itertools_instance(t, args);
    if (!c) return VALUE_ERROR;
    c->iterables = iterator;
    c->source = VALUE_UNBOUND;
    return value_from_object(c);
}

static Value chain_new(Thread *t, Value *args, uint32_t nargs) { return chain_of(t, args, args[1]); }

static const NativeDef chain_methods[] = {
    {"__new__", chain_new, "cls, /, *iterables", NATIVE_STATIC},
    {"from_iterable", chain_new, "cls, iterable, /", NATIVE_CLASS},
    ITER_METHODS,
    {},
};

// accumulate

typedef struct {
    Object header;
    Value source, function;
    Value initial;     // given first; None: nothing is
    Value total;       // VALUE_UNBOUND: none yet
} Accumulate;

static void accumulate_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Accumulate *)o)->source, 4); }

static Value accumulate_next(Thread *t, Object *o) {
    Accumulate *a = (Accumulate *)o;
    if (!value_is_none(a->initial)) {
        a->total = a->initial;
        a->initial = VALUE_NONE;
        return a->total;
    }
    Value v = iter_advance(t, a->source);
    if (value_is_unbound(v) || value_is_error(v)) return v;
    if (!value_is_unbound(a->total)) v = value_is_none(a->function) ? op_add(t, a->total, v) : call2(t, a->function, a->total, v);
    if (value_is_error(v)) return iter_end_or_error(t);
    a->total = v;
    return v;
}

const Layout layout_itertools_accumulate = {"accumulate", KIND_OTHER, sizeof(Accumulate), accumulate_trace, NULL, accumulate_next, NULL};

static Value accumulate_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[1]);
    Accumulate *a = value_is_error(source) ? NULL : itertools_instance(t, args);
    if (!a) return VALUE_ERROR;
    a->source = source;
    a->function = args[2];
    a->initial = args[3];
    a->total = VALUE_UNBOUND;
    return value_from_object(a);
}

static const NativeDef accumulate_methods[] = {{"__new__", accumulate_new, "cls, iterable, func=None, *, initial=None", NATIVE_STATIC}, ITER_METHODS, {}};

// starmap

typedef struct {
    Object header;
    Value function, source;
} Starmap;

static void starmap_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Starmap *)o)->function, 2); }

static Value starmap_next(Thread *t, Object *o) {
    const Starmap *s = (Starmap *)o;
    Value v = iter_advance(t, s->source);
    if (value_is_unbound(v) || value_is_error(v)) return v;
    Tuple *args = value_is_tuple(v) ? value_tuple(v) : tuple_from_iterable(t, v);
    Value result = args ? call_value(t, s->function, args->items, (uint32_t)args->length) : VALUE_ERROR;
    return value_is_error(result) ? iter_end_or_error(t) : result;
}

const Layout layout_itertools_starmap = {"starmap", KIND_OTHER, sizeof(Starmap), starmap_trace, NULL, starmap_next, NULL};

static Value starmap_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[2]);
    Starmap *s = value_is_error(source) ? NULL : itertools_instance(t, args);
    if (!s) return VALUE_ERROR;
    s->function = args[1];
    s->source = source;
    return value_from_object(s);
}

static const NativeDef starmap_methods[] = {{"__new__", starmap_new, "cls, function, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};

// pairwise

typedef struct {
    Object header;
    Value source;    // VALUE_UNBOUND once it has ended
    Value before;    // VALUE_UNBOUND: nothing read yet
} Pairwise;

static void pairwise_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Pairwise *)o)->source, 2); }

static Value pairwise_read(Thread *t, Pairwise *p) {
    if (itertools_ended(p->source)) return VALUE_UNBOUND;
    Value v = iter_advance(t, p->source);
    if (value_is_unbound(v) || value_is_error(v)) p->source = p->before = VALUE_UNBOUND;
    return v;
}

static Value pairwise_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    Pairwise *p = (Pairwise *)o;
    if (n != 2) return VALUE_FALSE;
    if (value_is_unbound(p->before)) {
        Value first = pairwise_read(t, p);
        if (value_is_unbound(first) || value_is_error(first)) return first;
        p->before = first;
    }
    Value before = p->before, v = pairwise_read(t, p);
    if (value_is_unbound(v) || value_is_error(v)) return v;
    p->before = v;
    out[0] = before;
    out[1] = v;
    return VALUE_NONE;
}

static Value pairwise_next(Thread *t, Object *o) {
    Value parts[2], got = pairwise_parts(t, o, parts, 2);
    return value_is_none(got) ? itertools_made(tuple_from(t, parts, 2)) : got;
}

const Layout layout_itertools_pairwise = {"pairwise", KIND_OTHER, sizeof(Pairwise), pairwise_trace, NULL, pairwise_next, pairwise_parts};

static Value pairwise_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[1]);
    Pairwise *p = value_is_error(source) ? NULL : itertools_instance(t, args);
    if (!p) return VALUE_ERROR;
    p->source = source;
    p->before = VALUE_UNBOUND;
    return value_from_object(p);
}

static const NativeDef pairwise_methods[] = {{"__new__", pairwise_new, "cls, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};

// zip_longest

typedef struct {
    Object header;
    Tuple *sources;   // VALUE_UNBOUND in the place of each that has ended
    Value fill;
    uint64_t active;
} Longest;

static void longest_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Longest *)o)->sources);
    tracer_value(tracer, ((Longest *)o)->fill);
}

static Value longest_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    Longest *z = (Longest *)o;
    if (z->sources->length != n) return VALUE_FALSE;
    if (z->active == 0) return VALUE_UNBOUND;
    for (uint32_t i = 0; i < n; i++) {
        Value source = z->sources->items[i], v = itertools_ended(source) ? source : iter_advance(t, source);
        if (value_is_error(v)) return z->active = 0, v;
        if (value_is_unbound(v) && !itertools_ended(source)) {
            z->sources->items[i] = VALUE_UNBOUND;
            if (z->active <= 1) return z->active = 0, VALUE_UNBOUND;
            z->active--;
        }
        out[i] = value_is_unbound(v) ? z->fill : v;
    }
    return VALUE_NONE;
}

static Value longest_next(Thread *t, Object *o) {
    Longest *z = (Longest *)o;
    if (z->active == 0) return VALUE_UNBOUND;
    Tuple *row = tuple_new(t, z->sources->length);
    Value got = row ? longest_parts(t, o, row->items, (uint32_t)row->length) : VALUE_ERROR;
    return value_is_none(got) ? value_from_object(row) : got;
}

const Layout layout_itertools_zip_longest = {"zip_longest", KIND_OTHER, sizeof(Longest), longest_trace, NULL, longest_next, longest_parts};

static Value longest_new(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *iterables = value_tuple(args[1]);
    Tuple *sources = tuple_new(t, iterables->length);
    for (size_t i = 0; sources && i < iterables->length; i++) {
        sources->items[i] = op_iter(t, iterables->items[i]);
        if (value_is_error(sources->items[i])) return sources->items[i] = VALUE_NONE, VALUE_ERROR;
    }
    Longest *z = sources ? itertools_instance(t, args) : NULL;
    if (!z) return VALUE_ERROR;
    z->sources = sources;
    z->fill = args[2];
    z->active = sources->length;
    return value_from_object(z);
}

static const NativeDef longest_methods[] = {{"__new__", longest_new, "cls, /, *iterables, fillvalue=None", NATIVE_STATIC}, ITER_METHODS, {}};

void itertools_init_joined(void) {
    itertools_add_class(&class_itertools_chain, chain_methods);
    itertools_add_class(&class_itertools_accumulate, accumulate_methods);
    itertools_add_class(&class_itertools_starmap, starmap_methods);
    itertools_add_class(&class_itertools_pairwise, pairwise_methods);
    itertools_add_class(&class_itertools_zip_longest, longest_methods);
}
