// Shapes, attribute entries and class versions driven from C: what programs cannot see, or only by its speed.
#include "check.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"

static Thread thread;
static Thread *const t = &thread;

static Str *name_of(const char *prefix, int i) {
    char text[40];
    snprintf(text, sizeof text, "%s%d", prefix, i);
    return str_intern_c(text);
}

static Class *new_class(const char *name) {
    Str *s = str_intern_c(name);
    Class *cls = class_new(t, s, s, tuple_empty(), dict_new(t), NULL);
    CHECK(cls != NULL);
    return cls;
}

// Objects that get the same attributes in the same order share a shape, whatever their number of fields.
static void check_sharing(int fields) {
    Class *cls = new_class("Shared");
    Object *a = class_instantiate(t, cls), *b = class_instantiate(t, cls), *other = class_instantiate(t, cls);
    for (int i = 0; i < fields; i++) {
        CHECK(object_set_field(t, a, name_of("f", i), value_from_small(i)));
        CHECK(object_set_field(t, b, name_of("f", i), value_from_small(-i)));
        CHECK(object_set_field(t, other, name_of("f", fields - 1 - i), value_from_small(i)));
    }
    CHECK(a->shape == b->shape && a->shape->field_count == (uint32_t)fields);
    CHECK(fields < 2 || a->shape != other->shape);
    for (int i = 0; i < fields; i++) {
        CHECK(shape_find(a->shape, name_of("f", i)) == i);
        CHECK(value_same(object_get_field(a, name_of("f", i)), value_from_small(i)));
        CHECK(value_same(object_get_field(b, name_of("f", i)), value_from_small(-i)));
        CHECK(value_same(object_get_field(other, name_of("f", i)), value_from_small(fields - 1 - i)));
    }
    CHECK(shape_find(a->shape, name_of("g", 0)) == -1);
    CHECK(value_is_unbound(object_get_field(a, name_of("g", 0))));
}

// A branch of a chain does not see the names of the other.
static void check_branches(void) {
    Class *cls = new_class("Branches");
    Object *a = class_instantiate(t, cls), *b = class_instantiate(t, cls);
    for (int i = 0; i < 10; i++) {
        CHECK(object_set_field(t, a, name_of("f", i), value_from_small(i)));
        CHECK(object_set_field(t, b, name_of("f", i), value_from_small(i)));
    }
    CHECK(object_set_field(t, a, str_intern_c("left"), VALUE_TRUE));
    CHECK(object_set_field(t, b, str_intern_c("right"), VALUE_TRUE));
    CHECK(shape_find(a->shape, str_intern_c("right")) == -1 && shape_find(b->shape, str_intern_c("left")) == -1);
    CHECK(shape_find(a->shape, str_intern_c("left")) == 10 && shape_find(b->shape, str_intern_c("right")) == 10);
    CHECK(object_delete_field(t, a, name_of("f", 3)) && !object_delete_field(t, a, name_of("f", 3)));
    CHECK(value_is_unbound(object_get_field(a, name_of("f", 3))) && value_same(object_get_field(a, name_of("f", 9)), value_from_small(9)));
}

// The program asked for __dict__: the same attributes, from then on in the dict.
static void check_dictionary(void) {
    Object *o = class_instantiate(t, new_class("Dictionary"));
    CHECK(object_set_field(t, o, name_of("f", 0), VALUE_TRUE));
    Dict *d = object_dict(t, o);
    CHECK(d != NULL && o->shape->dictionary && object_dict(t, o) == d);
    CHECK(dict_set_str(t, d, name_of("f", 1), VALUE_FALSE));
    CHECK(value_same(object_get_field(o, name_of("f", 0)), VALUE_TRUE) && value_same(object_get_field(o, name_of("f", 1)), VALUE_FALSE));
    CHECK(object_set_field(t, o, name_of("f", 2), VALUE_NONE) && d->live == 3);
}

// Entries describe fields by offset, methods by value, and die with the class's version.
static void check_entries(void) {
    Class *cls = new_class("Entries");
    Object *o = class_instantiate(t, cls);
    Str *x = str_intern_c("x"), *m = str_intern_c("m");
    AttrEntry entry;
    attr_describe_set(t, o->shape, x, &entry);
    CHECK(entry.kind == ATTR_INLINE && entry.to != o->shape);
    CHECK(attr_set(t, value_from_object(o), x, value_from_small(7)) && o->shape == entry.to);
    attr_describe_get(o->shape, x, &entry);
    CHECK(entry.kind == ATTR_INLINE && entry.version == cls->version);
    CHECK(value_same(*(Value *)((char *)o + entry.offset), value_from_small(7)));
    CHECK(class_set_attr(t, cls, m, VALUE_TRUE) && entry.version != cls->version);
    attr_describe_get(o->shape, m, &entry);
    CHECK(entry.kind == ATTR_VALUE && value_same(entry.value, VALUE_TRUE));
    CHECK(object_set_field(t, o, m, VALUE_FALSE));
    attr_describe_get(o->shape, m, &entry);
    CHECK(entry.kind == ATTR_INLINE);
    attr_describe_get(shape_str.cls->root, str_intern_c("upper"), &entry);
    CHECK(entry.kind == ATTR_METHOD);
}

// A change of a base reaches the special methods its subclasses cache.
static void check_dunders(void) {
    Class *base = new_class("Base");
    Tuple *bases = tuple_from(t, (Value[]){value_from_object(base)}, 1);
    Str *name = str_intern_c("Sub");
    Class *sub = class_new(t, name, name, bases, dict_new(t), NULL);
    uint32_t version = sub->version;
    CHECK(sub && value_is_unbound(class_dunder(sub, DUNDER_LEN)));
    CHECK(class_set_attr(t, base, dunder_name(DUNDER_LEN), VALUE_TRUE));
    CHECK(value_same(class_dunder(sub, DUNDER_LEN), VALUE_TRUE) && sub->version != version);
    CHECK(value_same(class_lookup(sub, dunder_name(DUNDER_LEN)), VALUE_TRUE));
    CHECK(class_delete_attr(t, base, dunder_name(DUNDER_LEN)));
    CHECK(value_is_unbound(class_dunder(sub, DUNDER_LEN)) && value_is_unbound(class_lookup(sub, dunder_name(DUNDER_LEN))));
}

static Value sum_of(Thread *thread_, Value *args, uint32_t nargs) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < nargs; i++) sum = sum * 10 + (value_is_int(args[i]) ? value_int(args[i]) : 9);
    return value_from_small(sum);
}

// One value per parameter reaches the function, in the signature's order.
static void check_signature(void) {
    static const NativeDef def = {"sum_of", sum_of, "a, b=2, /, c=?, *, d=4", 0};
    Value f = value_from_object(native_new(t, &def, NULL)), three[] = {value_from_small(1), value_from_small(5), value_from_small(6)};
    Tuple *d = tuple_from(t, (Value[]){value_from_object(str_intern_c("d"))}, 1);
    Tuple *a = tuple_from(t, (Value[]){value_from_object(str_intern_c("a"))}, 1);
    CHECK(value_same(call_value(t, f, three, 1), value_from_small(1294)));
    CHECK(value_same(call_value(t, f, three, 3), value_from_small(1564)));
    CHECK(value_same(call_keywords(t, f, three, 2, d), value_from_small(1295)));
    CHECK(value_is_error(call_value(t, f, three, 0)) && error_matches(t, &class_TypeError));
    error_take(t);
    CHECK(value_is_error(call_keywords(t, f, three, 2, a)) && error_matches(t, &class_TypeError));
    error_take(t);
}

static void check_all(void) {
    static const int field_counts[] = {1, 2, 4, 5, 6, 7, 8, 20, 100};
    for (size_t i = 0; i < sizeof field_counts / sizeof *field_counts; i++) check_sharing(field_counts[i]);
    check_branches();
    check_dictionary();
    check_entries();
    check_dunders();
    check_signature();
}

int main(int argc, char **argv) {
    CHECK(runtime_init(t, argc, argv, 0));
    check_all();
    heap_set_stress(true);
    check_all();
    return 0;
}
