#include "frontend/syntax/explain.h"
bool syntax_precheck(const Source *source, DiagSink *diag) { return true; }
void syntax_explain(const Source *source, DiagSink *diag) { diag_error(diag, (Span){1,0,1,1}, DIAG_SYNTAX, "invalid syntax"); }
