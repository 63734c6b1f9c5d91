// Decoding: valid stretches go to the builder as they are; each error covers the bytes CPython's decoders name.
#include "codec_int.h"
#include "exception.h"
#include "utf8.h"

static bool codec_decode_error(CodecRun *run, const CodecInput *in, size_t start, size_t end, const char *reason) {
    Value args[] = {value_from_object(str_intern_c(codec_name(run->codec))), in->source, value_from_small((int64_t)start),
                    value_from_small((int64_t)end), value_from_object(str_intern_c(reason))};
    error_raise_args(run->t, &class_UnicodeDecodeError, args, 5);
    return false;
}

static bool codec_is_surrogate_form(const CodecInput *in, size_t at) {
    const uint8_t *p = in->data + at;
    return in->length - at >= 3 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0 && (p[2] & 0xC0) == 0x80;
}

// Bytes beyond ASCII, up to four, as lone surrogates: where the first byte is that is none of them.
static size_t codec_put_surrogates(CodecRun *run, const CodecInput *in, size_t at, size_t end) {
    if (end > at + 4) end = at + 4;
    for (; at < end && in->data[at] >= 0x80; at++) str_builder_add_char(&run->out, 0xDC00u + in->data[at]);
    return at;
}

bool codec_recover(CodecRun *run, const CodecInput *in, size_t start, size_t *end, const char *reason) {
    CodecHandler handler;
    if (!codec_find_handler(run->t, run->errors, &handler)) return false;
    switch (handler) {
    case HANDLER_ignore: return true;
    case HANDLER_replace: str_builder_add_char(&run->out, 0xFFFD); return true;
    case HANDLER_backslashreplace:
        for (size_t i = start; i < *end; i++) str_builder_format(&run->out, "\\x%02x", in->data[i]);
        return true;
    case HANDLER_surrogateescape:
        if (in->data[start] < 0x80) break;
        *end = codec_put_surrogates(run, in, start, *end);
        return true;
    case HANDLER_surrogatepass:
        if (run->codec > CODEC_UTF_8_SIG || !codec_is_surrogate_form(in, start)) break;
        *end = start + 3;
        str_builder_add(&run->out, (const char *)in->data + start, 3);
        return true;
    default: break;
    }
    return codec_decode_error(run, in, start, *end, reason);
}

// ---- UTF-8 ----

// Length of the valid form at p, or 0; then *bad is how many bytes the error covers.
static size_t codec_check_utf8(const uint8_t *p, size_t n, size_t *bad, const char **reason) {
    uint8_t lead = p[0], low = 0x80, high = 0xBF;
    if (lead < 0x80) return 1;
    *bad = 1;
    *reason = "invalid start byte";
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    size_t length = utf8_lead_length(lead);
    for (size_t i = 1; i < length; i++, low = 0x80, high = 0xBF) {
        *bad = i;
        *reason = i < n ? "invalid continuation byte" : "unexpected end of data";
        if (i == n || p[i] < low || p[i] > high) return 0;
    }
    return length;
}

static size_t codec_valid_utf8(const uint8_t *p, size_t n, size_t *bad, const char **reason) {
    size_t i = 0, length;
    while (i < n) {
        uint64_t eight;
        while (n - i >= 8 && (memcpy(&eight, p + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
        if (i == n) break;
        if (!(length = codec_check_utf8(p + i, n - i, bad, reason))) break;
        i += length;
    }
    return i;
}

static bool codec_decode_utf8(CodecRun *run, const CodecInput *in, size_t at) {
    while (at < in->length) {
        size_t bad;
        const char *reason;
        size_t good = codec_valid_utf8(in->data + at, in->length - at, &bad, &reason);
        str_builder_add(&run->out, (const char *)in->data + at, good);
        at += good;
        if (at == in->length) break;
        size_t end = at + bad;
        if (!codec_recover(run, in, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

// ---- one byte per character ----

static bool codec_decode_ascii(CodecRun *run, const CodecInput *in) {
    for (size_t i = 0; i < in->length;) {
        size_t from = i, end;
        while (i < in->length && in->data[i] < 0x80) i++;
        str_builder_add(&run->out, (const char *)in->data + from, i - from);
        if (i == in->length) break;
        end = i + 1;
        if (!codec_recover(run, in, i, &end, "ordinal not in range(128)")) return false;
        i = end;
    }
    return true;
}

// ---- UTF-16 and UTF-32 ----

static uint32_t codec_unit(const CodecInput *in, size_t at, size_t size, bool big) {
    uint32_t unit = 0;
    for (size_t i = 0; i < size; i++) unit |= (uint32_t)in->data[at + i] << 8 * (big ? size - 1 - i : i);
    return unit;
}

static bool codec_take_mark(const CodecInput *in, size_t size, bool *big) {
    if (in->length < size) return false;
    for (int i = 0; i < 2; i++)
        if (codec_unit(in, 0, size, i == 1) == 0xFEFF) {
            *big = i == 1;
            return true;
        }
    return false;
}

static bool codec_decode_utf32(CodecRun *run, const CodecInput *in, size_t at, bool big) {
    while (at < in->length) {
        size_t end = in->length;
        const char *reason = "truncated data";
        if (in->length - at >= 4) {
            uint32_t c = codec_unit(in, at, 4, big);
            end = at + 4;
            reason = c > 0x10FFFF ? "code point not in range(0x110000)" : "code point in surrogate code point range(0xd800, 0xe000)";
            if (c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) {
                str_builder_add_char(&run->out, c);
                at = end;
                continue;
            }
        }
        if (!codec_recover(run, in, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

// The character at `at`, or -1 with the error's extent and reason.
static int64_t codec_utf16_char(const CodecInput *in, size_t at, bool big, size_t *end, const char **reason) {
    *end = in->length;
    *reason = "truncated data";
    if (in->length - at < 2) return -1;
    uint32_t high = codec_unit(in, at, 2, big);
    *end = at + 2;
    if (high < 0xD800 || high > 0xDFFF) return high;
    *reason = "illegal encoding";
    if (high > 0xDBFF) return -1;
    if (in->length - at < 4) {
        *end = in->length;
        *reason = "unexpected end of data";
        return -1;
    }
    uint32_t low = codec_unit(in, at + 2, 2, big);
    *reason = "illegal UTF-16 surrogate";
    if (low < 0xDC00 || low > 0xDFFF) return -1;
    *end = at + 4;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static bool codec_decode_utf16(CodecRun *run, const CodecInput *in, size_t at, bool big) {
    while (at < in->length) {
        size_t end;
        const char *reason;
        int64_t c = codec_utf16_char(in, at, big, &end, &reason);
        if (c >= 0) str_builder_add_char(&run->out, (uint32_t)c);
        else if (!codec_recover(run, in, at, &end, reason)) return false;
        at = end;
    }
    return true;
}

// Without a mark it is the machine's order; errors name the order.
static bool codec_decode_marked(CodecRun *run, const CodecInput *in) {
    size_t size = run->codec == CODEC_UTF_16 ? 2 : 4;
    bool big = false, marked = codec_take_mark(in, size, &big);
    if (size == 2) run->codec = big ? CODEC_UTF_16_BE : CODEC_UTF_16_LE;
    else run->codec = big ? CODEC_UTF_32_BE : CODEC_UTF_32_LE;
    return (size == 2 ? codec_decode_utf16 : codec_decode_utf32)(run, in, marked ? size : 0, big);
}

bool codec_run_decode(CodecRun *run, Value source, const uint8_t *data, size_t n) {
    CodecInput in = {source, data, n};
    bool big = run->codec == CODEC_UTF_16_BE || run->codec == CODEC_UTF_32_BE;
    switch (run->codec) {
    case CODEC_UTF_16: case CODEC_UTF_32: return codec_decode_marked(run, &in);
    case CODEC_UNICODE_ESCAPE: case CODEC_RAW_UNICODE_ESCAPE: return codec_decode_escape(run, &in);
    case CODEC_CP1252: return codec_decode_charmap(run, &in);
    case CODEC_UTF_8_SIG: return codec_decode_utf8(run, &in, n >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
    case CODEC_ASCII: return codec_decode_ascii(run, &in);
    case CODEC_LATIN_1:
        for (size_t i = 0; i < n; i++) str_builder_add_char(&run->out, data[i]);
        return true;
    case CODEC_UTF_16_LE: case CODEC_UTF_16_BE: return codec_decode_utf16(run, &in, 0, big);
    case CODEC_UTF_32_LE: case CODEC_UTF_32_BE: return codec_decode_utf32(run, &in, 0, big);
    default: return codec_decode_utf8(run, &in, 0);
    }
}
