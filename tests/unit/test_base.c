// The compiler's base: arena, vectors, string buffers, interned names, hashing.
#include "check.h"
#include "compiler/base/hash.h"
#include "compiler/base/intern.h"
#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"

#include <string.h>

static bool is_zero(const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (bytes[i]) return false;
  return true;
}

static void test_arena(void) {
  Arena arena;
  arena_init(&arena);
  for (int round = 0; round < 3; round++) {
    for (size_t size = 0; size < 100000; size = size * 3 + 7) {
      char *bytes = arena_alloc(&arena, size);
      CHECK((uintptr_t)bytes % 16 == 0);
      CHECK(is_zero(bytes, size));
      memset(bytes, 0xAA, size);
    }
    arena_reset(&arena);
    CHECK(arena.used == 0);
  }
  CHECK(!strcmp(arena_copy_bytes(&arena, "otter!", 5), "otter"));
  arena_fini(&arena);
  CHECK(arena.chunks == nullptr);
}

static void test_vec(void) {
  VEC(uint64_t) numbers = {0};
  for (uint64_t i = 0; i < 1000; i++) vec_push(&numbers, (i * i));
  CHECK(numbers.count == 1000 && numbers.items[999] == 999 * 999);
  CHECK(vec_take_last(&numbers) == 999 * 999 && numbers.count == 999);
  vec_clear(&numbers);
  CHECK(numbers.count == 0 && numbers.capacity >= 1000);
  vec_fini(&numbers);
  CHECK(numbers.items == nullptr);
}

static void test_strbuf(void) {
  StrBuf text = {0};
  CHECK(!strcmp(strbuf_text(&text), ""));
  strbuf_put_format(&text, "%s-%d", "a", 5);
  strbuf_put_rune(&text, 0x20AC);
  strbuf_put_rune(&text, 0x1F9A6);
  strbuf_put_char(&text, '.');
  CHECK(!strcmp(strbuf_text(&text), "a-5\u20AC\U0001F9A6."));
  strbuf_clear(&text);
  strbuf_put_quoted(&text, "a\"\\\n\x01", 5);
  CHECK(!strcmp(strbuf_text(&text), "\"a\\\"\\\\\\n\\x01\""));
  for (int i = 0; i < 10000; i++) strbuf_put_text(&text, "xyz");
  CHECK(text.length == 30000 + 13);
  strbuf_fini(&text);
}

static void test_intern(void) {
  Arena arena;
  Intern names;
  arena_init(&arena);
  intern_init(&names, &arena);
  CHECK(intern_find(&names, "x", 1) == nullptr);
  const Atom *first = intern_put_text(&names, "n0");
  char text[16];
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 5000; i++) {
      snprintf(text, sizeof text, "n%d", i);
      const Atom *atom = intern_put_text(&names, text);
      CHECK(atom_is(atom, text) && atom->index == (uint32_t)i);
    }
  CHECK(names.count == 5000 && intern_find(&names, "n0", 2) == first);
  CHECK(intern_put(&names, "n0", 1) != first);
  intern_fini(&names);
  arena_fini(&arena);
}

static void test_hash(void) {
  Hash128 a = hash_bytes_128("otter", 5), b = hash_bytes_128("outer", 5);
  CHECK(a.low != b.low && a.high != b.high);
  CHECK(hash_bytes("otter", 5) == hash_bytes("otters", 5));
  CHECK(hash_mix(1, 2) != hash_mix(2, 1));
}

int main(void) {
  test_arena();
  test_vec();
  test_strbuf();
  test_intern();
  test_hash();
  return 0;
}
