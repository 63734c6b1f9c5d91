// Stencils: machine code of operations with holes, as the build makes it out of the interpreter's operation bodies
// (tool/extract_stencils.c) and baseline.c puts it together.
#ifndef OTTER_STENCIL_H
#define OTTER_STENCIL_H

#include <stdint.h>

// What a hole is filled with. HOLE(NAME): in a stencil's source it is the symbol hole_NAME.
typedef enum {
#define HOLE(name, meaning) HOLE_##name,
#include "holes.def"
#undef HOLE
    HOLE_OUT,     // this copy's ways out
    HOLE_SLOT,    // stencil_symbols, whose words hold addresses of the runtime's data
    HOLE_COUNT
} StencilHole;

typedef enum {
    PATCH_ABS32,   // the value, which is a signed 32-bit number
    PATCH_ABS64,
    PATCH_REL32,   // the value relative to the patched place
    // In instructions of AArch64:
    PATCH_JUMP26,  // the distance to the value in instructions
    PATCH_MOVW0, PATCH_MOVW1, PATCH_MOVW2, PATCH_MOVW3,   // a 16-bit part of the value
    PATCH_PAGE21,  // the distance to the value's page
    PATCH_WORD12,  // the word within it
} StencilPatchKind;

typedef struct {
    uint16_t at;       // byte in the stencil
    uint8_t kind;      // StencilPatchKind
    uint8_t hole;      // StencilHole
    int32_t addend;    // which way out and which slot, too: as the distance from the first
} StencilPatch;

// Ways out leave the straight line: the instruction goes on in a handler, which comes back by the entry of the next one.
enum { STENCIL_OUTS_MAX = 4 };
typedef struct Stencil Stencil;
struct Stencil {
    const uint8_t *bytes;                  // NULL: there is none
    const StencilPatch *patches;
    uint16_t size, npatch;
    uint8_t nout;
    bool resumes;                          // ends in a call: the returned value arrives behind it
    uint16_t outs[STENCIL_OUTS_MAX];       // index in stencil_symbols of the handler, or one of OUT_FAIL, OUT_POLL
    const Stencil *aside;                  // its second most common case; NULL: none
};
enum { OUT_FAIL = 0xFFFF, OUT_POLL = 0xFFFE };

// By operation (plain and quickened), for jumps forward and for jumps back.
extern const Stencil stencil_table[2][256];
// Those that are not operations. MORE(NAME)
typedef enum {
#define MORE(name, meaning) STENCIL_##name,
#include "stencils.def"
#undef MORE
    STENCIL_MORE_COUNT
} StencilMore;
extern const Stencil stencil_more[STENCIL_MORE_COUNT];
extern const void *const stencil_symbols[];

// Copies a stencil to `write`, to run at `run`, filling its holes with their values.
void stencil_copy(const Stencil *s, uint8_t *write, uint64_t run, const uint64_t *values);

#endif
