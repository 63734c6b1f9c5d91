// _dataclass: the one thing the dataclasses module cannot write in the language itself: an __init__ with the fields as its
// parameters. It is assembled as bytecode, so that it binds arguments, fails and runs as fast as one written by hand.
//
//   make_init(qualname, function, fields, frozen, post_init)
//
// `function` lends its module (globals, tracebacks). `fields` is a tuple of (name, how, value), positional parameters first:
// how is a sum of FIELD_*, value the default or the factory.
#include <stdlib.h>

#include "compiler/bytecode/bytecode.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"

bool native__dataclass_fill(Thread *t, Module *m);

enum {
    FIELD_DEFAULT = 1,   // value is the default
    FIELD_FACTORY = 2,   // value makes the default
    FIELD_KEYWORD = 4,   // keyword-only
    FIELD_NO_PARAM = 8,  // not a parameter
    FIELD_INIT_VAR = 16, // a parameter for __post_init__ only
};

typedef struct {
    Str *name;
    int64_t how;
    Value value;
    uint32_t reg;  // of its parameter; 0: none
} Field;

enum { INSNS_PER_FIELD = 12, CONSTS_PER_FIELD = 2, CONSTS_FIXED = 3 };
enum { CONST_FACTORY_MARK, CONST_SETATTR, CONST_POST_INIT };  // the fixed ones come first

typedef struct {
    Field *fields;
    uint32_t count, nparam;  // parameters without self
    BcInsn *code;
    Value *consts;
    uint32_t ncode, nconst;
    uint32_t temp;           // first register above the parameters: a call window
    bool frozen, post_init;
} Assembler;

static void put(Assembler *as, BcInsn insn) { as->code[as->ncode++] = insn; }

static uint32_t put_const(Assembler *as, Value v) {
    as->consts[as->nconst] = v;
    return as->nconst++;
}

static void call_factory(Assembler *as, const Field *f, uint32_t into) {
    put(as, bc_make(OP_LOADK, as->temp, put_const(as, f->value), 0));
    put(as, bc_make(OP_CALL, as->temp, 0, 0));
    put(as, bc_make(OP_MOVE, into, as->temp, 0));
}

// self.name = R[reg]. A frozen class's own __setattr__ refuses, so object's is called.
static void store_field(Assembler *as, const Field *f, uint32_t reg) {
    uint32_t name = put_const(as, value_from_object(f->name));
    if (!as->frozen) return put(as, bc_make(OP_SETATTR, 0, reg, name));
    uint32_t args = as->temp + BC_WINDOW_HEADER;
    put(as, bc_make(OP_LOADK, as->temp, CONST_SETATTR, 0));
    put(as, bc_make(OP_MOVE, args, 0, 0));
    put(as, bc_make(OP_MOVE, args + 2, reg, 0));
    put(as, bc_make(OP_LOADK, args + 1, name, 0));
    put(as, bc_make(OP_CALL, as->temp, 3, 0));
}

static void init_field(Assembler *as, const Field *f) {
    bool made = f->how & FIELD_FACTORY;
    if (!f->reg && !made) return;  // the class attribute serves
    uint32_t reg = f->reg ? f->reg : as->temp + BC_WINDOW_HEADER + 3;
    if (made && f->reg) {
        put(as, bc_make(OP_LOADK, as->temp, CONST_FACTORY_MARK, 0));
        put(as, bc_make(OP_JNIS, reg, as->temp, 3));
    }
    if (made) call_factory(as, f, reg);
    if (!(f->how & FIELD_INIT_VAR)) store_field(as, f, reg);
}

static void call_post_init(Assembler *as) {
    uint32_t nargs = 1;
    put(as, bc_make_k(OP_METHOD, as->temp, 0, CONST_POST_INIT, 0));
    for (uint32_t i = 0; i < as->count; i++)
        if (as->fields[i].how & FIELD_INIT_VAR) put(as, bc_make(OP_MOVE, as->temp + BC_WINDOW_HEADER + nargs++, as->fields[i].reg, 0));
    put(as, bc_make(OP_CALLM, as->temp, nargs, 0));
}

static void assemble(Assembler *as) {
    for (uint32_t i = 0; i < as->count; i++) init_field(as, &as->fields[i]);
    if (as->post_init) call_post_init(as);
    put(as, bc_make(OP_RETNONE, 0, 0, 0));
}

// --- the prototype around it

static BcStr bc_str(Str *s) { return (BcStr){s->text, s->nbytes}; }

static BcStr *parameter_names(const Assembler *as) {
    BcStr *names = calloc(as->nparam + 1, sizeof *names);
    names[0] = bc_str(str_intern_c("self"));
    for (uint32_t i = 0; i < as->count; i++)
        if (as->fields[i].reg) names[as->fields[i].reg] = bc_str(as->fields[i].name);
    return names;
}

static uint32_t count_fields(const Assembler *as, int64_t with, int64_t without) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < as->count; i++) n += (as->fields[i].how & with) == with && !(as->fields[i].how & without);
    return n;
}

static BcProto *make_bc(const Assembler *as, Str *qualname, const BcProto *like) {
    BcProto *bc = calloc(1, sizeof *bc);
    bc->name = bc_str(str_intern_c("__init__"));
    bc->qualname = bc_str(qualname);
    bc->npos = (uint16_t)(1 + count_fields(as, 0, FIELD_KEYWORD | FIELD_NO_PARAM));
    bc->nkwonly = (uint16_t)count_fields(as, FIELD_KEYWORD, FIELD_NO_PARAM);
    bc->nparams = (uint16_t)(bc->npos + bc->nkwonly);
    bc->nregs = (uint16_t)(as->temp + BC_WINDOW_HEADER + 5 + as->nparam);
    bc->line = like->line;
    bc->ncode = as->ncode;
    bc->nconst = as->nconst;
    bc->code = as->code;
    bc->nvar = bc->nparams;
    bc->vars = parameter_names(as);
    bc->param_hints = calloc(bc->nparams, 1);
    return bc;
}

// It belongs to the part of the function that lends its module.
static Proto *make_proto(const Assembler *as, const BcProto *bc, CodePart *part) {
    Module *m = part->module;
    Proto *p = calloc(1, sizeof *p);
    *p = (Proto){.code = bc->code, .bc = bc, .consts = as->consts, .module = m, .globals = m->slots, .nregs = bc->nregs,
                 .nparams = bc->nparams, .npos = bc->npos, .simple = bc->nkwonly == 0, .plain_nargs = bc->nkwonly == 0 ? bc->npos : UINT32_MAX, .direct_nargs = UINT32_MAX, .index = UINT32_MAX};
    code_add_proto(part, p);
    code_prepare_proto(p);
    return p;
}

// --- defaults

static Value default_of(const Assembler *as, const Field *f) {
    return f->how & FIELD_FACTORY ? as->consts[CONST_FACTORY_MARK] : f->value;
}

static bool has_default(const Field *f) { return f->how & (FIELD_DEFAULT | FIELD_FACTORY); }

static bool set_defaults(Thread *t, const Assembler *as, Function *f) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < as->count; i++) n += has_default(&as->fields[i]) && !(as->fields[i].how & (FIELD_KEYWORD | FIELD_NO_PARAM));
    if (n && !(f->defaults = tuple_new(t, n))) return false;
    n = 0;
    for (uint32_t i = 0; i < as->count; i++) {
        const Field *field = &as->fields[i];
        if (!has_default(field) || field->how & FIELD_NO_PARAM) continue;
        if (!(field->how & FIELD_KEYWORD)) {
            f->defaults->items[n++] = default_of(as, field);
            continue;
        }
        if (!f->kwdefaults && !(f->kwdefaults = dict_new(t))) return false;
        if (!dict_set_str(t, f->kwdefaults, field->name, default_of(as, field))) return false;
    }
    return true;
}

// --- the native

static void read_fields(Assembler *as, Tuple *tuples) {
    uint32_t reg = 1;
    for (uint32_t i = 0; i < as->count; i++) {
        const Value *items = value_tuple(tuples->items[i])->items;
        as->fields[i] = (Field){str_intern_str(value_str(items[0])), value_int(items[1]), items[2], 0};
        if (!(as->fields[i].how & FIELD_NO_PARAM)) as->fields[i].reg = reg++;
    }
    as->nparam = reg - 1;
    as->temp = reg;
}

static Value make_init(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuples = value_tuple(args[2]);
    Assembler as = {.count = (uint32_t)tuples->length, .frozen = value_same(args[3], VALUE_TRUE), .post_init = value_same(args[4], VALUE_TRUE)};
    as.fields = calloc(as.count + 1, sizeof *as.fields);
    as.code = calloc(as.count * INSNS_PER_FIELD + 4, sizeof *as.code);
    as.consts = calloc(as.count * CONSTS_PER_FIELD + CONSTS_FIXED + CODE_CONSTS_FRONT, sizeof *as.consts);
    as.consts += CODE_CONSTS_FRONT;
    put_const(&as, value_from_object(class_instantiate(t, &class_object)));
    put_const(&as, class_lookup(&class_object, str_intern_c("__setattr__")));
    put_const(&as, value_from_object(str_intern_c("__post_init__")));
    read_fields(&as, tuples);
    assemble(&as);
    Function *like = (Function *)value_object(args[1]);
    Str *qualname = str_intern_str(value_str(args[0]));
    Proto *p = make_proto(&as, make_bc(&as, qualname, like->proto->bc), like->proto->part);
    Function *f = function_new(t, p);
    bool ok = f && set_defaults(t, &as, f);
    free(as.fields);
    return ok ? value_from_object(f) : VALUE_ERROR;
}

static const NativeDef dataclass_functions[] = {
    {"make_init", make_init, "qualname, function, fields, frozen, post_init, /", 0},
    {0},
};

bool native__dataclass_fill(Thread *t, Module *m) {
    module_add_natives(t, m, dataclass_functions);
    return true;
}
