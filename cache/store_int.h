// The file format, for the store and for what reports on it.
//
//   | header, 64 bytes | heads: 1024 x u64 | entry | entry | ...
//
// heads[bucket of a group] is the offset of the newest entry of the bucket, each entry has the offset of the one before: a
// lookup reads a handful of entry headers however large the file is. Offsets only lead to what is then checked by itself, so a
// damaged one costs entries and never gives a wrong one; they must fall along a chain, so no chain is endless.
#ifndef OTTER_CACHE_STORE_INT_H
#define OTTER_CACHE_STORE_INT_H

#include <stdbool.h>

#include "store.h"

enum { STORE_VERSION = 2, STORE_ALIGN = 16, STORE_BUCKETS = 1024, STORE_PAYLOAD_MAX = 1 << 28 };
#define STORE_MAGIC "otter\0ca"
#define STORE_ENTRY_MAGIC 0x7972746e65746fULL

typedef struct {
    char magic[8];
    uint64_t version;
    CacheKey arena;
    uint64_t check;        // xxh3-64 over magic, version and arena
    uint64_t reserved[3];
} StoreHeader;
static_assert(sizeof(StoreHeader) == 64);

enum { STORE_FIRST = sizeof(StoreHeader) + STORE_BUCKETS * 8 };  // offset of the first entry
static_assert(STORE_FIRST % STORE_ALIGN == 0);

typedef struct {
    uint64_t magic;
    uint32_t kind, reserved;
    uint64_t size;       // of the payload, without padding
    uint64_t checksum;   // xxh3-64 over kind, size, group, name and the payload
    CacheKey group, name;
    uint64_t last_used;  // seconds; not under the checksum
    uint64_t before;     // offset of the bucket's entry before this one, 0: none; not under the checksum
} StoreEntry;
static_assert(sizeof(StoreEntry) == 80);

static inline size_t store_padded(uint64_t size) { return (size + STORE_ALIGN - 1) & ~(size_t)(STORE_ALIGN - 1); }
static inline size_t store_whole(const StoreEntry *e) { return sizeof *e + store_padded(e->size); }
static inline uint64_t store_head(CacheKey group) { return sizeof(StoreHeader) + group.words[0] % STORE_BUCKETS * 8; }

StoreHeader store_header(CacheKey arena);
bool store_header_fits(const StoreHeader *h);
uint64_t store_checksum(const StoreEntry *e, const void *payload);

// Files are read, not mapped: whoever truncates one under us costs us an entry, not the process.
bool store_is_ours(int fd);
bool store_read(int fd, void *bytes, size_t size, uint64_t offset);
bool store_write(int fd, const void *bytes, size_t size, uint64_t offset);
// The entry at an offset of a file of `length` bytes, if it is whole as far as its sizes go.
bool store_read_entry(int fd, uint64_t offset, uint64_t length, StoreEntry *e);
// Its payload, malloc'ed. NULL: it is not what was written.
uint8_t *store_read_payload(int fd, uint64_t offset, const StoreEntry *e);

// Opens and locks the arena that stands at the path now, or -1. store_unlock closes it.
int store_lock(const char *path);
void store_unlock(int fd);
// Rewrites the arena with what was used last, at most `target` bytes (0: all of it), and puts it in place. The caller holds the
// file's lock.
bool store_compact(const char *path, int fd, CacheKey arena, size_t target);
// Is more than a quarter of the arena replaced or damaged?
bool store_is_wasteful(int fd);
// Appends and links an entry, whose `before` is set here.
bool store_append(int fd, uint64_t at, StoreEntry *e, const void *payload);
// May the folder be trusted: ours, and writable by nobody else?
bool store_folder_is_safe(const char *folder);

#endif
