// StrBuf: a doubling byte buffer that keeps a NUL behind its text.
#include "compiler/base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void strbuf_fini(StrBuf *buf) {
  free(buf->bytes);
  *buf = (StrBuf){0};
}

void strbuf_clear(StrBuf *buf) {
  buf->length = 0;
  if (buf->bytes) buf->bytes[0] = 0;
}

// Room for `extra` more bytes and the NUL.
static void strbuf_reserve(StrBuf *buf, size_t extra) {
  size_t wanted = buf->length + extra + 1;
  if (wanted <= buf->capacity) return;
  size_t grown = buf->capacity < 64 ? 64 : buf->capacity * 2;
  if (grown < wanted) grown = wanted;
  char *moved = realloc(buf->bytes, grown);
  if (!moved) base_fail_memory();
  buf->bytes = moved;
  buf->capacity = grown;
}

void strbuf_put_bytes(StrBuf *buf, const void *bytes, size_t length) {
  strbuf_reserve(buf, length);
  if (length) memcpy(buf->bytes + buf->length, bytes, length);
  buf->length += length;
  buf->bytes[buf->length] = 0;
}

void strbuf_put_char(StrBuf *buf, char c) {
  strbuf_put_bytes(buf, &c, 1);
}

void strbuf_put_text(StrBuf *buf, const char *text) {
  strbuf_put_bytes(buf, text, strlen(text));
}

void strbuf_put_vformat(StrBuf *buf, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int length = vsnprintf(nullptr, 0, format, again);
  va_end(again);
  if (length < 0) return;
  strbuf_reserve(buf, (size_t)length);
  vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, args);
  buf->length += (size_t)length;
}

void strbuf_put_format(StrBuf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  strbuf_put_vformat(buf, format, args);
  va_end(args);
}

void strbuf_put_rune(StrBuf *buf, uint32_t rune) {
  char out[4];
  int length = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
  static const unsigned char lead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
  for (int i = length - 1; i > 0; i--, rune >>= 6) out[i] = (char)(0x80 | (rune & 0x3F));
  out[0] = (char)(lead[length] | rune);
  strbuf_put_bytes(buf, out, (size_t)length);
}

static void strbuf_put_escaped(StrBuf *buf, unsigned char c) {
  if (c == '\n') strbuf_put_text(buf, "\\n");
  else if (c == '\t') strbuf_put_text(buf, "\\t");
  else if (c == '"' || c == '\\') strbuf_put_format(buf, "\\%c", c);
  else if (c < 0x20 || c == 0x7F) strbuf_put_format(buf, "\\x%02x", c);
  else strbuf_put_char(buf, (char)c);
}

void strbuf_put_quoted(StrBuf *buf, const char *bytes, size_t length) {
  strbuf_put_char(buf, '"');
  for (size_t i = 0; i < length; i++) strbuf_put_escaped(buf, (unsigned char)bytes[i]);
  strbuf_put_char(buf, '"');
}

const char *strbuf_text(const StrBuf *buf) {
  return buf->bytes ? buf->bytes : "";
}

char *strbuf_copy(const StrBuf *buf, Arena *arena) {
  return arena_copy_bytes(arena, buf->bytes, buf->length);
}

char *strbuf_take(StrBuf *buf) {
  strbuf_reserve(buf, 0);
  buf->bytes[buf->length] = 0;
  char *text = buf->bytes;
  *buf = (StrBuf){0};
  return text;
}
