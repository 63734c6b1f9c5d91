// The API: bytecode module -> SSA -> passes -> LLVM IR -> LLVM's passes -> object, text or memory.
#include "backend_int.h"
#include "compiler/passes/predict.h"
#include "compiler/passes/runs.h"

#include <llvm-c/Analysis.h>
#include <llvm-c/BitWriter.h>
#include <llvm-c/Support.h>
#include <llvm-c/Target.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- names

static bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The symbol of a module's descriptor. A module can be loaded into memory again when its first import failed.
static char *descriptor_symbol(Arena *arena, const char *name, size_t length, bool in_memory) {
    static uint32_t loaded;
    StrBuf text = {0};
    strbuf_put_text(&text, "otter_module_");
    for (size_t i = 0; i < length; i++) {
        if (is_plain(name[i])) strbuf_put_char(&text, name[i]);
        else strbuf_put_format(&text, "_%02x", (unsigned char)name[i]);
    }
    if (in_memory) strbuf_put_format(&text, "_%u", loaded++);
    char *symbol = strbuf_copy(&text, arena);
    strbuf_fini(&text);
    return symbol;
}

static const char *const *table_symbols(Arena *arena, const BackendModule *m) {
    if (!m->table) return NULL;
    const char **symbols = arena_new_array(arena, const char *, m->ntable);
    for (uint32_t i = 0; i < m->ntable; i++) symbols[i] = descriptor_symbol(arena, m->table[i], strlen(m->table[i]), false);
    return symbols;
}

// --- dumps

static bool has_name(const BcStr *s, const char *name) { return strlen(name) == s->length && memcmp(s->text, name, s->length) == 0; }

static bool dump_wants(const BackendOptions *o, const SsaFunction *f) {
    return !o->dump_function || has_name(&f->bc->name, o->dump_function) || has_name(&f->bc->qualname, o->dump_function);
}

static void put_dump(const BackendOptions *o, const char *text) { o->dump(o->dump_context, text, strlen(text)); }

static void run_passes(SsaModule *ssa, const BackendOptions *o) {
    StrBuf text = {0};
    PassDump dump = {.out = &text, .after = o->dump_ssa && o->dump_ssa[0] ? o->dump_ssa : NULL, .options = o, .wants = dump_wants_function};
    pass_run_module(ssa, o->dump_ssa ? &dump : NULL);
    if (o->dump_ssa) put_dump(o, strbuf_text(&text));
    strbuf_fini(&text);
}

bool dump_wants_function(const void *options, const SsaFunction *f) { return dump_wants(options, f); }

static void dump_function_ir(const BackendOptions *o, LLVMValueRef function) {
    char *text = LLVMPrintValueToString(function);
    put_dump(o, text);
    put_dump(o, "\n");
    LLVMDisposeMessage(text);
}

static void dump_ir(const BackendOptions *o, const LowerModule *m) {
    if (!o->dump_llvm) return;
    if (!o->dump_function) {
        char *text = LLVMPrintModuleToString(m->module);
        put_dump(o, text);
        LLVMDisposeMessage(text);
        return;
    }
    for (uint32_t i = 0; i < m->ssa->functions.count; i++)
        if (m->ssa->functions.items[i]->wanted && dump_wants(o, m->ssa->functions.items[i])) dump_function_ir(o, m->bodies[i].function);
}

static void dump_asm(const BackendOptions *o, LLVMTargetMachineRef machine, LLVMModuleRef module) {
    if (!o->dump_asm) return;
    LLVMMemoryBufferRef buffer = NULL;
    LLVMModuleRef copy = LLVMCloneModule(module);
    char *message = NULL;
    if (!LLVMTargetMachineEmitToMemoryBuffer(machine, copy, LLVMAssemblyFile, &message, &buffer)) {
        o->dump(o->dump_context, LLVMGetBufferStart(buffer), LLVMGetBufferSize(buffer));
        LLVMDisposeMemoryBuffer(buffer);
    }
    LLVMDisposeMessage(message);
    LLVMDisposeModule(copy);
}

// --- compiling

// What pays for itself soon: enough to clean up, hoist out of loops and join what was computed twice.
static const char short_pipeline[] =
    "cgscc(inline),globaldce,"
    "function<eager-inv>(early-cse<memssa>,simplifycfg,instcombine<no-verify-fixpoint>,loop(loop-rotate),loop-mssa(licm),"
    "gvn,simplifycfg,instcombine<no-verify-fixpoint>,adce)";

static void optimise(LLVMModuleRef module, LLVMTargetMachineRef machine, int level) {
    static const char *const pipelines[] = {"default<O0>", short_pipeline, "default<O2>", "default<O3>"};
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    LLVMErrorRef error = LLVMRunPasses(module, pipelines[level < 0 ? 0 : level > 3 ? 3 : level], machine, options);
    if (error) LLVMConsumeError(error);
    LLVMDisposePassBuilderOptions(options);
}

static void check_ir(LLVMModuleRef module) {
#ifdef OTTER_DEV
    char *message = NULL;
    LLVMVerifyModule(module, LLVMAbortProcessAction, &message);
    LLVMDisposeMessage(message);
#else
    (void)module;
#endif
}

bool backend_compile(SsaModule *ssa, LLVMContextRef context, LLVMTargetMachineRef machine, const BackendModule *in, const NativeUnit *unit,
                     const BackendOptions *o, LLVMModuleRef *out) {
    LowerModule m = {.ssa = ssa, .context = context, .stress_exits = o->stress_exits, .wants_lines = o->lines};
    LowerRequest request = {.bytecode = in->bytecode, .bytecode_size = in->bytecode_size, .ntable = in->ntable};
    request.module_name = in->bc->name.text;
    request.exported = descriptor_symbol(ssa->arena, in->bc->name.text, in->bc->name.length, !in->bytecode);
    request.table = table_symbols(ssa->arena, in);
    request.compiled = unit ? backend_choose_unit(ssa, unit) : backend_choose(ssa, in, o);
    if (!request.compiled) return false;
    if (!unit && o->level < 3 && strcmp(in->bc->name.text, "__main__") == 0) m.rare = runs_find_rare(ssa);
    run_passes(ssa, o);
    m.module = LLVMModuleCreateWithNameInContext(in->bc->name.text, context);
    m.b = LLVMCreateBuilderInContext(context);
    char *triple = LLVMGetTargetMachineTriple(machine);
    LLVMSetTarget(m.module, triple);
    m.stack_register = strncmp(triple, "aarch64", strlen("aarch64")) == 0 ? "sp" : "rsp";
    LLVMDisposeMessage(triple);
    LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
    LLVMSetModuleDataLayout(m.module, layout);
    LLVMDisposeTargetData(layout);
    m.mine = backend_share(&m, o);
    request.declares = o->part > 0;
    lower_module(&m, &request);
    LLVMDisposeBuilder(m.b);
    check_ir(m.module);
    optimise(m.module, machine, o->level);
    dump_ir(o, &m);
    dump_asm(o, machine, m.module);
    *out = m.module;
    return true;
}

void backend_init_target(void) {
    static bool done;
    if (done) return;
    done = true;
    LLVMInitializeNativeTarget();
    LLVMInitializeNativeAsmPrinter();
    // Strength reduction gives every value that only a side exit wants a register of its own to count in.
    static const char *const options[] = {"otter", "-disable-lsr"};
    LLVMParseCommandLineOptions(sizeof options / sizeof options[0], options, NULL);
}

static LLVMCodeGenOptLevel codegen_level(int level) {
    return level == 0 ? LLVMCodeGenLevelNone : level == 1 ? LLVMCodeGenLevelLess : level == 2 ? LLVMCodeGenLevelDefault : LLVMCodeGenLevelAggressive;
}

LLVMTargetMachineRef backend_machine(const BackendOptions *o, bool in_memory) {
    backend_init_target();
    char *triple = LLVMGetDefaultTargetTriple();
    LLVMTargetRef target;
    char *message = NULL;
    LLVMTargetMachineRef machine = NULL;
    if (!LLVMGetTargetFromTriple(triple, &target, &message)) {
        char *cpu = in_memory ? LLVMGetHostCPUName() : NULL, *features = in_memory ? LLVMGetHostCPUFeatures() : NULL;
        machine = LLVMCreateTargetMachine(target, triple, cpu ? cpu : "x86-64", features ? features : "", codegen_level(o->level),
                                          in_memory || o->position_independent ? LLVMRelocPIC : LLVMRelocStatic, LLVMCodeModelDefault);
        LLVMDisposeMessage(cpu);
        LLVMDisposeMessage(features);
    }
    LLVMDisposeMessage(message);
    LLVMDisposeMessage(triple);
    return machine;
}

// --- objects and text

static void copy_out(BackendOutput *out, const char *bytes, size_t size) {
    out->bytes = malloc(size + 1);
    if (!out->bytes) base_fail_memory();
    memcpy(out->bytes, bytes, size);
    out->bytes[size] = 0;
    out->size = size;
}

static bool emit_machine_code(LLVMTargetMachineRef machine, LLVMModuleRef module, LLVMCodeGenFileType type, BackendOutput *out, char *error, size_t error_size) {
    LLVMMemoryBufferRef buffer = NULL;
    char *message = NULL;
    if (LLVMTargetMachineEmitToMemoryBuffer(machine, module, type, &message, &buffer)) {
        snprintf(error, error_size, "%s", message);
        LLVMDisposeMessage(message);
        return false;
    }
    copy_out(out, LLVMGetBufferStart(buffer), LLVMGetBufferSize(buffer));
    LLVMDisposeMemoryBuffer(buffer);
    return true;
}

static bool emit_format(LLVMTargetMachineRef machine, LLVMModuleRef module, BackendFormat format, BackendOutput *out, char *error, size_t error_size) {
    if (format == BACKEND_OBJECT) return emit_machine_code(machine, module, LLVMObjectFile, out, error, error_size);
    if (format == BACKEND_ASM) return emit_machine_code(machine, module, LLVMAssemblyFile, out, error, error_size);
    if (format == BACKEND_LLVM) {
        char *text = LLVMPrintModuleToString(module);
        copy_out(out, text, strlen(text));
        LLVMDisposeMessage(text);
        return true;
    }
    LLVMMemoryBufferRef buffer = LLVMWriteBitcodeToMemoryBuffer(module);
    copy_out(out, LLVMGetBufferStart(buffer), LLVMGetBufferSize(buffer));
    LLVMDisposeMemoryBuffer(buffer);
    return true;
}

typedef struct {
    Arena arena;
    SsaModule *ssa;
    LLVMContextRef context;
    LLVMTargetMachineRef machine;
} Compilation;

static bool open_compilation(Compilation *c, const BcModule *bc, const BackendOptions *o, bool in_memory, char *error, size_t error_size) {
    c->machine = backend_machine(o, in_memory);
    if (!c->machine) return snprintf(error, error_size, "no code generator for this machine"), false;
    arena_init(&c->arena);
    c->ssa = ssa_module_new(&c->arena, bc);
    c->context = LLVMContextCreate();
    return true;
}

static void close_compilation(Compilation *c) {
    LLVMContextDispose(c->context);
    LLVMDisposeTargetMachine(c->machine);
    ssa_module_fini(c->ssa);
    arena_fini(&c->arena);
}

// Functions that run a few times are not worth optimising.
static BackendOptions options_of_share(const BackendOptions *o) {
    BackendOptions own = *o;
    if (o->nplain && o->part >= o->nparts) own.level = 0;
    return own;
}

static bool emit(const BackendModule *m, const BackendOptions *o, BackendFormat format, BackendOutput *out, char *error, size_t error_size) {
    BackendOptions own = options_of_share(o);
    Compilation c;
    if (!open_compilation(&c, m->bc, &own, !m->bytecode, error, error_size)) return false;
    LLVMModuleRef module;
    backend_compile(c.ssa, c.context, c.machine, m, NULL, &own, &module);
    bool ok = emit_format(c.machine, module, format, out, error, error_size);
    LLVMDisposeModule(module);
    close_compilation(&c);
    return ok;
}

static bool emit_unit(const BcModule *bc, const NativeUnit *unit, const BackendOptions *o, BackendOutput *out, char *error, size_t error_size) {
    Compilation c;
    if (!open_compilation(&c, bc, o, true, error, error_size)) return false;
    LLVMModuleRef module;
    bool ok = backend_compile(c.ssa, c.context, c.machine, &(BackendModule){.bc = bc}, unit, o, &module);
    if (ok) {
        ok = emit_format(c.machine, module, BACKEND_OBJECT, out, error, error_size);
        out->by_sight = c.ssa->by_sight;
        LLVMDisposeModule(module);
    }
    close_compilation(&c);
    return ok;
}

static void report_types(const BcModule *bc, const BackendOptions *o) {
    StrBuf text = {0};
    predict_report(bc, &text);
    put_dump(o, strbuf_text(&text));
    strbuf_fini(&text);
}

static const BackendApi api = {.emit = emit, .unit = emit_unit, .load = backend_load, .types = report_types, .disassemble = backend_disassemble};

[[gnu::visibility("default")]] const BackendApi *otter_backend(uint32_t version) { return version == BACKEND_VERSION ? &api : NULL; }
