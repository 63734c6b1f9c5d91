// Tables of the text form.
#include "compiler/bytecode/text_int.h"

#define NUMBER(prefix, field) {prefix, FIELD_##field, STYLE_NUMBER}
#define REG_A NUMBER("r", A)
#define REG_B NUMBER("r", B)
#define REG_C NUMBER("r", C16)
#define FLAGS {"!", FIELD_K, STYLE_OPTIONAL}
#define TARGET {"->", FIELD_SC, STYLE_TARGET}

static const TextOperand operands[][TEXT_OPERANDS_MAX] = {
    [FMT_NONE] = {{}},
    [FMT_A] = {REG_A},
    [FMT_AB] = {REG_A, REG_B},
    [FMT_ABC] = {REG_A, REG_B, REG_C, FLAGS},
    [FMT_ABI] = {REG_A, REG_B, NUMBER("#", SC16), FLAGS},
    [FMT_ABCK] = {REG_A, REG_B, {"r", FIELD_C16, STYLE_OR_NONE}, FLAGS},
    [FMT_AK] = {REG_A, NUMBER("k", B)},
    [FMT_AI] = {REG_A, NUMBER("#", SC)},
    [FMT_AS] = {REG_A, {"", FIELD_B, STYLE_SINGLETON}},
    [FMT_AG] = {REG_A, NUMBER("g", B)},
    [FMT_AF] = {REG_A, NUMBER("c", B)},
    [FMT_J] = {TARGET},
    [FMT_AJ] = {REG_A, TARGET},
    [FMT_ABJ] = {REG_A, REG_B, TARGET},
    [FMT_AIJ] = {REG_A, NUMBER("#", SB), TARGET},
    [FMT_ABW] = {REG_A, NUMBER("x", B), {"names", FIELD_C, STYLE_OPTIONAL}},
    [FMT_ABKN] = {REG_A, REG_B, NUMBER("k", C)},
    [FMT_AKN] = {REG_A, NUMBER("k", C)},
    [FMT_ABN] = {REG_A, REG_B, NUMBER("x", C)},
    [FMT_ABNK] = {REG_A, REG_B, NUMBER("x", C16), NUMBER("x", K)},
    [FMT_ABN2] = {REG_A, REG_B, NUMBER("x", C)},
    [FMT_ABN3] = {REG_A, REG_B},
    [FMT_APX] = {REG_A, NUMBER("p", B), REG_C, FLAGS},
    [FMT_AHN] = {REG_A, {"", FIELD_B, STYLE_HINT}, NUMBER("k", C)},
    [FMT_ABCS] = {REG_A, REG_B, REG_C, {"", FIELD_K, STYLE_SIZED}},
    [FMT_ABX] = {REG_A, {"", FIELD_B, STYLE_INTRINSIC}, NUMBER("x", C)},
};

const TextOperand *text_operands(BcFormat format) { return operands[format]; }

int64_t text_field_get(BcInsn insn, TextField field) {
    switch (field) {
        case FIELD_A: return bc_a(insn);
        case FIELD_B: return bc_b(insn);
        case FIELD_SB: return bc_sb(insn);
        case FIELD_C: return bc_c(insn);
        case FIELD_SC: return bc_sc(insn);
        case FIELD_C16: return bc_c16(insn);
        case FIELD_SC16: return bc_sc16(insn);
        case FIELD_K: return bc_k(insn);
    }
    return 0;
}

// Where each field lies: first bit and width.
static const struct {
    uint8_t shift, width;
} fields[] = {
    [FIELD_A] = {8, 16},    [FIELD_B] = {24, 16},   [FIELD_SB] = {24, 16},   [FIELD_C] = {40, 24},
    [FIELD_SC] = {40, 24},  [FIELD_C16] = {40, 16}, [FIELD_SC16] = {40, 16}, [FIELD_K] = {56, 8},
};

bool text_field_set(BcInsn *insn, TextField field, int64_t number) {
    uint64_t mask = (1ull << fields[field].width) - 1;
    *insn = (*insn & ~(mask << fields[field].shift)) | ((uint64_t)number & mask) << fields[field].shift;
    return text_field_get(*insn, field) == number;
}

const char *const text_singletons[BC_SINGLETON_COUNT] = {"None", "False", "True", "unbound", "Ellipsis", "NotImplemented"};
const char *const text_hints[BC_HINT_COUNT] = {
    "any", "int", "float", "bool", "str", "none", "list", "dict", "tuple", "set", "bytes",
#define SIZED(name, kind, bits) #name,
#include "sized.def"
#undef SIZED
};

const TextFlag text_proto_flags[] = {
    {BC_GENERATOR, "generator"},   {BC_VARARGS, "varargs"},         {BC_VARKW, "varkw"},   {BC_PROMISED, "promised"},
    {BC_CLASS_BODY, "class_body"}, {BC_MODULE_BODY, "module_body"}, {BC_NESTED, "nested"},
    {BC_GENERIC, "generic"},       {BC_EXPORTS, "exports"},       {},
};
const TextFlag text_global_flags[] = {{BC_GLOBAL_ASSIGNED, "assigned"}, {BC_GLOBAL_ONCE, "once"}, {}};
