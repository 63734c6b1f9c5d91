// Native functions: their objects, their signatures, and binding a call's arguments to them.
//
// A signature is read twice: at creation only its counts (so that start-up stays cheap and the interpreter can call simple
// natives directly), in full at the first call that needs names or defaults. The wording of errors follows what CPython's own
// argument helpers say for the same form of signature.
#include "native_int.h"

#include <stdlib.h>

#include "object_lock.h"

static void native_trace(Object *o, Tracer *tracer) {
    Native *n = (Native *)o;
    tracer_object(tracer, n->name);
    tracer_value(tracer, n->self);
    tracer_object(tracer, n->owner);
    tracer_value(tracer, n->module);
    tracer_object(tracer, n->unbound);
}

const Layout layout_native = {.name = "native", .kind = KIND_NATIVE, .size = sizeof(Native), .trace = native_trace};

static void count_parameters(Native *n, const char *s) {
    uint16_t min = 0, max = 0;
    bool plain = true;
    while (*s) {
        bool required = true, counted = true;
        for (; *s && *s != ','; s++) {
            if (*s == '=') required = false;
            if (*s == '/') counted = false;
            if (*s == '*') plain = counted = false;
        }
        max += counted;
        min += counted && required;
        while (*s == ',' || *s == ' ') s++;
    }
    n->min_args = min;
    n->max_args = max;
    n->simple = n->plain = plain;
}

const Layout layout_getset = {.name = "getset", .kind = KIND_NATIVE, .size = sizeof(Native), .trace = native_trace};

Native *native_new(Thread *t, const NativeDef *def, Class *owner) {
    Native *n = heap_new(t, def->flags & NATIVE_GETTER ? &shape_getset : &shape_native, sizeof(Native));
    if (!n) return NULL;
    n->def = def;
    n->fn = def->fn;
    n->name = str_intern_c(def->name);
    n->self = VALUE_UNBOUND;
    n->owner = owner;
    n->module = VALUE_NONE;
    count_parameters(n, def->signature ? def->signature : "");
    return n;
}

static bool is_slot(const Native *n) { return n->name->nbytes > 4 && !memcmp(n->name->text, "__", 2) && !(n->def->flags & ~NATIVE_COUNTED); }

static Native *native_copy(Thread *t, const Native *n, Shape *shape) {
    Native *copy = heap_new(t, shape, sizeof(Native));
    if (!copy) return NULL;
    Object header = copy->header;
    *copy = *n;
    copy->header = header;
    copy->simple = false;
    copy->unbound = NULL;
    return copy;
}

// Bound ones come and go, so they share the signature.
Native *native_bind(Thread *t, Native *n, Value self) {
    native_signature(n);
    Native *bound = native_copy(t, n, is_slot(n) ? &shape_method_wrapper : &shape_native);
    if (!bound) return NULL;
    bound->self = self;
    bound->checked = false;
    return bound;
}

Native *native_unbound(Thread *t, Native *n) {
    if (n->unbound) return (Native *)n->unbound;
    Shape *shape = is_slot(n) ? &shape_wrapper_descriptor : n->def->flags & ~NATIVE_COUNTED ? &shape_native : &shape_method_descriptor;
    Native *twin = native_copy(t, n, shape);
    if (!twin) return NULL;
    twin->checked = true;
    twin->direct = NULL;
    n->unbound = &twin->header;
    return twin;
}

// --- reading a signature

static Value parse_default(const char *text, size_t n) {
    if (n == 4 && !memcmp(text, "None", 4)) return VALUE_NONE;
    if (n == 4 && !memcmp(text, "True", 4)) return VALUE_TRUE;
    if (n == 5 && !memcmp(text, "False", 5)) return VALUE_FALSE;
    if (*text == '?') return VALUE_UNBOUND;
    if (*text == '\'') return value_from_object(str_intern(text + 1, n - 2));
    return value_from_small(strtoll(text, NULL, 10));
}

static void parse_parameter(NativeSignature *sig, const char *start, size_t length, bool *keyword_only) {
    const char *equals = memchr(start, '=', length);
    NativeParameter *p = &sig->parameters[sig->count];
    if (length == 1 && *start == '/') {
        sig->positional_only = sig->count;
        return;
    }
    if (length == 1 && *start == '*') {
        *keyword_only = true;
        return;
    }
    p->kind = *keyword_only ? PARAMETER_KEYWORD : PARAMETER_POSITIONAL;
    if (*start == '*') {
        bool twice = start[1] == '*';
        p->kind = twice ? PARAMETER_KWARGS : PARAMETER_VARARGS;
        start += 1 + twice;
        length -= 1u + twice;
        if (twice) sig->kwargs = true;
        else *keyword_only = sig->varargs = true;
    }
    p->name = str_intern(start, equals ? (size_t)(equals - start) : length);
    p->required = !equals && p->kind <= PARAMETER_KEYWORD;
    p->fallback = equals ? parse_default(equals + 1, (size_t)(start + length - equals - 1)) : VALUE_UNBOUND;
    if (p->kind == PARAMETER_POSITIONAL) {
        sig->positional++;
        sig->positional_required += p->required;
    }
    if (p->kind == PARAMETER_KEYWORD) {
        sig->keyword_only++;
        sig->required_by_name += p->required;
    }
    sig->count++;
}

NativeSignature *native_signature(Native *n) {
    NativeSignature *known = __atomic_load_n(&n->signature, __ATOMIC_ACQUIRE);
    if (known) return known;
    const char *s = n->def->signature ? n->def->signature : "";
    NativeSignature *sig = calloc(1, sizeof *sig);
    bool keyword_only = false;
    while (*s) {
        size_t length = strcspn(s, ",");
        while (length && s[length - 1] == ' ') length--;
        assert(sig->count < NATIVE_PARAMETERS);
        parse_parameter(sig, s, length, &keyword_only);
        s += strcspn(s, ",");
        while (*s == ',' || *s == ' ') s++;
    }
    __atomic_store_n(&n->signature, sig, __ATOMIC_RELEASE);  // another thread's is the same
    return sig;
}

// --- running while other threads do

typedef struct {
    const Object *objects[2];
    uint32_t count;
} Lockable;

enum { VARARGS_LOOKED_AT = 4 };

static void find_lockable(Lockable *found, const Value *args, uint64_t nargs, bool inside) {
    for (uint64_t i = 0; i < nargs && found->count < 2; i++) {
        if (!value_is_object(args[i])) continue;
        const Object *o = value_object(args[i]);
        if (object_is_locked_kind(o)) found->objects[found->count++] = o;
        else if (inside && o->shape == &shape_tuple)
            find_lockable(found, ((Tuple *)o)->items, ((Tuple *)o)->length < VARARGS_LOOKED_AT ? ((Tuple *)o)->length : VARARGS_LOOKED_AT, false);
    }
}

// Two are enough: an operation that takes more looks at the others one at a time.
Value native_run_locked(Thread *t, NativeFn fn, Value *args, uint32_t nargs) {
    Lockable found = {.count = 0};
    find_lockable(&found, args, nargs, true);
    if (found.count == 0) return fn(t, args, nargs);
    ObjectLock lock;
    object_lock(t, &lock, found.objects[0], found.count == 2 ? found.objects[1] : NULL);
    Value result = fn(t, args, nargs);
    object_unlock(t, &lock);
    return result;
}
