// Inside the builder: one function's bytecode on its way to SSA.
#ifndef OTTER_SSA_BUILD_INT_H
#define OTTER_SSA_BUILD_INT_H

#include "bc_flow.h"
#include "ssa.h"

typedef VEC(uint32_t) PcVec;

// A loop around the place where a function is entered midway: instructions first .. last, entered from outside at `head`.
typedef struct {
    uint32_t first, last, head;
} BuildLoop;
enum { BUILD_VERSIONS_MAX = 5 };

// Code is built in versions (ssa_build_version.c). A place is an instruction of one version: its number and the version's times ncode.
typedef struct {
    SsaFunction *f;
    const BcProto *p;
    Arena *arena;
    BcLive live;
    BuildLoop loops[BUILD_VERSIONS_MAX];  // from 1 on, the inner ones first: version j is entered at the head of loop j
    uint32_t nversion;
    bool *leader;         // [ncode] a block starts there, if it is reached
    uint32_t *block_of;   // [place] SSA block starting there, or 0
    uint32_t *npreds;     // [place] edges into the block starting there
    bool *counted;        // [place] the FORLOOP there counts in registers
    bool *heads;          // [ncode] where loops come round
    bool *entered;        // [ncode] entered midway, inside the loop of the FORLOOP there
    bool *looped;         // [place] the FORLOOP there has been built
    PcVec resumes;        // where a resumable function is entered
    SsaBlockVec landings; // the block each of them is entered by
    bool misfit;          // entered midway with loop states that do not fit
    SsaRef **out;         // [block] registers at the block's end; grows with blocks
    uint32_t nout;
    SsaRef *regs;         // registers now
    SsaRef *homes;        // [nregs] HOME of each register, once made
    SsaRef unbound;
    uint32_t block;       // being filled
    uint32_t pc;          // place
    bool ended;           // the block has its END
} Builder;

SsaRef build_emit(Builder *b, SsaOp op, const SsaRef *args, uint32_t nargs);
SsaRef build_emit_imm(Builder *b, SsaOp op, int64_t imm);
SsaState *build_state(Builder *b, uint32_t pc);
// Register `reg` holds something from memory or a call: what it probably is gets checked, going on at `next` when it is not.
void build_guess(Builder *b, uint32_t reg, uint32_t next);
void build_start_block(Builder *b, uint32_t block);
void build_jump(Builder *b, uint32_t to);
// Ends the block: to `yes` when cond, else to `no`.
void build_branch(Builder *b, SsaRef cond, uint32_t yes, uint32_t no);
SsaRef build_home(Builder *b, uint32_t reg);

// ssa_build_version.c
void build_find_versions(Builder *b);
// Where control comes that goes from a version's code to the place `to` of the same version.
uint32_t build_target(const Builder *b, uint32_t to);
static inline uint32_t build_pc(const Builder *b, uint32_t place) { return place % b->p->ncode; }
static inline BcInsn build_code(const Builder *b, uint32_t place) { return b->p->code[place % b->p->ncode]; }
static inline uint32_t build_block_at(const Builder *b, uint32_t to) { return b->block_of[build_target(b, to)]; }

// ssa_build_ops.c: one instruction. Sets b->ended when it ended the block.
void build_insn(Builder *b, BcInsn i);
// ssa_build_resume.c: the entry block of a resumable function, and what it leads to
void build_find_resumes(Builder *b);
void build_dispatch(Builder *b);
void build_landings(Builder *b);
// ssa_build_loop.c
bool build_counted_call(Builder *b, BcInsn call);  // CALL of range right before its FORPREP: both are done; false: an ordinary call
void build_forprep(Builder *b, BcInsn i);
void build_forloop(Builder *b, BcInsn i);
void build_enter_loop(Builder *b, uint32_t pc);

#endif
