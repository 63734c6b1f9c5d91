// Names for machine code made at run time, for perf (/tmp/perf-PID.map) and gdb (its JIT interface). Nothing is told until it is
// asked for.
#ifndef OTTER_NATIVE_NAMES_H
#define OTTER_NATIVE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

extern bool native_names_told;
// From now on. Once, before there is code.
void native_names_tell(void);

// Code of `size` bytes at `start` is `name`; length in bytes. Threads may call it at once.
void native_names_add(const void *start, size_t size, const char *name, size_t length);
// An object file as it lies in memory now, its sections' addresses set; copied. Gives what native_names_remove takes, or NULL.
void *native_names_add_object(const void *bytes, size_t size);
void native_names_remove(void *object);

#endif
