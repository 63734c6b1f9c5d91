// Names of encodings and error handlers, and the entry points.
#include "codec_int.h"

#include "bytes.h"
#include "exception.h"

static const char *const codec_names[] = {
#define X(ident, name) name,
    CODECS(X)
#undef X
};

static const struct {
    const char *name;
    Codec codec;
} codec_aliases[] = {
    {"utf8", CODEC_UTF_8},       {"u8", CODEC_UTF_8},          {"cp65001", CODEC_UTF_8},    {"us-ascii", CODEC_ASCII},
    {"646", CODEC_ASCII},        {"ascii", CODEC_ASCII},       {"iso-8859-1", CODEC_LATIN_1}, {"iso8859-1", CODEC_LATIN_1},
    {"latin1", CODEC_LATIN_1},   {"l1", CODEC_LATIN_1},        {"8859", CODEC_LATIN_1},     {"cp819", CODEC_LATIN_1},
    {"latin", CODEC_LATIN_1},    {"utf16", CODEC_UTF_16},      {"u16", CODEC_UTF_16},       {"utf-16le", CODEC_UTF_16_LE},
    {"utf-16be", CODEC_UTF_16_BE}, {"utf32", CODEC_UTF_32},    {"u32", CODEC_UTF_32},       {"utf-32le", CODEC_UTF_32_LE},
    {"windows-1252", CODEC_CP1252}, {"1252", CODEC_CP1252}, {"utf-32be", CODEC_UTF_32_BE}, {"utf8-sig", CODEC_UTF_8_SIG},
};

const char *codec_name(Codec codec) {
    if (codec == CODEC_CP1252) return "charmap";
    return codec == CODEC_UNICODE_ESCAPE ? "unicodeescape" : codec == CODEC_RAW_UNICODE_ESCAPE ? "rawunicodeescape" : codec_names[codec];
}

// Lower case, '-' for '_' and ' '.
static void codec_normalise(const Str *name, char out[32]) {
    size_t n = name->nbytes < 31 ? name->nbytes : 0;
    for (size_t i = 0; i < n; i++) {
        char c = name->text[i];
        out[i] = c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    out[n] = 0;
}

static bool codec_find(Thread *t, const Str *encoding, Codec *codec) {
    *codec = CODEC_UTF_8;
    if (!encoding) return true;
    char name[32];
    codec_normalise(encoding, name);
    for (*codec = 0; *codec < CODEC_COUNT; ++*codec)
        if (strcmp(name, codec_names[*codec]) == 0) return true;
    for (size_t i = 0; i < sizeof codec_aliases / sizeof codec_aliases[0]; i++) {
        if (strcmp(name, codec_aliases[i].name) != 0) continue;
        *codec = codec_aliases[i].codec;
        return true;
    }
    error_raise(t, &class_LookupError, "unknown encoding: %S", encoding);
    return false;
}

bool codec_find_handler(Thread *t, const Str *errors, CodecHandler *handler) {
    static const char *const names[] = {
#define X(name) #name,
        CODEC_HANDLERS(X)
#undef X
    };
    *handler = HANDLER_strict;
    if (!errors) return true;
    for (; *handler < HANDLER_COUNT; ++*handler)
        if (str_equal_c(errors, names[*handler])) return true;
    error_raise(t, &class_LookupError, "unknown error handler name '%S'", errors);
    return false;
}

Value codec_encode(Thread *t, const Str *s, const Str *encoding, const Str *errors) {
    CodecRun run = {.t = t, .errors = errors};
    if (!codec_find(t, encoding, &run.codec)) return VALUE_ERROR;
    str_builder_init(&run.out, t);
    bool plain = str_is_ascii(s) && run.codec <= CODEC_LATIN_1 && run.codec != CODEC_UTF_8_SIG;
    Bytes *b;
    if (plain) b = bytes_new(t, s->text, s->nbytes);
    else b = codec_run_encode(&run, s) && !run.out.failed ? bytes_new(t, run.out.text, run.out.nbytes) : NULL;
    return b ? value_from_object(b) : VALUE_ERROR;
}

Value codec_decode(Thread *t, Value source, const uint8_t *data, size_t n, const Str *encoding, const Str *errors) {
    CodecRun run = {.t = t, .errors = errors};
    if (!codec_find(t, encoding, &run.codec)) return VALUE_ERROR;
    str_builder_init(&run.out, t);
    Str *s = codec_run_decode(&run, source, data, n) ? str_builder_take(&run.out) : NULL;
    return s ? value_from_object(s) : VALUE_ERROR;
}

static bool codec_argument(Thread *t, const char *method, const char *name, Value v, const Str **out) {
    *out = value_is_str(v) ? value_str(v) : NULL;
    if (*out || value_is_unbound(v)) return true;
    error_type(t, "%s() argument '%s' must be str, not %A", method, name, v);
    return false;
}

bool codec_arguments(Thread *t, const char *method, Value encoding, Value errors, const Str **e, const Str **h) {
    return codec_argument(t, method, "encoding", encoding, e) && codec_argument(t, method, "errors", errors, h);
}
