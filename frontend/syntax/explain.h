// From "the parser does not go on here" to a message that helps.
#ifndef OTTER_EXPLAIN_H
#define OTTER_EXPLAIN_H

#include "frontend/diag/diag.h"
#include "frontend/syntax/source.h"

// What the grammar does not see: a first line that is indented. False after reporting.
bool syntax_precheck(const Source *source, DiagSink *diag);
// Finds and reports the syntax errors of a text that has at least one.
void syntax_explain(const Source *source, DiagSink *diag);

// Does the parser stop before the end of the text, so that nothing behind it could help?
bool syntax_fails_early(const char *text, size_t length);

#endif
