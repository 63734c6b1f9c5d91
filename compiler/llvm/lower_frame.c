// Frames of inlined callees (passes/inline.c): where they are, and what those find there who walk over the frames. Nothing is stored for
// an inlined call as such; headers are written where somebody may look: before the runtime is called, and on the way out.
#include "lower.h"
#include "lower_parts.h"

uint32_t lower_room(const SsaFunction *f) {
    uint32_t room = f->bc->nregs;
    for (uint32_t i = 1; i < f->frames.count; i++) {
        const SsaFrame *frame = &f->frames.items[i];
        if (frame->base + frame->bc->nregs > room) room = frame->base + frame->bc->nregs;
    }
    return room;
}

void lower_frames_open(LowerFunction *lf) {
    uint32_t count = lf->f->frames.count ? lf->f->frames.count : 1;
    lf->frames = arena_new_array(lf->scratch, LowerFrame, count);
    lf->frames[0] = (LowerFrame){.base = lf->base, .home = lf->home};
    for (uint32_t i = 1; i < count; i++) {
        LLVMValueRef base = lower_slot(lf, (int32_t)lf->f->frames.items[i].base);
        lf->frames[i] = (LowerFrame){.base = base, .home = base};
    }
    lower_enter_frame(lf, 0);
}

void lower_enter_frame(LowerFunction *lf, uint32_t frame) {
    lf->frame = frame;
    lf->base = lf->frames[frame].base;
    lf->home = lf->frames[frame].home;
    lf->bc = ssa_frame_bc(lf->f, frame);
    lf->proto = ssa_frame_proto(lf->f, frame);
}

void lower_frame_headers(LowerFunction *lf) {
    uint32_t at = lf->frame;
    if (!at) return;
    for (uint32_t i = at; i; i = lf->f->frames.items[i].call->frame) {
        const SsaFrame *frame = &lf->f->frames.items[i];
        LLVMValueRef callee = frame->callee.i ? lf->values[frame->callee.i] : lower_function_of(lf, frame->proto);
        LLVMValueRef outer = lf->frames[frame->call->frame].base;
        lower_enter_frame(lf, i);
        lower_store_slot(lf, -BC_WINDOW_HEADER, callee);
        lower_store_slot(lf, -1, LLVMBuildPtrToInt(lf->b, outer, lf->m->i64, ""));
    }
    lower_enter_frame(lf, at);
}
