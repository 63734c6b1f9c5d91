// Inside the LLVM folder: SSA to LLVM's IR.
//
// Every instance becomes one internal function `body(thread, base, arguments...)`, arguments and result as their types say:
// VALUE an i64, INT an i64, FLOAT a double. A VALUE result that is LAYOUT_BITS_ERROR means an exception is pending; an INT
// or FLOAT result comes in a pair with a status that is LAYOUT_BITS_UNBOUND when it holds, else a value's bits: the error
// value, or what the function returned by way of the bytecode. Every compiled prototype has an exported entry of the type
// NativeEntry on top.
//
// One LowerModule per compiled module, one LowerFunction per body; both live while their IR is being made.
#ifndef OTTER_LOWER_H
#define OTTER_LOWER_H

#include <llvm-c/Core.h>

#include "compiler/native/native_layout.h"
#include "compiler/passes/pass.h"
#include "compiler/ssa/bc_flow.h"
#include "compiler/ssa/ssa.h"

typedef enum {
#define HELPER(name, signature) HELPER_##name,
#include "compiler/native/native_helpers.def"
#undef HELPER
    HELPER_COUNT
} LowerHelper;

typedef struct {
    LLVMValueRef function;
    LLVMTypeRef type;
} LowerCallee;

// What memory an access is to; accesses to different ones do not overlap.
typedef enum {
    LOWER_LIST,      // length and buffer of a list or bytearray
    LOWER_CAPACITY,  // of a buffer
    LOWER_ITEMS,     // values in buffers of lists
    LOWER_BYTES,     // raw bytes
    LOWER_FRAME,     // registers on the VM stack
    LOWER_SHAPE,     // of an object
    LOWER_FIELDS,    // of objects of program classes
    LOWER_CELLS,     // contents of captured variables
    LOWER_GLOBALS,
    LOWER_CLASSES,   // what is known of the program's classes
    LOWER_THREAD,    // of the thread's own structure
    LOWER_HEAP,      // what only the allocator and the collector touch
    LOWER_MEMORY_COUNT
} LowerMemory;

enum { LOWER_FIELD_KINDS = 32 };  // so many first fields are kinds of memory of their own

typedef struct {
    SsaModule *ssa;
    bool stress_exits;
    const bool *rare;            // [nproto] which prototypes run a few times only (runs.h); NULL: not known
    const bool *mine;            // [functions.count] which bodies are lowered, the others are declared (backend_parts.c); NULL: all
    const char *prefix;          // of names that several objects share; NULL: this one is all of the module
    LLVMContextRef context;
    LLVMModuleRef module;
    LLVMBuilderRef b;
    LLVMTypeRef i1, i8, i32, i64, f64, ptr, none, result_int, result_float;
    LowerCallee helpers[HELPER_COUNT];
    LowerCallee *bodies;         // by index in ssa->functions; function NULL: not wanted
    LLVMValueRef *called;        // by index: what is called for a body
    uint32_t *first_const;       // [nproto + 1]
    LLVMValueRef consts, globals, linked, seen, protos, shape_list, shape_tuple;
    LLVMValueRef shapes[SSA_FACT_COUNT];  // of builtin classes, by fact; NULL: not declared yet
    LLVMValueRef cells, class_state, classes;  // of program classes
    uint32_t nclasses;
    LLVMTypeRef consts_type, seen_type, protos_type, objects_type;
    LLVMValueRef objects;        // what CONST_OBJECT names; NULL: there is none
    LLVMValueRef exits;          // words of native_exit.h, found again by what they say
    VEC(uint32_t) exit_words;
    uint32_t *exit_table, exit_count, exit_capacity;
    LLVMValueRef likely, unlikely;  // branch weights of the first target
    uint32_t prof_kind, invariant_kind, tbaa_kind;
    LLVMValueRef memory_tags[LOWER_MEMORY_COUNT], field_tags[LOWER_FIELD_KINDS];
    LLVMValueRef empty_node;
    const char *stack_register;  // of the target: "rsp"
    bool in_memory;
    bool wants_lines;
    struct LLVMOpaqueDIBuilder *lines;  // NULL: not wanted
    LLVMMetadataRef lines_file, lines_type, lines_scope;
    LLVMMetadataRef *lines_inlined;  // [nproto] scopes of inlined functions, as they are met
} LowerModule;

// A way from an operation that raised into its handler.
typedef struct {
    uint32_t handler;       // SSA block
    LLVMBasicBlockRef from;
    LLVMValueRef *values;   // for each PHI of the handler
} LowerRaise;

// A place that leaves for the bytecode; its block is filled when the function is complete (lower_leave.c).
typedef struct {
    LLVMBasicBlockRef block;
    const SsaState *state;
    uint32_t pc;
    int32_t reg;            // -1, or a register that gets `value` instead of what the state says
    LLVMValueRef value;
    bool raises;            // it may be the error value, which goes to the caller
    LLVMBasicBlockRef end;  // behind what has to be made first
} LowerExit;

// A loop that polls (lower_loop.c).
typedef struct {
    bool wanted;
    bool waits;                     // may go on until another thread changes something
    int left;                       // place among the head's phis of the numbers left; -1: not counted
    LLVMBasicBlockRef outer, inner, check, polled;
    LLVMBasicBlockRef end;          // counted: of the head
    LLVMValueRef *phis;             // of the outer loop
    LLVMValueRef limit, next;       // counted: where a strip ends; else the counter, and the next one
} LowerLoop;

// One of the function's frames.
typedef struct {
    LLVMValueRef base, home;
    LLVMBasicBlockRef raise_block;  // traceback and return; NULL: none yet
    LLVMValueRef raise_pc;          // its PHI
} LowerFrame;

typedef struct {
    LowerModule *m;
    LLVMBuilderRef b;
    Arena *scratch;
    SsaFunction *f;
    BcLive live;                    // of a generator
    LLVMValueRef function, thread, base;
    LLVMValueRef home;              // a generator's registers, between its resumptions and the HOME ones always; else the frame's
    LLVMValueRef *values;           // by SsaRef
    LLVMBasicBlockRef *starts, *ends;  // by SSA block
    LLVMValueRef object_fields;     // room for those of an object being made for an exit; NULL: not wanted yet
    LowerFrame *frames;             // by frame of `f`
    uint32_t frame;                 // that what is being lowered belongs to; base, home and these are its
    const BcProto *bc;
    uint32_t proto;
    LLVMBasicBlockRef otherwise;    // where all exits lead; NULL: to the bytecode
    VEC(LowerExit) exits;
    VEC(LowerRaise) raises;
    bool *operand;                  // by SsaRef: used by an instruction, not by frame states only
    bool *in_loop;                  // by SSA block
    LowerLoop *loops;               // by SSA block: those at the head of loops are `wanted`
    bool *polls;                    // by SSA block: jumps back into a cycle that is entered elsewhere, too
    uint8_t *backs;                 // by SSA block: bits of the successors that are jumps back
    uint32_t block;                 // being lowered
} LowerFunction;

// lower_module.c. All wanted functions of the module; `exported` is the descriptor's symbol.
typedef struct {
    const char *module_name;
    const char *exported;
    const uint8_t *bytecode;   // NULL: in memory
    size_t bytecode_size;
    const char *const *table;  // descriptors' symbols of all modules of an executable; NULL: no table here
    uint32_t ntable;
    const bool *compiled;      // [nproto] which prototypes get an entry
    bool declares;             // the variables; another object has them and the descriptor
} LowerRequest;
void lower_module(LowerModule *m, const LowerRequest *request);
LowerCallee lower_helper(LowerModule *m, LowerHelper which);
LLVMValueRef lower_fact_shape(LowerModule *m, SsaFact fact);  // the address of the class's shape
LLVMValueRef lower_outside(LowerModule *m, const char *name); // the address of a variable of the runtime
LLVMTypeRef lower_type(const LowerModule *m, SsaType type);
void lower_share(LowerModule *m, LLVMValueRef global);      // internal, or hidden where several objects share it
void lower_attribute(const LowerModule *m, LLVMValueRef function, const char *name);
void lower_plainly(const LowerModule *m, LLVMValueRef function);  // to be compiled as fast as possible
LLVMTypeRef lower_result_type(const LowerModule *m, SsaType type);

// lower_lines.c: nothing, unless they are wanted.
void lower_lines_begin(LowerModule *m);
void lower_lines_end(LowerModule *m);
void lower_lines_enter(LowerModule *m, LLVMValueRef function, const BcProto *p);   // what is built from now on is in this function
void lower_lines_at(LowerFunction *lf, uint32_t frame, uint32_t pc);              // and comes from this instruction of its frame

// lower_entry.c
LLVMValueRef lower_declare_entry(LowerModule *m, uint32_t proto);
void lower_entry(LowerModule *m, uint32_t proto, LLVMValueRef function);
SsaFunction *lower_entry_instance(SsaModule *ssa, uint32_t proto);   // the instance an entry calls

// lower_function.c
void lower_function(LowerModule *m, SsaFunction *f);
void lower_open(LowerFunction *lf, LowerModule *m, SsaFunction *f, LLVMValueRef function, Arena *scratch);  // in its first block
uint32_t lower_order(LowerFunction *lf, uint32_t *order);  // all blocks, those that come first last; finds loops
void lower_block(LowerFunction *lf, uint32_t n, bool calls, bool asks);  // calls: the function does; asks: for room, here
// lower_quick.c: the tests with which a function ends early, apart from its body
bool lower_is_quick(const LowerModule *m, const SsaFunction *f);  // it has such
void lower_quick(LowerModule *m, SsaFunction *f, LLVMValueRef function, LowerCallee full);
bool lower_is_rare(const LowerModule *m, const SsaFunction *f);  // compiled as fast as possible
// lower_room.c
bool lower_is_leaf(const SsaFunction *f);  // calls nothing that may run the program
bool lower_calls_anything(const SsaFunction *f);
uint32_t lower_room_block(const LowerFunction *lf);  // the block that asks for room; 0: the entry, once loops are found
void lower_ask_room(LowerFunction *lf);              // in a leaf: nothing
static inline LLVMValueRef lower_value(const LowerFunction *lf, SsaRef r) { return lf->values[r.i]; }
static inline LLVMValueRef lower_arg(const LowerFunction *lf, const SsaInsn *insn, uint32_t i) { return lf->values[insn->args[i].i]; }
static inline SsaType lower_arg_type(const LowerFunction *lf, const SsaInsn *insn, uint32_t i) { return (SsaType)ssa_at(lf->f, insn->args[i])->type; }
LLVMBasicBlockRef lower_new_block(LowerFunction *lf, const char *name);
// Ends the LLVM block with a conditional jump; weights: which way it goes.
void lower_branch(LowerFunction *lf, LLVMValueRef cond, LLVMBasicBlockRef yes, LLVMBasicBlockRef no, LLVMValueRef weights);
void lower_set_block(LowerFunction *lf, LLVMBasicBlockRef block);
LLVMValueRef lower_i64(const LowerFunction *lf, uint64_t n);
LLVMValueRef lower_i32(const LowerFunction *lf, uint32_t n);
LLVMValueRef lower_phi2(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef a, LLVMBasicBlockRef from_a, LLVMValueRef b, LLVMBasicBlockRef from_b);
LLVMValueRef lower_intrinsic(LowerFunction *lf, const char *name, LLVMTypeRef type, LLVMValueRef *args, uint32_t nargs);
// The address of frame register `reg`; negative: of the frame's header.
LLVMValueRef lower_slot(LowerFunction *lf, int32_t reg);
// Where register `reg` is kept for good (LowerFunction.home).
LLVMValueRef lower_home_slot(LowerFunction *lf, uint32_t reg);
void lower_store_slot(LowerFunction *lf, int32_t reg, LLVMValueRef v);
LLVMValueRef lower_field(LowerFunction *lf, LLVMValueRef address, uint32_t offset);
// The access touches such memory only. Of a call: it changes nothing else that compiled code reads, new objects apart.
LLVMValueRef lower_tag(LowerFunction *lf, LLVMValueRef access, LowerMemory memory);
LLVMValueRef lower_load(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef address, LowerMemory memory);
LLVMValueRef lower_store(LowerFunction *lf, LLVMValueRef v, LLVMValueRef address, LowerMemory memory);
// The same, of memory that never changes once it can be seen.
LLVMValueRef lower_load_invariant(LowerFunction *lf, LLVMTypeRef type, LLVMValueRef address);
void lower_publish(LowerFunction *lf);
// Calls a helper with the frame published; the thread argument is put in where the signature has it.
LLVMValueRef lower_call(LowerFunction *lf, LowerHelper which, LLVMValueRef *args, uint32_t nargs);
#define LOWER_CALL(lf, which, ...) \
    lower_call((lf), HELPER_##which, (LLVMValueRef[]){__VA_ARGS__}, sizeof((LLVMValueRef[]){__VA_ARGS__}) / sizeof(LLVMValueRef))
void lower_return_bits(LowerFunction *lf, LLVMValueRef bits);
LLVMValueRef lower_const_k(LowerFunction *lf, uint32_t k);  // of the frame's prototype
LLVMValueRef lower_const_object(LowerFunction *lf, uint32_t constant);
LLVMValueRef lower_const_of(LowerFunction *lf, uint32_t proto, uint32_t k);

// lower_frame.c: frames of inlined callees.
uint32_t lower_room(const SsaFunction *f);                   // how many registers the function and they take
void lower_frames_open(LowerFunction *lf);                   // base and home are known; in the entry block
void lower_enter_frame(LowerFunction *lf, uint32_t frame);   // what is lowered from now on belongs to it
void lower_frame_headers(LowerFunction *lf);                 // of the current frame and those it was called from

// lower_exit.c: leaving.
// Where to jump when insn raised; the jump must end the block being built now. The second: into no handler, from instruction pc.
LLVMBasicBlockRef lower_raise_from(LowerFunction *lf, uint32_t pc);
LLVMBasicBlockRef lower_raise_target(LowerFunction *lf, const SsaInsn *insn);
void lower_yield(LowerFunction *lf, const SsaInsn *insn);  // ends the block
LLVMBasicBlockRef lower_exit_target(LowerFunction *lf, const SsaInsn *insn);    // where to jump to run insn in bytecode instead
// Where to jump when insn gave `value` (known in the block that jumps there), which it cannot represent.
LLVMBasicBlockRef lower_exit_after(LowerFunction *lf, const SsaInsn *insn, uint32_t reg, LLVMValueRef value);
// An inlined frame was left, and the bytecode gave `bits`: goes on behind the call, in the frame it was in. Ends the block.
void lower_return_outside(LowerFunction *lf, LLVMValueRef bits);
// The same of a result that may be the error value.
LLVMBasicBlockRef lower_exit_or_raise(LowerFunction *lf, const SsaInsn *insn, uint32_t reg, LLVMValueRef value);
LLVMValueRef lower_check_value(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef v);      // raises when it is the error value
void lower_check_true(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef i);               // raises when 0
LLVMValueRef lower_check_truth(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef i);      // raises when negative; the i1
void lower_exit_when(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef cond);

// lower_leave.c
void lower_exits_init(LowerModule *m);
void lower_leaves(LowerFunction *lf);     // fills the blocks of all exits
void lower_exits_fini(LowerModule *m);    // defines the module's table

// lower_number.c: typed operations and representations.
LLVMValueRef lower_box(LowerFunction *lf, SsaRef r);
LLVMValueRef lower_box_special(LowerFunction *lf, SsaRef r);  // of what frame states make in their own way; NULL: it is no such
LLVMValueRef lower_mixed(LowerFunction *lf, const SsaInsn *insn);
LLVMValueRef lower_box_cold(LowerFunction *lf, SsaRef r);  // where it is rarely done: a call
LLVMValueRef lower_box_as(LowerFunction *lf, SsaType type, LLVMValueRef v, bool small);
bool lower_number(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
LLVMValueRef lower_float_power(LowerFunction *lf, const SsaInsn *insn);  // lower_power.c
bool lower_known(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
// lower_object.c
void lower_class_tables(LowerModule *m);
// lower_sized.c
LLVMValueRef lower_box_word(LowerFunction *lf, LLVMValueRef v);
bool lower_sized(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
// lower_generic.c, lower_attr.c, lower_access.c, lower_call.c: the operations each knows; false: not one of them. The result goes to values[r].
bool lower_object(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_generic(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_attr(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_access(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_text(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_dict(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_list(LowerFunction *lf, SsaRef r, const SsaInsn *insn);
bool lower_calls(LowerFunction *lf, SsaRef r, const SsaInsn *insn);

#endif
