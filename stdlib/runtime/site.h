// Inline caches: what one place of the program has learned about the attribute it names, for the two kinds of object it met
// last. While several threads run, an entry is written once: who finds its shape finds the rest of it. Shared by the tiers: the interpreter has a site per instruction, and so has compiled code.
#ifndef OTTER_SITE_H
#define OTTER_SITE_H

#include "attr.h"

typedef struct {
    AttrEntry first, second;   // for the newest shape, and the one before; shape NULL: empty
    Str *name;                 // interned
} AttrSite;

// The entry for objects of shape `s`, or NULL when the site does not know it (any more).
static inline const AttrEntry *site_find(const AttrSite *site, const Shape *s) {
    if (site->first.shape == s && site->first.version == s->cls->version) return &site->first;
    if (site->second.shape == s && site->second.version == s->cls->version) return &site->second;
    return NULL;
}
static inline Value *site_field(Object *o, const AttrEntry *entry) { return (Value *)((char *)o + entry->offset); }

// The operations, as attr_get, attr_method and attr_set, learning on the way.
Value site_get(Thread *t, AttrSite *site, Value v);
Value site_method(Thread *t, AttrSite *site, Value v, Value *self);
bool site_set(Thread *t, AttrSite *site, Value v, Value to);

#endif
