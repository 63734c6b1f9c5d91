// Dicts as compiled code uses them: look-ups and stores that need neither a lock nor the program nor memory. Whatever needs one is left
// to the slow way, which begins anew: keys that are no small ints, plain strings or tuples of these, growth, several threads.
#include "dict_probe.h"
#include "threads.h"

[[gnu::always_inline]] static inline bool quick_hash_item(Value key, uint64_t *hash) {
    if (value_is_int(key)) {
        int64_t i = value_int(key);
        *hash = (uint64_t)(i == -1 ? -2 : i);
        return i > -KEY_HASH_MODULUS && i < KEY_HASH_MODULUS;
    }
    if (!key_is_str(key)) return false;
    *hash = key_str_hash(value_str(key));
    return true;
}

[[gnu::noinline]] static bool quick_hash_tuple(const Tuple *tuple, uint64_t *hash) {
    uint64_t sum = TUPLE_HASH_START, item;
    for (uint64_t i = 0; i < tuple->length; i++) {
        if (!quick_hash_item(tuple->items[i], &item)) return false;
        sum = tuple_hash_add(sum, item);
    }
    *hash = tuple_hash_end(sum, tuple->length);
    return true;
}

static inline bool quick_hash(Value key, uint64_t *hash) {
    if (value_has_shape(key, &shape_tuple)) return quick_hash_tuple(value_tuple(key), hash);
    return quick_hash_item(key, hash);
}

[[gnu::always_inline]] static inline int64_t find(const Dict *d, Value key, uint64_t *hash) {
    if (__builtin_expect(threads_parallel, 0) || !quick_hash(key, hash)) return DICT_UNSURE;
    return find_quick(d, key, dict_hash_value(*hash));
}

Value dict_quick_get(Value dict, Value key, Value otherwise) {
    uint64_t hash;
    const Dict *d = value_dict(dict);
    int64_t n = find(d, key, &hash);
    if (n >= 0) return dict_entries(d->entries)[n].value;
    return n == DICT_ABSENT ? otherwise : VALUE_ERROR;
}

int dict_quick_has(Value dict, Value key) {
    uint64_t hash;
    int64_t n = find(value_dict(dict), key, &hash);
    return n >= 0 ? 1 : n == DICT_ABSENT ? 0 : -1;
}

int dict_quick_put(Value dict, Value key, Value v) {
    uint64_t hash;
    Dict *d = value_dict(dict);
    int64_t n = find(d, key, &hash);
    if (n >= 0) dict_entries(d->entries)[n].value = v;
    if (n != DICT_ABSENT || d->used == dict_capacity(d->entries)) return n >= 0;
    return dict_append(thread_current, d, key, hash, v);
}
