// The digits of number literals.
#ifndef OTTER_AST_LITERAL_H
#define OTTER_AST_LITERAL_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t literal_base(const char **literal, size_t *length) {
  if (*length < 3 || (*literal)[0] != '0') return 10;
  char mark = (char)((*literal)[1] | 0x20);
  uint32_t base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
  if (base != 10) *literal += 2, *length -= 2;
  return base;
}

static inline uint32_t literal_digit(char c) {
  return c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
}

#endif
