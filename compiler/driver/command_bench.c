// otter bench: plan, prepare, run in turns, report.
#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "compiler/bench/bench.h"

enum { OPEN_FOLDERS = 16 };

static int forget(const char *path, const struct stat *s, int kind, struct FTW *place) { return (void)s, (void)kind, (void)place, remove(path), 0; }

static char *make_scratch(void) {
    const char *folder = getenv("TMPDIR");
    StrBuf path = {0};
    strbuf_put_format(&path, "%s/otter-bench-XXXXXX", folder && *folder ? folder : "/tmp");
    char *scratch = strbuf_take(&path);
    if (mkdtemp(scratch)) return scratch;
    fprintf(stderr, "otter: %s: %s\n", scratch, strerror(errno));
    free(scratch);
    return NULL;
}

static bool write_report(const Bench *b, const char *path, void (*put)(const Bench *, StrBuf *)) {
    if (!path) return true;
    StrBuf text = {0};
    put(b, &text);
    FILE *file = fopen(path, "w");
    bool ok = file && fwrite(text.bytes, 1, text.length, file) == text.length;
    if (file && fclose(file) != 0) ok = false;
    if (!ok) fprintf(stderr, "otter: cannot write %s: %s\n", path, strerror(errno));
    strbuf_fini(&text);
    return ok;
}

static int run_plan(Bench *b) {
    if (!bench_make_plan(b)) return STATUS_USAGE;
    bench_prepare(b);
    bench_run(b);
    bench_print_table(b, stdout);
    bool written = write_report(b, b->options.json, bench_put_json) && write_report(b, b->options.html, bench_put_html);
    return written && bench_agrees(b) ? 0 : 1;
}

int command_bench(int argc, char **argv) {
    static Bench b;
    static Arena arena;
    arena_init(&arena);
    b.arena = &arena;
    if (!bench_parse_options(&b, argc, argv)) return STATUS_USAGE;
    char *self = realpath("/proc/self/exe", NULL), *scratch = make_scratch();
    int status = 1;
    if (self && scratch) {
        b.self = self;
        b.scratch = scratch;
        status = run_plan(&b);
    }
    if (scratch) nftw(scratch, forget, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    free(self), free(scratch);
    return status;
}
