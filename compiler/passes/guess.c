// Guesses: sets of kinds that only grow, and the sites that say what containers hold.
#include "predict_int.h"

#include <string.h>

Guess guess_kind(uint32_t kind) { return (Guess){.kinds = kind}; }
Guess guess_target(uint32_t kind, uint32_t target) { return (Guess){.kinds = kind, .target = target}; }
Guess guess_instance(uint32_t cls) { return (Guess){.kinds = GUESS_INSTANCE, .classes = {(uint16_t)cls}}; }

// --- sites

static uint32_t root(const Predict *p, uint32_t site) {
    while (p->sites.items[site].same_as) site = p->sites.items[site].same_as;
    return site;
}

Site *guess_site(const Predict *p, uint32_t site) { return &p->sites.items[root(p, site)]; }

// Items whose places are no longer told apart.
static void forget_places(Predict *p, uint32_t from, uint32_t to) {
    Guess items[SITE_ITEMS];
    uint32_t n = p->sites.items[from].nitems;
    memcpy(items, p->sites.items[from].items, sizeof items);
    p->sites.items[from].nitems = 0;
    for (uint32_t i = 0; i < n; i++) {
        Guess now = p->sites.items[root(p, to)].element;
        guess_add(p, &now, items[i]);
        p->sites.items[root(p, to)].element = now;
    }
}

static void merge_items(Predict *p, uint32_t from, uint32_t to) {
    const Site *a = &p->sites.items[from], *b = &p->sites.items[to];
    if (!a->nitems || a->nitems != b->nitems) {
        forget_places(p, from, to);
        forget_places(p, root(p, to), to);
        return;
    }
    for (uint32_t i = 0; i < a->nitems; i++) {
        Guess item = p->sites.items[from].items[i];
        Guess joined = guess_join(p, p->sites.items[root(p, to)].items[i], item);
        p->sites.items[root(p, to)].items[i] = joined;
    }
}

static uint32_t merge(Predict *p, uint32_t a, uint32_t b) {
    a = root(p, a);
    b = root(p, b);
    if (a == b || !p->learning) return a;
    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    p->changed = true;
    p->sites.items[b].same_as = a;
    Guess key = p->sites.items[b].key, element = p->sites.items[b].element;
    guess_add(p, &p->sites.items[a].key, key);
    a = root(p, a);
    guess_add(p, &p->sites.items[a].element, element);
    a = root(p, a);
    merge_items(p, b, a);
    return root(p, a);
}

static uint32_t find_place(const Predict *p, uint64_t place) {
    uint32_t mask = p->places_capacity - 1, at = (uint32_t)(place * 0x9E3779B97F4A7C15u >> 40) & mask;
    while (p->places[at].place && p->places[at].place != place) at = (at + 1) & mask;
    return at;
}

static void grow_places(Predict *p) {
    if (p->places_capacity > 2 * p->nplaces) return;
    SitePlace *old = p->places;
    uint32_t count = p->places_capacity;
    p->places_capacity = count ? 2 * count : 64;
    p->places = arena_new_array(&p->arena, SitePlace, p->places_capacity);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].place) p->places[find_place(p, old[i].place)] = old[i];
}

Guess guess_container(Flow *flow, uint32_t kind, uint32_t which) {
    Predict *p = flow->p;
    const SsaInsn *insn = &flow->f->insns.items[flow->at];
    uint64_t place = (uint64_t)(flow->f->proto + 1) << 40 | (uint64_t)insn->pc << 16 | (uint64_t)insn->op << 4 | which;
    if (p->learning) grow_places(p);
    if (!p->places_capacity) return guess_kind(GUESS_OTHER);
    uint32_t at = find_place(p, place);
    if (!p->places[at].place) {
        if (!p->learning) return guess_kind(GUESS_OTHER);
        vec_push(&p->sites, {0});
        p->places[at] = (SitePlace){place, p->sites.count - 1};
        p->nplaces++;
    }
    return (Guess){.kinds = kind, .site = root(p, p->places[at].site)};
}

// --- joining

static bool same_classes(const Guess *a, const Guess *b) {
    for (uint32_t i = 0; i < GUESS_CLASSES; i++)
        if (a->classes[i] != b->classes[i]) return false;
    return true;
}

// false: they are too many.
static bool add_class(Guess *g, uint16_t cls) {
    uint32_t at = 0;
    while (at < GUESS_CLASSES && g->classes[at] && g->classes[at] < cls) at++;
    if (at < GUESS_CLASSES && g->classes[at] == cls) return true;
    if (g->classes[GUESS_CLASSES - 1]) return false;
    for (uint32_t i = GUESS_CLASSES - 1; i > at; i--) g->classes[i] = g->classes[i - 1];
    g->classes[at] = cls;
    return true;
}

enum { ANY_FUNCTION = GUESS_FUNCTION | GUESS_FUNCTIONS, TARGETED = ANY_FUNCTION | GUESS_CLASS | GUESS_MODULE | GUESS_NATIVE };

// --- functions of which a value is one: sets are kept once each, so that equal ones have equal numbers

FunctionSet guess_functions(const Predict *p, const Guess *g) {
    if (g->kinds & GUESS_FUNCTIONS) return p->function_sets.items[g->target];
    return (FunctionSet){1, (uint32_t *)&g->target};
}

static uint32_t unite_functions(FunctionSet a, FunctionSet b, uint32_t *protos) {
    uint32_t n = 0, i = 0, k = 0;
    while (i < a.count || k < b.count) {
        uint32_t x = i < a.count ? a.protos[i] : UINT32_MAX, y = k < b.count ? b.protos[k] : UINT32_MAX;
        protos[n++] = x < y ? x : y;
        i += x <= y;
        k += y <= x;
    }
    return n;
}

static int32_t find_functions(const Predict *p, const uint32_t *protos, uint32_t n) {
    for (uint32_t i = 0; i < p->function_sets.count; i++) {
        const FunctionSet *set = &p->function_sets.items[i];
        if (set->count == n && memcmp(set->protos, protos, n * sizeof *protos) == 0) return (int32_t)i;
    }
    return -1;
}

// False: they are too many.
static bool join_functions(Predict *p, Guess a, Guess b, Guess *g) {
    uint32_t protos[2 * FUNCTIONS_MAX];
    FunctionSet of_a = guess_functions(p, &a), of_b = guess_functions(p, &b);
    if (!of_a.count || !of_b.count) return false;
    uint32_t n = unite_functions(of_a, of_b, protos);
    if (n == of_a.count || n == of_b.count) {  // one holds the other
        g->target = n == of_a.count ? a.target : b.target;
        return true;
    }
    int32_t set = n <= FUNCTIONS_MAX ? find_functions(p, protos, n) : -1;
    if (set < 0 && (n > FUNCTIONS_MAX || !p->learning || p->function_sets.count >= FUNCTION_SETS_MAX)) return false;
    if (set < 0) {
        uint32_t *kept = arena_new_array(&p->arena, uint32_t, n);
        memcpy(kept, protos, n * sizeof *protos);
        set = (int32_t)p->function_sets.count;
        vec_push(&p->function_sets, {n, kept});
    }
    g->target = (uint32_t)set;
    return true;
}

static void join_targets(Predict *p, Guess a, Guess b, Guess *g) {
    uint32_t ta = a.kinds & TARGETED, tb = b.kinds & TARGETED;
    if (!ta) g->target = b.target;
    if (!ta || !tb || (ta == tb && a.target == b.target)) return;
    if (!((ta | tb) & ~(uint32_t)ANY_FUNCTION)) {
        g->kinds = (g->kinds & ~(uint32_t)GUESS_FUNCTION) | GUESS_FUNCTIONS;
        if (join_functions(p, a, b, g)) return;
        g->target = 0;
    }
    g->kinds |= GUESS_OTHER;
}

Guess guess_join(Predict *p, Guess a, Guess b) {
    if (!b.kinds) return a;
    if (!a.kinds) return b;
    Guess g = a;
    g.kinds |= b.kinds;
    if (a.site && b.site && !p->learning && root(p, a.site) != root(p, b.site)) g.kinds |= GUESS_OTHER;
    if (a.site && b.site) g.site = merge(p, a.site, b.site);
    else g.site = a.site | b.site;
    for (uint32_t i = 0; i < GUESS_CLASSES && b.classes[i]; i++)
        if (!add_class(&g, b.classes[i])) g.kinds |= GUESS_OTHER;
    join_targets(p, a, b, &g);
    return g;
}

void guess_add(Predict *p, Guess *to, Guess g) {
    if (!p->learning) return;
    Guess before = *to, joined = guess_join(p, before, g);
    *to = joined;
    if (joined.kinds != before.kinds || joined.target != before.target || !same_classes(&joined, &before)) p->changed = true;
    if ((before.site ? root(p, before.site) : 0) != (joined.site ? root(p, joined.site) : 0)) p->changed = true;
}

// --- content. Adding may merge sites and move them, so the slot is found again each time

void guess_put(Flow *flow, Guess container, Guess element) {
    if (!container.site || !flow->p->learning) return;
    Guess now = guess_site(flow->p, container.site)->element;
    guess_add(flow->p, &now, element);
    guess_site(flow->p, container.site)->element = now;
}

void guess_put_key(Flow *flow, Guess container, Guess key) {
    if (!container.site || !flow->p->learning) return;
    Guess now = guess_site(flow->p, container.site)->key;
    guess_add(flow->p, &now, key);
    guess_site(flow->p, container.site)->key = now;
}

Guess guess_tuple(Flow *flow, const Guess *items, uint32_t n, uint32_t which) {
    Guess tuple = guess_container(flow, GUESS_TUPLE, which);
    if (!tuple.site) return tuple;
    Site *site = guess_site(flow->p, tuple.site);
    if (flow->p->learning && n <= SITE_ITEMS && !site->nitems && !site->element.kinds) site->nitems = n;
    for (uint32_t i = 0; i < n; i++) {
        site = guess_site(flow->p, tuple.site);
        if (site->nitems != n) guess_put(flow, tuple, items[i]);
        if (site->nitems != n) continue;
        Guess now = site->items[i];
        guess_add(flow->p, &now, items[i]);
        guess_site(flow->p, tuple.site)->items[i] = now;
    }
    tuple.site = root(flow->p, tuple.site);
    return tuple;
}

// None has no items: what may be None besides is something else where they are asked for.
static Guess unless_none(Guess g) {
    g.kinds &= ~(uint32_t)GUESS_NONE;
    return g;
}

// Do two containers seem to be of one kind, as the rows of a table? 0: it is too early to say.
static int seem_alike(const Predict *p, Guess a, Guess b) {
    const Site *x = guess_site(p, a.site), *y = guess_site(p, b.site);
    if (a.kinds != b.kinds || x->nitems != y->nitems) return -1;
    if (x == y || x->nitems) return 1;
    if (!x->element.kinds || !y->element.kinds) return 0;
    return x->element.kinds == y->element.kinds && x->key.kinds == y->key.kinds ? 1 : -1;
}

// What a tuple holds at known places may be of different kinds: only who asks for any of its items takes them for one.
static Guess content(const Predict *p, uint32_t number) {
    const Site *site = guess_site(p, number);
    Guess items[SITE_ITEMS], g = site->element;
    uint32_t n = site->nitems;
    memcpy(items, site->items, sizeof items);
    for (uint32_t i = 0; i < n; i++) {
        int alike = g.site && items[i].site ? seem_alike(p, g, items[i]) : 1;
        if (alike > 0) g = guess_join((Predict *)p, g, items[i]);
        else if (alike < 0) return guess_kind(GUESS_OTHER);
    }
    return g;
}

Guess predict_element(const Predict *p, Guess g) {
    g = unless_none(g);
    if (guess_is(g, GUESS_STR)) return guess_kind(GUESS_STR);
    if (guess_is(g, GUESS_BYTES | GUESS_BYTEARRAY | GUESS_RANGE)) return guess_kind(GUESS_INT);
    if (!guess_is(g, GUESS_CONTAINERS) || !g.site) return guess_kind(g.kinds ? GUESS_OTHER : 0);
    if (g.kinds & (GUESS_DICT | GUESS_MAPPING)) return guess_is(g, GUESS_DICT | GUESS_MAPPING) ? guess_site(p, g.site)->key : guess_kind(GUESS_OTHER);
    return content(p, g.site);
}

Guess predict_value(const Predict *p, Guess g) {
    g = unless_none(g);
    if (guess_is(g, GUESS_DICT | GUESS_MAPPING) && g.site) return guess_site(p, g.site)->element;
    return predict_element(p, g);
}

Guess predict_item(const Predict *p, Guess g, int64_t index) {
    g = unless_none(g);
    if (!guess_is(g, GUESS_TUPLE) || !g.site) return predict_value(p, g);
    const Site *site = guess_site(p, g.site);
    if (index < 0) index += site->nitems;
    return index >= 0 && index < site->nitems ? site->items[index] : content(p, g.site);
}

// --- names and text

// Once learned, the tables are only read: several threads use them.
const Atom *predict_text(Predict *p, const char *text, size_t length) {
    return p->learning ? intern_put(&p->names, text, length) : intern_find(&p->names, text, length);
}

const Atom *predict_intern(Predict *p, const BcStr *s) { return predict_text(p, s->text, s->length); }
const Atom *predict_name(const Predict *p, const BcStr *s) { return intern_find(&p->names, s->text, s->length); }

Guess guess_named(Predict *p, uint32_t kind, const Atom *name) {
    for (uint32_t i = 0; i < p->targets.count; i++)
        if (p->targets.items[i] == name) return guess_target(kind, i);
    if (!p->learning) return guess_kind(GUESS_OTHER);
    vec_push(&p->targets, name);
    return guess_target(kind, p->targets.count - 1);
}

const Atom *predict_target_name(const Predict *p, Guess g) {
    return guess_is(g, GUESS_MODULE | GUESS_NATIVE) && g.target < p->targets.count ? p->targets.items[g.target] : NULL;
}

static void print_content(const Predict *p, Guess g, uint32_t depth, StrBuf *out);

static void print_guess(const Predict *p, Guess g, uint32_t depth, StrBuf *out) {
    static const char *const texts[] = {
        "nothing",
#define GUESS(name, text) text,
#include "guess_kinds.def"
#undef GUESS
    };
    if (!g.kinds || g.kinds & GUESS_OTHER) return strbuf_put_text(out, g.kinds ? "any" : "nothing");
    bool first = true;
    for (uint32_t bit = 1; bit < GUESS_BIT_END; bit++) {
        if (!(g.kinds >> bit & 1)) continue;
        if (!first) strbuf_put_text(out, " | ");
        first = false;
        if (bit != GUESS_BIT_INSTANCE) strbuf_put_text(out, bit == GUESS_BIT_NONE ? "None" : texts[bit]);
        if ((1u << bit) & GUESS_CONTAINERS) print_content(p, g, depth, out);
        for (uint32_t i = 0; bit == GUESS_BIT_INSTANCE && i < GUESS_CLASSES && g.classes[i]; i++)
            strbuf_put_format(out, "%s%s", i ? " | " : "", p->classes.items[g.classes[i]].name->text);
    }
}

static void print_content(const Predict *p, Guess g, uint32_t depth, StrBuf *out) {
    if (!g.site || depth == 0) return;
    const Site *site = guess_site(p, g.site);
    strbuf_put_char(out, '[');
    if (g.kinds & (GUESS_DICT | GUESS_MAPPING)) {
        print_guess(p, site->key, depth - 1, out);
        strbuf_put_text(out, ", ");
    }
    for (uint32_t i = 0; i < site->nitems; i++) {
        if (i) strbuf_put_text(out, ", ");
        print_guess(p, site->items[i], depth - 1, out);
    }
    if (!site->nitems) print_guess(p, site->element, depth - 1, out);
    strbuf_put_char(out, ']');
}

void predict_print(const Predict *p, Guess g, StrBuf *out) { print_guess(p, g, 3, out); }
