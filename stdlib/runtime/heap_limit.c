// What the heap may take when the program was given no limit: the machine's memory, or less where the process is in a
// group that has less. Without it, asking for more than there is would end the process instead of raising MemoryError.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "heap_int.h"

// The group's limit in bytes; SIZE_MAX: none is known.
static size_t limit_of_group(void) {
    FILE *file = fopen("/sys/fs/cgroup/memory.max", "r");
    if (file == NULL) return SIZE_MAX;
    size_t bytes;
    bool known = fscanf(file, "%zu", &bytes) == 1;  // "max" when there is none
    fclose(file);
    return known ? bytes : SIZE_MAX;
}

size_t heap_limit_of_machine(void) {
    long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
    size_t memory = pages > 0 && page > 0 ? (size_t)pages * (size_t)page : SIZE_MAX;
    size_t group = limit_of_group();
    size_t least = memory < group ? memory : group;
    return least - least / 16;
}
