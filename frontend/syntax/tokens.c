#include "frontend/syntax/tokens.h"

#include <string.h>

typedef struct {
  Tokens *tokens;
  const char *at, *end;
  uint32_t line;
  const char *line_start;
} Reader;

static bool is_word_char(char c) {
  char lower = c | 0x20;
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static void next_line(Reader *r) {
  r->at++;
  r->line++;
  r->line_start = r->at;
}

// ---- strings

static bool is_prefix(const char *from, const char *to) {
  if (to - from > 2) return false;
  for (; from < to; from++)
    if (!strchr("rRbBuUfF", *from)) return false;
  return true;
}

static bool starts_with_quotes(const Reader *r, char quote, int count) {
  for (int i = 0; i < count; i++)
    if (r->at + i >= r->end || r->at[i] != quote) return false;
  return true;
}

// At the opening quote; false when the string does not end.
static bool pass_string(Reader *r) {
  char quote = *r->at;
  int quotes = starts_with_quotes(r, quote, 3) ? 3 : 1;
  r->at += quotes;
  while (r->at < r->end) {
    if (starts_with_quotes(r, quote, quotes)) {
      r->at += quotes;
      return true;
    }
    if (*r->at == '\n' && quotes == 1) return false;
    if (*r->at == '\\' && r->at + 1 < r->end) r->at++;
    if (*r->at == '\n') next_line(r);
    else r->at++;
  }
  return false;
}

// ---- the other kinds

static void pass_number(Reader *r) {
  bool hex = r->at + 1 < r->end && *r->at == '0' && strchr("xXoObB", r->at[1]);
  if (hex) r->at += 2;
  while (r->at < r->end) {
    char c = *r->at, next = r->at + 1 < r->end ? r->at[1] : 0;
    bool exponent =
        !hex && (c | 0x20) == 'e' && (is_digit(next) || ((next == '+' || next == '-') && is_digit(r->at[2])));
    if (exponent) r->at++;
    else if (!is_digit(c) && c != '_' && !(c == '.' && next != '.') && !(hex && is_word_char(c)) && (c | 0x20) != 'j')
      break;
    r->at++;
  }
}

static const char *const operators[] = {
    "...", "**=", "//=", ">>=", "<<=", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", ":=", "+=", "-=", "*=",
    "/=",  "%=",  "@=",  "&=",  "|=",  "^=", "..", "+",  "-",  "*",  "/",  "%",  "@",  "&",  "|",  "^",  "~",  "<",
    ">",   "(",   ")",   "[",   "]",   "{",  "}",  ",",  ":",  ".",  ";",  "=",  "!",  "?",
};

static size_t operator_length(const Reader *r) {
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    size_t n = strlen(operators[i]);
    if ((size_t)(r->end - r->at) >= n && memcmp(r->at, operators[i], n) == 0) return n;
  }
  return 0;
}

bool tokens_is_pair(char open, char close) {
  return (open == '(' && close == ')') || (open == '[' && close == ']') || (open == '{' && close == '}');
}

static void note_bracket(Reader *r, char c) {
  Tokens *t = r->tokens;
  if (c == '(' || c == '[' || c == '{') vec_push(&t->open, t->items.count);
  if (c != ')' && c != ']' && c != '}') return;
  if (t->open.count && tokens_is_pair(t->text[t->items.items[vec_last(&t->open)].start], c)) t->open.count--;
}

static TokenKind read_kind(Reader *r) {
  char c = *r->at;
  const char *start = r->at;
  if (is_digit(c) || (c == '.' && r->at + 1 < r->end && is_digit(r->at[1]))) {
    pass_number(r);
    return TOKEN_NUMBER;
  }
  while (r->at < r->end && is_word_char(*r->at)) r->at++;
  bool quote = r->at < r->end && (*r->at == '"' || *r->at == '\'');
  if (quote && is_prefix(start, r->at)) return pass_string(r) ? TOKEN_STRING : TOKEN_OPEN_STRING;
  if (r->at > start) return TOKEN_NAME;
  size_t n = operator_length(r);
  if (n == 1) note_bracket(r, c);
  r->at += n ? n : 1;
  return n ? TOKEN_OPERATOR : TOKEN_BAD;
}

// Skips blanks, comments, continued lines, and inside brackets line ends.
static void skip_space(Reader *r) {
  for (; r->at < r->end; r->at++) {
    char c = *r->at;
    if (c == '#') {
      const char *newline = memchr(r->at, '\n', (size_t)(r->end - r->at));
      r->at = (newline ? newline : r->end) - 1;
    } else if (c == '\\' && r->at + 1 < r->end && r->at[1] == '\n') {
      r->at++;
      next_line(r);
      r->at--;
    } else if (c == '\n' && r->tokens->open.count) {
      next_line(r);
      r->at--;
    } else if (c != ' ' && c != '\t' && c != '\f') {
      return;
    }
  }
}

static void read_token(Reader *r) {
  Token token = {.start = (uint32_t)(r->at - r->tokens->text), .line = r->line,
                 .col = (uint32_t)(r->at - r->line_start)};
  if (*r->at == '\n') {
    token.kind = TOKEN_NEWLINE;
    next_line(r);
  } else {
    token.kind = read_kind(r);
  }
  token.end = (uint32_t)(r->at - r->tokens->text);
  token.end_line = token.kind == TOKEN_NEWLINE ? token.line : r->line;
  bool blank = token.kind == TOKEN_NEWLINE &&
               (!r->tokens->items.count || vec_last(&r->tokens->items).kind == TOKEN_NEWLINE);
  if (!blank) vec_push(&r->tokens->items, token);
}

void tokens_read(Tokens *tokens, const char *text, size_t length) {
  *tokens = (Tokens){.text = text, .length = length};
  Reader r = {tokens, text, text + length, 1, text};
  for (skip_space(&r); r.at < r.end; skip_space(&r)) read_token(&r);
  Token end = {.kind = TOKEN_END, .start = (uint32_t)length, .end = (uint32_t)length, .line = r.line,
               .col = (uint32_t)(r.end - r.line_start), .end_line = r.line};
  vec_push(&tokens->items, end);
}

void tokens_fini(Tokens *tokens) {
  vec_fini(&tokens->items);
  vec_fini(&tokens->open);
}

bool tokens_is(const Tokens *tokens, uint32_t at, const char *spelling) {
  if (at >= tokens->items.count) return false;
  Token token = tokens->items.items[at];
  size_t length = strlen(spelling);
  if (token.kind != TOKEN_NAME && token.kind != TOKEN_OPERATOR) return false;
  return token.end - token.start == length && memcmp(tokens->text + token.start, spelling, length) == 0;
}

Span tokens_span(const Tokens *tokens, uint32_t at) {
  Token token = tokens->items.items[at];
  bool empty = token.kind == TOKEN_NEWLINE || token.kind == TOKEN_END;
  uint32_t length = empty || token.line != token.end_line ? 1 : token.end - token.start;
  return (Span){token.line, token.col, token.line, token.col + length};
}
