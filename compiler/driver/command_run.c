// otter run: compile the file, start the runtime, run it.
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend_open.h"
#include "commands.h"
#include "compile_server.h"
#include "dumps.h"
#include "jit/baseline/baseline.h"
#include "jit/interp/interp.h"
#include "jit/native/native_names.h"
#include "jit/tier/tier.h"
#include "modules.h"
#include "profiler/profiler.h"
#include "run_options.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"
#include "warm.h"
#include "world.h"

typedef struct {
    Options options;
    RunOptions how;
    Arena arena;
    const BcModule *main;
} Run;

static int exit_status(Thread *t, Value result) {
    if (value_is_error(result)) return exception_exit_status(t);
    return value_is_int(result) ? (int)value_int(result) & 0xFF : 0;
}

// The executable is gone from the file system by the time it runs.
static int run_static(const Options *o) {
    char folder[] = "/tmp/otter-XXXXXX", path[64];
    if (!mkdtemp(folder)) return perror("otter: no temporary folder"), STATUS_UNCAUGHT;
    snprintf(path, sizeof path, "%s/program", folder);
    int status = command_build(3, (char *[]){o->files[0], "-o", path, NULL});
    int fd = status ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    unlink(path);
    rmdir(folder);
    if (fd < 0) return status ? status : STATUS_UNCAUGHT;
    fexecve(fd, o->arguments, environ);
    return perror("otter: the executable cannot be run"), STATUS_UNCAUGHT;
}

static void start_hybrid(Thread *t, const Run *run) {
    const Options *o = &run->options;
    if (o->stats || o->stats_form || o->explain_tier) tier_watch(profiler_events(o->explain_tier ? stderr : NULL));
    interp_quickens = run->how.tier_max >= 1;
    if (run->how.tier_max >= 2) baseline_start(BASELINE_WARM);
    if (run->how.tier_max < 3) return;
    warm_attach_on_load();
    if (run->how.stress_deopt) backend_stress_exits();
    if (run->how.stress_tier || run->how.stress_deopt) tier_start_stress(t, backend_compile_unit);
    else tier_start(t, compile_client_unit, compile_client_forget);
}

// The interpreter runs in every mode; what else does is the mode's matter.
static bool start_engine(Thread *t, const Run *run) {
    interp_init();
    heap_set_failure(run->how.failing_allocation);
    if (run->options.perf_map || getenv("OTTER_PERF_MAP")) native_names_tell();
    switch (run->how.mode) {
    case MODE_INTERP: interp_quickens = false; break;
    case MODE_BASELINE: baseline_start(BASELINE_ALWAYS); break;
    case MODE_JIT:
        if (run->how.stress_deopt) backend_stress_exits();
        return backend_compile_on_load(&run->options);
    case MODE_HYBRID: start_hybrid(t, run); break;
    case MODE_QUICK: case MODE_STATIC: case MODE_COUNT: break;
    }
    return true;
}

// The whole end happens here, not on the main thread: in a process that the program forked this is the only one.
[[noreturn]] static void end(Run *run, int status) {
    tier_finish(compile_client_leave);
    if (run->options.stats) profiler_print(stderr), warm_report(stderr);
    warm_close();
    if (run->options.stats_form) profiler_print_json(stderr);
    fflush(NULL);
    interrupt_end();
    _exit(status);  // the tier's worker may be in the middle of compiling
}

static bool dumps_stencils(const Run *run) { return run->how.mode == MODE_BASELINE && run->options.dump_asm; }

static int run_program(void *argument) {
    Run *run = argument;
    static Thread thread;
    Thread *t = &thread;
    heap_set_stress(run->how.stress_gc);
    if (!runtime_init(t, run->options.argument_count, run->options.arguments, run->how.heap_limit)) {
        fputs("otter: not enough memory to start\n", stderr);
        end(run, STATUS_UNCAUGHT);
    }
    if (!start_engine(t, run)) end(run, STATUS_UNCAUGHT);
    if (dumps_stencils(run)) end(run, dump_stencils(t, run->main, &run->options));
    interrupt_start(t);
    int status = exit_status(t, module_run_main(t, run->main));
    end(run, runtime_finish(t, status));
}

// The cache serves whole programs run the usual way; what is asked of one tier, dumped or stressed is made anew.
static void open_cache(Run *run) {
    Options *o = &run->options;
    if (o->no_cache || run->how.mode != MODE_HYBRID || o->stress || options_dump(o)) return;
    warm_open(NULL, run->how.cache_limit);
    compile_client_keep(run->how.cache_limit);
    o->cache = &warm_bytecode;
}

int command_run(int argc, char **argv) {
    static Run run;
    if (!options_parse(&run.options, 'r', argc, argv)) return STATUS_USAGE;
    if (!run_options_check(&run.how, &run.options)) return STATUS_USAGE;
    if (run.how.mode == MODE_STATIC) return run_static(&run.options);
    arena_init(&run.arena);
    const char *path = run.options.files[0];
    open_cache(&run);
    modules_init(&run.arena, path, &run.options);
    run.options.world = world_of_modules(&run.arena);
    bool stopped;
    run.main = compile_file(&run.arena, path, "__main__", COMPILE_ENTRY, &run.options, &stopped);
    if (!run.main) return stopped ? 0 : STATUS_USAGE;
    if (options_dump(&run.options) && !dumps_stencils(&run)) return dump_module(run.main, &run.options);
    return runtime_on_big_stack(run_program, &run);
}
