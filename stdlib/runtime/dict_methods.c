// The methods of dict.
#include "attr.h"
#include "call.h"
#include "containers.h"
#include "dict_int.h"
#include "dict_views.h"
#include "exception.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "object_lock.h"
#include "seq.h"
#include "set_int.h"
#include "tuple.h"

static Value done(bool ok) { return ok ? VALUE_NONE : VALUE_ERROR; }
static Value from_dict(Dict *d) { return d == NULL ? VALUE_ERROR : value_from_object(d); }

// Merging.

static bool merge_mutated(Thread *t) {
    error_raise(t, &class_RuntimeError, "dict mutated during update");
    return false;
}

static bool merge_dict(Thread *t, Dict *d, const Dict *from) {
    if (d == from || from->live == 0) return true;
    if (d->live == 0 && !dict_reserve(t, d, from->live)) return false;
    const Buffer *entries = from->entries;
    uint32_t used = from->used;
    for (uint32_t i = 0; i < used; i++) {
        DictEntry e = dict_entries(entries)[i];
        if (value_is_unbound(e.key)) continue;
        if (!dict_set_hashed(t, d, e.key, dict_hash_of(e.hash), e.value)) return false;
        if (from->entries != entries || from->used != used) return merge_mutated(t);
    }
    return true;
}

// Through keys() and indexing, as for any mapping.
static bool merge_mapping(Thread *t, Dict *d, Value mapping, Value keys_method) {
    Value keys = call0(t, keys_method);
    IterCursor c;
    if (value_is_error(keys) || !iter_begin(t, &c, keys)) return false;
    for (;;) {
        Value key = iter_step(t, &c);
        if (value_is_unbound(key)) return true;
        if (value_is_error(key)) return false;
        Value v = op_getitem(t, mapping, key);
        if (value_is_error(v) || !dict_set(t, d, key, v)) return false;
    }
}

// One (key, value) of an update sequence.
static bool merge_pair(Thread *t, Dict *d, Value pair, int64_t number) {
    Tuple *items = tuple_from_iterable(t, pair);
    if (items == NULL) {
        if (error_matches(t, &class_TypeError)) {
            error_take(t);
            error_type(t, "cannot convert dictionary update sequence element #%lld to a sequence", (long long)number);
        }
        return false;
    }
    if (items->length == 2) return dict_set(t, d, items->items[0], items->items[1]);
    error_value(t, "dictionary update sequence element #%lld has length %zu; 2 is required", (long long)number, (size_t)items->length);
    return false;
}

static bool merge_pairs(Thread *t, Dict *d, Value pairs) {
    IterCursor c;
    if (!iter_begin(t, &c, pairs)) return false;
    for (int64_t i = 0;; i++) {
        Value pair = iter_step(t, &c);
        if (value_is_unbound(pair)) return true;
        if (value_is_error(pair) || !merge_pair(t, d, pair, i)) return false;
    }
}

static bool merge_locked(Thread *t, Dict *d, Dict *from) {
    ObjectLock lock;
    object_lock(t, &lock, d, from);
    bool ok = merge_dict(t, d, from);
    object_unlock(t, &lock);
    return ok;
}

bool dict_update(Thread *t, Dict *d, Value v) {
    if (value_is_dict(v) && value_same(value_dunder(v, DUNDER_ITER), class_dunder(&class_dict, DUNDER_ITER))) return merge_locked(t, d, value_dict(v));
    Value keys = attr_find(t, v, str_intern_c("keys"));
    if (value_is_error(keys)) return false;
    return value_is_unbound(keys) ? merge_pairs(t, d, v) : merge_mapping(t, d, v, keys);
}

// Arguments as dict() and update() take them: at most one positional, and keywords.
static Value update_from_arguments(Thread *t, Value *args, const char *name) {
    Dict *d = value_dict(args[0]);
    Tuple *positional = value_tuple(args[1]);
    if (positional->length > 1) return error_type(t, "%s expected at most 1 argument, got %zu", name, (size_t)positional->length);
    if (positional->length == 1 && !dict_update(t, d, positional->items[0])) return VALUE_ERROR;
    return done(merge_dict(t, d, value_dict(args[2])));
}

Value dict_init_method(Thread *t, Value *args, uint32_t nargs) { return update_from_arguments(t, args, "dict"); }
static Value dict_update_method(Thread *t, Value *args, uint32_t nargs) { return update_from_arguments(t, args, "update"); }

static Value dict_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    if (cls == &class_dict) return from_dict(dict_new(t));
    Object *o = class_instantiate(t, cls);
    return o == NULL ? VALUE_ERROR : value_from_object(o);
}

static Value dict_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs > 1) return VALUE_UNBOUND;
    Dict *d = dict_new(t);
    return d != NULL && (nargs == 0 || dict_update(t, d, args[0])) ? value_from_object(d) : VALUE_ERROR;
}

// Items.

static Value get_missing(Thread *t, Value dict, Value key) {
    if (value_object(dict)->shape != &shape_dict) {
        Value v = call_dunder(t, dict, DUNDER_MISSING, &key, 1);
        if (!value_is_unbound(v)) return v;
    }
    return error_key(t, key);
}

static Value dict_getitem(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_get(t, value_dict(args[0]), args[1]);
    return value_is_unbound(v) ? get_missing(t, args[0], args[1]) : v;
}

static Value dict_setitem(Thread *t, Value *args, uint32_t nargs) { return done(dict_set(t, value_dict(args[0]), args[1], args[2])); }

static Value dict_delitem(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_pop(t, value_dict(args[0]), args[1]);
    if (value_is_error(v)) return v;
    return value_is_unbound(v) ? error_key(t, args[1]) : VALUE_NONE;
}

static Value dict_contains(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_get(t, value_dict(args[0]), args[1]);
    return value_is_error(v) ? v : value_from_bool(!value_is_unbound(v));
}

static Value dict_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small(value_dict(args[0])->live); }

static Value dict_get_method(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_get(t, value_dict(args[0]), args[1]);
    return value_is_unbound(v) ? args[2] : v;
}

static Value dict_setdefault(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = value_dict(args[0]);
    uint64_t hash;
    if (!key_hash(t, args[1], &hash)) return VALUE_ERROR;
    int64_t n = dict_find(t, d, args[1], hash);
    if (n >= 0) return dict_entries(d->entries)[n].value;
    if (n == DICT_FAILED || !dict_append(t, d, args[1], hash, args[2])) return VALUE_ERROR;
    return args[2];
}

static Value dict_pop_method(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = value_dict(args[0]);
    Value v = d->live == 0 ? VALUE_UNBOUND : dict_pop(t, d, args[1]);
    if (!value_is_unbound(v)) return v;
    return value_is_unbound(args[2]) ? error_key(t, args[1]) : args[2];
}

static Value dict_popitem(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = value_dict(args[0]);
    if (d->live == 0) {
        Str *text = str_from_c(t, "popitem(): dictionary is empty");
        return text == NULL ? VALUE_ERROR : error_key(t, value_from_object(text));
    }
    Tuple *pair = tuple_new(t, 2);
    if (pair == NULL) return VALUE_ERROR;
    uint32_t n = dict_last_entry(d);
    pair->items[0] = dict_entries(d->entries)[n].key;
    pair->items[1] = dict_entries(d->entries)[n].value;
    dict_delete_entry(d, n);
    return value_from_object(pair);
}

static Value dict_clear_method(Thread *t, Value *args, uint32_t nargs) {
    dict_clear(value_dict(args[0]));
    return VALUE_NONE;
}

static Value dict_copy_method(Thread *t, Value *args, uint32_t nargs) { return from_dict(dict_copy(t, value_dict(args[0]))); }

static Value dict_fromkeys(Thread *t, Value *args, uint32_t nargs) {
    Value d = call0(t, args[0]);
    IterCursor c;
    if (value_is_error(d) || !iter_begin(t, &c, args[1])) return VALUE_ERROR;
    bool plain = value_has_shape(d, &shape_dict);
    for (;;) {
        Value key = iter_step(t, &c);
        if (value_is_unbound(key)) return d;
        if (value_is_error(key)) return VALUE_ERROR;
        if (!(plain ? dict_set(t, value_dict(d), key, args[2]) : op_setitem(t, d, key, args[2]))) return VALUE_ERROR;
    }
}

// Operators.

static Value dict_or(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_dict(args[1])) return VALUE_NOTIMPLEMENTED;
    Dict *d = dict_copy(t, value_dict(args[0]));
    return d != NULL && dict_update(t, d, args[1]) ? value_from_object(d) : VALUE_ERROR;
}

static Value dict_ror(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_dict(args[1])) return VALUE_NOTIMPLEMENTED;
    return dict_or(t, (Value[]){args[1], args[0]}, 2);
}

static Value dict_ior(Thread *t, Value *args, uint32_t nargs) { return dict_update(t, value_dict(args[0]), args[1]) ? args[0] : VALUE_ERROR; }

// 1, 0, -1. Entries may change while values compare.
static int dict_equals(Thread *t, Dict *a, Dict *b) {
    if (a->live != b->live) return 0;
    if (!seq_may_recurse(t, RECURSION_COMPARING)) return -1;
    for (uint32_t i = 0; a->entries != NULL && i < a->used && i < dict_capacity(a->entries); i++) {
        DictEntry e = dict_entries(a->entries)[i];
        if (value_is_unbound(e.key)) continue;
        int64_t n = dict_find(t, b, e.key, dict_hash_of(e.hash));
        if (n < 0) return n == DICT_ABSENT ? 0 : -1;
        int equal = seq_item_equal(t, dict_entries(b->entries)[n].value, e.value);
        if (equal <= 0) return equal;
    }
    return 1;
}

static Value dict_compare(Thread *t, Dunder d, Value a, Value b) {
    if (!value_is_dict(b)) return VALUE_NOTIMPLEMENTED;
    int equal = dict_equals(t, value_dict(a), value_dict(b));
    return equal < 0 ? VALUE_ERROR : value_from_bool(equal == (d == DUNDER_EQ));
}

SEQ_EQUALITIES(dict)

static void add_entries(Thread *t, StrBuilder *b, Dict *d) {
    uint32_t position = 0;
    Value key, value;
    for (bool first = true; !b->failed && dict_next(d, &position, &key, &value); first = false) {
        if (!first) str_builder_add_c(b, ", ");
        str_builder_add_repr(b, key);
        str_builder_add_c(b, ": ");
        if (!b->failed) str_builder_add_repr(b, value);
    }
}

Value dict_repr(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_may_recurse(t, RECURSION_SHOWING)) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    if (!repr_enter(t, args[0])) {
        str_builder_add_c(&b, "{...}");
    } else {
        str_builder_add_c(&b, "{");
        add_entries(t, &b, value_dict(args[0]));
        str_builder_add_c(&b, "}");
        repr_leave(t, args[0]);
    }
    Str *text = str_builder_take(&b);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

static const NativeDef dict_methods[] = {
    {"__new__", dict_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", dict_init_method, "self, /, *args, **kwargs", 0},
    {"__repr__", dict_repr, "self, /", 0},
    {"__hash__", NULL, NULL, 0},
    {"__len__", dict_length, "self, /", 0},
    {"__getitem__", dict_getitem, "self, key, /", 0},
    {"__setitem__", dict_setitem, "self, key, value, /", 0},
    {"__delitem__", dict_delitem, "self, key, /", 0},
    {"__contains__", dict_contains, "self, key, /", 0},
    {"__iter__", dict_iter, "self, /", 0},
    {"__reversed__", dict_reversed, "self, /", 0},
    {"__or__", dict_or, "self, value, /", 0},
    {"__ror__", dict_ror, "self, value, /", 0},
    {"__ior__", dict_ior, "self, value, /", 0},
    SEQ_EQUALITY_METHODS(dict),
    {"clear", dict_clear_method, "self, /", 0},
    {"copy", dict_copy_method, "self, /", 0},
    {"fromkeys", dict_fromkeys, "cls, iterable, value=None, /", NATIVE_CLASS},
    {"get", dict_get_method, "self, key, default=None, /", 0},
    {"items", dict_items, "self, /", 0},
    {"keys", dict_keys, "self, /", 0},
    {"pop", dict_pop_method, "self, key, default=?, /", 0},
    {"popitem", dict_popitem, "self, /", 0},
    {"setdefault", dict_setdefault, "self, key, default=None, /", 0},
    {"update", dict_update_method, "self, /, *args, **kwargs", 0},
    {"values", dict_values, "self, /", 0},
    {},
};

void dict_init(void) {
    class_add_natives(&class_dict, dict_methods);
    class_dict.construct = dict_construct;
}
