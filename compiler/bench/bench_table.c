// The report for a terminal: one block of lines per program, a contender a line, and the means at the end.
#include <string.h>

#include "bench.h"

static int name_width(const Bench *b) {
    size_t width = 10;
    for (uint32_t i = 0; i < b->contenders.count; i++)
        if (strlen(b->contenders.items[i].name) > width) width = strlen(b->contenders.items[i].name);
    return (int)width;
}

// The interval's half as a share of the median: how far the figure can be believed.
static double spread(const Bench *b, const BenchCell *cell) {
    StatsInterval interval = bench_time_interval(b, cell);
    return (interval.high - interval.low) / 2 / bench_median_time(b, cell) * 100;
}

static void print_figures(const Bench *b, const BenchCell *cell, const BenchCell *first, FILE *to) {
    double median = bench_median_time(b, cell);
    fprintf(to, " %10.1f ms ±%4.1f%%", median * 1e3, spread(b, cell));
    if (bench_has_figures(first)) fprintf(to, " %8.2fx", median / bench_median_time(b, first));
    else fprintf(to, " %9s", "");
    fprintf(to, " %9.1f ms %7.1f MB", bench_median_cpu(cell) * 1e3, bench_peak(cell) / 1e6);
    if (cell->build > 0) fprintf(to, " %8.0f ms", cell->build * 1e3);
    fputs("\n", to);
}

static void print_program(const Bench *b, const BenchProgram *program, int width, FILE *to) {
    fprintf(to, "%s%s%s\n", program->name, program->size ? " " : "", program->size ? program->size : "");
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        const BenchCell *cell = &program->cells[i];
        if (!cell->argv) continue;
        fprintf(to, "  %-*s", width, b->contenders.items[i].name);
        if (bench_has_figures(cell)) print_figures(b, cell, &program->cells[0], to);
        else fprintf(to, " %s\n", cell->trouble ? cell->trouble : "not run");
    }
}

static unsigned counted_programs(const Bench *b) {
    unsigned n = 0;
    for (uint32_t i = 0; i < b->programs.count; i++) n += b->programs.items[i].counts && bench_has_figures(&b->programs.items[i].cells[0]);
    return n;
}

static void print_means(const Bench *b, int width, FILE *to) {
    fprintf(to, "geometric mean of %u program%s, against %s\n", counted_programs(b), counted_programs(b) == 1 ? "" : "s", b->contenders.items[0].name);
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        double mean = bench_mean_ratio(b, i);
        if (mean > 0) fprintf(to, "  %-*s %8.2fx\n", width, b->contenders.items[i].name, mean);
    }
}

void bench_print_table(const Bench *b, FILE *to) {
    int width = name_width(b);
    fprintf(to, "  %-*s %13s %6s %9s %12s %10s %11s\n", width, "", "median", "", "ratio", "CPU time", "peak", "compiling");
    for (uint32_t i = 0; i < b->programs.count; i++) print_program(b, &b->programs.items[i], width, to);
    print_means(b, width, to);
}
