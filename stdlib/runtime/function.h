// Function objects, bound methods, cells, and the small descriptors.
#ifndef OTTER_FUNCTION_H
#define OTTER_FUNCTION_H

#include "code.h"

typedef struct Cell {
    Object header;
    Value content;        // VALUE_UNBOUND: empty
} Cell;

typedef struct {
    Object header;
    Proto *proto;
    Tuple *defaults;      // of the last positional parameters; NULL: none
    Dict *kwdefaults;     // NULL: none
    Str *name, *qualname;
    Value doc;
    Value module;         // str
    Dict *annotations;    // NULL: none yet
    Dict *attributes;     // f.x = ...; NULL: none yet
    uint32_t ncells;
    Cell *cells[];        // captured, in the order of proto->bc->captures
} Function;

typedef struct {
    Object header;
    Value function, self;
} Method;

typedef struct {
    Object header;
    Value get, set, del, doc;   // None when absent
    bool own_doc;               // doc was given, not taken from the getter
    Str *name;
} Property;

typedef struct {
    Object header;
    Value function;
} Wrapper;                      // staticmethod, classmethod

Function *function_new(Thread *t, Proto *p);      // cells NULL until filled by the caller
Method *method_new(Thread *t, Value function, Value self);
Cell *cell_new(Thread *t, Value content);

#endif
