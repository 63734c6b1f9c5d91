// The emitter's top: the module body, the entry rule, and the finished BcModule.
#include "frontend/emit/emit_int.h"

#include "compiler/base/hash.h"

#include <string.h>

// ---- source text

static void emit_find_lines(Emitter *em) {
  const char *source = em->options->source;
  vec_push(&em->line_starts, 0);
  for (size_t i = 0; i < em->options->source_length; i++)
    if (source[i] == '\n') vec_push(&em->line_starts, (uint32_t)(i + 1));
}

static size_t emit_offset(const Emitter *em, uint32_t line, uint32_t col) {
  size_t end = em->options->source_length;
  if (line == 0 || line > em->line_starts.count) return end;
  size_t offset = (size_t)em->line_starts.items[line - 1] + col;
  return offset < end ? offset : end;
}

void emit_source_text(const Fn *fn, Span span, StrBuf *out) {
  Emitter *em = fn->em;
  if (!em->line_starts.count) emit_find_lines(em);
  size_t start = emit_offset(em, span.line, span.col), end = emit_offset(em, span.end_line, span.end_col);
  if (start < end) strbuf_put_bytes(out, em->options->source + start, end - start);
}

// ---- entry rule

static bool entry_is_plain_value(const AstNode *value) {
  AstConst folded;
  return !value || fold_constant(value, &folded) || AST_IS(List, value) || AST_IS(Tuple, value) || AST_IS(Dict, value);
}

static bool entry_is_declaration(const AstNode *node) {
  switch (node->kind) {
    case AST_FunctionDef:
    case AST_ExternDef:
    case AST_ClassDef:
    case AST_StructDef:
    case AST_EnumDef:
    case AST_TypeAlias:
    case AST_Import:
    case AST_ImportFrom:
    case AST_Use:
    case AST_Let:
    case AST_Pass: return true;
    case AST_AnnAssign: return entry_is_plain_value(((const AstAnnAssign *)node)->value);
    case AST_Assign: return entry_is_plain_value(((const AstAssign *)node)->value);
    case AST_Expr: return entry_is_plain_value(((const AstExpr *)node)->value);
    default: return false;
  }
}

static const AstFunctionDef *entry_find_main(const AstModule *module) {
  const AstFunctionDef *found = nullptr;
  for (uint32_t i = 0; i < module->body.count; i++) {
    const AstNode *node = module->body.items[i];
    if (!entry_is_declaration(node)) return nullptr;
    if (AST_IS(FunctionDef, node) && atom_is(((const AstFunctionDef *)node)->name, "main"))
      found = (const AstFunctionDef *)node;
  }
  return found;
}

static void entry_call_main(Fn *fn, const AstFunctionDef *main) {
  Reg window = fn_push(fn, BC_WINDOW_HEADER);
  emit_load_name(fn, main->name, &main->node, window);
  fn_put(fn, OP_CALL, window, 0, 0);
  fn_put(fn, OP_RET, window, 0, 0);
  fn_end_flow(fn);
}

// ---- module

static void module_store_doc(Fn *fn, const AstModule *module) {
  const AstConst *doc = emit_docstring(module->body);
  if (!doc) return;
  fn->proto->doc = emit_copy_str(fn->em, doc->text.bytes, doc->text.length);
  const Symbol *symbol = scope_find(fn->scope, intern_put_text(fn->em->tree->intern, "__doc__"));
  if (!symbol) return;
  uint32_t mark = fn->top;
  Reg value = fn_push(fn, 1);
  fn_at(fn, module->body.items[0]);
  emit_constant(fn, doc, value);
  fn_put(fn, OP_SETGLOBAL, value, symbol->index, 0);
  fn->top = mark;
}

// ---- exports

typedef VEC(uint32_t) NameVec;

static void exports_add(Fn *fn, NameVec *names, const Atom *name) {
  if (name) vec_push(names, (fn_name(fn, name)));
}

static const Atom *exports_target_name(const AstNode *target) {
  return AST_IS(Name, target) ? ((const AstName *)target)->id : nullptr;
}

static void exports_add_use(Fn *fn, NameVec *names, const AstUse *use) {
  for (uint32_t i = 0; i < use->items.count; i++)
    exports_add(fn, names, ast_use_name((const AstUseItem *)use->items.items[i], fn->em->tree->intern));
}

static void exports_add_stmt(Fn *fn, NameVec *names, const AstNode *stmt) {
  switch (stmt->kind) {
    case AST_FunctionDef: exports_add(fn, names, ((const AstFunctionDef *)stmt)->name); break;
    case AST_ClassDef: exports_add(fn, names, ((const AstClassDef *)stmt)->name); break;
    case AST_StructDef: exports_add(fn, names, ((const AstStructDef *)stmt)->name); break;
    case AST_EnumDef: exports_add(fn, names, ((const AstEnumDef *)stmt)->name); break;
    case AST_TypeAlias: exports_add(fn, names, exports_target_name(((const AstTypeAlias *)stmt)->name)); break;
    case AST_AnnAssign: exports_add(fn, names, exports_target_name(((const AstAnnAssign *)stmt)->target)); break;
    case AST_Let: exports_add(fn, names, exports_target_name(((const AstLet *)stmt)->target)); break;
    case AST_Use: exports_add_use(fn, names, (const AstUse *)stmt); break;
    default: break;
  }
}

// __all__ = the names that `pub` marks.
static void module_store_exports(Fn *fn, const AstModule *module) {
  if (!fn->scope->has_exports) return;
  fn->proto->flags |= BC_EXPORTS;
  uint32_t mark = fn->top;
  NameVec names = {0};
  for (uint32_t i = 0; i < module->body.count; i++)
    if (ast_is_pub(module->body.items[i])) exports_add_stmt(fn, &names, module->body.items[i]);
  Reg all = fn_push(fn, 2);
  fn_load_const(fn, all + 1, consts_put_tuple(&fn->consts, names.items, names.count));
  fn_put(fn, OP_LIST, all, all, 0);
  fn_put(fn, OP_EXTEND, all, all + 1, 0);
  emit_store_name(fn, intern_put_text(fn->em->tree->intern, "__all__"), all);
  vec_fini(&names);
  fn->top = mark;
}

static void module_body(Emitter *em, AstModule *module) {
  uint32_t index;
  Fn fn;
  BcProto *proto = emit_new_proto(em, nullptr, em->tree->module, &index);
  proto->flags |= BC_MODULE_BODY;
  fn_init(&fn, em, nullptr, em->tree->module, proto);
  fn_at(&fn, &module->node);
  if (!em->options->session) module_store_doc(&fn, module);
  module_store_exports(&fn, module);
  emit_body(&fn, module->body);
  const AstFunctionDef *main = em->options->is_entry ? entry_find_main(module) : nullptr;
  if (main && fn.is_reachable) entry_call_main(&fn, main);
  fn_put(&fn, OP_RETNONE, 0, 0, 0);
  fn_finish(&fn);
  fn_fini(&fn);
}

static uint8_t module_global_flags(const Scope *module, const Symbol *symbol) {
  uint8_t flags = 0;
  if (symbol->flags & SYMBOL_BOUND || module->has_star_import) flags |= BC_GLOBAL_ASSIGNED;
  bool is_once = (symbol->flags & (SYMBOL_BOUND | SYMBOL_REBOUND | SYMBOL_DELETED)) == SYMBOL_BOUND;
  if (is_once && !module->has_star_import) flags |= BC_GLOBAL_ONCE;
  return flags;
}

static void module_flags(Emitter *em, BcModule *out) {
  const Scope *module = em->tree->module;
  uint8_t *flags = arena_new_array(em->arena, uint8_t, out->nglobal);
  for (const Symbol *symbol = module->first; symbol; symbol = symbol->next)
    flags[symbol->index] = module_global_flags(module, symbol);
  out->global_flags = flags;
}

static void module_globals(Emitter *em, BcModule *out) {
  const Scope *module = em->tree->module;
  BcStr *names = arena_new_array(em->arena, BcStr, module->count);
  for (const Symbol *symbol = module->first; symbol; symbol = symbol->next)
    names[symbol->index] = emit_copy_str(em, symbol->name->text, symbol->name->length);
  out->globals = names;
  out->nglobal = module->count;
}

// Arrays that were too small stay, since earlier inputs have them.
static void session_grow(EmitSession *session, uint32_t count) {
  if (count <= session->capacity) return;
  uint32_t capacity = count < 64 ? 64 : count * 2;
  BcStr *names = arena_new_array(session->arena, BcStr, capacity);
  if (session->count) memcpy(names, session->names, session->count * sizeof *names);
  session->names = names;
  session->capacity = capacity;
}

static void session_globals(Emitter *em, BcModule *out) {
  EmitSession *session = em->options->session;
  session_grow(session, scope_slot_count(em->tree));
  for (const Symbol *symbol = em->tree->session->module->first; symbol; symbol = symbol->next)
    if (symbol->index >= session->count) session->names[session->count++] = (BcStr){symbol->name->text, symbol->name->length};
  out->globals = session->names;
  out->nglobal = session->count;
}

// Not the source alone, for where the same text finds its names depends on the inputs before it.
static Hash128 session_hash(const Emitter *em, Hash128 source) {
  StrBuf text = {0};
  strbuf_put_bytes(&text, (const char *)&source, sizeof source);
  for (const Symbol *symbol = em->tree->module->first; symbol; symbol = symbol->next)
    strbuf_put_format(&text, "%s %u %u;", symbol->name->text, symbol->index, module_global_flags(em->tree->module, symbol));
  strbuf_put_format(&text, "%u %d", scope_slot_count(em->tree), em->tree->module->has_text_annotations);
  Hash128 hash = hash_bytes_128(text.bytes, text.length);
  strbuf_fini(&text);
  return hash;
}

static BcModule *module_finish(Emitter *em) {
  const EmitOptions *options = em->options;
  BcModule *out = arena_new(em->arena, BcModule);
  out->name = emit_copy_str(em, options->module_name, strlen(options->module_name));
  out->path = emit_copy_str(em, options->path, strlen(options->path));
  if (!options->session) out->source = emit_copy_str(em, options->source, options->source_length);
  Hash128 hash = hash_bytes_128(options->source, options->source_length);
  if (options->session) hash = session_hash(em, hash);
  memcpy(out->source_hash, &hash, sizeof out->source_hash);
  if (options->session) session_globals(em, out);
  else module_globals(em, out);
  module_flags(em, out);
  out->protos = vec_copy_items(&em->protos, em->arena);
  out->nproto = em->protos.count;
  return out;
}

const BcModule *emit_module(const ScopeTree *tree, AstModule *module, const EmitOptions *options, Arena *arena,
                            DiagSink *diag) {
  Emitter em = {.tree = tree, .options = options, .arena = arena, .diag = diag, .has_sized = static_has_sized(tree)};
  em.is_stored = arena_new_array(tree->arena, bool, scope_slot_count(tree));
  if (scope_slot_count(tree) > 0xFFFF) emit_report(&em, module->node.span, "this module has more than %d names", 0xFFFF);
  if (!em.failed) module_body(&em, module);
  const BcModule *out = em.failed ? nullptr : module_finish(&em);
  vec_fini(&em.protos);
  vec_fini(&em.line_starts);
  return out;
}
