// itertools.groupby: runs of items with equal keys. The groups read from the one source; only the newest one may.
#include "itertools_int.h"

typedef struct {
    Object header;
    Value source, function;
    Value wanted;          // key of the newest group; VALUE_UNBOUND: none yet
    Value key, item;       // read last; item VALUE_UNBOUND: given already
    struct Group *newest;  // NULL: none that may read
} GroupBy;

typedef struct Group {
    Object header;
    GroupBy *parent;
    Value key;
} Group;

static void groupby_trace(Object *o, Tracer *tracer) {
    tracer_values(tracer, &((GroupBy *)o)->source, 5);
    tracer_object(tracer, ((GroupBy *)o)->newest);
}

static void group_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Group *)o)->parent);
    tracer_value(tracer, ((Group *)o)->key);
}

// Reads one item and its key. VALUE_NONE: it is there.
static Value read_item(Thread *t, GroupBy *g) {
    Value item = iter_advance(t, g->source);
    if (value_is_unbound(item) || value_is_error(item)) return item;
    Value key = value_is_none(g->function) ? item : call1(t, g->function, item);
    if (value_is_error(key)) return iter_end_or_error(t);
    g->item = item;
    g->key = key;
    return VALUE_NONE;
}

// Skips what is left of the newest group. VALUE_NONE: another begins with the item read.
static Value find_group(Thread *t, GroupBy *g) {
    for (;;) {
        if (!value_is_unbound(g->key)) {
            if (value_is_unbound(g->wanted)) return VALUE_NONE;
            int same = op_equal(t, g->wanted, g->key);
            if (same <= 0) return same < 0 ? VALUE_ERROR : VALUE_NONE;
        }
        Value got = read_item(t, g);
        if (!value_is_none(got)) return got;
    }
}

static Value groupby_parts(Thread *t, Object *o, Value *out, uint32_t n) {
    GroupBy *g = (GroupBy *)o;
    if (n != 2) return VALUE_FALSE;
    g->newest = NULL;
    Value got = find_group(t, g);
    if (!value_is_none(got)) return got;
    g->wanted = g->key;
    Group *group = heap_new(t, &shape_itertools_grouper, sizeof *group);
    if (!group) return VALUE_ERROR;
    group->parent = g;
    group->key = g->wanted;
    g->newest = group;
    out[0] = g->key;
    out[1] = value_from_object(group);
    return VALUE_NONE;
}

static Value groupby_next(Thread *t, Object *o) {
    Value parts[2], got = groupby_parts(t, o, parts, 2);
    return value_is_none(got) ? itertools_made(tuple_from(t, parts, 2)) : got;
}

static Value group_next(Thread *t, Object *o) {
    const Group *group = (Group *)o;
    GroupBy *g = group->parent;
    if (g->newest != group) return VALUE_UNBOUND;
    if (value_is_unbound(g->item)) {
        Value got = read_item(t, g);
        if (!value_is_none(got)) return got;
    }
    int same = op_equal(t, group->key, g->key);
    if (same <= 0) return same < 0 ? VALUE_ERROR : VALUE_UNBOUND;
    Value item = g->item;
    g->item = VALUE_UNBOUND;
    return item;
}

const Layout layout_itertools_groupby = {"groupby", KIND_OTHER, sizeof(GroupBy), groupby_trace, NULL, groupby_next, groupby_parts};
const Layout layout_itertools_grouper = {"_grouper", KIND_OTHER, sizeof(Group), group_trace, NULL, group_next, NULL};

static Value groupby_new(Thread *t, Value *args, uint32_t nargs) {
    Value source = op_iter(t, args[1]);
    GroupBy *g = value_is_error(source) ? NULL : itertools_instance(t, args);
    if (!g) return VALUE_ERROR;
    g->source = source;
    g->function = args[2];
    g->wanted = g->key = g->item = VALUE_UNBOUND;
    return value_from_object(g);
}

static const NativeDef groupby_methods[] = {{"__new__", groupby_new, "cls, iterable, key=None", NATIVE_STATIC}, ITER_METHODS, {}};
static const NativeDef group_methods[] = {ITER_METHODS, {}};

void itertools_init_groups(void) {
    itertools_add_class(&class_itertools_groupby, groupby_methods);
    itertools_add_class(&class_itertools_grouper, group_methods);
}
