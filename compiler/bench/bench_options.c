// The command line of otter bench. Options take their value behind `=` or as the next argument.
#include <stdlib.h>
#include <string.h>

#include "bench.h"

typedef enum { KIND_TEXT, KIND_LIST, KIND_COUNT, KIND_SECONDS, KIND_FLAG } Kind;

typedef struct {
    const char *name, *value, *text;
    Kind kind;
    size_t offset;
} OptionInfo;

static const OptionInfo infos[] = {
#define BENCH_OPTION(name, kind, field, value, text) {name, value, text, KIND_##kind, offsetof(BenchOptions, field)},
#include "bench_options.def"
#undef BENCH_OPTION
};
enum { INFO_COUNT = sizeof infos / sizeof *infos, MOST_RUNS = 100000 };

void bench_print_help(FILE *to) {
    for (int i = 0; i < INFO_COUNT; i++) {
        int width = fprintf(to, "  %s%s%s", infos[i].name, infos[i].value ? "=" : "", infos[i].value ? infos[i].value : "");
        fprintf(to, "%*s %s\n", width < 24 ? 24 - width : 0, "", infos[i].text);
    }
    fputs("  -- ARGUMENTS           given to every program\n\nmodes:", to);
#define MODE(name, option, text) fprintf(to, "\n  %-10s %s", #name, text);
#include "bench_modes.def"
#undef MODE
    fputs("\n", to);
}

static bool store_number(void *field, Kind kind, const char *value) {
    char *end;
    double number = strtod(value, &end);
    if (end == value || *end || !(number >= 0 && number <= MOST_RUNS)) return false;
    if (kind == KIND_SECONDS) *(double *)field = number;
    else *(unsigned *)field = (unsigned)number;
    return kind == KIND_SECONDS ? number > 0 : number == (unsigned)number;
}

static bool store(BenchOptions *o, const OptionInfo *info, const char *value) {
    void *field = (char *)o + info->offset;
    switch (info->kind) {
        case KIND_FLAG: *(bool *)field = true; return true;
        case KIND_TEXT: *(const char **)field = value; return true;
        case KIND_LIST: vec_push((BenchTexts *)field, value); return true;
        default: break;
    }
    if (store_number(field, info->kind, value)) return true;
    fprintf(stderr, "otter: %s=%s: that is no %s\n", info->name, value, info->kind == KIND_COUNT ? "number of runs" : "time");
    return false;
}

static const OptionInfo *find(const char *argument) {
    size_t length = strcspn(argument, "=");
    for (int i = 0; i < INFO_COUNT; i++)
        if (strlen(infos[i].name) == length && strncmp(infos[i].name, argument, length) == 0) return &infos[i];
    return NULL;
}

// The option at argv[i]; how many arguments it takes, 0 after a message.
static int take_option(BenchOptions *o, int left, char **argv) {
    const OptionInfo *info = find(argv[0]);
    const char *value = strchr(argv[0], '=');
    if (!info || (info->kind == KIND_FLAG && value)) return fprintf(stderr, "otter: unknown option '%s'; 'otter help bench' lists the options\n", argv[0]), 0;
    if (value || info->kind == KIND_FLAG) return store(o, info, value ? value + 1 : NULL) ? 1 : 0;
    if (left < 2) return fprintf(stderr, "otter: %s needs a value\n", argv[0]), 0;
    return store(o, info, argv[1]) ? 2 : 0;
}

bool bench_parse_options(Bench *b, int argc, char **argv) {
    BenchOptions *o = &b->options;
    *o = (BenchOptions){.runs = 5, .warmup = 1, .timeout = 120, .modes = "interp,hybrid,static", .by = "wall"};
    o->cc = "clang-22 -O3 -march=native -ffp-contract=off";
    o->rustc = "rustc --edition=2021 -C opt-level=3 -C target-cpu=native";
    for (int i = 0; i < argc;) {
        if (strcmp(argv[i], "--") == 0) {
            while (++i < argc) vec_push(&o->arguments, argv[i]);
        } else if (argv[i][0] == '-' && argv[i][1]) {
            int taken = take_option(o, argc - i, argv + i);
            if (taken == 0) return false;
            i += taken;
        } else {
            vec_push(&o->paths, argv[i++]);
        }
    }
    if (o->paths.count == 0) return fputs("otter: bench what? Give a program or a folder of programs; 'otter help bench' shows how\n", stderr), false;
    if (strcmp(o->by, "wall") != 0 && strcmp(o->by, "cpu") != 0) return fprintf(stderr, "otter: --by=%s: choose wall or cpu\n", o->by), false;
    if (o->runs == 0) return fputs("otter: --runs=0: that would show nothing\n", stderr), false;
    return true;
}
