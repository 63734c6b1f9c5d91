// What may stand on the left of `=`, after `for`, `as` and `del`. The messages are CPython's.
#include "frontend/syntax/convert.h"

#include <string.h>

static const char *describe_constant(const AstConst *value) {
  switch (value->kind) {
    case CONST_NONE: return "None";
    case CONST_TRUE: return "True";
    case CONST_FALSE: return "False";
    case CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
  }
}

static const char *describe(AstNode *node) {
  switch (node->kind) {
    case AST_Constant: return describe_constant(&AST_AS(Constant, node)->value);
    case AST_Call: return "function call";
    case AST_JoinedStr: return "f-string expression";
    case AST_Compare: return "comparison";
    case AST_Lambda: return "lambda";
    case AST_IfExp: return "conditional expression";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_GeneratorExp: return "generator expression";
    case AST_Await: return "await expression";
    case AST_Yield:
    case AST_YieldFrom: return "yield expression";
    case AST_NamedExpr: return "named expression";
    case AST_Tuple: return "tuple";
    case AST_List: return "list";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Range: return "range";
    default: return "expression";
  }
}

static bool is_reserved_constant(AstNode *node) {
  return AST_IS(Constant, node) && AST_AS(Constant, node)->value.kind <= CONST_FALSE;
}

static void check_elements(Convert *c, AstSeq elements, TargetUse use);

static void report(Convert *c, AstNode *node, TargetUse use, bool whole) {
  const char *what = describe(node);
  if (use == TARGET_DELETE) convert_fail(c, node->span, DIAG_TARGET, "cannot delete %s", what);
  else if (use != TARGET_ASSIGN || !whole || is_reserved_constant(node))
    convert_fail(c, node->span, DIAG_TARGET, "cannot assign to %s", what);
  else
    convert_fail(c, node->span, DIAG_TARGET, "cannot assign to %s here. Maybe you meant '==' instead of '='?", what);
}

// `whole`: not inside a tuple or list.
static void check(Convert *c, AstNode *node, TargetUse use, bool whole) {
  switch (node->kind) {
    case AST_Name:
      if (!atom_is(AST_AS(Name, node)->id, "__debug__")) return;
      convert_fail(c, node->span, DIAG_TARGET, "cannot assign to __debug__");
      return;
    case AST_Attribute:
    case AST_Subscript: return;
    case AST_Tuple: check_elements(c, AST_AS(Tuple, node)->elements, use); return;
    case AST_List: check_elements(c, AST_AS(List, node)->elements, use); return;
    case AST_Starred:
      if (use == TARGET_DELETE) report(c, node, use, whole);
      else if (whole) convert_fail(c, node->span, DIAG_TARGET, "starred assignment target must be in a list or tuple");
      else check(c, AST_AS(Starred, node)->value, use, false);
      return;
    default: report(c, node, use, whole);
  }
}

static void check_elements(Convert *c, AstSeq elements, TargetUse use) {
  uint32_t starred = 0;
  for (uint32_t i = 0; i < elements.count; i++) {
    if (AST_IS(Starred, elements.items[i]) && ++starred == 2)
      convert_fail(c, elements.items[i]->span, DIAG_TARGET, "multiple starred expressions in assignment");
    check(c, elements.items[i], use, false);
  }
}

void convert_check_target(Convert *c, AstNode *target, TargetUse use) { check(c, target, use, true); }

static bool is_single(AstNode *target) {
  return AST_IS(Name, target) || AST_IS(Attribute, target) || AST_IS(Subscript, target);
}

void convert_check_augmented(Convert *c, AstNode *target) {
  if (!is_single(target))
    convert_fail(c, target->span, DIAG_TARGET, "'%s' is an illegal expression for augmented assignment",
                 describe(target));
}

void convert_check_annotated(Convert *c, AstNode *target) {
  if (is_single(target)) return;
  if (AST_IS(Tuple, target) || AST_IS(List, target))
    convert_fail(c, target->span, DIAG_TARGET, "only single target (not %s) can be annotated", describe(target));
  else convert_fail(c, target->span, DIAG_TARGET, "illegal target for annotation");
}
