// What executables and libraries start with: the runtime, and the compiled modules linked in.
#include "native_boot.h"

#include <stdio.h>
#include <stdlib.h>

#include "compiler/bytecode/serial.h"
#include "jit/interp/interp.h"
#include "native_attach.h"
#include "stdlib/runtime/runtime.h"

static Arena modules_arena;

static const NativeModule *find_module(const char *name) {
    for (uint32_t i = 0; i < native_module_count; i++)
        if (strcmp(native_modules[i]->name, name) == 0) return native_modules[i];
    return NULL;
}

static const BcModule *read_module(const NativeModule *n) {
    char message[256];
    const BcModule *bc = serial_read(&modules_arena, n->bytecode, n->bytecode_size, message, sizeof message);
    if (bc) return bc;
    fprintf(stderr, "damaged executable: module %s: %s\n", n->name, message);
    exit(70);
}

static const BcModule *find_source(Thread *t, const char *name, const char *importer) {
    const NativeModule *n = find_module(name);
    return n ? read_module(n) : NULL;
}

static void attach(CodePart *part) {
    const NativeModule *n = find_module(part->bc->name.text);
    if (n) native_attach(part, n);
}

bool native_boot(Thread *t, int argc, char **argv) {
    arena_init(&modules_arena);
    if (!runtime_init(t, argc, argv, 0)) return fputs("not enough memory to start\n", stderr), false;
    interp_init();
    module_find_source = find_source;
    code_attach_part = attach;
    return true;
}

const BcModule *native_entry_module(void) { return read_module(native_modules[0]); }
