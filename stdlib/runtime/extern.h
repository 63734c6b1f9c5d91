// extern "C": functions of C libraries, found by name when the statement runs.
#ifndef OTTER_EXTERN_H
#define OTTER_EXTERN_H

#include "str.h"

// What one letter of a signature stands for; the first is the result's.
//   b h i l   i8 i16 i32 i64        q  int, which must fit 64 bits
//   B H I L   u8 u16 u32 u64        f  f32      d  f64      ?  bool      v  no result
//   s  str (its UTF-8 bytes, ended by a 0)      z  the same, or None for a null pointer
//   y  bytes                                    Z  the same, or None
//   Y  bytearray, which C may write to
// Numbers and addresses go to registers: at most 6 that are integers or pointers, and 8 that are floats.
enum { EXTERN_INTS = 6, EXTERN_REALS = 8, EXTERN_LETTERS = 1 + EXTERN_INTS + EXTERN_REALS };

// A callable: `parameters` is a tuple of names, `library` None (what is linked already) or a name as for the linker's -l, or a
// path. OSError when there is no such library, AttributeError when it has no such function.
Value extern_new(Thread *t, Str *name, Value library, Str *letters, Value parameters);

// The sized type of a letter, -1: none.
int extern_sized_type(char letter);

#endif
