// _json: what the module json takes from C.
#include "native_json.h"

#include "stdlib/runtime/module.h"

bool native__json_fill(Thread *t, Module *m);

static const NativeDef functions[] = {
    {"scan", json_scan, "text, at, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /", 0},
    {"skip", json_skip, "text, at, /", 0},
    {"write", json_write,
     "value, default, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator, /", 0},
    {},
};

bool native__json_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
