// otter cache: what the persistent store holds, whether it is sound, and clearing it.
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cache/store.h"
#include "commands.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"
#include "warm_entry.h"

// --- the list

typedef struct {
    const char *module, *function;
    char kind[32];
    size_t bytes;
    uint64_t last_used;
} Row;

typedef struct {
    Arena arena;
    VEC(Row) rows;
} List;

static void describe_bytecode(List *list, const CacheEntry *e, Row *row) {
    char message[128];
    uint8_t *image = arena_alloc(&list->arena, e->size);
    memcpy(image, e->bytes, e->size);
    const BcModule *bc = serial_read(&list->arena, image, e->size, message, sizeof message);
    if (bc) row->module = bc->path.text;
    strcpy(row->kind, "bytecode");
}

static void describe_unit(List *list, const CacheEntry *e, Row *row) {
    KeptUnit kept;
    if (!kept_read(e, NULL, &kept)) return;
    const char *path = kept.label + strlen(kept.label) + 1;
    row->function = arena_copy_bytes(&list->arena, kept.label, strlen(kept.label));
    row->module = arena_copy_bytes(&list->arena, path, strlen(path));
    if (kept.unit.proto == KEPT_MODULE) strcpy(row->kind, "module's code");
    else if (kept.state == KEPT_REFUSED) strcpy(row->kind, "not compiled");
    else if (kept.state == KEPT_WITHIN) strcpy(row->kind, "in the module's");
    else if (kept.unit.midway) snprintf(row->kind, sizeof row->kind, "loop, line %u", kept.line);
    else strcpy(row->kind, "function");
}

static void add_row(void *context, const CacheListed *listed) {
    List *list = context;
    Row row = {.module = "?", .function = "", .kind = "?", .bytes = listed->entry.size, .last_used = listed->last_used};
    if (listed->entry.kind == CACHE_BYTECODE) describe_bytecode(list, &listed->entry, &row);
    if (listed->entry.kind == CACHE_UNIT) describe_unit(list, &listed->entry, &row);
    vec_push(&list->rows, row);
}

static int compare_rows(const void *a, const void *b) {
    const Row *x = a, *y = b;
    int order = strcmp(x->module, y->module);
    if (!order) order = strcmp(x->function, y->function);
    return order ? order : strcmp(x->kind, y->kind);
}

static void print_row(const Row *row) {
    char when[32];
    time_t seconds = (time_t)row->last_used;
    strftime(when, sizeof when, "%Y-%m-%d %H:%M", localtime(&seconds));
    printf("%-32s %-16s %9zu  %s  %s\n", row->function, row->kind, row->bytes, when, row->module);
}

static bool list_entries(const char *folder, CacheStats *stats) {
    List list = {0};
    arena_init(&list.arena);
    bool ok = cache_stats(folder, add_row, &list, stats);
    if (list.rows.count) qsort(list.rows.items, list.rows.count, sizeof *list.rows.items, compare_rows);
    if (list.rows.count) printf("%-32s %-16s %9s  %-16s  %s\n", "function", "kind", "bytes", "last used", "module");
    for (uint32_t i = 0; i < list.rows.count; i++) print_row(&list.rows.items[i]);
    if (list.rows.count) putchar('\n');
    vec_fini(&list.rows);
    arena_fini(&list.arena);
    return ok;
}

// --- the commands

static int report(const char *folder, bool list) {
    CacheStats s;
    if (!(list ? list_entries(folder, &s) : cache_stats(folder, NULL, NULL, &s))) return printf("%s: empty\n", folder), 0;
    printf("folder    %s\narenas    %u\nentries   %u\nbytes     %lu (%lu of them replaced or damaged)\ndamaged   %u\n", folder, s.arenas, s.entries,
           (unsigned long)s.bytes, (unsigned long)s.dead_bytes, s.damaged);
    return 0;
}

static int verify(const char *folder) {
    CacheStats s;
    if (!cache_stats(folder, NULL, NULL, &s)) return printf("%s: empty\n", folder), 0;
    printf("%u entries checked, %u damaged%s\n", s.entries, s.damaged, s.damaged ? "; they are never used, and 'otter cache clear' removes them" : "");
    return s.damaged ? 1 : 0;
}

static int clear(const char *folder) {
    if (cache_clear(folder)) return 0;
    fprintf(stderr, "otter: %s: not everything could be removed\n", folder);
    return 1;
}

int command_cache(int argc, char **argv) {
    char *folder = cache_default_folder();
    const char *what = argc == 1 ? argv[0] : "";
    int status = STATUS_USAGE;
    if (!folder) fputs("otter: there is no cache: neither OTTER_CACHE_DIR, XDG_CACHE_HOME nor HOME is set\n", stderr);
    else if (strcmp(what, "stats") == 0) status = report(folder, false);
    else if (strcmp(what, "list") == 0) status = report(folder, true);
    else if (strcmp(what, "verify") == 0) status = verify(folder);
    else if (strcmp(what, "clear") == 0) status = clear(folder);
    else fputs("usage: otter cache stats|list|verify|clear\n", stderr);
    free(folder);
    return status;
}
