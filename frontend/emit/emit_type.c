// Annotations: promised types of fn, let and struct, as a hint the machine knows or as a type descriptor; and what
// __annotations__ holds for Python's hints.
#include "frontend/emit/emit_int.h"

#include <string.h>

static const struct {
  const char *name;
  BcHint hint;
} type_hints[] = {
    {"int", BC_HINT_INT},   {"float", BC_HINT_FLOAT}, {"bool", BC_HINT_BOOL}, {"str", BC_HINT_STR},
    {"none", BC_HINT_NONE}, {"list", BC_HINT_LIST},   {"dict", BC_HINT_DICT}, {"tuple", BC_HINT_TUPLE},
    {"set", BC_HINT_SET},   {"bytes", BC_HINT_BYTES}, {"f64", BC_HINT_FLOAT},
};

// The module's bindings decide: a program may name its own class `list`.
static bool type_is_unbound(const Fn *fn, const Atom *name) {
  for (const Scope *scope = fn->scope; scope; scope = scope->parent) {
    const Symbol *symbol = scope_find(scope, name);
    if (symbol && symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM)) return false;
  }
  return !fn->em->tree->module->has_star_import;
}

static BcHint type_name_hint(const Fn *fn, const Atom *name) {
  int sized = fn->em->has_sized ? static_sized_named(fn->em->tree, fn->scope, name) : -1;
  if (sized >= 0) return (BcHint)(BC_HINT_SIZED + sized);
  for (uint32_t i = 0; i < sizeof type_hints / sizeof *type_hints; i++)
    if (atom_is(name, type_hints[i].name)) return type_is_unbound(fn, name) ? type_hints[i].hint : BC_HINT_ANY;
  return BC_HINT_ANY;
}

BcHint emit_type_hint(const Fn *fn, const AstNode *annotation) {
  if (!annotation) return BC_HINT_ANY;
  AstSeq params;
  annotation = static_unaliased(fn->em->tree, fn->scope, annotation, &params);
  switch (annotation->kind) {
    case AST_Name: return type_name_hint(fn, ((const AstName *)annotation)->id);
    case AST_Subscript: return emit_type_hint(fn, ((const AstSubscript *)annotation)->value);
    case AST_Constant:
      return ((const AstConstant *)annotation)->value.kind == CONST_NONE ? BC_HINT_NONE : BC_HINT_ANY;
    default: return BC_HINT_ANY;
  }
}

static bool promise_is_literal(const Fn *fn, const AstNode *annotation, const AstNode *value) {
  AstConst literal;
  if (!fold_constant(value, &literal)) return false;
  BcHint hint = emit_type_hint(fn, annotation);
  switch (literal.kind) {
    case CONST_INT:
    case CONST_BIGINT: return hint == BC_HINT_INT;
    case CONST_FLOAT: return hint == BC_HINT_FLOAT;
    case CONST_STR: return hint == BC_HINT_STR;
    case CONST_TRUE:
    case CONST_FALSE: return hint == BC_HINT_BOOL;
    default: return false;
  }
}

// ---- descriptors

static bool type_list_has(AstSeq params, const Atom *name) {
  for (uint32_t i = 0; i < params.count; i++)
    if (AST_AS(TypeParam, params.items[i])->name == name) return true;
  return false;
}

static bool type_is_param(const Fn *fn, const Atom *name) {
  return type_list_has(fn->type_params, name) || static_is_type_param(fn->scope, name);
}

static bool type_is_builtin_class(const Atom *name) {
  static const char *const names[] = {"int", "float", "bool", "str", "list", "dict", "tuple", "set", "bytes",
                                      "frozenset", "bytearray", "range", "slice", "type", "BaseException", "f64",
                                      "Option", "Result", "object", "Exception",
#define SIZED(name, kind, bits) #name,
#include "compiler/bytecode/sized.def"
#undef SIZED
  };
  for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
    if (atom_is(name, names[i])) return true;
  return false;
}

// A global of the module that its top level has not stored by now: a struct's field may name a later type, or its own.
static bool type_is_later(const Fn *fn, const Symbol *symbol) {
  return symbol->place == PLACE_GLOBAL && fn->scope->kind == SCOPE_MODULE &&
         !(symbol->flags & SYMBOL_EARLIER) && !fn->em->is_stored[symbol->index];
}

// A name in an alias, which this scope need not have resolved.
static const Symbol *type_module_symbol(const Fn *fn, const Atom *name) {
  const Symbol *symbol = scope_find(fn->em->tree->module, name);
  return symbol && symbol->place == PLACE_GLOBAL ? symbol : nullptr;
}

static void type_any(Fn *fn, Reg dst) {
  fn_load_singleton(fn, dst, BC_SINGLETON_ELLIPSIS);
}

static void type_name(Fn *fn, AstName *name, Reg dst) {
  if (atom_is(name->id, "Callable")) {
    fn_load_singleton(fn, dst, BC_SINGLETON_NOTIMPLEMENTED);
    return;
  }
  if (atom_is(name->id, "none") && type_is_unbound(fn, name->id)) {
    fn_load_singleton(fn, dst, BC_SINGLETON_NONE);
    return;
  }
  if (name->id == fn->own_type) {
    fn_load_singleton(fn, dst, BC_SINGLETON_FALSE);
    return;
  }
  const Symbol *symbol = scope_symbol(fn->em->tree, fn->scope, name->id);
  if (!symbol) symbol = type_module_symbol(fn, name->id);
  bool is_known = symbol && (type_is_unbound(fn, name->id) ? type_is_builtin_class(name->id) : !type_is_later(fn, symbol));
  if (!is_known || type_is_param(fn, name->id)) type_any(fn, dst);
  else if (scope_symbol(fn->em->tree, fn->scope, name->id)) emit_load_name(fn, name->id, &name->node, dst);
  else fn_put(fn, OP_GETGLOBAL, dst, symbol->index, 0);
}

static void type_pair(Fn *fn, AstNode *left, AstNode *right, Reg dst) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  emit_type(fn, left, row);
  if (right) emit_type(fn, right, row + 1);
  else fn_load_singleton(fn, row + 1, BC_SINGLETON_NONE);
  fn_put(fn, OP_TUPLE, dst, row, 2);
  fn->top = mark;
}

static void type_union(Fn *fn, AstNode *index, Reg dst) {
  AstSeq parts = AST_IS(Tuple, index) ? AST_AS(Tuple, index)->elements : (AstSeq){&index, 1};
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, parts.count);
  for (uint32_t i = 0; i < parts.count; i++) emit_type(fn, parts.items[i], row + i);
  fn_put(fn, OP_TUPLE, dst, row, parts.count);
  fn->top = mark;
}

static void type_subscript(Fn *fn, AstSubscript *subscript, Reg dst) {
  bool is_name = AST_IS(Name, subscript->value);
  const Atom *origin = is_name ? AST_AS(Name, subscript->value)->id : nullptr;
  if (is_name && atom_is(origin, "Optional")) type_pair(fn, subscript->index, nullptr, dst);
  else if (is_name && atom_is(origin, "Union")) type_union(fn, subscript->index, dst);
  else emit_type(fn, subscript->value, dst);
}

// What an alias stands for, seen from the module, its parameters standing for anything.
static bool type_alias(Fn *fn, AstNode *annotation, Reg dst) {
  AstSeq params, outer = fn->type_params;
  const AstNode *plain = static_unaliased(fn->em->tree, fn->scope, annotation, &params);
  if (plain == annotation) return false;
  if (fn->alias_depth++ < 16) {
    fn->type_params = params;
    emit_type(fn, (AstNode *)plain, dst);
    fn->type_params = outer;
  } else {
    type_any(fn, dst);
  }
  fn->alias_depth--;
  return true;
}

void emit_type(Fn *fn, AstNode *annotation, Reg dst) {
  if (type_alias(fn, annotation, dst)) return;
  fn_at(fn, annotation);
  switch (annotation->kind) {
    case AST_Name: type_name(fn, AST_AS(Name, annotation), dst); break;
    case AST_Subscript: type_subscript(fn, AST_AS(Subscript, annotation), dst); break;
    case AST_Attribute: emit_to(fn, annotation, dst); break;
    case AST_BinOp:
      if (AST_AS(BinOp, annotation)->op != AOP_BitOr) type_any(fn, dst);
      else type_pair(fn, AST_AS(BinOp, annotation)->left, AST_AS(BinOp, annotation)->right, dst);
      break;
    case AST_Constant:
      if (AST_AS(Constant, annotation)->value.kind == CONST_NONE) fn_load_singleton(fn, dst, BC_SINGLETON_NONE);
      else type_any(fn, dst);
      break;
    default: type_any(fn, dst);
  }
}

// Types about which nothing can be checked cost nothing.
bool emit_type_is_any(const Fn *fn, const AstNode *annotation) {
  AstSeq params;
  annotation = static_unaliased(fn->em->tree, fn->scope, annotation, &params);
  if (AST_IS(Subscript, annotation)) {
    const AstNode *origin = ((const AstSubscript *)annotation)->value;
    bool is_union = AST_IS(Name, origin) && (atom_is(((const AstName *)origin)->id, "Optional") || atom_is(((const AstName *)origin)->id, "Union"));
    return !is_union && emit_type_is_any(fn, origin);
  }
  if (AST_IS(Constant, annotation)) return ((const AstConstant *)annotation)->value.kind != CONST_NONE;
  if (!AST_IS(Name, annotation)) return false;
  const Atom *name = ((const AstName *)annotation)->id;
  if (type_is_param(fn, name)) return true;
  if (atom_is(name, "Callable")) return false;
  return type_is_unbound(fn, name) && !type_is_builtin_class(name) && !atom_is(name, "none");
}

// What a `let` of a literal promises is written nowhere, but it is a name.
void emit_type_text(const Fn *fn, const AstNode *annotation, StrBuf *out) {
  if (AST_IS(Name, annotation)) {
    const Atom *name = ((const AstName *)annotation)->id;
    strbuf_put_bytes(out, name->text, name->length);
    return;
  }
  StrBuf written = {0};
  emit_source_text(fn, annotation->span, &written);
  bool is_between = false;
  for (const char *at = strbuf_text(&written); *at; at++) {
    bool is_space = strchr(" \t\r\n\\", *at);
    if (!is_space) strbuf_put_bytes(out, at, 1);
    else if (!is_between) strbuf_put_bytes(out, " ", 1);
    is_between = is_space;
  }
  strbuf_fini(&written);
}

uint32_t emit_promise_text(Fn *fn, const AstNode *annotation, const char *what) {
  StrBuf text = {0};
  strbuf_put_format(&text, "%s must be ", what);
  emit_type_text(fn, annotation, &text);
  uint32_t index = consts_put_text(&fn->consts, BC_CONST_STR, strbuf_text(&text), text.length);
  strbuf_fini(&text);
  return index;
}

void emit_promise(Fn *fn, AstNode *annotation, Reg value, const char *what) {
  BcHint hint = emit_type_hint(fn, annotation);
  uint32_t name = emit_promise_text(fn, annotation, what);
  if (hint != BC_HINT_ANY) {
    fn_put(fn, OP_PROMISE, value, hint, name);
    return;
  }
  if (emit_type_is_any(fn, annotation)) return;
  uint32_t mark = fn->top;
  Span span = fn->span;
  Reg row = fn_push(fn, 3);
  fn_move(fn, row, value);
  emit_type(fn, annotation, row + 1);
  fn->span = span;
  fn_load_const(fn, row + 2, name);
  fn_intrinsic(fn, INTRINSIC_check_promise, row, 3);
  fn_move(fn, value, row);
  fn->top = mark;
}

// The value's type shows, and is the promised one. Where machine code can hold it unboxed a check is left to say so, but for
// arithmetic, which says so itself.
// Is it a call of the name of a struct?
static bool promise_is_made(const Fn *fn, const AstNode *value) {
  if (!AST_IS(Call, value) || !AST_IS(Name, ((const AstCall *)value)->func)) return false;
  return static_type_named(fn->em->tree, fn->scope, ((const AstCall *)value)->func).kind == STATIC_STRUCT;
}

static bool promise_shows(const Fn *fn, const AstNode *annotation, const AstNode *value) {
  StaticType wanted = static_type_named(fn->em->tree, fn->scope, annotation);
  if (wanted.kind == STATIC_UNKNOWN || wanted.kind == STATIC_INT || wanted.kind == STATIC_FLOAT) return false;
  if (!static_same(static_type_of(fn->em->tree, fn->scope, value), wanted)) return false;
  if (AST_IS(Attribute, value)) return false;
  if (wanted.kind == STATIC_STRUCT || wanted.kind == STATIC_ENUM) return promise_is_made(fn, value);  // `self` is only believed
  return !AST_IS(Call, value) || (wanted.kind == STATIC_SIZED && emit_is_sized_call(fn, (const AstCall *)value));
}

bool emit_promise_holds(const Fn *fn, const AstNode *annotation, const AstNode *value) {
  int sized = emit_sized_type(fn, annotation);
  if (sized >= 0 && static_literal_fits((BcSized)sized, value)) return true;
  return promise_is_literal(fn, annotation, value) || promise_shows(fn, annotation, value);
}

void emit_promised(Fn *fn, AstNode *annotation, AstNode *value, Span at, const char *what, Reg dst) {
  int sized = emit_sized_type(fn, annotation);
  if (sized >= 0 && emit_sized_literal(fn, (BcSized)sized, value, dst)) return;
  emit_to(fn, value, dst);
  fn->span = at;
  if (!emit_promise_holds(fn, annotation, value)) emit_promise(fn, annotation, dst, what);
}

// ---- __annotations__

// Is every name in it a name of the running program? A type parameter is not.
static bool type_has_value(const Fn *fn, const AstNode *annotation) {
  bool has_value = true;
  EmitNodes pending = {0};
  vec_push(&pending, (annotation));
  while (pending.count && has_value) {
    const AstNode *node = vec_take_last(&pending);
    if (node && AST_IS(Name, node)) {
      has_value = !type_is_param(fn, ((const AstName *)node)->id);
    } else if (node) {
      emit_push_children(&pending, node);
    }
  }
  vec_fini(&pending);
  return has_value;
}

void emit_base(Fn *fn, AstNode *base, Reg dst) {
  while (AST_IS(Subscript, base) && !type_has_value(fn, base)) base = AST_AS(Subscript, base)->value;
  emit_to(fn, base, dst);
}

void emit_annotation(Fn *fn, AstNode *annotation, Reg dst) {
  bool is_text = fn->em->tree->module->has_text_annotations || AST_IS(Starred, annotation);
  if (!is_text && type_has_value(fn, annotation)) {
    emit_to(fn, annotation, dst);
    return;
  }
  StrBuf text = {0};
  emit_source_text(fn, annotation->span, &text);
  fn_load_str(fn, dst, strbuf_text(&text), text.length);
  strbuf_fini(&text);
}
