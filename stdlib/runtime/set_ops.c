// Set algebra. Which operand is walked and how the result is built follows CPython 3.11, since it decides the order in which
// the result iterates. Results are plain sets or frozensets, also of subclasses.
#include "dict_int.h"
#include "exception.h"
#include "iter.h"
#include "set_int.h"

static bool is_plain_dict(Value v) { return value_has_shape(v, &shape_dict); }

Set *set_like(Thread *t, const Set *s) { return set_new(t, class_is_subclass(s->header.shape->cls, &class_frozenset) ? &class_frozenset : &class_set); }

Set *set_copy(Thread *t, Set *s) {
    Set *copy = set_like(t, s);
    return copy != NULL && set_merge(t, copy, s) ? copy : NULL;
}

Set *set_from(Thread *t, Class *cls, Value iterable) {
    Set *s = set_new(t, cls);
    return s != NULL && set_update(t, s, iterable) ? s : NULL;
}

// Entries of `walked` that `tested` has, or has not, added to `result`.
static bool add_matching(Thread *t, Set *result, const Set *walked, Set *tested, bool wanted) {
    uint64_t position = 0;
    SetEntry e, *found;
    while (set_next_entry(walked, &position, &e)) {
        int has = set_find(t, tested, e.key, e.hash, &found);
        if (has < 0 || (has == wanted && !set_add_hashed(t, result, e.key, e.hash))) return false;
    }
    return true;
}

static bool intersect_iterable(Thread *t, Set *result, Set *s, Value other) {
    IterCursor c;
    if (!iter_begin(t, &c, other)) return false;
    for (;;) {
        Value v = iter_step(t, &c), hash;
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || !set_key_hash(t, v, &hash)) return false;
        SetEntry *found;
        int has = set_find(t, s, v, hash, &found);
        if (has < 0 || (has && !set_add_hashed(t, result, v, hash))) return false;
        if (has && result->live >= s->live) return true;
    }
}

Value set_intersect(Thread *t, Set *s, Value other) {
    if (value_is_set(other) && value_set(other) == s) {
        Set *copy = set_copy(t, s);
        return copy == NULL ? VALUE_ERROR : value_from_object(copy);
    }
    Set *result = set_like(t, s);
    if (result == NULL) return VALUE_ERROR;
    bool ok;
    if (value_is_set(other)) {
        Set *o = value_set(other);
        ok = o->live > s->live ? add_matching(t, result, s, o, true) : add_matching(t, result, o, s, true);
    } else {
        ok = intersect_iterable(t, result, s, other);
    }
    return ok ? value_from_object(result) : VALUE_ERROR;
}

static bool remove_entries(Thread *t, Set *s, const Set *other) {
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(other, &position, &e)) {
        if (set_discard_hashed(t, s, e.key, e.hash) < 0) return false;
    }
    return true;
}

static bool remove_iterable(Thread *t, Set *s, Value other) {
    IterCursor c;
    if (!iter_begin(t, &c, other)) return false;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || set_discard(t, s, v) < 0) return false;
    }
}

bool set_remove_all(Thread *t, Set *s, Value other) {
    if (value_is_set(other)) {
        Set *o = value_set(other);
        if (o == s) {
            set_clear(s);
            return true;
        }
        if (o->live >> 3 > s->live) {
            Value common = set_intersect(t, s, other);
            if (value_is_error(common)) return false;
            o = value_set(common);
        }
        if (!remove_entries(t, s, o)) return false;
    } else if (!remove_iterable(t, s, other)) {
        return false;
    }
    return set_shrink_removed(t, s);
}

static Value copy_and_remove(Thread *t, Set *s, Value other) {
    Set *result = set_copy(t, s);
    return result != NULL && set_remove_all(t, result, other) ? value_from_object(result) : VALUE_ERROR;
}

static bool add_not_in_dict(Thread *t, Set *result, const Set *s, Dict *d) {
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(s, &position, &e)) {
        Value found = dict_get(t, d, e.key);
        if (value_is_error(found)) return false;
        if (value_is_unbound(found) && !set_add_hashed(t, result, e.key, e.hash)) return false;
    }
    return true;
}

Value set_subtract(Thread *t, Set *s, Value other) {
    bool dict = is_plain_dict(other);
    if (!dict && !value_is_set(other)) return copy_and_remove(t, s, other);
    uint64_t n = dict ? value_dict(other)->live : value_set(other)->live;
    if (s->live >> 2 > n) return copy_and_remove(t, s, other);
    Set *result = set_like(t, s);
    if (result == NULL) return VALUE_ERROR;
    bool ok = dict ? add_not_in_dict(t, result, s, value_dict(other)) : add_matching(t, result, s, value_set(other), false);
    return ok ? value_from_object(result) : VALUE_ERROR;
}

// Removes what is there, adds what is not.
static bool toggle(Thread *t, Set *s, Value key, Value hash) {
    int removed = set_discard_hashed(t, s, key, hash);
    return removed > 0 || (removed == 0 && set_add_hashed(t, s, key, hash));
}

static bool toggle_dict(Thread *t, Set *s, const Dict *d) {
    uint32_t position = 0;
    Value key, value, hash;
    while (dict_next(d, &position, &key, &value)) {
        if (!set_key_hash(t, key, &hash) || !toggle(t, s, key, hash)) return false;
    }
    return true;
}

bool set_toggle_all(Thread *t, Set *s, Value other) {
    if (value_is_set(other) && value_set(other) == s) {
        set_clear(s);
        return true;
    }
    if (is_plain_dict(other)) return toggle_dict(t, s, value_dict(other));
    Class *like = class_is_subclass(s->header.shape->cls, &class_frozenset) ? &class_frozenset : &class_set;
    Set *o = value_is_set(other) ? value_set(other) : set_from(t, like, other);
    if (o == NULL) return false;
    uint64_t position = 0;
    SetEntry e;
    while (set_next_entry(o, &position, &e)) {
        if (!toggle(t, s, e.key, e.hash)) return false;
    }
    return true;
}

Value set_symmetric(Thread *t, Set *s, Value other) {
    Set *result = set_like(t, s);
    if (result == NULL || !set_update(t, result, other)) return VALUE_ERROR;
    return set_toggle_all(t, result, value_from_object(s)) ? value_from_object(result) : VALUE_ERROR;
}

int set_is_subset(Thread *t, const Set *a, Set *b) {
    if (a->live > b->live) return 0;
    uint64_t position = 0;
    SetEntry e, *found;
    while (set_next_entry(a, &position, &e)) {
        int has = set_find(t, b, e.key, e.hash, &found);
        if (has <= 0) return has;
    }
    return 1;
}

int set_is_disjoint(Thread *t, Set *s, Value other) {
    if (!value_is_set(other)) {
        IterCursor c;
        if (!iter_begin(t, &c, other)) return -1;
        for (;;) {
            Value v = iter_step(t, &c);
            if (value_is_unbound(v)) return 1;
            int has = value_is_error(v) ? -1 : set_contains(t, s, v);
            if (has != 0) return has < 0 ? -1 : 0;
        }
    }
    Set *o = value_set(other), *small = o->live > s->live ? s : o, *large = small == s ? o : s;
    uint64_t position = 0;
    SetEntry e, *found;
    while (set_next_entry(small, &position, &e)) {
        int has = set_find(t, large, e.key, e.hash, &found);
        if (has != 0) return has < 0 ? -1 : 0;
    }
    return 1;
}
