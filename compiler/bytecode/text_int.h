// The operands of the text form, shared by writer and reader: per format, which field is written how.
#ifndef OTTER_TEXT_INT_H
#define OTTER_TEXT_INT_H

#include "compiler/bytecode/bytecode.h"

typedef enum { FIELD_A, FIELD_B, FIELD_SB, FIELD_C, FIELD_SC, FIELD_C16, FIELD_SC16, FIELD_K } TextField;

// NUMBER: prefix and decimal number. OPTIONAL: the same, left out when 0. TARGET: a jump, written as the instruction it goes
// to. OR_NONE: "-" for BC_NO_REG. SIZED: type.operation. The rest are written by name.
typedef enum { STYLE_NUMBER, STYLE_OPTIONAL, STYLE_TARGET, STYLE_OR_NONE, STYLE_SINGLETON, STYLE_HINT, STYLE_INTRINSIC, STYLE_SIZED } TextStyle;

typedef struct {
    const char *prefix;  // NULL: end of the operands
    TextField field;
    TextStyle style;
} TextOperand;

enum { TEXT_OPERANDS_MAX = 5 };

const TextOperand *text_operands(BcFormat format);
int64_t text_field_get(BcInsn insn, TextField field);
// false: the number does not fit the field.
bool text_field_set(BcInsn *insn, TextField field, int64_t number);

extern const char *const text_singletons[BC_SINGLETON_COUNT];
extern const char *const text_hints[BC_HINT_COUNT];
typedef struct {
    uint32_t bit;
    const char *name;
} TextFlag;
extern const TextFlag text_proto_flags[];   // end with a NULL name
extern const TextFlag text_global_flags[];

#endif
