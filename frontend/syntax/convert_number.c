// Number literals: text -> Constant. Python's rules: underscores between digits, no leading zeros in decimals.
#include "frontend/syntax/convert.h"

#include "compiler/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

// The literal without underscores; big ones go to the arena, others are read in place.
static StrBuf take_digits(Convert *c, TSNode node) {
  StrBuf digits = {0};
  size_t length;
  const char *text = convert_text(c, node, &length);
  for (size_t i = 0; i < length; i++)
    if (text[i] != '_') strbuf_put_char(&digits, text[i]);
  return digits;
}

static int read_base(const char *digits) {
  if (digits[0] != '0') return 10;
  switch (digits[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
  }
}

static int digit_value(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// False when the value is beyond int64.
static bool read_int64(const char *digits, int base, int64_t *value) {
  *value = 0;
  for (const char *at = base == 10 ? digits : digits + 2; *at; at++)
    if (__builtin_mul_overflow(*value, base, value) || __builtin_add_overflow(*value, digit_value(*at), value))
      return false;
  return true;
}

static void check_leading_zero(Convert *c, const char *digits, int base, Span span) {
  if (base != 10 || digits[0] != '0' || strspn(digits, "0") == strlen(digits)) return;
  convert_fail(c, span, DIAG_STRING,
               "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
}

AstNode *convert_integer(Convert *c, TSNode node) {
  StrBuf digits = take_digits(c, node);
  Span span = convert_span(node);
  const char *text = strbuf_text(&digits);
  int base = read_base(text);
  check_leading_zero(c, text, base, span);
  AstConst value = {.kind = CONST_INT};
  if (!read_int64(text, base, &value.integer)) {
    value.kind = CONST_BIGINT;
    value.text = ast_copy_text(c->arena, text, digits.length);
  }
  strbuf_fini(&digits);
  return convert_constant(c, value, span);
}

AstNode *convert_float(Convert *c, TSNode node) {
  StrBuf digits = take_digits(c, node);
  bool imaginary = (digits.bytes[digits.length - 1] | 0x20) == 'j';
  AstConst value = {.kind = imaginary ? CONST_COMPLEX : CONST_FLOAT, .real = strtod(digits.bytes, nullptr)};
  strbuf_fini(&digits);
  return convert_constant(c, value, convert_span(node));
}
