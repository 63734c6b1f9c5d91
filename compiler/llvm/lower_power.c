// Powers of doubles: what the C library's pow gives, whose results Python has.
//
// A square is made in place where pow cannot give anything else than the product: its error is below 0.55 of the last place before the result is
// rounded (glibc and musl: 0.52), so its result is the nearest double unless the exact square lies near the middle of two.
// How near is told by the low bits of the product of the mantissas: the part of a last place that is rounded away, as 64 bits of fraction.
//
//     mantissa m of 53 bits; m * m has 105 or 106 bits, of which 53 stay: the fraction begins 53 or 52 bits from the bottom
#include "lower.h"

static LLVMValueRef call_pow(LowerFunction *lf, LLVMValueRef a, LLVMValueRef b) {
    LowerCallee callee = lower_helper(lf->m, HELPER_pow);
    LLVMValueRef v = LLVMBuildCall2(lf->b, callee.type, callee.function, (LLVMValueRef[]){a, b}, 2, "");
    static const char *const attributes[] = {"nobuiltin", "memory", "willreturn"};  // memory(none): nobody reads errno
    for (uint32_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        unsigned kind = LLVMGetEnumAttributeKindForName(attributes[i], __builtin_strlen(attributes[i]));
        LLVMAddCallSiteAttribute(v, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(lf->m->context, kind, 0));
    }
    return v;
}

static LLVMValueRef and(LowerFunction *lf, LLVMValueRef v, uint64_t mask) { return LLVMBuildAnd(lf->b, v, lower_i64(lf, mask), ""); }

// Is v - least at most `width`, without sign?
static LLVMValueRef is_within(LowerFunction *lf, LLVMValueRef v, uint64_t least, uint64_t width) {
    return LLVMBuildICmp(lf->b, LLVMIntULE, LLVMBuildSub(lf->b, v, lower_i64(lf, least), ""), lower_i64(lf, width), "");
}

// Is the square a normal number, and not close to the middle of two doubles?
static LLVMValueRef is_plain_square(LowerFunction *lf, LLVMValueRef a) {
    const uint64_t hidden = 1ull << 52, root = 0x16A09E667F3BCD;  // the least m whose square has 106 bits
    LLVMValueRef bits = LLVMBuildBitCast(lf->b, a, lf->m->i64, "");
    LLVMValueRef exponent = and(lf, LLVMBuildLShr(lf->b, bits, lower_i64(lf, 52), ""), 0x7FF);
    LLVMValueRef m = LLVMBuildOr(lf->b, and(lf, bits, hidden - 1), lower_i64(lf, hidden), "");
    LLVMValueRef large = LLVMBuildICmp(lf->b, LLVMIntUGE, m, lower_i64(lf, root), "");
    LLVMValueRef product = LLVMBuildMul(lf->b, m, m, "");
    LLVMValueRef shift = LLVMBuildSelect(lf->b, large, lower_i64(lf, 11), lower_i64(lf, 12), "");
    LLVMValueRef fraction = LLVMBuildShl(lf->b, product, shift, "");
    const uint64_t tenth = UINT64_MAX / 10;
    LLVMValueRef middle = is_within(lf, fraction, (1ull << 63) - tenth / 2, tenth);
    return LLVMBuildAnd(lf->b, is_within(lf, exponent, 520, 1000), LLVMBuildNot(lf->b, middle, ""), "");
}

// Leaves where Python raises, gives a complex number, or just something infinite.
static LLVMValueRef checked_pow(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef b) {
    LLVMValueRef v = call_pow(lf, a, b), magnitude = lower_intrinsic(lf, "llvm.fabs", lf->m->f64, &v, 1);
    LLVMValueRef finite = LLVMBuildFCmp(lf->b, LLVMRealOLT, magnitude, LLVMConstReal(lf->m->f64, __builtin_inf()), "");
    lower_exit_when(lf, insn, LLVMBuildNot(lf->b, finite, ""));
    return v;
}

static LLVMValueRef square(LowerFunction *lf, const SsaInsn *insn, LLVMValueRef a, LLVMValueRef two) {
    LLVMBasicBlockRef here, rare = lower_new_block(lf, "rare"), done = lower_new_block(lf, "squared");
    LLVMValueRef product = LLVMBuildFMul(lf->b, a, a, ""), plain = is_plain_square(lf, a);
    here = LLVMGetInsertBlock(lf->b);
    lower_branch(lf, plain, done, rare, lf->m->likely);
    lower_set_block(lf, rare);
    LLVMValueRef full = checked_pow(lf, insn, a, two);
    LLVMBasicBlockRef after = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->f64, product, here, full, after);
}

LLVMValueRef lower_float_power(LowerFunction *lf, const SsaInsn *insn) {
    const SsaInsn *exponent = ssa_at(lf->f, insn->args[1]);
    LLVMValueRef a = lower_arg(lf, insn, 0), b = lower_arg(lf, insn, 1);
    bool squares = exponent->op == SSA_CONST_FLOAT && exponent->imm == (int64_t)__builtin_bit_cast(uint64_t, 2.0);
    return squares ? square(lf, insn, a, b) : checked_pow(lf, insn, a, b);
}
