// Calls of C. Integers and pointers travel in one row of registers, floats in another, each in order; so one call with the rows
// filled serves every signature (x86-64 System V and AArch64 alike). It is made as to a function with variable arguments, which
// those may be. A 32-bit float is the low half of its register.
//
// The function object is a native method bound to an Extern, which knows address and signature. Definitions live for ever, as
// the libraries do.
#include "extern.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "bytes.h"
#include "class_int.h"
#include "codec.h"
#include "exception.h"
#include "float.h"
#include "int.h"
#include "native.h"
#include "ops.h"
#include "promise.h"
#include "sized.h"
#include "tuple.h"

typedef struct {
    Object header;
    void *address;
    const char *letters;       // result first
    const NativeDef *def;
    Tuple *names;              // of the parameters
} Extern;

static void extern_trace(Object *o, Tracer *tracer) { tracer_value(tracer, value_from_object(((Extern *)o)->names)); }
const Layout layout_extern_function = {"extern_function", KIND_OTHER, sizeof(Extern), extern_trace, NULL, NULL, NULL};

typedef struct {
    uint64_t ints[EXTERN_INTS];
    double reals[EXTERN_REALS];
    uint32_t nints, nreals;
} Row;

// --- arguments

int extern_sized_type(char letter) {
    static const struct {
        char letter;
        BcSized type;
    } letters[] = {{'b', BC_SIZED_i8}, {'h', BC_SIZED_i16}, {'i', BC_SIZED_i32}, {'l', BC_SIZED_i64}, {'B', BC_SIZED_u8},
                   {'H', BC_SIZED_u16}, {'I', BC_SIZED_u32}, {'L', BC_SIZED_u64}, {'f', BC_SIZED_f32}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == letter) return (int)letters[i].type;
    return -1;
}

static Str *promise_of(Thread *t, const Extern *e, uint32_t i, const char *type) {
    return str_format_c(t, "%s() argument '%s' must be %s", e->def->name, value_str(e->names->items[i])->text, type);
}

static bool refuse(Thread *t, const Extern *e, uint32_t i, Value v, const char *type) {
    Str *promise = promise_of(t, e, i, type);
    if (promise) error_type(t, "%S, not %T", promise, v);
    return false;
}

static bool put_int(Row *row, uint64_t bits) { return row->ints[row->nints++] = bits, true; }
static bool put_real(Row *row, double d) { return row->reals[row->nreals++] = d, true; }
static double low_half(float f) { return __builtin_bit_cast(double, (uint64_t)__builtin_bit_cast(uint32_t, f)); }

static bool put_sized(Thread *t, const Extern *e, uint32_t i, Value v, BcSized type, Row *row) {
    if (!sized_accepts(t, type, &v)) {
        Str *promise = error_pending(t) ? NULL : promise_of(t, e, i, bc_sized[type].name);
        if (promise) sized_broken(t, v, promise);
        return false;
    }
    if (type == BC_SIZED_f32) return put_real(row, low_half((float)value_float(v)));
    uint64_t bits = 0;
    sized_low_bits(v, &bits);
    return put_int(row, bits);
}

static bool put_plain_int(Thread *t, const Extern *e, uint32_t i, Value v, Row *row) {
    int64_t n;
    if (!value_is_integer(v)) return refuse(t, e, i, v, "int");
    if (int_to_i64(v, &n)) return put_int(row, (uint64_t)n);
    return put_sized(t, e, i, v, BC_SIZED_u64, row);   // an address, or the error
}

static bool put_float(Thread *t, const Extern *e, uint32_t i, Value v, Row *row) {
    Str *promise = promise_of(t, e, i, "float");
    v = promise ? promise_check(t, v, BC_HINT_FLOAT, promise) : VALUE_ERROR;
    return !value_is_error(v) && put_real(row, value_float(v));
}

static bool put_text(Thread *t, const Extern *e, uint32_t i, Value v, Row *row) {
    if (!value_is_str(v)) return refuse(t, e, i, v, "str");
    const Str *text = value_str(v);
    if (memchr(text->text, 0, text->nbytes)) return error_value(t, "embedded null character"), false;
    return put_int(row, (uint64_t)text->text);
}

static bool put_bytes(Thread *t, const Extern *e, uint32_t i, Value v, bool writes, Row *row) {
    const uint8_t *data;
    size_t length;
    if (writes ? !value_is_bytearray(v) : !value_is_bytes(v)) return refuse(t, e, i, v, writes ? "bytearray" : "bytes");
    value_bytes_view(v, &data, &length);
    return put_int(row, (uint64_t)data);
}

static bool put_argument(Thread *t, const Extern *e, uint32_t i, Value v, Row *row) {
    char letter = e->letters[1 + i];
    int sized = extern_sized_type(letter);
    if (sized >= 0) return put_sized(t, e, i, v, (BcSized)sized, row);
    if ((letter == 'z' || letter == 'Z') && value_is_none(v)) return put_int(row, 0);
    switch (letter) {
    case 'q': return put_plain_int(t, e, i, v, row);
    case 'd': return put_float(t, e, i, v, row);
    case '?': return value_is_bool(v) ? put_int(row, value_same(v, VALUE_TRUE)) : refuse(t, e, i, v, "bool");
    case 's': case 'z': return put_text(t, e, i, v, row);
    default: return put_bytes(t, e, i, v, letter == 'Y', row);
    }
}

// --- results

static Value text_result(Thread *t, const Extern *e, const char *text, bool may_be_null) {
    if (!text) return may_be_null ? VALUE_NONE : error_value(t, "%s() returned a null pointer", e->def->name);
    return codec_decode(t, VALUE_NONE, (const uint8_t *)text, strlen(text), str_intern_c("utf-8"), str_intern_c("surrogateescape"));
}

static Value int_result(Thread *t, const Extern *e, uint64_t bits) {
    int sized = extern_sized_type(e->letters[0]);
    if (sized >= 0) bits = sized_wrap((BcSized)sized, bits);
    switch (e->letters[0]) {
    case 'v': return VALUE_NONE;
    case '?': return value_from_bool(bits & 0xFF);
    case 's': case 'z': return text_result(t, e, (const char *)bits, e->letters[0] == 'z');
    case 'B': case 'H': case 'I': case 'L': return int_from_u64(t, bits);
    default: return int_from_i64(t, (int64_t)bits);
    }
}

#define ROW r->ints[0], r->ints[1], r->ints[2], r->ints[3], r->ints[4], r->ints[5], r->reals[0], r->reals[1], r->reals[2], \
            r->reals[3], r->reals[4], r->reals[5], r->reals[6], r->reals[7]

static Value call(Thread *t, const Extern *e, const Row *r) {
    if (e->letters[0] != 'd' && e->letters[0] != 'f') return int_result(t, e, ((uint64_t (*)(uint64_t, ...))e->address)(ROW));
    double d = ((double (*)(uint64_t, ...))e->address)(ROW);
    if (e->letters[0] == 'f') d = __builtin_bit_cast(float, (uint32_t)__builtin_bit_cast(uint64_t, d));
    return float_from_double(t, d);
}

static Value extern_call(Thread *t, Value *args, uint32_t nargs) {
    const Extern *e = (const Extern *)value_object(args[0]);
    Row row = {};
    for (uint32_t i = 0; i + 1 < nargs; i++)
        if (!put_argument(t, e, i, args[1 + i], &row)) return VALUE_ERROR;
    return call(t, e, &row);
}

// --- definitions

static void *open_version(const char *name, int version) {
    char file[512];
    if (version < 0) snprintf(file, sizeof file, "lib%s.so", name);
    else snprintf(file, sizeof file, "lib%s.so.%d", name, version);
    return dlopen(file, RTLD_LAZY | RTLD_LOCAL);
}

enum { NEWEST_VERSION = 20 };

// A path, a file name, or what the linker's -l takes, in whatever version there is.
static void *open_library(const char *name) {
    void *library = strchr(name, '/') || strstr(name, ".so") ? dlopen(name, RTLD_LAZY | RTLD_LOCAL) : NULL;
    for (int version = -1; !library && version <= NEWEST_VERSION && !strchr(name, '/'); version++) library = open_version(name, version);
    return library;
}

static void *find_function(Thread *t, const Str *name, Value library) {
    void *opened = value_is_none(library) ? RTLD_DEFAULT : open_library(value_str(library)->text);
    if (!opened && !value_is_none(library)) return error_raise(t, &class_OSError, "extern \"C\": there is no library '%S'", value_str(library)), NULL;
    void *address = dlsym(opened, name->text);
    if (!address && value_is_none(library))
        error_raise(t, &class_AttributeError, "extern \"C\": there is no function '%S'; say which library has it: from \"name\"", name);
    else if (!address) error_raise(t, &class_AttributeError, "extern \"C\": library '%S' has no function '%S'", value_str(library), name);
    return address;
}

static const NativeDef *new_def(const Str *name, const Tuple *parameters) {
    size_t size = sizeof(NativeDef) + 2 * (size_t)name->nbytes + 16;
    for (uint64_t i = 0; i < parameters->length; i++) size += value_str(parameters->items[i])->nbytes + 2;
    NativeDef *def = calloc(1, size);
    if (!def) return NULL;
    char *text = (char *)(def + 1), *signature = text + name->nbytes + 1;
    memcpy(text, name->text, name->nbytes);
    char *end = stpcpy(signature, ".extern");
    for (uint64_t i = 0; i < parameters->length; i++) end = stpcpy(stpcpy(end, ", "), value_str(parameters->items[i])->text);
    *def = (NativeDef){text, extern_call, signature, 0};
    return def;
}

Value extern_new(Thread *t, Str *name, Value library, Str *letters, Value parameters) {
    void *address = find_function(t, name, library);
    if (!address) return VALUE_ERROR;
    Extern *e = heap_new(t, &shape_extern_function, sizeof(Extern));
    const NativeDef *def = new_def(name, value_tuple(parameters));
    if (!e || !def) return error_out_of_memory(t);
    e->address = address;
    e->letters = str_intern_str(letters)->text;
    e->def = def;
    e->names = value_tuple(parameters);
    Native *native = native_new(t, def, &class_extern_function);
    return value_or_error(native ? native_bind(t, native, value_from_object(e)) : NULL);
}
