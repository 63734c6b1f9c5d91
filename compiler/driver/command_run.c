// otter run: compile the file, start the runtime, run it.
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "compile.h"
#include "dumps.h"
#include "modules.h"
#include "run.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"
#include "world.h"

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

static bool dumps_stencils(const Run *run) { return run->how.mode == MODE_BASELINE && run->options.dump_asm; }

static int run_program(void *argument) {
    Run *run = argument;
    static Thread thread;
    Thread *t = &thread;
    run_start(run, t);
    if (dumps_stencils(run)) run_end(run, dump_stencils(t, run->main, &run->options));
    interrupt_start(t);
    int status = exit_status(t, module_run_main(t, run->main));
    run_end(run, runtime_finish(t, status));
}

int command_run(int argc, char **argv) {
    static Run run;
    if (!options_parse(&run.options, 'r', argc, argv)) return STATUS_USAGE;
    if (!run_options_check(&run.how, &run.options)) return STATUS_USAGE;
    if (run.how.mode == MODE_STATIC) return run_static(&run.options);
    arena_init(&run.arena);
    const char *path = run.options.files[0];
    run_open_cache(&run);
    modules_init(&run.arena, path, &run.options);
    run.options.world = world_of_modules(&run.arena);
    bool stopped;
    run.main = compile_file(&run.arena, path, "__main__", COMPILE_ENTRY, &run.options, &stopped);
    if (!run.main) return stopped ? 0 : STATUS_USAGE;
    if (options_dump(&run.options) && !dumps_stencils(&run)) return dump_module(run.main, &run.options);
    return runtime_on_big_stack(run_program, &run);
}
