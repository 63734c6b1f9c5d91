// The image of a module, little-endian, all parts on 4-byte bounds (code on 8):
//
//   header | module | prototype 0 | prototype 1 | ...
//
//   text         u32 length (SERIAL_NO_TEXT: none), bytes, NUL, padding
//   module       name, path, source: text; source hash; u32 nproto, nglobal; globals: text, u32 flags each
//   prototype    the counts and numbers of SerialProto; name, qualname, doc: text; code; lines; handlers;
//                captures: u32 from_parent_reg << 16 | index, then their names; variables: text; parameter types: bytes;
//                constants: u32 kind, then i64, double, text, or u32 count and items
//
// Code, lines and handlers have their layout in memory. `fingerprint` is a hash over the operation lists and those layouts,
// so that an image of another build is refused.
#ifndef OTTER_SERIAL_INT_H
#define OTTER_SERIAL_INT_H

#include "compiler/base/hash.h"
#include "compiler/bytecode/serial.h"

#define SERIAL_MAGIC 0x00434252455454ull  // "TTERBC"
enum : uint32_t { SERIAL_NO_TEXT = 0xFFFFFFFF };

typedef struct {
    uint64_t magic;
    uint32_t version, length;  // of the whole image, in bytes
    uint64_t fingerprint;
    uint64_t checksum;         // of what follows the header
} SerialHeader;

typedef struct {
    uint32_t flags, line;
    uint32_t ncode, nconst, ncapture, nhandler, nline, nvar;
    uint16_t nposonly, npos, nkwonly, nparams, nregs, result_hint;
} SerialProto;

static_assert(sizeof(SerialHeader) == 32 && sizeof(SerialProto) == 44);
static_assert(sizeof(BcInsn) == 8 && sizeof(BcLine) == 16 && sizeof(BcHandler) == 16);
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);

static inline uint64_t serial_fingerprint(void) {
    static const char lists[] =
#define OP(name, format, meaning) #name ":" #format ";"
#include "compiler/bytecode/opcodes.def"
#undef OP
#define INTRINSIC(name, argc, meaning) #name ":" #argc ";"
#include "compiler/bytecode/intrinsics.def"
#undef INTRINSIC
        ;
    return hash_bytes(lists, sizeof lists);
}

#endif
