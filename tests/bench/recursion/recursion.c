#include <stdio.h>
#include <stdlib.h>

static long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

static long tak(long x, long y, long z) {
    if (y >= x) return z;
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

static long ackermann(long m, long n) {
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0;
    for (long i = 0; i < rounds; i++) total += fib(18 + i % 3) + tak(14 + i % 2, 8, i % 3) + ackermann(2, 40 + i % 7);
    printf("%ld\n", total);
}
