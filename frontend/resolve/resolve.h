// The resolver: finds what every name means and reports what Python's symbol table refuses.
#ifndef OTTER_RESOLVE_H
#define OTTER_RESOLVE_H

#include "frontend/diag/diag.h"
#include "frontend/resolve/scope.h"

enum { RESOLVE_MAX_DEPTH = 2400 };  // nesting of nodes, long chains apart; the emitter recurses that far

// Fills `tree` (arena and intern set by the caller) for the module. Returns false when an error was reported;
// the tree must not be used then. Methods of structs and enums that leave out `self` get it here.
bool resolve_module(ScopeTree *tree, AstModule *module, DiagSink *diag);

#endif
