// bytes and bytearray: case and the is... methods, which know ASCII only.
#include "bytes_int.h"

static bool byte_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool byte_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool byte_is_alpha(char c) { return byte_is_upper(c) || byte_is_lower(c); }
static bool byte_is_digit(char c) { return c >= '0' && c <= '9'; }
static bool byte_is_alnum(char c) { return byte_is_alpha(c) || byte_is_digit(c); }
static bool byte_is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }
static bool byte_is_ascii(char c) { return (unsigned char)c < 0x80; }
static char byte_upper(char c) { return byte_is_lower(c) ? (char)(c - 32) : c; }
static char byte_lower(char c) { return byte_is_upper(c) ? (char)(c + 32) : c; }
static char byte_swap(char c) { return byte_is_lower(c) ? byte_upper(c) : byte_lower(c); }

// Maps the first byte of each word by `first`, the others by `rest`; words are runs of letters (title), or there is only
// one (capitalize), or `first` and `rest` are the same.
static Value bytes_map(Thread *t, Value self, char (*first)(char), char (*rest)(char), bool words) {
    ByteView s = bytes_view(self);
    StrBuilder b;
    str_builder_init(&b, t);
    char *to = str_builder_reserve(&b, s.length);
    if (!to) return VALUE_ERROR;
    bool inside = false;
    for (size_t i = 0; i < s.length; i++) {
        to[i] = inside ? rest(s.data[i]) : first(s.data[i]);
        inside = words ? byte_is_alpha(s.data[i]) : true;
    }
    b.nbytes = s.length;
    return bytes_take_like(&b, self);
}

static Value bytes_upper(Thread *t, Value *args, uint32_t nargs) { return bytes_map(t, args[0], byte_upper, byte_upper, false); }
static Value bytes_lower(Thread *t, Value *args, uint32_t nargs) { return bytes_map(t, args[0], byte_lower, byte_lower, false); }
static Value bytes_swapcase(Thread *t, Value *args, uint32_t nargs) { return bytes_map(t, args[0], byte_swap, byte_swap, false); }
static Value bytes_capitalize(Thread *t, Value *args, uint32_t nargs) { return bytes_map(t, args[0], byte_upper, byte_lower, false); }
static Value bytes_title(Thread *t, Value *args, uint32_t nargs) { return bytes_map(t, args[0], byte_upper, byte_lower, true); }

static Value bytes_all(Value self, bool (*is)(char), bool if_empty) {
    ByteView s = bytes_view(self);
    for (size_t i = 0; i < s.length; i++)
        if (!is(s.data[i])) return VALUE_FALSE;
    return value_from_bool(s.length || if_empty);
}

static Value bytes_isalnum(Thread *t, Value *args, uint32_t nargs) { return bytes_all(args[0], byte_is_alnum, false); }
static Value bytes_isalpha(Thread *t, Value *args, uint32_t nargs) { return bytes_all(args[0], byte_is_alpha, false); }
static Value bytes_isdigit(Thread *t, Value *args, uint32_t nargs) { return bytes_all(args[0], byte_is_digit, false); }
static Value bytes_isspace(Thread *t, Value *args, uint32_t nargs) { return bytes_all(args[0], byte_is_space, false); }
static Value bytes_isascii(Thread *t, Value *args, uint32_t nargs) { return bytes_all(args[0], byte_is_ascii, true); }

static Value bytes_is_case(Value self, bool (*wanted)(char), bool (*unwanted)(char)) {
    ByteView s = bytes_view(self);
    bool some = false;
    for (size_t i = 0; i < s.length; i++) {
        if (unwanted(s.data[i])) return VALUE_FALSE;
        some |= wanted(s.data[i]);
    }
    return value_from_bool(some);
}

static Value bytes_islower(Thread *t, Value *args, uint32_t nargs) { return bytes_is_case(args[0], byte_is_lower, byte_is_upper); }
static Value bytes_isupper(Thread *t, Value *args, uint32_t nargs) { return bytes_is_case(args[0], byte_is_upper, byte_is_lower); }

static Value bytes_istitle(Thread *t, Value *args, uint32_t nargs) {
    ByteView s = bytes_view(args[0]);
    bool some = false, inside = false;
    for (size_t i = 0; i < s.length; i++) {
        char c = s.data[i];
        if (inside ? byte_is_upper(c) : byte_is_lower(c)) return VALUE_FALSE;
        inside = byte_is_alpha(c);
        some |= inside;
    }
    return value_from_bool(some);
}

#define BYTES_METHOD(name) {#name, bytes_##name, "self, /", 0}
const NativeDef bytes_case_methods[] = {
    BYTES_METHOD(upper), BYTES_METHOD(lower), BYTES_METHOD(swapcase), BYTES_METHOD(capitalize), BYTES_METHOD(title),
    BYTES_METHOD(isalnum), BYTES_METHOD(isalpha), BYTES_METHOD(isdigit), BYTES_METHOD(isspace), BYTES_METHOD(isascii),
    BYTES_METHOD(islower), BYTES_METHOD(isupper), BYTES_METHOD(istitle), {}};
