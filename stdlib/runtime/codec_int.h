// The codecs among themselves.
#ifndef OTTER_CODEC_INT_H
#define OTTER_CODEC_INT_H

#include "codec.h"

#define CODECS(X)                                                                    \
    X(UTF_8, "utf-8") X(UTF_8_SIG, "utf-8-sig") X(ASCII, "ascii") X(LATIN_1, "latin-1") \
    X(UTF_16, "utf-16") X(UTF_16_LE, "utf-16-le") X(UTF_16_BE, "utf-16-be")          \
    X(UTF_32, "utf-32") X(UTF_32_LE, "utf-32-le") X(UTF_32_BE, "utf-32-be")

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

const char *codec_name(Codec codec);
// The handler by its name; false: LookupError pending. Names are looked at only when there is an error to handle.
bool codec_find_handler(Thread *t, const Str *errors, CodecHandler *handler);
bool codec_run_encode(CodecRun *run, const Str *s);                       // codec_encode.c
bool codec_run_decode(CodecRun *run, Value source, const uint8_t *data, size_t n);   // codec_decode.c

#endif
