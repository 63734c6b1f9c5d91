// Doubles as text, appended to a builder.
#ifndef OTTER_FLOAT_TEXT_H
#define OTTER_FLOAT_TEXT_H

#include "str.h"

// type: 'r' repr, or one of "eEfFgG", or 's': as 'g' but with ".0" where it would look like an int.
// A '-' sign comes first where there is one. precision is ignored by 'r'; alternate keeps the point and zeros of '#'.
void float_add_text(StrBuilder *b, double d, char type, int precision, bool alternate);

#endif
