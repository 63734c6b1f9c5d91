#include "handlers.h"

#include "jit/interp/interp_int.h"

const InterpFn baseline_handlers[256] = {
#define OP(name, format, meaning) baseline_##name,
#include "compiler/bytecode/opcodes.def"
#undef OP
#define QUICK(name) baseline_quick_##name,
#include "jit/interp/quick.def"
#undef QUICK
};
