// Field tables: for every kind, its fields with their place in the struct, derived from ast.def.
//
// A field macro knows its own name only, so each table is the initialiser of an array inside a function where
// `Here` is the struct of the kind.
#include "frontend/ast/ast.h"

#define FIELD(name, TYPE) {#name, AST_FIELD_##TYPE, offsetof(Here, name)},
#define F_NODE(name) FIELD(name, NODE)
#define F_LIST(name) FIELD(name, LIST)
#define F_ATOM(name) FIELD(name, ATOM)
#define F_ATOMS(name) FIELD(name, ATOMS)
#define F_TEXT(name) FIELD(name, TEXT)
#define F_FLAG(name) FIELD(name, FLAG)
#define F_INT(name) FIELD(name, INT)
#define F_OP(name) FIELD(name, OP)
#define F_OPS(name) FIELD(name, OPS)
#define F_CONST(name) FIELD(name, CONST)
#define F_NONE
#define AST_NODE(Kind, Class, ...)                                   \
  static AstFields ast_fields_##Kind(void) {                         \
    typedef Ast##Kind Here;                                          \
    [[maybe_unused]] Here *here;                                     \
    static const AstField fields[] = {__VA_ARGS__{nullptr, 0, 0}};   \
    return (AstFields){fields, sizeof fields / sizeof *fields - 1};  \
  }
#include "frontend/ast/ast.def"

AstFields ast_kind_fields(AstKind kind) {
  switch (kind) {
#define AST_NODE(Kind, Class, ...) \
  case AST_##Kind: return ast_fields_##Kind();
#include "frontend/ast/ast.def"
    default: return (AstFields){nullptr, 0};
  }
}
