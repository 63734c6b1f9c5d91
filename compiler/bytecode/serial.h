// Bytecode modules as bytes: for the cache, and embedded in executables.
//
// The image is position-independent and holds code, lines and text in the form the module uses them, so a reader takes them
// from where they lie: reading allocates little and copies less. The image must stay mapped and unchanged as long as the module.
#ifndef OTTER_SERIAL_H
#define OTTER_SERIAL_H

#include "compiler/base/arena.h"
#include "compiler/base/strbuf.h"
#include "compiler/bytecode/bytecode.h"

enum { SERIAL_VERSION = 2, SERIAL_ALIGN = 8 };

// Appends the image of the module, which must verify. Padded to SERIAL_ALIGN.
void serial_write(StrBuf *to, const BcModule *m);

// A module over the image at `bytes`, 8-aligned; its tables are in the arena. Never trusts the image: sizes, checksum and
// the verifier decide. NULL: refused, `message` says why.
const BcModule *serial_read(Arena *arena, const void *bytes, size_t length, char *message, size_t size);

#endif
