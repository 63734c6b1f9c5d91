// From samples to the figures that the reports show.
#include <stdlib.h>
#include <string.h>

#include "bench.h"

static const double CONFIDENCE = 0.95;

bool bench_has_figures(const BenchCell *cell) { return !cell->trouble && cell->samples.count > 0; }

double bench_time(const Bench *b, const BenchSample *sample) { return strcmp(b->options.by, "cpu") == 0 ? sample->cpu : sample->wall; }

void bench_times(const Bench *b, const BenchCell *cell, double *out) {
    for (uint32_t i = 0; i < cell->samples.count; i++) out[i] = bench_time(b, &cell->samples.items[i]);
}

static double *new_values(size_t n) {
    double *values = malloc(n * sizeof *values);
    if (!values) base_fail_memory();
    return values;
}

double bench_median_time(const Bench *b, const BenchCell *cell) {
    double *values = new_values(cell->samples.count);
    bench_times(b, cell, values);
    double median = stats_median(values, cell->samples.count);
    free(values);
    return median;
}

StatsInterval bench_time_interval(const Bench *b, const BenchCell *cell) {
    double *values = new_values(cell->samples.count);
    bench_times(b, cell, values);
    StatsInterval interval = stats_median_interval(values, cell->samples.count, CONFIDENCE);
    free(values);
    return interval;
}

double bench_median_cpu(const BenchCell *cell) {
    double *values = new_values(cell->samples.count);
    for (uint32_t i = 0; i < cell->samples.count; i++) values[i] = cell->samples.items[i].cpu;
    double median = stats_median(values, cell->samples.count);
    free(values);
    return median;
}

double bench_peak(const BenchCell *cell) {
    uint64_t most = 0;
    for (uint32_t i = 0; i < cell->samples.count; i++)
        if (cell->samples.items[i].peak > most) most = cell->samples.items[i].peak;
    return (double)most;
}

double bench_mean_ratio(const Bench *b, uint32_t contender) {
    double *ratios = new_values(b->programs.count + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < b->programs.count; i++) {
        const BenchProgram *program = &b->programs.items[i];
        const BenchCell *cell = &program->cells[contender], *first = &program->cells[0];
        if (program->counts && bench_has_figures(cell) && bench_has_figures(first)) ratios[n++] = bench_median_time(b, cell) / bench_median_time(b, first);
    }
    double mean = n ? stats_geometric_mean(ratios, n) : 0;
    free(ratios);
    return mean;
}
