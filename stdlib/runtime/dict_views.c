// keys(), values() and items() of dicts. Keys and items behave as sets: operators give new sets, comparisons are subset tests.
#include "dict_views.h"

#include "call.h"
#include "containers.h"
#include "dict_int.h"
#include "exception.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "seq.h"
#include "set_int.h"
#include "tuple.h"

static void view_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((DictView *)o)->dict); }

const Layout layout_dict_keys = {.name = "dict_keys", .kind = KIND_OTHER, .size = sizeof(DictView), .trace = view_trace};
const Layout layout_dict_values = {.name = "dict_values", .kind = KIND_OTHER, .size = sizeof(DictView), .trace = view_trace};
const Layout layout_dict_items = {.name = "dict_items", .kind = KIND_OTHER, .size = sizeof(DictView), .trace = view_trace};

static Value view_new(Thread *t, Shape *shape, Value dict) {
    DictView *view = heap_new(t, shape, sizeof *view);
    if (view == NULL) return VALUE_ERROR;
    view->dict = value_dict(dict);
    return value_from_object(view);
}

Value dict_keys(Thread *t, Value *args, uint32_t nargs) { return view_new(t, &shape_dict_keys, args[0]); }
Value dict_values(Thread *t, Value *args, uint32_t nargs) { return view_new(t, &shape_dict_values, args[0]); }
Value dict_items(Thread *t, Value *args, uint32_t nargs) { return view_new(t, &shape_dict_items, args[0]); }
Value dict_iter(Thread *t, Value *args, uint32_t nargs) { return dict_iterator_new(t, value_dict(args[0]), DICT_KEYS, false); }
Value dict_reversed(Thread *t, Value *args, uint32_t nargs) { return dict_iterator_new(t, value_dict(args[0]), DICT_KEYS, true); }

static Dict *view_dict(Value view) { return ((DictView *)value_object(view))->dict; }

static DictPart view_part(Value view) {
    Shape *shape = value_object(view)->shape;
    return shape == &shape_dict_keys ? DICT_KEYS : shape == &shape_dict_values ? DICT_VALUES : DICT_ITEMS;
}

static bool is_set_view(Value v) { return value_has_shape(v, &shape_dict_keys) || value_has_shape(v, &shape_dict_items); }

static Value view_iter(Thread *t, Value *args, uint32_t nargs) { return dict_iterator_new(t, view_dict(args[0]), view_part(args[0]), false); }
static Value view_reversed(Thread *t, Value *args, uint32_t nargs) { return dict_iterator_new(t, view_dict(args[0]), view_part(args[0]), true); }
static Value view_length(Thread *t, Value *args, uint32_t nargs) { return value_from_small(view_dict(args[0])->live); }

static Value view_mapping(Thread *t, Value *args, uint32_t nargs) { return mappingproxy_new(t, value_from_object(view_dict(args[0]))); }

static Value view_repr(Thread *t, Value *args, uint32_t nargs) {
    if (!seq_may_recurse(t, RECURSION_SHOWING)) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    if (!repr_enter(t, args[0])) {
        str_builder_add_c(&b, "...");
    } else {
        List *items = list_from_iterable(t, args[0]);
        str_builder_add_c(&b, value_type_name(args[0]));
        str_builder_add_c(&b, "(");
        if (items != NULL) str_builder_add_repr(&b, value_from_object(items));
        str_builder_add_c(&b, ")");
        repr_leave(t, args[0]);
        if (items == NULL) return VALUE_ERROR;
    }
    Str *text = str_builder_take(&b);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

// 1, 0, -1.
static int contains_item(Thread *t, Dict *d, Value item) {
    if (!value_is_tuple(item) || value_tuple(item)->length != 2) return 0;
    Value found = dict_get(t, d, value_tuple(item)->items[0]);
    if (value_is_error(found)) return -1;
    return value_is_unbound(found) ? 0 : seq_item_equal(t, found, value_tuple(item)->items[1]);
}

static int view_has(Thread *t, Value view, Value v) {
    if (view_part(view) == DICT_ITEMS) return contains_item(t, view_dict(view), v);
    Value found = dict_get(t, view_dict(view), v);
    return value_is_error(found) ? -1 : !value_is_unbound(found);
}

static Value view_contains(Thread *t, Value *args, uint32_t nargs) {
    int has = view_has(t, args[0], args[1]);
    return has < 0 ? VALUE_ERROR : value_from_bool(has);
}

// Set operations.

static Set *view_to_set(Thread *t, Value v) {
    Set *s = set_new(t, &class_set);
    if (value_has_shape(v, &shape_dict_keys) && view_dict(v)->header.shape == &shape_dict) v = value_from_object(view_dict(v));
    return s != NULL && set_update(t, s, v) ? s : NULL;
}

// The items of `from` that are in `view`, as a new set.
static Value collect_common(Thread *t, Value view, Value from) {
    Set *s = set_new(t, &class_set);
    IterCursor c;
    if (s == NULL || !iter_begin(t, &c, from)) return VALUE_ERROR;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return value_from_object(s);
        int has = value_is_error(v) ? -1 : view_has(t, view, v);
        if (has < 0 || (has && !set_add(t, s, v))) return VALUE_ERROR;
    }
}

static Value view_and(Thread *t, Value *args, uint32_t nargs) {
    Value view = args[0], other = args[1];
    if (!is_set_view(view)) view = args[1], other = args[0];
    uint32_t length = view_dict(view)->live;
    if (value_has_shape(other, &shape_set) && length <= value_set(other)->live) return set_intersect(t, value_set(other), view);
    if (is_set_view(other) && view_dict(other)->live > length) return collect_common(t, other, view);
    return collect_common(t, view, other);
}

static Value view_sub(Thread *t, Value *args, uint32_t nargs) {
    Set *s = view_to_set(t, args[0]);
    return s != NULL && set_remove_all(t, s, args[1]) ? value_from_object(s) : VALUE_ERROR;
}

static Value view_or(Thread *t, Value *args, uint32_t nargs) {
    Set *s = view_to_set(t, args[0]);
    return s != NULL && set_update(t, s, args[1]) ? value_from_object(s) : VALUE_ERROR;
}

static bool add_pair(Thread *t, Set *s, Value key, Value value) {
    Tuple *pair = tuple_from(t, (Value[]){key, value}, 2);
    return pair != NULL && set_add(t, s, value_from_object(pair));
}

// Pairs of b that a has not, then those that a has left: CPython's order of insertion.
static Value items_xor(Thread *t, Dict *a, Dict *b) {
    Dict *rest = dict_copy(t, a);
    Set *s = set_new(t, &class_set);
    if (rest == NULL || s == NULL) return VALUE_ERROR;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(b, &position, &key, &value)) {
        Value mine = dict_get(t, rest, key);
        if (value_is_error(mine)) return mine;
        int equal = value_is_unbound(mine) ? 0 : seq_item_equal(t, mine, value);
        if (equal < 0) return VALUE_ERROR;
        bool ok = equal ? !value_is_error(dict_pop(t, rest, key)) : add_pair(t, s, key, value);
        if (!ok) return VALUE_ERROR;
    }
    for (position = 0; dict_next(rest, &position, &key, &value);) {
        if (!add_pair(t, s, key, value)) return VALUE_ERROR;
    }
    return value_from_object(s);
}

static Value view_xor(Thread *t, Value *args, uint32_t nargs) {
    if (value_has_shape(args[0], &shape_dict_items) && value_has_shape(args[1], &shape_dict_items)) return items_xor(t, view_dict(args[0]), view_dict(args[1]));
    Set *s = view_to_set(t, args[0]);
    return s != NULL && set_toggle_all(t, s, args[1]) ? value_from_object(s) : VALUE_ERROR;
}

#define VIEW_REFLECTED(name) \
    static Value view_r##name(Thread *t, Value *args, uint32_t nargs) { return view_##name(t, (Value[]){args[1], args[0]}, 2); }
VIEW_REFLECTED(and)
VIEW_REFLECTED(sub)
VIEW_REFLECTED(or)
VIEW_REFLECTED(xor)

static size_t length_of(Value v) { return value_is_set(v) ? value_set(v)->live : view_dict(v)->live; }

// Whether every item of a is in b (any container): 1, 0, -1.
static int all_in(Thread *t, Value a, Value b) {
    IterCursor c;
    if (!iter_begin(t, &c, a)) return -1;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return 1;
        int has = value_is_error(v) ? -1 : op_contains(t, b, v);
        if (has <= 0) return has;
    }
}

static Value view_compare(Thread *t, Dunder d, Value a, Value b) {
    if (!value_is_set(b) && !is_set_view(b)) return VALUE_NOTIMPLEMENTED;
    size_t m = length_of(a), n = length_of(b);
    bool superset = d == DUNDER_GT || d == DUNDER_GE, strict = d == DUNDER_LT || d == DUNDER_GT;
    bool fits = d == DUNDER_EQ || d == DUNDER_NE ? m == n : superset ? (strict ? m > n : m >= n) : strict ? m < n : m <= n;
    int all = !fits ? 0 : superset ? all_in(t, b, a) : all_in(t, a, b);
    return all < 0 ? VALUE_ERROR : value_from_bool(all == (d != DUNDER_NE));
}

SEQ_COMPARISONS(view)

static Value view_isdisjoint(Thread *t, Value *args, uint32_t nargs) {
    Value view = args[0], other = args[1];
    if (value_same(view, other)) return value_from_bool(view_dict(view)->live == 0);
    if ((value_is_set(other) || is_set_view(other)) && length_of(other) > length_of(view)) view = other, other = args[0];
    IterCursor c;
    if (!iter_begin(t, &c, other)) return VALUE_ERROR;
    for (;;) {
        Value v = iter_step(t, &c);
        if (value_is_unbound(v)) return VALUE_TRUE;
        int has = value_is_error(v) ? -1 : op_contains(t, view, v);
        if (has != 0) return has < 0 ? VALUE_ERROR : VALUE_FALSE;
    }
}

#define VIEW_METHODS                               \
    {"__repr__", view_repr, "self, /", 0},         \
    {"__len__", view_length, "self, /", 0},        \
    {"__iter__", view_iter, "self, /", 0},         \
    {"__reversed__", view_reversed, "self, /", 0}, \
    {"mapping", view_mapping, "self, /", NATIVE_GETTER}

static const NativeDef values_methods[] = {VIEW_METHODS, {}};

static const NativeDef set_view_methods[] = {
    VIEW_METHODS,
    SEQ_COMPARISON_METHODS(view),
    {"__hash__", NULL, NULL, 0},
    {"__contains__", view_contains, "self, key, /", 0},
    {"__and__", view_and, "self, value, /", 0},
    {"__rand__", view_rand, "self, value, /", 0},
    {"__sub__", view_sub, "self, value, /", 0},
    {"__rsub__", view_rsub, "self, value, /", 0},
    {"__or__", view_or, "self, value, /", 0},
    {"__ror__", view_ror, "self, value, /", 0},
    {"__xor__", view_xor, "self, value, /", 0},
    {"__rxor__", view_rxor, "self, value, /", 0},
    {"isdisjoint", view_isdisjoint, "self, other, /", 0},
    {},
};

void dict_views_init(void) {
    class_add_natives(&class_dict_keys, set_view_methods);
    class_add_natives(&class_dict_items, set_view_methods);
    class_add_natives(&class_dict_values, values_methods);
}
