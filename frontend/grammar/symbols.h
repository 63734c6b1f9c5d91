// The grammar as C sees it: the language, and the numbers of its visible symbols (SYM_call, SYM_T_COMMA) and of its
// fields (FIELD_body).
#ifndef OTTER_GRAMMAR_SYMBOLS_H
#define OTTER_GRAMMAR_SYMBOLS_H

#include <stddef.h>
#include <stdint.h>

typedef struct TSLanguage TSLanguage;

typedef enum : uint16_t {
#define SYMBOL(name, number, text) SYM_##name = number,
#define FIELD(name, number, text)
#include "frontend/grammar/symbols.def"
  SYM_ERROR = 65535,
} Symbol;

typedef enum : uint16_t {
  FIELD_NONE = 0,
#define SYMBOL(name, number, text)
#define FIELD(name, number, text) FIELD_##name = number,
#include "frontend/grammar/symbols.def"
} Field;

const TSLanguage *tree_sitter_otter(void);

// Set to 1 by the scanner when the parser starts to recover from an error; meant as its cancellation flag.
extern _Thread_local size_t otter_grammar_error_seen;

#endif
