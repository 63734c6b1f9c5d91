// The report for people: one self-contained page. First the means, then for each program its times as dots on a line
// with the median and its interval, all on one scale per program, logarithmic where contenders lie far apart.
#include <math.h>
#include <string.h>

#include "bench.h"

static const char head[] =
    "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>otter bench</title>\n<style>\n"
    "body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1f24;background:#fff}\n"
    "h2{margin:2rem 0 .3rem;font-size:1.1rem}table{border-collapse:collapse;width:100%}\n"
    "td,th{padding:.15rem .6rem;text-align:right;border-bottom:1px solid #e4e7eb;font-variant-numeric:tabular-nums}\n"
    "td:first-child,th:first-child{text-align:left}.bad{color:#b42318;text-align:left}svg{display:block;width:100%;height:auto;margin:.4rem 0}\n"
    "svg text{font:12px system-ui,sans-serif;fill:#1b1f24}.note{color:#57606a}\n"
    "@media(prefers-color-scheme:dark){body{background:#14171a;color:#e6e8ea}svg text{fill:#e6e8ea}td,th{border-color:#30363d}.note{color:#9aa4ae}}\n"
    "</style>\n<h1>otter bench</h1>\n";

static const char *const colours[] = {"#2f6fde", "#d9730d", "#2b8a3e", "#a83279", "#7a5af5", "#8a6d00", "#c92a2a", "#0b7285"};
enum { COLOURS = sizeof colours / sizeof *colours, ROW = 22, LEFT = 130, RIGHT = 90, WIDTH = 800 };

static void put_escaped(StrBuf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '<') strbuf_put_text(out, "&lt;");
        else if (*text == '&') strbuf_put_text(out, "&amp;");
        else strbuf_put_char(out, *text);
    }
}

// From seconds, or ratios, to places on the page.
typedef struct {
    double low, high;
    bool logarithmic;
} Scale;

static double place(const Scale *s, double value) {
    double share = s->logarithmic ? log(value / s->low) / log(s->high / s->low) : (value - s->low) / (s->high - s->low);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
}

static Scale make_scale(double least, double most) {
    if (most > 8 * least) return (Scale){least * 0.9, most * 1.1, true};
    return (Scale){0, most > 0 ? most * 1.05 : 1, false};
}

static void put_row_name(StrBuf *out, unsigned row, const char *name) {
    strbuf_put_format(out, "<text x=\"%d\" y=\"%u\" text-anchor=\"end\">", LEFT - 8, row * ROW + 15);
    put_escaped(out, name);
    strbuf_put_text(out, "</text>");
}

static void put_bar(StrBuf *out, unsigned row, double from, double to, const char *colour) {
    strbuf_put_format(out, "<rect x=\"%.1f\" y=\"%u\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>", from, row * ROW + 5, fmax(to - from, 1), ROW - 10, colour);
}

static void put_means(const Bench *b, StrBuf *out) {
    double most = 0, least = INFINITY;
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        double mean = bench_mean_ratio(b, i);
        if (mean > 0) most = fmax(most, mean), least = fmin(least, mean);
    }
    if (most == 0) return;
    Scale scale = make_scale(least, most);
    strbuf_put_format(out, "<h2>Geometric mean of times, against ");
    put_escaped(out, b->contenders.items[0].name);
    strbuf_put_format(out, "</h2>\n<svg viewBox=\"0 0 %d %u\">", WIDTH, b->contenders.count * ROW);
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        double mean = bench_mean_ratio(b, i);
        put_row_name(out, i, b->contenders.items[i].name);
        if (mean == 0) continue;
        put_bar(out, i, LEFT, place(&scale, mean), colours[i % COLOURS]);
        strbuf_put_format(out, "<text x=\"%.1f\" y=\"%u\">%.2fx</text>", place(&scale, mean) + 6, i * ROW + 15, mean);
    }
    strbuf_put_format(out, "</svg>\n<p class=\"note\">Shorter is faster.%s</p>\n", scale.logarithmic ? " The scale is logarithmic." : "");
}

static void put_dots(const Bench *b, const BenchCell *cell, unsigned row, const Scale *scale, const char *colour, StrBuf *out) {
    StatsInterval interval = bench_time_interval(b, cell);
    double median = bench_median_time(b, cell), y = row * ROW + ROW / 2.0;
    strbuf_put_format(out, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"6\" opacity=\".3\"/>", place(scale, interval.low),
                      fmax(place(scale, interval.high), place(scale, interval.low) + 1), y, y, colour);
    for (uint32_t i = 0; i < cell->samples.count; i++)
        strbuf_put_format(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\" opacity=\".6\"/>", place(scale, bench_time(b, &cell->samples.items[i])), y, colour);
    put_bar(out, row, place(scale, median) - 1, place(scale, median) + 1, colour);
    strbuf_put_format(out, "<text x=\"%d\" y=\"%u\">%.1f ms</text>", WIDTH - RIGHT + 12, row * ROW + 15, median * 1e3);
}

static Scale scale_of(const Bench *b, const BenchProgram *program) {
    double least = INFINITY, most = 0;
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        const BenchCell *cell = &program->cells[i];
        for (uint32_t j = 0; bench_has_figures(cell) && j < cell->samples.count; j++) {
            least = fmin(least, bench_time(b, &cell->samples.items[j]));
            most = fmax(most, bench_time(b, &cell->samples.items[j]));
        }
    }
    return make_scale(least, most);
}

static void put_plot(const Bench *b, const BenchProgram *program, StrBuf *out) {
    Scale scale = scale_of(b, program);
    unsigned rows = 0;
    for (uint32_t i = 0; i < b->contenders.count; i++) rows += bench_has_figures(&program->cells[i]);
    strbuf_put_format(out, "<svg viewBox=\"0 0 %d %u\">", WIDTH, rows * ROW);
    rows = 0;
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        if (!bench_has_figures(&program->cells[i])) continue;
        put_row_name(out, rows, b->contenders.items[i].name);
        put_dots(b, &program->cells[i], rows++, &scale, colours[i % COLOURS], out);
    }
    strbuf_put_text(out, "</svg>\n");
}

static void put_figures(const Bench *b, const BenchCell *cell, const BenchCell *first, StrBuf *out) {
    StatsInterval interval = bench_time_interval(b, cell);
    double median = bench_median_time(b, cell);
    strbuf_put_format(out, "<td>%.1f ms<td>%.1f–%.1f<td>", median * 1e3, interval.low * 1e3, interval.high * 1e3);
    if (bench_has_figures(first)) strbuf_put_format(out, "%.2fx", median / bench_median_time(b, first));
    strbuf_put_format(out, "<td>%.1f ms<td>%.1f MB<td>", bench_median_cpu(cell) * 1e3, bench_peak(cell) / 1e6);
    if (cell->build > 0) strbuf_put_format(out, "%.0f ms", cell->build * 1e3);
}

static void put_program(const Bench *b, const BenchProgram *program, StrBuf *out) {
    strbuf_put_text(out, "<h2>");
    put_escaped(out, program->name);
    if (program->size) strbuf_put_text(out, " "), put_escaped(out, program->size);
    strbuf_put_text(out, "</h2>\n");
    put_plot(b, program, out);
    strbuf_put_text(out, "<table><tr><th>contender<th>median<th>interval<th>ratio<th>CPU time<th>peak<th>compiling\n");
    for (uint32_t i = 0; i < b->contenders.count; i++) {
        const BenchCell *cell = &program->cells[i];
        if (!cell->argv) continue;
        strbuf_put_text(out, "<tr><td>");
        put_escaped(out, b->contenders.items[i].name);
        if (bench_has_figures(cell)) put_figures(b, cell, &program->cells[0], out);
        else strbuf_put_text(out, "<td class=\"bad\" colspan=\"6\">"), put_escaped(out, cell->trouble ? cell->trouble : "not run");
        strbuf_put_text(out, "\n");
    }
    strbuf_put_text(out, "</table>\n");
}

void bench_put_html(const Bench *b, StrBuf *out) {
    strbuf_put_text(out, head);
    strbuf_put_format(out, "<p>%u measured runs of each, in turns, after %u for warming up. Times are %s of whole processes; a bar marks the median, the band "
                           "behind it holds the true median with the confidence that so many runs give (95%% from six on).</p>\n",
                      b->options.runs, b->options.warmup, strcmp(b->options.by, "cpu") == 0 ? "CPU times" : "wall times");
    put_means(b, out);
    for (uint32_t i = 0; i < b->programs.count; i++) put_program(b, &b->programs.items[i], out);
    strbuf_put_text(out, "</html>\n");
}
