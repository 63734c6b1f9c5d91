// Which methods a call reaches, by prediction, and their instances. Only classes with a layout count: their shape, tested, says the
// class and with it the function, since objects of such a shape have no attribute of its name of their own.
#include <string.h>

#include "compiler/ssa/bc_flow.h"
#include "pass.h"
#include "predict.h"

bool pass_takes(const SsaFunction *f, uint32_t proto, uint32_t nargs) {
    const BcProto *bc = f->module->bc->protos[proto];
    bool simple = !(bc->flags & (BC_VARARGS | BC_VARKW | BC_GENERATOR)) && !bc->nkwonly;
    return simple && bc->npos == nargs && nargs <= 200;
}

static bool is_param_self(const SsaFunction *f, SsaRef v) {
    const SsaInsn *insn = ssa_at(f, v);
    while (insn->op == SSA_GUESS || insn->op == SSA_PROMISE) insn = ssa_at(f, insn->args[0]);
    return insn->op == SSA_PARAM && insn->imm == 0 && !f->regs;
}

bool pass_is_under_construction(const SsaFunction *f, SsaRef v) {
    if (!f->module->predict || !predict_proto(f->module->predict, f->proto)->constructs) return false;
    return is_param_self(f, v) && (f->fresh || !f->self);
}

bool pass_add_target(const SsaFunction *f, PassTargets *targets, uint32_t cls, const Atom *name, uint32_t nargs) {
    const Predict *p = f->module->predict;
    const PredictAttr *attr = predict_attr(p, cls, name);
    if (!predict_class(p, cls)->laid_out || !attr || attr->kind != ATTR_IS_METHOD || attr->proto < 0) return false;
    if (!pass_takes(f, (uint32_t)attr->proto, nargs)) return false;
    targets->classes[targets->count] = cls;
    targets->protos[targets->count++] = (uint32_t)attr->proto;
    return true;
}

static bool method_targets(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    const SsaInsn *method = ssa_at(f, call->args[0]), *window = ssa_at(f, call->args[1]);
    if (method->op != SSA_METHOD || window->op != SSA_LOADREG || !method->state) return false;
    Guess self = predict_of(f, method->args[0]);
    const Atom *name = predict_name(f->module->predict, &f->bc->consts[method->aux].str);
    if (!(self.kinds & GUESS_INSTANCE) || !guess_is(self, GUESS_INSTANCE | GUESS_NONE) || !name) return false;
    if (pass_is_under_construction(f, method->args[0]) || !ssa_may_guess(f, method->state) || !call->state || !ssa_may_guess(f, call->state)) return false;
    for (uint32_t i = 0; i < GUESS_CLASSES && self.classes[i]; i++)
        if (!pass_add_target(f, targets, self.classes[i], name, call->nargs - 1)) return false;
    return targets->count > 0;
}

// --- super().__init__(...)

static bool rebinds_class_cell(const BcModule *bc) {
    for (uint32_t n = 0; n < bc->nproto; n++)
        for (uint32_t pc = 0; pc < bc->protos[n]->ncode; pc++) {
            BcInsn i = bc->protos[n]->code[pc];
            if (bc_op(i) == OP_SETFREE && strcmp(bc->protos[n]->capture_names[bc_b(i)].text, "__class__") == 0) return true;
        }
    return false;
}

static const SsaInsn *unguessed(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    return insn->op == SSA_GUESS ? ssa_at(f, insn->args[0]) : insn;
}

static bool is_super(const SsaFunction *f, const SsaInsn *super) {
    const BcModule *bc = f->module->bc;
    if (super->op != SSA_CALL || super->nargs != 3 || super->aux || !is_param_self(f, super->args[2])) return false;
    const SsaInsn *name = unguessed(f, super->args[0]), *cls = unguessed(f, super->args[1]);
    if (name->op != SSA_GETGLOBAL || cls->op != SSA_GETFREE || (bc->global_flags[name->imm] & BC_GLOBAL_ASSIGNED)) return false;
    return strcmp(bc->globals[name->imm].text, "super") == 0 && strcmp(f->bc->capture_names[cls->imm].text, "__class__") == 0;
}

static bool may_guess_here(const SsaFunction *f, const SsaInsn *insn) {
    return insn->state && ssa_may_guess(f, insn->state) && !bc_handler_at(f->bc, insn->pc);
}

// On a fresh self only the base's __init__, which then makes fields; on a complete one anything but that.
static bool super_target(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    const Predict *p = f->module->predict;
    const SsaInsn *method = ssa_at(f, call->args[0]);
    if (!f->self || method->op != SSA_METHOD || ssa_at(f, call->args[1])->op != SSA_LOADREG || !is_super(f, unguessed(f, method->args[0]))) return false;
    const BcStr *name = &f->bc->consts[method->aux].str;
    if ((strcmp(name->text, "__init__") == 0) != f->fresh || rebinds_class_cell(f->module->bc)) return false;
    for (uint32_t i = 2; f->fresh && i < call->nargs; i++)
        if (is_param_self(f, call->args[i])) return false;
    if (!may_guess_here(f, unguessed(f, method->args[0])) || !may_guess_here(f, method) || !may_guess_here(f, call)) return false;
    uint32_t cls = predict_definer(p, f->proto);
    int32_t base = cls ? predict_class(p, cls)->base : 0;
    const PredictAttr *attr = base > 0 ? predict_attr(p, (uint32_t)base, predict_name(p, name)) : NULL;
    if (!attr || attr->kind != ATTR_IS_METHOD || attr->proto < 0 || !pass_takes(f, (uint32_t)attr->proto, call->nargs - 1)) return false;
    targets->super = true;
    targets->makes = f->fresh;
    targets->classes[0] = f->self;
    targets->protos[0] = (uint32_t)attr->proto;
    targets->count = 1;
    return true;
}

static bool init_target(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    const Predict *p = f->module->predict;
    const SsaInsn *callee = ssa_at(f, call->args[0]);
    Guess g = predict_of(f, call->args[0]);
    if (callee->op != SSA_GETGLOBAL || !guess_is(g, GUESS_CLASS) || !predict_class(p, g.target)->laid_out || !call->state) return false;
    if (predict_class(p, g.target)->slot != (uint32_t)callee->imm || !ssa_may_guess(f, call->state)) return false;
    const Atom *init = predict_name(p, &(BcStr){"__init__", 8});
    targets->makes = true;
    if (predict_class(p, g.target)->generated) {
        targets->stores = true;
        targets->classes[0] = g.target;
        return call->nargs - 1 == predict_class(p, g.target)->nparams;
    }
    if (!init || !predict_attr(p, g.target, init)) {
        targets->classes[0] = g.target;
        return call->nargs == 1;
    }
    return pass_add_target(f, targets, g.target, init, call->nargs);
}

// --- properties

static bool getter_target(const SsaFunction *f, const SsaInsn *insn, PassTargets *targets) {
    const Predict *p = f->module->predict;
    uint32_t cls = guess_class(predict_of(f, insn->args[0]));
    const Atom *name = cls ? predict_name(p, &f->bc->consts[insn->aux].str) : NULL;
    const PredictAttr *attr = name ? predict_attr(p, cls, name) : NULL;
    if (!attr || attr->kind != ATTR_IS_PROPERTY || attr->proto < 0 || !predict_class(p, cls)->laid_out) return false;
    if (!pass_takes(f, (uint32_t)attr->proto, 1) || pass_is_under_construction(f, insn->args[0])) return false;
    if (!insn->state || !ssa_may_guess(f, insn->state)) return false;
    targets->classes[0] = cls;
    targets->protos[0] = (uint32_t)attr->proto;
    targets->count = 1;
    return true;
}

bool pass_call_targets(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    *targets = (PassTargets){.self = call->op == SSA_CALLM, .first = call->op == SSA_CALLM ? 2 : 1};
    if (!f->module->predict || !f->guesses) return false;
    if (call->op == SSA_GETATTR) return getter_target(f, call, targets);
    if (pass_is_operator(call)) return pass_operator_target(f, call, targets);
    if (call->aux) return false;
    if (call->op == SSA_CALLM) return call->nargs >= 2 && (super_target(f, call, targets) || method_targets(f, call, targets));
    return call->op == SSA_CALL && init_target(f, call, targets);
}

SsaFunction *pass_call_instance(SsaFunction *f, const SsaInsn *call, const PassTargets *targets, uint32_t i, bool *known) {
    SsaType key[256] = {SSA_TYPE_VALUE};
    uint32_t proto = targets->protos[i], count = pass_target_arguments(call, targets);
    const BcProto *bc = f->module->bc->protos[proto];
    for (uint32_t a = 0; a < count; a++) {
        SsaType t = (SsaType)ssa_at(f, call->args[targets->first + a])->type;
        *known &= t != SSA_TYPE_NONE;
        key[a + 1] = pass_key_type(bc, a + 1, t);
    }
    if (!*known) return NULL;
    SsaFunction *instance = ssa_function_method(f->module, proto, key, targets->classes[i], targets->makes);
    if (instance) return instance;
    for (uint32_t a = 0; a < bc->nparams; a++) key[a] = SSA_TYPE_VALUE;
    return ssa_function_method(f->module, proto, key, targets->classes[i], targets->makes);
}
