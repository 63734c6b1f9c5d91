// Functions: prototypes, closures with their defaults, decorators, yield.
#include "frontend/emit/emit_int.h"

#include <string.h>

BcStr emit_copy_str(Emitter *em, const char *text, size_t length) {
  return (BcStr){arena_copy_bytes(em->arena, text, length), (uint32_t)length};
}

static BcStr def_atom_str(Emitter *em, const Atom *atom) {
  return emit_copy_str(em, atom->text, atom->length);
}

// ---- prototypes

static bool def_is_global_name(const Fn *outer, const Scope *scope) {
  const Symbol *symbol = scope_symbol(outer->em->tree, outer->scope, scope->name);
  return symbol && symbol->flags & SYMBOL_GLOBAL;
}

static BcStr def_qualname(Emitter *em, const Fn *outer, const Scope *scope) {
  if (!outer || outer->scope->kind == SCOPE_MODULE || def_is_global_name(outer, scope))
    return def_atom_str(em, scope->name);
  StrBuf text = {0};
  const char *between = outer->scope->kind == SCOPE_CLASS ? "." : ".<locals>.";
  strbuf_put_format(&text, "%s%s%s", outer->proto->qualname.text, between, scope->name->text);
  BcStr qualname = emit_copy_str(em, text.bytes, text.length);
  strbuf_fini(&text);
  return qualname;
}

static void def_fill_vars(Emitter *em, const Scope *scope, BcProto *proto) {
  BcStr *vars = arena_new_array(em->arena, BcStr, scope->nlocal);
  for (uint32_t i = 0; i < scope->nlocal; i++) vars[i] = emit_copy_str(em, "", 0);
  for (const Symbol *symbol = scope->first; symbol; symbol = symbol->next)
    if (symbol->place == PLACE_LOCAL || symbol->place == PLACE_CELL)
      vars[symbol->index] = def_atom_str(em, symbol->name);
  proto->vars = vars;
  proto->nvar = scope->nlocal;
}

static void def_fill_captures(Emitter *em, const Scope *scope, BcProto *proto) {
  BcCapture *captures = arena_new_array(em->arena, BcCapture, scope->ncapture);
  BcStr *names = arena_new_array(em->arena, BcStr, scope->ncapture);
  for (uint32_t i = 0; i < scope->ncapture; i++) {
    const ScopeCapture *from = &scope->captures[i];
    captures[i] = (BcCapture){from->cell != nullptr, (uint16_t)(from->cell ? from->cell->index : from->outer)};
    names[i] = def_atom_str(em, from->name);
  }
  proto->captures = captures;
  proto->capture_names = names;
  proto->ncapture = scope->ncapture;
}

BcProto *emit_new_proto(Emitter *em, Fn *outer, const Scope *scope, uint32_t *index) {
  BcProto *proto = arena_new(em->arena, BcProto);
  *index = em->protos.count;
  if (*index > 0xFFFF && !em->failed)
    emit_report(em, scope->node->span, "this module has more than %d functions", 0xFFFF);
  vec_push(&em->protos, proto);
  proto->name = def_atom_str(em, scope->name);
  proto->qualname = def_qualname(em, outer, scope);
  proto->line = scope->node->span.line;
  bool is_inside_function = outer && outer->scope->kind != SCOPE_MODULE;
  if (scope->ncapture || is_inside_function) proto->flags |= BC_NESTED;
  if (scope->is_generator) proto->flags |= BC_GENERATOR;
  def_fill_vars(em, scope, proto);
  def_fill_captures(em, scope, proto);
  return proto;
}

void emit_closure(Fn *fn, Reg dst, uint32_t index, Reg extras, uint32_t kinds) {
  fn_put_k(fn, OP_CLOSURE, dst, index, kinds ? extras : 0, kinds);
}

const AstConst *emit_docstring(AstSeq body) {
  if (!body.count || !AST_IS(Expr, body.items[0])) return nullptr;
  AstNode *value = AST_AS(Expr, body.items[0])->value;
  if (!AST_IS(Constant, value) || AST_AS(Constant, value)->value.kind != CONST_STR) return nullptr;
  return &AST_AS(Constant, value)->value;
}

// ---- parameters

static void def_count_params(BcProto *proto, const AstArguments *args) {
  proto->nposonly = (uint16_t)args->posonly.count;
  proto->npos = (uint16_t)(args->posonly.count + args->args.count);
  proto->nkwonly = (uint16_t)args->kwonly.count;
  proto->nparams = proto->npos + proto->nkwonly;
  if (args->vararg) proto->nparams++, proto->flags |= BC_VARARGS;
  if (args->kwarg) proto->nparams++, proto->flags |= BC_VARKW;
}

static void def_fill_hint_list(const Fn *fn, uint8_t *hints, uint32_t *next, AstSeq params) {
  for (uint32_t i = 0; i < params.count; i++)
    hints[(*next)++] = emit_type_hint(fn, AST_AS(Arg, params.items[i])->annotation);
}

static void def_fill_hints(Fn *fn, const AstArguments *args, AstNode *returns) {
  uint8_t *hints = arena_new_array(fn->em->arena, uint8_t, fn->proto->nparams);
  uint32_t next = 0;
  def_fill_hint_list(fn, hints, &next, args->posonly);
  def_fill_hint_list(fn, hints, &next, args->args);
  def_fill_hint_list(fn, hints, &next, args->kwonly);
  fn->proto->param_hints = hints;
  fn->proto->result_hint = emit_type_hint(fn, returns);
}

static void def_promise_param(Fn *fn, AstArg *arg) {
  if (!arg->annotation) return;
  uint32_t mark = fn->top;
  const Symbol *symbol = scope_symbol(fn->em->tree, fn->scope, arg->name);
  StrBuf what = {0};
  strbuf_put_format(&what, "%s() argument '%s'", fn->proto->name.text, arg->name->text);
  fn_at(fn, &arg->node);
  bool is_cell = symbol->place == PLACE_CELL;
  Reg value = is_cell ? fn_push(fn, 1) : symbol->index;
  if (is_cell) fn_put(fn, OP_GETCELL, value, symbol->index, 0);
  emit_promise(fn, arg->annotation, value, strbuf_text(&what));
  if (is_cell) fn_put(fn, OP_SETCELL, symbol->index, value, 0);
  strbuf_fini(&what);
  fn->top = mark;
}

static void def_promise_params(Fn *fn, AstSeq params) {
  for (uint32_t i = 0; i < params.count; i++) def_promise_param(fn, AST_AS(Arg, params.items[i]));
}

// `*args: int`: every one of them.
static void def_promise_rest(Fn *fn, AstArg *arg, const char *stars) {
  if (!arg->annotation || emit_type_is_any(fn, arg->annotation)) return;
  uint32_t mark = fn->top;
  const Symbol *symbol = scope_symbol(fn->em->tree, fn->scope, arg->name);
  StrBuf what = {0};
  strbuf_put_format(&what, "%s() argument '%s%s'", fn->proto->name.text, stars, arg->name->text);
  Reg row = fn_push(fn, 3);
  fn_at(fn, &arg->node);
  if (symbol->place == PLACE_CELL) fn_put(fn, OP_GETCELL, row, symbol->index, 0);
  else fn_move(fn, row, symbol->index);
  emit_type(fn, arg->annotation, row + 1);
  fn_at(fn, &arg->node);
  fn_load_const(fn, row + 2, emit_promise_text(fn, arg->annotation, strbuf_text(&what)));
  fn_intrinsic(fn, INTRINSIC_check_promises, row, 3);
  if (symbol->place == PLACE_CELL) fn_put(fn, OP_SETCELL, symbol->index, row, 0);
  else fn_move(fn, symbol->index, row);
  strbuf_fini(&what);
  fn->top = mark;
}

void emit_check_result(Fn *fn, Reg value) {
  if (!fn->returns) return;
  StrBuf what = {0};
  strbuf_put_format(&what, "%s() return value", fn->proto->name.text);
  emit_promise(fn, fn->returns, value, strbuf_text(&what));
  strbuf_fini(&what);
}

void emit_result(Fn *fn, AstNode *value, Reg dst) {
  StrBuf what = {0};
  strbuf_put_format(&what, "%s() return value", fn->proto->name.text);
  emit_promised(fn, fn->returns, value, fn->span, strbuf_text(&what), dst);
  strbuf_fini(&what);
}

static void def_promises(Fn *fn, AstFunctionDef *def, AstArguments *args) {
  fn->proto->flags |= BC_PROMISED;
  def_promise_params(fn, args->posonly);
  def_promise_params(fn, args->args);
  def_promise_params(fn, args->kwonly);
  if (args->vararg) def_promise_rest(fn, AST_AS(Arg, args->vararg), "*");
  if (args->kwarg) def_promise_rest(fn, AST_AS(Arg, args->kwarg), "**");
  if (!fn->scope->is_generator) fn->returns = def->returns;
}

// ---- bodies

static void def_end(Fn *fn, const AstNode *node) {
  if (fn->is_reachable) {
    fn->span = (Span){node->span.end_line, node->span.end_col, node->span.end_line, node->span.end_col};
    emit_return(fn, nullptr);
  }
  fn_finish(fn);
  fn_fini(fn);
}

static uint32_t def_function_body(Fn *outer, AstFunctionDef *def) {
  uint32_t index;
  Fn fn;
  const Scope *scope = scope_of_node(outer->em->tree, &def->node);
  BcProto *proto = emit_new_proto(outer->em, outer, scope, &index);
  AstArguments *args = AST_AS(Arguments, def->args);
  fn_init(&fn, outer->em, outer, scope, proto);
  def_count_params(proto, args);
  def_fill_hints(&fn, args, def->returns);
  const AstConst *doc = emit_docstring(def->body);
  if (doc) proto->doc = emit_copy_str(outer->em, doc->text.bytes, doc->text.length);
  fn_at(&fn, &def->node);
  if (def->is_fn) def_promises(&fn, def, args);
  emit_body(&fn, def->body);
  def_end(&fn, def->body.count ? def->body.items[def->body.count - 1] : &def->node);
  return index;
}

static uint32_t def_lambda_body(Fn *outer, AstLambda *lambda) {
  uint32_t index;
  Fn fn;
  const Scope *scope = scope_of_node(outer->em->tree, &lambda->node);
  BcProto *proto = emit_new_proto(outer->em, outer, scope, &index);
  fn_init(&fn, outer->em, outer, scope, proto);
  def_count_params(proto, AST_AS(Arguments, lambda->args));
  def_fill_hints(&fn, AST_AS(Arguments, lambda->args), nullptr);
  fn_at(&fn, lambda->body);
  emit_return(&fn, lambda->body);
  def_end(&fn, lambda->body);
  return index;
}

// ---- closures

static void def_kw_defaults(Fn *fn, const AstArguments *args, Reg dst) {
  uint32_t mark = fn->top, count = 0;
  Reg row = fn->top;
  for (uint32_t i = 0; i < args->kwonly.count; i++) {
    if (!args->kw_defaults.items[i]) continue;
    Reg pair = fn_push(fn, 2);
    fn_load_atom(fn, pair, scope_mangle(fn->em->tree, fn->scope, AST_AS(Arg, args->kwonly.items[i])->name));
    emit_to(fn, args->kw_defaults.items[i], pair + 1);
    count++;
  }
  fn_put(fn, OP_DICT, dst, row, count);
  fn->top = mark;
}

static bool def_has_kw_defaults(const AstArguments *args) {
  for (uint32_t i = 0; i < args->kw_defaults.count; i++)
    if (args->kw_defaults.items[i]) return true;
  return false;
}

static uint32_t def_annotate(Fn *fn, const Atom *name, AstNode *annotation) {
  if (!annotation) return 0;
  Reg pair = fn_push(fn, 2);
  fn_load_atom(fn, pair, name);
  emit_annotation(fn, annotation, pair + 1);
  return 1;
}

static uint32_t def_annotate_arg(Fn *fn, const AstNode *node) {
  if (!node) return 0;
  const AstArg *arg = (const AstArg *)node;
  return def_annotate(fn, scope_mangle(fn->em->tree, fn->scope, arg->name), arg->annotation);
}

static uint32_t def_annotate_args(Fn *fn, AstSeq params) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < params.count; i++) count += def_annotate_arg(fn, params.items[i]);
  return count;
}

static bool def_has_annotation(AstSeq params) {
  for (uint32_t i = 0; i < params.count; i++)
    if (AST_AS(Arg, params.items[i])->annotation) return true;
  return false;
}

static bool def_is_annotated(const AstFunctionDef *def) {
  const AstArguments *args = (const AstArguments *)def->args;
  if (def->returns || (args->vararg && AST_AS(Arg, args->vararg)->annotation)) return true;
  if (args->kwarg && AST_AS(Arg, args->kwarg)->annotation) return true;
  return def_has_annotation(args->posonly) || def_has_annotation(args->args) || def_has_annotation(args->kwonly);
}

// The dict of a def's annotations, in CPython's order; those of a fn are promises and live in its code.
static void def_annotations(Fn *fn, const AstFunctionDef *def, Reg dst) {
  const AstArguments *args = (const AstArguments *)def->args;
  uint32_t mark = fn->top;
  Reg row = fn->top;
  uint32_t count = def_annotate_args(fn, args->args);
  count += def_annotate_args(fn, args->posonly);
  count += def_annotate_arg(fn, args->vararg);
  count += def_annotate_args(fn, args->kwonly);
  count += def_annotate_arg(fn, args->kwarg);
  count += def_annotate(fn, intern_put_text(fn->em->tree->intern, "return"), def->returns);
  fn_put(fn, OP_DICT, dst, row, count);
  fn->top = mark;
}

// The extras of CLOSURE in a row; gives which.
static uint32_t def_extras(Fn *fn, const AstArguments *args) {
  uint32_t kinds = 0;
  if (args->defaults.count) {
    AstTuple tuple = {.node = {AST_Tuple, args->defaults.items[0]->span}, .elements = args->defaults};
    emit_to(fn, &tuple.node, fn_push(fn, 1));
    kinds |= BC_K_DEFAULTS;
  }
  if (def_has_kw_defaults(args)) {
    def_kw_defaults(fn, args, fn_push(fn, 1));
    kinds |= BC_K_KWDEFAULTS;
  }
  return kinds;
}

void emit_lambda(Fn *fn, AstLambda *lambda, Reg dst) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg extras = fn->top;
  uint32_t kinds = def_extras(fn, AST_AS(Arguments, lambda->args));
  uint32_t index = def_lambda_body(fn, lambda);
  fn_at(fn, &lambda->node);
  emit_closure(fn, dst, index, extras, kinds);
  fn->top = mark;
}

// ---- decorators

enum { DECORATOR_WINDOW = BC_WINDOW_HEADER + 1 };

Reg emit_decorators(Fn *fn, AstSeq decorators) {
  Reg first = fn->top;
  for (uint32_t i = 0; i < decorators.count; i++) emit_to(fn, decorators.items[i], fn_push(fn, DECORATOR_WINDOW));
  return first;
}

void emit_decorated(Fn *fn, AstSeq decorators, Reg windows, Reg value) {
  for (uint32_t i = decorators.count; i-- > 0;) {
    Reg window = windows + i * DECORATOR_WINDOW;
    Reg result = i + 1 == decorators.count ? value : window + DECORATOR_WINDOW;
    fn_at(fn, decorators.items[i]);
    fn_move(fn, window + BC_WINDOW_HEADER, result);
    fn_put(fn, OP_CALL, window, 1, 0);
  }
}

// Says the function's number, name and letters in this order right before the intrinsic: `otter build --emit=lib` reads them.
static void def_export(Fn *fn, const AstFunctionDef *def, Reg value) {
  if (!static_is_exported(fn->em->tree, fn->scope, def)) return;
  uint32_t mark = fn->top;
  const Scope *inside = scope_of_node(fn->em->tree, &def->node);
  AstSeq params = ((const AstArguments *)def->args)->args;
  StrBuf letters = {0};
  strbuf_put_char(&letters, static_extern_letter(fn->em->tree, inside, def->returns, true));
  for (uint32_t i = 0; i < params.count; i++)
    strbuf_put_char(&letters, static_extern_letter(fn->em->tree, inside, AST_AS(Arg, params.items[i])->annotation, false));
  Reg row = fn_push(fn, 4);
  fn_move(fn, row, value);
  fn_load_int(fn, row + 1, fn->em->nexport++);
  fn_load_atom(fn, row + 2, def->name);
  fn_load_str(fn, row + 3, strbuf_text(&letters), letters.length);
  strbuf_fini(&letters);
  fn_intrinsic(fn, INTRINSIC_export, row, 4);
  fn->top = mark;
}

void emit_function(Fn *fn, AstFunctionDef *def) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg windows = emit_decorators(fn, def->decorators);
  Reg value = fn_push(fn, 1), extras = fn->top;
  uint32_t kinds = def_extras(fn, AST_AS(Arguments, def->args));
  if (!def->is_fn && def_is_annotated(def)) {
    fn->type_params = def->type_params;
    def_annotations(fn, def, fn_push(fn, 1));
    fn->type_params = (AstSeq){0};
    kinds |= BC_K_ANNOTATIONS;
  }
  uint32_t index = def_function_body(fn, def);
  fn_at(fn, &def->node);
  emit_closure(fn, value, index, extras, kinds);
  fn->top = value + 1;
  emit_decorated(fn, def->decorators, windows, value);
  fn_at(fn, &def->node);
  def_export(fn, def, def->decorators.count ? windows : value);
  emit_store_name(fn, def->name, def->decorators.count ? windows : value);
  fn->top = mark;
}

// A function of C: the intrinsic finds it.
void emit_extern(Fn *fn, AstExternDef *def) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  AstSeq params = AST_AS(Arguments, def->args)->args;
  Reg windows = emit_decorators(fn, def->decorators), row = fn_push(fn, 4);
  uint32_t *names = arena_new_array(&fn->scratch, uint32_t, params.count);
  StrBuf letters = {0};
  strbuf_put_char(&letters, static_extern_letter(fn->em->tree, fn->scope, def->returns, true));
  for (uint32_t i = 0; i < params.count; i++) {
    names[i] = fn_name(fn, AST_AS(Arg, params.items[i])->name);
    strbuf_put_char(&letters, static_extern_letter(fn->em->tree, fn->scope, AST_AS(Arg, params.items[i])->annotation, false));
  }
  fn_load_atom(fn, row, def->name);
  if (def->library.bytes) fn_load_str(fn, row + 1, def->library.bytes, def->library.length);
  else fn_load_singleton(fn, row + 1, BC_SINGLETON_NONE);
  fn_load_str(fn, row + 2, strbuf_text(&letters), letters.length);
  fn_load_const(fn, row + 3, consts_put_tuple(&fn->consts, names, params.count));
  strbuf_fini(&letters);
  fn_at(fn, &def->node);
  fn_intrinsic(fn, INTRINSIC_make_extern, row, 4);
  emit_decorated(fn, def->decorators, windows, row);
  fn_at(fn, &def->node);
  emit_store_name(fn, def->name, def->decorators.count ? windows : row);
  fn->top = mark;
}

// ---- yield

static void def_yield_from(Fn *fn, AstYieldFrom *yield, Reg dst) {
  uint32_t mark = fn->top;
  Label done;
  label_init(&done);
  Reg value = fn_push(fn, 1), iterator = emit_temp(fn, yield->value);
  fn_at(fn, &yield->node);
  fn_put(fn, OP_ITER, iterator, iterator, 0);
  fn_load_singleton(fn, value, BC_SINGLETON_NONE);
  fn_jump(fn, OP_SEND, value, iterator, &done);
  fn_place(fn, &done);
  fn_move(fn, dst, value);
  fn->top = mark;
}

void emit_yield(Fn *fn, AstNode *node, Reg dst) {
  if (AST_IS(YieldFrom, node)) {
    def_yield_from(fn, AST_AS(YieldFrom, node), dst);
    return;
  }
  uint32_t mark = fn->top;
  AstYield *yield = AST_AS(Yield, node);
  Reg value = yield->value ? emit_any(fn, yield->value) : fn_push(fn, 1);
  if (!yield->value) fn_load_singleton(fn, value, BC_SINGLETON_NONE);
  fn_at(fn, node);
  fn_put(fn, OP_YIELD, dst, value, 0);
  fn->top = mark;
}

// value? gives the payload, or returns the failure from here.
void emit_propagate(Fn *fn, AstPropagate *propagate, Reg dst) {
  uint32_t mark = fn->top;
  Label proceed;
  label_init(&proceed);
  Reg pair = fn_push(fn, 2), result = emit_temp(fn, propagate->value);
  fn_at(fn, &propagate->node);
  fn_intrinsic(fn, INTRINSIC_try_unwrap, result, 1);
  fn_put(fn, OP_UNPACK, pair, result, 2);
  fn_jump(fn, OP_JF, pair, 0, &proceed);
  emit_return_reg(fn, pair + 1);
  fn_place(fn, &proceed);
  fn_move(fn, dst, pair + 1);
  fn->top = mark;
}
