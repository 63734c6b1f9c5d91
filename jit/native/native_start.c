// main() of executables: starts the runtime, connects the compiled modules linked in, and runs the first of them. In the runtime
// archive; the compiler's own program has a main of its own and never pulls this in.
#include <stdlib.h>

#include "native_boot.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"

typedef struct {
    int argc;
    char **argv;
} Arguments;

static int run(void *arguments) {
    const Arguments *a = arguments;
    static Thread thread;
    if (!native_boot(&thread, a->argc, a->argv)) return 1;
    interrupt_start(&thread);
    Value result = module_run_main(&thread, native_entry_module());
    int status = value_is_error(result) ? exception_exit_status(&thread) : value_is_int(result) ? (int)value_int(result) & 0xFF : 0;
    status = runtime_finish(&thread, status);
    interrupt_end();
    exit(status);  // here, not on the main thread: a process forked by the program has only this one
}

int main(int argc, char **argv) {
    file_keep_standard();
    Arguments arguments = {argc, argv};
    exit(runtime_on_big_stack(run, &arguments));
}
