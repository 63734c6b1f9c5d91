// Filling the inline caches of compiled code. Compiled code uses an entry when the object has the shape and the shape's class
// the version; anything else comes here. A place that sees many shapes stops being refilled.
#include "native_helpers.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/threads.h"

enum { MISSES_MAX = 32 };

static bool may_fill(NativeCache *cache, Value v) {
    return value_is_object(v) && cache->misses < MISSES_MAX && !(threads_parallel && cache->shape);
}

// While several threads run, a cache is written once: compiled code reads it without asking whether it changes.
static void fill_shared(NativeCache *cache, const AttrEntry *entry) {
    static const char busy;
    void *none = NULL;
    if (!__atomic_compare_exchange_n(&cache->shape, &none, (void *)&busy, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return;
    cache->to = entry->to;
    cache->value = entry->value.bits;
    cache->version = entry->version;
    cache->offset = entry->offset;
    __atomic_store_n(&cache->shape, entry->shape, __ATOMIC_RELEASE);
}

static void fill(NativeCache *cache, const AttrEntry *entry) {
    if (threads_parallel) return fill_shared(cache, entry);
    *cache = (NativeCache){entry->shape, entry->to, entry->value.bits, entry->version, entry->offset, cache->misses + 1};
}

Value native_get_attr_cached(Thread *t, Value v, Value name, NativeCache *cache) {
    if (may_fill(cache, v)) {
        AttrEntry entry;
        attr_describe_get(value_object(v)->shape, value_str(name), &entry);
        if (entry.kind == ATTR_INLINE) fill(cache, &entry);
        else if (!threads_parallel) cache->misses++;   // what is no field here is not looked at for ever
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
