// Running in turns: one run of each contender, round after round, so that a busy moment of the machine hits all alike.
// Each run's output is compared with the first contender's.
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "bench_process.h"

enum { BAR_WIDTH = 24, OPEN_FOLDERS = 16 };

void bench_show_progress(const Bench *b, unsigned done, unsigned total, const char *what, const char *who) {
    if (b->options.quiet || !isatty(STDERR_FILENO)) return;
    unsigned filled = total ? done * BAR_WIDTH / total : 0;
    fprintf(stderr, "\r[%.*s%*s] %u/%u %s %s\x1b[K", (int)filled, "########################", (int)(BAR_WIDTH - filled), "", done, total, what, who);
    fflush(stderr);
}

void bench_end_progress(const Bench *b) {
    if (!b->options.quiet && isatty(STDERR_FILENO)) fputs("\r\x1b[K", stderr);
}

static int forget(const char *path, const struct stat *s, int kind, struct FTW *place) { return (void)s, (void)kind, (void)place, remove(path), 0; }

static void empty_folder(const char *path) {
    nftw(path, forget, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static const char *explain(Bench *b, const ProcessResult *result) {
    if (result->timed_out) return "took too long";
    StrBuf text = {0};
    strbuf_put_format(&text, "ended with status %d%s%s", result->status, result->complaint[0] ? ": " : "", result->complaint);
    const char *copy = strbuf_copy(&text, b->arena);
    strbuf_fini(&text);
    return copy;
}

static void compare_output(Bench *b, BenchProgram *program, BenchCell *cell, const ProcessResult *result) {
    if (!program->output) {
        program->output = arena_copy_bytes(b->arena, result->output, result->size);
        program->output_size = result->size;
    } else if (result->size != program->output_size || memcmp(result->output, program->output, result->size) != 0) {
        cell->trouble = "writes something else than the first";
    }
}

static void run_once(Bench *b, BenchProgram *program, BenchCell *cell, bool counts) {
    ProcessResult result;
    if (cell->cold_folder) empty_folder(cell->cold_folder);
    process_run(&(ProcessJob){.argv = cell->argv, .environment = cell->environment, .timeout = b->options.timeout}, &result);
    if (result.timed_out || result.status != 0) cell->trouble = explain(b, &result);
    else compare_output(b, program, cell, &result);
    if (counts && !cell->trouble) vec_push(&cell->samples, {result.wall, result.cpu, result.peak});
    process_fini(&result);
}

static void run_program(Bench *b, BenchProgram *program, unsigned *done, unsigned total) {
    for (unsigned round = 0; round < b->options.warmup + b->options.runs; round++) {
        for (uint32_t i = 0; i < b->contenders.count; i++) {
            BenchCell *cell = &program->cells[i];
            bench_show_progress(b, (*done)++, total, program->name, b->contenders.items[i].name);
            if (cell->argv && !cell->trouble) run_once(b, program, cell, round >= b->options.warmup);
        }
    }
}

void bench_run(Bench *b) {
    unsigned done = 0, total = b->programs.count * b->contenders.count * (b->options.warmup + b->options.runs);
    for (uint32_t i = 0; i < b->programs.count; i++) run_program(b, &b->programs.items[i], &done, total);
    bench_end_progress(b);
}

bool bench_agrees(const Bench *b) {
    for (uint32_t i = 0; i < b->programs.count; i++)
        for (uint32_t j = 0; j < b->contenders.count; j++)
            if (b->programs.items[i].cells[j].argv && b->programs.items[i].cells[j].trouble) return false;
    return true;
}
