// What a compiled module exports, in an object file or in memory: the contract between the code generator and jit/native,
// which fills in the tables when the module is loaded. Compiled code holds no heap address of its own.
#ifndef OTTER_NATIVE_MODULE_H
#define OTTER_NATIVE_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Runs a call whose arguments are bound at base[0..], the callee in base[-4]; gives the result's bits or the error value's.
typedef uint64_t (*NativeEntry)(void *thread, uint64_t *base);

// The entry of a generator: resumes it at instruction `at`, no SEND, its registers in base[0..]; gives what it yields or returns.
typedef uint64_t (*NativeResume)(void *thread, uint64_t *base, uint64_t at);

// A class of the program as prediction has it, and what compiled code keeps of it once it was found to be so.
typedef struct {
    const char *name;
    uint32_t proto;              // whose function the class gives for the name
    uint32_t getter;             // 1: as a property's getter; 0: as a method
    uint32_t from;               // 0: the class; else 1 + the global of the one of its bases, or itself, whose own method it is
} NativeMethod;
typedef struct {
    uint32_t slot;               // global that names it
    uint32_t first_cell;         // 0: no class
    uint32_t nfields, nmethods;
    uint64_t generated;          // 1: its __init__ is one that `dataclass` made, which stores a parameter in each field, in order
    const char *const *fields;   // in the order instances get them
    const NativeMethod *methods;
    void **cells;                // of all classes: cells[first_cell + k] is the shape of its instances with k fields
    uint64_t absent;             // bits of native_operators.def: special methods it must not have
    uint64_t *seen;              // the module's
    uint64_t *state;             // [2] bytes of an instance; jit/native's own
} NativeClass;
enum { NATIVE_CELL_BROKEN = 1 };  // in a cell: no object fits

typedef struct {
    const char *name;            // dotted
    const uint8_t *bytecode;     // serialised module; NULL in memory
    uint64_t bytecode_size;
    uint32_t nproto;
    const NativeEntry *entries;  // [nproto]; NULL: stays in bytecode; of a generator a NativeResume
    const uint32_t *first_const; // [nproto + 1] where each prototype's constants start in `consts`
    uint64_t *consts;            // filled by the loader: copies of the prototypes' constant values
    void **globals;              // filled: the module's global slots
    void **linked;               // filled: which slots hold builtins
    uint64_t *seen;              // [nproto] the function last seen to run each prototype, 0: none yet
    void **protos;               // [nproto] filled: the module's prototypes
    const NativeClass *classes;  // [nclasses] the first is none
    uint64_t nclasses;
    uint64_t *objects;           // [nobjects] filled: those the unit takes for constants, as its NativeUnit lists them
    uint64_t nobjects;
} NativeModule;

// A request: one prototype to be compiled for what its registers held when it was seen running: as a whole, its parameters in
// the first registers, or from instruction `start` on, for on-stack replacement.
typedef enum { NATIVE_SEEN_OTHER, NATIVE_SEEN_INT, NATIVE_SEEN_FLOAT } NativeSeen;

// What prediction may not know, as data comes from other modules and from outside: kinds of a value, of what it holds, and of what
// those hold. Only a guess: compiled code tests it. Containers are looked into a little; 0 where different kinds were seen.
typedef enum {
    NATIVE_KIND_UNKNOWN,
#define KIND(name) NATIVE_KIND_##name,
#include "native_kinds.def"
#undef KIND
    NATIVE_KIND_COUNT
} NativeKind;
enum { NATIVE_SIGHT_DEPTH = 3 };
typedef struct {
    uint8_t kinds[NATIVE_SIGHT_DEPTH];
    uint8_t key;                 // of a dict's keys
    uint32_t slot;               // of the innermost, an INSTANCE: the global that names its class
} NativeSight;
// What captured variables hold that are set once: constants of the code made for one closure. A closure is known by its address, so that
// what follows from it needs no guard.
typedef enum {
    NATIVE_CONSTANT_UNKNOWN,     // of a captured variable: it may change
    NATIVE_CONSTANT_INT,         // bits: the number
    NATIVE_CONSTANT_FLOAT,       // bits: the double's
    NATIVE_CONSTANT_BOOL,        // bits
    NATIVE_CONSTANT_NONE,
    NATIVE_CONSTANT_STR,         // of the one shape that strings of fact STR have
    NATIVE_CONSTANT_FUNCTION,    // of the unit's module
    NATIVE_CONSTANT_OBJECT       // anything else in the heap
} NativeConstantKind;
enum { NATIVE_TEXT_MAX = 16, NATIVE_TEXT_LONG = 255 };
typedef struct {
    uint8_t kind;                // NativeConstantKind
    uint8_t length;              // of a STR: bytes of `text`; NATIVE_TEXT_LONG: more than there is room for
    uint16_t ncells;             // of a FUNCTION
    uint32_t proto;              // of a FUNCTION
    uint32_t first;              // of a FUNCTION: constants[first + i] is what captured variable i holds
    uint32_t same;               // objects: the first constant that is the same object
    uint64_t bits;
    char text[NATIVE_TEXT_MAX];
} NativeConstant;

// Instructions whose guards kept failing: nothing is to be guessed there.
typedef struct {
    uint32_t proto, at;
} NativeAvoid;

typedef struct {
    uint32_t proto, start;
    bool midway;
    uint8_t *seen;               // [nregs] NativeSeen; when compiled, NATIVE_SEEN_OTHER for registers that do not matter
    const NativeAvoid *avoid;    // [navoid]
    uint32_t navoid;
    const NativeSight *sights;   // [nsight] of the prototype's registers, its captured variables, and the module's globals; NULL: nobody looked
    uint32_t nsight;
    const NativeConstant *constants;  // [nconstant] the first nclosure are functions of `proto`, for each of which there is to be code
    uint32_t nconstant, nclosure;
} NativeUnit;

// Its answer: a relocatable object, malloc'ed.
typedef struct {
    char *bytes;
    size_t size;
    bool by_sight;               // guesses came from what registers in the middle of the function were seen to hold
} NativeCode;

// Executables: every module, the entry module first.
extern const NativeModule *const native_modules[];
extern const uint32_t native_module_count;

#endif
