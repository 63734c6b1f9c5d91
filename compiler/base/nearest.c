#include "compiler/base/nearest.h"

#include <string.h>

enum { MOVE_COST = 2, CASE_COST = 1, NAME_MAX_BYTES = 40 };

static char nearest_lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static uint32_t nearest_change_cost(char a, char b) {
  if (a == b) return 0;
  return nearest_lower(a) == nearest_lower(b) ? CASE_COST : MOVE_COST;
}

static uint32_t nearest_least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

// Common beginnings and ends cost nothing.
static void nearest_trim(NearWord *a, NearWord *b) {
  while (a->length && b->length && a->text[0] == b->text[0]) {
    *a = (NearWord){a->text + 1, a->length - 1};
    *b = (NearWord){b->text + 1, b->length - 1};
  }
  while (a->length && b->length && a->text[a->length - 1] == b->text[b->length - 1]) a->length--, b->length--;
}

// One row of Levenshtein's table from the row before it; gives the row's least cost.
static uint32_t nearest_next_row(uint32_t *row, NearWord a, char b, uint32_t first) {
  uint32_t diagonal = row[0], least = UINT32_MAX;
  row[0] = first;
  for (size_t i = 1; i <= a.length; i++) {
    uint32_t cost = nearest_least(diagonal + nearest_change_cost(a.text[i - 1], b),
                                  nearest_least(row[i - 1], row[i]) + MOVE_COST);
    diagonal = row[i];
    row[i] = cost;
    least = nearest_least(least, cost);
  }
  return least;
}

// Any number over `most` means more than that.
static uint32_t nearest_distance(NearWord a, NearWord b, uint32_t most) {
  nearest_trim(&a, &b);
  if (!a.length || !b.length) return (uint32_t)(a.length + b.length) * MOVE_COST;
  if (a.length > NAME_MAX_BYTES || b.length > NAME_MAX_BYTES) return most + 1;
  uint32_t row[NAME_MAX_BYTES + 1];
  for (size_t i = 0; i <= a.length; i++) row[i] = (uint32_t)i * MOVE_COST;
  for (size_t j = 0; j < b.length; j++)
    if (nearest_next_row(row, a, b.text[j], (uint32_t)(j + 1) * MOVE_COST) > most) return most + 1;
  return row[a.length];
}

bool nearest_offer(Nearest *n, const char *text, size_t length) {
  if (length == n->wanted.length && !memcmp(text, n->wanted.text, length)) return false;
  uint32_t most = (uint32_t)(n->wanted.length + length + 3) * MOVE_COST / 6;
  if (n->best.text && most >= n->distance) {
    if (!n->distance) return false;
    most = n->distance - 1;
  }
  uint32_t distance = nearest_distance(n->wanted, (NearWord){text, length}, most);
  if (distance > most) return false;
  n->best = (NearWord){text, length};
  n->distance = distance;
  return true;
}
