// What builtin functions and the methods of builtin classes give and keep, as far as prediction cares.
#include "predict_int.h"

typedef enum {
    RULE_NONE, RULE_INT, RULE_FLOAT, RULE_STR, RULE_BOOL, RULE_BYTES, RULE_BYTEARRAY, RULE_RANGE, RULE_SLICE,
    RULE_ARGUMENT, RULE_ROUNDED, RULE_LEAST, RULE_SUM, RULE_ELEMENT, RULE_PUSH,
    RULE_LIST_OF, RULE_SET_OF, RULE_FROZENSET_OF, RULE_TUPLE_OF, RULE_ITER_OF, RULE_COPY, RULE_NUMBERED, RULE_ZIPPED, RULE_MAPPED, RULE_FILTERED, RULE_REDUCED, RULE_DIVIDED,
    RULE_EXCHANGED, RULE_NEXT, RULE_ORDERED, RULE_DEFAULTING, RULE_TALLY, RULE_SAME, RULE_JOINED, RULE_RANDOM, RULE_KEYS, RULE_LARGEST, RULE_TUPLES, RULE_PAIRS, RULE_CHAINED, RULE_CHAINED_ALL, RULE_COUNTED, RULE_REPEATED,
} Rule;

static const struct {
    const char *name;
    Rule rule;
} natives[] = {
#define NATIVE(name, rule) {name, RULE_##rule},
#include "predict_builtins.def"
#undef NATIVE
};

static Guess other(void) { return guess_kind(GUESS_OTHER); }

static Guess filled(Flow *flow, uint32_t kind, Guess element, uint32_t which) {
    Guess g = guess_container(flow, kind, which);
    guess_put(flow, g, element);
    return g;
}

static Guess joined(Flow *flow, const Guess *args, uint32_t n) {
    Guess g = {0};
    for (uint32_t i = 0; i < n; i++) g = guess_join(flow->p, g, args[i]);
    return g;
}

static Guess least(Flow *flow, const Guess *args, uint32_t n) { return n == 1 ? predict_element(flow->p, args[0]) : joined(flow, args, n); }

static Guess sum(Flow *flow, const Guess *args, uint32_t n) {
    Guess g = predict_element(flow->p, args[0]);
    if (n > 1) g = guess_join(flow->p, g, args[1]);
    if (guess_is(g, GUESS_BOOL)) return guess_kind(GUESS_INT);
    return guess_is(g, GUESS_INT | GUESS_FLOAT) && g.kinds & GUESS_FLOAT ? guess_kind(GUESS_FLOAT) : g;
}

enum { MAPPING_MADE = 5 };  // among the containers of one instruction: a factory makes another

static Guess copied(Flow *flow, uint32_t kind, const Guess *args, uint32_t n) {
    Guess d = guess_container(flow, kind, MAPPING_MADE);
    if (n && guess_is(args[0], GUESS_DICT | GUESS_MAPPING)) {
        guess_put(flow, d, predict_value(flow->p, args[0]));
        guess_put_key(flow, d, predict_element(flow->p, args[0]));
    } else if (n) {
        Guess pair = predict_element(flow->p, args[0]);
        guess_put_key(flow, d, predict_item(flow->p, pair, 0));
        guess_put(flow, d, predict_item(flow->p, pair, 1));
    }
    return d;
}

// The factory makes the values.
static Guess defaulting(Flow *flow, const Guess *args, uint32_t n) {
    Guess d = copied(flow, GUESS_MAPPING, args + 1, n ? n - 1 : 0);
    if (n && !guess_is(args[0], GUESS_NONE)) guess_put(flow, d, predict_call_value(flow, args[0], NULL, 0));
    return d;
}

static Guess tally(Flow *flow, const Guess *args, uint32_t n) {
    Guess d = guess_container(flow, GUESS_MAPPING, MAPPING_MADE);
    guess_put(flow, d, guess_kind(GUESS_INT));
    if (n) guess_put_key(flow, d, predict_element(flow->p, args[0]));
    return d;
}

static Guess zipped(Flow *flow, const Guess *args, uint32_t n, bool numbered) {
    Guess items[SITE_ITEMS];
    uint32_t count = 0;
    if (numbered) items[count++] = guess_kind(GUESS_INT);
    for (uint32_t i = 0; i < (numbered && n ? 1 : n) && count < SITE_ITEMS; i++) items[count++] = predict_element(flow->p, args[i]);
    return filled(flow, GUESS_ITER, guess_tuple(flow, items, count, 1), 0);
}

static Guess mapped(Flow *flow, const Guess *args, uint32_t n) {
    Guess given[SITE_ITEMS];
    uint32_t count = 0;
    for (uint32_t i = 1; i < n && count < SITE_ITEMS; i++) given[count++] = predict_element(flow->p, args[i]);
    return filled(flow, GUESS_ITER, predict_call_value(flow, args[0], given, count), 0);
}

static Guess filtered(Flow *flow, const Guess *args) {
    Guess element = predict_element(flow->p, args[1]);
    if (!guess_is(args[0], GUESS_NONE)) predict_call_value(flow, args[0], &element, 1);
    return filled(flow, GUESS_ITER, element, 0);
}

static Guess reduced(Flow *flow, const Guess *args, uint32_t n) {
    Guess element = predict_element(flow->p, args[1]), so_far = n > 2 ? args[2] : element;
    for (uint32_t round = 0; round < 2; round++)
        so_far = guess_join(flow->p, so_far, predict_call_value(flow, args[0], (Guess[]){so_far, element}, 2));
    return so_far;
}

static Guess keyed(Flow *flow, const Guess *args, uint32_t n) {
    Guess d = guess_container(flow, GUESS_DICT, 0);
    guess_put_key(flow, d, predict_element(flow->p, args[0]));
    guess_put(flow, d, n > 1 ? args[1] : guess_kind(GUESS_NONE));
    return d;
}

static Guess elements(Flow *flow, const Guess *args, uint32_t n) {
    Guess g = {0};
    for (uint32_t i = 0; i < n; i++) g = guess_join(flow->p, g, predict_element(flow->p, args[i]));
    return g;
}

// Of the Cartesian product of several, as many items as there are; elsewhere, and by `repeat`, of a number not known here.
static Guess tuples(Flow *flow, const Guess *args, uint32_t n, bool pairs) {
    Guess items[SITE_ITEMS];
    if (pairs) items[0] = items[1] = predict_element(flow->p, args[0]);
    for (uint32_t i = 0; !pairs && i < n && i < SITE_ITEMS; i++) items[i] = predict_element(flow->p, args[i]);
    bool known = pairs || (n > 1 && n <= SITE_ITEMS && !guess_is(args[1], GUESS_INT));
    if (known) return filled(flow, GUESS_ITER, guess_tuple(flow, items, pairs ? 2 : n, 1), 0);
    return filled(flow, GUESS_ITER, filled(flow, GUESS_TUPLE, elements(flow, args, n > 1 && guess_is(args[1], GUESS_INT) ? 1 : n), 1), 0);
}

static Guess random_numbers(Flow *flow) {
    const Atom *name = predict_text(flow->p, "random", 6);  // its methods are named as the module's functions
    return name ? guess_named(flow->p, GUESS_NATIVE, name) : other();
}

static Guess needs_argument(Flow *flow, Rule rule, const Guess *args, uint32_t n) {
    Predict *p = flow->p;
    switch (rule) {
    case RULE_ARGUMENT: return guess_is(args[0], GUESS_INT | GUESS_FLOAT) || !args[0].kinds ? args[0] : other();
    case RULE_ROUNDED: return n == 1 ? guess_kind(GUESS_INT) : args[0];
    case RULE_LEAST: return least(flow, args, n);
    case RULE_SUM: return sum(flow, args, n);
    case RULE_ELEMENT: return predict_element(p, args[0]);
    case RULE_NEXT: return guess_join(p, predict_element(p, args[0]), n > 1 ? args[1] : (Guess){0});
    case RULE_EXCHANGED:
        if (n > 1) guess_put(flow, args[0], args[1]);
        return predict_element(p, args[0]);
    case RULE_PUSH:
        if (n > 1) guess_put(flow, args[0], args[1]);
        return guess_kind(GUESS_NONE);
    case RULE_NUMBERED: return zipped(flow, args, n, true);
    case RULE_ZIPPED: return zipped(flow, args, n, false);
    case RULE_MAPPED: return mapped(flow, args, n);
    case RULE_FILTERED: return n > 1 ? filtered(flow, args) : other();
    case RULE_REDUCED: return n > 1 ? reduced(flow, args, n) : other();
    case RULE_SAME: return args[0];
    case RULE_JOINED: return joined(flow, args, n);
    case RULE_KEYS: return keyed(flow, args, n);
    case RULE_LARGEST: return n > 1 ? filled(flow, GUESS_LIST, predict_element(p, args[1]), 0) : other();
    case RULE_TUPLES: return tuples(flow, args, n, false);
    case RULE_PAIRS: return tuples(flow, args, n, true);
    case RULE_CHAINED: return filled(flow, GUESS_ITER, elements(flow, args, n), 0);
    case RULE_CHAINED_ALL: return filled(flow, GUESS_ITER, predict_element(p, predict_element(p, args[0])), 0);
    case RULE_REPEATED: return filled(flow, GUESS_ITER, args[0], 0);
    case RULE_DIVIDED: return n > 1 ? guess_tuple(flow, (Guess[]){args[0], args[0]}, 2, 0) : other();
    default: return other();
    }
}

static Guess by_rule(Flow *flow, Rule rule, const Guess *args, uint32_t n) {
    switch (rule) {
    case RULE_NONE: return guess_kind(GUESS_NONE);
    case RULE_INT: return guess_kind(GUESS_INT);
    case RULE_FLOAT: return guess_kind(GUESS_FLOAT);
    case RULE_STR: return guess_kind(GUESS_STR);
    case RULE_BOOL: return guess_kind(GUESS_BOOL);
    case RULE_BYTES: return guess_kind(GUESS_BYTES);
    case RULE_BYTEARRAY: return guess_kind(GUESS_BYTEARRAY);
    case RULE_RANGE: return guess_kind(GUESS_RANGE);
    case RULE_SLICE: return guess_kind(GUESS_SLICE);
    case RULE_LIST_OF: return filled(flow, GUESS_LIST, elements(flow, args, n ? 1 : 0), 0);
    case RULE_SET_OF: return filled(flow, GUESS_SET, elements(flow, args, n ? 1 : 0), 0);
    case RULE_FROZENSET_OF: return filled(flow, GUESS_FROZENSET, elements(flow, args, n ? 1 : 0), 0);
    case RULE_TUPLE_OF: return filled(flow, GUESS_TUPLE, elements(flow, args, n ? 1 : 0), 0);
    case RULE_ITER_OF: return filled(flow, GUESS_ITER, elements(flow, args, n ? 1 : 0), 0);
    case RULE_COPY: return copied(flow, GUESS_DICT, args, n);
    case RULE_ORDERED: return copied(flow, GUESS_MAPPING, args, n);
    case RULE_DEFAULTING: return defaulting(flow, args, n);
    case RULE_TALLY: return tally(flow, args, n);
    case RULE_RANDOM: return random_numbers(flow);
    case RULE_COUNTED: return filled(flow, GUESS_ITER, n ? args[0] : guess_kind(GUESS_INT), 0);
    default: return n ? needs_argument(flow, rule, args, n) : other();
    }
}

Guess predict_native_call(Flow *flow, const Atom *name, const Guess *args, uint32_t n) {
    for (uint32_t i = 0; i < sizeof natives / sizeof natives[0]; i++)
        if (atom_is(name, natives[i].name)) return by_rule(flow, natives[i].rule, args, n);
    return other();
}

Guess predict_native_spread(Flow *flow, const Atom *name, Guess all) {
    Guess element = predict_element(flow->p, all);
    if (atom_is(name, "zip")) return tuples(flow, &element, 1, false);
    bool of_elements = atom_is(name, "itertools.chain") || atom_is(name, "itertools.product");
    return predict_native_call(flow, name, of_elements ? &element : &all, 1);
}

// --- methods of containers and strings

static Guess list_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t n) {
    if ((atom_is(name, "append") || atom_is(name, "appendleft")) && n == 1) guess_put(flow, self, args[0]);
    else if (atom_is(name, "insert") && n == 2) guess_put(flow, self, args[1]);
    else if (atom_is(name, "extend") && n == 1) guess_put(flow, self, predict_element(flow->p, args[0]));
    else if (atom_is(name, "pop")) return predict_element(flow->p, self);
    else if (atom_is(name, "copy")) return filled(flow, GUESS_LIST, predict_element(flow->p, self), 0);
    else if (atom_is(name, "index") || atom_is(name, "count")) return guess_kind(GUESS_INT);
    return guess_kind(GUESS_NONE);
}

// Of what keeps elements but is no list: deques. Iterators have none of these.
static Guess deque_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t n) {
    if (atom_is(name, "popleft")) return predict_element(flow->p, self);
    if (atom_is(name, "extendleft") && n == 1) guess_put(flow, self, predict_element(flow->p, args[0]));
    if (atom_is(name, "copy")) return self;
    return list_method(flow, self, name, args, n);
}

static Guess dict_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t n) {
    Guess key = predict_element(flow->p, self), value = predict_value(flow->p, self);
    if (atom_is(name, "get")) return guess_join(flow->p, value, n > 1 ? args[1] : guess_kind(GUESS_NONE));
    if (atom_is(name, "pop")) return n > 1 ? guess_join(flow->p, value, args[1]) : value;
    if (atom_is(name, "setdefault") && n == 2) {
        guess_put_key(flow, self, args[0]);
        guess_put(flow, self, args[1]);
        return guess_join(flow->p, value, args[1]);
    }
    if (atom_is(name, "keys")) return filled(flow, GUESS_ITER, key, 0);
    if (atom_is(name, "values")) return filled(flow, GUESS_ITER, value, 0);
    if (atom_is(name, "items")) return filled(flow, GUESS_ITER, guess_tuple(flow, (Guess[]){key, value}, 2, 1), 0);
    if (atom_is(name, "popitem")) return guess_tuple(flow, (Guess[]){key, value}, 2, 0);
    if (atom_is(name, "copy")) return self;
    if (atom_is(name, "update") && n == 1) {
        guess_put_key(flow, self, predict_element(flow->p, args[0]));
        if (guess_is(args[0], GUESS_DICT | GUESS_MAPPING)) guess_put(flow, self, predict_value(flow->p, args[0]));
    }
    if (atom_is(name, "most_common")) return filled(flow, GUESS_LIST, guess_tuple(flow, (Guess[]){key, value}, 2, 1), 0);
    if (atom_is(name, "elements")) return filled(flow, GUESS_ITER, key, 0);
    return guess_kind(GUESS_NONE);
}

static Guess set_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t n) {
    if (atom_is(name, "add") && n == 1) guess_put(flow, self, args[0]);
    else if (atom_is(name, "update") && n == 1) guess_put(flow, self, predict_element(flow->p, args[0]));
    else if (atom_is(name, "pop")) return predict_element(flow->p, self);
    else if (atom_is(name, "copy")) return self;
    else if (atom_is(name, "union") || atom_is(name, "intersection") || atom_is(name, "difference"))
        return filled(flow, self.kinds, predict_element(flow->p, self), 0);
    else if (atom_is(name, "issubset") || atom_is(name, "issuperset") || atom_is(name, "isdisjoint")) return guess_kind(GUESS_BOOL);
    return guess_kind(GUESS_NONE);
}

static bool is_any(const Atom *name, const char *const *names) {
    for (; *names; names++)
        if (atom_is(name, *names)) return true;
    return false;
}

// Of strings, bytes and bytearrays; parts of one are of its kind.
static Guess text_method(Flow *flow, Guess self, const Atom *name) {
    static const char *const numbers[] = {"find", "rfind", "index", "rindex", "count", "pop", NULL};
    static const char *const nothings[] = {"append", "extend", "insert", "remove", "reverse", "clear", NULL};
    static const char *const truths[] = {"startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower",
                                         "isidentifier", "isnumeric", "isdecimal", "istitle", "isascii", "isprintable", NULL};
    if (is_any(name, numbers)) return guess_kind(GUESS_INT);
    if (is_any(name, truths)) return guess_kind(GUESS_BOOL);
    if (is_any(name, nothings)) return guess_kind(GUESS_NONE);
    if (atom_is(name, "split") || atom_is(name, "rsplit") || atom_is(name, "splitlines")) return filled(flow, GUESS_LIST, self, 0);
    if (atom_is(name, "partition") || atom_is(name, "rpartition")) return guess_tuple(flow, (Guess[]){self, self, self}, 3, 0);
    if (atom_is(name, "encode")) return guess_kind(GUESS_BYTES);
    return atom_is(name, "decode") || atom_is(name, "hex") ? guess_kind(GUESS_STR) : self;
}

static Guess number_method(const Atom *name) {
    if (atom_is(name, "bit_length") || atom_is(name, "bit_count")) return guess_kind(GUESS_INT);
    if (atom_is(name, "is_integer")) return guess_kind(GUESS_BOOL);
    return atom_is(name, "to_bytes") ? guess_kind(GUESS_BYTES) : other();
}

Guess predict_native_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t n) {
    if (guess_is(self, GUESS_LIST)) return list_method(flow, self, name, args, n);
    if (guess_is(self, GUESS_ITER)) return deque_method(flow, self, name, args, n);
    if (guess_is(self, GUESS_DICT | GUESS_MAPPING)) return dict_method(flow, self, name, args, n);
    if (guess_is(self, GUESS_SET) || guess_is(self, GUESS_FROZENSET)) return set_method(flow, self, name, args, n);
    if (guess_is(self, GUESS_STR) || guess_is(self, GUESS_BYTES) || guess_is(self, GUESS_BYTEARRAY)) return text_method(flow, self, name);
    if (guess_is(self, GUESS_INT | GUESS_FLOAT)) return number_method(name);
    if (guess_is(self, GUESS_TUPLE)) return guess_kind(GUESS_INT);  // index, count
    return other();
}
