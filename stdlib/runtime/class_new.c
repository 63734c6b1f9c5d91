// Making classes: the order of bases (C3), the layout instances extend, room for fields, hooks.
#include "class_int.h"

#include "bytes.h"
#include "member.h"
#include "unicode.h"
#include "utf8.h"

// --- method resolution order: merges the bases' orders, always taking the first class that no order holds later on.

typedef struct {
    const Tuple *order;
    uint64_t at;
} MergeList;

static bool is_later(const MergeList *lists, uint64_t n, Value cls) {
    for (uint64_t i = 0; i < n; i++)
        for (uint64_t j = lists[i].at + 1; j < lists[i].order->length; j++)
            if (value_same(lists[i].order->items[j], cls)) return true;
    return false;
}

static Value merge_next(const MergeList *lists, uint64_t n) {
    for (uint64_t i = 0; i < n; i++) {
        if (lists[i].at >= lists[i].order->length) continue;
        Value head = lists[i].order->items[lists[i].at];
        if (!is_later(lists, n, head)) return head;
    }
    return VALUE_UNBOUND;
}

static bool merge_done(const MergeList *lists, uint64_t n) {
    for (uint64_t i = 0; i < n; i++)
        if (lists[i].at < lists[i].order->length) return false;
    return true;
}

static bool inconsistent(Thread *t, const MergeList *lists, uint64_t n) {
    StrBuilder b;
    str_builder_init(&b, t);
    for (uint64_t i = lists[n - 1].at, first = i; i < lists[n - 1].order->length; i++) {
        if (i > first) str_builder_add_c(&b, ", ");
        str_builder_add_str(&b, value_as_class(lists[n - 1].order->items[i])->name);
    }
    Str *list = str_builder_take(&b);
    if (list) error_type(t, "Cannot create a consistent method resolution\norder (MRO) for bases %S", list);
    return false;
}

static bool merge(Thread *t, MergeList *lists, uint64_t n, List *into) {
    while (!merge_done(lists, n)) {
        Value next = merge_next(lists, n);
        if (value_is_unbound(next)) return inconsistent(t, lists, n);
        if (!list_append(t, into, next)) return false;
        for (uint64_t i = 0; i < n; i++)
            if (lists[i].at < lists[i].order->length && value_same(lists[i].order->items[lists[i].at], next)) lists[i].at++;
    }
    return true;
}

static Tuple *make_mro(Thread *t, Class *cls, const Tuple *bases) {
    enum { MANY = 64 };
    MergeList lists[MANY];
    if (bases->length >= MANY) {
        error_type(t, "a class can have at most %d bases", MANY - 1);
        return NULL;
    }
    for (uint64_t i = 0; i < bases->length; i++) lists[i] = (MergeList){value_as_class(bases->items[i])->mro, 0};
    lists[bases->length] = (MergeList){bases, 0};
    List *order = list_new(t, 4);
    if (!order || !list_append(t, order, value_from_object(cls)) || !merge(t, lists, bases->length + 1, order)) return NULL;
    return tuple_from(t, order->buffer->values, order->length);
}

// --- bases and layout

static bool check_bases(Thread *t, const Tuple *bases) {
    for (uint64_t i = 0; i < bases->length; i++) {
        Value base = bases->items[i];
        if (!value_is_class(base)) {
            error_type(t, "bases must be types");
            return false;
        }
        uint32_t flags = value_as_class(base)->flags;
        if ((flags & CLASS_STRUCT) && !(flags & CLASS_BUILTIN)) {
            error_type(t, "'%S' cannot be a base: structs and enums are values without subclasses; use a class", value_as_class(base)->name);
            return false;
        }
        if (flags & CLASS_FINAL) {
            error_type(t, "type '%S' is not an acceptable base type", value_as_class(base)->name);
            return false;
        }
        for (uint64_t j = i + 1; j < bases->length; j++)
            if (value_same(base, bases->items[j])) {
                error_type(t, "duplicate base class %S", value_as_class(base)->name);
                return false;
            }
    }
    return true;
}

// The class that gives `cls` its layout.
static Class *solid_base(Class *cls) {
    while (cls->base && cls->base->layout == cls->layout && !(cls->flags & CLASS_OWN_SLOTS)) cls = cls->base;
    return cls;
}

static Class *best_base(Thread *t, const Tuple *bases) {
    Class *winner = value_as_class(bases->items[0]);
    for (uint64_t i = 1; i < bases->length; i++) {
        Class *other = value_as_class(bases->items[i]), *mine = solid_base(winner), *theirs = solid_base(other);
        if (class_is_subclass(mine, theirs)) continue;
        if (!class_is_subclass(theirs, mine)) {
            error_type(t, "multiple bases have instance lay-out conflict");
            return NULL;
        }
        winner = other;
    }
    return winner;
}

// --- how many fields instances will have: distinct names that __init__ stores into its first parameter, and those of the bases into theirs.

enum { FIELDS_MIN = 4, FIELDS_MAX = 32 };

static uint32_t count_stores(const Proto *p, const char **seen, uint32_t count) {
    for (uint32_t i = 0; i < p->bc->ncode && count < FIELDS_MAX; i++) {
        BcInsn insn = p->bc->code[i];
        if (bc_op(insn) != OP_SETATTR || bc_a(insn) != 0) continue;
        const char *name = value_str(p->consts[bc_c(insn)])->text;
        uint32_t j = 0;
        while (j < count && strcmp(seen[j], name) != 0) j++;
        if (j == count) seen[count++] = name;
    }
    return count;
}

static uint32_t learn_fields(const Class *cls) {
    const char *seen[FIELDS_MAX];
    uint32_t count = 0;
    for (; cls && !(cls->flags & CLASS_BUILTIN); cls = cls->base) {
        Value init = dict_get_str(cls->ns, names.__init__);
        const Proto *p = value_is_function(init) ? ((Function *)value_object(init))->proto : NULL;
        if (p && p->npos > 0) count = count_stores(p, seen, count);
    }
    return count;
}

static void lay_out(Class *cls) {
    Class *base = cls->base;
    uint32_t inherited = base->flags & CLASS_BUILTIN ? 0 : base->inline_fields;
    uint32_t wanted = learn_fields(cls);
    cls->layout = base->layout;
    if (base->layout->kind == KIND_CLASS || base->layout->kind == KIND_MODULE) return;  // their attributes are their namespace
    if (base->layout->kind == KIND_STR || base->layout->kind == KIND_BYTES || base->layout->kind == KIND_TUPLE) {
        cls->fields_offset = CLASS_FIELDS_LAST;
        return;
    }
    cls->fields_offset = (base->layout->size + 7) & ~7u;
    cls->inline_fields = wanted > inherited ? wanted : inherited;
    if (cls->inline_fields < FIELDS_MIN) cls->inline_fields = FIELDS_MIN;
}

// --- __slots__: names are not laid out differently, but no others are taken, and a descriptor stands for each (member.h).

static bool slots_of(const Class *cls, Value *slots) {
    *slots = dict_get_str(cls->ns, names.__slots__);
    return !value_is_unbound(*slots);
}

static bool slots_name(Value slots, Str *name) {
    if (value_is_str(slots)) return str_equal(value_str(slots), name);
    if (value_is_dict(slots)) return !value_is_unbound(dict_get_str(value_dict(slots), name));
    uint64_t n = value_is_tuple(slots) ? value_tuple(slots)->length : value_is_list(slots) ? value_list(slots)->length : 0;
    const Value *items = value_is_tuple(slots) ? value_tuple(slots)->items : n ? value_list(slots)->buffer->values : NULL;
    for (uint64_t i = 0; i < n; i++)
        if (value_is_str(items[i]) && str_equal(value_str(items[i]), name)) return true;
    return false;
}

bool class_slot_allowed(Class *cls, Str *name) { return (cls->flags & CLASS_MEMBERS) && member_holds(class_lookup(cls, name), cls, name); }

static bool is_closed(const Class *cls) {
    for (uint64_t i = 0; i < cls->mro->length; i++) {
        const Class *c = value_as_class(cls->mro->items[i]);
        Value slots;
        if (c->flags & CLASS_BUILTIN) {
            if (c->flags & CLASS_EXCEPTION) return false;
            continue;
        }
        if (!slots_of(c, &slots) || slots_name(slots, names.__dict__)) return false;
    }
    return true;
}

// --- the namespace

static bool wrap_function(Thread *t, Dict *ns, Str *name, Shape *wrapper) {
    Value f = dict_get_str(ns, name);
    if (!value_is_function(f)) return true;
    Wrapper *w = heap_new(t, wrapper, sizeof(Wrapper));
    if (!w) return false;
    w->function = f;
    return dict_set_str(t, ns, name, value_from_object(w));
}

static bool is_identifier(const Str *s) {
    uint16_t flag = UNICODE_ID_START;
    for (const char *p = s->text, *end = p + s->nbytes; p < end; flag = UNICODE_ID_CONTINUE)
        if (!unicode_is(utf8_next(&p), flag)) return false;
    return s->nbytes > 0;
}

static bool has_dict(const Class *cls) {
    return cls->flags & CLASS_BUILTIN ? (cls->flags & (CLASS_EXCEPTION | CLASS_FIELDS)) != 0 : !(cls->flags & CLASS_SLOTS);
}

// `__x` of class C is `_C__x` inside.
static Str *mangled(Thread *t, const Class *cls, Str *name) {
    const char *text = name->text, *of = cls->name->text;
    while (*of == '_') of++;
    bool is_private = name->nbytes > 2 && !memcmp(text, "__", 2) && memcmp(text + name->nbytes - 2, "__", 2) != 0 && *of;
    Str *full = is_private ? str_format_c(t, "_%s%s", of, text) : name;
    return full ? str_intern_str(full) : NULL;
}

// Of varying size to CPython.
static bool is_variable(const Class *cls) {
    return cls->layout == &layout_int || cls->layout == &layout_tuple || cls->layout == &layout_bytes;
}

// `__dict__` and `__weakref__` stand in the first class that gives its instances such.
static bool add_own_attribute(Thread *t, Class *cls, const NativeDef *def) {
    Str *name = str_intern_c(def->name);
    if (!value_is_unbound(dict_get_str(cls->ns, name))) return true;
    Native *n = native_new(t, def, cls);
    if (!n) return false;
    n->set = def[1].flags & NATIVE_SETTER ? def[1].fn : NULL;
    return dict_set_str(t, cls->ns, name, value_from_object(n));
}

// A slot and a class attribute cannot share a name.
static bool add_slot(Thread *t, Class *cls, Value slot, bool *dict_taken) {
    if (!value_is_str(slot)) return error_type(t, "__slots__ items must be strings, not '%T'", slot), false;
    if (!is_identifier(value_str(slot))) return error_type(t, "__slots__ must be identifiers"), false;
    Str *name = mangled(t, cls, str_intern_str(value_str(slot)));
    if (!name) return false;
    if (name == names.__dict__ && *dict_taken) return error_type(t, "__dict__ slot disallowed: we already got one"), false;
    *dict_taken |= name == names.__dict__;
    Value there = dict_get_str(cls->ns, name);
    if (value_is_member(there) && value_member(there)->owner == cls) return true;
    if (!value_is_unbound(there)) return error_value(t, "%R in __slots__ conflicts with class variable", slot), false;
    if (name == names.__weakref__) return add_own_attribute(t, cls, object_own_weakref);
    if (name == names.__dict__) return true;
    cls->flags |= CLASS_OWN_SLOTS | CLASS_MEMBERS;
    Value member = member_new(t, cls, name);
    return !value_is_error(member) && dict_set_str(t, cls->ns, name, member);
}

static bool add_slots(Thread *t, Class *cls) {
    Dict *ns = cls->ns;
    bool dict_taken = has_dict(cls->base);
    Value slots = dict_get_str(ns, names.__slots__);
    if (value_is_unbound(slots)) return true;
    Tuple *all = value_is_str(slots) ? tuple_from(t, &slots, 1) : tuple_from_iterable(t, slots);
    bool kept = value_is_list(slots) || value_is_str(slots) || value_is_dict(slots);
    if (!all || !dict_set_str(t, ns, names.__slots__, kept ? slots : value_from_object(all))) return false;
    if (all->length > 0 && is_variable(cls->base))
        return error_type(t, "nonempty __slots__ not supported for subtype of '%S'", cls->base->name), false;
    for (uint64_t i = 0; i < all->length; i++)
        if (!add_slot(t, cls, all->items[i], &dict_taken)) return false;
    return true;
}

static bool add_own_attributes(Thread *t, Class *cls) {
    const Class *base = cls->base;
    if (base == &class_struct || base == &class_sum || base->layout->kind == KIND_CLASS || is_closed(cls)) return true;
    bool inherits = !value_same(class_lookup(cls->base, names.__dict__), dict_get_str(class_object.ns, names.__dict__));
    if (!has_dict(base) && !inherits && !add_own_attribute(t, cls, object_own_dict)) return false;
    bool first = !has_dict(base) || base->flags & CLASS_BUILTIN;
    if (!first || is_variable(base) || !value_is_unbound(dict_get_str(cls->ns, names.__slots__))) return true;
    return add_own_attribute(t, cls, object_own_weakref);
}

static bool complete_namespace(Thread *t, Class *cls) {
    Dict *ns = cls->ns;
    Value is_static = dict_pop_str(t, ns, names.__static__);
    if (!value_is_unbound(is_static)) cls->flags |= value_is_str(is_static) ? CLASS_QUALIFIED | CLASS_BUFFER : CLASS_QUALIFIED;
    Value qualname = dict_pop_str(t, ns, names.__qualname__);
    if (!value_is_unbound(qualname) && !value_is_str(qualname)) return error_type(t, "type __qualname__ must be a str, not %T", qualname), false;
    if (value_is_str(qualname)) cls->qualname = value_str(qualname);
    cls->module = dict_get_str(ns, names.__module__);
    if (value_is_unbound(cls->module)) cls->module = VALUE_NONE;
    if (!add_own_attributes(t, cls)) return false;
    if (value_is_unbound(dict_get_str(ns, names.__doc__)) && !dict_set_str(t, ns, names.__doc__, VALUE_NONE)) return false;
    bool unhashable = !value_is_unbound(dict_get_str(ns, names.__eq__)) && value_is_unbound(dict_get_str(ns, names.__hash__));
    if (unhashable && !dict_set_str(t, ns, names.__hash__, VALUE_NONE)) return false;
    return wrap_function(t, ns, names.__new__, &shape_staticmethod) && wrap_function(t, ns, names.__init_subclass__, &shape_classmethod) &&
           wrap_function(t, ns, names.__class_getitem__, &shape_classmethod);
}

static void fill_dunders(Class *cls) {
    if (cls->bases->length > 1) {
        class_fill_dunders(cls);
        return;
    }
    memcpy(cls->dunders, cls->base->dunders, sizeof cls->dunders);
    uint32_t position = 0;
    Value key, v;
    while (dict_next(cls->ns, &position, &key, &v)) {
        int d = dunder_find(value_str(key));
        if (d >= 0) cls->dunders[d] = v;
    }
}

static uint32_t inherited_flags(const Tuple *bases) {
    const uint32_t patterns = CLASS_SEQUENCE | CLASS_MAPPING;
    uint32_t flags = 0;
    for (uint64_t i = 0; i < bases->length; i++) {
        uint32_t more = value_as_class(bases->items[i])->flags;
        if (flags & patterns) more &= ~patterns;   // the first base says which patterns take it
        flags |= more;
    }
    return flags & (CLASS_EXCEPTION | CLASS_MEMBERS | patterns);
}

static Class *allocate(Thread *t, Class *meta, Str *name, Str *qualname, Tuple *bases, Dict *ns) {
    Class *cls = heap_new(t, meta->root, sizeof(Class));
    if (!cls) return NULL;
    cls->name = name;
    cls->qualname = qualname;
    cls->bases = bases;
    cls->ns = ns;
    cls->module = VALUE_NONE;
    cls->version = class_new_version();
    for (uint32_t i = 0; i < DUNDER_COUNT; i++) cls->dunders[i] = VALUE_UNBOUND;
    return cls;
}

// --- hooks

static bool set_names(Thread *t, Class *cls) {
    Dict *snapshot = dict_copy(t, cls->ns);
    uint32_t position = 0;
    Value key, v;
    while (snapshot && dict_next(snapshot, &position, &key, &v)) {
        if (!value_is_object(v) || value_is_function(v) || value_is_unbound(value_dunder(v, DUNDER_SET_NAME))) continue;
        Value result = call_dunder(t, v, DUNDER_SET_NAME, (Value[]){value_from_object(cls), key}, 2);
        if (!value_is_error(result)) continue;
        Value cause = error_take(t);
        error_raise(t, &class_RuntimeError, "Error calling __set_name__ on '%T' instance %R in '%S'", v, key, cls->name);
        Value wrapper = error_take(t);
        error_raise_from(t, wrapper, cause);
        return false;
    }
    return snapshot != NULL;
}

static bool init_subclass(Thread *t, Class *cls, Dict *keywords) {
    Value hook = class_lookup_after(cls, cls, names.__init_subclass__);
    bool plain = class_is_native(hook, object_init_subclass);
    if (plain && (!keywords || keywords->live == 0)) return true;
    hook = attr_bind(t, hook, VALUE_UNBOUND, cls);
    if (value_is_error(hook)) return false;
    Value keyword_value = keywords ? value_from_object(keywords) : VALUE_NONE;
    return !value_is_error(call_with_dict(t, hook, value_from_object(tuple_empty()), keyword_value));
}

Class *class_metaclass(Thread *t, Class *meta, const Tuple *bases) {
    for (uint64_t i = 0; i < bases->length; i++) {
        Class *other = value_class(bases->items[i]);
        if (class_is_subclass(meta, other)) continue;
        if (!class_is_subclass(other, meta)) {
            error_type(t, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        meta = other;
    }
    return meta;
}

Class *class_new_of(Thread *t, Class *meta, Str *name, Str *qualname, Tuple *bases, Dict *ns, Dict *keywords, Cell *cell) {
    if (bases->length == 0) bases = tuple_from(t, (Value[]){value_from_object(&class_object)}, 1);
    if (!bases || !check_bases(t, bases)) return NULL;
    Class *base = best_base(t, bases);
    meta = base ? class_metaclass(t, meta, bases) : NULL;
    Class *cls = meta ? allocate(t, meta, name, qualname, bases, ns) : NULL;
    if (!cls) return NULL;
    cls->base = base;
    cls->flags = inherited_flags(bases);
    if (!add_slots(t, cls)) return NULL;
    cls->mro = make_mro(t, cls, bases);
    if (!cls->mro || !complete_namespace(t, cls)) return NULL;
    lay_out(cls);
    if (is_closed(cls)) cls->flags |= CLASS_SLOTS;
    fill_dunders(cls);
    cls->root = shape_new_root(t, cls);
    if (!cls->root) return NULL;
    for (uint64_t i = 0; i < bases->length; i++)
        if (!class_add_subclass(t, value_as_class(bases->items[i]), cls)) return NULL;
    if (cell) cell->content = value_from_object(cls);
    return set_names(t, cls) && init_subclass(t, cls, keywords) ? cls : NULL;
}

Class *class_new(Thread *t, Str *name, Str *qualname, Tuple *bases, Dict *ns, Dict *keywords) {
    return class_new_of(t, &class_type, name, qualname, bases, ns, keywords, NULL);
}
