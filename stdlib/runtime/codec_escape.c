// The codecs unicode-escape and raw-unicode-escape: Python's own notation for characters beyond ASCII or Latin-1.
#include "codec_int.h"
#include "exception.h"

// ---- encoding ----

static void escape_put_number(StrBuilder *out, uint32_t c) {
    if (c < 0x100) str_builder_format(out, "\\x%02x", c);
    else if (c < 0x10000) str_builder_format(out, "\\u%04x", c);
    else str_builder_format(out, "\\U%08x", c);
}

void codec_put_escape(CodecRun *run, uint32_t c) {
    bool raw = run->codec == CODEC_RAW_UNICODE_ESCAPE;
    if (raw ? c < 0x100 : c >= ' ' && c < 0x7F && c != '\\') str_builder_add(&run->out, &(char){(char)c}, 1);
    else if (raw || (c != '\n' && c != '\r' && c != '\t' && c != '\\')) escape_put_number(&run->out, c);
    else str_builder_add(&run->out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : "\\\\", 2);
}

// ---- decoding ----

static int escape_hex_value(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The character of a numeric escape whose digits begin at *at; -1: malformed, *at stands where it ends.
static int64_t escape_take_number(const CodecInput *in, size_t *at, int places, const char **reason) {
    static const char *const truncated[] = {[2] = "truncated \\xXX escape", [4] = "truncated \\uXXXX escape", [8] = "truncated \\UXXXXXXXX escape"};
    int64_t c = 0;
    for (int i = 0; i < places; i++, ++*at) {
        int digit = *at < in->length ? escape_hex_value(in->data[*at]) : -1;
        *reason = truncated[places];
        if (digit < 0) return -1;
        c = c << 4 | digit;
    }
    *reason = "illegal Unicode character";
    return c <= 0x10FFFF ? c : -1;
}

static int64_t escape_take_octal(const CodecInput *in, size_t *at) {
    int64_t c = 0;
    for (int i = 0; i < 3 && *at < in->length && in->data[*at] >= '0' && in->data[*at] <= '7'; i++) c = c << 3 | (in->data[(*at)++] - '0');
    return c;
}

// \N{NAME}: the names of characters are not known here, so it is an error for the handler.
static int64_t escape_take_name(const CodecInput *in, size_t *at, const char **reason) {
    const uint8_t *open = in->data + *at, *close = memchr(open, '}', in->length - *at);
    bool whole = *at < in->length && *open == '{' && close && close > open + 1;
    *reason = whole ? "unknown Unicode character name" : "malformed \\N character escape";
    if (whole) *at = (size_t)(close + 1 - in->data);
    return -1;
}

enum { ESCAPE_NONE = -2, ESCAPE_UNKNOWN = -3 };

// The character behind a backslash; *at stands behind the letter. ESCAPE_NONE: it means nothing, ESCAPE_UNKNOWN: no escape.
static int64_t escape_take(const CodecInput *in, size_t *at, uint8_t letter, const char **reason) {
    static const char letters[] = "\\'\"abfnrtv", meant[] = "\\'\"\a\b\f\n\r\t\v";
    if (letter == '\n') return ESCAPE_NONE;
    if (letter == 'x') return escape_take_number(in, at, 2, reason);
    if (letter == 'u') return escape_take_number(in, at, 4, reason);
    if (letter == 'U') return escape_take_number(in, at, 8, reason);
    if (letter == 'N') return escape_take_name(in, at, reason);
    if (letter >= '0' && letter <= '7') {
        --*at;
        return escape_take_octal(in, at);
    }
    const char *known = letter ? strchr(letters, letter) : NULL;
    return known ? meant[known - letters] : ESCAPE_UNKNOWN;
}

static bool escape_decode_one(CodecRun *run, const CodecInput *in, size_t *at) {
    size_t start = *at;
    const char *reason = "\\ at end of string";
    bool raw = run->codec == CODEC_RAW_UNICODE_ESCAPE, last = start + 1 >= in->length;
    uint8_t letter = last ? 0 : in->data[start + 1];
    int64_t c = -1;
    *at = last ? start + 1 : start + 2;
    if (raw && letter != 'u' && letter != 'U') c = ESCAPE_UNKNOWN;
    else if (!last) c = escape_take(in, at, letter, &reason);
    if (c == -1) return codec_recover(run, in, start, at, reason);
    if (c >= 0) str_builder_add_char(&run->out, (uint32_t)c);
    if (c == ESCAPE_UNKNOWN) {
        str_builder_add(&run->out, "\\", 1);
        if (!last) str_builder_add_char(&run->out, letter);
    }
    return true;
}

bool codec_decode_escape(CodecRun *run, const CodecInput *in) {
    for (size_t at = 0; at < in->length;) {
        if (in->data[at] != '\\') str_builder_add_char(&run->out, in->data[at++]);
        else if (!escape_decode_one(run, in, &at)) return false;
    }
    return true;
}
