// Intern table: one Atom per distinct text, so that names compare by address.
// Atoms live in the arena given at init and keep their address as long as it does.
#ifndef OTTER_BASE_INTERN_H
#define OTTER_BASE_INTERN_H

#include "compiler/base/arena.h"

typedef struct Atom {
  uint32_t length;  // bytes, without the closing NUL
  uint32_t index;   // 0, 1, 2, ... in order of first interning
  uint64_t hash;
  char text[];      // UTF-8, NUL-terminated
} Atom;

typedef struct {
  Arena *arena;
  const Atom **slots;  // open addressing, NULL = free; length is a power of two
  uint32_t capacity, count;
} Intern;

void intern_init(Intern *intern, Arena *arena);
// Releases the table; the atoms stay with the arena.
void intern_fini(Intern *intern);
// The atom of the text, made at first sight. Never NULL.
const Atom *intern_put(Intern *intern, const char *text, size_t length);
const Atom *intern_put_text(Intern *intern, const char *text);
// The atom of the text if there is one, else NULL.
const Atom *intern_find(const Intern *intern, const char *text, size_t length);
// Does the atom spell `text`?
bool atom_is(const Atom *atom, const char *text);

#endif
