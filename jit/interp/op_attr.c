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
        if (index < 0) index += (int64_t)list_covers(list);
        return list_item_at(list, (uint64_t)index);
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

// An item of a list at an index within it.
#define LIST_ITEM(key, otherwise)                                                          \
    do {                                                                                   \
        Value container = R(B), key_ = (key);                                              \
        if (LIKELY(value_is_int(key_) && value_has_shape(container, &shape_list))) {       \
            List *list = value_list(container);                                            \
            uint64_t index = (uint64_t)value_int(key_), length = list_covers(list);        \
            Buffer *buffer = list->buffer;                                                 \
            if (LIKELY(index < length && index < buffer->capacity)) {                      \
                R(A) = buffer->values[index];                                              \
                NEXT;                                                                      \
            }                                                                              \
        }                                                                                  \
        otherwise;                                                                         \
    } while (0)
#define OTHER_ITEM(key, otherwise)                     \
    do {                                               \
        Value item = sequence_item(R(B), (key));       \
        if (LIKELY(!value_is_unbound(item))) {         \
            R(A) = item;                               \
            NEXT;                                      \
        }                                              \
        otherwise;                                     \
    } while (0)

ASIDE(GETITEM) { OTHER_ITEM(R(C16), TAIL(slow_GETITEM)); }
OPERATION(GETITEM) { LIST_ITEM(R(C16), TAIL_ASIDE(GETITEM)); }

SLOW(GETITEMI) { RESULT(op_getitem(t, R(B), INT_C16)); }
ASIDE(GETITEMI) { OTHER_ITEM(INT_C16, TAIL(slow_GETITEMI)); }
OPERATION(GETITEMI) { LIST_ITEM(INT_C16, TAIL_ASIDE(GETITEMI)); }

SLOW(SETITEM) { REQUIRE(op_setitem(t, R(A), R(B), R(C16))); }

OPERATION(SETITEM) {
    Value container = R(A), key = R(B);
    if (LIKELY(value_is_int(key) && value_has_shape(container, &shape_list))) {
        List *list = value_list(container);
        uint64_t index = (uint64_t)value_int(key), length = list_covers(list);
        Buffer *buffer = list->buffer;
        if (LIKELY(index < length && index < buffer->capacity)) {
            buffer->values[index] = R(C16);
            NEXT;
        }
    }
    TAIL(slow_SETITEM);
}

OPERATION(DELITEM) { REQUIRE(op_delitem(t, R(A), R(B))); }
