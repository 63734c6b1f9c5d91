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

// The instruction's second operand as an index from the start, less than count; leaves when it is not.
static LLVMValueRef index_below(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef count) {
    LLVMValueRef at = lower_arg(lf, insn, 1);
    if (!insn->imm) {
        LLVMValueRef negative = LLVMBuildICmp(lf->b, LLVMIntSLT, at, lower_i64(lf, 0), "");
        at = LLVMBuildAdd(lf->b, at, LLVMBuildSelect(lf->b, negative, count, lower_i64(lf, 0), ""), "");
    }
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGE, at, count, ""));
    return at;
}

// The address of the element that the instruction's second operand says; leaves when there is none.
static LLVMValueRef element(LowerFunction *lf, const SsaInsn *insn, LLVMTypeRef type) {
    Elements e = elements(lf, insn);
    LLVMValueRef at = index_below(lf, insn, e.count);
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

static void put_byte(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 2);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntUGT, v, lower_i64(lf, 255), ""));
    LLVMValueRef address = element(lf, insn, lf->m->i8);
    lower_store(lf, LLVMBuildTrunc(lf->b, v, lf->m->i8, ""), address, LOWER_BYTES);
}

static LLVMValueRef count(LowerFunction *lf, const SsaInsn *insn) {
    if (ssa_fact(lf->f, insn->args[0]) != SSA_FACT_STR) return elements(lf, insn).count;
    LLVMValueRef nchars = lower_object_field(lf, lower_arg(lf, insn, 0), LAYOUT_STR_CHARS);
    return LLVMBuildZExt(lf->b, lower_load_invariant(lf, lf->m->i32, nchars), lf->m->i64, "");
}

static LLVMValueRef length(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef object = lower_arg(lf, insn, 0);
    switch (ssa_fact(lf->f, insn->args[0])) {
    case SSA_FACT_TUPLE: case SSA_FACT_BYTES: case SSA_FACT_STR: return count(lf, insn);
    case SSA_FACT_DICT:
        return LLVMBuildZExt(lf->b, LLVMBuildLoad2(lf->b, lf->m->i32, lower_object_field(lf, object, LAYOUT_DICT_LIVE), ""), lf->m->i64, "");
    default: return load_field(lf, lf->m->i64, object, LAYOUT_LIST_LENGTH, LOWER_LIST);
    }
}

// --- characters

static LLVMValueRef str_field(LowerFunction *lf, LLVMValueRef s, LLVMTypeRef type, uint32_t offset) {
    return lower_load_invariant(lf, type, lower_object_field(lf, s, offset));
}

// In ASCII text the byte is the character; elsewhere the runtime finds it.
static LLVMValueRef char_at(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef plain = lower_new_block(lf, "ascii"), other = lower_new_block(lf, "unicode"), done = lower_new_block(lf, "char");
    LLVMValueRef s = lower_arg(lf, insn, 0), nchars = str_field(lf, s, lf->m->i32, LAYOUT_STR_CHARS);
    LLVMValueRef at = index_below(lf, insn, LLVMBuildZExt(lf->b, nchars, lf->m->i64, ""));
    LLVMValueRef ascii = LLVMBuildICmp(lf->b, LLVMIntEQ, nchars, str_field(lf, s, lf->m->i32, LAYOUT_STR_BYTES), "");
    lower_branch(lf, ascii, plain, other, lf->m->likely);
    lower_set_block(lf, plain);
    LLVMValueRef text = str_field(lf, s, lf->m->ptr, LAYOUT_STR_TEXT);
    LLVMValueRef byte = lower_load_invariant(lf, lf->m->i8, LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, text, &at, 1, ""));
    LLVMValueRef code = LLVMBuildZExt(lf->b, byte, lf->m->i64, "");
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, other);
    LLVMValueRef found = lower_tag(lf, LOWER_CALL(lf, native_char_at, s, at), LOWER_HEAP);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, code, plain, found, other);
}

LLVMValueRef lower_char(LowerFunction *lf, const SsaInsn *insn) {
    return lower_tag(lf, LOWER_CALL(lf, native_char, lower_arg(lf, insn, 0)), LOWER_HEAP);
}

// Latin-1 characters have strings ready.
static LLVMValueRef character(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef ready = lower_new_block(lf, "latin"), other = lower_new_block(lf, "other"), done = lower_new_block(lf, "char");
    LLVMValueRef code = lower_arg(lf, insn, 0);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntULT, code, lower_i64(lf, 256), ""), ready, other, lf->m->likely);
    lower_set_block(lf, ready);
    LLVMValueRef slot = LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lower_outside(lf->m, "str_char_cache"), &code, 1, "");
    LLVMValueRef known = LLVMBuildAdd(lf->b, lower_load_invariant(lf, lf->m->i64, slot), lower_i64(lf, 1), "");
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, other);
    LLVMValueRef made = lower_char(lf, insn);
    lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, made, lower_i64(lf, LAYOUT_BITS_ERROR), ""));
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, known, ready, made, after);
}

static LLVMValueRef has_bit(LowerFunction *lf, uint64_t bits, LLVMValueRef at) {
    LLVMValueRef near = LLVMBuildICmp(lf->b, LLVMIntULT, at, lower_i64(lf, 64), "");
    LLVMValueRef masked = LLVMBuildAnd(lf->b, at, lower_i64(lf, 63), "");
    LLVMValueRef bit = LLVMBuildTrunc(lf->b, LLVMBuildLShr(lf->b, lower_i64(lf, bits), masked, ""), lf->m->i1, "");
    return LLVMBuildAnd(lf->b, near, bit, "");
}

// A bit for each ASCII character of the constant.
static LLVMValueRef char_in(LowerFunction *lf, const SsaInsn *insn) {
    const NativeConstant *c = insn->imm ? &lf->m->ssa->constants[insn->aux] : NULL;
    BcStr text = c ? (BcStr){c->text, c->length} : lf->f->bc->consts[insn->aux].str;
    uint64_t bits[2] = {0};
    for (uint32_t i = 0; i < text.length; i++) bits[text.text[i] >> 6 & 1] |= 1ull << (text.text[i] & 63);
    LLVMValueRef code = lower_arg(lf, insn, 0);
    LLVMValueRef high = has_bit(lf, bits[1], LLVMBuildSub(lf->b, code, lower_i64(lf, 64), ""));
    return LLVMBuildOr(lf->b, has_bit(lf, bits[0], code), high, "");
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

// The same for a small int and a bytearray, whose buffer's capacity is in bytes.
static void append_byte(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef room = lower_new_block(lf, "room"), full = lower_new_block(lf, "full"), done = lower_new_block(lf, "appended");
    LLVMValueRef array = lower_arg(lf, insn, 0), v = lower_arg(lf, insn, 1);
    LLVMValueRef buffer = load_field(lf, lf->m->ptr, array, LAYOUT_BYTEARRAY_BUFFER, LOWER_LIST);
    LLVMValueRef capacity = lower_load(lf, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_CAPACITY), LOWER_CAPACITY);
    LLVMValueRef count = load_field(lf, lf->m->i64, array, LAYOUT_BYTEARRAY_LENGTH, LOWER_LIST);
    LLVMValueRef is_byte = LLVMBuildICmp(lf->b, LLVMIntEQ, LLVMBuildAnd(lf->b, v, lower_i64(lf, ~(255ull << 2)), ""), lower_i64(lf, 0), "");
    LLVMValueRef fits = LLVMBuildAnd(lf->b, LLVMBuildICmp(lf->b, LLVMIntULT, count, capacity, ""), is_byte, "");
    lower_branch(lf, LLVMBuildAnd(lf->b, fits, is_alone(lf), ""), room, full, lf->m->likely);
    lower_set_block(lf, room);
    LLVMValueRef address = LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, lower_field(lf, buffer, LAYOUT_BUFFER_VALUES), &count, 1, "");
    lower_store(lf, LLVMBuildTrunc(lf->b, LLVMBuildLShr(lf->b, v, lower_i64(lf, 2), ""), lf->m->i8, ""), address, LOWER_BYTES);
    LLVMValueRef longer = LLVMBuildNUWAdd(lf->b, count, lower_i64(lf, 1), "");
    lower_store(lf, longer, lower_object_field(lf, array, LAYOUT_BYTEARRAY_LENGTH), LOWER_LIST);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, full);
    lower_check_true(lf, insn, LOWER_CALL(lf, native_append_byte, array, v));
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

// --- slices

static LLVMValueRef get_slice(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef args[4];
    for (uint32_t i = 0; i < 4; i++) args[i] = lower_arg(lf, insn, i);
    return lower_check_value(lf, insn, lower_call(lf, HELPER_native_get_slice, args, 4));
}

static void set_slice(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef args[5];
    for (uint32_t i = 0; i < 5; i++) args[i] = lower_arg(lf, insn, i);
    lower_check_true(lf, insn, lower_call(lf, HELPER_native_set_slice, args, 5));
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
    case SSA_PUT_BYTE: put_byte(lf, insn); return true;
    case SSA_APPEND_BYTE: append_byte(lf, insn); return true;
    case SSA_GUARD_APART:
        lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), ""));
        return true;
    case SSA_CHAR_AT: *result = char_at(lf, insn); return true;
    case SSA_CHAR:
        if (lf->operand[r.i]) *result = character(lf, insn);
        return true;
    case SSA_CHAR_IN: *result = char_in(lf, insn); return true;
    case SSA_APPEND: append(lf, insn); return true;
    case SSA_RESERVE: LOWER_CALL(lf, native_reserve, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1)); return true;
    case SSA_GET_SLICE: *result = get_slice(lf, insn); return true;
    case SSA_SET_SLICE: set_slice(lf, insn); return true;
    case SSA_POP_ITEM: *result = pop(lf, insn); return true;
    case SSA_METHOD_OF: case SSA_ITER_AT: return true;  // made where they are stored
    case SSA_COUNT: *result = count(lf, insn); return true;
    case SSA_LENGTH: *result = length(lf, insn); return true;
    default: return false;
    }
}
