// StrBuilder: text that grows in the builder's own array first, then in a heap buffer that doubles.
#include <stdarg.h>
#include <stdio.h>

#include "exception.h"
#include "heap.h"
#include "int.h"
#include "ops.h"
#include "str.h"
#include "utf8.h"

void str_builder_init(StrBuilder *b, Thread *t) {
    b->buffer = NULL;
    b->text = b->small;
    b->nbytes = 0;
    b->capacity = sizeof b->small;
    b->thread = t;
    b->failed = false;
}

static bool str_builder_grow(StrBuilder *b, size_t wanted) {
    size_t capacity = b->capacity * 2 > wanted ? b->capacity * 2 : wanted;
    Buffer *buffer = heap_new_raw(b->thread, capacity);
    if (!buffer) {
        b->failed = true;
        return false;
    }
    memcpy(buffer->bytes, b->text, b->nbytes);
    b->buffer = buffer;
    b->text = (char *)buffer->bytes;
    b->capacity = capacity;
    return true;
}

char *str_builder_reserve(StrBuilder *b, size_t nbytes) {
    if (b->failed) return NULL;
    if (b->capacity - b->nbytes < nbytes && !str_builder_grow(b, b->nbytes + nbytes)) return NULL;
    return b->text + b->nbytes;
}

void str_builder_add(StrBuilder *b, const char *utf8, size_t nbytes) {
    char *at = str_builder_reserve(b, nbytes);
    if (!at) return;
    memcpy(at, utf8, nbytes);
    b->nbytes += nbytes;
}

void str_builder_add_c(StrBuilder *b, const char *text) {
    str_builder_add(b, text, strlen(text));
}

void str_builder_add_str(StrBuilder *b, const Str *s) {
    str_builder_add(b, s->text, s->nbytes);
}

void str_builder_add_char(StrBuilder *b, uint32_t code_point) {
    char *at = str_builder_reserve(b, 4);
    if (at) b->nbytes += utf8_put(at, code_point);
}

void str_builder_fill(StrBuilder *b, uint32_t code_point, size_t times) {
    char text[4];
    size_t n = utf8_put(text, code_point);
    if (times > UINT32_MAX) {
        error_out_of_memory(b->thread);
        b->failed = true;
    }
    char *at = str_builder_reserve(b, n * times);
    if (!at) return;
    if (n == 1) memset(at, text[0], times);
    else
        for (size_t i = 0; i < times; i++) memcpy(at + i * n, text, n);
    b->nbytes += n * times;
}

void str_builder_add_int(StrBuilder *b, int64_t i) {
    char text[20], *end = text + sizeof text, *from = int_put_decimal(end, i);
    str_builder_add(b, from, (size_t)(end - from));
}

void str_builder_add_repr(StrBuilder *b, Value v) {
    if (b->failed) return;
    Str *s = op_repr(b->thread, v);
    if (s) str_builder_add_str(b, s);
    else b->failed = true;
}

void str_builder_format(StrBuilder *b, const char *format, ...) {
    for (size_t room = 64;;) {
        char *at = str_builder_reserve(b, room);
        if (!at) return;
        va_list list;
        va_start(list, format);
        size_t n = (size_t)vsnprintf(at, room, format, list);
        va_end(list);
        if (n < room) {
            b->nbytes += n;
            return;
        }
        room = n + 1;
    }
}

Str *str_builder_take(StrBuilder *b) {
    if (!b->failed) return str_new(b->thread, b->text, b->nbytes);
    // What was pending may have been taken for an error of its own by whoever has looked something up since.
    if (!error_pending(b->thread)) error_out_of_memory(b->thread);
    return NULL;
}
