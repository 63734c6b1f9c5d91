// Types of names and expressions. See static_literal.c for literals and what fits where.
#include "frontend/check/static_type.h"

enum { STATIC_DEPTH = 64 };  // deeper expressions are of unknown type

static StaticType static_expression(const ScopeTree *tree, const Scope *scope, const AstNode *node, int depth);

static const StaticType static_unknown = {};

static StaticType static_plain(StaticKind kind) {
  return (StaticType){.kind = kind};
}

// ---- names of types

static const struct {
  const char *name;
  StaticKind kind;
} plain_types[] = {
    {"int", STATIC_INT},   {"float", STATIC_FLOAT}, {"f64", STATIC_FLOAT}, {"bool", STATIC_BOOL}, {"str", STATIC_STR},
    {"bytes", STATIC_BYTES}, {"list", STATIC_LIST}, {"dict", STATIC_DICT}, {"set", STATIC_SET},   {"tuple", STATIC_TUPLE},
    {"none", STATIC_NONE},
};

// The module's bindings decide: a program may name its own class `list`, or a variable `u8`.
bool static_is_bound(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  for (; scope; scope = scope->parent) {
    const Symbol *symbol = scope_find(scope, name);
    if (symbol && symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM)) return true;
  }
  return tree->module->has_star_import;
}

static AstSeq static_type_params(const AstNode *node) {
  switch (node->kind) {
    case AST_FunctionDef: return ((const AstFunctionDef *)node)->type_params;
    case AST_ClassDef: return ((const AstClassDef *)node)->type_params;
    case AST_StructDef: return ((const AstStructDef *)node)->type_params;
    case AST_EnumDef: return ((const AstEnumDef *)node)->type_params;
    default: return (AstSeq){0};
  }
}

bool static_is_type_param(const Scope *scope, const Atom *name) {
  for (; scope; scope = scope->parent) {
    AstSeq params = static_type_params(scope->node);
    for (uint32_t i = 0; i < params.count; i++)
      if (((const AstTypeParam *)params.items[i])->name == name) return true;
  }
  return false;
}

static int static_sized_word(const Atom *name) {
  for (int i = 0; i < BC_SIZED_COUNT; i++)
    if (atom_is(name, bc_sized[i].name)) return i;
  return -1;
}

int static_sized_named(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  int sized = static_sized_word(name);
  return sized >= 0 && !static_is_bound(tree, scope, name) && !static_is_type_param(scope, name) ? sized : -1;
}

bool static_has_sized(const ScopeTree *tree) {
  for (const Symbol *symbol = tree->module->first; symbol; symbol = symbol->next)
    if (static_sized_word(symbol->name) >= 0) return true;
  return false;
}

// The one definition that the module's top level binds to the name, or NULL.
static const AstNode *static_definition(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  const Symbol *symbol = scope_symbol(tree, scope, name);
  if ((symbol && symbol->place != PLACE_GLOBAL) || tree->module->has_star_import) return nullptr;
  symbol = scope_find(tree->module, symbol ? symbol->name : name);
  return !symbol || symbol->flags & SYMBOL_REBOUND ? nullptr : symbol->definition;
}

static StaticType static_defined(const AstNode *def) {
  if (def && AST_IS(StructDef, def)) return (StaticType){.kind = STATIC_STRUCT, .def = def};
  if (def && AST_IS(EnumDef, def)) return (StaticType){.kind = STATIC_ENUM, .def = def};
  return static_unknown;
}

static StaticType static_named(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  if (static_is_type_param(scope, name)) return static_unknown;
  if (static_is_bound(tree, scope, name)) return static_defined(static_definition(tree, scope, name));
  int sized = static_sized_word(name);
  if (sized >= 0) return (StaticType){.kind = STATIC_SIZED, .sized = (BcSized)sized};
  for (uint32_t i = 0; i < sizeof plain_types / sizeof *plain_types; i++)
    if (atom_is(name, plain_types[i].name)) return static_plain(plain_types[i].kind);
  return static_unknown;
}

const AstNode *static_unaliased(const ScopeTree *tree, const Scope *scope, const AstNode *annotation, AstSeq *params) {
  *params = (AstSeq){0};
  for (int hops = 0; hops < 16; hops++) {
    const AstNode *name = annotation && AST_IS(Subscript, annotation) ? ((const AstSubscript *)annotation)->value : annotation;
    if (!name || !AST_IS(Name, name) || static_is_type_param(scope, ((const AstName *)name)->id)) break;
    const AstNode *def = static_definition(tree, scope, ((const AstName *)name)->id);
    if (!def || !AST_IS(TypeAlias, def)) break;
    annotation = ((const AstTypeAlias *)def)->value;
    *params = ((const AstTypeAlias *)def)->type_params;
    scope = tree->module;
  }
  return annotation;
}

StaticType static_type_named(const ScopeTree *tree, const Scope *scope, const AstNode *annotation) {
  AstSeq params;
  const AstNode *plain = static_unaliased(tree, scope, annotation, &params);
  if (plain != annotation) scope = tree->module;
  annotation = plain;
  while (annotation && AST_IS(Subscript, annotation)) annotation = ((const AstSubscript *)annotation)->value;
  if (!annotation) return static_unknown;
  if (AST_IS(Constant, annotation))
    return ((const AstConstant *)annotation)->value.kind == CONST_NONE ? static_plain(STATIC_NONE) : static_unknown;
  return AST_IS(Name, annotation) ? static_named(tree, scope, ((const AstName *)annotation)->id) : static_unknown;
}

// ---- types of C

// `str | None` and Optional[str]: what it is when it is not None; else NULL.
static const AstNode *static_not_none(const AstNode *annotation) {
  if (AST_IS(Subscript, annotation)) {
    const AstNode *origin = ((const AstSubscript *)annotation)->value;
    bool is_optional = AST_IS(Name, origin) && atom_is(((const AstName *)origin)->id, "Optional");
    return is_optional ? ((const AstSubscript *)annotation)->index : nullptr;
  }
  if (!AST_IS(BinOp, annotation) || ((const AstBinOp *)annotation)->op != AOP_BitOr) return nullptr;
  const AstNode *right = ((const AstBinOp *)annotation)->right;
  bool is_none = AST_IS(Constant, right) && ((const AstConstant *)right)->value.kind == CONST_NONE;
  return is_none ? ((const AstBinOp *)annotation)->left : nullptr;
}

static char static_plain_letter(const ScopeTree *tree, const Scope *scope, const AstNode *annotation, bool is_result) {
  static const char sized[] = {'b', 'h', 'i', 'l', 'B', 'H', 'I', 'L', 'f'};
  StaticType type = static_type_named(tree, scope, annotation);
  switch (type.kind) {
    case STATIC_SIZED: return sized[type.sized];
    case STATIC_INT: return 'q';
    case STATIC_FLOAT: return 'd';
    case STATIC_BOOL: return '?';
    case STATIC_STR: return 's';
    case STATIC_BYTES: return is_result ? 0 : 'y';
    case STATIC_NONE: return is_result ? 'v' : 0;
    default: break;
  }
  bool is_name = AST_IS(Name, annotation) && !static_is_bound(tree, scope, ((const AstName *)annotation)->id);
  return is_name && !is_result && atom_is(((const AstName *)annotation)->id, "bytearray") ? 'Y' : 0;
}

bool static_is_exported(const ScopeTree *tree, const Scope *scope, const AstFunctionDef *def) {
  for (uint32_t i = 0; i < def->decorators.count; i++) {
    const AstNode *decorator = def->decorators.items[i];
    if (!AST_IS(Name, decorator) || !atom_is(((const AstName *)decorator)->id, "export")) continue;
    return scope->kind == SCOPE_MODULE && !static_is_bound(tree, scope, ((const AstName *)decorator)->id);
  }
  return false;
}

char static_extern_letter(const ScopeTree *tree, const Scope *scope, const AstNode *annotation, bool is_result) {
  if (!annotation) return is_result ? 'v' : 0;
  const AstNode *inner = static_not_none(annotation);
  if (!inner) return static_plain_letter(tree, scope, annotation, is_result);
  char letter = static_plain_letter(tree, scope, inner, is_result);
  return letter == 's' ? 'z' : letter == 'y' ? 'Z' : 0;
}

// ---- variables

Symbol *static_owner(const ScopeTree *tree, const Scope *scope, const Atom *name, const Scope **owner) {
  Symbol *symbol = scope_symbol(tree, scope, name);
  *owner = scope;
  if (!symbol || (symbol->place != PLACE_GLOBAL && symbol->place != PLACE_FREE)) return symbol;
  if (symbol->place == PLACE_GLOBAL) {
    *owner = tree->module;
    return scope_find(tree->module, symbol->name);
  }
  for (scope = scope->parent; scope; scope = scope->parent) {
    Symbol *outer = scope_find(scope, symbol->name);
    *owner = scope;
    if (outer && outer->place == PLACE_CELL) return outer;
  }
  return nullptr;
}

static AstNode *static_new_name(const ScopeTree *tree, StaticType type, Span span) {
  if (type.kind == STATIC_UNKNOWN || type.kind == STATIC_NONE) return nullptr;
  AstName *name = AST_NEW(tree->arena, Name, span);
  name->id = intern_put_text(tree->intern, static_type_name(type));
  return &name->node;
}

// What one `let` promises: what it says, or the type of its value.
static AstNode *static_let_type(const ScopeTree *tree, const Scope *owner, const SymbolLet *let) {
  if (let->annotation || !let->value) return let->annotation;
  return static_new_name(tree, static_type_of(tree, owner, let->value), let->value->span);
}

static bool static_same_annotation(const AstNode *a, const AstNode *b) {
  if (!a || !b) return a == b;
  return AST_IS(Name, a) && AST_IS(Name, b) && ((const AstName *)a)->id == ((const AstName *)b)->id;
}

// Several `let`s of one name, in different blocks, may mean the same type; else each promises for itself only.
static void static_settle(const ScopeTree *tree, const Scope *owner, Symbol *symbol) {
  symbol->flags |= SYMBOL_SETTLED;  // a `let` whose value uses the name itself finds no promise
  AstNode *first = static_let_type(tree, owner, symbol->lets);
  for (const SymbolLet *let = symbol->lets->next; let; let = let->next)
    if (!static_same_annotation(first, static_let_type(tree, owner, let))) symbol->flags |= SYMBOL_LET_MIXED;
  symbol->promise = symbol->flags & SYMBOL_LET_MIXED ? nullptr : first;
}

static const AstArg *static_find_arg(AstSeq params, const Atom *name) {
  for (uint32_t i = 0; i < params.count; i++)
    if (((const AstArg *)params.items[i])->name == name) return (const AstArg *)params.items[i];
  return nullptr;
}

// The annotation of a parameter of a `fn`, or NULL.
static AstNode *static_param_annotation(const Scope *owner, const Symbol *symbol) {
  if (!(symbol->flags & SYMBOL_PARAM) || owner->kind != SCOPE_FUNCTION) return nullptr;
  const AstFunctionDef *def = (const AstFunctionDef *)owner->node;
  if (!def->is_fn) return nullptr;
  const AstArguments *args = (const AstArguments *)def->args;
  const AstArg *arg = static_find_arg(args->posonly, symbol->name);
  if (!arg) arg = static_find_arg(args->args, symbol->name);
  if (!arg) arg = static_find_arg(args->kwonly, symbol->name);
  return arg ? arg->annotation : nullptr;
}

// A parameter keeps a sized type for good; of any other it only promises what it comes with.
static void static_settle_param(const ScopeTree *tree, const Scope *owner, Symbol *symbol) {
  symbol->flags |= SYMBOL_SETTLED;
  AstNode *annotation = static_param_annotation(owner, symbol);
  if (annotation && static_type_named(tree, owner, annotation).kind == STATIC_SIZED) symbol->promise = annotation;
}

AstNode *static_promise(const ScopeTree *tree, const Scope *owner, Symbol *symbol) {
  if (symbol->flags & SYMBOL_SETTLED) return symbol->promise;
  if (symbol->flags & SYMBOL_PARAM) static_settle_param(tree, owner, symbol);
  else if (symbol->lets) static_settle(tree, owner, symbol);
  return symbol->promise;
}

// `self` of a struct's method.
static StaticType static_self(const Scope *owner, const Symbol *symbol) {
  const Scope *around = owner->parent;
  if (owner->kind != SCOPE_FUNCTION || !around || around->kind != SCOPE_CLASS || !atom_is(symbol->name, "self")) return static_unknown;
  return symbol == owner->first ? static_defined(around->node) : static_unknown;
}

static StaticType static_variable(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  const Scope *owner;
  Symbol *symbol = static_owner(tree, scope, name, &owner);
  if (!symbol) return static_unknown;
  AstNode *promise = static_promise(tree, owner, symbol);
  if (promise) return static_type_named(tree, owner, promise);
  if (!(symbol->flags & SYMBOL_PARAM) || symbol->flags & SYMBOL_PARAM_STORED) return static_unknown;
  AstNode *annotation = static_param_annotation(owner, symbol);
  return annotation ? static_type_named(tree, owner, annotation) : static_self(owner, symbol);
}

// ---- operators

static bool static_is_sized(StaticType type) {
  return type.kind == STATIC_SIZED;
}

static bool static_is_real(StaticType type) {
  return static_is_sized(type) && bc_sized[type.sized].kind == BC_REAL;
}

static bool static_is_int(StaticType type) {
  return type.kind == STATIC_INT || type.kind == STATIC_BOOL || (static_is_sized(type) && !static_is_real(type));
}

static bool static_takes_own_right(AstOp op) {
  return op == AOP_LShift || op == AOP_RShift || op == AOP_Pow;
}

// The sized type in which the operation happens; UNKNOWN: in none.
static StaticType static_common(StaticType left, const AstNode *left_node, StaticType right, const AstNode *right_node) {
  if (static_is_sized(left) && static_is_sized(right)) return left.sized == right.sized ? left : static_unknown;
  if (static_is_sized(left)) return static_literal_fits(left.sized, right_node) ? left : static_unknown;
  if (static_is_sized(right)) return static_literal_fits(right.sized, left_node) ? right : static_unknown;
  return static_unknown;
}

bool static_operands_mix(AstOp op, StaticType left, const AstNode *left_node, StaticType right, const AstNode *right_node) {
  if (!static_is_sized(left) && !static_is_sized(right)) return true;
  if (static_takes_own_right(op)) return true;
  if (left.kind == STATIC_UNKNOWN || right.kind == STATIC_UNKNOWN) return true;
  return static_is_sized(static_common(left, left_node, right, right_node));
}

static StaticType static_of_sized(AstOp op, StaticType common) {
  switch (op) {
    case AOP_Div: return static_is_real(common) ? common : static_plain(STATIC_FLOAT);
    case AOP_MatMult: return static_unknown;
    case AOP_BitAnd:
    case AOP_BitOr:
    case AOP_BitXor: return static_is_real(common) ? static_unknown : common;
    default: return common;
  }
}

static StaticType static_of_ints(AstOp op) {
  switch (op) {
    case AOP_Div: return static_plain(STATIC_FLOAT);
    case AOP_Pow:
    case AOP_MatMult: return static_unknown;
    default: return static_plain(STATIC_INT);
  }
}

static bool static_is_number(StaticType type) {
  return type.kind == STATIC_INT || type.kind == STATIC_BOOL || type.kind == STATIC_FLOAT;
}

static StaticType static_of_plain(AstOp op, StaticType left, StaticType right) {
  if (static_is_int(left) && static_is_int(right)) {
    bool are_bools = left.kind == STATIC_BOOL && right.kind == STATIC_BOOL;
    bool is_bitwise = op == AOP_BitAnd || op == AOP_BitOr || op == AOP_BitXor;
    return are_bools && is_bitwise ? static_plain(STATIC_BOOL) : static_of_ints(op);
  }
  bool is_real = op == AOP_Add || op == AOP_Sub || op == AOP_Mult || op == AOP_Div || op == AOP_FloorDiv || op == AOP_Mod;
  if (static_is_number(left) && static_is_number(right) && is_real) return static_plain(STATIC_FLOAT);
  if (left.kind == STATIC_STR && op == AOP_Mod) return left;
  bool is_sequence = left.kind == STATIC_STR || left.kind == STATIC_BYTES || left.kind == STATIC_LIST || left.kind == STATIC_TUPLE;
  if (is_sequence && op == AOP_Add && right.kind == left.kind) return left;
  return is_sequence && op == AOP_Mult && static_is_int(right) ? left : static_unknown;
}

StaticType static_type_of_operation(AstOp op, StaticType left, const AstNode *left_node, StaticType right,
                                    const AstNode *right_node) {
  if (static_takes_own_right(op) && static_is_sized(left)) {
    if (static_is_real(left)) return op == AOP_Pow && static_literal_fits(left.sized, right_node) ? left : static_unknown;
    return right.kind == STATIC_UNKNOWN || static_is_int(right) ? left : static_unknown;
  }
  StaticType common = static_common(left, left_node, right, right_node);
  if (static_is_sized(common) && !static_takes_own_right(op)) return static_of_sized(op, common);
  if (static_is_real(left) || static_is_real(right)) return static_unknown;
  return static_of_plain(op, left, right);
}

static StaticType static_unary(StaticType operand, AstOp op) {
  if (op == AOP_Not) return static_plain(STATIC_BOOL);
  if (operand.kind == STATIC_BOOL) return static_plain(STATIC_INT);
  bool is_number = static_is_int(operand) || ((operand.kind == STATIC_FLOAT || static_is_real(operand)) && op != AOP_Invert);
  return is_number ? operand : static_unknown;
}

// A literal takes the other's sized type.
static StaticType static_joined(StaticType a, const AstNode *a_node, StaticType b, const AstNode *b_node) {
  if (static_same(a, b)) return a;
  if (static_is_sized(a) && b.kind == STATIC_INT && static_literal_fits(a.sized, b_node)) return a;
  return static_is_sized(b) && a.kind == STATIC_INT && static_literal_fits(b.sized, a_node) ? b : static_unknown;
}

static StaticType static_boolop(const ScopeTree *tree, const Scope *scope, const AstBoolOp *node, int depth) {
  const AstNode *first = node->values.items[0];
  StaticType type = static_expression(tree, scope, first, depth);
  for (uint32_t i = 1; i < node->values.count && type.kind != STATIC_UNKNOWN; i++)
    type = static_joined(type, first, static_expression(tree, scope, node->values.items[i], depth), node->values.items[i]);
  return type;
}

// ---- calls, fields

static const struct {
  const char *name;
  StaticKind kind;
} builtin_results[] = {
    {"int", STATIC_INT},     {"len", STATIC_INT},   {"ord", STATIC_INT},     {"hash", STATIC_INT},   {"id", STATIC_INT},
    {"float", STATIC_FLOAT}, {"f64", STATIC_FLOAT}, {"bool", STATIC_BOOL},   {"any", STATIC_BOOL},   {"all", STATIC_BOOL},
    {"callable", STATIC_BOOL}, {"isinstance", STATIC_BOOL}, {"issubclass", STATIC_BOOL}, {"hasattr", STATIC_BOOL},
    {"str", STATIC_STR},     {"repr", STATIC_STR},  {"chr", STATIC_STR},     {"hex", STATIC_STR},    {"bin", STATIC_STR},
    {"oct", STATIC_STR},     {"ascii", STATIC_STR}, {"input", STATIC_STR},   {"format", STATIC_STR}, {"bytes", STATIC_BYTES},
    {"list", STATIC_LIST},   {"sorted", STATIC_LIST}, {"dict", STATIC_DICT}, {"set", STATIC_SET},    {"tuple", STATIC_TUPLE},
    {"print", STATIC_NONE},  {"println", STATIC_NONE}, {"eprintln", STATIC_NONE},
};

static StaticType static_builtin_result(const Atom *name) {
  int sized = static_sized_word(name);
  if (sized >= 0) return (StaticType){.kind = STATIC_SIZED, .sized = (BcSized)sized};
  for (uint32_t i = 0; i < sizeof builtin_results / sizeof *builtin_results; i++)
    if (atom_is(name, builtin_results[i].name)) return static_plain(builtin_results[i].kind);
  return static_unknown;
}

// A `fn` promises its result, but for a generator's.
static StaticType static_fn_result(const ScopeTree *tree, const AstFunctionDef *def) {
  const Scope *inside = scope_of_node(tree, &def->node);
  if (!def->is_fn || !def->returns || def->decorators.count || inside->is_generator) return static_unknown;
  return static_type_named(tree, inside, def->returns);
}

static bool static_is_name(const AstNode *node, const Atom *name) {
  return node && AST_IS(Name, node) && ((const AstName *)node)->id == name;
}

// Of `fn f<T>(x: T) -> T`: what the first argument for a T is.
static StaticType static_generic_result(const ScopeTree *tree, const Scope *scope, const AstFunctionDef *def, const AstCall *call, int depth) {
  const AstArguments *args = (const AstArguments *)def->args;
  if (!def->is_fn || !def->returns || !AST_IS(Name, def->returns) || def->decorators.count) return static_unknown;
  const Atom *name = ((const AstName *)def->returns)->id;
  if (!static_is_type_param(scope_of_node(tree, &def->node), name)) return static_unknown;
  for (uint32_t i = 0; i < args->args.count && i < call->args.count && !AST_IS(Starred, call->args.items[i]); i++) {
    if (!static_is_name(((const AstArg *)args->args.items[i])->annotation, name)) continue;
    StaticType type = static_expression(tree, scope, call->args.items[i], depth);
    return type.kind == STATIC_SIZED ? static_unknown : type;
  }
  return static_unknown;
}

static const AstNode *static_member(const AstNode *def, AstKind kind, const Atom *name) {
  AstSeq body = AST_IS(StructDef, def) ? ((const AstStructDef *)def)->body : ((const AstEnumDef *)def)->body;
  for (uint32_t i = 0; i < body.count; i++) {
    const AstNode *member = body.items[i];
    if (member->kind != kind) continue;
    if (kind == AST_FunctionDef && ((const AstFunctionDef *)member)->name == name) return member;
    if (kind != AST_AnnAssign) continue;
    const AstNode *target = ((const AstAnnAssign *)member)->target;
    if (AST_IS(Name, target) && ((const AstName *)target)->id == name) return member;
  }
  return nullptr;
}

static bool static_is_object(StaticType type) {
  return type.kind == STATIC_STRUCT || type.kind == STATIC_ENUM;
}

static StaticType static_method_result(const ScopeTree *tree, StaticType object, const Atom *name) {
  const AstNode *method = static_is_object(object) ? static_member(object.def, AST_FunctionDef, name) : nullptr;
  return method ? static_fn_result(tree, (const AstFunctionDef *)method) : static_unknown;
}

// Looked up around the struct, but for its type parameters.
StaticType static_type_of_field(const ScopeTree *tree, const AstNode *def, const AstNode *field) {
  const AstNode *annotation = ((const AstAnnAssign *)field)->annotation;
  const Scope *inside = scope_of_node(tree, def);
  if (AST_IS(Name, annotation) && static_is_type_param(inside, ((const AstName *)annotation)->id)) return static_unknown;
  return static_type_named(tree, inside->parent, annotation);
}

static StaticType static_field(const ScopeTree *tree, StaticType object, const Atom *name) {
  const AstNode *field = object.kind == STATIC_STRUCT ? static_member(object.def, AST_AnnAssign, name) : nullptr;
  if (!field || static_member(object.def, AST_FunctionDef, name)) return static_unknown;
  return static_type_of_field(tree, object.def, field);
}

static StaticType static_extern_result(const ScopeTree *tree, const AstExternDef *def) {
  if (!def->returns) return static_plain(STATIC_NONE);
  return def->decorators.count ? static_unknown : static_type_named(tree, tree->module, def->returns);
}

static StaticType static_call(const ScopeTree *tree, const Scope *scope, const AstCall *call, int depth) {
  if (AST_IS(Attribute, call->func)) {
    const AstAttribute *attribute = (const AstAttribute *)call->func;
    return static_method_result(tree, static_expression(tree, scope, attribute->value, depth), attribute->attr);
  }
  const AstNode *callee = call->func;
  if (AST_IS(Subscript, callee)) callee = ((const AstSubscript *)callee)->value;  // Box<int>(1)
  if (!AST_IS(Name, callee)) return static_unknown;
  const Atom *name = ((const AstName *)callee)->id;
  if (!static_is_bound(tree, scope, name)) return static_builtin_result(name);
  const AstNode *def = static_definition(tree, scope, name);
  if (def && AST_IS(ExternDef, def)) return static_extern_result(tree, (const AstExternDef *)def);
  if (def && AST_IS(FunctionDef, def)) {
    const AstFunctionDef *fn = (const AstFunctionDef *)def;
    return fn->type_params.count ? static_generic_result(tree, scope, fn, call, depth) : static_fn_result(tree, fn);
  }
  return def && AST_IS(StructDef, def) && !((const AstStructDef *)def)->decorators.count ? static_defined(def) : static_unknown;
}

static StaticType static_subscript(StaticType object, const AstNode *index) {
  if (object.kind == STATIC_STR) return object;
  if (object.kind != STATIC_BYTES) return AST_IS(Slice, index) ? object : static_unknown;
  return AST_IS(Slice, index) ? object : static_plain(STATIC_INT);
}

// ---- expressions

static StaticType static_of_constant(AstConstKind kind) {
  switch (kind) {
    case CONST_NONE: return static_plain(STATIC_NONE);
    case CONST_TRUE:
    case CONST_FALSE: return static_plain(STATIC_BOOL);
    case CONST_INT:
    case CONST_BIGINT: return static_plain(STATIC_INT);
    case CONST_FLOAT: return static_plain(STATIC_FLOAT);
    case CONST_STR: return static_plain(STATIC_STR);
    case CONST_BYTES: return static_plain(STATIC_BYTES);
    default: return static_unknown;
  }
}

static StaticType static_display(AstKind kind) {
  switch (kind) {
    case AST_JoinedStr: return static_plain(STATIC_STR);
    case AST_List:
    case AST_ListComp: return static_plain(STATIC_LIST);
    case AST_Dict:
    case AST_DictComp: return static_plain(STATIC_DICT);
    case AST_Set:
    case AST_SetComp: return static_plain(STATIC_SET);
    case AST_Tuple: return static_plain(STATIC_TUPLE);
    default: return static_unknown;
  }
}

StaticType static_type_of_literal(const AstNode *node) {
  return AST_IS(Constant, node) ? static_of_constant(((const AstConstant *)node)->value.kind) : static_display(node->kind);
}

static StaticType static_binop(const ScopeTree *tree, const Scope *scope, const AstBinOp *node, int depth) {
  StaticType left = static_expression(tree, scope, node->left, depth);
  return static_type_of_operation(node->op, left, node->left, static_expression(tree, scope, node->right, depth), node->right);
}

static StaticType static_expression(const ScopeTree *tree, const Scope *scope, const AstNode *node, int depth) {
  if (depth-- == 0) return static_unknown;
  switch (node->kind) {
    case AST_Name: return static_variable(tree, scope, ((const AstName *)node)->id);
    case AST_BinOp: return static_binop(tree, scope, (const AstBinOp *)node, depth);
    case AST_UnaryOp: {
      const AstUnaryOp *unary = (const AstUnaryOp *)node;
      return static_unary(static_expression(tree, scope, unary->operand, depth), unary->op);
    }
    case AST_IfExp: {
      const AstIfExp *choice = (const AstIfExp *)node;
      StaticType body = static_expression(tree, scope, choice->body, depth);
      return static_joined(body, choice->body, static_expression(tree, scope, choice->orelse, depth), choice->orelse);
    }
    case AST_BoolOp: return static_boolop(tree, scope, (const AstBoolOp *)node, depth);
    case AST_NamedExpr: return static_expression(tree, scope, ((const AstNamedExpr *)node)->value, depth);
    case AST_Call: return static_call(tree, scope, (const AstCall *)node, depth);
    case AST_Attribute: {
      const AstAttribute *attribute = (const AstAttribute *)node;
      return static_field(tree, static_expression(tree, scope, attribute->value, depth), attribute->attr);
    }
    case AST_Subscript: {
      const AstSubscript *subscript = (const AstSubscript *)node;
      return static_subscript(static_expression(tree, scope, subscript->value, depth), subscript->index);
    }
    default: return static_type_of_literal(node);
  }
}

StaticType static_type_of(const ScopeTree *tree, const Scope *scope, const AstNode *node) {
  return static_expression(tree, scope, node, STATIC_DEPTH);
}
