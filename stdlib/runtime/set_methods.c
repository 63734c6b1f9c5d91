// The methods and iterators of set and frozenset.
#include "containers.h"
#include "exception.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "object_lock.h"
#include "runtime.h"
#include "seq.h"
#include "set_int.h"
#include "tuple.h"

static Value done(bool ok) { return ok ? VALUE_NONE : VALUE_ERROR; }
static Value from_set(Set *s) { return s == NULL ? VALUE_ERROR : value_from_object(s); }
static Value from_answer(int answer) { return answer < 0 ? VALUE_ERROR : value_from_bool(answer); }

// Iterators.

typedef struct {
    Object header;
    Set *set;            // NULL once exhausted
    uint64_t position;
    uint64_t live;       // the set's size at the start; UINT64_MAX after an error, which then repeats
    uint64_t left;
} SetIterator;

static void set_iterator_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((SetIterator *)o)->set); }

static Value set_iterator_next(Thread *t, Object *o) {
    SetIterator *it = (SetIterator *)o;
    Set *set = it->set;
    if (set == NULL) return VALUE_UNBOUND;
    if (set->live != it->live) {
        it->live = UINT64_MAX;
        return error_raise(t, &class_RuntimeError, "Set changed size during iteration");
    }
    Value key = VALUE_UNBOUND;
    ObjectLock lock;
    object_lock(t, &lock, it, it->set);
    if (it->set != NULL && set_next(it->set, &it->position, &key)) it->left--;
    else it->set = NULL;
    object_unlock(t, &lock);
    return key;
}

const Layout layout_set_iterator = {"set_iterator", KIND_OTHER, sizeof(SetIterator), set_iterator_trace, NULL, set_iterator_next, NULL};

static Value set_iter(Thread *t, Value *args, uint32_t nargs) {
    SetIterator *it = heap_new(t, &shape_set_iterator, sizeof *it);
    if (it == NULL) return VALUE_ERROR;
    it->set = value_set(args[0]);
    it->live = it->left = it->set->live;
    return value_from_object(it);
}

static Value set_iterator_hint(Thread *t, Value *args, uint32_t nargs) {
    SetIterator *it = (SetIterator *)value_object(args[0]);
    return value_from_small(it->set != NULL && it->set->live == it->live ? (int64_t)it->left : 0);
}

// Making.

static Value set_dunder_new(Thread *t, Value *args, uint32_t nargs) { return from_set(set_new(t, (Class *)value_object(args[0]))); }

static Value set_init_method(Thread *t, Value *args, uint32_t nargs) {
    Set *s = value_set(args[0]);
    if (s->fill > 0) set_clear(s);
    return done(value_is_unbound(args[1]) || set_update(t, s, args[1]));
}

static Value frozenset_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    if (value_is_unbound(args[1])) return from_set(set_new(t, cls));
    if (cls == &class_frozenset && value_has_shape(args[1], &shape_frozenset)) return args[1];
    return from_set(set_from(t, cls, args[1]));
}

static Value set_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs > 1) return VALUE_UNBOUND;
    return from_set(nargs == 0 ? set_new(t, &class_set) : set_from(t, &class_set, args[0]));
}

static Value frozenset_construct(Thread *t, const Value *args, uint32_t nargs) {
    Value all[2] = {value_from_object(&class_frozenset), nargs == 0 ? VALUE_UNBOUND : args[0]};
    return nargs > 1 ? VALUE_UNBOUND : frozenset_dunder_new(t, all, 2);
}

static Value set_copy_method(Thread *t, Value *args, uint32_t nargs) {
    return value_has_shape(args[0], &shape_frozenset) ? args[0] : from_set(set_copy(t, value_set(args[0])));
}

Value set_constant(Thread *t, Value items) {
    Set *first = set_from(t, &class_frozenset, items);
    List *again = first == NULL ? NULL : list_from_iterable(t, value_from_object(first));   // CPython's compiler rebuilds constants
    return again == NULL ? VALUE_ERROR : from_set(set_from(t, &class_frozenset, value_from_object(again)));
}

Value rt_intrinsic_constant_set(Thread *t, Value *args, uint32_t nargs) { return from_set(set_from(t, &class_set, args[0])); }

// Single items. A set that has no hash is looked up as the frozenset of its items.

static Value frozen_key(Thread *t, Value key) {
    if (!value_is_set(key) || !value_is_none(value_dunder(key, DUNDER_HASH))) return key;
    return from_set(set_from(t, &class_frozenset, key));
}

static int contains_key(Thread *t, Set *s, Value key) {
    key = frozen_key(t, key);
    return value_is_error(key) ? -1 : set_contains(t, s, key);
}

static int discard_key(Thread *t, Set *s, Value key) {
    key = frozen_key(t, key);
    return value_is_error(key) ? -1 : set_discard(t, s, key);
}

static Value set_contains_method(Thread *t, Value *args, uint32_t nargs) { return from_answer(contains_key(t, value_set(args[0]), args[1])); }
static Value set_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small((int64_t)value_set(args[0])->live); }
static Value set_add_method(Thread *t, Value *args, uint32_t nargs) { return done(set_add(t, value_set(args[0]), args[1])); }
static Value set_discard_method(Thread *t, Value *args, uint32_t nargs) { return done(discard_key(t, value_set(args[0]), args[1]) >= 0); }

static Value set_remove(Thread *t, Value *args, uint32_t nargs) {
    int removed = discard_key(t, value_set(args[0]), args[1]);
    if (removed == 0) return error_key(t, args[1]);
    return done(removed > 0);
}

static Value set_pop(Thread *t, Value *args, uint32_t nargs) {
    Set *s = value_set(args[0]);
    Value key = set_take_any(s);
    if (!value_is_unbound(key)) return key;
    Str *text = str_from_c(t, "pop from an empty set");
    return text == NULL ? VALUE_ERROR : error_key(t, value_from_object(text));
}

static Value set_clear_method(Thread *t, Value *args, uint32_t nargs) {
    set_clear(value_set(args[0]));
    return VALUE_NONE;
}

// Algebra with any number of iterables.

static bool update_all(Thread *t, Set *s, const Tuple *others) {
    for (size_t i = 0; i < others->length; i++) {
        if (!set_update(t, s, others->items[i])) return false;
    }
    return true;
}

static Value set_update_method(Thread *t, Value *args, uint32_t nargs) { return done(update_all(t, value_set(args[0]), value_tuple(args[1]))); }

static Value set_union(Thread *t, Value *args, uint32_t nargs) {
    Set *s = set_copy(t, value_set(args[0]));
    return s != NULL && update_all(t, s, value_tuple(args[1])) ? value_from_object(s) : VALUE_ERROR;
}

static Value set_intersection(Thread *t, Value *args, uint32_t nargs) {
    Tuple *others = value_tuple(args[1]);
    if (others->length == 0) return set_copy_method(t, args, 1);
    Value result = args[0];
    for (size_t i = 0; i < others->length && !value_is_error(result); i++) result = set_intersect(t, value_set(result), others->items[i]);
    return result;
}

// s takes over the items of another set.
static Value take_over(Set *s, Value from) {
    if (value_is_error(from)) return from;
    Set *f = value_set(from);
    s->table = f->table;
    s->mask = f->mask;
    s->live = f->live;
    s->fill = f->fill;
    return VALUE_NONE;
}

static Value set_intersection_update(Thread *t, Value *args, uint32_t nargs) { return take_over(value_set(args[0]), set_intersection(t, args, nargs)); }

static Value set_difference(Thread *t, Value *args, uint32_t nargs) {
    Tuple *others = value_tuple(args[1]);
    if (others->length == 0) return from_set(set_copy(t, value_set(args[0])));
    Value result = set_subtract(t, value_set(args[0]), others->items[0]);
    for (size_t i = 1; i < others->length && !value_is_error(result); i++) {
        if (!set_remove_all(t, value_set(result), others->items[i])) return VALUE_ERROR;
    }
    return result;
}

static Value set_difference_update(Thread *t, Value *args, uint32_t nargs) {
    Tuple *others = value_tuple(args[1]);
    for (size_t i = 0; i < others->length; i++) {
        if (!set_remove_all(t, value_set(args[0]), others->items[i])) return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static Value set_symmetric_difference(Thread *t, Value *args, uint32_t nargs) { return set_symmetric(t, value_set(args[0]), args[1]); }
static Value set_symmetric_difference_update(Thread *t, Value *args, uint32_t nargs) { return done(set_toggle_all(t, value_set(args[0]), args[1])); }

static Value set_isdisjoint(Thread *t, Value *args, uint32_t nargs) { return from_answer(set_is_disjoint(t, value_set(args[0]), args[1])); }

static Value set_issubset(Thread *t, Value *args, uint32_t nargs) {
    Set *s = value_set(args[0]);
    if (value_is_set(args[1])) return from_answer(set_is_subset(t, s, value_set(args[1])));
    Value common = set_intersect(t, s, args[1]);
    return value_is_error(common) ? common : value_from_bool(value_set(common)->live == s->live);
}

static Value set_issuperset(Thread *t, Value *args, uint32_t nargs) {
    Set *other = value_is_set(args[1]) ? value_set(args[1]) : set_from(t, &class_set, args[1]);
    return other == NULL ? VALUE_ERROR : from_answer(set_is_subset(t, other, value_set(args[0])));
}

// Operators: between sets only.

static Value set_or(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_set(args[0]) || !value_is_set(args[1])) return VALUE_NOTIMPLEMENTED;
    Set *s = set_copy(t, value_set(args[0]));
    return s != NULL && set_update(t, s, args[1]) ? value_from_object(s) : VALUE_ERROR;
}

#define SET_OPERATOR(name, function)                                                            \
    static Value set_##name(Thread *t, Value *args, uint32_t nargs) {                           \
        if (!value_is_set(args[0]) || !value_is_set(args[1])) return VALUE_NOTIMPLEMENTED;      \
        return function(t, value_set(args[0]), args[1]);                                        \
    }
SET_OPERATOR(and, set_intersect)
SET_OPERATOR(sub, set_subtract)
SET_OPERATOR(xor, set_symmetric)

#define SET_REFLECTED(name) \
    static Value set_r##name(Thread *t, Value *args, uint32_t nargs) { return set_##name(t, (Value[]){args[1], args[0]}, 2); }
SET_REFLECTED(or)
SET_REFLECTED(and)
SET_REFLECTED(sub)
SET_REFLECTED(xor)

#define SET_IN_PLACE(name, change)                                       \
    static Value set_i##name(Thread *t, Value *args, uint32_t nargs) {   \
        if (!value_is_set(args[1])) return VALUE_NOTIMPLEMENTED;         \
        return change ? args[0] : VALUE_ERROR;                           \
    }
SET_IN_PLACE(or, set_update(t, value_set(args[0]), args[1]))
SET_IN_PLACE(and, !value_is_error(take_over(value_set(args[0]), set_intersect(t, value_set(args[0]), args[1]))))
SET_IN_PLACE(sub, set_remove_all(t, value_set(args[0]), args[1]))
SET_IN_PLACE(xor, set_toggle_all(t, value_set(args[0]), args[1]))

static int equal_sets(Thread *t, const Set *a, Set *b) {
    if (a->live != b->live || (a->hash != 0 && b->hash != 0 && a->hash != b->hash)) return 0;
    return set_is_subset(t, a, b);
}

static Value set_compare(Thread *t, Dunder d, Value x, Value y) {
    if (!value_is_set(y)) return VALUE_NOTIMPLEMENTED;
    if (!seq_may_recurse(t, RECURSION_COMPARING)) return VALUE_ERROR;
    Set *a = value_set(x), *b = value_set(y);
    switch (d) {
    case DUNDER_EQ: return from_answer(equal_sets(t, a, b));
    case DUNDER_NE: {
        int equal = equal_sets(t, a, b);
        return from_answer(equal < 0 ? -1 : !equal);
    }
    case DUNDER_LT: return a->live < b->live ? from_answer(set_is_subset(t, a, b)) : VALUE_FALSE;
    case DUNDER_LE: return from_answer(set_is_subset(t, a, b));
    case DUNDER_GT: return a->live > b->live ? from_answer(set_is_subset(t, b, a)) : VALUE_FALSE;
    default: return from_answer(set_is_subset(t, b, a));
    }
}

SEQ_COMPARISONS(set)

// CPython's: independent of order, each hash dispersed before it is mixed in.
static uint64_t disperse(uint64_t h) { return ((h ^ 89869747) ^ (h << 16)) * 3644798167; }

static Value frozenset_hash(Thread *t, Value *args, uint32_t nargs) {
    Set *s = value_set(args[0]);
    if (s->hash == 0) {
        uint64_t hash = 0, position = 0, h;
        Value key;
        while (set_next(s, &position, &key)) {
            if (!key_hash(t, key, &h)) return VALUE_ERROR;
            hash ^= disperse(h);
        }
        hash ^= (s->live + 1) * 1927868237;
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash * 69069 + 907133923;
        s->hash = hash == UINT64_MAX ? 590923713 : hash;
    }
    return int_from_i64(t, (int64_t)s->hash);
}

static Str *repr_text(Thread *t, Value set, StrBuilder *b) {
    List *items = list_from_iterable(t, set);
    Value text = items == NULL ? VALUE_ERROR : value_from_object(items);
    Str *inner = value_is_error(text) ? NULL : op_repr(t, text);
    if (inner == NULL) return NULL;
    bool plain = value_has_shape(set, &shape_set);
    if (!plain) {
        str_builder_add_c(b, value_type_name(set));
        str_builder_add_c(b, "(");
    }
    str_builder_add_c(b, "{");
    str_builder_add(b, inner->text + 1, inner->nbytes - 2);
    str_builder_add_c(b, plain ? "}" : "})");
    return str_builder_take(b);
}

static Value set_repr(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_may_recurse(t, RECURSION_SHOWING)) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    Str *text;
    bool entered = repr_enter(t, args[0]);
    if (entered && value_set(args[0])->live > 0) {
        text = repr_text(t, args[0], &b);
    } else {
        str_builder_add_c(&b, value_type_name(args[0]));
        str_builder_add_c(&b, entered ? "()" : "(...)");
        text = str_builder_take(&b);
    }
    if (entered) repr_leave(t, args[0]);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

#define COMMON_METHODS                                                                  \
    {"__repr__", set_repr, "self, /", 0},                                               \
    {"__len__", set_length, "self, /", 0},                                              \
    {"__contains__", set_contains_method, "self, key, /", 0},                           \
    {"__iter__", set_iter, "self, /", 0},                                               \
    SEQ_COMPARISON_METHODS(set),                                                        \
    {"__or__", set_or, "self, value, /", 0},                                            \
    {"__ror__", set_ror, "self, value, /", 0},                                          \
    {"__and__", set_and, "self, value, /", 0},                                          \
    {"__rand__", set_rand, "self, value, /", 0},                                        \
    {"__sub__", set_sub, "self, value, /", 0},                                          \
    {"__rsub__", set_rsub, "self, value, /", 0},                                        \
    {"__xor__", set_xor, "self, value, /", 0},                                          \
    {"__rxor__", set_rxor, "self, value, /", 0},                                        \
    {"copy", set_copy_method, "self, /", 0},                                            \
    {"difference", set_difference, "self, /, *others", 0},                              \
    {"intersection", set_intersection, "self, /, *others", 0},                          \
    {"isdisjoint", set_isdisjoint, "self, other, /", 0},                                \
    {"issubset", set_issubset, "self, other, /", 0},                                    \
    {"issuperset", set_issuperset, "self, other, /", 0},                                \
    {"symmetric_difference", set_symmetric_difference, "self, other, /", 0},            \
    {"union", set_union, "self, /, *others", 0}

static const NativeDef frozenset_methods[] = {
    COMMON_METHODS,
    {"__new__", frozenset_dunder_new, "cls, iterable=?, /", NATIVE_STATIC},
    {"__hash__", frozenset_hash, "self, /", 0},
    {},
};

static const NativeDef set_methods[] = {
    COMMON_METHODS,
    {"__new__", set_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", set_init_method, "self, iterable=?, /", 0},
    {"__hash__", NULL, NULL, 0},
    {"__ior__", set_ior, "self, value, /", 0},
    {"__iand__", set_iand, "self, value, /", 0},
    {"__isub__", set_isub, "self, value, /", 0},
    {"__ixor__", set_ixor, "self, value, /", 0},
    {"add", set_add_method, "self, object, /", 0},
    {"clear", set_clear_method, "self, /", 0},
    {"difference_update", set_difference_update, "self, /, *others", 0},
    {"discard", set_discard_method, "self, object, /", 0},
    {"intersection_update", set_intersection_update, "self, /, *others", 0},
    {"pop", set_pop, "self, /", 0},
    {"remove", set_remove, "self, object, /", 0},
    {"symmetric_difference_update", set_symmetric_difference_update, "self, other, /", 0},
    {"update", set_update_method, "self, /, *others", 0},
    {},
};

static const NativeDef set_iterator_methods[] = {ITER_METHODS, {"__length_hint__", set_iterator_hint, "self, /", 0}, {}};

void set_init(void) {
    class_add_natives(&class_set, set_methods);
    class_add_natives(&class_frozenset, frozenset_methods);
    class_set.construct = set_construct;
    class_frozenset.construct = frozenset_construct;
    class_add_natives(&class_set_iterator, set_iterator_methods);
}
