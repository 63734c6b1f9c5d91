#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store_int.h"

struct CacheStore {
    char *path;
    CacheKey arena;
    size_t limit;
    const uint8_t *map;   // NULL: nothing to read
    size_t length;
    ino_t inode;          // of the file mapped
    uint64_t *used;       // offsets of entries given out
    size_t nused, used_capacity;
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

static bool is_ours(int fd) {
    struct stat s;
    return fstat(fd, &s) == 0 && S_ISREG(s.st_mode) && s.st_uid == geteuid() && !(s.st_mode & (S_IWGRP | S_IWOTH));
}

static void map_file(CacheStore *s) {
    int fd = open(s->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info;
    if (fd < 0) return;
    if (is_ours(fd) && fstat(fd, &info) == 0 && info.st_size >= (off_t)sizeof(StoreHeader)) {
        void *map = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, fd, 0);
        const StoreHeader *h = map;
        bool fits = map != MAP_FAILED && store_header_fits(map, (size_t)info.st_size) && cache_key_same(h->arena, s->arena);
        if (fits) s->map = map, s->length = (size_t)info.st_size, s->inode = info.st_ino;
        else if (map != MAP_FAILED) munmap(map, (size_t)info.st_size);
    }
    close(fd);
}

CacheStore *cache_open(const char *folder, CacheKey arena, size_t limit_bytes) {
    if (!make_folder(folder)) return NULL;
    CacheStore *s = calloc(1, sizeof *s);
    if (!s || asprintf(&s->path, "%s/%016lx%016lx.arena", folder, (unsigned long)arena.words[0], (unsigned long)arena.words[1]) < 0) return free(s), NULL;
    s->arena = arena;
    s->limit = limit_bytes;
    map_file(s);
    return s;
}

// --- finding

static void note_used(CacheStore *s, size_t offset) {
    if (s->nused == s->used_capacity) {
        size_t grown = s->used_capacity * 2 + 64;
        uint64_t *moved = realloc(s->used, grown * sizeof *moved);
        if (!moved) return;
        s->used = moved;
        s->used_capacity = grown;
    }
    s->used[s->nused++] = offset;
}

typedef struct {
    size_t *offsets;
    size_t count, capacity;
} Offsets;

static void add_offset(Offsets *o, size_t offset) {
    if (o->count == o->capacity) {
        o->capacity = o->capacity * 2 + 32;
        size_t *moved = realloc(o->offsets, o->capacity * sizeof *moved);
        if (!moved) return;
        o->offsets = moved;
    }
    o->offsets[o->count++] = offset;
}

static bool is_replaced(const CacheStore *s, const Offsets *o, size_t index) {
    const StoreEntry *e = (const StoreEntry *)(s->map + o->offsets[index]);
    for (size_t later = index + 1; later < o->count; later++)
        if (cache_key_same(((const StoreEntry *)(s->map + o->offsets[later]))->name, e->name)) return true;
    return false;
}

void cache_find(CacheStore *s, CacheKey group, CacheKind kind, void (*visit)(void *context, const CacheEntry *entry), void *context) {
    Offsets found = {0};
    const StoreEntry *e;
    for (size_t at = sizeof(StoreHeader); s->map && (e = store_entry_at(s->map, s->length, at)); at = store_next(at, e))
        if (e->kind == (uint32_t)kind && cache_key_same(e->group, group)) add_offset(&found, at);
    for (size_t i = found.count; i-- > 0;) {
        e = (const StoreEntry *)(s->map + found.offsets[i]);
        if (is_replaced(s, &found, i) || e->checksum != store_checksum(e, store_payload(e))) continue;
        note_used(s, found.offsets[i]);
        visit(context, &(CacheEntry){kind, e->name, store_payload(e), e->size});
    }
    free(found.offsets);
}

// --- appending

static bool write_all(int fd, const void *bytes, size_t size) {
    const char *at = bytes;
    while (size) {
        ssize_t n = write(fd, at, size);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

// Where whole entries end; what is behind is cut off by the next writer. Under the lock.
static size_t valid_end(const uint8_t *map, size_t length) {
    size_t at = sizeof(StoreHeader);
    for (const StoreEntry *e; (e = store_entry_at(map, length, at));) at = store_next(at, e);
    return at;
}

static bool start_file(int fd, CacheKey arena) {
    StoreHeader h = {.version = STORE_VERSION, .arena = arena};
    memcpy(h.magic, STORE_MAGIC, sizeof h.magic);
    return ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0 && write_all(fd, &h, sizeof h);
}

// Positions fd behind the last whole entry; a file that is no arena of ours is started anew. The end, or 0.
static size_t seek_end(int fd, CacheKey arena) {
    struct stat info;
    if (fstat(fd, &info) != 0) return 0;
    size_t length = (size_t)info.st_size;
    void *map = length ? mmap(NULL, length, PROT_READ, MAP_SHARED, fd, 0) : MAP_FAILED;
    bool fits = map != MAP_FAILED && store_header_fits(map, length) && cache_key_same(((StoreHeader *)map)->arena, arena);
    size_t end = fits ? valid_end(map, length) : 0;
    if (map != MAP_FAILED) munmap(map, length);
    if (!fits) return start_file(fd, arena) ? sizeof(StoreHeader) : 0;
    if (end < length && ftruncate(fd, (off_t)end) != 0) return 0;
    return lseek(fd, (off_t)end, SEEK_SET) == (off_t)end ? end : 0;
}

// Opens and locks the arena that stands at the path now (a rename may come between).
static int open_locked(const CacheStore *s) {
    for (int tries = 0; tries < 5; tries++) {
        int fd = open(s->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) return -1;
        struct stat mine, there;
        if (is_ours(fd) && flock(fd, LOCK_EX) == 0 && fstat(fd, &mine) == 0 && stat(s->path, &there) == 0 && mine.st_ino == there.st_ino) return fd;
        close(fd);
    }
    return -1;
}

// Another writer may have put the same thing there since we looked.
static bool fits_limit(const CacheStore *s, size_t end, size_t added) { return !s->limit || end + added <= s->limit; }

bool cache_put(CacheStore *s, CacheKey group, const CacheEntry *entry) {
    StoreEntry e = {.magic = STORE_ENTRY_MAGIC, .kind = entry->kind, .size = entry->size, .group = group, .name = entry->name, .last_used = (uint64_t)time(NULL)};
    e.checksum = store_checksum(&e, entry->bytes);
    size_t whole = sizeof e + store_padded(entry->size);
    char *buffer = calloc(1, whole);
    int fd = buffer ? open_locked(s) : -1;
    if (fd < 0) return free(buffer), false;
    memcpy(buffer, &e, sizeof e);
    memcpy(buffer + sizeof e, entry->bytes, entry->size);
    size_t end = seek_end(fd, s->arena);
    bool fits = end && fits_limit(s, end, whole), ok = fits && write_all(fd, buffer, whole);
    if (end && fits && !ok && ftruncate(fd, (off_t)end) != 0) ok = false;  // the next writer cuts it off
    if (end && !fits) store_compact(s->path, s->arena, s->limit / 2);
    close(fd);
    free(buffer);
    return ok;
}

// --- closing

// Once an hour is often enough to know what was used last.
static bool is_stale(const CacheStore *s, size_t offset, uint64_t now) {
    return ((const StoreEntry *)(s->map + offset))->last_used / 3600 != now / 3600;
}

static void touch_used(const CacheStore *s, uint64_t now) {
    int fd = open(s->path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info;
    bool same = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &info) == 0 && info.st_ino == s->inode;
    for (size_t i = 0; same && i < s->nused; i++)
        same = pwrite(fd, &now, sizeof now, (off_t)(s->used[i] + offsetof(StoreEntry, last_used))) == sizeof now;
    if (fd >= 0) close(fd);
}

void cache_close(CacheStore *s) {
    bool stale = false;
    uint64_t now = (uint64_t)time(NULL);
    for (size_t i = 0; i < s->nused && !stale; i++) stale = is_stale(s, s->used[i], now);
    if (stale) touch_used(s, now);
    free(s->used);
    free(s->path);
    free(s);
}
