// Constant pool of one function under emission: every distinct constant once.
#ifndef OTTER_EMIT_CONSTS_H
#define OTTER_EMIT_CONSTS_H

#include "compiler/base/vec.h"
#include "compiler/bytecode/bytecode.h"

typedef struct {
  Arena *arena;                     // texts and tuple items are copied there
  VEC(BcConst) items;
  uint32_t *slots;                  // hash of item numbers + 1
  uint32_t capacity;
} ConstPool;

void consts_init(ConstPool *pool, Arena *arena);
void consts_fini(ConstPool *pool);

// Each gives the constant's number, adding it at first sight.
uint32_t consts_put_int(ConstPool *pool, int64_t value);  // any int64: beyond 62 bits it becomes a BIGINT
uint32_t consts_put_float(ConstPool *pool, double value);
uint32_t consts_put_text(ConstPool *pool, BcConstKind kind, const char *text, size_t length);  // STR or BYTES
// An integer literal of any size as written in the source (decimal, 0x, 0o, 0b), without underscores.
uint32_t consts_put_bigint(ConstPool *pool, const char *literal, size_t length, bool is_negative);
uint32_t consts_put_tuple(ConstPool *pool, const uint32_t *items, uint32_t count);
uint32_t consts_put_frozenset(ConstPool *pool, const uint32_t *items, uint32_t count);
uint32_t consts_put_singleton(ConstPool *pool, BcSingleton which);

#endif
