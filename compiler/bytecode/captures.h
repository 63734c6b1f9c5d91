// What is certain of captured variables, from the code of all functions that have them.
#ifndef OTTER_CAPTURES_H
#define OTTER_CAPTURES_H

#include "bytecode.h"

// May the function, or one inside it, set or unbind its captured variable?
bool bc_writes_capture(const BcModule *bc, uint32_t proto, uint32_t capture);
// Is the captured variable set once at most in the life of its cell, so that what the cell holds once it holds something stays?
bool bc_capture_stays(const BcModule *bc, uint32_t proto, uint32_t capture);

#endif
