// What code was asked for with, as a line for people: the values that registers of variables, captured variables and globals held, the closures
// it is to have code of its own for, and where guessing has failed.
#include <ctype.h>

#include "compiler/base/strbuf.h"
#include "profiler_int.h"

static const char *kind_name(uint32_t kind) {
    static const char *const names[NATIVE_KIND_COUNT] = {
#define KIND(name) [NATIVE_KIND_##name] = #name,
#include "compiler/native/native_kinds.def"
#undef KIND
    };
    return kind < NATIVE_KIND_COUNT && names[kind] ? names[kind] : "?";
}

static void put_lower(StrBuf *out, const char *text) {
    for (; *text; text++) strbuf_put_char(out, (char)tolower((unsigned char)*text));
}

static void put_kind(StrBuf *out, const BcModule *bc, const NativeSight *s, uint32_t depth) {
    if (s->kinds[depth] == NATIVE_KIND_INSTANCE && s->slot < bc->nglobal) strbuf_put_text(out, bc->globals[s->slot].text);
    else put_lower(out, kind_name(s->kinds[depth]));
    if (depth + 1 == NATIVE_SIGHT_DEPTH || !s->kinds[depth + 1]) return;
    strbuf_put_text(out, " of ");
    put_kind(out, bc, s, depth + 1);
}

static void put_name(StrBuf *out, const char *what, const BcStr *name) {
    strbuf_put_format(out, "%s %s%.*s ", out->length ? "," : "", what, (int)name->length, name->text);
}

static void put_tag(StrBuf *out, uint8_t tag) { strbuf_put_text(out, tag == NATIVE_SEEN_INT ? "int" : "float"); }

static void put_registers(StrBuf *out, const Proto *p, const NativeUnit *unit) {
    for (uint32_t reg = 0; reg < p->bc->nvar; reg++) {
        const NativeSight *s = unit->nsight ? &unit->sights[reg] : NULL;
        bool number = unit->seen[reg] != NATIVE_SEEN_OTHER;
        if (!p->bc->vars[reg].length || (!number && !(s && s->kinds[0]))) continue;
        put_name(out, "", &p->bc->vars[reg]);
        if (number) put_tag(out, unit->seen[reg]);
        else put_kind(out, p->part->bc, s, 0);
    }
}

static void put_others(StrBuf *out, const char *what, const BcModule *bc, const BcStr *names, const NativeSight *sights, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (!sights[i].kinds[0]) continue;
        put_name(out, what, &names[i]);
        put_kind(out, bc, &sights[i], 0);
    }
}

static void put_constants(StrBuf *out, const NativeUnit *unit) {
    uint32_t functions = 0;
    for (uint32_t i = 0; i < unit->nconstant; i++) functions += unit->constants[i].kind == NATIVE_CONSTANT_FUNCTION && unit->constants[i].same == i;
    if (unit->nconstant) strbuf_put_format(out, "%s code of their own for %u closures, which reach %u functions", out->length ? ";" : "", unit->nclosure, functions);
}

static void put_avoided(StrBuf *out, const Proto *p, const NativeUnit *unit) {
    for (uint32_t i = 0; i < unit->navoid; i++) {
        const Proto *at = code_proto(p->part, unit->avoid[i].proto);
        const char *op = bc_op_info(bc_op(at->bc->code[unit->avoid[i].at]))->name;
        strbuf_put_format(out, "%s line %u %s", i ? "," : out->length ? "; nothing is guessed at" : " nothing is guessed at", profile_line(at, unit->avoid[i].at), op);
    }
}

void profile_put_sights(StrBuf *out, const Proto *p, const NativeUnit *unit) {
    const BcProto *bc = p->bc;
    uint32_t nglobal = p->part->bc->nglobal;
    put_registers(out, p, unit);
    if (unit->nsight == bc->nregs + bc->ncapture + nglobal) {
        put_others(out, "captured ", p->part->bc, bc->capture_names, unit->sights + bc->nregs, bc->ncapture);
        put_others(out, "global ", p->part->bc, p->part->bc->globals, unit->sights + bc->nregs + bc->ncapture, nglobal);
    }
    put_constants(out, unit);
    put_avoided(out, p, unit);
}
