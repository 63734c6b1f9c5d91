// Reading a module's image: a cursor that never leaves it, then the verifier.
#include "compiler/bytecode/serial_int.h"

#include <stdio.h>
#include <string.h>

#include "compiler/bytecode/verify.h"

typedef struct {
    const char *start, *at, *end;
    Arena *arena;
    bool failed;  // something did not fit; what was read since is empty
} Reader;

// `count` items of `size` bytes where they lie; NULL, and failed, when the image has not so many.
static const void *take(Reader *r, size_t count, size_t size) {
    if (r->failed || count > (size_t)(r->end - r->at) / size) {
        r->failed = true;
        return NULL;
    }
    const char *p = r->at;
    r->at += count * size;
    return p;
}

static void take_padding(Reader *r, size_t align) {
    size_t over = (size_t)(r->at - r->start) % align;
    if (over != 0) take(r, align - over, 1);
}

static uint32_t take_u32(Reader *r) {
    const uint32_t *p = take(r, 1, 4);
    return p == NULL ? 0 : *p;
}

// How many of something follow, each at least `size` bytes: bounds what is allocated for them.
static uint32_t take_count(Reader *r, uint32_t count, size_t size) {
    if (!r->failed && count <= (size_t)(r->end - r->at) / size) return count;
    r->failed = true;
    return 0;
}

static BcStr take_text(Reader *r) {
    uint32_t length = take_u32(r);
    if (r->failed || length == SERIAL_NO_TEXT) return (BcStr){NULL, 0};
    const char *text = take(r, (size_t)length + 1, 1);
    if (text == NULL || text[length] != 0) {
        r->failed = true;
        return (BcStr){NULL, 0};
    }
    take_padding(r, 4);
    return (BcStr){text, length};
}

static const BcStr *take_texts(Reader *r, uint32_t count) {
    count = take_count(r, count, 4);
    BcStr *texts = arena_new_array(r->arena, BcStr, count);
    for (uint32_t i = 0; i < count; i++) texts[i] = take_text(r);
    return texts;
}

static void take_tuple(Reader *r, BcConst *c) {
    c->tuple.count = take_u32(r);
    c->tuple.items = take(r, c->tuple.count, sizeof(uint32_t));
}

static BcConst take_const(Reader *r) {
    BcConst c = {.kind = BC_CONST_SINGLETON};
    uint32_t kind = take_u32(r);
    if (kind > BC_CONST_FROZENSET) r->failed = true;
    else c.kind = (BcConstKind)kind;
    const void *bits;
    switch (c.kind) {
        case BC_CONST_INT: case BC_CONST_SINGLETON: case BC_CONST_FLOAT:
            bits = take(r, 1, 8);
            if (bits != NULL) memcpy(&c.integer, bits, 8);
            return c;
        case BC_CONST_STR: case BC_CONST_BYTES: case BC_CONST_BIGINT: c.str = take_text(r); return c;
        case BC_CONST_TUPLE: case BC_CONST_FROZENSET: take_tuple(r, &c); return c;
    }
    return c;
}

static const BcConst *take_consts(Reader *r, uint32_t count) {
    count = take_count(r, count, 8);
    BcConst *consts = arena_new_array(r->arena, BcConst, count);
    for (uint32_t i = 0; i < count; i++) consts[i] = take_const(r);
    return consts;
}

static const BcCapture *take_captures(Reader *r, uint32_t count) {
    count = take_count(r, count, 4);
    BcCapture *captures = arena_new_array(r->arena, BcCapture, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = take_u32(r);
        captures[i] = (BcCapture){(word >> 16 & 1) != 0, (uint16_t)word};
    }
    return captures;
}

static void take_proto_head(Reader *r, BcProto *p) {
    const SerialProto *head = take(r, 1, sizeof *head);
    if (head == NULL) return;
    p->flags = head->flags;
    p->line = head->line;
    p->ncode = head->ncode;
    p->nconst = head->nconst;
    p->ncapture = head->ncapture;
    p->nhandler = head->nhandler;
    p->nline = head->nline;
    p->nvar = head->nvar;
    p->nposonly = head->nposonly;
    p->npos = head->npos;
    p->nkwonly = head->nkwonly;
    p->nparams = head->nparams;
    p->nregs = head->nregs;
    p->result_hint = (uint8_t)head->result_hint;
}

static const BcProto *take_proto(Reader *r) {
    BcProto *p = arena_new(r->arena, BcProto);
    take_proto_head(r, p);
    p->name = take_text(r);
    p->qualname = take_text(r);
    p->doc = take_text(r);
    take_padding(r, 8);
    p->code = take(r, p->ncode, sizeof(BcInsn));
    p->lines = take(r, p->nline, sizeof(BcLine));
    p->handlers = take(r, p->nhandler, sizeof(BcHandler));
    p->captures = take_captures(r, p->ncapture);
    p->capture_names = take_texts(r, p->ncapture);
    p->vars = take_texts(r, p->nvar);
    p->param_hints = take(r, p->nparams, 1);
    take_padding(r, 4);
    p->consts = take_consts(r, p->nconst);
    return p;
}

static void take_globals(Reader *r, BcModule *m) {
    uint32_t count = take_count(r, m->nglobal, 8);
    BcStr *names = arena_new_array(r->arena, BcStr, count);
    uint8_t *flags = arena_new_array(r->arena, uint8_t, count);
    for (uint32_t i = 0; i < count; i++) {
        names[i] = take_text(r);
        flags[i] = (uint8_t)take_u32(r);
    }
    m->globals = names;
    m->global_flags = flags;
}

static const BcModule *take_module(Reader *r) {
    BcModule *m = arena_new(r->arena, BcModule);
    m->name = take_text(r);
    m->path = take_text(r);
    m->source = take_text(r);
    const void *hash = take(r, 1, sizeof m->source_hash);
    if (hash != NULL) memcpy(m->source_hash, hash, sizeof m->source_hash);
    m->nproto = take_u32(r);
    m->nglobal = take_u32(r);
    take_globals(r, m);
    uint32_t count = take_count(r, m->nproto, sizeof(SerialProto));
    const BcProto **protos = arena_new_array(r->arena, const BcProto *, count);
    for (uint32_t i = 0; i < count && !r->failed; i++) protos[i] = take_proto(r);
    m->protos = protos;
    return m;
}

static const char *header_fault(const void *bytes, size_t length) {
    const SerialHeader *h = bytes;
    if (length < sizeof *h || h->magic != SERIAL_MAGIC) return "not a bytecode image";
    if (h->version != SERIAL_VERSION || h->fingerprint != serial_fingerprint()) return "made by another version";
    if (h->length < sizeof *h || h->length > length) return "cut short";
    if (hash_bytes(h + 1, h->length - sizeof *h) != h->checksum) return "damaged";
    return NULL;
}

const BcModule *serial_read(Arena *arena, const void *bytes, size_t length, char *message, size_t size) {
    const char *why = (uintptr_t)bytes % SERIAL_ALIGN != 0 ? "not aligned" : header_fault(bytes, length);
    if (why != NULL) {
        snprintf(message, size, "%s", why);
        return NULL;
    }
    const SerialHeader *h = bytes;
    Reader r = {bytes, (const char *)(h + 1), (const char *)bytes + h->length, arena, false};
    const BcModule *m = take_module(&r);
    if (r.failed) {
        snprintf(message, size, "a table runs off the image");
        return NULL;
    }
    return bc_verify(m, message, size) ? m : NULL;
}
