// Tables derived from opcodes.def, intrinsics.def and sized.def, and look-ups in a prototype.
#include "bytecode.h"

static const BcOpInfo op_infos[OP_COUNT] = {
#define OP(name, format, meaning) {#name, FMT_##format, meaning},
#include "opcodes.def"
#undef OP
};

static const struct {
    const char *name;
    int argc;
} intrinsic_infos[INTRINSIC_COUNT] = {
#define INTRINSIC(name, argc, meaning) {#name, argc},
#include "intrinsics.def"
#undef INTRINSIC
};

const BcSizedInfo bc_sized[BC_SIZED_COUNT] = {
#define SIZED(name, kind, bits) {#name, BC_##kind, bits},
#include "sized.def"
#undef SIZED
};
const char *const bc_sized_ops[BC_SIZED_OP_COUNT] = {
#define SIZED_OP(name, meaning) #name,
#include "sized.def"
#undef SIZED_OP
};

const BcOpInfo *bc_op_info(BcOp op) { return &op_infos[op]; }

const char *bc_intrinsic_name(BcIntrinsic id) { return intrinsic_infos[id].name; }

int bc_intrinsic_argc(BcIntrinsic id) { return intrinsic_infos[id].argc; }

const BcLine *bc_line_at(const BcProto *p, uint32_t pc) {
    uint32_t low = 0, high = p->nline;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (p->lines[middle].pc <= pc) low = middle + 1;
        else high = middle;
    }
    return low == 0 ? NULL : &p->lines[low - 1];
}
