#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

// Closures are functions with their state; generators are structures with a `next` function.
typedef struct {
    long value, step;
} Counter;

static long count(Counter *counter) { return counter->value += counter->step; }

typedef long (*Function)(long x, long state);

static long triple(long x, long state) { return (void)state, x * 3; }
static long plus(long x, long state) { return x + state; }
static long reduce(long x, long state) { return (void)state, x % 1009; }

static long compose(const Function *functions, int n, long x, long state) {
    for (int i = 0; i < n; i++) x = functions[i](x, state);
    return x;
}

typedef struct {
    long left, seed;
} Numbers;

static bool numbers_next(Numbers *numbers, long *item) {
    if (numbers->left-- <= 0) return false;
    numbers->seed = numbers->seed * 16807 % 2147483647;
    *item = numbers->seed % 1000;
    return true;
}

static bool wanted(long x, long state) { return x % 3 != state; }

static long changed_sum(const Function *functions, int n, long i) {
    Numbers numbers = {1000, i + 1};
    long total = 0, item;
    while (numbers_next(&numbers, &item))
        if (wanted(item, i % 3)) total += compose(functions, n, item, i);
    return total;
}

static long pairs_sum(long i) {
    Numbers numbers = {500, i + 2};
    long total = 0, previous, item;
    if (!numbers_next(&numbers, &previous)) return 0;
    for (; numbers_next(&numbers, &item); previous = item) total += previous * item % 7;
    return total;
}

static long walk(int depth, long label) {
    if (depth == 0) return 0;
    return walk(depth - 1, label * 2) + label % 13 + walk(depth - 1, label * 2 + 1);
}

static long squares_sum(void) {
    long squares[150], n = 0, total = 0;
    for (long x = 0; x < 300; x++)
        if (x % 2 == 0) squares[n++] = x * x;
    for (long position = 0; position < n; position++) total += position * squares[position] % 11;
    return total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static const Function scale[] = {triple, plus, reduce};
    long rounds = atol(argv[1]), total = 0;
    for (long i = 0; i < rounds; i++) {
        Counter counter = {i, 3};
        for (int j = 0; j < 500; j++) total += count(&counter);
        total += changed_sum(scale, 3, i) + pairs_sum(i);
        for (long x = i; x < i + 500; x++)
            if (x & 1) total += x * 2;
        total += walk(7, 1) + squares_sum();
    }
    printf("%ld\n", total);
}
