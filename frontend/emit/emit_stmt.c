// Simple statements, `if`, and the dispatch over statements.
#include "frontend/emit/emit_int.h"

// ---- assignment

static AstSeq stmt_elements(const AstNode *node) {
  if (AST_IS(Tuple, node)) return ((const AstTuple *)node)->elements;
  if (AST_IS(List, node)) return ((const AstList *)node)->elements;
  return (AstSeq){0};
}

static bool stmt_has_star(AstSeq seq) {
  for (uint32_t i = 0; i < seq.count; i++)
    if (AST_IS(Starred, seq.items[i])) return true;
  return false;
}

// a, b = x, y without stars: no tuple is made.
static bool stmt_is_parallel(const AstAssign *assign) {
  if (assign->targets.count != 1 || !AST_IS(Tuple, assign->value)) return false;
  AstSeq targets = stmt_elements(assign->targets.items[0]), values = stmt_elements(assign->value);
  return targets.count >= 2 && targets.count <= 8 && targets.count == values.count && !stmt_has_star(targets) &&
         !stmt_has_star(values);
}

// All values are computed before the first store. A local's register can serve as its value unless an earlier store
// overwrites it or a later value assigns it.
static Reg stmt_parallel_value(Fn *fn, AstSeq targets, const AstAssign *assign, uint32_t i) {
  AstNode *value = stmt_elements(assign->value).items[i];
  if (emit_may_rebind(fn, assign->value)) return emit_temp(fn, value);
  Reg local = emit_local_of(fn, value);
  for (uint32_t j = 0; j < i && local != FN_NO_PC; j++)
    if (emit_target_reg(fn, targets.items[j]) == local || !AST_IS(Name, targets.items[j])) return emit_temp(fn, value);
  return local != FN_NO_PC ? local : emit_temp(fn, value);
}

static void stmt_assign_parallel(Fn *fn, AstAssign *assign) {
  uint32_t mark = fn->top;
  AstSeq targets = stmt_elements(assign->targets.items[0]);
  Reg values[8];
  for (uint32_t i = 0; i < targets.count; i++) values[i] = stmt_parallel_value(fn, targets, assign, i);
  for (uint32_t i = 0; i < targets.count; i++) emit_store(fn, targets.items[i], values[i]);
  fn->top = mark;
}

// One target: a local is computed in place.
static void stmt_assign_one(Fn *fn, AstNode *target, AstNode *value) {
  if (emit_assign_promised(fn, target, value)) return;
  uint32_t mark = fn->top;
  Reg direct = emit_target_reg(fn, target);
  if (direct != FN_NO_PC) {
    emit_to(fn, value, direct);
    fn_set_assigned(fn, direct);
  } else {
    bool is_stable = AST_IS(Name, target) || !emit_may_rebind(fn, target);
    Reg reg = is_stable ? emit_any(fn, value) : emit_temp(fn, value);
    emit_store(fn, target, reg);
  }
  fn->top = mark;
}

static void stmt_assign(Fn *fn, AstAssign *assign) {
  if (stmt_is_parallel(assign)) {
    stmt_assign_parallel(fn, assign);
  } else if (assign->targets.count == 1) {
    stmt_assign_one(fn, assign->targets.items[0], assign->value);
  } else {
    uint32_t mark = fn->top;
    Reg value = emit_temp(fn, assign->value);
    for (uint32_t i = 0; i < assign->targets.count; i++) emit_store(fn, assign->targets.items[i], value);
    fn->top = mark;
  }
}

// Annotations of a class's or the module's names are kept; those of a function's locals mean nothing.
static void stmt_annotate(Fn *fn, AstAnnAssign *assign) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  if (fn->scope->kind == SCOPE_CLASS) fn_move(fn, row, 0);
  else fn_load_singleton(fn, row, BC_SINGLETON_NONE);
  fn_load_atom(fn, row + 1, scope_mangle(fn->em->tree, fn->scope, AST_AS(Name, assign->target)->id));
  emit_annotation(fn, assign->annotation, row + 2);
  fn_at(fn, &assign->node);
  fn_intrinsic(fn, INTRINSIC_set_annotation, row, 3);
  fn->top = mark;
}

static void stmt_ann_assign(Fn *fn, AstAnnAssign *assign) {
  if (assign->value) stmt_assign_one(fn, assign->target, assign->value);
  bool is_name = AST_IS(Name, assign->target) && assign->is_simple;
  if (is_name && !scope_is_function(fn->scope)) stmt_annotate(fn, assign);
}

// A `let` whose name another `let` gives another type checks its own value.
static bool stmt_let_mixed(Fn *fn, AstLet *let) {
  if (!let->annotation || !AST_IS(Name, let->target)) return false;
  const Atom *name = AST_AS(Name, let->target)->id;
  Symbol *symbol = scope_symbol(fn->em->tree, fn->scope, name);
  static_promise(fn->em->tree, fn->scope, symbol);
  if (!(symbol->flags & SYMBOL_LET_MIXED)) return false;
  uint32_t mark = fn->top;
  Reg value = fn_push(fn, 1);
  emit_promised(fn, let->annotation, let->value, let->target->span, name->text, value);
  emit_store_name(fn, name, value);
  fn->top = mark;
  return true;
}

static void stmt_let(Fn *fn, AstLet *let) {
  if (let->value && !stmt_let_mixed(fn, let)) stmt_assign_one(fn, let->target, let->value);
}

// ---- other simple statements

static void stmt_expr(Fn *fn, AstExpr *expr) {
  uint32_t mark = fn->top;
  AstConst value;
  if (fold_constant(expr->value, &value) && !fn->em->options->session) return;
  Reg result = emit_any(fn, expr->value);
  if (fn->em->options->session && fn->scope->kind == SCOPE_MODULE && !AST_IS(Spawn, expr->value)) {
    Reg row = fn_push(fn, 1);
    fn_move(fn, row, result);
    fn_intrinsic(fn, INTRINSIC_print_expr, row, 1);
  }
  fn->top = mark;
}

static void stmt_raise(Fn *fn, AstRaise *raise) {
  uint32_t mark = fn->top;
  if (!raise->exception) {
    fn_intrinsic_raising(fn, INTRINSIC_reraise_current, fn_push(fn, 1), 0);
  } else if (!raise->cause) {
    Reg exception = emit_any(fn, raise->exception);
    fn_at(fn, &raise->node);
    fn_put(fn, OP_RAISE, exception, 0, 0);
  } else {
    Reg exception = emit_operand(fn, raise->exception, raise->cause);
    Reg cause = emit_any(fn, raise->cause);
    fn_at(fn, &raise->node);
    fn_put(fn, OP_RAISEFROM, exception, cause, 0);
  }
  fn->top = mark;
  fn_end_flow(fn);
}

static void stmt_assert(Fn *fn, AstAssert *assertion) {
  uint32_t mark = fn->top;
  Label passed;
  label_init(&passed);
  emit_cond(fn, assertion->test, &passed, true);
  Reg row = fn_push(fn, 1);
  if (assertion->message) emit_to(fn, assertion->message, row);
  fn_at(fn, assertion->test);
  fn_intrinsic_raising(fn, INTRINSIC_assert_fail, row, assertion->message ? 1 : 0);
  fn_place(fn, &passed);
  fn->top = mark;
}

static void stmt_delete(Fn *fn, AstDelete *del) {
  for (uint32_t i = 0; i < del->targets.count; i++) emit_delete(fn, del->targets.items[i]);
}

// Types are not values of this step's programs: the alias is a named placeholder.
static void stmt_type_alias(Fn *fn, AstTypeAlias *alias) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 1);
  fn_load_atom(fn, row, AST_AS(Name, alias->name)->id);
  fn_intrinsic(fn, INTRINSIC_make_typevar, row, 1);
  emit_store(fn, alias->name, row);
  fn->top = mark;
}

// An elif chain, in a loop.
static void stmt_if(Fn *fn, AstIf *branch) {
  Label end;
  label_init(&end);
  for (;;) {
    Label orelse;
    label_init(&orelse);
    emit_cond(fn, branch->test, &orelse, false);
    emit_body(fn, branch->body);
    if (branch->orelse.count) fn_jump(fn, OP_JMP, 0, 0, &end);
    fn_place(fn, &orelse);
    if (branch->orelse.count != 1 || !AST_IS(If, branch->orelse.items[0])) break;
    branch = AST_AS(If, branch->orelse.items[0]);
    fn_at(fn, &branch->node);
  }
  emit_body(fn, branch->orelse);
  fn_place(fn, &end);
}

// ---- dispatch

static bool stmt_definition(Fn *fn, AstNode *node) {
  switch (node->kind) {
    case AST_FunctionDef: emit_function(fn, AST_AS(FunctionDef, node)); return true;
    case AST_ClassDef: emit_class(fn, AST_AS(ClassDef, node)); return true;
    case AST_ExternDef: emit_extern(fn, AST_AS(ExternDef, node)); return true;
    case AST_StructDef: emit_struct(fn, AST_AS(StructDef, node)); return true;
    case AST_EnumDef: emit_enum(fn, AST_AS(EnumDef, node)); return true;
    case AST_TypeAlias: stmt_type_alias(fn, AST_AS(TypeAlias, node)); return true;
    case AST_Import: emit_import(fn, AST_AS(Import, node)); return true;
    case AST_ImportFrom: emit_import_from(fn, AST_AS(ImportFrom, node)); return true;
    case AST_Use: emit_use(fn, AST_AS(Use, node)); return true;
    default: return false;
  }
}

static bool stmt_compound(Fn *fn, AstNode *node) {
  switch (node->kind) {
    case AST_If: stmt_if(fn, AST_AS(If, node)); return true;
    case AST_For: emit_for(fn, AST_AS(For, node)); return true;
    case AST_While: emit_while(fn, AST_AS(While, node)); return true;
    case AST_With: emit_with(fn, AST_AS(With, node)); return true;
    case AST_Try: emit_try(fn, AST_AS(Try, node)); return true;
    case AST_Match: emit_match(fn, AST_AS(Match, node)); return true;
    default: return false;
  }
}

void emit_stmt(Fn *fn, AstNode *node) {
  fn_at(fn, node);
  if (stmt_compound(fn, node) || stmt_definition(fn, node)) return;
  switch (node->kind) {
    case AST_Expr: stmt_expr(fn, AST_AS(Expr, node)); break;
    case AST_Assign: stmt_assign(fn, AST_AS(Assign, node)); break;
    case AST_AugAssign: emit_aug_assign(fn, AST_AS(AugAssign, node)); break;
    case AST_AnnAssign: stmt_ann_assign(fn, AST_AS(AnnAssign, node)); break;
    case AST_Let: stmt_let(fn, AST_AS(Let, node)); break;
    case AST_Return: emit_return(fn, AST_AS(Return, node)->value); break;
    case AST_Raise: stmt_raise(fn, AST_AS(Raise, node)); break;
    case AST_Assert: stmt_assert(fn, AST_AS(Assert, node)); break;
    case AST_Delete: stmt_delete(fn, AST_AS(Delete, node)); break;
    case AST_Break: emit_break(fn, false); break;
    case AST_Continue: emit_break(fn, true); break;
    default: break;  // pass, global, nonlocal
  }
}

// What cannot be reached is left out. After a mistake nothing more is emitted: `finally` inside `finally` doubles the
// code at each level, and must not go on doubling beyond the limit.
void emit_body(Fn *fn, AstSeq body) {
  for (uint32_t i = 0; i < body.count && fn->is_reachable && !fn->em->failed; i++) emit_stmt(fn, body.items[i]);
}
