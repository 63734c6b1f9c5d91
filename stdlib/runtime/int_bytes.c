// int.to_bytes and int.from_bytes: two's complement in either byte order. Byte i of the number is taken from, or put into,
// 60-bit digits.
#include "bytes.h"
#include "call.h"
#include "class.h"
#include "exception.h"
#include "int_int.h"
#include "iter.h"
#include "list.h"
#include "ops.h"
#include "str.h"

// 1: big, 0: little, -1: exception pending.
static int int_byte_order(Thread *t, Value order, const char *method) {
    if (value_is_str(order)) {
        if (str_equal_c(value_str(order), "big")) return 1;
        if (str_equal_c(value_str(order), "little")) return 0;
        error_value(t, "byteorder must be either 'little' or 'big'");
    } else {
        error_type(t, "%s() argument 'byteorder' must be str, not %A", method, order);
    }
    return -1;
}

static bool int_fits_bytes(Value v, size_t length, bool is_signed) {
    uint64_t bits = int_bit_length(v);
    if (!is_signed) return bits <= length * 8;
    if (int_sign(v) >= 0) return bits < length * 8 || bits == 0;
    if (bits < length * 8) return true;
    if (bits > length * 8) return false;
    IntView view;  // only -2^(n-1) uses all the bits
    const mp_int *m = int_view(v, &view);
    uint64_t others = m->dp[m->used - 1] & (m->dp[m->used - 1] - 1);
    for (int i = 0; i + 1 < m->used; i++) others |= m->dp[i];
    return others == 0;
}

static void int_write_bytes(const mp_int *m, uint8_t *out, size_t length, bool big) {
    unsigned __int128 window = 0;
    int have = 0, next = 0;
    unsigned carry = 1;
    for (size_t i = 0; i < length; i++) {
        if (have < 8) {
            window |= (unsigned __int128)(next < m->used ? m->dp[next] : 0) << have;
            have += MP_DIGIT_BIT;
            next++;
        }
        unsigned byte = (unsigned)window & 0xFF;
        window >>= 8;
        have -= 8;
        if (m->sign == MP_NEG) {
            byte = (~byte & 0xFF) + carry;
            carry = byte >> 8;
        }
        out[big ? length - 1 - i : i] = (uint8_t)byte;
    }
}

Value int_to_bytes_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t length;
    if (!int_index_i64(t, args[1], &length, false)) return VALUE_ERROR;
    int big = int_byte_order(t, args[2], "to_bytes"), is_signed = big < 0 ? -1 : value_truth(t, args[3]);
    if (is_signed < 0) return VALUE_ERROR;
    if (length < 0) return error_value(t, "length argument must be non-negative");
    if (int_sign(args[0]) < 0 && !is_signed) return error_raise(t, &class_OverflowError, "can't convert negative int to unsigned");
    bool nothing = length == 0 && is_signed && value_is_int(args[0]) && value_int(args[0]) == -1;   // only sign bits, of which none are asked for
    if (!nothing && !int_fits_bytes(args[0], (size_t)length, is_signed)) return error_raise(t, &class_OverflowError, "int too big to convert");
    Bytes *b = bytes_alloc(t, (size_t)length);
    if (!b) return VALUE_ERROR;
    IntView view;
    int_write_bytes(int_view(args[0], &view), b->data, (size_t)length, big);
    return value_from_object(b);
}

static bool int_read_bytes(const uint8_t *data, size_t n, bool big, bool negative, mp_int *out) {
    size_t digits = n * 8 / MP_DIGIT_BIT + 1;
    if (mp_init_size(out, (int)digits) != MP_OKAY) return false;
    unsigned __int128 window = 0;
    int have = 0;
    unsigned carry = 1;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = data[big ? n - 1 - i : i];
        if (negative) {
            byte = (~byte & 0xFF) + carry;
            carry = byte >> 8;
        }
        window |= (unsigned __int128)(byte & 0xFF) << have;
        have += 8;
        if (have < MP_DIGIT_BIT) continue;
        out->dp[out->used++] = (mp_digit)window & MP_MASK;
        window >>= MP_DIGIT_BIT;
        have -= MP_DIGIT_BIT;
    }
    out->dp[out->used++] = (mp_digit)window;
    while (out->used > 0 && out->dp[out->used - 1] == 0) out->used--;
    out->sign = negative && out->used ? MP_NEG : MP_ZPOS;
    return true;
}

static Bytes *int_collect_bytes(Thread *t, Value v) {
    IterCursor c;
    if (!iter_begin(t, &c, v)) return NULL;
    StrBuilder b;
    str_builder_init(&b, t);
    for (;;) {
        int64_t byte;
        Value item = iter_step(t, &c);
        if (value_is_unbound(item)) break;
        if (value_is_error(item) || !int_index_i64(t, item, &byte, true)) return NULL;
        if (byte < 0 || byte > 255) {
            error_value(t, "bytes must be in range(0, 256)");
            return NULL;
        }
        str_builder_add(&b, &(char){(char)byte}, 1);
    }
    return b.failed ? NULL : bytes_new(t, b.text, b.nbytes);
}

// What from_bytes reads: a bytes-like object, one with __bytes__, or an iterable of small ints.
static bool int_view_source(Thread *t, Value v, Value *keep, const uint8_t **data, size_t *n) {
    *keep = v;
    if (value_bytes_view(v, data, n)) return true;
    if (!value_is_unbound(value_dunder(v, DUNDER_BYTES))) {
        *keep = call_dunder(t, v, DUNDER_BYTES, NULL, 0);
        if (value_is_error(*keep)) return false;
        if (value_is_kind(*keep, KIND_BYTES)) return value_bytes_view(*keep, data, n);
        error_type(t, "__bytes__ returned non-bytes (type %T)", *keep);
        return false;
    }
    bool iterable = !value_is_unbound(value_dunder(v, DUNDER_ITER)) || !value_is_unbound(value_dunder(v, DUNDER_GETITEM));
    if (value_is_str(v) || !iterable) {
        error_type(t, "cannot convert '%T' object to bytes", v);
        return false;
    }
    Bytes *b = int_collect_bytes(t, v);
    if (b) *keep = value_from_object(b);
    return b && value_bytes_view(*keep, data, n);
}

// At most 8 bytes.
static Value int_read_word(Thread *t, const uint8_t *data, size_t n, bool big, bool negative) {
    uint64_t word = negative ? UINT64_MAX : 0;
    for (size_t i = 0; i < n; i++) word = word << 8 | data[big ? i : n - 1 - i];
    return negative ? int_from_i64(t, (int64_t)word) : int_from_u64(t, word);
}

static Value int_read(Thread *t, const uint8_t *data, size_t n, bool big, bool negative) {
    mp_int m;
    if (n <= sizeof(uint64_t)) return int_read_word(t, data, n, big, negative);
    return int_read_bytes(data, n, big, negative, &m) ? int_from_mp(t, &m) : error_out_of_memory(t);
}

Value int_from_bytes_method(Thread *t, Value *args, uint32_t nargs) {
    const uint8_t *data;
    size_t n;
    Value keep;
    int big = int_byte_order(t, args[2], "from_bytes"), is_signed = big < 0 ? -1 : value_truth(t, args[3]);
    if (is_signed < 0 || !int_view_source(t, args[1], &keep, &data, &n)) return VALUE_ERROR;
    bool negative = is_signed && n && data[big ? 0 : n - 1] & 0x80;
    Value i = int_read(t, data, n, big, negative);
    if (value_is_error(i) || value_object(args[0]) == (Object *)&class_int) return i;
    return call1(t, args[0], i);
}
