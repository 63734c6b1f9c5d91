// The codecs among themselves.
#ifndef OTTER_CODEC_INT_H
#define OTTER_CODEC_INT_H

#include "codec.h"

#define CODECS(X)                                                                    \
    X(UTF_8, "utf-8") X(UTF_8_SIG, "utf-8-sig") X(ASCII, "ascii") X(LATIN_1, "latin-1") \
    X(UTF_16, "utf-16") X(UTF_16_LE, "utf-16-le") X(UTF_16_BE, "utf-16-be")          \
    X(UTF_32, "utf-32") X(UTF_32_LE, "utf-32-le") X(UTF_32_BE, "utf-32-be")          \
    X(UNICODE_ESCAPE, "unicode-escape") X(RAW_UNICODE_ESCAPE, "raw-unicode-escape") X(CP1252, "cp1252")

typedef enum {
#define X(ident, name) CODEC_##ident,
    CODECS(X)
#undef X
    CODEC_COUNT
} Codec;

#define CODEC_HANDLERS(X) \
    X(strict) X(ignore) X(replace) X(backslashreplace) X(xmlcharrefreplace) X(surrogateescape) X(surrogatepass)

typedef enum {
#define X(name) HANDLER_##name,
    CODEC_HANDLERS(X)
#undef X
    HANDLER_COUNT
} CodecHandler;

typedef struct {
    Thread *t;
    Codec codec;
    const Str *errors;    // NULL: strict
    StrBuilder out;       // bytes when encoding
} CodecRun;

typedef struct {
    Value source;         // what errors name as the object
    const uint8_t *data;
    size_t length;
} CodecInput;

const char *codec_name(Codec codec);          // as errors name it
// The handler by its name; false: LookupError pending. Names are looked at only when there is an error to handle.
bool codec_find_handler(Thread *t, const Str *errors, CodecHandler *handler);
bool codec_run_encode(CodecRun *run, const Str *s);                       // codec_encode.c
bool codec_run_decode(CodecRun *run, Value source, const uint8_t *data, size_t n);   // codec_decode.c

// Handles the malformed in->data[start .. *end), may move *end; false: exception pending.
bool codec_recover(CodecRun *run, const CodecInput *in, size_t start, size_t *end, const char *reason);

void codec_put_escape(CodecRun *run, uint32_t c);                         // codec_escape.c
bool codec_decode_escape(CodecRun *run, const CodecInput *in);
int codec_charmap_byte(uint32_t c);                                       // codec_charmap.c; -1: none
bool codec_decode_charmap(CodecRun *run, const CodecInput *in);

#endif
