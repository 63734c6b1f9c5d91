// Attributes and items.
#include "interp_int.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/dict.h"

OPERATION(GETATTR) { RESULT(attr_get(t, R(B), const_name(k, C))); }
OPERATION(SETATTR) { REQUIRE(attr_set(t, R(A), const_name(k, C), R(B))); }
OPERATION(DELATTR) { REQUIRE(attr_delete(t, R(A), const_name(k, C))); }

// Index into a list or tuple; VALUE_UNBOUND when it is not that simple (an index out of range is not).
static inline Value sequence_item(Value container, Value key) {
    if (!value_is_int(key) || !value_is_object(container)) return VALUE_UNBOUND;
    int64_t index = value_int(key);
    Object *object = value_object(container);
    if (object->shape == &shape_list) {
        List *list = (List *)object;
        Buffer *buffer = list->buffer;
        if (index < 0) index += (int64_t)list->length;
        if ((uint64_t)index < list->length && (uint64_t)index < buffer->capacity) return buffer->values[index];
    } else if (object->shape == &shape_tuple) {
        Tuple *tuple = (Tuple *)object;
        if (index < 0) index += (int64_t)tuple->length;
        if ((uint64_t)index < tuple->length) return tuple->items[index];
    }
    return VALUE_UNBOUND;
}

SLOW(GETITEM) {
    Value container = R(B), key = R(C16);
    if (value_has_shape(container, &shape_dict)) {
        PUBLISH;
        Value found = dict_get(t, value_dict(container), key);
        if (UNLIKELY(value_is_error(found))) FAIL;
        if (LIKELY(!value_is_unbound(found))) {
            R(A) = found;
            NEXT;
        }
    }
    RESULT(op_getitem(t, container, key));
}

OPERATION(GETITEM) {
    Value item = sequence_item(R(B), R(C16));
    if (UNLIKELY(value_is_unbound(item))) TAIL(slow_GETITEM);
    R(A) = item;
    NEXT;
}

SLOW(GETITEMI) { RESULT(op_getitem(t, R(B), INT_C16)); }

OPERATION(GETITEMI) {
    Value item = sequence_item(R(B), INT_C16);
    if (UNLIKELY(value_is_unbound(item))) TAIL(slow_GETITEMI);
    R(A) = item;
    NEXT;
}

SLOW(SETITEM) { REQUIRE(op_setitem(t, R(A), R(B), R(C16))); }

OPERATION(SETITEM) {
    Value container = R(A), key = R(B);
    if (LIKELY(value_has_shape(container, &shape_list) && value_is_int(key))) {
        List *list = value_list(container);
        Buffer *buffer = list->buffer;
        int64_t index = value_int(key);
        if (index < 0) index += (int64_t)list->length;
        if (LIKELY((uint64_t)index < list->length && (uint64_t)index < buffer->capacity)) {
            buffer->values[index] = R(C16);
            NEXT;
        }
    }
    TAIL(slow_SETITEM);
}

OPERATION(DELITEM) { REQUIRE(op_delitem(t, R(A), R(B))); }
