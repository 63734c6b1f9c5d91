// Code of whole modules, made after an earlier run. Its functions are entered like those of an executable, and call each other without
// coming here; so it stays for as long as the part does. A function whose guesses fail too often is entered no more: then it
// becomes hot like any other, and its unit knows better.
#include <stdlib.h>

#include "jit/native/native_attach.h"
#include "tier_int.h"

typedef struct TierModule {
    struct TierModule *next;
    CodePart *part;
    const NativeModule *module;
    NativePiece piece;
} TierModule;

static TierModule *modules;

static TierModule *find_module(const CodePart *part) {
    TierModule *m = modules;
    while (m && m->part != part) m = m->next;
    return m;
}

// A unit that is there already says more.
void modules_add(CodePart *part, const NativeModule *n, NativePiece piece) {
    TierModule *m = find_module(part) ? NULL : malloc(sizeof *m);
    if (!m) return native_object_unload(&piece);
    *m = (TierModule){modules, part, n, piece};
    modules = m;
    native_attach_tables(part, n);
    CODE_EACH_PROTO(part, p)
        if (n->entries[p->index] && !native_entered_by(p)) native_enter_by(p, n->entries[p->index]);
}

bool modules_enter(const Proto *p) {
    const TierModule *m = find_module(p->part);
    return m && p->index < m->module->nproto && native_entered_by(p) && native_entered_by(p) == m->module->entries[p->index];
}

bool modules_have(const CodePart *part) { return find_module(part); }

void modules_forget(const CodePart *part) {
    for (TierModule **link = &modules; *link; link = &(*link)->next) {
        TierModule *m = *link;
        if (m->part != part) continue;
        *link = m->next;
        native_detach(m->part, m->module);
        native_object_unload(&m->piece);
        free(m);
        return;
    }
}
