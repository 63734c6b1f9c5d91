// Dicts: the table. Open addressing over an index of entry numbers (Hettinger's compact dict), probing as CPython's:
// slot = 5 * slot + 1 + perturb. Comparing keys may run the program, which may change the dict: a search notices by the
// entries it stands on and starts again.
//
// While several threads run, whoever is in here has locked the dict, except for plain look-ups (get_unlocked): they read entries and index once,
// bound themselves by what these say of themselves, and check at the end that what they read still held. For their sake an entry is
// complete before the index or `used` leads to it, loses its key before its value, and `used` shrinks before new entries appear.
#include "dict_probe.h"

#include "exception.h"
#include "object_lock.h"
#include "threads.h"

enum { DICT_FIRST_CAPACITY = 4 };

static void dict_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Dict *)o)->entries);
    tracer_object(tracer, ((Dict *)o)->index);
    tracer_object(tracer, ((Dict *)o)->slots);
}

const Layout layout_dict = {.name = "dict", .kind = KIND_DICT, .size = sizeof(Dict), .trace = dict_trace};

Dict *dict_new(Thread *t) { return heap_new(t, &shape_dict, sizeof(Dict)); }

// Walks the slots of a hash. Starts from the hash as entries hold it: what they drop must not steer the walk.
typedef struct {
    size_t slot, mask;
    uint64_t perturb;
    uint32_t width;
} Probe;

static inline Probe probe_start(const Buffer *index, Value hash) {
    uint32_t width = index_width(index);
    uint64_t bits = dict_hash_of(hash);
    size_t mask = index->capacity / width - 1;
    return (Probe){bits & mask, mask, bits, width};
}

static inline void probe_next(Probe *p) {
    p->perturb >>= DICT_PERTURB_SHIFT;
    p->slot = (p->slot * 5 + 1 + p->perturb) & p->mask;
}

// search_next gives the numbers of entries with the hash, one after the other, then DICT_ABSENT.
typedef struct {
    const Buffer *index;
    const DictEntry *entries;
    Value hash;
    uint32_t used, number;
    Probe probe;
} Search;

static inline Search search_start(const Dict *d, uint64_t hash) {
    Search s = {.index = d->index, .hash = dict_hash_value(hash), .used = d->used};
    if (d->entries == NULL) s.used = 0, s.index = NULL;
    else s.entries = dict_entries(d->entries);
    if (s.index != NULL) s.probe = probe_start(s.index, s.hash);
    return s;
}

static inline int64_t search_small(Search *s) {
    while (s->number < s->used) {
        uint32_t n = s->number++;
        if (value_same(s->entries[n].hash, s->hash)) return n;
    }
    return DICT_ABSENT;
}

static inline int64_t search_next(Search *s) {
    if (s->index == NULL) return search_small(s);
    for (;;) {
        uint32_t n = index_get(s->index, s->probe.width, s->probe.slot);
        if (n == 0) return DICT_ABSENT;
        probe_next(&s->probe);
        if (n - 1 < s->used && value_same(s->entries[n - 1].hash, s->hash)) return n - 1;
    }
}

// Asks the program whether the keys are equal: 1, 0, -1, or 2 when the dict was changed meanwhile.
static int compare_slowly(Thread *t, Dict *d, const Search *s, int64_t n, Value key) {
    Value stored = s->entries[n].key;
    const Buffer *entries = d->entries;
    int equal = op_equal(t, stored, key);
    if (equal < 0) return -1;
    bool same = d->entries == entries && d->index == s->index && (uint64_t)n < d->used && value_same(s->entries[n].key, stored);
    return same ? equal : 2;
}

[[gnu::noinline]] static int64_t find_slowly(Thread *t, Dict *d, Value key, uint64_t hash) {
    Search s = search_start(d, hash);
    int64_t n;
    while ((n = search_next(&s)) >= 0) {
        int equal = key_equal_quick(s.entries[n].key, key);
        if (equal == 1) return n;
        if (equal == 0) continue;
        equal = compare_slowly(t, d, &s, n, key);
        if (equal == 1) return n;
        if (equal < 0) return DICT_FAILED;
        if (equal == 2) s = search_start(d, hash);
    }
    return DICT_ABSENT;
}

int64_t dict_find(Thread *t, Dict *d, Value key, uint64_t hash) {
    int64_t n = find_quick(d, key, dict_hash_value(hash));
    return n == DICT_UNSURE ? find_slowly(t, d, key, hash) : n;
}

static int64_t find_str(const Dict *d, Str *name) {
    Value key = value_from_object(name);
    uint64_t hash = key_str_hash(name);
    int64_t n = find_quick(d, key, dict_hash_value(hash));
    if (n != DICT_UNSURE) return n;
    Search s = search_start(d, hash);
    while ((n = search_next(&s)) >= 0) {
        if (key_equal_quick(s.entries[n].key, key) == 1) return n;
    }
    return DICT_ABSENT;
}

// Without the lock. False: not to be told this way, or the dict was changed meanwhile.
static bool settle(const Dict *d, const DictEntry *e, Value seen, Value *v) {
    *v = e->value;
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    return value_same(e->key, seen);
}

static int try_entry(const Dict *d, const DictEntry *e, Value key, Value hash, Value *v) {
    Value seen = e->key;
    if (!value_same(seen, key)) {
        if (!value_same(e->hash, hash)) return 0;
        int equal = key_equal_quick(seen, key);
        if (equal <= 0) return equal;
    }
    return settle(d, e, seen, v) ? 1 : -1;
}

// 1: found, 0: absent, -1: unknown.
static int walk_unlocked(const Dict *d, const Buffer *index, const DictEntry *entries, uint32_t used, Value key, Value hash, Value *v) {
    if (index == NULL) {
        for (uint32_t i = 0; i < used; i++) {
            int found = try_entry(d, &entries[i], key, hash, v);
            if (found != 0) return found;
        }
        return 0;
    }
    Probe p = probe_start(index, hash);
    for (size_t steps = 0; steps <= p.mask * 2; steps++) {
        uint32_t n = index_get(index, p.width, p.slot);
        if (n == 0) return 0;
        int found = n - 1 < used ? try_entry(d, &entries[n - 1], key, hash, v) : 0;
        if (found != 0) return found;
        probe_next(&p);
    }
    return -1;
}

static bool get_unlocked(const Dict *d, Value key, uint64_t hash, Value *v) {
    uint32_t version = __atomic_load_n(&d->version, __ATOMIC_ACQUIRE);
    Buffer *index = __atomic_load_n(&d->index, __ATOMIC_ACQUIRE), *entries = __atomic_load_n(&d->entries, __ATOMIC_ACQUIRE);
    uint32_t used = __atomic_load_n(&d->used, __ATOMIC_ACQUIRE);
    *v = VALUE_UNBOUND;
    int found = 0;
    if (entries != NULL) {
        size_t capacity = dict_capacity(entries);
        found = walk_unlocked(d, index, dict_entries(entries), used < capacity ? used : (uint32_t)capacity, key, dict_hash_value(hash), v);
    }
    if (found != 0) return found > 0;
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    return d->version == version && d->index == index && d->entries == entries;
}

// Growing.

static void index_insert(Buffer *index, Value hash, uint32_t number) {
    Probe p = probe_start(index, hash);
    while (index_get(index, p.width, p.slot) != 0) probe_next(&p);
    index_put(index, p.width, p.slot, number + 1);
}

// An index for that many entries, two thirds full at most; NULL: exception pending.
static Buffer *index_new(Thread *t, size_t capacity) {
    size_t slots = 16;
    while (slots * 2 / 3 < capacity) slots *= 2;
    return heap_new_raw(t, slots <= 256 ? slots : slots <= 1u << 16 ? slots * 2 : slots * 4);
}

static uint32_t copy_live(DictEntry *to, const DictEntry *from, uint32_t used) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < used; i++) {
        if (!value_is_unbound(from[i].key)) to[n++] = from[i];
    }
    return n;
}

// Moves the live entries to new buffers with room for `capacity`.
static bool rebuild(Thread *t, Dict *d, size_t capacity) {
    if (capacity > UINT32_MAX / 2) {
        error_out_of_memory(t);
        return false;
    }
    if (capacity > DICT_SMALL) {
        size_t slots = 16;
        while (slots * 2 / 3 < capacity) slots *= 2;
        capacity = slots * 2 / 3;
    }
    Buffer *entries = heap_new_values(t, capacity * DICT_ENTRY_VALUES);
    if (entries == NULL) return false;
    Buffer *index = capacity <= DICT_SMALL ? NULL : index_new(t, capacity);
    if (index == NULL && capacity > DICT_SMALL) return false;
    DictEntry *to = dict_entries(entries);
    uint32_t n = d->entries == NULL ? 0 : copy_live(to, dict_entries(d->entries), d->used);
    for (uint32_t i = 0; index != NULL && i < n; i++) index_insert(index, to[i].hash, i);
    d->used = d->live = n;
    d->first = 0;
    __atomic_store_n(&d->entries, entries, __ATOMIC_RELEASE);
    __atomic_store_n(&d->index, index, __ATOMIC_RELEASE);
    return true;
}

bool dict_reserve(Thread *t, Dict *d, size_t more) {
    if (d->used + more <= dict_capacity(d->entries)) return true;
    return rebuild(t, d, d->live + more);
}

static bool grow(Thread *t, Dict *d) {
    size_t capacity = d->live < DICT_FIRST_CAPACITY ? DICT_FIRST_CAPACITY : (size_t)d->live * 2;
    return rebuild(t, d, capacity);
}

bool dict_append(Thread *t, Dict *d, Value key, uint64_t hash, Value v) {
    if (d->used == dict_capacity(d->entries) && !grow(t, d)) return false;
    uint32_t n = d->used;
    dict_entries(d->entries)[n] = (DictEntry){dict_hash_value(hash), key, v};
    __atomic_store_n(&d->used, n + 1, __ATOMIC_RELEASE);
    if (d->index != NULL) index_insert(d->index, dict_hash_value(hash), n);
    d->live++;
    d->version++;
    return true;
}

// Setting and getting.

bool dict_set_hashed(Thread *t, Dict *d, Value key, uint64_t hash, Value v) {
    int64_t n = dict_find(t, d, key, hash);
    if (n == DICT_FAILED) return false;
    if (n == DICT_ABSENT) return dict_append(t, d, key, hash, v);
    dict_entries(d->entries)[n].value = v;
    return true;
}

bool dict_set(Thread *t, Dict *d, Value key, Value v) {
    uint64_t hash;
    if (!key_hash(t, key, &hash)) return false;
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    bool ok = dict_set_hashed(t, d, key, hash, v);
    object_unlock(t, &lock);
    return ok;
}

static Value get_hashed(Thread *t, Dict *d, Value key, uint64_t hash) {
    int64_t n = dict_find(t, d, key, hash);
    if (n >= 0) return dict_entries(d->entries)[n].value;
    return n == DICT_ABSENT ? VALUE_UNBOUND : VALUE_ERROR;
}

[[gnu::noinline]] static Value get_shared(Thread *t, Dict *d, Value key, uint64_t hash) {
    Value v;
    if (get_unlocked(d, key, hash, &v)) return v;
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    v = get_hashed(t, d, key, hash);
    object_unlock(t, &lock);
    return v;
}

Value dict_get(Thread *t, Dict *d, Value key) {
    uint64_t hash;
    if (!key_hash(t, key, &hash)) return VALUE_ERROR;
    return __builtin_expect(t->parallel, 0) ? get_shared(t, d, key, hash) : get_hashed(t, d, key, hash);
}

static Value get_str(const Dict *d, Str *interned) {
    int64_t n = find_str(d, interned);
    return n >= 0 ? dict_entries(d->entries)[n].value : VALUE_UNBOUND;
}

[[gnu::noinline]] static Value get_str_shared(const Dict *d, Str *interned) {
    Value v;
    if (get_unlocked(d, value_from_object(interned), key_str_hash(interned), &v)) return v;
    ObjectLock lock;
    object_lock(thread_current, &lock, d, NULL);
    v = get_str(d, interned);
    object_unlock(thread_current, &lock);
    return v;
}

Value dict_get_str(const Dict *d, Str *interned) { return __builtin_expect(threads_parallel, 0) ? get_str_shared(d, interned) : get_str(d, interned); }

static bool set_str(Thread *t, Dict *d, Str *interned, Value v) {
    int64_t n = find_str(d, interned);
    if (n < 0) return dict_append(t, d, value_from_object(interned), key_str_hash(interned), v);
    dict_entries(d->entries)[n].value = v;
    return true;
}

bool dict_set_str(Thread *t, Dict *d, Str *interned, Value v) {
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    bool ok = set_str(t, d, interned, v);
    object_unlock(t, &lock);
    return ok;
}

// Removing.

static size_t index_slot_of(const Buffer *index, Value hash, uint32_t number) {
    Probe p = probe_start(index, hash);
    while (index_get(index, p.width, p.slot) != number + 1) probe_next(&p);
    return p.slot;
}

// So that taking the oldest key again and again does not walk over all that were taken before.
static void advance_first(Dict *d) {
    const DictEntry *entries = dict_entries(d->entries);
    while (d->first < d->used && value_is_unbound(entries[d->first].key)) d->first++;
    if (d->first > d->used) d->first = d->used;
}

// The last entry leaves no trace: every present key was inserted before it, so no chain runs through its slot.
void dict_delete_entry(Dict *d, uint32_t number) {
    DictEntry *e = &dict_entries(d->entries)[number];
    bool last = number + 1 == d->used;
    if (d->index != NULL) {
        uint32_t width = index_width(d->index);
        size_t slot = index_slot_of(d->index, e->hash, number);
        index_put(d->index, width, slot, last ? 0 : index_deleted(width));
    }
    d->version++;
    e->key = e->hash = VALUE_UNBOUND;
    __atomic_thread_fence(__ATOMIC_RELEASE);
    e->value = VALUE_BITS(0);
    if (last) d->used--;
    d->live--;
    advance_first(d);
}

static Value pop_entry(Dict *d, int64_t n) {
    Value v = dict_entries(d->entries)[n].value;
    dict_delete_entry(d, (uint32_t)n);
    return v;
}

Value dict_pop_hashed(Thread *t, Dict *d, Value key, uint64_t hash) {
    int64_t n = dict_find(t, d, key, hash);
    if (n >= 0) return pop_entry(d, n);
    return n == DICT_ABSENT ? VALUE_UNBOUND : VALUE_ERROR;
}

Value dict_pop(Thread *t, Dict *d, Value key) {
    uint64_t hash;
    if (!key_hash(t, key, &hash)) return VALUE_ERROR;
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    Value v = dict_pop_hashed(t, d, key, hash);
    object_unlock(t, &lock);
    return v;
}

Value dict_pop_str(Thread *t, Dict *d, Str *interned) {
    if (t == NULL) t = thread_current;
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    int64_t n = find_str(d, interned);
    Value v = n >= 0 ? pop_entry(d, n) : VALUE_UNBOUND;
    object_unlock(t, &lock);
    return v;
}

void dict_clear(Dict *d) {
    d->version++;
    d->used = d->live = d->first = 0;
    __atomic_store_n(&d->entries, NULL, __ATOMIC_RELEASE);
    __atomic_store_n(&d->index, NULL, __ATOMIC_RELEASE);
}

// A deleted entry's value is 0, or a note of where the deleted entries begin whose last it is. Entries below others are never used
// again, so a note holds as long as its entry is a deleted one.
enum { WORTH_NOTING = 8 };

uint32_t dict_last_entry(const Dict *d) {
    DictEntry *entries = dict_entries(d->entries), *last = &entries[d->used - 1];
    if (!value_is_unbound(last->key)) return d->used - 1;
    uint32_t noted = (uint32_t)value_int(last->value), from = noted != 0 ? noted : d->used - 1, n = from;
    while (value_is_unbound(entries[n - 1].key)) n--;
    if (from - n >= WORTH_NOTING) last->value = value_from_small(n);
    return n - 1;
}

bool dict_next(const Dict *d, uint32_t *position, Value *key, Value *value) {
    const Buffer *buffer = __atomic_load_n(&d->entries, __ATOMIC_ACQUIRE);
    if (buffer == NULL) return false;
    const DictEntry *entries = dict_entries(buffer);
    uint32_t used = d->used, capacity = (uint32_t)dict_capacity(buffer);
    if (used > capacity) used = capacity;
    for (uint32_t n = *position; n < used; n++) {
        *key = entries[n].key;
        *value = entries[n].value;
        if (value_is_unbound(*key)) continue;
        *position = n + 1;
        return true;
    }
    *position = used;
    return false;
}

static bool fill_copy(Thread *t, Dict *copy, const Dict *d) {
    if (d->live == 0) return true;
    copy->entries = d->entries;   // borrowed for rebuild, which makes its own
    copy->used = d->used;
    return rebuild(t, copy, d->live);
}

Dict *dict_copy(Thread *t, const Dict *d) {
    Dict *copy = dict_new(t);
    if (copy == NULL) return NULL;
    ObjectLock lock;
    object_lock(t, &lock, d, NULL);
    bool ok = fill_copy(t, copy, d);
    object_unlock(t, &lock);
    return ok ? copy : NULL;
}
