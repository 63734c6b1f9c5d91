// Hashing and comparing the keys of dicts and sets: numbers and strings inline, the rest through the classes' methods.
// Internal to dict*.c and set*.c.
#ifndef OTTER_KEY_H
#define OTTER_KEY_H

#include "class.h"
#include "ops.h"
#include "str.h"
#include "tuple.h"

// The hash of numbers is the number modulo this prime (CPython's rule).
#define KEY_HASH_MODULUS ((int64_t)((1ull << 61) - 1))

static inline bool key_is_str(Value v) { return value_has_shape(v, &shape_str); }
static inline uint64_t key_str_hash(Str *s) { return s->hash != 0 ? s->hash : str_hash(s); }

// The hash of tuples is CPython's: the items' hashes mixed as lanes of xxHash.
#define TUPLE_HASH_START 2870177450012600261ull
static inline uint64_t tuple_hash_add(uint64_t sum, uint64_t item) {
    return __builtin_rotateleft64(sum + item * 14029467366897019727ull, 31) * 11400714785074694791ull;
}
static inline uint64_t tuple_hash_end(uint64_t sum, uint64_t length) {
    sum += length ^ (TUPLE_HASH_START ^ 3527539);
    return sum == UINT64_MAX ? 1546275796 : sum;
}
bool tuple_hash(Thread *t, const Tuple *tuple, uint64_t *hash);          // false: exception pending
int tuple_equal_quick(const Tuple *a, const Tuple *b);                   // as key_equal_quick

// false: exception pending. May run the program.
static inline bool key_hash(Thread *t, Value key, uint64_t *hash) {
    if (value_is_int(key)) {
        int64_t i = value_int(key);
        if (i > -KEY_HASH_MODULUS && i < KEY_HASH_MODULUS) {
            *hash = (uint64_t)(i == -1 ? -2 : i);
            return true;
        }
    } else if (key_is_str(key)) {
        *hash = key_str_hash(value_str(key));
        return true;
    } else if (value_has_shape(key, &shape_tuple)) {
        return tuple_hash(t, value_tuple(key), hash);
    }
    return op_hash(t, key, hash);
}

// Comparison without running the program: 1, 0, or -1 when only op_equal can tell.
static inline int key_equal_quick(Value stored, Value key) {
    if (value_same(stored, key)) return 1;
    if (value_both_int(stored, key)) return 0;
    if (!value_is_object(stored) || !value_is_object(key)) return -1;
    const Shape *shape = value_object(stored)->shape;
    if (shape != value_object(key)->shape) return -1;
    if (shape == &shape_str) return str_equal(value_str(stored), value_str(key));
    return shape == &shape_tuple ? tuple_equal_quick(value_tuple(stored), value_tuple(key)) : -1;
}

#endif
