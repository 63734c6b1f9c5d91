// Intern table: open addressing with linear probing, at most half full.
#include "compiler/base/intern.h"

#include "compiler/base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { INTERN_FIRST = 256 };

void intern_init(Intern *intern, Arena *arena) {
  *intern = (Intern){.arena = arena};
}

void intern_fini(Intern *intern) {
  free(intern->slots);
  *intern = (Intern){0};
}

// The slot that holds the text, or the free slot where it belongs.
static const Atom **intern_slot(const Intern *intern, const char *text, size_t length, uint64_t hash) {
  uint32_t mask = intern->capacity - 1;
  for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
    const Atom *atom = intern->slots[i];
    if (!atom) return &intern->slots[i];
    if (atom->hash == hash && atom->length == length && !memcmp(atom->text, text, length)) return &intern->slots[i];
  }
}

static void intern_grow(Intern *intern) {
  Intern grown = *intern;
  grown.capacity = intern->capacity ? intern->capacity * 2 : INTERN_FIRST;
  grown.slots = calloc(grown.capacity, sizeof *grown.slots);
  if (!grown.slots) base_fail_memory();
  for (uint32_t i = 0; i < intern->capacity; i++) {
    const Atom *atom = intern->slots[i];
    if (atom) *intern_slot(&grown, atom->text, atom->length, atom->hash) = atom;
  }
  free(intern->slots);
  *intern = grown;
}

const Atom *intern_put(Intern *intern, const char *text, size_t length) {
  if (length > UINT32_MAX / 2) base_fail_memory();
  if (intern->count * 2 >= intern->capacity) intern_grow(intern);
  uint64_t hash = hash_bytes(text, length);
  const Atom **slot = intern_slot(intern, text, length, hash);
  if (*slot) return *slot;
  Atom *atom = arena_alloc(intern->arena, sizeof(Atom) + length + 1);
  atom->length = (uint32_t)length;
  atom->index = intern->count++;
  atom->hash = hash;
  memcpy(atom->text, text, length);
  return *slot = atom;
}

const Atom *intern_put_text(Intern *intern, const char *text) {
  return intern_put(intern, text, strlen(text));
}

const Atom *intern_find(const Intern *intern, const char *text, size_t length) {
  if (!intern->capacity) return nullptr;
  return *intern_slot(intern, text, length, hash_bytes(text, length));
}

bool atom_is(const Atom *atom, const char *text) {
  return strlen(text) == atom->length && !memcmp(atom->text, text, atom->length);
}
