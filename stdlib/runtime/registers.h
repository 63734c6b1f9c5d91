// The registers a called function must preserve: between calls they may hold the only reference to an object.
#ifndef OTTER_REGISTERS_H
#define OTTER_REGISTERS_H

#include <stdint.h>

#if defined(__x86_64__)
typedef struct {
    uintptr_t words[6];
} Registers;
static inline __attribute__((always_inline)) void registers_save(Registers *to) {
    __asm__ volatile("movq %%rbx,(%0); movq %%rbp,8(%0); movq %%r12,16(%0); movq %%r13,24(%0); movq %%r14,32(%0); movq %%r15,40(%0)"
                     :: "r"(to) : "memory");
}
#elif defined(__aarch64__)
typedef struct {
    uintptr_t words[12];
} Registers;
static inline __attribute__((always_inline)) void registers_save(Registers *to) {
    __asm__ volatile("stp x19,x20,[%0]; stp x21,x22,[%0,#16]; stp x23,x24,[%0,#32]; stp x25,x26,[%0,#48]; stp x27,x28,[%0,#64]; stp x29,x30,[%0,#80]"
                     :: "r"(to) : "memory");
}
#else
#error "say here how to save the registers of this machine"
#endif

// They stay in memory until here.
static inline void registers_keep(const Registers *registers) { __asm__ volatile("" ::"r"(registers) : "memory"); }

#endif
