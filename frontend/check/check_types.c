// Types that are surely wrong: a literal of another type than a `let` promises, an assignment to a struct's field, a
// promised type that this version does not have.
#include "frontend/check/check_int.h"

// The builtin type of a literal or display, or NULL.
const char *type_of_literal(const AstNode *value) {
  switch (value->kind) {
    case AST_Constant:
      switch (((const AstConstant *)value)->value.kind) {
        case CONST_NONE: return "None";
        case CONST_TRUE:
        case CONST_FALSE: return "bool";
        case CONST_INT:
        case CONST_BIGINT: return "int";
        case CONST_FLOAT: return "float";
        case CONST_STR: return "str";
        case CONST_BYTES: return "bytes";
        default: return nullptr;
      }
    case AST_JoinedStr: return "str";
    case AST_List:
    case AST_ListComp: return "list";
    case AST_Dict:
    case AST_DictComp: return "dict";
    case AST_Set:
    case AST_SetComp: return "set";
    case AST_Tuple: return "tuple";
    case AST_UnaryOp:
      return ((const AstUnaryOp *)value)->op == AOP_USub ? type_of_literal(((const AstUnaryOp *)value)->operand)
                                                          : nullptr;
    default: return nullptr;
  }
}

static bool type_is_bound(const Check *check, const Place *place, const Atom *name) {
  const Symbol *symbol = scope_symbol(check->tree, place->scope, name);
  return symbol && !scope_is_builtin(check->tree, place->scope, name);
}

// The plain builtin type that an annotation names, or NULL.
const char *type_of_annotation(const Check *check, const AstNode *annotation, const Place *place) {
  static const char *const plain[] = {"int", "float", "bool", "str", "bytes", "list", "dict", "set", "tuple"};
  if (AST_IS(Subscript, annotation)) return type_of_annotation(check, ((const AstSubscript *)annotation)->value, place);
  if (AST_IS(Constant, annotation)) return ((const AstConstant *)annotation)->value.kind == CONST_NONE ? "None" : nullptr;
  if (!AST_IS(Name, annotation)) return nullptr;
  const Atom *name = ((const AstName *)annotation)->id;
  if (type_is_bound(check, place, name)) return nullptr;
  for (uint32_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (atom_is(name, plain[i])) return plain[i];
  return nullptr;
}

static bool type_is_same(const char *a, const char *b) {
  return a[0] == b[0] && a[1] == b[1] && a[2] == b[2];
}

// A bool is an int, and an int converts for a float.
bool type_fits(const char *given, const char *wanted) {
  if (type_is_same(given, wanted)) return true;
  bool is_number = type_is_same(given, "int") || type_is_same(given, "bool");
  return is_number && (type_is_same(wanted, "int") ? type_is_same(given, "bool") : type_is_same(wanted, "float"));
}

static void type_mismatch(Check *check, Span span, const Atom *name, const char *wanted, const char *given) {
  check_report(check, DIAG_TYPE, span, "'%s' is declared %s by 'let', and this is %s", name->text, wanted, given);
  diag_note(check->diag, "use another name, or assign without 'let' for a name of any type");
}

static void type_compare(Check *check, const Atom *name, AstNode *annotation, AstNode *value, const Place *place) {
  const char *wanted = type_of_annotation(check, annotation, place), *given = type_of_literal(value);
  if (wanted && given && !type_fits(given, wanted)) type_mismatch(check, value->span, name, wanted, given);
}

void check_let(Check *check, AstLet *let, const Place *place) {
  if (!let->annotation) return;
  check_promised_type(check, let->annotation, place);
  if (let->value && AST_IS(Name, let->target))
    type_compare(check, AST_AS(Name, let->target)->id, let->annotation, let->value, place);
}

void check_assigned(Check *check, AstNode *target, AstNode *value, const Place *place) {
  if (!AST_IS(Name, target)) return;
  const Symbol *symbol = scope_symbol(check->tree, place->scope, AST_AS(Name, target)->id);
  if (symbol && symbol->promise) type_compare(check, symbol->name, symbol->promise, value, place);
}

// The function or struct of the module that a name surely means, or NULL.
const AstNode *check_find_definition(const Check *check, const AstNode *callee, const Place *place) {
  if (!AST_IS(Name, callee)) return nullptr;
  const Symbol *symbol = scope_symbol(check->tree, place->scope, ((const AstName *)callee)->id);
  if (!symbol || symbol->place != PLACE_GLOBAL || check->tree->module->has_star_import) return nullptr;
  symbol = scope_find(check->tree->module, symbol->name);
  return symbol->flags & SYMBOL_REBOUND ? nullptr : symbol->definition;
}

void check_promised_type(Check *check, AstNode *annotation, const Place *place) {
  static const char *const sized[] = {"i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"};
  if (AST_IS(Subscript, annotation)) {
    check_promised_type(check, AST_AS(Subscript, annotation)->value, place);
    return;
  }
  if (!AST_IS(Name, annotation)) return;
  const Atom *name = AST_AS(Name, annotation)->id;
  if (check->is_advising) {
    advise_type(check, AST_AS(Name, annotation), place);
    return;
  }
  for (uint32_t i = 0; i < sizeof sized / sizeof *sized; i++) {
    if (!atom_is(name, sized[i]) || type_is_bound(check, place, name)) continue;
    check_report(check, DIAG_REFUSED, annotation->span, "the sized type '%s' is not supported", sized[i]);
    diag_note(check->diag, "use '%s'", sized[i][0] == 'f' ? "float" : "int");
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
