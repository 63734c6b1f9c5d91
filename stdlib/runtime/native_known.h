// Native functions and classes that compiled code knows by number (compiler/native/native_known.def), as values; each is there
// from when its module is made, and stays, whatever the program does to the module.
#ifndef OTTER_NATIVE_KNOWN_H
#define OTTER_NATIVE_KNOWN_H

#include "module.h"
#include "native.h"

typedef enum {
#define KNOWN(name, text) NATIVE_KNOWN_##name,
#include "compiler/native/native_known.def"
#undef KNOWN
    NATIVE_KNOWN_COUNT
} NativeKnown;

extern Value native_known[NATIVE_KNOWN_COUNT];       // VALUE_UNBOUND: not there
extern Value native_known_home[NATIVE_KNOWN_COUNT];  // the module that has it, as long as it does; else VALUE_UNBOUND

void native_known_init(void);
// `v` is what native module m has under `name`.
void native_known_add(const Module *m, const char *name, Value v);
// Native module m gets or loses another value under the name.
void native_known_forget(const Module *m, const Str *name);

#endif
