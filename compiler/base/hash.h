// Hashing of bytes: xxHash (XXH3), the one hash of compiler tables and cache keys.
#ifndef OTTER_BASE_HASH_H
#define OTTER_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t low, high;
} Hash128;

uint64_t hash_bytes(const void *bytes, size_t length);
Hash128 hash_bytes_128(const void *bytes, size_t length);

// Mixes one more word into a running hash.
static inline uint64_t hash_mix(uint64_t hash, uint64_t word) {
  unsigned __int128 wide = (unsigned __int128)(hash ^ 0x9E3779B97F4A7C15u) * (word ^ 0xD1B54A32D192ED03u);
  return (uint64_t)wide ^ (uint64_t)(wide >> 64);
}

#endif
