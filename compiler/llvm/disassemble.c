// Machine code as text, for dumps of code that was not made by LLVM.
#include <llvm-c/Disassembler.h>
#include <llvm-c/Target.h>
#include <llvm-c/TargetMachine.h>

#include "backend_int.h"

static LLVMDisasmContextRef disassembler(void) {
    static LLVMDisasmContextRef made;
    if (made) return made;
    LLVMInitializeNativeTarget();
    LLVMInitializeNativeDisassembler();
    char *triple = LLVMGetDefaultTargetTriple();
    made = LLVMCreateDisasm(triple, NULL, 0, NULL, NULL);
    if (made) LLVMSetDisasmOptions(made, LLVMDisassembler_Option_PrintImmHex);
    LLVMDisposeMessage(triple);
    return made;
}

size_t backend_disassemble(const uint8_t *code, size_t size, char *text, size_t text_size) {
    LLVMDisasmContextRef d = disassembler();
    return d ? LLVMDisasmInstruction(d, (uint8_t *)code, size, 0, text, text_size) : 0;
}
