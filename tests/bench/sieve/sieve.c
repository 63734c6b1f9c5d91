#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool *sieve(long limit) {
    bool *flags = malloc((size_t)limit + 1);
    memset(flags, true, (size_t)limit + 1);
    flags[0] = flags[1] = false;
    for (long i = 2; i * i <= limit; i++) {
        if (!flags[i]) continue;
        for (long multiple = i * i; multiple <= limit; multiple += i) flags[multiple] = false;
    }
    return flags;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), count = 0, checksum = 0;
    for (long i = 0; i < rounds; i++) {
        long limit = 200000 + i;
        bool *flags = sieve(limit);
        for (long j = 0; j <= limit; j++) {
            if (!flags[j]) continue;
            count++;
            checksum = (checksum + j) % 1000003;
        }
        free(flags);
    }
    printf("%ld %ld\n", count, checksum);
}
