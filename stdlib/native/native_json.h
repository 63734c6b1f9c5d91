// What native_json.c gives to the module json.
#ifndef OTTER_NATIVE_JSON_H
#define OTTER_NATIVE_JSON_H

#include "stdlib/runtime/native.h"

Value json_scan(Thread *t, Value *args, uint32_t nargs);
Value json_skip(Thread *t, Value *args, uint32_t nargs);
Value json_write(Thread *t, Value *args, uint32_t nargs);

#endif
