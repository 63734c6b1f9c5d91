// Sorting: a stable bottom-up merge sort on runs. The list is emptied while it is sorted, so that the program's
// comparisons see no half-sorted items; finding it filled afterwards is the "modified during sort" error.
//
// Keys and items sort together as pairs when there is a key function, else items alone are the keys. Natural runs are
// found first and short ones extended to MIN_RUN by binary insertion; then neighbours merge by the balance rule of
// timsort, so that already ordered input costs one pass. Keys that are all small ints, all floats or all strings compare
// without a call.
#include "call.h"
#include "containers.h"
#include "exception.h"
#include "float.h"
#include "key.h"
#include "list_int.h"
#include "order.h"
#include "ops.h"
#include "str.h"

enum { MIN_RUN = 32, MAX_RUNS = 96 };

typedef struct {
    Value key, item;
} Pair;

typedef int (*LessFn)(Thread *t, Value a, Value b);   // 1, 0, -1

typedef struct {
    Thread *t;
    Pair *pairs, *spare;
    struct {
        size_t at, n;
    } runs[MAX_RUNS];
    size_t count;
} Sort;

static int less_int(Thread *t, Value a, Value b) { return (int64_t)a.bits < (int64_t)b.bits; }
static int less_float(Thread *t, Value a, Value b) { return value_float(a) < value_float(b); }
static int less_str(Thread *t, Value a, Value b) { return order_strs(value_str(a), value_str(b)) < 0; }
static int less_tuple(Thread *t, Value a, Value b) {
    int quick = order_less(a, b);
    if (quick >= 0) return quick;
    Value less = tuple_compare(t, DUNDER_LT, a, b);
    return value_is_error(less) ? -1 : value_truth(t, less);
}
static int less_any(Thread *t, Value a, Value b) { return op_compare_bool(t, DUNDER_LT, a, b); }

static LessFn choose_less(const Pair *pairs, size_t n) {
    bool ints = true, floats = true, strs = true, tuples = true;
    for (size_t i = 0; i < n && (ints || floats || strs || tuples); i++) {
        Value k = pairs[i].key;
        ints = ints && value_is_int(k);
        floats = floats && (value_is_double(k) || value_has_shape(k, &shape_float));
        strs = strs && key_is_str(k);
        tuples = tuples && value_has_shape(k, &shape_tuple);
    }
    return ints ? less_int : floats ? less_float : strs ? less_str : tuples ? less_tuple : less_any;
}

static void reverse_pairs(Pair *p, size_t n) {
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        Pair x = p[i];
        p[i] = p[--j];
        p[j] = x;
    }
}

// Everything from here to sort_pairs is compiled once per way of comparing, with `less` a constant in the common ones.
#define SORT_INLINE [[gnu::always_inline]] static inline

// The length of the run that starts at p; a strictly descending one is turned round. 0: exception pending.
SORT_INLINE size_t find_run(Sort *s, LessFn less, Pair *p, size_t n) {
    if (n < 2) return n;
    int down = less(s->t, p[1].key, p[0].key);
    size_t length = 2;
    for (; down >= 0 && length < n; length++) {
        int is_less = less(s->t, p[length].key, p[length - 1].key);
        if (is_less < 0) return 0;
        if (is_less != down) break;
    }
    if (down < 0) return 0;
    if (down) reverse_pairs(p, length);
    return length;
}

// Extends the sorted p[0 .. from) to p[0 .. n).
SORT_INLINE bool insert_sorted(Sort *s, LessFn less, Pair *p, size_t from, size_t n) {
    for (size_t i = from; i < n; i++) {
        Pair x = p[i];
        size_t low = 0, high = i;
        while (low < high) {
            size_t middle = (low + high) / 2;
            int is_less = less(s->t, x.key, p[middle].key);
            if (is_less < 0) return false;
            if (is_less) high = middle;
            else low = middle + 1;
        }
        memmove(p + low + 1, p + low, (i - low) * sizeof *p);
        p[low] = x;
    }
    return true;
}

// Merges the neighbours p[0 .. n) and p[n .. n + m) through the spare half. Items are copies until both are used up: when
// a comparison raises, what is left of both runs is put back, so that no item is lost.
SORT_INLINE bool merge(Sort *s, LessFn less, Pair *p, size_t n, size_t m) {
    Pair *a = s->spare, *a_end = a + n, *b = p + n, *b_end = b + m, *to = p;
    memcpy(a, p, n * sizeof *p);
    bool ok = true;
    while (a < a_end && b < b_end) {
        int is_less = less(s->t, b->key, a->key);
        if (is_less < 0) {
            ok = false;
            break;
        }
        *to++ = is_less ? *b++ : *a++;
    }
    memcpy(to, a, (size_t)(a_end - a) * sizeof *p);
    return ok;
}

// Where key would go in p[0 .. n): after its equals, or before them. SIZE_MAX: exception pending.
SORT_INLINE size_t find_place(Sort *s, LessFn less, const Pair *p, size_t n, Value key, bool after) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int is_less = after ? less(s->t, key, p[middle].key) : less(s->t, p[middle].key, key);
        if (is_less < 0) return SIZE_MAX;
        if ((is_less != 0) == after) high = middle;
        else low = middle + 1;
    }
    return low;
}

// Merges runs i and i + 1, leaving alone what is in place already at both ends.
SORT_INLINE bool merge_at(Sort *s, LessFn less, size_t i) {
    Pair *p = s->pairs + s->runs[i].at;
    size_t n = s->runs[i].n, m = s->runs[i + 1].n;
    s->runs[i].n = n + m;
    s->count--;
    if (i + 1 < s->count) s->runs[i + 1] = s->runs[i + 2];
    size_t skip = find_place(s, less, p, n, p[n].key, true);
    if (skip == SIZE_MAX || skip == n) return skip == n;
    size_t keep = find_place(s, less, p + n, m, p[n - 1].key, false);
    return keep != SIZE_MAX && merge(s, less, p + skip, n - skip, keep);
}

// Keeps run lengths falling faster than Fibonacci numbers, or merges everything at the end.
SORT_INLINE bool merge_runs(Sort *s, LessFn less, bool all) {
    while (s->count > 1) {
        size_t i = s->count - 2;
        bool crowded = (i > 0 && s->runs[i - 1].n <= s->runs[i].n + s->runs[i + 1].n) ||
                       (i > 1 && s->runs[i - 2].n <= s->runs[i - 1].n + s->runs[i].n);
        if (!all && !crowded && s->runs[i].n > s->runs[i + 1].n) return true;
        if (i > 0 && (crowded || all) && s->runs[i - 1].n < s->runs[i + 1].n) i--;
        if (!merge_at(s, less, i)) return false;
    }
    return true;
}

SORT_INLINE bool sort_pairs(Sort *s, LessFn less, size_t n) {
    for (size_t at = 0; at < n;) {
        Pair *p = s->pairs + at;
        size_t length = find_run(s, less, p, n - at);
        if (length == 0) return false;
        size_t wanted = n - at < MIN_RUN ? n - at : MIN_RUN;
        if (length < wanted) {
            if (!insert_sorted(s, less, p, length, wanted)) return false;
            length = wanted;
        }
        s->runs[s->count].at = at;
        s->runs[s->count++].n = length;
        at += length;
        if (!merge_runs(s, less, false)) return false;
    }
    return merge_runs(s, less, true);
}

static bool sort_ints(Sort *s, size_t n) { return sort_pairs(s, less_int, n); }
static bool sort_floats(Sort *s, size_t n) { return sort_pairs(s, less_float, n); }
[[gnu::noinline]] static bool sort_by(Sort *s, LessFn less, size_t n) { return sort_pairs(s, less, n); }

static bool sort_chosen(Sort *s, size_t n) {
    LessFn less = choose_less(s->pairs, n);
    return less == less_int ? sort_ints(s, n) : less == less_float ? sort_floats(s, n) : sort_by(s, less, n);
}

static bool make_pairs(Thread *t, Pair *pairs, const Value *items, size_t n, Value key) {
    for (size_t i = 0; i < n; i++) {
        pairs[i] = (Pair){items[i], items[i]};
        if (value_is_none(key)) continue;
        pairs[i].key = call1(t, key, items[i]);
        if (value_is_error(pairs[i].key)) return false;
    }
    return true;
}

// Small ints that are in order already need no pairs.
static bool in_order(const Value *items, size_t n, bool reverse) {
    for (size_t i = 0; i < n; i++) {
        if (!value_is_int(items[i])) return false;
        if (i > 0 && (reverse ? value_int(items[i - 1]) < value_int(items[i]) : value_int(items[i - 1]) > value_int(items[i]))) return false;
    }
    return true;
}

// Sorts items[0 .. n) in place. On failure they are still the same items in some order.
static bool sort_items(Thread *t, Value *items, size_t n, Value key, bool reverse) {
    if (value_is_none(key) && in_order(items, n, reverse)) return true;
    Buffer *room = heap_new_values(t, n * 2 * (sizeof(Pair) / sizeof(Value)));
    if (room == NULL) return false;
    Sort s = {.t = t, .pairs = (Pair *)room->values};
    s.spare = s.pairs + n;
    if (!make_pairs(t, s.pairs, items, n, key)) return false;
    if (reverse) reverse_pairs(s.pairs, n);   // twice, so that equals keep their order
    bool ok = sort_chosen(&s, n);
    if (reverse) reverse_pairs(s.pairs, n);
    for (size_t i = 0; i < n; i++) items[i] = s.pairs[i].item;
    return ok;
}

bool list_sort(Thread *t, List *l, Value key, bool reverse) {
    Buffer *buffer = l->buffer;
    size_t n = l->length;
    l->buffer = list_no_items();
    l->length = 0;
    bool ok = n == 0 || sort_items(t, buffer->values, n, key, reverse);
    bool modified = l->buffer != list_no_items();
    l->buffer = buffer;
    l->length = n;
    if (!ok || !modified) return ok;
    error_value(t, "list modified during sort");
    return false;
}
