// Searching runs of bytes, for str (whose UTF-8 may be searched as bytes) and bytes.
#ifndef OTTER_TEXT_SEARCH_H
#define OTTER_TEXT_SEARCH_H

#include "value.h"

typedef struct Thread Thread;

// Where the first, or last, needle of m bytes begins; NULL: nowhere. An empty needle is found at once.
const char *text_find(const char *text, size_t n, const char *needle, size_t m);
const char *text_rfind(const char *text, size_t n, const char *needle, size_t m);
size_t text_count(const char *text, size_t n, const char *needle, size_t m);   // without overlap; m > 0

// The bounds of find(x, start, end) and the like: None or anything with __index__, negative ones counted from the end.
// *from may come out beyond *to. false: exception pending.
bool text_bounds(Thread *t, Value start, Value end, size_t length, size_t *from, size_t *to);

#endif
