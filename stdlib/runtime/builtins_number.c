// Builtin functions about numbers and characters.
#include "builtins.h"
#include "bytes.h"
#include "class_int.h"
#include "complex.h"
#include "float.h"
#include "int.h"

static Value builtin_abs(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_int(args[0])) return int_abs(t, args[0]);
    Value result = call_dunder(t, args[0], DUNDER_ABS, NULL, 0);
    return value_is_unbound(result) ? error_type(t, "bad operand type for abs(): '%T'", args[0]) : result;
}

static Value builtin_divmod(Thread *t, Value *args, uint32_t nargs) { return op_binary(t, DUNDER_DIVMOD, args[0], args[1]); }

static Value builtin_pow(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[2])) return op_pow(t, args[0], args[1]);
    bool own = value_is_object(args[0]) && value_class(args[0]) != &class_int;   // a subclass may have its own __pow__
    if (!own && value_is_integer(args[0]) && value_is_integer(args[1]) && value_is_integer(args[2])) return int_pow(t, args[0], args[1], args[2]);
    if (value_is_complex(args[0])) return error_value(t, "complex modulo");
    if (value_is_float(args[0]) || value_is_float(args[1]) || value_is_float(args[2]))
        return error_type(t, "pow() 3rd argument not allowed unless all arguments are integers");
    Value result = call_dunder(t, args[0], DUNDER_POW, &args[1], 2);
    if (!value_is_unbound(result) && !value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    if (value_is_complex(args[1]) || value_is_complex(args[2])) return error_value(t, "complex modulo");
    return error_type(t, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", args[0], args[1], args[2]);
}

static Value builtin_round(Thread *t, Value *args, uint32_t nargs) {
    bool with_digits = !value_is_none(args[1]);
    Value result = call_dunder(t, args[0], DUNDER_ROUND, &args[1], with_digits);
    return value_is_unbound(result) ? error_type(t, "type %T doesn't define __round__ method", args[0]) : result;
}

// Of a base that is a power of two, for ints that are immediate.
static Value small_in_base(Thread *t, int64_t i, int bits, char letter) {
    char text[72], *end = text + sizeof text, *p = end;
    uint64_t magnitude = (uint64_t)(i < 0 ? -i : i);
    do *--p = "0123456789abcdef"[magnitude & ((1u << bits) - 1)];
    while ((magnitude >>= bits) != 0);
    *--p = letter;
    *--p = '0';
    if (i < 0) *--p = '-';
    return value_or_error(str_new_counted(t, p, (size_t)(end - p), (size_t)(end - p)));
}

static Value in_base(Thread *t, Value v, int base, const char *prefix) {
    if (value_is_int(v)) return small_in_base(t, value_int(v), __builtin_ctz((unsigned)base), prefix[1]);
    Value i = int_index(t, v);
    if (value_is_error(i)) return i;
    bool negative = int_sign(i) < 0;
    Value magnitude = int_abs(t, i);
    Str *digits = value_is_error(magnitude) ? NULL : int_to_str(t, magnitude, base);
    if (!digits) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    if (negative) str_builder_add_c(&b, "-");
    str_builder_add_c(&b, prefix);
    str_builder_add_str(&b, digits);
    return value_or_error(str_builder_take(&b));
}

static Value builtin_bin(Thread *t, Value *args, uint32_t nargs) { return in_base(t, args[0], 2, "0b"); }
static Value builtin_oct(Thread *t, Value *args, uint32_t nargs) { return in_base(t, args[0], 8, "0o"); }
static Value builtin_hex(Thread *t, Value *args, uint32_t nargs) { return in_base(t, args[0], 16, "0x"); }

static Value builtin_chr(Thread *t, Value *args, uint32_t nargs) {
    int64_t code;
    Value i = int_index(t, args[0]);
    if (value_is_error(i)) return i;
    if (!int_to_i64(i, &code) || code > INT32_MAX || code < INT32_MIN)
        return error_raise(t, &class_OverflowError, "Python int too large to convert to C int");
    if (code < 0 || code > 0x10FFFF) return error_value(t, "chr() arg not in range(0x110000)");
    return value_or_error(str_from_char(t, (uint32_t)code));
}

static Value builtin_ord(Thread *t, Value *args, uint32_t nargs) {
    const uint8_t *data;
    size_t length;
    if (value_is_str(args[0])) {
        if (value_str(args[0])->nchars == 1) return value_from_small(str_char_at(value_str(args[0]), 0));
        return error_type(t, "ord() expected a character, but string of length %zu found", (size_t)value_str(args[0])->nchars);
    }
    if (!value_bytes_view(args[0], &data, &length)) return error_type(t, "ord() expected string of length 1, but %T found", args[0]);
    if (length == 1) return value_from_small(data[0]);
    return error_type(t, "ord() expected a character, but string of length %zu found", length);
}

const NativeDef builtins_number[] = {
    {"abs", builtin_abs, "x, /", 0},
    {"divmod", builtin_divmod, "x, y, /", 0},
    {"pow", builtin_pow, "base, exp, mod=None", 0},
    {"round", builtin_round, "number, ndigits=None", 0},
    {"bin", builtin_bin, "number, /", 0},
    {"oct", builtin_oct, "number, /", 0},
    {"hex", builtin_hex, "number, /", 0},
    {"chr", builtin_chr, "i, /", 0},
    {"ord", builtin_ord, "c, /", 0},
    {0},
};
