// Attribute operations with inline caches. The sites of a prototype are an array; its address lies in front of the constants.
#include "interp_int.h"
#include "stdlib/runtime/site.h"

// The site's first entry is looked at in the straight line, the second aside.
static inline bool entry_fits(const AttrEntry *entry, const Shape *s) { return entry->shape == s && entry->version == s->cls->version; }

#define WITH_ENTRY(value, which, kinds, use, otherwise)                 \
    do {                                                                \
        Value v = (value);                                              \
        if (LIKELY(value_is_object(v))) {                               \
            Object *o = value_object(v);                                \
            const AttrEntry *entry = &SITE->which;                      \
            if (LIKELY(entry_fits(entry, o->shape) && (kinds))) {       \
                use;                                                    \
                NEXT;                                                   \
            }                                                           \
        }                                                               \
        otherwise;                                                      \
    } while (0)

SLOW(quick_GETATTR) { RESULT(site_get(t, SITE, R(B))); }
#define GET_BY(which, otherwise) WITH_ENTRY(R(B), which, entry->kind == ATTR_INLINE, R(A) = *site_field(o, entry), otherwise)
QUICK_ASIDE(GETATTR) { GET_BY(second, TAIL(slow_quick_GETATTR)); }
QUICK_OPERATION(GETATTR) { GET_BY(first, TAIL_ASIDE(quick_GETATTR)); }

SLOW(quick_SETATTR) { REQUIRE(site_set(t, SITE, R(A), R(B))); }
// A new field changes the object's shape, here while the program has one thread; a field that is there leaves it alone.
static inline bool may_store(const Thread *t, Object *o, const AttrEntry *entry) {
    if (entry->to == entry->shape) return true;
    if (UNLIKELY(t->parallel)) return false;
    o->shape = entry->to;
    return true;
}
#define SET_BY(which, otherwise) WITH_ENTRY(R(A), which, may_store(t, o, entry), *site_field(o, entry) = R(B), otherwise)
QUICK_ASIDE(SETATTR) { SET_BY(second, TAIL(slow_quick_SETATTR)); }
QUICK_OPERATION(SETATTR) { SET_BY(first, TAIL_ASIDE(quick_SETATTR)); }

SLOW(quick_METHOD) {
    PUBLISH;
    Value self;
    Value callable = site_method(t, SITE, R(B), &self);
    if (UNLIKELY(value_is_error(callable))) FAIL;
    R(A) = callable;
    R(A + BC_WINDOW_HEADER) = self;
    NEXT;
}
static inline void prepare_call(Value *window, const AttrEntry *entry, Value self) {
    window[0] = entry->value;
    window[BC_WINDOW_HEADER] = self;
}
#define METHOD_BY(which, otherwise) WITH_ENTRY(R(B), which, entry->kind == ATTR_METHOD, prepare_call(&R(A), entry, v), otherwise)
QUICK_ASIDE(METHOD) { METHOD_BY(second, TAIL(slow_quick_METHOD)); }
QUICK_OPERATION(METHOD) { METHOD_BY(first, TAIL_ASIDE(quick_METHOD)); }
