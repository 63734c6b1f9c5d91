#include "frontend/syntax/names.h"

#include <string.h>
#include <utf8proc.h>

// By length, so that few are compared.
static const char *const reserved[][8] = {
    [2] = {"as", "if", "in", "is", "or"},
    [3] = {"and", "def", "del", "for", "not", "try"},
    [4] = {"None", "True", "elif", "else", "from", "pass", "with"},
    [5] = {"False", "async", "await", "break", "class", "raise", "while", "yield"},
    [6] = {"assert", "except", "global", "import", "lambda", "return"},
    [7] = {"finally"},
    [8] = {"continue", "nonlocal"},
};

bool names_is_reserved(const char *text, size_t length) {
  if (length >= sizeof reserved / sizeof *reserved) return false;
  for (int i = 0; i < 8 && reserved[length][i]; i++)
    if (memcmp(text, reserved[length][i], length) == 0) return true;
  return false;
}

bool names_is_ascii(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] >= 0x80) return false;
  return true;
}

static bool starts_name(utf8proc_int32_t c) {
  if (c == '_' || c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C) return true;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return true;
    default: return false;
  }
}

static bool continues_name(utf8proc_int32_t c) {
  if (starts_name(c) || c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA) return true;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return false;
  }
}

static uint32_t find_bad_char(const char *text, size_t length) {
  const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
  for (size_t i = 0; i < length;) {
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate(at + i, (utf8proc_ssize_t)(length - i), &c);
    if (n <= 0) return 0xFFFD;
    if (i == 0 ? !starts_name(c) : !continues_name(c)) return (uint32_t)c;
    i += (size_t)n;
  }
  return 0;
}

uint32_t names_normalise(const char *text, size_t length, StrBuf *out) {
  utf8proc_uint8_t *normal = nullptr;
  utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &normal,
                                       UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  if (size < 0) {
    strbuf_put_bytes(out, text, length);
    return find_bad_char(text, length);
  }
  strbuf_put_bytes(out, normal, (size_t)size);
  uint32_t bad = find_bad_char((const char *)normal, (size_t)size);
  free(normal);
  return bad ? find_bad_char(text, length) ?: bad : 0;
}
