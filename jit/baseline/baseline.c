// Putting native code together.
//
// The code of a prototype is one stencil after the other in the order of the instructions, then the ways out:
//
//    | stencil of instruction 0 | stencil of 1 | ... | ways out of 0, its case aside | those of 1 | ...
//                         `------ rare case ---------------^ `-> handler -> entry of the next instruction
//
// Two passes: the first measures and places, the second copies and fills holes. `entries` says where each instruction's
// code begins; handlers find it by the distance between an instruction and its entry, which is kept in front of the constants.
// Entries and code live as long as the prototype, which is for ever.
#include "baseline.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "call_site.h"
#include "code_memory.h"
#include "handlers.h"
#include "jit/interp/interp_int.h"
#include "stdlib/runtime/site.h"
#include "stencil.h"

enum { INSNS_MAX = 1 << 17 };

typedef struct {
    const Proto *p;
    uint64_t *entries;      // [ncode] where each instruction's code runs
    CodePiece piece;
    uint32_t pc;            // being filled in
    uint64_t outs;          // where its ways out run
    uint64_t aside;         // where the case beside the straight line runs
    CallSite *site;         // of the next call
} Filler;

static const Stencil *leave = &stencil_more[STENCIL_LEAVE];
static const Stencil *resume = &stencil_more[STENCIL_RESUME];

// An operation without a stencil, and a call with keywords, leaves at once and comes back behind.
static const Stencil *stencil_of(BcInsn insn) {
    BcOp op = bc_op(insn);
    if (op == OP_CALL || op == OP_CALLM) return bc_c(insn) ? leave : &stencil_more[op == OP_CALL ? STENCIL_CALL : STENCIL_CALLM];
    const Stencil *s = &stencil_table[0][op];
    if (stencil_table[1][op].bytes && bc_sc(insn) < 0) s = &stencil_table[1][op];
    return s->bytes ? s : leave;
}

// --- the first pass

typedef struct {
    uint32_t line, outs;   // bytes
    uint32_t calls;
} Sizes;

static uint32_t outs_size(const Stencil *s) { return s->nout * (uint32_t)leave->size; }

static Sizes measure(const BcInsn *code, uint32_t ncode, uint64_t *entries) {
    Sizes sizes = {0};
    for (uint32_t pc = 0; pc < ncode; pc++) {
        const Stencil *s = stencil_of(code[pc]);
        entries[pc] = sizes.line;
        sizes.line += s->size + (s->resumes ? resume->size : 0);
        sizes.outs += outs_size(s) + (s->resumes ? outs_size(resume) : 0);
        sizes.calls += s->resumes;
        if (s->aside) sizes.outs += s->aside->size + outs_size(s->aside);
    }
    return sizes;
}

// --- the second

static uint64_t target_of(const Filler *f) { return f->pc + 1 + (int64_t)bc_sc(f->p->code[f->pc]); }

static uint64_t next_entry(const Filler *f) { return f->pc + 1 < f->p->bc->ncode ? f->entries[f->pc + 1] : 0; }

// What a hole of instruction f->pc is filled with, for the holes that every copy of its stencil shares.
static uint64_t hole_value(const Filler *f, const StencilPatch *patch) {
    const Proto *p = f->p;
    BcInsn insn = p->code[f->pc];
    switch ((StencilHole)patch->hole) {
    case HOLE_A: return bc_a(insn) * 8ull;
    case HOLE_B: return bc_b(insn) * 8ull;
    case HOLE_C16: return bc_c16(insn) * 8ull;
    case HOLE_INT_B: return value_from_small(bc_sb(insn)).bits;
    case HOLE_INT_C: return value_from_small(bc_sc(insn)).bits;
    case HOLE_INT_C16: return value_from_small(bc_sc16(insn)).bits;
    case HOLE_SINGLETON_B: return VALUE_SINGLETON(bc_b(insn)).bits;
    case HOLE_NARGS: return bc_b(insn);
    case HOLE_PROTO: return (uint64_t)p;
    case HOLE_CONSTS: return (uint64_t)p->consts;
    case HOLE_GLOBAL: return (uint64_t)&p->globals[bc_b(insn)];
    case HOLE_SITE: return (uint64_t)((AttrSite *)p->consts[INTERP_SITES].bits + bc_c(insn));
    case HOLE_PC: return (uint64_t)&p->code[f->pc + 1];
    case HOLE_NEXT: return next_entry(f);
    case HOLE_TARGET: return f->entries[target_of(f)];
    case HOLE_HANDLER: return (uint64_t)baseline_handlers[bc_op(insn)];
    case HOLE_ASIDE: return f->aside;
    case HOLE_OUT: return f->outs + patch->which * (uint64_t)leave->size;
    case HOLE_CALL: return (uint64_t)stencil_symbols[patch->which];
    case HOLE_SLOT: return (uint64_t)&stencil_symbols[patch->which];
    case HOLE_BACK: return -(uint64_t)(bc_a(insn) + BC_WINDOW_HEADER) * sizeof(Value);
    case HOLE_CALL_SITE: return (uint64_t)f->site;
    case HOLE_CONST: return p->consts[bc_b(insn)].bits;
    case HOLE_FAIL: case HOLE_POLL: break;
    }
    return 0;
}

static void fill_bits(uint8_t *at, uint32_t bits) {
    uint32_t insn;
    memcpy(&insn, at, sizeof insn);
    insn |= bits;
    memcpy(at, &insn, sizeof insn);
}

// What is left open in an instruction of AArch64 is zero.
static void fill_instruction(uint8_t *at, uint64_t run, StencilPatchKind kind, uint64_t value) {
    uint64_t pages = (value >> 12) - (run >> 12);
    switch (kind) {
    case PATCH_JUMP26: return fill_bits(at, (uint32_t)((value - run) >> 2) & 0x3FFFFFF);
    case PATCH_PAGE21: return fill_bits(at, (uint32_t)(pages & 3) << 29 | (uint32_t)(pages >> 2 & 0x7FFFF) << 5);
    case PATCH_WORD12: return fill_bits(at, (uint32_t)(value >> 3 & 0x1FF) << 10);
    default: return fill_bits(at, (uint32_t)(value >> (16 * (kind - PATCH_MOVW0)) & 0xFFFF) << 5);
    }
}

static void fill(uint8_t *write, uint64_t run, const StencilPatch *patch, uint64_t value) {
    uint8_t *at = write + patch->at;
    value += (uint64_t)(int64_t)patch->addend;
    if (patch->kind == PATCH_ABS64) {
        memcpy(at, &value, 8);
        return;
    }
    if (patch->kind > PATCH_REL32) return fill_instruction(at, run + patch->at, (StencilPatchKind)patch->kind, value);
    if (patch->kind == PATCH_REL32) value -= run + patch->at;
    uint32_t narrow = (uint32_t)value;
    memcpy(at, &narrow, 4);
}

static uint8_t *writable(const Filler *f, uint64_t run) { return f->piece.write + (run - (uint64_t)f->piece.run); }

static void copy_stencil(const Filler *f, const Stencil *s, uint64_t run) {
    uint8_t *write = writable(f, run);
    memcpy(write, s->bytes, s->size);
    for (uint32_t i = 0; i < s->npatch; i++) {
        const StencilPatch *patch = &s->patches[i];
        fill(write, run, patch, hole_value(f, patch));
    }
}

static void copy_out(const Filler *f, uint64_t run, const BcInsn *pc, const void *handler) {
    uint8_t *write = writable(f, run);
    memcpy(write, leave->bytes, leave->size);
    for (uint32_t i = 0; i < leave->npatch; i++) {
        const StencilPatch *patch = &leave->patches[i];
        uint64_t value = patch->hole == HOLE_PC ? (uint64_t)pc : patch->hole == HOLE_HANDLER ? (uint64_t)handler : hole_value(f, patch);
        fill(write, run, patch, value);
    }
}

static void copy_outs(Filler *f, const Stencil *s) {
    const BcInsn *next = &f->p->code[f->pc + 1];
    for (uint32_t i = 0; i < s->nout; i++) {
        if (s->outs[i] == OUT_FAIL) copy_out(f, f->outs, next, (void *)baseline_raise);
        else if (s->outs[i] == OUT_POLL) copy_out(f, f->outs, &f->p->code[target_of(f)], (void *)baseline_poll_jump);
        else copy_out(f, f->outs, next, stencil_symbols[s->outs[i]]);
        f->outs += leave->size;
    }
}

static void copy_instruction(Filler *f) {
    const Stencil *s = stencil_of(f->p->code[f->pc]);
    f->aside = f->outs + outs_size(s);
    copy_stencil(f, s, f->entries[f->pc]);
    copy_outs(f, s);
    if (s->aside) {
        f->outs += s->aside->size;
        copy_stencil(f, s->aside, f->aside);
        copy_outs(f, s->aside);
    }
    if (!s->resumes) return;
    f->site->resume = f->entries[f->pc] + s->size;
    f->site->pc = &f->p->code[f->pc + 1];
    copy_stencil(f, resume, f->site->resume);
    copy_outs(f, resume);
    f->site++;
}

static bool make_code(Proto *p, uint64_t *entries) {
    uint32_t ncode = p->bc->ncode;
    Sizes sizes = measure(p->code, ncode, entries);
    Filler f = {.p = p, .entries = entries, .piece = code_memory_take(sizes.line + sizes.outs)};
    if (sizes.calls) f.site = call_sites_new(sizes.calls);
    if (!f.piece.write || (sizes.calls && !f.site)) return false;
    for (uint32_t pc = 0; pc < ncode; pc++) entries[pc] += (uint64_t)f.piece.run;
    f.outs = (uint64_t)f.piece.run + sizes.line;
    for (f.pc = 0; f.pc < ncode; f.pc++) copy_instruction(&f);
    code_memory_finish(f.piece, sizes.line + sizes.outs);
    return true;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool compile_locked(Proto *p) {
    if (p->baseline) return true;
    if (p->bc->ncode > INSNS_MAX) return false;
    uint64_t *entries = malloc(p->bc->ncode * sizeof *entries);
    if (!entries) return false;
    if (!make_code(p, entries)) return free(entries), false;
    p->consts[INTERP_ENTRIES].bits = (uint64_t)entries - (uint64_t)p->code;
    __atomic_store_n(&p->baseline, entries, __ATOMIC_RELEASE);
    return true;
}

bool baseline_compile(Proto *p) {
    if (__atomic_load_n(&p->baseline, __ATOMIC_ACQUIRE)) return true;
    pthread_mutex_lock(&lock);
    bool done = compile_locked(p);
    pthread_mutex_unlock(&lock);
    return done;
}

InterpFn baseline_at(const Proto *p, const BcInsn *pc) { return (InterpFn)((uint64_t *)p->baseline)[pc - p->code]; }

void baseline_enter_by(Proto *p) {
    if (!p->generator) __atomic_store_n(&p->entry, (void *)baseline_at(p, p->code), __ATOMIC_RELEASE);
}
