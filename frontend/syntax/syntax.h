// From source text to syntax tree.
//
//   Source source;
//   if (!source_load(&source, &arena, path, diag)) return ...;      // reported
//   AstModule *module = syntax_parse(&source, &arena, &intern, diag);
//   if (!module) return ...;                                        // reported, several errors at once
//
// The tree, and the text it was read from, live in the arena. The tree is never partial: with any error there is none.
#ifndef OTTER_SYNTAX_H
#define OTTER_SYNTAX_H

#include "frontend/ast/ast.h"
#include "frontend/diag/diag.h"
#include "frontend/syntax/source.h"

// How deep expressions and blocks may nest in each other. Whoever walks the tree by recursion relies on it; chains
// of binary operators, calls and attributes (left), and of `elif`, may be longer and must be walked by a loop.
enum { SYNTAX_MAX_DEPTH = 600 };

// NULL after reporting to `diag`.
AstModule *syntax_parse(const Source *source, Arena *arena, Intern *intern, DiagSink *diag);
// Is the text a program, by its syntax alone? Constructs that Otter refuses pass. False after reporting.
bool syntax_check(const Source *source, DiagSink *diag);

// Is the text the beginning of an input at the prompt that needs more lines? As in Python, a block ends with an empty line. A text that
// is wrong already needs none.
bool syntax_wants_more(const char *text, size_t length);

#endif
