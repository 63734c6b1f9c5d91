// Objects of program classes: tests of their shapes, fields, allocation and calls of their methods; and the tables with which the loader
// finds out whether the classes are as predicted (compiler/native/native_module.h). A cell is zero until then, which no
// object's shape is.
#include "lower.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "compiler/native/native_module.h"
#include "compiler/passes/predict.h"
#include "lower_parts.h"

// --- tables

static LLVMValueRef text_pointer(LowerModule *m, const char *text) {
    LLVMValueRef bytes = LLVMConstStringInContext2(m->context, text, strlen(text), 0);
    LLVMValueRef global = LLVMAddGlobal(m->module, LLVMTypeOf(bytes), "text");
    LLVMSetInitializer(global, bytes);
    LLVMSetLinkage(global, LLVMInternalLinkage);
    LLVMSetGlobalConstant(global, 1);
    return global;
}

static LLVMValueRef constant_array(LowerModule *m, LLVMTypeRef type, LLVMValueRef *items, uint32_t n) {
    LLVMValueRef value = LLVMConstArray2(type, items, n);
    LLVMValueRef global = LLVMAddGlobal(m->module, LLVMTypeOf(value), "class_data");
    LLVMSetInitializer(global, value);
    LLVMSetLinkage(global, LLVMInternalLinkage);
    LLVMSetGlobalConstant(global, 1);
    return global;
}

static LLVMValueRef fields_of(LowerModule *m, const PredictClass *c) {
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, c->nlayout + 1);
    for (uint32_t i = 0; i < c->nlayout; i++) items[i] = text_pointer(m, c->layout[i]->text);
    return constant_array(m, m->ptr, items, c->nlayout);
}

static LLVMValueRef method_record(LowerModule *m, const PredictAttr *attr, uint32_t from) {
    LLVMValueRef proto = LLVMConstInt(m->i32, (uint64_t)attr->proto, 0), getter = LLVMConstInt(m->i32, attr->kind == ATTR_IS_PROPERTY, 0);
    return LLVMConstStructInContext(m->context, (LLVMValueRef[]){text_pointer(m, attr->name->text), proto, getter, LLVMConstInt(m->i32, from, 0)}, 4, 0);
}

// May one of the others reach it by super()? Then it is looked up in class c, though the nearest definition is the one of cls.
static bool may_be_super(const Predict *p, uint32_t cls, uint32_t c, const PredictAttr *attr) {
    if (attr->kind != ATTR_IS_METHOD || attr->proto < 0 || !predict_class(p, cls)->base) return false;
    return atom_is(attr->name, "__init__") || (c != cls && predict_attr(p, cls, attr->name) != attr);
}

// What look-ups of methods and properties on its instances find, bases included: nearer definitions first. Then those that one of
// the others may reach by super().
static LLVMValueRef methods_of(LowerModule *m, uint32_t cls, uint32_t *count) {
    const Predict *p = m->ssa->predict;
    uint32_t n = 0;
    for (uint32_t c = cls; c; c = (uint32_t)predict_class(p, c)->base) n += 2 * predict_class(p, c)->attrs.count + 1;
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, n);
    LLVMTypeRef type = LLVMStructTypeInContext(m->context, (LLVMTypeRef[]){m->ptr, m->i32, m->i32, m->i32}, 4, 0);
    *count = 0;
    for (uint32_t c = cls; c; c = (uint32_t)predict_class(p, c)->base)
        for (uint32_t i = 0; i < predict_class(p, c)->attrs.count; i++) {
            const PredictAttr *attr = &predict_class(p, c)->attrs.items[i];
            if ((attr->kind != ATTR_IS_METHOD && attr->kind != ATTR_IS_PROPERTY) || attr->proto < 0 || predict_attr(p, cls, attr->name) != attr) continue;
            items[(*count)++] = method_record(m, attr, 0);
        }
    for (uint32_t c = cls; c; c = (uint32_t)predict_class(p, c)->base)
        for (uint32_t i = 0; i < predict_class(p, c)->attrs.count; i++) {
            const PredictAttr *attr = &predict_class(p, c)->attrs.items[i];
            if (may_be_super(p, cls, c, attr)) items[(*count)++] = method_record(m, attr, predict_class(p, c)->slot + 1);
        }
    return constant_array(m, type, items, *count);
}

static LLVMValueRef element(const LowerModule *m, LLVMTypeRef type, LLVMValueRef array, uint32_t index) {
    LLVMValueRef at = LLVMConstInt(m->i64, index, 0);
    return LLVMConstInBoundsGEP2(type, array, &at, 1);
}

enum { COMPARISONS = 6 };  // come first among native_operators.def

// The special methods that compiled code takes the class not to have.
static uint64_t absent_of(LowerModule *m, uint32_t cls) {
    static const char *const names[] = {
#define ABSENT(name) #name,
#include "compiler/native/native_operators.def"
#undef ABSENT
    };
    uint64_t absent = 0;
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char text[32];
        int n = snprintf(text, sizeof text, "__%s__", names[i]);
        for (int k = 2; k < n - 2; k++) text[k] = (char)tolower(text[k]);
        const Atom *name = predict_name(m->ssa->predict, &(BcStr){text, (uint32_t)n});
        bool compares = i < COMPARISONS && predict_derives_dataclass(m->ssa->predict, cls);
        if (!compares && (!name || !predict_attr(m->ssa->predict, cls, name))) absent |= 1ull << i;
    }
    return absent;
}

static LLVMValueRef class_record(LowerModule *m, uint32_t cls, LLVMTypeRef *type) {
    const PredictClass *c = predict_class(m->ssa->predict, cls);
    uint32_t nmethods = 0;
    LLVMValueRef methods = c->first_cell ? methods_of(m, cls, &nmethods) : LLVMConstNull(m->ptr);
    LLVMValueRef fields[] = {
        LLVMConstInt(m->i32, c->slot, 0), LLVMConstInt(m->i32, c->first_cell, 0),
        LLVMConstInt(m->i32, c->nlayout, 0), LLVMConstInt(m->i32, nmethods, 0),
        LLVMConstInt(m->i64, c->generated, 0), fields_of(m, c), methods, m->cells, LLVMConstInt(m->i64, absent_of(m, cls), 0), m->seen, element(m, m->i64, m->class_state, 2 * cls),
    };
    LLVMValueRef record = LLVMConstStructInContext(m->context, fields, sizeof fields / sizeof fields[0], 0);
    *type = LLVMTypeOf(record);
    return record;
}

// One record per class, the first for none; the last is followed by nothing, the count is in the module's descriptor.
void lower_class_tables(LowerModule *m) {
    const Predict *p = m->ssa->predict;
    m->nclasses = p && predict_cell_count(p) ? predict_class_count(p) : 0;
    if (!m->nclasses) return;
    LLVMTypeRef cells = LLVMArrayType2(m->ptr, predict_cell_count(p) + 1), state = LLVMArrayType2(m->i64, 2 * m->nclasses), type = m->i64;
    m->cells = LLVMAddGlobal(m->module, cells, "cells");
    m->class_state = LLVMAddGlobal(m->module, state, "class_state");
    LLVMSetInitializer(m->cells, LLVMConstNull(cells));
    LLVMSetInitializer(m->class_state, LLVMConstNull(state));
    LLVMSetLinkage(m->cells, LLVMInternalLinkage);
    LLVMSetLinkage(m->class_state, LLVMInternalLinkage);
    LLVMValueRef *records = arena_new_array(m->ssa->arena, LLVMValueRef, m->nclasses);
    for (uint32_t c = 0; c < m->nclasses; c++) records[c] = class_record(m, c, &type);
    m->classes = constant_array(m, type, records, m->nclasses);
}

// --- shapes

static LLVMValueRef cell(LowerFunction *lf, uint64_t number) {
    return lower_load(lf, lf->m->ptr, element(lf->m, lf->m->ptr, lf->m->cells, (uint32_t)number), LOWER_CLASSES);
}

static LLVMValueRef shape_of(LowerFunction *lf, LLVMValueRef object) {
    return lower_load(lf, lf->m->ptr, lower_object_field(lf, object, LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
}

static bool made_as_object(const LowerFunction *lf, SsaRef r) { return ssa_at(lf->f, r)->op == SSA_NEW_OBJECT; }

static LLVMValueRef is_shape(LowerFunction *lf, const SsaInsn *insn) {
    return LLVMBuildICmp(lf->b, LLVMIntEQ, shape_of(lf, lower_arg(lf, insn, 0)), cell(lf, (uint64_t)insn->imm), "");
}

// Out of line: classes are looked at when they are first met.
static void guard_shape(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    LLVMBasicBlockRef look = lower_new_block(lf, "look"), done = lower_new_block(lf, "shaped");
    if (!made_as_object(lf, insn->args[0])) lower_require(lf, lower_is_object(lf, v), lower_exit_target(lf, insn));
    LLVMValueRef shape = shape_of(lf, v);
    for (uint64_t cells = (uint64_t)insn->imm; cells; cells >>= 16) {
        LLVMBasicBlockRef other = cells >> 16 ? lower_new_block(lf, "other") : look;
        LLVMValueRef same = LLVMBuildICmp(lf->b, LLVMIntEQ, shape, cell(lf, cells & 0xFFFF), "");
        lower_branch(lf, same, done, other, lf->m->likely);
        lower_set_block(lf, other);
    }
    LLVMValueRef fits = LOWER_CALL(lf, native_fits_shape, v, lf->base, lf->m->classes, lower_i64(lf, (uint64_t)insn->imm));
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, lower_tag(lf, fits, LOWER_CLASSES), lower_i32(lf, 0), ""));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

// --- fields

static LLVMValueRef field_address(LowerFunction *lf, const SsaInsn *insn) {
    return lower_object_field(lf, lower_arg(lf, insn, 0), LAYOUT_INSTANCE_FIELDS + 8 * (uint32_t)insn->imm);
}

// The access is to a field at the place the instruction says.
static LLVMValueRef tag_field(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef access) {
    if (insn->imm < LOWER_FIELD_KINDS) LLVMSetMetadata(access, lf->m->tbaa_kind, lf->m->field_tags[insn->imm]);
    return access;
}

static void set_field(LowerFunction *lf, const SsaInsn *insn) {
    tag_field(lf, insn, lower_store(lf, lower_arg(lf, insn, 1), field_address(lf, insn), LOWER_FIELDS));
    if (insn->aux) lower_store(lf, cell(lf, insn->aux), lower_object_field(lf, lower_arg(lf, insn, 0), LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
}

// --- allocation (stdlib/runtime/heap.h, HeapLocal)

static uint32_t class_of_cell(const LowerFunction *lf, uint64_t number) {
    uint32_t c = 1;
    while (predict_class(lf->m->ssa->predict, c)->first_cell != number) c++;
    return c;
}

static void mark_start(LowerFunction *lf, LLVMValueRef address) {
    LLVMValueRef bits = LLVMBuildPtrToInt(lf->b, address, lf->m->i64, "");
    LLVMValueRef chunk = LLVMBuildAnd(lf->b, bits, lower_i64(lf, ~(uint64_t)(LAYOUT_CHUNK_BYTES - 1)), "");
    LLVMValueRef granule = LLVMBuildLShr(lf->b, LLVMBuildSub(lf->b, bits, chunk, ""), lower_i64(lf, 4), "");
    LLVMValueRef mark = LLVMBuildIntToPtr(lf->b, LLVMBuildAdd(lf->b, chunk, granule, ""), lf->m->ptr, "");
    lower_store(lf, LLVMConstInt(lf->m->i8, LAYOUT_META_START, 0), mark, LOWER_HEAP);
}

static LLVMValueRef bump(LowerFunction *lf, LLVMValueRef shape, LLVMValueRef size, LLVMBasicBlockRef full) {
    LLVMValueRef top = lower_field(lf, lf->thread, LAYOUT_THREAD_HEAP_BUMP);
    LLVMValueRef at = lower_load(lf, lf->m->ptr, top, LOWER_THREAD);
    LLVMValueRef limit = lower_load(lf, lf->m->ptr, lower_field(lf, lf->thread, LAYOUT_THREAD_HEAP_LIMIT), LOWER_THREAD);
    LLVMValueRef start = LLVMBuildPtrToInt(lf->b, at, lf->m->i64, "");
    LLVMValueRef room = LLVMBuildSub(lf->b, LLVMBuildPtrToInt(lf->b, limit, lf->m->i64, ""), start, "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntUGE, room, size, ""), full);
    lower_store(lf, LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, at, &size, 1, ""), top, LOWER_THREAD);
    mark_start(lf, at);
    lower_store(lf, shape, at, LOWER_SHAPE);
    return LLVMBuildAdd(lf->b, start, lower_i64(lf, 1), "");
}

static void require_class(LowerFunction *lf, LLVMValueRef shape, LLVMBasicBlockRef otherwise) {
    LLVMValueRef bits = LLVMBuildPtrToInt(lf->b, shape, lf->m->i64, "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntUGT, bits, lower_i64(lf, NATIVE_CELL_BROKEN), ""), otherwise);
}

// The runtime looks at the class, or collects.
static LLVMValueRef new_object_slowly(LowerFunction *lf, const SsaInsn *insn, uint32_t cls) {
    LLVMValueRef made = LOWER_CALL(lf, native_new_object, lf->base, lf->m->classes, lower_i32(lf, cls));
    lower_check_value(lf, insn, made);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, made, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""));
    return made;
}

static LLVMValueRef new_object(LowerFunction *lf, const SsaInsn *insn) {
    uint32_t cls = class_of_cell(lf, (uint64_t)insn->imm);
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "made");
    LLVMValueRef shape = cell(lf, (uint64_t)insn->imm);
    require_class(lf, shape, slow);
    LLVMValueRef size = lower_load(lf, lf->m->i64, element(lf->m, lf->m->i64, lf->m->class_state, 2 * cls), LOWER_CLASSES);
    LLVMValueRef quick = bump(lf, shape, size, slow);
    LLVMBasicBlockRef after_quick = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    LLVMValueRef full = new_object_slowly(lf, insn, cls);
    LLVMBasicBlockRef after_slow = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, after_quick, full, after_slow);
}

// --- objects that are not made

static void guard_class(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "class_is");
    require_class(lf, cell(lf, (uint64_t)insn->imm), slow);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    new_object_slowly(lf, insn, class_of_cell(lf, (uint64_t)insn->imm));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

static LLVMValueRef field_room(LowerFunction *lf) {
    if (lf->object_fields) return lf->object_fields;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), entry = LLVMGetEntryBasicBlock(lf->function);
    LLVMPositionBuilderBefore(lf->b, LLVMGetFirstInstruction(entry));
    lf->object_fields = LLVMBuildAlloca(lf->b, LLVMArrayType2(lf->m->i64, PASS_OBJECT_FIELDS_MAX), "fields");
    lower_set_block(lf, here);
    return lf->object_fields;
}

LLVMValueRef lower_object_at(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef fields[PASS_OBJECT_FIELDS_MAX], room = field_room(lf);
    for (uint32_t i = 0; i < insn->nargs; i++) fields[i] = lower_box_cold(lf, insn->args[i]);
    for (uint32_t i = 0; i < insn->nargs; i++) LLVMBuildStore(lf->b, fields[i], lower_field(lf, room, 8 * i));
    return LOWER_CALL(lf, native_object_at, lf->m->classes, lower_i32(lf, class_of_cell(lf, (uint64_t)insn->imm)), room);
}

// --- functions

static LLVMValueRef answer(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    LLVMBasicBlockRef declined = lower_new_block(lf, "declined"), done = lower_new_block(lf, "answered"), here = LLVMGetInsertBlock(lf->b);
    LLVMValueRef declines = LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, (uint64_t)BC_SINGLETON_NOTIMPLEMENTED << 4 | 9), "");
    lower_branch(lf, declines, declined, done, lf->m->unlikely);
    lower_set_block(lf, declined);
    LLVMValueRef other = LOWER_CALL(lf, native_declined, lower_i32(lf, (uint32_t)insn->imm), lower_arg(lf, insn, 1), lower_arg(lf, insn, 2));
    lower_check_value(lf, insn, other);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, v, here, other, after);
}

LLVMValueRef lower_function_of(LowerFunction *lf, uint32_t proto) {
    LLVMValueRef index[2] = {lower_i64(lf, 0), lower_i64(lf, proto)};
    return lower_load(lf, lf->m->i64, LLVMBuildInBoundsGEP2(lf->b, lf->m->seen_type, lf->m->seen, index, 2, ""), LOWER_CLASSES);
}

bool lower_object(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_GUARD_SHAPE: guard_shape(lf, insn); return true;
    case SSA_IS_SHAPE: *result = is_shape(lf, insn); return true;
    case SSA_FIELD: *result = tag_field(lf, insn, lower_load(lf, lf->m->i64, field_address(lf, insn), LOWER_FIELDS)); return true;
    case SSA_SETFIELD: set_field(lf, insn); return true;
    case SSA_NEW_OBJECT: *result = new_object(lf, insn); return true;
    case SSA_GUARD_CLASS: guard_class(lf, insn); return true;
    case SSA_OBJECT_AT: return true;
    case SSA_ANSWER: *result = answer(lf, insn); return true;
    case SSA_FUNCTION_OF: *result = lower_function_of(lf, (uint32_t)insn->imm); return true;
    default: return false;
    }
}
