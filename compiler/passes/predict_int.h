// Inside the prediction.
#ifndef OTTER_PREDICT_INT_H
#define OTTER_PREDICT_INT_H

#include "predict.h"

// What the containers of one place hold.
enum { SITE_ITEMS = 8, FIELDS_MAX = 32 };  // FIELDS_MAX: what the runtime lays out inside objects
typedef struct {
    uint32_t same_as;            // 0: itself; else the site it was merged into
    Guess key, element;          // keys of dicts; everything else
    Guess items[SITE_ITEMS];     // of tuples whose places are known
    uint32_t nitems;             // 0: they are not
} Site;

// Functions of which a value is one.
enum { FUNCTIONS_MAX = 24, FUNCTION_SETS_MAX = 2000 };
typedef struct {
    uint32_t count;
    uint32_t *protos;            // ascending
} FunctionSet;

typedef struct {
    uint64_t place;
    uint32_t site;
} SitePlace;

struct Predict {
    Arena arena;
    Intern names;
    VEC(const Atom *) targets;   // names by number
    const BcModule *bc;
    uint8_t hash[16];
    SsaModule *ssa;              // of the models
    PredictProto *protos;
    Guess *globals;
    VEC(PredictClass) classes;   // items[0] is none
    VEC(Site) sites;             // items[0] is none
    VEC(FunctionSet) function_sets;  // items[0] is of too many
    SitePlace *places;           // hash table
    uint32_t nplaces, places_capacity;
    uint32_t ncells;
    VEC(uint32_t) seen_sites;    // of containers that were seen at run time
    bool sealed;
    bool learning, changed;
    bool enters;                 // while learning: calls look at their callees
    uint32_t depth;              // of callees looked at within callers
    Guess **values;              // [nproto] while learning: of each model
    Predict *next;
};

// One function's values on the way.
typedef struct {
    Predict *p;
    const SsaFunction *f;
    Guess *g;                    // by SsaRef
    SsaRef *at_pc;               // [ncode] the UNPACK, METHOD or FORPREP made for an instruction
    uint32_t *prep_of;           // [ncode] for a FORLOOP: 1 + its FORPREP
    uint32_t at;                 // instruction being looked at
} Flow;

// guess.c
Guess guess_kind(uint32_t kind);
Guess guess_target(uint32_t kind, uint32_t target);
Guess guess_instance(uint32_t cls);
FunctionSet guess_functions(const Predict *p, const Guess *g);  // of a guess that is a FUNCTION or FUNCTIONS; borrows from both
Guess guess_join(Predict *p, Guess a, Guess b);
void guess_add(Predict *p, Guess *to, Guess g);  // joins while learning; notes a change
Site *guess_site(const Predict *p, uint32_t site);
Guess guess_container(Flow *flow, uint32_t kind, uint32_t which);  // made by the instruction being looked at; which: several of one
void guess_put(Flow *flow, Guess container, Guess element);
void guess_put_key(Flow *flow, Guess container, Guess key);
Guess guess_tuple(Flow *flow, const Guess *items, uint32_t n, uint32_t which);
const Atom *predict_intern(Predict *p, const BcStr *s);
const Atom *predict_text(Predict *p, const char *text, size_t length);  // NULL: not known
Guess guess_named(Predict *p, uint32_t kind, const Atom *name);         // a MODULE or NATIVE

// predict.c
void predict_learn(Predict *p, uint32_t proto);  // one look at a prototype while learning
// predict_flow.c
void predict_flow(Flow *flow);
Guess predict_call(Flow *flow, uint32_t proto, const Guess *args, uint32_t nargs);
Guess predict_call_value(Flow *flow, Guess callee, const Guess *args, uint32_t nargs);
// predict_number.c: an operator on numbers of these kinds
Guess predict_number_operator(const Flow *flow, const SsaInsn *insn, uint32_t a, uint32_t b);
// predict_builtin.c
Guess predict_native_call(Flow *flow, const Atom *name, const Guess *args, uint32_t nargs);
Guess predict_native_spread(Flow *flow, const Atom *name, Guess all);   // of a call with all of these as arguments
Guess predict_native_method(Flow *flow, Guess self, const Atom *name, const Guess *args, uint32_t nargs);
// predict_seen.c
Guess predict_seen_register(Predict *p, const SsaFunction *f, uint32_t reg, Guess g);   // g, or what the unit's register was seen to hold, if that says more
Guess predict_seen_capture(Predict *p, const SsaFunction *f, uint32_t index, Guess g);
Guess predict_seen_global(Predict *p, const SsaFunction *f, uint32_t slot, Guess g);
// predict_class.c
void predict_find_classes(Predict *p);
void predict_lay_out(Predict *p);
// predict_dataclass.c
// The class statement of a class that `dataclass` decorates here, or NULL.
const SsaInsn *predict_decorated(const Predict *p, const SsaFunction *f, const SsaInsn *insn);
// `dataclass` changes a class: is it named here to decorate a class statement, if at all?
bool predict_only_decorates(const Predict *p, const SsaFunction *f, const SsaInsn *insn);
uint32_t predict_generated_init(const Predict *p, uint32_t cls);  // the dataclass whose __init__ makes its instances; 0: another __init__
void predict_find_params(Predict *p, uint32_t cls);               // of a dataclass
void predict_check_generated(Predict *p, uint32_t cls);           // what else a dataclass's __init__ does; its class is plain no more if more than stores
// predict_seal.c
void predict_find_seal(Predict *p, Guess *const *values);
void predict_note_attr(Predict *p, uint32_t body, const Atom *name, PredictAttrKind kind, int32_t proto, Guess g);

#endif
