// Module objects: slots for the names the compiler saw, a dict for the others.
// Slot arrays are malloc'ed, and never move, because code addresses them directly. A module that runs code lives as long as that code
// (code.h), which for files is as long as the process.
#include "module.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "attr.h"
#include "dict.h"
#include "list.h"
#include "dict_views.h"
#include "exception.h"
#include "native.h"
#include "native_known.h"
#include "str.h"

Module *module_builtins;

static void module_trace(Object *o, Tracer *tracer) {
    Module *m = (Module *)o;
    tracer_object(tracer, m->name);
    tracer_object(tracer, m->path);
    tracer_object(tracer, m->extra);
    tracer_object(tracer, m->namespace);
    if (m->slots) tracer_values(tracer, m->slots, m->nslot);
}
const Layout layout_module = {.name = "module", .kind = KIND_MODULE, .size = sizeof(Module), .trace = module_trace};


static bool set_extra(Thread *t, Module *m, const char *name, Value v) { return dict_set_str(t, m->extra, str_intern_c(name), v); }

static bool set_text(Thread *t, Module *m, const char *name, const char *text, size_t length) {
    Str *s = str_new(t, text, length);
    return s && set_extra(t, m, name, value_from_object(s));
}

static bool set_search_path(Thread *t, Module *m, const char *file, const char *slash) {
    Str *folder = str_new(t, file, (size_t)(slash - file));
    List *list = folder ? list_new(t, 1) : NULL;
    return list && list_append(t, list, value_from_object(folder)) && set_extra(t, m, "__path__", value_from_object(list));
}

// __file__, __package__ and, in packages, __path__.
static bool fill_place(Thread *t, Module *m) {
    const char *file = m->path->text;   // absolute (compiler/driver/compile.c), or in pointed brackets
    const char *slash = strrchr(file, '/');
    size_t package = module_package_length(m->name->text, m->path->text), length = strlen(file);
    bool is_folder = file[length - 1] == '/', is_main = strcmp(m->name->text, "__main__") == 0;
    bool ok = is_main ? set_extra(t, m, "__cached__", VALUE_NONE) : set_text(t, m, "__package__", m->name->text, package);
    if (ok && !is_folder) ok = set_text(t, m, "__file__", file, length);
    if (ok && slash && !is_main && package == m->name->nbytes) ok = set_search_path(t, m, file, slash);
    return ok;
}

static bool fill_names(Thread *t, Module *m) {
    static const char *const absent[] = {"__doc__", "__package__", "__loader__", "__spec__"};
    bool ok = set_extra(t, m, "__name__", value_from_object(m->name));
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) ok = ok && set_extra(t, m, absent[i], VALUE_NONE);
    return ok && (!m->path || fill_place(t, m));
}

static Module *new_module(Thread *t, Str *name, Str *path) {
    Module *m = heap_new(t, &shape_module, sizeof(Module));
    if (!m) return NULL;
    m->name = name;
    m->path = path;
    m->extra = dict_new(t);
    return m->extra && fill_names(t, m) ? m : NULL;
}

Module *module_new_native(Thread *t, const char *name) { return new_module(t, str_intern_c(name), NULL); }

// --- slots

// A slot the module has not bound shows the builtin of its name, if any.
static void link_builtin(Module *m, uint32_t i) {
    bool changes = str_equal_c(m->slot_names[i], MODULE_LAST_RESULT);
    Value v = module_builtins && !changes ? module_get(module_builtins, m->slot_names[i]) : VALUE_UNBOUND;
    m->slots[i] = v;
    m->linked[i] = !value_is_unbound(v);
}

static bool allocate_slots(Module *m, uint32_t n) {
    m->slots = calloc(n + 1, sizeof *m->slots);
    m->slot_names = calloc(n + 1, sizeof *m->slot_names);
    m->linked = calloc(n + 1, 1);
    return m->slots && m->slot_names && m->linked;
}

// What the module has under that name already, __name__ and the like, moves to the slot.
static void fill_slot(Module *m, uint32_t i, const BcStr *name) {
    m->slot_names[i] = str_intern(name->text, name->length);
    Value given = dict_pop_str(NULL, m->extra, m->slot_names[i]);
    if (value_is_unbound(given)) link_builtin(m, i);
    else m->slots[i] = given;
}

Module *module_new(Thread *t, const BcModule *bc) {
    Module *m = new_module(t, str_intern(bc->name.text, bc->name.length), str_intern(bc->path.text, bc->path.length));
    if (!m) return NULL;
    if (!allocate_slots(m, bc->nglobal)) return error_out_of_memory(t), NULL;
    m->nslot = bc->nglobal;
    for (uint32_t i = 0; i < bc->nglobal; i++) fill_slot(m, i, &bc->globals[i]);
    const BcStr *doc = &bc->protos[0]->doc;
    if (doc->text && !set_extra(t, m, "__doc__", value_from_object(str_intern(doc->text, doc->length)))) return NULL;
    return m;
}

Module *module_new_growing(Thread *t) {
    Module *m = new_module(t, str_intern_c("__main__"), NULL);
    if (m && !allocate_slots(m, MODULE_SLOTS_MAX)) error_out_of_memory(t), m = NULL;
    return m && dict_set_str(t, module_table(), m->name, value_from_object(m)) ? m : NULL;
}

bool module_grow(Thread *t, Module *m, const BcStr *names, uint32_t count) {
    if (count > MODULE_SLOTS_MAX) return error_raise(t, &class_SystemError, "more than %d names", MODULE_SLOTS_MAX), false;
    for (; m->nslot < count; m->nslot++) fill_slot(m, m->nslot, &names[m->nslot]);
    return true;
}

void module_set_last_result(Thread *t, Value v) { dict_set_str(t, module_builtins->extra, str_intern_c(MODULE_LAST_RESULT), v); }

int32_t module_slot(const Module *m, Str *name) {
    for (uint32_t i = 0; i < m->nslot; i++)
        if (m->slot_names[i] == name) return (int32_t)i;
    return -1;
}

Value module_global_missing(Thread *t, Module *m, uint32_t i) {
    Str *name = m->slot_names[i];
    Value v = dict_get_str(m->extra, name);
    if (value_is_unbound(v)) v = module_get(module_builtins, name);
    return value_is_unbound(v) ? error_name(t, name) : v;
}

// --- pub

static bool is_listed(Value all, const Str *name) {
    size_t n;
    const Value *items = list_items(value_list(all), &n);
    for (size_t i = 0; i < n; i++)
        if (value_is_str(items[i]) && str_equal(value_str(items[i]), name)) return true;
    return false;
}

static bool is_dunder(const Str *name) { return name->nbytes > 2 && memcmp(name->text, "__", 2) == 0; }

bool module_hide(Thread *t, Module *m) {
    Value all = m->part->bc->protos[0]->flags & BC_EXPORTS ? module_get(m, str_intern_c("__all__")) : VALUE_UNBOUND;
    if (!value_is_kind(all, KIND_LIST)) return true;
    uint8_t *hidden = calloc(m->nslot + 1, 1);
    if (!hidden) return error_out_of_memory(t), false;
    for (uint32_t i = 0; i < m->nslot; i++) {
        bool bound = !m->linked[i] && !value_is_unbound(m->slots[i]);
        hidden[i] = bound && !is_dunder(m->slot_names[i]) && !is_listed(all, m->slot_names[i]);
    }
    m->hidden = hidden;
    return true;
}

bool module_hides(const Module *m, Str *name) {
    int32_t i = m->hidden ? module_slot(m, name) : -1;
    return i >= 0 && m->hidden[i];
}

bool module_delete_slot(Thread *t, Module *m, uint32_t i) {
    if (value_is_unbound(m->slots[i]) || m->linked[i]) return error_name(t, m->slot_names[i]), false;
    link_builtin(m, i);
    return true;
}

// --- names

Value module_get(Module *m, Str *name) {
    int32_t i = m->nslot ? module_slot(m, name) : -1;
    if (i >= 0 && !m->linked[i] && !value_is_unbound(m->slots[i])) return m->slots[i];
    return dict_get_str(m->extra, name);
}

// Modules link the builtins they use when they are loaded, so a builtin keeps its value: never a silent difference.
static bool may_rebind(Thread *t, Module *m, Str *name, Value v) {
    if (m != module_builtins) return true;
    Value now = module_get(m, name);
    if (value_is_unbound(now) || value_same(now, v)) return true;
    error_type(t, "cannot replace or delete the builtin '%S'; bind the name in the module that uses it", name);
    return false;
}

bool module_set(Thread *t, Module *m, Str *name, Value v) {
    if (!may_rebind(t, m, name, v)) return false;
    if (!m->path) native_known_forget(m, name);
    int32_t i = m->nslot ? module_slot(m, name) : -1;
    if (i < 0) return dict_set_str(t, m->extra, name, v);
    m->slots[i] = v;
    m->linked[i] = 0;
    return true;
}

bool module_delete(Thread *t, Module *m, Str *name) {
    if (!may_rebind(t, m, name, VALUE_UNBOUND)) return false;
    if (!m->path) native_known_forget(m, name);
    int32_t i = m->nslot ? module_slot(m, name) : -1;
    if (i >= 0 && !m->linked[i] && !value_is_unbound(m->slots[i])) return module_delete_slot(t, m, (uint32_t)i);
    return !value_is_unbound(dict_pop_str(t, m->extra, name));
}

Dict *module_dict(Thread *t, Module *m) {
    Dict *d = dict_copy(t, m->extra);
    for (uint32_t i = 0; d && i < m->nslot; i++)
        if (!m->linked[i] && !value_is_unbound(m->slots[i]) && !dict_set_str(t, d, m->slot_names[i], m->slots[i])) return NULL;
    return d;
}

void module_add_value(Thread *t, Module *m, const char *name, Value v) {
    module_set(t, m, str_intern_c(name), v);
    native_known_add(m, name, v);
}

void module_add_natives(Thread *t, Module *m, const NativeDef *defs) {
    for (const NativeDef *d = defs; d->name; d++) {
        Native *n = native_new(t, d, NULL);
        if (!n) return;
        n->module = value_from_object(m->name);
        module_add_value(t, m, d->name, value_from_object(n));
    }
}

// --- attribute access: module.x

static Value module_repr(Thread *t, Value *args, uint32_t nargs) {
    Module *m = (Module *)value_object(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<module '");
    str_builder_add_str(&b, m->name);
    str_builder_add_c(&b, "'");
    if (m->path) {
        str_builder_add_c(&b, " from '");
        str_builder_add_str(&b, m->path);
        str_builder_add_c(&b, "'");
    } else {
        str_builder_add_c(&b, " (built-in)");
    }
    str_builder_add_c(&b, ">");
    Str *text = str_builder_take(&b);
    return text ? value_from_object(text) : VALUE_ERROR;
}

static Value module_get_dict(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = module_namespace(t, (Module *)value_object(args[0]));
    return d ? value_from_object(d) : VALUE_ERROR;
}

// types.ModuleType(name, doc), and subclasses of it.
static Value module_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Module *m = (Module *)class_instantiate(t, (Class *)value_object(args[0]));
    if (!m) return VALUE_ERROR;
    m->name = str_intern_c("?");
    m->extra = dict_new(t);
    return m->extra ? value_from_object(m) : VALUE_ERROR;
}

static Value module_dunder_init(Thread *t, Value *args, uint32_t nargs) {
    Module *m = (Module *)value_object(args[0]);
    if (!value_is_str(args[1])) return error_type(t, "module.__init__() argument 'name' must be str, not %A", args[1]);
    m->name = value_str(args[1]);
    return fill_names(t, m) && set_extra(t, m, "__doc__", args[2]) ? VALUE_NONE : VALUE_ERROR;
}

static const NativeDef module_methods[] = {
    {"__new__", module_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", module_dunder_init, "self, /, name, doc=None", 0},
    {"__repr__", module_repr, "self, /", 0},
    {"__dict__", module_get_dict, "self", NATIVE_GETTER},
    {0},
};

static Value modules;  // Dict: name -> module

void module_init(Thread *t) {
    class_add_natives(&class_module, module_methods);
    modules = value_from_object(dict_new(t));
    heap_add_root(&modules, 1);
}

Dict *module_table(void) { return value_dict(modules); }
