// Fn: the low-level half of the emitter (see fn.h): appends instructions, resolves jumps, counts registers, keeps the
// line table, and turns the result into a BcProto.
#include "frontend/emit/fn.h"

#include <stdlib.h>
#include <string.h>

void emit_report(Emitter *em, Span span, const char *format, ...) {
  va_list args;
  va_start(args, format);
  diag_error_v(em->diag, span, DIAG_LIMIT, format, args);
  va_end(args);
  em->failed = true;
}

// ---- life

static uint64_t *fn_new_bits(Fn *fn) {
  return arena_new_array(&fn->scratch, uint64_t, fn->nwords);
}

static void fn_set_bit(uint64_t *bits, uint32_t i) {
  bits[i / 64] |= (uint64_t)1 << (i % 64);
}

static void fn_clear_bit(uint64_t *bits, uint32_t i) {
  bits[i / 64] &= ~((uint64_t)1 << (i % 64));
}

static void fn_init_bits(Fn *fn) {
  fn->nwords = (fn->scope->nlocal + 63) / 64;
  fn->assigned = fn_new_bits(fn);
  fn->deletable = fn_new_bits(fn);
  fn->checked = fn_new_bits(fn);
  for (const Symbol *symbol = fn->scope->first; symbol; symbol = symbol->next) {
    if (symbol->place != PLACE_LOCAL && symbol->place != PLACE_CELL) continue;
    if (symbol->flags & SYMBOL_PARAM || symbol->place == PLACE_CELL) fn_set_bit(fn->assigned, symbol->index);
    if (symbol->flags & SYMBOL_DELETED && symbol->place == PLACE_LOCAL) fn_set_bit(fn->deletable, symbol->index);
  }
}

void fn_init(Fn *fn, Emitter *em, Fn *outer, const Scope *scope, BcProto *proto) {
  *fn = (Fn){.em = em, .outer = outer, .scope = scope, .proto = proto, .is_reachable = true};
  arena_init(&fn->scratch);
  consts_init(&fn->consts, em->arena);
  fn_init_bits(fn);
  fn->top = scope->nlocal;
  fn->nregs = fn->top ? fn->top : 1;  // instructions with an unused register name R[0]
  if (scope->nlocal >= FN_MAX_REGS) emit_report(em, scope->node->span, "too many local variables in one function");
}

void fn_fini(Fn *fn) {
  vec_fini(&fn->code);
  vec_fini(&fn->lines);
  vec_fini(&fn->jumps);
  vec_fini(&fn->handlers);
  vec_fini(&fn->targets);
  consts_fini(&fn->consts);
  arena_fini(&fn->scratch);
}

// ---- registers

Reg fn_push(Fn *fn, uint32_t count) {
  Reg first = fn->top;
  if (first + count > FN_MAX_REGS) {
    if (!fn->em->failed) emit_report(fn->em, fn->span, "this function needs more than %d registers", FN_MAX_REGS);
    return fn->scope->nlocal;
  }
  fn->top += count;
  if (fn->top > fn->nregs) fn->nregs = fn->top;
  return first;
}

Reg fn_open_row(Fn *fn, Reg dst) {
  if (dst + 1 == fn->top && fn_is_temp(fn, dst)) fn->top = dst;
  return fn->top;
}

void fn_close_row(Fn *fn, Reg row, Reg dst, uint32_t mark) {
  fn_move(fn, dst, row);
  fn->top = mark;
}

// ---- instructions

void fn_at_method(Fn *fn, const AstNode *call, const AstAttribute *attribute) {
  Span named = attribute->node.span;
  fn->span = call->span;
  if (named.line == named.end_line || named.end_col < attribute->attr->length) return;
  fn->span.line = named.end_line;
  fn->span.col = named.end_col - attribute->attr->length;
}

void fn_at_attribute(Fn *fn, const AstAttribute *attribute) {
  fn_at_method(fn, &attribute->node, attribute);
}

static uint16_t fn_column(uint32_t column) {
  return column < 0xFFFF ? (uint16_t)column : 0xFFFF;
}

static void fn_put_line(Fn *fn) {
  BcLine line = {fn->code.count, fn->span.line, fn->span.end_line, fn_column(fn->span.col), fn_column(fn->span.end_col)};
  if (fn->lines.count) {
    const BcLine *last = &vec_last(&fn->lines);
    if (last->line == line.line && last->end_line == line.end_line && last->col == line.col &&
        last->end_col == line.end_col)
      return;
  }
  vec_push(&fn->lines, line);
}

static void fn_put_insn(Fn *fn, BcInsn insn) {
  if (!fn->is_reachable) return;
  if (fn->code.count == FN_MAX_CODE && !fn->em->failed)
    emit_report(fn->em, fn->span, "this function is too long: more than %d instructions", FN_MAX_CODE);
  fn_put_line(fn);
  vec_push(&fn->code, insn);
}

void fn_put(Fn *fn, BcOp op, uint32_t a, uint32_t b, uint32_t c) {
  fn_put_insn(fn, bc_make(op, a, b, c));
}

void fn_put_k(Fn *fn, BcOp op, uint32_t a, uint32_t b, uint32_t c16, uint32_t k) {
  fn_put_insn(fn, bc_make_k(op, a, b, c16, k));
}

void fn_move(Fn *fn, Reg to, Reg from) {
  if (to != from) fn_put(fn, OP_MOVE, to, from, 0);
}

void fn_load_singleton(Fn *fn, Reg to, BcSingleton which) {
  fn_put(fn, OP_LOADS, to, which, 0);
}

void fn_load_int(Fn *fn, Reg to, int64_t value) {
  if (value >= -(1 << 23) && value < 1 << 23) fn_put(fn, OP_LOADI, to, 0, (uint32_t)value);
  else fn_load_const(fn, to, consts_put_int(&fn->consts, value));
}

void fn_load_const(Fn *fn, Reg to, uint32_t index) {
  if (index > FN_MAX_CONSTS && !fn->em->failed)
    emit_report(fn->em, fn->span, "this function has more than %d constants", FN_MAX_CONSTS + 1);
  fn_put(fn, OP_LOADK, to, index, 0);
}

void fn_load_str(Fn *fn, Reg to, const char *text, size_t length) {
  fn_load_const(fn, to, consts_put_text(&fn->consts, BC_CONST_STR, text, length));
}

void fn_load_atom(Fn *fn, Reg to, const Atom *atom) {
  fn_load_str(fn, to, atom->text, atom->length);
}

void fn_intrinsic(Fn *fn, BcIntrinsic id, Reg first, uint32_t argc) {
  fn_put(fn, OP_INTRINSIC, first, id, argc);
}

void fn_intrinsic_raising(Fn *fn, BcIntrinsic id, Reg first, uint32_t argc) {
  fn_intrinsic(fn, id, first, argc);
  fn_put(fn, OP_RAISE, first, 0, 0);
  fn_end_flow(fn);
}

uint32_t fn_name(Fn *fn, const Atom *atom) {
  return consts_put_text(&fn->consts, BC_CONST_STR, atom->text, atom->length);
}

// ---- flow

void label_init(Label *label) {
  *label = (Label){.pc = FN_NO_PC};
}

static void fn_meet(Fn *fn, uint64_t *into, const uint64_t *other) {
  for (uint32_t i = 0; i < fn->nwords; i++) into[i] &= other[i];
}

uint64_t *fn_copy_assigned(Fn *fn) {
  uint64_t *copy = fn_new_bits(fn);
  memcpy(copy, fn->assigned, fn->nwords * sizeof *copy);
  return copy;
}

static void fn_patch(Fn *fn, uint32_t pc, uint32_t target) {
  int64_t offset = (int64_t)target - (int64_t)pc - 1;
  if (llabs(offset) > FN_MAX_JUMP && !fn->em->failed)
    emit_report(fn->em, fn->span, "this function is too long: a jump over more than %d instructions", FN_MAX_JUMP);
  BcInsn insn = fn->code.items[pc];
  fn->code.items[pc] = bc_make(bc_op(insn), bc_a(insn), bc_b(insn), (uint32_t)offset);
}

void fn_jump(Fn *fn, BcOp op, uint32_t a, uint32_t b, Label *label) {
  if (!fn->is_reachable) return;
  fn_put(fn, op, a, b, 0);
  uint32_t pc = fn->code.count - 1;
  if (label->pc != FN_NO_PC) {
    fn_patch(fn, pc, label->pc);
  } else {
    vec_push(&fn->jumps, {pc, label->pending});
    label->pending = fn->jumps.count;
    if (label->assigned) fn_meet(fn, label->assigned, fn->assigned);
    else label->assigned = fn_copy_assigned(fn);
  }
  if (op == OP_JMP) fn_end_flow(fn);
}

void fn_place(Fn *fn, Label *label) {
  label->pc = fn->code.count;
  for (uint32_t i = label->pending; i; i = fn->jumps.items[i - 1].next)
    fn_patch(fn, fn->jumps.items[i - 1].pc, label->pc);
  if (!label->pending) return;
  if (fn->is_reachable) fn_meet(fn, fn->assigned, label->assigned);
  else memcpy(fn->assigned, label->assigned, fn->nwords * sizeof *fn->assigned);
  fn->is_reachable = true;
}

void fn_place_back(Fn *fn, Label *label) {
  label->pc = fn->code.count;
  for (uint32_t i = 0; i < fn->nwords; i++) fn->assigned[i] &= ~fn->deletable[i];
}

void fn_end_flow(Fn *fn) {
  fn->is_reachable = false;
}

bool fn_is_assigned(const Fn *fn, Reg local) {
  return fn->assigned[local / 64] >> (local % 64) & 1;
}

void fn_set_assigned(Fn *fn, Reg local) {
  fn_set_bit(fn->assigned, local);
}

void fn_set_unassigned(Fn *fn, Reg local) {
  fn_clear_bit(fn->assigned, local);
}

void fn_note_checked(Fn *fn, Reg local) {
  fn_set_bit(fn->checked, local);
}

// ---- handlers

void region_open(Fn *fn, Region *region, Reg reg) {
  vec_push(&fn->targets, FN_NO_PC);
  *region = (Region){fn->region, fn->targets.count - 1, fn->code.count, fn->region ? fn->region->depth + 1 : 0, reg};
  fn->region = region;
}

void region_interrupt(Fn *fn, Region *region) {
  if (region->start == FN_NO_PC) return;
  uint32_t start = region->start, end = fn->code.count;
  region->start = FN_NO_PC;
  if (start == end) return;
  BcHandler handler = {start, end, region->id, (uint16_t)region->reg};
  vec_push(&fn->handlers, {handler, region->depth});
}

void region_resume(Fn *fn, Region *region) {
  region->start = fn->code.count;
}

void region_close(Fn *fn, Region *region) {
  region_interrupt(fn, region);
  fn->region = region->outer;
}

static bool region_is_used(const Fn *fn, const Region *region) {
  for (uint32_t i = fn->handlers.count; i-- > 0;)
    if (fn->handlers.items[i].handler.target == region->id) return true;
  return false;
}

void region_handle(Fn *fn, const Region *region, const uint64_t *assigned) {
  fn->targets.items[region->id] = fn->code.count;
  fn->is_reachable = region_is_used(fn, region);
  for (uint32_t i = 0; i < fn->nwords; i++) fn->assigned[i] = assigned[i] & ~fn->deletable[i];
}

// ---- finishing

// Cells are made and possibly-unbound locals start unbound, before anything else runs.
static void fn_collect_prologue(Fn *fn, BcInsn *out, uint32_t *count) {
  for (const Symbol *symbol = fn->scope->first; symbol; symbol = symbol->next) {
    bool is_cell = symbol->place == PLACE_CELL;
    if (!is_cell && symbol->place != PLACE_LOCAL) continue;
    bool is_param = symbol->flags & SYMBOL_PARAM;
    bool is_checked = fn->checked[symbol->index / 64] >> (symbol->index % 64) & 1;
    if (!is_param && (is_cell || is_checked)) out[(*count)++] = bc_make(OP_LOADS, symbol->index, BC_SINGLETON_UNBOUND, 0);
    if (is_cell) out[(*count)++] = bc_make(OP_NEWCELL, symbol->index, 0, 0);
  }
}

static int fn_compare_handlers(const void *left, const void *right) {
  const PendingHandler *a = left, *b = right;
  if (a->depth != b->depth) return a->depth < b->depth ? 1 : -1;
  return a->handler.start < b->handler.start ? -1 : a->handler.start > b->handler.start;
}

static void fn_finish_handlers(Fn *fn, uint32_t shift) {
  BcHandler *handlers = arena_new_array(fn->em->arena, BcHandler, fn->handlers.count);
  if (fn->handlers.count > 1)
    qsort(fn->handlers.items, fn->handlers.count, sizeof *fn->handlers.items, fn_compare_handlers);
  for (uint32_t i = 0; i < fn->handlers.count; i++) {
    BcHandler handler = fn->handlers.items[i].handler;
    handlers[i] = (BcHandler){handler.start + shift, handler.end + shift,
                              fn->targets.items[handler.target] + shift, handler.reg};
  }
  fn->proto->handlers = handlers;
  fn->proto->nhandler = fn->handlers.count;
}

static void fn_finish_lines(Fn *fn, uint32_t shift) {
  for (uint32_t i = 0; i < fn->lines.count; i++) fn->lines.items[i].pc += shift;
  if (fn->lines.count) fn->lines.items[0].pc = 0;
  fn->proto->lines = vec_copy_items(&fn->lines, fn->em->arena);
  fn->proto->nline = fn->lines.count;
}

void fn_finish(Fn *fn) {
  BcInsn *prologue = arena_new_array(&fn->scratch, BcInsn, 2 * fn->scope->nlocal + 1);
  uint32_t shift = 0;
  fn_collect_prologue(fn, prologue, &shift);
  uint32_t ncode = shift + fn->code.count;
  BcInsn *code = arena_new_array(fn->em->arena, BcInsn, ncode);
  memcpy(code, prologue, shift * sizeof *code);
  if (fn->code.count) memcpy(code + shift, fn->code.items, fn->code.count * sizeof *code);
  fn_finish_handlers(fn, shift);
  fn_finish_lines(fn, shift);
  fn->proto->code = code;
  fn->proto->ncode = ncode;
  fn->proto->consts = vec_copy_items(&fn->consts.items, fn->em->arena);
  fn->proto->nconst = fn->consts.items.count;
  fn->proto->nregs = (uint16_t)fn->nregs;
}
