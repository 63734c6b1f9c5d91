// The verifier: tables first (constants, captures, handlers, lines), then each instruction by its format, then what single
// operations ask beyond their format; at last what registers hold (verify_flow.c). The first fault ends it.
#include "compiler/bytecode/verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const BcModule *module;
    const BcProto *p;
    uint32_t index;  // of p in the module
    uint32_t pc;
    BcInsn insn;
    char *message;
    size_t size;
} Verifier;

// Says what is wrong and gives false.
[[gnu::format(printf, 2, 3)]] static bool fault(const Verifier *v, const char *format, ...) {
    int n = v->p == NULL ? snprintf(v->message, v->size, "module: ") : snprintf(v->message, v->size, "prototype %u: ", v->index);
    if (n < 0 || (size_t)n >= v->size) return false;
    va_list args;
    va_start(args, format);
    vsnprintf(v->message + n, v->size - (size_t)n, format, args);
    va_end(args);
    return false;
}

[[gnu::format(printf, 2, 3)]] static bool insn_fault(const Verifier *v, const char *format, ...) {
    char what[128];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return fault(v, "instruction %u (%s): %s", v->pc, bc_op_info(bc_op(v->insn))->name, what);
}

// --- text

static bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Bytes of the UTF-8 sequence at s (surrogates allowed), 0 when it is not one.
static uint32_t utf8_sequence(const uint8_t *s, uint32_t left) {
    if (s[0] < 0x80) return 1;
    uint32_t n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || n > left) return 0;
    for (uint32_t i = 1; i < n; i++) {
        if (!is_continuation(s[i])) return 0;
    }
    bool overlong = (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xF0 && s[1] < 0x90);
    return overlong || (s[0] == 0xF4 && s[1] > 0x8F) ? 0 : n;
}

static bool text_is_utf8(BcStr s) {
    for (uint32_t i = 0; i < s.length;) {
        uint32_t n = utf8_sequence((const uint8_t *)s.text + i, s.length - i);
        if (n == 0) return false;
        i += n;
    }
    return true;
}

static bool check_text(const Verifier *v, BcStr s, const char *what) {
    if (s.text == NULL || s.text[s.length] != 0) return fault(v, "%s is not terminated", what);
    return text_is_utf8(s) || fault(v, "%s is not UTF-8", what);
}

// --- constants

static bool check_bigint(const Verifier *v, BcStr s, uint32_t i) {
    const char *digits = s.text;
    uint32_t n = s.length;
    if (n > 0 && digits[0] == '-') digits++, n--;
    return (n > 0 && strspn(digits, "0123456789abcdefABCDEF") == n) || fault(v, "constant %u: not a hexadecimal number", i);
}

static bool check_tuple(const Verifier *v, const BcConst *c, uint32_t i) {
    for (uint32_t j = 0; j < c->tuple.count; j++) {
        if (c->tuple.items[j] >= i) return fault(v, "constant %u: item %u is not an earlier constant", i, j);
    }
    return true;
}

static bool check_const(const Verifier *v, uint32_t i) {
    const BcConst *c = &v->p->consts[i];
    switch (c->kind) {
        case BC_CONST_INT: return (c->integer >= -(1ll << 61) && c->integer < 1ll << 61) || fault(v, "constant %u: not an immediate int", i);
        case BC_CONST_FLOAT: return true;
        case BC_CONST_STR: return check_text(v, c->str, "a string constant");
        case BC_CONST_BYTES: return (c->str.text != NULL && c->str.text[c->str.length] == 0) || fault(v, "constant %u: not terminated", i);
        case BC_CONST_BIGINT: return check_text(v, c->str, "a number") && check_bigint(v, c->str, i);
        case BC_CONST_TUPLE: case BC_CONST_FROZENSET: return check_tuple(v, c, i);
        case BC_CONST_SINGLETON: return (c->integer >= 0 && c->integer < BC_SINGLETON_COUNT) || fault(v, "constant %u: no such singleton", i);
    }
    return fault(v, "constant %u: unknown kind %d", i, (int)c->kind);
}

static bool is_const(const Verifier *v, uint32_t i, BcConstKind kind) { return i < v->p->nconst && v->p->consts[i].kind == kind; }

static bool check_name(const Verifier *v, uint32_t i) { return is_const(v, i, BC_CONST_STR) || insn_fault(v, "constant %u is not a string", i); }

// --- single fields

static bool check_reg(const Verifier *v, uint32_t r) { return r < v->p->nregs || insn_fault(v, "register %u of %u", r, v->p->nregs); }

static bool check_regs(const Verifier *v, uint32_t first, uint32_t count) {
    if (count == 0) return true;
    return (uint64_t)first + count <= v->p->nregs || insn_fault(v, "registers %u to %u of %u", first, first + count - 1, v->p->nregs);
}

static bool check_below(const Verifier *v, uint32_t i, uint32_t limit, const char *what) {
    return i < limit || insn_fault(v, "%s %u of %u", what, i, limit);
}

// Deleting needs no register.
static bool check_result(const Verifier *v) {
    return bc_op(v->insn) == OP_DELGLOBAL || bc_op(v->insn) == OP_DELFREE || check_reg(v, bc_a(v->insn));
}

static bool check_jump(const Verifier *v) {
    int64_t target = (int64_t)v->pc + 1 + bc_sc(v->insn);
    return (target >= 0 && target < v->p->ncode) || insn_fault(v, "jumps to %lld of %u", (long long)target, v->p->ncode);
}

static bool check_window(const Verifier *v) {
    uint32_t nargs = bc_b(v->insn), names = bc_c(v->insn);
    if (!check_regs(v, bc_a(v->insn), BC_WINDOW_HEADER + nargs)) return false;
    if (names == 0) return true;
    if (!is_const(v, names - 1, BC_CONST_TUPLE)) return insn_fault(v, "constant %u is not a tuple of names", names - 1);
    const BcConst *c = &v->p->consts[names - 1];
    if (c->tuple.count > nargs) return insn_fault(v, "%u names for %u arguments", c->tuple.count, nargs);
    for (uint32_t i = 0; i < c->tuple.count; i++) {
        if (!check_name(v, c->tuple.items[i])) return false;
    }
    return true;
}

static bool check_conversion(const Verifier *v) {
    uint32_t k = bc_k(v->insn);
    return k == 0 || k == 's' || k == 'r' || k == 'a' || insn_fault(v, "unknown conversion %u", k);
}

// The inner prototype's captures must exist here.
static bool check_closure(const Verifier *v) {
    uint32_t inner = bc_b(v->insn), k = bc_k(v->insn);
    if (inner == 0 || inner >= v->module->nproto) return insn_fault(v, "prototype %u of %u", inner, v->module->nproto);
    if (k > (BC_K_DEFAULTS | BC_K_KWDEFAULTS | BC_K_ANNOTATIONS)) return insn_fault(v, "unknown extras %u", k);
    const BcProto *q = v->module->protos[inner];
    for (uint32_t i = 0; i < q->ncapture; i++) {
        uint32_t limit = q->captures[i].from_parent_reg ? v->p->nregs : v->p->ncapture;
        if (q->captures[i].index >= limit) return insn_fault(v, "capture %u of prototype %u is not here", i, inner);
    }
    return check_regs(v, bc_c16(v->insn), (uint32_t)__builtin_popcount(k));
}

static bool check_intrinsic(const Verifier *v) {
    uint32_t id = bc_b(v->insn), argc = bc_c(v->insn);
    if (!check_below(v, id, INTRINSIC_COUNT, "intrinsic")) return false;
    int wanted = bc_intrinsic_argc((BcIntrinsic)id);
    if (wanted >= 0 && (uint32_t)wanted != argc) return insn_fault(v, "%s takes %d arguments, not %u", bc_intrinsic_name((BcIntrinsic)id), wanted, argc);
    return check_regs(v, bc_a(v->insn), argc);
}

// The row of registers is what UNPACK writes, and what the builders of collections read.
static bool check_row(const Verifier *v) {
    uint32_t a = bc_a(v->insn), b = bc_b(v->insn), count = bc_c(v->insn);
    if (bc_op(v->insn) == OP_UNPACK) return check_regs(v, a, count) && check_reg(v, b);
    return check_reg(v, a) && check_regs(v, b, count);
}

static bool check_sized(const Verifier *v) {
    uint32_t k = bc_k(v->insn);
    return check_below(v, bc_sized_type(k), BC_SIZED_COUNT, "sized type") && check_below(v, bc_sized_op(k), BC_SIZED_OP_COUNT, "sized operation");
}

static bool check_format(const Verifier *v) {
    BcInsn i = v->insn;
    switch (bc_op_info(bc_op(i))->format) {
        case FMT_NONE: return true;
        case FMT_A: return check_reg(v, bc_a(i));
        case FMT_AB: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i));
        case FMT_ABC: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i)) && check_reg(v, bc_c16(i));
        case FMT_ABI: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i));
        case FMT_ABCS: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i)) && check_reg(v, bc_c16(i)) && check_sized(v);
        case FMT_ABCK: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i)) && (bc_c16(i) == BC_NO_REG || check_reg(v, bc_c16(i))) && check_conversion(v);
        case FMT_AK: return check_reg(v, bc_a(i)) && check_below(v, bc_b(i), v->p->nconst, "constant");
        case FMT_AI: return check_reg(v, bc_a(i));
        case FMT_AS: return check_reg(v, bc_a(i)) && check_below(v, bc_b(i), BC_SINGLETON_COUNT, "singleton");
        case FMT_AG: return check_result(v) && check_below(v, bc_b(i), v->module->nglobal, "global");
        case FMT_AF: return check_result(v) && check_below(v, bc_b(i), v->p->ncapture, "captured cell");
        case FMT_J: return check_jump(v);
        case FMT_AJ: return check_reg(v, bc_a(i)) && check_jump(v);
        case FMT_ABJ: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i)) && check_jump(v);
        case FMT_AIJ: return check_reg(v, bc_a(i)) && check_jump(v);
        case FMT_ABW: return check_window(v);
        case FMT_ABKN: return check_reg(v, bc_a(i)) && check_reg(v, bc_b(i)) && check_name(v, bc_c(i));
        case FMT_AKN: return check_reg(v, bc_a(i)) && check_name(v, bc_c(i));
        case FMT_ABN: return check_row(v);
        case FMT_ABNK: return check_regs(v, bc_a(i), bc_c16(i) + bc_k(i) + 1) && check_reg(v, bc_b(i));
        case FMT_ABN2: return check_reg(v, bc_a(i)) && check_regs(v, bc_b(i), bc_c(i) * 2);
        case FMT_ABN3: return check_reg(v, bc_a(i)) && check_regs(v, bc_b(i), 3);
        case FMT_APX: return check_reg(v, bc_a(i)) && check_closure(v);
        case FMT_AHN: return check_reg(v, bc_a(i)) && check_below(v, bc_b(i), BC_HINT_COUNT, "type") && check_name(v, bc_c(i));
        case FMT_ABX: return check_reg(v, bc_a(i)) && check_intrinsic(v);
    }
    return false;
}

// A loop starts at the FORLOOP that has the same state registers.
static bool check_loop_start(const Verifier *v) {
    BcInsn loop = v->p->code[(int64_t)v->pc + 1 + bc_sc(v->insn)];
    if (bc_op(loop) != OP_FORLOOP || bc_b(loop) != bc_a(v->insn)) return insn_fault(v, "does not jump to its FORLOOP");
    return check_regs(v, bc_a(v->insn), 3);
}

static bool check_suspend(const Verifier *v) { return (v->p->flags & BC_GENERATOR) || insn_fault(v, "outside a generator"); }

// What single operations ask beyond their format.
static bool check_operation(const Verifier *v) {
    BcInsn i = v->insn;
    switch (bc_op(i)) {
        case OP_CALLM: return bc_b(i) >= 1 || insn_fault(v, "has no slot for self");
        case OP_METHOD: return check_regs(v, bc_a(i), BC_WINDOW_HEADER + 1);
        case OP_CALLEX: return check_regs(v, bc_a(i), BC_WINDOW_HEADER + 2);
        case OP_EXCENTER: case OP_EXCLEAVE: return check_regs(v, bc_a(i), 2);
        case OP_FORPREP: return check_loop_start(v);
        case OP_FORLOOP: return check_regs(v, bc_b(i), 3);
        case OP_YIELD: case OP_SEND: return check_suspend(v);
        default: return true;
    }
}

static bool op_ends_code(BcOp op) {
    return op == OP_RET || op == OP_RETNONE || op == OP_JMP || op == OP_RAISE || op == OP_RAISEFROM || op == OP_RERAISE;
}

static bool verify_code(Verifier *v) {
    if (v->p->ncode == 0) return fault(v, "no code");
    for (v->pc = 0; v->pc < v->p->ncode; v->pc++) {
        v->insn = v->p->code[v->pc];
        if ((uint32_t)bc_op(v->insn) >= OP_COUNT) return fault(v, "instruction %u: unknown operation %u", v->pc, (uint32_t)bc_op(v->insn));
        if (!check_format(v) || !check_operation(v)) return false;
    }
    return op_ends_code(bc_op(v->insn)) || fault(v, "control runs off the end");
}

static bool verify_handlers(const Verifier *v) {
    for (uint32_t i = 0; i < v->p->nhandler; i++) {
        const BcHandler *h = &v->p->handlers[i];
        if (h->start >= h->end || h->end > v->p->ncode || h->target >= v->p->ncode) return fault(v, "handler %u: outside the code", i);
        if (h->reg >= v->p->nregs) return fault(v, "handler %u: register %u of %u", i, h->reg, v->p->nregs);
    }
    return true;
}

static bool verify_lines(const Verifier *v) {
    for (uint32_t i = 0; i < v->p->nline; i++) {
        if (v->p->lines[i].pc >= v->p->ncode) return fault(v, "line entry %u: outside the code", i);
        if (i > 0 && v->p->lines[i].pc <= v->p->lines[i - 1].pc) return fault(v, "line entry %u: out of order", i);
    }
    return true;
}

static bool verify_signature(const Verifier *v) {
    const BcProto *p = v->p;
    uint32_t count = (uint32_t)p->npos + p->nkwonly + !!(p->flags & BC_VARARGS) + !!(p->flags & BC_VARKW);
    if (p->nparams != count || p->nposonly > p->npos) return fault(v, "parameter counts disagree");
    if (p->nregs < p->nparams || p->nregs < p->nvar) return fault(v, "fewer registers than variables");
    if (p->nvar < p->nparams) return fault(v, "parameters without names");
    if ((p->flags & BC_CLASS_BODY) && (p->nparams != 1 || p->npos != 1 || (p->flags & BC_GENERATOR))) return fault(v, "not the form of a class body");
    for (uint32_t i = 0; i < p->nparams; i++) {
        if (p->param_hints[i] >= BC_HINT_COUNT) return fault(v, "parameter %u: unknown type", i);
    }
    return p->result_hint < BC_HINT_COUNT || fault(v, "unknown result type");
}

static bool verify_names(const Verifier *v) {
    const BcProto *p = v->p;
    if (!check_text(v, p->name, "the name") || !check_text(v, p->qualname, "the qualified name")) return false;
    if (p->doc.text != NULL && !check_text(v, p->doc, "the documentation")) return false;
    for (uint32_t i = 0; i < p->nvar; i++) {
        if (!check_text(v, p->vars[i], "a variable's name")) return false;
    }
    for (uint32_t i = 0; i < p->ncapture; i++) {
        if (!check_text(v, p->capture_names[i], "a captured name")) return false;
    }
    return true;
}

static bool verify_consts(const Verifier *v) {
    for (uint32_t i = 0; i < v->p->nconst; i++) {
        if (!check_const(v, i)) return false;
    }
    return true;
}

static bool verify_proto(Verifier *v, uint32_t index) {
    v->index = index;
    v->p = v->module->protos[index];
    return verify_names(v) && verify_signature(v) && verify_consts(v) && verify_handlers(v) && verify_lines(v) && verify_code(v);
}

static bool verify_module(const Verifier *v) {
    const BcModule *m = v->module;
    if (!check_text(v, m->name, "the name") || !check_text(v, m->path, "the path") || (m->source.text != NULL && !check_text(v, m->source, "the source"))) return false;
    if (m->nproto == 0) return fault(v, "no code");
    if (m->nglobal > 0x10000) return fault(v, "too many globals");
    for (uint32_t i = 0; i < m->nglobal; i++) {
        if (!check_text(v, m->globals[i], "a global's name")) return false;
        if (m->global_flags[i] > (BC_GLOBAL_ASSIGNED | BC_GLOBAL_ONCE)) return fault(v, "global %u: unknown flags", i);
    }
    const BcProto *body = m->protos[0];
    bool plain = (body->flags & BC_MODULE_BODY) && !(body->flags & BC_GENERATOR) && body->nparams == 0 && body->ncapture == 0;
    return plain || fault(v, "prototype 0 is not a module body");
}

bool bc_verify(const BcModule *m, char *message, size_t size) {
    Verifier v = {.module = m, .message = message, .size = size};
    if (!verify_module(&v)) return false;
    for (uint32_t i = 0; i < m->nproto; i++) {
        if (!verify_proto(&v, i)) return false;
    }
    for (uint32_t i = 0; i < m->nproto; i++) {
        if (!bc_verify_flow(m, i, message, size)) return false;
    }
    return true;
}
