// Filling the inline caches of compiled code. Compiled code uses an entry when the object has the shape and the shape's class
// the version; anything else comes here. A place that sees many shapes stops being refilled.
#include "native_helpers.h"
#include "stdlib/runtime/attr.h"

enum { MISSES_MAX = 32 };

static bool may_fill(NativeCache *cache, Value v) { return value_is_object(v) && cache->misses < MISSES_MAX; }

static void fill(NativeCache *cache, const AttrEntry *entry) {
    *cache = (NativeCache){entry->shape, entry->to, entry->value.bits, entry->version, entry->offset, cache->misses + 1};
}

Value native_get_attr_cached(Thread *t, Value v, Value name, NativeCache *cache) {
    if (may_fill(cache, v)) {
        AttrEntry entry;
        attr_describe_get(value_object(v)->shape, value_str(name), &entry);
        if (entry.kind == ATTR_INLINE) fill(cache, &entry);
    }
    return attr_get(t, v, value_str(name));
}

int native_set_attr_cached(Thread *t, Value v, Value name, Value to, NativeCache *cache) {
    if (may_fill(cache, v)) {
        AttrEntry entry;
        attr_describe_set(t, value_object(v)->shape, value_str(name), &entry);
        if (entry.kind == ATTR_INLINE) fill(cache, &entry);
    }
    return attr_set(t, v, value_str(name), to);
}

Value native_method_cached(Thread *t, Value v, Value name, Value *window, NativeCache *cache) {
    if (may_fill(cache, v)) {
        AttrEntry entry;
        attr_describe_get(value_object(v)->shape, value_str(name), &entry);
        if (entry.kind == ATTR_METHOD) fill(cache, &entry);
    }
    return native_method(t, v, name, window);
}
