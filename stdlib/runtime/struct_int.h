// What struct.c and enum.c share.
#ifndef OTTER_STRUCT_INT_H
#define OTTER_STRUCT_INT_H

#include "object.h"

typedef struct {
    Object header;
    Tuple *fields;     // names
    Tuple *types;      // type descriptors as for check_promise, then the types as written; NULL: any
    Tuple *defaults;   // VALUE_UNBOUND where there is none; NULL: none at all
    bool named;        // repr names the fields
    bool unit;         // a variant without payload
} StructInfo;

// A class with these fields; flags are the caller's to set.
Class *struct_class_new(Thread *t, Str *name, Str *qualname, Class *base, Dict *ns, StructInfo *from);

#endif
