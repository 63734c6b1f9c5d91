// Forwards, candidates are where the needle's first and last byte both fit, 16 positions at a time; when too many of them
// turn out false, the C library's search, linear in the worst case, takes over. Backwards, candidates come from memrchr on
// the first byte.
#include "text_search.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <string.h>

#include "exception.h"
#include "int.h"
#include "seq.h"

enum { TEXT_SHORT = 32 };

// The C library's search prepares tables, which does not pay on a short text.
static const char *text_find_rest(const char *text, size_t n, const char *needle, size_t m) {
    if (n < m) return NULL;
    if (n > TEXT_SHORT) return memmem(text, n, needle, m);
    for (const char *last = text + n - m; text <= last; text++)
        if (*text == *needle && memcmp(text, needle, m) == 0) return text;
    return NULL;
}

#ifdef __SSE2__
enum { TEXT_LANES = 16, TEXT_PATIENCE = 64 };

// 2 <= m, and every load below stays within the text.
static const char *text_find_pairs(const char *text, size_t n, const char *needle, size_t m) {
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[m - 1]);
    size_t i = 0, false_hits = 0;
    for (; i + m - 1 + TEXT_LANES <= n && false_hits < TEXT_PATIENCE + i / 8; i += TEXT_LANES) {
        __m128i a = _mm_loadu_si128((const __m128i *)(text + i)), b = _mm_loadu_si128((const __m128i *)(text + i + m - 1));
        unsigned hits = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));
        for (; hits; hits &= hits - 1, false_hits++) {
            const char *at = text + i + __builtin_ctz(hits);
            if (memcmp(at + 1, needle + 1, m - 2) == 0) return at;
        }
    }
    return text_find_rest(text + i, n - i, needle, m);
}
#endif

const char *text_find(const char *text, size_t n, const char *needle, size_t m) {
    if (m == 0) return text;
    if (m == 1) return memchr(text, (unsigned char)*needle, n);
#ifdef __SSE2__
    if (n >= m - 1 + TEXT_LANES) return text_find_pairs(text, n, needle, m);
#endif
    return text_find_rest(text, n, needle, m);
}

const char *text_rfind(const char *text, size_t n, const char *needle, size_t m) {
    if (m == 0) return text + n;
    if (m > n) return NULL;
    for (size_t left = n - m + 1; left > 0;) {
        const char *at = memrchr(text, (unsigned char)*needle, left);
        if (!at || memcmp(at, needle, m) == 0) return at;
        left = (size_t)(at - text);
    }
    return NULL;
}

size_t text_count(const char *text, size_t n, const char *needle, size_t m) {
    const char *end = text + n;
    size_t count = 0;
    for (const char *at; (at = text_find(text, (size_t)(end - text), needle, m)); text = at + m) count++;
    return count;
}

static bool text_bound(Thread *t, Value v, size_t length, int64_t fallback, int64_t *out) {
    *out = fallback;
    if (value_is_none(v)) return true;
    if (!seq_has_index(v)) {
        error_type(t, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    if (!int_index_i64(t, v, out, true)) return false;
    if (*out < 0) *out += (int64_t)length;
    if (*out < 0) *out = 0;
    return true;
}

bool text_bounds(Thread *t, Value start, Value end, size_t length, size_t *from, size_t *to) {
    int64_t first, last;
    if (!text_bound(t, start, length, 0, &first) || !text_bound(t, end, length, (int64_t)length, &last)) return false;
    *from = (size_t)first;
    *to = (size_t)last < length ? (size_t)last : length;
    return true;
}
