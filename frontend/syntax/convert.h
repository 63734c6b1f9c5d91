// Syntax tree of tree-sitter -> AST: what the convert_*.c share.
//
// Method. One cursor lists a node's children (Kids) with their field names, in one pass; then each kind of node takes
// the children it wants. Left-deep chains are walked by a loop, everything else by recursion with a depth limit.
// A mistake is reported where it is found, and a placeholder goes on, so that one run reports them all.
#ifndef OTTER_CONVERT_H
#define OTTER_CONVERT_H

#include "compiler/base/vec.h"
#include "frontend/ast/ast.h"
#include "frontend/diag/diag.h"
#include "frontend/grammar/symbols.h"
#include "frontend/syntax/source.h"

#include <tree_sitter/api.h>

typedef struct {
  TSNode node;
  Symbol symbol;
  Field field;
  bool named;  // false: a token like ',' or 'if'
} Kid;

typedef struct {
  Kid *items;  // without comments
  uint32_t count;
} Kids;

typedef VEC(AstNode *) NodeVec;

typedef struct {
  TSNode node;
  Symbol symbol;
  Kids kids;
} ChainLink;

typedef struct {
  const Source *source;
  Arena *arena;    // of the AST
  Arena scratch;   // Kids; freed with the conversion
  Intern *intern;
  DiagSink *diag;
  TSTreeCursor cursor;
  VEC(ChainLink) chain;  // left-deep nodes on the way down; used as a stack
  NodeVec nodes;         // sequences under construction; used as a stack
  VEC(const Atom *) atoms;  // likewise
  uint32_t depth;
  bool too_deep;     // reported
  bool syntax_only;  // valid Python that Otter refuses passes
} Convert;

// ---- nodes of the syntax tree (convert.c)

Kids convert_kids(Convert *c, TSNode node);
const Kid *convert_find(Kids kids, Field field);  // the first with the field, or NULL
bool convert_has(Kids kids, Field field);
Span convert_span(TSNode node);
// The node's source text (not terminated).
const char *convert_text(Convert *c, TSNode node, size_t *length);

// ---- building

// Names between begin and end become a sequence: uint32_t from = convert_begin(c); convert_push(c, x); ...;
// AstSeq seq = convert_end(c, from).
uint32_t convert_begin(Convert *c);
void convert_push(Convert *c, AstNode *node);
AstSeq convert_end(Convert *c, uint32_t from);

// The name in the node; a reserved word is reported.
const Atom *convert_name(Convert *c, TSNode node);
// `a.b.c` without blanks.
const Atom *convert_dotted(Convert *c, TSNode node);
AstNode *convert_constant(Convert *c, AstConst value, Span span);
// Stands for what could not be converted.
AstNode *convert_placeholder(Convert *c, Span span);
[[gnu::format(printf, 4, 5)]] void convert_fail(Convert *c, Span span, DiagCode code, const char *format, ...);

// Enters one more level of nesting; false, reported once, when it is too deep.
bool convert_enter(Convert *c, TSNode node);
static inline void convert_leave(Convert *c) { c->depth--; }

// ---- parts of the language, one file each

// An expression. `*x` is refused, except by the second, which also takes an unparenthesised tuple.
AstNode *convert_expr(Convert *c, TSNode node);
AstNode *convert_star_expr(Convert *c, TSNode node);
// NULL gives NULL.
AstNode *convert_optional(Convert *c, const Kid *kid);
// String, fstring or concatenation: a Constant or a JoinedStr.
AstNode *convert_string(Convert *c, TSNode node);
// The text of a plain string (not bytes, not an f-string).
AstText convert_plain_string(Convert *c, TSNode node);
AstNode *convert_integer(Convert *c, TSNode node);
AstNode *convert_float(Convert *c, TSNode node);
// list_comprehension and its like.
AstNode *convert_comprehension(Convert *c, TSNode node, Symbol symbol);
// An argument_list, or the generator that stands for one. NULL lists are not wanted.
void convert_arguments(Convert *c, TSNode list, AstSeq *args, AstSeq *keywords);
// Arguments; without a list, empty ones.
AstNode *convert_parameters(Convert *c, const Kid *list, Span at);
AstSeq convert_type_parameters(Convert *c, const Kid *list);
// match_statement gives a Match, match_expression a MatchExpr.
AstNode *convert_match(Convert *c, TSNode node, Symbol symbol);
AstNode *convert_pattern(Convert *c, TSNode node);
AstNode *convert_statement(Convert *c, TSNode node, Symbol symbol);
AstSeq convert_block(Convert *c, TSNode block);
// function_definition and its like; `decorators` may be empty.
AstNode *convert_definition(Convert *c, TSNode node, Symbol symbol, AstSeq decorators);
AstNode *convert_import(Convert *c, TSNode node, Symbol symbol);  // import, from, use

// The operator that the token stands for: binary, augmented assignment or comparison.
AstOp convert_operator(Symbol symbol);

// ---- what may be assigned (convert_target.c)

typedef enum { TARGET_ASSIGN, TARGET_FOR, TARGET_WITH, TARGET_DELETE } TargetUse;
// Reports when the expression cannot stand there.
void convert_check_target(Convert *c, AstNode *target, TargetUse use);
void convert_check_augmented(Convert *c, AstNode *target);
void convert_check_annotated(Convert *c, AstNode *target);

#endif
