// Sized types: their arithmetic is the instruction SIZED, chosen by the types that the expressions surely have.
#include "frontend/emit/emit_int.h"

int emit_sized_of(const Fn *fn, const AstNode *node) {
  if (!fn->em->has_sized) return -1;
  StaticType type = static_type_of(fn->em->tree, fn->scope, node);
  return type.kind == STATIC_SIZED ? (int)type.sized : -1;
}

int emit_sized_type(const Fn *fn, const AstNode *annotation) {
  if (!fn->em->has_sized) return -1;
  StaticType type = static_type_named(fn->em->tree, fn->scope, annotation);
  return type.kind == STATIC_SIZED ? (int)type.sized : -1;
}

int emit_sized_operation(const Fn *fn, AstOp op, const AstNode *left, const AstNode *right) {
  if (!fn->em->has_sized) return -1;
  StaticType l = static_type_of(fn->em->tree, fn->scope, left), r = static_type_of(fn->em->tree, fn->scope, right);
  StaticType type = static_type_of_operation(op, l, left, r, right);
  return type.kind == STATIC_SIZED ? (int)type.sized : -1;
}

static BcSizedOp sized_op(AstOp op) {
  switch (op) {
    case AOP_Add: return BC_SIZED_OP_add;
    case AOP_Sub: return BC_SIZED_OP_sub;
    case AOP_Mult: return BC_SIZED_OP_mul;
    case AOP_Div: return BC_SIZED_OP_div;
    case AOP_FloorDiv: return BC_SIZED_OP_floordiv;
    case AOP_Mod: return BC_SIZED_OP_mod;
    case AOP_Pow: return BC_SIZED_OP_pow;
    case AOP_LShift: return BC_SIZED_OP_shl;
    case AOP_RShift: return BC_SIZED_OP_shr;
    case AOP_BitAnd: return BC_SIZED_OP_and;
    case AOP_BitOr: return BC_SIZED_OP_or;
    case AOP_BitXor: return BC_SIZED_OP_xor;
    case AOP_USub: return BC_SIZED_OP_neg;
    case AOP_Invert: return BC_SIZED_OP_invert;
    default: return BC_SIZED_OP_convert;
  }
}

static void sized_put(Fn *fn, BcSized sized, BcSizedOp op, Reg dst, Reg left, Reg right) {
  fn_put_k(fn, OP_SIZED, dst, left, right, bc_sized_k(sized, op));
}

void emit_binary_sized(Fn *fn, const AstNode *at, BcSized sized, AstOp op, Reg dst, Reg left, AstNode *right) {
  uint32_t mark = fn->top;
  Reg operand = emit_any(fn, right);
  fn_at(fn, at);
  sized_put(fn, sized, sized_op(op), dst, left, operand);
  fn->top = mark;
}

bool emit_unary_sized(Fn *fn, AstUnaryOp *unary, Reg dst) {
  int sized = unary->op == AOP_Not ? -1 : emit_sized_of(fn, &unary->node);
  if (sized < 0) return false;
  uint32_t mark = fn->top;
  Reg operand = emit_any(fn, unary->operand);
  fn_at(fn, &unary->node);
  sized_put(fn, (BcSized)sized, sized_op(unary->op), dst, operand, operand);
  fn->top = mark;
  return true;
}

bool emit_is_sized_call(const Fn *fn, const AstCall *call) {
  if (!fn->em->has_sized || call->args.count != 1 || call->keywords.count || AST_IS(Starred, call->args.items[0])) return false;
  return AST_IS(Name, call->func) && static_sized_named(fn->em->tree, fn->scope, ((const AstName *)call->func)->id) >= 0;
}

bool emit_sized_call(Fn *fn, AstCall *call, Reg dst) {
  if (!emit_is_sized_call(fn, call)) return false;
  uint32_t mark = fn->top;
  int sized = static_sized_named(fn->em->tree, fn->scope, AST_AS(Name, call->func)->id);
  Reg value = emit_any(fn, call->args.items[0]);
  fn_at(fn, &call->node);
  sized_put(fn, (BcSized)sized, BC_SIZED_OP_convert, dst, value, value);
  fn->top = mark;
  return true;
}

bool emit_sized_literal(Fn *fn, BcSized sized, AstNode *value, Reg dst) {
  if (!static_literal_fits(sized, value)) return false;
  uint32_t mark = fn->top;
  bool is_plain = bc_sized[sized].kind != BC_REAL && bc_sized[sized].bits < 64;
  Reg literal = is_plain ? dst : fn_push(fn, 1);
  emit_to(fn, value, literal);
  if (!is_plain) sized_put(fn, sized, BC_SIZED_OP_convert, dst, literal, literal);
  fn->top = mark;
  return true;
}
