// A program's text, ready for the parser: UTF-8 without a byte order mark, lines ended by '\n', no NUL.
#ifndef OTTER_SOURCE_H
#define OTTER_SOURCE_H

#include "compiler/base/arena.h"
#include "frontend/diag/diag.h"

#include <stddef.h>

typedef struct {
  const char *path;  // as the user gave it
  const char *text;  // NUL-terminated behind `length`
  size_t length;     // bytes
} Source;

enum { SOURCE_MAX = 64 << 20 };  // bytes

// Reads the file into `arena` and makes it known to `diag`. False after reporting.
[[nodiscard]] bool source_load(Source *source, Arena *arena, const char *path, DiagSink *diag);
// The same for text that is at hand; `text` is copied.
[[nodiscard]] bool source_from_text(Source *source, Arena *arena, const char *path, const char *text, size_t length,
                                    DiagSink *diag);

#endif
