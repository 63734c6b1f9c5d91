#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void make_crc_table(uint32_t *table) {
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t crc = i;
        for (int j = 0; j < 8; j++) crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        table[i] = crc;
    }
}

static uint32_t crc32(const uint8_t *data, size_t n, const uint32_t *table) {
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < n; i++) crc = (crc >> 8) ^ table[(crc ^ data[i]) & 255];
    return crc ^ 0xFFFFFFFF;
}

static uint32_t adler32(const uint8_t *data, size_t n) {
    uint32_t a = 1, b = 0;
    for (size_t i = 0; i < n; i++) {
        a = (a + data[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static size_t encode_base64(const uint8_t *data, size_t n, char *out) {
    size_t length = 0;
    for (size_t i = 0; i + 2 < n; i += 3) {
        uint32_t bits = (uint32_t)data[i] << 16 | (uint32_t)data[i + 1] << 8 | data[i + 2];
        out[length++] = alphabet[bits >> 18];
        out[length++] = alphabet[bits >> 12 & 63];
        out[length++] = alphabet[bits >> 6 & 63];
        out[length++] = alphabet[bits & 63];
    }
    return length;
}

static size_t decode_base64(const char *text, size_t n, const uint8_t *values, uint8_t *out) {
    size_t length = 0;
    for (size_t i = 0; i < n; i += 4) {
        uint32_t bits = (uint32_t)values[(uint8_t)text[i]] << 18 | (uint32_t)values[(uint8_t)text[i + 1]] << 12 |
                        (uint32_t)values[(uint8_t)text[i + 2]] << 6 | values[(uint8_t)text[i + 3]];
        out[length++] = (uint8_t)(bits >> 16);
        out[length++] = (uint8_t)(bits >> 8);
        out[length++] = (uint8_t)bits;
    }
    return length;
}

static size_t run_lengths(const uint8_t *data, size_t n, uint8_t *out) {
    size_t length = 0, i = 0;
    while (i < n) {
        size_t j = i + 1;
        while (j < n && data[j] == data[i] && j - i < 255) j++;
        out[length++] = (uint8_t)(j - i);
        out[length++] = data[i];
        i = j;
    }
    return length;
}

static uint8_t *make_data(size_t n, long seed) {
    uint8_t *data = malloc(n + 5);
    for (size_t length = 0; length < n;) {
        seed = seed * 16807 % 2147483647;
        for (long i = 0; i < seed % 5 + 1; i++) data[length++] = (uint8_t)(seed >> 8);
    }
    return data;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    uint32_t table[256];
    uint8_t values[256] = {0};
    make_crc_table(table);
    for (int i = 0; i < 64; i++) values[(uint8_t)alphabet[i]] = (uint8_t)i;
    long rounds = atol(argv[1]);
    uint64_t total = 0;
    for (long i = 0; i < rounds; i++) {
        size_t n = 9000 + 3 * (size_t)i;
        uint8_t *data = make_data(n, i + 1), *back = malloc(n), *runs = malloc(2 * n);
        char *text = malloc(4 * n / 3);
        size_t length = encode_base64(data, n, text);
        if (decode_base64(text, length, values, back) != n || memcmp(data, back, n) != 0) puts("different");
        total = (total + crc32(data, n, table) + adler32(data, n) + length + run_lengths(data, n, runs)) & 0xFFFFFFFFFFFF;
        free(data), free(back), free(runs), free(text);
    }
    printf("%lu\n", total);
}
