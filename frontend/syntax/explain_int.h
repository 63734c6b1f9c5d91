// What explain.c and explain_rules.c share: the scene of a syntax error.
#ifndef OTTER_EXPLAIN_INT_H
#define OTTER_EXPLAIN_INT_H

#include "frontend/diag/diag.h"
#include "frontend/syntax/tokens.h"

typedef enum { STOP_TOKEN, STOP_INDENT, STOP_DEDENT, STOP_REFUSED } StopKind;

typedef struct {
  DiagSink *diag;
  Tokens tokens;
  StopKind stop;
  uint32_t offset;       // where the parser looked for a token
  uint32_t first, at;    // tokens: the statement's first, and the one that does not fit
  VEC(uint32_t) open;    // tokens of the brackets that are open at `at`
  // For going on: the lines to be replaced.
  uint32_t patch_from, patch_to;
  bool patch_fixed;  // exactly these lines
  bool orphan;       // the first word does not count
  bool hopeless;     // nothing behind the error can be judged
} Scene;

// Reports the error.
void explain_scene(Scene *s);

#endif
