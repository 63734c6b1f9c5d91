// Compaction, and what `otter cache` shows and does.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_int.h"

typedef struct {
    uint64_t offset;
    StoreEntry entry;
} Place;

typedef struct {
    int fd;
    uint64_t length;
    Place *places;            // whole and undamaged entries, in the file's order
    size_t count, capacity;
    uint32_t damaged;
    uint64_t lost;            // bytes that belong to no such entry
} Arena;

static bool add_place(Arena *a, uint64_t offset, const StoreEntry *e) {
    if (a->count == a->capacity) {
        size_t grown = a->capacity * 2 + 64;
        Place *moved = realloc(a->places, grown * sizeof *moved);
        if (!moved) return false;
        a->places = moved;
        a->capacity = grown;
    }
    a->places[a->count++] = (Place){offset, *e};
    return true;
}

// Where the next entry may begin after bytes that are none.
static uint64_t skip_rubbish(const Arena *a, uint64_t at) {
    uint64_t words[512];
    for (at += STORE_ALIGN; at < a->length; at += sizeof words) {
        size_t size = a->length - at < sizeof words ? a->length - at : sizeof words;
        if (!store_read(a->fd, words, size, at)) return a->length;
        for (size_t i = 0; (i + 1) * 8 <= size; i += 2)
            if (words[i] == STORE_ENTRY_MAGIC) return at + i * 8;
    }
    return a->length;
}

// Every entry of the file, whether a chain leads to it or not.
static bool read_arena(Arena *a, int fd) {
    struct stat info;
    *a = (Arena){.fd = fd};
    if (fstat(fd, &info) != 0) return false;
    a->length = (uint64_t)info.st_size;
    bool broken = false;
    for (uint64_t at = STORE_FIRST, next; at < a->length; at = next) {
        StoreEntry e;
        uint8_t *payload = store_read_entry(fd, at, a->length, &e) ? store_read_payload(fd, at, &e) : NULL;
        next = payload ? at + store_whole(&e) : skip_rubbish(a, at);
        if (payload && !add_place(a, at, &e)) return free(payload), false;
        a->damaged += !payload && !broken;
        a->lost += payload ? 0 : next - at;
        broken = !payload;
        free(payload);
    }
    return true;
}

// No writer is in the middle of an entry meanwhile.
static bool open_arena(Arena *a, const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    StoreHeader h;
    if (fd >= 0) flock(fd, LOCK_SH);
    bool ok = fd >= 0 && store_read(fd, &h, sizeof h, 0) && store_header_fits(&h) && read_arena(a, fd);
    if (!ok && fd >= 0) store_unlock(fd);
    return ok;
}

static void close_arena(Arena *a) {
    free(a->places);
    store_unlock(a->fd);
}

// --- entries that stand, and those replaced by later ones

static int compare_key(CacheKey a, CacheKey b) { return memcmp(&a, &b, sizeof a); }

static bool same_thing(const StoreEntry *a, const StoreEntry *b) {
    return a->kind == b->kind && cache_key_same(a->group, b->group) && cache_key_same(a->name, b->name);
}

// By thing, its latest entry first.
static int by_thing(const void *x, const void *y) {
    const Place *a = x, *b = y;
    int order = compare_key(a->entry.group, b->entry.group);
    if (!order) order = compare_key(a->entry.name, b->entry.name);
    if (!order) order = (a->entry.kind > b->entry.kind) - (a->entry.kind < b->entry.kind);
    return order ? order : (a->offset < b->offset) - (a->offset > b->offset);
}

// Drops those that are replaced; the bytes they take.
static uint64_t drop_replaced(Arena *a) {
    uint64_t dropped = 0;
    size_t kept = 0;
    if (a->count) qsort(a->places, a->count, sizeof *a->places, by_thing);
    for (size_t i = 0; i < a->count; i++) {
        if (kept && same_thing(&a->places[kept - 1].entry, &a->places[i].entry)) dropped += store_whole(&a->places[i].entry);
        else a->places[kept++] = a->places[i];
    }
    a->count = kept;
    return dropped;
}

// --- compaction

static int latest_first(const void *x, const void *y) {
    const Place *a = x, *b = y;
    if (a->entry.last_used != b->entry.last_used) return a->entry.last_used < b->entry.last_used ? 1 : -1;
    return (a->offset < b->offset) - (a->offset > b->offset);
}

static bool start_beside(int fd, CacheKey arena) {
    StoreHeader h = store_header(arena);
    return store_write(fd, &h, sizeof h, 0) && ftruncate(fd, STORE_FIRST) == 0;
}

static bool copy_entries(int to, const Arena *a, size_t target) {
    uint64_t at = STORE_FIRST;
    bool ok = true;
    for (size_t i = 0; ok && i < a->count; i++) {
        StoreEntry e = a->places[i].entry;
        if (target && at + store_whole(&e) > target) break;
        uint8_t *payload = store_read_payload(a->fd, a->places[i].offset, &e);
        ok = payload && store_append(to, at, &e, payload);
        free(payload);
        at += store_whole(&e);
    }
    return ok;
}

bool store_compact(const char *path, int fd, CacheKey arena, size_t target) {
    Arena a;
    char *beside = NULL;
    bool ok = read_arena(&a, fd) && asprintf(&beside, "%s.new", path) > 0;
    drop_replaced(&a);
    if (a.count) qsort(a.places, a.count, sizeof *a.places, latest_first);
    if (ok) unlink(beside);  // of a writer that was killed: whoever has the lock is alone
    int to = ok ? open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    ok = to >= 0 && start_beside(to, arena) && copy_entries(to, &a, target);
    if (to >= 0) ok = close(to) == 0 && ok && rename(beside, path) == 0;
    if (to >= 0 && !ok) unlink(beside);
    free(beside);
    free(a.places);
    return ok;
}

bool store_is_wasteful(int fd) {
    Arena a;
    bool read = read_arena(&a, fd);
    uint64_t dead = a.lost + drop_replaced(&a);
    free(a.places);
    return read && dead > a.length / 4;
}

// --- reports

static void show_entry(const Arena *a, const Place *place, CacheVisit visit, void *context) {
    const StoreEntry *e = &place->entry;
    uint8_t *payload = store_read_payload(a->fd, place->offset, e);
    if (payload) visit(context, &(CacheListed){{(CacheKind)e->kind, e->name, payload, e->size}, e->group, e->last_used});
    free(payload);
}

static void add_arena(const char *path, CacheVisit visit, void *context, CacheStats *out) {
    Arena a;
    struct stat info;
    out->arenas++;
    if (stat(path, &info) == 0) out->bytes += (uint64_t)info.st_size;
    if (!open_arena(&a, path)) {
        out->damaged++;
        return;
    }
    out->damaged += a.damaged;
    out->dead_bytes += a.lost + drop_replaced(&a);
    out->entries += (uint32_t)a.count;
    for (size_t i = 0; visit && i < a.count; i++) show_entry(&a, &a.places[i], visit, context);
    close_arena(&a);
}

static bool is_arena_name(const char *name) { return strstr(name, ".arena") != NULL; }

bool cache_stats(const char *folder, CacheVisit visit, void *context, CacheStats *out) {
    *out = (CacheStats){0};
    DIR *dir = opendir(folder);
    if (!dir) return false;
    for (struct dirent *d; (d = readdir(dir));) {
        char *path;
        if (!is_arena_name(d->d_name) || asprintf(&path, "%s/%s", folder, d->d_name) < 0) continue;
        add_arena(path, visit, context, out);
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
