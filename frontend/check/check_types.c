// Types that are surely wrong: a value of another type than a `let` promises, operands that do not mix, an assignment to a
// struct's field.
#include "compiler/base/nearest.h"
#include "frontend/check/check_int.h"

#include <string.h>

static StaticType type_of(const Check *check, const AstNode *node, const Place *place) {
  return static_type_of(check->tree, place->scope, node);
}

// ---- what is wrong with a value for its place

static void type_note_range(Check *check, BcSized sized) {
  const BcSizedInfo *info = &bc_sized[sized];
  if (info->kind == BC_UNSIGNED) diag_note(check->diag, "%s holds 0 to 2**%u - 1; %s(...) wraps", info->name, info->bits, info->name);
  else diag_note(check->diag, "%s holds -2**%u to 2**%u - 1; %s(...) wraps", info->name, info->bits - 1, info->bits - 1, info->name);
}

bool check_note_sized(Check *check, StaticType given, const AstNode *node, StaticType wanted) {
  if (wanted.kind != STATIC_SIZED) return false;
  bool is_real = bc_sized[wanted.sized].kind == BC_REAL, is_number = given.kind == STATIC_INT || given.kind == STATIC_FLOAT;
  if (given.kind == STATIC_INT && !is_real && static_is_int_literal(node)) type_note_range(check, wanted.sized);
  else if (is_number || given.kind == STATIC_SIZED) diag_note(check->diag, "convert it: %s(...)", bc_sized[wanted.sized].name);
  else return false;
  return true;
}

const char *check_given(const Check *check, StaticType given, const AstNode *node, StaticType wanted) {
  bool is_range = wanted.kind == STATIC_SIZED && given.kind == STATIC_INT && static_is_int_literal(node);
  return is_range && bc_sized[wanted.sized].kind != BC_REAL ? "out of its range" : static_type_name(given);
}

const char *check_type_text(const Check *check, const AstNode *annotation) {
  if (AST_IS(Name, annotation)) return ((const AstName *)annotation)->id->text;
  return diag_source_text(check->diag, annotation->span);
}

static void type_compare(Check *check, const Atom *name, const AstNode *promise, StaticType wanted, AstNode *value, const Place *place) {
  StaticType given = type_of(check, value, place);
  if (static_fits(given, value, wanted)) return;
  check_report(check, DIAG_TYPE, value->span, "'%s' is declared %s by 'let', and this is %s", name->text,
               check_type_text(check, promise), check_given(check, given, value, wanted));
  if (!check_note_sized(check, given, value, wanted))
    diag_note(check->diag, "use another name, or assign without 'let' for a name of any type");
}

void check_let(Check *check, AstLet *let, const Place *place) {
  if (!let->annotation) return;
  check_promised_type(check, let->annotation, place);
  if (let->value) check_contents(check, let->annotation, let->value, place);
  if (!let->value || !AST_IS(Name, let->target)) return;
  StaticType wanted = static_type_named(check->tree, place->scope, let->annotation);
  type_compare(check, AST_AS(Name, let->target)->id, let->annotation, wanted, let->value, place);
}

void check_assigned(Check *check, AstNode *target, AstNode *value, const Place *place) {
  if (!AST_IS(Name, target)) return;
  const Scope *owner;
  Symbol *symbol = static_owner(check->tree, place->scope, AST_AS(Name, target)->id, &owner);
  AstNode *promise = symbol ? static_promise(check->tree, owner, symbol) : nullptr;
  if (promise) type_compare(check, symbol->name, promise, static_type_named(check->tree, owner, promise), value, place);
}

// ---- operators

static void type_note_mix(Check *check, StaticType left, StaticType right) {
  bool is_left = left.kind == STATIC_SIZED, is_right = right.kind == STATIC_SIZED;
  if (is_left && is_right)
    diag_note(check->diag, "convert one of them: %s(...) or %s(...)", static_type_name(left), static_type_name(right));
  else
    diag_note(check->diag, "convert the other: %s(...), or this one: %s(...)", static_type_name(is_left ? left : right),
              static_type_name(is_left ? right : left));
}

static bool type_is_odd_literal(StaticType other, const AstNode *node) {
  return other.kind == STATIC_SIZED && bc_sized[other.sized].kind != BC_REAL && static_is_int_literal(node);
}

static bool type_is_number(StaticType type) {
  return type.kind == STATIC_INT || type.kind == STATIC_FLOAT || type.kind == STATIC_BOOL || type.kind == STATIC_SIZED;
}

void check_operands(Check *check, AstNode *node, AstOp op, const AstNode *left_node, const AstNode *right_node, const Place *place) {
  if (!check->has_sized) return;
  StaticType left = type_of(check, left_node, place), right = type_of(check, right_node, place);
  if (static_operands_mix(op, left, left_node, right, right_node) || !type_is_number(left) || !type_is_number(right)) return;
  if (type_is_odd_literal(left, right_node) || type_is_odd_literal(right, left_node)) {
    BcSized sized = left.kind == STATIC_SIZED ? left.sized : right.sized;
    check_report(check, DIAG_TYPE, node->span, "this number does not fit %s", bc_sized[sized].name);
    type_note_range(check, sized);
    return;
  }
  check_report(check, DIAG_TYPE, node->span, "%s and %s do not mix", static_type_name(left), static_type_name(right));
  type_note_mix(check, left, right);
}

// The function or struct of the module that a name surely means, or NULL.
const AstNode *check_find_definition(const Check *check, const AstNode *callee, const Place *place) {
  if (!AST_IS(Name, callee)) return nullptr;
  const Symbol *symbol = scope_symbol(check->tree, place->scope, ((const AstName *)callee)->id);
  if (!symbol || symbol->place != PLACE_GLOBAL || check->tree->module->has_star_import) return nullptr;
  symbol = scope_find(check->tree->module, symbol->name);
  return symbol->flags & SYMBOL_REBOUND ? nullptr : symbol->definition;
}

// ---- names of types

// Types that a promise may name without importing or declaring them; of the last line nothing is checked.
static const char *const known_types[] = {
    "int", "float", "f64", "bool", "str", "bytes", "bytearray", "list", "dict", "set", "frozenset", "tuple", "range", "slice",
    "type", "object", "property", "map", "filter", "zip", "enumerate", "reversed", "super", "Option", "Result", "Optional",
    "Union", "Callable", "none", "None", "List", "Dict", "Set", "Tuple", "Type",
    "any", "Any", "Self", "Task", "Iterator", "Iterable", "Generator", "Sequence", "Mapping", "string", "number", "char", "void", "unit",
};

static bool type_ends_as_exception(const Atom *name) {
  static const char *const ends[] = {"Error", "Exception", "Warning", "Exit", "Interrupt", "Iteration"};
  for (uint32_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t length = strlen(ends[i]);
    if (name->length >= length && !strcmp(name->text + name->length - length, ends[i])) return true;
  }
  return false;
}

// A lone capital may be a type parameter that is not declared.
static bool type_is_known(const Check *check, const Atom *name, const Place *place) {
  if (static_is_type_param(place->scope, name) || static_sized_named(check->tree, place->scope, name) >= 0) return true;
  if (static_is_bound(check->tree, place->scope, name) || type_ends_as_exception(name)) return true;
  if (name->length == 1 && name->text[0] >= 'A' && name->text[0] <= 'Z') return true;
  for (uint32_t i = 0; i < sizeof known_types / sizeof *known_types; i++)
    if (atom_is(name, known_types[i])) return true;
  return false;
}

static void type_unknown(Check *check, const AstName *node) {
  Nearest nearest = {.wanted = {node->id->text, node->id->length}};
  for (const Symbol *symbol = check->tree->module->first; symbol; symbol = symbol->next)
    if (symbol->definition || symbol->flags & SYMBOL_BOUND) nearest_offer(&nearest, symbol->name->text, symbol->name->length);
  for (uint32_t i = 0; i < sizeof known_types / sizeof *known_types; i++) nearest_offer(&nearest, known_types[i], strlen(known_types[i]));
  check_report(check, DIAG_TYPE, node->node.span, "no type is named '%s'", node->id->text);
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
  else diag_note(check->diag, "define or import it, or make it a type parameter of what it stands in; 'any' takes every value");
}

// What an alias stands for is promised where its name is; it is looked at once.
static void type_alias(Check *check, const AstNode *name) {
  const Place module = {.scope = check->tree->module};
  const AstNode *def = check_find_definition(check, name, &module);
  if (!def || !AST_IS(TypeAlias, def) || ((const AstTypeAlias *)def)->type_params.count) return;
  for (uint32_t i = 0; i < check->aliases.count; i++)
    if (check->aliases.items[i] == def) return;
  vec_push(&check->aliases, def);
  check_promised_type(check, ((const AstTypeAlias *)def)->value, &module);
}

static void type_named(Check *check, AstNode *annotation, const Place *place) {
  if (check->is_advising) return;
  if (!type_is_known(check, AST_AS(Name, annotation)->id, place)) type_unknown(check, AST_AS(Name, annotation));
  else if (!static_is_type_param(place->scope, AST_AS(Name, annotation)->id)) type_alias(check, annotation);
}

void check_promised_type(Check *check, AstNode *annotation, const Place *place) {
  switch (annotation->kind) {
    case AST_Name: type_named(check, annotation, place); break;
    case AST_Subscript:
      check_promised_type(check, AST_AS(Subscript, annotation)->value, place);
      check_promised_type(check, AST_AS(Subscript, annotation)->index, place);
      break;
    case AST_BinOp:
      check_promised_type(check, AST_AS(BinOp, annotation)->left, place);
      check_promised_type(check, AST_AS(BinOp, annotation)->right, place);
      break;
    case AST_Tuple:
    case AST_List: {
      AstSeq parts = AST_IS(Tuple, annotation) ? AST_AS(Tuple, annotation)->elements : AST_AS(List, annotation)->elements;
      for (uint32_t i = 0; i < parts.count; i++) check_promised_type(check, parts.items[i], place);
      break;
    }
    default: break;
  }
}

static bool type_is_self(const Check *check, const AstNode *node, const Place *place) {
  if (!AST_IS(Name, node) || place->scope->kind != SCOPE_FUNCTION || !place->scope->first) return false;
  const Symbol *first = place->scope->first;
  return first->flags & SYMBOL_PARAM && first->name == ((const AstName *)node)->id && check->tree->module != place->scope;
}

static bool type_has_field(const AstStructDef *def, const Atom *name) {
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(AnnAssign, def->body.items[i])) continue;
    const AstNode *target = AST_AS(AnnAssign, def->body.items[i])->target;
    if (AST_IS(Name, target) && ((const AstName *)target)->id == name) return true;
  }
  return false;
}

void check_struct_field(Check *check, AstNode *target, const Place *place) {
  if (!place->structure || !AST_IS(Attribute, target)) return;
  AstAttribute *attribute = AST_AS(Attribute, target);
  if (!type_is_self(check, attribute->value, place) || !type_has_field(place->structure, attribute->attr)) return;
  const char *struct_name = place->structure->name->text, *field = attribute->attr->text;
  check_report(check, DIAG_TYPE, target->span, "cannot assign to field '%s': '%s' is a struct, and a struct is a value",
               field, struct_name);
  diag_note(check->diag, "give back 'self.with_(%s=...)', or declare '%s' with 'class'", field, struct_name);
}
