// Putting native code together.
//
// The code of a prototype is one stencil after the other in the order of the instructions, then the ways out:
//
//    | stencil of instruction 0 | stencil of 1 | ... | ways out of 0, its case aside | those of 1 | ...
//                         `------ rare case ---------------^ `-> handler -> entry of the next instruction
//
// Two passes: the first measures and places, the second copies and fills holes. `entries` says where each instruction's
// code begins; handlers find it by the distance between an instruction and its entry, which is kept in front of the constants.
// Entries, code and sites live as long as the prototype.
#include "baseline.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "call_site.h"
#include "code_memory.h"
#include "handlers.h"
#include "jit/native/native_names.h"
#include "jit/interp/interp_int.h"
#include "stdlib/runtime/site.h"
#include "stencil.h"

enum { INSNS_MAX = 1 << 17 };

// What a prototype has; Proto.baseline points to its entries.
typedef struct {
    CodePiece piece;
    size_t size;            // of the piece
    CallSite *sites;
    uint32_t ncall;
    uint64_t entries[];     // [ncode + 1] where each instruction's code runs, and where the straight line ends
} BaselineCode;

typedef struct {
    const Proto *p;
    uint64_t *entries;      // the code's
    CodePiece piece;
    uint32_t pc;            // being filled in
    uint64_t outs;          // where its ways out run
    uint64_t aside;         // where the case beside the straight line runs
    CallSite *site;         // of the next call
    uint64_t values[HOLE_COUNT];
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

// What instruction f->pc fills holes with; all at once, since a stencil has several and asking for each costs more.
static void set_values(Filler *f) {
    const Proto *p = f->p;
    BcInsn insn = p->code[f->pc];
    uint64_t *v = f->values;
    uint32_t a = bc_a(insn), b = bc_b(insn);
    uint64_t target = target_of(f);
    v[HOLE_A] = a * sizeof(Value);
    v[HOLE_B] = b * sizeof(Value);
    v[HOLE_C16] = bc_c16(insn) * sizeof(Value);
    v[HOLE_INT_B] = value_from_small(bc_sb(insn)).bits;
    v[HOLE_INT_C] = value_from_small(bc_sc(insn)).bits;
    v[HOLE_INT_C16] = value_from_small(bc_sc16(insn)).bits;
    v[HOLE_SINGLETON_B] = VALUE_SINGLETON(b).bits;
    v[HOLE_NARGS] = b;
    if (bc_op(insn) == OP_LOADK) v[HOLE_CONST] = p->consts[b].bits;
    v[HOLE_GLOBAL] = (uint64_t)p->globals + b * sizeof(Value);
    v[HOLE_SITE] = p->consts[INTERP_SITES].bits + bc_c(insn) * sizeof(AttrSite);
    v[HOLE_CALL_SITE] = (uint64_t)f->site;
    v[HOLE_BACK] = -(uint64_t)(a + BC_WINDOW_HEADER) * sizeof(Value);
    v[HOLE_PC] = (uint64_t)&p->code[f->pc + 1];
    v[HOLE_NEXT] = f->entries[f->pc + 1];
    v[HOLE_TARGET] = target < p->bc->ncode ? f->entries[target] : 0;
    v[HOLE_HANDLER] = (uint64_t)baseline_handlers[bc_op(insn)];
    v[HOLE_OUT] = f->outs;
    v[HOLE_ASIDE] = f->aside;
}

static uint8_t *writable(const Filler *f, uint64_t run) { return f->piece.write + (run - (uint64_t)f->piece.run); }

static void copy_stencil(const Filler *f, const Stencil *s, uint64_t run) { stencil_copy(s, writable(f, run), run, f->values); }

static void copy_out(Filler *f, uint16_t out) {
    uint64_t pc = f->values[HOLE_PC], handler = f->values[HOLE_HANDLER];
    if (out == OUT_POLL) f->values[HOLE_PC] = (uint64_t)&f->p->code[target_of(f)];
    f->values[HOLE_HANDLER] = out == OUT_FAIL ? (uint64_t)baseline_raise : out == OUT_POLL ? (uint64_t)baseline_poll_jump : (uint64_t)stencil_symbols[out];
    copy_stencil(f, leave, f->outs);
    f->outs += leave->size;
    f->values[HOLE_PC] = pc;
    f->values[HOLE_HANDLER] = handler;
}

static void copy_outs(Filler *f, const Stencil *s) {
    for (uint32_t i = 0; i < s->nout; i++) copy_out(f, s->outs[i]);
}

// A stencil at `run`, and its ways out.
static void copy_whole(Filler *f, const Stencil *s, uint64_t run) {
    f->values[HOLE_OUT] = f->outs;
    copy_stencil(f, s, run);
    copy_outs(f, s);
}

static void copy_instruction(Filler *f) {
    const Stencil *s = stencil_of(f->p->code[f->pc]);
    f->aside = f->outs + outs_size(s);
    set_values(f);
    copy_whole(f, s, f->entries[f->pc]);
    if (s->aside) {
        f->outs += s->aside->size;
        copy_whole(f, s->aside, f->aside);
    }
    if (!s->resumes) return;
    f->site->resume = f->entries[f->pc] + s->size;
    f->site->pc = &f->p->code[f->pc + 1];
    copy_whole(f, resume, f->site->resume);
    f->site++;
}

static bool take_memory(BaselineCode *code, const Sizes *sizes) {
    code->size = sizes->line + sizes->outs;
    code->ncall = sizes->calls;
    code->piece = code_memory_take(code->size);
    if (code->piece.write && code->ncall) code->sites = call_sites_new(code->ncall);
    return code->piece.write && (!code->ncall || code->sites);
}

static bool make_code(Proto *p, BaselineCode *code) {
    uint32_t ncode = p->bc->ncode;
    uint64_t *entries = code->entries;
    Sizes sizes = measure(p->code, ncode, entries);
    if (!take_memory(code, &sizes)) return false;
    Filler f = {.p = p, .entries = entries, .piece = code->piece, .site = code->sites};
    entries[ncode] = sizes.line;
    for (uint32_t pc = 0; pc <= ncode; pc++) entries[pc] += (uint64_t)f.piece.run;
    f.outs = entries[ncode];
    f.values[HOLE_PROTO] = (uint64_t)p;
    f.values[HOLE_SLOT] = (uint64_t)stencil_symbols;
    for (f.pc = 0; f.pc < ncode; f.pc++) copy_instruction(&f);
    code_memory_finish(f.piece, code->size);
    if (native_names_told) native_names_add(f.piece.run, code->size, p->bc->qualname.text, p->bc->qualname.length);
    return true;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// --- what the code keeps, and giving it back

static BaselineCode *code_of(const Proto *p) {
    uint64_t *entries = __atomic_load_n(&p->baseline, __ATOMIC_ACQUIRE);
    return entries ? (BaselineCode *)((char *)entries - offsetof(BaselineCode, entries)) : NULL;
}

static void trace_proto(const Proto *p, Tracer *tracer) {
    const BaselineCode *code = code_of(p);
    if (code) call_sites_trace(code->sites, code->ncall, tracer);
}

static void trace(const CodePart *part, Tracer *tracer) {
    CODE_EACH_PROTO(part, p) trace_proto(p, tracer);
    for (const Proto *p = part->made; p; p = p->next) trace_proto(p, tracer);
}

static void free_code(BaselineCode *code) {
    if (!code) return;
    if (code->piece.write) code_memory_give(code->piece, code->size);
    if (code->sites) call_sites_free(code->sites, code->ncall);
    free(code);
}

static void forget(CodePart *part) {
    pthread_mutex_lock(&lock);
    CODE_EACH_PROTO(part, p) free_code(code_of(p));
    for (Proto *p = part->made; p; p = p->next) free_code(code_of(p));
    pthread_mutex_unlock(&lock);
}

// Called with the lock held.
static void add_keeper(void) {
    static CodeKeeper keeper = {.trace = trace, .forget = forget};
    static bool added;
    if (!added) code_add_keeper(&keeper);
    added = true;
}

static bool compile_locked(Proto *p) {
    if (p->baseline) return true;
    if (p->bc->ncode > INSNS_MAX) return false;
    BaselineCode *code = calloc(1, sizeof *code + (p->bc->ncode + 1) * sizeof *code->entries);
    if (!code) return false;
    if (!make_code(p, code)) return free_code(code), false;
    add_keeper();
    p->consts[INTERP_ENTRIES].bits = (uint64_t)code->entries - (uint64_t)p->code;
    __atomic_store_n(&p->baseline, code->entries, __ATOMIC_RELEASE);
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
