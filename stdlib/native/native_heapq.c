// _heapq: binary heaps in lists. Sifting goes down to a leaf first and then up again, as CPython does it, so that the
// program sees the same comparisons. A comparison may change the list: then the heap is given up with an error.
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/order.h"

bool native__heapq_fill(Thread *t, Module *m);

static Value item(const List *heap, uint64_t i) { return heap->buffer->values[i]; }

static void swap(List *heap, uint64_t i, uint64_t j) {
    Value *values = heap->buffer->values, v = values[i];
    values[i] = values[j];
    values[j] = v;
}

// item i < item j: 1, 0, -1: exception pending.
static int less(Thread *t, List *heap, uint64_t i, uint64_t j) {
    uint64_t length = heap->length;
    int quick = order_less(item(heap, i), item(heap, j));
    if (quick >= 0) return quick;
    int answer = op_compare_bool(t, DUNDER_LT, item(heap, i), item(heap, j));
    if (answer < 0 || heap->length == length) return answer;
    error_raise(t, &class_RuntimeError, "list changed size during iteration");
    return -1;
}

static bool sift_towards_root(Thread *t, List *heap, uint64_t start, uint64_t at) {
    while (at > start) {
        uint64_t parent = (at - 1) / 2;
        int smaller = less(t, heap, at, parent);
        if (smaller <= 0) return smaller == 0;
        swap(heap, at, parent);
        at = parent;
    }
    return true;
}

static bool sift_from(Thread *t, List *heap, uint64_t start) {
    uint64_t at = start;
    while (at < heap->length / 2) {
        uint64_t child = 2 * at + 1;
        if (child + 1 < heap->length) {
            int left = less(t, heap, child, child + 1);
            if (left < 0) return false;
            child += !left;
        }
        swap(heap, at, child);
        at = child;
    }
    return sift_towards_root(t, heap, start, at);
}

static List *heap_argument(Thread *t, Value v, const char *function) {
    if (value_is_list(v)) return value_list(v);
    error_type(t, "%s() argument must be list, not %A", function, v);
    return NULL;
}

static Value heappush(Thread *t, Value *args, uint32_t nargs) {
    List *heap = heap_argument(t, args[0], "heappush");
    if (heap == NULL || !list_append(t, heap, args[1])) return VALUE_ERROR;
    return sift_towards_root(t, heap, 0, heap->length - 1) ? VALUE_NONE : VALUE_ERROR;
}

static Value heappop(Thread *t, Value *args, uint32_t nargs) {
    List *heap = heap_argument(t, args[0], "heappop");
    if (heap == NULL) return VALUE_ERROR;
    if (heap->length == 0) return error_raise(t, &class_IndexError, "index out of range");
    Value last = item(heap, heap->length - 1);
    list_shorten(heap, heap->length - 1);
    if (heap->length == 0) return last;
    Value first = item(heap, 0);
    heap->buffer->values[0] = last;
    return sift_from(t, heap, 0) ? first : VALUE_ERROR;
}

static Value replace_first(Thread *t, List *heap, Value v) {
    if (heap->length == 0) return error_raise(t, &class_IndexError, "index out of range");
    Value first = item(heap, 0);
    heap->buffer->values[0] = v;
    return sift_from(t, heap, 0) ? first : VALUE_ERROR;
}

static Value heapreplace(Thread *t, Value *args, uint32_t nargs) {
    List *heap = heap_argument(t, args[0], "heapreplace");
    return heap == NULL ? VALUE_ERROR : replace_first(t, heap, args[1]);
}

static Value heappushpop(Thread *t, Value *args, uint32_t nargs) {
    List *heap = heap_argument(t, args[0], "heappushpop");
    if (heap == NULL) return VALUE_ERROR;
    if (heap->length == 0) return args[1];
    int smaller = op_compare_bool(t, DUNDER_LT, item(heap, 0), args[1]);
    if (smaller <= 0) return smaller < 0 ? VALUE_ERROR : args[1];
    return replace_first(t, heap, args[1]);
}

static Value heapify(Thread *t, Value *args, uint32_t nargs) {
    List *heap = heap_argument(t, args[0], "heapify");
    if (heap == NULL) return VALUE_ERROR;
    for (uint64_t i = heap->length / 2; i-- > 0 && i < heap->length;) {
        if (!sift_from(t, heap, i)) return VALUE_ERROR;
    }
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"heapify", heapify, "heap, /", 0},
    {"heappop", heappop, "heap, /", 0},
    {"heappush", heappush, "heap, item, /", 0},
    {"heappushpop", heappushpop, "heap, item, /", 0},
    {"heapreplace", heapreplace, "heap, item, /", 0},
    {},
};

bool native__heapq_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
