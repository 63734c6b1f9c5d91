// Parsed signatures of native functions; for the files that bind and describe them.
#ifndef OTTER_NATIVE_INT_H
#define OTTER_NATIVE_INT_H

#include <assert.h>

#include "class_int.h"

enum { NATIVE_PARAMETERS = 12 };

typedef enum { PARAMETER_POSITIONAL, PARAMETER_KEYWORD, PARAMETER_VARARGS, PARAMETER_KWARGS } ParameterKind;

typedef struct {
    Str *name;          // interned, immortal
    Value fallback;     // when absent and not required; never a mortal object
    ParameterKind kind;
    bool required;
} NativeParameter;

typedef struct NativeSignature {
    uint16_t count;                // parameters, self included: what fn gets
    uint16_t positional, positional_required, positional_only, keyword_only, required_by_name;
    bool varargs, kwargs;
    NativeParameter parameters[NATIVE_PARAMETERS];
} NativeSignature;

NativeSignature *native_signature(Native *n);   // parsed when first asked for; lives for ever

#endif
