// One function's values: each instruction's guess from its operands' and from what the module keeps, and what the instruction
// adds to that while learning.
#include "pass.h"
#include "predict_int.h"

#include <string.h>

static Guess other(void) { return guess_kind(GUESS_OTHER); }
static const SsaInsn *insn_of(const Flow *flow, SsaRef r) { return &flow->f->insns.items[r.i]; }
static Guess arg(const Flow *flow, const SsaInsn *insn, uint32_t i) { return flow->g[insn->args[i].i]; }
static const Atom *constant_name(const Flow *flow, uint32_t k) { return predict_intern(flow->p, &flow->f->bc->consts[k].str); }
static const Atom *text(const Flow *flow, const char *name) { return predict_text(flow->p, name, strlen(name)); }

// --- calls

static uint32_t extra_register(const BcProto *bc) { return (uint32_t)bc->npos + bc->nkwonly; }

static void pass_arguments(Flow *flow, uint32_t proto, const Guess *args, uint32_t nargs) {
    Predict *p = flow->p;
    const BcProto *bc = p->bc->protos[proto];
    PredictProto *to = &p->protos[proto];
    for (uint32_t i = 0; i < nargs && i < bc->npos; i++) guess_add(p, &to->params[i], args[i]);
    if (!(bc->flags & BC_VARARGS)) return;
    Guess rest = guess_container(flow, GUESS_TUPLE, 4);
    for (uint32_t i = bc->npos; i < nargs; i++) guess_put(flow, rest, args[i]);
    guess_add(p, &to->params[extra_register(bc)], rest);
}

enum { CALLS_WITHIN_MAX = 40 };

static void learn_callee(Predict *p, uint32_t proto) {
    if (!p->learning || p->depth >= CALLS_WITHIN_MAX) return;
    p->depth++;
    predict_learn(p, proto);
    p->depth--;
}

Guess predict_call(Flow *flow, uint32_t proto, const Guess *args, uint32_t nargs) {
    Predict *p = flow->p;
    PredictProto *to = &p->protos[proto];
    bool changed = p->changed;
    p->changed = false;
    pass_arguments(flow, proto, args, nargs);
    if (p->enters && p->changed) learn_callee(p, proto);
    p->changed |= changed;
    return to->opaque || (p->learning && !to->model) ? other() : to->result;
}

static Guess call_method(Flow *flow, uint32_t cls, const Atom *name, Guess self, const Guess *args, uint32_t nargs);

static void add_field(Predict *p, uint32_t cls, const Atom *name, Guess g);

// By the __init__ that `dataclass` made for class `maker`.
static void construct_generated(Flow *flow, uint32_t cls, uint32_t maker, const Guess *args, uint32_t nargs) {
    const PredictClass *c = &flow->p->classes.items[maker];
    for (uint32_t i = 0; i < c->nparams; i++) {
        const PredictAttr *attr = predict_attr(flow->p, cls, c->params[i]);
        if (i < nargs && args[i].kinds) add_field(flow->p, cls, c->params[i], args[i]);
        else if (attr) add_field(flow->p, cls, c->params[i], attr->guess);
    }
}

static Guess construct(Flow *flow, uint32_t cls, const Guess *args, uint32_t nargs) {
    uint32_t maker = predict_generated_init(flow->p, cls);
    if (maker) {
        if (flow->p->learning) construct_generated(flow, cls, maker, args, nargs);
        return guess_instance(cls);
    }
    const Atom *init = text(flow, "__init__");
    if (predict_attr(flow->p, cls, init)) call_method(flow, cls, init, guess_instance(cls), args, nargs);
    return guess_instance(cls);
}

// Any of the functions may be the one that is called.
static Guess call_any(Flow *flow, Guess callee, const Guess *args, uint32_t nargs) {
    FunctionSet set = guess_functions(flow->p, &callee);
    Guess g = {0};
    for (uint32_t i = 0; i < set.count; i++) g = guess_join(flow->p, g, predict_call(flow, set.protos[i], args, nargs));
    return g;
}

// None is not called: where it may be, it was tested for.
Guess predict_call_value(Flow *flow, Guess callee, const Guess *args, uint32_t nargs) {
    if (!callee.kinds || guess_is(callee, GUESS_NONE)) return (Guess){0};
    if (guess_is(callee, GUESS_FUNCTION | GUESS_FUNCTIONS | GUESS_NONE)) return call_any(flow, callee, args, nargs);
    if (guess_is(callee, GUESS_CLASS)) return construct(flow, callee.target, args, nargs);
    if (guess_is(callee, GUESS_NATIVE)) return predict_native_call(flow, predict_target_name(flow->p, callee), args, nargs);
    uint32_t cls = guess_class(callee);
    return cls ? call_method(flow, cls, text(flow, "__call__"), callee, args, nargs) : other();
}

enum { ARGUMENTS_MAX = 64 };

// An attribute of the class, called on an instance.
static Guess call_method(Flow *flow, uint32_t cls, const Atom *name, Guess self, const Guess *args, uint32_t nargs) {
    const PredictAttr *attr = predict_attr(flow->p, cls, name);
    if (!attr || attr->proto < 0 || nargs + 1 > ARGUMENTS_MAX) return other();
    if (attr->kind == ATTR_IS_STATIC) return predict_call(flow, (uint32_t)attr->proto, args, nargs);
    if (attr->kind != ATTR_IS_METHOD && attr->kind != ATTR_IS_CLASSMETHOD) return other();
    Guess all[ARGUMENTS_MAX] = {attr->kind == ATTR_IS_METHOD ? self : guess_target(GUESS_CLASS, cls)};
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    return predict_call(flow, (uint32_t)attr->proto, all, nargs + 1);
}

static Guess field_guess(const Predict *p, uint32_t cls, const Atom *name) {
    const PredictClass *c = &p->classes.items[cls];
    for (uint32_t i = 0; i < c->fields.count; i++)
        if (c->fields.items[i].name == name) return c->fields.items[i].guess;
    return (Guess){0};
}

static Guess call_on_instance(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t nargs) {
    Guess g = {0};
    for (uint32_t i = 0; i < GUESS_CLASSES && self.classes[i]; i++) {
        Guess field = field_guess(flow->p, self.classes[i], name);
        Guess one = field.kinds ? predict_call_value(flow, field, args, nargs) : call_method(flow, self.classes[i], name, guess_instance(self.classes[i]), args, nargs);
        g = guess_join(flow->p, g, one);
    }
    return g;
}

static Guess call_on_class(Flow *flow, uint32_t cls, const Atom *name, const Guess *args, uint32_t nargs) {
    const PredictAttr *attr = predict_attr(flow->p, cls, name);
    if (!attr || attr->proto < 0) return other();
    if (attr->kind == ATTR_IS_CLASSMETHOD) return call_method(flow, cls, name, (Guess){0}, args, nargs);
    return predict_call(flow, (uint32_t)attr->proto, args, nargs);
}

static Guess module_attr(Flow *flow, Guess module, const Atom *name) {
    static const struct {
        const char *name;
        uint32_t kind;
    } values[] = {
        {"math.pi", GUESS_FLOAT}, {"math.e", GUESS_FLOAT}, {"math.inf", GUESS_FLOAT}, {"math.nan", GUESS_FLOAT}, {"math.tau", GUESS_FLOAT},
        {"sys.maxsize", GUESS_INT}, {"string.ascii_lowercase", GUESS_STR}, {"string.ascii_uppercase", GUESS_STR}, {"string.ascii_letters", GUESS_STR},
        {"string.digits", GUESS_STR}, {"string.punctuation", GUESS_STR}, {"string.hexdigits", GUESS_STR}, {"string.whitespace", GUESS_STR},
    };
    StrBuf full = {0};
    strbuf_put_format(&full, "%s.%s", predict_target_name(flow->p, module)->text, name ? name->text : "");
    const Atom *atom = predict_text(flow->p, strbuf_text(&full), full.length);
    strbuf_fini(&full);
    if (!atom) return other();
    for (uint32_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (atom_is(atom, values[i].name)) return guess_kind(values[i].kind);
    return guess_named(flow->p, GUESS_NATIVE, atom);
}

// None has no attributes to speak of: what is only known to be None so far will be something else where they are asked for.
static bool is_none_yet(Guess self, const Atom *name) { return guess_is(self, GUESS_NONE) && name->text[0] != '_'; }

static Guess call_attr(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t nargs) {
    if (!self.kinds || is_none_yet(self, name)) return (Guess){0};
    if (guess_is(self, GUESS_INSTANCE | GUESS_NONE) && self.kinds & GUESS_INSTANCE) return call_on_instance(flow, self, name, args, nargs);
    if (guess_is(self, GUESS_CLASS)) return call_on_class(flow, self.target, name, args, nargs);
    if (guess_is(self, GUESS_MODULE) || guess_is(self, GUESS_NATIVE)) return predict_call_value(flow, module_attr(flow, self, name), args, nargs);
    return predict_native_method(flow, self, name, args, nargs);
}

static bool is_builtin(const Flow *flow, SsaRef r, const char *name) {
    const SsaInsn *insn = insn_of(flow, r);
    const BcModule *bc = flow->p->bc;
    return insn->op == SSA_GETGLOBAL && !(bc->global_flags[insn->imm] & BC_GLOBAL_ASSIGNED) && strcmp(bc->globals[insn->imm].text, name) == 0;
}

// super().name(...)
static Guess call_super(Flow *flow, const SsaInsn *super, const Atom *name, const Guess *args, uint32_t nargs) {
    uint32_t cls = predict_definer(flow->p, flow->f->proto);
    int32_t base = cls ? flow->p->classes.items[cls].base : -1;
    if (base == 0) return guess_kind(GUESS_NONE);
    return base > 0 ? call_method(flow, (uint32_t)base, name, arg(flow, super, 2), args, nargs) : other();
}

// Puts arguments passed by keyword where their parameters are.
static uint32_t bind_keywords(const Flow *flow, const BcProto *to, uint32_t first, uint32_t names, Guess *args, uint32_t nargs) {
    const BcConst *consts = flow->f->bc->consts, *tuple = &consts[names];
    uint32_t npos = nargs - tuple->tuple.count, most = npos;
    Guess given[ARGUMENTS_MAX];
    for (uint32_t i = npos; i < nargs; i++) {
        given[i] = args[i];
        args[i] = (Guess){0};
    }
    for (uint32_t k = 0; k < tuple->tuple.count; k++)
        for (uint32_t i = first; i < to->npos && i < to->nvar && i - first < ARGUMENTS_MAX; i++) {
            if (strcmp(to->vars[i].text, consts[tuple->tuple.items[k]].str.text) != 0) continue;
            while (most <= i - first) args[most++] = (Guess){0};
            args[i - first] = given[npos + k];
        }
    return most;
}

static uint32_t take_args(Flow *flow, const SsaInsn *call, uint32_t first, Guess *args, int32_t proto, uint32_t bound) {
    uint32_t n = 0;
    for (uint32_t i = first; i < call->nargs && n < ARGUMENTS_MAX; i++) args[n++] = arg(flow, call, i);
    if (!call->aux || call->nargs - first > ARGUMENTS_MAX) return n;
    if (proto < 0) return n - flow->f->bc->consts[call->aux - 1].tuple.count;
    return bind_keywords(flow, flow->p->bc->protos[proto], bound, call->aux - 1, args, n);
}

// sorted(a, key=f) and the like call f with each of the elements.
static void call_key(Flow *flow, const SsaInsn *call, Guess element) {
    const BcConst *consts = flow->f->bc->consts, *names = &consts[call->aux - 1];
    uint32_t first = call->nargs - names->tuple.count;
    for (uint32_t i = 0; i < names->tuple.count; i++) {
        Guess f = arg(flow, call, first + i);
        if (strcmp(consts[names->tuple.items[i]].str.text, "key") == 0 && guess_is(f, GUESS_FUNCTION | GUESS_FUNCTIONS | GUESS_NONE))
            predict_call_value(flow, f, &element, 1);
    }
}

static void call_native_key(Flow *flow, const SsaInsn *call, Guess callee, const Guess *args, uint32_t n) {
    static const char *const takers[] = {"sorted", "min", "max", "heapq.nlargest", "heapq.nsmallest", "itertools.groupby"};
    const Atom *name = predict_target_name(flow->p, callee);
    uint32_t of = 0;
    for (uint32_t i = 0; i < sizeof takers / sizeof takers[0]; i++)
        if (atom_is(name, takers[i])) of = 1 + (i == 3 || i == 4);
    if (!of || n < of) return;
    Guess element = predict_element(flow->p, args[of - 1]);
    for (uint32_t i = 0; of == 1 && n > 1 && i < n; i++) element = i ? guess_join(flow->p, element, args[i]) : args[i];
    call_key(flow, call, element);
}

static int32_t init_proto(const Flow *flow, uint32_t cls) {
    const PredictAttr *attr = predict_attr(flow->p, cls, text(flow, "__init__"));
    return attr && attr->kind == ATTR_IS_METHOD ? attr->proto : -1;
}

// Fields passed by keyword go where they belong.
static Guess call_generated(Flow *flow, const SsaInsn *insn, uint32_t cls, uint32_t maker) {
    Guess args[ARGUMENTS_MAX] = {0};
    const BcConst *consts = flow->f->bc->consts, *names = insn->aux ? &consts[insn->aux - 1] : NULL;
    const PredictClass *c = &flow->p->classes.items[maker];
    uint32_t nnames = names ? names->tuple.count : 0, npos = insn->nargs - 1 - nnames;
    if (insn->nargs > FIELDS_MAX) return guess_instance(cls);
    for (uint32_t i = 0; i < npos; i++) args[i] = arg(flow, insn, i + 1);
    for (uint32_t k = 0; k < nnames; k++)
        for (uint32_t i = 0; i < c->nparams; i++)
            if (atom_is(c->params[i], consts[names->tuple.items[k]].str.text)) args[i] = arg(flow, insn, 1 + npos + k);
    return construct(flow, cls, args, FIELDS_MAX);
}

static Guess call(Flow *flow, const SsaInsn *insn) {
    Guess callee = arg(flow, insn, 0), args[ARGUMENTS_MAX];
    if (predict_decorated(flow->p, flow->f, insn)) return arg(flow, insn, insn->nargs - 1);
    uint32_t maker = guess_is(callee, GUESS_CLASS) ? predict_generated_init(flow->p, callee.target) : 0;
    if (maker) return call_generated(flow, insn, callee.target, maker);
    int32_t proto = guess_is(callee, GUESS_FUNCTION) ? (int32_t)callee.target : guess_is(callee, GUESS_CLASS) ? init_proto(flow, callee.target) : -1;
    uint32_t n = take_args(flow, insn, 1, args, proto, guess_is(callee, GUESS_CLASS));
    if (insn->aux && guess_is(callee, GUESS_NATIVE)) call_native_key(flow, insn, callee, args, n);
    return predict_call_value(flow, callee, args, n);
}

static Guess callm(Flow *flow, const SsaInsn *insn) {
    if (predict_decorated(flow->p, flow->f, insn)) return arg(flow, insn, insn->nargs - 1);
    const SsaInsn *method = insn_of(flow, insn->args[0]);
    if (method->op != SSA_METHOD) return other();
    const Atom *name = constant_name(flow, method->aux);
    const SsaInsn *of = insn_of(flow, method->args[0]);
    if (of->op == SSA_GUESS) of = insn_of(flow, of->args[0]);
    Guess self = arg(flow, method, 0), args[ARGUMENTS_MAX];
    uint32_t cls = guess_class(self);
    const PredictAttr *attr = cls ? predict_attr(flow->p, cls, name) : NULL;
    uint32_t n = take_args(flow, insn, 2, args, attr && attr->kind == ATTR_IS_METHOD ? attr->proto : -1, 1);
    if (insn->aux && guess_is(self, GUESS_LIST) && atom_is(name, "sort")) call_key(flow, insn, predict_element(flow->p, self));
    if (of->op == SSA_CALL && of->nargs == 3 && is_builtin(flow, of->args[0], "super")) return call_super(flow, of, name, args, n);
    return call_attr(flow, self, name, args, n);
}

// What is put into a list between its making and the first * after it.
static uint32_t put_first(const Flow *flow, SsaRef list, Guess *args) {
    uint32_t n = 0;
    for (uint32_t i = list.i + 1; i < flow->at && n < ARGUMENTS_MAX; i++) {
        const SsaInsn *insn = &flow->f->insns.items[i];
        if ((insn->op != SSA_APPEND && insn->op != SSA_EXTEND) || !ssa_same(insn->args[0], list)) continue;
        if (insn->op == SSA_EXTEND) break;
        args[n++] = arg(flow, insn, 1);
    }
    return n;
}

// The arguments that a call with * or ** surely passes first: the items of a tuple whose places are known, or what stands before the *.
static uint32_t spread_args(Flow *flow, const SsaInsn *call, Guess *args) {
    Guess all = arg(flow, call, 1);
    uint32_t n = guess_is(all, GUESS_TUPLE) && all.site ? guess_site(flow->p, all.site)->nitems : 0;
    for (uint32_t i = 0; i < n; i++) args[i] = predict_item(flow->p, all, i);
    return n || insn_of(flow, call->args[1])->op != SSA_LIST ? n : put_first(flow, call->args[1], args);
}

static Guess call_spread(Flow *flow, const SsaInsn *insn) {
    Guess callee = arg(flow, insn, 0), args[ARGUMENTS_MAX];
    if (guess_is(callee, GUESS_NATIVE)) return predict_native_spread(flow, predict_target_name(flow->p, callee), arg(flow, insn, 1));
    if (!guess_is(callee, GUESS_FUNCTION | GUESS_FUNCTIONS | GUESS_CLASS)) return other();
    return predict_call_value(flow, callee, args, spread_args(flow, insn, args));
}

// --- operators

static const char *operator_name(SsaOp op) {
    switch (op) {
#define OPERATOR(op, name) case SSA_##op: return name;
    OPERATOR(ADD, "add") OPERATOR(SUB, "sub") OPERATOR(MUL, "mul") OPERATOR(DIV, "truediv") OPERATOR(FLOORDIV, "floordiv")
    OPERATOR(MOD, "mod") OPERATOR(POW, "pow") OPERATOR(MATMUL, "matmul") OPERATOR(SHL, "lshift") OPERATOR(SHR, "rshift")
    OPERATOR(AND, "and") OPERATOR(OR, "or") OPERATOR(XOR, "xor") OPERATOR(NEG, "neg") OPERATOR(POS, "pos") OPERATOR(INVERT, "invert")
    OPERATOR(LT, "lt") OPERATOR(LE, "le") OPERATOR(EQ, "eq") OPERATOR(NE, "ne") OPERATOR(GT, "gt") OPERATOR(GE, "ge")
    OPERATOR(TEST_LT, "lt") OPERATOR(TEST_LE, "le") OPERATOR(TEST_EQ, "eq") OPERATOR(TEST_NE, "ne") OPERATOR(TEST_GT, "gt")
    OPERATOR(TEST_GE, "ge")
#undef OPERATOR
    default: return "";
    }
}

// What the method __PREFIXname__ of the first operand gives.
static Guess call_dunder(Flow *flow, Guess self, const char *prefix, const char *name, const Guess *args, uint32_t nargs) {
    StrBuf full = {0};
    strbuf_put_format(&full, "__%s%s__", prefix, name);
    const Atom *atom = predict_text(flow->p, strbuf_text(&full), full.length);
    strbuf_fini(&full);
    Guess g = {0};
    for (uint32_t i = 0; i < GUESS_CLASSES && self.classes[i]; i++)
        if (predict_attr(flow->p, self.classes[i], atom))
            g = guess_join(flow->p, g, call_method(flow, self.classes[i], atom, guess_instance(self.classes[i]), args, nargs));
    return g;
}

static Guess instance_operator(Flow *flow, const SsaInsn *insn, Guess a, Guess b) {
    const char *name = operator_name((SsaOp)insn->op);
    Guess g = {0};
    if (insn->imm) g = call_dunder(flow, a, "i", name, &b, 1);
    if (!g.kinds) g = call_dunder(flow, a, "", name, &b, insn->nargs - 1);
    if (insn->nargs > 1 && b.kinds & GUESS_INSTANCE && !(a.kinds & GUESS_INSTANCE)) g = guess_join(flow->p, g, call_dunder(flow, b, "r", name, &a, 1));
    return g;
}

enum { NUMBERS = GUESS_INT | GUESS_FLOAT | GUESS_BOOL | GUESS_WORD };

static Guess sequence_operator(Flow *flow, SsaOp op, Guess a, Guess b) {
    if (op == SSA_MOD && guess_is(a, GUESS_STR)) return a;
    if (op == SSA_ADD && a.kinds == b.kinds && guess_is(a, GUESS_STR | GUESS_BYTES | GUESS_BYTEARRAY)) return a;
    if (op == SSA_ADD && a.kinds == b.kinds && guess_is(a, GUESS_LIST)) return guess_join(flow->p, a, b);
    if (op == SSA_ADD && a.kinds == b.kinds && guess_is(a, GUESS_TUPLE)) {
        Guess made = guess_container(flow, GUESS_TUPLE, 0);
        guess_put(flow, made, predict_element(flow->p, a));
        guess_put(flow, made, predict_element(flow->p, b));
        return made;
    }
    if (op == SSA_MUL && guess_is(b, GUESS_INT) && guess_is(a, GUESS_STR | GUESS_BYTES | GUESS_BYTEARRAY | GUESS_LIST)) return a;
    if (op == SSA_MUL && guess_is(a, GUESS_INT) && guess_is(b, GUESS_STR | GUESS_BYTES | GUESS_BYTEARRAY | GUESS_LIST)) return b;
    if ((op == SSA_OR || op == SSA_AND || op == SSA_SUB || op == SSA_XOR) && (guess_is(a, GUESS_SET) || guess_is(a, GUESS_FROZENSET))) return a;
    return other();
}

static Guess operator(Flow *flow, const SsaInsn *insn) {
    Guess a = arg(flow, insn, 0), b = insn->nargs > 1 ? arg(flow, insn, 1) : a;
    if (!a.kinds || !b.kinds) return (Guess){0};
    if (guess_is(a, NUMBERS) && guess_is(b, NUMBERS)) return predict_number_operator(flow, insn, a.kinds, b.kinds);
    if ((a.kinds | b.kinds) & GUESS_INSTANCE) return instance_operator(flow, insn, a, b);
    return sequence_operator(flow, (SsaOp)insn->op, a, b);
}

static Guess comparison(Flow *flow, const SsaInsn *insn) {
    Guess a = arg(flow, insn, 0), b = arg(flow, insn, 1);
    if (!((a.kinds | b.kinds) & GUESS_INSTANCE)) return guess_kind(GUESS_BOOL);
    Guess g = instance_operator(flow, insn, a, b);
    return g.kinds && insn->op <= SSA_GE ? g : guess_kind(GUESS_BOOL);
}

// --- attributes, items, iteration

static Guess instance_attr(Flow *flow, uint32_t cls, const Atom *name) {
    const PredictAttr *attr = predict_attr(flow->p, cls, name);
    Guess field = field_guess(flow->p, cls, name);
    if (!attr) return field;
    if (attr->kind == ATTR_IS_PROPERTY && attr->proto >= 0) {
        Guess self = guess_instance(cls);
        return predict_call(flow, (uint32_t)attr->proto, &self, 1);
    }
    return attr->kind == ATTR_IS_VALUE ? guess_join(flow->p, field, attr->guess) : other();
}

static Guess get_attr(Flow *flow, const SsaInsn *insn) {
    Guess self = arg(flow, insn, 0), g = {0};
    const Atom *name = constant_name(flow, insn->aux);
    if (!self.kinds || is_none_yet(self, name)) return (Guess){0};
    if (guess_is(self, GUESS_MODULE)) return module_attr(flow, self, name);
    if (guess_is(self, GUESS_CLASS)) {
        const PredictAttr *attr = predict_attr(flow->p, self.target, name);
        if (!attr) return other();
        return attr->kind == ATTR_IS_VALUE ? attr->guess : attr->kind == ATTR_IS_METHOD && attr->proto >= 0 ? guess_target(GUESS_FUNCTION, (uint32_t)attr->proto) : other();
    }
    if (!(self.kinds & GUESS_INSTANCE) || !guess_is(self, GUESS_INSTANCE | GUESS_NONE)) return other();
    for (uint32_t i = 0; i < GUESS_CLASSES && self.classes[i]; i++) g = guess_join(flow->p, g, instance_attr(flow, self.classes[i], name));
    return g;
}

// What METHOD finds in a module is a plain value; callm looks at the others itself.
static Guess found_method(Flow *flow, const SsaInsn *insn) {
    return guess_is(arg(flow, insn, 0), GUESS_MODULE) ? get_attr(flow, insn) : other();
}

static void add_field(Predict *p, uint32_t cls, const Atom *name, Guess g) {
    PredictClass *c = &p->classes.items[cls];
    uint32_t i = 0;
    while (i < c->fields.count && c->fields.items[i].name != name) i++;
    if (i == c->fields.count) {
        vec_push(&c->fields, {name, {0}});
        p->changed = true;
    }
    Guess now = c->fields.items[i].guess;
    guess_add(p, &now, g);
    p->classes.items[cls].fields.items[i].guess = now;
}

static void set_attr(Flow *flow, const SsaInsn *insn) {
    if (!flow->p->learning) return;
    Guess self = arg(flow, insn, 0);
    const Atom *name = constant_name(flow, insn->aux);
    for (uint32_t i = 0; i < GUESS_CLASSES && self.classes[i]; i++) add_field(flow->p, self.classes[i], name, arg(flow, insn, 1));
    if (guess_is(self, GUESS_CLASS)) predict_note_attr(flow->p, flow->p->classes.items[self.target].body, name, ATTR_IS_VALUE, -1, arg(flow, insn, 1));
}

static Guess get_item(Flow *flow, const SsaInsn *insn) {
    Guess container = arg(flow, insn, 0), key = arg(flow, insn, 1);
    const SsaInsn *index = insn_of(flow, insn->args[1]);
    if (!container.kinds) return container;
    if (container.kinds & GUESS_INSTANCE) return call_dunder(flow, container, "", "getitem", &key, 1);
    if (guess_is(container, GUESS_MAPPING)) guess_put_key(flow, container, key);  // which may make the item
    if (guess_is(key, GUESS_SLICE)) {
        if (!guess_is(container, GUESS_LIST | GUESS_STR | GUESS_BYTES | GUESS_BYTEARRAY | GUESS_TUPLE)) return other();
        if (!guess_is(container, GUESS_TUPLE)) return container;
        Guess part = guess_container(flow, GUESS_TUPLE, 0);
        guess_put(flow, part, predict_element(flow->p, container));
        return part;
    }
    if (index->op == SSA_CONST_INT) return predict_item(flow->p, container, index->imm);
    return predict_value(flow->p, container);
}

static void set_item(Flow *flow, const SsaInsn *insn) {
    Guess container = arg(flow, insn, 0), args[2] = {arg(flow, insn, 1), arg(flow, insn, 2)};
    if (container.kinds & GUESS_INSTANCE) call_dunder(flow, container, "", "setitem", args, 2);
    else if (guess_is(container, GUESS_DICT | GUESS_MAPPING)) {
        guess_put_key(flow, container, args[0]);
        guess_put(flow, container, args[1]);
    } else if (guess_is(args[0], GUESS_SLICE)) guess_put(flow, container, predict_element(flow->p, args[1]));
    else if (guess_is(container, GUESS_LIST)) guess_put(flow, container, args[1]);
}

static Guess iterated(Flow *flow, Guess g) {
    if (!(g.kinds & GUESS_INSTANCE)) return predict_element(flow->p, g);
    Guess iterator = call_dunder(flow, g, "", "iter", NULL, 0);
    if (iterator.kinds & GUESS_INSTANCE) return call_dunder(flow, iterator, "", "next", NULL, 0);
    return predict_element(flow->p, iterator);
}

// A loop over what ITER gives is one over its operand, unless that is a container that has made an iterator.
static Guess iterator_over(Flow *flow, Guess g) {
    if (!(g.kinds & (GUESS_DICT | GUESS_MAPPING | GUESS_SET | GUESS_FROZENSET | GUESS_BYTEARRAY))) return g;
    Guess made = guess_container(flow, GUESS_ITER, 0);
    guess_put(flow, made, iterated(flow, g));
    return made;
}

static Guess next_item(Flow *flow, const SsaInsn *insn) {
    uint32_t prep = flow->prep_of[insn->pc];
    if (!prep || !flow->at_pc[prep - 1].i) return other();
    return iterated(flow, arg(flow, insn_of(flow, flow->at_pc[prep - 1]), 0));
}

static Guess load_register(Flow *flow, const SsaInsn *insn) {
    SsaRef from = flow->at_pc[insn->pc];
    const SsaInsn *maker = insn_of(flow, from);
    if (!from.i) return other();
    Guess g = arg(flow, maker, 0);
    if (maker->op == SSA_METHOD) return g;
    if (maker->op != SSA_UNPACK) return other();
    return guess_is(g, GUESS_TUPLE) ? predict_item(flow->p, g, insn->imm - maker->imm) : iterated(flow, g);
}

// --- what makes containers and functions

static Guess filled(Flow *flow, const SsaInsn *insn, uint32_t kind) {
    Guess g = guess_container(flow, kind, 0);
    for (uint32_t i = 0; i < insn->nargs; i++) guess_put(flow, g, arg(flow, insn, i));
    return g;
}

static Guess tuple(Flow *flow, const SsaInsn *insn) {
    Guess items[SITE_ITEMS];
    if (insn->nargs > SITE_ITEMS) return filled(flow, insn, GUESS_TUPLE);
    for (uint32_t i = 0; i < insn->nargs; i++) items[i] = arg(flow, insn, i);
    return guess_tuple(flow, items, insn->nargs, 0);
}

static Guess dict(Flow *flow, const SsaInsn *insn) {
    Guess g = guess_container(flow, GUESS_DICT, 0);
    for (uint32_t i = 0; i + 1 < insn->nargs; i += 2) {
        guess_put_key(flow, g, arg(flow, insn, i));
        guess_put(flow, g, arg(flow, insn, i + 1));
    }
    return g;
}

static void note_defaults(Flow *flow, const BcProto *inner, uint32_t proto, const SsaInsn *insn) {
    if (!(insn->aux & BC_K_DEFAULTS)) return;
    Guess defaults = arg(flow, insn, 0);
    if (!guess_is(defaults, GUESS_TUPLE) || !defaults.site) return;
    uint32_t n = guess_site(flow->p, defaults.site)->nitems;
    for (uint32_t i = 0; i < n && n <= inner->npos; i++) {
        Guess item = predict_item(flow->p, defaults, i);
        if (!guess_is(item, GUESS_NONE)) guess_add(flow->p, &flow->p->protos[proto].params[inner->npos - n + i], item);
        else guess_add(flow->p, &flow->p->protos[proto].params[inner->npos - n + i], guess_kind(GUESS_NONE));
    }
}

static Guess closure(Flow *flow, const SsaInsn *insn) {
    uint32_t proto = (uint32_t)insn->imm, at = (uint32_t)__builtin_popcount(insn->aux & 0xFF);
    const BcProto *inner = flow->p->bc->protos[proto];
    note_defaults(flow, inner, proto, insn);
    for (uint32_t c = 0; c < inner->ncapture; c++) {
        Guess cell = inner->captures[c].from_parent_reg ? arg(flow, insn, at++) : flow->p->protos[flow->f->proto].captures[inner->captures[c].index];
        guess_add(flow->p, &flow->p->protos[proto].captures[c], cell);
    }
    return guess_target(GUESS_FUNCTION, proto);
}

static Guess constant(Flow *flow, uint32_t k, uint32_t which);

// Of any number of constants.
static Guess constants(Flow *flow, uint32_t kind, const BcConst *c, uint32_t which) {
    Guess g = guess_container(flow, kind, which), before = {0};
    for (uint32_t i = 0; i < c->tuple.count; i++) {
        Guess item = constant(flow, c->tuple.items[i], which + 1);
        if (item.kinds != before.kinds || item.site) guess_put(flow, g, item);
        before = item;
    }
    return g;
}

static Guess constant(Flow *flow, uint32_t k, uint32_t which) {
    const BcConst *c = &flow->f->bc->consts[k];
    Guess items[SITE_ITEMS];
    switch (c->kind) {
    case BC_CONST_INT: return guess_kind(GUESS_INT);
    case BC_CONST_BIGINT: return guess_kind(pass_bigint_bits(c->str) <= 64 ? GUESS_WORD : GUESS_OTHER);
    case BC_CONST_FLOAT: return guess_kind(GUESS_FLOAT);
    case BC_CONST_STR: return guess_kind(GUESS_STR);
    case BC_CONST_BYTES: return guess_kind(GUESS_BYTES);
    case BC_CONST_SINGLETON:
        return guess_kind(c->integer == BC_SINGLETON_NONE ? GUESS_NONE : c->integer <= BC_SINGLETON_TRUE ? GUESS_BOOL : GUESS_OTHER);
    case BC_CONST_TUPLE:
        if (which > 3) return other();
        if (c->tuple.count > SITE_ITEMS) return constants(flow, GUESS_TUPLE, c, which);
        for (uint32_t i = 0; i < c->tuple.count; i++) items[i] = constant(flow, c->tuple.items[i], which + 1);
        return guess_tuple(flow, items, c->tuple.count, which);
    case BC_CONST_FROZENSET: return which > 3 ? other() : constants(flow, GUESS_FROZENSET, c, which);
    default: return other();
    }
}

// --- names

static Guess global(Flow *flow, uint32_t slot) {
    const BcModule *bc = flow->p->bc;
    if (bc->global_flags[slot] & BC_GLOBAL_ASSIGNED) return predict_seen_global(flow->p, flow->f, slot, flow->p->globals[slot]);
    return guess_named(flow->p, GUESS_NATIVE, predict_intern(flow->p, &bc->globals[slot]));
}

// What a class statement's body stores.
static void store_name(Flow *flow, const SsaInsn *insn) {
    const SsaInsn *name = insn_of(flow, insn->args[1]), *v = insn_of(flow, insn->args[2]);
    if (name->op != SSA_CONST_K || !flow->p->learning) return;
    const Atom *atom = constant_name(flow, (uint32_t)name->imm);
    PredictAttrKind kind = ATTR_IS_VALUE;
    if (v->op == SSA_GUESS) v = insn_of(flow, v->args[0]);
    if (v->op == SSA_CLOSURE) kind = ATTR_IS_METHOD;
    else if (v->op == SSA_CALL && v->nargs == 2 && insn_of(flow, v->args[1])->op == SSA_CLOSURE) {
        if (is_builtin(flow, v->args[0], "property")) kind = ATTR_IS_PROPERTY;
        else if (is_builtin(flow, v->args[0], "staticmethod")) kind = ATTR_IS_STATIC;
        else if (is_builtin(flow, v->args[0], "classmethod")) kind = ATTR_IS_CLASSMETHOD;
        if (kind != ATTR_IS_VALUE) v = insn_of(flow, v->args[1]);
    }
    int32_t proto = kind == ATTR_IS_VALUE ? -1 : (int32_t)v->imm;
    predict_note_attr(flow->p, flow->f->proto, atom, kind, proto, arg(flow, insn, 2));
}

static Guess build_class(const Flow *flow, const SsaInsn *insn) {
    const SsaInsn *body = insn_of(flow, insn->args[0]);
    for (uint32_t c = 1; body->op == SSA_CLOSURE && c < flow->p->classes.count; c++)
        if (flow->p->classes.items[c].body == (uint32_t)body->imm) return guess_target(GUESS_CLASS, c);
    return other();
}

static Guess intrinsic(Flow *flow, const SsaInsn *insn) {
    const SsaInsn *first = insn->nargs ? insn_of(flow, insn->args[0]) : NULL;
    switch (insn->aux) {
    case INTRINSIC_import_name:
        return first->op == SSA_CONST_K ? guess_named(flow->p, GUESS_MODULE, constant_name(flow, (uint32_t)first->imm)) : other();
    case INTRINSIC_import_from: {
        const SsaInsn *name = insn_of(flow, insn->args[1]);
        Guess module = arg(flow, insn, 0);
        return guess_is(module, GUESS_MODULE) && name->op == SSA_CONST_K ? module_attr(flow, module, constant_name(flow, (uint32_t)name->imm)) : other();
    }
    case INTRINSIC_build_class: return build_class(flow, insn);
    case INTRINSIC_store_name: return store_name(flow, insn), guess_kind(GUESS_NONE);
    case INTRINSIC_list_to_tuple: {
        Guess made = guess_container(flow, GUESS_TUPLE, 0);
        guess_put(flow, made, predict_element(flow->p, arg(flow, insn, 0)));
        return made;
    }
    case INTRINSIC_constant_set: {
        Guess made = guess_container(flow, GUESS_SET, 0);
        guess_put(flow, made, predict_element(flow->p, arg(flow, insn, 0)));
        return made;
    }
    case INTRINSIC_set_update: case INTRINSIC_star_args:
        guess_put(flow, arg(flow, insn, 0), iterated(flow, arg(flow, insn, 1)));
        return arg(flow, insn, 0);
    case INTRINSIC_dict_update:
        guess_put_key(flow, arg(flow, insn, 0), predict_element(flow->p, arg(flow, insn, 1)));
        guess_put(flow, arg(flow, insn, 0), predict_value(flow->p, arg(flow, insn, 1)));
        return arg(flow, insn, 0);
    default: return other();
    }
}

static Guess cell_content(const Flow *flow, Guess cell) { return guess_is(cell, GUESS_CELL) ? predict_element(flow->p, cell) : cell.kinds ? other() : cell; }

static Guess promised(int64_t hint, Guess g) {
    static const uint32_t kinds[] = {[BC_HINT_INT] = GUESS_INT, [BC_HINT_FLOAT] = GUESS_FLOAT, [BC_HINT_BOOL] = GUESS_BOOL, [BC_HINT_STR] = GUESS_STR, [BC_HINT_BYTES] = GUESS_BYTES};
    return hint < (int64_t)(sizeof kinds / sizeof kinds[0]) && kinds[hint] ? guess_kind(kinds[hint]) : g;
}

// --- dispatch

static Guess phi(Flow *flow, const SsaInsn *insn) {
    Guess g = {0};
    for (uint32_t i = 0; i < insn->nargs; i++) g = guess_join(flow->p, g, arg(flow, insn, i));
    return g;
}

static Guess made(Flow *flow, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_LIST: return filled(flow, insn, GUESS_LIST);
    case SSA_SET: return filled(flow, insn, GUESS_SET);
    case SSA_TUPLE: return tuple(flow, insn);
    case SSA_DICT: return dict(flow, insn);
    case SSA_CONCAT: case SSA_FORMAT: return guess_kind(GUESS_STR);
    case SSA_SLICE: return guess_kind(GUESS_SLICE);
    case SSA_NEWCELL: return filled(flow, insn, GUESS_CELL);
    case SSA_CLOSURE: return closure(flow, insn);
    case SSA_CONST_INT: return guess_kind(GUESS_INT);
    case SSA_CONST_WORD: return guess_kind(GUESS_WORD);
    case SSA_CONST_FLOAT: return guess_kind(GUESS_FLOAT);
    case SSA_CONST_BOOL: return guess_kind(GUESS_BOOL);
    case SSA_CONST_K: return constant(flow, (uint32_t)insn->imm, 0);
    case SSA_CONST_S: return insn->imm == BC_SINGLETON_UNBOUND ? (Guess){0} : guess_kind(insn->imm == BC_SINGLETON_NONE ? GUESS_NONE : GUESS_OTHER);
    default: return other();
    }
}

static Guess stored(Flow *flow, const SsaInsn *insn) {
    Predict *p = flow->p;
    switch ((SsaOp)insn->op) {
    case SSA_SETGLOBAL: guess_add(p, &p->globals[insn->imm], arg(flow, insn, 0)); break;
    case SSA_SETCELL: guess_put(flow, arg(flow, insn, 0), arg(flow, insn, 1)); break;
    case SSA_SETFREE: guess_put(flow, p->protos[flow->f->proto].captures[insn->imm], arg(flow, insn, 0)); break;
    case SSA_SETATTR: set_attr(flow, insn); break;
    case SSA_SETITEM: set_item(flow, insn); break;
    case SSA_APPEND: case SSA_SETADD: guess_put(flow, arg(flow, insn, 0), arg(flow, insn, 1)); break;
    case SSA_EXTEND: guess_put(flow, arg(flow, insn, 0), iterated(flow, arg(flow, insn, 1))); break;
    case SSA_MAPADD:
        guess_put_key(flow, arg(flow, insn, 0), arg(flow, insn, 1));
        guess_put(flow, arg(flow, insn, 0), arg(flow, insn, 2));
        break;
    case SSA_YIELD: {
        Guess made = guess_container(flow, GUESS_ITER, 0);
        guess_put(flow, made, arg(flow, insn, 0));
        guess_add(p, &p->protos[flow->f->proto].result, made);
        break;
    }
    case SSA_RETURN:
        if (!flow->f->resumable) guess_add(p, &p->protos[flow->f->proto].result, arg(flow, insn, 0));
        break;
    default: break;
    }
    return (Guess){0};
}

static Guess captured(Flow *flow, uint32_t capture) {
    return predict_seen_capture(flow->p, flow->f, capture, cell_content(flow, flow->p->protos[flow->f->proto].captures[capture]));
}

static Guess constant_object(Flow *flow, const SsaInsn *insn) {
    const NativeConstant *c = &flow->f->module->constants[insn->imm];
    if (c->kind == NATIVE_CONSTANT_FUNCTION) return guess_target(GUESS_FUNCTION, c->proto);
    return c->kind == NATIVE_CONSTANT_STR ? guess_kind(GUESS_STR) : captured(flow, insn->aux - 1);
}

static Guess value(Flow *flow, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PARAM: return flow->g[flow->at];  // set before
    case SSA_PHI: return phi(flow, insn);
    case SSA_GUESS: return arg(flow, insn, 0);
    case SSA_PROMISE: return promised(insn->imm, arg(flow, insn, 0));
    case SSA_GETGLOBAL: return global(flow, (uint32_t)insn->imm);
    case SSA_GETCELL: return cell_content(flow, arg(flow, insn, 0));
    case SSA_GETFREE: return captured(flow, (uint32_t)insn->imm);
    case SSA_CONST_OBJECT: return constant_object(flow, insn);
    case SSA_ITER: case SSA_FORNEXT: case SSA_LOADREG:
        return insn->op == SSA_ITER ? iterator_over(flow, arg(flow, insn, 0)) : insn->op == SSA_FORNEXT ? next_item(flow, insn) : load_register(flow, insn);
    case SSA_SAVED: return flow->p->protos[flow->f->proto].regs[insn->imm];
    case SSA_CALL: return call(flow, insn);
    case SSA_CALLM: return callm(flow, insn);
    case SSA_CALLEX: return call_spread(flow, insn);
    case SSA_METHOD: return found_method(flow, insn);
    case SSA_GETATTR: return get_attr(flow, insn);
    case SSA_GETITEM: return get_item(flow, insn);
    case SSA_INTRINSIC: return intrinsic(flow, insn);
    default: break;
    }
    if ((insn->op >= SSA_ADD && insn->op <= SSA_INVERT) || insn->op == SSA_MATMUL) return operator(flow, insn);
    if (insn->op >= SSA_LT && insn->op <= SSA_TEST_GE) return comparison(flow, insn);
    if (insn->type == SSA_TYPE_WORD && insn->op != SSA_CONST_WORD) return guess_kind(GUESS_WORD);
    if (insn->type == SSA_TYPE_INT || insn->type == SSA_TYPE_FLOAT) return guess_kind(insn->type == SSA_TYPE_INT ? GUESS_INT : GUESS_FLOAT);
    return insn->type == SSA_TYPE_BOOL ? guess_kind(GUESS_BOOL) : insn->type == SSA_TYPE_NONE ? stored(flow, insn) : made(flow, insn);
}

void predict_flow(Flow *flow) {
    const SsaFunction *f = flow->f;
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaRefVec *insns = &f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count; i++) {
            flow->at = insns->items[i].i;
            Guess g = value(flow, &f->insns.items[flow->at]);
            flow->g[flow->at] = guess_join(flow->p, flow->g[flow->at], g);
        }
    }
}
