// What lists, tuples and ranges have in common: index arithmetic, comparison, repr of items. Internal to the containers.
#ifndef OTTER_SEQ_H
#define OTTER_SEQ_H

#include "exception.h"
#include "key.h"
#include "ops.h"
#include "str.h"

#define SEQ_LENGTH_MAX ((size_t)1 << 40)   // items; far beyond any memory, keeps size arithmetic from overflowing

// C code that follows the nesting of the program's data calls this per level. false: RecursionError pending, which says where.
static inline bool seq_may_recurse(Thread *t, const char *where) {
    return (char *)__builtin_frame_address(0) > t->native_limit || thread_check_native_in(t, where);
}

// An index for container[key] when key is not a slice: ints, bools, anything with __index__. false: exception pending,
// "list indices must be integers or slices, not str" with what = "list".
bool seq_index(Thread *t, Value key, const char *what, int64_t *index);
// The same, counted from the end when negative; false also when out of range, then IndexError(message).
bool seq_index_in(Thread *t, Value key, const char *what, size_t length, const char *message, size_t *at);
// Bounds as index(x, start, stop) takes them: negative ones count from the end, then clamped to 0 .. length.
bool seq_bound(Thread *t, Value v, size_t length, size_t *bound);
// A repetition count: negative is 0. `product` is length * count. false: exception pending.
bool seq_repeat_count(Thread *t, Value sequence, Value v, size_t length, size_t *count);
// A C-sized integer argument: OverflowError when too large. false: exception pending.
bool seq_integer(Thread *t, Value v, int64_t *out);
// Whether v may be an index: ints, bools, anything with __index__.
bool seq_has_index(Value v);

static inline int seq_item_equal(Thread *t, Value a, Value b) {
    int equal = key_equal_quick(a, b);
    return equal >= 0 ? equal : op_equal(t, a, b);
}

// Where an ordering comparison of two sequences that agree up to the end of one is decided by their lengths.
static inline Value seq_compare_lengths(Dunder d, size_t a, size_t b) { return ops_from_order(d, (a > b) - (a < b)); }

// And by the first items that differ.
static inline Value seq_compare_items(Thread *t, Dunder d, Value a, Value b) {
    if (d == DUNDER_EQ) return VALUE_FALSE;
    return d == DUNDER_NE ? VALUE_TRUE : op_compare(t, d, a, b);
}

// The items of something that may change while the program runs: item i, VALUE_UNBOUND beyond the end.
typedef Value (*SeqItem)(Value sequence, size_t i);
// open a, b close; NULL: exception pending. `seen` is the text for a sequence inside itself.
Value seq_repr(Thread *t, Value sequence, SeqItem item, const char *open, const char *close, const char *seen);

// The six comparison methods of a class in a method table, over NAME_compare(t, dunder, a, b).
#define SEQ_COMPARISON(NAME, which, d) \
    static Value NAME##_##which(Thread *t, Value *args, uint32_t nargs) { return NAME##_compare(t, d, args[0], args[1]); }
#define SEQ_COMPARISONS(NAME)              \
    SEQ_COMPARISON(NAME, lt, DUNDER_LT)    \
    SEQ_COMPARISON(NAME, le, DUNDER_LE)    \
    SEQ_COMPARISON(NAME, eq, DUNDER_EQ)    \
    SEQ_COMPARISON(NAME, ne, DUNDER_NE)    \
    SEQ_COMPARISON(NAME, gt, DUNDER_GT)    \
    SEQ_COMPARISON(NAME, ge, DUNDER_GE)
#define SEQ_EQUALITIES(NAME)               \
    SEQ_COMPARISON(NAME, eq, DUNDER_EQ)    \
    SEQ_COMPARISON(NAME, ne, DUNDER_NE)
#define SEQ_EQUALITY_METHODS(NAME)                 \
    {"__eq__", NAME##_eq, "self, value, /", 0},    \
    {"__ne__", NAME##_ne, "self, value, /", 0}
#define SEQ_COMPARISON_METHODS(NAME)               \
    SEQ_EQUALITY_METHODS(NAME),                    \
    {"__lt__", NAME##_lt, "self, value, /", 0},    \
    {"__le__", NAME##_le, "self, value, /", 0},    \
    {"__gt__", NAME##_gt, "self, value, /", 0},    \
    {"__ge__", NAME##_ge, "self, value, /", 0}

#endif
