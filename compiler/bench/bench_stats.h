// Statistics of run times: medians with intervals, and means of ratios. Nothing here assumes a distribution.
#ifndef OTTER_BENCH_STATS_H
#define OTTER_BENCH_STATS_H

#include <stddef.h>

typedef struct {
    double low, high;
    double confidence;  // 0..1, that the true median is inside
} StatsInterval;

// The median of `n` > 0 values, in any order; they are left as they are.
double stats_median(const double *values, size_t n);
// The narrowest interval between order statistics that holds the median with at least `wanted` confidence;
// with too few values it is all of them, with the confidence they give.
StatsInterval stats_median_interval(const double *values, size_t n, double wanted);
// The n-th root of the product of `n` > 0 positive values.
double stats_geometric_mean(const double *values, size_t n);

#endif
