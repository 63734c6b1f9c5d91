// The forward search is the C library's (two-way, vectorised); backwards, candidates come from memrchr on the first byte.
#include "text_search.h"

#include <string.h>

#include "exception.h"
#include "int.h"
#include "seq.h"

const char *text_find(const char *text, size_t n, const char *needle, size_t m) {
    if (m == 1) return memchr(text, (unsigned char)*needle, n);
    return memmem(text, n, needle, m);
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
