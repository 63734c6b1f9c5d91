// The bytecode module: the frontend's product and the only source of truth for every tier.
//
// A BcModule is plain data, free of runtime values, so that it can be verified, written to disk and embedded in an
// executable. The runtime turns its constants into values when a module is loaded (stdlib/runtime/code.h).
// Instruction layout and the list of operations: opcodes.def; rare operations: intrinsics.def.
//
// Ownership: everything reachable from a BcModule lives in the Arena given to whoever made it (emitter, reader, loader)
// and is never changed afterwards. Strings are UTF-8 with a length, and NUL-terminated besides.
#ifndef OTTER_BYTECODE_H
#define OTTER_BYTECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t BcInsn;

typedef enum {
#define OP(name, format, meaning) OP_##name,
#include "opcodes.def"
#undef OP
    OP_COUNT
} BcOp;
static_assert(OP_COUNT <= 256, "the operation is one byte");

typedef enum {
#define INTRINSIC(name, argc, meaning) INTRINSIC_##name,
#include "intrinsics.def"
#undef INTRINSIC
    INTRINSIC_COUNT
} BcIntrinsic;

// What an instruction's fields hold. Unnamed fields are zero.
typedef enum {
    FMT_NONE,  // -
    FMT_A,     // a reg
    FMT_AB,    // a reg, b reg
    FMT_ABC,   // a reg, b reg, c16 reg, k flags
    FMT_ABI,   // a reg, b reg, c16 signed immediate, k flags
    FMT_ABCK,  // a reg, b reg, c16 reg or 0xFFFF, k code
    FMT_AK,    // a reg, b constant
    FMT_AI,    // a reg, c signed 24-bit immediate
    FMT_AS,    // a reg, b singleton number
    FMT_AG,    // a reg, b global slot
    FMT_AF,    // a reg, b captured cell
    FMT_J,     // c jump
    FMT_AJ,    // a reg, c jump
    FMT_ABJ,   // a reg, b reg, c jump (FORPREP/FORLOOP/SEND touch more registers, see opcodes.def)
    FMT_AIJ,   // a reg, b signed 16-bit immediate, c jump
    FMT_ABW,   // a window, b argument count, c keyword-name constant + 1, or 0
    FMT_ABKN,  // a reg, b reg, c name constant
    FMT_AKN,   // a reg, c name constant
    FMT_ABN,   // a reg, b first reg, c count
    FMT_ABNK,  // a first reg, b reg, c16 count, k count
    FMT_ABN2,  // a reg, b first reg, c number of pairs
    FMT_ABN3,  // a reg, b first of three regs
    FMT_APX,   // a reg, b prototype index, c16 first extra reg, k which extras
    FMT_AHN,   // a reg, b BcHint, c string constant
    FMT_ABCS,  // a reg, b reg, c16 reg, k BcSized and BcSizedOp
    FMT_ABX,   // a first reg and result, b intrinsic, c argument count
} BcFormat;

typedef enum { BC_SINGLETON_NONE, BC_SINGLETON_FALSE, BC_SINGLETON_TRUE, BC_SINGLETON_UNBOUND, BC_SINGLETON_ELLIPSIS, BC_SINGLETON_NOTIMPLEMENTED, BC_SINGLETON_COUNT } BcSingleton;

enum { BC_K_INPLACE = 1 };                                             // arithmetic: k
enum { BC_K_DEFAULTS = 1, BC_K_KWDEFAULTS = 2, BC_K_ANNOTATIONS = 4 };  // CLOSURE: k
enum { BC_NO_REG = 0xFFFF };
enum { BC_WINDOW_HEADER = 4 };  // a call window's slots before the arguments: callee and the callee's frame header

// Field access.
static inline BcOp bc_op(BcInsn i) { return (BcOp)(i & 0xFF); }
static inline uint32_t bc_a(BcInsn i) { return (uint32_t)(i >> 8) & 0xFFFF; }
static inline uint32_t bc_b(BcInsn i) { return (uint32_t)(i >> 24) & 0xFFFF; }
static inline int32_t bc_sb(BcInsn i) { return (int16_t)(i >> 24); }
static inline uint32_t bc_c(BcInsn i) { return (uint32_t)(i >> 40); }
static inline int32_t bc_sc(BcInsn i) { return (int32_t)((int64_t)i >> 40); }
static inline uint32_t bc_c16(BcInsn i) { return (uint32_t)(i >> 40) & 0xFFFF; }
static inline int32_t bc_sc16(BcInsn i) { return (int16_t)(i >> 40); }
static inline uint32_t bc_k(BcInsn i) { return (uint32_t)(i >> 56); }
static inline BcInsn bc_make(BcOp op, uint32_t a, uint32_t b, uint32_t c) {
    return (BcInsn)op | (BcInsn)(a & 0xFFFF) << 8 | (BcInsn)(b & 0xFFFF) << 24 | (BcInsn)(c & 0xFFFFFF) << 40;
}
static inline BcInsn bc_make_k(BcOp op, uint32_t a, uint32_t b, uint32_t c16, uint32_t k) {
    return bc_make(op, a, b, (c16 & 0xFFFF) | (k & 0xFF) << 16);
}

typedef struct {
    const char *text;  // UTF-8 (a lone surrogate is encoded as its three bytes), NUL after the end
    uint32_t length;   // bytes
} BcStr;

typedef enum { BC_CONST_INT, BC_CONST_BIGINT, BC_CONST_FLOAT, BC_CONST_STR, BC_CONST_BYTES, BC_CONST_TUPLE, BC_CONST_SINGLETON, BC_CONST_FROZENSET } BcConstKind;

typedef struct {
    BcConstKind kind;
    union {
        int64_t integer;   // INT: fits the immediate range -2^61 .. 2^61-1; SINGLETON: a BcSingleton
        double real;       // FLOAT
        BcStr str;         // STR, BYTES; BIGINT: hexadecimal digits, '-' first when negative
        struct {
            const uint32_t *items;  // TUPLE, FROZENSET: constant indices of the same prototype, all smaller than its own
            uint32_t count;
        } tuple;
    };
} BcConst;

typedef enum {
#define SIZED(name, kind, bits) BC_SIZED_##name,
#include "sized.def"
#undef SIZED
    BC_SIZED_COUNT
} BcSized;
typedef enum {
#define SIZED_OP(name, meaning) BC_SIZED_OP_##name,
#include "sized.def"
#undef SIZED_OP
    BC_SIZED_OP_COUNT
} BcSizedOp;
static_assert(BC_SIZED_COUNT <= 16 && BC_SIZED_OP_COUNT <= 16, "type and operation share the byte k");

typedef enum { BC_SIGNED, BC_UNSIGNED, BC_REAL } BcSizedKind;
typedef struct {
    const char *name;
    BcSizedKind kind;
    uint32_t bits;
} BcSizedInfo;
extern const BcSizedInfo bc_sized[BC_SIZED_COUNT];
extern const char *const bc_sized_ops[BC_SIZED_OP_COUNT];

static inline uint32_t bc_sized_k(BcSized type, BcSizedOp op) { return (uint32_t)type | (uint32_t)op << 4; }
static inline BcSized bc_sized_type(uint32_t k) { return (BcSized)(k & 15); }
static inline BcSizedOp bc_sized_op(uint32_t k) { return (BcSizedOp)(k >> 4 & 15); }

// Static type hints and promises, as far as the compiler understands them; ANY otherwise. BC_HINT_SIZED + BcSized: that type.
typedef enum { BC_HINT_ANY, BC_HINT_INT, BC_HINT_FLOAT, BC_HINT_BOOL, BC_HINT_STR, BC_HINT_NONE, BC_HINT_LIST, BC_HINT_DICT, BC_HINT_TUPLE, BC_HINT_SET, BC_HINT_BYTES, BC_HINT_SIZED, BC_HINT_COUNT = BC_HINT_SIZED + BC_SIZED_COUNT } BcHint;

typedef struct {
    bool from_parent_reg;  // true: the cell in the enclosing frame's register; false: the enclosing closure's captured cell
    uint16_t index;
} BcCapture;

// Covers instructions start <= pc < end. When one raises, the exception goes to R[reg] and control to target.
// Handlers are ordered innermost first: the first that covers the pc wins.
typedef struct {
    uint32_t start, end, target;
    uint16_t reg;
} BcHandler;

// Source position from instruction pc on, until the next entry. Lines from 1, columns in bytes from 0.
typedef struct {
    uint32_t pc, line, end_line;
    uint16_t col, end_col;  // 0xFFFF: unknown
} BcLine;

enum {
    BC_GENERATOR = 1,     // a call makes a generator
    BC_VARARGS = 2,       // *args: the parameter register after the named ones
    BC_VARKW = 4,         // **kwargs: the parameter register after that
    BC_PROMISED = 8,      // fn: parameter hints hold (its code checks them on entry with PROMISE)
    BC_CLASS_BODY = 16,   // runs a class body: R[0] is the namespace
    BC_MODULE_BODY = 32,
    BC_NESTED = 64,       // captures something, or is defined inside a function
    BC_EXPORTS = 256,     // of a module's body: only what its __all__ names can be imported by name
    BC_GENERIC = 128,     // a class body whose class has type parameters: C[int] is an alias of C
};

typedef struct {
    BcStr name;      // as tracebacks show it: "f", "<lambda>", "<module>", "<listcomp>"
    BcStr qualname;  // "f.<locals>.g"
    BcStr doc;       // text == NULL: none
    uint32_t flags;
    uint16_t nposonly, npos, nkwonly;  // positional-only; all positional (posonly included); keyword-only
    uint16_t nparams;                  // registers taken by parameters: npos + nkwonly + *args + **kwargs, in this order
    uint16_t nregs;                    // parameters, locals, temporaries and outgoing call windows
    uint32_t line;                     // of the def
    uint32_t ncode, nconst, ncapture, nhandler, nline, nvar;
    const BcInsn *code;
    const BcConst *consts;
    const BcCapture *captures;
    const BcStr *capture_names;   // [ncapture]
    const BcHandler *handlers;
    const BcLine *lines;          // ordered by pc
    const BcStr *vars;            // [nvar] names of registers 0..nvar-1 (parameters and locals); empty text for temporaries
    const uint8_t *param_hints;   // [nparams] BcHint
    uint8_t result_hint;          // BcHint
} BcProto;

typedef struct {
    BcStr name;          // dotted module name; "__main__" for the entry
    BcStr path;          // as given by the user, for tracebacks
    uint8_t source_hash[16];
    uint32_t nproto, nglobal;
    const BcProto *const *protos;  // protos[0] is the module body. It returns None, or the result of main() by the
                                   // entry rule: an int is then the exit code, anything else counts as 0
    const BcStr *globals;          // names of the global slots
    const uint8_t *global_flags;   // [nglobal] BC_GLOBAL_*
    BcStr source;                  // whole source text, for tracebacks (may be empty)
} BcModule;

enum {
    BC_GLOBAL_ASSIGNED = 1,  // the module may bind it; otherwise it can only be a builtin
    BC_GLOBAL_ONCE = 2,      // bound by exactly one def/class statement at the top level and never rebound in the module's text
};

typedef struct {
    const char *name;
    BcFormat format;
    const char *meaning;
} BcOpInfo;

const BcOpInfo *bc_op_info(BcOp op);
const char *bc_intrinsic_name(BcIntrinsic id);
int bc_intrinsic_argc(BcIntrinsic id);                   // -1: any
const BcLine *bc_line_at(const BcProto *p, uint32_t pc);  // NULL when there is none

#endif
