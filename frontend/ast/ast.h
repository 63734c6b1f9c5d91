// The syntax tree: typed nodes from one Arena, built by frontend/syntax, read by everything behind it.
//
// Every node starts with an AstNode (kind and span) and is reached by `AstNode *`; AST_AS(Kind, node) gives the
// struct of its kind, checked in debug builds. Names are atoms of the session's Intern table, so they compare
// by address. Nodes, sequences and texts live as long as the arena; nothing is freed singly.
//
//   AstBinOp *sum = AST_NEW(arena, BinOp, span);
//   sum->left = a; sum->op = AOP_Add; sum->right = b;
//   return &sum->node;
#ifndef OTTER_AST_H
#define OTTER_AST_H

#include "compiler/base/arena.h"
#include "compiler/base/intern.h"
#include "compiler/base/span.h"
#include "compiler/base/strbuf.h"

#include <assert.h>

typedef enum : uint8_t {
#define AST_NODE(Kind, Class, ...) AST_##Kind,
#include "frontend/ast/ast.def"
  AST_COUNT
} AstKind;

typedef enum : uint8_t {
  AST_CLASS_MOD,
  AST_CLASS_STMT,
  AST_CLASS_EXPR,
  AST_CLASS_PATTERN,
  AST_CLASS_PART,
} AstClass;

typedef enum : uint8_t {
#define AST_OP(Name, spelling) AOP_##Name,
#include "frontend/ast/operators.def"
  AOP_COUNT
} AstOp;

typedef struct {
  AstKind kind;
  Span span;
} AstNode;

typedef struct {
  AstNode **items;
  uint32_t count;
} AstSeq;

typedef struct {
  const Atom **items;
  uint32_t count;
} AstAtoms;

typedef struct {
  AstOp *items;
  uint32_t count;
} AstOps;

typedef struct {
  const char *bytes;  // NUL-terminated behind `length`; NULL for "none"
  size_t length;
} AstText;

typedef enum : uint8_t {
  CONST_NONE,
  CONST_TRUE,
  CONST_FALSE,
  CONST_ELLIPSIS,
  CONST_INT,      // `integer`
  CONST_BIGINT,   // `text`: decimal or 0x/0o/0b digits without underscores, beyond int64
  CONST_FLOAT,    // `real`
  CONST_COMPLEX,  // `real` is the imaginary part
  CONST_STR,      // `text`: UTF-8, lone surrogates in their three-byte form
  CONST_BYTES,    // `text`: the bytes
} AstConstKind;

typedef struct {
  AstConstKind kind;
  int64_t integer;
  double real;
  AstText text;
} AstConst;

#define F_NODE(name) AstNode *name;
#define F_LIST(name) AstSeq name;
#define F_ATOM(name) const Atom *name;
#define F_ATOMS(name) AstAtoms name;
#define F_TEXT(name) AstText name;
#define F_FLAG(name) bool name;
#define F_INT(name) int32_t name;
#define F_OP(name) AstOp name;
#define F_OPS(name) AstOps name;
#define F_CONST(name) AstConst name;
#define F_NONE
#define AST_NODE(Kind, Class, ...) \
  typedef struct {                 \
    AstNode node;                  \
    __VA_ARGS__                    \
  } Ast##Kind;
#include "frontend/ast/ast.def"

#define AST_AS(Kind, from)                 \
  ({                                       \
    AstNode *ast_as_node_ = (from);        \
    assert(ast_as_node_->kind == AST_##Kind); \
    (Ast##Kind *)ast_as_node_;             \
  })
#define AST_IS(Kind, from) ((from)->kind == AST_##Kind)

// A zeroed node of the kind with its span.
#define AST_NEW(arena, Kind, at) ((Ast##Kind *)ast_new_node((arena), AST_##Kind, sizeof(Ast##Kind), (at)))
AstNode *ast_new_node(Arena *arena, AstKind kind, size_t size, Span span);

// A sequence with `count` NULL items.
AstSeq ast_new_seq(Arena *arena, uint32_t count);
// A sequence copied from `items`.
AstSeq ast_copy_seq(Arena *arena, AstNode *const *items, uint32_t count);
AstText ast_copy_text(Arena *arena, const char *bytes, size_t length);

AstConst ast_const_int(int64_t value);
AstConst ast_const_text(AstConstKind kind, AstText text);

const char *ast_kind_name(AstKind kind);
AstClass ast_kind_class(AstKind kind);
const char *ast_op_name(AstOp op);      // "Add"


// Is it a statement marked `pub`?
bool ast_is_pub(const AstNode *stmt);
// The name that an item of `use` binds: its alias, or the last part of its path.
const Atom *ast_use_name(const AstUseItem *item, Intern *intern);

// ---- the fields of a kind, for walks that treat all kinds alike

typedef enum : uint8_t {
  AST_FIELD_NODE,
  AST_FIELD_LIST,
  AST_FIELD_ATOM,
  AST_FIELD_ATOMS,
  AST_FIELD_TEXT,
  AST_FIELD_FLAG,
  AST_FIELD_INT,
  AST_FIELD_OP,
  AST_FIELD_OPS,
  AST_FIELD_CONST,
} AstFieldType;

typedef struct {
  const char *name;
  AstFieldType type;
  uint16_t offset;  // bytes from the node's start
} AstField;

typedef struct {
  const AstField *items;
  uint32_t count;
} AstFields;

AstFields ast_kind_fields(AstKind kind);
// The value of a field: ast_field_at(AstSeq, node, field)->count
#define ast_field_at(Type, node, field) ((Type const *)((const char *)(node) + (field)->offset))

// ---- dump

// The tree as stable text, one node per line, fields indented below it:
//   BinOp 1:0-1:5
//     left: Name 1:0-1:1
//       id: a
//     op: Add
// Deep left chains are fine; other nesting is bounded by the parser.
void ast_dump(const AstNode *root, StrBuf *out);

#endif
