// bytes and bytearray: padding, replacing, translating, hexadecimal.
#include "bytes_int.h"
#include "call.h"
#include "int.h"
#include "text_search.h"

// ---- padding ----

static Value bytes_pad(Thread *t, Value self, char fill, size_t left, size_t right) {
    ByteView view = bytes_view(self);
    StrBuilder b;
    str_builder_init(&b, t);
    char *to = str_builder_reserve(&b, left + view.length + right);
    if (!to) return VALUE_ERROR;
    memset(to, fill, left);
    memcpy(to + left, view.data, view.length);
    memset(to + left + view.length, fill, right);
    b.nbytes = left + view.length + right;
    return bytes_take_like(&b, self);
}

static bool bytes_missing(Thread *t, Value *args, size_t *missing) {
    int64_t width;
    if (!int_index_i64(t, args[1], &width, false)) return false;
    size_t length = bytes_view(args[0]).length;
    *missing = width > (int64_t)length ? (size_t)width - length : 0;
    if (*missing <= UINT32_MAX) return true;
    if (value_has_shape(args[0], &shape_bytearray) || bytes_length_ok(t, length + *missing)) error_out_of_memory(t);
    return false;
}

static bool bytes_pad_arguments(Thread *t, Value *args, const char *name, size_t *missing, char *fill) {
    const uint8_t *data = (const uint8_t *)" ";
    size_t n = 1;
    bool given = !value_is_unbound(args[2]);
    if (given && (!value_bytes_view(args[2], &data, &n) || n != 1)) {
        error_type(t, "%s() argument 2 must be a byte string of length 1, not %A", name, args[2]);
        return false;
    }
    *fill = (char)data[0];
    return bytes_missing(t, args, missing);
}

static Value bytes_center(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    char fill;
    if (!bytes_pad_arguments(t, args, "center", &missing, &fill)) return VALUE_ERROR;
    size_t left = missing / 2 + (missing & (bytes_view(args[0]).length + missing) & 1);
    return bytes_pad(t, args[0], fill, left, missing - left);
}

static Value bytes_ljust(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    char fill;
    return bytes_pad_arguments(t, args, "ljust", &missing, &fill) ? bytes_pad(t, args[0], fill, 0, missing) : VALUE_ERROR;
}

static Value bytes_rjust(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    char fill;
    return bytes_pad_arguments(t, args, "rjust", &missing, &fill) ? bytes_pad(t, args[0], fill, missing, 0) : VALUE_ERROR;
}

static Value bytes_zfill(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    if (!bytes_missing(t, args, &missing)) return VALUE_ERROR;
    Value out = bytes_pad(t, args[0], '0', missing, 0);
    if (value_is_error(out) || !missing) return out;
    char *data = (char *)bytes_view(out).data, sign = data[missing];
    if (bytes_view(args[0]).length && (sign == '+' || sign == '-')) {
        data[0] = sign;
        data[missing] = '0';
    }
    return out;
}

static Value bytes_expandtabs(Thread *t, Value *args, uint32_t nargs) {
    int64_t size, column = 0;
    if (!int_index_i64(t, args[1], &size, false)) return VALUE_ERROR;
    ByteView view = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    for (const char *p = view.data, *end = p + view.length; p < end; p++) {
        if (*p == '\t') {
            int64_t n = size > 0 ? size - column % size : 0;
            str_builder_fill(&b, ' ', (size_t)n);
            column += n;
        } else {
            str_builder_add(&b, p, 1);
            column = *p == '\n' || *p == '\r' ? 0 : column + 1;
        }
    }
    return bytes_take_like(&b, args[0]);
}

// ---- replace ----

static void bytes_interleave(StrBuilder *b, const ByteView *s, const ByteView *new, int64_t limit) {
    const char *p = s->data, *end = p + s->length;
    while (limit-- != 0) {
        str_builder_add(b, new->data, new->length);
        if (p == end || b->failed) break;
        str_builder_add(b, p++, 1);
    }
    str_builder_add(b, p, (size_t)(end - p));
}

static Value bytes_replace(Thread *t, Value *args, uint32_t nargs) {
    ByteView old, new;
    int64_t limit;
    if (!bytes_view_argument(t, args[1], &old) || !bytes_view_argument(t, args[2], &new)) return VALUE_ERROR;
    if (!int_index_i64(t, args[3], &limit, false)) return VALUE_ERROR;
    ByteView s = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    if (old.length == 0) {
        bytes_interleave(&b, &s, &new, limit);
        return bytes_take_like(&b, args[0]);
    }
    const char *p = s.data, *end = p + s.length, *at;
    while (limit-- != 0 && (at = text_find(p, (size_t)(end - p), old.data, old.length))) {
        str_builder_add(&b, p, (size_t)(at - p));
        str_builder_add(&b, new.data, new.length);
        p = at + old.length;
    }
    str_builder_add(&b, p, (size_t)(end - p));
    return bytes_take_like(&b, args[0]);
}

// ---- translate ----

static Value bytes_translate(Thread *t, Value *args, uint32_t nargs) {
    ByteView table = {0}, gone = {0};
    if (!value_is_none(args[1]) && !bytes_view_argument(t, args[1], &table)) return VALUE_ERROR;
    if (table.data && table.length != 256) return error_value(t, "translation table must be 256 characters long");
    if (!value_is_unbound(args[2]) && !bytes_view_argument(t, args[2], &gone)) return VALUE_ERROR;
    ByteView s = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (gone.length && memchr(gone.data, c, gone.length)) continue;
        str_builder_add(&b, table.data ? table.data + c : s.data + i, 1);
    }
    return bytes_take_like(&b, args[0]);
}

static Value bytes_maketrans(Thread *t, Value *args, uint32_t nargs) {
    ByteView from, to;
    uint8_t table[256];
    if (!bytes_view_argument(t, args[0], &from) || !bytes_view_argument(t, args[1], &to)) return VALUE_ERROR;
    if (from.length != to.length) return error_value(t, "maketrans arguments must have same length");
    for (int i = 0; i < 256; i++) table[i] = (uint8_t)i;
    for (size_t i = 0; i < from.length; i++) table[(unsigned char)from.data[i]] = (uint8_t)to.data[i];
    return bytes_result(bytes_new(t, table, sizeof table));
}

// ---- hexadecimal ----

enum { HEX_PLAIN = 256 };

// The one separating byte of hex(sep), HEX_PLAIN: none given, -1: exception pending.
static int bytes_hex_separator(Thread *t, Value sep) {
    if (value_is_unbound(sep)) return HEX_PLAIN;
    const uint8_t *data;
    size_t n;
    if (value_is_str(sep)) {
        data = (const uint8_t *)value_str(sep)->text;
        n = value_str(sep)->nchars;
    } else if (!value_bytes_view(sep, &data, &n)) {
        int64_t length = op_length(t, sep);
        if (length < 0) return -1;
        n = 0;
        if (length == 1) error_type(t, "sep must be str or bytes.");
        if (length == 1) return -1;
    }
    if (n == 1 && data[0] < 0x80) return data[0];
    error_value(t, n == 1 ? "sep must be ASCII." : "sep must be length 1.");
    return -1;
}

static Value bytes_hex(Thread *t, Value *args, uint32_t nargs) {
    static const char digits[] = "0123456789abcdef";
    int64_t group;
    int sep = bytes_hex_separator(t, args[1]);
    if (sep < 0 || !int_index_i64(t, args[2], &group, true)) return VALUE_ERROR;
    ByteView s = bytes_view(args[0]);
    size_t every = (size_t)(group < 0 ? -group : group);
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t i = 0; i < s.length; i++) {
        size_t position = group > 0 ? s.length - i : i;
        if (sep != HEX_PLAIN && every && i && position % every == 0) str_builder_add(&b, &(char){(char)sep}, 1);
        unsigned char c = (unsigned char)s.data[i];
        str_builder_add(&b, (char[]){digits[c >> 4], digits[c & 15]}, 2);
    }
    Str *out = str_builder_take(&b);
    return out ? value_from_object(out) : VALUE_ERROR;
}

static int bytes_hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static Value bytes_fromhex(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "fromhex() argument must be str, not %A", args[1]);
    const Str *s = value_str(args[1]);
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t i = 0; i < s->nbytes; i++) {
        char c = s->text[i];
        if (c == ' ' || (c >= 9 && c <= 13)) continue;
        int high = bytes_hex_value(c), low = high < 0 ? -1 : bytes_hex_value(s->text[i + 1]);
        if (low < 0)
            return error_value(t, "non-hexadecimal number found in fromhex() arg at position %zu", i + (high >= 0));
        str_builder_add(&b, &(char){(char)(high << 4 | low)}, 1);
        i++;
    }
    bool array = class_is_subclass((Class *)value_object(args[0]), &class_bytearray);
    if (b.failed) return VALUE_ERROR;
    Value plain = array ? VALUE_ERROR : bytes_result(bytes_new(t, b.text, b.nbytes));
    if (array) {
        Bytearray *made = bytearray_new(t, b.text, b.nbytes);
        plain = made ? value_from_object(made) : VALUE_ERROR;
    }
    bool base = value_object(args[0]) == (Object *)&class_bytes || value_object(args[0]) == (Object *)&class_bytearray;
    return base || value_is_error(plain) ? plain : call1(t, args[0], plain);
}

const NativeDef bytes_edit_methods[] = {
    {"center", bytes_center, "self, width, fillchar=?, /", 0},
    {"ljust", bytes_ljust, "self, width, fillchar=?, /", 0},
    {"rjust", bytes_rjust, "self, width, fillchar=?, /", 0},
    {"zfill", bytes_zfill, "self, width, /", 0},
    {"expandtabs", bytes_expandtabs, "self, /, tabsize=8", 0},
    {"replace", bytes_replace, "self, old, new, count=-1, /", 0},
    {"translate", bytes_translate, "self, table, /, delete=?", 0},
    {"maketrans", bytes_maketrans, "frm, to, /", NATIVE_STATIC},
    {"hex", bytes_hex, "self, /, sep=?, bytes_per_sep=1", 0},
    {"fromhex", bytes_fromhex, "cls, string, /", NATIVE_CLASS},
    {}};
