// _random: the Mersenne Twister (MT19937) behind the random module, so that a seed gives the numbers CPython gives.
// The state is a bytearray of 625 words that the Python side owns: 624 words and the position in them.
#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"

bool native__random_fill(Thread *t, Module *m);

enum { MT_WORDS = 624, MT_SHIFT = 397 };

typedef struct {
    uint32_t words[MT_WORDS];
    uint32_t at;
} Twister;

// NULL: TypeError pending.
static Twister *random_state(Thread *t, Value v) {
    if (value_is_bytearray(v) && value_bytearray(v)->length == sizeof(Twister)) return (Twister *)value_bytearray(v)->buffer->bytes;
    error_type(t, "a generator's state is a bytearray of %d bytes", (int)sizeof(Twister));
    return NULL;
}

static void random_refill(Twister *s) {
    for (uint32_t i = 0; i < MT_WORDS; i++) {
        uint32_t y = (s->words[i] & 0x80000000u) | (s->words[(i + 1) % MT_WORDS] & 0x7FFFFFFFu);
        s->words[i] = s->words[(i + MT_SHIFT) % MT_WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908B0DFu : 0);
    }
    s->at = 0;
}

static uint32_t random_word(Twister *s) {
    if (s->at >= MT_WORDS) random_refill(s);
    uint32_t y = s->words[s->at++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680u;
    y ^= (y << 15) & 0xEFC60000u;
    return y ^ (y >> 18);
}

static void random_start(Twister *s, uint32_t seed) {
    s->words[0] = seed;
    for (uint32_t i = 1; i < MT_WORDS; i++) s->words[i] = 1812433253u * (s->words[i - 1] ^ (s->words[i - 1] >> 30)) + i;
    s->at = MT_WORDS;
}

static uint32_t random_stir(Twister *s, uint32_t i, uint32_t factor) {
    return s->words[i] ^ ((s->words[i - 1] ^ (s->words[i - 1] >> 30)) * factor);
}

static uint32_t random_next_index(Twister *s, uint32_t i) {
    if (i + 1 < MT_WORDS) return i + 1;
    s->words[0] = s->words[MT_WORDS - 1];
    return 1;
}

// seed(state, key): key is the seed's absolute value in little-endian words, at least one.
static Value random_seed(Thread *t, Value *args, uint32_t nargs) {
    Twister *s = random_state(t, args[0]);
    const uint8_t *key;
    size_t length;
    if (!s) return VALUE_ERROR;
    if (!value_bytes_view(args[1], &key, &length) || length == 0 || length % 4) return error_type(t, "a key is words of four bytes");
    uint32_t count = (uint32_t)(length / 4), i = 1, j = 0;
    random_start(s, 19650218u);
    for (uint32_t k = count > MT_WORDS ? count : MT_WORDS; k; k--) {
        uint32_t word;
        memcpy(&word, key + 4 * (size_t)j, 4);
        s->words[i] = random_stir(s, i, 1664525u) + word + j;
        i = random_next_index(s, i);
        j = j + 1 < count ? j + 1 : 0;
    }
    for (uint32_t k = MT_WORDS - 1; k; k--) {
        s->words[i] = random_stir(s, i, 1566083941u) - i;
        i = random_next_index(s, i);
    }
    s->words[0] = 0x80000000u;
    return VALUE_NONE;
}

static Value random_random(Thread *t, Value *args, uint32_t nargs) {
    Twister *s = random_state(t, args[0]);
    if (!s) return VALUE_ERROR;
    uint32_t high = random_word(s) >> 5, low = random_word(s) >> 6;
    return float_from_double(t, (high * 67108864.0 + low) / 9007199254740992.0);
}

// bits(state, n): an int of n random bits, the low words drawn first.
static Value random_bits(Thread *t, Value *args, uint32_t nargs) {
    Twister *s = random_state(t, args[0]);
    int64_t n;
    if (!s || !int_index_i64(t, args[1], &n, false)) return VALUE_ERROR;
    if (n < 0) return error_value(t, "number of bits must be non-negative");
    if (n <= 32) return value_from_small(n ? random_word(s) >> (32 - n) : 0);
    Value result = value_from_small(0);
    for (int64_t shift = 0; shift < n && !value_is_error(result); shift += 32) {
        uint32_t word = random_word(s);
        if (n - shift < 32) word >>= 32 - (n - shift);
        Value part = int_shl(t, value_from_small(word), value_from_small(shift));
        result = value_is_error(part) ? part : int_or(t, result, part);
    }
    return result;
}

static const NativeDef functions[] = {
    {"seed", random_seed, "state, key, /", 0},
    {"random", random_random, "state, /", 0},
    {"bits", random_bits, "state, n, /", 0},
    {},
};

bool native__random_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
