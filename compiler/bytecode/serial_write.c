// Writing a module's image; see serial_int.h for the format.
#include "compiler/bytecode/serial_int.h"

#include <string.h>

static void put_padding(StrBuf *to, size_t start, size_t align) {
    while ((to->length - start) % align != 0) strbuf_put_char(to, 0);
}

static void put_u32(StrBuf *to, uint32_t n) { strbuf_put_bytes(to, &n, sizeof n); }

typedef struct {
    StrBuf *to;
    size_t start;  // of the image in the buffer
} Writer;

static void put_text(Writer *w, BcStr s) {
    put_u32(w->to, s.text == NULL ? SERIAL_NO_TEXT : s.length);
    if (s.text == NULL) return;
    strbuf_put_bytes(w->to, s.text, s.length);
    strbuf_put_char(w->to, 0);
    put_padding(w->to, w->start, 4);
}

static void put_texts(Writer *w, const BcStr *s, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) put_text(w, s[i]);
}

static void put_const(Writer *w, const BcConst *c) {
    put_u32(w->to, (uint32_t)c->kind);
    switch (c->kind) {
        case BC_CONST_INT: case BC_CONST_SINGLETON: strbuf_put_bytes(w->to, &c->integer, 8); return;
        case BC_CONST_FLOAT: strbuf_put_bytes(w->to, &c->real, 8); return;
        case BC_CONST_STR: case BC_CONST_BYTES: case BC_CONST_BIGINT: put_text(w, c->str); return;
        case BC_CONST_TUPLE: case BC_CONST_FROZENSET:
            put_u32(w->to, c->tuple.count);
            strbuf_put_bytes(w->to, c->tuple.items, c->tuple.count * sizeof(uint32_t));
            return;
    }
}

// Padding between a handler's fields is written as zero, so that equal modules give equal images.
static void put_handler(Writer *w, const BcHandler *h) {
    BcHandler clean;
    memset(&clean, 0, sizeof clean);
    clean.start = h->start;
    clean.end = h->end;
    clean.target = h->target;
    clean.reg = h->reg;
    strbuf_put_bytes(w->to, &clean, sizeof clean);
}

static void put_proto(Writer *w, const BcProto *p) {
    SerialProto head = {p->flags, p->line, p->ncode, p->nconst, p->ncapture, p->nhandler, p->nline, p->nvar,
                        p->nposonly, p->npos, p->nkwonly, p->nparams, p->nregs, p->result_hint};
    strbuf_put_bytes(w->to, &head, sizeof head);
    put_text(w, p->name);
    put_text(w, p->qualname);
    put_text(w, p->doc);
    put_padding(w->to, w->start, 8);
    strbuf_put_bytes(w->to, p->code, p->ncode * sizeof(BcInsn));
    strbuf_put_bytes(w->to, p->lines, p->nline * sizeof(BcLine));
    for (uint32_t i = 0; i < p->nhandler; i++) put_handler(w, &p->handlers[i]);
    for (uint32_t i = 0; i < p->ncapture; i++) put_u32(w->to, (uint32_t)p->captures[i].from_parent_reg << 16 | p->captures[i].index);
    put_texts(w, p->capture_names, p->ncapture);
    put_texts(w, p->vars, p->nvar);
    strbuf_put_bytes(w->to, p->param_hints, p->nparams);
    put_padding(w->to, w->start, 4);
    for (uint32_t i = 0; i < p->nconst; i++) put_const(w, &p->consts[i]);
}

static void put_module(Writer *w, const BcModule *m) {
    put_text(w, m->name);
    put_text(w, m->path);
    put_text(w, m->source);
    strbuf_put_bytes(w->to, m->source_hash, sizeof m->source_hash);
    put_u32(w->to, m->nproto);
    put_u32(w->to, m->nglobal);
    for (uint32_t i = 0; i < m->nglobal; i++) {
        put_text(w, m->globals[i]);
        put_u32(w->to, m->global_flags[i]);
    }
    for (uint32_t i = 0; i < m->nproto; i++) put_proto(w, m->protos[i]);
}

void serial_write(StrBuf *to, const BcModule *m) {
    Writer w = {to, to->length};
    SerialHeader header = {0};
    strbuf_put_bytes(to, &header, sizeof header);
    put_module(&w, m);
    put_padding(to, w.start, SERIAL_ALIGN);
    size_t body = w.start + sizeof header;
    header = (SerialHeader){SERIAL_MAGIC, SERIAL_VERSION, (uint32_t)(to->length - w.start), serial_fingerprint(),
                            hash_bytes(to->bytes + body, to->length - body)};
    memcpy(to->bytes + w.start, &header, sizeof header);
}
