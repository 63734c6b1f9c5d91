#include "run.h"

#include <stdlib.h>
#include <unistd.h>

#include "backend_open.h"
#include "commands.h"
#include "compile_server.h"
#include "jit/baseline/baseline.h"
#include "jit/interp/interp.h"
#include "jit/native/native_names.h"
#include "jit/tier/tier.h"
#include "profiler/profiler.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/runtime.h"
#include "warm.h"

// The cache serves whole programs run the usual way; what is asked of one tier, dumped or stressed is made anew.
void run_open_cache(Run *run) {
    Options *o = &run->options;
    if (o->no_cache || run->how.mode != MODE_HYBRID || o->stress || options_dump(o)) return;
    warm_open(NULL, run->how.cache_limit);
    compile_client_keep(run->how.cache_limit);
    o->cache = &warm_bytecode;
}

static void start_hybrid(Thread *t, const Run *run) {
    const Options *o = &run->options;
    if (o->stats || o->stats_form || o->explain_tier) tier_watch(profiler_events(o->explain_tier ? stderr : NULL));
    interp_quickens = run->how.tier_max >= 1;
    if (run->how.tier_max >= 2) baseline_start(BASELINE_WARM);
    if (run->how.tier_max < 3) return;
    warm_attach_on_load();
    if (run->how.stress_cache) backend_adopt_on_load();
    if (run->how.stress_deopt) backend_stress_exits();
    if (run->how.stress_tier || run->how.stress_deopt) tier_start_stress(t, backend_compile_hot);
    else tier_start(t, compile_client_unit, compile_client_forget);
}

// The interpreter runs in every mode; what else does is the mode's matter.
static bool start_engine(Thread *t, const Run *run) {
    interp_init();
    heap_set_failure(run->how.failing_allocation);
    if (run->options.perf_map || getenv("OTTER_PERF_MAP")) native_names_tell();
    backend_want_lines(native_names_told);
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

void run_end(Run *run, int status) {
    tier_finish(compile_client_leave);
    if (run->options.stats) profiler_print(stderr), warm_report(stderr);
    warm_close();
    if (run->options.stats_form) profiler_print_json(stderr);
    fflush(NULL);
    interrupt_end();
    _exit(status);  // the tier's worker may be in the middle of compiling
}

void run_start(Run *run, Thread *t) {
    heap_set_stress(run->how.stress_gc);
    if (!runtime_init(t, run->options.argument_count, run->options.arguments, run->how.heap_limit)) {
        fputs("otter: not enough memory to start\n", stderr);
        run_end(run, STATUS_UNCAUGHT);
    }
    if (!start_engine(t, run)) run_end(run, STATUS_UNCAUGHT);
}
