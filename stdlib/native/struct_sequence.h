// Tuples whose items have names as well, such as sys.float_info.
#ifndef OTTER_STRUCT_SEQUENCE_H
#define OTTER_STRUCT_SEQUENCE_H

#include "stdlib/runtime/object.h"

enum { STRUCT_SEQUENCE_MAX = 16 };

// The one instance of a class of its own. `names` ends with NULL and must live as long as the process; qualified: "sys.float_info".
// VALUE_ERROR: exception pending.
Value struct_sequence_new(Thread *t, const char *qualified, const char *const *names, const Value *items);
// The attributes of such a class: n items and so many fields in all. false: exception pending.
bool struct_sequence_describe(Thread *t, Dict *ns, const char *const *names, size_t n, size_t fields);

#endif
