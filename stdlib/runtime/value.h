// Value: one Otter value in 8 bytes, tagged in its low bits.
//
//   ....00    int62          x << 2                              (-2^61 .. 2^61-1)
//   ....1.    double         rotl64(bits, 3) + 1                 (0x1p-511 <= |d| < 0x1p513)
//   ..0001    object         address + 1                         (objects are 16-byte aligned)
//   ..0101    double         bits | 5, when the low 4 bits of its mantissa are 0 and the form above cannot hold it:
//                            0.0, -0.0, the infinities, NaN, far powers of two
//   ..1001    singleton      number << 4 | 9                     (None, False, True, unbound, Ellipsis, NotImplemented)
//   0...0001  error          the object tag with a null address: "an exception is pending on the thread"
//
// Every other double is a Float object (float.h). Encodings are canonical: a double has exactly one.
// The rotation brings sign and the two top exponent bits to the bottom: exponents whose top bits are 01 or 10 are the
// ones around 1.0, and adding one turns 01 and 10 into 10 and 11.
// Idea: Melançon, Serrano, Feeley, "Float Self-Tagging", 2025.
#ifndef OTTER_VALUE_H
#define OTTER_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    uint64_t bits;
} Value;

typedef struct Object Object;

#define VALUE_BITS(b) ((Value){(b)})
#define VALUE_SINGLETON(n) VALUE_BITS(((uint64_t)(n) << 4) | 9)
#define VALUE_NONE VALUE_SINGLETON(0)
#define VALUE_FALSE VALUE_SINGLETON(1)
#define VALUE_TRUE VALUE_SINGLETON(2)
#define VALUE_UNBOUND VALUE_SINGLETON(3)  // no value: unbound names, absent arguments; never reaches a program
#define VALUE_ELLIPSIS VALUE_SINGLETON(4)
#define VALUE_NOTIMPLEMENTED VALUE_SINGLETON(5)
#define VALUE_ERROR VALUE_BITS(1)  // an exception is pending (Thread.pending)

#define VALUE_INT_MAX ((int64_t)((1ull << 61) - 1))
#define VALUE_INT_MIN (-VALUE_INT_MAX - 1)

static inline bool value_same(Value a, Value b) { return a.bits == b.bits; }
static inline bool value_is_error(Value v) { return v.bits == 1; }
static inline bool value_is_none(Value v) { return v.bits == 0x09; }
static inline bool value_is_unbound(Value v) { return v.bits == 0x39; }
static inline bool value_is_bool(Value v) { return v.bits == 0x19 || v.bits == 0x29; }
static inline Value value_from_bool(bool b) { return VALUE_BITS(0x19 + ((uint64_t)b << 4)); }

static inline bool value_is_int(Value v) { return (v.bits & 3) == 0; }  // immediate int only; see int.h for big ones
static inline bool value_both_int(Value a, Value b) { return ((a.bits | b.bits) & 3) == 0; }
static inline int64_t value_int(Value v) { return (int64_t)v.bits >> 2; }
static inline bool value_int_fits(int64_t i) { return i >= VALUE_INT_MIN && i <= VALUE_INT_MAX; }
static inline Value value_from_small(int64_t i) { return VALUE_BITS((uint64_t)i << 2); }  // i must fit

static inline bool value_is_object(Value v) { return (v.bits & 15) == 1; }  // v must not be the error value
static inline Object *value_object(Value v) { return (Object *)(v.bits - 1); }
static inline Value value_from_object(const void *o) { return VALUE_BITS((uint64_t)o + 1); }

static inline bool value_is_double(Value v) { return (v.bits & 2) != 0 || (v.bits & 15) == 5; }  // immediate double only; see float.h
static inline bool value_is_common_double(Value v) { return (v.bits & 2) != 0; }
static inline double value_common_double(Value v) { return __builtin_bit_cast(double, __builtin_rotateright64(v.bits - 1, 3)); }
static inline double value_double(Value v) {
    if (v.bits & 2) return value_common_double(v);
    return __builtin_bit_cast(double, v.bits & ~15ull);
}
// The immediate encoding of d, or VALUE_ERROR when it has none (then float_from_double boxes it).
static inline Value value_from_double_immediate(double d) {
    uint64_t bits = __builtin_bit_cast(uint64_t, d);
    uint64_t rotated = __builtin_rotateleft64(bits, 3) + 1;
    if (rotated & 2) return VALUE_BITS(rotated);
    return (bits & 15) == 0 ? VALUE_BITS(bits | 5) : VALUE_ERROR;
}

// Copies of a few values, most of them written just before: words are read as they were written, since a wider read would wait until
// the writes have reached the cache. The empty asm keeps the compiler from making a memcpy of the loop.
enum { VALUES_FEW = 16 };
static inline void values_copy(Value *to, const Value *from, size_t n) {
    if (n > VALUES_FEW) {
        memcpy(to, from, n * sizeof(Value));
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Value v = from[i];
        __asm__("" : "+r"(v.bits));
        to[i] = v;
    }
}

#endif
