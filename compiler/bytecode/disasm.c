// The writer of the text form.
#include "compiler/bytecode/disasm.h"

#include <string.h>

#include "compiler/bytecode/text_int.h"

static void put_operand(StrBuf *to, uint32_t pc, BcInsn insn, const TextOperand *o) {
    int64_t n = text_field_get(insn, o->field);
    if (o->style == STYLE_OPTIONAL && n == 0) return;
    strbuf_put_char(to, ' ');
    switch (o->style) {
        case STYLE_NUMBER: case STYLE_OPTIONAL: strbuf_put_format(to, "%s%lld", o->prefix, (long long)n); return;
        case STYLE_TARGET: strbuf_put_format(to, "->%lld", (long long)pc + 1 + n); return;
        case STYLE_OR_NONE: n == BC_NO_REG ? strbuf_put_char(to, '-') : strbuf_put_format(to, "r%lld", (long long)n); return;
        case STYLE_SINGLETON: strbuf_put_text(to, text_singletons[n]); return;
        case STYLE_HINT: strbuf_put_text(to, text_hints[n]); return;
        case STYLE_INTRINSIC: strbuf_put_text(to, bc_intrinsic_name((BcIntrinsic)n)); return;
        case STYLE_SIZED: strbuf_put_format(to, "%s.%s", bc_sized[bc_sized_type((uint32_t)n)].name, bc_sized_ops[bc_sized_op((uint32_t)n)]); return;
    }
}

void disasm_insn(StrBuf *to, uint32_t pc, BcInsn insn) {
    const BcOpInfo *info = bc_op_info(bc_op(insn));
    const TextOperand *o = text_operands(info->format);
    strbuf_put_text(to, info->name);
    for (uint32_t i = 0; i < TEXT_OPERANDS_MAX && o[i].prefix != NULL; i++) put_operand(to, pc, insn, &o[i]);
}

static void put_text(StrBuf *to, const char *label, BcStr s) {
    if (s.text == NULL) return;
    strbuf_put_text(to, label);
    strbuf_put_quoted(to, s.text, s.length);
}

static void put_flags(StrBuf *to, const TextFlag *names, uint32_t flags) {
    for (; names->name != NULL; names++) {
        if (flags & names->bit) strbuf_put_format(to, " %s", names->name);
    }
}

static void put_hex(StrBuf *to, const void *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) strbuf_put_format(to, "%02x", ((const uint8_t *)bytes)[i]);
}

static void put_const(StrBuf *to, const BcConst *c) {
    switch (c->kind) {
        case BC_CONST_INT: strbuf_put_format(to, "int %lld", (long long)c->integer); return;
        case BC_CONST_BIGINT: put_text(to, "bigint ", c->str); return;
        case BC_CONST_FLOAT: strbuf_put_format(to, "float %016llx ; %g", (unsigned long long)__builtin_bit_cast(uint64_t, c->real), c->real); return;
        case BC_CONST_STR: put_text(to, "str ", c->str); return;
        case BC_CONST_BYTES:
            strbuf_put_text(to, "bytes x");
            put_hex(to, c->str.text, c->str.length);
            return;
        case BC_CONST_SINGLETON: strbuf_put_format(to, "singleton %s", text_singletons[c->integer]); return;
        case BC_CONST_TUPLE: case BC_CONST_FROZENSET:
            strbuf_put_text(to, c->kind == BC_CONST_TUPLE ? "tuple" : "frozenset");
            for (uint32_t i = 0; i < c->tuple.count; i++) strbuf_put_format(to, " k%u", c->tuple.items[i]);
            return;
    }
}

// What a named operand stands for, as a comment.
static void put_comment(StrBuf *to, const BcModule *m, const BcProto *p, BcInsn insn) {
    const TextOperand *o = text_operands(bc_op_info(bc_op(insn))->format);
    for (uint32_t i = 0; i < TEXT_OPERANDS_MAX && o[i].prefix != NULL; i++) {
        uint32_t n = (uint32_t)text_field_get(insn, o[i].field);
        if (o[i].style != STYLE_NUMBER || strchr("kgcp", o[i].prefix[0]) == NULL) continue;
        strbuf_put_text(to, "  ; ");
        switch (o[i].prefix[0]) {
            case 'k': put_const(to, &p->consts[n]); return;
            case 'g': put_text(to, "", m->globals[n]); return;
            case 'c': put_text(to, "", p->capture_names[n]); return;
            default: put_text(to, "", m->protos[n]->qualname); return;
        }
    }
}

static void put_line(StrBuf *to, const BcLine *l) {
    strbuf_put_format(to, "  @ %u:", l->line);
    l->col == 0xFFFF ? strbuf_put_char(to, '?') : strbuf_put_format(to, "%u", l->col);
    strbuf_put_format(to, " %u:", l->end_line);
    l->end_col == 0xFFFF ? strbuf_put_char(to, '?') : strbuf_put_format(to, "%u", l->end_col);
    strbuf_put_char(to, '\n');
}

static void put_code(StrBuf *to, const BcModule *m, const BcProto *p) {
    uint32_t line = 0;
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        if (line < p->nline && p->lines[line].pc == pc) put_line(to, &p->lines[line++]);
        strbuf_put_format(to, "  %u ", pc);
        disasm_insn(to, pc, p->code[pc]);
        put_comment(to, m, p, p->code[pc]);
        strbuf_put_char(to, '\n');
    }
}

static void put_signature(StrBuf *to, const BcProto *p) {
    strbuf_put_format(to, "  params %u posonly %u pos %u kwonly %u\n", p->nparams, p->nposonly, p->npos, p->nkwonly);
    strbuf_put_format(to, "  regs %u line %u result %s flags", p->nregs, p->line, text_hints[p->result_hint]);
    put_flags(to, text_proto_flags, p->flags);
    strbuf_put_char(to, '\n');
    if (p->doc.text != NULL) {
        put_text(to, "  doc ", p->doc);
        strbuf_put_char(to, '\n');
    }
    for (uint32_t i = 0; i < p->nvar; i++) {
        strbuf_put_format(to, "  var r%u", i);
        put_text(to, " ", p->vars[i]);
        strbuf_put_format(to, " %s\n", i < p->nparams ? text_hints[p->param_hints[i]] : "any");
    }
}

void disasm_proto(StrBuf *to, const BcModule *m, uint32_t index) {
    const BcProto *p = m->protos[index];
    strbuf_put_format(to, "proto p%u", index);
    put_text(to, " ", p->name);
    put_text(to, " ", p->qualname);
    strbuf_put_char(to, '\n');
    put_signature(to, p);
    for (uint32_t i = 0; i < p->ncapture; i++) {
        strbuf_put_format(to, "  capture c%u %s%u", i, p->captures[i].from_parent_reg ? "r" : "c", p->captures[i].index);
        put_text(to, " ", p->capture_names[i]);
        strbuf_put_char(to, '\n');
    }
    for (uint32_t i = 0; i < p->nconst; i++) {
        strbuf_put_format(to, "  const k%u ", i);
        put_const(to, &p->consts[i]);
        strbuf_put_char(to, '\n');
    }
    for (uint32_t i = 0; i < p->nhandler; i++) {
        const BcHandler *h = &p->handlers[i];
        strbuf_put_format(to, "  handler %u %u ->%u r%u\n", h->start, h->end, h->target, h->reg);
    }
    put_code(to, m, p);
    strbuf_put_text(to, "end\n");
}

void disasm_module(StrBuf *to, const BcModule *m, uint32_t flags) {
    put_text(to, "module ", m->name);
    put_text(to, " ", m->path);
    strbuf_put_text(to, "\nhash x");
    put_hex(to, m->source_hash, sizeof m->source_hash);
    strbuf_put_char(to, '\n');
    if (flags & DISASM_SOURCE) {
        put_text(to, "source ", m->source);
        strbuf_put_char(to, '\n');
    }
    for (uint32_t i = 0; i < m->nglobal; i++) {
        strbuf_put_format(to, "global g%u", i);
        put_text(to, " ", m->globals[i]);
        put_flags(to, text_global_flags, m->global_flags[i]);
        strbuf_put_char(to, '\n');
    }
    for (uint32_t i = 0; i < m->nproto; i++) disasm_proto(to, m, i);
}
