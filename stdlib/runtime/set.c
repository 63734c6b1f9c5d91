// Sets: the table. A slot run of ten from hash & mask, then on to 5 * slot + 1 + perturb: CPython 3.11's walk, growth and
// merging rules, since they decide the order in which sets of numbers iterate. Removed entries keep their slot until the
// next resize. Comparing keys may run the program, which may change the set: a search notices and starts again.
#include "set_int.h"

#include "dict_int.h"
#include "exception.h"
#include "iter.h"
#include "object_lock.h"
#include "utf8.h"

enum { SET_RUN = 9, SET_PERTURB_SHIFT = 5, SET_BIG = 50000 };

// Hash word of removed entries: not a form that set_hash_value gives, so that no search stops there.
#define SET_REMOVED VALUE_BITS(4)

static void set_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((Set *)o)->table); }

const Layout layout_set = {.name = "set", .kind = KIND_SET, .size = sizeof(Set), .trace = set_trace};
const Layout layout_frozenset = {.name = "frozenset", .kind = KIND_SET, .size = sizeof(Set), .trace = set_trace};

Set *set_new(Thread *t, Class *cls) {
    Set *s = cls == &class_set ? heap_new(t, &shape_set, sizeof(Set)) : (Set *)class_instantiate(t, cls);
    if (s != NULL) s->mask = SET_MIN_SLOTS - 1;
    return s;
}

bool set_key_hash(Thread *t, Value key, Value *hash) {
    uint64_t h;
    if (!key_hash(t, key, &h)) return false;
    *hash = set_hash_value(h);
    return true;
}

// The walk over the slots of a hash, one slot per step.
typedef struct {
    uint64_t slot, start, run, mask, perturb;
} Walk;

static inline uint64_t walk_run(uint64_t slot, uint64_t mask) { return slot + SET_RUN <= mask ? SET_RUN : 0; }

static inline Walk walk_start(Value hash, uint64_t mask) {
    uint64_t bits = set_hash_bits(hash), slot = bits & mask;
    return (Walk){slot, slot, walk_run(slot, mask), mask, bits};
}

static inline void walk_next(Walk *w) {
    if (w->run-- > 0) {
        w->slot++;
        return;
    }
    w->perturb >>= SET_PERTURB_SHIFT;
    w->start = w->slot = (w->start * 5 + 1 + w->perturb) & w->mask;
    w->run = walk_run(w->slot, w->mask);
}

// 1, 0, -1, or 2 when the set was changed meanwhile.
static int compare_slowly(Thread *t, Set *s, const SetEntry *e, Value key) {
    Value stored = e->key;
    const Buffer *table = s->table;
    int equal = op_equal(t, stored, key);
    if (equal < 0) return -1;
    return s->table == table && value_same(e->key, stored) ? equal : 2;
}

static uint64_t table_mask(const Buffer *table) { return table->capacity / 2 - 1; }

// 0: not there; then *entry is the slot for it: the last removed one on the walk, else the free one where it ended.
static int find_slot(Thread *t, Set *s, Value key, Value hash, SetEntry **entry) {
    const Buffer *table = s->table;
    Walk w = walk_start(hash, table_mask(table));
    SetEntry *removed = NULL;
    for (;;) {
        SetEntry *e = *entry = (SetEntry *)table->values + w.slot;
        if (set_entry_free(e)) {
            if (removed != NULL) *entry = removed;
            return 0;
        }
        if (value_same(e->hash, SET_REMOVED)) removed = e;
        if (value_same(e->hash, hash)) {
            int equal = key_equal_quick(e->key, key);
            if (equal < 0) equal = compare_slowly(t, s, e, key);
            if (equal == 1 || equal == -1) return equal;
            if (equal == 2) {
                if (s->table == NULL) return 0;
                table = s->table;
                w = walk_start(hash, table_mask(table));
                removed = NULL;
                continue;
            }
        }
        walk_next(&w);
    }
}

int set_find(Thread *t, Set *s, Value key, Value hash, SetEntry **entry) { return s->table == NULL ? 0 : find_slot(t, s, key, hash, entry); }

// The slot for a key that is known to be new, in a table without removed entries.
static void insert_clean(SetEntry *table, uint64_t mask, Value key, Value hash) {
    Walk w = walk_start(hash, mask);
    while (!set_entry_free(&table[w.slot])) walk_next(&w);
    table[w.slot] = (SetEntry){hash, key};
}

static Buffer *table_new(Thread *t, uint64_t slots) { return heap_new_values(t, slots * 2); }

bool set_resize(Thread *t, Set *s, uint64_t at_least) {
    uint64_t slots = SET_MIN_SLOTS;
    while (slots <= at_least) slots *= 2;
    Buffer *table = table_new(t, slots);
    if (table == NULL) return false;
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(s, &position, &e)) insert_clean((SetEntry *)table->values, slots - 1, e.key, e.hash);
    __atomic_store_n(&s->table, table, __ATOMIC_RELEASE);
    s->mask = slots - 1;
    s->fill = s->live;
    return true;
}

static uint64_t grown_size(const Set *s) { return s->live > SET_BIG ? s->live * 2 : s->live * 4; }

bool set_shrink_removed(Thread *t, Set *s) {
    if (s->fill - s->live <= s->mask / 4) return true;
    return set_resize(t, s, grown_size(s));
}

bool set_add_hashed(Thread *t, Set *s, Value key, Value hash) {
    if (s->table == NULL && (s->table = table_new(t, s->mask + 1)) == NULL) return false;
    SetEntry *e = NULL;
    int found = find_slot(t, s, key, hash, &e);
    if (found != 0) return found > 0;
    if (s->table == NULL) return set_add_hashed(t, s, key, hash);   // cleared while comparing
    bool reused = !set_entry_free(e);
    *e = (SetEntry){hash, key};
    s->live++;
    if (reused) return true;
    s->fill++;
    return s->fill * 5 < s->mask * 3 || set_resize(t, s, grown_size(s));
}

int set_discard_hashed(Thread *t, Set *s, Value key, Value hash) {
    SetEntry *e;
    int found = set_find(t, s, key, hash, &e);
    if (found <= 0) return found;
    *e = (SetEntry){SET_REMOVED, VALUE_UNBOUND};
    s->live--;
    return 1;
}

int set_contains(Thread *t, Set *s, Value key) {
    Value hash;
    SetEntry *e;
    if (!set_key_hash(t, key, &hash)) return -1;
    ObjectLock lock;
    object_lock(t, &lock, s, NULL);
    int found = set_find(t, s, key, hash, &e);
    object_unlock(t, &lock);
    return found;
}

bool set_add(Thread *t, Set *s, Value key) {
    Value hash;
    if (!set_key_hash(t, key, &hash)) return false;
    ObjectLock lock;
    object_lock(t, &lock, s, NULL);
    bool ok = set_add_hashed(t, s, key, hash);
    object_unlock(t, &lock);
    return ok;
}

int set_discard(Thread *t, Set *s, Value key) {
    Value hash;
    if (!set_key_hash(t, key, &hash)) return -1;
    ObjectLock lock;
    object_lock(t, &lock, s, NULL);
    int found = set_discard_hashed(t, s, key, hash);
    object_unlock(t, &lock);
    return found;
}

Value set_take_any(Set *s) {
    if (s->live == 0) return VALUE_UNBOUND;
    SetEntry *entries = set_entries(s);
    uint64_t i = s->finger & s->mask;
    while (!set_entry_present(&entries[i])) i = (i + 1) & s->mask;
    Value key = entries[i].key;
    entries[i] = (SetEntry){SET_REMOVED, VALUE_UNBOUND};
    s->live--;
    s->finger = i + 1;
    return key;
}

void set_clear(Set *s) {
    s->table = NULL;
    s->mask = SET_MIN_SLOTS - 1;
    s->live = s->fill = 0;
}

bool set_next(const Set *s, uint64_t *position, Value *key) {
    SetEntry e;
    if (!set_next_entry(s, position, &e)) return false;
    *key = e.key;
    return true;
}

// Merging. The shape of the result decides later orders, so the three cases of an empty target are kept apart.

static bool copy_table(Thread *t, Set *s, const Set *other) {
    Buffer *table = table_new(t, other->mask + 1);
    if (table == NULL) return false;
    memcpy(table->values, other->table->values, (other->mask + 1) * sizeof(SetEntry));
    s->table = table;
    s->live = s->fill = other->live;
    return true;
}

static bool fill_empty(Thread *t, Set *s, const Set *other) {
    if (s->mask == other->mask && other->fill == other->live) return copy_table(t, s, other);
    Buffer *table = table_new(t, s->mask + 1);
    if (table == NULL) return false;
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(other, &position, &e)) insert_clean((SetEntry *)table->values, s->mask, e.key, e.hash);
    s->table = table;
    s->live = s->fill = other->live;
    return true;
}

static bool merge(Thread *t, Set *s, Set *other) {
    if (s == other || other->live == 0) return true;
    if ((s->fill + other->live) * 5 >= s->mask * 3 && !set_resize(t, s, (s->live + other->live) * 2)) return false;
    if (s->fill == 0) return fill_empty(t, s, other);
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(other, &position, &e)) {
        if (!set_add_hashed(t, s, e.key, e.hash)) return false;
    }
    return true;
}

bool set_merge(Thread *t, Set *s, Set *other) {
    ObjectLock lock;
    object_lock(t, &lock, s, other);
    bool ok = merge(t, s, other);
    object_unlock(t, &lock);
    return ok;
}

static bool update_from_dict(Thread *t, Set *s, const Dict *d) {
    if ((s->fill + d->live) * 5 >= s->mask * 3 && !set_resize(t, s, (s->live + d->live) * 2)) return false;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(d, &position, &key, &value)) {
        if (!set_add(t, s, key)) return false;
    }
    return true;
}

static bool update_from_str(Thread *t, Set *s, const Str *chars) {
    for (const char *p = chars->text, *end = p + chars->nbytes; p < end;) {
        Str *c = str_from_char(t, utf8_next(&p));
        if (c == NULL || !set_add(t, s, value_from_object(c))) return false;
    }
    return true;
}

bool set_update(Thread *t, Set *s, Value iterable) {
    if (value_is_plain_str(iterable)) return update_from_str(t, s, value_str(iterable));
    if (value_is_set(iterable)) return set_merge(t, s, value_set(iterable));
    if (value_has_shape(iterable, &shape_dict)) return update_from_dict(t, s, value_dict(iterable));
    IterCursor c;
    if (!iter_begin(t, &c, iterable)) return false;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || !set_add(t, s, v)) return false;
    }
}
