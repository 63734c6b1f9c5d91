// Starting and ending the runtime, for the driver and for executables.
#ifndef OTTER_RUNTIME_H
#define OTTER_RUNTIME_H

#include "code.h"
#include "thread.h"

// Once, on the thread that will run the program. argv becomes sys.argv. heap_limit in bytes, 0: none.
bool runtime_init(Thread *t, int argc, char **argv, size_t heap_limit);
// Flushes standard streams, runs what must run at exit; gives the exit status to use.
int runtime_finish(Thread *t, int status);
int runtime_argc(void);
char *runtime_argv(int i);   // sys.argv
// Runs `main` on a native stack large enough for deep recursion and returns what it returns.
int runtime_on_big_stack(int (*main)(void *), void *argument);

// Intrinsics, by number.
typedef Value (*IntrinsicFn)(Thread *t, Value *args, uint32_t nargs);
extern const IntrinsicFn runtime_intrinsics[INTRINSIC_COUNT];

#endif
