// One of several objects of a module: every object is made from the whole lowered module, of which it keeps its share of the
// function bodies. The first also has all the variables. What was internal becomes hidden, under a name that no other module has.
// Shares are runs of functions, for neighbours often call each other and can be inlined.
#include "backend_int.h"

#include <llvm-c/Core.h>

static uint64_t body_size(LLVMValueRef function) {
    uint64_t size = 0;
    for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); block; block = LLVMGetNextBasicBlock(block)) size++;
    return size;
}

static uint64_t module_size(LLVMModuleRef module) {
    uint64_t size = 0;
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f)) size += body_size(f);
    return size;
}

static void publish(LLVMValueRef global, const char *prefix) {
    LLVMLinkage linkage = LLVMGetLinkage(global);
    if (linkage != LLVMInternalLinkage && linkage != LLVMPrivateLinkage) return;
    StrBuf name = {0};
    size_t length;
    const char *old = LLVMGetValueName2(global, &length);
    strbuf_put_format(&name, "%s.", prefix);
    strbuf_put_bytes(&name, old, length);
    LLVMSetValueName2(global, name.bytes, name.length);
    LLVMSetLinkage(global, LLVMExternalLinkage);
    LLVMSetVisibility(global, LLVMHiddenVisibility);
    strbuf_fini(&name);
}

static void erase_instructions(LLVMBasicBlockRef block) {
    for (LLVMValueRef insn; (insn = LLVMGetFirstInstruction(block));) {
        LLVMTypeRef type = LLVMTypeOf(insn);
        if (LLVMGetTypeKind(type) != LLVMVoidTypeKind) LLVMReplaceAllUsesWith(insn, LLVMGetPoison(type));
        LLVMInstructionEraseFromParent(insn);
    }
}

// A body may name its blocks anywhere, so all instructions go before the first block does.
static void forget_body(LLVMValueRef function) {
    for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); block; block = LLVMGetNextBasicBlock(block)) erase_instructions(block);
    for (LLVMBasicBlockRef block; (block = LLVMGetFirstBasicBlock(function));) LLVMDeleteBasicBlock(block);
    LLVMGlobalClearMetadata(function);
}

static void keep_functions(LLVMModuleRef module, const char *prefix, uint32_t part, uint32_t nparts) {
    uint64_t total = module_size(module), before = 0;
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f)) {
        uint64_t size = body_size(f);
        if (size == 0) continue;
        publish(f, prefix);
        if (before * nparts / total != part) forget_body(f);
        before += size;
    }
}

static void keep_variables(LLVMModuleRef module, const char *prefix, bool defined) {
    for (LLVMValueRef g = LLVMGetFirstGlobal(module); g; g = LLVMGetNextGlobal(g)) {
        if (!LLVMGetInitializer(g)) continue;
        publish(g, prefix);
        if (!defined) LLVMSetInitializer(g, NULL);
    }
}

void backend_keep_part(LLVMModuleRef module, const char *prefix, uint32_t part, uint32_t nparts) {
    if (nparts < 2) return;
    keep_variables(module, prefix, part == 0);
    keep_functions(module, prefix, part, nparts);
}
