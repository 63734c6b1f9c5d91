#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned __int128 Wide;

static void first_primes(int count, int *primes) {
    int found = 0;
    for (int candidate = 2; found < count; candidate++) {
        int prime = 1;
        for (int i = 0; i < found && prime; i++) prime = candidate % primes[i] != 0;
        if (prime) primes[found++] = candidate;
    }
}

static uint64_t integer_root(Wide n, int k) {
    uint64_t low = 0, high = (uint64_t)1 << 40;
    while (low < high) {
        uint64_t middle = (low + high + 1) / 2;
        Wide power = 1;
        for (int i = 0; i < k; i++) power *= middle;
        if (power <= n)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static uint32_t rotate(uint32_t x, int n) { return x >> n | x << (32 - n); }

static void compress(uint32_t *state, const uint8_t *block, const uint32_t *constants) {
    uint32_t words[64];
    for (int i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        uint32_t s0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3, s1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10;
        words[i] = words[i - 16] + s0 + words[i - 7] + s1;
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
        uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25), choice = (e & f) ^ (~e & g);
        uint32_t t1 = h + s1 + choice + constants[i] + words[i];
        uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22), majority = (a & b) ^ (a & c) ^ (b & c), t2 = s0 + majority;
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

static void sha256(const uint8_t *message, size_t size, const uint32_t *initial, const uint32_t *constants) {
    size_t padded = (size + 8) / 64 * 64 + 64;
    uint8_t *data = calloc(padded, 1);
    memcpy(data, message, size);
    data[size] = 128;
    for (int i = 0; i < 8; i++) data[padded - 8 + (size_t)i] = (uint8_t)((uint64_t)size * 8 >> (56 - 8 * i));
    uint32_t state[8];
    memcpy(state, initial, sizeof state);
    for (size_t at = 0; at < padded; at += 64) compress(state, data + at, constants);
    for (int i = 0; i < 8; i++) printf("%08x", state[i]);
    puts("");
    free(data);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int primes[64];
    uint32_t initial[8], constants[64];
    first_primes(64, primes);
    for (int i = 0; i < 8; i++) initial[i] = (uint32_t)integer_root((Wide)primes[i] << 64, 2);
    for (int i = 0; i < 64; i++) constants[i] = (uint32_t)integer_root((Wide)primes[i] << 96, 3);
    sha256((const uint8_t *)"abc", 3, initial, constants);
    size_t size = 64 * strtoul(argv[1], NULL, 10);
    uint8_t *message = malloc(size);
    for (size_t i = 0; i < size; i++) message[i] = (uint8_t)(i * 7 % 251);
    sha256(message, size, initial, constants);
    free(message);
}
