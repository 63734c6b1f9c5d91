// Constant pool: a vector and an open-addressing hash over it. Floats are told apart by their bits (0.0, -0.0, nan).
#include "frontend/emit/consts.h"

#include "frontend/ast/literal.h"

#include "compiler/base/hash.h"
#include "compiler/base/strbuf.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int64_t CONST_INT_LIMIT = (int64_t)1 << 61;  // immediates are -2^61 .. 2^61-1

void consts_init(ConstPool *pool, Arena *arena) {
  *pool = (ConstPool){.arena = arena};
}

void consts_fini(ConstPool *pool) {
  vec_fini(&pool->items);
  free(pool->slots);
}

static uint64_t consts_hash(const BcConst *value) {
  switch (value->kind) {
    case BC_CONST_INT:
    case BC_CONST_SINGLETON: return hash_mix((uint64_t)value->integer, value->kind);
    case BC_CONST_FLOAT: return hash_mix(hash_bytes(&value->real, sizeof value->real), value->kind);
    case BC_CONST_TUPLE:
    case BC_CONST_FROZENSET:
      return hash_mix(hash_bytes(value->tuple.items, value->tuple.count * sizeof(uint32_t)), value->kind);
    default: return hash_mix(hash_bytes(value->str.text, value->str.length), value->kind);
  }
}

static bool consts_equal(const BcConst *a, const BcConst *b) {
  if (a->kind != b->kind) return false;
  switch (a->kind) {
    case BC_CONST_INT:
    case BC_CONST_SINGLETON: return a->integer == b->integer;
    case BC_CONST_FLOAT: return !memcmp(&a->real, &b->real, sizeof a->real);
    case BC_CONST_TUPLE:
    case BC_CONST_FROZENSET:
      return a->tuple.count == b->tuple.count &&
             !memcmp(a->tuple.items, b->tuple.items, a->tuple.count * sizeof(uint32_t));
    default: return a->str.length == b->str.length && !memcmp(a->str.text, b->str.text, a->str.length);
  }
}

static uint32_t *consts_slot(const ConstPool *pool, uint32_t *slots, uint32_t capacity, const BcConst *value) {
  uint32_t i = (uint32_t)consts_hash(value) & (capacity - 1);
  while (slots[i] && !consts_equal(&pool->items.items[slots[i] - 1], value)) i = (i + 1) & (capacity - 1);
  return &slots[i];
}

static void consts_grow(ConstPool *pool) {
  uint32_t capacity = pool->capacity ? pool->capacity * 2 : 32;
  uint32_t *slots = calloc(capacity, sizeof *slots);
  if (!slots) base_fail_memory();
  for (uint32_t i = 0; i < pool->items.count; i++) *consts_slot(pool, slots, capacity, &pool->items.items[i]) = i + 1;
  free(pool->slots);
  pool->slots = slots;
  pool->capacity = capacity;
}

// The number of an equal constant, or of a new one; what the value points to is copied.
static uint32_t consts_put(ConstPool *pool, BcConst value) {
  if (pool->items.count * 2 >= pool->capacity) consts_grow(pool);
  uint32_t *slot = consts_slot(pool, pool->slots, pool->capacity, &value);
  if (*slot) return *slot - 1;
  if (value.kind == BC_CONST_TUPLE || value.kind == BC_CONST_FROZENSET) {
    value.tuple.items = (const uint32_t *)arena_copy_bytes(pool->arena, value.tuple.items,
                                                           value.tuple.count * sizeof(uint32_t));
  } else if (value.kind == BC_CONST_STR || value.kind == BC_CONST_BYTES || value.kind == BC_CONST_BIGINT) {
    value.str.text = arena_copy_bytes(pool->arena, value.str.text, value.str.length);
  }
  vec_push(&pool->items, value);
  *slot = pool->items.count;
  return *slot - 1;
}

uint32_t consts_put_int(ConstPool *pool, int64_t value) {
  if (value >= -CONST_INT_LIMIT && value < CONST_INT_LIMIT)
    return consts_put(pool, (BcConst){.kind = BC_CONST_INT, .integer = value});
  char text[24];
  uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  int length = snprintf(text, sizeof text, "%s%" PRIx64, value < 0 ? "-" : "", magnitude);
  return consts_put_text(pool, BC_CONST_BIGINT, text, (size_t)length);
}

uint32_t consts_put_float(ConstPool *pool, double value) {
  return consts_put(pool, (BcConst){.kind = BC_CONST_FLOAT, .real = value});
}

uint32_t consts_put_text(ConstPool *pool, BcConstKind kind, const char *text, size_t length) {
  if (length > UINT32_MAX) base_fail_memory();
  return consts_put(pool, (BcConst){.kind = kind, .str = {text ? text : "", (uint32_t)length}});
}

static uint32_t consts_put_items(ConstPool *pool, BcConstKind kind, const uint32_t *items, uint32_t count) {
  static const uint32_t none[1];
  return consts_put(pool, (BcConst){.kind = kind, .tuple = {count ? items : none, count}});
}

uint32_t consts_put_tuple(ConstPool *pool, const uint32_t *items, uint32_t count) {
  return consts_put_items(pool, BC_CONST_TUPLE, items, count);
}

uint32_t consts_put_frozenset(ConstPool *pool, const uint32_t *items, uint32_t count) {
  return consts_put_items(pool, BC_CONST_FROZENSET, items, count);
}

uint32_t consts_put_singleton(ConstPool *pool, BcSingleton which) {
  return consts_put(pool, (BcConst){.kind = BC_CONST_SINGLETON, .integer = which});
}

// ---- big integers: the literal's digits into 32-bit limbs, then hexadecimal

typedef VEC(uint32_t) LimbVec;

// limbs = limbs * base + digit
static void limbs_add_digit(LimbVec *limbs, uint32_t base, uint32_t digit) {
  uint64_t carry = digit;
  for (uint32_t i = 0; i < limbs->count; i++) {
    carry += (uint64_t)limbs->items[i] * base;
    limbs->items[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry) vec_push(limbs, (uint32_t)carry);
}

uint32_t consts_put_bigint(ConstPool *pool, const char *literal, size_t length, bool is_negative) {
  uint32_t base = literal_base(&literal, &length);
  LimbVec limbs = {0};
  for (size_t i = 0; i < length; i++) limbs_add_digit(&limbs, base, literal_digit(literal[i]));
  if (limbs.count <= 2) {
    uint64_t value = limbs.count ? limbs.items[0] : 0;
    if (limbs.count == 2) value |= (uint64_t)limbs.items[1] << 32;
    if (value <= INT64_MAX) {
      vec_fini(&limbs);
      return consts_put_int(pool, is_negative ? -(int64_t)value : (int64_t)value);
    }
  }
  StrBuf text = {0};
  if (is_negative) strbuf_put_char(&text, '-');
  for (uint32_t i = limbs.count; i-- > 0;)
    strbuf_put_format(&text, i + 1 == limbs.count ? "%" PRIx32 : "%08" PRIx32, limbs.items[i]);
  uint32_t index = consts_put_text(pool, BC_CONST_BIGINT, text.bytes, text.length);
  strbuf_fini(&text);
  vec_fini(&limbs);
  return index;
}
