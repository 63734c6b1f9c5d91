// Which of two values comes first, for the pairs that sorting, heaps and bisection meet most: without running the program.
#ifndef OTTER_ORDER_H
#define OTTER_ORDER_H

#include "key.h"

static inline int order_strs(const Str *a, const Str *b) {
    unsigned char first = (unsigned char)*a->text, other = (unsigned char)*b->text;
    if (first != other && a->nbytes > 0 && b->nbytes > 0) return first < other ? -1 : 1;
    return str_compare(a, b);
}

// a < b: 1, 0; -1: only op_compare_bool can tell. Small ints, plain floats and strings.
static inline int order_less_item(Value a, Value b) {
    if (value_both_int(a, b)) return (int64_t)a.bits < (int64_t)b.bits;
    if (value_is_common_double(a) && value_is_common_double(b)) return value_common_double(a) < value_common_double(b);
    return key_is_str(a) && key_is_str(b) ? order_strs(value_str(a), value_str(b)) < 0 : -1;
}

// The same of tuples of these, too, by the first items that differ.
static inline int order_less(Value a, Value b) {
    if (!value_has_shape(a, &shape_tuple) || !value_has_shape(b, &shape_tuple)) return order_less_item(a, b);
    const Tuple *x = value_tuple(a), *y = value_tuple(b);
    uint64_t n = x->length < y->length ? x->length : y->length;
    for (uint64_t i = 0; i < n; i++) {
        if (value_same(x->items[i], y->items[i])) continue;
        int less = order_less_item(x->items[i], y->items[i]);
        if (less != 0) return less;
        int more = order_less_item(y->items[i], x->items[i]);
        if (more != 0) return more < 0 ? -1 : 0;
    }
    return x->length < y->length;
}

#endif
