// Where compiled code finds things in the runtime's structures. The compiler may not include the runtime; jit/native checks
// every number against the real structs.
#ifndef OTTER_NATIVE_LAYOUT_H
#define OTTER_NATIVE_LAYOUT_H

#include <stdint.h>

enum {
    LAYOUT_THREAD_PENDING = 0,
    LAYOUT_THREAD_BASE = 16,
    LAYOUT_THREAD_NATIVE_LIMIT = 56,
    LAYOUT_THREAD_CALL_LIMIT = 64,
    LAYOUT_THREAD_PARALLEL = 112,
    LAYOUT_THREAD_GENERATOR = 128,
    LAYOUT_THREAD_HANDLED = 48,
    LAYOUT_GENERATOR_FUNCTION = 8,
    LAYOUT_GENERATOR_PC = 16,
    LAYOUT_GENERATOR_STATE = 32,  // the next word is `at`: both are stored at once
    LAYOUT_GENERATOR_REGS = 48,
    LAYOUT_GENERATOR_SUSPENDED = 1,
    LAYOUT_GENERATOR_RUNNING = 2,
    LAYOUT_PROTO_CODE = 8,
    LAYOUT_PROTO_RESUME = 88,
    LAYOUT_THREAD_HEAP_BUMP = 24,
    LAYOUT_THREAD_HEAP_LIMIT = 32,
    LAYOUT_CHUNK_BYTES = 1 << 22,
    LAYOUT_META_START = 1,
    LAYOUT_INSTANCE_FIELDS = 16,  // of plain program classes
    LAYOUT_OBJECT_SHAPE = 0,
    LAYOUT_SHAPE_CLASS = 8,
    LAYOUT_CLASS_VERSION = 100,
    LAYOUT_CELL_CONTENT = 8,
    LAYOUT_FUNCTION_PROTO = 8,
    LAYOUT_FUNCTION_CELLS = 88,
    LAYOUT_PROTO_DIRECT_NARGS = 60,
    LAYOUT_PROTO_NATIVE = 72,
    LAYOUT_PROTO_NATIVE_USED = 104,
    LAYOUT_LIST_BUFFER = 8,
    LAYOUT_LIST_LENGTH = 16,
    LAYOUT_BUFFER_CAPACITY = 8,
    LAYOUT_BUFFER_VALUES = 16,
    LAYOUT_BYTES_LENGTH = 16,
    LAYOUT_BYTES_DATA = 24,
    LAYOUT_BYTEARRAY_BUFFER = 8,
    LAYOUT_BYTEARRAY_LENGTH = 16,
    LAYOUT_STR_BYTES = 16,
    LAYOUT_STR_CHARS = 20,
    LAYOUT_STR_TEXT = 24,
    LAYOUT_DICT_LIVE = 24,
    LAYOUT_RANGE_START = 8,  // then stop and step
    LAYOUT_TUPLE_LENGTH = 8,
    LAYOUT_TUPLE_ITEMS = 16,
};

// An inline cache: what an attribute meant for the shape last seen (stdlib/runtime/attr.h). Zeroed: nothing seen.
typedef struct {
    void *shape;       // of the object
    void *to;          // setting: its shape afterwards
    uint64_t value;    // method: the callable
    uint32_t version;  // of the class, while which this holds
    uint32_t offset;   // bytes from the object's address to the field
    uint32_t misses;
} NativeCache;

enum {
    LAYOUT_BITS_ERROR = 1,
    LAYOUT_BITS_NONE = 0x09,
    LAYOUT_BITS_FALSE = 0x19,
    LAYOUT_BITS_TRUE = 0x29,
    LAYOUT_BITS_UNBOUND = 0x39,
};

#endif
