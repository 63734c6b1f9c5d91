// Hashing and comparing the keys of dicts and sets: numbers and strings inline, the rest through the classes' methods.
// Internal to dict*.c and set*.c.
#ifndef OTTER_KEY_H
#define OTTER_KEY_H

#include "class.h"
#include "ops.h"
#include "str.h"

// The hash of numbers is the number modulo this prime (CPython's rule).
#define KEY_HASH_MODULUS ((int64_t)((1ull << 61) - 1))

static inline bool key_is_str(Value v) { return value_has_shape(v, &shape_str); }
static inline uint64_t key_str_hash(Str *s) { return s->hash != 0 ? s->hash : str_hash(s); }

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
    }
    return op_hash(t, key, hash);
}

// Comparison without running the program: 1, 0, or -1 when only op_equal can tell. The hashes are known to be equal.
static inline int key_equal_quick(Value stored, Value key) {
    if (value_same(stored, key)) return 1;
    if (value_is_int(stored) && value_is_int(key)) return 0;
    if (key_is_str(stored) && key_is_str(key)) return str_equal(value_str(stored), value_str(key));
    return -1;
}

#endif
