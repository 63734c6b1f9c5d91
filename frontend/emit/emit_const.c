// Constants: literals in registers, tuples and frozensets of literals in the constant pool.
#include "frontend/emit/emit_int.h"

static void emit_imaginary(Fn *fn, double number, Reg dst) {
  Reg row = fn_push(fn, 1);
  fn_load_const(fn, row, consts_put_float(&fn->consts, number));
  fn_intrinsic(fn, INTRINSIC_imaginary, row, 1);
  fn_move(fn, dst, row);
  fn->top = row;
}

void emit_constant(Fn *fn, const AstConst *value, Reg dst) {
  switch (value->kind) {
    case CONST_NONE: fn_load_singleton(fn, dst, BC_SINGLETON_NONE); break;
    case CONST_TRUE: fn_load_singleton(fn, dst, BC_SINGLETON_TRUE); break;
    case CONST_FALSE: fn_load_singleton(fn, dst, BC_SINGLETON_FALSE); break;
    case CONST_ELLIPSIS: fn_load_singleton(fn, dst, BC_SINGLETON_ELLIPSIS); break;
    case CONST_INT: fn_load_int(fn, dst, value->integer); break;
    case CONST_BIGINT:
      fn_load_const(fn, dst, consts_put_bigint(&fn->consts, value->text.bytes, value->text.length, false));
      break;
    case CONST_FLOAT: fn_load_const(fn, dst, consts_put_float(&fn->consts, value->real)); break;
    case CONST_STR: fn_load_str(fn, dst, value->text.bytes, value->text.length); break;
    case CONST_BYTES:
      fn_load_const(fn, dst, consts_put_text(&fn->consts, BC_CONST_BYTES, value->text.bytes, value->text.length));
      break;
    case CONST_COMPLEX: emit_imaginary(fn, value->real, dst); break;
  }
}

static uint32_t emit_scalar_index(Fn *fn, const AstConst *value) {
  ConstPool *pool = &fn->consts;
  switch (value->kind) {
    case CONST_TRUE: return consts_put_singleton(pool, BC_SINGLETON_TRUE);
    case CONST_FALSE: return consts_put_singleton(pool, BC_SINGLETON_FALSE);
    case CONST_ELLIPSIS: return consts_put_singleton(pool, BC_SINGLETON_ELLIPSIS);
    case CONST_INT: return consts_put_int(pool, value->integer);
    case CONST_BIGINT: return consts_put_bigint(pool, value->text.bytes, value->text.length, false);
    case CONST_FLOAT: return consts_put_float(pool, value->real);
    case CONST_STR: return consts_put_text(pool, BC_CONST_STR, value->text.bytes, value->text.length);
    case CONST_BYTES: return consts_put_text(pool, BC_CONST_BYTES, value->text.bytes, value->text.length);
    default: return consts_put_singleton(pool, BC_SINGLETON_NONE);
  }
}

bool emit_is_folded(const AstNode *node) {
  AstConst value;
  __int128 wide;
  return fold_constant(node, &value) || fold_wide(node, &wide);
}

bool emit_put_wide(Fn *fn, const AstNode *node, uint32_t *index) {
  __int128 wide;
  if (!fold_wide(node, &wide)) return false;
  char text[48], *at = text + sizeof text;
  unsigned __int128 magnitude = wide < 0 ? -(unsigned __int128)wide : (unsigned __int128)wide;
  do *--at = (char)('0' + (int)(magnitude % 10));
  while ((magnitude /= 10) != 0);
  *index = consts_put_bigint(&fn->consts, at, (size_t)(text + sizeof text - at), wide < 0);
  return true;
}

static bool emit_is_constant(const AstNode *node, uint32_t depth) {
  AstConst value;
  if (depth == 0) return false;
  if (!AST_IS(Tuple, node)) return fold_constant(node, &value) ? value.kind != CONST_COMPLEX : emit_is_folded(node);
  AstSeq items = ((const AstTuple *)node)->elements;
  for (uint32_t i = 0; i < items.count; i++)
    if (!emit_is_constant(items.items[i], depth - 1)) return false;
  return true;
}

static uint32_t emit_put_items(Fn *fn, AstSeq items, bool is_set);

static uint32_t emit_put_constant(Fn *fn, const AstNode *node) {
  AstConst value;
  uint32_t index;
  if (fold_constant(node, &value)) return emit_scalar_index(fn, &value);
  if (emit_put_wide(fn, node, &index)) return index;
  return emit_put_items(fn, ((const AstTuple *)node)->elements, false);
}

static uint32_t emit_put_items(Fn *fn, AstSeq items, bool is_set) {
  VEC(uint32_t) indices = {0};
  for (uint32_t i = 0; i < items.count; i++) vec_push(&indices, (emit_put_constant(fn, items.items[i])));
  uint32_t index = is_set ? consts_put_frozenset(&fn->consts, indices.items, indices.count)
                          : consts_put_tuple(&fn->consts, indices.items, indices.count);
  vec_fini(&indices);
  return index;
}

bool emit_constant_items(Fn *fn, AstSeq elements, bool is_set, uint32_t *index) {
  for (uint32_t i = 0; i < elements.count; i++)
    if (!emit_is_constant(elements.items[i], 8)) return false;
  *index = emit_put_items(fn, elements, is_set);
  return true;
}

enum { VIEW_MAX = 4096 };  // elements; each takes a constant

Reg emit_view(Fn *fn, AstNode *node) {
  bool is_set = AST_IS(Set, node);
  if (!is_set && !AST_IS(List, node)) return emit_any(fn, node);
  AstSeq elements = is_set ? AST_AS(Set, node)->elements : AST_AS(List, node)->elements;
  uint32_t index;
  if (elements.count > VIEW_MAX || !emit_constant_items(fn, elements, is_set, &index)) return emit_any(fn, node);
  Reg view = fn_push(fn, 1);
  fn_at(fn, node);
  fn_load_const(fn, view, index);
  return view;
}

static bool emit_is_membership(AstOp op) {
  return op == AOP_In || op == AOP_NotIn;
}

Reg emit_right_operand(Fn *fn, AstOp op, AstNode *node) {
  return emit_is_membership(op) ? emit_view(fn, node) : emit_any(fn, node);
}

bool emit_constant_index(Fn *fn, const AstNode *node, uint32_t *index) {
  if (!emit_is_constant(node, 8)) return false;
  *index = emit_put_constant(fn, node);
  return true;
}
