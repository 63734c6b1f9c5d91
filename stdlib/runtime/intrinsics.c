// Rare operations of the bytecode (compiler/bytecode/intrinsics.def): names in class bodies, classes, with, calls with *
// and **, displays, promises. Patterns are in intrinsics_match.c, imports in import.c.
#include "builtins.h"
#include "class_int.h"
#include "exports.h"
#include "extern.h"
#include "frame.h"
#include "int.h"
#include "iter.h"
#include "promise.h"
#include "runtime.h"
#include "set.h"
#include "sized.h"
#include "struct.h"
#include "float.h"
#include "union.h"

#define INTRINSIC(name, argc, meaning) Value rt_intrinsic_##name(Thread *t, Value *args, uint32_t nargs);
#include "compiler/bytecode/intrinsics.def"
#undef INTRINSIC

const IntrinsicFn runtime_intrinsics[INTRINSIC_COUNT] = {
#define INTRINSIC(name, argc, meaning) [INTRINSIC_##name] = rt_intrinsic_##name,
#include "compiler/bytecode/intrinsics.def"
#undef INTRINSIC
};

// --- names in class scope

static Module *running_module(const Thread *t) { return ((Function *)value_object(frame_callee(t->base)))->proto->module; }

static Value global_name(Thread *t, Str *name) {
    Value v = module_get(running_module(t), name);
    if (value_is_unbound(v)) v = module_get(module_builtins, name);
    return value_is_unbound(v) ? error_name(t, name) : v;
}

Value rt_intrinsic_load_name(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_get_str(value_dict(args[0]), value_str(args[1]));
    return value_is_unbound(v) ? global_name(t, value_str(args[1])) : v;
}

Value rt_intrinsic_load_classderef(Thread *t, Value *args, uint32_t nargs) {
    Value v = dict_get_str(value_dict(args[0]), value_str(args[1]));
    if (value_is_unbound(v)) v = ((Cell *)value_object(args[2]))->content;
    return value_is_unbound(v) ? error_unbound_free(t, value_str(args[1])) : v;
}

static bool add_captured(Thread *t, Dict *names) {
    Function *f = (Function *)value_object(frame_callee(t->base));
    for (uint32_t i = 0; i < f->ncells; i++) {
        const BcStr *name = &f->proto->bc->capture_names[i];
        Value v = f->cells[i]->content;
        if (!value_is_unbound(v) && !dict_set_str(t, names, str_intern(name->text, name->length), v)) return false;
    }
    return true;
}

Value rt_intrinsic_local_names(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *listed = value_tuple(args[1]);
    Dict *found = dict_new(t);
    bool ok = found != NULL;
    for (uint32_t i = 0, at = 2; ok && i < listed->length; i++) {
        bool in_cell = value_same(listed->items[i], VALUE_TRUE);
        Value v = args[at++];
        if (in_cell) v = ((Cell *)value_object(v))->content, i++;
        ok = value_is_unbound(v) || dict_set_str(t, found, value_str(listed->items[i]), v);
    }
    if (!ok || !add_captured(t, found)) return VALUE_ERROR;
    if (strcmp(value_str(args[0])->text, "dir") != 0) return value_from_object(found);
    List *sorted = list_from_iterable(t, value_from_object(found));
    return sorted && list_sort(t, sorted, VALUE_NONE, false) ? value_from_object(sorted) : VALUE_ERROR;
}

Value rt_intrinsic_store_name(Thread *t, Value *args, uint32_t nargs) {
    bool plain = value_has_shape(args[0], &shape_dict);
    bool ok = plain ? dict_set_str(t, value_dict(args[0]), value_str(args[1]), args[2]) : op_setitem(t, args[0], args[1], args[2]);
    return ok ? VALUE_NONE : VALUE_ERROR;
}

Value rt_intrinsic_delete_name(Thread *t, Value *args, uint32_t nargs) {
    Value old = dict_pop_str(t, value_dict(args[0]), value_str(args[1]));
    return value_is_unbound(old) ? error_name(t, value_str(args[1])) : VALUE_NONE;
}

Value rt_intrinsic_set_annotation(Thread *t, Value *args, uint32_t nargs) {
    bool in_module = value_is_none(args[0]);
    Value all = in_module ? module_get(running_module(t), names.__annotations__) : dict_get_str(value_dict(args[0]), names.__annotations__);
    if (value_is_unbound(all)) {
        all = value_or_error(dict_new(t));
        if (value_is_error(all)) return all;
        bool ok = in_module ? module_set(t, running_module(t), names.__annotations__, all)
                            : dict_set_str(t, value_dict(args[0]), names.__annotations__, all);
        if (!ok) return VALUE_ERROR;
    }
    return op_setitem(t, all, args[1], args[2]) ? VALUE_NONE : VALUE_ERROR;
}

// --- classes

// Bases that are no classes may stand for some: C[int] for C, and what __mro_entries__ says.
static Tuple *resolve_bases(Thread *t, const Value *bases, uint32_t n) {
    List *list = list_new(t, n);
    for (uint32_t i = 0; list && i < n; i++) {
        if (value_is_class(bases[i])) {
            if (!list_append(t, list, bases[i])) return NULL;
            continue;
        }
        Value entries = attr_find(t, bases[i], names.__mro_entries__);
        if (value_is_error(entries)) return NULL;
        if (value_is_unbound(entries)) return error_type(t, "bases must be types"), NULL;
        Value all = value_or_error(tuple_from(t, bases, n));
        Value resolved = value_is_error(all) ? all : call1(t, entries, all);
        if (!value_is_error(resolved) && !value_is_tuple(resolved)) resolved = error_type(t, "__mro_entries__ must return a tuple");
        if (value_is_error(resolved) || !list_extend(t, list, resolved)) return NULL;
    }
    return list ? tuple_from_list(t, list) : NULL;
}

// What a class statement comes with: its arguments as the intrinsic gets them, the bases they stand for.
typedef struct {
    const Value *args;
    uint32_t nargs;
    Tuple *bases;
    Dict *keywords;
} ClassStatement;

static bool note_written_bases(Thread *t, const ClassStatement *c, Dict *ns) {
    bool same = c->nargs - 4 == c->bases->length;
    for (uint32_t i = 4; same && i < c->nargs; i++) same = value_same(c->args[i], c->bases->items[i - 4]);
    if (same) return true;
    Tuple *written = tuple_from(t, c->args + 4, c->nargs - 4);
    return written && dict_set_str(t, ns, names.__orig_bases__, value_from_object(written));
}

// Runs the body over the namespace; *cell is its __class__ cell or None.
static bool run_body(Thread *t, const ClassStatement *c, Dict *ns, Value *cell) {
    Value module = ((Function *)value_object(c->args[0]))->module;
    if (!dict_set_str(t, ns, names.__module__, module) || !dict_set_str(t, ns, names.__qualname__, c->args[3])) return false;
    *cell = call1(t, c->args[0], value_from_object(ns));
    return !value_is_error(*cell) && note_written_bases(t, c, ns);
}

static Value build_plain(Thread *t, const ClassStatement *c) {
    Dict *ns = dict_new(t);
    Value cell;
    if (!ns || !run_body(t, c, ns, &cell)) return VALUE_ERROR;
    Cell *class_cell = value_is_none(cell) ? NULL : (Cell *)value_object(cell);
    return value_or_error(class_new_of(t, &class_type, value_str(c->args[1]), value_str(c->args[3]), c->bases, ns, c->keywords, class_cell));
}

// The namespace that the metaclass prepares.
static Value prepare(Thread *t, Class *meta, Value name, Tuple *bases, Value keywords) {
    Value hook = attr_find(t, value_from_object(meta), names.__prepare__);
    if (value_is_error(hook)) return hook;
    if (value_is_unbound(hook)) return value_or_error(dict_new(t));
    Tuple *two = tuple_from(t, (Value[]){name, value_from_object(bases)}, 2);
    Value ns = two ? call_with_dict(t, hook, value_from_object(two), keywords) : VALUE_ERROR;
    if (value_is_error(ns) || value_is_dict(ns)) return ns;
    return error_type(t, "%S.__prepare__() must return a mapping, not %T", meta->name, ns);
}

static Value build_with_metaclass(Thread *t, Class *meta, const ClassStatement *c) {
    Value keywords = c->args[2], ns = prepare(t, meta, c->args[1], c->bases, keywords), cell;
    if (value_is_error(ns) || !run_body(t, c, value_dict(ns), &cell)) return VALUE_ERROR;
    if (!value_is_none(cell) && !dict_set_str(t, value_dict(ns), names.__classcell__, cell)) return VALUE_ERROR;
    Tuple *three = tuple_from(t, (Value[]){c->args[1], value_from_object(c->bases), ns}, 3);
    return three ? call_with_dict(t, value_from_object(meta), value_from_object(three), keywords) : VALUE_ERROR;
}

Value rt_intrinsic_build_class(Thread *t, Value *args, uint32_t nargs) {
    ClassStatement c = {args, nargs, resolve_bases(t, args + 4, nargs - 4), value_is_none(args[2]) ? NULL : value_dict(args[2])};
    Value asked = c.keywords ? dict_pop_str(t, c.keywords, names.metaclass) : VALUE_UNBOUND;
    if (!c.bases) return VALUE_ERROR;
    if (!value_is_unbound(asked) && !value_is_class(asked)) return error_type(t, "metaclass must be a class, not %T", asked);
    Class *meta = class_metaclass(t, value_is_unbound(asked) ? &class_type : value_as_class(asked), c.bases);
    if (!meta) return VALUE_ERROR;
    Value built = meta == &class_type ? build_plain(t, &c) : build_with_metaclass(t, meta, &c);
    bool is_generic = ((Function *)value_object(args[0]))->proto->bc->flags & BC_GENERIC;
    if (is_generic && !value_is_error(built) && value_is_class(built)) value_as_class(built)->flags |= CLASS_GENERIC;
    return built;
}

Value rt_intrinsic_build_class_of(Thread *t, Value *args, uint32_t nargs) {
    Tuple *bases = tuple_from_list(t, (List *)value_object(args[4]));
    Tuple *all = bases ? tuple_new(t, 4 + bases->length) : NULL;
    if (!all) return VALUE_ERROR;
    memcpy(all->items, args, 4 * sizeof(Value));
    memcpy(all->items + 4, bases->items, bases->length * sizeof(Value));
    return rt_intrinsic_build_class(t, all->items, (uint32_t)all->length);
}

// --- with

static Value bound_dunder(Thread *t, Value v, Dunder d, const char *text) {
    Value f = value_dunder(v, d);
    if (value_is_unbound(f)) return error_type(t, text, v);
    return attr_bind(t, f, v, value_class(v));
}

Value rt_intrinsic_with_enter(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(value_dunder(args[0], DUNDER_ENTER)))
        return error_type(t, "'%T' object does not support the context manager protocol", args[0]);
    Value exit = bound_dunder(t, args[0], DUNDER_EXIT, "'%T' object does not support the context manager protocol (missed __exit__ method)");
    if (value_is_error(exit)) return exit;
    Value entered = call_dunder(t, args[0], DUNDER_ENTER, NULL, 0);
    if (value_is_error(entered)) return entered;
    Value result = value_or_error(tuple_from(t, (Value[]){exit, entered}, 2));
    value_keep(exit);
    return result;
}

Value rt_intrinsic_with_exit(Thread *t, Value *args, uint32_t nargs) {
    Value call[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    if (!value_is_none(args[1])) {
        Traceback *traceback = ((Exception *)value_object(args[1]))->traceback;
        call[0] = value_from_object(value_class(args[1]));
        call[1] = args[1];
        if (traceback) call[2] = value_from_object(traceback);
    }
    Value result = call_value(t, args[0], call, 3);
    int truth = value_is_error(result) ? -1 : value_truth(t, result);
    return truth < 0 ? VALUE_ERROR : value_from_bool(truth);
}

// --- raising

Value rt_intrinsic_assert_fail(Thread *t, Value *args, uint32_t nargs) { return error_raise_args(t, &class_AssertionError, args, nargs); }

Value rt_intrinsic_reraise_current(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(t->handled)) return error_raise(t, &class_RuntimeError, "No active exception to reraise");
    error_restore(t, t->handled);
    return VALUE_ERROR;
}

// --- displays and calls with * and **

Value rt_intrinsic_list_to_tuple(Thread *t, Value *args, uint32_t nargs) {
    return value_or_error(tuple_from_list(t, value_list(args[0])));
}

static Str *callee_name(Thread *t, Value callee) {
    Value name = attr_find(t, callee, names.__qualname__);
    if (value_is_error(name)) error_take(t);
    return !value_is_error(name) && value_is_str(name) ? value_str(name) : value_class(callee)->name;
}

// "module.qualname()" of the callee, as CPython's _PyObject_FunctionStr says it.
static Str *callee_text(Thread *t, Value callee) {
    Value module = attr_find(t, callee, names.__module__);
    if (value_is_error(module)) error_take(t);
    StrBuilder b;
    str_builder_init(&b, t);
    if (!value_is_error(module) && value_is_str(module) && !str_equal_c(value_str(module), "builtins")) {
        str_builder_add_str(&b, value_str(module));
        str_builder_add_c(&b, ".");
    }
    str_builder_add_str(&b, callee_name(t, callee));
    str_builder_add_c(&b, "()");
    return str_builder_take(&b);
}

Value rt_intrinsic_star_args(Thread *t, Value *args, uint32_t nargs) {
    bool iterable = !value_is_unbound(value_dunder(args[1], DUNDER_ITER)) || !value_is_unbound(value_dunder(args[1], DUNDER_GETITEM));
    if (iterable) return list_extend(t, value_list(args[0]), args[1]) ? args[0] : VALUE_ERROR;
    Str *name = callee_text(t, args[2]);
    return name ? error_type(t, "%S argument after * must be an iterable, not %T", name, args[1]) : VALUE_ERROR;
}

static bool merge_one(Thread *t, Dict *into, Value key, Value v, Value callee) {
    Value old = dict_get(t, into, key);
    if (value_is_error(old)) return false;
    if (value_is_unbound(old)) return dict_set(t, into, key, v);
    Str *name = callee_text(t, callee);
    if (name) error_type(t, "%S got multiple values for keyword argument '%V'", name, key);
    return false;
}

Value rt_intrinsic_dict_merge(Thread *t, Value *args, uint32_t nargs) {
    Dict *into = value_dict(args[0]), *from = value_is_dict(args[1]) ? value_dict(args[1]) : NULL;
    if (!from) {
        Value keys = attr_find(t, args[1], names.keys);
        if (value_is_error(keys)) return keys;
        if (value_is_unbound(keys)) {
            Str *name = callee_text(t, args[2]);
            return name ? error_type(t, "%S argument after ** must be a mapping, not %T", name, args[1]) : VALUE_ERROR;
        }
        from = dict_new(t);
        if (!from || !dict_update(t, from, args[1])) return VALUE_ERROR;
    }
    uint32_t position = 0;
    Value key, v;
    while (dict_next(from, &position, &key, &v))
        if (!merge_one(t, into, key, v, args[2])) return VALUE_ERROR;
    return args[0];
}

Value rt_intrinsic_dict_update(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_dict(args[1])) {
        Value keys = attr_find(t, args[1], names.keys);
        if (value_is_error(keys)) return keys;
        if (value_is_unbound(keys)) return error_type(t, "'%T' object is not a mapping", args[1]);
    }
    return dict_update(t, value_dict(args[0]), args[1]) ? args[0] : VALUE_ERROR;
}

Value rt_intrinsic_set_update(Thread *t, Value *args, uint32_t nargs) {
    return set_update(t, value_set(args[0]), args[1]) ? args[0] : VALUE_ERROR;
}

// --- promises

static bool can_be_called(Value v) { return !value_is_unbound(value_dunder(v, DUNDER_CALL)); }

bool promise_accepts(Thread *t, Value *v, Value descriptor) {
    if (value_is_none(descriptor)) return value_is_none(*v);
    if (value_same(descriptor, VALUE_NOTIMPLEMENTED)) return can_be_called(*v);
    if (value_is_tuple(descriptor)) {
        const Tuple *parts = value_tuple(descriptor);
        for (uint64_t i = 0; i < parts->length; i++)   // as it is, before an int converts for a float among the parts
            if (value_is_class(parts->items[i]) && value_is_instance(*v, value_as_class(parts->items[i]))) return true;
        for (uint64_t i = 0; i < parts->length; i++)
            if (promise_accepts(t, v, parts->items[i])) return true;
        return false;
    }
    Tuple *members = value_is_class(descriptor) ? NULL : union_members(descriptor);
    if (members) return promise_accepts(t, v, value_from_object(members));
    if (!value_is_class(descriptor) || value_is_instance(*v, value_as_class(descriptor))) return true;
    int sized = sized_of_class(value_as_class(descriptor));
    if (sized >= 0) return sized_accepts(t, (BcSized)sized, v);
    if (value_as_class(descriptor) != &class_float || !value_is_integer(*v)) return false;
    bool ok;
    double d = int_to_double(t, *v, &ok);
    if (ok) *v = float_from_double(t, d);
    return ok;
}

Value promise_broken(Thread *t, Value v, Value descriptor, Str *promise) {
    if (error_pending(t)) return VALUE_ERROR;
    bool sized = value_is_class(descriptor) && sized_of_class(value_as_class(descriptor)) >= 0;
    return sized ? sized_broken(t, v, promise) : error_type(t, "%S, not %T", promise, v);
}

Value rt_intrinsic_check_promise(Thread *t, Value *args, uint32_t nargs) {
    Value v = args[0];
    return promise_accepts(t, &v, args[1]) ? v : promise_broken(t, v, args[1], value_str(args[2]));
}

static bool keep_item(Thread *t, Value *v, Value *args) {
    return promise_accepts(t, v, args[1]) || (promise_broken(t, *v, args[1], value_str(args[2])), false);
}

Value rt_intrinsic_check_promises(Thread *t, Value *args, uint32_t nargs) {
    bool is_dict = value_is_kind(args[0], KIND_DICT);
    if (!is_dict && !value_is_tuple(args[0])) return args[0];
    Tuple *items = is_dict ? NULL : tuple_from(t, value_tuple(args[0])->items, value_tuple(args[0])->length);
    for (uint64_t i = 0; items && i < items->length; i++)
        if (!keep_item(t, &items->items[i], args)) return VALUE_ERROR;
    if (!is_dict) return value_or_error(items);
    Value key, v;
    Dict *dict = value_dict(args[0]);   // the call made it for the function alone
    for (uint32_t at = 0; dict_next(dict, &at, &key, &v);) {
        Value kept = v;
        if (!keep_item(t, &kept, args)) return VALUE_ERROR;
        if (!value_same(kept, v) && !dict_set(t, dict, key, kept)) return VALUE_ERROR;
    }
    return args[0];
}

// --- Otter's types

// A type that names itself has False for its own class until there is one.
static void name_itself(Tuple *types, Value cls) {
    for (uint64_t i = 0; i < types->length; i++) {
        if (value_same(types->items[i], VALUE_FALSE)) types->items[i] = cls;
        else if (value_is_tuple(types->items[i])) name_itself(value_tuple(types->items[i]), cls);
    }
}

// Runs the body of a struct or enum over a new namespace; *cell: its __class__ cell or None.
static Dict *run_members(Thread *t, Value body, Value *cell) {
    Dict *ns = dict_new(t);
    if (ns) *cell = call1(t, body, value_from_object(ns));
    return ns && !value_is_error(*cell) ? ns : NULL;
}

static Value class_with_cell(Class *made, Value cell) {
    if (made && !value_is_none(cell)) ((Cell *)value_object(cell))->content = value_from_object(made);
    return value_or_error(made);
}

Value rt_intrinsic_make_struct(Thread *t, Value *args, uint32_t nargs) {
    Value cell;
    Dict *ns = run_members(t, args[3], &cell);
    if (!ns) return VALUE_ERROR;
    Class *made = struct_new(t, value_str(args[0]), value_tuple(args[1]), value_tuple(args[2]), ns, running_module(t)->name);
    if (made) name_itself(value_tuple(args[2]), value_from_object(made));
    return class_with_cell(made, cell);
}

Value rt_intrinsic_make_enum(Thread *t, Value *args, uint32_t nargs) {
    Value cell;
    Dict *ns = run_members(t, args[3], &cell);
    if (!ns) return VALUE_ERROR;
    Class *made = enum_new(t, value_str(args[0]), value_tuple(args[1]), value_tuple(args[2]), ns, running_module(t)->name);
    if (made) name_itself(value_tuple(args[2]), value_from_object(made));
    return class_with_cell(made, cell);
}

Value rt_intrinsic_try_unwrap(Thread *t, Value *args, uint32_t nargs) { return enum_try_unwrap(t, args[0]); }
Value rt_intrinsic_export(Thread *t, Value *args, uint32_t nargs) {
    return value_is_int(args[1]) && export_register(t, args[0], value_int(args[1]), value_str(args[3])) ? args[0] : VALUE_ERROR;
}
Value rt_intrinsic_make_extern(Thread *t, Value *args, uint32_t nargs) { return extern_new(t, value_str(args[0]), args[1], value_str(args[2]), args[3]); }
Value rt_intrinsic_make_typevar(Thread *t, Value *args, uint32_t nargs) { return typevar_new(t, value_str(args[0])); }
Value rt_intrinsic_generic_alias(Thread *t, Value *args, uint32_t nargs) { return generic_alias_new(t, args[0], args[1]); }

Value rt_intrinsic_print_expr(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[0])) return VALUE_NONE;
    module_set_last_result(t, VALUE_NONE);
    Value text = value_or_error(op_repr(t, args[0]));
    if (value_is_error(text) || value_is_error(builtin_print_direct(t, &text, 1))) return VALUE_ERROR;
    module_set_last_result(t, args[0]);
    return VALUE_NONE;
}
