// Look-ups in the generated Unicode tables (tools/unicode_gen.c): flags by three array reads, case mappings by binary search.
#include "unicode.h"

#include <stddef.h>

// Code points first, first + stride, ... first + length are mapped to themselves plus delta.
typedef struct {
    uint32_t first;
    int32_t delta;
    uint16_t length, stride;
} UnicodeRun;

typedef struct {
    uint16_t c;
    uint8_t mapping, length;
    uint16_t out[3];
} UnicodeExpansion;

#include "unicode_tables.h"

enum { UNICODE_BLOCK = 16, UNICODE_GROUP = 32 };

UnicodeRecord unicode_record(uint32_t c) {
    uint32_t block = c / UNICODE_BLOCK;
    uint32_t group = unicode_group_numbers[block / UNICODE_GROUP];
    uint32_t number = unicode_groups[group * UNICODE_GROUP + block % UNICODE_GROUP];
    return unicode_records[unicode_blocks[number * UNICODE_BLOCK + c % UNICODE_BLOCK]];
}

uint16_t unicode_near[UNICODE_NEAR];

void unicode_init(void) {
    for (uint32_t c = 0; c < UNICODE_NEAR; c++) unicode_near[c] = unicode_record(c).flags;
}

static const struct {
    const UnicodeRun *runs;
    size_t count;
} unicode_mappings[UNICODE_MAPPINGS] = {
#define RUNS(name) {unicode_runs_##name, sizeof unicode_runs_##name / sizeof(UnicodeRun)}
    [UNICODE_TO_UPPER] = RUNS(upper),
    [UNICODE_TO_LOWER] = RUNS(lower),
    [UNICODE_TO_TITLE] = RUNS(title),
    [UNICODE_TO_FOLD] = RUNS(fold),
#undef RUNS
};

static uint32_t unicode_map_simple(UnicodeMapping mapping, uint32_t c) {
    const UnicodeRun *runs = unicode_mappings[mapping].runs;
    size_t low = 0, high = unicode_mappings[mapping].count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs[middle].first + runs[middle].length < c) low = middle + 1;
        else high = middle;
    }
    const UnicodeRun *run = &runs[low];
    bool inside = low < unicode_mappings[mapping].count && run->first <= c && (c - run->first) % run->stride == 0;
    if (inside) return (uint32_t)((int32_t)c + run->delta);
    // Titles not listed are capitals, folds small letters.
    return mapping >= UNICODE_TO_TITLE ? unicode_map_simple(mapping - UNICODE_TO_TITLE, c) : c;
}

static const UnicodeExpansion *unicode_find_expansion(UnicodeMapping mapping, uint32_t c) {
    size_t count = sizeof unicode_expansions / sizeof unicode_expansions[0];
    uint32_t key = c << 2 | (uint32_t)mapping;
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const UnicodeExpansion *e = &unicode_expansions[middle];
        if (((uint32_t)e->c << 2 | e->mapping) < key) low = middle + 1;
        else high = middle;
    }
    const UnicodeExpansion *e = &unicode_expansions[low];
    return low < count && e->c == c && e->mapping == mapping ? e : NULL;
}

int unicode_map(UnicodeMapping mapping, uint32_t c, uint32_t out[3]) {
    if (c < 0x80) {
        uint32_t letter = mapping == UNICODE_TO_UPPER || mapping == UNICODE_TO_TITLE ? c - 'a' : c - 'A';
        out[0] = letter < 26 ? c ^ 0x20 : c;
        return 1;
    }
    out[0] = c;
    if (!unicode_is(c, UNICODE_MAPPED)) return 1;
    const UnicodeExpansion *e = unicode_find_expansion(mapping, c);
    if (!e) {
        out[0] = unicode_map_simple(mapping, c);
        return 1;
    }
    for (int i = 0; i < e->length; i++) out[i] = e->out[i];
    return e->length;
}
