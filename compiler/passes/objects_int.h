// Between the files of the pass `objects`: objects_operators.c rewrites operators and properties.
#ifndef OTTER_OBJECTS_INT_H
#define OTTER_OBJECTS_INT_H

#include "pass.h"
#include "predict.h"

typedef struct {
    SsaFunction *f;
    const Predict *p;
    Arena scratch;
    SsaRef *map;        // replaced values; [capacity]
    uint32_t capacity;
    SsaRefVec out;      // the block being rewritten
    uint32_t block;     // that is it, or what follows it where it has been split
    int32_t *fields;    // by block, on entry: what is known of self; NULL: nothing
    int32_t self;       // now
    SsaFunction **supers;  // [nsupers] by instruction: of a CALLM super().__init__(...), what it reaches; of its super(), the same
    uint32_t nsupers;
} Objects;

// Appends an operation to the block being rewritten, with the position and frame state of `from`.
SsaRef objects_add(Objects *s, SsaOp op, const SsaRef *args, uint32_t nargs, const SsaInsn *from);
// `by` stands for r, which is gone.
void objects_replace(Objects *s, SsaRef r, SsaRef by);
// The cell of complete objects of the class.
uint32_t objects_full_cell(const Objects *s, uint32_t cls);
void objects_guard(Objects *s, SsaRef object, int64_t cells, const SsaInsn *from);
// Calls the method on self with the arguments of `call`, in its window or in one behind the frame's registers.
SsaRef objects_known_call(Objects *s, SsaFunction *callee, SsaRef self, const SsaInsn *call, const PassTargets *targets);
// The result as users of `call` take it, which were inferred for the type the call had.
SsaRef objects_boxed_as(Objects *s, SsaRef result, const SsaInsn *call);

// objects_operators.c: an operator, or a GETATTR of a property. true: the instruction is gone.
bool objects_operator(Objects *s, SsaRef r);

#endif
