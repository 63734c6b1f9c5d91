// A piece of source text: where a token or node starts and ends.
// Lines count from 1, columns are bytes from 0; the end is exclusive.
#ifndef OTTER_BASE_SPAN_H
#define OTTER_BASE_SPAN_H

#include <stdint.h>

typedef struct {
  uint32_t line, col;
  uint32_t end_line, end_col;
} Span;

static inline Span span_join(Span first, Span last) {
  return (Span){first.line, first.col, last.end_line, last.end_col};
}

#endif
