// Rules of single nodes: statements out of place (with CPython's messages) and constructs that Otter refuses.
#include "frontend/check/check_int.h"

#include <string.h>

// ---- out of place

// Iterations of a parallel loop run in any order, several at a time: none of them can end the loop or the function around.
static bool rule_parallel(Check *check, const AstNode *node, bool refused, const char *what) {
  if (refused) check_refuse(check, node->span, what, "let the iterations note what they found, and look at it after the loop");
  return refused;
}

static void rule_loop_exit(Check *check, AstNode *node, const Place *place) {
  if (AST_IS(Break, node) && rule_parallel(check, node, place->is_loop_parallel, "'break' out of a parallel loop")) return;
  if (place->is_in_loop) return;
  bool is_break = AST_IS(Break, node);
  check_report(check, DIAG_SYNTAX, node->span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
}

static void rule_return(Check *check, AstNode *node, const Place *place) {
  if (rule_parallel(check, node, place->is_in_parallel, "'return' out of a parallel loop")) return;
  if (!place->is_in_function) check_report(check, DIAG_SYNTAX, node->span, "'return' outside function");
}

static void rule_yield(Check *check, AstNode *node, const Place *place) {
  if (rule_parallel(check, node, place->is_in_parallel, "'yield' out of a parallel loop")) return;
  if (!place->is_in_function) check_report(check, DIAG_SYNTAX, node->span, "'yield' outside function");
}

static void rule_propagate(Check *check, AstNode *node, const Place *place) {
  if (rule_parallel(check, node, place->is_in_parallel, "'?' out of a parallel loop")) return;
  if (place->is_in_function && scope_is_function(place->scope) && place->scope->kind != SCOPE_COMPREHENSION) return;
  check_report(check, DIAG_SYNTAX, node->span, "'?' outside function");
  diag_note(check->diag, "'?' returns a None or Err from the function around it");
}

static void rule_try(Check *check, AstTry *stmt) {
  if (stmt->is_star)
    check_refuse(check, stmt->handlers.items[0]->span, "'except*'", "catch the exceptions with 'except', one group at a time");
  for (uint32_t i = 0; i + 1 < stmt->handlers.count; i++)
    if (!AST_AS(ExceptHandler, stmt->handlers.items[i])->type)
      check_report(check, DIAG_SYNTAX, stmt->handlers.items[i]->span, "default 'except:' must be last");
}

static void rule_debug(Check *check, const Atom *name, Span span) {
  if (name && atom_is(name, "__debug__")) check_report(check, DIAG_SYNTAX, span, "cannot assign to __debug__");
}

static void rule_keywords(Check *check, AstSeq keywords) {
  for (uint32_t i = 0; i < keywords.count; i++)
    rule_debug(check, AST_AS(Keyword, keywords.items[i])->name, keywords.items[i]->span);
  for (uint32_t i = 1; i < keywords.count && i < 256; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, keywords.items[i]);
    for (uint32_t j = 0; keyword->name && j < i; j++) {
      if (AST_AS(Keyword, keywords.items[j])->name != keyword->name) continue;
      check_report(check, DIAG_SYNTAX, keyword->node.span, "keyword argument repeated: %s", keyword->name->text);
      break;
    }
  }
}

static bool rule_is_feature(const Atom *name) {
  static const char *const features[] = {"nested_scopes",  "generators",       "division",       "absolute_import",
                                         "with_statement", "print_function",   "unicode_literals", "generator_stop",
                                         "annotations"};
  for (uint32_t i = 0; i < sizeof features / sizeof *features; i++)
    if (atom_is(name, features[i])) return true;
  return false;
}

static bool rule_is_future(const AstNode *node) {
  if (!AST_IS(ImportFrom, node)) return false;
  const Atom *module = ((const AstImportFrom *)node)->module;
  return module && atom_is(module, "__future__");
}

static bool rule_is_text(const AstNode *node) {
  return AST_IS(Expr, node) && AST_IS(Constant, ((const AstExpr *)node)->value);
}

// Only a docstring and other future imports may stand before one.
static bool rule_is_first(const Check *check, const AstNode *node) {
  AstSeq body = check->module->body;
  uint32_t i = 0;
  if (body.count && rule_is_text(body.items[0])) i++;
  while (i < body.count && rule_is_future(body.items[i]))
    if (body.items[i++] == node) return true;
  return false;
}

static void rule_future(Check *check, AstImportFrom *import) {
  if (!rule_is_future(&import->node)) return;
  for (uint32_t i = 0; i < import->names.count; i++) {
    const Atom *name = AST_AS(Alias, import->names.items[i])->name;
    if (!rule_is_feature(name))
      check_report(check, DIAG_SYNTAX, import->node.span, "future feature %s is not defined", name->text);
  }
  if (!rule_is_first(check, &import->node))
    check_report(check, DIAG_SYNTAX, import->node.span,
                 "from __future__ imports must occur at the beginning of the file");
}

// ---- refused

static void rule_function(Check *check, AstFunctionDef *def) {
  if (def->is_async) check_refuse(check, def->node.span, "'async def'", "write a plain 'def' and call it");
}

static void rule_for(Check *check, AstFor *loop) {
  if (loop->is_async) check_refuse(check, loop->node.span, "'async for'", "write a plain 'for'");
}

static void rule_name(Check *check, AstName *name, const Place *place) {
  static const char *const refused[] = {"exec", "eval", "compile"};
  for (uint32_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    if (!atom_is(name->id, refused[i]) || !scope_is_builtin(check->tree, place->scope, name->id)) continue;
    check_report(check, DIAG_REFUSED, name->node.span, "'%s' is refused: a program is compiled before it runs",
                 refused[i]);
    diag_note(check->diag, "put the code in a function or a module; to read data, use json");
  }
}

static const Atom *rule_last_name(const AstNode *node) {
  if (AST_IS(Name, node)) return ((const AstName *)node)->id;
  return AST_IS(Attribute, node) ? ((const AstAttribute *)node)->attr : nullptr;
}

static void rule_bases(Check *check, AstClassDef *def, const Place *place) {
  for (uint32_t i = 0; i < def->bases.count; i++) {
    const AstNode *base = def->bases.items[i];
    if (!AST_IS(Name, base) || !atom_is(((const AstName *)base)->id, "type")) continue;
    if (!scope_is_builtin(check->tree, place->scope, ((const AstName *)base)->id)) continue;
    check_refuse(check, base->span, "a class of classes (a metaclass)", "use __init_subclass__, or a class decorator");
  }
}

static void rule_class(Check *check, AstClassDef *def, const Place *place) {
  if (check->is_library) return rule_keywords(check, def->keywords);
  rule_bases(check, def, place);
  for (uint32_t i = 0; i < def->keywords.count; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, def->keywords.items[i]);
    if (!keyword->name || !atom_is(keyword->name, "metaclass")) continue;
    const Atom *name = rule_last_name(keyword->value);
    if (name && (atom_is(name, "ABCMeta") || atom_is(name, "EnumMeta") || atom_is(name, "EnumType") ||
                 atom_is(name, "type")))
      continue;
    check_report(check, DIAG_REFUSED, keyword->node.span, "metaclasses other than ABCMeta and EnumMeta are refused");
    diag_note(check->diag, "use __init_subclass__, a class decorator, or a function that makes the class");
  }
  rule_keywords(check, def->keywords);
}

static void rule_range(Check *check, AstNode *node) {
  const Symbol *range = scope_find(check->tree->module, intern_put_text(check->tree->intern, "range"));
  if (!(range->flags & SYMBOL_BOUND)) return;
  check_report(check, DIAG_NAME, node->span, "'..' needs the builtin 'range', which this module binds to something else");
  diag_note(check->diag, "rename the module's own 'range'");
}

static void rule_use(Check *check, AstUseItem *item) {
  if (item->scheme && !atom_is(item->scheme, "otter")) {
    check_report(check, DIAG_REFUSED, item->node.span, "'use %s:' is refused: the only scheme is 'otter'",
                 item->scheme->text);
    diag_note(check->diag, "write 'use %s' or 'use otter:%s'", item->path->text, item->path->text);
  }
  if (!strncmp(item->path->text, "../", 3))
    check_refuse(check, item->node.span, "'use ../'", "keep the modules in the entry's folder or below it");
}

static bool rule_refused(Check *check, AstNode *node, const Place *place) {
  switch (node->kind) {
    case AST_Spawn:
      if (AST_IS(Call, AST_AS(Spawn, node)->value)) return false;
      check_report(check, DIAG_SYNTAX, node->span, "spawn needs a call");
      diag_note(check->diag, "write: spawn f(x)");
      return true;
    case AST_ExternDef: check_extern(check, AST_AS(ExternDef, node), place); return true;
    default: return false;
  }
}

static bool rule_place(Check *check, AstNode *node, const Place *place) {
  switch (node->kind) {
    case AST_Break:
    case AST_Continue: rule_loop_exit(check, node, place); return true;
    case AST_Return:
      rule_return(check, node, place);
      check_return(check, AST_AS(Return, node), place);
      return true;
    case AST_Yield:
    case AST_YieldFrom: rule_yield(check, node, place); return true;
    case AST_Propagate: rule_propagate(check, node, place); return true;
    default: return false;
  }
}

static void rule_assign(Check *check, AstAssign *assign, const Place *place) {
  for (uint32_t i = 0; i < assign->targets.count; i++) {
    check_assigned(check, assign->targets.items[i], assign->value, place);
    check_struct_field(check, assign->targets.items[i], place);
    if (AST_IS(Attribute, assign->targets.items[i]))
      rule_debug(check, AST_AS(Attribute, assign->targets.items[i])->attr, assign->targets.items[i]->span);
  }
}

static void rule_aug_assign(Check *check, AstAugAssign *assign, const Place *place) {
  check_struct_field(check, assign->target, place);
  check_operands(check, &assign->node, assign->op, assign->target, assign->value, place);
}

void check_rules(Check *check, AstNode *node, const Place *place) {
  if (rule_refused(check, node, place) || rule_place(check, node, place)) return;
  switch (node->kind) {
    case AST_Name: rule_name(check, AST_AS(Name, node), place); break;
    case AST_FunctionDef:
      rule_function(check, AST_AS(FunctionDef, node));
      if (static_is_exported(check->tree, place->scope, AST_AS(FunctionDef, node))) check_export(check, AST_AS(FunctionDef, node));
      break;
    case AST_ClassDef: rule_class(check, AST_AS(ClassDef, node), place); break;
    case AST_Call:
      rule_keywords(check, AST_AS(Call, node)->keywords);
      check_call(check, AST_AS(Call, node), place);
      break;
    case AST_Try: rule_try(check, AST_AS(Try, node)); break;
    case AST_For: rule_for(check, AST_AS(For, node)); break;
    case AST_With:
      if (AST_AS(With, node)->is_async) check_refuse(check, node->span, "'async with'", "write a plain 'with'");
      break;
    case AST_Comprehension:
      if (AST_AS(Comprehension, node)->is_async)
        check_refuse(check, node->span, "an asynchronous comprehension", "write a plain 'for'");
      break;
    case AST_ImportFrom: rule_future(check, AST_AS(ImportFrom, node)); break;
    case AST_UseItem: rule_use(check, AST_AS(UseItem, node)); break;
    case AST_Range: rule_range(check, node); break;
    case AST_Assign: rule_assign(check, AST_AS(Assign, node), place); break;
    case AST_AugAssign: rule_aug_assign(check, AST_AS(AugAssign, node), place); break;
    case AST_BinOp: check_operands(check, node, AST_AS(BinOp, node)->op, AST_AS(BinOp, node)->left, AST_AS(BinOp, node)->right, place); break;
    case AST_Let: check_let(check, AST_AS(Let, node), place); break;
    case AST_Match: check_match_cases(check, node, AST_AS(Match, node)->cases, place); break;
    case AST_MatchExpr: check_match_cases(check, node, AST_AS(MatchExpr, node)->cases, place); break;
    default: break;
  }
}
