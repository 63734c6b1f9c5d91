// print and its kin, input, open.
#include "builtins.h"
#include "bytes.h"
#include "class_int.h"
#include "file.h"
#include "int.h"

#include <unistd.h>

// sys.stdout (and so on) as the program sees it now: it may have put another object there.
static Value current_stream(const char *name, int fd) {
    Value sys = dict_get_str(module_table(), str_intern_c("sys"));
    if (!value_is_object(sys)) return file_standard_open(fd);
    Value stream = module_get((Module *)value_object(sys), str_intern_c(name));
    return value_is_unbound(stream) ? file_standard_open(fd) : stream;
}

static bool write_int(Thread *t, Value file, int64_t i) {
    char digits[24], *end = digits + sizeof digits, *p = end;
    uint64_t n = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do *--p = (char)('0' + n % 10);
    while (n /= 10);
    if (i < 0) *--p = '-';
    return file_write_text(t, file, p, (size_t)(end - p));
}

static bool write_value(Thread *t, Value file, Value v) {
    if (value_is_int(v)) return write_int(t, file, value_int(v));
    Str *text = op_str(t, v);
    return text && file_write_text(t, file, text->text, text->nbytes);
}

// While other threads may print, too: in one piece.
static bool write_joined(Thread *t, Value file, const Value *args, uint64_t n, const Str *sep, const Str *end) {
    StrBuilder b;
    str_builder_init(&b, t);
    for (uint64_t i = 0; i < n; i++) {
        Str *text = op_str(t, args[i]);
        if (!text) return false;
        if (i > 0) str_builder_add(&b, sep ? sep->text : " ", sep ? sep->nbytes : 1);
        str_builder_add_str(&b, text);
    }
    str_builder_add(&b, end ? end->text : "\n", end ? end->nbytes : 1);
    return !b.failed && file_write_text(t, file, b.text, b.nbytes);
}

static bool write_all(Thread *t, Value file, const Value *args, uint64_t n, const Str *sep, const Str *end) {
    if (t->parallel && file_is_text(file)) return write_joined(t, file, args, n, sep, end);
    for (uint64_t i = 0; i < n; i++) {
        if (i > 0 && !(sep ? file_write_text(t, file, sep->text, sep->nbytes) : file_write_text(t, file, " ", 1))) return false;
        if (!write_value(t, file, args[i])) return false;
    }
    return end ? file_write_text(t, file, end->text, end->nbytes) : file_write_text(t, file, "\n", 1);
}

Value builtin_print_direct(Thread *t, Value *args, uint32_t nargs) {
    Value file = current_stream("stdout", 1);
    if (value_is_none(file)) return VALUE_NONE;
    return write_all(t, file, args, nargs, NULL, NULL) ? VALUE_NONE : VALUE_ERROR;
}

static bool text_or_none(Thread *t, Value v, const char *what, Str **text) {
    *text = NULL;
    if (value_is_none(v)) return true;
    if (!value_is_str(v)) {
        error_type(t, "%s must be None or a string, not %T", what, v);
        return false;
    }
    *text = value_str(v);
    return true;
}

static Value print(Thread *t, Value *args, uint32_t nargs) {
    Str *sep, *end;
    if (!text_or_none(t, args[1], "sep", &sep) || !text_or_none(t, args[2], "end", &end)) return VALUE_ERROR;
    Value file = value_is_none(args[3]) ? current_stream("stdout", 1) : args[3];
    if (value_is_none(file)) return VALUE_NONE;
    int flush = value_truth(t, args[4]);
    if (flush < 0 || !write_all(t, file, value_tuple(args[0])->items, value_tuple(args[0])->length, sep, end)) return VALUE_ERROR;
    return !flush || file_flush(t, file) ? VALUE_NONE : VALUE_ERROR;
}

static Value eprintln(Thread *t, Value *args, uint32_t nargs) {
    Value file = current_stream("stderr", 2);
    if (value_is_none(file)) return VALUE_NONE;
    return write_all(t, file, value_tuple(args[0])->items, value_tuple(args[0])->length, NULL, NULL) ? VALUE_NONE : VALUE_ERROR;
}

static Value panic(Thread *t, Value *args, uint32_t nargs) {
    Str *text = op_str(t, args[0]);
    return text ? error_raise(t, &class_RuntimeError, "%S", text) : VALUE_ERROR;
}

// How many items a list, or bytes a bytearray or text, has room for.
static Value cap(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_kind(args[0], KIND_LIST)) return int_from_u64(t, value_list(args[0])->buffer->capacity);
    if (value_is_bytearray(args[0])) return int_from_u64(t, value_bytearray(args[0])->buffer->capacity);
    if (value_is_str(args[0])) return value_from_small(value_str(args[0])->nbytes);
    return error_type(t, "cap() needs a list, a bytearray or a str, not '%T'", args[0]);
}

// The decorator of functions for C: the compiler has done the rest.
static Value export_decorator(Thread *t, Value *args, uint32_t nargs) { return args[0]; }

static Value input(Thread *t, Value *args, uint32_t nargs) {
    Value out = current_stream("stdout", 1), in = current_stream("stdin", 0);
    if (value_is_none(in)) return error_raise(t, &class_RuntimeError, "input(): lost sys.stdin");
    if (value_is_none(out)) return error_raise(t, &class_RuntimeError, "input(): lost sys.stdout");
    if (!value_is_unbound(args[0]) && !write_value(t, out, args[0])) return VALUE_ERROR;
    if (!file_flush(t, out)) error_take(t);   // as CPython does: what is read matters more
    Value line = call_method(t, in, str_intern_c("readline"), NULL, 0);
    if (value_is_error(line)) return line;
    if (!value_is_str(line)) return error_type(t, "object.readline() returned non-string");
    Str *text = value_str(line);
    if (text->nbytes == 0) return error_raise(t, &class_EOFError, "EOF when reading a line");
    bool newline = text->text[text->nbytes - 1] == '\n';
    return value_or_error(newline ? str_new(t, text->text, text->nbytes - 1) : text);
}

const NativeDef builtins_output[] = {
    {"print", print, "*args, sep=None, end=None, file=None, flush=False", 0},
    {"println", print, "*args, sep=None, end=None, file=None, flush=False", 0},
    {"eprintln", eprintln, "*args", 0},
    {"export", export_decorator, "function, /", 0},
    {"cap", cap, "x, /", 0},
    {"panic", panic, "message='', /", 0},
    {"input", input, "prompt=?, /", 0},
    {"open", file_open, FILE_OPEN_SIGNATURE, 0},
    {0},
};
