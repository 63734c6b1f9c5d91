// Calls. The window lies at the top of the temporaries: callee, three slots for the callee's frame, the arguments.
// Arguments are evaluated straight into the window. Calls with stars, or with very many arguments, collect them in a
// list and a dict first.
#include "frontend/emit/emit_int.h"

enum { CALL_MANY = 200 };

static bool call_is_spread(const AstCall *call) {
  if (call->args.count + call->keywords.count > CALL_MANY) return true;
  for (uint32_t i = 0; i < call->args.count; i++)
    if (AST_IS(Starred, call->args.items[i])) return true;
  for (uint32_t i = 0; i < call->keywords.count; i++)
    if (!AST_AS(Keyword, call->keywords.items[i])->name) return true;
  return false;
}

// 1 + the constant tuple of the keyword names, or 0.
static uint32_t call_put_names(Fn *fn, AstSeq keywords) {
  if (!keywords.count) return 0;
  uint32_t *names = arena_new_array(&fn->scratch, uint32_t, keywords.count);
  for (uint32_t i = 0; i < keywords.count; i++) names[i] = fn_name(fn, AST_AS(Keyword, keywords.items[i])->name);
  return consts_put_tuple(&fn->consts, names, keywords.count) + 1;
}

static uint32_t call_put_args(Fn *fn, const AstCall *call) {
  for (uint32_t i = 0; i < call->args.count; i++) emit_to(fn, call->args.items[i], fn_push(fn, 1));
  for (uint32_t i = 0; i < call->keywords.count; i++)
    emit_to(fn, AST_AS(Keyword, call->keywords.items[i])->value, fn_push(fn, 1));
  return call->args.count + call->keywords.count;
}

// ---- spread calls

static void call_spread_star(Fn *fn, const AstNode *call, AstNode *arg, Reg window) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  fn_move(fn, row, window + 4);
  emit_to(fn, AST_AS(Starred, arg)->value, row + 1);
  fn_move(fn, row + 2, window);
  fn_at(fn, call);
  fn_intrinsic(fn, INTRINSIC_star_args, row, 3);
  fn->top = mark;
}

static void call_spread_one(Fn *fn, const AstNode *call, AstNode *arg, Reg window) {
  uint32_t mark = fn->top;
  bool is_star = AST_IS(Starred, arg);
  Reg value = emit_any(fn, is_star ? AST_AS(Starred, arg)->value : arg);
  fn_at(fn, call);
  fn_put(fn, is_star ? OP_EXTEND : OP_APPEND, window + 4, value, 0);
  fn->top = mark;
}

// As in CPython the error of a single * argument names the function, one among others does not.
static void call_spread_args(Fn *fn, const AstNode *call, AstSeq args, Reg window) {
  fn_put(fn, OP_LIST, window + 4, window + 4, 0);
  if (args.count == 1 && AST_IS(Starred, args.items[0])) {
    call_spread_star(fn, call, args.items[0], window);
    return;
  }
  for (uint32_t i = 0; i < args.count; i++) call_spread_one(fn, call, args.items[i], window);
}

// R[row] is the dict so far, R[row + 1] the mapping to add.
static void call_merge(Fn *fn, Reg row, Reg window) {
  fn_move(fn, row, window + 5);
  fn_move(fn, row + 2, window);
  fn_intrinsic(fn, INTRINSIC_dict_merge, row, 3);
}

static void call_spread_keyword(Fn *fn, const AstNode *call, AstKeyword *keyword, Reg window) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  if (!keyword->name) {
    emit_to(fn, keyword->value, row + 1);
  } else {
    Reg pair = fn_push(fn, 2);
    fn_load_atom(fn, pair, keyword->name);
    emit_to(fn, keyword->value, pair + 1);
    fn_put(fn, OP_DICT, row + 1, pair, 1);
  }
  fn_at(fn, call);
  call_merge(fn, row, window);
  fn->top = mark;
}

static void call_spread_keywords(Fn *fn, const AstNode *call, AstSeq keywords, Reg window) {
  if (!keywords.count) {
    fn_load_singleton(fn, window + 5, BC_SINGLETON_NONE);
    return;
  }
  fn_put(fn, OP_DICT, window + 5, window + 5, 0);
  for (uint32_t i = 0; i < keywords.count; i++) call_spread_keyword(fn, call, AST_AS(Keyword, keywords.items[i]), window);
}

// The call's parts as the intrinsic takes them: callee, arguments, keywords.
void emit_spawn(Fn *fn, AstSpawn *spawn, Reg dst) {
  uint32_t mark = fn->top;
  AstCall *call = AST_AS(Call, spawn->value);
  Reg window = fn_open_row(fn, dst);
  fn_push(fn, BC_WINDOW_HEADER + 2);
  emit_to(fn, call->func, window);
  call_spread_args(fn, &call->node, call->args, window);
  call_spread_keywords(fn, &call->node, call->keywords, window);
  fn_move(fn, window + 1, window + BC_WINDOW_HEADER);
  fn_move(fn, window + 2, window + BC_WINDOW_HEADER + 1);
  fn_at(fn, &spawn->node);
  fn_intrinsic(fn, INTRINSIC_spawn, window, 3);
  fn_close_row(fn, window, dst, mark);
}

void emit_await(Fn *fn, AstAwait *await, Reg dst) {
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  fn_push(fn, 1);
  emit_to(fn, await->value, row);
  fn_at(fn, &await->node);
  fn_intrinsic(fn, INTRINSIC_await_task, row, 1);
  fn_close_row(fn, row, dst, mark);
}

static void call_spread(Fn *fn, AstCall *call, Reg dst) {
  uint32_t mark = fn->top;
  Reg window = fn_open_row(fn, dst);
  fn_push(fn, BC_WINDOW_HEADER + 2);
  emit_to(fn, call->func, window);
  call_spread_args(fn, &call->node, call->args, window);
  call_spread_keywords(fn, &call->node, call->keywords, window);
  fn_at(fn, &call->node);
  fn_put(fn, OP_CALLEX, window, 0, 0);
  fn_close_row(fn, window, dst, mark);
}

// ---- plain calls

static void call_function(Fn *fn, AstCall *call, Reg dst) {
  uint32_t mark = fn->top;
  Reg window = fn_open_row(fn, dst);
  fn_push(fn, BC_WINDOW_HEADER);
  emit_to(fn, call->func, window);
  uint32_t count = call_put_args(fn, call);
  fn_at(fn, &call->node);
  fn_put(fn, OP_CALL, window, count, call_put_names(fn, call->keywords));
  fn_close_row(fn, window, dst, mark);
}


static void call_method(Fn *fn, AstCall *call, Reg dst) {
  AstAttribute *attribute = AST_AS(Attribute, call->func);
  uint32_t mark = fn->top;
  Reg window = fn_open_row(fn, dst);
  fn_push(fn, BC_WINDOW_HEADER + 1);
  Reg object = emit_local_of(fn, attribute->value);
  if (object == FN_NO_PC) emit_to(fn, attribute->value, object = window + BC_WINDOW_HEADER);
  const Atom *name = scope_mangle(fn->em->tree, fn->scope, attribute->attr);
  fn_at_attribute(fn, attribute);
  fn_put(fn, OP_METHOD, window, object, fn_name(fn, name));
  uint32_t count = call_put_args(fn, call);
  fn_at_method(fn, &call->node, attribute);
  fn_put(fn, OP_CALLM, window, count + 1, call_put_names(fn, call->keywords));
  fn_close_row(fn, window, dst, mark);
}

// ---- super()

// The enclosing function's first positional parameter, or NULL.
static const Symbol *call_first_param(const Fn *fn) {
  const Symbol *first = fn->scope->first;
  const AstNode *node = fn->scope->node;
  if (!first || !(first->flags & SYMBOL_PARAM)) return nullptr;
  const AstNode *args = nullptr;
  if (AST_IS(FunctionDef, node)) args = ((const AstFunctionDef *)node)->args;
  if (AST_IS(Lambda, node)) args = ((const AstLambda *)node)->args;
  const AstArguments *list = (const AstArguments *)args;
  bool has_others = list && (list->vararg || list->kwonly.count || list->kwarg);
  return has_others && !list->posonly.count && !list->args.count ? nullptr : first;
}

static const Symbol *call_class_cell(const Fn *fn) {
  const Symbol *cell = scope_find(fn->scope, intern_put_text(fn->em->tree->intern, "__class__"));
  return cell && cell->place == PLACE_FREE ? cell : nullptr;
}

// `from m import *` does not count: what it could bring must not make every super() of the module one without a class.
static bool call_names_super(const Fn *fn, const Atom *name) {
  const Symbol *symbol = atom_is(name, "super") ? scope_symbol(fn->em->tree, fn->scope, name) : nullptr;
  return symbol && symbol->place == PLACE_GLOBAL && !(scope_find(fn->em->tree->module, name)->flags & SYMBOL_BOUND);
}

static bool call_is_super(const Fn *fn, const AstCall *call) {
  if (call->args.count || call->keywords.count || !AST_IS(Name, call->func)) return false;
  if (!call_names_super(fn, ((const AstName *)call->func)->id)) return false;
  return scope_is_function(fn->scope) && call_first_param(fn);
}

// Can it be told that super() has what it needs: the class, and a first parameter that nothing deletes?
static bool super_is_plain(const Fn *fn, const Symbol *self) {
  if (!call_class_cell(fn)) return false;
  return self->place == PLACE_CELL ? !(self->flags & SYMBOL_DELETED) : fn_is_assigned(fn, self->index);
}

// super() is super(__class__, first parameter).
static void call_plain_super(Fn *fn, AstCall *call, const Symbol *self, Reg dst) {
  uint32_t mark = fn->top;
  Reg window = fn_open_row(fn, dst);
  Reg args = fn_push(fn, BC_WINDOW_HEADER + 2) + BC_WINDOW_HEADER;
  emit_to(fn, call->func, window);
  fn_put(fn, OP_GETFREE, args, call_class_cell(fn)->index, 0);
  if (self->place == PLACE_CELL) fn_put(fn, OP_GETCELL, args + 1, self->index, 0);
  else fn_move(fn, args + 1, self->index);
  fn_at(fn, &call->node);
  fn_put(fn, OP_CALL, window, 2, 0);
  fn_close_row(fn, window, dst, mark);
}

static void call_super(Fn *fn, AstCall *call, Reg dst) {
  const Symbol *self = call_first_param(fn), *cell = call_class_cell(fn);
  if (super_is_plain(fn, self)) {
    call_plain_super(fn, call, self, dst);
    return;
  }
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  fn_push(fn, 2);
  if (cell) fn_put(fn, OP_GETFREE, row, cell->index, 0);
  else fn_load_singleton(fn, row, BC_SINGLETON_NONE);
  if (self->place == PLACE_LOCAL && !fn_is_assigned(fn, self->index)) fn_note_checked(fn, self->index);
  fn_move(fn, row + 1, self->index);
  fn_at(fn, &call->node);
  fn_intrinsic(fn, INTRINSIC_super_of, row, 2);
  fn_close_row(fn, row, dst, mark);
}

// ---- locals(), vars() and dir() without arguments

static bool call_is_local_names(const Fn *fn, const AstCall *call) {
  if (call->args.count || call->keywords.count || !AST_IS(Name, call->func) || fn->scope->kind == SCOPE_MODULE) return false;
  const Atom *name = ((const AstName *)call->func)->id;
  bool is_one = atom_is(name, "locals") || atom_is(name, "vars") || (atom_is(name, "dir") && fn->scope->kind != SCOPE_CLASS);
  return is_one && scope_is_builtin(fn->em->tree, fn->scope, name);
}

// Has the symbol a register of the frame? Parameters come first in locals(), then other locals, then other cells.
static bool call_is_frame_name(const Symbol *symbol, bool cells) {
  bool is_late_cell = symbol->place == PLACE_CELL && !(symbol->flags & SYMBOL_PARAM);
  return cells ? is_late_cell : symbol->place == PLACE_LOCAL || (symbol->place == PLACE_CELL && !is_late_cell);
}

typedef VEC(uint32_t) ConstVec;

// The names into `names`, what they hold into new temporaries.
static void call_put_frame(Fn *fn, bool cells, ConstVec *names) {
  for (const Symbol *s = fn->scope->first; s; s = s->next) {
    if (!call_is_frame_name(s, cells)) continue;
    if (s->place == PLACE_LOCAL && !fn_is_assigned(fn, s->index)) fn_note_checked(fn, s->index);
    if (s->place == PLACE_CELL) vec_push(names, consts_put_singleton(&fn->consts, BC_SINGLETON_TRUE));
    vec_push(names, fn_name(fn, s->name));
    fn_move(fn, fn_push(fn, 1), s->index);
  }
}

static void call_local_names(Fn *fn, AstCall *call, Reg dst) {
  fn_at(fn, &call->node);
  if (fn->scope->kind == SCOPE_CLASS) {
    fn_move(fn, dst, 0);
    return;
  }
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  ConstVec names = {0};
  fn_push(fn, 2);
  call_put_frame(fn, false, &names);
  call_put_frame(fn, true, &names);
  fn_load_atom(fn, row, ((const AstName *)call->func)->id);
  fn_load_const(fn, row + 1, consts_put_tuple(&fn->consts, names.items, names.count));
  fn_intrinsic(fn, INTRINSIC_local_names, row, fn->top - row);
  vec_fini(&names);
  fn_close_row(fn, row, dst, mark);
}

void emit_call(Fn *fn, AstCall *call, Reg dst) {
  if (call_is_local_names(fn, call)) call_local_names(fn, call, dst);
  else if (call_is_super(fn, call)) call_super(fn, call, dst);
  else if (emit_sized_call(fn, call, dst)) return;
  else if (call_is_spread(call)) call_spread(fn, call, dst);
  else if (AST_IS(Attribute, call->func)) call_method(fn, call, dst);
  else call_function(fn, call, dst);
}
