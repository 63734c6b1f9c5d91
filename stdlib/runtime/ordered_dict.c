// What OrderedDict does to the order of a dict's entries: a key goes to the end, an entry is taken from an end. Neither asks the
// methods of a subclass.
#include "containers.h"
#include "dict_int.h"
#include "exception.h"
#include "native.h"
#include "tuple.h"

static Dict *dict_argument(Thread *t, Value v) {
    if (value_is_dict(v)) return value_dict(v);
    error_type(t, "expected a dict, not %T", v);
    return NULL;
}

Value ordered_dict_move_last(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = dict_argument(t, args[0]);
    if (d == NULL) return VALUE_ERROR;
    Value v = dict_pop(t, d, args[1]);
    if (value_is_unbound(v)) return error_key(t, args[1]);
    return !value_is_error(v) && dict_set(t, d, args[1], v) ? VALUE_NONE : VALUE_ERROR;
}

// The first or last pair, removed. The dict is not empty.
static Value take_end(Thread *t, Dict *d, bool last) {
    uint32_t n = last ? dict_last_entry(d) : d->first;
    while (value_is_unbound(dict_entries(d->entries)[n].key)) n++;
    DictEntry e = dict_entries(d->entries)[n];
    Tuple *pair = tuple_from(t, (Value[]){e.key, e.value}, 2);
    if (pair == NULL) return VALUE_ERROR;
    dict_delete_entry(d, n);
    return value_from_object(pair);
}

Value ordered_dict_take_end(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = dict_argument(t, args[0]);
    if (d == NULL) return VALUE_ERROR;
    int last = value_truth(t, args[1]);
    if (last < 0) return VALUE_ERROR;
    return d->live > 0 ? take_end(t, d, last == 1) : error_raise(t, &class_KeyError, "dictionary is empty");
}
