// Connecting compiled modules to loaded ones.
//
// A prototype with compiled code gets `native_enter` as its entry: the one operation through which the interpreter calls
// machine code of the C convention. Compiled code calls compiled code without coming here.
#include <math.h>
#include <pthread.h>
#include <stdlib.h>

#include "jit/interp/interp.h"
#include "native_attach.h"
#include "native_class.h"
#include "native_helpers.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/generator.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/native_known.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/sized.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"
#include "compiler/base/arena.h"
#include "compiler/native/native_layout.h"
#include "jit/interp/interp_ops.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/threads.h"

static_assert(LAYOUT_THREAD_PENDING == offsetof(Thread, pending));
static_assert(LAYOUT_THREAD_BASE == offsetof(Thread, base));
static_assert(LAYOUT_THREAD_NATIVE_LIMIT == offsetof(Thread, native_limit));
static_assert(LAYOUT_THREAD_CALL_LIMIT == offsetof(Thread, call_limit));
static_assert(LAYOUT_THREAD_PARALLEL == offsetof(Thread, parallel));
static_assert(LAYOUT_THREAD_GENERATOR == offsetof(Thread, generator));
static_assert(LAYOUT_GENERATOR_PC == offsetof(Generator, pc));
static_assert(LAYOUT_GENERATOR_STATE == offsetof(Generator, state) && sizeof(GeneratorState) == 4);
static_assert(LAYOUT_GENERATOR_STATE + 4 == offsetof(Generator, at) && LAYOUT_GENERATOR_STATE % 8 == 0);
static_assert(LAYOUT_GENERATOR_FUNCTION == offsetof(Generator, function) && LAYOUT_GENERATOR_RUNNING == GENERATOR_RUNNING);
static_assert(LAYOUT_THREAD_HANDLED == offsetof(Thread, handled) && LAYOUT_PROTO_RESUME == offsetof(Proto, resume));
static_assert(LAYOUT_GENERATOR_REGS == offsetof(Generator, regs));
static_assert(LAYOUT_GENERATOR_SUSPENDED == GENERATOR_SUSPENDED);
static_assert(LAYOUT_PROTO_CODE == offsetof(Proto, code));
static_assert(LAYOUT_OBJECT_SHAPE == offsetof(Object, shape));
static_assert(LAYOUT_SHAPE_CLASS == offsetof(Shape, cls));
static_assert(LAYOUT_CLASS_VERSION == offsetof(Class, version));
static_assert(LAYOUT_CELL_CONTENT == offsetof(Cell, content));
static_assert(LAYOUT_FUNCTION_PROTO == offsetof(Function, proto));
static_assert(LAYOUT_PROTO_DIRECT_NARGS == offsetof(Proto, direct_nargs));
static_assert(LAYOUT_PROTO_NATIVE == offsetof(Proto, native));
static_assert(LAYOUT_PROTO_NATIVE_USED == offsetof(Proto, native_used));
static_assert(LAYOUT_FUNCTION_CELLS == offsetof(Function, cells));
static_assert(LAYOUT_LIST_BUFFER == offsetof(List, buffer));
static_assert(LAYOUT_LIST_LENGTH == offsetof(List, length));
static_assert(LAYOUT_BUFFER_CAPACITY == offsetof(Buffer, capacity));
static_assert(LAYOUT_BUFFER_VALUES == offsetof(Buffer, values));
static_assert(LAYOUT_BYTES_LENGTH == offsetof(Bytes, length));
static_assert(LAYOUT_BYTES_DATA == offsetof(Bytes, data));
static_assert(LAYOUT_BYTEARRAY_BUFFER == offsetof(Bytearray, buffer));
static_assert(LAYOUT_BYTEARRAY_LENGTH == offsetof(Bytearray, length));
static_assert(LAYOUT_STR_BYTES == offsetof(Str, nbytes));
static_assert(LAYOUT_STR_CHARS == offsetof(Str, nchars));
static_assert(LAYOUT_STR_TEXT == offsetof(Str, text));
static_assert(LAYOUT_DICT_LIVE == offsetof(Dict, live));
static_assert(LAYOUT_RANGE_START == offsetof(Range, start) && LAYOUT_RANGE_START + 16 == offsetof(Range, step));
static_assert(LAYOUT_TUPLE_LENGTH == offsetof(Tuple, length));
static_assert(LAYOUT_TUPLE_ITEMS == offsetof(Tuple, items));

// Entry of a compiled function, called by the interpreter.
static INTERP_CALLCONV Value native_enter(INTERP_PARAMS) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    p->native_used = native_clock;
    ret = VALUE_BITS((uint64_t)__atomic_load_n(&p->native, __ATOMIC_ACQUIRE));
    if (!ret.bits) [[clang::musttail]] return ((InterpFn)p->entry_below)(t, pc, base, k, insn, ret);  // another thread has just dropped it
    [[clang::musttail]] return interp_run_native(t, pc, base, k, insn, ret);
}

// Whoever jumps to `native` by itself leaves the check of stack room to the callee, which may have it done in the reserve.
enum { DIRECT_NREGS_MAX = THREAD_STACK_RESERVE / 4 };

void native_leave_to_bytecode(Proto *p) {
    p->direct_nargs = UINT32_MAX;
    p->native = p->resume = NULL;
    if (p->entry == (void *)native_enter) p->entry = p->entry_below;
}

static void attach_proto(Proto *p, const NativeModule *n) {
    uint64_t *consts = n->consts + n->first_const[p->index];
    for (uint32_t i = 0; i < p->bc->nconst; i++) consts[i] = p->consts[i].bits;
}

void native_enter_by(Proto *p, NativeEntry entry) {
    if (p->generator) {
        __atomic_store_n(&p->resume, (void *)entry, __ATOMIC_RELEASE);
        return;
    }
    __atomic_store_n(&p->native, (void *)entry, __ATOMIC_RELEASE);
    if (p->nregs <= DIRECT_NREGS_MAX) p->direct_nargs = p->plain_nargs;
    if (p->entry != (void *)native_enter) p->entry_below = p->entry;
    __atomic_store_n(&p->entry, (void *)native_enter, __ATOMIC_RELEASE);
}

// --- what compiled modules keep alive: as long as the part they are attached to

typedef struct Attached {
    struct Attached *next;
    const NativeModule *n;
} Attached;

static void trace_attached(const CodePart *part, Tracer *tracer) {
    for (const Attached *a = part->native; a; a = a->next) {
        tracer_values(tracer, (Value *)a->n->seen, a->n->nproto);
        tracer_values(tracer, (Value *)a->n->objects, a->n->nobjects);
        native_classes_trace(a->n, tracer);
    }
}

static void add_keeper(void) {
    static CodeKeeper keeper = {.trace = trace_attached};
    code_add_keeper(&keeper);
}

static void note_attached(CodePart *part, const NativeModule *n) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, add_keeper);
    Attached *a = malloc(sizeof *a);
    if (!a) base_fail_memory();
    *a = (Attached){part->native, n};
    __atomic_store_n(&part->native, a, __ATOMIC_RELEASE);
}

void native_detach(CodePart *part, const NativeModule *n) {
    native_classes_forget(n);
    for (Attached **link = (Attached **)&part->native; *link; link = &(*link)->next) {
        Attached *a = *link;
        if (a->n != n) continue;
        *link = a->next;
        free(a);
        return;
    }
}

void native_attach_tables(CodePart *part, const NativeModule *n) {
    *n->globals = part->module->slots;
    *n->linked = part->module->linked;
    for (uint32_t i = 0; i < n->nproto; i++) n->protos[i] = &part->protos[i];
    note_attached(part, n);
    for (uint32_t i = 0; i < n->nproto; i++) attach_proto(&part->protos[i], n);
}

void native_attach(CodePart *part, const NativeModule *n) {
    native_attach_tables(part, n);
    for (uint32_t i = 0; i < n->nproto; i++)
        if (n->entries[i]) native_enter_by(&part->protos[i], n->entries[i]);
}

NativeEntry native_attach_unit(CodePart *part, const NativeModule *n, uint32_t proto, const Value *objects) {
    for (uint32_t i = 0; i < n->nobjects; i++) n->objects[i] = objects[i].bits;
    native_attach_tables(part, n);
    return n->entries[proto];
}

// --- compiling at the first call

static NativeCompile compile_unit;

// The entry before any compiling: the same for all plain functions, and for all generators.
static void **bytecode_entry(const Proto *p) {
    static void *entries[2];
    return &entries[p->generator];
}

static NativeSeen hinted(const BcProto *bc, uint32_t param) {
    switch (bc->param_hints ? bc->param_hints[param] : BC_HINT_ANY) {
    case BC_HINT_INT: return NATIVE_SEEN_INT;
    case BC_HINT_FLOAT: return NATIVE_SEEN_FLOAT;
    default: return NATIVE_SEEN_OTHER;
    }
}

static const NativeModule *compile_outside(Thread *t, const Proto *p, uint8_t *seen) {
    Registers registers;
    threads_leave(t, &registers);
    const NativeModule *n = compile_unit(p->part->bc, &(NativeUnit){.proto = p->index, .seen = seen});
    threads_enter(t, &registers);
    return n;
}

static INTERP_CALLCONV Value enter_first(INTERP_PARAMS);

static void compile_first(Thread *t, Proto *p) {
    if (p->entry != (void *)enter_first) return;   // another thread was first
    uint8_t *seen = calloc(p->nregs + 1, 1);
    if (!seen) base_fail_memory();
    for (uint32_t i = 0; i < p->nparams; i++) seen[i] = hinted(p->bc, i);
    const NativeModule *n = compile_outside(t, p, seen);
    free(seen);
    NativeEntry entry = n ? native_attach_unit(p->part, n, p->index, NULL) : NULL;
    __atomic_store_n(&p->entry, *bytecode_entry(p), __ATOMIC_RELEASE);
    if (entry) native_enter_by(p, entry);
}

static INTERP_CALLCONV Value enter_first(INTERP_PARAMS) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    static ThreadLock compiling;
    t->base = base;
    thread_lock(t, &compiling);
    compile_first(t, p);
    thread_unlock(t, &compiling);
    [[clang::musttail]] return ((InterpFn)p->entry)(t, pc, base, k, insn, ret);
}

void native_attach_lazily(CodePart *part, NativeCompile compile) {
    compile_unit = compile;
    CODE_EACH_PROTO(part, p) {
        *bytecode_entry(p) = p->entry;
        p->entry = (void *)enter_first;
    }
}

// --- symbols

static const struct {
    const char *name;
    void *address;
} symbols[] = {
#define HELPER(name, signature) {#name, (void *)name},
#include "compiler/native/native_helpers.def"
#undef HELPER
#define FACT(name, shape, meaning) {"shape_" #shape, &shape_##shape},
#include "compiler/native/native_facts.def"
#undef FACT
    {"shape_str_shared", &shape_str_shared},
    {"shape_generator", &shape_generator},
    {"str_char_cache", str_char_cache},
    {"str_near_kinds", str_near_kinds},
    {"native_clock", &native_clock},
    {"native_known", native_known},
    {"native_known_home", native_known_home},
};

void *native_symbol(const char *name) {
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++)
        if (strcmp(symbols[i].name, name) == 0) return symbols[i].address;
    return NULL;
}
