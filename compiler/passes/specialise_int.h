// Between the files of the pass `specialise`: specialise_sized.c rewrites the operations of sized types.
#ifndef OTTER_SPECIALISE_INT_H
#define OTTER_SPECIALISE_INT_H

#include "pass.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaRef *map;           // replaced values; grows
    SsaRef *boxed;         // by value: its BOX, made in boxed_in
    uint32_t *boxed_in;
    uint32_t capacity;
    bool *unbound;         // by value: may be the unbound marker
    bool *surely;          // [nknown] by value of before: certainly not negative, if an int
    bool *low;             // [nknown] by value of before: pass_is_low
    uint8_t *signs;        // [nknown] by value of before: bit i: operand i is surely not negative
    uint32_t nknown;
    bool *container;       // by value: used in a way that is faster when its class is known
    int64_t known_window;  // the register of self after a METHOD that gave a known native; 0: none
    SsaRefVec out;         // the block being rewritten
    uint32_t block;
} Special;

// Appends an operation to the block being rewritten.
SsaRef special_add(Special *s, SsaOp op, const SsaRef *args, uint32_t nargs, uint32_t pc);
SsaRef special_box(Special *s, SsaRef v, uint32_t pc);
SsaRef special_to_float(Special *s, SsaRef v, uint32_t pc);
// `by` stands for r, which is gone: true.
static inline bool special_replace(Special *s, SsaRef r, SsaRef by) {
    s->map[r.i] = by;
    return true;
}

// specialise_sized.c. true: the instruction is gone.
bool special_sized(Special *s, SsaRef r);
bool special_promise(Special *s, SsaRef r);        // a PROMISE of a sized type of typed operand and result
bool special_word(Special *s, SsaRef r);           // an UNBOX_WORD or WORD_BITS whose operand needs none
bool special_compare_words(Special *s, SsaRef r);  // made a comparison of WORDs, which is not gone
SsaRef special_word_bits(Special *s, SsaRef v, uint32_t pc);

bool special_power(Special *s, SsaRef r);          // specialise_power.c: a POW. true: it is gone
// specialise_words.c: an operator. true: it is gone
bool special_words(Special *s, SsaRef r);
SsaRef special_join_word(Special *s, uint32_t n, SsaRef v, bool surely);  // INT v, for a PHI that is a WORD: made at the end of block n
// specialise_known.c: a call of what may be a known native. true: the instruction is gone.
bool special_known(Special *s, SsaRef r);
bool special_known_method(Special *s, SsaRef r);
bool special_known_self(Special *s, SsaRef r);
void special_box_operands(Special *s, SsaRef r);

#endif
