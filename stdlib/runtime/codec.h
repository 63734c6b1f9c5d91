// Text encodings: utf-8, ascii, latin-1, cp1252, utf-16, utf-32 (their le and be forms, utf-8-sig), unicode-escape, with the error handlers strict,
// ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape and surrogatepass.
#ifndef OTTER_CODEC_H
#define OTTER_CODEC_H

#include "str.h"

// encoding, errors: NULL for utf-8 and strict. The result, or VALUE_ERROR: LookupError, UnicodeEncodeError,
// UnicodeDecodeError. `source` is what the error shall name as the object (the bytes-like object that holds data).
Value codec_encode(Thread *t, const Str *s, const Str *encoding, const Str *errors);
Value codec_decode(Thread *t, Value source, const uint8_t *data, size_t n, const Str *encoding, const Str *errors);
// The encoding and errors arguments of a method: str or None (VALUE_UNBOUND too); false: TypeError pending.
bool codec_arguments(Thread *t, const char *method, Value encoding, Value errors, const Str **e, const Str **h);

#endif
