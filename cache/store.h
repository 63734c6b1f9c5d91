// The persistent store: one append-only file of entries per build of Otter and kind of processor.
//
//   file    | header | heads of 1024 chains | entry | entry | ...
//   entry   | magic | kind | size | checksum | group: 16 bytes | name: 16 bytes | last used | entry before | payload | pad to 16 |
//
// A group is a module (its key), a name is one thing within it; a later entry replaces an earlier one of the same group and
// name. Payloads are what they are: the store checks that they are whole (xxh3-64), not what they mean.
//
// Every failure is a miss: no directory, no permission, full disk, damaged, truncated or foreign file, a killed writer. Opening
// reads the file's header; finding reads the chain of the group. Appending takes the file's lock, writes one entry at the
// end and links it. A file that grew beyond its limit, or in which damage was seen, is rewritten beside itself with what
// is sound and was used last, and put in place by rename, so readers keep what they have open.
//
// One thread may read (find) and another append; each store value belongs to one process.
#ifndef OTTER_CACHE_STORE_H
#define OTTER_CACHE_STORE_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t words[2];
} CacheKey;

typedef enum { CACHE_BYTECODE = 1, CACHE_UNIT = 2 } CacheKind;

typedef struct CacheStore CacheStore;

typedef struct {
    CacheKind kind;
    CacheKey name;
    const uint8_t *bytes;  // 16-aligned; valid as long as the store
    size_t size;
} CacheEntry;

CacheKey cache_key(const void *bytes, size_t size);
CacheKey cache_key_join(CacheKey a, CacheKey b);
static inline bool cache_key_same(CacheKey a, CacheKey b) { return a.words[0] == b.words[0] && a.words[1] == b.words[1]; }

// The folder used when none is named: $OTTER_CACHE_DIR, $XDG_CACHE_HOME/otter or ~/.cache/otter. malloc'ed; NULL: no home.
char *cache_default_folder(void);
// Opens (and makes) the arena of this key. NULL: there will be no cache.
CacheStore *cache_open(const char *folder, CacheKey arena, size_t limit_bytes);
// Calls `visit` for every valid entry of a group, newest first, one per name.
void cache_find(CacheStore *s, CacheKey group, CacheKind kind, void (*visit)(void *context, const CacheEntry *entry), void *context);
// Appends. False: not stored.
bool cache_put(CacheStore *s, CacheKey group, const CacheEntry *entry);
// Rewrites a small file of which much is replaced.
void cache_tidy(CacheStore *s);
// What finding came to since the store was opened.
typedef struct {
    uint32_t found, missed, damaged;  // entries given out; searches that gave none; entries that were not what was written
} CacheCounts;
CacheCounts cache_counts(const CacheStore *s);
// Marks what cache_find gave out as used now, and closes.
void cache_close(CacheStore *s);

// For `otter cache`: all arenas of a folder.
typedef struct {
    uint32_t arenas, entries, damaged;
    uint64_t bytes, dead_bytes;  // of all files; of entries replaced by later ones or damaged
} CacheStats;
typedef struct {
    CacheEntry entry;            // its bytes are the visit's
    CacheKey group;
    uint64_t last_used;          // seconds, to the hour
} CacheListed;
typedef void (*CacheVisit)(void *context, const CacheListed *listed);
bool cache_stats(const char *folder, CacheVisit visit, void *context, CacheStats *out);  // visit NULL: numbers only
bool cache_clear(const char *folder);                                     // false: something could not be removed

#endif
