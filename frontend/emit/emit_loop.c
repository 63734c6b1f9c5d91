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

// The items go straight into a local target, else into a temporary that is stored at the body's start.
void emit_for(Fn *fn, AstFor *stmt) {
  uint32_t mark = fn->top;
  Loop loop;
  loop_open(fn, &loop);
  Reg direct = emit_target_reg(fn, stmt->target);
  Reg state = fn_push(fn, 3);
  Reg item = direct != FN_NO_PC ? direct : fn_push(fn, 1);
  uint32_t inside = fn->top;
  Reg iterable = emit_view(fn, stmt->iter);
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
  emit_body(fn, stmt->orelse);
  fn_place(fn, &loop.end);
}

void emit_break(Fn *fn, bool is_continue) {
  Block *loop = fn->block;
  while (loop && loop->kind != BLOCK_LOOP) loop = loop->outer;
  if (!loop) return;  // refused by the checker
  emit_leave(fn, loop);
  fn_jump(fn, OP_JMP, 0, 0, is_continue ? loop->on_continue : loop->on_break);
  emit_stay(fn, loop);
}
