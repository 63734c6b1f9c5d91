// Shared by the resolver's two passes: collecting names (resolve.c, resolve_defs.c), then placing them
// (resolve_places.c).
#ifndef OTTER_RESOLVE_INT_H
#define OTTER_RESOLVE_INT_H

#include "frontend/resolve/resolve.h"

typedef struct {
  ScopeTree *tree;
  DiagSink *diag;
  Scope *scope;          // the one being walked
  uint32_t depth;        // of the walk's recursion
  uint32_t iterables;    // comprehension iterables around, in which a walrus is refused
  bool is_top_level;     // the statement stands directly in the module's body
  bool is_too_deep;      // reported
  bool failed;
} Resolver;

[[gnu::format(printf, 3, 4)]] void resolve_report(Resolver *r, Span span, const char *format, ...);
// Walks any node, NULL included.
void resolve_node(Resolver *r, AstNode *node);
void resolve_seq(Resolver *r, AstSeq seq);
// Walks the fields of a node that needs nothing of its own.
void resolve_children(Resolver *r, AstNode *node);
// Walks an assignment target: names in it are bound with `flags` added.
void resolve_target(Resolver *r, AstNode *target, uint32_t flags);
Symbol *resolve_bind(Resolver *r, const Atom *name, Span span, uint32_t flags);
void resolve_use(Resolver *r, const Atom *name, Span span);

// Nodes that open scopes or declare names.
void resolve_function(Resolver *r, AstFunctionDef *def);
void resolve_lambda(Resolver *r, AstLambda *lambda);
void resolve_extern(Resolver *r, AstExternDef *def);
void resolve_class(Resolver *r, AstClassDef *def);
void resolve_struct(Resolver *r, AstStructDef *def);
void resolve_enum(Resolver *r, AstEnumDef *def);
// The generators are walked, then the parts; `kind` is "list comprehension" and so on.
void resolve_comprehension(Resolver *r, AstNode *node, AstSeq generators, AstNode *first, AstNode *second);
// The body is a function of a part of the iterable.
void resolve_parallel(Resolver *r, AstFor *loop);
void resolve_walrus(Resolver *r, AstNamedExpr *named);
void resolve_declaration(Resolver *r, AstAtoms names, Span span, uint32_t flag);
void resolve_import(Resolver *r, AstSeq names);
void resolve_import_from(Resolver *r, AstImportFrom *import);
void resolve_use_items(Resolver *r, AstUse *use);

// Second pass: decides where each symbol lives and numbers registers, captures and slots.
void resolve_places(Resolver *r);

#endif
