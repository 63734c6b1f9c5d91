// Between the files of the emitter. One file per part of the language:
//   emit.c        the module                   emit_expr.c    names, operators, attributes, subscripts
//   emit_const.c  literals, constant tuples
//   emit_cond.c   conditions as jumps          emit_build.c   displays, f-strings
//   emit_call.c   calls                        emit_comp.c    comprehensions
//   emit_store.c  targets, del                 emit_stmt.c    simple statements, if
//   emit_loop.c   for, while                   emit_try.c     try, with, leaving blocks
//   emit_match.c  match, patterns              emit_def.c     functions, lambda
//   emit_class.c  class, struct, enum          emit_import.c  import, use
//   emit_type.c   promised types               emit_sized.c   sized types
#ifndef OTTER_EMIT_INT_H
#define OTTER_EMIT_INT_H

#include "frontend/emit/fn.h"
#include "frontend/ast/fold.h"

// ---- expressions

// Computes into `dst`, which is written by the last instruction only if it is a local's register.
void emit_to(Fn *fn, AstNode *node, Reg dst);
// Computes into some register: a local's own when the node is its name, else a new temporary.
Reg emit_any(Fn *fn, AstNode *node);
// Computes into a new temporary.
Reg emit_temp(Fn *fn, AstNode *node);
// As emit_any, but the value survives that `later` is evaluated before it is used.
Reg emit_operand(Fn *fn, AstNode *node, const AstNode *later);
// May evaluating the node assign a local of this function?
typedef VEC(AstNode *) EmitNodes;
void emit_push_children(EmitNodes *pending, const AstNode *node);   // for walks of a tree; NULL children too
bool emit_may_rebind(const Fn *fn, const AstNode *node);
void emit_constant(Fn *fn, const AstConst *value, Reg dst);
bool emit_is_folded(const AstNode *node);                                 // has a value while compiling
bool emit_put_wide(Fn *fn, const AstNode *node, uint32_t *index);         // an int beyond a word, folded: its constant
// The pool's number of a constant or a tuple of constants; false when the node is neither.
bool emit_constant_index(Fn *fn, const AstNode *node, uint32_t *index);
// The same for a tuple, or a frozenset, of these elements.
bool emit_constant_items(Fn *fn, AstSeq elements, bool is_set, uint32_t *index);
// The right operand of a comparison that is the only one of its chain.
Reg emit_right_operand(Fn *fn, AstOp op, AstNode *node);
// As emit_any, for what is only searched or iterated over: a list or set display of constants is a constant itself.
Reg emit_view(Fn *fn, AstNode *node);
BcOp emit_binary_op(AstOp op);
// `dst` = left op right, with the immediate form where the right operand is a small int.
void emit_binary(Fn *fn, const AstNode *at, AstOp op, Reg dst, Reg left, AstNode *right, bool is_inplace);
void emit_load_name(Fn *fn, const Atom *name, const AstNode *at, Reg dst);
// The register of a local (checked for a value), or FN_NO_PC when the name is none.
Reg emit_local_of(Fn *fn, const AstNode *node);

// Jumps to the label when the node's truth is `sense`; else goes on.
void emit_cond(Fn *fn, AstNode *node, Label *label, bool sense);

// List, Tuple, Set, Dict, JoinedStr
void emit_display(Fn *fn, AstNode *node, Reg dst);
void emit_call(Fn *fn, AstCall *call, Reg dst);
void emit_spawn(Fn *fn, AstSpawn *spawn, Reg dst);
void emit_await(Fn *fn, AstAwait *await, Reg dst);
void emit_comprehension(Fn *fn, AstNode *node, Reg dst);
void emit_lambda(Fn *fn, AstLambda *lambda, Reg dst);
void emit_match_expr(Fn *fn, AstMatchExpr *match, Reg dst);
void emit_yield(Fn *fn, AstNode *node, Reg dst);
void emit_propagate(Fn *fn, AstPropagate *propagate, Reg dst);

// ---- targets

void emit_store(Fn *fn, AstNode *target, Reg value);
void emit_store_name(Fn *fn, const Atom *name, Reg value);
void emit_delete(Fn *fn, AstNode *target);
void emit_delete_name(Fn *fn, const Atom *name);
void emit_aug_assign(Fn *fn, AstAugAssign *assign);
// Assigns a value to a name that a `let` has promised a type; false when the target is no such name.
bool emit_assign_promised(Fn *fn, AstNode *target, AstNode *value);
// The register that a value for the target may be computed into directly, or FN_NO_PC.
Reg emit_target_reg(Fn *fn, const AstNode *target);

// ---- sized types (emit_sized.c): each gives -1 for none

// The sized type that an expression has, an annotation names.
int emit_sized_of(const Fn *fn, const AstNode *node);
int emit_sized_type(const Fn *fn, const AstNode *annotation);
// The sized type that `left op right` is computed in.
int emit_sized_operation(const Fn *fn, AstOp op, const AstNode *left, const AstNode *right);
// As emit_binary.
void emit_binary_sized(Fn *fn, const AstNode *at, BcSized sized, AstOp op, Reg dst, Reg left, AstNode *right);
// false: not an operation or call of a sized type.
bool emit_unary_sized(Fn *fn, AstUnaryOp *unary, Reg dst);
bool emit_sized_call(Fn *fn, AstCall *call, Reg dst);
bool emit_is_sized_call(const Fn *fn, const AstCall *call);
// A literal as the sized type it is promised to; false: no literal that the type holds.
bool emit_sized_literal(Fn *fn, BcSized sized, AstNode *value, Reg dst);

// ---- statements

void emit_stmt(Fn *fn, AstNode *node);
void emit_body(Fn *fn, AstSeq body);
void emit_for(Fn *fn, AstFor *loop);
void emit_while(Fn *fn, AstWhile *loop);
void emit_try(Fn *fn, AstTry *try);
void emit_with(Fn *fn, AstWith *with);
void emit_match(Fn *fn, AstMatch *match);
void emit_return(Fn *fn, AstNode *value);
// Returns R[value] from here: checks the promise, leaves all blocks.
void emit_return_reg(Fn *fn, Reg value);
void emit_break(Fn *fn, bool is_continue);
// Emits what must run before control leaves the blocks inside `until` (NULL: all); the caller emits the jump or return
// and then says emit_stay.
void emit_leave(Fn *fn, const Block *until);
void emit_stay(Fn *fn, const Block *until);
// Checks R[value] against the promise on the function's result, if there is one.
void emit_check_result(Fn *fn, Reg value);
// Computes a function's result into R[dst], a temporary, and checks the promise on it, which there is.
void emit_result(Fn *fn, AstNode *value, Reg dst);
void emit_function(Fn *fn, AstFunctionDef *def);
void emit_extern(Fn *fn, AstExternDef *def);
void emit_class(Fn *fn, AstClassDef *def);
void emit_struct(Fn *fn, AstStructDef *def);
void emit_enum(Fn *fn, AstEnumDef *def);
void emit_import(Fn *fn, AstImport *import);
void emit_import_from(Fn *fn, AstImportFrom *import);
void emit_use(Fn *fn, AstUse *use);

// ---- functions

// A new prototype for the scope, numbered in the module; name and qualname are set.
BcProto *emit_new_proto(Emitter *em, Fn *outer, const Scope *scope, uint32_t *index);
// R[dst] = a function of prototype `index`, with the extras that `kinds` says in R[extras ..].
void emit_closure(Fn *fn, Reg dst, uint32_t index, Reg extras, uint32_t kinds);
// The decorators' values, each in a call window of its own; emit_decorated calls them on R[value].
Reg emit_decorators(Fn *fn, AstSeq decorators);
void emit_decorated(Fn *fn, AstSeq decorators, Reg windows, Reg value);
// What __annotations__ holds for an annotation: its value; its source text where annotations are texts, or where it
// names a type parameter.
void emit_annotation(Fn *fn, AstNode *annotation, Reg dst);
void emit_base(Fn *fn, AstNode *base, Reg dst);  // a class's base, without type parameters: Box[T] is Box
// The docstring, or NULL.
const AstConst *emit_docstring(AstSeq body);
// The source text of a span.
void emit_source_text(const Fn *fn, Span span, StrBuf *out);
// An annotation as it is written, in one line.
void emit_type_text(const Fn *fn, const AstNode *annotation, StrBuf *out);
// The constant "<what> must be <annotation>".
uint32_t emit_promise_text(Fn *fn, const AstNode *annotation, const char *what);
BcStr emit_copy_str(Emitter *em, const char *text, size_t length);

// ---- promised types

// The type's hint where it is a plain builtin type here; ANY for others. A NULL annotation is ANY.
BcHint emit_type_hint(const Fn *fn, const AstNode *annotation);
// R[value] (a temporary or a parameter) is checked against the annotation; `what` names it in the TypeError.
void emit_promise(Fn *fn, AstNode *annotation, Reg value, const char *what);
// Computes the value into R[dst], a temporary unless emit_promise_holds, and checks the promise unless it surely holds.
void emit_promised(Fn *fn, AstNode *annotation, AstNode *value, Span at, const char *what, Reg dst);
// Does the value surely keep the promise, so that it can be computed in place and nothing be checked?
bool emit_promise_holds(const Fn *fn, const AstNode *annotation, const AstNode *value);
// The type descriptor of the annotation (see check_promise) into dst; a type that is not bound yet counts as any.
void emit_type(Fn *fn, AstNode *annotation, Reg dst);
// Is there nothing to check?
bool emit_type_is_any(const Fn *fn, const AstNode *annotation);

#endif
