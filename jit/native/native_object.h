// Object files into memory: the part of a linker that one compiled unit needs.
#ifndef OTTER_NATIVE_OBJECT_H
#define OTTER_NATIVE_OBJECT_H

#include "compiler/native/native_module.h"

// What an object takes of the code pool: code first, sealed.
typedef struct {
    void *start;
    size_t size, code_size;
    void *names;      // what debuggers were told (native_names.h), or NULL
} NativePiece;
// Gives a piece back to the pool; nothing runs it any more.
void native_object_unload(NativePiece *piece);

// Maps the relocatable x86-64 object at `bytes` into the code pool, connects it with the runtime (`resolve` gives addresses
// by symbol) and gives the NativeModule it exports. The bytes are not trusted and not needed afterwards. `piece`: for unloading. NULL: refused.
const NativeModule *native_object_load(const void *bytes, size_t size, void *(*resolve)(const char *name), NativePiece *piece);

#endif
