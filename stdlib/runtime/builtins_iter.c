// The builtin functions about iterables: sorted, min, max, sum, any, all, len, iter, next.
#include "builtins.h"
#include "call.h"
#include "float.h"
#include "generator.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "tuple.h"

static Value sorted(Thread *t, Value *args, uint32_t nargs) {
    List *l = list_from_iterable(t, args[0]);
    int reverse = l == NULL ? -1 : int_flag(t, args[2]);
    return reverse >= 0 && list_sort(t, l, args[1], reverse) ? value_from_object(l) : VALUE_ERROR;
}

Value builtin_sorted_direct(Thread *t, Value *args, uint32_t nargs) {
    if (nargs != 1) return error_type(t, "sorted expected 1 argument, got %d", (int)nargs);
    return sorted(t, (Value[]){args[0], VALUE_NONE, VALUE_FALSE}, 3);
}

// min and max. Of equals the first one wins.

typedef struct {
    Dunder better;      // DUNDER_LT: min
    Value key;          // function, or None
    Value item, rank;   // the best so far; item VALUE_UNBOUND: none yet
} Extreme;

static const char *extreme_name(const Extreme *e) { return e->better == DUNDER_LT ? "min" : "max"; }

static bool extreme_offer(Thread *t, Extreme *e, Value v) {
    Value rank = value_is_none(e->key) ? v : call1(t, e->key, v);
    if (value_is_error(rank)) return false;
    int better;
    if (value_is_unbound(e->item)) better = 1;
    else if (value_both_int(rank, e->rank)) better = e->better == DUNDER_LT ? value_int(rank) < value_int(e->rank) : value_int(rank) > value_int(e->rank);
    else better = op_compare_bool(t, e->better, rank, e->rank);
    if (better > 0) {
        e->item = v;
        e->rank = rank;
    }
    return better >= 0;
}

// The items of a list or tuple, to be looked at while nothing of the program runs. false: another iterable.
static bool items_of(Value iterable, const Value **items, uint64_t *count) {
    if (value_has_shape(iterable, &shape_tuple)) {
        *items = value_tuple(iterable)->items;
        *count = value_tuple(iterable)->length;
        return true;
    }
    if (!value_has_shape(iterable, &shape_list)) return false;
    const List *l = value_list(iterable);
    const Buffer *buffer = l->buffer;
    uint64_t length = l->length;
    *items = buffer->values;
    *count = length < buffer->capacity ? length : buffer->capacity;
    return true;
}

static bool best_float(Extreme *e, const Value *items, uint64_t count) {
    Value best = items[0];
    bool least = e->better == DUNDER_LT;
    if (!value_is_double(best)) return false;
    for (uint64_t i = 1; i < count; i++) {
        Value v = items[i];
        if (!value_is_double(v)) return false;
        double d = value_double(v), rank = value_double(best);
        if (least ? d < rank : d > rank) best = v;
    }
    e->item = e->rank = best;
    return true;
}

static bool best_int(Extreme *e, const Value *items, uint64_t count) {
    Value best = items[0];
    bool least = e->better == DUNDER_LT;
    for (uint64_t i = 0; i < count; i++) {
        Value v = items[i];
        if (!value_both_int(v, best)) return false;
        if (least ? value_int(v) < value_int(best) : value_int(v) > value_int(best)) best = v;
    }
    e->item = e->rank = best;
    return true;
}

static bool extreme_of(Thread *t, Extreme *e, Value iterable) {
    IterCursor c;
    const Value *items;
    uint64_t count;
    if (value_is_none(e->key) && items_of(iterable, &items, &count) && count && (best_float(e, items, count) || best_int(e, items, count))) return true;
    if (!iter_begin(t, &c, iterable)) return false;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || !extreme_offer(t, e, v)) return false;
    }
}

static Value extreme_of_iterable(Thread *t, Extreme *e, Value iterable, Value missing) {
    if (!extreme_of(t, e, iterable)) return VALUE_ERROR;
    if (value_is_unbound(e->item)) e->item = missing;
    return value_is_unbound(e->item) ? error_value(t, "%s() arg is an empty sequence", extreme_name(e)) : e->item;
}

static Value extreme_of_arguments(Thread *t, Extreme *e, const Value *items, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        if (!extreme_offer(t, e, items[i])) return VALUE_ERROR;
    }
    return e->item;
}

static Value extreme(Thread *t, Value *args, Dunder better) {
    Tuple *given = value_tuple(args[0]);
    Extreme e = {better, args[1], VALUE_UNBOUND, VALUE_UNBOUND};
    if (given->length == 1) return extreme_of_iterable(t, &e, given->items[0], args[2]);
    if (given->length == 0) return error_type(t, "%s expected at least 1 argument, got 0", extreme_name(&e));
    if (!value_is_unbound(args[2]))
        return error_type(t, "Cannot specify a default for %s() with multiple positional arguments", extreme_name(&e));
    return extreme_of_arguments(t, &e, given->items, given->length);
}

static Value extreme_direct(Thread *t, Value *args, uint32_t nargs, Dunder better) {
    Extreme e = {better, VALUE_NONE, VALUE_UNBOUND, VALUE_UNBOUND};
    if (nargs == 1) return extreme_of_iterable(t, &e, args[0], VALUE_UNBOUND);
    if (nargs == 0) return error_type(t, "%s expected at least 1 argument, got 0", extreme_name(&e));
    return extreme_of_arguments(t, &e, args, nargs);
}

static Value min(Thread *t, Value *args, uint32_t nargs) { return extreme(t, args, DUNDER_LT); }
static Value max(Thread *t, Value *args, uint32_t nargs) { return extreme(t, args, DUNDER_GT); }
Value builtin_min_direct(Thread *t, Value *args, uint32_t nargs) { return extreme_direct(t, args, nargs, DUNDER_LT); }
Value builtin_max_direct(Thread *t, Value *args, uint32_t nargs) { return extreme_direct(t, args, nargs, DUNDER_GT); }

// sum

static inline Value sum_step(Thread *t, Value sum, Value v) {
    if (value_both_int(sum, v)) {
        int64_t bits;   // tags are 0: the sum of the words is the word of the sum
        if (!__builtin_add_overflow((int64_t)sum.bits, (int64_t)v.bits, &bits)) return VALUE_BITS((uint64_t)bits);
    } else if (value_is_double(sum) && value_is_double(v)) {
        return float_from_double(t, value_double(sum) + value_double(v));
    }
    return op_add(t, sum, v);
}

// Adds the numbers that the items begin with, as far as they are of the sum's kind; how many those are.
static uint64_t sum_numbers(Thread *t, Value *sum, const Value *items, uint64_t count) {
    uint64_t n = 0;
    if (value_is_int(*sum)) {
        int64_t bits = (int64_t)sum->bits, next;
        for (; n < count; n++, bits = next) {
            Value v = items[n];
            if (!value_is_int(v) || __builtin_add_overflow(bits, (int64_t)v.bits, &next)) break;
        }
        *sum = VALUE_BITS((uint64_t)bits);
    } else if (value_is_double(*sum)) {
        double total = value_double(*sum);
        for (; n < count; n++) {
            Value v = items[n];
            if (!value_is_double(v)) break;
            total += value_double(v);
        }
        *sum = float_from_double(t, total);
    }
    return n;
}

// Of a list or tuple. Whatever is no such number may change the list when it is added.
static Value sum_of_items(Thread *t, Value sum, Value iterable) {
    const Value *items;
    uint64_t count, at = 0;
    while (items_of(iterable, &items, &count) && at < count) {
        at += sum_numbers(t, &sum, items + at, count - at);
        if (value_is_error(sum) || at == count) break;
        sum = sum_step(t, sum, items[at++]);
        if (value_is_error(sum)) break;
    }
    return sum;
}

static Value sum(Thread *t, Value *args, uint32_t nargs) {
    Value sum = args[1];
    IterCursor c;
    const Value *items;
    uint64_t count;
    if (!iter_begin(t, &c, args[0])) return VALUE_ERROR;
    if (value_is_kind(sum, KIND_STR)) return error_type(t, "sum() can't sum strings [use ''.join(seq) instead]");
    if (value_is_kind(sum, KIND_BYTES)) return error_type(t, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (value_is_kind(sum, KIND_BYTEARRAY)) return error_type(t, "sum() can't sum bytearray [use b''.join(seq) instead]");
    if (items_of(args[0], &items, &count)) return sum_of_items(t, sum, args[0]);
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return sum;
        sum = value_is_error(v) ? v : sum_step(t, sum, v);
        if (value_is_error(sum)) return sum;
    }
}

// any and all: whether an item's truth is `wanted`.
static Value find_truth(Thread *t, Value iterable, int wanted, Value found, Value missing) {
    IterCursor c;
    if (!iter_begin(t, &c, iterable)) return VALUE_ERROR;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return missing;
        int truth = value_is_error(v) ? -1 : value_truth(t, v);
        if (truth < 0) return VALUE_ERROR;
        if (truth == wanted) return found;
    }
}

static Value any(Thread *t, Value *args, uint32_t nargs) { return find_truth(t, args[0], 1, VALUE_TRUE, VALUE_FALSE); }
static Value all(Thread *t, Value *args, uint32_t nargs) { return find_truth(t, args[0], 0, VALUE_FALSE, VALUE_TRUE); }

static Value len(Thread *t, Value *args, uint32_t nargs) {
    int64_t n = op_length(t, args[0]);
    return n < 0 ? VALUE_ERROR : int_from_i64(t, n);
}

static Value iter(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return op_iter(t, args[0]);
    bool callable = !value_is_unbound(value_dunder(args[0], DUNDER_CALL));
    return callable ? iter_callable_new(t, args[0], args[1]) : error_type(t, "iter(v, w): v must be callable");
}

// The next item with StopIteration left pending at the end, its value included.
static Value next_raising(Thread *t, Value iterator) {
    Value (*native)(Thread *, Object *) = iter_native_next(iterator);
    Value result = VALUE_NONE, v;
    if (value_is_kind(iterator, KIND_GENERATOR)) v = generator_send(t, (Generator *)value_object(iterator), VALUE_NONE, &result);
    else if (native != NULL) v = native(t, value_object(iterator));
    else if (value_is_unbound(value_dunder(iterator, DUNDER_NEXT))) return error_type(t, "'%T' object is not an iterator", iterator);
    else return call_dunder(t, iterator, DUNDER_NEXT, NULL, 0);
    return value_is_unbound(v) ? error_stop_iteration(t, result) : v;
}

static Value next(Thread *t, Value *args, uint32_t nargs) {
    Value v = next_raising(t, args[0]);
    if (!value_is_error(v) || value_is_unbound(args[1]) || !error_matches(t, &class_StopIteration)) return v;
    error_take(t);
    return args[1];
}

const NativeDef builtins_iter[] = {
    {"all", all, "iterable, /", 0},
    {"any", any, "iterable, /", 0},
    {"iter", iter, "iterable, sentinel=?, /", 0},
    {"len", len, "obj, /", 0},
    {"max", max, "*args, key=None, default=?", 0},
    {"min", min, "*args, key=None, default=?", 0},
    {"next", next, "iterator, default=?, /", 0},
    {"sorted", sorted, "iterable, /, *, key=None, reverse=False", 0},
    {"sum", sum, "iterable, /, start=0", 0},
    {},
};
