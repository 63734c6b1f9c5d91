// Attribute operations with inline caches. The sites of a prototype are an array; its address lies in front of the constants.
#include "interp_int.h"
#include "stdlib/runtime/site.h"

SLOW(quick_GETATTR) { RESULT(site_get(t, SITE, R(B))); }

QUICK_OPERATION(GETATTR) {
    Value v = R(B);
    if (LIKELY(value_is_object(v))) {
        Object *o = value_object(v);
        const AttrEntry *entry = site_find(SITE, o->shape);
        if (LIKELY(entry && entry->kind == ATTR_INLINE)) {
            R(A) = *site_field(o, entry);
            NEXT;
        }
    }
    TAIL(slow_quick_GETATTR);
}

SLOW(quick_SETATTR) { REQUIRE(site_set(t, SITE, R(A), R(B))); }

QUICK_OPERATION(SETATTR) {
    Value v = R(A);
    if (LIKELY(value_is_object(v))) {
        Object *o = value_object(v);
        const AttrEntry *entry = site_find(SITE, o->shape);
        if (LIKELY(entry != NULL)) {
            *site_field(o, entry) = R(B);
            o->shape = entry->to;
            NEXT;
        }
    }
    TAIL(slow_quick_SETATTR);
}

SLOW(quick_METHOD) {
    PUBLISH;
    Value self;
    Value callable = site_method(t, SITE, R(B), &self);
    if (UNLIKELY(value_is_error(callable))) FAIL;
    R(A) = callable;
    R(A + BC_WINDOW_HEADER) = self;
    NEXT;
}

QUICK_OPERATION(METHOD) {
    Value v = R(B);
    if (LIKELY(value_is_object(v))) {
        const AttrEntry *entry = site_find(SITE, value_object(v)->shape);
        if (LIKELY(entry && entry->kind == ATTR_METHOD)) {
            R(A) = entry->value;
            R(A + BC_WINDOW_HEADER) = v;
            NEXT;
        }
    }
    TAIL(slow_quick_METHOD);
}
