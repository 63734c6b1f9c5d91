// Why does the parser not go on? Rules in the order in which they are asked; the first that knows reports.
#include "frontend/syntax/explain_int.h"
#include "frontend/syntax/names.h"

#include <string.h>

// ---- looking at the scene

static Token token_at(const Scene *s, uint32_t at) { return s->tokens.items.items[at]; }
static bool is(const Scene *s, uint32_t at, const char *spelling) { return tokens_is(&s->tokens, at, spelling); }
static bool at_is(const Scene *s, const char *spelling) { return is(s, s->at, spelling); }

// The token `back` places before the one that does not fit; 1 is the one before.
static bool before_is(const Scene *s, uint32_t back, const char *spelling) {
  return s->at >= s->first + back && is(s, s->at - back, spelling);
}

static TokenKind at_kind(const Scene *s) { return token_at(s, s->at).kind; }
static bool at_line_end(const Scene *s) { return at_kind(s) == TOKEN_NEWLINE || at_kind(s) == TOKEN_END; }
static bool has_before(const Scene *s) { return s->at > s->first; }

static bool is_one_of(const Scene *s, uint32_t at, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is(s, at, list[i])) return true;
  return false;
}
#define IS_ONE_OF(s, at, ...) \
  is_one_of((s), (at), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool is_keyword(const Scene *s, uint32_t at) {
  Token token = token_at(s, at);
  return token.kind == TOKEN_NAME && names_is_reserved(s->tokens.text + token.start, token.end - token.start);
}

static bool is_adjacent(const Scene *s, uint32_t left, uint32_t right) {
  return token_at(s, left).end == token_at(s, right).start;
}

// Could an operand begin, or have ended, with the token?
static bool begins_operand(const Scene *s, uint32_t at) {
  Token token = token_at(s, at);
  if (token.kind == TOKEN_NUMBER || token.kind == TOKEN_STRING) return true;
  if (token.kind != TOKEN_NAME) return false;
  return !is_keyword(s, at) || IS_ONE_OF(s, at, "None", "True", "False", "not", "lambda", "await");
}

static bool ends_operand(const Scene *s, uint32_t at) {
  Token token = token_at(s, at);
  if (token.kind == TOKEN_NUMBER || token.kind == TOKEN_STRING || IS_ONE_OF(s, at, ")", "]", "}")) return true;
  if (token.kind != TOKEN_NAME) return false;
  return !is_keyword(s, at) || IS_ONE_OF(s, at, "None", "True", "False");
}

static const char *spelling(const Scene *s, uint32_t at, int *length) {
  Token token = token_at(s, at);
  *length = (int)(token.end - token.start);
  return s->tokens.text + token.start;
}

static uint32_t innermost(const Scene *s) { return vec_last(&s->open); }

// Is the innermost open bracket the one of a call?
static bool in_call(const Scene *s) {
  return s->open.count && is(s, innermost(s), "(") && innermost(s) > s->first && ends_operand(s, innermost(s) - 1) &&
         !IS_ONE_OF(s, s->first, "def", "fn", "class");
}

// ---- reporting

[[gnu::format(printf, 4, 5)]] static bool report(const Scene *s, Span span, DiagCode code, const char *format, ...) {
  va_list args;
  va_start(args, format);
  diag_error_v(s->diag, span, code, format, args);
  va_end(args);
  return true;
}

#define REPORT_AT(s, code, ...) report((s), tokens_span(&(s)->tokens, (s)->at), (code), __VA_ARGS__)
#define REPORT_PAIR(s, code, ...)                                                                            \
  report((s), span_join(tokens_span(&(s)->tokens, (s)->at - 1), tokens_span(&(s)->tokens, (s)->at)), (code), \
         __VA_ARGS__)

static bool note(const Scene *s, const char *text) {
  diag_note(s->diag, "%s", text);
  return true;
}

// ---- indentation

static bool explain_indent(Scene *s) {
  if (s->stop != STOP_INDENT) return false;
  REPORT_AT(s, DIAG_INDENTATION, "unexpected indent");
  return note(s, "only the lines of a block are indented: behind a line that ends with ':'");
}

static bool line_mixes_tabs(const Scene *s, uint32_t at, bool *tab, bool *space) {
  const char *line = s->tokens.text + token_at(s, at).start - token_at(s, at).col;
  size_t margin = strspn(line, " \t");
  *tab |= memchr(line, '\t', margin) != nullptr;
  *space |= memchr(line, ' ', margin) != nullptr;
  return *tab && *space;
}

static bool uses_tabs_and_spaces(const Scene *s) {
  bool tab = false, space = false;
  for (uint32_t at = s->at + 1; at-- > 0;) {
    bool starts_line = at == 0 || token_at(s, at - 1).kind == TOKEN_NEWLINE;
    if (starts_line && token_at(s, at).col == 0) break;
    if (starts_line && line_mixes_tabs(s, at, &tab, &space)) return true;
  }
  return false;
}

enum { DEEPEST_BRACKETS = 200, DEEPEST_BLOCKS = 100 };

static bool explain_refused(Scene *s) {
  if (s->stop != STOP_REFUSED) return false;
  s->hopeless = true;
  if (s->open.count >= DEEPEST_BRACKETS) {
    REPORT_AT(s, DIAG_LIMIT, "too many nested parentheses");
    diag_note(s->diag, "at most %d brackets may nest; give inner parts names", DEEPEST_BRACKETS);
    return true;
  }
  if (has_before(s)) return REPORT_AT(s, DIAG_LIMIT, "f-strings are nested too deeply");
  if (uses_tabs_and_spaces(s)) {
    REPORT_AT(s, DIAG_INDENTATION, "inconsistent use of tabs and spaces in indentation");
    return note(s, "indent with spaces only, four for each level");
  }
  if (token_at(s, s->at).col >= DEEPEST_BLOCKS) return REPORT_AT(s, DIAG_LIMIT, "too many levels of indentation");
  REPORT_AT(s, DIAG_INDENTATION, "unindent does not match any outer indentation level");
  return note(s, "begin the line in the same column as the statement that it belongs beside");
}

static const char *describe_header(const Scene *s, uint32_t first) {
  if (IS_ONE_OF(s, first, "def", "fn")) return "function definition";
  if (is(s, first, "class")) return "class definition";
  if (is(s, first, "struct")) return "struct definition";
  if (is(s, first, "enum")) return "enum definition";
  return nullptr;
}

static bool explain_missing_block(Scene *s) {
  if (s->at != s->first || s->first < 2 || s->stop == STOP_INDENT || !is(s, s->first - 2, ":")) return false;
  uint32_t header = s->first - 1;
  while (header > 0 && token_at(s, header - 1).kind != TOKEN_NEWLINE) header--;
  if (token_at(s, s->at).col > token_at(s, header).col) return false;
  s->patch_from = s->patch_to = token_at(s, header).line;
  s->patch_fixed = true;
  uint32_t word = header;
  while (IS_ONE_OF(s, word, "pub", "async", "parallel") && word + 2 < s->first) word++;
  int length;
  const char *what = describe_header(s, word), *text = spelling(s, word, &length);
  uint32_t line = token_at(s, header).line;
  if (what) REPORT_AT(s, DIAG_INDENTATION, "expected an indented block after %s on line %u", what, line);
  else
    REPORT_AT(s, DIAG_INDENTATION, "expected an indented block after '%.*s' statement on line %u", length, text,
              line);
  return note(s, "indent its body by four spaces; a body that does nothing is 'pass'");
}

// ---- tokens that are none

static bool explain_open_string(Scene *s) {
  if (at_kind(s) != TOKEN_OPEN_STRING) return false;
  Token token = token_at(s, s->at);
  const char *quotes = s->tokens.text + token.start + strcspn(s->tokens.text + token.start, "'\"");
  bool triple = quotes[1] == quotes[0] && quotes[2] == quotes[0];
  bool format = memchr(s->tokens.text + token.start, 'f', (size_t)(quotes - s->tokens.text) - token.start);
  Span span = tokens_span(&s->tokens, s->at);
  span.end_line = span.line;
  span.end_col = span.col + 1;
  report(s, span, DIAG_STRING, "unterminated %s%s literal (detected at line %u)", triple ? "triple-quoted " : "",
         format ? "f-string" : "string", token.end_line);
  if (triple) s->hopeless = true;
  return note(s, triple ? "close it with three quotes" : "close it with its quote before the line ends");
}

static uint32_t read_char(const char *text, size_t *length) {
  const unsigned char *c = (const unsigned char *)text;
  *length = c[0] < 0x80 ? 1 : c[0] < 0xE0 ? 2 : c[0] < 0xF0 ? 3 : 4;
  if (*length == 1) return c[0];
  uint32_t rune = c[0] & (0xFFu >> (*length + 1));
  for (size_t i = 1; i < *length; i++) rune = rune << 6 | (c[i] & 0x3F);
  return rune;
}

static bool explain_bad_char(Scene *s) {
  if (at_kind(s) != TOKEN_BAD) return false;
  const char *text = s->tokens.text + token_at(s, s->at).start;
  if (*text == '\\') return REPORT_AT(s, DIAG_SYNTAX, "unexpected character after line continuation character");
  if (*text > ' ' && *text < 0x7F) REPORT_AT(s, DIAG_SYNTAX, "invalid character '%c'", *text);
  else REPORT_AT(s, DIAG_SYNTAX, "invalid non-printable character U+%04X", (unsigned char)*text);
  if (*text == '`') note(s, "the text of a value is repr(value)");
  return true;
}

// Typographic quotes and the like end up in names.
static bool explain_odd_name(Scene *s) {
  if (at_kind(s) != TOKEN_NAME) return false;
  Token token = token_at(s, s->at);
  StrBuf normal = {0};
  uint32_t bad = names_normalise(s->tokens.text + token.start, token.end - token.start, &normal);
  strbuf_fini(&normal);
  size_t length, offset = token.start;
  while (bad && offset < token.end && read_char(s->tokens.text + offset, &length) != bad) offset += length;
  if (!bad || offset >= token.end) return false;
  uint32_t col = token.col + (uint32_t)(offset - token.start);
  read_char(s->tokens.text + offset, &length);
  report(s, (Span){token.line, col, token.line, col + (uint32_t)length}, DIAG_SYNTAX,
         "invalid character '%.*s' (U+%04X)", (int)length, s->tokens.text + offset, bad);
  if (bad >= 0x2018 && bad <= 0x201F) note(s, "strings are written with the plain quotes ' and \"");
  return true;
}

static bool explain_number(Scene *s) {
  if (!has_before(s) || token_at(s, s->at - 1).kind != TOKEN_NUMBER || !is_adjacent(s, s->at - 1, s->at)) return false;
  if (at_kind(s) != TOKEN_NAME && at_kind(s) != TOKEN_NUMBER) return false;
  const char *text = s->tokens.text + token_at(s, s->at - 1).start;
  char base = text[0] == '0' ? text[1] | 0x20 : 0;
  const char *kind = base == 'x' ? "hexadecimal" : base == 'o' ? "octal" : base == 'b' ? "binary" : "decimal";
  REPORT_PAIR(s, DIAG_STRING, "invalid %s literal", kind);
  return note(s, "a name cannot begin with a digit");
}

// In a replacement field of an f-string.
static bool explain_replacement(Scene *s, Token token) {
  const char *text = s->tokens.text, *at = text + s->offset, *end = text + token.end;
  while (at < end && *at == ' ') at++;
  Span span = tokens_span(&s->tokens, s->at);
  if (token.line == token.end_line) {
    span.col += (uint32_t)(at - text) - token.start;
    span.end_col = span.col + 1;
  }
  if (*at == '}' && text[s->offset - 1] == '{')
    return report(s, span, DIAG_STRING, "f-string: empty expression not allowed");
  if (*at == '}') {
    report(s, span, DIAG_STRING, "f-string: single '}' is not allowed");
    return note(s, "a brace that is text is written twice: }}");
  }
  if (at + 1 >= end || *at == '\n' || *at == end[-1]) {
    report(s, span, DIAG_STRING, "f-string: expecting '}'");
    return note(s, "a brace that is text is written twice: {{");
  }
  return report(s, span, DIAG_STRING, "f-string: invalid syntax");
}

// A number with its base in front: the digit that the base does not have.
static bool explain_base(Scene *s, const char *text, size_t length) {
  if (length < 2 || text[0] != '0') return false;
  char base = text[1] | 0x20;
  if (base == 'x') return REPORT_AT(s, DIAG_STRING, "invalid hexadecimal literal");
  if (base != 'b' && base != 'o') return false;
  const char *name = base == 'b' ? "binary" : "octal";
  char most = base == 'b' ? '1' : '7';
  for (size_t i = 2; i < length; i++)
    if (text[i] > most && text[i] <= '9') return REPORT_AT(s, DIAG_STRING, "invalid digit '%c' in %s literal", text[i], name);
  return REPORT_AT(s, DIAG_STRING, "invalid %s literal", name);
}

// The parser stops inside a token of ours: in a replacement field of an f-string, or within a number.
static bool explain_inside(Scene *s) {
  Token token = token_at(s, s->at);
  if (s->offset <= token.start || s->offset >= token.end) return false;
  if (token.kind == TOKEN_NUMBER) {
    if (!explain_base(s, s->tokens.text + token.start, token.end - token.start))
      REPORT_AT(s, DIAG_STRING, "invalid decimal literal");
    return note(s, "digits may be grouped by single underscores; 0x, 0o and 0b need digits of their base");
  }
  if (token.kind != TOKEN_STRING) return false;
  return explain_replacement(s, token);
}

// ---- brackets

static bool explain_closing(Scene *s) {
  if (!IS_ONE_OF(s, s->at, ")", "]", "}")) return false;
  char close = s->tokens.text[token_at(s, s->at).start];
  if (s->open.count == 0) return REPORT_AT(s, DIAG_BRACKET, "unmatched '%c'", close);
  Token opener = token_at(s, innermost(s));
  char open = s->tokens.text[opener.start];
  if (tokens_is_pair(open, close)) return false;
  if (opener.line == token_at(s, s->at).line)
    return REPORT_AT(s, DIAG_BRACKET, "closing parenthesis '%c' does not match opening parenthesis '%c'", close, open);
  return REPORT_AT(s, DIAG_BRACKET, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                   close, open, opener.line);
}

// A bracket that is open at the end of the text, and was opened on an earlier line of this statement.
static bool explain_unclosed(Scene *s) {
  if (s->tokens.open.count == 0) return false;
  uint32_t opener = vec_last(&s->tokens.open), line = token_at(s, s->at).line;
  for (uint32_t i = 0; i < s->tokens.open.count; i++)
    if (s->tokens.open.items[i] < s->at) opener = s->tokens.open.items[i];
  if (opener >= s->at || opener < s->first) return false;
  if (token_at(s, opener).line >= line && at_kind(s) != TOKEN_END) return false;
  report(s, tokens_span(&s->tokens, opener), DIAG_BRACKET, "'%c' was never closed",
         s->tokens.text[token_at(s, opener).start]);
  s->patch_to = at_kind(s) == TOKEN_END ? token_at(s, opener).line : line - 1;
  s->patch_fixed = true;
  return true;
}

// ---- words

static bool explain_print(Scene *s) {
  if (!has_before(s) || !begins_operand(s, s->at) || is(s, s->at, "not")) return false;
  if (!before_is(s, 1, "print") && !before_is(s, 1, "exec")) return false;
  if (s->at >= s->first + 2 && !IS_ONE_OF(s, s->at - 2, ":", ";")) return false;
  bool print = before_is(s, 1, "print");
  REPORT_PAIR(s, DIAG_SYNTAX, "Missing parentheses in call to '%s'. Did you mean %s(...)?", print ? "print" : "exec",
              print ? "print" : "exec");
  return true;
}

static bool explain_else_if(Scene *s) {
  if (!before_is(s, 1, "else") || !at_is(s, "if")) return false;
  REPORT_PAIR(s, DIAG_SYNTAX, "expected ':'");
  return note(s, "'else if' is written 'elif'");
}

// Is there, in the same column and with only deeper lines between, a statement that begins with one of the words?
static bool follows_one_of(const Scene *s, const char *const *words, size_t count) {
  uint32_t column = token_at(s, s->first).col;
  for (uint32_t at = s->first; at-- > 0;) {
    bool starts_line = at == 0 || token_at(s, at - 1).kind == TOKEN_NEWLINE;
    if (!starts_line || token_at(s, at).col > column) continue;
    while (IS_ONE_OF(s, at, "async", "parallel")) at++;
    return token_at(s, s->first).col == column && is_one_of(s, at, words, count);
  }
  return false;
}
#define FOLLOWS(s, ...) \
  follows_one_of((s), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static const char *missing_opener(const Scene *s) {
  if (is(s, s->first, "elif")) return FOLLOWS(s, "if", "elif") ? nullptr : "if";
  if (is(s, s->first, "else"))
    return FOLLOWS(s, "if", "elif", "for", "while", "except") ? nullptr : "if', 'for', 'while' or 'try";
  if (is(s, s->first, "except")) return FOLLOWS(s, "try", "except") ? nullptr : "try";
  if (is(s, s->first, "finally")) return FOLLOWS(s, "try", "except", "else") ? nullptr : "try";
  return nullptr;
}

static bool explain_orphan(Scene *s) {
  const char *opener = missing_opener(s);
  if (!opener) return false;
  int length;
  const char *word = spelling(s, s->first, &length);
  report(s, tokens_span(&s->tokens, s->first), DIAG_SYNTAX, "'%.*s' without a matching '%s'", length, word, opener);
  s->orphan = true;
  return note(s, "it must stand in the same column, directly behind that block");
}

static bool previous_header_is(const Scene *s, const char *word) {
  if (s->first < 2 || !is(s, s->first - 2, ":")) return false;
  uint32_t header = s->first - 1;
  while (header > 0 && token_at(s, header - 1).kind != TOKEN_NEWLINE) header--;
  for (; header < s->first; header++)
    if (is(s, header, word)) return true;
  return false;
}

static bool explain_case(Scene *s) {
  if (s->at == s->first + 1 && is(s, s->first, "case")) {
    report(s, tokens_span(&s->tokens, s->first), DIAG_SYNTAX, "invalid syntax");
    return note(s, "'case' begins a clause only in the block of 'match'");
  }
  if (s->at != s->first || !previous_header_is(s, "match")) return false;
  REPORT_AT(s, DIAG_SYNTAX, "expected 'case'");
  return note(s, "the block of 'match' holds only 'case' clauses");
}

static bool explain_decorator(Scene *s) {
  if (s->at != s->first || s->first < 2) return false;
  uint32_t line = s->first - 1;
  while (line > 0 && token_at(s, line - 1).kind != TOKEN_NEWLINE) line--;
  if (!is(s, line, "@") || token_at(s, line).col != token_at(s, s->first).col) return false;
  REPORT_AT(s, DIAG_SYNTAX, "expected a definition after the decorator");
  return note(s, "a decorator stands before 'def', 'fn', 'class', 'struct', 'enum' or 'extern'");
}

// Behind the block of a `try` stands neither `except` nor `finally`.
static bool explain_try(Scene *s) {
  if (s->at != s->first && at_kind(s) != TOKEN_END) return false;
  uint32_t column = UINT32_MAX, limit = token_at(s, s->at).col;
  for (uint32_t at = s->first; at-- > 0;) {
    bool starts_line = at == 0 || token_at(s, at - 1).kind == TOKEN_NEWLINE;
    if (!starts_line || token_at(s, at).col >= column) continue;
    column = token_at(s, at).col;
    if (is(s, at, "try")) return REPORT_AT(s, DIAG_SYNTAX, "expected 'except' or 'finally' block");
    if (column <= limit) return false;
  }
  return false;
}

static bool explain_except(Scene *s) {
  if (!is(s, s->first, "except") || !at_is(s, ",")) return false;
  REPORT_AT(s, DIAG_SYNTAX, "multiple exception types must be parenthesized");
  return note(s, "except (A, B) as error:");
}

static bool explain_import(Scene *s) {
  if (!is(s, s->first, "from") && !is(s, s->first, "import")) return false;
  if (at_line_end(s) && before_is(s, 1, ","))
    return REPORT_AT(s, DIAG_SYNTAX, "trailing comma not allowed without surrounding parentheses");
  if (at_line_end(s) && before_is(s, 1, "import"))
    return REPORT_AT(s, DIAG_SYNTAX, "expected one or more names after 'import'");
  if (!is(s, s->first, "import") || !at_is(s, "from")) return false;
  REPORT_AT(s, DIAG_SYNTAX, "the module comes first: from module import name");
  return true;
}

// `class = 3`
static bool explain_keyword_as_name(Scene *s) {
  if (!has_before(s) || !is_keyword(s, s->at - 1)) return false;
  bool assigned = IS_ONE_OF(s, s->at, "=", ".", "+=", "-=", ":=") || (at_is(s, ",") && s->at == s->first + 1);
  bool stray = begins_operand(s, s->at) && IS_ONE_OF(s, s->at - 1, "in", "is", "and", "or", "if", "else", "for", "as");
  if (!assigned && !stray) return false;
  int length;
  const char *word = spelling(s, s->at - 1, &length);
  Span span = tokens_span(&s->tokens, s->at - 1);
  if (stray) return report(s, span, DIAG_SYNTAX, "'%.*s' cannot stand here", length, word);
  report(s, span, DIAG_SYNTAX, "'%.*s' is a keyword and cannot be used as a name", length, word);
  return note(s, "choose another name; by custom an underscore is put behind it");
}

// ---- operators of other languages

static bool explain_operator(Scene *s) {
  static const struct {
    const char *left, *right, *shown, *advice;
  } pairs[] = {
      {"&", "&", "&&", "write 'and'"},
      {"|", "|", "||", "write 'or'"},
      {"==", "=", "===", "write '=='"},
      {"!=", "=", "!==", "write '!='"},
      {"<", ">", "<>", "write '!='"},
      {"=", ">", "=>", "write ':' in a case or a lambda, '->' before a result's type"},
      {"?", "?", "\?\?", "write: a if a is not None else b"},
      {"?", ".", "?.", "write: a.b if a is not None else None"},
      {":", ":", "::", "write '.'"},
      {":=", "=", ":==", "write ':=' or '=='"},
  };
  if (!has_before(s) || !is_adjacent(s, s->at - 1, s->at)) return false;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (!before_is(s, 1, pairs[i].left) || !at_is(s, pairs[i].right)) continue;
    REPORT_PAIR(s, DIAG_SYNTAX, "'%s' is not an operator", pairs[i].shown);
    return note(s, pairs[i].advice);
  }
  return false;
}

// `x++`
static bool explain_increment(Scene *s) {
  if (s->at < s->first + 3 || begins_operand(s, s->at) || !is_adjacent(s, s->at - 2, s->at - 1)) return false;
  bool plus = before_is(s, 1, "+") && before_is(s, 2, "+"), minus = before_is(s, 1, "-") && before_is(s, 2, "-");
  if (!plus && !minus) return false;
  Span span = span_join(tokens_span(&s->tokens, s->at - 2), tokens_span(&s->tokens, s->at - 1));
  report(s, span, DIAG_SYNTAX, "'%s' is not an operator", plus ? "++" : "--");
  diag_note(s->diag, "write 'x %c= 1'", plus ? '+' : '-');
  return true;
}

static bool explain_comment(Scene *s) {
  bool line = at_is(s, "//"), block = at_is(s, "/") && s->at + 1 < s->tokens.items.count && is(s, s->at + 1, "*");
  if (s->at != s->first || (!line && !block)) return false;
  REPORT_AT(s, DIAG_SYNTAX, "a statement cannot begin with '%s'", line ? "//" : "/");
  return note(s, "comments begin with '#'");
}

static bool explain_foreign_word(Scene *s) {
  static const struct {
    const char *word, *advice;
  } words[] = {
      {"function", "a function is defined with 'def' or 'fn'"},
      {"func", "a function is defined with 'def' or 'fn'"},
      {"fun", "a function is defined with 'def' or 'fn'"},
      {"var", "write 'let x = ...', or just 'x = ...'"},
      {"const", "write 'let x = ...', or just 'x = ...'"},
      {"switch", "write 'match x:' with 'case' clauses"},
      {"elseif", "write 'elif'"},
      {"elsif", "write 'elif'"},
      {"foreach", "write 'for x in items:'"},
      {"throw", "write 'raise'"},
      {"catch", "write 'except'"},
      {"unless", "write 'if not'"},
      {"include", "write 'import' or 'use'"},
      {"require", "write 'import' or 'use'"},
      {"new", "write the class's name with its arguments: Point(1, 2)"},
      {"do", "write 'while True:' and leave it with 'break'"},
      {"interface", "write 'class' with 'Protocol' as its base"},
      {"trait", "write 'class' with 'Protocol' as its base"},
  };
  if (!has_before(s)) return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (!before_is(s, 1, words[i].word)) continue;
    report(s, tokens_span(&s->tokens, s->at - 1), DIAG_SYNTAX, "invalid syntax");
    return note(s, words[i].advice);
  }
  return false;
}

// ---- what is missing

static bool explain_assignment(Scene *s) {
  if (!at_is(s, "=")) return false;
  if (in_call(s) || (s->open.count && is(s, innermost(s), "("))) {
    if (in_call(s)) return REPORT_AT(s, DIAG_SYNTAX, "expression cannot contain assignment, perhaps you meant \"==\"?");
  } else if (s->open.count == 0 &&
             !IS_ONE_OF(s, s->first, "if", "elif", "while", "return", "assert", "match", "case")) {
    return false;
  }
  return REPORT_AT(s, DIAG_SYNTAX, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static bool explain_walrus(Scene *s) {
  if (!at_is(s, ":=")) return false;
  if (s->open.count && before_is(s, 2, "."))
    return REPORT_AT(s, DIAG_SYNTAX, "cannot use assignment expressions with attribute");
  if (s->open.count && before_is(s, 1, "]"))
    return REPORT_AT(s, DIAG_SYNTAX, "cannot use assignment expressions with subscript");
  REPORT_AT(s, DIAG_SYNTAX, "invalid syntax");
  return note(s, "as a statement an assignment is written with '='; ':=' stands in parentheses, with a name before it");
}

static bool has_token(const Scene *s, const char *text) {
  for (uint32_t i = s->first; i < s->at; i++)
    if (is(s, i, text)) return true;
  return false;
}

static uint32_t header_word(const Scene *s) {
  uint32_t word = s->first;
  while (IS_ONE_OF(s, word, "pub", "async", "parallel") && word + 1 < s->at) word++;
  return word;
}

static bool is_header(const Scene *s, uint32_t word) {
  return IS_ONE_OF(s, word, "if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def", "class",
                   "fn", "struct", "enum", "match", "case");
}

// `if x {`: braces around the block.
static bool explain_braces(Scene *s) {
  if (!is_header(s, header_word(s))) return false;
  for (uint32_t i = s->first + 1; i <= s->at; i++) {
    if (!is(s, i, "{") || !(ends_operand(s, i - 1) || is_header(s, i - 1))) continue;
    report(s, tokens_span(&s->tokens, i), DIAG_SYNTAX, "expected ':'");
    return note(s, "a block begins with ':' and is indented, without braces");
  }
  return false;
}

static bool line_has_colon(const Scene *s) {
  for (uint32_t i = s->at; i < s->tokens.items.count && token_at(s, i).kind != TOKEN_NEWLINE; i++)
    if (is(s, i, ":")) return true;
  return false;
}

static bool explain_colon(Scene *s) {
  uint32_t word = header_word(s);
  if (s->open.count || !is_header(s, word) || s->at == word) return false;
  if (has_token(s, ":") && !has_token(s, "lambda")) return false;
  bool stray = begins_operand(s, s->at) && ends_operand(s, s->at - 1) && !line_has_colon(s) && !is(s, word, "for");
  if (at_is(s, "then") || at_is(s, "do") || stray) {
    REPORT_AT(s, DIAG_SYNTAX, "expected ':'");
    return note(s, "a block begins with ':'");
  }
  if (!at_line_end(s) ||
      (!ends_operand(s, s->at - 1) && !IS_ONE_OF(s, s->at - 1, "else", "try", "finally", "except")))
    return false;
  if (is(s, word, "for") && !has_token(s, "in")) return REPORT_AT(s, DIAG_SYNTAX, "expected 'in'");
  if (is(s, word, "def") && !has_token(s, "(")) return REPORT_AT(s, DIAG_SYNTAX, "expected '('");
  REPORT_AT(s, DIAG_SYNTAX, "expected ':'");
  return note(s, "a block begins with ':'");
}

static bool explain_conditional(Scene *s) {
  if (!at_line_end(s) && !IS_ONE_OF(s, s->at, ")", "]", "}", ",")) return false;
  uint32_t from = s->open.count ? innermost(s) + 1 : s->first + 1;
  for (uint32_t i = from; i < s->at; i++) {
    if (is(s, i, "for") || is(s, i, "else")) return false;
    if (is(s, i, "if") && i > from && ends_operand(s, s->at - 1))
      return REPORT_AT(s, DIAG_SYNTAX, "expected 'else' after 'if' expression");
  }
  return false;
}

static bool explain_generator(Scene *s) {
  if (!in_call(s) || (!at_is(s, "for") && !at_is(s, ","))) return false;
  bool found = at_is(s, "for");
  for (uint32_t i = innermost(s) + 1; i < s->at; i++) found |= is(s, i, "for");
  return found && REPORT_AT(s, DIAG_SYNTAX, "Generator expression must be parenthesized");
}

static bool explain_comma(Scene *s) {
  if (!s->open.count || !has_before(s) || !ends_operand(s, s->at - 1) || !begins_operand(s, s->at)) return false;
  return REPORT_PAIR(s, DIAG_SYNTAX, "invalid syntax. Perhaps you forgot a comma?");
}

static bool explain_line_end(Scene *s) {
  if (!at_line_end(s) || !has_before(s)) return false;
  int length;
  const char *word = spelling(s, s->at - 1, &length);
  Token before = token_at(s, s->at - 1);
  if (before.kind == TOKEN_NEWLINE || ends_operand(s, s->at - 1))
    return REPORT_AT(s, DIAG_SYNTAX, "the line ends too early");
  return REPORT_AT(s, DIAG_SYNTAX, "the line ends too early: something is missing after '%.*s'", length, word);
}

static bool explain_default(Scene *s) {
  int length;
  const char *word = spelling(s, s->at, &length);
  REPORT_AT(s, DIAG_SYNTAX, "invalid syntax");
  if (at_kind(s) == TOKEN_STRING) return note(s, "a string cannot stand here");
  if (length > 0 && length <= 40 && !at_line_end(s)) diag_note(s->diag, "'%.*s' cannot stand here", length, word);
  return true;
}

typedef bool Rule(Scene *s);

static Rule *const rules[] = {
    explain_indent,      explain_refused,     explain_missing_block, explain_orphan,     explain_open_string,
    explain_bad_char,    explain_odd_name,    explain_inside,        explain_number,     explain_closing,
    explain_unclosed,    explain_print,       explain_else_if,       explain_case,       explain_try,
    explain_decorator,   explain_except,      explain_import,        explain_braces,     explain_keyword_as_name,
    explain_operator,    explain_increment,   explain_comment,       explain_assignment, explain_walrus,
    explain_generator,   explain_foreign_word, explain_colon,        explain_conditional, explain_comma,
    explain_line_end,    explain_default,
};

void explain_scene(Scene *s) {
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i](s)) return;
}
