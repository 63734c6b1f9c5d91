// otter bench: its statistics, its command lines, and its measuring of processes.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "compiler/bench/bench_process.h"
#include "compiler/bench/bench_stats.h"

static bool near(double a, double b) { return fabs(a - b) < 1e-9; }

static void test_median(void) {
    CHECK(stats_median((double[]){3}, 1) == 3);
    CHECK(stats_median((double[]){9, 1, 5}, 3) == 5);
    CHECK(stats_median((double[]){4, 1, 3, 2}, 4) == 2.5);
}

static void test_mean(void) {
    CHECK(near(stats_geometric_mean((double[]){0.5, 2}, 2), 1));
    CHECK(near(stats_geometric_mean((double[]){1, 10, 100}, 3), 10));
}

// The confidence of all of n values is 1 - 2^(1-n); of 10, the second smallest to the second greatest hold 0.9785.
static void test_interval(void) {
    double values[20];
    for (int i = 0; i < 20; i++) values[i] = (i * 7) % 20;
    StatsInterval one = stats_median_interval(values, 1, 0.95), five = stats_median_interval(values, 5, 0.95);
    CHECK(one.low == values[0] && one.high == values[0] && one.confidence == 0);
    CHECK(near(five.confidence, 1 - 1 / 16.0) && five.low == 0 && five.high == 14);
    double ten[] = {5, 1, 2, 3, 4, 6, 7, 8, 9, 0};
    StatsInterval narrow = stats_median_interval(ten, 10, 0.95), wide = stats_median_interval(ten, 10, 0.99);
    CHECK(narrow.low == 1 && narrow.high == 8 && near(narrow.confidence, 1 - 22 / 1024.0));
    CHECK(wide.low == 0 && wide.high == 9);
    CHECK(stats_median_interval(values, 20, 0.95).low == 5);
}

static void test_split(void) {
    char **words = process_split("  node --x 'a b'  \"c'd\"e ");
    CHECK(strcmp(words[0], "node") == 0 && strcmp(words[1], "--x") == 0);
    CHECK(strcmp(words[2], "a b") == 0 && strcmp(words[3], "c'de") == 0 && !words[4]);
    free(words);
    words = process_split("");
    CHECK(!words[0]);
    free(words);
}

static ProcessResult run(double timeout, const char *script) {
    char *argv[] = {"sh", "-c", (char *)script, NULL};
    ProcessResult result;
    process_run(&(ProcessJob){.argv = argv, .environment = "OTTER_BENCH_TEST=there", .timeout = timeout}, &result);
    return result;
}

static void test_process(void) {
    ProcessResult r = run(20, "echo $OTTER_BENCH_TEST; echo bad >&2; exit 3");
    CHECK(r.status == 3 && !r.timed_out && strcmp(r.output, "there\n") == 0 && strcmp(r.complaint, "bad") == 0);
    CHECK(r.wall > 0 && r.cpu >= 0 && r.peak > 100000);
    process_fini(&r);
    r = run(20, "kill -9 $$");
    CHECK(r.status == 128 + 9);
    process_fini(&r);
    r = run(0.05, "exec sleep 10");
    CHECK(r.timed_out && r.wall < 9);
    process_fini(&r);
    r = run(0.05, "exec >&-; exec sleep 10");
    CHECK(r.timed_out && r.wall < 9);
    process_fini(&r);
}

static void test_missing(void) {
    char *argv[] = {"/no/such/program", NULL};
    ProcessResult r;
    process_run(&(ProcessJob){.argv = argv, .timeout = 5}, &r);
    CHECK(r.status == 127 && strstr(r.complaint, "No such file"));
    process_fini(&r);
}

int main(void) {
    test_median();
    test_mean();
    test_interval();
    test_split();
    test_process();
    test_missing();
}
