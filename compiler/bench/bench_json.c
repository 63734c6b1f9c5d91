// The report for programs: everything that was measured.
#include <string.h>

#include "bench.h"

// Control characters, quotes and backslashes escaped; UTF-8 stays.
static void put_text(StrBuf *out, const char *text) {
    strbuf_put_char(out, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\') strbuf_put_char(out, '\\'), strbuf_put_char(out, (char)c);
        else if (c < ' ') strbuf_put_format(out, "\\u%04x", c);
        else strbuf_put_char(out, (char)c);
    }
    strbuf_put_char(out, '"');
}

static void put_samples(const BenchCell *cell, StrBuf *out) {
    strbuf_put_text(out, ", \"samples\": [");
    for (uint32_t i = 0; i < cell->samples.count; i++) {
        const BenchSample *s = &cell->samples.items[i];
        strbuf_put_format(out, "%s{\"wall\": %.6f, \"cpu\": %.6f, \"peak\": %lu}", i ? ", " : "", s->wall, s->cpu, (unsigned long)s->peak);
    }
    strbuf_put_text(out, "]");
}

static void put_cell(const Bench *b, const BenchContender *contender, const BenchCell *cell, StrBuf *out) {
    strbuf_put_text(out, "{\"contender\": ");
    put_text(out, contender->name);
    if (cell->build > 0) strbuf_put_format(out, ", \"build\": %.6f", cell->build);
    if (cell->trouble) strbuf_put_text(out, ", \"trouble\": "), put_text(out, cell->trouble);
    if (bench_has_figures(cell)) {
        StatsInterval interval = bench_time_interval(b, cell);
        strbuf_put_format(out, ", \"median\": %.6f, \"low\": %.6f, \"high\": %.6f, \"confidence\": %.4f", bench_median_time(b, cell), interval.low, interval.high,
                          interval.confidence);
        strbuf_put_format(out, ", \"cpu\": %.6f, \"peak\": %.0f", bench_median_cpu(cell), bench_peak(cell));
    }
    put_samples(cell, out);
    strbuf_put_text(out, "}");
}

static void put_program(const Bench *b, const BenchProgram *program, StrBuf *out) {
    strbuf_put_text(out, "    {\"name\": ");
    put_text(out, program->name);
    strbuf_put_format(out, ", \"counts\": %s", program->counts ? "true" : "false");
    if (program->size) strbuf_put_text(out, ", \"size\": "), put_text(out, program->size);
    strbuf_put_text(out, ", \"results\": [");
    const char *gap = "\n      ";
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        if (!program->cells[i].argv) continue;
        strbuf_put_text(out, gap);
        put_cell(b, &b->contenders.items[i], &program->cells[i], out);
        gap = ",\n      ";
    }
    strbuf_put_text(out, "]}");
}

void bench_put_json(const Bench *b, StrBuf *out) {
    strbuf_put_format(out, "{\n  \"runs\": %u, \"warmup\": %u, \"by\": \"%s\",\n  \"contenders\": [", b->options.runs, b->options.warmup, b->options.by);
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        const BenchContender *c = &b->contenders.items[i];
        strbuf_put_text(out, i ? ",\n    {\"name\": " : "\n    {\"name\": ");
        put_text(out, c->name);
        strbuf_put_text(out, c->mode ? ", \"mode\": " : ", \"command\": ");
        put_text(out, c->mode ? c->mode : c->command);
        strbuf_put_format(out, ", \"mean_ratio\": %.4f}", bench_mean_ratio(b, i));
    }
    strbuf_put_text(out, "],\n  \"programs\": [\n");
    for (uint32_t i = 0; i < b->programs.count; i++) {
        if (i) strbuf_put_text(out, ",\n");
        put_program(b, &b->programs.items[i], out);
    }
    strbuf_put_text(out, "]\n}\n");
}
