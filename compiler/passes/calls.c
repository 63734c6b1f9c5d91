// Which methods a call reaches, by prediction, and their instances. Only classes with a layout count: their shape, tested, says the
// class and with it the function, since objects of such a shape have no attribute of its name of their own.
#include "pass.h"
#include "predict.h"

static bool takes(const SsaFunction *f, uint32_t proto, uint32_t nargs) {
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

static bool add_target(const SsaFunction *f, PassTargets *targets, uint32_t cls, const Atom *name, uint32_t nargs) {
    const Predict *p = f->module->predict;
    const PredictAttr *attr = predict_attr(p, cls, name);
    if (!predict_class(p, cls)->laid_out || !attr || attr->kind != ATTR_IS_METHOD || attr->proto < 0) return false;
    if (!takes(f, (uint32_t)attr->proto, nargs)) return false;
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
        if (!add_target(f, targets, self.classes[i], name, call->nargs - 1)) return false;
    return targets->count > 0;
}

static bool init_target(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    const Predict *p = f->module->predict;
    const SsaInsn *callee = ssa_at(f, call->args[0]);
    Guess g = predict_of(f, call->args[0]);
    if (callee->op != SSA_GETGLOBAL || !guess_is(g, GUESS_CLASS) || !predict_class(p, g.target)->laid_out || !call->state) return false;
    if (predict_class(p, g.target)->slot != (uint32_t)callee->imm || !ssa_may_guess(f, call->state)) return false;
    const Atom *init = predict_name(p, &(BcStr){"__init__", 8});
    targets->makes = true;
    if (!init || !predict_attr(p, g.target, init)) {
        targets->classes[0] = g.target;
        return call->nargs == 1;
    }
    return add_target(f, targets, g.target, init, call->nargs);
}

bool pass_call_targets(const SsaFunction *f, const SsaInsn *call, PassTargets *targets) {
    *targets = (PassTargets){0};
    if (call->aux || !f->module->predict || !f->guesses) return false;
    if (call->op == SSA_CALLM) return call->nargs >= 2 && method_targets(f, call, targets);
    return call->op == SSA_CALL && init_target(f, call, targets);
}

SsaFunction *pass_call_instance(SsaFunction *f, const SsaInsn *call, const PassTargets *targets, uint32_t i, bool *known) {
    SsaType key[256] = {SSA_TYPE_VALUE};
    uint32_t proto = targets->protos[i], first = targets->makes ? 1 : 2;
    const BcProto *bc = f->module->bc->protos[proto];
    for (uint32_t a = first; a < call->nargs; a++) {
        SsaType t = (SsaType)ssa_at(f, call->args[a])->type;
        *known &= t != SSA_TYPE_NONE;
        key[a - first + 1] = pass_key_type(bc, a - first + 1, t);
    }
    if (!*known) return NULL;
    SsaFunction *instance = ssa_function_method(f->module, proto, key, targets->classes[i], targets->makes);
    if (instance) return instance;
    for (uint32_t a = 0; a < bc->nparams; a++) key[a] = SSA_TYPE_VALUE;
    return ssa_function_method(f->module, proto, key, targets->classes[i], targets->makes);
}
