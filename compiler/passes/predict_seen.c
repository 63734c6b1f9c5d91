// What the program saw at run time, where prediction knows nothing: values that come from other modules, from files, from the
// standard library. Sights are guesses like all others, and so is what follows from them.
//
// Containers need sites. One is made for each kind of content, when first seen; a module is compiled by one thread, so nobody
// else looks at the sites meanwhile.
#include "predict_int.h"

static const uint32_t guesses[NATIVE_KIND_COUNT] = {
#define KIND(name) [NATIVE_KIND_##name] = GUESS_##name,
#include "compiler/native/native_kinds.def"
#undef KIND
};

static bool is_same(const Guess *a, const Guess *b) { return a->kinds == b->kinds && a->site == b->site && a->classes[0] == b->classes[0]; }

static uint32_t site_of(Predict *p, Guess element, Guess key) {
    for (uint32_t i = 0; i < p->seen_sites.count; i++) {
        const Site *s = guess_site(p, p->seen_sites.items[i]);
        if (is_same(&s->element, &element) && is_same(&s->key, &key)) return p->seen_sites.items[i];
    }
    vec_push(&p->sites, ((Site){.element = element, .key = key}));
    vec_push(&p->seen_sites, p->sites.count - 1);
    return p->sites.count - 1;
}

static Guess seen_instance(const Predict *p, uint32_t slot) {
    for (uint32_t c = 1; c < p->classes.count; c++)
        if (p->classes.items[c].slot == slot) return guess_instance(c);
    return guess_kind(GUESS_OTHER);
}

static Guess seen_kind(Predict *p, const NativeSight *s, uint32_t depth) {
    uint8_t kind = depth < NATIVE_SIGHT_DEPTH ? s->kinds[depth] : NATIVE_KIND_UNKNOWN;
    if (kind == NATIVE_KIND_UNKNOWN || kind >= NATIVE_KIND_COUNT) return guess_kind(GUESS_OTHER);
    if (kind == NATIVE_KIND_INSTANCE) return seen_instance(p, s->slot);
    Guess g = guess_kind(guesses[kind]);
    if (!(g.kinds & GUESS_CONTAINERS)) return g;
    Guess key = kind == NATIVE_KIND_DICT && s->key && s->key < NATIVE_KIND_COUNT ? guess_kind(guesses[s->key]) : guess_kind(GUESS_OTHER);
    g.site = site_of(p, seen_kind(p, s, depth + 1), key);
    return g;
}

// Is nothing known of the value, or of what it holds?
static bool is_open(const Predict *p, Guess g) {
    if (!g.kinds || (g.kinds & GUESS_OTHER)) return true;
    if (!guess_is(g, GUESS_LIST | GUESS_DICT | GUESS_TUPLE)) return false;
    uint32_t held = predict_value(p, g).kinds;
    return !held || (held & GUESS_OTHER);
}

static Guess better(Predict *p, Guess g, const NativeSight *sight) {
    if (!sight->kinds[0] || !is_open(p, g)) return g;
    Guess seen = seen_kind(p, sight, 0);
    bool agrees = !g.kinds || (g.kinds & GUESS_OTHER) || g.kinds == seen.kinds;
    return agrees && !(seen.kinds & GUESS_OTHER) ? seen : g;
}

// Of a unit alone its one instance, which begins where the sights were taken.
static const NativeSight *sights_of(const SsaFunction *f) {
    const SsaModule *m = f->module;
    return m->seen && (!m->unit || m->unit == f || f->root) ? m->seen[f->proto].sights : NULL;
}

Guess predict_seen_register(Predict *p, const SsaFunction *f, uint32_t reg, Guess g) {
    const NativeSight *sights = sights_of(f);
    Guess seen = sights ? better(p, g, &sights[reg]) : g;
    if (f->regs && !is_same(&seen, &g)) f->module->by_sight = true;
    return seen;
}

Guess predict_seen_capture(Predict *p, const SsaFunction *f, uint32_t index, Guess g) {
    const NativeSight *sights = sights_of(f);
    return sights ? better(p, g, &sights[f->bc->nregs + index]) : g;
}

Guess predict_seen_global(Predict *p, const SsaFunction *f, uint32_t slot, Guess g) {
    return f->module->seen_globals && !p->learning ? better(p, g, &f->module->seen_globals[slot]) : g;
}
