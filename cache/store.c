#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store_int.h"

typedef struct Given {  // a payload given out
    struct Given *next;
    uint8_t *bytes;
    uint64_t offset, last_used;
} Given;

struct CacheStore {
    char *path;
    CacheKey arena;
    size_t limit;
    int fd;               // of the arena as it was when opened; -1: nothing to read
    ino_t inode;
    Given *given;
    _Atomic bool damaged;  // something there is not what was written: the next writer makes the file anew
    CacheCounts counts;
};

// --- opening

char *cache_default_folder(void) {
    const char *own = getenv("OTTER_CACHE_DIR"), *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char *folder = NULL;
    if (own && *own) return strdup(own);
    if (xdg && *xdg == '/') return asprintf(&folder, "%s/otter", xdg) < 0 ? NULL : folder;
    if (home && *home == '/') return asprintf(&folder, "%s/.cache/otter", home) < 0 ? NULL : folder;
    return NULL;
}

static bool make_folder(const char *folder) {
    char *path = strdup(folder);
    if (!path) return false;
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
    free(path);
    return (mkdir(folder, 0700) == 0 || errno == EEXIST) && store_folder_is_safe(folder);
}

static bool has_header(int fd, CacheKey arena) {
    StoreHeader h;
    return store_read(fd, &h, sizeof h, 0) && store_header_fits(&h) && cache_key_same(h.arena, arena);
}

static void open_file(CacheStore *s) {
    struct stat info;
    s->fd = open(s->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (s->fd < 0) return;
    if (store_is_ours(s->fd) && has_header(s->fd, s->arena) && fstat(s->fd, &info) == 0) {
        s->inode = info.st_ino;
        return;
    }
    close(s->fd);
    s->fd = -1;
}

CacheStore *cache_open(const char *folder, CacheKey arena, size_t limit_bytes) {
    if (!make_folder(folder)) return NULL;
    CacheStore *s = calloc(1, sizeof *s);
    if (!s || asprintf(&s->path, "%s/%016lx%016lx.arena", folder, (unsigned long)arena.words[0], (unsigned long)arena.words[1]) < 0) return free(s), NULL;
    s->arena = arena;
    s->limit = limit_bytes;
    open_file(s);
    return s;
}

CacheCounts cache_counts(const CacheStore *s) { return s->counts; }

// --- finding

typedef struct {
    StoreEntry *items;
    size_t count, capacity;
} Found;

static bool has_name(const Found *f, const StoreEntry *e) {
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].kind == e->kind && cache_key_same(f->items[i].name, e->name)) return true;
    return false;
}

static bool add_found(Found *f, const StoreEntry *e) {
    if (f->count == f->capacity) {
        size_t grown = f->capacity * 2 + 32;
        StoreEntry *moved = realloc(f->items, grown * sizeof *moved);
        if (!moved) return false;
        f->items = moved;
        f->capacity = grown;
    }
    f->items[f->count++] = *e;
    return true;
}

static void give(CacheStore *s, uint64_t offset, const StoreEntry *e, uint8_t *bytes, void (*visit)(void *context, const CacheEntry *entry), void *context) {
    Given *g = malloc(sizeof *g);
    if (!g) return free(bytes);
    *g = (Given){s->given, bytes, offset, e->last_used};
    s->given = g;
    s->counts.found++;
    visit(context, &(CacheEntry){(CacheKind)e->kind, e->name, bytes, e->size});
}

void cache_find(CacheStore *s, CacheKey group, CacheKind kind, void (*visit)(void *context, const CacheEntry *entry), void *context) {
    struct stat info;
    uint64_t at = 0, before;
    if (s->fd < 0 || fstat(s->fd, &info) != 0) return;
    if (!store_read(s->fd, &at, sizeof at, store_head(group))) s->damaged = true;
    Found found = {0};
    StoreEntry e;
    for (; at; at = before) {
        if (!store_read_entry(s->fd, at, (uint64_t)info.st_size, &e)) {
            s->damaged = true;
            break;
        }
        before = e.before < at ? e.before : 0;
        if (e.kind != (uint32_t)kind || !cache_key_same(e.group, group) || has_name(&found, &e)) continue;
        uint8_t *bytes = store_read_payload(s->fd, at, &e);
        if (!bytes) {
            s->damaged = true;
            s->counts.damaged++;
        } else if (add_found(&found, &e)) give(s, at, &e, bytes, visit, context);
        else free(bytes);
    }
    s->counts.missed += found.count == 0;
    free(found.items);
}

// --- appending

static bool start_file(int fd, CacheKey arena) {
    struct {
        StoreHeader header;
        uint64_t heads[STORE_BUCKETS];
    } fresh = {.header = store_header(arena)};
    return ftruncate(fd, 0) == 0 && store_write(fd, &fresh, sizeof fresh, 0);
}

// Where to append; a file that is no arena of ours is started anew. 0: it cannot be.
static uint64_t find_end(int fd, CacheKey arena) {
    struct stat info;
    if (fstat(fd, &info) != 0) return 0;
    if (info.st_size >= STORE_FIRST && has_header(fd, arena)) return store_padded((uint64_t)info.st_size);
    return start_file(fd, arena) ? STORE_FIRST : 0;
}

static bool put_locked(CacheStore *s, int fd, StoreEntry *e, const void *payload) {
    uint64_t end = find_end(fd, s->arena);
    if (!end) return false;
    if (s->limit && end + store_whole(e) > s->limit) return store_compact(s->path, fd, s->arena, s->limit / 2), false;
    if (store_append(fd, end, e, payload)) return true;
    return ftruncate(fd, (off_t)end) != 0 && false;  // the disk is full
}

// The file is made anew with all that is sound in it; the caller's lock is on a file that is no more.
static int repair(CacheStore *s, int fd) {
    s->damaged = false;
    if (!store_compact(s->path, fd, s->arena, s->limit)) return fd;
    store_unlock(fd);
    return store_lock(s->path);
}

bool cache_put(CacheStore *s, CacheKey group, const CacheEntry *entry) {
    if (entry->size > STORE_PAYLOAD_MAX) return false;
    StoreEntry e = {.magic = STORE_ENTRY_MAGIC, .kind = entry->kind, .size = entry->size, .group = group, .name = entry->name, .last_used = (uint64_t)time(NULL)};
    e.checksum = store_checksum(&e, entry->bytes);
    int fd = store_lock(s->path);
    if (fd >= 0 && s->damaged) fd = repair(s, fd);
    if (fd < 0) return false;
    bool ok = put_locked(s, fd, &e, entry->bytes);
    store_unlock(fd);
    return ok;
}

enum { TIDY_MAX = 8 << 20 };  // beyond that it is left to the limit

void cache_tidy(CacheStore *s) {
    int fd = store_lock(s->path);
    if (fd < 0) return;
    struct stat info;
    if (fstat(fd, &info) == 0 && info.st_size <= TIDY_MAX && store_is_wasteful(fd)) store_compact(s->path, fd, s->arena, s->limit);
    store_unlock(fd);
}

// --- closing

// Once an hour is often enough to know what was used last.
static bool is_stale(const Given *g, uint64_t now) { return g->last_used / 3600 != now / 3600; }

static void touch_used(const CacheStore *s, uint64_t now) {
    int fd = open(s->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    struct stat info;
    StoreEntry e;
    bool same = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &info) == 0 && info.st_ino == s->inode;
    for (const Given *g = s->given; same && g; g = g->next)
        if (is_stale(g, now) && store_read_entry(fd, g->offset, (uint64_t)info.st_size, &e)) same = store_write(fd, &now, sizeof now, g->offset + offsetof(StoreEntry, last_used));
    if (fd >= 0) store_unlock(fd);
}

static void free_given(CacheStore *s) {
    for (Given *next; s->given; s->given = next) {
        next = s->given->next;
        free(s->given->bytes);
        free(s->given);
    }
}

void cache_close(CacheStore *s) {
    bool stale = false;
    uint64_t now = (uint64_t)time(NULL);
    for (const Given *g = s->given; g && !stale; g = g->next) stale = is_stale(g, now);
    if (stale) touch_used(s, now);
    if (s->fd >= 0) close(s->fd);
    free_given(s);
    free(s->path);
    free(s);
}
