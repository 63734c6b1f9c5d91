#include "run_options.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/base/strbuf.h"
#include "jit/tier/tier_options.h"
#include "stdlib/runtime/pool.h"

static const char size_form[] = "a size such as 64m or 2g", number_form[] = "a number above 0, which may end in k, m or g";
static const char preset_form[] = "development, default, production";

// "64m" -> 64 * 2^20. False: malformed, or 0.
static bool parse_size(const char *text, uint64_t *to) {
    char *end;
    uint64_t n = strtoull(text, &end, 10);
    const char *units = "kmg", *unit = *end ? strchr(units, *end | 0x20) : NULL;
    if (end == text || (*end && (!unit || end[1]))) return false;
    *to = unit ? n << (10 * (unit - units + 1)) : n;
    return *to != 0;
}

static bool refuse(const char *option, const char *value, const char *choices) {
    fprintf(stderr, "otter: %s=%s: choose one of %s\n", option, value, choices);
    return false;
}

static bool set_size(const char *option, const char *value, size_t *to) {
    return !value || parse_size(value, to) || refuse(option, value, size_form);
}

// --- the tier policy's numbers

// "--tier-samples" -> the value of OTTER_TIER_SAMPLES, or NULL.
static const char *variable_of(const char *option) {
    StrBuf name = {0};
    strbuf_put_text(&name, "OTTER");
    for (const char *at = option + 1; *at; at++) strbuf_put_char(&name, *at == '-' ? '_' : (char)toupper((unsigned char)*at));
    const char *value = getenv(strbuf_text(&name));
    strbuf_fini(&name);
    return value && *value ? value : NULL;
}

static bool set_number(const char *option, const char *given, uint64_t *to) {
    const char *value = given ? given : variable_of(option);
    return !value || parse_size(value, to) || refuse(option, value, number_form);
}

static bool set_policy(const Options *o) {
    const char *preset = o->preset ? o->preset : variable_of("--profile-preset");
    if (preset && !tier_options_preset(preset)) return refuse("--profile-preset", preset, preset_form);
#define TIER_OPTION(field, name, development, usual, production, text) \
    if (!set_number(name, o->tier_##field, &tier_options.field)) return false;
#include "jit/tier/tier_options.def"
#undef TIER_OPTION
    return true;
}

// --- the rest

static const struct {
    const char *name;
    int tier;
} modes[] = {
#define MODE(name, text, tier, meaning) {text, tier},
#include "modes.def"
#undef MODE
};

static bool set_mode(RunOptions *r, const char *name) {
    r->mode = MODE_HYBRID;
    for (int i = 0; name && i < MODE_COUNT; i++)
        if (strcmp(modes[i].name, name) == 0) return r->mode = (RunMode)i, true;
    return !name || refuse("--mode", name, "interp, quick, baseline, jit, hybrid, static");
}

static bool set_tier_max(RunOptions *r, const char *text) {
    r->tier_max = 4;
    if (!text) return true;
    if (text[0] < '0' || text[0] > '4' || text[1]) return refuse("--tier-max", text, "0, 1, 2, 3, 4");
    r->tier_max = text[0] - '0';
    return true;
}

static bool set_stress(RunOptions *r, const char *what) {
    if (!what) return true;
    if (strcmp(what, "gc") == 0) return r->stress_gc = true;
    if (strcmp(what, "tier") == 0) return r->stress_tier = true;
    if (strcmp(what, "deopt") == 0) return r->stress_deopt = true;
    if (strncmp(what, "oom:", 4) == 0 && parse_size(what + 4, &r->failing_allocation)) return true;
    if (strcmp(what, "cache") == 0) return r->stress_cache = true;
    return refuse("--stress", what, "gc, tier, deopt, cache, oom:NUMBER");
}

static bool set_threads(const char *text) {
    uint64_t n = 0;
    if (!text) return true;
    if (!parse_size(text, &n) || n > POOL_THREADS_MAX) return refuse("--threads", text, "1 to 1000");
    pool_set_threads((uint32_t)n);
    return true;
}

bool run_options_check(RunOptions *r, const Options *o) {
    *r = (RunOptions){.cache_limit = 256 << 20};
    if (o->stats_form && strcmp(o->stats_form, "json") != 0) return refuse("--stats", o->stats_form, "json");
    return set_mode(r, o->mode) && set_tier_max(r, o->tier_max) && set_stress(r, o->stress) && set_size("--heap-limit", o->heap, &r->heap_limit) &&
           set_size("--cache-disk", o->cache_disk, &r->cache_limit) && set_threads(o->threads) && set_policy(o);
}
