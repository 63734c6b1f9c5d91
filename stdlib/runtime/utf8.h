// UTF-8 in both directions, on text known to be valid (every Str is). Lone surrogates count as valid three-byte forms.
#ifndef OTTER_UTF8_H
#define OTTER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool utf8_is_tail(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

static inline size_t utf8_lead_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// The code point at *at, which moves behind it.
static inline uint32_t utf8_next(const char **at) {
    const unsigned char *p = (const unsigned char *)*at;
    size_t n = utf8_lead_length(p[0]);
    *at += n;
    if (n == 1) return p[0];
    if (n == 2) return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    if (n == 3) return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

// The code point that ends at *at, which moves in front of it.
static inline uint32_t utf8_previous(const char **at) {
    const char *p = *at - 1;
    while (utf8_is_tail(*p)) p--;
    *at = p;
    return utf8_next(&p);
}

// Writes 1 to 4 bytes and gives their number.
static inline size_t utf8_put(char *out, uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

// How many of eight bytes are tails.
static inline size_t utf8_tails(uint64_t word) {
    return (size_t)__builtin_popcountll(word >> 7 & ~word >> 6 & 0x0101010101010101ull);
}

static inline size_t utf8_count(const char *text, size_t nbytes) {
    size_t i = 0, tails = 0;
    for (uint64_t word; i + 8 <= nbytes; i += 8) {
        memcpy(&word, text + i, 8);
        tails += utf8_tails(word);
    }
    for (; i < nbytes; i++) tails += utf8_is_tail(text[i]);
    return nbytes - tails;
}

// Bytes that the first nchars code points take.
static inline size_t utf8_skip(const char *text, size_t nchars) {
    const char *p = text;
    while (nchars--) p += utf8_lead_length((unsigned char)*p);
    return (size_t)(p - text);
}

#endif
