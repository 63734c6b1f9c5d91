// itertools.product, permutations and the two combinations. All four keep the indices of the items in the row given last, and go
// from one row to the next by changing some of them:
//
//   product                        the last index counts fastest, each in a pool of its own
//   combinations                   indices ascend
//   combinations_with_replacement  ... not strictly
//   permutations                   indices are the first r of an arrangement of all; `cycles` behind them says what has been tried
//
// Rows are parts, too: a loop that takes them apart makes no tuple.
#include "itertools_int.h"
#include "stdlib/runtime/object_lock.h"

typedef struct Arranged Arranged;
typedef bool (*Step)(Arranged *a);   // the indices of the next row; false: there is none

struct Arranged {
    Object header;
    Tuple *pools;      // product: of tuples; the others: the items
    Buffer *indices;   // ints; permutations: all indices, then r cycles
    uint64_t length;   // of a row
    Step step;
    bool begun, ended, product;
};

static void arranged_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Arranged *)o)->pools);
    tracer_object(tracer, ((Arranged *)o)->indices);
}

static inline Value item(const Arranged *a, uint64_t i) {
    uint64_t index = (uint64_t)a->indices->ints[i];
    return a->product ? value_tuple(a->pools->items[i])->items[index] : a->pools->items[index];
}

static inline bool advance(Arranged *a) {
    if (a->begun && !a->ended) a->ended = !a->step(a);
    a->begun = true;
    return !a->ended;
}

static inline Value fill_row(Thread *t, Arranged *a, Value *out) {
    ObjectLock lock;
    object_lock(t, &lock, a, NULL);
    bool more = advance(a);
    for (uint64_t i = 0; more && i < a->length; i++) out[i] = item(a, i);
    object_unlock(t, &lock);
    return more ? VALUE_NONE : VALUE_UNBOUND;
}

static Value arranged_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    Arranged *a = (Arranged *)o;
    return a->length == n ? fill_row(t, a, out) : VALUE_FALSE;
}

static Value arranged_next(Thread *t, Object *o) {
    Arranged *a = (Arranged *)o;
    if (a->ended) return VALUE_UNBOUND;
    Tuple *row = a->length ? tuple_new(t, a->length) : tuple_empty();
    Value got = row ? fill_row(t, a, row->items) : VALUE_ERROR;
    return value_is_none(got) ? value_from_object(row) : got;
}

#define ARRANGED_LAYOUT(name) const Layout layout_itertools_##name = {#name, KIND_OTHER, sizeof(Arranged), arranged_trace, NULL, arranged_next, arranged_parts};
ARRANGED_LAYOUT(product)
ARRANGED_LAYOUT(permutations)
ARRANGED_LAYOUT(combinations)
ARRANGED_LAYOUT(combinations_with_replacement)

// With `room` indices, all 0.
static Value arranged_new(Thread *t, const Value *args, Tuple *pools, uint64_t length, uint64_t room, Step step) {
    Buffer *indices = heap_new_raw(t, room * sizeof(int64_t));
    Arranged *a = indices ? itertools_instance(t, args) : NULL;
    if (!a) return VALUE_ERROR;
    a->pools = pools;
    a->indices = indices;
    a->length = length;
    a->step = step;
    return value_from_object(a);
}

static Arranged *as_arranged(Value v) { return (Arranged *)value_object(v); }

// --- product

static bool product_step(Arranged *a) {
    for (uint64_t i = a->length; i-- > 0;) {
        if (++a->indices->ints[i] < (int64_t)value_tuple(a->pools->items[i])->length) return true;
        a->indices->ints[i] = 0;
    }
    return false;
}

static bool read_repeat(Thread *t, Value v, uint64_t pools, uint64_t *repeat) {
    int64_t n;
    uint64_t bytes;
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    if (!int_to_i64(i, &n)) return error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t"), false;
    if (n < 0) return error_value(t, "repeat argument cannot be negative"), false;
    *repeat = pools ? (uint64_t)n : 0;
    if (!__builtin_mul_overflow(pools * sizeof(Value), *repeat, &bytes) && bytes < INT64_MAX) return true;
    return error_raise(t, &class_OverflowError, "repeat argument too large"), false;
}

// The iterables as tuples, all of them `repeat` times.
static Tuple *read_pools(Thread *t, const Tuple *iterables, uint64_t repeat, bool *empty) {
    uint64_t n = iterables->length;
    if (n * repeat >= 1ull << 40) return error_out_of_memory(t), NULL;
    Tuple *pools = tuple_new(t, n * repeat);
    for (uint64_t i = 0; pools && i < n * repeat; i++) {
        Tuple *pool = i < n ? tuple_from_iterable(t, iterables->items[i]) : value_tuple(pools->items[i - n]);
        if (!pool) return NULL;
        *empty |= pool->length == 0;
        pools->items[i] = value_from_object(pool);
    }
    return pools;
}

static Value product_new(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *iterables = value_tuple(args[1]);
    uint64_t repeat;
    bool empty = false;
    if (!read_repeat(t, args[2], iterables->length, &repeat)) return VALUE_ERROR;
    Tuple *pools = read_pools(t, iterables, repeat, &empty);
    Value v = pools ? arranged_new(t, args, pools, pools->length, pools->length, product_step) : VALUE_ERROR;
    if (value_is_error(v)) return v;
    as_arranged(v)->product = true;
    as_arranged(v)->ended = empty;
    return v;
}

// --- the others: a pool and r

static bool read_length(Thread *t, Value v, uint64_t *r) {
    int64_t n;
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    if (!int_to_i64(i, &n)) return error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t"), false;
    if (n < 0) return error_value(t, "r must be non-negative"), false;
    if (n >= 1ll << 40) return error_out_of_memory(t), false;
    *r = (uint64_t)n;
    return true;
}

static bool combinations_step(Arranged *a) {
    int64_t *indices = a->indices->ints, n = (int64_t)a->pools->length, r = (int64_t)a->length, i = r - 1;
    while (i >= 0 && indices[i] == i + n - r) i--;
    if (i < 0) return false;
    indices[i]++;
    for (int64_t j = i + 1; j < r; j++) indices[j] = indices[j - 1] + 1;
    return true;
}

static Value combinations_new(Thread *t, Value *args, uint32_t nargs) {
    uint64_t r;
    Tuple *pool = tuple_from_iterable(t, args[1]);
    if (!pool || !read_length(t, args[2], &r)) return VALUE_ERROR;
    Value v = arranged_new(t, args, pool, r, r, combinations_step);
    if (value_is_error(v)) return v;
    for (uint64_t i = 0; i < r; i++) as_arranged(v)->indices->ints[i] = (int64_t)i;
    as_arranged(v)->ended = r > pool->length;
    return v;
}

static bool replacement_step(Arranged *a) {
    int64_t *indices = a->indices->ints, n = (int64_t)a->pools->length, r = (int64_t)a->length, i = r - 1;
    while (i >= 0 && indices[i] == n - 1) i--;
    if (i < 0) return false;
    for (int64_t next = indices[i] + 1; i < r; i++) indices[i] = next;
    return true;
}

static Value replacement_new(Thread *t, Value *args, uint32_t nargs) {
    uint64_t r;
    Tuple *pool = tuple_from_iterable(t, args[1]);
    if (!pool || !read_length(t, args[2], &r)) return VALUE_ERROR;
    Value v = arranged_new(t, args, pool, r, r, replacement_step);
    if (!value_is_error(v)) as_arranged(v)->ended = pool->length == 0 && r > 0;
    return v;
}

// Index i moves to the end, those behind it one to the left.
static void rotate(int64_t *indices, int64_t i, int64_t n) {
    int64_t first = indices[i];
    for (; i + 1 < n; i++) indices[i] = indices[i + 1];
    indices[n - 1] = first;
}

static bool permutations_step(Arranged *a) {
    int64_t n = (int64_t)a->pools->length, *indices = a->indices->ints, *cycles = indices + n;
    for (int64_t i = (int64_t)a->length - 1; i >= 0; i--) {
        if (--cycles[i] == 0) {
            rotate(indices, i, n);
            cycles[i] = n - i;
            continue;
        }
        int64_t j = n - cycles[i], at = indices[i];
        indices[i] = indices[j];
        indices[j] = at;
        return true;
    }
    return false;
}

static Value permutations_new(Thread *t, Value *args, uint32_t nargs) {
    Tuple *pool = tuple_from_iterable(t, args[1]);
    if (!pool) return VALUE_ERROR;
    uint64_t n = pool->length, r = n;
    if (!value_is_none(args[2]) && !value_is_integer(args[2])) return error_type(t, "Expected int as r");
    if (!value_is_none(args[2]) && !read_length(t, args[2], &r)) return VALUE_ERROR;
    bool none = r > n;
    if (none) r = 0;
    Value v = arranged_new(t, args, pool, r, n + r, permutations_step);
    if (value_is_error(v)) return v;
    int64_t *indices = as_arranged(v)->indices->ints;
    for (uint64_t i = 0; i < n; i++) indices[i] = (int64_t)i;
    for (uint64_t i = 0; i < r; i++) indices[n + i] = (int64_t)(n - i);
    as_arranged(v)->ended = none;
    return v;
}

static const NativeDef product_methods[] = {{"__new__", product_new, "cls, /, *iterables, repeat=1", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef permutations_methods[] = {{"__new__", permutations_new, "cls, iterable, r=None", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef combinations_methods[] = {{"__new__", combinations_new, "cls, iterable, r", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef replacement_methods[] = {{"__new__", replacement_new, "cls, iterable, r", NATIVE_STATIC}, ITER_METHODS, {}};

void itertools_init_arranged(void) {
    itertools_add_class(&class_itertools_product, product_methods);
    itertools_add_class(&class_itertools_permutations, permutations_methods);
    itertools_add_class(&class_itertools_combinations, combinations_methods);
    itertools_add_class(&class_itertools_combinations_with_replacement, replacement_methods);
}
