#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 32 };

static long place(int row, int n, bool *columns, bool *rising, bool *falling) {
    if (row == n) return 1;
    long found = 0;
    for (int column = 0; column < n; column++) {
        if (!columns[column] || !rising[row + column] || !falling[row - column + n]) continue;
        columns[column] = rising[row + column] = falling[row - column + n] = false;
        found += place(row + 1, n, columns, rising, falling);
        columns[column] = rising[row + column] = falling[row - column + n] = true;
    }
    return found;
}

static long place_bits(unsigned long all_columns, unsigned long columns, unsigned long rising, unsigned long falling) {
    if (columns == all_columns) return 1;
    long found = 0;
    unsigned long available = all_columns & ~(columns | rising | falling);
    while (available) {
        unsigned long bit = available & -available;
        available ^= bit;
        found += place_bits(all_columns, columns | bit, (rising | bit) << 1, (falling | bit) >> 1);
    }
    return found;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int n = atoi(argv[1]);
    if (n < 1 || n > MOST) return 2;
    bool columns[MOST], rising[2 * MOST], falling[2 * MOST + 1];
    memset(columns, true, sizeof columns), memset(rising, true, sizeof rising), memset(falling, true, sizeof falling);
    printf("%ld\n", place(0, n, columns, rising, falling));
    printf("%ld\n", place_bits((1ul << n) - 1, 0, 0, 0));
}
