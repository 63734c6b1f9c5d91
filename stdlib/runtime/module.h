// Modules: global slots fixed by the compiler plus a dict for names that only appear at run time.
// A slot whose name the module never binds holds the builtin of that name (`linked`), so reading a builtin is one load;
// linked slots are invisible as attributes.
#ifndef OTTER_MODULE_H
#define OTTER_MODULE_H

#include "code.h"

struct Module {
    Object header;
    Str *name;
    Str *path;             // NULL: native module
    CodePart *part;        // NULL: native module, or the prompt's, which has many
    Value *slots;          // [nslot] VALUE_UNBOUND: not bound; never moves
    Str **slot_names;      // interned
    uint8_t *linked;       // [nslot] 1: holds a builtin, not a binding of this module
    uint8_t *hidden;       // [nslot] 1: bound by the body, but not `pub`: no attribute to others. NULL: it hides nothing
    uint32_t nslot;
    Dict *extra;           // names without a slot: __name__, __file__, attributes set from outside; never NULL
    Dict *namespace;       // what globals() gives; NULL: not asked for yet
    bool running;          // its body has not finished (circular imports)
};

Module *module_new(Thread *t, const BcModule *bc);               // its slots, builtins linked in; code_load adds the protos
Module *module_new_native(Thread *t, const char *name);
// The module of the prompt, whose names become more with every input.
Module *module_new_growing(Thread *t);
enum { MODULE_SLOTS_MAX = 1 << 16 };
bool module_grow(Thread *t, Module *m, const BcStr *names, uint32_t count);   // has slots for `count` names, the first of which it has already
void module_init(Thread *t);                                   // the module table; before any module is made
Value module_get(Module *m, Str *name);                       // VALUE_UNBOUND when absent
bool module_set(Thread *t, Module *m, Str *name, Value v);    // TypeError: another value for a builtin
bool module_hide(Thread *t, Module *m);                       // after its body: what `pub` leaves out, when it is used
bool module_hides(const Module *m, Str *name);
bool module_delete(Thread *t, Module *m, Str *name);          // false, nothing pending: absent
Dict *module_dict(Thread *t, Module *m);                      // a new dict of its names, in order
Dict *module_namespace(Thread *t, Module *m);                 // the dict that is its names to the program: globals(), __dict__
// The prompt's last result: the one builtin that changes, and is looked up each time.
#define MODULE_LAST_RESULT "_"
void module_set_last_result(Thread *t, Value v);
int32_t module_slot(const Module *m, Str *name);              // -1: none
// For the global operations: slot `i` was unbound when read: the builtin of that name, or NameError.
Value module_global_missing(Thread *t, Module *m, uint32_t i);
bool module_delete_slot(Thread *t, Module *m, uint32_t i);    // NameError when unbound or only a builtin

// The table of imported modules (sys.modules).
Dict *module_table(void);
extern Module *module_builtins;

// A native module: made and filled when first imported.
typedef struct {
    const char *name;
    bool (*fill)(Thread *t, Module *m);
} NativeModuleDef;
const NativeModuleDef *native_module_find(const char *name);  // stdlib/native
// Source of other modules: finds and compiles `dotted name`; set by the driver (runs the frontend) or by an executable
// (looks into the embedded modules). Gives NULL without pending exception when there is none.
extern const BcModule *(*module_find_source)(Thread *t, const char *name, const char *importer_path);
// Length of the package part of a module's dotted name, for relative imports; 0: it is in none. A package is its own.
size_t module_package_length(const char *name, const char *path);
Value module_import(Thread *t, Str *name);                    // runs it when new; the module, or VALUE_ERROR
Value module_import_call(Thread *t, Value *args);             // __import__ with its five arguments
Value module_run_main(Thread *t, const BcModule *bc);         // __main__: VALUE_ERROR or the body's result

#endif
