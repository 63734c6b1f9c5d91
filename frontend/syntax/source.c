// Reading a program's text: from the file, out of its encoding, into the parser's form.
//
// The encoding is UTF-8, or what a `coding:` comment in the first two lines names (iconv knows it). Line ends
// "\r\n" and "\r" become "\n", as in Python, so that everything behind counts lines and columns alike.
#include "frontend/syntax/source.h"

#include "compiler/base/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(DiagSink *diag, const char *message) {
  diag_error(diag, (Span){0}, DIAG_FILE, "%s", message);
  return false;
}

// ---- the file

static bool read_all(int fd, Arena *arena, size_t expected, char **bytes, size_t *length) {
  size_t capacity = expected + 1;
  char *buffer = arena_alloc(arena, capacity);
  for (*length = 0;;) {
    ssize_t got = read(fd, buffer + *length, capacity - *length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    *length += (size_t)got;
    if (*length > SOURCE_MAX) break;
    if (*length < capacity) continue;
    char *larger = arena_alloc(arena, capacity * 2);
    buffer = memcpy(larger, buffer, *length);
    capacity *= 2;
  }
  *bytes = buffer;
  return true;
}

static bool read_file(Arena *arena, const char *path, char **bytes, size_t *length, DiagSink *diag) {
  int fd = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(diag, strerror(errno));
  struct stat info;
  bool ok = fstat(fd, &info) == 0 || fail(diag, strerror(errno));
  if (ok && S_ISDIR(info.st_mode)) ok = fail(diag, "is a directory, not a program");
  if (ok && info.st_size > SOURCE_MAX) ok = fail(diag, "is larger than 64 MiB, the most that the compiler reads");
  if (ok && !read_all(fd, arena, (size_t)info.st_size, bytes, length)) ok = fail(diag, strerror(errno));
  close(fd);
  if (ok && *length > SOURCE_MAX) ok = fail(diag, "is larger than 64 MiB, the most that the compiler reads");
  return ok;
}

// ---- the encoding

// The number of bytes of the UTF-8 character at `at`, 0 if there is none.
static size_t char_length(const unsigned char *at, const unsigned char *end) {
  if (at[0] < 0x80) return 1;
  size_t length = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
  if (at[0] < 0xC2 || at[0] > 0xF4 || (size_t)(end - at) < length) return 0;
  for (size_t i = 1; i < length; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  if (at[0] == 0xE0 && at[1] < 0xA0) return 0;
  if (at[0] == 0xED && at[1] > 0x9F) return 0;
  if (at[0] == 0xF0 && at[1] < 0x90) return 0;
  if (at[0] == 0xF4 && at[1] > 0x8F) return 0;
  return length;
}

static Span span_at(const char *text, size_t offset) {
  Span span = {.line = 1};
  for (size_t i = 0; i < offset; i++) {
    if (text[i] == '\n') span.line++, span.col = 0;
    else span.col++;
  }
  span.end_line = span.line;
  span.end_col = span.col + 1;
  return span;
}

static bool check_bytes(const char *text, size_t length, DiagSink *diag) {
  const unsigned char *at = (const unsigned char *)text, *end = at + length;
  while (at < end) {
    size_t n = *at ? char_length(at, end) : 0;
    if (n == 0) {
      Span span = span_at(text, (size_t)((const char *)at - text));
      if (*at) {
        diag_error(diag, span, DIAG_ENCODING, "byte 0x%02x is not valid UTF-8 here", *at);
        diag_note(diag, "save the file as UTF-8, or name its encoding in the first line: # coding: latin-1");
      } else {
        diag_error(diag, span, DIAG_ENCODING, "source code cannot contain null bytes");
      }
      return false;
    }
    at += n;
  }
  return true;
}

// The name that `coding[:=]` gives in this line, if it is a comment; its length is 0 otherwise.
static size_t find_encoding(const char *line, size_t length, const char **name) {
  size_t i = 0;
  while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) i++;
  if (i == length || line[i] != '#') return 0;
  const char *found = memmem(line + i, length - i, "coding", 6);
  if (!found || found + 7 > line + length || (found[6] != ':' && found[6] != '=')) return 0;
  const char *end = line + length;
  for (*name = found + 7; *name < end && (**name == ' ' || **name == '\t');) ++*name;
  size_t n = 0;
  for (; *name + n < end; n++) {
    char c = (*name)[n];
    bool part = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (!part && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.') break;
  }
  return n;
}

static bool find_cookie(const char *text, size_t length, char cookie[64]) {
  for (int line = 0; line < 2 && length; line++) {
    const char *end = memchr(text, '\n', length);
    size_t n = end ? (size_t)(end - text) : length;
    const char *name;
    size_t size = find_encoding(text, n, &name);
    if (size > 0 && size < 64) {
      memcpy(cookie, name, size);
      cookie[size] = 0;
      return true;
    }
    if (!end) break;
    text += n + 1;
    length -= n + 1;
  }
  return false;
}

static bool is_utf8_name(const char *name) {
  return strncasecmp(name, "utf-8", 5) == 0 || strncasecmp(name, "utf_8", 5) == 0 || strcasecmp(name, "utf8") == 0 ||
         strcasecmp(name, "ascii") == 0 || strcasecmp(name, "us-ascii") == 0;
}

// Converts the text to UTF-8. False when the encoding is unknown or the bytes do not fit it.
static bool decode(const char *encoding, Arena *arena, char **text, size_t *length) {
  char name[64];
  for (size_t i = 0;; i++) {
    name[i] = encoding[i] == '_' ? '-' : encoding[i];
    if (!name[i]) break;
  }
  iconv_t converter = iconv_open("UTF-8", strncasecmp(name, "latin-1", 8) == 0 ? "ISO-8859-1" : name);
  if (converter == (iconv_t)-1) return false;
  size_t capacity = *length * 4 + 1, room = capacity, left = *length;
  char *out = arena_alloc(arena, capacity), *to = out, *from = *text;
  bool ok = iconv(converter, &from, &left, &to, &room) != (size_t)-1;
  iconv_close(converter);
  *text = out;
  *length = capacity - room;
  return ok;
}

// ---- the parser's form

static void normalise_lines(char *text, size_t *length) {
  char *to = memchr(text, '\r', *length), *end = text + *length;
  if (!to) return;
  for (const char *from = to; from < end; from++) {
    if (*from == '\r' && from + 1 < end && from[1] == '\n') continue;
    *to++ = *from == '\r' ? '\n' : *from;
  }
  *to = 0;
  *length = (size_t)(to - text);
}

static bool prepare(Source *source, Arena *arena, char *text, size_t length, DiagSink *diag) {
  char cookie[64];
  bool marked = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
  if (marked) text += 3, length -= 3;
  if (!marked && find_cookie(text, length, cookie) && !is_utf8_name(cookie) && !decode(cookie, arena, &text, &length)) {
    diag_error(diag, (Span){1, 0, 1, 1}, DIAG_ENCODING, "cannot read the file in the encoding it names: %s", cookie);
    return false;
  }
  diag_set_source(diag, text, length);
  if (!check_bytes(text, length, diag)) return false;
  normalise_lines(text, &length);
  diag_set_source(diag, text, length);
  source->text = text;
  source->length = length;
  return true;
}

bool source_load(Source *source, Arena *arena, const char *path, DiagSink *diag) {
  char *bytes;
  size_t length;
  *source = (Source){.path = path};
  if (!read_file(arena, path, &bytes, &length, diag)) return false;
  bytes[length] = 0;
  return prepare(source, arena, bytes, length, diag);
}

bool source_from_text(Source *source, Arena *arena, const char *path, const char *text, size_t length,
                      DiagSink *diag) {
  *source = (Source){.path = path};
  return prepare(source, arena, arena_copy_bytes(arena, text, length), length, diag);
}
