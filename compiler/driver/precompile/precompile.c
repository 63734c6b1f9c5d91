// Build step: compiles the modules of stdlib/modules into one file of bytecode images, which the driver embeds.
//
//   otter_precompile OUT FILE...
//
// The file: a count, then per module (name offset, image offset, image length), 8 bytes each, then names and images;
// offsets from the start of the file, images 8-aligned (compiler/driver/embedded.c reads it).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"
#include "compiler/driver/compile.h"

typedef struct {
    uint64_t name, image, length;
} Entry;

// "…/modules/collections.abc.py" -> "collections.abc"
static char *module_name(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
    const char *ending = strrchr(base, '.');
    return arena_copy_bytes(arena, base, ending ? (size_t)(ending - base) : strlen(base));
}

static bool add_module(Arena *arena, StrBuf *body, Entry *entry, const char *path, uint64_t start) {
    bool stopped;
    char *name = module_name(arena, path), shown[256];
    snprintf(shown, sizeof shown, "<otter>/%s.py", name);
    const BcModule *bc = compile_file(arena, path, name, COMPILE_LIBRARY, &(Options){0}, &stopped);
    if (!bc) return false;
    BcModule copy = *bc;
    copy.path = (BcStr){shown, (uint32_t)strlen(shown)};
    entry->name = start + body->length;
    strbuf_put_bytes(body, name, strlen(name) + 1);
    while ((start + body->length) % SERIAL_ALIGN) strbuf_put_char(body, 0);
    entry->image = start + body->length;
    serial_write(body, &copy);
    entry->length = start + body->length - entry->image;
    return true;
}

static bool write_file(const char *path, uint64_t count, const Entry *entries, const StrBuf *body) {
    FILE *f = fopen(path, "wb");
    if (!f) return false;
    fwrite(&count, sizeof count, 1, f);
    fwrite(entries, sizeof *entries, count, f);
    fwrite(body->bytes, 1, body->length, f);
    return fclose(f) == 0;
}

static bool precompile(Arena *arena, StrBuf *body, const char *out, char **paths, uint64_t count) {
    uint64_t start = sizeof count + count * sizeof(Entry);
    Entry *entries = arena_new_array(arena, Entry, count);
    for (uint64_t i = 0; i < count; i++)
        if (!add_module(arena, body, &entries[i], paths[i], start)) return false;
    if (write_file(out, count, entries, body)) return true;
    fprintf(stderr, "otter_precompile: cannot write %s\n", out);
    return false;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    Arena arena;
    StrBuf body = {0};
    arena_init(&arena);
    bool ok = precompile(&arena, &body, argv[1], argv + 2, (uint64_t)argc - 2);
    strbuf_fini(&body);
    arena_fini(&arena);
    return ok ? 0 : 1;
}
