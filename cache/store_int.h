// The file format, for the store and for what reports on it.
#ifndef OTTER_CACHE_STORE_INT_H
#define OTTER_CACHE_STORE_INT_H

#include "store.h"

enum { STORE_VERSION = 1, STORE_ALIGN = 16 };
#define STORE_MAGIC "otter\0ca"
#define STORE_ENTRY_MAGIC 0x7972746e65746fULL

typedef struct {
    char magic[8];
    uint64_t version;
    CacheKey arena;
} StoreHeader;
static_assert(sizeof(StoreHeader) == 32);

typedef struct {
    uint64_t magic;
    uint32_t kind, reserved;
    uint64_t size;       // of the payload, without padding
    uint64_t checksum;   // xxh3-64 over kind, size, group, name and the payload
    CacheKey group, name;
    uint64_t last_used;  // seconds; not under the checksum
    uint64_t reserved2;
} StoreEntry;
static_assert(sizeof(StoreEntry) == 80);

static inline size_t store_padded(uint64_t size) { return (size + STORE_ALIGN - 1) & ~(size_t)(STORE_ALIGN - 1); }
uint64_t store_checksum(const StoreEntry *e, const void *payload);
// The entry at `offset` of a mapped file if it is whole as far as its sizes go; NULL at the end or at damage.
const StoreEntry *store_entry_at(const uint8_t *map, size_t length, size_t offset);
static inline size_t store_next(size_t offset, const StoreEntry *e) { return offset + sizeof *e + store_padded(e->size); }
static inline const uint8_t *store_payload(const StoreEntry *e) { return (const uint8_t *)(e + 1); }
bool store_header_fits(const uint8_t *map, size_t length);
// Rewrites the arena with what was used last, at most `target` bytes, and puts it in place. The caller holds the file's lock.
bool store_compact(const char *path, CacheKey arena, size_t target);
// May the folder be trusted: ours, and writable by nobody else?
bool store_folder_is_safe(const char *folder);

#endif
