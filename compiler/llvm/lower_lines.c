// Lines for debuggers and profilers (otter build -g): every compiled function is a subprogram of its source file, every instruction
// has the place of the bytecode it comes from. Entries are subprograms of the same name and line, so that a backtrace reads like
// the program. Nothing here changes the code.
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

void lower_lines_end(LowerModule *m) {
    if (!m->lines) return;
    LLVMSetCurrentDebugLocation2(m->b, NULL);
    LLVMDIBuilderFinalize(m->lines);
    LLVMDisposeDIBuilder(m->lines);
}

static void set_place(LowerModule *m, uint32_t line, uint32_t column) {
    LLVMSetCurrentDebugLocation2(m->b, LLVMDIBuilderCreateDebugLocation(m->context, line, column, m->lines_scope, NULL));
}

void lower_lines_enter(LowerModule *m, LLVMValueRef function, const BcProto *p) {
    if (!m->lines) return;
    uint32_t line = p->line ? p->line : 1;
    m->lines_scope = LLVMDIBuilderCreateFunction(m->lines, m->lines_file, p->qualname.text, p->qualname.length, "", 0, m->lines_file, line,
                                                 m->lines_type, 1, 1, line, LLVMDIFlagZero, 1);
    LLVMSetSubprogram(function, m->lines_scope);
    set_place(m, line, 0);
}

void lower_lines_at(LowerModule *m, const BcProto *p, uint32_t pc) {
    const BcLine *line = m->lines ? bc_line_at(p, pc) : NULL;
    if (line) set_place(m, line->line, line->col == 0xFFFF ? 0 : line->col + 1u);
}
