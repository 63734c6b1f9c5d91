// Attributes of particular exception classes: their store, getters and setters from exception_details.def, and the classes
// whose text is made from them.
#include <errno.h>
#include <stdio.h>

#include "bytes.h"
#include "exception_int.h"
#include "heap.h"
#include "native.h"
#include "ops.h"
#include "str.h"

Value exception_detail(const Exception *e, uint32_t number) { return e->details == NULL ? VALUE_NONE : e->details->values[number]; }

bool exception_set_detail(Thread *t, Exception *e, uint32_t number, Value v) {
    if (e->details == NULL) {
        Buffer *details = heap_new_values(t, EXCEPTION_DETAILS);
        if (details == NULL) return false;
        for (uint32_t i = 0; i < EXCEPTION_DETAILS; i++) details->values[i] = VALUE_NONE;
        e->details = details;
    }
    e->details->values[number] = v;
    return true;
}

static Value set_or_delete(Thread *t, Value *args, uint32_t number) {
    Value v = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return exception_set_detail(t, value_exception(args[0]), number, v) ? VALUE_NONE : VALUE_ERROR;
}

#define DETAIL(cls, attribute, number)                                                    \
    static Value get_##cls##_##attribute(Thread *t, Value *args, uint32_t nargs) {        \
        return exception_detail(value_exception(args[0]), number);                        \
    }                                                                                     \
    static Value set_##cls##_##attribute(Thread *t, Value *args, uint32_t nargs) {        \
        return set_or_delete(t, args, number);                                            \
    }
#include "exception_details.def"
#undef DETAIL

static const struct {
    Class *cls;
    NativeDef natives[3];
} details[] = {
#define DETAIL(cls, attribute, number)                                                    \
    {&class_##cls,                                                                        \
     {{#attribute, get_##cls##_##attribute, "self, /", NATIVE_GETTER},                    \
      {#attribute, set_##cls##_##attribute, "self, value, /", NATIVE_SETTER},             \
      {}}},
#include "exception_details.def"
#undef DETAIL
};

static Value shown(Str *s) { return s == NULL ? VALUE_ERROR : value_from_object(s); }

// The text of arguments, as BaseException has it.
static Value base_text(Thread *t, const Exception *e) {
    Value str = class_dunder(&class_BaseException, DUNDER_STR);
    Value self = value_from_object(e);
    return ((Native *)value_object(str))->fn(t, &self, 1);
}

Value exception_os_str(Thread *t, Value *args, uint32_t nargs) {
    const Exception *e = value_exception(args[0]);
    Value number = exception_detail(e, DETAIL_OSError_errno), text = exception_detail(e, DETAIL_OSError_strerror);
    Value first = exception_detail(e, DETAIL_OSError_filename), second = exception_detail(e, DETAIL_OSError_filename2);
    if (value_is_none(number) && value_is_none(text) && value_is_none(first)) return base_text(t, e);
    StrBuilder b;
    str_builder_init(&b, t);
    Str *number_text = op_str(t, number), *message = op_str(t, text);
    if (number_text == NULL || message == NULL) return VALUE_ERROR;
    str_builder_add_c(&b, "[Errno ");
    str_builder_add_str(&b, number_text);
    str_builder_add_c(&b, "] ");
    str_builder_add_str(&b, message);
    if (!value_is_none(first)) {
        str_builder_add_c(&b, ": ");
        str_builder_add_repr(&b, first);
    }
    if (!value_is_none(first) && !value_is_none(second)) {
        str_builder_add_c(&b, " -> ");
        str_builder_add_repr(&b, second);
    }
    return shown(str_builder_take(&b));
}

// What cannot be encoded or decoded, and where, of an error about one unit.
static void unit_text(char *to, size_t size, uint32_t unit, bool byte) {
    if (byte) snprintf(to, size, "byte 0x%02x", unit);
    else if (unit <= 0xFF) snprintf(to, size, "character '\\x%02x'", unit);
    else snprintf(to, size, unit <= 0xFFFF ? "character '\\u%04x'" : "character '\\U%08x'", unit);
}

static bool unit_at(Value object, int64_t i, uint32_t *unit, bool *byte) {
    const uint8_t *data;
    size_t length;
    *byte = value_bytes_view(object, &data, &length);
    if (*byte && (uint64_t)i < length) *unit = data[i];
    else if (value_is_str(object) && (uint64_t)i < value_str(object)->nchars) *unit = str_char_at(value_str(object), (size_t)i);
    else return false;
    return true;
}

static Value unicode_text(Thread *t, const Exception *e, const char *verb) {
    Value object = exception_detail(e, DETAIL_UnicodeDecodeError_object);
    Value first = exception_detail(e, DETAIL_UnicodeDecodeError_start), last = exception_detail(e, DETAIL_UnicodeDecodeError_end);
    Str *reason = op_str(t, exception_detail(e, DETAIL_UnicodeDecodeError_reason));
    Str *encoding = op_str(t, exception_detail(e, DETAIL_UnicodeDecodeError_encoding));
    if (reason == NULL || encoding == NULL) return VALUE_ERROR;
    if (value_is_none(object) || !value_is_int(first) || !value_is_int(last)) return shown(str_new(t, "", 0));
    int64_t start = value_int(first), end = value_int(last);
    char codec[96] = "", unit[32];
    bool byte = false;
    uint32_t value;
    if (verb[0] != 't') snprintf(codec, sizeof codec, "'%.80s' codec ", encoding->text);
    if (end == start + 1 && unit_at(object, start, &value, &byte)) {
        unit_text(unit, sizeof unit, value, byte);
        return shown(str_format_c(t, "%scan't %s %s in position %lld: %s", codec, verb, unit, (long long)start, reason->text));
    }
    const char *units = value_is_str(object) ? "characters" : "bytes";
    return shown(str_format_c(t, "%scan't %s %s in position %lld-%lld: %s", codec, verb, units, (long long)start, (long long)end - 1, reason->text));
}

static Value decode_str(Thread *t, Value *args, uint32_t nargs) { return unicode_text(t, value_exception(args[0]), "decode"); }
static Value encode_str(Thread *t, Value *args, uint32_t nargs) { return unicode_text(t, value_exception(args[0]), "encode"); }
static Value translate_str(Thread *t, Value *args, uint32_t nargs) { return unicode_text(t, value_exception(args[0]), "translate"); }

static Value syntax_str(Thread *t, Value *args, uint32_t nargs) {
    const Exception *e = value_exception(args[0]);
    Value file = exception_detail(e, DETAIL_SyntaxError_filename), line = exception_detail(e, DETAIL_SyntaxError_lineno);
    Str *msg = op_str(t, exception_detail(e, DETAIL_SyntaxError_msg));
    if (msg == NULL) return VALUE_ERROR;
    bool named = value_is_str(file), numbered = value_is_int(line);
    if (!named && !numbered) return value_from_object(msg);
    const char *path = named ? value_str(file)->text : "";
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    long long number = numbered ? (long long)value_int(line) : 0;
    if (named && numbered) return shown(str_format_c(t, "%s (%s, line %lld)", msg->text, base, number));
    if (named) return shown(str_format_c(t, "%s (%s)", msg->text, base));
    return shown(str_format_c(t, "%s (line %lld)", msg->text, number));
}

static const NativeDef decode_natives[] = {{"__str__", decode_str, "self, /", 0}, {}};
static const NativeDef encode_natives[] = {{"__str__", encode_str, "self, /", 0}, {}};
static const NativeDef translate_natives[] = {{"__str__", translate_str, "self, /", 0}, {}};
static const NativeDef syntax_natives[] = {{"__str__", syntax_str, "self, /", 0}, {}};

Class *exception_os_class(int errnum) {
    switch (errnum) {
        case EAGAIN: case EALREADY: case EINPROGRESS: return &class_BlockingIOError;
        case EPIPE: case ESHUTDOWN: return &class_BrokenPipeError;
        case ECHILD: return &class_ChildProcessError;
        case ECONNABORTED: return &class_ConnectionAbortedError;
        case ECONNREFUSED: return &class_ConnectionRefusedError;
        case ECONNRESET: return &class_ConnectionResetError;
        case EEXIST: return &class_FileExistsError;
        case ENOENT: return &class_FileNotFoundError;
        case EISDIR: return &class_IsADirectoryError;
        case ENOTDIR: return &class_NotADirectoryError;
        case EINTR: return &class_InterruptedError;
        case EACCES: case EPERM: return &class_PermissionError;
        case ESRCH: return &class_ProcessLookupError;
        case ETIMEDOUT: return &class_TimeoutError;
        default: return &class_OSError;
    }
}

void exception_details_init(void) {
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) class_add_natives(details[i].cls, details[i].natives);
    class_add_natives(&class_UnicodeDecodeError, decode_natives);
    class_add_natives(&class_UnicodeEncodeError, encode_natives);
    class_add_natives(&class_UnicodeTranslateError, translate_natives);
    class_add_natives(&class_SyntaxError, syntax_natives);
}
