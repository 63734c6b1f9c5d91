// Fn: one function (or module or class body) under emission. Its instructions, labels, registers, constants, handlers
// and lines, and what is known about its locals at the current point. Shared by the files of frontend/emit.
//
// Registers: parameters and locals below scope->nlocal, temporaries above in stack order. `top` is the first free one.
// A rule that keeps exceptions exact: code that computes into a local's register writes it by its last instruction only.
//
// Flow: `is_reachable` says whether the current point can be reached; nothing is emitted where it cannot.
// `assigned` has a bit per local that surely has a value here; a Label carries the intersection over its jumps.
#ifndef OTTER_EMIT_FN_H
#define OTTER_EMIT_FN_H

#include "frontend/emit/consts.h"
#include "frontend/check/static_type.h"
#include "frontend/emit/emit.h"

typedef uint32_t Reg;

enum { FN_MAX_REGS = 65000, FN_MAX_CONSTS = 65535, FN_MAX_JUMP = (1 << 23) - 1, FN_MAX_CODE = 1 << 22 };

typedef struct {
  const ScopeTree *tree;
  const EmitOptions *options;
  Arena *arena;
  DiagSink *diag;
  VEC(const BcProto *) protos;
  VEC(uint32_t) line_starts;   // of the source, in bytes; made at first use
  uint32_t nexport;            // functions for C so far
  bool has_sized;              // a sized type is named somewhere
  bool *is_stored;             // by global slot: the module's top level has stored it by now
  bool failed;
} Emitter;

// A place to jump to: forward (jumps wait in `pending`) or already placed.
typedef struct {
  uint32_t pc;          // FN_NO_PC until placed
  uint32_t pending;     // chain of waiting jumps: index + 1 into Fn.jumps, 0 = none
  uint64_t *assigned;   // intersection over the jumps so far; NULL: none yet
} Label;

enum { FN_NO_PC = UINT32_MAX };

typedef struct {
  uint32_t pc, next;    // the jump; the next in the label's chain + 1
} PendingJump;

// A range of code under a handler. It may be interrupted by exit code that runs outside of it.
typedef struct Region {
  struct Region *outer;
  uint32_t id;          // of its handler: Fn.targets[id]
  uint32_t start;       // FN_NO_PC while interrupted
  uint32_t depth;
  Reg reg;
} Region;

typedef struct {
  BcHandler handler;    // target is the region's id until the function is finished
  uint32_t depth;
} PendingHandler;

// What a return, break or continue must leave properly.
typedef enum : uint8_t {
  BLOCK_LOOP,
  BLOCK_TRY,        // nothing to run, but the region ends
  BLOCK_FINALLY,    // run `body`
  BLOCK_WITH,       // call the exit function in `reg`
  BLOCK_HANDLER,    // EXCLEAVE reg and unbind `name`
} BlockKind;

typedef struct Block {
  struct Block *outer;
  BlockKind kind;
  Reg reg;
  AstSeq body;
  const Atom *name;     // BLOCK_HANDLER: of `except ... as name`, or NULL
  Region *region;       // to be interrupted while leaving, or NULL
  Label *on_break, *on_continue;
  Span span;            // BLOCK_WITH: position of the exit call
} Block;

typedef struct Fn {
  Emitter *em;
  struct Fn *outer;
  const Scope *scope;
  AstSeq type_params;  // of the definition whose header is being emitted: `def f[T](x: T)`, `class C[T](Base[T])`
  const Atom *own_type;  // name of the struct or enum whose fields' types are being emitted, or NULL
  uint32_t alias_depth;  // of aliases of types being emitted
  BcProto *proto;
  VEC(BcInsn) code;
  VEC(BcLine) lines;
  VEC(PendingJump) jumps;
  VEC(PendingHandler) handlers;
  VEC(uint32_t) targets;
  ConstPool consts;
  Arena scratch;
  uint32_t top, nregs;
  uint32_t nwords;         // of the bit sets
  uint64_t *assigned;
  uint64_t *deletable;     // locals that some `del` or except clause may unbind
  uint64_t *checked;       // locals that must start unbound
  bool is_reachable;
  Span span;               // of the code being emitted
  Block *block;
  Region *region;
  const AstNode *known;    // an expression whose value is in R[known_reg] already (see emit_spine), or NULL
  Reg known_reg;
  AstNode *returns;        // promise on the returned value, or NULL
} Fn;

[[gnu::format(printf, 3, 4)]] void emit_report(Emitter *em, Span span, const char *format, ...);

void fn_init(Fn *fn, Emitter *em, Fn *outer, const Scope *scope, BcProto *proto);
void fn_fini(Fn *fn);
// Writes the collected code into fn->proto.
void fn_finish(Fn *fn);

// ---- registers

// `count` fresh temporaries in a row; they live until `top` is set back below them.
Reg fn_push(Fn *fn, uint32_t count);
static inline bool fn_is_temp(const Fn *fn, Reg reg) {
  return reg >= fn->scope->nlocal;
}
// Where a sequence of temporaries may start whose first one receives a result for `dst`: at `dst` itself when it is the
// newest temporary, else at the top. Nothing is pushed yet.
Reg fn_open_row(Fn *fn, Reg dst);
// Moves the result from `row` to `dst` where they differ and sets `top` back to `mark`.
void fn_close_row(Fn *fn, Reg row, Reg dst, uint32_t mark);

// ---- instructions

static inline void fn_at(Fn *fn, const AstNode *node) {
  fn->span = node->span;
}
// As fn_at, but an attribute on a later line than its object's start counts from its own name on, as in CPython.
void fn_at_attribute(Fn *fn, const AstAttribute *attribute);
// The position of a call of that attribute.
void fn_at_method(Fn *fn, const AstNode *call, const AstAttribute *attribute);
void fn_put(Fn *fn, BcOp op, uint32_t a, uint32_t b, uint32_t c);
void fn_put_k(Fn *fn, BcOp op, uint32_t a, uint32_t b, uint32_t c16, uint32_t k);
void fn_move(Fn *fn, Reg to, Reg from);
void fn_load_singleton(Fn *fn, Reg to, BcSingleton which);
void fn_load_int(Fn *fn, Reg to, int64_t value);
void fn_load_const(Fn *fn, Reg to, uint32_t index);
void fn_load_str(Fn *fn, Reg to, const char *text, size_t length);
void fn_load_atom(Fn *fn, Reg to, const Atom *atom);
// R[first] = intrinsic(R[first ..])
void fn_intrinsic(Fn *fn, BcIntrinsic id, Reg first, uint32_t argc);
// The same for an intrinsic that always raises: the flow ends here. The RAISE behind it is never reached; it tells every
// reader of the code so.
void fn_intrinsic_raising(Fn *fn, BcIntrinsic id, Reg first, uint32_t argc);
// The constant number of a name, for instructions that name an attribute.
uint32_t fn_name(Fn *fn, const Atom *atom);

// ---- flow

void label_init(Label *label);
// Emits the jump instruction with its offset to the label; `op` JMP ends the reachable code.
void fn_jump(Fn *fn, BcOp op, uint32_t a, uint32_t b, Label *label);
// The label stands here; its jumps arrive.
void fn_place(Fn *fn, Label *label);
// A loop's head, jumped to from below.
void fn_place_back(Fn *fn, Label *label);
// Nothing after this point runs until a label is placed.
void fn_end_flow(Fn *fn);
bool fn_is_assigned(const Fn *fn, Reg local);
void fn_set_assigned(Fn *fn, Reg local);
void fn_set_unassigned(Fn *fn, Reg local);
// The register may hold `unbound` when read: it must start so.
void fn_note_checked(Fn *fn, Reg local);

// ---- handlers

void region_open(Fn *fn, Region *region, Reg reg);
void region_close(Fn *fn, Region *region);
// The handler of a closed region starts here, with what was assigned when it was opened (`assigned`).
void region_handle(Fn *fn, const Region *region, const uint64_t *assigned);
void region_interrupt(Fn *fn, Region *region);
void region_resume(Fn *fn, Region *region);
// A copy of what is assigned now, for region_handle.
uint64_t *fn_copy_assigned(Fn *fn);

#endif
