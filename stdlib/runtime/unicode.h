// Facts about code points. The tables are made at build time from utf8proc's data (tools/unicode_gen.c), for the Unicode
// version of CPython 3.11: 14.0.
#ifndef OTTER_UNICODE_H
#define OTTER_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "unicode_flags.h"

typedef struct {
    uint16_t flags;   // UNICODE_*
    uint8_t digit;    // value of decimal digits
} UnicodeRecord;

UnicodeRecord unicode_record(uint32_t c);
enum { UNICODE_NEAR = 256 };
extern uint16_t unicode_near[UNICODE_NEAR];           // the flags of the first code points
void unicode_init(void);                              // fills it
static inline uint16_t unicode_flags(uint32_t c) { return c < UNICODE_NEAR ? unicode_near[c] : unicode_record(c).flags; }
static inline bool unicode_is(uint32_t c, uint16_t flag) { return (unicode_flags(c) & flag) != 0; }
static inline int unicode_decimal(uint32_t c) {       // 0-9, or -1
    if (c < 0x80) return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    UnicodeRecord r = unicode_record(c);
    return r.flags & UNICODE_DECIMAL ? r.digit : -1;
}
static inline bool unicode_is_space(uint32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return unicode_is(c, UNICODE_SPACE);
}
static inline bool unicode_is_line_break(uint32_t c) {
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Full case mappings: write up to three code points and give their number.
typedef enum { UNICODE_TO_UPPER, UNICODE_TO_LOWER, UNICODE_TO_TITLE, UNICODE_TO_FOLD, UNICODE_MAPPINGS } UnicodeMapping;
int unicode_map(UnicodeMapping mapping, uint32_t c, uint32_t out[3]);

#endif
