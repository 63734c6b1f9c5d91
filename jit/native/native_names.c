// gdb's interface: a list of object files that it finds by the name of a variable, and a function whose breakpoint tells it of changes.
// perf's: a text file of "start size name", in hexadecimal; code that is gone stays in it, and later lines win.
#include "native_names.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct jit_code_entry {
    struct jit_code_entry *next_entry, *prev_entry;
    const char *symfile_addr;
    uint64_t symfile_size;
} Entry;

typedef enum { JIT_NOACTION, JIT_REGISTER_FN, JIT_UNREGISTER_FN } Action;

struct jit_descriptor {
    uint32_t version, action_flag;
    Entry *relevant_entry, *first_entry;
};

[[gnu::visibility("default")]] struct jit_descriptor __jit_debug_descriptor = {1, JIT_NOACTION, NULL, NULL};
[[gnu::noinline, gnu::visibility("default")]] void __jit_debug_register_code(void) { __asm__ volatile(""); }

bool native_names_told;
static FILE *map;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void native_names_tell(void) {
    char path[64];
    snprintf(path, sizeof path, "/tmp/perf-%ld.map", (long)getpid());
    map = fopen(path, "we");
    if (map) setvbuf(map, NULL, _IOLBF, 0);
    native_names_told = true;
}

void native_names_add(const void *start, size_t size, const char *name, size_t length) {
    if (map) fprintf(map, "%lx %zx %.*s\n", (unsigned long)start, size, (int)length, name);
}

static void tell_gdb(Entry *e, Action action) {
    __jit_debug_descriptor.relevant_entry = e;
    __jit_debug_descriptor.action_flag = action;
    __jit_debug_register_code();
}

void *native_names_add_object(const void *bytes, size_t size) {
    Entry *e = malloc(sizeof *e + size);
    if (!e) return NULL;
    memcpy(e + 1, bytes, size);
    pthread_mutex_lock(&lock);
    *e = (Entry){__jit_debug_descriptor.first_entry, NULL, (const char *)(e + 1), size};
    if (e->next_entry) e->next_entry->prev_entry = e;
    __jit_debug_descriptor.first_entry = e;
    tell_gdb(e, JIT_REGISTER_FN);
    pthread_mutex_unlock(&lock);
    return e;
}

void native_names_remove(void *object) {
    Entry *e = object;
    if (!e) return;
    pthread_mutex_lock(&lock);
    if (e->next_entry) e->next_entry->prev_entry = e->prev_entry;
    *(e->prev_entry ? &e->prev_entry->next_entry : &__jit_debug_descriptor.first_entry) = e->next_entry;
    tell_gdb(e, JIT_UNREGISTER_FN);
    pthread_mutex_unlock(&lock);
    free(e);
}
