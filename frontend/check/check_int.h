// Between the files of the checker.
//
// The walk keeps its own stack of nodes with the surroundings each stands in, so that nesting costs no C stack. Nodes
// are visited in no particular order; diagnostics are sorted when they are printed.
#ifndef OTTER_CHECK_INT_H
#define OTTER_CHECK_INT_H

#include "compiler/base/vec.h"
#include "frontend/check/check.h"
#include "frontend/check/static_type.h"

typedef struct {
  const Scope *scope;
  const AstStructDef *structure;  // whose method this is, or NULL
  bool is_in_function, is_in_loop;
  bool is_guarded;                // by a `try` or a test of what there is: failing here may be meant
  bool is_in_parallel;            // in the body of a parallel loop
  bool is_loop_parallel;          // the innermost loop is one
} Place;

typedef struct {
  AstNode *node;
  Place place;
} CheckItem;

typedef struct {
  const ScopeTree *tree;
  AstModule *module;
  bool is_library;         // may define metaclasses
  bool has_sized;          // a sized type is named somewhere
  DiagSink *diag;
  VEC(CheckItem) pending;
  bool failed;
  const CheckWorld *world;           // NULL: no warnings
  bool is_advising;                  // the second walk, for warnings
  bool is_dynamic;                   // the module's globals can change behind the checker's back
  bool has_own_path;                 // the program changes where modules are looked for
  VEC(const Atom *) known;           // type parameters, and names that were reported
  VEC(const AstNode *) aliases;      // whose types were looked at
  VEC(const AstNode *) targets;      // attributes that are assigned or deleted
} Check;

[[gnu::format(printf, 4, 5)]] void check_report(Check *check, DiagCode code, Span span, const char *format, ...);
// Reports a construct that Otter does not have; `advice` says what to do instead.
void check_refuse(Check *check, Span span, const char *what, const char *advice);

// check_rules.c: one node against the rules of its kind.
void check_rules(Check *check, AstNode *node, const Place *place);
// check_payload.c: a pattern and those in it against the variants they name.
void check_payload(Check *check, const AstNode *pattern, const Place *place);
// check_types.c
void check_let(Check *check, AstLet *let, const Place *place);
void check_assigned(Check *check, AstNode *target, AstNode *value, const Place *place);
void check_promised_type(Check *check, AstNode *annotation, const Place *place);
// Sized types do not mix with others.
void check_operands(Check *check, AstNode *node, AstOp op, const AstNode *left, const AstNode *right, const Place *place);
// How a message calls a promised type: as it is written.
const char *check_type_text(const Check *check, const AstNode *annotation);
// How a message calls a value that does not fit, and the note that helps when `wanted` is a sized type (false: no note).
const char *check_given(const Check *check, StaticType given, const AstNode *node, StaticType wanted);
bool check_note_sized(Check *check, StaticType given, const AstNode *node, StaticType wanted);
// check_promises.c
void check_return(Check *check, const AstReturn *node, const Place *place);
// A call of a `fn` or struct that the module binds once, with values that surely break its promises.
void check_call(Check *check, const AstCall *call, const Place *place);
void check_struct_field(Check *check, AstNode *target, const Place *place);
// The function or struct of the module that a name surely means, or NULL.
const AstNode *check_find_definition(const Check *check, const AstNode *callee, const Place *place);
// check_import.c: modules that are not there, where the program begins by importing them.
void check_leading_imports(Check *check);
void check_note_module(Check *check, const Atom *name);
// check_extern.c
void check_extern(Check *check, AstExternDef *def, const Place *place);
void check_export(Check *check, AstFunctionDef *def);
// check_generic.c: what type parameters stand for is the same all over a call; what a display holds is what its type says.
void check_generic_fn(Check *check, const AstFunctionDef *def, const AstCall *call, const Place *place);
void check_generic_struct(Check *check, const AstStructDef *def, const AstCall *call, const Place *place);
void check_contents(Check *check, const AstNode *annotation, AstNode *value, const Place *place);
// check_members.c: what a struct, an enum or the defaults of a fn cannot be.
void check_struct_members(Check *check, const AstStructDef *def, const Place *place);
void check_enum_members(Check *check, const AstEnumDef *def);
void check_defaults(Check *check, const AstFunctionDef *def, const Place *place);
// check_match.c
void check_match_cases(Check *check, AstNode *match, AstSeq cases, const Place *place);
// advise.c: the same for warnings.
void advise_begin(Check *check);
void advise_rules(Check *check, AstNode *node, const Place *place);
// Is the node's body guarded: may it be meant to fail?
bool advise_is_guard(const AstNode *node);
// check_promises.c: defaults and hints that are surely wrong.
void advise_defaults(Check *check, const AstFunctionDef *def, const Place *place);
void advise_hint(Check *check, const AstAnnAssign *assign, const Place *place);
void advise_hinted_call(Check *check, const AstFunctionDef *def, const AstCall *call, const Place *place);
void advise_return(Check *check, const AstReturn *node, const Place *place);
void advise_operator(Check *check, const AstBinOp *node, const Place *place);
// advise_call.c
void advise_call(Check *check, const AstCall *call, const Place *place);

#endif
