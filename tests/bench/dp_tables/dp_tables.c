#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long minimum(long a, long b) { return a < b ? a : b; }
static long maximum(long a, long b) { return a > b ? a : b; }

static long *make_sequence(long n, long seed, long letters, long plus) {
    long *sequence = malloc(((size_t)n + 1) * sizeof *sequence);
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        sequence[i] = seed / 8 % letters + plus;
    }
    return sequence;
}

static long longest_common(const long *a, const long *b, long n) {
    long **table = malloc(((size_t)n + 1) * sizeof *table);
    for (long i = 0; i <= n; i++) table[i] = calloc((size_t)n + 1, sizeof **table);
    for (long i = 1; i <= n; i++)
        for (long j = 1; j <= n; j++)
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : maximum(table[i - 1][j], table[i][j - 1]);
    long longest = table[n][n];
    for (long i = 0; i <= n; i++) free(table[i]);
    free(table);
    return longest;
}

static long edit_distance(const long *a, const long *b, long n) {
    size_t size = ((size_t)n + 1) * sizeof(long);
    long *previous = malloc(size), *current = malloc(size);
    for (long j = 0; j <= n; j++) previous[j] = j;
    for (long i = 1; i <= n; i++) {
        current[0] = i;
        for (long j = 1; j <= n; j++) {
            long cost = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = minimum(minimum(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
        }
        long *held = previous;
        previous = current;
        current = held;
    }
    long distance = previous[n];
    free(previous), free(current);
    return distance;
}

static long knapsack(const long *weights, const long *values, long items, long capacity) {
    long *best = calloc((size_t)capacity + 1, sizeof *best);
    for (long item = 0; item < items; item++) {
        long weight = weights[item], value = values[item];
        for (long room = capacity; room >= weight; room--) {
            long candidate = best[room - weight] + value;
            if (candidate > best[room]) best[room] = candidate;
        }
    }
    long most = best[capacity];
    free(best);
    return most;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long n = atol(argv[1]);
    long *a = make_sequence(n, 5, 8, 0), *b = make_sequence(n, 6, 8, 0), *weights = make_sequence(n / 4, 7, 60, 1), *values = make_sequence(n / 4, 8, 100, 1);
    printf("%ld %ld %ld\n", longest_common(a, b, n), edit_distance(a, b, n), knapsack(weights, values, n / 4, n * 2));
    free(a), free(b), free(weights), free(values);
}
