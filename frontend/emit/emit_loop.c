// Loops. The test stands twice, before the first round and at the bottom, so that a round costs one jump.
//
//   while:  if not test goto else      for:  FORPREP state, iterable -> next
//     body: ...                          body: ...
//     next: if test goto body            next: FORLOOP target, state -> body
//     else: ...                          else: ...
//      end:                               end:
#include "frontend/emit/emit_int.h"

typedef struct {
  Block block;
  Label body, next, end;
} Loop;

static void loop_open(Fn *fn, Loop *loop) {
  label_init(&loop->body);
  label_init(&loop->next);
  label_init(&loop->end);
  loop->block = (Block){.outer = fn->block, .kind = BLOCK_LOOP, .on_break = &loop->end, .on_continue = &loop->next};
}

static void loop_body(Fn *fn, Loop *loop, AstSeq body) {
  fn->block = &loop->block;
  emit_body(fn, body);
  fn->block = loop->block.outer;
}

void emit_while(Fn *fn, AstWhile *stmt) {
  Loop loop;
  Label orelse;
  loop_open(fn, &loop);
  label_init(&orelse);
  emit_cond(fn, stmt->test, &orelse, false);
  if (fn->is_reachable) {
    fn_place_back(fn, &loop.body);
    loop_body(fn, &loop, stmt->body);
    fn_place(fn, &loop.next);
    emit_cond(fn, stmt->test, &loop.body, true);
  }
  fn_place(fn, &orelse);
  emit_body(fn, stmt->orelse);
  fn_place(fn, &loop.end);
}

// The items go straight into a local target, else into a temporary that is stored at the body's start. `iterable` is evaluated already,
// or FN_NO_PC.
static void emit_rounds(Fn *fn, AstFor *stmt, Reg iterable) {
  uint32_t mark = fn->top;
  Loop loop;
  loop_open(fn, &loop);
  Reg direct = emit_target_reg(fn, stmt->target);
  Reg state = fn_push(fn, 3);
  Reg item = direct != FN_NO_PC ? direct : fn_push(fn, 1);
  uint32_t inside = fn->top;
  if (iterable == FN_NO_PC) iterable = emit_view(fn, stmt->iter);
  fn->top = inside;
  fn_at(fn, &stmt->node);
  fn_jump(fn, OP_FORPREP, state, iterable, &loop.next);
  fn_place_back(fn, &loop.body);
  if (direct != FN_NO_PC) fn_set_assigned(fn, direct);
  else emit_store(fn, stmt->target, item);
  loop_body(fn, &loop, stmt->body);
  fn_place(fn, &loop.next);
  fn_at(fn, &stmt->node);
  fn_jump(fn, OP_FORLOOP, item, state, &loop.body);
  fn->top = mark;
  if (!stmt->is_parallel) emit_body(fn, stmt->orelse);
  fn_place(fn, &loop.end);
}

// The loop over a part of the iterable, as a function of that part.
static uint32_t parallel_body(Fn *outer, AstFor *stmt) {
  uint32_t index;
  Fn fn;
  const Scope *scope = scope_of_node(outer->em->tree, &stmt->node);
  BcProto *proto = emit_new_proto(outer->em, outer, scope, &index);
  proto->npos = proto->nposonly = proto->nparams = 1;
  proto->param_hints = arena_new_array(outer->em->arena, uint8_t, 1);
  fn_init(&fn, outer->em, outer, scope, proto);
  fn_at(&fn, &stmt->node);
  emit_rounds(&fn, stmt, 0);
  fn_at(&fn, &stmt->node);
  fn_put(&fn, OP_RETNONE, 0, 0, 0);
  fn_finish(&fn);
  fn_fini(&fn);
  return index;
}

static void emit_parallel(Fn *fn, AstFor *stmt) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  emit_to(fn, stmt->iter, row);
  emit_closure(fn, row + 1, parallel_body(fn, stmt), 0, 0);
  fn_at(fn, &stmt->node);
  fn_intrinsic(fn, INTRINSIC_parallel_for, row, 2);
  fn->top = mark;
  emit_body(fn, stmt->orelse);
}

void emit_for(Fn *fn, AstFor *stmt) {
  if (stmt->is_parallel) emit_parallel(fn, stmt);
  else emit_rounds(fn, stmt, FN_NO_PC);
}

void emit_break(Fn *fn, bool is_continue) {
  Block *loop = fn->block;
  while (loop && loop->kind != BLOCK_LOOP) loop = loop->outer;
  if (!loop) return;  // refused by the checker
  emit_leave(fn, loop);
  fn_jump(fn, OP_JMP, 0, 0, is_continue ? loop->on_continue : loop->on_break);
  emit_stay(fn, loop);
}
