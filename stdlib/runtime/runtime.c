// Starting and ending the runtime: the order in which its parts wake up.
#include "runtime.h"

#include <pthread.h>

#include "builtins.h"
#include "bytes.h"
#include "class.h"
#include "complex.h"
#include "containers.h"
#include "exception.h"
#include "file.h"
#include "float.h"
#include "generator.h"
#include "heap.h"
#include "int.h"
#include "module.h"
#include "simple_namespace.h"
#include "sized.h"
#include "str.h"
#include "task.h"

static int program_argc;
static char **program_argv;

int runtime_argc(void) { return program_argc; }
char *runtime_argv(int i) { return program_argv[i]; }

// Each part adds the native methods of its classes; then what needs them.
static bool init_parts(Thread *t) {
    str_init_class();
    int_init_class();
    float_init_class();
    complex_init_class();
    sized_init_classes();
    bytes_init_class();
    containers_init();
    exception_init(t);
    module_init(t);
    generator_init();
    simple_namespace_init();
    task_init(t);
    if (!file_init(t)) return false;
    class_seal();
    return builtins_init(t);
}

bool runtime_init(Thread *t, int argc, char **argv, size_t heap_limit) {
    program_argc = argc;
    program_argv = argv;
    heap_init(heap_limit);
    if (!thread_init(t)) return false;
    str_init();
    class_init(t);
    return init_parts(t);
}

int runtime_finish(Thread *t, int status) {
    interrupt_stop();
    if (!task_join_all(t) && status == 0) status = 1;
    return file_flush_standard(t) ? status : 120;
}
