// types.SimpleNamespace.
#ifndef OTTER_SIMPLE_NAMESPACE_H
#define OTTER_SIMPLE_NAMESPACE_H

#include "object.h"

// An instance with these attributes; `keys` ends with NULL. VALUE_ERROR: exception pending.
Value simple_namespace_new(Thread *t, const char *const *keys, const Value *values);
void simple_namespace_init(void);

#endif
