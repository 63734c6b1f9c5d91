// Encoding: character by character into the builder of the run; a handler deals with runs of characters that don't fit.
#include "codec_int.h"

#include <stdio.h>

#include "exception.h"
#include "utf8.h"

static bool codec_is_wide(Codec codec) { return codec >= CODEC_UTF_16 && codec <= CODEC_UTF_32_BE; }
static bool codec_is_escape(Codec codec) { return codec == CODEC_UNICODE_ESCAPE || codec == CODEC_RAW_UNICODE_ESCAPE; }

static bool codec_can_encode(Codec codec, uint32_t c) {
    if (codec == CODEC_ASCII) return c < 0x80;
    if (codec == CODEC_LATIN_1) return c < 0x100;
    if (codec == CODEC_CP1252) return codec_charmap_byte(c) >= 0;
    if (codec_is_escape(codec)) return true;
    return c < 0xD800 || c > 0xDFFF;
}

static void codec_put_unit(CodecRun *run, uint32_t unit, int size, bool big) {
    char bytes[4];
    for (int i = 0; i < size; i++) bytes[big ? size - 1 - i : i] = (char)(unit >> (8 * i));
    str_builder_add(&run->out, bytes, (size_t)size);
}

static void codec_put(CodecRun *run, uint32_t c) {
    bool big = run->codec == CODEC_UTF_16_BE || run->codec == CODEC_UTF_32_BE;
    if (run->codec <= CODEC_UTF_8_SIG) {
        str_builder_add_char(&run->out, c);
    } else if (run->codec <= CODEC_LATIN_1) {
        str_builder_add(&run->out, &(char){(char)c}, 1);
    } else if (codec_is_escape(run->codec)) {
        codec_put_escape(run, c);
    } else if (run->codec == CODEC_CP1252) {
        str_builder_add(&run->out, &(char){(char)codec_charmap_byte(c)}, 1);
    } else if (run->codec >= CODEC_UTF_32) {
        codec_put_unit(run, c, 4, big);
    } else if (c < 0x10000) {
        codec_put_unit(run, c, 2, big);
    } else {
        codec_put_unit(run, 0xD800 + ((c - 0x10000) >> 10), 2, big);
        codec_put_unit(run, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
    }
}

static bool codec_encode_error(CodecRun *run, const Str *s, size_t start, size_t end) {
    const char *reason = run->codec == CODEC_ASCII     ? "ordinal not in range(128)"
                         : run->codec == CODEC_LATIN_1 ? "ordinal not in range(256)"
                         : run->codec == CODEC_CP1252  ? "character maps to <undefined>"
                                                       : "surrogates not allowed";
    Str *name = str_intern_c(run->codec == CODEC_UTF_8_SIG ? "utf-8" : codec_name(run->codec)), *why = str_intern_c(reason);
    Value args[] = {value_from_object(name), value_from_object(s), value_from_small((int64_t)start),
                    value_from_small((int64_t)end), value_from_object(why)};
    error_raise_args(run->t, &class_UnicodeEncodeError, args, 5);
    return false;
}

static void codec_put_text(CodecRun *run, const char *text) {
    for (; *text; text++) codec_put(run, (unsigned char)*text);
}

// What a handler writes for one character; false: the handler gives up.
static bool codec_substitute(CodecRun *run, CodecHandler handler, uint32_t c) {
    char text[16];
    switch (handler) {
    case HANDLER_ignore: return true;
    case HANDLER_replace: codec_put(run, '?'); return true;
    case HANDLER_backslashreplace:
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        codec_put_text(run, text);
        return true;
    case HANDLER_xmlcharrefreplace:
        snprintf(text, sizeof text, "&#%u;", c);
        codec_put_text(run, text);
        return true;
    case HANDLER_surrogateescape:
        if (c < 0xDC80 || c > 0xDCFF || codec_is_wide(run->codec)) return false;
        str_builder_add(&run->out, &(char){(char)(c - 0xDC00)}, 1);
        return true;
    case HANDLER_surrogatepass:
        if (c < 0xD800 || c > 0xDFFF || run->codec == CODEC_ASCII || run->codec == CODEC_LATIN_1 || run->codec == CODEC_CP1252) return false;
        codec_put(run, c);
        return true;
    default: return false;
    }
}

bool codec_run_encode(CodecRun *run, const Str *s) {
    if (run->codec == CODEC_UTF_8_SIG) str_builder_add(&run->out, "\xEF\xBB\xBF", 3);
    if (run->codec == CODEC_UTF_16 || run->codec == CODEC_UTF_32) codec_put(run, 0xFEFF);
    const char *p = s->text, *end = p + s->nbytes;
    for (size_t i = 0; p < end; i++) {
        uint32_t c = utf8_next(&p);
        if (codec_can_encode(run->codec, c)) {
            codec_put(run, c);
            continue;
        }
        CodecHandler handler;
        if (!codec_find_handler(run->t, run->errors, &handler)) return false;
        if (codec_substitute(run, handler, c)) continue;
        size_t last = i + 1;
        while (p < end && !codec_can_encode(run->codec, utf8_next(&p))) last++;
        return codec_encode_error(run, s, i, last);
    }
    return true;
}
