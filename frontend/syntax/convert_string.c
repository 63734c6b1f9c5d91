// String literals: escapes, implicit concatenation, f-strings.
//
// A literal, or several in a row, is a list of pieces: text, decoded into one buffer, and replacement fields. Without
// any f-string the result is a Constant, with one a JoinedStr whose neighbouring texts are joined, as CPython has it.
#include "frontend/syntax/convert.h"

#include "compiler/base/strbuf.h"
#include "frontend/syntax/char_name.h"

#include <string.h>

typedef struct {
  bool raw, bytes, format;
  uint32_t quotes;  // 1 or 3
  const char *body;
  size_t length;
  TSNode node;
} Literal;

static Literal read_prefix(Convert *c, TSNode node) {
  Literal literal = {.node = node, .quotes = 1};
  size_t length;
  const char *text = convert_text(c, node, &length), *at = text;
  for (; *at != '"' && *at != '\''; at++) {
    char letter = *at | 0x20;
    literal.raw |= letter == 'r';
    literal.bytes |= letter == 'b';
    literal.format |= letter == 'f';
  }
  size_t rest = length - (size_t)(at - text);
  if (rest >= 3 && at[1] == at[0] && at[2] == at[0]) literal.quotes = 3;
  literal.body = at + literal.quotes;
  if (rest >= 2 * literal.quotes) literal.length = rest - 2 * literal.quotes;
  return literal;
}

// ---- escapes

typedef struct {
  Convert *c;
  const Literal *literal;
  StrBuf *out;
  const char *at, *end;
  const char *text;  // where decoding began
} Decoder;

static Span escape_span(const Decoder *d, const char *at) {
  Span span = convert_span(d->literal->node);
  const char *text = d->c->source->text + ts_node_start_byte(d->literal->node);
  for (; text < at; text++) {
    if (*text == '\n') span.line++, span.col = 0;
    else span.col++;
  }
  span.end_line = span.line;
  span.end_col = span.col + 2;
  return span;
}

static int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static void put_value(Decoder *d, uint32_t value) {
  if (d->literal->bytes) strbuf_put_char(d->out, (char)value);
  else strbuf_put_rune(d->out, value);
}

static void decode_octal(Decoder *d) {
  uint32_t value = 0;
  for (int i = 0; i < 3 && d->at < d->end && *d->at >= '0' && *d->at <= '7'; i++)
    value = value * 8 + (uint32_t)(*d->at++ - '0');
  put_value(d, value);
}

// Where CPython says an escape stands: its decoder reads a character beyond ASCII as ten.
static uint32_t escape_position(const Decoder *d, const char *at) {
  uint32_t position = 0;
  for (const char *text = d->text; text < at; text++)
    position += (unsigned char)*text < 0x80 ? 1 : (*text & 0xC0) == 0xC0 ? 10 : 0;
  return position;
}

// An escape from `start` up to where the reading stopped.
static void escape_fail(Decoder *d, const char *start, const char *reason) {
  uint32_t first = escape_position(d, start), last = escape_position(d, d->at) - 1;
  Span span = escape_span(d, start);
  if (d->literal->bytes)
    convert_fail(d->c, span, DIAG_STRING, "(value error) invalid \\x escape at position %u", first);
  else if (first == last)
    convert_fail(d->c, span, DIAG_STRING, "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %u: %s", first, reason);
  else
    convert_fail(d->c, span, DIAG_STRING, "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s", first,
                 last, reason);
}

static void decode_hex(Decoder *d, int digits, const char *start) {
  uint32_t value = 0;
  for (int i = 0; i < digits; i++, d->at++) {
    int digit = d->at < d->end ? hex_value(*d->at) : -1;
    if (digit < 0) {
      static const char *const reasons[] = {
          [2] = "truncated \\xXX escape", [4] = "truncated \\uXXXX escape", [8] = "truncated \\UXXXXXXXX escape"};
      escape_fail(d, start, reasons[digits]);
      return;
    }
    value = value * 16 + (uint32_t)digit;
  }
  if (value > 0x10FFFF) escape_fail(d, start, "illegal Unicode character");
  else put_value(d, value);
}

static void decode_named(Decoder *d, const char *start) {
  const char *close = d->at < d->end && *d->at == '{' ? memchr(d->at, '}', (size_t)(d->end - d->at)) : nullptr;
  if (!close || close == d->at + 1) {
    if (d->at < d->end && *d->at == '{') d->at = close ? close : d->end;
    escape_fail(d, start, "malformed \\N character escape");
    return;
  }
  const char *name = d->at + 1;
  d->at = close + 1;
  int32_t c = char_named(name, (size_t)(close - name));
  if (c >= 0) {
    strbuf_put_rune(d->out, (uint32_t)c);
    return;
  }
  escape_fail(d, start, "unknown Unicode character name");
  diag_note(d->c->diag, "write its number, \\uXXXX or \\UXXXXXXXX, or the character itself");
}

static void decode_unicode(Decoder *d, char letter, const char *start) {
  if (d->literal->bytes) {
    strbuf_put_char(d->out, '\\');
    strbuf_put_char(d->out, letter);
  } else if (letter == 'N') {
    decode_named(d, start);
  } else {
    decode_hex(d, letter == 'u' ? 4 : 8, start);
  }
}

// At the character after a backslash.
static void decode_escape(Decoder *d) {
  const char *start = d->at - 1;
  char c = d->at < d->end ? *d->at++ : '\\';
  static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
  const char *simple = memchr(letters, c, sizeof letters - 1);
  if (simple) strbuf_put_char(d->out, values[simple - letters]);
  else if (c == '\n') return;
  else if (c >= '0' && c <= '7') d->at--, decode_octal(d);
  else if (c == 'x') decode_hex(d, 2, start);
  else if (c == 'N' || c == 'u' || c == 'U') decode_unicode(d, c, start);
  else strbuf_put_char(d->out, '\\'), strbuf_put_char(d->out, c);
}

static void check_bytes(Decoder *d) {
  for (const char *at = d->at; at < d->end; at++)
    if ((unsigned char)*at >= 0x80) {
      convert_fail(d->c, escape_span(d, at), DIAG_STRING, "bytes can only contain ASCII literal characters");
      return;
    }
}

// Appends the value of the text to `out`. In f-strings `{{` and `}}` are one brace each.
static void decode(Convert *c, const Literal *literal, const char *text, size_t length, StrBuf *out) {
  Decoder d = {c, literal, out, text, text + length, text};
  if (literal->bytes) check_bytes(&d);
  while (d.at < d.end) {
    char byte = *d.at++;
    if (byte == '\\' && !literal->raw) decode_escape(&d);
    else strbuf_put_char(out, byte);
    if (literal->format && (byte == '{' || byte == '}') && d.at < d.end && *d.at == byte) d.text = ++d.at;
  }
}

// ---- pieces

typedef struct {
  uint32_t first;  // into Convert.nodes: the pieces so far
  StrBuf text;     // pending, not yet a piece
  Span text_span;
  bool any_text;
} Pieces;

static void flush_text(Convert *c, Pieces *p) {
  if (p->text.length) {
    AstText text = ast_copy_text(c->arena, strbuf_text(&p->text), p->text.length);
    convert_push(c, convert_constant(c, ast_const_text(CONST_STR, text), p->text_span));
  }
  strbuf_clear(&p->text);
  p->any_text = false;
}

static void add_text(Convert *c, Pieces *p, const Literal *literal, const char *text, size_t length, Span span) {
  p->text_span = p->any_text ? span_join(p->text_span, span) : span;
  p->any_text = true;
  decode(c, literal, text, length, &p->text);
}

static AstNode *join_pieces(Convert *c, Pieces *p, Span span) {
  flush_text(c, p);
  AstJoinedStr *joined = AST_NEW(c->arena, JoinedStr, span);
  joined->values = convert_end(c, p->first);
  strbuf_fini(&p->text);
  return &joined->node;
}

// ---- replacement fields

static void add_fields(Convert *c, Pieces *p, const Literal *literal, Kids kids);

static AstNode *convert_format(Convert *c, const Literal *literal, const Kid *kid, Span span) {
  Pieces p = {.first = convert_begin(c)};
  if (kid) add_fields(c, &p, literal, convert_kids(c, kid->node));
  return join_pieces(c, &p, kid ? convert_span(kid->node) : span);
}

// The text of `{x = }` up to the end of the blanks behind `=`.
static void add_debug_text(Convert *c, Pieces *p, const Kid *brace, const Kid *equals) {
  const char *start = c->source->text + ts_node_end_byte(brace->node);
  const char *end = c->source->text + ts_node_end_byte(equals->node);
  while (*end == ' ' || *end == '\t' || *end == '\n') end++;
  static const Literal plain = {.raw = true};
  add_text(c, p, &plain, start, (size_t)(end - start), convert_span(equals->node));
}

static int read_conversion(Convert *c, const Kid *kid) {
  if (!kid) return -1;
  size_t length;
  const Kid name = convert_kids(c, kid->node).items[1];
  const char *text = convert_text(c, name.node, &length);
  if (length == 1 && (*text == 's' || *text == 'r' || *text == 'a')) return *text;
  convert_fail(c, convert_span(name.node), DIAG_STRING,
               "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'", (int)length, text);
  return -1;
}

static const Kid *find_token(Kids kids, Symbol symbol) {
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].symbol == symbol) return &kids.items[i];
  return nullptr;
}

// `{!r}` is read as `not r`.
static void check_expression(Convert *c, TSNode value) {
  if (c->source->text[ts_node_start_byte(value)] == '!')
    convert_fail(c, convert_span(value), DIAG_STRING, "f-string: expression required before '!'");
}

static void add_replacement(Convert *c, Pieces *p, const Literal *literal, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  const Kid *debug = convert_find(kids, FIELD_debug), *colon = find_token(kids, SYM_T_COLON);
  if (debug) add_debug_text(c, p, &kids.items[0], debug);
  flush_text(c, p);
  Span span = convert_span(kid->node);
  check_expression(c, convert_find(kids, FIELD_value)->node);
  AstFormattedValue *value = AST_NEW(c->arena, FormattedValue, span);
  value->value = convert_expr(c, convert_find(kids, FIELD_value)->node);
  value->conversion = read_conversion(c, convert_find(kids, FIELD_conversion));
  if (colon) value->format_spec = convert_format(c, literal, convert_find(kids, FIELD_format), span);
  else if (debug && value->conversion < 0) value->conversion = 'r';
  convert_push(c, &value->node);
}

static void add_fields(Convert *c, Pieces *p, const Literal *literal, Kids kids) {
  for (uint32_t i = 0; i < kids.count; i++) {
    const Kid *kid = &kids.items[i];
    if (kid->symbol == SYM_replacement) add_replacement(c, p, literal, kid);
    if (kid->symbol != SYM_fstring_text && kid->symbol != SYM_format_text) continue;
    size_t length;
    const char *text = convert_text(c, kid->node, &length);
    add_text(c, p, literal, text, length, convert_span(kid->node));
  }
}

// ---- literals

static void add_literal(Convert *c, Pieces *p, const Kid *kid) {
  Literal literal = read_prefix(c, kid->node);
  if (kid->symbol == SYM_fstring) add_fields(c, p, &literal, convert_kids(c, kid->node));
  else add_text(c, p, &literal, literal.body, literal.length, convert_span(kid->node));
}

static bool is_bytes(Convert *c, const Kid *kid) {
  return kid->symbol == SYM_string && read_prefix(c, kid->node).bytes;
}

static AstNode *convert_plain(Convert *c, Pieces *p, bool bytes, Span span) {
  AstText text = ast_copy_text(c->arena, strbuf_text(&p->text), p->text.length);
  strbuf_fini(&p->text);
  return convert_constant(c, ast_const_text(bytes ? CONST_BYTES : CONST_STR, text), span);
}

AstNode *convert_string(Convert *c, TSNode node) {
  Span span = convert_span(node);
  Kid self = {.node = node, .symbol = (Symbol)ts_node_symbol(node)};
  Kids kids = self.symbol == SYM_concatenation ? convert_kids(c, node) : (Kids){&self, 1};
  bool bytes = is_bytes(c, &kids.items[0]), mixed = false, format = false;
  for (uint32_t i = 0; i < kids.count; i++) {
    mixed |= is_bytes(c, &kids.items[i]) != bytes;
    format |= kids.items[i].symbol == SYM_fstring;
  }
  if (mixed) {
    convert_fail(c, span, DIAG_STRING, "cannot mix bytes and nonbytes literals");
    return convert_placeholder(c, span);
  }
  Pieces p = {.first = convert_begin(c)};
  for (uint32_t i = 0; i < kids.count; i++) add_literal(c, &p, &kids.items[i]);
  return format ? join_pieces(c, &p, span) : convert_plain(c, &p, bytes, span);
}

AstText convert_plain_string(Convert *c, TSNode node) {
  AstNode *string = convert_string(c, node);
  if (AST_IS(Constant, string) && AST_AS(Constant, string)->value.kind == CONST_STR)
    return AST_AS(Constant, string)->value.text;
  convert_fail(c, string->span, DIAG_SYNTAX, "a plain string is expected here");
  return ast_copy_text(c->arena, "", 0);
}
