#include "site.h"

// Classes, modules and other objects whose attributes no shape describes are asked each time, so a site does not learn them.
static const AttrEntry *keep(AttrSite *site, const AttrEntry *learned) {
    if (learned->kind == ATTR_SLOW) return learned;
    site->second = site->first;
    site->first = *learned;
    return &site->first;
}

static const AttrEntry *entry_to_get(AttrSite *site, Value v) {
    if (!value_is_object(v)) return NULL;
    Shape *s = value_object(v)->shape;
    const AttrEntry *entry = site_find(site, s);
    return entry ? entry : keep(site, attr_cached_get(s, site->name));
}

Value site_get(Thread *t, AttrSite *site, Value v) {
    const AttrEntry *entry = entry_to_get(site, v);
    if (!entry) return attr_get(t, v, site->name);
    if (entry->kind == ATTR_INLINE) return *site_field(value_object(v), entry);
    if (entry->kind == ATTR_VALUE) return entry->value;
    return attr_get(t, v, site->name);
}

Value site_method(Thread *t, AttrSite *site, Value v, Value *self) {
    const AttrEntry *entry = entry_to_get(site, v);
    if (!entry || entry->kind != ATTR_METHOD) return attr_method(t, v, site->name, self);
    *self = v;
    return entry->value;
}

bool site_set(Thread *t, AttrSite *site, Value v, Value to) {
    if (!value_is_object(v)) return attr_set(t, v, site->name, to);
    Object *o = value_object(v);
    const AttrEntry *entry = site_find(site, o->shape);
    if (!entry) {
        AttrEntry learned;
        attr_describe_set(t, o->shape, site->name, &learned);
        entry = keep(site, &learned);
        if (entry == &learned) return attr_set(t, v, site->name, to);
    }
    *site_field(o, entry) = to;
    o->shape = entry->to;
    return true;
}
