// Writes the Unicode tables of the runtime (unicode_tables.h) to standard output, from utf8proc's data.
//
// Linking utf8proc itself would put 300 KB into every executable; str needs a dozen flags and four case mappings of it.
//   flags     three stages, equal parts of each shared: group c / 512, in it the number of block c / 16, in it of a record
//   mappings  one to one: runs of (first, length, stride, delta), of title and fold only what differs from upper and lower;
//             one to many: a short list, by code point
// The full mappings of SpecialCasing.txt follow from full case folding: a letter that folds to several and has no capital
// of its own is capitalised letter by letter. utf8proc knows a newer Unicode than CPython 3.11 (14.0), so what 15.0 added
// counts as unassigned, and properties utf8proc does not carry are listed here as ranges.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "stdlib/runtime/unicode_flags.h"

enum { LIMIT = 0x110000, BLOCK = 16, BLOCKS = LIMIT / BLOCK, GROUP = 32, GROUPS = BLOCKS / GROUP };

typedef struct {
    uint32_t first, last;
} Range;

static const Range added_in_15[] = {
    {0xCF3, 0xCF3}, {0xECE, 0xECE}, {0x10EFD, 0x10EFF}, {0x1123F, 0x11241}, {0x11B00, 0x11B09}, {0x11F00, 0x11F59},
    {0x1342F, 0x1342F}, {0x13439, 0x13455}, {0x1B132, 0x1B132}, {0x1B155, 0x1B155}, {0x1D2C0, 0x1D2D3}, {0x1DF25, 0x1DF2A},
    {0x1E030, 0x1E08F}, {0x1E4D0, 0x1E4F9}, {0x1F6DC, 0x1F6DC}, {0x1F774, 0x1F776}, {0x1F77B, 0x1F77F}, {0x1F7D9, 0x1F7D9},
    {0x1FA75, 0x1FA77}, {0x1FA87, 0x1FA88}, {0x1FAAD, 0x1FAAF}, {0x1FABB, 0x1FABD}, {0x1FABF, 0x1FABF}, {0x1FACE, 0x1FACF},
    {0x1FADA, 0x1FADB}, {0x1FAE8, 0x1FAE8}, {0x1FAF7, 0x1FAF8}, {0x2B739, 0x2B739}, {0x31350, 0x323AF}, {0, 0}};
static const Range other_lowercase[] = {
    {0xAA, 0xAA}, {0xBA, 0xBA}, {0x2B0, 0x2B8}, {0x2C0, 0x2C1}, {0x2E0, 0x2E4}, {0x345, 0x345}, {0x37A, 0x37A},
    {0x1D2C, 0x1D6A}, {0x1D78, 0x1D78}, {0x1D9B, 0x1DBF}, {0x2071, 0x2071}, {0x207F, 0x207F}, {0x2090, 0x209C},
    {0x2170, 0x217F}, {0x24D0, 0x24E9}, {0x2C7C, 0x2C7D}, {0xA69C, 0xA69D}, {0xA770, 0xA770}, {0xA7F8, 0xA7F9},
    {0xAB5C, 0xAB5F}, {0x10780, 0x10780}, {0x10783, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA}, {0, 0}};
static const Range other_uppercase[] = {
    {0x2160, 0x216F}, {0x24B6, 0x24CF}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189}, {0, 0}};
static const Range other_digits[] = {
    {0xB2, 0xB3}, {0xB9, 0xB9}, {0x1369, 0x1371}, {0x19DA, 0x19DA}, {0x2070, 0x2070}, {0x2074, 0x2079}, {0x2080, 0x2089},
    {0x2460, 0x2468}, {0x2474, 0x247C}, {0x2488, 0x2490}, {0x24EA, 0x24EA}, {0x24F5, 0x24FD}, {0x24FF, 0x24FF},
    {0x2776, 0x277E}, {0x2780, 0x2788}, {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A},
    {0x1F100, 0x1F10A}, {0, 0}};
static const Range ideograph_numbers[] = {
    {0x3405, 0x3405}, {0x3483, 0x3483}, {0x382A, 0x382A}, {0x3B4D, 0x3B4D}, {0x4E00, 0x4E00}, {0x4E03, 0x4E03},
    {0x4E07, 0x4E07}, {0x4E09, 0x4E09}, {0x4E5D, 0x4E5D}, {0x4E8C, 0x4E8C}, {0x4E94, 0x4E94}, {0x4E96, 0x4E96},
    {0x4EBF, 0x4EC0}, {0x4EDF, 0x4EDF}, {0x4EE8, 0x4EE8}, {0x4F0D, 0x4F0D}, {0x4F70, 0x4F70}, {0x5104, 0x5104},
    {0x5146, 0x5146}, {0x5169, 0x5169}, {0x516B, 0x516B}, {0x516D, 0x516D}, {0x5341, 0x5341}, {0x5343, 0x5345},
    {0x534C, 0x534C}, {0x53C1, 0x53C4}, {0x56DB, 0x56DB}, {0x58F1, 0x58F1}, {0x58F9, 0x58F9}, {0x5E7A, 0x5E7A},
    {0x5EFE, 0x5EFF}, {0x5F0C, 0x5F0E}, {0x5F10, 0x5F10}, {0x62FE, 0x62FE}, {0x634C, 0x634C}, {0x67D2, 0x67D2},
    {0x6F06, 0x6F06}, {0x7396, 0x7396}, {0x767E, 0x767E}, {0x8086, 0x8086}, {0x842C, 0x842C}, {0x8CAE, 0x8CAE},
    {0x8CB3, 0x8CB3}, {0x8D30, 0x8D30}, {0x9621, 0x9621}, {0x9646, 0x9646}, {0x964C, 0x964C}, {0x9678, 0x9678},
    {0x96F6, 0x96F6}, {0xF96B, 0xF96B}, {0xF973, 0xF973}, {0xF978, 0xF978}, {0xF9B2, 0xF9B2}, {0xF9D1, 0xF9D1},
    {0xF9D3, 0xF9D3}, {0xF9FD, 0xF9FD}, {0x20001, 0x20001}, {0x20064, 0x20064}, {0x200E2, 0x200E2}, {0x20121, 0x20121},
    {0x2092A, 0x2092A}, {0x20983, 0x20983}, {0x2098C, 0x2098C}, {0x2099C, 0x2099C}, {0x20AEA, 0x20AEA}, {0x20AFD, 0x20AFD},
    {0x20B19, 0x20B19}, {0x22390, 0x22390}, {0x22998, 0x22998}, {0x23B1B, 0x23B1B}, {0x2626D, 0x2626D}, {0x2F890, 0x2F890},
    {0, 0}};
static const Range spaces[] = {
    {0x9, 0xD}, {0x1C, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0, 0}};
static const Range id_start_too[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}, {0, 0}};
static const Range id_start_not[] = {{0xE33, 0xE33}, {0xEB3, 0xEB3}, {0xFF9E, 0xFF9F}, {0, 0}};
static const Range id_continue_too[] = {{0xB7, 0xB7}, {0x387, 0x387}, {0x1369, 0x1371}, {0x19DA, 0x19DA}, {0, 0}};
static const Range id_neither[] = {
    {0x37A, 0x37A}, {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70}, {0xFE72, 0xFE72},
    {0xFE74, 0xFE74}, {0xFE76, 0xFE76}, {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}, {0, 0}};
static const Range case_ignorable_too[] = {
    {0x27, 0x27}, {0x2E, 0x2E}, {0x3A, 0x3A}, {0xB7, 0xB7}, {0x387, 0x387}, {0x55F, 0x55F}, {0x5F4, 0x5F4},
    {0x2018, 0x2019}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0xFE13, 0xFE13}, {0xFE52, 0xFE52}, {0xFE55, 0xFE55},
    {0xFF07, 0xFF07}, {0xFF0E, 0xFF0E}, {0xFF1A, 0xFF1A}, {0, 0}};

static bool in(const Range *ranges, uint32_t c) {
    for (; ranges->last; ranges++)
        if (c >= ranges->first && c <= ranges->last) return true;
    return false;
}

// ---- case mappings ----

enum { UPPER, LOWER, TITLE, FOLD, MAPPINGS };
static const char *const mapping_names[] = {"upper", "lower", "title", "fold"};

enum { CAPITAL_SHARP_S = 0x1E9E, CAPITAL_I_DOT = 0x130, IOTA = 0x3B9, IOTA_SUBSCRIPT = 0x345 };

static utf8proc_category_t category_of(uint32_t c) {
    if (in(added_in_15, c)) return UTF8PROC_CATEGORY_CN;
    return utf8proc_category((utf8proc_int32_t)c);
}

// utf8proc gives the sharp s a capital, which Unicode's data does not.
static uint32_t simple_upper(uint32_t c) {
    return c == 0xDF ? c : (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

static uint32_t simple_title(uint32_t c) {
    return c == 0xDF ? c : (uint32_t)utf8proc_totitle((utf8proc_int32_t)c);
}

static int map_fold(uint32_t c, uint32_t *out) {
    utf8proc_int32_t folded[8];
    int boundary;
    int n = (int)utf8proc_decompose_char((utf8proc_int32_t)c, folded, 8, UTF8PROC_CASEFOLD, &boundary);
    for (int i = 0; i < n; i++) out[i] = (uint32_t)folded[i];
    return n;
}

static int map_upper(uint32_t c, uint32_t *out) {
    int n = map_fold(c, out);
    bool capital = category_of(c) == UTF8PROC_CATEGORY_LU;
    if (n == 1 || capital) {
        out[0] = simple_upper(c);
        return 1;
    }
    for (int i = 0; i < n; i++) out[i] = simple_upper(out[i]);
    return n;
}

static int map_lower(uint32_t c, uint32_t *out) {
    out[0] = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    if (c != CAPITAL_I_DOT) return 1;
    return map_fold(c, out);
}

static int map_title(uint32_t c, uint32_t *out) {
    int n = map_fold(c, out);
    utf8proc_category_t category = category_of(c);
    if (n == 1 || simple_title(c) != c || category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) {
        out[0] = simple_title(c);
        return 1;
    }
    int first = 0;
    while (simple_upper(out[first]) == out[first]) first++;
    out[first] = simple_upper(out[first]);
    if (out[n - 1] == IOTA) out[n - 1] = IOTA_SUBSCRIPT;
    return n;
}

static int map(int mapping, uint32_t c, uint32_t *out) {
    static int (*const maps[])(uint32_t, uint32_t *) = {map_upper, map_lower, map_title, map_fold};
    if (category_of(c) != UTF8PROC_CATEGORY_CN && (c < 0xD800 || c > 0xDFFF)) return maps[mapping](c, out);
    out[0] = c;
    return 1;
}

static bool is_mapped(uint32_t c) {
    uint32_t out[8];
    for (int m = 0; m < MAPPINGS; m++)
        if (map(m, c, out) > 1 || out[0] != c) return true;
    return false;
}

static int32_t delta_of(int mapping, uint32_t c) {
    uint32_t out[8];
    return map(mapping, c, out) == 1 ? (int32_t)(out[0] - c) : 0;
}

// What a run table must say of c, or NOTHING.
enum { NOTHING = INT32_MAX };

static int32_t entry_of(int mapping, uint32_t c) {
    if (c >= LIMIT) return NOTHING;
    int32_t delta = delta_of(mapping, c), usual = mapping >= TITLE ? delta_of(mapping - TITLE, c) : 0;
    return delta == usual ? NOTHING : delta;
}

static void write_runs(int mapping) {
    printf("static const UnicodeRun unicode_runs_%s[] = {\n", mapping_names[mapping]);
    for (uint32_t c = 0; c < LIMIT;) {
        int32_t delta = entry_of(mapping, c);
        if (delta == NOTHING) {
            c++;
            continue;
        }
        uint32_t stride = entry_of(mapping, c + 1) == delta ? 1 : 2, last = c;
        while (entry_of(mapping, last + stride) == delta && (stride == 1 || entry_of(mapping, last + 1) == NOTHING)) last += stride;
        if (last == c) stride = 1;
        printf("{0x%X,%d,%u,%u},\n", c, delta, last - c, stride);
        c = last + 1;
    }
    printf("};\n");
}

static void write_expansions(void) {
    printf("static const UnicodeExpansion unicode_expansions[] = {\n");
    for (uint32_t c = 0; c < 0x10000; c++)
        for (int m = 0; m < MAPPINGS; m++) {
            uint32_t out[8] = {0};
            int n = map(m, c, out);
            if (n > 1) printf("{0x%X,%d,%d,{0x%X,0x%X,0x%X}},\n", c, m, n, out[0], out[1], n > 2 ? out[2] : 0);
        }
    printf("};\n");
}

// ---- flags ----

static unsigned number_flags(uint32_t c, utf8proc_category_t category) {
    if (category == UTF8PROC_CATEGORY_ND) return UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC;
    if (in(other_digits, c)) return UNICODE_DIGIT | UNICODE_NUMERIC;
    bool numeric = category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO || in(ideograph_numbers, c);
    return numeric ? UNICODE_NUMERIC : 0;
}

static unsigned letter_flags(uint32_t c, utf8proc_category_t category) {
    unsigned flags = 0;
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) flags |= UNICODE_ALPHA;
    if (category == UTF8PROC_CATEGORY_LU || in(other_uppercase, c)) flags |= UNICODE_UPPER;
    if (category == UTF8PROC_CATEGORY_LL || in(other_lowercase, c)) flags |= UNICODE_LOWER;
    if (category == UTF8PROC_CATEGORY_LT) flags |= UNICODE_TITLE;
    if (is_mapped(c)) flags |= UNICODE_MAPPED;
    return flags;
}

static unsigned identifier_flags(uint32_t c, utf8proc_category_t category, bool alpha) {
    if (in(id_neither, c)) return 0;
    bool start = alpha || category == UTF8PROC_CATEGORY_NL || c == '_' || in(id_start_too, c);
    bool more = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
                category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_PC || in(id_continue_too, c);
    if (start && !in(id_start_not, c)) return UNICODE_ID_START | UNICODE_ID_CONTINUE;
    return start || more ? UNICODE_ID_CONTINUE : 0;
}

static bool is_printable(uint32_t c, utf8proc_category_t category) {
    switch (category) {
    case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CS: case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: return false;
    case UTF8PROC_CATEGORY_ZS: return c == ' ';
    default: return true;
    }
}

static bool is_case_ignorable(uint32_t c, utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_LM || category == UTF8PROC_CATEGORY_SK || in(case_ignorable_too, c);
}

static unsigned flags_of(uint32_t c) {
    utf8proc_category_t category = category_of(c);
    unsigned flags = number_flags(c, category) | letter_flags(c, category);
    flags |= identifier_flags(c, category, flags & UNICODE_ALPHA);
    if (in(spaces, c)) flags |= UNICODE_SPACE;
    if (is_printable(c, category)) flags |= UNICODE_PRINTABLE;
    if (is_case_ignorable(c, category)) flags |= UNICODE_CASE_IGNORABLE;
    return flags;
}

// Decimal digits come in runs of ten from zero to nine.
static unsigned decimal_value(uint32_t c) {
    uint32_t zero = c;
    while (zero > 0 && category_of(zero - 1) == UTF8PROC_CATEGORY_ND) zero--;
    return (c - zero) % 10;
}

static uint32_t records[256];
static unsigned record_count;
static uint8_t blocks[BLOCKS][BLOCK];
static unsigned block_count;
static uint16_t groups[GROUPS][GROUP];
static unsigned group_count;

static uint8_t find_record(uint32_t c) {
    unsigned flags = flags_of(c);
    uint32_t record = flags | (flags & UNICODE_DECIMAL ? decimal_value(c) : 0) << 16;
    unsigned i = 0;
    while (i < record_count && records[i] != record) i++;
    if (i == 256) exit(1);
    if (i == record_count) records[record_count++] = record;
    return (uint8_t)i;
}

static unsigned find_block(const uint8_t *block) {
    unsigned i = 0;
    while (i < block_count && memcmp(blocks[i], block, BLOCK) != 0) i++;
    if (i == block_count) memcpy(blocks[block_count++], block, BLOCK);
    return i;
}

static unsigned find_group(const uint16_t *group) {
    unsigned i = 0;
    while (i < group_count && memcmp(groups[i], group, sizeof groups[i]) != 0) i++;
    if (i == group_count) memcpy(groups[group_count++], group, sizeof groups[i]);
    return i;
}

static void write_numbers(const char *type, const char *name, const uint16_t *numbers, unsigned count) {
    printf("static const %s %s[] = {\n", type, name);
    for (unsigned i = 0; i < count; i++) printf("%u,%s", numbers[i], i % 32 == 31 ? "\n" : "");
    printf("};\n");
}

static unsigned group_of(uint32_t number) {
    uint16_t group[GROUP];
    for (uint32_t b = 0; b < GROUP; b++) {
        uint8_t block[BLOCK];
        for (uint32_t i = 0; i < BLOCK; i++) block[i] = find_record((number * GROUP + b) * BLOCK + i);
        group[b] = (uint16_t)find_block(block);
    }
    return find_group(group);
}

static void write_flags(void) {
    static uint16_t numbers[GROUPS], flat[BLOCKS * BLOCK];
    for (uint32_t g = 0; g < GROUPS; g++) numbers[g] = (uint16_t)group_of(g);
    write_numbers("uint8_t", "unicode_group_numbers", numbers, GROUPS);
    write_numbers("uint16_t", "unicode_groups", groups[0], group_count * GROUP);
    for (unsigned i = 0; i < block_count * BLOCK; i++) flat[i] = blocks[i / BLOCK][i % BLOCK];
    write_numbers("uint8_t", "unicode_blocks", flat, block_count * BLOCK);
    printf("static const UnicodeRecord unicode_records[] = {\n");
    for (unsigned i = 0; i < record_count; i++) printf("{0x%X,%u},\n", records[i] & 0xFFFF, records[i] >> 16);
    printf("};\n");
}

int main(void) {
    write_flags();
    for (int m = 0; m < MAPPINGS; m++) write_runs(m);
    write_expansions();
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
