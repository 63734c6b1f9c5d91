// otter run: compile the file, start the runtime, run it.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend_open.h"
#include "commands.h"
#include "compile_server.h"
#include "dumps.h"
#include "jit/baseline/baseline.h"
#include "jit/interp/interp.h"
#include "jit/tier/tier.h"
#include "modules.h"
#include "profiler/profiler.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"
#include "warm.h"

typedef struct {
    Options options;
    Arena arena;
    const BcModule *main;
    size_t heap_limit, cache_limit;
} Run;

// "64m" -> bytes; 0 when malformed.
static size_t parse_size(const char *text) {
    char *end;
    size_t n = strtoull(text, &end, 10);
    const char *units = "kmg", *unit = *end ? strchr(units, *end | 0x20) : NULL;
    if (end == text || (*end && (!unit || end[1]))) return 0;
    return unit ? n << (10 * (unit - units + 1)) : n;
}

static int refuse(const char *option, const char *value, const char *choices) {
    fprintf(stderr, "otter: %s=%s: choose one of %s\n", option, value, choices);
    return STATUS_USAGE;
}

static bool is_one_of(const char *value, const char *const *names) {
    for (; *names; names++)
        if (strcmp(value, *names) == 0) return true;
    return false;
}

// The number in --stress=oom:NUMBER; 0: another kind of stress.
static uint64_t failing_allocation(const Options *o) {
    return o->stress && strncmp(o->stress, "oom:", 4) == 0 ? strtoull(o->stress + 4, NULL, 10) : 0;
}

static int check_options(Run *run) {
    const Options *o = &run->options;
    if (o->mode && !is_one_of(o->mode, (const char *const[]){"interp", "baseline", "jit", "hybrid", NULL})) return refuse("--mode", o->mode, "interp, baseline, jit, hybrid");
    if (o->stats_form && strcmp(o->stats_form, "json") != 0) return refuse("--stats", o->stats_form, "json");
    bool stress_known = !o->stress || is_one_of(o->stress, (const char *const[]){"gc", "tier", NULL}) || failing_allocation(o);
    if (!stress_known) return refuse("--stress", o->stress, "gc, tier, oom:NUMBER");
    if (o->heap && !(run->heap_limit = parse_size(o->heap))) return refuse("--heap-limit", o->heap, "a size such as 64m or 2g");
    if (o->cache_disk && !(run->cache_limit = parse_size(o->cache_disk))) return refuse("--cache-disk", o->cache_disk, "a size such as 64m or 2g");
    return 0;
}

static int exit_status(Thread *t, Value result) {
    if (value_is_error(result)) return exception_exit_status(t);
    return value_is_int(result) ? (int)value_int(result) & 0xFF : 0;
}

static bool stresses(const Run *run, const char *what) { return run->options.stress && strcmp(run->options.stress, what) == 0; }

// The interpreter runs in every mode; what else does is the mode's matter.
static bool start_engine(Thread *t, const Run *run) {
    const char *mode = run->options.mode ? run->options.mode : "hybrid";
    interp_init();
    heap_set_failure(failing_allocation(&run->options));
    if (strcmp(mode, "baseline") == 0) baseline_start(BASELINE_ALWAYS);
    if (strcmp(mode, "jit") == 0) return backend_compile_on_load(&run->options);
    if (strcmp(mode, "hybrid") != 0) return true;
    if (run->options.stats || run->options.stats_form || run->options.explain_tier) tier_watch(profiler_events(run->options.explain_tier ? stderr : NULL));
    baseline_start(BASELINE_WARM);
    warm_attach_on_load();
    if (stresses(run, "tier")) tier_start_stress(t, backend_compile_unit);
    else tier_start(t, warm_compile_unit, compile_client_forget);
    return true;
}

static int run_program(void *argument) {
    Run *run = argument;
    static Thread thread;
    Thread *t = &thread;
    heap_set_stress(stresses(run, "gc"));
    if (!runtime_init(t, run->options.argument_count, run->options.arguments, run->heap_limit)) {
        fputs("otter: not enough memory to start\n", stderr);
        return STATUS_UNCAUGHT;
    }
    if (!start_engine(t, run)) return STATUS_UNCAUGHT;
    int status = exit_status(t, module_run_main(t, run->main));
    return runtime_finish(t, status);
}

// The cache serves whole programs run the usual way; what is asked of one tier, dumped or stressed is made anew.
static void open_cache(Run *run) {
    Options *o = &run->options;
    bool hybrid = !o->mode || strcmp(o->mode, "hybrid") == 0;
    if (o->no_cache || !hybrid || o->stress || options_dump(o)) return;
    warm_open(NULL, o->cache_disk ? run->cache_limit : (size_t)256 << 20);
    o->cache = &warm_bytecode;
}

int command_run(int argc, char **argv) {
    static Run run;
    if (!options_parse(&run.options, 'r', argc, argv)) return STATUS_USAGE;
    int refused = check_options(&run);
    if (refused) return refused;
    arena_init(&run.arena);
    const char *path = run.options.files[0];
    open_cache(&run);
    modules_init(&run.arena, path, &run.options);
    bool stopped;
    run.main = compile_file(&run.arena, path, "__main__", COMPILE_ENTRY, &run.options, &stopped);
    if (!run.main) return stopped ? 0 : STATUS_USAGE;
    if (options_dump(&run.options)) return dump_module(run.main, &run.options);
    int status = runtime_on_big_stack(run_program, &run);
    warm_close();
    if (run.options.stats) profiler_print(stderr);
    if (run.options.stats_form) profiler_print_json(stderr);
    fflush(NULL);
    _exit(status);  // the tier's worker may be in the middle of compiling
}
