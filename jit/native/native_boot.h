// Starting a program that is linked in.
#ifndef OTTER_NATIVE_BOOT_H
#define OTTER_NATIVE_BOOT_H

#include "compiler/bytecode/bytecode.h"
#include "stdlib/runtime/thread.h"

bool native_boot(Thread *t, int argc, char **argv);   // false: said on stderr
const BcModule *native_entry_module(void);

#endif
