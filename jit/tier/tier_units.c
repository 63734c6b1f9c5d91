// Compiled code in memory: bounded in bytes, the least recently used goes first.
//
// Code that is dropped is unlinked at once, so nobody enters it any more, but threads may be in it: with its return address on a
// native stack. The collector reads all native stacks while the world stands still; it shows them to watch_words here, and code
// that no word there points into is idle and given back. The same scan keeps code that runs on a stack below.
#include <stdlib.h>

#include "jit/native/code_pool.h"
#include "jit/native/native_attach.h"
#include "stdlib/runtime/heap.h"
#include "tier_int.h"

static struct {
    TierUnit *live, *retired;
    size_t live_bytes, retired_bytes;
} units;

size_t units_bytes(void) { return units.live_bytes; }

TierUnit *units_with(const void *address) {
    TierUnit *u = units.live;
    while (u && (uintptr_t)address - (uintptr_t)u->piece.start >= u->piece.size) u = u->list;
    return u;
}

// --- giving back

// Stacks, with what a sanitizer keeps between their variables.
[[clang::no_sanitize("address")]] static void watch_words(const uintptr_t *from, const uintptr_t *to) {
    for (TierUnit *u = units.retired; u; u = u->list) {
        uintptr_t start = (uintptr_t)u->piece.start, size = u->piece.size;
        u->watched = true;
        for (const uintptr_t *word = from; word < to && !u->running; word++) u->running = *word - start < size;
    }
}

static void free_unit(TierUnit *u) {
    units.retired_bytes -= u->piece.size;
    native_detach(u->part, u->module);
    native_object_unload(&u->piece);
    tier_events.freed(u->piece.size);
    free(u->sights);
    free(u);
}

static void free_idle(void) {
    for (TierUnit **link = &units.retired; *link;) {
        TierUnit *u = *link;
        if (u->watched && !u->running) {
            *link = u->list;
            free_unit(u);
        } else {
            u->watched = u->running = false;
            link = &u->list;
        }
    }
    if (!units.retired) heap_watch_native_words = NULL;
}

// What is running stays retired, and is not worth a collection each time: only bytes added since the last one count.
bool units_sweep(void) {
    static size_t patience;
    if (!units.retired) return false;
    free_idle();
    if (units.retired_bytes < patience) patience = units.retired_bytes;
    if (units.retired_bytes <= patience + tier_options.memory / 4) return false;
    patience = units.retired_bytes;
    return true;
}

// --- dropping

static void unlink_from(TierUnit **list, const TierUnit *unit, bool of_place) {
    while (*list != unit) list = of_place ? &(*list)->next : &(*list)->list;
    *list = of_place ? unit->next : unit->list;
}

void units_retire(TierUnit *u, TierReason why) {
    TierPlace *place = u->place;
    Proto *p = place->proto;
    unlink_from(&place->units, u, true);
    unlink_from(&units.live, u, false);
    if (!place->midway && native_entered_by(p) == u->entry) {
        if (place->units) native_enter_by(p, place->units->entry);
        else native_leave_to_bytecode(p);
    }
    u->place = NULL;
    u->list = units.retired;
    units.retired = u;
    units.live_bytes -= u->piece.size;
    units.retired_bytes += u->piece.size;
    heap_watch_native_words = watch_words;
    tier_events.dropped(p, place->start, place->midway, u->piece.size, why);
}

void units_forget(CodePart *part) {
    for (TierUnit *u = units.live, *next; u; u = next) {
        next = u->list;
        if (u->part == part) units_retire(u, TIER_FORGOTTEN);
    }
    for (TierUnit **link = &units.retired; *link;) {
        TierUnit *u = *link;
        if (u->part != part) {
            link = &u->list;
            continue;
        }
        *link = u->list;
        free_unit(u);
    }
}

static uint32_t age(const TierUnit *u) {
    const Proto *p = u->place->proto;
    uint32_t used = native_entered_by(p) == u->entry && (int32_t)(p->native_used - u->used) > 0 ? p->native_used : u->used;
    return native_clock - used;
}

// Code may be asked for again; but where there is never room for all that is hot, not all the time.
static void evict(TierUnit *u) {
    TierPlace *place = u->place;
    units_retire(u, TIER_EVICTED);
    if (place->asked) place->asked--;
    place->pause = tier_longer(place->pause);
    place->ask_after = tier_now_ms() + place->pause;
}

static void make_room(const TierUnit *newest) {
    while (units.live_bytes > tier_options.memory) {
        TierUnit *oldest = NULL;
        for (TierUnit *u = units.live; u; u = u->list)
            if (u != newest && (!oldest || age(u) > age(oldest))) oldest = u;
        if (!oldest) return;
        evict(oldest);
    }
}

// --- adding

static void retire_same(TierPlace *place, const uint8_t *tags) {
    for (TierUnit *u = place->units, *next; u; u = next) {
        next = u->next;
        if (memcmp(u->tags, tags, place->proto->nregs) == 0) units_retire(u, TIER_REPLACED);
    }
}

TierUnit *units_add(TierPlace *place, const NativeModule *n, NativePiece piece, const uint8_t *tags, bool general, const Value *objects) {
    Proto *p = place->proto;
    TierUnit *u = calloc(1, sizeof *u + p->nregs);
    if (!u) return NULL;
    retire_same(place, tags);
    u->place = place;
    u->part = p->part;
    u->module = n;
    u->piece = piece;
    u->general = general;
    u->used = native_clock;
    memcpy(u->tags, tags, p->nregs);
    u->entry = native_attach_unit(p->part, n, p->index, objects);
    u->next = place->units;
    place->units = u;
    u->list = units.live;
    units.live = u;
    units.live_bytes += piece.size;
    if (!place->midway) native_enter_by(p, u->entry);
    make_room(u);
    return u;
}

TierUnit *units_fitting(const TierPlace *place, const Value *base) {
    for (TierUnit *u = place->units; u; u = u->next)
        if (tier_tags_fit(place->proto, base, u->tags)) return u;
    return NULL;
}
