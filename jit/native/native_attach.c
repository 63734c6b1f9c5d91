// Connecting compiled modules to loaded ones.
//
// A prototype with compiled code gets `native_enter` as its entry: the one operation through which the interpreter calls
// machine code of the C convention. Compiled code calls compiled code without coming here.
#include "jit/interp/interp.h"
#include "native_attach.h"
#include "native_helpers.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/tuple.h"
#include "compiler/native/native_layout.h"
#include "jit/interp/interp_ops.h"
#include "stdlib/runtime/call.h"

static_assert(LAYOUT_THREAD_PENDING == offsetof(Thread, pending));
static_assert(LAYOUT_THREAD_STACK_LIMIT == offsetof(Thread, stack_limit));
static_assert(LAYOUT_THREAD_BASE == offsetof(Thread, base));
static_assert(LAYOUT_THREAD_NATIVE_LIMIT == offsetof(Thread, native_limit));
static_assert(LAYOUT_OBJECT_SHAPE == offsetof(Object, shape));
static_assert(LAYOUT_SHAPE_CLASS == offsetof(Shape, cls));
static_assert(LAYOUT_CLASS_VERSION == offsetof(Class, version));
static_assert(LAYOUT_CELL_CONTENT == offsetof(Cell, content));
static_assert(LAYOUT_FUNCTION_CELLS == offsetof(Function, cells));
static_assert(LAYOUT_LIST_BUFFER == offsetof(List, buffer));
static_assert(LAYOUT_LIST_LENGTH == offsetof(List, length));
static_assert(LAYOUT_BUFFER_CAPACITY == offsetof(Buffer, capacity));
static_assert(LAYOUT_BUFFER_VALUES == offsetof(Buffer, values));
static_assert(LAYOUT_TUPLE_LENGTH == offsetof(Tuple, length));
static_assert(LAYOUT_TUPLE_ITEMS == offsetof(Tuple, items));

// Entry of a compiled function, called by the interpreter: runs it and goes on in the caller. The header is read first, since
// a side exit writes a new one.
static INTERP_CALLCONV Value native_enter(INTERP_PARAMS) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    InterpFn resume = (InterpFn)base[FRAME_RESUME].bits;
    pc = frame_pc(base);
    Value *caller = frame_caller(base);
    ret = VALUE_BITS(((uint64_t (*)(void *, Value *))p->native)(t, base));
    base = caller;
    [[clang::musttail]] return resume(t, pc, base, k, insn, ret);
}

static void attach_proto(Proto *p, const NativeModule *n) {
    uint64_t *consts = n->consts + n->first_const[p->index];
    for (uint32_t i = 0; i < p->bc->nconst; i++) consts[i] = p->consts[i].bits;
}

void native_enter_by(Proto *p, NativeEntry entry) {
    p->native = (void *)entry;
    p->entry = (void *)native_enter;
}

static void attach_tables(Module *m, const NativeModule *n) {
    *n->globals = m->slots;
    *n->linked = m->linked;
    heap_add_root((Value *)n->seen, n->nproto);
    for (uint32_t i = 0; i < n->nproto; i++) attach_proto(m->protos[i], n);
}

void native_attach(Module *m, const NativeModule *n) {
    attach_tables(m, n);
    for (uint32_t i = 0; i < n->nproto; i++)
        if (n->entries[i]) native_enter_by(m->protos[i], n->entries[i]);
}

NativeEntry native_attach_unit(Module *m, const NativeModule *n, uint32_t proto) {
    attach_tables(m, n);
    return n->entries[proto];
}

// --- symbols

static const struct {
    const char *name;
    void *address;
} symbols[] = {
#define HELPER(name, signature) {#name, (void *)name},
#include "compiler/native/native_helpers.def"
#undef HELPER
    {"shape_list", &shape_list},
    {"shape_tuple", &shape_tuple},
};

void *native_symbol(const char *name) {
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++)
        if (strcmp(symbols[i].name, name) == 0) return symbols[i].address;
    return NULL;
}
