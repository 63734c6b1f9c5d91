// What lists, tuples and ranges have in common: index arithmetic, comparison, repr of items. Internal to the containers.
#ifndef OTTER_SEQ_H
#define OTTER_SEQ_H

#include "ops.h"
#include "str.h"

#define SEQ_LENGTH_MAX ((size_t)1 << 40)   // items; far beyond any memory, keeps size arithmetic from overflowing

// An index for container[key] when key is not a slice: immediate ints, bools, anything with __index__. false: exception
// pending, worded "%s indices must be integers or slices, not x" with `what`.
bool seq_index(Thread *t, Value key, const char *what, int64_t *index);
// Bounds for index(x, start, stop): negative ones count from the end, then clamped to 0 .. length.
bool seq_bound(Thread *t, Value v, size_t length, size_t *bound);
// Answer of an ordering comparison when one sequence is a prefix of the other.
Value seq_compare_lengths(Dunder d, size_t a, size_t b);

// The items of something that may change while the program runs: item i, VALUE_UNBOUND beyond the end.
typedef Value (*SeqItem)(Value sequence, size_t i);
Value seq_compare(Thread *t, Dunder d, Value a, Value b, SeqItem item, size_t (*length)(Value));
// "[a, b]" with the given brackets; `seen` is the text for a container inside itself. A one-tuple's comma is the caller's: trail.
Value seq_repr(Thread *t, Value sequence, SeqItem item, const char *open, const char *close, const char *seen);

#endif
