// The only file that includes xxHash, inlined whole, so that nothing links against its library.
#include "compiler/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(const void *bytes, size_t length) {
  return XXH3_64bits(bytes, length);
}

Hash128 hash_bytes_128(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  return (Hash128){hash.low64, hash.high64};
}
