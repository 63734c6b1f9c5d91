// Lines for debuggers and profilers (otter build -g): every compiled function is a subprogram of its source file, every instruction
// has the place of the bytecode it comes from. Entries are subprograms of the same name and line, so that a backtrace reads like
// the program; a callee that became part of its caller is a frame of its own all the same. Nothing here changes the code.
#include "lower.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

enum { DEBUG_INFO_VERSION = 3, DWARF_VERSION = 4 };

static void add_flag(LowerModule *m, const char *name, uint32_t value) {
    LLVMMetadataRef number = LLVMValueAsMetadata(LLVMConstInt(m->i32, value, 0));
    LLVMAddModuleFlag(m->module, LLVMModuleFlagBehaviorWarning, name, strlen(name), number);
}

void lower_lines_begin(LowerModule *m) {
    static const char producer[] = "otter";
    if (!m->wants_lines) return;
    const BcStr *path = &m->ssa->bc->path;
    const char *slash = strrchr(path->text, '/'), *file = slash ? slash + 1 : path->text;
    size_t folder = slash ? (size_t)(slash - path->text) : 0;
    m->lines = LLVMCreateDIBuilder(m->module);
    m->lines_file = LLVMDIBuilderCreateFile(m->lines, file, strlen(file), path->text, folder);
    LLVMDIBuilderCreateCompileUnit(m->lines, LLVMDWARFSourceLanguageC99, m->lines_file, producer, strlen(producer), 1, "", 0, 0, "", 0,
                                   LLVMDWARFEmissionFull, 0, 0, 0, "", 0, "", 0);
    m->lines_type = LLVMDIBuilderCreateSubroutineType(m->lines, m->lines_file, NULL, 0, LLVMDIFlagZero);
    add_flag(m, "Debug Info Version", DEBUG_INFO_VERSION);
    add_flag(m, "Dwarf Version", DWARF_VERSION);
}

static LLVMMetadataRef new_scope(const LowerModule *m, const BcProto *p) {
    uint32_t line = p->line ? p->line : 1;
    return LLVMDIBuilderCreateFunction(m->lines, m->lines_file, p->qualname.text, p->qualname.length, "", 0, m->lines_file, line, m->lines_type, 1, 1, line,
                                       LLVMDIFlagZero, 1);
}

void lower_lines_end(LowerModule *m) {
    if (!m->lines) return;
    LLVMSetCurrentDebugLocation2(m->b, NULL);
    LLVMDIBuilderFinalize(m->lines);
    LLVMDisposeDIBuilder(m->lines);
}

void lower_lines_enter(LowerModule *m, LLVMValueRef function, const BcProto *p) {
    if (!m->lines) return;
    m->lines_scope = new_scope(m, p);
    LLVMSetSubprogram(function, m->lines_scope);
    LLVMSetCurrentDebugLocation2(m->b, LLVMDIBuilderCreateDebugLocation(m->context, p->line ? p->line : 1, 0, m->lines_scope, NULL));
}

// Of a function whose body is part of others.
static LLVMMetadataRef scope_of(LowerModule *m, uint32_t proto) {
    if (!m->lines_inlined) m->lines_inlined = arena_new_array(m->ssa->arena, LLVMMetadataRef, m->ssa->bc->nproto);
    if (!m->lines_inlined[proto]) m->lines_inlined[proto] = new_scope(m, m->ssa->bc->protos[proto]);
    return m->lines_inlined[proto];
}

// An instruction of a frame, in the function or inlined at the call in the frame around it.
static LLVMMetadataRef place_of(LowerFunction *lf, uint32_t frame, uint32_t pc) {
    LowerModule *m = lf->m;
    const SsaFrame *inlined = frame ? &lf->f->frames.items[frame] : NULL;
    const BcLine *line = bc_line_at(ssa_frame_bc(lf->f, frame), pc);
    LLVMMetadataRef scope = inlined ? scope_of(m, inlined->proto) : m->lines_scope;
    LLVMMetadataRef around = inlined ? place_of(lf, inlined->call->frame, inlined->pc) : NULL;
    unsigned column = !line || line->col == 0xFFFF ? 0 : line->col + 1u;
    return LLVMDIBuilderCreateDebugLocation(m->context, line ? line->line : 0, column, scope, around);
}

void lower_lines_at(LowerFunction *lf, uint32_t frame, uint32_t pc) {
    if (!lf->m->lines || !bc_line_at(ssa_frame_bc(lf->f, frame), pc)) return;
    LLVMSetCurrentDebugLocation2(lf->b, place_of(lf, frame, pc));
}
