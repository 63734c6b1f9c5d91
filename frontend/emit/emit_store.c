// Targets: assignment, augmented assignment, del.
#include "frontend/emit/emit_int.h"

static const Symbol *store_symbol(const Fn *fn, const Atom *name) {
  return scope_symbol(fn->em->tree, fn->scope, name);
}

// The annotation that what is stored in the name must keep, or NULL.
static AstNode *store_promise(const Fn *fn, const Symbol *symbol) {
  const Scope *owner;
  Symbol *owned = static_owner(fn->em->tree, fn->scope, symbol->name, &owner);
  return owned ? static_promise(fn->em->tree, owner, owned) : nullptr;
}

// ---- names

static void store_namespace(Fn *fn, const Atom *name, Reg value) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  fn_move(fn, row, 0);
  fn_load_atom(fn, row + 1, name);
  fn_move(fn, row + 2, value);
  fn_intrinsic(fn, INTRINSIC_store_name, row, 3);
  fn->top = mark;
}

static void store_symbol_value(Fn *fn, const Symbol *symbol, Reg value) {
  switch (symbol->place) {
    case PLACE_LOCAL:
      fn_move(fn, symbol->index, value);
      fn_set_assigned(fn, symbol->index);
      break;
    case PLACE_CELL: fn_put(fn, OP_SETCELL, symbol->index, value, 0); break;
    case PLACE_FREE: fn_put(fn, OP_SETFREE, value, symbol->index, 0); break;
    case PLACE_GLOBAL:
      fn_put(fn, OP_SETGLOBAL, value, symbol->index, 0);
      if (fn->scope->kind == SCOPE_MODULE) fn->em->is_stored[symbol->index] = true;
      break;
    case PLACE_NAMESPACE: store_namespace(fn, symbol->name, value); break;
    case PLACE_NONE: break;
  }
}

static void store_promised(Fn *fn, const Symbol *symbol, AstNode *promise, Reg value) {
  uint32_t mark = fn->top;
  Reg checked = fn_push(fn, 1);
  fn_move(fn, checked, value);
  emit_promise(fn, promise, checked, symbol->name->text);
  store_symbol_value(fn, symbol, checked);
  fn->top = mark;
}

void emit_store_name(Fn *fn, const Atom *name, Reg value) {
  const Symbol *symbol = store_symbol(fn, name);
  AstNode *promise = store_promise(fn, symbol);
  if (promise) store_promised(fn, symbol, promise, value);
  else store_symbol_value(fn, symbol, value);
}

bool emit_assign_promised(Fn *fn, AstNode *target, AstNode *value) {
  if (!AST_IS(Name, target)) return false;
  const Symbol *symbol = store_symbol(fn, AST_AS(Name, target)->id);
  AstNode *promise = store_promise(fn, symbol);
  if (!promise) return false;
  uint32_t mark = fn->top;
  bool is_direct = symbol->place == PLACE_LOCAL && emit_promise_holds(fn, promise, value);
  Reg checked = is_direct ? symbol->index : fn_push(fn, 1);
  emit_promised(fn, promise, value, target->span, symbol->name->text, checked);
  store_symbol_value(fn, symbol, checked);
  fn->top = mark;
  return true;
}

Reg emit_target_reg(Fn *fn, const AstNode *target) {
  if (!AST_IS(Name, target)) return FN_NO_PC;
  const Symbol *symbol = store_symbol(fn, ((const AstName *)target)->id);
  return symbol->place == PLACE_LOCAL && !store_promise(fn, symbol) ? symbol->index : FN_NO_PC;
}

// ---- unpacking

static uint32_t store_find_star(AstSeq targets) {
  for (uint32_t i = 0; i < targets.count; i++)
    if (AST_IS(Starred, targets.items[i])) return i;
  return targets.count;
}

enum { UNPACK_DIRECT = 16 };  // so many items UNPACK writes all or none of

// Are the targets locals in registers that follow each other? Then the first of them.
static Reg store_row_of(Fn *fn, AstSeq targets) {
  if (targets.count < 2 || targets.count > UNPACK_DIRECT) return FN_NO_PC;
  Reg first = emit_target_reg(fn, targets.items[0]);
  for (uint32_t i = 1; i < targets.count && first != FN_NO_PC; i++)
    if (emit_target_reg(fn, targets.items[i]) != first + i) return FN_NO_PC;
  return first;
}

static bool store_unpack_direct(Fn *fn, AstSeq targets, const AstNode *at, Reg value) {
  Reg first = store_row_of(fn, targets);
  if (first == FN_NO_PC) return false;
  fn_at(fn, at);
  fn_put(fn, OP_UNPACK, first, value, targets.count);
  for (uint32_t i = 0; i < targets.count; i++) fn_set_assigned(fn, first + i);
  return true;
}

static void store_unpack(Fn *fn, AstSeq targets, const AstNode *at, Reg value) {
  if (store_unpack_direct(fn, targets, at, value)) return;
  uint32_t mark = fn->top, star = store_find_star(targets);
  Reg items = fn_push(fn, targets.count ? targets.count : 1);
  fn_at(fn, at);
  if (star == targets.count) fn_put(fn, OP_UNPACK, items, value, targets.count);
  else fn_put_k(fn, OP_UNPACKEX, items, value, star, targets.count - star - 1);
  for (uint32_t i = 0; i < targets.count; i++) {
    AstNode *target = targets.items[i];
    emit_store(fn, i == star ? AST_AS(Starred, target)->value : target, items + i);
  }
  fn->top = mark;
}

static void store_attribute(Fn *fn, AstAttribute *attribute, Reg value) {
  uint32_t mark = fn->top;
  Reg object = emit_any(fn, attribute->value);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_SETATTR, object, value, fn_name(fn, scope_mangle(fn->em->tree, fn->scope, attribute->attr)));
  fn->top = mark;
}

static void store_subscript(Fn *fn, AstSubscript *subscript, Reg value) {
  uint32_t mark = fn->top;
  Reg object = emit_operand(fn, subscript->value, subscript->index);
  Reg key = emit_any(fn, subscript->index);
  fn_at(fn, &subscript->node);
  fn_put(fn, OP_SETITEM, object, key, value);
  fn->top = mark;
}

void emit_store(Fn *fn, AstNode *target, Reg value) {
  fn_at(fn, target);
  switch (target->kind) {
    case AST_Name: emit_store_name(fn, AST_AS(Name, target)->id, value); break;
    case AST_Attribute: store_attribute(fn, AST_AS(Attribute, target), value); break;
    case AST_Subscript: store_subscript(fn, AST_AS(Subscript, target), value); break;
    case AST_Tuple: store_unpack(fn, AST_AS(Tuple, target)->elements, target, value); break;
    case AST_List: store_unpack(fn, AST_AS(List, target)->elements, target, value); break;
    default: break;  // the checker lets nothing else through
  }
}

// ---- augmented assignment

// A result of the type that the name promises needs no check.
static void store_result(Fn *fn, const Symbol *symbol, int sized, Reg result, AstAugAssign *assign) {
  AstNode *promise = sized >= 0 ? store_promise(fn, symbol) : nullptr;
  if (promise && emit_sized_type(fn, promise) == sized) store_symbol_value(fn, symbol, result);
  else emit_store(fn, assign->target, result);
}

static void store_aug_name(Fn *fn, AstAugAssign *assign) {
  uint32_t mark = fn->top;
  const Symbol *symbol = store_symbol(fn, AST_AS(Name, assign->target)->id);
  bool is_direct = symbol->place == PLACE_LOCAL && !store_promise(fn, symbol);
  Reg old = emit_operand(fn, assign->target, assign->value);
  Reg result = is_direct ? symbol->index : fn_push(fn, 1);
  int sized = emit_sized_operation(fn, assign->op, assign->target, assign->value);
  if (sized >= 0) emit_binary_sized(fn, &assign->node, (BcSized)sized, assign->op, result, old, assign->value);
  else emit_binary(fn, &assign->node, assign->op, result, old, assign->value, true);
  if (!is_direct) store_result(fn, symbol, sized, result, assign);
  fn->top = mark;
}

static void store_aug_attribute(Fn *fn, AstAugAssign *assign) {
  uint32_t mark = fn->top;
  AstAttribute *attribute = AST_AS(Attribute, assign->target);
  uint32_t name = fn_name(fn, scope_mangle(fn->em->tree, fn->scope, attribute->attr));
  Reg object = emit_operand(fn, attribute->value, assign->value);
  Reg value = fn_push(fn, 1);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_GETATTR, value, object, name);
  emit_binary(fn, &assign->node, assign->op, value, value, assign->value, true);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_SETATTR, object, value, name);
  fn->top = mark;
}

static void store_aug_subscript(Fn *fn, AstAugAssign *assign) {
  uint32_t mark = fn->top;
  AstSubscript *subscript = AST_AS(Subscript, assign->target);
  bool may_rebind = emit_may_rebind(fn, &assign->node);
  Reg object = may_rebind ? emit_temp(fn, subscript->value) : emit_any(fn, subscript->value);
  Reg key = may_rebind ? emit_temp(fn, subscript->index) : emit_any(fn, subscript->index);
  Reg value = fn_push(fn, 1);
  fn_at(fn, &subscript->node);
  fn_put(fn, OP_GETITEM, value, object, key);
  emit_binary(fn, &assign->node, assign->op, value, value, assign->value, true);
  fn_at(fn, &subscript->node);
  fn_put(fn, OP_SETITEM, object, key, value);
  fn->top = mark;
}

void emit_aug_assign(Fn *fn, AstAugAssign *assign) {
  switch (assign->target->kind) {
    case AST_Name: store_aug_name(fn, assign); break;
    case AST_Attribute: store_aug_attribute(fn, assign); break;
    case AST_Subscript: store_aug_subscript(fn, assign); break;
    default: break;  // the checker lets nothing else through
  }
}

// ---- del

static void delete_namespace(Fn *fn, const Atom *name) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  fn_move(fn, row, 0);
  fn_load_atom(fn, row + 1, name);
  fn_intrinsic(fn, INTRINSIC_delete_name, row, 2);
  fn->top = mark;
}

static void delete_local(Fn *fn, Reg local) {
  if (!fn_is_assigned(fn, local)) {
    fn_note_checked(fn, local);
    fn_put(fn, OP_CHECK, local, 0, 0);
  }
  fn_load_singleton(fn, local, BC_SINGLETON_UNBOUND);
  fn_set_unassigned(fn, local);
}

void emit_delete_name(Fn *fn, const Atom *name) {
  const Symbol *symbol = store_symbol(fn, name);
  switch (symbol->place) {
    case PLACE_LOCAL: delete_local(fn, symbol->index); break;
    case PLACE_CELL: fn_put(fn, OP_DELCELL, symbol->index, 0, 0); break;
    case PLACE_FREE: fn_put(fn, OP_DELFREE, 0, symbol->index, 0); break;
    case PLACE_GLOBAL: fn_put(fn, OP_DELGLOBAL, 0, symbol->index, 0); break;
    case PLACE_NAMESPACE: delete_namespace(fn, symbol->name); break;
    case PLACE_NONE: break;
  }
}

static void delete_attribute(Fn *fn, AstAttribute *attribute) {
  uint32_t mark = fn->top;
  Reg object = emit_any(fn, attribute->value);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_DELATTR, object, 0, fn_name(fn, scope_mangle(fn->em->tree, fn->scope, attribute->attr)));
  fn->top = mark;
}

static void delete_subscript(Fn *fn, AstSubscript *subscript) {
  uint32_t mark = fn->top;
  Reg object = emit_operand(fn, subscript->value, subscript->index);
  Reg key = emit_any(fn, subscript->index);
  fn_at(fn, &subscript->node);
  fn_put(fn, OP_DELITEM, object, key, 0);
  fn->top = mark;
}

void emit_delete(Fn *fn, AstNode *target) {
  fn_at(fn, target);
  switch (target->kind) {
    case AST_Name: emit_delete_name(fn, AST_AS(Name, target)->id); break;
    case AST_Attribute: delete_attribute(fn, AST_AS(Attribute, target)); break;
    case AST_Subscript: delete_subscript(fn, AST_AS(Subscript, target)); break;
    case AST_Tuple:
    case AST_List: {
      AstSeq items = AST_IS(Tuple, target) ? AST_AS(Tuple, target)->elements : AST_AS(List, target)->elements;
      for (uint32_t i = 0; i < items.count; i++) emit_delete(fn, items.items[i]);
      break;
    }
    default: break;
  }
}
