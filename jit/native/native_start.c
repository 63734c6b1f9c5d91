// main() of executables: starts the runtime, connects the compiled modules linked in, and runs the first of them. In the runtime
// archive; the compiler's own program has a main of its own and never pulls this in.
#include <stdio.h>
#include <stdlib.h>

#include "compiler/bytecode/serial.h"
#include "jit/interp/interp.h"
#include "native_attach.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/runtime.h"

static Arena modules_arena;

static const NativeModule *find_module(const char *name) {
    for (uint32_t i = 0; i < native_module_count; i++)
        if (strcmp(native_modules[i]->name, name) == 0) return native_modules[i];
    return NULL;
}

static const BcModule *read_module(const NativeModule *n) {
    char message[256];
    const BcModule *bc = serial_read(&modules_arena, n->bytecode, n->bytecode_size, message, sizeof message);
    if (bc) return bc;
    fprintf(stderr, "damaged executable: module %s: %s\n", n->name, message);
    exit(70);
}

static const BcModule *find_source(Thread *t, const char *name, const char *importer) {
    const NativeModule *n = find_module(name);
    return n ? read_module(n) : NULL;
}

static void attach(Module *m) {
    const NativeModule *n = find_module(m->bc->name.text);
    if (n) native_attach(m, n);
}

typedef struct {
    int argc;
    char **argv;
} Arguments;

static int run(void *arguments) {
    const Arguments *a = arguments;
    static Thread thread;
    if (!runtime_init(&thread, a->argc, a->argv, 0)) {
        fputs("not enough memory to start\n", stderr);
        return 1;
    }
    interp_init();
    module_find_source = find_source;
    code_attach_module = attach;
    Value result = module_run_main(&thread, read_module(native_modules[0]));
    int status = value_is_error(result) ? exception_exit_status(&thread) : value_is_int(result) ? (int)value_int(result) & 0xFF : 0;
    exit(runtime_finish(&thread, status));  // here, not on the main thread: a process forked by the program has only this one
}

int main(int argc, char **argv) {
    arena_init(&modules_arena);
    Arguments arguments = {argc, argv};
    exit(runtime_on_big_stack(run, &arguments));
}
