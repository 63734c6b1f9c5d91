// Copying a stencil and filling its holes, for every machine.
#include <string.h>

#include "stencil.h"

static void fill_bits(uint8_t *at, uint32_t bits) {
    uint32_t insn;
    memcpy(&insn, at, sizeof insn);
    insn |= bits;
    memcpy(at, &insn, sizeof insn);
}

// What is left open in an instruction of AArch64 is zero.
static void fill_instruction(uint8_t *at, uint64_t run, StencilPatchKind kind, uint64_t value) {
    uint64_t pages = (value >> 12) - (run >> 12);
    switch (kind) {
    case PATCH_JUMP26: return fill_bits(at, (uint32_t)((value - run) >> 2) & 0x3FFFFFF);
    case PATCH_PAGE21: return fill_bits(at, (uint32_t)(pages & 3) << 29 | (uint32_t)(pages >> 2 & 0x7FFFF) << 5);
    case PATCH_WORD12: return fill_bits(at, (uint32_t)(value >> 3 & 0x1FF) << 10);
    default: return fill_bits(at, (uint32_t)(value >> (16 * (kind - PATCH_MOVW0)) & 0xFFFF) << 5);
    }
}

static void fill(uint8_t *write, uint64_t run, const StencilPatch *patch, uint64_t value) {
    uint8_t *at = write + patch->at;
    value += (uint64_t)(int64_t)patch->addend;
    if (patch->kind == PATCH_ABS64) {
        memcpy(at, &value, 8);
        return;
    }
    if (patch->kind > PATCH_REL32) return fill_instruction(at, run + patch->at, (StencilPatchKind)patch->kind, value);
    if (patch->kind == PATCH_REL32) value -= run + patch->at;
    uint32_t narrow = (uint32_t)value;
    memcpy(at, &narrow, 4);
}

void stencil_copy(const Stencil *s, uint8_t *write, uint64_t run, const uint64_t *values) {
    memcpy(write, s->bytes, s->size);
    for (uint32_t i = 0; i < s->npatch; i++) {
        const StencilPatch *patch = &s->patches[i];
        fill(write, run, patch, values[patch->hole]);
    }
}
