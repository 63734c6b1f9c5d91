// Format specifications: what stands behind the colon of a replacement field, for str, int and float.
//
//   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
#ifndef OTTER_FORMAT_H
#define OTTER_FORMAT_H

#include "str.h"

typedef struct {
    uint32_t fill;      // code point
    uint32_t type;      // code point; 0: none given
    int64_t width, precision;   // -1: none given
    char align;         // one of <>=^
    char sign;          // one of "+- ", 0: none given
    char grouping;      // ',' or '_'; 0: none
    bool alternate;     // #
    bool no_minus_zero; // z
} FormatSpec;

// v: whose type errors name. false: ValueError pending.
bool format_parse_spec(Thread *t, Value v, const Str *spec, uint32_t default_type, char default_align, FormatSpec *out);
Value format_unknown_type(Thread *t, Value v, uint32_t type);   // raises

// A number's text in its parts, for padding and grouping.
typedef struct {
    char sign;              // 0: none
    const char *prefix;     // "0x" and the like, or ""
    const char *digits;     // ASCII
    size_t ndigits;
    const char *rest;       // point, fraction, exponent, '%'
    size_t nrest;
} FormatNumber;

void format_add_number(StrBuilder *b, const FormatNumber *n, const FormatSpec *spec);
void format_add_padded(StrBuilder *b, const char *text, size_t nbytes, size_t nchars, const FormatSpec *spec);

Value format_str(Thread *t, Value v, const Str *spec);
Value format_int(Thread *t, Value v, const Str *spec);
Value format_float(Thread *t, Value v, const Str *spec);

// str.format: args as a tuple and kwargs as a mapping; format_map: no tuple.
Value format_template(Thread *t, const Str *template, const Tuple *args, Value kwargs);
// format % arguments, for str and for bytes.
bool format_percent(StrBuilder *b, const char *format, size_t n, Value arguments, bool bytes);

#endif
