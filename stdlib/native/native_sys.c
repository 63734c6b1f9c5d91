// sys: the program's arguments, streams and exit, and facts about the implementation.
// What a program may ask of CPython 3.11 is answered as CPython 3.11 would.
#include <float.h>
#include <stdlib.h>

#include "stdlib/runtime/class.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/simple_namespace.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"

#include "stdlib/native/struct_sequence.h"

bool native_sys_fill(Thread *t, Module *m);

static Value object_or_error(const void *object) { return object ? value_from_object(object) : VALUE_ERROR; }

static Value sys_exit(Thread *t, Value *args, uint32_t nargs) {
    return error_raise_args(t, &class_SystemExit, args, value_is_none(args[0]) ? 0 : 1);
}

// (type, value, traceback) of the exception being handled.
static Value sys_exc_info(Thread *t, Value *args, uint32_t nargs) {
    Value items[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    if (!value_is_none(t->handled)) {
        Traceback *traceback = ((Exception *)value_object(t->handled))->traceback;
        items[0] = value_from_object(value_class(t->handled));
        items[1] = t->handled;
        if (traceback) items[2] = value_from_object(traceback);
    }
    return object_or_error(tuple_from(t, items, 3));
}

static int64_t recursion_limit = 1000;

static Value sys_getrecursionlimit(Thread *t, Value *args, uint32_t nargs) { return value_from_small(recursion_limit); }

// The limit is a number kept for the program's sake: recursion ends where the stacks do, of which it makes the native one longer.
static Value sys_setrecursionlimit(Thread *t, Value *args, uint32_t nargs) {
    int64_t limit;
    if (!int_index_i64(t, args[0], &limit, false)) return VALUE_ERROR;
    if (limit < 1) return error_value(t, "recursion limit must be greater or equal than 1");
    recursion_limit = limit;
    thread_set_recursion_limit(t, limit);
    return VALUE_NONE;
}

static Value sys_get_int_max_str_digits(Thread *t, Value *args, uint32_t nargs) { return value_from_small(int_max_str_digits); }

static Value sys_set_int_max_str_digits(Thread *t, Value *args, uint32_t nargs) {
    int64_t limit;
    if (!int_index_i64(t, args[0], &limit, true)) return VALUE_ERROR;
    if (limit != 0 && limit < 640) return error_value(t, "maxdigits must be 0 or larger than 640");
    int_max_str_digits = limit;
    return VALUE_NONE;
}

static Value sys_intern(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[0])) return error_type(t, "intern() argument must be str, not %A", args[0]);
    return value_from_object(str_intern_str(value_str(args[0])));
}

static Value sys_getsizeof(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_object(args[0])) return value_from_small(sizeof(Value));
    return value_from_small(value_object(args[0])->shape->layout->size);
}

static Value sys_getdefaultencoding(Thread *t, Value *args, uint32_t nargs) { return value_from_object(str_intern_c("utf-8")); }

static Value sys_gettrace(Thread *t, Value *args, uint32_t nargs) { return VALUE_NONE; }

static const NativeDef sys_functions[] = {
    {"exit", sys_exit, "status=None, /", 0},
    {"exc_info", sys_exc_info, "", 0},
    {"gettrace", sys_gettrace, "", 0},
    {"getrecursionlimit", sys_getrecursionlimit, "", 0},
    {"setrecursionlimit", sys_setrecursionlimit, "limit, /", 0},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, "", 0},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, "maxdigits", 0},
    {"intern", sys_intern, "string, /", 0},
    {"getsizeof", sys_getsizeof, "object, default=None", 0},
    {"getdefaultencoding", sys_getdefaultencoding, "", 0},
    {0},
};

static Value argument_list(Thread *t) {
    List *list = list_new(t, (size_t)runtime_argc());
    for (int i = 0; list && i < runtime_argc(); i++) {
        Str *s = str_from_c(t, runtime_argv(i));
        if (!s || !list_append(t, list, value_from_object(s))) return VALUE_ERROR;
    }
    return object_or_error(list);
}

// The folder of the program, where imports are looked for first.
static Value search_path(Thread *t) {
    Value main = dict_get_str(module_table(), str_intern_c("__main__"));
    Value file = value_is_unbound(main) ? main : module_get((Module *)value_object(main), str_intern_c("__file__"));
    List *list = list_new(t, 1);
    if (!list || !value_is_str(file)) return object_or_error(list);
    const Str *path = value_str(file);
    const char *slash = memrchr(path->text, '/', path->nbytes);
    Str *folder = str_new(t, path->text, slash ? (size_t)(slash - path->text) : 0);
    return folder && list_append(t, list, value_from_object(folder)) ? value_from_object(list) : VALUE_ERROR;
}

static bool add_str(Thread *t, Module *m, const char *name, const char *text) {
    module_add_value(t, m, name, value_from_object(str_intern_c(text)));
    return true;
}

static bool add_value(Thread *t, Module *m, const char *name, Value v) {
    if (!value_is_error(v)) module_add_value(t, m, name, v);
    return !value_is_error(v);
}

// The Python whose language this is.
static Value version_info(Thread *t) {
    static const char *const names[] = {"major", "minor", "micro", "releaselevel", "serial", NULL};
    Value items[] = {value_from_small(3), value_from_small(11), value_from_small(2), value_from_object(str_intern_c("final")), value_from_small(0)};
    return struct_sequence_new(t, "sys.version_info", names, items);
}

static Value implementation(Thread *t, Value version) {
    static const char *const names[] = {"name", "cache_tag", "version", "hexversion", NULL};
    return simple_namespace_new(t, names, (Value[]){value_from_object(str_intern_c("otter")), VALUE_NONE, version, value_from_small(0x030b02f0)});
}

static Value float_info(Thread *t) {
    static const char *const names[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds", NULL};
    Value items[] = {float_from_double(t, DBL_MAX),       value_from_small(DBL_MAX_EXP),  value_from_small(DBL_MAX_10_EXP), float_from_double(t, DBL_MIN),
                     value_from_small(DBL_MIN_EXP),       value_from_small(DBL_MIN_10_EXP), value_from_small(DBL_DIG),      value_from_small(DBL_MANT_DIG),
                     float_from_double(t, DBL_EPSILON),   value_from_small(FLT_RADIX),    value_from_small(1)};
    return struct_sequence_new(t, "sys.float_info", names, items);
}

static Value int_info(Thread *t) {
    static const char *const names[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold", NULL};
    Value items[] = {value_from_small(30), value_from_small(4), value_from_small(4300), value_from_small(640)};
    return struct_sequence_new(t, "sys.int_info", names, items);
}

static Value hash_info(Thread *t) {
    static const char *const names[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff", NULL};
    Value items[] = {value_from_small(64),      int_from_u64(t, ((uint64_t)1 << 61) - 1), value_from_small(314159), value_from_small(0),
                     value_from_small(1000003), value_from_object(str_intern_c("siphash13")), value_from_small(64), value_from_small(128), value_from_small(0)};
    return struct_sequence_new(t, "sys.hash_info", names, items);
}

bool native_sys_fill(Thread *t, Module *m) {
    module_add_natives(t, m, sys_functions);
    add_str(t, m, "version", "3.11.2 (Otter)");
    add_str(t, m, "platform", "linux");
    add_str(t, m, "byteorder", "little");
    add_str(t, m, "executable", "");
    module_add_value(t, m, "modules", value_from_object(module_table()));
    module_add_value(t, m, "stdin", file_standard_open(0));
    module_add_value(t, m, "stdout", file_standard_open(1));
    module_add_value(t, m, "stderr", file_standard_open(2));
    module_add_value(t, m, "__stdin__", file_standard_open(0));
    module_add_value(t, m, "__stdout__", file_standard_open(1));
    module_add_value(t, m, "__stderr__", file_standard_open(2));
    Value version = version_info(t);
    if (value_is_error(version) || !add_value(t, m, "implementation", implementation(t, version))) return false;
    return add_value(t, m, "argv", argument_list(t)) && add_value(t, m, "path", search_path(t)) &&
           add_value(t, m, "version_info", version) && add_value(t, m, "float_info", float_info(t)) &&
           add_value(t, m, "int_info", int_info(t)) && add_value(t, m, "hash_info", hash_info(t)) && add_value(t, m, "maxsize", int_from_i64(t, INT64_MAX)) &&
           add_value(t, m, "maxunicode", value_from_small(0x10FFFF)) && add_value(t, m, "hexversion", value_from_small(0x030b02f0));
}
