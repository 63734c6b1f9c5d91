// Folding recurses at most FOLD_DEPTH deep, so that a long chain of additions costs no stack and no square time;
// what lies deeper is computed at run time.
#include "frontend/ast/fold.h"

#include <math.h>
#include <stdlib.h>

#include "frontend/ast/literal.h"

enum { FOLD_DEPTH = 16 };

static const int64_t FOLD_INT_LIMIT = (int64_t)1 << 61;

static bool fold_node(const AstNode *node, AstConst *out, int depth);

static bool fold_int(AstConst *out, int64_t value) {
  *out = ast_const_int(value);
  return value >= -FOLD_INT_LIMIT && value < FOLD_INT_LIMIT;
}

static bool fold_float(AstConst *out, double value) {
  *out = (AstConst){.kind = CONST_FLOAT, .real = value};
  return isfinite(value);
}

static bool fold_unary(const AstUnaryOp *unary, AstConst *out, int depth) {
  AstConst value;
  if (!fold_node(unary->operand, &value, depth)) return false;
  bool is_int = value.kind == CONST_INT;
  if (!is_int && value.kind != CONST_FLOAT) return false;
  switch (unary->op) {
    case AOP_UAdd: *out = value; return true;
    case AOP_USub: return is_int ? fold_int(out, -value.integer) : fold_float(out, -value.real);
    case AOP_Invert: return is_int && fold_int(out, ~value.integer);
    default: return false;
  }
}

static int64_t fold_floor_div(int64_t a, int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static bool fold_int_power(int64_t base, int64_t exponent, AstConst *out) {
  if (exponent < 0 || exponent > 64) return false;
  int64_t result = 1;
  for (int64_t i = 0; i < exponent; i++)
    if (__builtin_mul_overflow(result, base, &result)) return false;
  return fold_int(out, result);
}

static bool fold_shift(AstOp op, int64_t a, int64_t b, AstConst *out) {
  if (b < 0 || b > 60) return false;
  if (op == AOP_RShift) return fold_int(out, a >> b);
  int64_t result;
  return !__builtin_mul_overflow(a, (int64_t)1 << b, &result) && fold_int(out, result);
}

static bool fold_ints(AstOp op, int64_t a, int64_t b, AstConst *out) {
  int64_t result;
  switch (op) {
    case AOP_Add: return !__builtin_add_overflow(a, b, &result) && fold_int(out, result);
    case AOP_Sub: return !__builtin_sub_overflow(a, b, &result) && fold_int(out, result);
    case AOP_Mult: return !__builtin_mul_overflow(a, b, &result) && fold_int(out, result);
    case AOP_FloorDiv: return b && fold_int(out, fold_floor_div(a, b));
    case AOP_Mod: return b && fold_int(out, a - fold_floor_div(a, b) * b);
    case AOP_Pow: return fold_int_power(a, b, out);
    case AOP_LShift:
    case AOP_RShift: return fold_shift(op, a, b, out);
    case AOP_BitOr: return fold_int(out, a | b);
    case AOP_BitXor: return fold_int(out, a ^ b);
    case AOP_BitAnd: return fold_int(out, a & b);
    default: return false;
  }
}

static bool fold_floats(AstOp op, double a, double b, AstConst *out) {
  switch (op) {
    case AOP_Add: return fold_float(out, a + b);
    case AOP_Sub: return fold_float(out, a - b);
    case AOP_Mult: return fold_float(out, a * b);
    case AOP_Div: return b != 0 && fold_float(out, a / b);
    default: return false;
  }
}

// An int operand beyond 2^53 would need exact conversion rules: leave it to run time.
static bool fold_as_float(const AstConst *value, double *out) {
  *out = value->kind == CONST_FLOAT ? value->real : (double)value->integer;
  return value->kind == CONST_FLOAT || llabs(value->integer) <= (int64_t)1 << 53;
}

static bool fold_binary(const AstBinOp *binop, AstConst *out, int depth) {
  AstConst left, right;
  if (!fold_node(binop->right, &right, depth) || !fold_node(binop->left, &left, depth)) return false;
  if ((left.kind != CONST_INT && left.kind != CONST_FLOAT) || (right.kind != CONST_INT && right.kind != CONST_FLOAT))
    return false;
  bool are_ints = left.kind == CONST_INT && right.kind == CONST_INT;
  if (are_ints && binop->op != AOP_Div) return fold_ints(binop->op, left.integer, right.integer, out);
  double a, b;
  return fold_as_float(&left, &a) && fold_as_float(&right, &b) && fold_floats(binop->op, a, b, out);
}

static bool fold_node(const AstNode *node, AstConst *out, int depth) {
  if (depth == 0) return false;
  switch (node->kind) {
    case AST_Constant: *out = ((const AstConstant *)node)->value; return true;
    case AST_UnaryOp: return fold_unary((const AstUnaryOp *)node, out, depth - 1);
    case AST_BinOp: return fold_binary((const AstBinOp *)node, out, depth - 1);
    default: return false;
  }
}

bool fold_constant(const AstNode *node, AstConst *out) {
  return fold_node(node, out, FOLD_DEPTH);
}

// ---- ints wider than a word ----

static bool wide_fits(__int128 value) {
  const __int128 limit = (__int128)1 << 126;
  return value > -limit && value < limit;
}

static bool wide_literal(const AstConst *value, __int128 *out) {
  *out = value->integer;
  if (value->kind == CONST_INT) return true;
  if (value->kind != CONST_BIGINT) return false;
  const char *text = value->text.bytes;
  size_t length = value->text.length;
  uint32_t base = literal_base(&text, &length);
  *out = 0;
  for (size_t i = 0; i < length; i++) {
    if (__builtin_mul_overflow(*out, (__int128)base, out) || __builtin_add_overflow(*out, (__int128)literal_digit(text[i]), out)) return false;
    if (!wide_fits(*out)) return false;
  }
  return true;
}

static bool wide_product(__int128 a, __int128 b, __int128 *out) {
  return !__builtin_mul_overflow(a, b, out) && wide_fits(*out);
}

static int wide_bits(__int128 value) {
  int bits = 0;
  for (unsigned __int128 rest = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value; rest; rest >>= 1) bits++;
  return bits;
}

// CPython's limit: a set of constants is in another order than one of computed values.
static bool wide_power(__int128 base, __int128 exponent, __int128 *out) {
  if (exponent < 0 || base == 0 || exponent > 128 / wide_bits(base)) return false;
  *out = 1;
  for (int i = 0; i < (int)exponent; i++)
    if (!wide_product(*out, base, out)) return false;
  return true;
}

static bool wide_shift(AstOp op, __int128 a, __int128 count, __int128 *out) {
  if (count < 0 || count > 125) return false;
  *out = a >> (int)count;
  return op == AOP_RShift || wide_product(a, (__int128)1 << (int)count, out);
}

static bool wide_ints(AstOp op, __int128 a, __int128 b, __int128 *out) {
  switch (op) {
    case AOP_Add: *out = a + b; break;
    case AOP_Sub: *out = a - b; break;
    case AOP_Mult: return wide_product(a, b, out);
    case AOP_Pow: return wide_power(a, b, out);
    case AOP_LShift:
    case AOP_RShift: return wide_shift(op, a, b, out);
    case AOP_BitOr: *out = a | b; break;
    case AOP_BitXor: *out = a ^ b; break;
    case AOP_BitAnd: *out = a & b; break;
    default: return false;
  }
  return wide_fits(*out);
}

static bool wide_node(const AstNode *node, __int128 *out, int depth) {
  if (depth == 0) return false;
  __int128 a, b;
  switch (node->kind) {
    case AST_Constant: return wide_literal(&((const AstConstant *)node)->value, out);
    case AST_UnaryOp: {
      const AstUnaryOp *unary = (const AstUnaryOp *)node;
      if (unary->op == AOP_Not || !wide_node(unary->operand, &a, depth - 1)) return false;
      *out = unary->op == AOP_USub ? -a : unary->op == AOP_Invert ? ~a : a;
      return wide_fits(*out);
    }
    case AST_BinOp: {
      const AstBinOp *binop = (const AstBinOp *)node;
      return wide_node(binop->right, &b, depth - 1) && wide_node(binop->left, &a, depth - 1) && wide_ints(binop->op, a, b, out);
    }
    default: return false;
  }
}

bool fold_wide(const AstNode *node, __int128 *out) {
  return wide_node(node, out, FOLD_DEPTH);
}

bool fold_int16(const AstNode *node, int32_t *out) {
  AstConst value;
  if (!fold_constant(node, &value) || value.kind != CONST_INT) return false;
  *out = (int32_t)value.integer;
  return value.integer >= INT16_MIN && value.integer <= INT16_MAX;
}

int fold_truth(const AstNode *node) {
  AstConst value;
  if (!fold_constant(node, &value)) return -1;
  switch (value.kind) {
    case CONST_NONE:
    case CONST_FALSE: return 0;
    case CONST_TRUE:
    case CONST_ELLIPSIS:
    case CONST_BIGINT: return 1;
    case CONST_INT: return value.integer != 0;
    case CONST_FLOAT: return value.real != 0;
    case CONST_STR:
    case CONST_BYTES: return value.text.length != 0;
    case CONST_COMPLEX: return -1;
  }
  return -1;
}
