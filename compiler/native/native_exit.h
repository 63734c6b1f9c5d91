// How a place that leaves compiled code describes the frame it leaves with: the words from which native_leave makes values of what
// compiled code has stored into the registers as it had it, in words of the machine.
//
//   pc, n, then n words of entries:   reg << 8 | NativeExitKind
//                                     of an immediate followed by the low and the high half of its bits,
//                                     of a constant by its index among the prototype's
//
// Registers that are not named hold values already, or nothing that matters.
#ifndef OTTER_NATIVE_EXIT_H
#define OTTER_NATIVE_EXIT_H

typedef enum {
    NATIVE_EXIT_INT,        // the register holds an int's 64 bits
    NATIVE_EXIT_WORD,       // the same without sign
    NATIVE_EXIT_FLOAT,      // a double's bits
    NATIVE_EXIT_BOOL,       // 0 or 1
    NATIVE_EXIT_IMMEDIATE,  // nothing: it becomes this value
    NATIVE_EXIT_CONSTANT,   // nothing: it becomes this constant
    NATIVE_EXIT_RESULT,     // what a call gave: the error value is raised at the instruction before `pc`
} NativeExitKind;

#endif
