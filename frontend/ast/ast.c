// Node construction and the name tables derived from the lists.
#include "frontend/ast/ast.h"

#include <string.h>

static const char *const ast_kind_names[] = {
#define AST_NODE(Kind, Class, ...) #Kind,
#include "frontend/ast/ast.def"
};

static const AstClass ast_kind_classes[] = {
#define AST_NODE(Kind, Class, ...) AST_CLASS_##Class,
#include "frontend/ast/ast.def"
};

static const char *const ast_op_names[] = {
#define AST_OP(Name, spelling) #Name,
#include "frontend/ast/operators.def"
};

const char *ast_kind_name(AstKind kind) {
  return ast_kind_names[kind];
}

AstClass ast_kind_class(AstKind kind) {
  return ast_kind_classes[kind];
}

const char *ast_op_name(AstOp op) {
  return ast_op_names[op];
}

AstNode *ast_new_node(Arena *arena, AstKind kind, size_t size, Span span) {
  AstNode *node = arena_alloc(arena, size);
  node->kind = kind;
  node->span = span;
  return node;
}

AstSeq ast_new_seq(Arena *arena, uint32_t count) {
  return (AstSeq){arena_new_array(arena, AstNode *, count), count};
}

AstSeq ast_copy_seq(Arena *arena, AstNode *const *items, uint32_t count) {
  AstSeq seq = ast_new_seq(arena, count);
  if (count) memcpy(seq.items, items, count * sizeof *items);
  return seq;
}

AstText ast_copy_text(Arena *arena, const char *bytes, size_t length) {
  return (AstText){arena_copy_bytes(arena, bytes, length), length};
}

AstConst ast_const_int(int64_t value) {
  return (AstConst){.kind = CONST_INT, .integer = value};
}

AstConst ast_const_text(AstConstKind kind, AstText text) {
  return (AstConst){.kind = kind, .text = text};
}

bool ast_is_pub(const AstNode *stmt) {
  switch (stmt->kind) {
    case AST_FunctionDef: return ((const AstFunctionDef *)stmt)->is_pub;
    case AST_ExternDef: return ((const AstExternDef *)stmt)->is_pub;
    case AST_ClassDef: return ((const AstClassDef *)stmt)->is_pub;
    case AST_StructDef: return ((const AstStructDef *)stmt)->is_pub;
    case AST_EnumDef: return ((const AstEnumDef *)stmt)->is_pub;
    case AST_TypeAlias: return ((const AstTypeAlias *)stmt)->is_pub;
    case AST_AnnAssign: return ((const AstAnnAssign *)stmt)->is_pub;
    case AST_Let: return ((const AstLet *)stmt)->is_pub;
    case AST_Use: return ((const AstUse *)stmt)->is_pub;
    default: return false;
  }
}

const Atom *ast_use_name(const AstUseItem *item, Intern *intern) {
  if (item->asname) return item->asname;
  const char *last = item->path->text;
  for (const char *c = last; *c; c++)
    if ((*c == '.' || *c == '/') && c[1]) last = c + 1;
  return intern_put_text(intern, last);
}

