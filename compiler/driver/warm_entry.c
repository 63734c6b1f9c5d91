#include "warm_entry.h"

#include <string.h>

typedef struct {
    uint32_t proto, start, midway, nregs;
    uint32_t state, by_sight, generation, line;
    uint32_t nlabel, navoid, nsight, nseen;  // nsight: of the unit; nseen: of those that say something
} UnitHeader;
static_assert(sizeof(UnitHeader) % 16 == 0);

typedef struct {
    uint32_t place;
    NativeSight sight;
} PlacedSight;

enum { SIGHTS_MAX = 1 << 20 };

static size_t padded(size_t n) { return (n + 15) & ~(size_t)15; }

// --- reading

typedef struct {
    const uint8_t *at;
    size_t left;
} Reader;

// NULL: there is not that much.
static const uint8_t *take(Reader *r, size_t count, size_t size) {
    if (count > r->left / size) return NULL;
    const uint8_t *bytes = r->at;
    r->at += count * size;
    r->left -= count * size;
    return bytes;
}

static bool read_sights(const uint8_t *bytes, const UnitHeader *h, Arena *arena, NativeUnit *unit) {
    NativeSight *sights = arena_new_array(arena, NativeSight, h->nsight + 1);
    for (uint32_t i = 0; i < h->nseen; i++) {
        PlacedSight placed;
        memcpy(&placed, bytes + i * sizeof placed, sizeof placed);
        if (placed.place >= h->nsight) return false;
        sights[placed.place] = placed.sight;
    }
    unit->sights = sights;
    unit->nsight = h->nsight;
    return true;
}

static bool read_known(const uint8_t *avoid, const uint8_t *sights, const UnitHeader *h, Arena *arena, NativeUnit *unit) {
    NativeAvoid *copy = arena_new_array(arena, NativeAvoid, h->navoid + 1);
    memcpy(copy, avoid, h->navoid * sizeof *copy);
    unit->avoid = copy;
    unit->navoid = h->navoid;
    return read_sights(sights, h, arena, unit);
}

bool kept_read(const CacheEntry *entry, Arena *arena, KeptUnit *kept) {
    Reader r = {entry->bytes, entry->size};
    UnitHeader h;
    const uint8_t *header = take(&r, 1, sizeof h);
    if (entry->kind != CACHE_UNIT || !header) return false;
    memcpy(&h, header, sizeof h);
    if (h.nregs > UINT16_MAX || h.state >= KEPT_STATE_COUNT || h.nsight > SIGHTS_MAX) return false;
    const uint8_t *label = take(&r, h.nlabel, 1), *tags = label ? take(&r, h.nregs, 1) : NULL;
    const uint8_t *avoid = tags ? take(&r, h.navoid, sizeof(NativeAvoid)) : NULL, *sights = avoid ? take(&r, h.nseen, sizeof(PlacedSight)) : NULL;
    size_t object = sights ? padded(entry->size - r.left) : SIZE_MAX;
    if (object > entry->size || h.nlabel < 2 || label[h.nlabel - 1] || !memchr(label, 0, h.nlabel - 1)) return false;
    *kept = (KeptUnit){
        .unit = {.proto = h.proto, .start = h.start, .midway = h.midway, .seen = (uint8_t *)tags},
        .nregs = h.nregs, .line = h.line, .state = (KeptState)h.state, .by_sight = h.by_sight, .generation = h.generation,
        .label = (const char *)label, .nlabel = h.nlabel, .object = entry->bytes + object, .size = entry->size - object,
    };
    return !arena || read_known(avoid, sights, &h, arena, &kept->unit);
}

// --- writing

static bool says_something(const NativeSight *s) { return s->kinds[0] != NATIVE_KIND_UNKNOWN; }

static uint32_t count_seen(const NativeUnit *unit) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < unit->nsight; i++) n += says_something(&unit->sights[i]);
    return n;
}

static void put_sights(StrBuf *out, const NativeUnit *unit) {
    for (uint32_t i = 0; i < unit->nsight; i++) {
        PlacedSight placed = {i, unit->sights[i]};
        if (says_something(&placed.sight)) strbuf_put_bytes(out, (const char *)&placed, sizeof placed);
    }
}

void kept_write(StrBuf *out, const KeptUnit *kept) {
    const NativeUnit *u = &kept->unit;
    UnitHeader h = {u->proto, u->start, u->midway, kept->nregs, kept->state, kept->by_sight, kept->generation, kept->line, kept->nlabel, u->navoid, u->nsight, count_seen(u)};
    strbuf_put_bytes(out, (const char *)&h, sizeof h);
    strbuf_put_bytes(out, kept->label, kept->nlabel);
    strbuf_put_bytes(out, (const char *)u->seen, kept->nregs);
    strbuf_put_bytes(out, (const char *)u->avoid, u->navoid * sizeof *u->avoid);
    put_sights(out, u);
    while (out->length % 16) strbuf_put_char(out, 0);
    strbuf_put_bytes(out, (const char *)kept->object, kept->size);
}

CacheKey kept_name(const KeptUnit *kept) {
    uint32_t place[4] = {kept->unit.proto, kept->unit.start, kept->unit.midway, kept->nregs};
    return cache_key_join(cache_key(place, sizeof place), cache_key(kept->unit.seen, kept->nregs));
}
