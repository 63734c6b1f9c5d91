// The name nearest to a misspelled one, by CPython's measure: an edit costs 2, a change of case only 1, and a third of
// the characters may differ at most.
#ifndef OTTER_NEAREST_H
#define OTTER_NEAREST_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *text;
  size_t length;
} NearWord;

typedef struct {
  NearWord wanted;
  NearWord best;      // text is NULL: nothing is near; borrowed from the candidate
  uint32_t distance;  // of best
} Nearest;

// Offers a candidate. True when it is the nearest so far; the wanted name itself never is.
bool nearest_offer(Nearest *n, const char *text, size_t length);

#endif
