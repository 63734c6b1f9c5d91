// Iterators over dicts. An iterator remembers the dict's size: a change of it is an error at the next step.
#include "containers.h"
#include "dict_int.h"
#include "dict_views.h"
#include "exception.h"
#include "iter.h"
#include "object_lock.h"
#include "tuple.h"

typedef struct {
    Object header;
    Dict *dict;          // NULL once exhausted
    uint32_t position;   // entries before it are done (forwards), or from it on (backwards)
    uint32_t live;       // the dict's size at the start; UINT32_MAX after an error, which then repeats
    uint32_t left;       // items still to come
} DictIterator;

static void dict_iterator_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((DictIterator *)o)->dict); }

static const DictEntry *iterator_fail(Thread *t, DictIterator *it, const char *what, bool *failed) {
    it->live = UINT32_MAX;
    *failed = true;
    error_raise(t, &class_RuntimeError, "dictionary %s during iteration", what);
    return NULL;
}

// The next present entry; NULL at the end, or after raising.
static inline const DictEntry *next_entry(Thread *t, DictIterator *it, bool backwards, bool *failed) {
    const Dict *d = it->dict;
    if (d == NULL) return NULL;
    if (d->live != it->live) return iterator_fail(t, it, "changed size", failed);
    const DictEntry *entries = d->entries == NULL ? NULL : dict_entries(d->entries);
    uint32_t n = it->position, used = d->used;
    if (backwards) {
        n = n < used ? n : used;
        while (n > 0 && value_is_unbound(entries[n - 1].key)) n--;
        it->position = n - 1;
        if (n > 0 && it->left-- > 0) return &entries[n - 1];
    } else {
        while (n < used && value_is_unbound(entries[n].key)) n++;
        it->position = n + 1;
        if (n < used) {
            if (it->left-- > 0) return &entries[n];
            return iterator_fail(t, it, "keys changed", failed);
        }
    }
    it->dict = NULL;
    return NULL;
}

// VALUE_NONE: there they are.
static inline Value next_pair(Thread *t, Object *o, Value *pair, bool backwards) {
    bool failed = false;
    DictIterator *it = (DictIterator *)o;
    ObjectLock lock;
    object_lock(t, &lock, it, it->dict);
    const DictEntry *e = next_entry(t, it, backwards, &failed);
    if (e != NULL) pair[0] = e->key, pair[1] = e->value;
    object_unlock(t, &lock);
    return e != NULL ? VALUE_NONE : failed ? VALUE_ERROR : VALUE_UNBOUND;
}

static inline Value next_part(Thread *t, Object *o, DictPart part, bool backwards) {
    Value pair[2], got = next_pair(t, o, pair, backwards);
    if (!value_is_none(got)) return got;
    if (part != DICT_ITEMS) return part == DICT_KEYS ? pair[0] : pair[1];
    Tuple *tuple = tuple_from(t, pair, 2);
    return tuple == NULL ? VALUE_ERROR : value_from_object(tuple);
}

static Value item_parts(Thread *t, Object *o, Value *out, uint32_t n) { return n == 2 ? next_pair(t, o, out, false) : VALUE_FALSE; }

#define DICT_ITERATOR(name, part, backwards, parts)                                           \
    static Value name##_next(Thread *t, Object *o) { return next_part(t, o, part, backwards); } \
    const Layout layout_##name = {#name, KIND_OTHER, sizeof(DictIterator), dict_iterator_trace, NULL, name##_next, parts};
DICT_ITERATOR(dict_keyiterator, DICT_KEYS, false, NULL)
DICT_ITERATOR(dict_valueiterator, DICT_VALUES, false, NULL)
DICT_ITERATOR(dict_itemiterator, DICT_ITEMS, false, item_parts)
DICT_ITERATOR(dict_reversekeyiterator, DICT_KEYS, true, NULL)
DICT_ITERATOR(dict_reversevalueiterator, DICT_VALUES, true, NULL)
DICT_ITERATOR(dict_reverseitemiterator, DICT_ITEMS, true, NULL)

Value dict_iterator_new(Thread *t, Dict *d, DictPart part, bool backwards) {
    static Shape *const shapes[2][3] = {
        {&shape_dict_keyiterator, &shape_dict_valueiterator, &shape_dict_itemiterator},
        {&shape_dict_reversekeyiterator, &shape_dict_reversevalueiterator, &shape_dict_reverseitemiterator},
    };
    DictIterator *it = heap_new(t, shapes[backwards][part], sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->dict = d;
    it->live = it->left = d->live;
    it->position = backwards ? d->used : d->first;
    return value_from_object(it);
}

static Value dict_iterator_hint(Thread *t, Value *args, uint32_t nargs) {
    DictIterator *it = (DictIterator *)value_object(args[0]);
    return value_from_small(it->dict != NULL && it->dict->live == it->live ? it->left : 0);
}

static const NativeDef dict_iterator_methods[] = {ITER_METHODS, {"__length_hint__", dict_iterator_hint, "self, /", 0}, {}};

void dict_iter_init(void) {
    Class *const classes[] = {&class_dict_keyiterator,        &class_dict_valueiterator,        &class_dict_itemiterator,
                              &class_dict_reversekeyiterator, &class_dict_reversevalueiterator, &class_dict_reverseitemiterator};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) class_add_natives(classes[i], dict_iterator_methods);
}
