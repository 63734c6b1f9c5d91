// Constant folding of literals: signs, and arithmetic on numbers whose result is a small int or a float.
#ifndef OTTER_AST_FOLD_H
#define OTTER_AST_FOLD_H

#include "frontend/ast/ast.h"

// Is the node a literal, or an operation on literals with a result that is cheap to store? Then its value.
// What could raise at run time (1 // 0) is never folded.
bool fold_constant(const AstNode *node, AstConst *out);
// An int of at most 126 bits: a literal, or an operation on such.
bool fold_wide(const AstNode *node, __int128 *out);
// As fold_constant, and the value is an int within int16 (for instructions with an immediate).
bool fold_int16(const AstNode *node, int32_t *out);
// The truth of a literal: 1, 0, or -1 when the node is none.
int fold_truth(const AstNode *node);

#endif
