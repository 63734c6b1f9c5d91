// What the store's entries of native code hold, as bytes. The code of a unit, or of the whole module; and what the unit was asked for
// with, for compiling it again better.
//
//   | UnitHeader | label | tags | avoid | sights | pad to 16 | object file, or nothing |
//
// The label is for people: the function's name and the module's path, each with its 0. Sights are those that say something, with their places.
#ifndef OTTER_WARM_ENTRY_H
#define OTTER_WARM_ENTRY_H

#include "cache/store.h"
#include "compiler/base/arena.h"
#include "compiler/base/strbuf.h"
#include "compiler/bytecode/bytecode.h"
#include "compiler/native/native_module.h"

typedef enum {
    KEPT_CODE,      // enter it
    KEPT_REFUSED,   // it cannot be compiled: nobody need try
    KEPT_WITHIN,    // the module's code contains it
    KEPT_STATE_COUNT,
} KeptState;

enum { KEPT_MODULE = UINT32_MAX };  // a unit's proto: all of the module

typedef struct {
    NativeUnit unit;          // points into the entry, but for avoid and sights, which are an arena's
    uint32_t nregs, line;
    KeptState state;
    bool by_sight;
    uint32_t generation;      // of a module's code: how often it has been made
    const char *label;        // function, 0, path, 0
    uint32_t nlabel;          // with both
    const uint8_t *object;
    size_t size;
} KeptUnit;

// False: it is none. `arena` NULL: avoid and sights are left out.
bool kept_read(const CacheEntry *entry, Arena *arena, KeptUnit *kept);
// The object is part of it.
void kept_write(StrBuf *out, const KeptUnit *kept);
// The entry's name: units of the same place and for the same values replace each other.
CacheKey kept_name(const KeptUnit *kept);

#endif
