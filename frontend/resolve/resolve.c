// First pass of the resolver: walks the tree and notes, scope by scope, which names are bound and used.
//
// Nodes without a meaning for names are walked by the field tables of the AST. Left-deep chains of operators, calls
// and attributes, and elif chains, are walked in a loop; any other nesting recurses, at most RESOLVE_MAX_DEPTH deep.
#include "frontend/resolve/resolve_int.h"

#include "compiler/base/vec.h"

typedef VEC(AstNode *) NodeVec;

void resolve_report(Resolver *r, Span span, const char *format, ...) {
  va_list args;
  va_start(args, format);
  diag_error_v(r->diag, span, DIAG_NAME, format, args);
  va_end(args);
  r->failed = true;
}

Symbol *resolve_bind(Resolver *r, const Atom *name, Span span, uint32_t flags) {
  if (atom_is(name, "__debug__")) resolve_report(r, span, "cannot assign to __debug__");
  name = scope_mangle(r->tree, r->scope, name);
  Symbol *symbol = scope_put(r->tree, r->scope, name, span);
  if (flags & SYMBOL_ITERATED && symbol->flags & SYMBOL_WALRUS)
    resolve_report(r, span, "comprehension inner loop cannot rebind assignment expression target '%s'", name->text);
  if (symbol->flags & SYMBOL_BOUND || !r->is_top_level) flags |= SYMBOL_REBOUND;
  if (symbol->flags & SYMBOL_PARAM) flags |= SYMBOL_PARAM_STORED;
  symbol->flags |= SYMBOL_BOUND | flags;
  symbol->imported = nullptr;
  return symbol;
}

void resolve_use(Resolver *r, const Atom *name, Span span) {
  if (scope_is_function(r->scope) && (atom_is(name, "super") || atom_is(name, "__class__"))) r->scope->uses_super = true;
  name = scope_mangle(r->tree, r->scope, name);
  scope_put(r->tree, r->scope, name, span)->flags |= SYMBOL_USED;
}

void resolve_seq(Resolver *r, AstSeq seq) {
  for (uint32_t i = 0; i < seq.count; i++) resolve_node(r, seq.items[i]);
}

void resolve_children(Resolver *r, AstNode *node) {
  AstFields fields = ast_kind_fields(node->kind);
  for (uint32_t i = 0; i < fields.count; i++) {
    const AstField *field = &fields.items[i];
    if (field->type == AST_FIELD_NODE) resolve_node(r, *ast_field_at(AstNode *, node, field));
    if (field->type == AST_FIELD_LIST) resolve_seq(r, *ast_field_at(AstSeq, node, field));
  }
}

void resolve_target(Resolver *r, AstNode *target, uint32_t flags) {
  if (r->depth++ >= RESOLVE_MAX_DEPTH) {
    r->depth--;
    resolve_node(r, target);
    return;
  }
  switch (target->kind) {
    case AST_Name: resolve_bind(r, AST_AS(Name, target)->id, target->span, flags | SYMBOL_REBOUND); break;
    case AST_Starred: resolve_target(r, AST_AS(Starred, target)->value, flags); break;
    case AST_Tuple:
    case AST_List: {
      AstSeq items = AST_IS(Tuple, target) ? AST_AS(Tuple, target)->elements : AST_AS(List, target)->elements;
      for (uint32_t i = 0; i < items.count; i++) resolve_target(r, items.items[i], flags);
      break;
    }
    default: resolve_node(r, target);
  }
  r->depth--;
}

static void resolve_targets(Resolver *r, AstSeq targets, uint32_t flags) {
  for (uint32_t i = 0; i < targets.count; i++) resolve_target(r, targets.items[i], flags);
}

// The left child of a node that can head a long chain (a + b + c, a.b().c()), or NULL.
static AstNode *resolve_spine_child(AstNode *node) {
  switch (node->kind) {
    case AST_BinOp: return AST_AS(BinOp, node)->left;
    case AST_Attribute: return AST_AS(Attribute, node)->value;
    case AST_Subscript: return AST_AS(Subscript, node)->value;
    case AST_Call: return AST_AS(Call, node)->func;
    case AST_Propagate: return AST_AS(Propagate, node)->value;
    default: return nullptr;
  }
}

static void resolve_spine_rest(Resolver *r, AstNode *node) {
  switch (node->kind) {
    case AST_BinOp: resolve_node(r, AST_AS(BinOp, node)->right); break;
    case AST_Subscript: resolve_node(r, AST_AS(Subscript, node)->index); break;
    case AST_Call:
      resolve_seq(r, AST_AS(Call, node)->args);
      resolve_seq(r, AST_AS(Call, node)->keywords);
      break;
    default: break;
  }
}

// Down to the innermost operand, then the other parts on the way up.
static void resolve_spine(Resolver *r, AstNode *node) {
  NodeVec spine = {0};
  for (AstNode *child; (child = resolve_spine_child(node)); node = child) vec_push(&spine, (node));
  resolve_node(r, node);
  while (spine.count) resolve_spine_rest(r, vec_take_last(&spine));
  vec_fini(&spine);
}

static void resolve_if(Resolver *r, AstIf *branch) {
  for (;;) {
    resolve_node(r, branch->test);
    resolve_seq(r, branch->body);
    if (branch->orelse.count != 1 || !AST_IS(If, branch->orelse.items[0])) break;
    branch = AST_AS(If, branch->orelse.items[0]);
  }
  resolve_seq(r, branch->orelse);
}

static void resolve_ann_assign(Resolver *r, AstAnnAssign *assign) {
  if (AST_IS(Name, assign->target) && assign->is_simple) {
    Span span = assign->target->span;
    Symbol *symbol = resolve_bind(r, AST_AS(Name, assign->target)->id, span, SYMBOL_ANNOTATED | SYMBOL_REBOUND);
    if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
      resolve_report(r, span, "annotated name '%s' can't be %s", symbol->name->text,
                     symbol->flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
  } else if (assign->value || !AST_IS(Name, assign->target)) {   // `(x): int` alone makes no variable
    resolve_target(r, assign->target, 0);
  }
  if (!scope_is_function(r->scope)) resolve_node(r, assign->annotation);
  resolve_node(r, assign->value);
}

// The type that `let x = literal` fixes, as an annotation; NULL when the value's type does not show.
static AstNode *resolve_literal_type(Resolver *r, const AstNode *value) {
  if (!value || !AST_IS(Constant, value)) return nullptr;
  AstConstKind kind = ((const AstConstant *)value)->value.kind;
  const char *type = kind == CONST_INT || kind == CONST_BIGINT ? "int"
                     : kind == CONST_FLOAT                     ? "float"
                     : kind == CONST_STR                       ? "str"
                     : kind == CONST_TRUE || kind == CONST_FALSE ? "bool"
                                                                 : nullptr;
  if (!type) return nullptr;
  AstName *name = AST_NEW(r->tree->arena, Name, value->span);
  name->id = intern_put_text(r->tree->intern, type);
  return &name->node;
}

static void resolve_let(Resolver *r, AstLet *let) {
  resolve_node(r, let->value);
  resolve_node(r, let->annotation);
  resolve_target(r, let->target, 0);
  if (!AST_IS(Name, let->target)) return;
  Symbol *symbol = scope_symbol(r->tree, r->scope, AST_AS(Name, let->target)->id);
  SymbolLet *one = arena_new(r->tree->arena, SymbolLet);
  *one = (SymbolLet){let->annotation ? let->annotation : resolve_literal_type(r, let->value), let->value, symbol->lets};
  symbol->flags |= SYMBOL_LET;
  symbol->lets = one;
}

// `type X = ...`: a name for a type. What it stands for is looked up where promises name it.
static void resolve_alias_of_type(Resolver *r, AstTypeAlias *alias) {
  if (!AST_IS(Name, alias->name)) return;
  Symbol *symbol = resolve_bind(r, AST_AS(Name, alias->name)->id, alias->name->span, 0);
  symbol->definition = &alias->node;
  resolve_node(r, alias->value);
}

static void resolve_handler(Resolver *r, AstExceptHandler *handler) {
  resolve_node(r, handler->type);
  if (handler->name) resolve_bind(r, handler->name, handler->node.span, SYMBOL_DELETED | SYMBOL_REBOUND);
  resolve_seq(r, handler->body);
}

static void resolve_capture(Resolver *r, const Atom *name, Span span) {
  if (name) resolve_bind(r, name, span, SYMBOL_REBOUND);
}

static void resolve_yield(Resolver *r, AstNode *node) {
  resolve_children(r, node);
  r->scope->is_generator = true;
  if (r->scope->kind != SCOPE_COMPREHENSION) return;
  const char *where = AST_IS(ListComp, r->scope->node)   ? "list comprehension"
                      : AST_IS(SetComp, r->scope->node)  ? "set comprehension"
                      : AST_IS(DictComp, r->scope->node) ? "dict comprehension"
                                                         : "generator expression";
  resolve_report(r, node->span, "'yield' inside %s", where);
}

// a..b calls the builtin range: it needs a slot.
static void resolve_range(Resolver *r, AstNode *node) {
  scope_put(r->tree, r->tree->module, intern_put_text(r->tree->intern, "range"), node->span);
  resolve_children(r, node);
}

static void resolve_match_expr(Resolver *r, AstNode *node) {
  r->scope->may_rebind = true;
  resolve_children(r, node);
}

static bool resolve_definition(Resolver *r, AstNode *node) {
  switch (node->kind) {
    case AST_FunctionDef: resolve_function(r, AST_AS(FunctionDef, node)); return true;
    case AST_Lambda: resolve_lambda(r, AST_AS(Lambda, node)); return true;
    case AST_ClassDef: resolve_class(r, AST_AS(ClassDef, node)); return true;
    case AST_StructDef: resolve_struct(r, AST_AS(StructDef, node)); return true;
    case AST_EnumDef: resolve_enum(r, AST_AS(EnumDef, node)); return true;
    case AST_ExternDef: resolve_extern(r, AST_AS(ExternDef, node)); return true;
    case AST_Import: resolve_import(r, AST_AS(Import, node)->names); return true;
    case AST_ImportFrom: resolve_import_from(r, AST_AS(ImportFrom, node)); return true;
    case AST_Use: resolve_use_items(r, AST_AS(Use, node)); return true;
    case AST_Global: resolve_declaration(r, AST_AS(Global, node)->names, node->span, SYMBOL_GLOBAL); return true;
    case AST_Nonlocal: resolve_declaration(r, AST_AS(Nonlocal, node)->names, node->span, SYMBOL_NONLOCAL); return true;
    case AST_TypeAlias: resolve_alias_of_type(r, AST_AS(TypeAlias, node)); return true;
    default: return false;
  }
}

static bool resolve_comprehension_node(Resolver *r, AstNode *node) {
  switch (node->kind) {
    case AST_ListComp: {
      AstListComp *comp = AST_AS(ListComp, node);
      resolve_comprehension(r, node, comp->generators, comp->element, nullptr);
      return true;
    }
    case AST_SetComp: {
      AstSetComp *comp = AST_AS(SetComp, node);
      resolve_comprehension(r, node, comp->generators, comp->element, nullptr);
      return true;
    }
    case AST_DictComp: {
      AstDictComp *comp = AST_AS(DictComp, node);
      resolve_comprehension(r, node, comp->generators, comp->key, comp->value);
      return true;
    }
    case AST_GeneratorExp: {
      AstGeneratorExp *comp = AST_AS(GeneratorExp, node);
      resolve_comprehension(r, node, comp->generators, comp->element, nullptr);
      return true;
    }
    default: return false;
  }
}

static void resolve_for(Resolver *r, AstFor *loop) {
  if (loop->is_parallel) {
    resolve_parallel(r, loop);
    return;
  }
  resolve_target(r, loop->target, 0);
  resolve_node(r, loop->iter);
  resolve_seq(r, loop->body);
  resolve_seq(r, loop->orelse);
}

static void resolve_assign(Resolver *r, AstAssign *assign) {
  resolve_node(r, assign->value);
  resolve_targets(r, assign->targets, 0);
}

static void resolve_aug_assign(Resolver *r, AstAugAssign *assign) {
  if (AST_IS(Name, assign->target)) resolve_node(r, assign->target);
  resolve_target(r, assign->target, 0);
  resolve_node(r, assign->value);
}

static void resolve_with_item(Resolver *r, AstWithItem *item) {
  resolve_node(r, item->context);
  if (item->target) resolve_target(r, item->target, 0);
}

static void resolve_match_mapping(Resolver *r, AstMatchMapping *mapping) {
  resolve_children(r, &mapping->node);
  resolve_capture(r, mapping->rest, mapping->node.span);
}

static void resolve_match_as(Resolver *r, AstMatchAs *as) {
  resolve_node(r, as->pattern);
  resolve_capture(r, as->name, as->node.span);
}

// Nodes whose fields bind names or are walked in an order of their own.
static void resolve_special(Resolver *r, AstNode *node) {
  if (resolve_definition(r, node) || resolve_comprehension_node(r, node)) return;
  switch (node->kind) {
    case AST_Name: resolve_use(r, AST_AS(Name, node)->id, node->span); break;
    case AST_Assign: resolve_assign(r, AST_AS(Assign, node)); break;
    case AST_AugAssign: resolve_aug_assign(r, AST_AS(AugAssign, node)); break;
    case AST_AnnAssign: resolve_ann_assign(r, AST_AS(AnnAssign, node)); break;
    case AST_Let: resolve_let(r, AST_AS(Let, node)); break;
    case AST_Delete: resolve_targets(r, AST_AS(Delete, node)->targets, SYMBOL_DELETED); break;
    case AST_For: resolve_for(r, AST_AS(For, node)); break;
    case AST_WithItem: resolve_with_item(r, AST_AS(WithItem, node)); break;
    case AST_ExceptHandler: resolve_handler(r, AST_AS(ExceptHandler, node)); break;
    case AST_MatchAs: resolve_match_as(r, AST_AS(MatchAs, node)); break;
    case AST_MatchStar: resolve_capture(r, AST_AS(MatchStar, node)->name, node->span); break;
    case AST_MatchMapping: resolve_match_mapping(r, AST_AS(MatchMapping, node)); break;
    case AST_NamedExpr: resolve_walrus(r, AST_AS(NamedExpr, node)); break;
    case AST_MatchExpr: resolve_match_expr(r, node); break;
    case AST_Range: resolve_range(r, node); break;
    case AST_Yield:
    case AST_YieldFrom: resolve_yield(r, node); break;
    case AST_BinOp:
    case AST_Attribute:
    case AST_Subscript:
    case AST_Call:
    case AST_Propagate: resolve_spine(r, node); break;
    case AST_If: resolve_if(r, AST_AS(If, node)); break;
    default: resolve_children(r, node);
  }
}

void resolve_node(Resolver *r, AstNode *node) {
  if (!node) return;
  if (r->depth >= RESOLVE_MAX_DEPTH) {
    if (!r->is_too_deep) resolve_report(r, node->span, "too deeply nested: more than %d levels", RESOLVE_MAX_DEPTH);
    r->is_too_deep = true;
    return;
  }
  uint32_t depth = r->depth++;
  bool was_top_level = r->is_top_level;
  if (ast_kind_class(node->kind) == AST_CLASS_STMT && depth > 0) r->is_top_level = false;
  if (depth == 0) r->is_top_level = r->scope->kind == SCOPE_MODULE;
  resolve_special(r, node);
  r->is_top_level = was_top_level;
  r->depth = depth;
}

// `pub` makes the module's list of exports: a global __all__, unless the program has its own.
static void resolve_exports(Resolver *r, const AstModule *module) {
  for (uint32_t i = 0; i < module->body.count; i++) {
    if (!ast_is_pub(module->body.items[i])) continue;
    const Atom *all = intern_put_text(r->tree->intern, "__all__");
    Symbol *symbol = scope_put(r->tree, r->scope, all, module->body.items[i]->span);
    r->scope->has_exports = !(symbol->flags & SYMBOL_BOUND);
    symbol->flags |= SYMBOL_BOUND | SYMBOL_REBOUND;
    return;
  }
}

// `from __future__ import annotations` and `import *` hold for the inputs that follow, too.
static void resolve_session(const Scope *from, Scope *to) {
  to->has_text_annotations |= from->has_text_annotations;
  to->has_star_import |= from->has_star_import;
}

bool resolve_module(ScopeTree *tree, AstModule *module, DiagSink *diag) {
  const Atom *name = intern_put_text(tree->intern, "<module>");
  Resolver r = {.tree = tree, .diag = diag};
  r.scope = scope_open(tree, SCOPE_MODULE, &module->node, nullptr, name);
  if (tree->session) resolve_session(tree->session->module, tree->module);
  for (uint32_t i = 0; i < module->body.count; i++) {
    r.depth = 0;
    resolve_node(&r, module->body.items[i]);
  }
  resolve_exports(&r, module);
  if (!r.failed) resolve_places(&r);
  if (!r.failed && tree->session) resolve_session(tree->module, tree->session->module);
  return !r.failed;
}
