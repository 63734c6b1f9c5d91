// Expressions: names, operators, comparisons, attributes, subscripts.
//
// A run of left-nested binary operators is emitted in a loop, a longer chain of calls, attributes and subscripts in
// pieces from its innermost end; everything else recurses, bounded by the resolver's limit on nesting.
#include "frontend/emit/emit_int.h"

// ---- names

static const Symbol *emit_symbol(const Fn *fn, const Atom *name) {
  return scope_symbol(fn->em->tree, fn->scope, name);
}

// true, false, none mean Python's constants unless the program binds them.
static bool emit_word_singleton(const Fn *fn, const Atom *name, BcSingleton *which) {
  static const struct {
    const char *word;
    BcSingleton which;
  } words[] = {{"true", BC_SINGLETON_TRUE}, {"false", BC_SINGLETON_FALSE}, {"none", BC_SINGLETON_NONE},
               {"__debug__", BC_SINGLETON_TRUE}};
  for (uint32_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (!atom_is(name, words[i].word)) continue;
    *which = words[i].which;
    return scope_is_builtin(fn->em->tree, fn->scope, name);
  }
  return false;
}

static Reg emit_checked_local(Fn *fn, Reg local) {
  if (fn_is_assigned(fn, local)) return local;
  fn_note_checked(fn, local);
  fn_put(fn, OP_CHECK, local, 0, 0);
  fn_set_assigned(fn, local);
  return local;
}

Reg emit_local_of(Fn *fn, const AstNode *node) {
  if (!AST_IS(Name, node)) return FN_NO_PC;
  const Symbol *symbol = emit_symbol(fn, ((const AstName *)node)->id);
  if (!symbol || symbol->place != PLACE_LOCAL) return FN_NO_PC;
  fn_at(fn, node);
  return emit_checked_local(fn, symbol->index);
}

static void emit_load_namespace(Fn *fn, const Atom *name, Reg dst) {
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  fn_push(fn, 2);
  fn_move(fn, row, 0);
  fn_load_atom(fn, row + 1, name);
  fn_intrinsic(fn, INTRINSIC_load_name, row, 2);
  fn_close_row(fn, row, dst, mark);
}

void emit_load_name(Fn *fn, const Atom *name, const AstNode *at, Reg dst) {
  fn_at(fn, at);
  BcSingleton word;
  if (emit_word_singleton(fn, name, &word)) {
    fn_load_singleton(fn, dst, word);
    return;
  }
  const Symbol *symbol = emit_symbol(fn, name);
  switch (symbol->place) {
    case PLACE_LOCAL: fn_move(fn, dst, emit_checked_local(fn, symbol->index)); break;
    case PLACE_CELL: fn_put(fn, OP_GETCELL, dst, symbol->index, 0); break;
    case PLACE_FREE: fn_put(fn, OP_GETFREE, dst, symbol->index, 0); break;
    case PLACE_GLOBAL: fn_put(fn, OP_GETGLOBAL, dst, symbol->index, 0); break;
    case PLACE_NAMESPACE: emit_load_namespace(fn, symbol->name, dst); break;
    case PLACE_NONE: break;
  }
}

void emit_push_children(EmitNodes *pending, const AstNode *node) {
  AstFields fields = ast_kind_fields(node->kind);
  for (uint32_t i = 0; i < fields.count; i++) {
    const AstField *field = &fields.items[i];
    if (field->type == AST_FIELD_NODE) vec_push(pending, (*ast_field_at(AstNode *, node, field)));
    if (field->type != AST_FIELD_LIST) continue;
    const AstSeq *seq = ast_field_at(AstSeq, node, field);
    for (uint32_t j = 0; j < seq->count; j++) vec_push(pending, (seq->items[j]));
  }
}

bool emit_may_rebind(const Fn *fn, const AstNode *node) {
  if (!fn->scope->may_rebind || !node) return false;
  bool found = false;
  EmitNodes pending = {0};
  vec_push(&pending, ((AstNode *)node));
  while (pending.count && !found) {
    AstNode *next = vec_take_last(&pending);
    if (!next || AST_IS(Lambda, next)) continue;
    found = AST_IS(NamedExpr, next) || AST_IS(MatchExpr, next);
    emit_push_children(&pending, next);
  }
  vec_fini(&pending);
  return found;
}

// ---- operators

BcOp emit_binary_op(AstOp op) {
  switch (op) {
    case AOP_Add: return OP_ADD;
    case AOP_Sub: return OP_SUB;
    case AOP_Mult: return OP_MUL;
    case AOP_MatMult: return OP_MATMUL;
    case AOP_Div: return OP_DIV;
    case AOP_FloorDiv: return OP_FLOORDIV;
    case AOP_Mod: return OP_MOD;
    case AOP_Pow: return OP_POW;
    case AOP_LShift: return OP_SHL;
    case AOP_RShift: return OP_SHR;
    case AOP_BitOr: return OP_OR;
    case AOP_BitXor: return OP_XOR;
    case AOP_BitAnd: return OP_AND;
    case AOP_Eq: return OP_EQ;
    case AOP_NotEq: return OP_NE;
    case AOP_Lt: return OP_LT;
    case AOP_LtE: return OP_LE;
    case AOP_Gt: return OP_GT;
    case AOP_GtE: return OP_GE;
    case AOP_Is: return OP_IS;
    case AOP_IsNot: return OP_ISNOT;
    case AOP_In: return OP_IN;
    case AOP_NotIn: return OP_NOTIN;
    default: return OP_NOP;
  }
}

// The form with an immediate on the right, or NOP.
static BcOp emit_immediate_op(AstOp op) {
  switch (op) {
    case AOP_Add: return OP_ADDI;
    case AOP_Sub: return OP_SUBI;
    case AOP_Mult: return OP_MULI;
    case AOP_FloorDiv: return OP_FLOORDIVI;
    case AOP_Mod: return OP_MODI;
    case AOP_BitAnd: return OP_ANDI;
    case AOP_LShift: return OP_SHLI;
    case AOP_RShift: return OP_SHRI;
    default: return OP_NOP;
  }
}

void emit_binary(Fn *fn, const AstNode *at, AstOp op, Reg dst, Reg left, AstNode *right, bool is_inplace) {
  uint32_t mark = fn->top, k = is_inplace ? BC_K_INPLACE : 0;
  BcOp immediate = emit_immediate_op(op);
  int32_t value;
  if (immediate != OP_NOP && fold_int16(right, &value)) {
    fn_at(fn, at);
    fn_put_k(fn, immediate, dst, left, (uint32_t)value & 0xFFFF, k);
    return;
  }
  Reg operand = emit_any(fn, right);
  fn_at(fn, at);
  fn_put_k(fn, emit_binary_op(op), dst, left, operand, k);
  fn->top = mark;
}

// One operator of a chain; *type is that of its left operand, and becomes its own.
static void emit_chain_step(Fn *fn, AstBinOp *binop, Reg dst, Reg left, const AstNode *left_node, StaticType *type) {
  if (fn->em->has_sized) {
    StaticType right = static_type_of(fn->em->tree, fn->scope, binop->right);
    *type = static_type_of_operation(binop->op, *type, left_node, right, binop->right);
  }
  if (type->kind == STATIC_SIZED) emit_binary_sized(fn, &binop->node, type->sized, binop->op, dst, left, binop->right);
  else emit_binary(fn, &binop->node, binop->op, dst, left, binop->right, false);
}

// ((a + b) + c) + d: the spine's operators from the innermost out, the sum so far in one temporary.
static void emit_binop_chain(Fn *fn, AstNode *node, Reg dst) {
  uint32_t mark = fn->top;
  EmitNodes spine = {0};
  for (; AST_IS(BinOp, node) && !emit_is_folded(node); node = AST_AS(BinOp, node)->left) vec_push(&spine, (node));
  bool is_single = spine.count == 1;
  Reg sum = is_single || fn_is_temp(fn, dst) ? dst : fn_push(fn, 1);
  Reg left = emit_operand(fn, node, AST_AS(BinOp, vec_last(&spine))->right);
  const AstNode *innermost = node;
  StaticType type = fn->em->has_sized ? static_type_of(fn->em->tree, fn->scope, node) : (StaticType){};
  while (spine.count) {
    AstBinOp *binop = AST_AS(BinOp, vec_take_last(&spine));
    emit_chain_step(fn, binop, spine.count ? sum : dst, left, innermost, &type);
    left = sum;
    innermost = nullptr;
  }
  vec_fini(&spine);
  fn->top = mark;
}

static void emit_unary(Fn *fn, AstUnaryOp *unary, Reg dst) {
  uint32_t mark = fn->top;
  Reg operand = emit_any(fn, unary->operand);
  BcOp op = unary->op == AOP_Not ? OP_NOT : unary->op == AOP_Invert ? OP_INVERT : unary->op == AOP_UAdd ? OP_POS : OP_NEG;
  fn_at(fn, &unary->node);
  fn_put(fn, op, dst, operand, 0);
  fn->top = mark;
}

static void emit_negative_bigint(Fn *fn, const AstConst *value, Reg dst) {
  fn_load_const(fn, dst, consts_put_bigint(&fn->consts, value->text.bytes, value->text.length, true));
}

static bool emit_folded(Fn *fn, const AstNode *node, Reg dst) {
  AstConst value;
  uint32_t index;
  if (fold_constant(node, &value)) emit_constant(fn, &value, dst);
  else if (emit_put_wide(fn, node, &index)) fn_load_const(fn, dst, index);
  else return false;
  return true;
}

static void emit_unary_folded(Fn *fn, AstUnaryOp *unary, Reg dst) {
  AstConst value;
  fn_at(fn, &unary->node);
  if (emit_folded(fn, &unary->node, dst)) return;
  if (unary->op == AOP_USub && fold_constant(unary->operand, &value) && value.kind == CONST_BIGINT)
    emit_negative_bigint(fn, &value, dst);
  else if (!emit_unary_sized(fn, unary, dst)) emit_unary(fn, unary, dst);
}

static void emit_binop(Fn *fn, AstNode *node, Reg dst) {
  fn_at(fn, node);
  if (!emit_folded(fn, node, dst)) emit_binop_chain(fn, node, dst);
}

// A register that may be written early on the way to `dst`.
static Reg emit_early_reg(Fn *fn, Reg dst) {
  return fn_is_temp(fn, dst) ? dst : fn_push(fn, 1);
}

static void emit_deciding(Fn *fn, AstNode *node, Reg value, Label *end, bool decides);

// An operand that is a boolean operation itself: each of its values is tested once. One that decides the inner operation the
// other way decides nothing here; the result is not wanted then.
static void emit_deciding_boolop(Fn *fn, AstBoolOp *inner, Reg value, Label *end, bool decides) {
  Label next;
  label_init(&next);
  bool is_same = (inner->op == AOP_Or) == decides;
  uint32_t last = inner->values.count - 1;
  for (uint32_t i = 0; i < last; i++) {
    if (is_same) emit_deciding(fn, inner->values.items[i], value, end, decides);
    else emit_cond(fn, inner->values.items[i], &next, !decides);
  }
  emit_deciding(fn, inner->values.items[last], value, end, decides);
  fn_place(fn, &next);
}

// Goes to `end` with the node's value in R[value] when its truth is `decides`; else goes on.
static void emit_deciding(Fn *fn, AstNode *node, Reg value, Label *end, bool decides) {
  if (AST_IS(BoolOp, node)) {
    emit_deciding_boolop(fn, AST_AS(BoolOp, node), value, end, decides);
    return;
  }
  emit_to(fn, node, value);
  fn_jump(fn, decides ? OP_JT : OP_JF, value, 0, end);
}

static void emit_boolop(Fn *fn, AstBoolOp *boolop, Reg dst) {
  uint32_t mark = fn->top, last = boolop->values.count - 1;
  Reg value = emit_early_reg(fn, dst);
  Label end;
  label_init(&end);
  for (uint32_t i = 0; i < last; i++) emit_deciding(fn, boolop->values.items[i], value, &end, boolop->op == AOP_Or);
  emit_to(fn, boolop->values.items[last], value);
  fn_place(fn, &end);
  fn_move(fn, dst, value);
  fn->top = mark;
}

static void emit_ifexp(Fn *fn, AstIfExp *ifexp, Reg dst) {
  Label orelse, end;
  label_init(&orelse);
  label_init(&end);
  emit_cond(fn, ifexp->test, &orelse, false);
  emit_to(fn, ifexp->body, dst);
  fn_jump(fn, OP_JMP, 0, 0, &end);
  fn_place(fn, &orelse);
  emit_to(fn, ifexp->orelse, dst);
  fn_place(fn, &end);
}

// a < b < c: each operand once, stopping at the first false comparison, whose value is the result.
static void emit_compare_chain(Fn *fn, AstCompare *compare, Reg dst) {
  uint32_t mark = fn->top, last = compare->ops.count - 1;
  Reg result = emit_early_reg(fn, dst);
  Label end;
  label_init(&end);
  Reg left = emit_operand(fn, compare->left, compare->comparators.items[0]);
  for (uint32_t i = 0; i <= last; i++) {
    AstNode *next = i < last ? compare->comparators.items[i + 1] : nullptr;
    Reg right = emit_operand(fn, compare->comparators.items[i], next);
    fn_at(fn, &compare->node);
    fn_put(fn, emit_binary_op(compare->ops.items[i]), result, left, right);
    if (i < last) fn_jump(fn, OP_JF, result, 0, &end);
    left = right;
  }
  fn_place(fn, &end);
  fn_move(fn, dst, result);
  fn->top = mark;
}

static void emit_compare(Fn *fn, AstCompare *compare, Reg dst) {
  if (compare->ops.count > 1) {
    emit_compare_chain(fn, compare, dst);
    return;
  }
  uint32_t mark = fn->top;
  AstNode *right_node = compare->comparators.items[0];
  Reg left = emit_operand(fn, compare->left, right_node);
  Reg right = emit_right_operand(fn, compare->ops.items[0], right_node);
  fn_at(fn, &compare->node);
  fn_put(fn, emit_binary_op(compare->ops.items[0]), dst, left, right);
  fn->top = mark;
}

// ---- attributes, subscripts, walrus

static void emit_attribute(Fn *fn, AstAttribute *attribute, Reg dst) {
  uint32_t mark = fn->top;
  Reg object = emit_any(fn, attribute->value);
  const Atom *name = scope_mangle(fn->em->tree, fn->scope, attribute->attr);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_GETATTR, dst, object, fn_name(fn, name));
  fn->top = mark;
}

static void emit_slice_part(Fn *fn, AstNode *part, Reg dst) {
  if (part) emit_to(fn, part, dst);
  else fn_load_singleton(fn, dst, BC_SINGLETON_NONE);
}

static void emit_slice(Fn *fn, AstSlice *slice, Reg dst) {
  uint32_t mark = fn->top;
  Reg parts = fn_push(fn, 3);
  emit_slice_part(fn, slice->lower, parts);
  emit_slice_part(fn, slice->upper, parts + 1);
  emit_slice_part(fn, slice->step, parts + 2);
  fn_at(fn, &slice->node);
  fn_put(fn, OP_SLICE, dst, parts, 0);
  fn->top = mark;
}

static void emit_subscript(Fn *fn, AstSubscript *subscript, Reg dst) {
  uint32_t mark = fn->top;
  int32_t index;
  Reg object = emit_operand(fn, subscript->value, subscript->index);
  if (fold_int16(subscript->index, &index)) {
    fn_at(fn, &subscript->node);
    fn_put_k(fn, OP_GETITEMI, dst, object, (uint32_t)index & 0xFFFF, 0);
  } else {
    Reg key = emit_any(fn, subscript->index);
    fn_at(fn, &subscript->node);
    fn_put(fn, OP_GETITEM, dst, object, key);
  }
  fn->top = mark;
}

static void emit_walrus(Fn *fn, AstNamedExpr *named, Reg dst) {
  uint32_t mark = fn->top;
  Reg value = emit_any(fn, named->value);
  fn_at(fn, &named->node);
  emit_store(fn, named->target, value);
  fn_move(fn, dst, value);
  fn->top = mark;
}

// a..b is the builtin range(a, b); the checker refuses it where the module binds `range`.
static void emit_range(Fn *fn, AstRange *range, Reg dst) {
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  fn_push(fn, BC_WINDOW_HEADER + 2);
  const Symbol *builtin = scope_find(fn->em->tree->module, intern_put_text(fn->em->tree->intern, "range"));
  fn_at(fn, &range->node);
  fn_put(fn, OP_GETGLOBAL, row, builtin->index, 0);
  emit_to(fn, range->start, row + BC_WINDOW_HEADER);
  emit_to(fn, range->stop, row + BC_WINDOW_HEADER + 1);
  fn_at(fn, &range->node);
  fn_put(fn, OP_CALL, row, 2, 0);
  fn_close_row(fn, row, dst, mark);
}

// ---- long chains

enum { SPINE_PIECE = 6 };

// The next step down a chain; a run of binary operators is one step.
static AstNode *emit_spine_child(AstNode *node) {
  switch (node->kind) {
    case AST_Attribute: return AST_AS(Attribute, node)->value;
    case AST_Subscript: return AST_AS(Subscript, node)->value;
    case AST_Call: return AST_AS(Call, node)->func;
    case AST_Propagate: return AST_AS(Propagate, node)->value;
    case AST_BinOp:
      while (AST_IS(BinOp, node)) node = AST_AS(BinOp, node)->left;
      return node;
    default: return nullptr;
  }
}

static void emit_expression(Fn *fn, AstNode *node, Reg dst);

static bool emit_is_callee(const EmitNodes *spine, uint32_t i) {
  return i > 0 && AST_IS(Call, spine->items[i - 1]);
}

static bool emit_is_long_spine(const Fn *fn, AstNode *node) {
  uint32_t steps = 0;
  for (; node && node != fn->known && steps <= SPINE_PIECE; node = emit_spine_child(node)) steps++;
  return steps > SPINE_PIECE;
}

// Emits a chain in pieces of a few steps: each piece finds its innermost operand in a register.
static void emit_spine(Fn *fn, AstNode *node, Reg dst) {
  uint32_t mark = fn->top;
  const AstNode *outer_known = fn->known;
  Reg outer_reg = fn->known_reg, piece = fn_push(fn, 1);
  EmitNodes spine = {0};
  for (AstNode *next = node; next && next != fn->known; next = emit_spine_child(next)) vec_push(&spine, (next));
  for (uint32_t next = spine.count - 1; next > SPINE_PIECE;) {
    next -= SPINE_PIECE;
    if (emit_is_callee(&spine, next)) next--;  // a method and its call stay together
    emit_expression(fn, spine.items[next], piece);
    fn->known = spine.items[next];
    fn->known_reg = piece;
  }
  vec_fini(&spine);
  emit_expression(fn, node, dst);
  fn->known = outer_known;
  fn->known_reg = outer_reg;
  fn->top = mark;
}

// ---- dispatch

static void emit_expression(Fn *fn, AstNode *node, Reg dst) {
  fn_at(fn, node);
  switch (node->kind) {
    case AST_Name: emit_load_name(fn, AST_AS(Name, node)->id, node, dst); break;
    case AST_Constant: emit_constant(fn, &AST_AS(Constant, node)->value, dst); break;
    case AST_BinOp: emit_binop(fn, node, dst); break;
    case AST_UnaryOp: emit_unary_folded(fn, AST_AS(UnaryOp, node), dst); break;
    case AST_BoolOp: emit_boolop(fn, AST_AS(BoolOp, node), dst); break;
    case AST_IfExp: emit_ifexp(fn, AST_AS(IfExp, node), dst); break;
    case AST_Compare: emit_compare(fn, AST_AS(Compare, node), dst); break;
    case AST_Attribute: emit_attribute(fn, AST_AS(Attribute, node), dst); break;
    case AST_Subscript: emit_subscript(fn, AST_AS(Subscript, node), dst); break;
    case AST_Slice: emit_slice(fn, AST_AS(Slice, node), dst); break;
    case AST_NamedExpr: emit_walrus(fn, AST_AS(NamedExpr, node), dst); break;
    case AST_Range: emit_range(fn, AST_AS(Range, node), dst); break;
    case AST_Call: emit_call(fn, AST_AS(Call, node), dst); break;
    case AST_Spawn: emit_spawn(fn, AST_AS(Spawn, node), dst); break;
    case AST_Await: emit_await(fn, AST_AS(Await, node), dst); break;
    case AST_Lambda: emit_lambda(fn, AST_AS(Lambda, node), dst); break;
    case AST_MatchExpr: emit_match_expr(fn, AST_AS(MatchExpr, node), dst); break;
    case AST_Propagate: emit_propagate(fn, AST_AS(Propagate, node), dst); break;
    case AST_Yield:
    case AST_YieldFrom: emit_yield(fn, node, dst); break;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: emit_comprehension(fn, node, dst); break;
    default: emit_display(fn, node, dst);
  }
}

void emit_to(Fn *fn, AstNode *node, Reg dst) {
  if (node == fn->known) fn_move(fn, dst, fn->known_reg);
  else if (emit_is_long_spine(fn, node)) emit_spine(fn, node, dst);
  else emit_expression(fn, node, dst);
}

Reg emit_temp(Fn *fn, AstNode *node) {
  Reg temp = fn_push(fn, 1);
  emit_to(fn, node, temp);
  return temp;
}

// The register of a local that a walrus assigns, after the assignment; FN_NO_PC for other nodes.
static Reg emit_walrus_local(Fn *fn, AstNode *node) {
  if (!AST_IS(NamedExpr, node)) return FN_NO_PC;
  AstNamedExpr *named = AST_AS(NamedExpr, node);
  Reg local = emit_target_reg(fn, named->target);
  if (local == FN_NO_PC) return FN_NO_PC;
  emit_to(fn, named->value, local);
  fn_set_assigned(fn, local);
  return local;
}

Reg emit_any(Fn *fn, AstNode *node) {
  Reg local = emit_local_of(fn, node);
  if (local == FN_NO_PC) local = emit_walrus_local(fn, node);
  return local != FN_NO_PC ? local : emit_temp(fn, node);
}

Reg emit_operand(Fn *fn, AstNode *node, const AstNode *later) {
  return emit_may_rebind(fn, later) ? emit_temp(fn, node) : emit_any(fn, node);
}
