// Between the files of the checker.
//
// The walk keeps its own stack of nodes with the surroundings each stands in, so that nesting costs no C stack. Nodes
// are visited in no particular order; diagnostics are sorted when they are printed.
#ifndef OTTER_CHECK_INT_H
#define OTTER_CHECK_INT_H

#include "compiler/base/vec.h"
#include "frontend/check/check.h"

typedef struct {
  const Scope *scope;
  const AstStructDef *structure;  // whose method this is, or NULL
  bool is_in_function, is_in_loop;
} Place;

typedef struct {
  AstNode *node;
  Place place;
} CheckItem;

typedef struct {
  const ScopeTree *tree;
  AstModule *module;
  bool is_library;         // may define metaclasses
  DiagSink *diag;
  VEC(CheckItem) pending;
  bool failed;
} Check;

[[gnu::format(printf, 4, 5)]] void check_report(Check *check, DiagCode code, Span span, const char *format, ...);
// Reports a construct that Otter does not have; `advice` says what to do instead.
void check_refuse(Check *check, Span span, const char *what, const char *advice);

// check_rules.c: one node against the rules of its kind.
void check_rules(Check *check, AstNode *node, const Place *place);
// check_types.c
void check_let(Check *check, AstLet *let, const Place *place);
void check_assigned(Check *check, AstNode *target, AstNode *value, const Place *place);
void check_promised_type(Check *check, AstNode *annotation, const Place *place);
// A call of a `fn` that the module binds once, with literals that break its promises.
void check_call(Check *check, const AstCall *call, const Place *place);
void check_struct_field(Check *check, AstNode *target, const Place *place);
// check_match.c
void check_match_cases(Check *check, AstNode *match, AstSeq cases);

#endif
