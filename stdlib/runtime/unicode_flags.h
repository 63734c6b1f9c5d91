// Properties of code points, as str's predicates need them; shared with the generator of the tables.
#ifndef OTTER_UNICODE_FLAGS_H
#define OTTER_UNICODE_FLAGS_H

enum {
    UNICODE_ALPHA = 1 << 0,
    UNICODE_DECIMAL = 1 << 1,
    UNICODE_DIGIT = 1 << 2,
    UNICODE_NUMERIC = 1 << 3,
    UNICODE_UPPER = 1 << 4,
    UNICODE_LOWER = 1 << 5,
    UNICODE_TITLE = 1 << 6,
    UNICODE_SPACE = 1 << 7,
    UNICODE_PRINTABLE = 1 << 8,
    UNICODE_ID_START = 1 << 9,
    UNICODE_ID_CONTINUE = 1 << 10,
    UNICODE_CASE_IGNORABLE = 1 << 11,
    UNICODE_MAPPED = 1 << 12,      // some case mapping changes it
};

#endif
