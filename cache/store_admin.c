// Compaction, and what `otter cache` shows and does.
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store_int.h"

typedef struct {
    const uint8_t *map;
    size_t length;
    const StoreEntry **entries;  // whole and undamaged ones, oldest first
    size_t count, damaged;
    size_t end;                  // of whole entries
} Arena;

static bool map_arena(Arena *a, const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info;
    if (fd < 0 || fstat(fd, &info) != 0 || info.st_size < (off_t)sizeof(StoreHeader)) return fd >= 0 ? (close(fd), false) : false;
    void *map = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (map == MAP_FAILED) return false;
    *a = (Arena){.map = map, .length = (size_t)info.st_size, .end = sizeof(StoreHeader)};
    if (store_header_fits(a->map, a->length)) return true;
    munmap(map, a->length);
    return false;
}

static void read_arena(Arena *a) {
    size_t capacity = 0;
    for (const StoreEntry *e; (e = store_entry_at(a->map, a->length, a->end)); a->end = store_next(a->end, e)) {
        if (e->checksum != store_checksum(e, store_payload(e))) {
            a->damaged++;
            continue;
        }
        if (a->count == capacity) {
            capacity = capacity * 2 + 64;
            const StoreEntry **moved = realloc(a->entries, capacity * sizeof *moved);
            if (!moved) return;
            a->entries = moved;
        }
        a->entries[a->count++] = e;
    }
}

static void close_arena(Arena *a) {
    free(a->entries);
    munmap((void *)a->map, a->length);
}

static bool same_thing(const StoreEntry *a, const StoreEntry *b) {
    return a->kind == b->kind && cache_key_same(a->group, b->group) && cache_key_same(a->name, b->name);
}

static bool is_replaced(const Arena *a, size_t index) {
    for (size_t later = index + 1; later < a->count; later++)
        if (same_thing(a->entries[later], a->entries[index])) return true;
    return false;
}

static size_t whole_size(const StoreEntry *e) { return sizeof *e + store_padded(e->size); }

// --- compaction

static int newest_first(const void *x, const void *y) {
    uint64_t a = (*(const StoreEntry *const *)x)->last_used, b = (*(const StoreEntry *const *)y)->last_used;
    return (a < b) - (a > b);
}

static bool write_kept(int fd, const Arena *a, const StoreEntry **kept, size_t count, size_t target) {
    bool ok = write(fd, a->map, sizeof(StoreHeader)) == (ssize_t)sizeof(StoreHeader);
    size_t size = sizeof(StoreHeader);
    for (size_t i = 0; ok && i < count && size + whole_size(kept[i]) <= target; i++) {
        size += whole_size(kept[i]);
        ok = write(fd, kept[i], whole_size(kept[i])) == (ssize_t)whole_size(kept[i]);
    }
    return ok;
}

bool store_compact(const char *path, CacheKey arena, size_t target) {
    Arena a;
    if (!map_arena(&a, path)) return false;
    read_arena(&a);
    const StoreEntry **kept = malloc((a.count + 1) * sizeof *kept);
    char *beside = NULL;
    size_t count = 0;
    bool ok = kept && cache_key_same(((const StoreHeader *)a.map)->arena, arena) && asprintf(&beside, "%s.%ld", path, (long)getpid()) > 0;
    for (size_t i = 0; ok && i < a.count; i++)
        if (!is_replaced(&a, i)) kept[count++] = a.entries[i];
    if (ok) qsort(kept, count, sizeof *kept, newest_first);
    int fd = ok ? open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    ok = fd >= 0 && write_kept(fd, &a, kept, count, target);
    if (fd >= 0) ok = close(fd) == 0 && ok && rename(beside, path) == 0;
    if (fd >= 0 && !ok) unlink(beside);
    free(beside);
    free(kept);
    close_arena(&a);
    return ok;
}

// --- reports

static const char *kind_name(uint32_t kind) { return kind == CACHE_BYTECODE ? "bytecode" : kind == CACHE_UNIT ? "native" : "other"; }

static void list_entry(FILE *to, const StoreEntry *e) {
    char when[32];
    time_t seconds = (time_t)e->last_used;
    strftime(when, sizeof when, "%Y-%m-%d %H:%M", localtime(&seconds));
    fprintf(to, "%-9s %8lu bytes  module %016lx  %016lx  used %s\n", kind_name(e->kind), (unsigned long)e->size, (unsigned long)e->group.words[0],
            (unsigned long)e->name.words[0], when);
}

static void add_arena(const char *path, FILE *list_to, CacheStats *out) {
    Arena a;
    struct stat info;
    out->arenas++;
    if (stat(path, &info) == 0) out->bytes += (uint64_t)info.st_size;
    if (!map_arena(&a, path)) {
        out->damaged++;
        return;
    }
    read_arena(&a);
    out->damaged += (uint32_t)a.damaged + (a.end < a.length);
    out->dead_bytes += a.length - a.end;
    for (size_t i = 0; i < a.count; i++) {
        bool replaced = is_replaced(&a, i);
        out->entries += !replaced;
        if (replaced) out->dead_bytes += whole_size(a.entries[i]);
        else if (list_to) list_entry(list_to, a.entries[i]);
    }
    close_arena(&a);
}

static bool is_arena_name(const char *name) { return strstr(name, ".arena") != NULL; }

bool cache_stats(const char *folder, FILE *list_to, CacheStats *out) {
    *out = (CacheStats){0};
    DIR *dir = opendir(folder);
    if (!dir) return false;
    for (struct dirent *d; (d = readdir(dir));) {
        char *path;
        if (!is_arena_name(d->d_name) || asprintf(&path, "%s/%s", folder, d->d_name) < 0) continue;
        add_arena(path, list_to, out);
        free(path);
    }
    closedir(dir);
    return true;
}

bool cache_clear(const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir) return true;
    bool ok = true;
    for (struct dirent *d; (d = readdir(dir));)
        if (is_arena_name(d->d_name)) ok &= unlinkat(dirfd(dir), d->d_name, 0) == 0;
    closedir(dir);
    return ok;
}
