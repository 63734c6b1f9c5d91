// Warnings, the second walk: names, modules and attributes of modules that are nowhere, with the name that was perhaps
// meant. Python finds these only when the line runs, so none is an error, and where failing may be meant (in a `try`,
// behind a test of the version or the platform) nothing is said. What could define a name out of sight (`import *`,
// globals(), the builtins module) ends the search for the whole module. A lambda may be there to be seen failing.
#include "compiler/base/nearest.h"
#include "frontend/check/check_int.h"

#include <string.h>

enum { GUARD_DEPTH = 8 };

static bool advise_is_listed(const Atom *name, const char *const *names) {
  for (; *names; names++)
    if (atom_is(name, *names)) return true;
  return false;
}

// ---- where failing may be meant

static bool advise_tests_world(const AstNode *test, int depth);

static bool advise_any_tests(AstSeq tests, int depth) {
  for (uint32_t i = 0; i < tests.count; i++)
    if (tests.items[i] && advise_tests_world(tests.items[i], depth)) return true;
  return false;
}

static bool advise_is_world(const Atom *name) {
  static const char *const words[] = {"sys", "os", "platform", "hasattr", "TYPE_CHECKING", "PY2", "PY3", "isinstance",
                                      "dir", "__debug__", "typing", nullptr};
  return advise_is_listed(name, words);
}

// Does a condition ask for the version, the platform, or whether something is there?
static bool advise_tests_world(const AstNode *test, int depth) {
  if (depth > GUARD_DEPTH) return true;
  switch (test->kind) {
    case AST_Constant: return true;
    case AST_Name: return advise_is_world(((const AstName *)test)->id);
    case AST_Attribute: return advise_tests_world(((const AstAttribute *)test)->value, depth + 1);
    case AST_Subscript: return advise_tests_world(((const AstSubscript *)test)->value, depth + 1);
    case AST_Call: return advise_tests_world(((const AstCall *)test)->func, depth + 1);
    case AST_UnaryOp: return advise_tests_world(((const AstUnaryOp *)test)->operand, depth + 1);
    case AST_BoolOp: return advise_any_tests(((const AstBoolOp *)test)->values, depth + 1);
    case AST_Compare: return advise_tests_world(((const AstCompare *)test)->left, depth + 1);
    default: return false;
  }
}

static bool advise_is_open(const AstNode *context) {
  if (!AST_IS(Call, context) || !AST_IS(Name, ((const AstCall *)context)->func)) return false;
  return atom_is(((const AstName *)((const AstCall *)context)->func)->id, "open");
}

static bool advise_with_guards(AstSeq items) {
  for (uint32_t i = 0; i < items.count; i++)
    if (!advise_is_open(AST_AS(WithItem, items.items[i])->context)) return true;
  return false;
}

bool advise_is_guard(const AstNode *node) {
  switch (node->kind) {
    case AST_Try: return ((const AstTry *)node)->handlers.count > 0;
    case AST_With: return advise_with_guards(((const AstWith *)node)->items);
    case AST_If: return advise_tests_world(((const AstIf *)node)->test, 0);
    case AST_IfExp: return advise_tests_world(((const AstIfExp *)node)->test, 0);
    case AST_BoolOp: return advise_any_tests(((const AstBoolOp *)node)->values, 0);
    default: return false;
  }
}

void advise_begin(Check *check) {
  static const char *const changers[] = {"globals", "locals", "vars", "__builtins__", "builtins", "__import__", nullptr};
  check->is_advising = true;
  check->is_dynamic = check->tree->module->has_star_import;
  for (const Symbol *symbol = check->tree->module->first; symbol; symbol = symbol->next)
    if (advise_is_listed(symbol->name, changers)) check->is_dynamic = true;
}

// ---- names

static bool advise_is_known(const Check *check, const Atom *name) {
  for (uint32_t i = 0; i < check->known.count; i++)
    if (check->known.items[i] == name) return true;
  return false;
}

static bool names_have(const CheckNames *names, const Atom *name) {
  for (uint32_t i = 0; i < names->count; i++)
    if (atom_is(name, names->items[i])) return true;
  return false;
}

static void names_offer(Nearest *nearest, const CheckNames *names) {
  for (uint32_t i = 0; i < names->count; i++)
    if (names->items[i][0] != '_') nearest_offer(nearest, names->items[i], strlen(names->items[i]));
}

static bool advise_is_implicit(const Atom *name) {
  static const char *const names[] = {"__name__", "__file__", "__doc__", "__spec__", "__loader__", "__package__", "__path__",
                                      "__annotations__", "__cached__", "__debug__", "__dict__", "__module__", "__qualname__",
                                      "__class__", "true", "false", "none", "super", "exec", "eval", "compile", nullptr};
  return advise_is_listed(name, names);
}

static void scope_offer(Nearest *nearest, const Scope *scope) {
  for (const Symbol *symbol = scope->first; symbol; symbol = symbol->next)
    if (symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM)) nearest_offer(nearest, symbol->name->text, symbol->name->length);
}

// The names in sight: those of the functions around, of the module, and the builtins.
static Nearest advise_nearest(const Check *check, const Atom *name, const Place *place) {
  Nearest nearest = {.wanted = {name->text, name->length}};
  for (const Scope *scope = place->scope; scope; scope = scope->parent)
    if (scope->kind != SCOPE_CLASS || scope == place->scope) scope_offer(&nearest, scope);
  names_offer(&nearest, check->world->names(nullptr));
  return nearest;
}

// Is it a name of the class around, which its methods reach through self?
static bool advise_is_member(const Atom *name, const Scope *scope) {
  const Scope *outer = scope->parent;
  if (!scope_is_function(scope) || !outer || outer->kind != SCOPE_CLASS) return false;
  const Symbol *symbol = scope_find(outer, name);
  return symbol && symbol->flags & SYMBOL_BOUND;
}

static void advise_note_name(Check *check, const Atom *name, const Place *place) {
  static const char *const nothing[] = {"null", "nil", "undefined", "NULL", nullptr};
  NearWord best = advise_nearest(check, name, place).best;
  bool is_self = atom_is(name, "self") || atom_is(name, "this");
  if (advise_is_listed(name, nothing)) {
    diag_note(check->diag, "the value that stands for nothing is 'None'");
  } else if (is_self && !best.text) {
    diag_note(check->diag, "a method names its object as its first parameter: def method(self, ...)");
  } else if (advise_is_member(name, place->scope)) {
    diag_note(check->diag, "names of the class are reached through the object: self.%s", name->text);
  } else if (check->world->has_module(name->text)) {
    diag_note(check->diag, "import it first: import %s", name->text);
  } else {
    if (best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)best.length, best.text);
  }
}

static void advise_name(Check *check, const AstName *node, const Place *place) {
  const Atom *name = node->id;
  if (check->is_dynamic || place->is_guarded || !scope_is_builtin(check->tree, place->scope, name)) return;
  if (advise_is_implicit(name) || advise_is_known(check, name) || names_have(check->world->names(nullptr), name)) return;
  vec_push(&check->known, name);
  diag_warning(check->diag, node->node.span, DIAG_UNDEFINED, "name '%s' is not defined", name->text);
  advise_note_name(check, name, place);
}

static void advise_know_types(Check *check, AstSeq params) {
  for (uint32_t i = 0; i < params.count; i++) vec_push(&check->known, AST_AS(TypeParam, params.items[i])->name);
}

// ---- variants

static const AstEnumDef *advise_find_enum(const Check *check, const AstNode *node, const Place *place) {
  if (!AST_IS(Name, node)) return nullptr;
  const Symbol *symbol = scope_symbol(check->tree, place->scope, ((const AstName *)node)->id);
  if (!symbol || symbol->place != PLACE_GLOBAL || check->is_dynamic) return nullptr;
  symbol = scope_find(check->tree->module, symbol->name);
  if (symbol->flags & SYMBOL_REBOUND || !symbol->definition) return nullptr;
  return AST_IS(EnumDef, symbol->definition) ? (const AstEnumDef *)symbol->definition : nullptr;
}

// Variants begin with a capital; what else an enum has is not looked at.
static void advise_variant(Check *check, const AstAttribute *node, const Place *place) {
  bool is_quiet = place->is_guarded || place->scope->kind == SCOPE_LAMBDA;
  const AstEnumDef *def = is_quiet ? nullptr : advise_find_enum(check, node->value, place);
  if (!def || node->attr->text[0] < 'A' || node->attr->text[0] > 'Z') return;
  const Scope *scope = scope_of_node(check->tree, &def->node);
  if (scope_find(scope, node->attr)) return;
  Nearest nearest = {.wanted = {node->attr->text, node->attr->length}};
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(EnumVariant, def->body.items[i])) continue;
    const Atom *variant = AST_AS(EnumVariant, def->body.items[i])->name;
    if (variant == node->attr) return;
    nearest_offer(&nearest, variant->text, variant->length);
  }
  diag_warning(check->diag, node->node.span, DIAG_UNDEFINED, "enum '%s' has no variant '%s'", def->name->text, node->attr->text);
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
  else diag_note(check->diag, "%s is defined in line %u", def->name->text, def->node.span.line);
}

// ---- modules

static void advise_missing(Check *check, Span span, const Atom *module, const Atom *name, const CheckNames *names, bool is_from) {
  Nearest nearest = {.wanted = {name->text, name->length}};
  names_offer(&nearest, names);
  if (is_from) diag_warning(check->diag, span, DIAG_MODULE, "cannot import name '%s' from '%s'", name->text, module->text);
  else diag_warning(check->diag, span, DIAG_MODULE, "module '%s' has no attribute '%s'", module->text, name->text);
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
}

// Programs that touch these put names into modules, or look for modules elsewhere.
static void advise_changes(Check *check, const AstAttribute *node) {
  if (atom_is(node->attr, "modules") || atom_is(node->attr, "_convert_") || atom_is(node->attr, "global_enum")) check->is_dynamic = true;
  if (atom_is(node->attr, "path") || atom_is(node->attr, "meta_path")) check->has_own_path = true;
}

static bool advise_is_target(const Check *check, const AstNode *node) {
  for (uint32_t i = 0; i < check->targets.count; i++)
    if (check->targets.items[i] == node) return true;
  return false;
}

// An attribute of what is surely a struct: a field, a method, or what all structs have.
static void advise_member(Check *check, const AstAttribute *node, const Place *place) {
  StaticType type = static_type_of(check->tree, place->scope, node->value);
  if (type.kind != STATIC_STRUCT || atom_is(node->attr, "with_") || !memcmp(node->attr->text, "__", 2)) return;
  const AstStructDef *def = (const AstStructDef *)type.def;
  if (def->decorators.count || scope_find(scope_of_node(check->tree, type.def), node->attr)) return;
  Nearest nearest = {.wanted = {node->attr->text, node->attr->length}};
  for (uint32_t i = 0; i < def->body.count; i++) {
    const AstNode *member = def->body.items[i];
    const AstNode *target = AST_IS(AnnAssign, member) ? ((const AstAnnAssign *)member)->target : nullptr;
    const Atom *name = target && AST_IS(Name, target) ? ((const AstName *)target)->id : nullptr;
    if (AST_IS(FunctionDef, member)) name = ((const AstFunctionDef *)member)->name;
    if (name == node->attr) return;
    if (name) nearest_offer(&nearest, name->text, name->length);
  }
  diag_warning(check->diag, node->node.span, DIAG_UNDEFINED, "%s has no field or method '%s'", def->name->text, node->attr->text);
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
  else diag_note(check->diag, "%s is declared in line %u", def->name->text, def->node.span.line);
}

static void advise_attribute(Check *check, const AstAttribute *node, const Place *place) {
  advise_changes(check, node);
  if (!place->is_guarded && place->scope->kind != SCOPE_LAMBDA) advise_member(check, node, place);
  if (place->is_guarded || place->scope->kind == SCOPE_LAMBDA || !AST_IS(Name, node->value)) return;
  const Symbol *symbol = scope_symbol(check->tree, place->scope, ((const AstName *)node->value)->id);
  if (!symbol || symbol->place != PLACE_GLOBAL || check->is_dynamic) return;
  symbol = scope_find(check->tree->module, symbol->name);
  const CheckNames *names = symbol->imported ? check->world->names(symbol->imported->text) : nullptr;
  if (!names || names_have(names, node->attr) || (node->attr->length > 2 && !memcmp(node->attr->text, "__", 2))) return;
  if (!advise_is_target(check, &node->node)) advise_missing(check, node->node.span, symbol->imported, node->attr, names, false);
}

static void advise_module(Check *check, const Atom *name, Span span) {
  if (check->has_own_path || advise_is_known(check, name) || check->world->has_module(name->text)) return;
  diag_warning(check->diag, span, DIAG_MODULE, "no module named '%s'", name->text);
  check_note_module(check, name);
}

static void advise_import(Check *check, const AstImport *import, const Place *place) {
  for (uint32_t i = 0; i < import->names.count && !place->is_guarded; i++) {
    const AstAlias *alias = AST_AS(Alias, import->names.items[i]);
    advise_module(check, alias->name, alias->node.span);
  }
}

static void advise_import_from(Check *check, const AstImportFrom *import, const Place *place) {
  if (place->is_guarded || import->level || !import->module || atom_is(import->module, "__future__")) return;
  advise_module(check, import->module, import->node.span);
  const CheckNames *names = check->world->names(import->module->text);
  for (uint32_t i = 0; names && i < import->names.count; i++) {
    const AstAlias *alias = AST_AS(Alias, import->names.items[i]);
    if (!atom_is(alias->name, "*") && !names_have(names, alias->name))
      advise_missing(check, alias->node.span, import->module, alias->name, names, true);
  }
}

static void advise_use(Check *check, const AstUseItem *item) {
  if (!item->scheme && !strpbrk(item->path->text, "./")) advise_module(check, item->path, item->node.span);
}

// ---- all

static void advise_know_targets(Check *check, AstSeq targets) {
  for (uint32_t i = 0; i < targets.count; i++)
    if (AST_IS(Attribute, targets.items[i])) vec_push(&check->targets, targets.items[i]);
}

static bool advise_definition(Check *check, const AstNode *node, const Place *place) {
  switch (node->kind) {
    case AST_FunctionDef:
      advise_know_types(check, ((const AstFunctionDef *)node)->type_params);
      advise_defaults(check, (const AstFunctionDef *)node, place);
      return true;
    case AST_AnnAssign: advise_hint(check, (const AstAnnAssign *)node, place); return true;
    case AST_ClassDef: advise_know_types(check, ((const AstClassDef *)node)->type_params); return true;
    case AST_StructDef: advise_know_types(check, ((const AstStructDef *)node)->type_params); return true;
    case AST_EnumDef: advise_know_types(check, ((const AstEnumDef *)node)->type_params); return true;
    case AST_Assign: advise_know_targets(check, ((const AstAssign *)node)->targets); return true;
    case AST_Delete: advise_know_targets(check, ((const AstDelete *)node)->targets); return true;
    default: return false;
  }
}

void advise_rules(Check *check, AstNode *node, const Place *place) {
  if (advise_definition(check, node, place)) return;
  switch (node->kind) {
    case AST_Name: advise_name(check, AST_AS(Name, node), place); break;
    case AST_Attribute:
      advise_attribute(check, AST_AS(Attribute, node), place);
      advise_variant(check, AST_AS(Attribute, node), place);
      break;
    case AST_Import: advise_import(check, AST_AS(Import, node), place); break;
    case AST_ImportFrom: advise_import_from(check, AST_AS(ImportFrom, node), place); break;
    case AST_UseItem: advise_use(check, AST_AS(UseItem, node)); break;
    case AST_BinOp: advise_operator(check, AST_AS(BinOp, node), place); break;
    case AST_Return: advise_return(check, AST_AS(Return, node), place); break;
    case AST_Call: advise_call(check, AST_AS(Call, node), place); break;
    default: break;
  }
}
