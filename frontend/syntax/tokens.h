// A plain tokenizer for texts that have errors: it never fails and knows nothing of the grammar.
//
// It is used only to explain syntax errors. Strings, f-strings too, are one token; what cannot be a token is TOKEN_BAD.
#ifndef OTTER_TOKENS_H
#define OTTER_TOKENS_H

#include "compiler/base/span.h"
#include "compiler/base/vec.h"

#include <stddef.h>

typedef enum {
  TOKEN_NAME,
  TOKEN_NUMBER,
  TOKEN_STRING,
  TOKEN_OPEN_STRING,  // not terminated: up to the end of its line, or of the text
  TOKEN_OPERATOR,
  TOKEN_NEWLINE,      // a line end outside brackets
  TOKEN_END,
  TOKEN_BAD,
} TokenKind;

typedef struct {
  TokenKind kind;
  uint32_t start, end;  // bytes
  uint32_t line, col;   // as in Span
  uint32_t end_line;
} Token;

typedef struct {
  const char *text;
  size_t length;
  VEC(Token) items;      // the last is TOKEN_END
  VEC(uint32_t) open;    // tokens of brackets that are open at the end
} Tokens;

void tokens_read(Tokens *tokens, const char *text, size_t length);
void tokens_fini(Tokens *tokens);
bool tokens_is(const Tokens *tokens, uint32_t at, const char *spelling);
Span tokens_span(const Tokens *tokens, uint32_t at);
// Would the brackets match? `open` and `close` are one character each.
bool tokens_is_pair(char open, char close);

#endif
