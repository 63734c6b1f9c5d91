// Which texts are names: Python's reserved words and Unicode's rules for identifiers (as in PEP 3131).
#ifndef OTTER_NAMES_H
#define OTTER_NAMES_H

#include "compiler/base/strbuf.h"

bool names_is_reserved(const char *text, size_t length);
bool names_is_ascii(const char *text, size_t length);
// Appends the name in normal form (NFKC). Returns the first character that cannot stand in a name, or 0.
uint32_t names_normalise(const char *text, size_t length, StrBuf *out);

#endif
