// The prediction as text, for people: classes with their fields, functions with parameters and results, globals; and for each
// function the lines where knowledge ends: a value that could be anything, made from operands of which more was known.
#include "predict_int.h"

static void put_classes(const Predict *p, StrBuf *out) {
    for (uint32_t c = 1; c < p->classes.count; c++) {
        const PredictClass *cls = &p->classes.items[c];
        strbuf_put_format(out, "class %s%s\n", cls->name->text, cls->laid_out ? "" : cls->plain ? ": fields in no fixed order" : ": has a say in attributes, or an unknown base");
        for (uint32_t i = 0; i < cls->fields.count; i++) {
            strbuf_put_format(out, "  %s: ", cls->fields.items[i].name->text);
            predict_print(p, cls->fields.items[i].guess, out);
            strbuf_put_char(out, '\n');
        }
    }
}

static void put_globals(const Predict *p, StrBuf *out) {
    for (uint32_t i = 0; i < p->bc->nglobal; i++) {
        Guess g = p->globals[i];
        if (!(p->bc->global_flags[i] & BC_GLOBAL_ASSIGNED) || p->bc->global_flags[i] & BC_GLOBAL_ONCE || !g.kinds) continue;
        strbuf_put_format(out, "%.*s: ", (int)p->bc->globals[i].length, p->bc->globals[i].text);
        predict_print(p, g, out);
        strbuf_put_char(out, '\n');
    }
}

static void put_head(const Predict *p, uint32_t proto, StrBuf *out) {
    const BcProto *bc = p->bc->protos[proto];
    strbuf_put_format(out, "def %.*s(", (int)bc->qualname.length, bc->qualname.text);
    for (uint32_t i = 0; i < bc->nparams; i++) {
        if (i) strbuf_put_text(out, ", ");
        if (i < bc->nvar) strbuf_put_format(out, "%.*s: ", (int)bc->vars[i].length, bc->vars[i].text);
        predict_print(p, p->protos[proto].params[i], out);
    }
    strbuf_put_text(out, ") -> ");
    predict_print(p, p->protos[proto].result, out);
    strbuf_put_char(out, '\n');
}

static const char *why_unknown(const SsaFunction *f, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PARAM: return f->guesses ? "a parameter that gets different kinds of values" : "";
    case SSA_CALL: return "the result of calling something not of this module, or of several kinds";
    case SSA_CALLM: return "the result of a method that is not known";
    case SSA_CALLEX: return "the result of a call with * or **";
    case SSA_GETATTR: return "an attribute that is no field known to the prediction";
    case SSA_GETITEM: return "an item of a container that holds different kinds of values, or is unknown";
    case SSA_FORNEXT: return "an item of an iterable that is not known";
    case SSA_GETGLOBAL: return "a global that holds different kinds of values";
    case SSA_PHI: return "different kinds of values on different ways here";
    case SSA_ADD: case SSA_SUB: case SSA_MUL: case SSA_DIV: case SSA_FLOORDIV: case SSA_MOD: case SSA_POW:
        return "an operator on kinds of values it is not predicted for";
    default: return NULL;
    }
}

static bool starts_here(const SsaFunction *f, uint32_t i) {
    const SsaInsn *insn = &f->insns.items[i];
    if (!(f->guesses[i].kinds & GUESS_OTHER) || insn->type == SSA_TYPE_NONE) return false;
    for (uint32_t a = 0; a < insn->nargs; a++)
        if (f->guesses[insn->args[a].i].kinds & GUESS_OTHER) return false;
    return why_unknown(f, insn) != NULL;
}

static void put_unknown(const SsaFunction *f, StrBuf *out) {
    uint32_t before = 0;
    for (uint32_t i = 1; i < f->insns.count; i++) {
        if (!starts_here(f, i)) continue;
        const BcLine *line = bc_line_at(f->bc, f->insns.items[i].pc);
        uint32_t number = line ? line->line : f->bc->line;
        if (number == before) continue;
        before = number;
        strbuf_put_format(out, "  line %u: %s\n", number, why_unknown(f, &f->insns.items[i]));
    }
}

static void put_proto(Predict *p, SsaModule *m, uint32_t proto, StrBuf *out) {
    const BcProto *bc = p->bc->protos[proto];
    if (!(bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY))) put_head(p, proto, out);
    if (bc->flags & BC_CLASS_BODY) return;
    SsaFunction *f = ssa_function_model(m, proto);
    if (!f) return;
    f->guesses = predict_function(p, f);
    f->nguesses = f->insns.count;
    put_unknown(f, out);
    ssa_function_fini(f);
}

void predict_report(const BcModule *bc, StrBuf *out) {
    Predict *p = predict_module(bc);
    if (!p) return strbuf_put_text(out, "the module is too large for prediction\n");
    Arena arena;
    arena_init(&arena);
    SsaModule *m = ssa_module_new(&arena, bc);
    put_classes(p, out);
    put_globals(p, out);
    for (uint32_t i = 0; i < bc->nproto; i++) put_proto(p, m, i, out);
    ssa_module_fini(m);
    arena_fini(&arena);
}
