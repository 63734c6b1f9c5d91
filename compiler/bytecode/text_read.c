// The reader of the text form: one statement a line, its words split off one by one. Facts may come in any order within
// their prototype, tables in the order of their numbers. Whatever the text says goes through the verifier.
#include "compiler/bytecode/text_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/text_int.h"
#include "compiler/bytecode/verify.h"

typedef VEC(BcStr) StrVec;
typedef VEC(uint8_t) ByteVec;
typedef VEC(uint32_t) IndexVec;
typedef VEC(const BcProto *) ProtoVec;

typedef struct {
    Arena *arena;
    const char *at, *line_end, *end;
    uint32_t line;
    char *message;
    size_t size;
    bool failed;
    BcModule *module;
    BcProto *p;  // being read, or NULL
    StrVec globals, vars, capture_names;
    ByteVec global_flags, hints;
    ProtoVec protos;
    VEC(BcInsn) code;
    VEC(BcConst) consts;
    VEC(BcCapture) captures;
    VEC(BcHandler) handlers;
    VEC(BcLine) lines;
} TextReader;

static void fail(TextReader *r, const char *what) {
    if (!r->failed) snprintf(r->message, r->size, "line %u: %s", r->line, what);
    r->failed = true;
}

static void skip_blanks(TextReader *r) {
    while (r->at < r->line_end && (*r->at == ' ' || *r->at == '\t')) r->at++;
}

static bool at_line_end(TextReader *r) {
    skip_blanks(r);
    return r->at >= r->line_end || *r->at == ';';
}

// The next word of the line into `word`; empty at its end.
static void take_word(TextReader *r, char word[64]) {
    size_t n = 0;
    skip_blanks(r);
    while (r->at < r->line_end && *r->at != ' ' && *r->at != '\t' && *r->at != ';') {
        if (n == 63) fail(r, "word too long");
        if (n < 63) word[n++] = *r->at;
        r->at++;
    }
    word[n] = 0;
}

static void expect_word(TextReader *r, const char *wanted) {
    char word[64], what[96];
    take_word(r, word);
    if (strcmp(word, wanted) == 0) return;
    snprintf(what, sizeof what, "expected %.60s", wanted);
    fail(r, what);
}

// A decimal number after `prefix`.
static int64_t parse_number(TextReader *r, const char *word, const char *prefix) {
    size_t n = strlen(prefix);
    char *end = NULL;
    if (strncmp(word, prefix, n) != 0 || word[n] == 0) return fail(r, "malformed operand"), 0;
    int64_t number = strtoll(word + n, &end, 10);
    if (*end != 0) fail(r, "malformed number");
    return number;
}

static uint32_t take_number(TextReader *r, const char *prefix, uint32_t limit) {
    char word[64];
    take_word(r, word);
    int64_t n = parse_number(r, word, prefix);
    if (n < 0 || n > limit) return fail(r, "number out of range"), 0;
    return (uint32_t)n;
}

// A table entry must have the next free number.
static void take_index(TextReader *r, const char *prefix, uint32_t wanted) {
    if (take_number(r, prefix, UINT32_MAX) != wanted) fail(r, "number out of order");
}

static uint32_t find_name(TextReader *r, const char *word, const char *const *names, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(names[i], word) == 0) return i;
    }
    fail(r, "unknown name");
    return 0;
}

static uint32_t take_name(TextReader *r, const char *const *names, uint32_t count) {
    char word[64];
    take_word(r, word);
    return find_name(r, word, names, count);
}

static uint32_t take_flags(TextReader *r, const TextFlag *names) {
    uint32_t flags = 0;
    while (!r->failed && !at_line_end(r)) {
        char word[64];
        take_word(r, word);
        const TextFlag *f = names;
        while (f->name != NULL && strcmp(f->name, word) != 0) f++;
        if (f->name == NULL) fail(r, "unknown flag");
        flags |= f->bit;
    }
    return flags;
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool take_hex_byte(TextReader *r, uint8_t *byte) {
    if (r->line_end - r->at < 2 || hex_digit(r->at[0]) < 0 || hex_digit(r->at[1]) < 0) return false;
    *byte = (uint8_t)(hex_digit(r->at[0]) << 4 | hex_digit(r->at[1]));
    r->at += 2;
    return true;
}

static void take_escape(TextReader *r, StrBuf *to) {
    uint8_t byte;
    char c = r->at < r->line_end ? *r->at++ : 0;
    switch (c) {
        case 'n': strbuf_put_char(to, '\n'); return;
        case 't': strbuf_put_char(to, '\t'); return;
        case 'r': strbuf_put_char(to, '\r'); return;
        case '\\': case '"': strbuf_put_char(to, c); return;
        case 'x':
            if (take_hex_byte(r, &byte)) {
                strbuf_put_char(to, (char)byte);
                return;
            }
    }
    fail(r, "unknown escape");
}

static BcStr copy_text(TextReader *r, StrBuf *buf) {
    BcStr s = {arena_copy_bytes(r->arena, strbuf_text(buf), buf->length), (uint32_t)buf->length};
    strbuf_fini(buf);
    return s;
}

static BcStr take_quoted(TextReader *r) {
    StrBuf buf = {0};
    skip_blanks(r);
    if (r->at >= r->line_end || *r->at != '"') fail(r, "expected a quoted text");
    for (r->at++; r->at < r->line_end && *r->at != '"' && !r->failed;) {
        char c = *r->at++;
        if (c == '\\') take_escape(r, &buf);
        else strbuf_put_char(&buf, c);
    }
    if (r->at >= r->line_end) fail(r, "unterminated text");
    else r->at++;
    return copy_text(r, &buf);
}

static BcStr take_bytes(TextReader *r) {
    StrBuf buf = {0};
    uint8_t byte;
    skip_blanks(r);
    if (r->at >= r->line_end || *r->at != 'x') fail(r, "expected x and hexadecimal digits");
    else r->at++;
    while (take_hex_byte(r, &byte)) strbuf_put_char(&buf, (char)byte);
    return copy_text(r, &buf);
}

// --- facts of a prototype

static double take_float(TextReader *r) {
    char word[64], *end;
    take_word(r, word);
    uint64_t bits = strtoull(word, &end, 16);
    if (*end != 0 || word[0] == 0) fail(r, "malformed float");
    return __builtin_bit_cast(double, bits);
}

static void take_tuple(TextReader *r, BcConst *c) {
    IndexVec items = {0};
    while (!r->failed && !at_line_end(r)) vec_push(&items, take_number(r, "k", UINT32_MAX - 1));
    c->tuple.items = vec_copy_items(&items, r->arena);
    c->tuple.count = items.count;
    vec_fini(&items);
}

static void read_const(TextReader *r) {
    static const char *const kinds[] = {"int", "bigint", "float", "str", "bytes", "tuple", "singleton", "frozenset"};
    static_assert(BC_CONST_INT == 0 && BC_CONST_BIGINT == 1 && BC_CONST_FLOAT == 2 && BC_CONST_STR == 3 && BC_CONST_BYTES == 4 &&
                  BC_CONST_TUPLE == 5 && BC_CONST_SINGLETON == 6 && BC_CONST_FROZENSET == 7);
    char word[64];
    take_index(r, "k", r->consts.count);
    BcConst c = {.kind = (BcConstKind)take_name(r, kinds, 8)};
    switch (c.kind) {
        case BC_CONST_INT:
            take_word(r, word);
            c.integer = parse_number(r, word, "");
            break;
        case BC_CONST_FLOAT: c.real = take_float(r); break;
        case BC_CONST_STR: case BC_CONST_BIGINT: c.str = take_quoted(r); break;
        case BC_CONST_BYTES: c.str = take_bytes(r); break;
        case BC_CONST_TUPLE: case BC_CONST_FROZENSET: take_tuple(r, &c); break;
        case BC_CONST_SINGLETON: c.integer = take_name(r, text_singletons, BC_SINGLETON_COUNT); break;
    }
    vec_push(&r->consts, c);
}

static void read_params(TextReader *r) {
    r->p->nparams = (uint16_t)take_number(r, "", 0xFFFF);
    expect_word(r, "posonly");
    r->p->nposonly = (uint16_t)take_number(r, "", 0xFFFF);
    expect_word(r, "pos");
    r->p->npos = (uint16_t)take_number(r, "", 0xFFFF);
    expect_word(r, "kwonly");
    r->p->nkwonly = (uint16_t)take_number(r, "", 0xFFFF);
}

static void read_regs(TextReader *r) {
    r->p->nregs = (uint16_t)take_number(r, "", 0xFFFF);
    expect_word(r, "line");
    r->p->line = take_number(r, "", UINT32_MAX);
    expect_word(r, "result");
    r->p->result_hint = (uint8_t)take_name(r, text_hints, BC_HINT_COUNT);
    expect_word(r, "flags");
    r->p->flags = take_flags(r, text_proto_flags);
}

static void read_doc(TextReader *r) { r->p->doc = take_quoted(r); }

static void read_var(TextReader *r) {
    take_index(r, "r", r->vars.count);
    vec_push(&r->vars, take_quoted(r));
    vec_push(&r->hints, (uint8_t)take_name(r, text_hints, BC_HINT_COUNT));
}

static void read_capture(TextReader *r) {
    char word[64];
    take_index(r, "c", r->captures.count);
    take_word(r, word);
    bool reg = word[0] == 'r';
    int64_t n = parse_number(r, word, reg ? "r" : "c");
    if (n < 0 || n > 0xFFFF) fail(r, "number out of range");
    vec_push(&r->captures, {reg, (uint16_t)n});
    vec_push(&r->capture_names, take_quoted(r));
}

static void read_handler(TextReader *r) {
    BcHandler h = {0};
    h.start = take_number(r, "", UINT32_MAX);
    h.end = take_number(r, "", UINT32_MAX);
    h.target = take_number(r, "->", UINT32_MAX);
    h.reg = (uint16_t)take_number(r, "r", 0xFFFF);
    vec_push(&r->handlers, h);
}

static void take_position(TextReader *r, uint32_t *line, uint16_t *col) {
    char word[64];
    take_word(r, word);
    char *colon = strchr(word, ':');
    if (colon == NULL) {
        fail(r, "expected line:column");
        return;
    }
    *colon = 0;
    int64_t n = parse_number(r, word, ""), c = strcmp(colon + 1, "?") == 0 ? 0xFFFF : parse_number(r, colon + 1, "");
    if (n < 0 || n > UINT32_MAX || c < 0 || c > 0xFFFF) fail(r, "position out of range");
    *line = (uint32_t)n;
    *col = (uint16_t)c;
}

static void read_line(TextReader *r) {
    BcLine l = {.pc = r->code.count};
    take_position(r, &l.line, &l.col);
    take_position(r, &l.end_line, &l.end_col);
    vec_push(&r->lines, l);
}

static uint32_t find_intrinsic(TextReader *r, const char *word) {
    for (uint32_t i = 0; i < INTRINSIC_COUNT; i++) {
        if (strcmp(bc_intrinsic_name((BcIntrinsic)i), word) == 0) return i;
    }
    fail(r, "unknown intrinsic");
    return 0;
}

static int64_t find_sized(TextReader *r, const char *word) {
    const char *dot = strchr(word, '.');
    for (uint32_t type = 0; dot && type < BC_SIZED_COUNT; type++) {
        if (strncmp(bc_sized[type].name, word, (size_t)(dot - word)) != 0 || bc_sized[type].name[dot - word]) continue;
        return bc_sized_k((BcSized)type, (BcSizedOp)find_name(r, dot + 1, bc_sized_ops, BC_SIZED_OP_COUNT));
    }
    fail(r, "unknown sized type");
    return 0;
}

static int64_t parse_operand(TextReader *r, const char *word, const TextOperand *o) {
    switch (o->style) {
        case STYLE_NUMBER: case STYLE_OPTIONAL: return parse_number(r, word, o->prefix);
        case STYLE_TARGET: return parse_number(r, word, "->") - r->code.count - 1;
        case STYLE_OR_NONE: return strcmp(word, "-") == 0 ? BC_NO_REG : parse_number(r, word, "r");
        case STYLE_SINGLETON: return find_name(r, word, text_singletons, BC_SINGLETON_COUNT);
        case STYLE_HINT: return find_name(r, word, text_hints, BC_HINT_COUNT);
        case STYLE_INTRINSIC: return find_intrinsic(r, word);
        case STYLE_SIZED: return find_sized(r, word);
    }
    return 0;
}

static BcOp find_op(TextReader *r, const char *word) {
    for (uint32_t i = 0; i < OP_COUNT; i++) {
        if (strcmp(bc_op_info((BcOp)i)->name, word) == 0) return (BcOp)i;
    }
    fail(r, "unknown operation");
    return OP_NOP;
}

static void read_insn(TextReader *r, const char *pc) {
    char word[64];
    if (parse_number(r, pc, "") != r->code.count) fail(r, "instruction out of order");
    take_word(r, word);
    BcOp op = find_op(r, word);
    BcInsn insn = bc_make(op, 0, 0, 0);
    const TextOperand *o = text_operands(bc_op_info(op)->format);
    for (uint32_t i = 0; i < TEXT_OPERANDS_MAX && o[i].prefix != NULL && !r->failed; i++) {
        if (o[i].style == STYLE_OPTIONAL && at_line_end(r)) continue;
        take_word(r, word);
        if (!text_field_set(&insn, o[i].field, parse_operand(r, word, &o[i]))) fail(r, "operand out of range");
    }
    vec_push(&r->code, insn);
}

// --- prototypes and the module

static void begin_proto(TextReader *r) {
    take_index(r, "p", r->protos.count);
    r->p = arena_new(r->arena, BcProto);
    r->p->name = take_quoted(r);
    r->p->qualname = take_quoted(r);
}

#define KEEP(count_field, field, vec)                         \
    do {                                                      \
        p->count_field = (vec).count;                         \
        p->field = vec_copy_items(&(vec), r->arena);          \
        vec_clear(&(vec));                                    \
    } while (0)

static void end_proto(TextReader *r) {
    BcProto *p = r->p;
    KEEP(ncode, code, r->code);
    KEEP(nconst, consts, r->consts);
    KEEP(ncapture, captures, r->captures);
    KEEP(ncapture, capture_names, r->capture_names);
    KEEP(nhandler, handlers, r->handlers);
    KEEP(nline, lines, r->lines);
    KEEP(nvar, vars, r->vars);
    if (p->nvar < p->nparams) fail(r, "parameters without names");
    p->param_hints = vec_copy_items(&r->hints, r->arena);
    vec_clear(&r->hints);
    vec_push(&r->protos, p);
    r->p = NULL;
}

static void read_module(TextReader *r) {
    r->module->name = take_quoted(r);
    r->module->path = take_quoted(r);
}

static void read_hash(TextReader *r) {
    BcStr s = take_bytes(r);
    if (s.length != sizeof r->module->source_hash) fail(r, "expected 16 bytes");
    else memcpy(r->module->source_hash, s.text, s.length);
}

static void read_source(TextReader *r) { r->module->source = take_quoted(r); }

static void read_global(TextReader *r) {
    take_index(r, "g", r->globals.count);
    vec_push(&r->globals, take_quoted(r));
    vec_push(&r->global_flags, (uint8_t)take_flags(r, text_global_flags));
}

static const struct {
    const char *word;
    void (*read)(TextReader *r);
    bool in_proto;
} statements[] = {
    {"module", read_module, false}, {"hash", read_hash, false},   {"source", read_source, false}, {"global", read_global, false},
    {"proto", begin_proto, false},  {"end", end_proto, true},     {"params", read_params, true},  {"regs", read_regs, true},
    {"doc", read_doc, true},        {"var", read_var, true},      {"capture", read_capture, true}, {"const", read_const, true},
    {"handler", read_handler, true}, {"@", read_line, true},
};

static void read_statement(TextReader *r) {
    char word[64];
    take_word(r, word);
    if (r->p != NULL && word[0] >= '0' && word[0] <= '9') {
        read_insn(r, word);
        return;
    }
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        if (strcmp(statements[i].word, word) != 0 || statements[i].in_proto != (r->p != NULL)) continue;
        statements[i].read(r);
        return;
    }
    fail(r, "unknown statement");
}

static void read_all(TextReader *r) {
    while (r->at < r->end && !r->failed) {
        r->line++;
        const char *newline = memchr(r->at, '\n', (size_t)(r->end - r->at));
        r->line_end = newline == NULL ? r->end : newline;
        if (!at_line_end(r)) read_statement(r);
        if (!at_line_end(r)) fail(r, "more than the statement takes");
        r->at = newline == NULL ? r->end : newline + 1;
    }
    if (r->p != NULL) fail(r, "prototype without end");
}

static void reader_fini(TextReader *r) {
    vec_fini(&r->globals);
    vec_fini(&r->vars);
    vec_fini(&r->capture_names);
    vec_fini(&r->global_flags);
    vec_fini(&r->hints);
    vec_fini(&r->protos);
    vec_fini(&r->code);
    vec_fini(&r->consts);
    vec_fini(&r->captures);
    vec_fini(&r->handlers);
    vec_fini(&r->lines);
}

const BcModule *text_read_module(Arena *arena, const char *text, size_t length, char *message, size_t size) {
    BcModule *m = arena_new(arena, BcModule);
    m->name = m->path = m->source = (BcStr){"", 0};
    TextReader r = {.arena = arena, .at = text, .end = text + length, .message = message, .size = size, .module = m};
    read_all(&r);
    m->nproto = r.protos.count;
    m->protos = vec_copy_items(&r.protos, arena);
    m->nglobal = r.globals.count;
    m->globals = vec_copy_items(&r.globals, arena);
    m->global_flags = vec_copy_items(&r.global_flags, arena);
    reader_fini(&r);
    return !r.failed && bc_verify(m, message, size) ? m : NULL;
}
