// otter bench: programs against contenders, run in turns, measured from the outside, and reported.
//
// A program is an Otter file with, perhaps, siblings in other languages (same name, other ending). A contender is a way
// to run it: one of Otter's modes (bench_modes.def) or a command with placeholders. Everything lives in the session's arena.
#ifndef OTTER_BENCH_H
#define OTTER_BENCH_H

#include <stdio.h>

#include "bench_stats.h"
#include "compiler/base/arena.h"
#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"

typedef VEC(const char *) BenchTexts;

typedef struct {
    BenchTexts paths;      // files and folders
    BenchTexts rivals;     // --vs, in order
    BenchTexts arguments;  // behind --
    const char *modes, *size, *by, *json, *html, *cc, *rustc;
    unsigned runs, warmup;
    double timeout;        // seconds, of one run
    bool quiet;            // no progress bar
} BenchOptions;

typedef struct {
    double wall, cpu;  // seconds
    uint64_t peak;     // bytes
} BenchSample;

// One contender on one program. Without a command it does not take part: there is no such sibling.
typedef struct {
    char **argv;              // NULL: does not take part
    const char *environment;  // "NAME=VALUE" or NULL
    const char *cold_folder;  // emptied before each run, or NULL
    const char *trouble;      // why its figures mean nothing, or NULL
    double build;             // seconds that making the executable took; 0: nothing to make
    VEC(BenchSample) samples;
} BenchCell;

typedef struct {
    const char *name, *path;    // path: the Otter file
    const char *size;           // the argument, or NULL
    bool counts;                // part of the means; the empty program that shows start-up is not
    const char *output;         // what the first contender wrote
    size_t output_size;
    BenchCell *cells;           // [contenders.count]
} BenchProgram;

typedef struct {
    const char *name;
    const char *mode;     // of Otter, from bench_modes.def; NULL: a command
    const char *command;  // with placeholders
} BenchContender;

typedef struct {
    BenchOptions options;
    Arena *arena;
    const char *self;     // the path of this otter
    const char *scratch;  // a folder of this session
    VEC(BenchContender) contenders;
    VEC(BenchProgram) programs;  // the first is the empty one
} Bench;

// Reads the command line. False: a message was written to stderr.
bool bench_parse_options(Bench *b, int argc, char **argv);
void bench_print_help(FILE *to);

// Fills contenders and programs. False: a message was written to stderr.
bool bench_make_plan(Bench *b);
// Makes the executables and the command of every cell.
void bench_prepare(Bench *b);
// Runs all, in turns, and compares what they write.
void bench_run(Bench *b);
// True when every contender that took part ran and wrote the same as the first.
bool bench_agrees(const Bench *b);

// Progress on stderr when that is a terminal: `done` of `total`, and what is going on.
void bench_show_progress(const Bench *b, unsigned done, unsigned total, const char *what, const char *who);
void bench_end_progress(const Bench *b);

// What the reports are made of. A cell has figures when it took part without trouble.
bool bench_has_figures(const BenchCell *cell);
// The time of a sample that is compared: wall or CPU, as --by asks.
double bench_time(const Bench *b, const BenchSample *sample);
// The times of a cell with figures, in `out` [samples.count].
void bench_times(const Bench *b, const BenchCell *cell, double *out);
double bench_median_time(const Bench *b, const BenchCell *cell);
StatsInterval bench_time_interval(const Bench *b, const BenchCell *cell);
double bench_median_cpu(const BenchCell *cell);
double bench_peak(const BenchCell *cell);
// The geometric mean of contender / first over the programs where both have figures; 0 without such a program.
double bench_mean_ratio(const Bench *b, uint32_t contender);

void bench_print_table(const Bench *b, FILE *to);
void bench_put_json(const Bench *b, StrBuf *out);
void bench_put_html(const Bench *b, StrBuf *out);

#endif
