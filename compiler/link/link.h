// Linking executables with LLVM's linker, without a C compiler on the machine: the C library's start files and archives are
// found where distributions put them.
#ifndef OTTER_LINK_H
#define OTTER_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *output;
    const char *const *objects;  // paths
    uint32_t nobjects;
    const char *archive;         // libotter_rt.a
    const char *const *symbols;  // to be taken from it though no object asks for them
    uint32_t nsymbols;
    const char *const *exports;  // "name=trampoline": symbols of a shared library; NULL: an executable
    uint32_t nexports;
    bool fully_static;           // libc too
    bool keep_symbols;
} LinkJob;

// An executable, or a shared library where there are exports. false: `error` says why; what the linker said is on stderr.
bool link_executable(const LinkJob *job, char *error, size_t error_size);

// An object into an open file. false: errno says why.
bool link_write_object(int file, const void *bytes, size_t size);
// An open file as a path for this process's children, while it stays open. malloc'ed.
char *link_object_path(int file);

#endif
