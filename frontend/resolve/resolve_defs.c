// First pass of the resolver, the nodes that open scopes or declare names: functions, classes, comprehensions,
// imports, global and nonlocal.
#include "frontend/resolve/resolve_int.h"

#include <string.h>

// ---- functions

static void resolve_param(Resolver *r, AstNode *node) {
  if (!node) return;
  AstArg *arg = AST_AS(Arg, node);
  const Symbol *known = scope_symbol(r->tree, r->scope, arg->name);
  if (known && known->flags & SYMBOL_PARAM)
    resolve_report(r, node->span, "duplicate argument '%s' in function definition", arg->name->text);
  resolve_bind(r, arg->name, node->span, SYMBOL_PARAM);
}

static void resolve_params(Resolver *r, AstSeq params) {
  for (uint32_t i = 0; i < params.count; i++) resolve_param(r, params.items[i]);
}

// In the order of the frame's registers.
static void resolve_arguments(Resolver *r, AstArguments *args) {
  resolve_params(r, args->posonly);
  resolve_params(r, args->args);
  resolve_params(r, args->kwonly);
  resolve_param(r, args->vararg);
  resolve_param(r, args->kwarg);
}

static void resolve_annotation(Resolver *r, AstNode *arg) {
  if (arg) resolve_node(r, AST_AS(Arg, arg)->annotation);
}

// The types of a `fn` are looked up on entry, in the function's own scope; those of a `def` around it, when it is made.
static void resolve_annotations(Resolver *r, AstFunctionDef *def) {
  AstArguments *args = AST_AS(Arguments, def->args);
  const AstSeq lists[] = {args->posonly, args->args, args->kwonly};
  for (int i = 0; i < 3; i++)
    for (uint32_t j = 0; j < lists[i].count; j++) resolve_annotation(r, lists[i].items[j]);
  resolve_annotation(r, args->vararg);
  resolve_annotation(r, args->kwarg);
  resolve_node(r, def->returns);
}

// What is saved when a function's scope is entered and restored when it is left.
typedef struct {
  Scope *scope;
  bool is_top_level;
} Outside;

static Outside resolve_enter(Resolver *r, ScopeKind kind, AstNode *node, const Atom *name) {
  Outside outside = {r->scope, r->is_top_level};
  r->scope = scope_open(r->tree, kind, node, r->scope, name);
  r->is_top_level = false;
  return outside;
}

static void resolve_leave(Resolver *r, Outside outside) {
  r->scope = outside.scope;
  r->is_top_level = outside.is_top_level;
}

void resolve_function(Resolver *r, AstFunctionDef *def) {
  AstArguments *args = AST_AS(Arguments, def->args);
  Symbol *symbol = resolve_bind(r, def->name, def->node.span, def->decorators.count ? SYMBOL_REBOUND : 0);
  symbol->definition = &def->node;
  resolve_seq(r, def->decorators);
  resolve_seq(r, args->defaults);
  resolve_seq(r, args->kw_defaults);
  if (!def->is_fn) resolve_annotations(r, def);
  Outside outside = resolve_enter(r, SCOPE_FUNCTION, &def->node, def->name);
  resolve_arguments(r, args);
  if (def->is_fn) resolve_annotations(r, def);
  resolve_seq(r, def->body);
  resolve_leave(r, outside);
}

// Only the types of its parameters mean anything here.
void resolve_extern(Resolver *r, AstExternDef *def) {
  AstArguments *args = AST_AS(Arguments, def->args);
  Symbol *symbol = resolve_bind(r, def->name, def->node.span, def->decorators.count ? SYMBOL_REBOUND : 0);
  symbol->definition = &def->node;
  resolve_seq(r, def->decorators);
  for (uint32_t i = 0; i < args->args.count; i++) resolve_annotation(r, args->args.items[i]);
  resolve_node(r, def->returns);
}

void resolve_lambda(Resolver *r, AstLambda *lambda) {
  AstArguments *args = AST_AS(Arguments, lambda->args);
  resolve_seq(r, args->defaults);
  resolve_seq(r, args->kw_defaults);
  const Atom *name = intern_put_text(r->tree->intern, "<lambda>");
  Outside outside = resolve_enter(r, SCOPE_LAMBDA, &lambda->node, name);
  resolve_arguments(r, args);
  resolve_node(r, lambda->body);
  resolve_leave(r, outside);
}

// ---- classes

void resolve_class(Resolver *r, AstClassDef *def) {
  resolve_seq(r, def->decorators);
  resolve_seq(r, def->bases);
  resolve_seq(r, def->keywords);
  resolve_bind(r, def->name, def->node.span, 0);
  Outside outside = resolve_enter(r, SCOPE_CLASS, &def->node, def->name);
  resolve_seq(r, def->body);
  resolve_leave(r, outside);
}

static bool resolve_is_static(const AstFunctionDef *def) {
  for (uint32_t i = 0; i < def->decorators.count; i++) {
    AstNode *decorator = def->decorators.items[i];
    if (!AST_IS(Name, decorator)) continue;
    const Atom *name = AST_AS(Name, decorator)->id;
    if (atom_is(name, "staticmethod") || atom_is(name, "classmethod")) return true;
  }
  return false;
}

// A method of a struct or enum may leave `self` out of its list: put it in front.
static void resolve_add_self(Resolver *r, AstFunctionDef *def) {
  AstArguments *args = AST_AS(Arguments, def->args);
  const Atom *self = intern_put_text(r->tree->intern, "self");
  AstSeq *params = args->posonly.count ? &args->posonly : &args->args;
  if (params->count && AST_AS(Arg, params->items[0])->name == self) return;
  if (resolve_is_static(def)) return;
  AstArg *arg = AST_NEW(r->tree->arena, Arg, def->args->span);
  arg->name = self;
  AstSeq grown = ast_new_seq(r->tree->arena, params->count + 1);
  grown.items[0] = &arg->node;
  if (params->count) memcpy(grown.items + 1, params->items, params->count * sizeof *grown.items);
  *params = grown;
}

// A field's type is looked up around the struct or enum.
static void resolve_outside(Resolver *r, AstNode *annotation) {
  Scope *inside = r->scope;
  r->scope = inside->parent;
  resolve_node(r, annotation);
  r->scope = inside;
}

// A default is looked up inside, as a class body would.
static void resolve_member(Resolver *r, AstNode *member) {
  if (AST_IS(FunctionDef, member)) resolve_add_self(r, AST_AS(FunctionDef, member));
  if (AST_IS(EnumVariant, member)) {
    AstEnumVariant *variant = AST_AS(EnumVariant, member);
    for (uint32_t i = 0; i < variant->fields.count; i++) resolve_outside(r, AST_AS(Arg, variant->fields.items[i])->annotation);
    resolve_node(r, variant->value);
  } else if (AST_IS(AnnAssign, member)) {
    AstAnnAssign *field = AST_AS(AnnAssign, member);
    resolve_outside(r, field->annotation);
    if (!field->value) return;
    resolve_node(r, field->value);
    resolve_target(r, field->target, 0);
  } else {
    resolve_node(r, member);
  }
}

static void resolve_members(Resolver *r, AstNode *node, const Atom *name, AstSeq decorators, AstSeq body) {
  resolve_seq(r, decorators);
  Symbol *symbol = resolve_bind(r, name, node->span, decorators.count ? SYMBOL_REBOUND : 0);
  symbol->definition = node;
  Outside outside = resolve_enter(r, SCOPE_CLASS, node, name);
  for (uint32_t i = 0; i < body.count; i++) resolve_member(r, body.items[i]);
  resolve_leave(r, outside);
}

void resolve_struct(Resolver *r, AstStructDef *def) {
  resolve_members(r, &def->node, def->name, def->decorators, def->body);
}

void resolve_enum(Resolver *r, AstEnumDef *def) {
  resolve_members(r, &def->node, def->name, def->decorators, def->body);
}

// ---- comprehensions

static const char *resolve_comprehension_name(const AstNode *node) {
  switch (node->kind) {
    case AST_ListComp: return "<listcomp>";
    case AST_SetComp: return "<setcomp>";
    case AST_DictComp: return "<dictcomp>";
    default: return "<genexpr>";
  }
}

static void resolve_iterable(Resolver *r, AstNode *iter) {
  r->iterables++;
  resolve_node(r, iter);
  r->iterables--;
}

void resolve_comprehension(Resolver *r, AstNode *node, AstSeq generators, AstNode *first, AstNode *second) {
  AstComprehension *outermost = AST_AS(Comprehension, generators.items[0]);
  resolve_iterable(r, outermost->iter);
  Outside outside =
      resolve_enter(r, SCOPE_COMPREHENSION, node, intern_put_text(r->tree->intern, resolve_comprehension_name(node)));
  resolve_bind(r, intern_put_text(r->tree->intern, ".0"), node->span, SYMBOL_PARAM);
  for (uint32_t i = 0; i < generators.count; i++) {
    AstComprehension *generator = AST_AS(Comprehension, generators.items[i]);
    resolve_target(r, generator->target, SYMBOL_ITERATED);
    if (i) resolve_iterable(r, generator->iter);
    resolve_seq(r, generator->ifs);
  }
  resolve_node(r, first);
  resolve_node(r, second);
  if (AST_IS(GeneratorExp, node)) r->scope->is_generator = true;
  resolve_leave(r, outside);
}

void resolve_parallel(Resolver *r, AstFor *loop) {
  resolve_node(r, loop->iter);
  Outside outside = resolve_enter(r, SCOPE_PARALLEL, &loop->node, intern_put_text(r->tree->intern, "<parallel>"));
  resolve_bind(r, intern_put_text(r->tree->intern, ".0"), loop->node.span, SYMBOL_PARAM);
  resolve_target(r, loop->target, SYMBOL_EACH);
  resolve_seq(r, loop->body);
  resolve_leave(r, outside);
  resolve_seq(r, loop->orelse);
}

// The name of a walrus inside comprehensions belongs to the function or module around them.
static void resolve_walrus_outwards(Resolver *r, const Atom *name, Span span) {
  Scope *inside = r->scope, *outer = inside;
  for (; outer->kind == SCOPE_COMPREHENSION; outer = outer->parent) {
    const Symbol *symbol = scope_find(outer, scope_mangle(r->tree, outer, name));
    if (symbol && symbol->flags & SYMBOL_ITERATED) {
      resolve_report(r, span, "assignment expression cannot rebind comprehension iteration variable '%s'", name->text);
      return;
    }
  }
  if (outer->kind == SCOPE_CLASS) {
    resolve_report(r, span, "assignment expression within a comprehension cannot be used in a class body");
    return;
  }
  r->scope = outer;
  Symbol *owner = resolve_bind(r, name, span, SYMBOL_REBOUND);
  r->scope = inside;
  bool is_global = outer->kind == SCOPE_MODULE || owner->flags & SYMBOL_GLOBAL;
  Symbol *symbol = scope_put(r->tree, inside, owner->name, span);
  symbol->flags |= SYMBOL_WALRUS | (is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL);
}

void resolve_walrus(Resolver *r, AstNamedExpr *named) {
  if (r->iterables)
    resolve_report(r, named->node.span, "assignment expression cannot be used in a comprehension iterable expression");
  r->scope->may_rebind = true;
  if (r->scope->kind == SCOPE_COMPREHENSION && AST_IS(Name, named->target))
    resolve_walrus_outwards(r, AST_AS(Name, named->target)->id, named->target->span);
  else resolve_target(r, named->target, 0);
  resolve_node(r, named->value);
}

// ---- global, nonlocal

static void resolve_declare(Resolver *r, const Atom *name, Span span, uint32_t flag) {
  const char *word = flag == SYMBOL_GLOBAL ? "global" : "nonlocal";
  if (flag == SYMBOL_NONLOCAL && atom_is(name, "__class__")) r->scope->uses_super = true;
  name = scope_mangle(r->tree, r->scope, name);
  Symbol *symbol = scope_put(r->tree, r->scope, name, span);
  if (symbol->flags & SYMBOL_PARAM) {
    resolve_report(r, span, "name '%s' is parameter and %s", name->text, word);
  } else if (symbol->flags & SYMBOL_USED) {
    resolve_report(r, span, "name '%s' is used prior to %s declaration", name->text, word);
  } else if (symbol->flags & SYMBOL_ANNOTATED) {
    resolve_report(r, span, "annotated name '%s' can't be %s", name->text, word);
  } else if (symbol->flags & SYMBOL_BOUND) {
    resolve_report(r, span, "name '%s' is assigned to before %s declaration", name->text, word);
  } else if ((symbol->flags | flag) & SYMBOL_GLOBAL && (symbol->flags | flag) & SYMBOL_NONLOCAL) {
    resolve_report(r, symbol->declared, "name '%s' is nonlocal and global", name->text);
  }
  symbol->flags |= flag;
  symbol->declared = span;
}

void resolve_declaration(Resolver *r, AstAtoms names, Span span, uint32_t flag) {
  if (flag == SYMBOL_NONLOCAL && r->scope->kind == SCOPE_MODULE) {
    resolve_report(r, span, "nonlocal declaration not allowed at module level");
    return;
  }
  for (uint32_t i = 0; i < names.count; i++) resolve_declare(r, names.items[i], span, flag);
}

// ---- imports

static const Atom *resolve_intern(Resolver *r, const char *text, size_t length) {
  return intern_put(r->tree->intern, text, length);
}

// Binds the name to a module.
static void resolve_bind_module(Resolver *r, const Atom *name, const Atom *module, Span span) {
  const Symbol *before = scope_symbol(r->tree, r->scope, name);
  bool is_same = !before || !(before->flags & SYMBOL_BOUND) || before->imported == module;
  resolve_bind(r, name, span, SYMBOL_REBOUND)->imported = is_same ? module : nullptr;
}

static void resolve_alias(Resolver *r, AstAlias *alias) {
  const Atom *name = alias->asname;
  if (!name) name = resolve_intern(r, alias->name->text, strcspn(alias->name->text, "."));
  resolve_bind_module(r, name, alias->asname ? alias->name : name, alias->node.span);
}

void resolve_import(Resolver *r, AstSeq names) {
  for (uint32_t i = 0; i < names.count; i++) resolve_alias(r, AST_AS(Alias, names.items[i]));
}

static void resolve_future(Resolver *r, const AstImportFrom *import) {
  if (!import->module || !atom_is(import->module, "__future__")) return;
  for (uint32_t i = 0; i < import->names.count; i++)
    if (atom_is(AST_AS(Alias, import->names.items[i])->name, "annotations")) r->tree->module->has_text_annotations = true;
}

void resolve_import_from(Resolver *r, AstImportFrom *import) {
  resolve_future(r, import);
  for (uint32_t i = 0; i < import->names.count; i++) {
    AstAlias *alias = AST_AS(Alias, import->names.items[i]);
    if (!atom_is(alias->name, "*")) {
      resolve_bind(r, alias->asname ? alias->asname : alias->name, alias->node.span, SYMBOL_REBOUND);
    } else if (r->scope->kind != SCOPE_MODULE) {
      resolve_report(r, import->node.span, "import * only allowed at module level");
    } else {
      r->scope->has_star_import = true;
    }
  }
}

void resolve_use_items(Resolver *r, AstUse *use) {
  for (uint32_t i = 0; i < use->items.count; i++) {
    AstUseItem *item = AST_AS(UseItem, use->items.items[i]);
    resolve_bind_module(r, ast_use_name(item, r->tree->intern), item->path, item->node.span);
  }
}
