// While a program runs, units are compiled in a hurry and one by one. Afterwards all is known of it that one run tells: what was hot, with
// which values, and where guesses failed. The module is compiled as `otter build` would, with that: then the next run calls
// optimised code from its first instruction on, and functions call each other directly. The units are kept without their code, for what they
// tell.
//
// A unit whose code lives by what registers held in the middle of a function says more than its function's beginning does: a
// module with such units is not compiled as a whole, its units are compiled again one by one. So are units that were hot although there is
// code of the module; unless guesses failed, and it has not been made too often.
#include "compile_again.h"

#include <stdlib.h>
#include <string.h>

#include "backend_open.h"
#include "jit/native/native_attach.h"
#include "jit/native/native_object.h"
#include "warm.h"

enum { GENERATIONS_MAX = 3 };

typedef struct {
    uint32_t fresh;          // units compiled in a hurry
    bool by_sight, failed;   // of those: one is as above, at one a guess failed
    const KeptUnit *module;  // the module's code; NULL: there is none
} Summary;

static bool is_fresh(const KeptUnit *kept) { return kept->unit.proto != KEPT_MODULE && kept->state == KEPT_CODE && kept->generation == 1; }

static Summary sum_up(const KeptUnits *units) {
    Summary s = {0};
    for (uint32_t i = 0; i < units->count; i++) {
        const KeptUnit *kept = &units->items[i];
        if (kept->unit.proto == KEPT_MODULE) s.module = kept;
        s.by_sight |= kept->by_sight && kept->state == KEPT_CODE;
        if (!is_fresh(kept)) continue;
        s.fresh++;
        s.failed |= kept->unit.navoid > 0;
    }
    return s;
}

static void compile_units(const BcModule *bc, const KeptUnits *units) {
    for (uint32_t i = 0; i < units->count; i++) {
        KeptUnit kept = units->items[i];
        NativeCode code = {0};
        if (!is_fresh(&kept) || backend_compile_unit(bc, &kept.unit, 2, &code) != TIER_COMPILED) continue;
        kept.generation++;
        kept.object = (const uint8_t *)code.bytes;
        kept.size = code.size;
        warm_keep(bc, &kept);
        free(code.bytes);
    }
}

// What our own linker does not take now, it would not take in the next run.
static bool can_be_loaded(const NativeCode *code) {
    NativePiece piece;
    const NativeModule *n = native_object_load(code->bytes, code->size, native_symbol, &piece);
    if (n) native_object_unload(&piece);
    return n;
}

static bool compile_module(const BcModule *bc, const KeptUnits *units, uint32_t generation, Arena *arena) {
    NativeUnit *seen = arena_new_array(arena, NativeUnit, units->count);
    uint32_t n = 0;
    for (uint32_t i = 0; i < units->count; i++)
        if (units->items[i].unit.proto != KEPT_MODULE && units->items[i].state != KEPT_REFUSED) seen[n++] = units->items[i].unit;
    NativeCode code = {0};
    bool ok = backend_compile_module(bc, seen, n, &code) && can_be_loaded(&code);
    KeptUnit kept = {.unit = {.proto = KEPT_MODULE}, .state = KEPT_CODE, .generation = generation, .object = (const uint8_t *)code.bytes, .size = code.size};
    if (ok) warm_keep(bc, &kept);
    free(code.bytes);
    return ok;
}

static void leave_to_module(const BcModule *bc, const KeptUnits *units) {
    for (uint32_t i = 0; i < units->count; i++) {
        KeptUnit kept = units->items[i];
        if (kept.unit.proto == KEPT_MODULE || kept.state != KEPT_CODE) continue;
        kept.state = KEPT_WITHIN;
        kept.size = 0;
        warm_keep(bc, &kept);
    }
}

// Inputs at the prompt share their globals: none of them is all of a module.
static bool is_input(const BcModule *bc) { return bc->path.length == 7 && memcmp(bc->path.text, "<stdin>", 7) == 0; }

static bool is_worth_it(const BcModule *bc, const Summary *s) {
    if (s->by_sight || is_input(bc)) return false;
    return !s->module || (s->failed && s->module->generation < GENERATIONS_MAX);
}

void compile_again(const BcModule *bc) {
    Arena arena;
    arena_init(&arena);
    KeptUnits units = {0};
    warm_read_units(bc, &arena, &units);
    Summary s = sum_up(&units);
    bool whole = s.fresh && is_worth_it(bc, &s) && compile_module(bc, &units, s.module ? s.module->generation + 1 : 1, &arena);
    if (whole) leave_to_module(bc, &units);
    else if (s.fresh) compile_units(bc, &units);
    vec_fini(&units);
    arena_fini(&arena);
}
