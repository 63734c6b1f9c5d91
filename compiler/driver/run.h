// What running a file and running the prompt have in common: options, cache, runtime and engine, and the end.
#ifndef OTTER_RUN_H
#define OTTER_RUN_H

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"
#include "run_options.h"
#include "stdlib/runtime/thread.h"

typedef struct {
    Options options;
    RunOptions how;
    Arena arena;
    const BcModule *main;   // NULL at the prompt
} Run;

// Before anything is compiled.
void run_open_cache(Run *run);
// Runtime and engine, on the thread that will run the program. When that fails the process ends, with a message.
void run_start(Run *run, Thread *t);
// The whole end happens here, not on the main thread: in a process that the program forked this is the only one.
[[noreturn]] void run_end(Run *run, int status);

#endif
