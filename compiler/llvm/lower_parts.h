// Pieces that several kinds of operations are lowered with.
#ifndef OTTER_LOWER_PARTS_H
#define OTTER_LOWER_PARTS_H

#include "lower.h"

// Does code in this place run often enough for an inline fast path?
bool lower_pays(const LowerFunction *lf);
LLVMValueRef lower_is_object(LowerFunction *lf, LLVMValueRef v);
// The address `offset` bytes into the object that the value is.
LLVMValueRef lower_object_field(LowerFunction *lf, LLVMValueRef object, uint32_t offset);
// The function that METHOD_OF stands for, which is made where it is wanted.
LLVMValueRef lower_method_of(LowerFunction *lf, const SsaInsn *insn);
// The string of a CHAR that only frame states want, made where one is stored.
LLVMValueRef lower_char(LowerFunction *lf, const SsaInsn *insn);
// lower_invoke.c: a call whose window is in memory, of whatever the callee turns out to be; `helper` for what is no compiled function.
LLVMValueRef lower_invoke(LowerFunction *lf, const SsaInsn *insn, LowerHelper helper);
LLVMValueRef lower_object_at(LowerFunction *lf, const SsaInsn *insn);  // the object, which is made where it is wanted
LLVMValueRef lower_function_of(LowerFunction *lf, uint32_t proto);  // of a class known to be as predicted
LLVMValueRef lower_proto(LowerFunction *lf, uint32_t proto);  // the address of a loaded prototype of the module
// Jumps to `direct` when the callee runs prototype insn->aux, else to `other`.
void lower_check_proto(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef direct, LLVMBasicBlockRef other);
// lower_step.c: the next item of a loop over a generator, by its compiled code; jumps to `other` where that is not all there is to do.
LLVMValueRef lower_generator_step(LowerFunction *lf, const SsaInsn *insn, LLVMBasicBlockRef other);
void lower_set_generator(LowerFunction *lf, LLVMValueRef generator, uint32_t state, uint32_t at);
// lower_exit.c: the exit at a SEND of a generator that is entered at its resume points; false: it is another exit.
bool lower_send(LowerFunction *lf, const SsaInsn *insn);
// Goes on when cond, else jumps.
void lower_require(LowerFunction *lf, LLVMValueRef cond, LLVMBasicBlockRef otherwise);

// lower_text.c: comparisons with constant strings as an i1; NULL: they are of another kind. `differ`: a != b.
LLVMValueRef lower_text_equal(LowerFunction *lf, const SsaInsn *insn, bool differ);
LLVMValueRef lower_text_in(LowerFunction *lf, const SsaInsn *insn);

// lower_loop.c: asks for what others want of this thread; goes on in the block it gives. waits: what another thread changes may be seen afterwards.
LLVMBasicBlockRef lower_poll_here(LowerFunction *lf, bool waits);
// Heads of loops, marked `wanted` with their `backs` set.
void lower_loops_find(LowerFunction *lf);
LLVMBasicBlockRef lower_successor(const LowerFunction *lf, uint32_t which);               // of the block being lowered
uint32_t lower_loop_open(LowerFunction *lf, uint32_t n, bool calls);                      // the head's phis: how many
void lower_jump_poll(LowerFunction *lf);                                                  // before the last instruction of a block
bool lower_loop_test(LowerFunction *lf);                                                  // the head's last branch, if the loop is counted
LLVMBasicBlockRef lower_edge_from(const LowerFunction *lf, uint32_t from, uint32_t to);
LLVMValueRef lower_edge_phi(const LowerFunction *lf, uint32_t from, uint32_t to, uint32_t index, LLVMValueRef phi);
void lower_loop_close(LowerFunction *lf, uint32_t n);

#endif
