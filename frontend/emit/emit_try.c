// try, with, and leaving blocks by return, break and continue.
//
// A protected range is a Region; its handler gets the exception in a register pair (exception, the one handled before)
// and says EXCENTER. Whatever way a handler is left, EXCLEAVE comes first. The code of `finally` and the exit calls of
// `with` stand once for each way out. Exit code runs outside the region it belongs to: leaving interrupts the region,
// staying resumes it behind the jump.
#include "frontend/emit/emit_int.h"

// ---- leaving

static void leave_handler(Fn *fn, const Block *block) {
  fn_put(fn, OP_EXCLEAVE, block->reg, 0, 0);
  if (!block->name) return;
  uint32_t mark = fn->top;
  Reg none = fn_push(fn, 1);
  fn_load_singleton(fn, none, BC_SINGLETON_NONE);
  emit_store_name(fn, block->name, none);
  emit_delete_name(fn, block->name);
  fn->top = mark;
}

static void leave_with(Fn *fn, const Block *block) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  fn->span = block->span;
  fn_move(fn, row, block->reg);
  fn_load_singleton(fn, row + 1, BC_SINGLETON_NONE);
  fn_intrinsic(fn, INTRINSIC_with_exit, row, 2);
  fn->top = mark;
}

static void leave_block(Fn *fn, const Block *block) {
  switch (block->kind) {
    case BLOCK_LOOP:
    case BLOCK_TRY: break;
    case BLOCK_FINALLY: emit_body(fn, block->body); break;
    case BLOCK_WITH: leave_with(fn, block); break;
    case BLOCK_HANDLER: leave_handler(fn, block); break;
  }
}

void emit_leave(Fn *fn, const Block *until) {
  Block *inside = fn->block;
  Span span = fn->span;
  for (Block *block = inside; block != until; block = block->outer) {
    if (block->region) region_interrupt(fn, block->region);
    fn->block = block->outer;
    leave_block(fn, block);
  }
  fn->block = inside;
  fn->span = span;
}

void emit_stay(Fn *fn, const Block *until) {
  for (Block *block = fn->block; block != until; block = block->outer)
    if (block->region) region_resume(fn, block->region);
}

static bool leave_runs_code(const Fn *fn) {
  for (const Block *block = fn->block; block; block = block->outer) {
    bool unbinds = block->kind == BLOCK_HANDLER && block->name;
    if (unbinds || block->kind == BLOCK_FINALLY || block->kind == BLOCK_WITH) return true;
  }
  return false;
}

static void return_checked(Fn *fn, Reg value) {
  emit_leave(fn, nullptr);
  fn_put(fn, OP_RET, value, 0, 0);
  fn_end_flow(fn);
  emit_stay(fn, nullptr);
}

void emit_return_reg(Fn *fn, Reg value) {
  emit_check_result(fn, value);
  return_checked(fn, value);
}

static bool return_is_none(const AstNode *value) {
  return !value || (AST_IS(Constant, value) && ((const AstConstant *)value)->value.kind == CONST_NONE);
}

// return a if test else b: each branch returns by itself.
static void return_branches(Fn *fn, AstIfExp *choice) {
  Label orelse;
  Span span = fn->span;
  label_init(&orelse);
  emit_cond(fn, choice->test, &orelse, false);
  fn->span = span;
  if (fn->is_reachable) emit_return(fn, choice->body);
  fn_place(fn, &orelse);
  fn->span = span;
  if (fn->is_reachable) emit_return(fn, choice->orelse);
}

void emit_return(Fn *fn, AstNode *value) {
  if (value && AST_IS(IfExp, value) && !leave_runs_code(fn)) {
    return_branches(fn, AST_AS(IfExp, value));
    return;
  }
  uint32_t mark = fn->top;
  Span span = fn->span;
  if (return_is_none(value) && !fn->returns) {
    emit_leave(fn, nullptr);
    fn_put(fn, OP_RETNONE, 0, 0, 0);
    fn_end_flow(fn);
    emit_stay(fn, nullptr);
    return;
  }
  Reg result;
  if (value && fn->returns) {
    emit_result(fn, value, result = fn_push(fn, 1));
    fn->span = span;
    return_checked(fn, result);
    fn->top = mark;
    return;
  }
  if (!value) fn_load_singleton(fn, result = fn_push(fn, 1), BC_SINGLETON_NONE);
  else result = leave_runs_code(fn) ? emit_temp(fn, value) : emit_any(fn, value);
  fn->span = span;
  emit_return_reg(fn, result);
  fn->top = mark;
}

// ---- try

// The end of an exceptional path: the handled exception goes on, or a new one raised in the handler does.
static void try_cleanup(Fn *fn, Region *region, const uint64_t *assigned, const Block *block) {
  uint32_t mark = fn->top;
  region_close(fn, region);
  region_handle(fn, region, assigned);
  leave_handler(fn, block);
  fn_put(fn, OP_RERAISE, region->reg, 0, 0);
  fn_end_flow(fn);
  fn->top = mark;
}

// One except clause: on a match runs its body and jumps to `done`; else falls through. The region `selecting` covers the
// choice of a clause only; the body has a region of its own.
static void try_clause(Fn *fn, AstExceptHandler *clause, Reg caught, Region *selecting, Label *done) {
  uint32_t mark = fn->top;
  Label next;
  label_init(&next);
  fn_at(fn, &clause->node);
  if (clause->type) {
    Reg type = emit_any(fn, clause->type);
    Reg matches = fn_push(fn, 1);
    fn_at(fn, &clause->node);
    fn_put(fn, OP_MATCHEXC, matches, caught, type);
    fn_jump(fn, OP_JF, matches, 0, &next);
  }
  fn->top = mark;
  uint64_t *assigned = fn_copy_assigned(fn);
  Region region;
  Block block = {.outer = fn->block, .kind = BLOCK_HANDLER, .reg = caught, .name = clause->name, .region = &region};
  if (clause->name) emit_store_name(fn, clause->name, caught);
  region_interrupt(fn, selecting);
  region_open(fn, &region, fn_push(fn, 1));
  fn->block = &block;
  emit_body(fn, clause->body);
  fn->block = block.outer;
  region_interrupt(fn, &region);
  if (fn->is_reachable) leave_handler(fn, &block);
  fn_jump(fn, OP_JMP, 0, 0, done);
  try_cleanup(fn, &region, assigned, &block);
  fn->top = mark;
  fn_place(fn, &next);
  region_resume(fn, selecting);
}

// body; the handlers of its exceptions; the else part. Everything ends at `done`.
static void try_except(Fn *fn, AstTry *stmt) {
  uint32_t mark = fn->top;
  Reg caught = fn_push(fn, 2), escaped = fn_push(fn, 1);
  Region region, selecting;
  Label done;
  label_init(&done);
  uint64_t *assigned = fn_copy_assigned(fn);
  Block block = {.outer = fn->block, .kind = BLOCK_TRY, .region = &region};
  region_open(fn, &region, caught);
  fn->block = &block;
  emit_body(fn, stmt->body);
  fn->block = block.outer;
  region_close(fn, &region);
  emit_body(fn, stmt->orelse);
  fn_jump(fn, OP_JMP, 0, 0, &done);
  region_handle(fn, &region, assigned);
  Block handling = {.outer = fn->block, .kind = BLOCK_HANDLER, .reg = caught};
  fn_put(fn, OP_EXCENTER, caught, 0, 0);
  region_open(fn, &selecting, escaped);
  for (uint32_t i = 0; i < stmt->handlers.count && fn->is_reachable; i++)
    try_clause(fn, AST_AS(ExceptHandler, stmt->handlers.items[i]), caught, &selecting, &done);
  region_interrupt(fn, &selecting);
  fn_put(fn, OP_EXCLEAVE, caught, 0, 0);
  fn_put(fn, OP_RERAISE, caught, 0, 0);
  fn_end_flow(fn);
  try_cleanup(fn, &selecting, assigned, &handling);
  fn_place(fn, &done);
  fn->top = mark;
}

static void try_protected(Fn *fn, AstTry *stmt) {
  if (stmt->handlers.count) {
    try_except(fn, stmt);
  } else {
    emit_body(fn, stmt->body);
    emit_body(fn, stmt->orelse);
  }
}

static void try_finally(Fn *fn, AstTry *stmt) {
  uint32_t mark = fn->top;
  Reg caught = fn_push(fn, 2), escaped = fn_push(fn, 1);
  Region region, cleaning;
  Label done;
  label_init(&done);
  uint64_t *assigned = fn_copy_assigned(fn);
  Block block = {.outer = fn->block, .kind = BLOCK_FINALLY, .body = stmt->finalbody, .region = &region};
  region_open(fn, &region, caught);
  fn->block = &block;
  try_protected(fn, stmt);
  fn->block = block.outer;
  region_close(fn, &region);
  emit_body(fn, stmt->finalbody);
  fn_jump(fn, OP_JMP, 0, 0, &done);
  region_handle(fn, &region, assigned);
  Block handling = {.outer = fn->block, .kind = BLOCK_HANDLER, .reg = caught, .region = &cleaning};
  fn_put(fn, OP_EXCENTER, caught, 0, 0);
  region_open(fn, &cleaning, escaped);
  fn->block = &handling;
  emit_body(fn, stmt->finalbody);
  fn->block = handling.outer;
  region_interrupt(fn, &cleaning);
  fn_put(fn, OP_EXCLEAVE, caught, 0, 0);
  fn_put(fn, OP_RERAISE, caught, 0, 0);
  fn_end_flow(fn);
  try_cleanup(fn, &cleaning, assigned, &handling);
  fn_place(fn, &done);
  fn->top = mark;
}

void emit_try(Fn *fn, AstTry *stmt) {
  if (stmt->finalbody.count) try_finally(fn, stmt);
  else try_protected(fn, stmt);
}

// ---- with

// Calls the exit function with the exception: true swallows it.
static void with_handle(Fn *fn, const Region *region, Reg exit, Reg caught, const uint64_t *assigned, Span span) {
  uint32_t mark = fn->top;
  Region cleaning;
  Label swallowed;
  label_init(&swallowed);
  region_handle(fn, region, assigned);
  fn->span = span;
  Block handling = {.outer = fn->block, .kind = BLOCK_HANDLER, .reg = caught};
  fn_put(fn, OP_EXCENTER, caught, 0, 0);
  region_open(fn, &cleaning, fn_push(fn, 1));
  Reg row = fn_push(fn, 2);
  fn_move(fn, row, exit);
  fn_move(fn, row + 1, caught);
  fn_intrinsic(fn, INTRINSIC_with_exit, row, 2);
  region_interrupt(fn, &cleaning);
  fn_jump(fn, OP_JT, row, 0, &swallowed);
  fn_put(fn, OP_EXCLEAVE, caught, 0, 0);
  fn_put(fn, OP_RERAISE, caught, 0, 0);
  fn_end_flow(fn);
  try_cleanup(fn, &cleaning, assigned, &handling);
  fn_place(fn, &swallowed);
  fn_put(fn, OP_EXCLEAVE, caught, 0, 0);
  fn->top = mark;
}

static void with_items(Fn *fn, AstWith *with, uint32_t i) {
  if (i == with->items.count) {
    emit_body(fn, with->body);
    return;
  }
  uint32_t mark = fn->top;
  AstWithItem *item = AST_AS(WithItem, with->items.items[i]);
  Reg exit = fn_push(fn, 2), caught = fn_push(fn, 2);
  Reg entered = emit_temp(fn, item->context);
  Span span = fn->span = with->node.span;
  fn_intrinsic(fn, INTRINSIC_with_enter, entered, 1);
  fn_put(fn, OP_UNPACK, exit, entered, 2);
  fn->top = caught + 2;
  Region region;
  Label done;
  label_init(&done);
  uint64_t *assigned = fn_copy_assigned(fn);
  Block block = {.outer = fn->block, .kind = BLOCK_WITH, .reg = exit, .region = &region, .span = span};
  region_open(fn, &region, caught);
  fn->block = &block;
  if (item->target) emit_store(fn, item->target, exit + 1);
  with_items(fn, with, i + 1);
  fn->block = block.outer;
  region_close(fn, &region);
  leave_with(fn, &block);
  fn_jump(fn, OP_JMP, 0, 0, &done);
  with_handle(fn, &region, exit, caught, assigned, span);
  fn_place(fn, &done);
  fn->top = mark;
}

void emit_with(Fn *fn, AstWith *with) {
  with_items(fn, with, 0);
}
