// StrBuf: text under construction. A zeroed StrBuf is empty and ready.
// `bytes` is NUL-terminated after the first put (the NUL is not counted) and moves when the buffer grows.
#ifndef OTTER_BASE_STRBUF_H
#define OTTER_BASE_STRBUF_H

#include "compiler/base/arena.h"

#include <stdarg.h>

typedef struct {
  char *bytes;
  size_t length, capacity;
} StrBuf;

void strbuf_fini(StrBuf *buf);
void strbuf_clear(StrBuf *buf);
void strbuf_put_char(StrBuf *buf, char c);
void strbuf_put_bytes(StrBuf *buf, const void *bytes, size_t length);
void strbuf_put_text(StrBuf *buf, const char *text);
[[gnu::format(printf, 2, 3)]] void strbuf_put_format(StrBuf *buf, const char *format, ...);
void strbuf_put_vformat(StrBuf *buf, const char *format, va_list args);
// The code point as UTF-8; surrogates are written in the same three-byte form.
void strbuf_put_rune(StrBuf *buf, uint32_t rune);
// The bytes as a double-quoted literal: \n \t \\ \" and \xHH for control bytes; UTF-8 stays.
void strbuf_put_quoted(StrBuf *buf, const char *bytes, size_t length);
// The text, NUL-terminated and never NULL; valid until the next put.
const char *strbuf_text(const StrBuf *buf);
// The text copied into `arena`.
[[nodiscard]] char *strbuf_copy(const StrBuf *buf, Arena *arena);
// The text itself, to be released with free(); the buffer becomes empty.
[[nodiscard]] char *strbuf_take(StrBuf *buf);

#endif
