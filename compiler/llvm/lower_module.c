// One module: types, the tables compiled code reads, declarations, and the descriptor that the loader finds.
#include "lower.h"

#include "compiler/passes/predict.h"

#include <stdio.h>
#include <string.h>

// --- types and declarations

static void make_types(LowerModule *m) {
    m->i1 = LLVMInt1TypeInContext(m->context);
    m->i8 = LLVMInt8TypeInContext(m->context);
    m->i32 = LLVMInt32TypeInContext(m->context);
    m->i64 = LLVMInt64TypeInContext(m->context);
    m->f64 = LLVMDoubleTypeInContext(m->context);
    m->ptr = LLVMPointerTypeInContext(m->context, 0);
    m->none = LLVMVoidTypeInContext(m->context);
    m->result_int = LLVMStructTypeInContext(m->context, (LLVMTypeRef[]){m->i64, m->i64}, 2, 0);
    m->result_float = LLVMStructTypeInContext(m->context, (LLVMTypeRef[]){m->f64, m->i64}, 2, 0);
}

static LLVMValueRef weights(LowerModule *m, uint32_t first, uint32_t second) {
    LLVMMetadataRef parts[3] = {
        LLVMMDStringInContext2(m->context, "branch_weights", strlen("branch_weights")),
        LLVMValueAsMetadata(LLVMConstInt(m->i32, first, 0)),
        LLVMValueAsMetadata(LLVMConstInt(m->i32, second, 0)),
    };
    return LLVMMetadataAsValue(m->context, LLVMMDNodeInContext2(m->context, parts, 3));
}

// Fields at different places never share memory: each place is a kind of its own, below that of fields. Those far behind are the latter.
static void make_field_tags(LowerModule *m, LLVMMetadataRef fields) {
    LLVMMetadataRef zero = LLVMValueAsMetadata(LLVMConstInt(m->i64, 0, 0));
    for (uint32_t i = 0; i < LOWER_FIELD_KINDS; i++) {
        char name[16];
        int length = snprintf(name, sizeof name, "field %u", i);
        LLVMMetadataRef type[3] = {LLVMMDStringInContext2(m->context, name, (size_t)length), fields, zero};
        LLVMMetadataRef node = LLVMMDNodeInContext2(m->context, type, 3), tag[3] = {node, node, zero};
        m->field_tags[i] = LLVMMetadataAsValue(m->context, LLVMMDNodeInContext2(m->context, tag, 3));
    }
}

// A tree of kinds of memory, all children of one root.
static void make_memory_tags(LowerModule *m) {
    static const char *const names[LOWER_MEMORY_COUNT] = {"list", "capacity", "items", "bytes", "frame", "shape", "fields", "cells", "globals", "classes", "thread", "heap"};
    LLVMMetadataRef root_name = LLVMMDStringInContext2(m->context, "otter", strlen("otter"));
    LLVMMetadataRef root = LLVMMDNodeInContext2(m->context, &root_name, 1), zero = LLVMValueAsMetadata(LLVMConstInt(m->i64, 0, 0));
    for (uint32_t i = 0; i < LOWER_MEMORY_COUNT; i++) {
        LLVMMetadataRef type[3] = {LLVMMDStringInContext2(m->context, names[i], strlen(names[i])), root, zero};
        LLVMMetadataRef node = LLVMMDNodeInContext2(m->context, type, 3), tag[3] = {node, node, zero};
        m->memory_tags[i] = LLVMMetadataAsValue(m->context, LLVMMDNodeInContext2(m->context, tag, 3));
        if (i == LOWER_FIELDS) make_field_tags(m, node);
    }
}

static void make_metadata(LowerModule *m) {
    m->prof_kind = LLVMGetMDKindIDInContext(m->context, "prof", 4);
    m->invariant_kind = LLVMGetMDKindIDInContext(m->context, "invariant.load", 14);
    m->empty_node = LLVMMetadataAsValue(m->context, LLVMMDNodeInContext2(m->context, NULL, 0));
    m->tbaa_kind = LLVMGetMDKindIDInContext(m->context, "tbaa", 4);
    make_memory_tags(m);
    m->likely = weights(m, 2000, 1);
    m->unlikely = weights(m, 1, 2000);
}

LLVMTypeRef lower_type(const LowerModule *m, SsaType type) {
    switch (type) {
    case SSA_TYPE_FLOAT: return m->f64;
    case SSA_TYPE_BOOL: return m->i1;
    default: return m->i64;
    }
}

LLVMTypeRef lower_result_type(const LowerModule *m, SsaType type) {
    switch (type) {
    case SSA_TYPE_INT: case SSA_TYPE_WORD: return m->result_int;
    case SSA_TYPE_FLOAT: return m->result_float;
    default: return m->i64;
    }
}

static LLVMTypeRef letter_type(const LowerModule *m, char letter) {
    switch (letter) {
    case 'v': case 'q': return m->i64;
    case 'i': return m->i32;
    case 'd': return m->f64;
    case '-': return m->none;
    default: return m->ptr;
    }
}

void lower_attribute(const LowerModule *m, LLVMValueRef function, const char *name) {
    unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));
    LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(m->context, kind, 0));
}

LowerCallee lower_helper(LowerModule *m, LowerHelper which) {
    static const struct {
        const char *name, *signature;
    } infos[HELPER_COUNT] = {
#define HELPER(name, signature) {#name, signature},
#include "compiler/native/native_helpers.def"
#undef HELPER
    };
    LowerCallee *helper = &m->helpers[which];
    if (helper->function) return *helper;
    const char *signature = infos[which].signature;
    LLVMTypeRef params[8];
    uint32_t n = 0;
    for (const char *letter = signature + 1; *letter; letter++) params[n++] = letter_type(m, *letter);
    helper->type = LLVMFunctionType(letter_type(m, signature[0]), params, n, 0);
    helper->function = LLVMAddFunction(m->module, infos[which].name, helper->type);
    lower_attribute(m, helper->function, "nounwind");
    return *helper;
}

// --- tables

static LLVMValueRef table(LowerModule *m, const char *name, LLVMTypeRef type) {
    LLVMValueRef global = LLVMAddGlobal(m->module, type, name);
    LLVMSetInitializer(global, LLVMConstNull(type));
    LLVMSetLinkage(global, LLVMInternalLinkage);
    return global;
}

// In an executable it is near; in memory the code may lie anywhere.
LLVMValueRef lower_outside(LowerModule *m, const char *name) {
    LLVMValueRef global = LLVMGetNamedGlobal(m->module, name);
    if (global) return global;
    global = LLVMAddGlobal(m->module, m->i8, name);
    if (!m->in_memory) LLVMSetVisibility(global, LLVMHiddenVisibility);
    return global;
}

LLVMValueRef lower_fact_shape(LowerModule *m, SsaFact fact) {
    static const char *const symbols[SSA_FACT_COUNT] = {
        NULL,
#define FACT(name, shape, meaning) "shape_" #shape,
#include "compiler/native/native_facts.def"
#undef FACT
    };
    if (!m->shapes[fact]) m->shapes[fact] = lower_outside(m, symbols[fact]);
    return m->shapes[fact];
}

static void make_tables(LowerModule *m) {
    const BcModule *bc = m->ssa->bc;
    m->first_const = arena_new_array(m->ssa->arena, uint32_t, bc->nproto + 1);
    for (uint32_t i = 0; i < bc->nproto; i++) m->first_const[i + 1] = m->first_const[i] + bc->protos[i]->nconst;
    m->consts_type = LLVMArrayType2(m->i64, m->first_const[bc->nproto]);
    m->seen_type = LLVMArrayType2(m->i64, bc->nproto);
    m->consts = table(m, "consts", m->consts_type);
    m->seen = table(m, "seen", m->seen_type);
    m->protos_type = LLVMArrayType2(m->ptr, bc->nproto);
    m->protos = table(m, "protos", m->protos_type);
    m->objects_type = LLVMArrayType2(m->i64, m->ssa->nconstant);
    if (m->ssa->nconstant) m->objects = table(m, "objects", m->objects_type);
    m->globals = table(m, "globals", m->ptr);
    m->linked = table(m, "linked", m->ptr);
    m->shape_list = lower_fact_shape(m, SSA_FACT_LIST);
    m->shape_tuple = lower_fact_shape(m, SSA_FACT_TUPLE);
}

// --- what several objects share

void lower_share(LowerModule *m, LLVMValueRef global) {
    LLVMSetLinkage(global, m->prefix ? LLVMExternalLinkage : LLVMInternalLinkage);
    if (!m->prefix) return;
    StrBuf name = {0};
    size_t length;
    const char *old = LLVMGetValueName2(global, &length);
    strbuf_put_format(&name, "%s.", m->prefix);
    strbuf_put_bytes(&name, old, length);
    LLVMSetValueName2(global, name.bytes, name.length);
    LLVMSetVisibility(global, LLVMHiddenVisibility);
    strbuf_fini(&name);
}

// The variables made so far: they are the same in each of the objects.
static void share_variables(LowerModule *m, bool declares) {
    for (LLVMValueRef g = LLVMGetFirstGlobal(m->module); m->prefix && g; g = LLVMGetNextGlobal(g)) {
        if (!LLVMGetInitializer(g)) continue;
        lower_share(m, g);
        if (declares) LLVMSetInitializer(g, NULL);
    }
}

static bool is_mine(const LowerModule *m, uint32_t index) { return m->ssa->functions.items[index]->wanted && (!m->mine || m->mine[index]); }

// Where the entry of a prototype is made.
static bool has_entry(const LowerModule *m, uint32_t proto, bool declares) {
    const SsaFunction *f = m->ssa->of_proto[proto];
    while (f && !f->wanted) f = f->next;
    return f ? is_mine(m, f->index) : !declares;
}

// --- bodies

static void name_body(const SsaFunction *f, StrBuf *name) {
    strbuf_put_bytes(name, f->bc->qualname.text, f->bc->qualname.length);
    if (f->regs) strbuf_put_format(name, "@%u", f->start);
    if (f->self) strbuf_put_format(name, "%s%s", f->fresh ? "!" : "^", predict_class(f->module->predict, f->self)->name->text);
    if (f->closure) strbuf_put_format(name, "*%u", f->closure);
    for (uint32_t i = 0; i < f->nparams; i++)
        if (f->key[i] != SSA_TYPE_VALUE) strbuf_put_format(name, "%c%u:%s", i ? ',' : '$', i, ssa_type_name(f->key[i]));
}

bool lower_is_rare(const LowerModule *m, const SsaFunction *f) { return m->rare && m->rare[f->proto]; }

void lower_plainly(const LowerModule *m, LLVMValueRef function) {
    lower_attribute(m, function, "noinline");
    lower_attribute(m, function, "optnone");
}

enum { INLINED_MAX = 40 };  // instructions

// Small enough to be part of each caller? An exit inside goes on in the bytecode with the frame that the call has prepared, and
// gives its result as the call.
static bool is_small(const SsaFunction *f) {
    uint32_t size = 0;
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        size += f->blocks.items[n].insns.count;
        for (uint32_t e = 0; e < f->blocks.items[n].nsucc; e++)
            if (f->blocks.items[n].succ[e] <= n && n > 1) return false;
    }
    return size <= INLINED_MAX;
}

static void declare_body(LowerModule *m, uint32_t index) {
    const SsaFunction *f = m->ssa->functions.items[index];
    LLVMTypeRef params[2 + 256] = {m->ptr, m->ptr};
    for (uint32_t i = 0; i < f->nparams; i++) params[i + 2] = lower_type(m, f->key[i]);
    if (f->resumable) params[2] = m->i64;
    LowerCallee *body = &m->bodies[index];
    StrBuf name = {0};
    name_body(f, &name);
    body->type = LLVMFunctionType(lower_result_type(m, f->result), params, 2 + (f->resumable ? 1 : f->nparams), 0);
    body->function = LLVMAddFunction(m->module, strbuf_text(&name), body->type);
    strbuf_fini(&name);
    lower_share(m, body->function);
    LLVMSetFunctionCallConv(body->function, LLVMFastCallConv);
    lower_attribute(m, body->function, "nounwind");
    bool plainly = lower_is_rare(m, f);
    if (!plainly && lower_is_leaf(f) && is_small(f)) lower_attribute(m, body->function, "alwaysinline");
    if (plainly) lower_plainly(m, body->function);
    m->called[index] = body->function;
    if (!lower_is_quick(m, f)) return;
    m->called[index] = LLVMAddFunction(m->module, "quick", body->type);
    LLVMSetLinkage(m->called[index], LLVMInternalLinkage);
    LLVMSetFunctionCallConv(m->called[index], LLVMFastCallConv);
    lower_attribute(m, m->called[index], "nounwind");
    lower_attribute(m, m->called[index], "alwaysinline");
}

// What callers take in is there for all of them, in each object.
static void lower_body(LowerModule *m, uint32_t index) {
    SsaFunction *f = m->ssa->functions.items[index];
    if (is_mine(m, index)) lower_function(m, f);
    if (m->called[index] != m->bodies[index].function) lower_quick(m, f, m->called[index], m->bodies[index]);
}

static void declare_bodies(LowerModule *m) {
    uint32_t count = m->ssa->functions.count;
    m->bodies = arena_new_array(m->ssa->arena, LowerCallee, count);
    m->called = arena_new_array(m->ssa->arena, LLVMValueRef, count);
    for (uint32_t i = 0; i < count; i++)
        if (m->ssa->functions.items[i]->wanted) declare_body(m, i);
}

static void lower_bodies(LowerModule *m) {
    uint32_t count = m->ssa->functions.count;
    for (uint32_t i = 0; i < count; i++)
        if (m->ssa->functions.items[i]->wanted) lower_body(m, i);
}

// --- the descriptor, NativeModule

static LLVMValueRef constant_global(LowerModule *m, const char *name, LLVMValueRef initializer) {
    LLVMValueRef global = LLVMAddGlobal(m->module, LLVMTypeOf(initializer), name);
    LLVMSetInitializer(global, initializer);
    LLVMSetLinkage(global, LLVMInternalLinkage);
    LLVMSetGlobalConstant(global, 1);
    LLVMSetAlignment(global, 8);
    return global;
}

static LLVMValueRef bytes_global(LowerModule *m, const char *name, const void *bytes, size_t size, bool text) {
    return constant_global(m, name, LLVMConstStringInContext2(m->context, bytes, size, !text));
}

// Before anything is lowered, so that names are the same in all objects.
static LLVMValueRef *declare_entries(LowerModule *m, const LowerRequest *r) {
    uint32_t count = m->ssa->bc->nproto;
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, count);
    for (uint32_t i = 0; i < count; i++) items[i] = r->compiled[i] ? lower_declare_entry(m, i) : LLVMConstNull(m->ptr);
    return items;
}

static void lower_entries(LowerModule *m, const LowerRequest *r, LLVMValueRef *entries) {
    for (uint32_t i = 0; i < m->ssa->bc->nproto; i++)
        if (r->compiled[i] && has_entry(m, i, r->declares)) lower_entry(m, i, entries[i]);
}

static LLVMValueRef first_consts(LowerModule *m) {
    uint32_t count = m->ssa->bc->nproto + 1;
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, count);
    for (uint32_t i = 0; i < count; i++) items[i] = LLVMConstInt(m->i32, m->first_const[i], 0);
    return constant_global(m, "first_const", LLVMConstArray2(m->i32, items, count));
}

static void make_descriptor(LowerModule *m, const LowerRequest *r, LLVMValueRef *entries) {
    LLVMValueRef null = LLVMConstNull(m->ptr);
    LLVMValueRef fields[] = {
        bytes_global(m, "name", r->module_name, strlen(r->module_name), true),
        r->bytecode ? bytes_global(m, "bytecode", r->bytecode, r->bytecode_size, false) : null,
        LLVMConstInt(m->i64, r->bytecode_size, 0),
        LLVMConstInt(m->i32, m->ssa->bc->nproto, 0),
        constant_global(m, "entries", LLVMConstArray2(m->ptr, entries, m->ssa->bc->nproto)),
        first_consts(m),
        m->consts,
        m->globals,
        m->linked,
        m->seen,
        m->protos,
        m->nclasses ? m->classes : null,
        LLVMConstInt(m->i64, m->nclasses, 0),
        m->objects ? m->objects : null,
        LLVMConstInt(m->i64, m->ssa->nconstant, 0),
    };
    LLVMValueRef value = LLVMConstStructInContext(m->context, fields, sizeof fields / sizeof fields[0], 0);
    LLVMValueRef global = LLVMAddGlobal(m->module, LLVMTypeOf(value), r->exported);
    LLVMSetInitializer(global, value);
    LLVMSetGlobalConstant(global, 1);
}

static void make_module_table(LowerModule *m, const LowerRequest *r) {
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, r->ntable);
    for (uint32_t i = 0; i < r->ntable; i++) {
        items[i] = LLVMGetNamedGlobal(m->module, r->table[i]);
        if (!items[i]) items[i] = lower_outside(m, r->table[i]);
    }
    LLVMValueRef list = LLVMConstArray2(m->ptr, items, r->ntable);
    LLVMValueRef modules = LLVMAddGlobal(m->module, LLVMTypeOf(list), "native_modules");
    LLVMSetInitializer(modules, list);
    LLVMValueRef count = LLVMAddGlobal(m->module, m->i32, "native_module_count");
    LLVMSetInitializer(count, LLVMConstInt(m->i32, r->ntable, 0));
}

void lower_module(LowerModule *m, const LowerRequest *request) {
    m->in_memory = !request->bytecode;
    make_types(m);
    make_metadata(m);
    make_tables(m);
    lower_class_tables(m);
    m->prefix = m->mine ? request->exported : NULL;
    share_variables(m, request->declares);
    lower_lines_begin(m);
    lower_exits_init(m);
    declare_bodies(m);
    LLVMValueRef *entries = declare_entries(m, request);
    lower_bodies(m);
    lower_entries(m, request, entries);
    lower_exits_fini(m);
    if (!request->declares) make_descriptor(m, request, entries);
    lower_lines_end(m);
    if (request->table && !request->declares) make_module_table(m, request);
}
