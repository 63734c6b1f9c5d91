// enumerate, zip, map, filter and reversed: iterators over iterators.
#include "call.h"
#include "containers.h"
#include "dict.h"
#include "heap.h"
#include "int.h"
#include "iter.h"
#include "str.h"
#include "tuple.h"

static Class *as_class(Value v) { return (Class *)value_object(v); }

// enumerate

typedef struct {
    Object header;
    Value iterator, index;
} Enumerate;

static void enumerate_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Enumerate *)o)->iterator, 2); }

static Value enumerate_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    Enumerate *e = (Enumerate *)o;
    if (n != 2) return VALUE_FALSE;
    Value v = iter_advance(t, e->iterator), index = e->index;
    if (value_is_unbound(v) || value_is_error(v)) return v;
    Value next = value_is_int(index) && value_int(index) < VALUE_INT_MAX ? value_from_small(value_int(index) + 1) : int_add(t, index, value_from_small(1));
    if (value_is_error(next)) return next;
    e->index = next;
    out[0] = index;
    out[1] = v;
    return VALUE_NONE;
}

static Value enumerate_next(Thread *t, Object *o) {
    Value parts[2], got = enumerate_parts(t, o, parts, 2);
    if (!value_is_none(got)) return got;
    Tuple *pair = tuple_from(t, parts, 2);
    return pair == NULL ? VALUE_ERROR : value_from_object(pair);
}

const Layout layout_enumerate = {"enumerate", KIND_OTHER, sizeof(Enumerate), enumerate_trace, NULL, enumerate_next, enumerate_parts};

static Value enumerate_make(Thread *t, Class *cls, Value iterable, Value number) {
    Value start = value_is_unbound(number) ? value_from_small(0) : range_number(t, number);
    Value iterator = value_is_error(start) ? start : op_iter(t, iterable);
    if (value_is_error(iterator)) return iterator;
    Enumerate *e = (Enumerate *)class_instantiate(t, cls);
    if (e == NULL) return VALUE_ERROR;
    e->iterator = iterator;
    e->index = start;
    return value_from_object(e);
}

static Value enumerate_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs < 1 || nargs > 2) return VALUE_UNBOUND;
    return enumerate_make(t, &class_enumerate, args[0], nargs == 2 ? args[1] : VALUE_UNBOUND);
}

// Its arguments are taken apart here: CPython's texts for wrong ones are its own.
static Value enumerate_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *given = value_tuple(args[1]);
    Dict *named = value_dict(args[2]);
    Value all[2] = {VALUE_UNBOUND, VALUE_UNBOUND}, key, v;
    if (given->length + named->live > 2)
        return error_type(t, "enumerate() takes at most 2 arguments (%zu given)", (size_t)given->length + named->live);
    for (uint64_t i = 0; i < given->length; i++) all[i] = given->items[i];
    for (uint32_t position = 0; dict_next(named, &position, &key, &v);) {
        int at = str_equal_c(value_str(key), "iterable") ? 0 : str_equal_c(value_str(key), "start") ? 1 : -1;
        if (at < 0 || !value_is_unbound(all[at]) || (named->live == 1 && at != (int)given->length))
            return error_type(t, "'%S' is an invalid keyword argument for enumerate()", value_str(key));
        all[at] = v;
    }
    if (value_is_unbound(all[0])) return error_type(t, "enumerate() missing required argument 'iterable'");
    return enumerate_make(t, as_class(args[0]), all[0], all[1]);
}

// Iterators of all of `iterables`; NULL: exception pending.
static Tuple *iterate_all(Thread *t, const Value *iterables, size_t n) {
    Tuple *iterators = tuple_new(t, n);
    for (size_t i = 0; iterators != NULL && i < n; i++) {
        Value iterator = op_iter(t, iterables[i]);
        if (value_is_error(iterator)) return NULL;
        iterators->items[i] = iterator;
    }
    return iterators;
}

// zip

typedef struct {
    Object header;
    Tuple *iterators;
    bool strict;
} Zip;

static void zip_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((Zip *)o)->iterators); }

static Value zip_uneven(Thread *t, size_t number, const char *how) {
    return error_value(t, "zip() argument %zu is %s than argument%s%zu", number + 1, how, number == 1 ? " " : "s 1-", number);
}

// What to do when iterator `i` has ended: with strict, the others must have ended too.
static Value zip_end(Thread *t, Zip *zip, size_t i) {
    if (!zip->strict) return VALUE_UNBOUND;
    if (i > 0) return zip_uneven(t, i, "shorter");
    for (i = 1; i < zip->iterators->length; i++) {
        Value v = iter_advance(t, zip->iterators->items[i]);
        if (!value_is_unbound(v)) return value_is_error(v) ? v : zip_uneven(t, i, "longer");
    }
    return VALUE_UNBOUND;
}

static Value zip_next(Thread *t, Object *o) {
    Zip *zip = (Zip *)o;
    Tuple *iterators = zip->iterators;
    if (iterators->length == 0) return VALUE_UNBOUND;
    Tuple *items = tuple_new(t, iterators->length);
    if (items == NULL) return VALUE_ERROR;
    for (size_t i = 0; i < iterators->length; i++) {
        Value v = iter_advance(t, iterators->items[i]);
        if (value_is_error(v)) return v;
        if (value_is_unbound(v)) return zip_end(t, zip, i);
        items->items[i] = v;
    }
    return value_from_object(items);
}

static Value zip_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    Zip *zip = (Zip *)o;
    const Tuple *iterators = zip->iterators;
    if (iterators->length != n || n == 0) return VALUE_FALSE;
    for (uint32_t i = 0; i < n; i++) {
        out[i] = iter_advance(t, iterators->items[i]);
        if (value_is_error(out[i])) return out[i];
        if (value_is_unbound(out[i])) return zip_end(t, zip, i);
    }
    return VALUE_NONE;
}

const Layout layout_zip = {"zip", KIND_OTHER, sizeof(Zip), zip_trace, NULL, zip_next, zip_parts};

static Value zip_new(Thread *t, Class *cls, const Value *iterables, size_t n, bool strict) {
    Tuple *iterators = iterate_all(t, iterables, n);
    Zip *zip = iterators == NULL ? NULL : (Zip *)class_instantiate(t, cls);
    if (zip == NULL) return VALUE_ERROR;
    zip->iterators = iterators;
    zip->strict = strict;
    return value_from_object(zip);
}

static Value zip_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    int strict = value_truth(t, args[2]);
    return strict < 0 ? VALUE_ERROR : zip_new(t, as_class(args[0]), value_tuple(args[1])->items, value_tuple(args[1])->length, strict);
}

static Value zip_construct(Thread *t, const Value *args, uint32_t nargs) { return zip_new(t, &class_zip, args, nargs, false); }

// map

typedef struct {
    Object header;
    Value function;
    Tuple *iterators;
} Map;

enum { MAP_FEW = 4 };

static void map_trace(Object *o, Tracer *tracer) {
    tracer_value(tracer, ((Map *)o)->function);
    tracer_object(tracer, ((Map *)o)->iterators);
}

static Value map_call(Thread *t, Map *map, Value *arguments) {
    Tuple *iterators = map->iterators;
    for (size_t i = 0; i < iterators->length; i++) {
        arguments[i] = iter_advance(t, iterators->items[i]);
        if (value_is_unbound(arguments[i]) || value_is_error(arguments[i])) return arguments[i];
    }
    return call_value(t, map->function, arguments, (uint32_t)iterators->length);
}

Value iter_map_step(Thread *t, Object *o) {
    Map *map = (Map *)o;
    Value few[MAP_FEW];
    if (map->iterators->length == 1) {
        Value v = iter_advance(t, map->iterators->items[0]);
        return value_is_unbound(v) || value_is_error(v) ? v : call1(t, map->function, v);
    }
    if (map->iterators->length <= MAP_FEW) return map_call(t, map, few);
    Tuple *many = tuple_new(t, map->iterators->length);
    return many == NULL ? VALUE_ERROR : map_call(t, map, many->items);
}

static Value map_next(Thread *t, Object *o) {
    Value v = iter_map_step(t, o);
    return value_is_error(v) ? iter_end_or_error(t) : v;
}

const Layout layout_map = {"map", KIND_OTHER, sizeof(Map), map_trace, NULL, map_next, NULL};

static Value map_new(Thread *t, Class *cls, const Value *given, size_t n) {
    if (n < 2) return error_type(t, "map() must have at least two arguments.");
    Tuple *iterators = iterate_all(t, given + 1, n - 1);
    Map *map = iterators == NULL ? NULL : (Map *)class_instantiate(t, cls);
    if (map == NULL) return VALUE_ERROR;
    map->function = given[0];
    map->iterators = iterators;
    return value_from_object(map);
}

static Value map_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    return map_new(t, as_class(args[0]), value_tuple(args[1])->items, value_tuple(args[1])->length);
}

static Value map_construct(Thread *t, const Value *args, uint32_t nargs) { return map_new(t, &class_map, args, nargs); }

// filter

typedef struct {
    Object header;
    Value function, iterator;
} Filter;

static void filter_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Filter *)o)->function, 2); }

static int filter_keeps(Thread *t, Value function, Value v) {
    if (value_is_none(function) || value_same(function, value_from_object(&class_bool))) return value_truth(t, v);
    Value answer = call1(t, function, v);
    return value_is_error(answer) ? -1 : value_truth(t, answer);
}

static Value filter_next(Thread *t, Object *o) {
    Filter *filter = (Filter *)o;
    for (;;) {
        Value v = iter_advance(t, filter->iterator);
        if (value_is_unbound(v) || value_is_error(v)) return v;
        int keeps = filter_keeps(t, filter->function, v);
        if (keeps != 0) return keeps < 0 ? iter_end_or_error(t) : v;
    }
}

const Layout layout_filter = {"filter", KIND_OTHER, sizeof(Filter), filter_trace, NULL, filter_next, NULL};

static Value filter_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Value iterator = op_iter(t, args[2]);
    Filter *filter = value_is_error(iterator) ? NULL : (Filter *)class_instantiate(t, as_class(args[0]));
    if (filter == NULL) return VALUE_ERROR;
    filter->function = args[1];
    filter->iterator = iterator;
    return value_from_object(filter);
}

// reversed, of sequences without a __reversed__ of their own

typedef struct {
    Object header;
    Value sequence;   // VALUE_UNBOUND once exhausted
    int64_t index;    // of the next item
} Reversed;

static void reversed_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((Reversed *)o)->sequence); }

static Value reversed_next(Thread *t, Object *o) {
    Reversed *r = (Reversed *)o;
    if (r->index < 0) return VALUE_UNBOUND;
    Value v = op_getitem(t, r->sequence, value_from_small(r->index));
    if (!value_is_error(v)) {
        r->index--;
        return v;
    }
    if (!error_matches(t, &class_IndexError) && !error_matches(t, &class_StopIteration)) return v;
    error_take(t);
    r->index = -1;
    r->sequence = VALUE_UNBOUND;
    return VALUE_UNBOUND;
}

const Layout layout_reversed = {"reversed", KIND_OTHER, sizeof(Reversed), reversed_trace, NULL, reversed_next, NULL};

static Value reversed_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Value sequence = args[1], method = value_dunder(sequence, DUNDER_REVERSED);
    bool indexed = !value_is_unbound(value_dunder(sequence, DUNDER_GETITEM));
    if (value_is_none(method) || (value_is_unbound(method) && !indexed)) return error_type(t, "'%T' object is not reversible", sequence);
    if (!value_is_unbound(method)) return call_dunder(t, sequence, DUNDER_REVERSED, NULL, 0);
    int64_t length = op_length(t, sequence);
    Reversed *r = length < 0 ? NULL : (Reversed *)class_instantiate(t, as_class(args[0]));
    if (r == NULL) return VALUE_ERROR;
    r->sequence = sequence;
    r->index = length - 1;
    return value_from_object(r);
}

static Value reversed_hint(Thread *t, Value *args, uint32_t nargs) {
    Reversed *r = (Reversed *)value_object(args[0]);
    if (r->index < 0) return value_from_small(0);
    int64_t length = op_length(t, r->sequence);
    if (length < 0) return VALUE_ERROR;
    return value_from_small(length < r->index + 1 ? 0 : r->index + 1);
}

static const NativeDef enumerate_methods[] = {{"__new__", enumerate_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef zip_methods[] = {{"__new__", zip_dunder_new, "cls, /, *iterables, strict=False", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef map_methods[] = {{"__new__", map_dunder_new, "cls, /, *args", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef filter_methods[] = {{"__new__", filter_dunder_new, "cls, function, iterable, /", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef reversed_methods[] = {
    {"__new__", reversed_dunder_new, "cls, sequence, /", NATIVE_STATIC},
    ITER_METHODS,
    {"__length_hint__", reversed_hint, "self, /", 0},
    {},
};

void iter_tools_init(void) {
    class_add_natives(&class_enumerate, enumerate_methods);
    class_enumerate.construct = enumerate_construct;
    class_zip.construct = zip_construct;
    class_map.construct = map_construct;
    class_add_natives(&class_zip, zip_methods);
    class_add_natives(&class_map, map_methods);
    class_add_natives(&class_filter, filter_methods);
    class_add_natives(&class_reversed, reversed_methods);
}
