// How often the program's functions run, as far as the text of the module shows.
#ifndef OTTER_RUNS_H
#define OTTER_RUNS_H

#include "compiler/ssa/ssa.h"

// [nproto] in the module's arena: true for prototypes without loops that run a few times at most, as long as nobody calls them in a
// way that does not show. A wrong answer costs speed only. For the module that the program begins with; others are called from outside.
const bool *runs_find_rare(SsaModule *m);

#endif
