// _struct: floats as the bits that stand for them, for the struct and array modules.
#include <math.h>

#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"

bool native__struct_fill(Thread *t, Module *m);

// bits(x, size): of a float of 2, 4 or 8 bytes, as an int. OverflowError: it has no finite form in so few.
static Value struct_bits(Thread *t, Value *args, uint32_t nargs) {
    double d;
    if (!value_to_double(t, args[0], &d)) return VALUE_ERROR;
    int64_t size = value_int(args[1]);
    if (size == 8) return int_from_u64(t, __builtin_bit_cast(uint64_t, d));
    if (size == 4) {
        float f = (float)d;
        if (isinf(f) && !isinf(d)) return error_raise(t, &class_OverflowError, "float too large to pack with f format");
        return value_from_small(__builtin_bit_cast(uint32_t, f));
    }
    _Float16 h = (_Float16)d;
    if (isinf((double)h) && !isinf(d)) return error_raise(t, &class_OverflowError, "float too large to pack with e format");
    return value_from_small(__builtin_bit_cast(uint16_t, h));
}

// number(bits, size): the other way.
static Value struct_number(Thread *t, Value *args, uint32_t nargs) {
    int64_t size = value_int(args[1]);
    if (size == 8) {
        Value high = int_shr(t, args[0], value_from_small(32)), low = int_and(t, args[0], value_from_small(0xFFFFFFFF));
        if (value_is_error(high) || value_is_error(low)) return VALUE_ERROR;
        return float_from_double(t, __builtin_bit_cast(double, (uint64_t)value_int(high) << 32 | (uint64_t)value_int(low)));
    }
    uint64_t bits = (uint64_t)value_int(args[0]);
    return float_from_double(t, size == 4 ? (double)__builtin_bit_cast(float, (uint32_t)bits) : (double)__builtin_bit_cast(_Float16, (uint16_t)bits));
}

static const NativeDef functions[] = {
    {"bits", struct_bits, "x, size, /", 0},
    {"number", struct_number, "bits, size, /", 0},
    {},
};

bool native__struct_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
