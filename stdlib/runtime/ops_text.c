// repr, str, format.
#include "class_int.h"

#include <stdio.h>

#include "float.h"
#include "int.h"

// --- containers being shown. The text of each is copied into the one around it, so depth is bounded: beyond, RecursionError.

enum { SHOWN_MAX = 4096 };
static __thread Value shown[SHOWN_MAX];
static __thread uint32_t shown_count;

static Str *text_result(Thread *t, Value result, const char *method) {
    if (value_is_error(result)) return NULL;
    if (value_is_str(result)) return value_str(result);
    error_type(t, "%s returned non-string (type %T)", method, result);
    return NULL;
}

static Str *singleton_text(Value v) {
    if (value_is_none(v)) return str_intern_c("None");
    if (value_is_bool(v)) return str_intern_c(value_same(v, VALUE_TRUE) ? "True" : "False");
    return NULL;
}

Str *op_repr(Thread *t, Value v) {
    if (value_is_int(v)) return int_to_str(t, v, 10);
    if (value_is_double(v)) return float_repr(t, value_double(v));
    if (value_is_plain_str(v)) return str_repr(t, value_str(v));
    Str *fixed = singleton_text(v);
    if (fixed) return fixed;
    if (shown_count == SHOWN_MAX) return error_recursion_in(t, RECURSION_SHOWING), NULL;
    if (!thread_check_native_in(t, RECURSION_SHOWING)) return NULL;
    return text_result(t, call_dunder(t, v, DUNDER_REPR, NULL, 0), "__repr__");
}

Str *op_str(Thread *t, Value v) {
    if (value_is_plain_str(v)) return value_str(v);
    if (!value_is_object(v)) return op_repr(t, v);
    if (!thread_check_native_in(t, " while getting the str of an object")) return NULL;
    return text_result(t, call_dunder(t, v, DUNDER_STR, NULL, 0), "__str__");
}

Str *op_format(Thread *t, Value v, Str *spec) {
    if (spec->nbytes == 0 && (value_is_int(v) || value_is_double(v) || value_is_plain_str(v))) return op_str(t, v);
    Value arg = value_from_object(spec);
    Value result = call_dunder(t, v, DUNDER_FORMAT, &arg, 1);
    if (value_is_error(result)) return NULL;
    if (value_is_str(result)) return value_str(result);
    error_type(t, "__format__ must return a str, not %T", result);
    return NULL;
}

Str *op_format_conv(Thread *t, Value v, uint32_t conversion, Str *spec_or_null) {
    if (conversion) {
        Str *text = conversion == 's' ? op_str(t, v) : op_repr(t, v);
        if (text && conversion == 'a') text = op_ascii(t, v);
        if (!text) return NULL;
        v = value_from_object(text);
    }
    if (spec_or_null && spec_or_null->nbytes) return op_format(t, v, spec_or_null);
    static Str *empty;
    if (!empty) empty = str_intern_c("");
    return op_format(t, v, empty);
}

// repr with everything beyond ASCII escaped.
Str *op_ascii(Thread *t, Value v) {
    Str *text = op_repr(t, v);
    if (!text || str_is_ascii(text)) return text;
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t i = 0; i < text->nchars; i++) {
        uint32_t c = str_char_at(text, i);
        char escape[16];
        if (c < 0x80) snprintf(escape, sizeof escape, "%c", (char)c);
        else snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        str_builder_add_c(&b, escape);
    }
    return str_builder_take(&b);
}

bool repr_enter(Thread *t, Value v) {
    if (shown_count == SHOWN_MAX) return false;
    for (uint32_t i = 0; i < shown_count; i++)
        if (value_same(shown[i], v)) return false;
    shown[shown_count++] = v;
    return true;
}

void repr_leave(Thread *t, Value v) {
    if (shown_count > 0 && value_same(shown[shown_count - 1], v)) shown_count--;
}
