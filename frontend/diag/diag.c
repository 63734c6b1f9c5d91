// Collecting and showing diagnostics. Columns count characters; the caret line repeats tabs as they are and counts wide
// characters twice, combining ones not at all, as terminals show them.
#include "diag.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "compiler/base/strbuf.h"

typedef struct {
    Span span;
    DiagCode code;
    bool is_warning;
    const char *message, *note;  // note: NULL when there is none
} Diag;

struct DiagSink {
    Arena *arena;
    const char *path, *source;
    size_t source_length;
    uint32_t errors, count, dropped;
    bool last_kept;  // diag_note belongs to items[count - 1]
    Diag items[DIAG_MAX];
};

static const struct {
    const char *code, *kind;
} diag_infos[DIAG_COUNT] = {
#define DIAG(name, code, kind) {code, kind},
#include "diag.def"
#undef DIAG
};

DiagSink *diag_new(Arena *arena, const char *path, const char *source, size_t source_length) {
    DiagSink *d = arena_new(arena, DiagSink);
    d->arena = arena;
    d->path = path;
    d->source = source;
    d->source_length = source_length;
    return d;
}

void diag_set_source(DiagSink *d, const char *source, size_t source_length) {
    d->source = source;
    d->source_length = source_length;
}

static const char *format_text(Arena *arena, const char *format, va_list args) {
    StrBuf buf = {0};
    strbuf_put_vformat(&buf, format, args);
    const char *text = strbuf_copy(&buf, arena);
    strbuf_fini(&buf);
    return text;
}

static bool is_consequence(const DiagSink *d, Span span, DiagCode code) {
    for (uint32_t i = 0; i < d->count; i++)
        if (!d->items[i].is_warning && d->items[i].span.line == span.line && d->items[i].code == code) return true;
    return false;
}

static void add(DiagSink *d, Diag diag) {
    if (d->count == DIAG_MAX && !diag.is_warning && d->items[DIAG_MAX - 1].is_warning) d->count--, d->dropped++;
    d->last_kept = d->count < DIAG_MAX;
    if (d->last_kept) d->items[d->count++] = diag;
    else d->dropped++;
}

void diag_error_v(DiagSink *d, Span span, DiagCode code, const char *format, va_list args) {
    d->last_kept = false;
    d->errors++;
    if (is_consequence(d, span, code)) return;
    add(d, (Diag){.span = span, .code = code, .message = format_text(d->arena, format, args)});
}

void diag_error(DiagSink *d, Span span, DiagCode code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag_error_v(d, span, code, format, args);
    va_end(args);
}

void diag_warning(DiagSink *d, Span span, DiagCode code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    add(d, (Diag){.span = span, .code = code, .is_warning = true, .message = format_text(d->arena, format, args)});
    va_end(args);
}

void diag_note(DiagSink *d, const char *format, ...) {
    if (!d->last_kept) return;
    va_list args;
    va_start(args, format);
    d->items[d->count - 1].note = format_text(d->arena, format, args);
    va_end(args);
}

uint32_t diag_error_count(const DiagSink *d) { return d->errors; }

bool diag_is_empty(const DiagSink *d) { return d->errors == 0 && d->count == 0; }

// --- showing

typedef struct {
    const char *text;
    size_t length;
} Line;

static Line find_line(const DiagSink *d, uint32_t number) {
    const char *at = d->source, *end = at ? at + d->source_length : at;
    for (uint32_t i = 1; at < end && i < number; i++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    if (!at || at >= end) return (Line){"", 0};
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((newline ? newline : end) - at);
    while (length && at[length - 1] == '\r') length--;
    return (Line){at, length};
}

const char *diag_source_text(DiagSink *d, Span span) {
    const char *at = find_line(d, span.line).text + span.col, *end = find_line(d, span.end_line).text + span.end_col;
    if (!d->source || at < d->source || end > d->source + d->source_length || at > end) return "";
    char *text = arena_new_array(d->arena, char, (size_t)(end - at) + 1), *to = text;
    for (; at < end; at++) {
        bool is_space = strchr(" \t\r\n\\", *at);
        if (!is_space) *to++ = *at;
        else if (to > text && to[-1] != ' ') *to++ = ' ';
    }
    *to = 0;
    return text;
}

static bool starts_char(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

static uint32_t count_chars(const char *text, size_t n) {
    uint32_t chars = 0;
    for (size_t i = 0; i < n; i++) chars += starts_char(text[i]);
    return chars;
}

enum { SHOWN_WIDTH = 160 };  // of a source line; long ones are cut around the mistake

typedef struct {
    const char *text;
    size_t length, caret, caret_length;  // bytes
} Excerpt;

static Excerpt make_excerpt(Line line, Span span) {
    size_t caret = span.col < line.length ? span.col : line.length;
    size_t end = span.end_line == span.line && span.end_col > caret ? span.end_col : line.length;
    if (end > line.length) end = line.length;
    size_t from = caret > SHOWN_WIDTH ? caret - SHOWN_WIDTH / 2 : 0;
    while (from && !starts_char(line.text[from])) from--;
    size_t until = line.length - from > SHOWN_WIDTH ? from + SHOWN_WIDTH : line.length;
    while (until < line.length && !starts_char(line.text[until])) until++;
    if (end > until) end = until;
    return (Excerpt){line.text + from, until - from, caret - from, end > caret ? end - caret : 1};
}

// The character at `text` and the columns it takes on a terminal; bytes that are none count as one character each.
static uint32_t char_columns(const char *text, size_t length, size_t *size) {
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &c);
    *size = n > 0 ? (size_t)n : 1;
    if (n <= 0 || c < 0x20) return 1;
    return (uint32_t)utf8proc_charwidth(c);
}

static uint32_t count_columns(const char *text, size_t length) {
    uint32_t columns = 0;
    for (size_t at = 0, size; at < length; at += size) columns += char_columns(text + at, length - at, &size);
    return columns;
}

static void put_padding(StrBuf *out, const char *text, size_t length) {
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t columns = char_columns(text + at, length - at, &size);
        if (text[at] == '\t') strbuf_put_char(out, '\t');
        else strbuf_put_format(out, "%*s", (int)columns, "");
    }
}

static void put_source(StrBuf *out, const DiagSink *d, const Diag *diag, bool colour) {
    Line line = find_line(d, diag->span.line);
    if (line.length == 0) return;
    Excerpt e = make_excerpt(line, diag->span);
    strbuf_put_text(out, "    ");
    strbuf_put_bytes(out, e.text, e.length);
    strbuf_put_text(out, "\n    ");
    put_padding(out, e.text, e.caret);
    if (colour) strbuf_put_text(out, "\033[1;31m");
    uint32_t carets = e.caret + e.caret_length <= e.length ? count_columns(e.text + e.caret, e.caret_length) : 1;
    for (uint32_t i = 0; i < carets || i == 0; i++) strbuf_put_char(out, '^');
    strbuf_put_text(out, colour ? "\033[0m\n" : "\n");
}

static uint32_t shown_column(const DiagSink *d, Span span) {
    Line line = find_line(d, span.line);
    return 1 + count_chars(line.text, span.col < line.length ? span.col : line.length);
}

static uint32_t shown_end(const DiagSink *d, Span span) {
    return shown_column(d, (Span){span.end_line, span.end_col, span.end_line, span.end_col});
}

static void put_text(StrBuf *out, const DiagSink *d, const Diag *diag, bool colour) {
    const char *severity = diag->is_warning ? "warning" : "error";
    const char *on = !colour ? "" : diag->is_warning ? "\033[1;33m" : "\033[1;31m", *off = colour ? "\033[0m" : "";
    strbuf_put_text(out, d->path);
    if (diag->span.line) strbuf_put_format(out, ":%u:%u", diag->span.line, shown_column(d, diag->span));
    strbuf_put_format(out, ": %s%s[%s]%s: %s\n", on, severity, diag_infos[diag->code].code, off, diag->message);
    if (diag->span.line) put_source(out, d, diag, colour);
    if (diag->note) strbuf_put_format(out, "  note: %s\n", diag->note);
}

static void put_json_text(StrBuf *out, const char *text) {
    strbuf_put_char(out, '"');
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\') strbuf_put_format(out, "\\%c", *c);
        else if ((unsigned char)*c < 0x20) strbuf_put_format(out, "\\u%04x", *c);
        else strbuf_put_char(out, *c);
    }
    strbuf_put_char(out, '"');
}

static void put_json(StrBuf *out, const DiagSink *d, const Diag *diag) {
    strbuf_put_text(out, "{\"file\": ");
    put_json_text(out, d->path);
    strbuf_put_format(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u", diag->span.line,
                      shown_column(d, diag->span), diag->span.end_line, shown_end(d, diag->span));
    strbuf_put_format(out, ", \"severity\": \"%s\", \"code\": \"%s\", \"message\": ",
                      diag->is_warning ? "warning" : "error", diag_infos[diag->code].code);
    put_json_text(out, diag->message);
    if (diag->note) {
        strbuf_put_text(out, ", \"note\": ");
        put_json_text(out, diag->note);
    }
    strbuf_put_text(out, "}\n");
}

static int compare_positions(const void *a, const void *b) {
    const Span *x = &(*(const Diag *const *)a)->span, *y = &(*(const Diag *const *)b)->span;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return (x->col > y->col) - (x->col < y->col);
}

void diag_print(const DiagSink *d, FILE *to, DiagStyle style) {
    const Diag *ordered[DIAG_MAX];
    for (uint32_t i = 0; i < d->count; i++) ordered[i] = &d->items[i];
    qsort(ordered, d->count, sizeof *ordered, compare_positions);
    StrBuf out = {0};
    for (uint32_t i = 0; i < d->count; i++) {
        if (style == DIAG_JSON) put_json(&out, d, ordered[i]);
        else put_text(&out, d, ordered[i], style == DIAG_COLOUR);
    }
    if (d->dropped && style != DIAG_JSON) strbuf_put_format(&out, "%s: and %u more\n", d->path, d->dropped);
    fwrite(out.bytes, 1, out.length, to);
    strbuf_fini(&out);
}
