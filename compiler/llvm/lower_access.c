// Variables, items, containers, iteration and exceptions.
#include "lower.h"
#include "lower_parts.h"

// --- globals and cells

static LLVMValueRef load_table(LowerFunction *lf, LLVMValueRef table) {
    LLVMValueRef address = LLVMBuildLoad2(lf->b, lf->m->ptr, table, "");
    LLVMSetMetadata(address, lf->m->invariant_kind, lf->m->empty_node);
    return address;
}

static LLVMValueRef global_address(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef index = lower_i64(lf, (uint64_t)insn->imm);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, load_table(lf, lf->m->globals), &index, 1, "");
}

// The loaded value, or what `helper` makes of its being unbound (a value, or raising).
static LLVMValueRef unless_unbound(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef v, LowerHelper helper) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b), missing = lower_new_block(lf, "unbound"), done = lower_new_block(lf, "bound");
    LLVMValueRef unbound = LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_UNBOUND), "");
    lower_branch(lf, unbound, missing, done, lf->m->unlikely);
    lower_set_block(lf, missing);
    LLVMValueRef other = lower_call(lf, helper, (LLVMValueRef[]){lf->base, lower_i32(lf, (uint32_t)insn->imm)}, 2);
    lower_check_value(lf, insn, other);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, v, here, other, after);
}

static LLVMValueRef get_global(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_load(lf, lf->m->i64, global_address(lf, insn), LOWER_GLOBALS);
    return unless_unbound(lf, insn, v, HELPER_native_global_missing);
}

static void set_global(LowerFunction *lf, const SsaInsn *insn) {
    lower_store(lf, lower_arg(lf, insn, 0), global_address(lf, insn), LOWER_GLOBALS);
    LLVMValueRef index = lower_i64(lf, (uint64_t)insn->imm);
    LLVMValueRef linked = LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, load_table(lf, lf->m->linked), &index, 1, "");
    lower_store(lf, LLVMConstInt(lf->m->i8, 0, 0), linked, LOWER_GLOBALS);
}

LLVMValueRef lower_object_field(LowerFunction *lf, LLVMValueRef object, uint32_t offset) {
    LLVMValueRef bits = LLVMBuildAdd(lf->b, object, lower_i64(lf, offset - 1ull), "");
    return LLVMBuildIntToPtr(lf->b, bits, lf->m->ptr, "");
}

static LLVMValueRef cell_content(LowerFunction *lf, LLVMValueRef cell) { return lower_object_field(lf, cell, LAYOUT_CELL_CONTENT); }

static LLVMValueRef free_content(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef callee = LLVMBuildLoad2(lf->b, lf->m->i64, lower_slot(lf, -BC_WINDOW_HEADER), "");
    LLVMValueRef address = lower_object_field(lf, callee, LAYOUT_FUNCTION_CELLS + 8 * (uint32_t)insn->imm);
    LLVMValueRef cell = LLVMBuildLoad2(lf->b, lf->m->ptr, address, "");
    return lower_field(lf, cell, LAYOUT_CELL_CONTENT);
}

static LLVMValueRef get_content(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef address, LowerHelper helper) {
    return unless_unbound(lf, insn, lower_load(lf, lf->m->i64, address, LOWER_CELLS), helper);
}

static void delete_content(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef address, LowerHelper helper) {
    get_content(lf, insn, address, helper);
    lower_store(lf, lower_i64(lf, LAYOUT_BITS_UNBOUND), address, LOWER_CELLS);
}

static void check_local(LowerFunction *lf, const SsaInsn *insn) {
    unless_unbound(lf, insn, lower_arg(lf, insn, 0), HELPER_native_unbound_local);
}

static bool lower_variable(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_CHECK_LOCAL: check_local(lf, insn); return true;
    case SSA_GETGLOBAL: *result = get_global(lf, insn); return true;
    case SSA_SETGLOBAL: set_global(lf, insn); return true;
    case SSA_DELGLOBAL:
        lower_check_true(lf, insn, LOWER_CALL(lf, native_delete_global, lf->base, lower_i32(lf, (uint32_t)insn->imm)));
        return true;
    case SSA_NEWCELL: *result = lower_check_value(lf, insn, LOWER_CALL(lf, native_new_cell, lower_arg(lf, insn, 0))); return true;
    case SSA_GETCELL: *result = get_content(lf, insn, cell_content(lf, lower_arg(lf, insn, 0)), HELPER_native_unbound_local); return true;
    case SSA_SETCELL: lower_store(lf, lower_arg(lf, insn, 1), cell_content(lf, lower_arg(lf, insn, 0)), LOWER_CELLS); return true;
    case SSA_DELCELL: delete_content(lf, insn, cell_content(lf, lower_arg(lf, insn, 0)), HELPER_native_unbound_local); return true;
    case SSA_GETFREE: *result = get_content(lf, insn, free_content(lf, insn), HELPER_native_unbound_free); return true;
    case SSA_SETFREE: lower_store(lf, lower_arg(lf, insn, 0), free_content(lf, insn), LOWER_CELLS); return true;
    case SSA_DELFREE: delete_content(lf, insn, free_content(lf, insn), HELPER_native_unbound_free); return true;
    default: return false;
    }
}

// --- items. An index in range of a list or tuple is inline; a list's length and its buffer's capacity both bound it

static LLVMValueRef key_as_value(LowerFunction *lf, const SsaInsn *insn) { return lower_box(lf, insn->args[1]); }

LLVMValueRef lower_is_object(LowerFunction *lf, LLVMValueRef v) {
    LLVMValueRef tag = LLVMBuildAnd(lf->b, v, lower_i64(lf, 15), "");
    return LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, 1), "");
}

void lower_require(LowerFunction *lf, LLVMValueRef cond, LLVMBasicBlockRef otherwise) {
    LLVMBasicBlockRef next = lower_new_block(lf, "item");
    lower_branch(lf, cond, next, otherwise, lf->m->likely);
    lower_set_block(lf, next);
}

// The key as a raw index; jumps to `slow` when it is no immediate int.
static LLVMValueRef raw_index(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef slow) {
    LLVMValueRef key = lower_arg(lf, insn, 1);
    if (lower_arg_type(lf, insn, 1) == SSA_TYPE_INT) return key;
    LLVMValueRef tag = LLVMBuildAnd(lf->b, key, lower_i64(lf, 3), "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, 0), ""), slow);
    return LLVMBuildAShr(lf->b, key, lower_i64(lf, 2), "");
}

// The shape of the container, which must be an object; else jumps to `slow`.
static LLVMValueRef container_shape(LowerFunction *lf, LLVMValueRef container, LLVMBasicBlockRef slow) {
    lower_require(lf, lower_is_object(lf, container), slow);
    return lower_load(lf, lf->m->ptr, lower_object_field(lf, container, LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
}

// An index counted from the end, too, in terms of the start.
static LLVMValueRef from_start(LowerFunction *lf, LLVMValueRef index, LLVMValueRef length) {
    LLVMValueRef negative = LLVMBuildICmp(lf->b, LLVMIntSLT, index, lower_i64(lf, 0), "");
    return LLVMBuildSelect(lf->b, negative, LLVMBuildAdd(lf->b, index, length, ""), index, "");
}

// Address of item `index` when the container of that shape is a plain list and the index in range; else jumps.
static LLVMValueRef list_item(LowerFunction *lf, LLVMValueRef list, LLVMValueRef shape, LLVMValueRef index, LLVMBasicBlockRef other, LLVMBasicBlockRef slow) {
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lf->m->shape_list, ""), other);
    LLVMValueRef length = lower_load(lf, lf->m->i64, lower_object_field(lf, list, LAYOUT_LIST_LENGTH), LOWER_LIST);
    LLVMValueRef buffer = lower_load(lf, lf->m->ptr, lower_object_field(lf, list, LAYOUT_LIST_BUFFER), LOWER_LIST);
    LLVMValueRef capacity = lower_load(lf, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_CAPACITY), LOWER_CAPACITY);
    LLVMValueRef at = from_start(lf, index, length);
    LLVMValueRef inside = LLVMBuildAnd(lf->b, LLVMBuildICmp(lf->b, LLVMIntULT, at, length, ""), LLVMBuildICmp(lf->b, LLVMIntULT, at, capacity, ""), "");
    lower_require(lf, inside, slow);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_VALUES), &at, 1, "");
}

static LLVMValueRef tuple_item(LowerFunction *lf, LLVMValueRef tuple, LLVMValueRef shape, LLVMValueRef index, LLVMBasicBlockRef slow) {
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lf->m->shape_tuple, ""), slow);
    LLVMValueRef length = LLVMBuildLoad2(lf->b, lf->m->i64, lower_object_field(lf, tuple, LAYOUT_TUPLE_LENGTH), "");
    LLVMValueRef at = from_start(lf, index, length);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntULT, at, length, ""), slow);
    return LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lower_object_field(lf, tuple, LAYOUT_TUPLE_ITEMS), &at, 1, "");
}

static LLVMValueRef get_item(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef container = lower_arg(lf, insn, 0);
    if (!lower_pays(lf)) return lower_check_value(lf, insn, LOWER_CALL(lf, op_getitem, container, key_as_value(lf, insn)));
    LLVMBasicBlockRef tuple = lower_new_block(lf, "tuple"), load = lower_new_block(lf, "load"), slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "done");
    LLVMValueRef index = raw_index(lf, insn, slow), shape = container_shape(lf, container, slow);
    LLVMValueRef of_list = list_item(lf, container, shape, index, tuple, slow);
    LLVMBasicBlockRef after_list = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, load);
    lower_set_block(lf, tuple);
    LLVMValueRef of_tuple = tuple_item(lf, container, shape, index, slow);
    LLVMBasicBlockRef after_tuple = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, load);
    lower_set_block(lf, load);
    LLVMValueRef address = lower_phi2(lf, lf->m->ptr, of_list, after_list, of_tuple, after_tuple);
    LLVMValueRef quick = LLVMBuildLoad2(lf->b, lf->m->i64, address, "");
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    LLVMValueRef full = lower_check_value(lf, insn, LOWER_CALL(lf, op_getitem, container, key_as_value(lf, insn)));
    LLVMBasicBlockRef after_slow = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i64, quick, load, full, after_slow);
}

static void set_item(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "done");
    LLVMValueRef v = lower_arg(lf, insn, 2);
    LLVMValueRef list = lower_arg(lf, insn, 0), index = raw_index(lf, insn, slow), shape = container_shape(lf, list, slow);
    lower_store(lf, v, list_item(lf, list, shape, index, slow, slow), LOWER_ITEMS);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    lower_check_true(lf, insn, LOWER_CALL(lf, native_set_item, lower_arg(lf, insn, 0), key_as_value(lf, insn), v));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

static bool lower_items(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    LLVMValueRef a = insn->nargs > 0 ? lower_arg(lf, insn, 0) : NULL, b = insn->nargs > 1 ? lower_arg(lf, insn, 1) : NULL;
    switch ((SsaOp)insn->op) {
    case SSA_GETITEM: *result = get_item(lf, insn); return true;
    case SSA_SETITEM: set_item(lf, insn); return true;
    case SSA_DELITEM: lower_check_true(lf, insn, LOWER_CALL(lf, native_delete_item, a, b)); return true;
    case SSA_SLICE: *result = lower_check_value(lf, insn, LOWER_CALL(lf, slice_new, a, b, lower_arg(lf, insn, 2))); return true;
    case SSA_EXTEND: lower_check_true(lf, insn, LOWER_CALL(lf, native_extend, a, b)); return true;
    case SSA_SETADD: lower_check_true(lf, insn, LOWER_CALL(lf, native_set_add, a, b)); return true;
    case SSA_MAPADD: lower_check_true(lf, insn, LOWER_CALL(lf, native_map_add, a, b, lower_arg(lf, insn, 2))); return true;
    case SSA_FORMAT: *result = lower_check_value(lf, insn, LOWER_CALL(lf, native_format, a, lower_i32(lf, insn->aux), b)); return true;
    default: return false;
    }
}

// --- displays and unpacking: operands and results in frame registers

static LLVMValueRef window_call(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper) {
    for (uint32_t i = 0; i < insn->nargs; i++) lower_store_slot(lf, (int32_t)(insn->imm + i), lower_arg(lf, insn, i));
    LLVMValueRef args[2] = {lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->nargs)};
    return lower_check_value(lf, insn, lower_call(lf, helper, args, 2));
}

// Tuples of the right length are taken apart inline.
static void unpack(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), done = lower_new_block(lf, "done");
    LLVMValueRef v = lower_arg(lf, insn, 0), n = lower_i64(lf, insn->aux);
    bool known = ssa_fact(lf->f, insn->args[0]) == SSA_FACT_TUPLE;
    if (!known) lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, container_shape(lf, v, slow), lf->m->shape_tuple, ""), slow);
    LLVMValueRef length = lower_load_invariant(lf, lf->m->i64, lower_object_field(lf, v, LAYOUT_TUPLE_LENGTH));
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, length, n, ""), slow);
    for (uint32_t i = 0; i < insn->aux; i++)
        lower_store_slot(lf, (int32_t)(insn->imm + i), lower_load_invariant(lf, lf->m->i64, lower_object_field(lf, v, LAYOUT_TUPLE_ITEMS + 8 * i)));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, slow);
    lower_check_true(lf, insn, LOWER_CALL(lf, native_unpack, v, lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->aux)));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
}

enum { UNPACK_INLINE_MAX = 8 };

static bool lower_displays(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_LIST: *result = window_call(lf, insn, HELPER_native_list); return true;
    case SSA_TUPLE: *result = window_call(lf, insn, HELPER_native_tuple); return true;
    case SSA_SET: *result = window_call(lf, insn, HELPER_interp_build_set); return true;
    case SSA_DICT: *result = window_call(lf, insn, HELPER_native_dict); return true;
    case SSA_CONCAT: *result = window_call(lf, insn, HELPER_interp_concat); return true;
    case SSA_UNPACK:
        if (insn->aux <= UNPACK_INLINE_MAX && lower_pays(lf)) return unpack(lf, insn), true;
        lower_check_true(lf, insn, LOWER_CALL(lf, native_unpack, lower_arg(lf, insn, 0), lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->aux)));
        return true;
    case SSA_UNPACKEX:
        lower_check_true(lf, insn, LOWER_CALL(lf, native_unpack_star, lower_arg(lf, insn, 0), lower_slot(lf, (int32_t)insn->imm), lower_i32(lf, insn->aux)));
        return true;
    default: return false;
    }
}

// --- iteration and exceptions

// The next item of a loop over a list (state as in jit/interp/op_loop.c); jumps to `other` for any other loop and at the end.
static LLVMValueRef next_of_list(LowerFunction *lf, uint32_t state, LLVMBasicBlockRef other) {
    LLVMValueRef form = lower_load(lf, lf->m->i64, lower_home_slot(lf, state + 2), LOWER_FRAME);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, form, lower_i64(lf, LAYOUT_BITS_TRUE), ""), other);
    LLVMValueRef list = lower_load(lf, lf->m->i64, lower_home_slot(lf, state), LOWER_FRAME);
    LLVMValueRef tagged = lower_load(lf, lf->m->i64, lower_home_slot(lf, state + 1), LOWER_FRAME);
    LLVMValueRef index = LLVMBuildLShr(lf->b, tagged, lower_i64(lf, 2), "");
    LLVMValueRef length = lower_load(lf, lf->m->i64, lower_object_field(lf, list, LAYOUT_LIST_LENGTH), LOWER_LIST);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntULT, index, length, ""), other);
    LLVMValueRef buffer = lower_load(lf, lf->m->ptr, lower_object_field(lf, list, LAYOUT_LIST_BUFFER), LOWER_LIST);
    LLVMValueRef capacity = lower_load(lf, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_CAPACITY), LOWER_CAPACITY);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntULT, index, capacity, ""), other);
    lower_store(lf, LLVMBuildAdd(lf->b, tagged, lower_i64(lf, 4), ""), lower_home_slot(lf, state + 1), LOWER_FRAME);
    LLVMValueRef item = LLVMBuildInBoundsGEP2(lf->b, lf->m->i64, lower_field(lf, buffer, LAYOUT_BUFFER_VALUES), &index, 1, "");
    return lower_load(lf, lf->m->i64, item, LOWER_ITEMS);
}

// The next number of a loop over a range.
static LLVMValueRef next_of_range(LowerFunction *lf, uint32_t state, LLVMBasicBlockRef other, LLVMBasicBlockRef end) {
    LLVMValueRef step = lower_load(lf, lf->m->i64, lower_home_slot(lf, state + 2), LOWER_FRAME);
    LLVMValueRef tag = LLVMBuildAnd(lf->b, step, lower_i64(lf, 3), "");
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, tag, lower_i64(lf, 0), ""), other);
    LLVMValueRef left = lower_load(lf, lf->m->i64, lower_home_slot(lf, state + 1), LOWER_FRAME);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntNE, left, lower_i64(lf, 0), ""), end);
    LLVMValueRef number = lower_load(lf, lf->m->i64, lower_home_slot(lf, state), LOWER_FRAME);
    lower_store(lf, LLVMBuildSub(lf->b, left, lower_i64(lf, 4), ""), lower_home_slot(lf, state + 1), LOWER_FRAME);
    lower_store(lf, LLVMBuildAdd(lf->b, number, step, ""), lower_home_slot(lf, state), LOWER_FRAME);
    return number;
}

typedef struct {
    LLVMBasicBlockRef done, from[4];
    LLVMValueRef items[4];
    uint32_t count;
} Nexts;

static void found_next(LowerFunction *lf, Nexts *n, LLVMValueRef item, LLVMBasicBlockRef on) {
    n->items[n->count] = item;
    n->from[n->count++] = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, n->done);
    lower_set_block(lf, on);
}

// A list's, range's and generator's here, all others by the runtime.
static LLVMValueRef for_next(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef other = lower_new_block(lf, "other"), slow = lower_new_block(lf, "slow");
    uint32_t state = (uint32_t)insn->imm;
    Nexts n = {.done = lower_new_block(lf, "next")};
    found_next(lf, &n, next_of_list(lf, state, other), other);
    if (lower_pays(lf)) {
        LLVMBasicBlockRef generator = lower_new_block(lf, "generator");
        found_next(lf, &n, next_of_range(lf, state, generator, slow), generator);
        found_next(lf, &n, lower_generator_step(lf, insn, slow), slow);
    } else {
        LLVMBuildBr(lf->b, slow);
        lower_set_block(lf, slow);
    }
    found_next(lf, &n, lower_check_value(lf, insn, LOWER_CALL(lf, interp_loop_next, lower_home_slot(lf, state))), n.done);
    LLVMValueRef item = LLVMBuildPhi(lf->b, lf->m->i64, "");
    LLVMAddIncoming(item, n.items, n.from, n.count);
    return item;
}

// 1: there is an item, 0: none, -1: the iterator raised, -2: taking the item apart did, as the bytecode's first instruction of the loop.
static LLVMValueRef parts_by_runtime(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef state = lower_home_slot(lf, (uint32_t)insn->imm), out = lower_slot(lf, (int32_t)(insn->aux >> 8));
    LLVMValueRef got = LOWER_CALL(lf, interp_loop_parts, state, out, lower_i32(lf, insn->aux & 255));
    LLVMBasicBlockRef failed = lower_new_block(lf, "failed"), fine = lower_new_block(lf, "ok");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntSLT, got, lower_i32(lf, 0), ""), failed, fine, lf->m->unlikely);
    lower_set_block(lf, failed);
    SsaInsn unpack = *insn;
    unpack.pc = bc_insn_flow(lf->bc->code[insn->pc], insn->pc).target;
    LLVMBasicBlockRef of_iterator = lower_new_block(lf, "of_iterator"), of_item = lower_new_block(lf, "of_item");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, got, lower_i32(lf, UINT32_MAX), ""), of_iterator, of_item, NULL);
    lower_set_block(lf, of_iterator);
    LLVMBuildBr(lf->b, lower_raise_target(lf, insn));
    lower_set_block(lf, of_item);
    LLVMBuildBr(lf->b, lower_raise_target(lf, &unpack));
    lower_set_block(lf, fine);
    return LLVMBuildICmp(lf->b, LLVMIntNE, got, lower_i32(lf, 0), "");
}

// The items of a tuple of n that v is, to the registers; jumps to `other` when it is none.
static void take_tuple(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef v, LLVMBasicBlockRef other) {
    lower_require(lf, lower_is_object(lf, v), other);
    LLVMValueRef shape = lower_load(lf, lf->m->ptr, lower_object_field(lf, v, LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lf->m->shape_tuple, ""), other);
    LLVMValueRef length = LLVMBuildLoad2(lf->b, lf->m->i64, lower_object_field(lf, v, LAYOUT_TUPLE_LENGTH), "");
    uint32_t n = insn->aux & 255;
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, length, lower_i64(lf, n), ""), other);
    for (uint32_t i = 0; i < n; i++) {
        LLVMValueRef item = LLVMBuildLoad2(lf->b, lf->m->i64, lower_object_field(lf, v, LAYOUT_TUPLE_ITEMS + 8 * i), "");
        lower_store_slot(lf, (int32_t)((insn->aux >> 8) + i), item);
    }
}

// A generator's here: what it yields is taken apart where the loop's first instruction would.
static LLVMValueRef next_parts(LowerFunction *lf, const SsaInsn *insn) {
    if (!lower_pays(lf) || (insn->aux & 255) > UNPACK_INLINE_MAX) return parts_by_runtime(lf, insn);
    LLVMBasicBlockRef slow = lower_new_block(lf, "slow"), odd = lower_new_block(lf, "odd"), item = lower_new_block(lf, "item");
    Nexts n = {.done = lower_new_block(lf, "parts")};
    LLVMValueRef v = lower_generator_step(lf, insn, slow), yes = LLVMConstInt(lf->m->i1, 1, 0);
    LLVMBasicBlockRef ended = lower_new_block(lf, "ended");
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, v, lower_i64(lf, LAYOUT_BITS_UNBOUND), ""), ended, item, lf->m->unlikely);
    lower_set_block(lf, ended);
    found_next(lf, &n, LLVMConstInt(lf->m->i1, 0, 0), item);
    take_tuple(lf, insn, v, odd);
    found_next(lf, &n, yes, odd);
    SsaInsn unpack = *insn;
    unpack.pc = bc_insn_flow(lf->bc->code[insn->pc], insn->pc).target;
    LLVMValueRef out = lower_slot(lf, (int32_t)(insn->aux >> 8));
    lower_check_true(lf, &unpack, LOWER_CALL(lf, native_unpack, v, out, lower_i32(lf, insn->aux & 255)));
    found_next(lf, &n, yes, slow);
    found_next(lf, &n, parts_by_runtime(lf, insn), n.done);
    LLVMValueRef more = LLVMBuildPhi(lf->b, lf->m->i1, "");
    LLVMAddIncoming(more, n.items, n.from, n.count);
    return more;
}

static LLVMValueRef iter(LowerFunction *lf, const SsaInsn *insn) {
    LLVMValueRef v = lower_arg(lf, insn, 0);
    SsaFact fact = ssa_fact(lf->f, insn->args[0]);
    if (insn->imm && (fact == SSA_FACT_LIST || fact == SSA_FACT_TUPLE || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES || fact == SSA_FACT_RANGE)) return v;
    return lower_check_value(lf, insn, insn->imm ? LOWER_CALL(lf, op_iterable, v) : LOWER_CALL(lf, op_iter, v));
}

static bool lower_iteration(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_ITER: *result = iter(lf, insn); return true;
    case SSA_RANGE_PART: {
        LLVMValueRef address = lower_object_field(lf, lower_arg(lf, insn, 0), LAYOUT_RANGE_START + 8 * (uint32_t)insn->imm);
        *result = lower_load_invariant(lf, lf->m->i64, address);
        return true;
    }
    case SSA_FORPREP:
        lower_check_true(lf, insn, LOWER_CALL(lf, native_for_prepare, lower_home_slot(lf, (uint32_t)insn->imm), lower_arg(lf, insn, 0)));
        return true;
    case SSA_FORNEXT: *result = for_next(lf, insn); return true;
    case SSA_NEXT_PARTS: *result = next_parts(lf, insn); return true;
    case SSA_RANGE_GUARD: {
        LLVMValueRef same = LOWER_CALL(lf, native_is_range, lower_arg(lf, insn, 0));
        lower_exit_when(lf, insn, LLVMBuildICmp(lf->b, LLVMIntEQ, same, lower_i32(lf, 0), ""));
        return true;
    }
    default: return false;
    }
}

// Ends the block; what follows in it is never reached.
static void raise_now(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper) {
    LLVMValueRef args[2];
    for (uint32_t i = 0; i < insn->nargs; i++) args[i] = lower_arg(lf, insn, i);
    lower_call(lf, helper, args, insn->nargs);
    LLVMBuildBr(lf->b, lower_raise_target(lf, insn));
    lower_set_block(lf, lower_new_block(lf, "dead"));
}

static bool lower_exception(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i];
    switch ((SsaOp)insn->op) {
    case SSA_CATCH: *result = lower_call(lf, HELPER_native_catch, NULL, 0); return true;
    case SSA_RAISEVAL: raise_now(lf, insn, HELPER_error_raise_value); return true;
    case SSA_RAISEFROM: raise_now(lf, insn, HELPER_error_raise_from); return true;
    case SSA_RERAISE: raise_now(lf, insn, HELPER_native_reraise); return true;
    case SSA_EXCENTER: *result = LOWER_CALL(lf, native_enter_handler, lower_arg(lf, insn, 0)); return true;
    case SSA_EXCLEAVE: LOWER_CALL(lf, native_leave_handler, lower_arg(lf, insn, 0)); return true;
    case SSA_MATCHEXC:
        *result = lower_check_truth(lf, insn, LOWER_CALL(lf, exception_matches, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1)));
        return true;
    default: return false;
    }
}

bool lower_access(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    return lower_variable(lf, r, insn) || lower_items(lf, r, insn) || lower_displays(lf, r, insn) ||
           lower_iteration(lf, r, insn) || lower_exception(lf, r, insn);
}
