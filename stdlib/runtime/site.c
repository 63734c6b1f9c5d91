#include "site.h"

#include "threads.h"

// An entry being written has this shape, which no object has.
static Shape busy;

// Threads that read the site do not wait, so an entry in use stays as it is.
static const AttrEntry *keep_shared(AttrSite *site, const AttrEntry *learned) {
    AttrEntry *entries[] = {&site->first, &site->second};
    for (uint32_t i = 0; i < 2; i++) {
        Shape *none = NULL;
        if (!__atomic_compare_exchange_n(&entries[i]->shape, &none, &busy, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) continue;
        AttrEntry entry = *learned;
        entry.shape = &busy;
        *entries[i] = entry;
        __atomic_store_n(&entries[i]->shape, learned->shape, __ATOMIC_RELEASE);
        return entries[i];
    }
    return learned;
}

// Classes, modules and other objects whose attributes no shape describes are asked each time, so a site does not learn them.
static const AttrEntry *keep(AttrSite *site, const AttrEntry *learned) {
    if (learned->kind == ATTR_SLOW) return learned;
    if (threads_parallel) return keep_shared(site, learned);
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
    Shape *s = o->shape;
    const AttrEntry *entry = site_find(site, s);
    if (!entry) {
        AttrEntry learned;
        attr_describe_set(t, s, site->name, &learned);
        entry = keep(site, &learned);
        if (entry == &learned) return attr_set(t, v, site->name, to);
    }
    return attr_store(t, o, s, entry, to) || attr_set(t, v, site->name, to);
}
