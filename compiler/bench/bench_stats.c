// The number of values below the median is binomial with p = 1/2, whatever the values' distribution: the interval
// from the k-th smallest to the k-th greatest misses the median with probability 2 * P(fewer than k below).
#include "bench_stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/base/arena.h"

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double *sorted_copy(const double *values, size_t n) {
    double *copy = malloc(n * sizeof *copy);
    if (!copy) base_fail_memory();
    memcpy(copy, values, n * sizeof *copy);
    qsort(copy, n, sizeof *copy, compare);
    return copy;
}

double stats_median(const double *values, size_t n) {
    double *sorted = sorted_copy(values, n), median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    free(sorted);
    return median;
}

// The confidence of the interval from the k-th smallest to the k-th greatest, k >= 1.
static double confidence_of(size_t k, size_t n) {
    double term = pow(0.5, (double)n), below = 0;  // P(exactly i below)
    for (size_t i = 0; i < k; i++) {
        below += term;
        term *= (double)(n - i) / (double)(i + 1);
    }
    return fmax(0, 1 - 2 * below);
}

StatsInterval stats_median_interval(const double *values, size_t n, double wanted) {
    size_t k = 1;
    while (2 * (k + 1) <= n && confidence_of(k + 1, n) >= wanted) k++;
    double *sorted = sorted_copy(values, n);
    StatsInterval interval = {sorted[k - 1], sorted[n - k], confidence_of(k, n)};
    free(sorted);
    return interval;
}

double stats_geometric_mean(const double *values, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += log(values[i]);
    return exp(sum / (double)n);
}
