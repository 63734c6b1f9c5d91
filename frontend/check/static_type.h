// The types that expressions surely have: what promises (`let`, `fn`, `struct`), literals and operators on them say. Python's
// hints say nothing here. The checker compares them; the emitter reads off the sized types, whose arithmetic wraps.
//
// Only local reasoning, without flow: UNKNOWN wherever a name can hold anything. The functions change nothing but a memo in
// the symbols of `let`, and are cheap; of a program without sized types the emitter asks none of them.
#ifndef OTTER_CHECK_STATIC_TYPE_H
#define OTTER_CHECK_STATIC_TYPE_H

#include "compiler/bytecode/bytecode.h"
#include "frontend/resolve/scope.h"

typedef enum : uint8_t {
  STATIC_UNKNOWN,
  STATIC_NONE,
  STATIC_BOOL,
  STATIC_INT,
  STATIC_FLOAT,
  STATIC_STR,
  STATIC_BYTES,
  STATIC_LIST,
  STATIC_DICT,
  STATIC_SET,
  STATIC_TUPLE,
  STATIC_SIZED,   // `sized` says which
  STATIC_STRUCT,  // `def`, a StructDef
  STATIC_ENUM,    // `def`, an EnumDef
} StaticKind;

typedef struct {
  StaticKind kind;
  BcSized sized;
  const AstNode *def;
} StaticType;

// Of an expression that stands in the scope.
StaticType static_type_of(const ScopeTree *tree, const Scope *scope, const AstNode *node);
// Of a literal or display alone; UNKNOWN for other nodes.
StaticType static_type_of_literal(const AstNode *node);
// Of `left op right`; the nodes tell literals, which take the other side's sized type when it holds them.
StaticType static_type_of_operation(AstOp op, StaticType left, const AstNode *left_node, StaticType right,
                                    const AstNode *right_node);
// Do the operands mix? Not a sized type with another one, nor with an int or float.
bool static_operands_mix(AstOp op, StaticType left, const AstNode *left_node, StaticType right, const AstNode *right_node);
// What an annotation that stands in the scope names.
StaticType static_type_named(const ScopeTree *tree, const Scope *scope, const AstNode *annotation);
// The same for a field of a struct.
StaticType static_type_of_field(const ScopeTree *tree, const AstNode *def, const AstNode *field);
// The annotation that an alias (`type X = ...`) stands for at last, with the alias's type parameters in *params; any other
// annotation is itself.
const AstNode *static_unaliased(const ScopeTree *tree, const Scope *scope, const AstNode *annotation, AstSeq *params);
// The sized type that a name means in the scope, or -1.
int static_sized_named(const ScopeTree *tree, const Scope *scope, const Atom *name);
// May a value of type `given` (the expression `node`, NULL: not known) stand where `wanted` is promised?
bool static_fits(StaticType given, const AstNode *node, StaticType wanted);
// Is the node an int literal that the type holds, or a number for f32?
bool static_literal_fits(BcSized type, const AstNode *node);
bool static_is_int_literal(const AstNode *node);
bool static_same(StaticType a, StaticType b);
// As the user writes it: "int", "u32", "Point"; "any" for UNKNOWN.
const char *static_type_name(StaticType type);

// How a type travels to and from C: a letter of stdlib/runtime/extern.h, 0 when it cannot. No annotation of a result is `v`.
char static_extern_letter(const ScopeTree *tree, const Scope *scope, const AstNode *annotation, bool is_result);

// Is it a function that C may call: `@export fn` at the module's top level?
bool static_is_exported(const ScopeTree *tree, const Scope *scope, const AstFunctionDef *def);

// The symbol that owns the name's value: of the module, or of the function around that has its cell. Its scope in *owner.
Symbol *static_owner(const ScopeTree *tree, const Scope *scope, const Atom *name, const Scope **owner);
// The annotation that every value stored in the owner's symbol must keep, or NULL; `owner` is its scope.
AstNode *static_promise(const ScopeTree *tree, const Scope *owner, Symbol *symbol);
// Does the program use a sized type at all?
bool static_has_sized(const ScopeTree *tree);
// Does the program bind the name somewhere in sight?
bool static_is_bound(const ScopeTree *tree, const Scope *scope, const Atom *name);
// Does the name mean a type parameter of a definition around?
bool static_is_type_param(const Scope *scope, const Atom *name);

#endif
