// The state of a for loop.
//
// A for loop keeps three registers of state, whose last tells which of four forms it has:
//
//    state[0]          state[1]            state[2]
//    next number       numbers left        step, an int       counted: a range of immediate ints
//    list              next index, an int  VALUE_TRUE         an exact list
//    tuple             next index, an int  VALUE_FALSE        an exact tuple
//    iterator          -                   VALUE_UNBOUND      anything else
//
// so that the usual loops make no iterator object. The forms cannot be told from outside.
#ifndef OTTER_LOOP_STATE_H
#define OTTER_LOOP_STATE_H

#include "stdlib/runtime/list.h"
#include "stdlib/runtime/tuple.h"

// The next item of one of the indexed forms, or VALUE_UNBOUND at the end.
[[gnu::always_inline]] static inline Value loop_indexed_next(Value *state) {
    uint64_t index = (uint64_t)value_int(state[1]);
    Value item;
    if (value_same(state[2], VALUE_TRUE)) {
        item = list_item_at(value_list(state[0]), index);
        if (value_is_unbound(item)) return item;
    } else {
        Tuple *tuple = value_tuple(state[0]);
        if (index >= tuple->length) return VALUE_UNBOUND;
        item = tuple->items[index];
    }
    state[1].bits += 4;
    return item;
}

#endif
