// Characters by name, as in "\N{BULLET}".
#ifndef OTTER_CHAR_NAME_H
#define OTTER_CHAR_NAME_H

#include <stddef.h>
#include <stdint.h>

// The character of that name or alias, in any case of letters; -1: there is none.
int32_t char_named(const char *name, size_t length);

#endif
