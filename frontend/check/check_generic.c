// Type parameters and what containers hold, where it shows: all arguments for one T of a call agree, the items of a display
// are what its annotation says, and so are the payloads of Option, Result and the program's own enums. Nothing of this is
// checked when the program runs: a list can be changed after it was looked at, and looking at each call costs its length.
#include "frontend/check/check_int.h"

enum { GENERIC_MAX = 8 };  // parameters of one definition; more are not looked at

typedef struct {
  const Atom *param;
  StaticType type;
  const char *where;    // name of the argument or field that said so; NULL: the call's own [int]
} Binding;

typedef struct {
  Check *check;
  const Place *place;
  const char *owner;    // as messages call it
  const char *kind;     // "argument", "field"
  uint32_t line;
  AstSeq params;
  Binding bindings[GENERIC_MAX];
  uint32_t count;
} Generic;

static bool generic_is_number(StaticType type) {
  return type.kind == STATIC_INT || type.kind == STATIC_FLOAT || type.kind == STATIC_BOOL;
}

// None may stand beside anything, and numbers beside numbers: T may be a union.
static bool generic_agree(StaticType a, StaticType b, const AstNode *node) {
  if (a.kind == STATIC_UNKNOWN || b.kind == STATIC_UNKNOWN || a.kind == STATIC_NONE || b.kind == STATIC_NONE) return true;
  if (static_same(a, b) || (generic_is_number(a) && generic_is_number(b))) return true;
  return a.kind == STATIC_SIZED && static_literal_fits(a.sized, node);
}

static Binding *generic_find(Generic *g, const Atom *name) {
  for (uint32_t i = 0; i < g->count; i++)
    if (g->bindings[i].param == name) return &g->bindings[i];
  return nullptr;
}

static const Atom *generic_param(const Generic *g, const AstNode *annotation) {
  if (!annotation || !AST_IS(Name, annotation)) return nullptr;
  for (uint32_t i = 0; i < g->params.count; i++)
    if (((const AstTypeParam *)g->params.items[i])->name == ((const AstName *)annotation)->id) return ((const AstName *)annotation)->id;
  return nullptr;
}

static void generic_disagree(const Generic *g, const Binding *bound, const char *name, const AstNode *value, StaticType given) {
  const char *wanted = static_type_name(bound->type), *is = static_type_name(given);
  if (bound->where)
    check_report(g->check, DIAG_TYPE, value->span, "%s '%s' of %s must be %s, as '%s' is, and this is %s", g->kind, name, g->owner,
                 wanted, bound->where, is);
  else check_report(g->check, DIAG_TYPE, value->span, "%s '%s' of %s must be %s, and this is %s", g->kind, name, g->owner, wanted, is);
  diag_note(g->check->diag, "both are declared %s in line %u", bound->param->text, g->line);
}

static void generic_take(Generic *g, const AstNode *annotation, const char *name, const AstNode *value) {
  const Atom *param = generic_param(g, annotation);
  StaticType given = param ? static_type_of(g->check->tree, g->place->scope, value) : (StaticType){};
  if (given.kind == STATIC_UNKNOWN || given.kind == STATIC_NONE) return;
  const Binding *bound = generic_find(g, param);
  if (bound && !generic_agree(bound->type, given, value)) generic_disagree(g, bound, name, value, given);
  if (!bound && g->count < GENERIC_MAX) g->bindings[g->count++] = (Binding){param, given, name};
}

// f[int](...), Box<int>(...): the parameters in their order.
static void generic_take_explicit(Generic *g, const AstCall *call) {
  if (!AST_IS(Subscript, call->func)) return;
  AstNode *index = ((const AstSubscript *)call->func)->index;
  AstSeq given = AST_IS(Tuple, index) ? AST_AS(Tuple, index)->elements : (AstSeq){&index, 1};
  for (uint32_t i = 0; i < given.count && i < g->params.count && i < GENERIC_MAX; i++) {
    StaticType type = static_type_named(g->check->tree, g->place->scope, given.items[i]);
    if (type.kind == STATIC_UNKNOWN) continue;
    g->bindings[g->count++] = (Binding){((const AstTypeParam *)g->params.items[i])->name, type, nullptr};
  }
}

static bool generic_is_starred(AstSeq args) {
  for (uint32_t i = 0; i < args.count; i++)
    if (AST_IS(Starred, args.items[i])) return true;
  return false;
}

void check_generic_fn(Check *check, const AstFunctionDef *def, const AstCall *call, const Place *place) {
  StrBuf owner = {0};
  strbuf_put_format(&owner, "%s()", def->name->text);
  Generic g = {check, place, strbuf_text(&owner), "argument", def->node.span.line, def->type_params, {}, 0};
  const AstArguments *args = (const AstArguments *)def->args;
  generic_take_explicit(&g, call);
  for (uint32_t i = 0; !generic_is_starred(call->args) && i < call->args.count && i < args->args.count; i++) {
    const AstArg *param = (const AstArg *)args->args.items[i];
    generic_take(&g, param->annotation, param->name->text, call->args.items[i]);
  }
  strbuf_fini(&owner);
}

static const AstAnnAssign *generic_field(const AstStructDef *def, uint32_t wanted, const Atom *name) {
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(AnnAssign, def->body.items[i])) continue;
    const AstAnnAssign *field = (const AstAnnAssign *)def->body.items[i];
    if (!AST_IS(Name, field->target)) return nullptr;
    if (name ? ((const AstName *)field->target)->id == name : wanted-- == 0) return field;
  }
  return nullptr;
}

static void generic_take_field(Generic *g, const AstAnnAssign *field, const AstNode *value) {
  if (field) generic_take(g, field->annotation, ((const AstName *)field->target)->id->text, value);
}

static void generic_take_struct(Generic *g, const AstStructDef *def, const AstCall *call) {
  for (uint32_t i = 0; !generic_is_starred(call->args) && i < call->args.count; i++)
    generic_take_field(g, generic_field(def, i, nullptr), call->args.items[i]);
  for (uint32_t i = 0; i < call->keywords.count; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, call->keywords.items[i]);
    if (keyword->name) generic_take_field(g, generic_field(def, 0, keyword->name), keyword->value);
  }
}

void check_generic_struct(Check *check, const AstStructDef *def, const AstCall *call, const Place *place) {
  Generic g = {check, place, def->name->text, "field", def->node.span.line, def->type_params, {}, 0};
  generic_take_explicit(&g, call);
  generic_take_struct(&g, def, call);
}

// ---- what an annotation says of what is inside

static void contents_item(Check *check, const AstNode *type, AstNode *item, const char *what, const Place *place) {
  if (!item || AST_IS(Starred, item)) return;
  StaticType wanted = static_type_named(check->tree, place->scope, type), given = static_type_of(check->tree, place->scope, item);
  check_contents(check, type, item, place);
  if (static_fits(given, item, wanted)) return;
  check_report(check, DIAG_TYPE, item->span, "%s must be %s, and this is %s", what, check_type_text(check, type),
               check_given(check, given, item, wanted));
  if (!check_note_sized(check, given, item, wanted)) diag_note(check->diag, "its type is declared in line %u", type->span.line);
}

static void contents_items(Check *check, const AstNode *type, AstSeq items, const char *what, const Place *place) {
  for (uint32_t i = 0; i < items.count; i++) contents_item(check, type, items.items[i], what, place);
}

static AstSeq contents_arguments(const AstSubscript *annotation) {
  AstNode *const *index = &annotation->index;
  return AST_IS(Tuple, *index) ? ((const AstTuple *)*index)->elements : (AstSeq){(AstNode **)index, 1};
}

static void contents_dict(Check *check, AstSeq types, const AstDict *dict, const Place *place) {
  if (types.count != 2) return;
  for (uint32_t i = 0; i < dict->keys.count; i++) {
    if (!dict->keys.items[i]) continue;
    contents_item(check, types.items[0], dict->keys.items[i], "a key", place);
    contents_item(check, types.items[1], dict->values.items[i], "a value", place);
  }
}

// Option.Some(x), Result.Ok(x), Result.Err(x).
static void contents_variant(Check *check, AstSeq types, const AstCall *call, const Place *place) {
  if (call->args.count != 1 || !AST_IS(Attribute, call->func)) return;
  const Atom *variant = ((const AstAttribute *)call->func)->attr;
  bool is_error = atom_is(variant, "Err"), is_first = atom_is(variant, "Some") || atom_is(variant, "Ok");
  if (is_first && types.count > 0) contents_item(check, types.items[0], call->args.items[0], "the value inside", place);
  if (is_error && types.count > 1) contents_item(check, types.items[1], call->args.items[0], "the error inside", place);
}

static bool contents_names(const AstNode *node, const char *name) {
  return AST_IS(Name, node) && atom_is(((const AstName *)node)->id, name);
}

static bool contents_is_of(const AstNode *origin, const AstNode *value) {
  if (!AST_IS(Call, value) || !AST_IS(Attribute, ((const AstCall *)value)->func) || !AST_IS(Name, origin)) return false;
  const AstNode *object = ((const AstAttribute *)((const AstCall *)value)->func)->value;
  return AST_IS(Name, object) && ((const AstName *)object)->id == ((const AstName *)origin)->id;
}

void check_contents(Check *check, const AstNode *annotation, AstNode *value, const Place *place) {
  AstSeq params;
  annotation = static_unaliased(check->tree, place->scope, annotation, &params);
  if (params.count || !AST_IS(Subscript, annotation)) return;
  const AstNode *origin = ((const AstSubscript *)annotation)->value;
  AstSeq types = contents_arguments((const AstSubscript *)annotation);
  if (AST_IS(IfExp, value)) {
    check_contents(check, annotation, AST_AS(IfExp, value)->body, place);
    check_contents(check, annotation, AST_AS(IfExp, value)->orelse, place);
  } else if (AST_IS(List, value) && contents_names(origin, "list")) {
    contents_items(check, types.items[0], AST_AS(List, value)->elements, "an item", place);
  } else if (AST_IS(Set, value) && contents_names(origin, "set")) {
    contents_items(check, types.items[0], AST_AS(Set, value)->elements, "an item", place);
  } else if (AST_IS(Dict, value) && contents_names(origin, "dict")) {
    contents_dict(check, types, AST_AS(Dict, value), place);
  } else if ((contents_names(origin, "Option") || contents_names(origin, "Result")) && contents_is_of(origin, value)) {
    contents_variant(check, types, AST_AS(Call, value), place);
  }
}
