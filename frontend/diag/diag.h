// Diagnostics: the one place where mistakes in a program's source are collected and shown.
//
//   program.ot:3:7: error[E0101]: expected ':'
//       if x
//           ^
//     note: a block starts with ':' at the end of its first line
//
// A sink collects the diagnostics of one source text, at most DIAG_MAX; later ones are counted. It owns its texts.
#ifndef OTTER_DIAG_H
#define OTTER_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "compiler/base/arena.h"
#include "compiler/base/span.h"

typedef enum {
#define DIAG(name, code, kind) DIAG_##name,
#include "diag.def"
#undef DIAG
    DIAG_COUNT
} DiagCode;

enum { DIAG_MAX = 20 };

typedef struct DiagSink DiagSink;

// For the text `source` of the file `path` (as the user gave it); both are borrowed. Lives in `arena`.
DiagSink *diag_new(Arena *arena, const char *path, const char *source, size_t source_length);
// Gives or replaces the text (borrowed), when it was not known at first.
void diag_set_source(DiagSink *d, const char *source, size_t source_length);

// Reports; an error on the line of an earlier one of the same code is dropped as a consequence of it.
[[gnu::format(printf, 4, 5)]] void diag_error(DiagSink *d, Span span, DiagCode code, const char *format, ...);
void diag_error_v(DiagSink *d, Span span, DiagCode code, const char *format, va_list args);
[[gnu::format(printf, 4, 5)]] void diag_warning(DiagSink *d, Span span, DiagCode code, const char *format, ...);
// What to do about the diagnostic reported last.
[[gnu::format(printf, 2, 3)]] void diag_note(DiagSink *d, const char *format, ...);

// A piece of the source, its white space as single blanks. Lives in the sink's arena.
const char *diag_source_text(DiagSink *d, Span span);

uint32_t diag_error_count(const DiagSink *d);
bool diag_is_empty(const DiagSink *d);  // not even a warning

typedef enum { DIAG_PLAIN, DIAG_COLOUR, DIAG_JSON } DiagStyle;
// Writes everything collected, in order of position.
void diag_print(const DiagSink *d, FILE *to, DiagStyle style);

#endif
