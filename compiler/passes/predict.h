// Prediction: what the values of a module probably are, found by looking at all of it.
//
// A guess is a set of kinds with details: the program's classes an instance is of, the site that says what a container holds. It
// is collected over the whole module without regard to order: every store to a field, global, captured variable or container adds
// to what is kept there, every call adds to the callee's parameters. Containers are told apart by the place that made them; those
// that flow together share one site from then on (Steensgaard 1996). Guesses are never relied on: whoever uses one guards it.
//
// A class has a *layout* when its instances get their fields in one order, in __init__ and what it calls on self: then each field
// is at a known place in objects of the final shape.
#ifndef OTTER_PREDICT_H
#define OTTER_PREDICT_H

#include "compiler/base/intern.h"
#include "compiler/ssa/ssa.h"

enum {
    GUESS_NOTHING = 0,  // never seen to have a value
#define GUESS(name, text) GUESS_BIT_##name,
#include "guess_kinds.def"
#undef GUESS
    GUESS_BIT_END,
};
enum {
#define GUESS(name, text) GUESS_##name = 1 << GUESS_BIT_##name,
#include "guess_kinds.def"
#undef GUESS
    GUESS_CONTAINERS = GUESS_LIST | GUESS_TUPLE | GUESS_DICT | GUESS_MAPPING | GUESS_SET | GUESS_FROZENSET | GUESS_ITER | GUESS_CELL,
};
enum { GUESS_CLASSES = 4 };

typedef struct Guess {
    uint32_t kinds;
    uint32_t site;                    // of containers; 0: none
    uint32_t target;
    uint16_t classes[GUESS_CLASSES];  // ascending, 0: none
} Guess;

typedef struct {
    const Atom *name;
    Guess guess;
} PredictField;

typedef enum { ATTR_IS_METHOD, ATTR_IS_PROPERTY, ATTR_IS_STATIC, ATTR_IS_CLASSMETHOD, ATTR_IS_VALUE } PredictAttrKind;
typedef struct {
    const Atom *name;
    PredictAttrKind kind;
    int32_t proto;           // -1: none, or several
    Guess guess;             // of a VALUE
} PredictAttr;

// A class that a class statement at the top level binds once. Numbered from 1.
typedef struct {
    const Atom *name;
    uint32_t slot;           // global that names it
    uint32_t body;           // prototype
    int32_t base;            // number of its base; 0: object; -1: something unknown, or several
    bool plain;              // it and its bases do nothing special to attributes and construction
    bool dataclass;          // `dataclass` decorates it
    bool generated;          // instances get their fields from an __init__ that `dataclass` made: params, in that order
    bool params_known;       // of a dataclass
    uint32_t nparams;
    const Atom **params;
    VEC(PredictField) fields;
    VEC(PredictAttr) attrs;
    bool laid_out;
    uint32_t first_cell;     // of its nlayout + 1 cells, by number of fields; 0: it has none
    uint32_t nlayout;        // fields of the layout
    const Atom **layout;
} PredictClass;

typedef struct {
    Guess *params, *captures;
    Guess *regs;             // [nregs] of whatever a register holds
    Guess result;
    bool constructs;         // runs on objects that do not have all their fields yet
    bool busy;               // while learning: being looked at
    bool opaque;             // it stays in bytecode, so that little is known of it
    SsaFunction *model;      // while learning; NULL: it stays in bytecode
} PredictProto;

typedef struct Predict Predict;

// The prediction for the module; made at first sight and kept as long as the process. NULL: the module is too large.
Predict *predict_module(const BcModule *bc);
// Guesses for the values of an instance: [f->insns.count] in the module's arena.
Guess *predict_function(Predict *p, const SsaFunction *f);
// Of a value of a function that has guesses.
static inline Guess predict_of(const SsaFunction *f, SsaRef r) { return r.i < f->nguesses ? f->guesses[r.i] : (Guess){0}; }

Guess predict_element(const Predict *p, Guess container);      // what iterating over it gives; of a dict, the keys
Guess predict_item(const Predict *p, Guess container, int64_t index);  // of a tuple; else as predict_value
Guess predict_value(const Predict *p, Guess container);        // what indexing gives; of a dict, the values
const PredictClass *predict_class(const Predict *p, uint32_t number);
uint32_t predict_cell_count(const Predict *p);                 // cells are numbered from 1 to this
// Certainly no object of a class with a layout changes shape once it has all fields, and no such class changes.
bool predict_is_sealed(const Predict *p);
// Is it or a base of it a dataclass, so that it has comparisons that no method of the program gives?
bool predict_derives_dataclass(const Predict *p, uint32_t cls);
uint32_t predict_class_count(const Predict *p);
const Atom *predict_name(const Predict *p, const BcStr *name); // NULL: never mentioned
// Looks along the bases. NULL: it is not there.
const PredictAttr *predict_attr(const Predict *p, uint32_t cls, const Atom *name);
// The number of the class whose body defines the prototype as a method; 0: none.
uint32_t predict_definer(const Predict *p, uint32_t proto);
const PredictProto *predict_proto(const Predict *p, uint32_t proto);
const Atom *predict_target_name(const Predict *p, Guess g);    // of a MODULE or NATIVE
// The field's place in the layouts of all classes of the guess, or -1; instances only, None apart.
int32_t predict_field(const Predict *p, Guess object, const Atom *name);
void predict_print(const Predict *p, Guess g, StrBuf *out);

// What `otter check --types` shows.
void predict_report(const BcModule *bc, StrBuf *out);

static inline bool guess_is(Guess g, uint32_t kinds) { return g.kinds && !(g.kinds & ~kinds); }
// The one program class instances are of, None apart; 0: none, or several.
static inline uint32_t guess_class(Guess g) {
    return (g.kinds & ~(uint32_t)GUESS_NONE) == GUESS_INSTANCE && !g.classes[1] ? g.classes[0] : 0;
}

#endif
