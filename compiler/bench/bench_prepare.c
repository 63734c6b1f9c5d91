// What each contender runs for each program: executables are made here, in the session's folder, once per source.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "bench_process.h"

typedef struct {
    const char *source, *executable, *trouble;
    double seconds;
} Made;

typedef struct {
    Bench *bench;
    VEC(Made) made;
    unsigned done, total;
} Preparation;

static const struct {
    const char *mode, *option;
} modes[] = {
#define MODE(name, option, text) {#name, option},
#include "bench_modes.def"
#undef MODE
};

static const char *option_of(const char *mode) {
    size_t i = 0;
    while (strcmp(modes[i].mode, mode) != 0) i++;
    return modes[i].option;
}

static const char *joined(Bench *b, const char *a, const char *middle, const char *c) {
    StrBuf text = {0};
    strbuf_put_format(&text, "%s%s%s", a, middle, c);
    const char *copy = strbuf_copy(&text, b->arena);
    strbuf_fini(&text);
    return copy;
}

static const char *numbered(Bench *b, const char *what, uint32_t number) {
    StrBuf text = {0};
    strbuf_put_format(&text, "%s/%s-%u", b->scratch, what, number);
    const char *copy = strbuf_copy(&text, b->arena);
    strbuf_fini(&text);
    return copy;
}

// Runs a compiler that writes `executable`; the seconds it took, or why it failed.
static void make(Bench *b, char **argv, Made *made) {
    ProcessResult result;
    process_run(&(ProcessJob){.argv = argv, .timeout = b->options.timeout}, &result);
    made->seconds = result.wall;
    if (result.timed_out) made->trouble = "compiling it took too long";
    else if (result.status != 0) made->trouble = joined(b, "compiling it failed: ", result.complaint, "");
    process_fini(&result);
}

static void append(BenchTexts *words, char **more) {
    for (; *more; more++) vec_push(words, *more);
}

// The words as an argv in the arena; the vector is given back.
static char **seal(Bench *b, BenchTexts *words) {
    char **argv = arena_new_array(b->arena, char *, words->count + 1);
    for (uint32_t i = 0; i < words->count; i++) argv[i] = arena_copy_bytes(b->arena, words->items[i], strlen(words->items[i]));
    vec_fini(words);
    return argv;
}

static void make_native(Bench *b, const char *compiler, Made *made) {
    BenchTexts words = {0};
    char **split = process_split(compiler);
    append(&words, split);
    vec_push(&words, made->source);
    vec_push(&words, "-o");
    vec_push(&words, made->executable);
    if (strcmp(strrchr(made->source, '.'), ".c") == 0) vec_push(&words, "-lm");
    make(b, seal(b, &words), made);
    free(split);
}

static void make_static(Bench *b, Made *made) {
    char *argv[] = {(char *)b->self, "build", (char *)made->source, "-o", (char *)made->executable, NULL};
    make(b, argv, made);
}

// The executable of a source; `compiler` NULL: Otter.
static Made executable_of(Preparation *p, const char *source, const char *compiler) {
    for (uint32_t i = 0; i < p->made.count; i++)
        if (strcmp(p->made.items[i].source, source) == 0) return p->made.items[i];
    Made made = {.source = source, .executable = numbered(p->bench, "made", p->made.count)};
    if (compiler) make_native(p->bench, compiler, &made);
    else make_static(p->bench, &made);
    vec_push(&p->made, made);
    return made;
}

// The same program in another language: beside it, or beside the one it is a twin of (its folder's name). NULL: none.
static const char *sibling_of(Bench *b, const BenchProgram *program, const char *ending) {
    const char *slash = strrchr(program->path, '/'), *dot = strrchr(program->path, '.');
    const char *stem = arena_copy_bytes(b->arena, program->path, (size_t)(dot - program->path)), *own = joined(b, stem, ".", ending);
    if (access(own, R_OK) == 0 || !slash) return access(own, R_OK) == 0 ? own : NULL;
    const char *folder = arena_copy_bytes(b->arena, program->path, (size_t)(slash - program->path)), *name = strrchr(folder, '/');
    const char *twin = joined(b, joined(b, folder, "/", name ? name + 1 : folder), ".", ending);
    return access(twin, R_OK) == 0 ? twin : NULL;
}

// What a placeholder's name stands for: the program, a sibling, or an executable made of it. NULL: the contender does not take part.
static const char *meaning_of(Preparation *p, const BenchProgram *program, const char *name, BenchCell *cell) {
    Bench *b = p->bench;
    if (!*name) return program->path;
    const char *source = sibling_of(b, program, name), *compiler = strcmp(name, "c") == 0 ? b->options.cc : strcmp(name, "rs") == 0 ? b->options.rustc : NULL;
    if (!source || !compiler) return source;
    Made made = executable_of(p, source, compiler);
    cell->build = made.seconds;
    cell->trouble = made.trouble;
    return made.executable;
}

// A word of a command with its placeholders replaced; NULL: the contender does not take part.
static const char *expand(Preparation *p, const BenchProgram *program, const char *word, BenchCell *cell) {
    StrBuf text = {0};
    const char *expanded = NULL;
    for (;;) {
        const char *open = strchr(word, '{'), *close = open ? strchr(open, '}') : NULL;
        if (!close) break;
        const char *meaning = meaning_of(p, program, arena_copy_bytes(p->bench->arena, open + 1, (size_t)(close - open - 1)), cell);
        if (!meaning) return strbuf_fini(&text), NULL;
        strbuf_put_bytes(&text, word, (size_t)(open - word));
        strbuf_put_text(&text, meaning);
        word = close + 1;
    }
    strbuf_put_text(&text, word);
    expanded = strbuf_copy(&text, p->bench->arena);
    strbuf_fini(&text);
    return expanded;
}

static bool put_command(Preparation *p, const BenchProgram *program, const char *command, BenchCell *cell, BenchTexts *words) {
    char **split = process_split(command);
    bool able = split[0] != NULL;
    for (char **word = split; *word && able; word++) {
        const char *expanded = expand(p, program, *word, cell);
        able = expanded != NULL;
        if (able) vec_push(words, expanded);
    }
    free(split);
    return able;
}

static void put_mode(Preparation *p, const BenchProgram *program, const char *mode, BenchCell *cell, BenchTexts *words) {
    Bench *b = p->bench;
    if (strcmp(mode, "static") == 0) {
        Made made = executable_of(p, program->path, NULL);
        cell->build = made.seconds;
        cell->trouble = made.trouble;
        vec_push(words, made.executable);
        return;
    }
    const char *folder = joined(b, b->scratch, "/cache-", mode), *option = option_of(mode);
    cell->environment = joined(b, "OTTER_CACHE_DIR=", folder, "");
    cell->cold_folder = strcmp(mode, "warm") == 0 ? NULL : folder;
    vec_push(words, b->self);
    vec_push(words, "run");
    if (option) vec_push(words, option);
    vec_push(words, program->path);
}

static void prepare_cell(Preparation *p, const BenchProgram *program, const BenchContender *contender, BenchCell *cell) {
    Bench *b = p->bench;
    BenchTexts words = {0};
    if (contender->mode) {
        put_mode(p, program, contender->mode, cell, &words);
    } else if (!put_command(p, program, contender->command, cell, &words)) {
        vec_fini(&words);
        return;
    }
    if (program->size) vec_push(&words, program->size);
    for (uint32_t i = 0; i < b->options.arguments.count; i++) vec_push(&words, b->options.arguments.items[i]);
    cell->argv = seal(b, &words);
}

void bench_prepare(Bench *b) {
    Preparation p = {.bench = b, .total = b->programs.count * b->contenders.count};
    for (uint32_t i = 0; i < b->programs.count; i++) {
        for (uint32_t j = 0; j < b->contenders.count; j++) {
            bench_show_progress(b, p.done++, p.total, "preparing", b->programs.items[i].name);
            prepare_cell(&p, &b->programs.items[i], &b->contenders.items[j], &b->programs.items[i].cells[j]);
        }
    }
    bench_end_progress(b);
    vec_fini(&p.made);
}
