// The part of Otter's lexer that needs memory or far lookahead: line ends and indentation, strings, brackets,
// contextual words, `<`...`>` of generics, and integers before `..`.
//
// State (Scanner) is what must survive between tokens: the indentation stack, the bracket depth (a line end
// counts only at depth 0), the open f-strings, and the indentation of the line that begins. tree-sitter copies it
// through serialize/deserialize after every token from here, so it is kept small.
//
// Line structure: `_newline` takes the line end and looks ahead to the next line with code; `_indent` and
// `_dedent` are empty tokens at that line's start, before its comments. A line's start is therefore always at
// column 0, and a line end met elsewhere, where none is allowed, is delivered all the same: the parser then
// reports the error at the right place.
//
// Tokens of one kind are decided by text alone, never by what the parser would like, so that wrong programs fail
// at the first wrong token. The contextual words are the exception: only where the parser can use one. `_refused`
// is what no rule wants: indentation that fits nowhere, or nesting beyond the limits.
//
// otter_grammar_error_seen becomes 1 when the parser starts to recover from an error. It is meant as the parser's
// cancellation flag: recovering takes far longer than parsing, and the compiler has no use for the result.
#include <tree_sitter/parser.h>

#include <stdlib.h>
#include <string.h>

enum { MAX_INDENTS = 100, MAX_DEPTH = 200, MAX_FSTRINGS = 32, MAX_WORD = 15, MAX_GENERIC = 1000 };

// In the order of `externals` in grammar.js.
typedef enum {
  NEWLINE,
  INDENT,
  DEDENT,
  REFUSED,
  COMMENT,
  STRING,
  FSTRING_START,
  FSTRING_TEXT,
  FSTRING_END,
  FORMAT_TEXT,
  OPEN_PAREN,
  CLOSE_PAREN,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  OPEN_BRACE,
  CLOSE_BRACE,
  GENERIC_OPEN,
  GENERIC_CLOSE,
  RANGE_INTEGER,
  WALRUS,
  FN,
  LET,
  STRUCT,
  ENUM,
  USE,
  PUB,
  MATCH,
  TYPE,
  PARALLEL,
  EXTERN,
  SPAWN,
  ERROR_SENTINEL,
} Token;

typedef struct {
  uint16_t column;  // tabs go to the next multiple of 8
  uint16_t narrow;  // tabs count 1: both must agree on what is deeper
} Indent;

typedef struct {
  char quote;
  bool triple, raw;
  uint8_t depth;  // bracket depth outside the f-string
} FString;

typedef struct {
  Indent indents[MAX_INDENTS + 1];
  Indent line;  // indentation of the line being read
  uint8_t indent_count;
  uint8_t depth;  // open brackets, those of replacement fields included
  uint8_t fstring_count;
  FString fstrings[MAX_FSTRINGS];
} Scanner;

static_assert(sizeof(Scanner) <= TREE_SITTER_SERIALIZATION_BUFFER_SIZE, "the state always fits");

// ---- characters

static void take(TSLexer *lexer) { lexer->advance(lexer, false); }
static void skip(TSLexer *lexer) { lexer->advance(lexer, true); }
static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }
static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\f'; }
static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }

static bool is_word_start(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

static bool is_word(int32_t c) { return is_word_start(c) || is_digit(c); }

static void take_line_end(TSLexer *lexer) {
  bool carriage = lexer->lookahead == '\r';
  take(lexer);
  if (carriage && lexer->lookahead == '\n') take(lexer);
}

static void take_to_line_end(TSLexer *lexer) {
  while (!is_line_end(lexer->lookahead) && !at_end(lexer)) take(lexer);
}

static void take_blanks(TSLexer *lexer) {
  while (is_blank(lexer->lookahead)) take(lexer);
}

// Takes a word and gives its first MAX_WORD letters; letters beyond ASCII become '?'.
static void take_word(TSLexer *lexer, char word[MAX_WORD + 1]) {
  size_t length = 0;
  while (is_word(lexer->lookahead)) {
    if (length < MAX_WORD) word[length++] = lexer->lookahead < 0x80 ? (char)lexer->lookahead : '?';
    take(lexer);
  }
  word[length] = 0;
}

static bool word_in(const char *word, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(word, list[i]) == 0) return true;
  return false;
}
#define WORD_IN(word, ...)                                     \
  word_in((word), (const char *const[]){__VA_ARGS__},          \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool is_reserved(const char *word) {
  return WORD_IN(word, "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
                 "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
                 "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");
}

static bool give(TSLexer *lexer, Token token) {
  lexer->result_symbol = (TSSymbol)token;
  return true;
}

// ---- line ends and indentation

// Reads the indentation of the next line that has code; at the end of the file it is 0.
static Indent take_indentation(TSLexer *lexer) {
  Indent at = {0};
  for (;;) {
    int32_t c = lexer->lookahead;
    if (c == ' ') at.column++, at.narrow++;
    else if (c == '\t') at.column = (uint16_t)((at.column | 7) + 1), at.narrow++;
    else if (c == '\f' || is_line_end(c)) at = (Indent){0};
    else if (c == '#') {
      take_to_line_end(lexer);
      continue;
    } else return at_end(lexer) ? (Indent){0} : at;
    take(lexer);
  }
}

static bool scan_newline(Scanner *s, TSLexer *lexer) {
  if (!at_end(lexer)) take_line_end(lexer);
  lexer->mark_end(lexer);
  s->line = take_indentation(lexer);
  return give(lexer, NEWLINE);
}

// The token that brings the indentation stack towards the line's indentation. Tabs and spaces that disagree
// on which line is deeper are refused like a dedent to nowhere.
static bool scan_indentation(Scanner *s, TSLexer *lexer) {
  Indent top = s->indents[s->indent_count];
  lexer->mark_end(lexer);
  if (s->line.column == top.column) return give(lexer, REFUSED);
  if (s->line.column > top.column) {
    if (s->indent_count == MAX_INDENTS || s->line.narrow <= top.narrow) return give(lexer, REFUSED);
    s->indents[++s->indent_count] = s->line;
    return give(lexer, INDENT);
  }
  Indent below = s->indents[s->indent_count - 1];
  if (s->line.column > below.column) return give(lexer, REFUSED);
  if (s->line.column == below.column && s->line.narrow != below.narrow) return give(lexer, REFUSED);
  s->indent_count--;
  return give(lexer, DEDENT);
}

static bool is_indentation_due(const Scanner *s) {
  Indent top = s->indents[s->indent_count];
  return s->depth == 0 && (s->line.column != top.column || s->line.narrow != top.narrow);
}

typedef enum { AT_TOKEN, AT_LINE_END, AT_STRAY_BACKSLASH } Place;

// Skips blanks, continued lines and, where they mean nothing, line ends. AT_LINE_END: at one that counts.
// *skipped counts the characters since the token before or the last line end: at the start of a line it is the
// column.
static Place skip_space(Scanner *s, TSLexer *lexer, const bool *valid, uint32_t *skipped) {
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_line_end(c)) {
      if (s->depth == 0 && (valid[NEWLINE] || lexer->get_column(lexer) != *skipped)) return AT_LINE_END;
      if (c == '\r') skip(lexer);
      if (lexer->lookahead == '\n') skip(lexer);
      *skipped = 0;
    } else if (c == '\\') {
      skip(lexer);
      if (!is_line_end(lexer->lookahead)) return AT_STRAY_BACKSLASH;
      if (lexer->lookahead == '\r') skip(lexer);
      if (lexer->lookahead == '\n') skip(lexer);
      *skipped = UINT32_MAX / 2;  // a continued line does not start a line
    } else if (is_blank(c)) {
      skip(lexer);
      ++*skipped;
    } else {
      return AT_TOKEN;
    }
  }
}

// A comment that has its line for itself takes the line end too, so that what follows begins at column 0.
static bool scan_comment(Scanner *s, TSLexer *lexer, uint32_t skipped) {
  bool whole_line = s->depth == 0 && lexer->get_column(lexer) == skipped;
  take_to_line_end(lexer);
  if (whole_line && !at_end(lexer)) take_line_end(lexer);
  lexer->mark_end(lexer);
  return give(lexer, COMMENT);
}

// ---- strings

// Takes one or three quotes.
static bool take_opening_quotes(TSLexer *lexer, int32_t quote, bool *empty) {
  take(lexer);
  lexer->mark_end(lexer);
  *empty = false;
  if (lexer->lookahead != quote) return false;
  take(lexer);
  if (lexer->lookahead == quote) {
    take(lexer);
    lexer->mark_end(lexer);
    return true;
  }
  *empty = true;
  return false;
}

static bool take_closing_quotes(TSLexer *lexer, int32_t quote, bool triple) {
  take(lexer);
  for (int i = 1; triple && i < 3; i++) {
    if (lexer->lookahead != quote) return false;
    take(lexer);
  }
  return true;
}

static void take_escape(TSLexer *lexer) {
  take(lexer);
  if (is_line_end(lexer->lookahead)) take_line_end(lexer);
  else if (!at_end(lexer)) take(lexer);
}

// The rest of a string without replacement fields. An unterminated one is no token.
static bool scan_string(TSLexer *lexer) {
  int32_t quote = lexer->lookahead;
  bool empty, triple = take_opening_quotes(lexer, quote, &empty);
  bool closed = empty;
  while (!closed) {
    int32_t c = lexer->lookahead;
    if (at_end(lexer) || (is_line_end(c) && !triple)) return false;
    if (c == '\\') take_escape(lexer);
    else if (c == quote) closed = take_closing_quotes(lexer, quote, triple);
    else take(lexer);
  }
  lexer->mark_end(lexer);
  return give(lexer, STRING);
}

static bool scan_fstring_start(Scanner *s, TSLexer *lexer, bool raw) {
  if (s->fstring_count == MAX_FSTRINGS) return give(lexer, REFUSED);
  FString *f = &s->fstrings[s->fstring_count];
  bool empty;
  f->quote = (char)lexer->lookahead;
  f->triple = take_opening_quotes(lexer, f->quote, &empty);
  f->raw = raw;
  f->depth = s->depth;
  s->fstring_count++;
  return give(lexer, FSTRING_START);
}

// `\N{name}` is text; before a brace of any other kind a backslash stands for itself.
static void take_fstring_escape(TSLexer *lexer, const FString *f) {
  take(lexer);
  int32_t c = lexer->lookahead;
  if (c == '{' || c == '}') return;
  if (is_line_end(c)) {
    take_line_end(lexer);
    return;
  }
  if (at_end(lexer)) return;
  take(lexer);
  if (c != 'N' || f->raw || lexer->lookahead != '{') return;
  while (lexer->lookahead != '}' && lexer->lookahead != f->quote && !is_line_end(lexer->lookahead) && !at_end(lexer))
    take(lexer);
  if (lexer->lookahead == '}') take(lexer);
}

static bool scan_bracket(Scanner *s, TSLexer *lexer, Token token, int change) {
  take(lexer);
  lexer->mark_end(lexer);
  if (change > 0 && s->depth == MAX_DEPTH) return give(lexer, REFUSED);
  if (change > 0 || s->depth > 0) s->depth = (uint8_t)(s->depth + change);
  return give(lexer, token);
}

static bool end_fstring(Scanner *s, TSLexer *lexer) {
  lexer->mark_end(lexer);
  s->depth = s->fstrings[--s->fstring_count].depth;
  return give(lexer, FSTRING_END);
}

// The brace just taken: it opens a replacement field, or closes one that was never opened, an error.
static bool give_brace(Scanner *s, TSLexer *lexer, int32_t brace) {
  lexer->mark_end(lexer);
  if (brace == '}') return give(lexer, CLOSE_BRACE);
  if (s->depth == MAX_DEPTH) return give(lexer, REFUSED);
  s->depth++;
  return give(lexer, OPEN_BRACE);
}

// Text of an f-string up to the next replacement field or the end; with none, that token itself.
static bool scan_fstring_text(Scanner *s, TSLexer *lexer) {
  const FString *f = &s->fstrings[s->fstring_count - 1];
  for (bool any = false;; any = true) {
    lexer->mark_end(lexer);
    int32_t c = lexer->lookahead;
    if (at_end(lexer) || (is_line_end(c) && !f->triple)) return any && give(lexer, FSTRING_TEXT);
    if (c == f->quote) {
      if (!take_closing_quotes(lexer, c, f->triple)) continue;
      return any ? give(lexer, FSTRING_TEXT) : end_fstring(s, lexer);
    }
    if (c == '\\') {
      take_fstring_escape(lexer, f);
      continue;
    }
    take(lexer);
    if (c != '{' && c != '}') continue;
    if (lexer->lookahead != c) return any ? give(lexer, FSTRING_TEXT) : give_brace(s, lexer, c);
    take(lexer);
  }
}

// Text of a format specification: up to a brace; quotes that end the f-string end it, which is an error.
static bool scan_format_text(Scanner *s, TSLexer *lexer) {
  const FString *f = &s->fstrings[s->fstring_count - 1];
  bool any = false, is_over = false;
  for (; !is_over; any |= !is_over) {
    lexer->mark_end(lexer);
    int32_t c = lexer->lookahead;
    if (at_end(lexer) || c == '{' || c == '}' || (is_line_end(c) && !f->triple)) break;
    if (c == f->quote) is_over = take_closing_quotes(lexer, c, f->triple);
    else if (c == '\\') take_fstring_escape(lexer, f);
    else take(lexer);
  }
  if (is_over) return any && give(lexer, FORMAT_TEXT);
  if (any) return give(lexer, FORMAT_TEXT);
  if (lexer->lookahead == '{') return scan_bracket(s, lexer, OPEN_BRACE, 1);
  if (lexer->lookahead == '}') return scan_bracket(s, lexer, CLOSE_BRACE, -1);
  return false;
}

// ---- words

// Is the word a string's prefix? Says which letters it has.
static bool is_string_prefix(const char *word, bool *raw, bool *format) {
  *raw = *format = false;
  size_t length = strlen(word);
  bool bytes = false, unicode = false;
  for (size_t i = 0; i < length; i++) {
    char c = word[i] | 0x20;
    bool *flag = c == 'r' ? raw : c == 'f' ? format : c == 'b' ? &bytes : c == 'u' ? &unicode : nullptr;
    if (!flag || *flag) return false;
    *flag = true;
  }
  return length == 1 || (length == 2 && *raw && (*format || bytes));
}

// Takes a quoted text inside a lookahead; false when it is not closed.
static bool pass_string(TSLexer *lexer) {
  int32_t quote = lexer->lookahead;
  int quotes = 0;
  while (lexer->lookahead == quote && quotes < 3) take(lexer), quotes++;
  if (quotes == 2) return true;
  while (!at_end(lexer) && (quotes == 3 || !is_line_end(lexer->lookahead))) {
    int32_t c = lexer->lookahead;
    if (c == '\\') take_escape(lexer);
    else if (c == quote && take_closing_quotes(lexer, quote, quotes == 3)) return true;
    else if (c != quote) take(lexer);
  }
  return false;
}

// Does the logical line end with ':'? In Python no line that begins with the name `match` does.
static bool line_ends_with_colon(TSLexer *lexer) {
  int depth = 0;
  int32_t last = 0;
  for (;;) {
    int32_t c = lexer->lookahead;
    if (at_end(lexer) || (is_line_end(c) && depth <= 0)) return last == ':';
    if (c == '#') {
      take_to_line_end(lexer);
      continue;
    }
    if (c == '"' || c == '\'') {
      if (!pass_string(lexer)) return false;
      last = c;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') depth++;
    if (c == ')' || c == ']' || c == '}') depth--;
    if (c == '\\') take(lexer);
    else if (!is_blank(c) && !is_line_end(c)) last = c;
    if (!at_end(lexer)) take(lexer);
  }
}

static bool begins_match(TSLexer *lexer) {
  take_blanks(lexer);
  int32_t c = lexer->lookahead;
  if (c < 0x80 && (c == 0 || strchr("=,:;)]}+/%&|^<>?!@", c))) return false;
  if (c == '.') {
    take(lexer);
    if (is_word_start(lexer->lookahead)) return false;
  }
  if (is_word_start(c)) {
    char word[MAX_WORD + 1];
    take_word(lexer, word);
    if (WORD_IN(word, "in", "is", "and", "or", "if", "else", "for", "as")) return false;
  }
  return line_ends_with_colon(lexer);
}

// A word and, after blanks, another that is not reserved: no Python expression has that.
static bool begins_named(TSLexer *lexer) {
  take_blanks(lexer);
  char word[MAX_WORD + 1];
  take_word(lexer, word);
  return word[0] && !is_digit(word[0]) && !is_reserved(word);
}

static bool begins_use(TSLexer *lexer) {
  take_blanks(lexer);
  if (lexer->lookahead != '.') return begins_named(lexer);
  take(lexer);
  if (lexer->lookahead == '.') take(lexer);
  return lexer->lookahead == '/';
}

static bool begins_pub(TSLexer *lexer) {
  take_blanks(lexer);
  char word[MAX_WORD + 1];
  take_word(lexer, word);
  if (!word[0] || is_digit(word[0])) return false;
  return !is_reserved(word) || WORD_IN(word, "def", "class", "async");
}

static bool next_word_is(TSLexer *lexer, const char *expected) {
  take_blanks(lexer);
  char word[MAX_WORD + 1];
  take_word(lexer, word);
  return strcmp(word, expected) == 0;
}

static bool next_is_quote(TSLexer *lexer) {
  take_blanks(lexer);
  return lexer->lookahead == '"' || lexer->lookahead == '\'';
}

// The contextual word, if it begins its construct here.
static bool begins_construct(TSLexer *lexer, Token token) {
  switch (token) {
    case MATCH: return begins_match(lexer);
    case EXTERN: return next_is_quote(lexer);
    case USE: return begins_use(lexer);
    case PUB: return begins_pub(lexer);
    case PARALLEL: return next_word_is(lexer, "for");
    default: return begins_named(lexer);
  }
}

static Token find_contextual(const char *word) {
  static const struct {
    const char *word;
    Token token;
  } words[] = {
      {"fn", FN},   {"let", LET},     {"struct", STRUCT}, {"enum", ENUM},         {"use", USE},       {"pub", PUB},
      {"match", MATCH}, {"type", TYPE}, {"parallel", PARALLEL}, {"extern", EXTERN}, {"spawn", SPAWN},
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(word, words[i].word) == 0) return words[i].token;
  return ERROR_SENTINEL;
}

static bool may_begin_special_word(int32_t c) { return c < 0x80 && c != 0 && strchr("rRbBuUfFlsepmt", c); }

static bool scan_word(Scanner *s, TSLexer *lexer, const bool *valid) {
  char word[MAX_WORD + 1];
  take_word(lexer, word);
  bool raw, format;
  if ((lexer->lookahead == '"' || lexer->lookahead == '\'') && is_string_prefix(word, &raw, &format))
    return format ? scan_fstring_start(s, lexer, raw) : scan_string(lexer);
  Token token = find_contextual(word);
  if (token == ERROR_SENTINEL || !valid[token] || valid[ERROR_SENTINEL]) return false;
  lexer->mark_end(lexer);
  return begins_construct(lexer, token) && give(lexer, token);
}

// ---- generics and ranges

static bool may_follow_generic(TSLexer *lexer) {
  if (lexer->lookahead == '=') return false;
  take_blanks(lexer);
  int32_t c = lexer->lookahead;
  if (at_end(lexer) || is_line_end(c)) return true;
  if (c == '=') {
    take(lexer);
    return lexer->lookahead != '=';
  }
  return c < 0x80 && strchr(",)]}:|#?;", c);
}

// After `<`: types up to the `>` that closes it, followed by what no operand begins with? In Python `a < b > c`
// is a comparison, so only such text is a generic. After the name of a definition `<` can be nothing else.
static bool begins_generic(TSLexer *lexer, bool certain) {
  int angles = 1, brackets = 0;
  for (int n = 0; n < MAX_GENERIC; n++) {
    int32_t c = lexer->lookahead;
    if (c == '<') angles++;
    else if (c == '>') angles--;
    else if (c == '[' || c == '(') brackets++;
    else if (c == ']' || c == ')') brackets--;
    else if (!is_word(c) && !is_blank(c) && (c == 0 || c >= 0x80 || !strchr(",.|?*:", c))) return false;
    if (brackets < 0) return false;
    take(lexer);
    if (angles == 0) return brackets == 0 && n > 0 && (certain || may_follow_generic(lexer));
  }
  return false;
}

static bool scan_generic_open(TSLexer *lexer, const bool *valid) {
  take(lexer);
  lexer->mark_end(lexer);
  if (lexer->lookahead == '=' || lexer->lookahead == '<') return false;
  return begins_generic(lexer, !valid[OPEN_BRACE] || valid[GENERIC_CLOSE]) && give(lexer, GENERIC_OPEN);
}

static bool scan_generic_close(TSLexer *lexer) {
  take(lexer);
  lexer->mark_end(lexer);
  return give(lexer, GENERIC_CLOSE);
}

// Digits before `..`. `1..real` is Python's attribute of the float `1.`, and stays it.
static bool scan_range_integer(TSLexer *lexer) {
  while (is_digit(lexer->lookahead) || lexer->lookahead == '_') take(lexer);
  lexer->mark_end(lexer);
  for (int dots = 0; dots < 2; dots++) {
    if (lexer->lookahead != '.') return false;
    take(lexer);
  }
  char word[MAX_WORD + 1];
  take_word(lexer, word);
  if (strncmp(word, "__", 2) == 0) return false;
  if (WORD_IN(word, "real", "imag", "hex", "conjugate", "is_integer", "as_integer_ra")) return false;
  return give(lexer, RANGE_INTEGER);
}

static bool is_in_replacement(const Scanner *s) {
  return s->fstring_count > 0 && s->depth == s->fstrings[s->fstring_count - 1].depth + 1;
}

// `:=`, except in `f"{x:=5}"`, where the colon begins a format.
static bool scan_walrus(Scanner *s, TSLexer *lexer) {
  if (is_in_replacement(s)) return false;
  take(lexer);
  if (lexer->lookahead != '=') return false;
  take(lexer);
  lexer->mark_end(lexer);
  return give(lexer, WALRUS);
}

// ---- the scanner

static bool scan_token(Scanner *s, TSLexer *lexer, const bool *valid, uint32_t skipped) {
  int32_t c = lexer->lookahead;
  switch (c) {
    case '#': return scan_comment(s, lexer, skipped);
    case '(': return scan_bracket(s, lexer, OPEN_PAREN, 1);
    case ')': return scan_bracket(s, lexer, CLOSE_PAREN, -1);
    case '[': return scan_bracket(s, lexer, OPEN_BRACKET, 1);
    case ']': return scan_bracket(s, lexer, CLOSE_BRACKET, -1);
    case '{': return scan_bracket(s, lexer, OPEN_BRACE, 1);
    case '}': return scan_bracket(s, lexer, CLOSE_BRACE, -1);
    case '"':
    case '\'': return scan_string(lexer);
    case ':': return scan_walrus(s, lexer);
    case '<': return valid[GENERIC_OPEN] && !valid[ERROR_SENTINEL] && scan_generic_open(lexer, valid);
    case '>': return valid[GENERIC_CLOSE] && !valid[ERROR_SENTINEL] && scan_generic_close(lexer);
  }
  if (is_digit(c)) return valid[RANGE_INTEGER] && scan_range_integer(lexer);
  return may_begin_special_word(c) && scan_word(s, lexer, valid);
}

static bool is_in_fstring_text(const Scanner *s) {
  return s->fstring_count > 0 && s->depth == s->fstrings[s->fstring_count - 1].depth;
}

_Thread_local size_t otter_grammar_error_seen;

static bool scan(Scanner *s, TSLexer *lexer, const bool *valid) {
  if (valid[ERROR_SENTINEL]) otter_grammar_error_seen = 1;
  if (is_in_fstring_text(s)) return scan_fstring_text(s, lexer);
  if (valid[FORMAT_TEXT] && !valid[ERROR_SENTINEL] && s->fstring_count > 0) return scan_format_text(s, lexer);
  if (is_indentation_due(s)) return scan_indentation(s, lexer);
  uint32_t skipped = 0;
  Place place = skip_space(s, lexer, valid, &skipped);
  if (place != AT_TOKEN) return place == AT_LINE_END && scan_newline(s, lexer);
  if (at_end(lexer)) return s->depth == 0 && valid[NEWLINE] && !valid[ERROR_SENTINEL] && scan_newline(s, lexer);
  return scan_token(s, lexer, valid, skipped);
}

// ---- state

typedef struct {
  char *next;
} Writer;

static void put_number(Writer *w, uint16_t value) {
  if (value < 255) {
    *w->next++ = (char)value;
    return;
  }
  *w->next++ = (char)255;
  *w->next++ = (char)(value & 255);
  *w->next++ = (char)(value >> 8);
}

static uint16_t take_number(const unsigned char **from) {
  if (**from < 255) return *(*from)++;
  uint16_t value = (uint16_t)((*from)[1] | (*from)[2] << 8);
  *from += 3;
  return value;
}

// Columns are written as one byte each, three when they do not fit: worst case 2 * 3 * 102 + 4 * 32 + 4 bytes.
unsigned tree_sitter_otter_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *s = payload;
  Writer w = {buffer};
  *w.next++ = (char)s->depth;
  *w.next++ = (char)s->fstring_count;
  for (int i = 0; i < s->fstring_count; i++) {
    const FString *f = &s->fstrings[i];
    *w.next++ = f->quote;
    *w.next++ = (char)(f->triple | f->raw << 1);
    *w.next++ = (char)f->depth;
  }
  put_number(&w, s->line.column);
  put_number(&w, s->line.narrow);
  *w.next++ = (char)s->indent_count;
  for (int i = 1; i <= s->indent_count; i++) {
    put_number(&w, s->indents[i].column);
    put_number(&w, s->indents[i].narrow);
  }
  return (unsigned)(w.next - buffer);
}

void tree_sitter_otter_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  Scanner *s = payload;
  s->indents[0] = s->line = (Indent){0};
  s->depth = s->fstring_count = s->indent_count = 0;
  if (length == 0) return;
  const unsigned char *from = (const unsigned char *)buffer;
  s->depth = *from++;
  s->fstring_count = *from++;
  for (int i = 0; i < s->fstring_count; i++) {
    FString *f = &s->fstrings[i];
    f->quote = (char)*from++;
    f->triple = *from & 1;
    f->raw = *from++ >> 1;
    f->depth = *from++;
  }
  s->line.column = take_number(&from);
  s->line.narrow = take_number(&from);
  s->indent_count = *from++;
  for (int i = 1; i <= s->indent_count; i++) {
    s->indents[i].column = take_number(&from);
    s->indents[i].narrow = take_number(&from);
  }
}

void *tree_sitter_otter_external_scanner_create(void) { return calloc(1, sizeof(Scanner)); }

void tree_sitter_otter_external_scanner_destroy(void *payload) { free(payload); }

bool tree_sitter_otter_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  return scan(payload, lexer, valid);
}
