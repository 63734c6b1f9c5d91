// Which methods operators on objects of program classes reach, by prediction. The object that is asked has one class, with a layout; what it is
// asked with is a number, a constant, or an object of a class with a layout that does not go first. That such a class has no method of a
// name is as certain as that it has one: the loader looks (native_operators.def).
#include <string.h>

#include "pass.h"
#include "predict.h"

static const char *arithmetic_name(SsaOp op, bool in_place) {
    switch (op) {
#define OPERATOR(op, name) case SSA_##op: return in_place ? "__i" name "__" : "__" name "__";
    OPERATOR(ADD, "add") OPERATOR(SUB, "sub") OPERATOR(MUL, "mul") OPERATOR(DIV, "truediv") OPERATOR(FLOORDIV, "floordiv")
    OPERATOR(MOD, "mod") OPERATOR(MATMUL, "matmul") OPERATOR(AND, "and") OPERATOR(OR, "or") OPERATOR(XOR, "xor")
    OPERATOR(SHL, "lshift") OPERATOR(SHR, "rshift") OPERATOR(NEG, "neg") OPERATOR(INVERT, "invert")
#undef OPERATOR
    default: return NULL;
    }
}

static const char *reflected_name(SsaOp op) {
    switch (op) {
#define OPERATOR(op, name) case SSA_##op: return "__r" name "__";
    OPERATOR(ADD, "add") OPERATOR(SUB, "sub") OPERATOR(MUL, "mul") OPERATOR(DIV, "truediv") OPERATOR(FLOORDIV, "floordiv")
    OPERATOR(MOD, "mod") OPERATOR(MATMUL, "matmul") OPERATOR(AND, "and") OPERATOR(OR, "or") OPERATOR(XOR, "xor")
    OPERATOR(SHL, "lshift") OPERATOR(SHR, "rshift")
#undef OPERATOR
    default: return NULL;
    }
}

// Comparisons by their number: 0 < 1 <= 2 == 3 != 4 > 5 >=.
enum { EQUAL = 2, DIFFERENT = 3 };
static const char *const comparison_names[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
static const uint8_t mirrored[] = {4, 5, 2, 3, 0, 1};

static bool is_comparison(SsaOp op) { return op >= SSA_LT && op <= SSA_TEST_GE; }
static uint32_t comparison_of(SsaOp op) { return op >= SSA_TEST_LT ? op - SSA_TEST_LT : op - SSA_LT; }

static bool is_subscript(SsaOp op) { return op == SSA_GETITEM || op == SSA_SETITEM || op == SSA_DELITEM; }

bool pass_is_operator(const SsaInsn *insn) {
    SsaOp op = (SsaOp)insn->op;
    return is_comparison(op) || is_subscript(op) || op == SSA_IN || arithmetic_name(op, false);
}

static const Atom *known_name(const SsaFunction *f, const char *name) {
    return name ? predict_name(f->module->predict, &(BcStr){name, (uint32_t)strlen(name)}) : NULL;
}

static const PredictAttr *attr_of(const SsaFunction *f, uint32_t cls, const char *name) {
    const Atom *atom = known_name(f, name);
    return atom ? predict_attr(f->module->predict, cls, atom) : NULL;
}

static bool derives(const Predict *p, uint32_t cls, uint32_t from) {
    for (int32_t c = (int32_t)cls; c > 0; c = predict_class(p, (uint32_t)c)->base)
        if ((uint32_t)c == from) return true;
    return false;
}

// The one class with a layout that the operand is probably an object of; 0: none.
static uint32_t class_of(const SsaFunction *f, SsaRef v) {
    Guess g = predict_of(f, v);
    uint32_t cls = guess_is(g, GUESS_INSTANCE) && ssa_at(f, v)->type == SSA_TYPE_VALUE ? guess_class(g) : 0;
    return cls && predict_class(f->module->predict, cls)->laid_out && !pass_is_under_construction(f, v) ? cls : 0;
}

static bool is_builtin(const SsaFunction *f, SsaRef v) {
    const SsaInsn *insn = ssa_at(f, v);
    SsaType t = (SsaType)insn->type;
    return t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT || t == SSA_TYPE_BOOL || insn->op == SSA_CONST_K || insn->op == SSA_CONST_S;
}

// The right operand is asked first when its class derives from the left one's: it must be of a builtin class, or of another.
static bool right_waits(const SsaFunction *f, SsaRef right, uint32_t cls, PassTargets *targets) {
    if (is_builtin(f, right)) return true;
    targets->other = class_of(f, right);
    return targets->other && (targets->other == cls || !derives(f->module->predict, targets->other, cls));
}

static bool cannot_decline(const SsaFunction *f, uint32_t proto) {
    const BcProto *bc = f->module->bc->protos[proto];
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        BcInsn i = bc->code[pc];
        if (bc_op(i) == OP_LOADS && bc_b(i) == BC_SINGLETON_NOTIMPLEMENTED) return false;
        if (bc_op(i) == OP_GETGLOBAL && strcmp(f->module->bc->globals[bc_b(i)].text, "NotImplemented") == 0) return false;
    }
    return guess_is(predict_proto(f->module->predict, proto)->result, GUESS_INT | GUESS_FLOAT | GUESS_STR | GUESS_LIST | GUESS_TUPLE | GUESS_INSTANCE);
}

static void swap(PassTargets *targets) {
    targets->swapped = true;
    targets->self = 1;
    targets->first = 0;
}

// --- arithmetic

// A number on the left leaves it to the object on the right.
static bool reflected_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    SsaType t = (SsaType)ssa_at(f, insn->args[0])->type;
    uint32_t cls = insn->nargs == 2 && (t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT) ? class_of(f, insn->args[1]) : 0;
    const Atom *name = cls ? known_name(f, reflected_name((SsaOp)insn->op)) : NULL;
    if (!name || !pass_add_target(f, targets, cls, name, 2) || !cannot_decline(f, targets->protos[0])) return false;
    swap(targets);
    return true;
}

static bool arithmetic_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    SsaOp op = (SsaOp)insn->op;
    uint32_t cls = class_of(f, insn->args[0]);
    if (!cls) return reflected_target(f, insn, targets);
    bool in_place = insn->imm && attr_of(f, cls, arithmetic_name(op, true));
    const Atom *name = known_name(f, arithmetic_name(op, in_place));
    if (!name || !pass_add_target(f, targets, cls, name, insn->nargs)) return false;
    if (insn->nargs == 1) return true;
    targets->declines = !cannot_decline(f, targets->protos[0]);
    return (!targets->declines || !insn->imm) && right_waits(f, insn->args[1], cls, targets);
}

// --- comparison

// What is left when a comparison has no method of its own: != asks ==, and what nobody answers is identity.
static bool inherited_target(const SsaFunction *f, const SsaInsn *insn, uint32_t which, uint32_t cls, PassTargets *targets) {
    uint32_t other = targets->other;
    if (which != EQUAL && which != DIFFERENT) return false;
    if (other && (attr_of(f, other, "__ne__") || (!attr_of(f, cls, "__eq__") && attr_of(f, other, "__eq__")))) return false;
    targets->negated = which == DIFFERENT;
    if (attr_of(f, cls, "__eq__")) return pass_add_target(f, targets, cls, known_name(f, "__eq__"), 2);
    targets->identity = true;
    targets->classes[0] = cls;
    return other || ssa_at(f, insn->args[1])->op == SSA_CONST_S;
}

// The left operand has no such method; the right one has the mirrored one.
static bool mirrored_target(const SsaFunction *f, uint32_t which, uint32_t cls, PassTargets *targets) {
    uint32_t other = targets->other;
    const Atom *name = other && which != EQUAL && which != DIFFERENT ? known_name(f, comparison_names[mirrored[which]]) : NULL;
    if (!name || !pass_add_target(f, targets, other, name, 2)) return false;
    targets->other = cls;
    swap(targets);
    return true;
}

static bool comparison_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    uint32_t which = comparison_of((SsaOp)insn->op), cls = class_of(f, insn->args[0]);
    if (!cls || !right_waits(f, insn->args[1], cls, targets)) return false;
    targets->tests = insn->op >= SSA_TEST_LT;
    targets->declines = true;
    if (attr_of(f, cls, comparison_names[which])) return pass_add_target(f, targets, cls, known_name(f, comparison_names[which]), 2);
    const Predict *p = f->module->predict;
    if (predict_derives_dataclass(p, cls) || predict_derives_dataclass(p, targets->other)) return false;
    return inherited_target(f, insn, which, cls, targets) || mirrored_target(f, which, cls, targets);
}

// --- subscripts and membership

static bool container_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    SsaOp op = (SsaOp)insn->op;
    const char *name = op == SSA_GETITEM ? "__getitem__" : op == SSA_SETITEM ? "__setitem__" : op == SSA_DELITEM ? "__delitem__" : "__contains__";
    uint32_t cls = class_of(f, insn->args[op == SSA_IN]);
    if (!cls || !known_name(f, name) || !pass_add_target(f, targets, cls, known_name(f, name), insn->nargs)) return false;
    targets->tests = op == SSA_IN;
    if (op == SSA_IN) swap(targets);
    return true;
}

bool pass_operator_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    if (!insn->state || !ssa_may_guess(f, insn->state)) return false;
    targets->self = 0;
    targets->first = 1;
    if (is_comparison((SsaOp)insn->op)) return comparison_target(f, insn, targets);
    if (is_subscript((SsaOp)insn->op) || insn->op == SSA_IN) return container_target(f, insn, targets);
    return arithmetic_target(f, insn, targets);
}
