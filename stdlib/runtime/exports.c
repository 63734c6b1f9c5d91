// Functions that C calls: the other direction of extern.c, with the same letters.
#include "exports.h"

#include <stdlib.h>

#include "call.h"
#include "codec.h"
#include "exception.h"
#include "float.h"
#include "heap.h"
#include "int.h"
#include "promise.h"
#include "sized.h"

static Value functions[EXPORT_MAX];
static const char *signatures[EXPORT_MAX];

bool export_register(Thread *t, Value function, int64_t index, Str *letters) {
    static bool rooted;
    if (!rooted) heap_add_root(functions, EXPORT_MAX);
    rooted = true;
    if (index < 0 || index >= EXPORT_MAX) return error_value(t, "too many exported functions"), false;
    functions[index] = function;
    signatures[index] = str_intern_str(letters)->text;
    return true;
}

static double widened(double low_half) { return __builtin_bit_cast(float, (uint32_t)__builtin_bit_cast(uint64_t, low_half)); }

static Value text_argument(Thread *t, uint64_t bits) {
    const char *text = (const char *)bits;
    if (!text) return VALUE_NONE;
    return codec_decode(t, VALUE_NONE, (const uint8_t *)text, strlen(text), str_intern_c("utf-8"), str_intern_c("surrogateescape"));
}

static Value int_argument(Thread *t, char letter, uint64_t bits) {
    int type = extern_sized_type(letter);
    if (type >= 0) bits = sized_wrap((BcSized)type, bits);
    switch (letter) {
    case '?': return value_from_bool(bits & 0xFF);
    case 's': case 'z': return text_argument(t, bits);
    case 'B': case 'H': case 'I': case 'L': return int_from_u64(t, bits);
    default: return int_from_i64(t, (int64_t)bits);
    }
}

static bool text_result(Thread *t, Value v, uint64_t *out) {
    *out = 0;
    if (value_is_none(v)) return true;
    if (!value_is_str(v)) return error_type(t, "an exported function promised str, and gave %T", v), false;
    char *copy = strdup(value_str(v)->text);
    *out = (uint64_t)copy;
    return copy || (error_out_of_memory(t), false);
}

static bool give_back(Thread *t, char letter, Value v, uint64_t *int_result, double *real_result) {
    if (letter == 'v') return true;
    if (letter == 's' || letter == 'z') return text_result(t, v, int_result);
    if (letter == 'd' || letter == 'f') {
        double d;
        if (!value_to_double(t, v, &d)) return false;
        *real_result = letter == 'd' ? d : __builtin_bit_cast(double, (uint64_t)__builtin_bit_cast(uint32_t, (float)d));
        return true;
    }
    return sized_low_bits(v, int_result) || (error_type(t, "an exported function promised an int, and gave %T", v), false);
}

bool export_call(Thread *t, uint32_t index, const uint64_t *ints, const double *reals, uint64_t *int_result, double *real_result) {
    Value args[EXTERN_LETTERS];
    uint32_t n = 0;
    const char *letters = signatures[index];
    if (!letters) return error_raise(t, &class_RuntimeError, "an exported function was called before the program defined it"), false;
    for (const char *letter = letters + 1; *letter; letter++, n++) {
        if (*letter == 'd') args[n] = float_from_double(t, *reals++);
        else if (*letter == 'f') args[n] = float_from_double(t, widened(*reals++));
        else args[n] = int_argument(t, *letter, *ints++);
        if (value_is_error(args[n])) return false;
    }
    Value v = call_value(t, functions[index], args, n);
    return !value_is_error(v) && give_back(t, letters[0], v, int_result, real_result);
}
