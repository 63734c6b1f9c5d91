// Moves, constants, globals, cells.
#include "interp_int.h"

OPERATION(NOP) { NEXT; }

OPERATION(LOADK) {
    R(A) = CONST_B;
    NEXT;
}

OPERATION(LOADI) {
    R(A) = INT_C;
    NEXT;
}

OPERATION(LOADS) {
    R(A) = SINGLETON_B;
    NEXT;
}
static_assert(BC_SINGLETON_NONE == 0 && BC_SINGLETON_FALSE == 1 && BC_SINGLETON_TRUE == 2 && BC_SINGLETON_UNBOUND == 3 &&
              BC_SINGLETON_ELLIPSIS == 4 && BC_SINGLETON_NOTIMPLEMENTED == 5);

OPERATION(MOVE) {
    R(A) = R(B);
    NEXT;
}

// The interned name of a parameter or local.
static Str *var_name(const Value *base, uint32_t reg) {
    const BcProto *bc = frame_function(base)->proto->bc;
    if (reg >= bc->nvar) return str_intern_c("?");
    return str_intern(bc->vars[reg].text, bc->vars[reg].length);
}

SLOW(unbound_local) {
    PUBLISH;
    error_unbound_local(t, var_name(base, A));
    FAIL;
}

OPERATION(CHECK) {
    if (LIKELY(!value_is_unbound(R(A)))) NEXT;
    TAIL(slow_unbound_local);
}

// --- globals

SLOW(global_unbound) {
    Module *m = frame_function(base)->proto->module;
    RESULT(module_global_missing(t, m, B));
}

OPERATION(GETGLOBAL) {
    Value v = *GLOBAL;
    if (LIKELY(!value_is_unbound(v))) {
        R(A) = v;
        NEXT;
    }
    TAIL(slow_global_unbound);
}

OPERATION(SETGLOBAL) {
    *GLOBAL = R(A);
    PROTO->module->linked[B] = 0;
    NEXT;
}

OPERATION(DELGLOBAL) { REQUIRE(module_delete_slot(t, frame_function(base)->proto->module, B)); }

// --- cells

static inline Cell *cell_of(Value v) { return (Cell *)value_object(v); }

OPERATION(NEWCELL) {
    PUBLISH;
    Cell *cell = cell_new(t, R(A));
    if (UNLIKELY(!cell)) FAIL;
    R(A) = value_from_object(cell);
    NEXT;
}

SLOW(cell_unbound) {
    PUBLISH;
    error_unbound_local(t, var_name(base, bc_op(insn) == OP_DELCELL ? A : B));
    FAIL;
}

OPERATION(GETCELL) {
    Value v = cell_of(R(B))->content;
    if (LIKELY(!value_is_unbound(v))) {
        R(A) = v;
        NEXT;
    }
    TAIL(slow_cell_unbound);
}

OPERATION(SETCELL) {
    cell_of(R(A))->content = R(B);
    NEXT;
}

OPERATION(DELCELL) {
    Cell *cell = cell_of(R(A));
    if (UNLIKELY(value_is_unbound(cell->content))) TAIL(slow_cell_unbound);
    cell->content = VALUE_UNBOUND;
    NEXT;
}

SLOW(free_unbound) {
    PUBLISH;
    const BcStr *name = &frame_function(base)->proto->bc->capture_names[B];
    error_unbound_free(t, str_intern(name->text, name->length));
    FAIL;
}

OPERATION(GETFREE) {
    Value v = frame_function(base)->cells[B]->content;
    if (LIKELY(!value_is_unbound(v))) {
        R(A) = v;
        NEXT;
    }
    TAIL(slow_free_unbound);
}

OPERATION(SETFREE) {
    frame_function(base)->cells[B]->content = R(A);
    NEXT;
}

OPERATION(DELFREE) {
    Cell *cell = frame_function(base)->cells[B];
    if (UNLIKELY(value_is_unbound(cell->content))) TAIL(slow_free_unbound);
    cell->content = VALUE_UNBOUND;
    NEXT;
}
