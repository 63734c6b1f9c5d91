// Memory for code made of stencils: one region of the code pool that is mapped twice, once to write and once to run.
#ifndef OTTER_CODE_MEMORY_H
#define OTTER_CODE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint8_t *write;   // where to write it; NULL: no memory
    uint8_t *run;     // where it will run
} CodePiece;

// `size` bytes. The caller lets one thread in at a time.
CodePiece code_memory_take(size_t size);
// Gives back a piece that nobody runs, of the size it was taken with.
void code_memory_give(CodePiece piece, size_t size);
// What was written is to be run.
void code_memory_finish(CodePiece piece, size_t size);

#endif
