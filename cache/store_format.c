// Reading the file format.
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/base/hash.h"
#include "store_int.h"

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

const StoreEntry *store_entry_at(const uint8_t *map, size_t length, size_t offset) {
    if (offset > length || length - offset < sizeof(StoreEntry)) return NULL;
    const StoreEntry *e = (const StoreEntry *)(map + offset);
    size_t room = length - offset - sizeof *e;
    if (e->magic != STORE_ENTRY_MAGIC || e->size > room || store_padded(e->size) > room) return NULL;
    return e;
}

bool store_header_fits(const uint8_t *map, size_t length) {
    const StoreHeader *h = (const StoreHeader *)map;
    return length >= sizeof *h && memcmp(h->magic, STORE_MAGIC, sizeof h->magic) == 0 && h->version == STORE_VERSION;
}

bool store_folder_is_safe(const char *folder) {
    struct stat s;
    return stat(folder, &s) == 0 && S_ISDIR(s.st_mode) && s.st_uid == geteuid() && !(s.st_mode & (S_IWGRP | S_IWOTH));
}
