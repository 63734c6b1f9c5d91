// int(x, base): conversion from numbers, text, and whatever says it is a number; instances of subclasses.
#include "bytes.h"
#include "call.h"
#include "class.h"
#include "exception.h"
#include "float.h"
#include "int_int.h"
#include "ops.h"
#include "str.h"

static Value int_from_method(Thread *t, Value v, Dunder d, const char *name) {
    Value i = call_dunder(t, v, d, NULL, 0);
    if (value_is_error(i)) return i;
    if (value_is_integer(i)) return int_plain(i);
    return error_type(t, "%s returned non-int (type %T)", name, i);
}

static Value int_from_trunc(Thread *t, Value v) {
    Value i = call_dunder(t, v, DUNDER_TRUNC, NULL, 0);
    if (value_is_error(i) || value_is_integer(i)) return value_is_error(i) ? i : int_plain(i);
    if (!value_is_unbound(value_dunder(i, DUNDER_INDEX))) return int_index(t, i);
    return error_type(t, "__trunc__ returned non-Integral (type %T)", i);
}

static bool int_is_ascii(const uint8_t *data, size_t n) {
    uint8_t all = 0;
    for (size_t i = 0; i < n; i++) all |= data[i];
    return all < 0x80;
}

// VALUE_UNBOUND: v is not text.
static Value int_from_text(Thread *t, Value v, int base) {
    const uint8_t *data;
    size_t n;
    Value i;
    if (value_is_str(v)) i = int_parse(t, value_str(v)->text, value_str(v)->nbytes, base);
    else if (!value_bytes_view(v, &data, &n)) return VALUE_UNBOUND;
    else if (int_is_ascii(data, n)) i = int_parse(t, (const char *)data, n, base);
    else i = VALUE_UNBOUND;
    if (!value_is_unbound(i)) return i;
    return error_value(t, "invalid literal for int() with base %d: %R", base, v);
}

static Value int_from_value(Thread *t, Value v) {
    if (value_is_int(v)) return v;
    if (value_is_double(v)) return int_from_double(t, value_double(v));
    if (!value_is_unbound(value_dunder(v, DUNDER_INT))) return int_from_method(t, v, DUNDER_INT, "__int__");
    if (!value_is_unbound(value_dunder(v, DUNDER_INDEX))) return int_index(t, v);
    if (!value_is_unbound(value_dunder(v, DUNDER_TRUNC))) return int_from_trunc(t, v);
    Value i = int_from_text(t, v, 10);
    if (!value_is_unbound(i)) return i;
    return error_type(t, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value int_from_base(Thread *t, Value v, Value base) {
    int64_t b;
    if (value_is_unbound(v)) return error_type(t, "int() missing string argument");
    if (!int_index_i64(t, base, &b, true)) return VALUE_ERROR;
    if (b != 0 && (b < 2 || b > 36)) return error_value(t, "int() base must be >= 2 and <= 36, or 0");
    Value i = int_from_text(t, v, (int)b);
    return value_is_unbound(i) ? error_type(t, "int() can't convert non-string with explicit base") : i;
}

Value int_construct(Thread *t, const Value *args, uint32_t nargs) {
    return nargs == 1 ? int_from_value(t, args[0]) : VALUE_UNBOUND;
}

static Value int_new_instance(Thread *t, Class *cls, Value plain) {
    Int *o = (Int *)class_instantiate(t, cls);
    if (!o) return VALUE_ERROR;
    o->small = plain;
    if (!value_is_int(plain)) o->number = ((Int *)value_object(plain))->number;
    return value_from_object(o);
}

Value int_new_method(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    Value i;
    if (!value_is_unbound(args[2])) i = int_from_base(t, args[1], args[2]);
    else i = value_is_unbound(args[1]) ? value_from_small(0) : int_from_value(t, args[1]);
    return value_is_error(i) || cls == &class_int ? i : int_new_instance(t, cls, i);
}
