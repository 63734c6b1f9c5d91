// Conditions: tests become compare-and-jump instructions, `and`, `or`, `not` become control flow.
#include "frontend/emit/emit_int.h"

typedef struct {
  BcOp when_true, when_false;            // registers
  BcOp when_true_int, when_false_int;    // small int on the right
} CondOps;

static bool cond_find_ops(AstOp op, CondOps *ops) {
  switch (op) {
    case AOP_Lt: *ops = (CondOps){OP_JLT, OP_JNLT, OP_JLTI, OP_JNLTI}; return true;
    case AOP_LtE: *ops = (CondOps){OP_JLE, OP_JNLE, OP_JLEI, OP_JNLEI}; return true;
    case AOP_Eq: *ops = (CondOps){OP_JEQ, OP_JNEQ, OP_JEQI, OP_JNEQI}; return true;
    case AOP_NotEq: *ops = (CondOps){OP_JNE, OP_JNNE, OP_JNEI, OP_JNNEI}; return true;
    case AOP_Gt: *ops = (CondOps){OP_JGT, OP_JNGT, OP_JGTI, OP_JNGTI}; return true;
    case AOP_GtE: *ops = (CondOps){OP_JGE, OP_JNGE, OP_JGEI, OP_JNGEI}; return true;
    case AOP_Is: *ops = (CondOps){OP_JIS, OP_JNIS, OP_NOP, OP_NOP}; return true;
    case AOP_IsNot: *ops = (CondOps){OP_JNIS, OP_JIS, OP_NOP, OP_NOP}; return true;
    default: return false;
  }
}

// `in` has no jump of its own: its value is tested.
static void cond_compare_value(Fn *fn, AstOp op, Reg left, Reg right, Label *label, bool sense) {
  uint32_t mark = fn->top;
  Reg value = fn_push(fn, 1);
  fn_put(fn, emit_binary_op(op), value, left, right);
  fn_jump(fn, sense ? OP_JT : OP_JF, value, 0, label);
  fn->top = mark;
}

static void cond_compare_regs(Fn *fn, AstOp op, Reg left, Reg right, Label *label, bool sense) {
  CondOps ops;
  if (cond_find_ops(op, &ops)) fn_jump(fn, sense ? ops.when_true : ops.when_false, left, right, label);
  else cond_compare_value(fn, op, left, right, label, sense);
}

static void cond_compare_one(Fn *fn, AstCompare *compare, Label *label, bool sense) {
  uint32_t mark = fn->top;
  AstNode *right = compare->comparators.items[0];
  AstOp op = compare->ops.items[0];
  CondOps ops;
  int32_t value;
  Reg left = emit_operand(fn, compare->left, right);
  if (cond_find_ops(op, &ops) && ops.when_true_int != OP_NOP && fold_int16(right, &value)) {
    fn_at(fn, &compare->node);
    fn_jump(fn, sense ? ops.when_true_int : ops.when_false_int, left, (uint32_t)value & 0xFFFF, label);
  } else {
    Reg operand = emit_right_operand(fn, op, right);
    fn_at(fn, &compare->node);
    cond_compare_regs(fn, op, left, operand, label, sense);
  }
  fn->top = mark;
}

// a < b < c: jumps out at the first false comparison.
static void cond_compare_chain(Fn *fn, AstCompare *compare, Label *label, bool sense) {
  uint32_t mark = fn->top, last = compare->ops.count - 1;
  Label failed;
  label_init(&failed);
  Reg left = emit_operand(fn, compare->left, compare->comparators.items[0]);
  for (uint32_t i = 0; i <= last; i++) {
    AstNode *next = i < last ? compare->comparators.items[i + 1] : nullptr;
    Reg right = emit_operand(fn, compare->comparators.items[i], next);
    fn_at(fn, &compare->node);
    if (i == last && sense) cond_compare_regs(fn, compare->ops.items[i], left, right, label, true);
    else cond_compare_regs(fn, compare->ops.items[i], left, right, sense ? &failed : label, false);
    left = right;
  }
  fn_place(fn, &failed);
  fn->top = mark;
}

// Every value but the last may decide early: towards the label, or past the whole test.
static void cond_boolop(Fn *fn, AstBoolOp *boolop, Label *label, bool sense) {
  bool decides = boolop->op == AOP_Or;
  Label past;
  label_init(&past);
  uint32_t last = boolop->values.count - 1;
  for (uint32_t i = 0; i < last; i++) emit_cond(fn, boolop->values.items[i], decides == sense ? label : &past, decides);
  emit_cond(fn, boolop->values.items[last], label, sense);
  fn_place(fn, &past);
}

static void cond_value(Fn *fn, AstNode *node, Label *label, bool sense) {
  uint32_t mark = fn->top;
  Reg value = emit_any(fn, node);
  fn_at(fn, node);
  fn_jump(fn, sense ? OP_JT : OP_JF, value, 0, label);
  fn->top = mark;
}

void emit_cond(Fn *fn, AstNode *node, Label *label, bool sense) {
  int truth = fold_truth(node);
  fn_at(fn, node);
  if (truth >= 0) {
    if ((truth == 1) == sense) fn_jump(fn, OP_JMP, 0, 0, label);
  } else if (AST_IS(UnaryOp, node) && AST_AS(UnaryOp, node)->op == AOP_Not) {
    emit_cond(fn, AST_AS(UnaryOp, node)->operand, label, !sense);
  } else if (AST_IS(BoolOp, node)) {
    cond_boolop(fn, AST_AS(BoolOp, node), label, sense);
  } else if (AST_IS(Compare, node) && AST_AS(Compare, node)->ops.count == 1) {
    cond_compare_one(fn, AST_AS(Compare, node), label, sense);
  } else if (AST_IS(Compare, node)) {
    cond_compare_chain(fn, AST_AS(Compare, node), label, sense);
  } else {
    cond_value(fn, node, label, sense);
  }
}
