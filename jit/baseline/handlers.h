// The handlers of operations, as native code made of stencils calls them (form_handler.h).
#ifndef OTTER_HANDLERS_H
#define OTTER_HANDLERS_H

#include "jit/interp/interp.h"

extern const InterpFn baseline_handlers[256];   // by operation
INTERP_CALLCONV Value baseline_raise(INTERP_PARAMS);
INTERP_CALLCONV Value baseline_poll_jump(INTERP_PARAMS);
INTERP_CALLCONV Value baseline_resume(INTERP_PARAMS);

#endif
