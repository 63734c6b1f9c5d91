// Reading and writing the file format.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/base/hash.h"
#include "store_int.h"

// --- keys and checksums

CacheKey cache_key(const void *bytes, size_t size) {
    Hash128 h = hash_bytes_128(bytes, size);
    return (CacheKey){{h.low, h.high}};
}

CacheKey cache_key_join(CacheKey a, CacheKey b) {
    CacheKey both[2] = {a, b};
    return cache_key(both, sizeof both);
}

uint64_t store_checksum(const StoreEntry *e, const void *payload) {
    struct {
        uint64_t kind, size;
        CacheKey group, name;
        uint64_t payload;
    } covered = {e->kind, e->size, e->group, e->name, hash_bytes(payload, e->size)};
    return hash_bytes(&covered, sizeof covered);
}

StoreHeader store_header(CacheKey arena) {
    StoreHeader h = {.version = STORE_VERSION, .arena = arena};
    memcpy(h.magic, STORE_MAGIC, sizeof h.magic);
    h.check = hash_bytes(&h, offsetof(StoreHeader, check));
    return h;
}

bool store_header_fits(const StoreHeader *h) {
    bool ours = memcmp(h->magic, STORE_MAGIC, sizeof h->magic) == 0 && h->version == STORE_VERSION;
    return ours && h->check == hash_bytes(h, offsetof(StoreHeader, check));
}

// --- bytes

bool store_is_ours(int fd) {
    struct stat s;
    return fstat(fd, &s) == 0 && S_ISREG(s.st_mode) && s.st_uid == geteuid() && !(s.st_mode & (S_IWGRP | S_IWOTH));
}

bool store_folder_is_safe(const char *folder) {
    struct stat s;
    return stat(folder, &s) == 0 && S_ISDIR(s.st_mode) && s.st_uid == geteuid() && !(s.st_mode & (S_IWGRP | S_IWOTH));
}

bool store_read(int fd, void *bytes, size_t size, uint64_t offset) {
    for (char *at = bytes; size;) {
        ssize_t n = pread(fd, at, size, (off_t)offset);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n, offset += (uint64_t)n, size -= (size_t)n;
    }
    return true;
}

bool store_write(int fd, const void *bytes, size_t size, uint64_t offset) {
    for (const char *at = bytes; size;) {
        ssize_t n = pwrite(fd, at, size, (off_t)offset);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n, offset += (uint64_t)n, size -= (size_t)n;
    }
    return true;
}

// --- entries

bool store_read_entry(int fd, uint64_t offset, uint64_t length, StoreEntry *e) {
    if (offset < STORE_FIRST || offset % STORE_ALIGN || offset > length || length - offset < sizeof *e) return false;
    if (!store_read(fd, e, sizeof *e, offset) || e->magic != STORE_ENTRY_MAGIC) return false;
    return e->size <= STORE_PAYLOAD_MAX && store_whole(e) <= length - offset;
}

uint8_t *store_read_payload(int fd, uint64_t offset, const StoreEntry *e) {
    uint8_t *bytes = malloc(e->size + 1);
    if (bytes && store_read(fd, bytes, e->size, offset + sizeof *e) && e->checksum == store_checksum(e, bytes)) return bytes;
    free(bytes);
    return NULL;
}

// The entry first, what leads to it last: a writer killed in between leaves bytes that nobody finds.
bool store_append(int fd, uint64_t at, StoreEntry *e, const void *payload) {
    uint64_t head = store_head(e->group);
    if (!store_read(fd, &e->before, sizeof e->before, head)) return false;
    if (e->before >= at) e->before = 0;
    size_t whole = store_whole(e);
    char *buffer = calloc(1, whole);
    if (!buffer) return false;
    memcpy(buffer, e, sizeof *e);
    memcpy(buffer + sizeof *e, payload, e->size);
    bool ok = store_write(fd, buffer, whole, at) && store_write(fd, &at, sizeof at, head);
    free(buffer);
    return ok;
}

// --- the lock

// A rename may come between opening and locking.
int store_lock(const char *path) {
    for (int tries = 0; tries < 5; tries++) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) return -1;
        struct stat mine, there;
        if (store_is_ours(fd) && flock(fd, LOCK_EX) == 0 && fstat(fd, &mine) == 0 && stat(path, &there) == 0 && mine.st_ino == there.st_ino) return fd;
        store_unlock(fd);
    }
    return -1;
}

// A process forked meanwhile has the same open file: closing ours alone would not let go.
void store_unlock(int fd) {
    flock(fd, LOCK_UN);
    close(fd);
}
