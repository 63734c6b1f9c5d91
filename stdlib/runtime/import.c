// import: the module table, native modules, then source found by whoever runs us (the driver compiles files, an executable
// looks into what is embedded in it).
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "exception.h"
#include "frame.h"
#include "int.h"
#include "list.h"
#include "module.h"
#include "ops.h"
#include "runtime.h"
#include "str.h"
#include "threads.h"
#include "tuple.h"

static const BcModule *find_no_source(Thread *t, const char *name, const char *importer_path) { return NULL; }
const BcModule *(*module_find_source)(Thread *t, const char *name, const char *importer_path) = find_no_source;

static Value run_body(Thread *t, Module *m) {
    Function *body = function_new(t, code_proto(m->part, 0));
    if (!body) return VALUE_ERROR;
    m->running = true;
    Value result = call0(t, value_from_object(body));
    m->running = false;
    return result;
}

static bool register_module(Thread *t, Module *m) {
    return m && dict_set_str(t, module_table(), m->name, value_from_object(m));
}

// The module as its body left it in sys.modules, bound in its package.
static Value loaded(Thread *t, Str *name) {
    Value m = dict_get_str(module_table(), name);
    if (value_is_unbound(m)) return error_key(t, value_from_object(name));
    const char *dot = memrchr(name->text, '.', name->nbytes);
    Value parent = dot ? dict_get_str(module_table(), str_intern(name->text, (size_t)(dot - name->text))) : VALUE_UNBOUND;
    if (!value_is_unbound(parent) && !attr_set(t, parent, str_intern(dot + 1, strlen(dot + 1)), m)) return VALUE_ERROR;
    return m;
}

static Value load_native(Thread *t, const NativeModuleDef *def) {
    Module *m = module_new_native(t, def->name);
    if (!m) return VALUE_ERROR;
    m->running = true;
    bool ok = register_module(t, m) && def->fill(t, m) && !error_pending(t);
    m->running = false;
    return ok ? loaded(t, m->name) : VALUE_ERROR;
}

// A module whose body fails is forgotten, as in CPython.
static Value load_source(Thread *t, const BcModule *bc) {
    Module *m = code_load(t, bc);
    if (!register_module(t, m)) return VALUE_ERROR;
    if (!value_is_error(run_body(t, m)) && module_hide(t, m)) return loaded(t, m->name);
    Value failure = error_take(t);
    dict_pop_str(t, module_table(), m->name);
    error_restore(t, failure);
    return VALUE_ERROR;
}

Value module_run_main(Thread *t, const BcModule *bc) {
    Module *m = code_load(t, bc);
    return register_module(t, m) ? run_body(t, m) : VALUE_ERROR;
}

static const char *importer_path(Thread *t) {
    if (!t->base || !value_is_kind(t->base[FRAME_CALLEE], KIND_FUNCTION)) return "";
    Module *m = ((Function *)value_object(t->base[FRAME_CALLEE]))->proto->module;
    return m->path ? m->path->text : "";
}

static Value import_locked(Thread *t, Str *name) {
    Value known = dict_get_str(module_table(), name);
    if (!value_is_unbound(known)) return known;
    const NativeModuleDef *native = native_module_find(name->text);
    if (native) return load_native(t, native);
    const BcModule *source = module_find_source(t, name->text, importer_path(t));
    if (source) return load_source(t, source);
    return error_pending(t) ? VALUE_ERROR : error_import(t, &class_ModuleNotFoundError, name, "No module named '%S'", name);
}

// One thread imports at a time; a module whose body it still runs is not yet to be seen by others.
Value module_import(Thread *t, Str *name) {
    static ThreadLock importing;
    Value known = dict_get_str(module_table(), name);
    bool running = value_is_kind(known, KIND_MODULE) && ((Module *)value_object(known))->running;
    if (!value_is_unbound(known) && !running) return known;
    thread_lock(t, &importing);
    known = import_locked(t, name);
    thread_unlock(t, &importing);
    return known;
}

// --- the intrinsics

// Imports a, then a.b, then a.b.c. Gives the last, or the first.
static Value import_dotted(Thread *t, Str *name, bool want_last) {
    Value first = VALUE_UNBOUND, m = VALUE_UNBOUND;
    for (const char *end = name->text; end;) {
        end = strchr(end, '.');
        size_t length = end ? (size_t)(end - name->text) : name->nbytes;
        m = module_import(t, str_intern(name->text, length));
        if (value_is_error(m)) return m;
        if (value_is_unbound(first)) first = m;
        if (end) end++;
    }
    return want_last ? m : first;
}

static Module *running_module(Thread *t) { return ((Function *)value_object(t->base[FRAME_CALLEE]))->proto->module; }

static size_t parent_length(const char *dotted, size_t length) {
    const char *dot = memrchr(dotted, '.', length);
    return dot ? (size_t)(dot - dotted) : 0;
}

size_t module_package_length(const char *name, const char *path) {
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    size_t length = strcmp(name, "__main__") == 0 ? 0 : strlen(name);
    return strncmp(file, "__init__.", 9) == 0 ? length : parent_length(name, length);
}

// The absolute name of a relative import: `level` dots before `name` in the running module. `use ./name` has level -1: like
// one dot, but modules of no package stand beside each other.
static Str *absolute_name(Thread *t, Str *name, int64_t level) {
    Module *m = running_module(t);
    size_t package = m->path ? module_package_length(m->name->text, m->path->text) : 0;
    if (level > 0 && package == 0) return error_raise(t, &class_ImportError, "attempted relative import with no known parent package"), NULL;
    for (int64_t i = 1; i < level; i++) {
        package = parent_length(m->name->text, package);
        if (package == 0) return error_raise(t, &class_ImportError, "attempted relative import beyond top-level package"), NULL;
    }
    const char *dot = package && name->nbytes ? "." : "";
    Str *full = str_format_c(t, "%.*s%s%s", (int)package, m->name->text, dot, name->text);
    return full ? str_intern_str(full) : NULL;
}

Value rt_intrinsic_import_name(Thread *t, Value *args, uint32_t nargs) {
    int64_t level = value_int(args[2]);
    Str *name = level ? absolute_name(t, value_str(args[0]), level) : str_intern_str(value_str(args[0]));
    return name ? import_dotted(t, name, level || !value_is_none(args[1])) : VALUE_ERROR;
}

Value rt_intrinsic_import_from(Thread *t, Value *args, uint32_t nargs) {
    Str *name = value_str(args[1]);
    if (value_is_kind(args[0], KIND_MODULE) && module_hides((Module *)value_object(args[0]), name)) {
        const Module *m = (Module *)value_object(args[0]);
        return error_raise(t, &class_ImportError, "cannot import name '%S' from '%S': it is not pub", name, m->name);
    }
    Value v = attr_find(t, args[0], name);
    bool absent = value_is_error(v) ? error_matches(t, &class_AttributeError) : value_is_unbound(v);
    if (!absent) return v;
    if (value_is_error(v)) error_take(t);
    Module *m = (Module *)value_object(args[0]);
    Str *full = str_format_c(t, "%s.%s", m->name->text, name->text);
    if (!full) return VALUE_ERROR;
    Value sub = module_import(t, str_intern_str(full));
    if (!value_is_error(sub)) return sub;
    if (!error_matches(t, &class_ModuleNotFoundError)) return sub;
    error_take(t);
    const char *partial = m->running ? "partially initialized module " : "";
    const char *hint = m->running ? "most likely due to a circular import) (" : "";
    return error_raise(t, &class_ImportError, "cannot import name '%S' from %s'%S' (%s%s)", name, partial, m->name, hint,
                       m->path ? m->path->text : "unknown location");
}

// __import__(name, globals, locals, fromlist, level), where the running module stands for globals.
Value module_import_call(Thread *t, Value *args) {
    int64_t level;
    if (!value_is_str(args[0])) return error_type(t, "module name must be a string");
    if (!int_index_i64(t, args[4], &level, false)) return VALUE_ERROR;
    if (level < 0) return error_value(t, "level must be >= 0");
    if (level > 0 && !value_is_dict(args[1])) return error_type(t, "globals must be a dict");
    if (level == 0 && value_str(args[0])->nbytes == 0) return error_value(t, "Empty module name");
    Str *name = level ? absolute_name(t, value_str(args[0]), level) : str_intern_str(value_str(args[0]));
    int from = name ? value_truth(t, args[3]) : -1;
    return from < 0 ? VALUE_ERROR : import_dotted(t, name, from > 0);
}

static bool bind_name(Thread *t, Module *into, Module *from, Value name) {
    Value v = attr_get(t, value_from_object(from), str_intern_str(value_str(name)));
    return !value_is_error(v) && module_set(t, into, str_intern_str(value_str(name)), v);
}

static bool bind_listed(Thread *t, Module *into, Module *from, Value names) {
    List *list = list_from_iterable(t, names);
    for (uint64_t i = 0; list && i < list->length; i++)
        if (!bind_name(t, into, from, list->buffer->values[i])) return false;
    return list != NULL;
}

static bool bind_public(Thread *t, Module *into, Module *from) {
    Dict *names = module_dict(t, from);
    if (!names) return false;
    Value key, value;
    for (uint32_t at = 0; dict_next(names, &at, &key, &value);)
        if (value_str(key)->text[0] != '_' && !module_set(t, into, value_str(key), value)) return false;
    return true;
}

Value rt_intrinsic_import_star(Thread *t, Value *args, uint32_t nargs) {
    Module *from = (Module *)value_object(args[0]);
    Module *into = running_module(t);
    Value all = attr_find(t, args[0], str_intern_c("__all__"));
    if (value_is_error(all) && error_matches(t, &class_AttributeError)) {
        error_take(t);
        all = VALUE_UNBOUND;
    }
    if (value_is_error(all)) return all;
    bool ok = value_is_unbound(all) ? bind_public(t, into, from) : bind_listed(t, into, from, all);
    return ok ? VALUE_NONE : VALUE_ERROR;
}
