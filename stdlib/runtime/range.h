// range and slice objects.
#ifndef OTTER_RANGE_H
#define OTTER_RANGE_H

#include "object.h"

typedef struct {
    Object header;
    Value start, stop, step;   // ints of any size
    Value length;
} Range;

typedef struct Slice {
    Object header;
    Value start, stop, step;
} Slice;

Value range_new(Thread *t, Value start, Value stop, Value step);
bool range_is_small(const Range *r, int64_t *start, int64_t *stop, int64_t *step);  // all immediate, and so is start + length * step
Value slice_new(Thread *t, Value start, Value stop, Value step);
// slice.indices for a sequence of `length`: normalised start, step and count of items. false: exception pending.
bool slice_resolve(Thread *t, const Slice *s, size_t length, int64_t *start, int64_t *step, size_t *count);
// The same with exact ints (slice.indices(length)).
bool slice_indices(Thread *t, const Slice *s, Value length, Value *start, Value *stop, Value *step);

#endif
