// Ctrl-C: SIGINT becomes a KeyboardInterrupt in the program's first thread, at its next poll or when it interrupts a wait. One that
// was not answered for a second does not stop the next one from ending the process.
#ifndef OTTER_INTERRUPT_H
#define OTTER_INTERRUPT_H

#include "thread.h"

extern Thread *interrupt_for;              // who has been interrupted and not told; NULL: nobody

void interrupt_start(Thread *t);           // on the program's thread; where SIGINT is not ignored
void interrupt_stop(void);                 // from now on it ends the process
void interrupt_is_uncaught(void);          // the program ends by a KeyboardInterrupt
// Ends the process: by the signal after interrupt_is_uncaught, as a shell expects of it, otherwise not at all.
void interrupt_end(void);

static inline bool interrupt_waits(const Thread *t) { return __builtin_expect(__atomic_load_n(&interrupt_for, __ATOMIC_RELAXED) == t, 0); }
// false: this thread has been interrupted, and KeyboardInterrupt is pending.
bool interrupt_check(Thread *t);

#endif
