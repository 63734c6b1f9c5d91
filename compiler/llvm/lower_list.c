// Items and lengths of containers whose class is a fact. Nothing is looked up and nothing called: an index out of range leaves. A
// list's length and its buffer's capacity both bound an index, so that a racing writer cannot lead beyond the buffer.
#include "lower.h"
#include "lower_parts.h"

typedef struct {
    LLVMValueRef count, first;  // how many elements, and the address of the first
} Elements;

static LLVMValueRef load_field(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef object, uint32_t offset, LowerMemory memory) {
    return lower_load(lf, type, lower_object_field(lf, object, offset), memory);
}

static LLVMValueRef lesser(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    return lower_intrinsic(lf, "llvm.umin", lf->m->i64, (LLVMValueRef[]){a, b}, 2);
}

static_assert(LAYOUT_LIST_BUFFER == LAYOUT_BYTEARRAY_BUFFER && LAYOUT_LIST_LENGTH == LAYOUT_BYTEARRAY_LENGTH);

// Of a list or bytearray.
static Elements buffered(LowerFunction *lf, LLVMValueRef object) {
    LLVMValueRef length = load_field(lf, lf->m->i64, object, LAYOUT_LIST_LENGTH, LOWER_LIST);
    LLVMValueRef buffer = load_field(lf, lf->m->ptr, object, LAYOUT_LIST_BUFFER, LOWER_LIST);
    LLVMValueRef capacity = lower_load(lf, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_CAPACITY), LOWER_CAPACITY);
    return (Elements){lesser(lf, length, capacity), lower_field(lf, buffer, LAYOUT_BUFFER_VALUES)};
}

// Of a tuple or bytes object.
static Elements inside(LowerFunction *lf, LLVMValueRef object, uint32_t length, uint32_t first) {
    LLVMValueRef count = lower_load_invariant(lf, lf->m->i64, lower_object_field(lf, object, length));
    return (Elements){count, lower_object_field(lf, object, first)};
}

static Elements elements(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0);
    switch (ssa_fact(lf->f, insn->args[0])) {
    case SSA_FACT_TUPLE: return inside(lf, object, LAYOUT_TUPLE_LENGTH, LAYOUT_TUPLE_ITEMS);
    case SSA_FACT_BYTES: return inside(lf, object, LAYOUT_BYTES_LENGTH, LAYOUT_BYTES_DATA);
    default: return buffered(lf, object);
    }
}

// The address of the element that the instruction's second operand says; leaves when there is none.
static LLVMValueRef element(LowerFunction *lf, const SsaInsn *insn, LLVMTypeRef type) {
    Elements e = elements(lf, insn);
    LLVMValueRef at = lower_arg(lf, insn, 1);
    if (!insn->imm) {
        LLVMValueRef negative = LLVMBuildICmp(lf->b, LLVMIntSLT, at, lower_i64(lf, 0), "");
        at = LLVMBuildAdd(lf->b, at, LLVMBuildSelect(lf->b, negative, e.count, lower_i64(lf, 0), ""), "");
    }
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGE, at, e.count, ""));
    return LLVMBuildInBoundsGEP2(lf->b, type, e.first, &at, 1, "");
}

static LLVMValueRef get_item(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef address = element(lf, insn, lf->m->i64);
    bool tuple = ssa_fact(lf->f, insn->args[0]) == SSA_FACT_TUPLE;
    return tuple ? lower_load_invariant(lf, lf->m->i64, address) : lower_load(lf, lf->m->i64, address, LOWER_ITEMS);
}

static LLVMValueRef get_byte(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef byte = lower_load(lf, lf->m->i8, element(lf, insn, lf->m->i8), LOWER_BYTES);
    return LLVMBuildZExt(lf->b, byte, lf->m->i64, "");
}

static LLVMValueRef length(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0);
    switch (ssa_fact(lf->f, insn->args[0])) {
    case SSA_FACT_TUPLE: case SSA_FACT_BYTES: return elements(lf, insn).count;
    case SSA_FACT_STR:
        return LLVMBuildZExt(lf->b, lower_load_invariant(lf, lf->m->i32, lower_object_field(lf, object, LAYOUT_STR_CHARS)), lf->m->i64, "");
    case SSA_FACT_DICT:
        return LLVMBuildZExt(lf->b, LLVMBuildLoad2(lf->b, lf->m->i32, lower_object_field(lf, object, LAYOUT_DICT_LIVE), ""), lf->m->i64, "");
    default: return load_field(lf, lf->m->i64, object, LAYOUT_LIST_LENGTH, LOWER_LIST);
    }
}

// --- lists that grow and shrink

// While several threads run, the runtime changes the length of lists, under their locks.
static LLVMValueRef is_alone(LowerFunction *lf) {
    LLVMValueRef parallel = LLVMBuildLoad2(lf->b, lf->m->i32, lower_field(lf, lf->thread, LAYOUT_THREAD_PARALLEL), "");
    return LLVMBuildICmp(lf->b, LLVMIntEQ, parallel, lower_i32(lf, 0), "");
}

// Room in the buffer is used here, more is made by the runtime. Nobody else sees the item before the length does.
static void append(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef room = lower_new_block(lf, "room"), full = lower_new_block(lf, "full"), done = lower_new_block(lf, "appended");
    LLVMValueRef list = lower_arg(lf, insn, 0), v = lower_arg(lf, insn, 1);
    LLVMValueRef buffer = load_field(lf, lf->m->ptr, list, LAYOUT_LIST_BUFFER, LOWER_LIST);
    LLVMValueRef capacity = lower_load(lf, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_CAPACITY), LOWER_CAPACITY);
    LLVMValueRef count = load_field(lf, lf->m->i64, list, LAYOUT_LIST_LENGTH, LOWER_LIST);
    lower_branch(lf, LLVMBuildAnd(lf->b, LLVMBuildICmp(lf->b, LLVMIntULT, count, capacity, ""), is_alone(lf), ""), room, full, lf->m->likely);
    lower_set_block(lf, room);
    LLVMValueRef first = lower_field(lf, buffer, LAYOUT_BUFFER_VALUES);
    lower_store(lf, v, LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, first, &count, 1, ""), LOWER_ITEMS);
    LLVMValueRef longer = LLVMBuildNUWAdd(lf->b, count, lower_i64(lf, 1), "");
    lower_store(lf, longer, lower_object_field(lf, list, LAYOUT_LIST_LENGTH), LOWER_LIST);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, full);
    LLVMValueRef ok = LOWER_CALL(lf, native_append, list, v);
    lower_check_true(lf, insn, lower_tag(lf, ok, LOWER_LIST));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

static LLVMValueRef pop_here(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef list) {
    Elements e = buffered(lf, list);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, e.count, lower_i64(lf, 0), ""));
    LLVMValueRef last = LLVMBuildNUWSub(lf->b, e.count, lower_i64(lf, 1), "");
    LLVMValueRef address = LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, e.first, &last, 1, "");
    LLVMValueRef v = lower_load(lf, lf->m->i64, address, LOWER_ITEMS);
    lower_store(lf, lower_i64(lf, 0), address, LOWER_ITEMS);
    lower_store(lf, last, lower_object_field(lf, list, LAYOUT_LIST_LENGTH), LOWER_LIST);
    return v;
}

static LLVMValueRef pop(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef alone = lower_new_block(lf, "alone"), shared = lower_new_block(lf, "shared"), done = lower_new_block(lf, "popped");
    LLVMValueRef list = lower_arg(lf, insn, 0);
    lower_branch(lf, is_alone(lf), alone, shared, lf->m->likely);
    lower_set_block(lf, alone);
    LLVMValueRef here = pop_here(lf, insn, list);
    LLVMBasicBlockRef from_here = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, shared);
    LLVMValueRef there = lower_tag(lf, LOWER_CALL(lf, native_pop, list), LOWER_LIST);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, there, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""));
    LLVMBasicBlockRef from_there = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, here, from_here, there, from_there);
}

bool lower_list(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_ITEM: *result = get_item(lf, insn); return true;
    case SSA_BYTE: *result = get_byte(lf, insn); return true;
    case SSA_PUT_ITEM: {
        LLVMValueRef address = element(lf, insn, lf->m->i64);
        lower_store(lf, lower_arg(lf, insn, 2), address, LOWER_ITEMS);
        return true;
    }
    case SSA_APPEND: append(lf, insn); return true;
    case SSA_POP_ITEM: *result = pop(lf, insn); return true;
    case SSA_METHOD_OF: return true;
    case SSA_LENGTH: *result = length(lf, insn); return true;
    default: return false;
    }
}
