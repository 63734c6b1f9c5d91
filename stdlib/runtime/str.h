// Strings: immutable UTF-8 with the number of code points; ASCII exactly when the two lengths agree, and then indexing is
// O(1). Behind the NUL of other plain strings lies a table of byte offsets, filled when first needed, so that finding a
// character there walks over less than STR_INDEX_STRIDE others. A lone surrogate is stored as its three bytes.
// Interned strings are unique (equal text, equal address) and live for ever.
// A long string that is made by appending a little to another is of shape_str_shared: its text lies in a buffer with room
// behind it, which the next such append may use. Both shapes are of class str.
#ifndef OTTER_STR_H
#define OTTER_STR_H

#include "object.h"

extern Shape shape_str;

struct Str {
    Object header;
    uint64_t hash;     // 0: not computed yet
    uint32_t nbytes;
    uint32_t nchars;   // code points
    char *text;        // `inline_text`, or in a shared buffer; NUL after the end, until a shared text is appended to
    bool interned;
    char inline_text[];
};

enum { STR_INDEX_STRIDE = 64 };

extern const Layout layout_str;

extern Shape shape_str_shared;
static inline bool value_is_plain_str(Value v) {   // of class str, not of a subclass
    return value_is_object(v) && (value_object(v)->shape == &shape_str || value_object(v)->shape == &shape_str_shared);
}

static inline bool str_is_ascii(const Str *s) { return s->nbytes == s->nchars; }
static inline bool value_is_str(Value v) { return value_is_kind(v, KIND_STR); }
static inline Str *value_str(Value v) { return (Str *)value_object(v); }

Str *str_new(Thread *t, const char *utf8, size_t nbytes);        // valid UTF-8 (checked in debug builds); NULL: exception pending
Str *str_alloc(Thread *t, size_t nbytes, size_t nchars);          // text still to be written by the caller, NUL set
Str *str_new_counted(Thread *t, const char *utf8, size_t nbytes, size_t nchars);
Str *str_empty(void);
Str *str_from_c(Thread *t, const char *text);
Str *str_format_c(Thread *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str *str_intern(const char *utf8, size_t nbytes);                // never fails short of exhausted memory (aborts with a message)
Str *str_intern_c(const char *text);
Str *str_intern_str(Str *s);
Str *str_concat(Thread *t, Str *a, Str *b);
extern Str *str_char_cache[256];                                 // the strings of one Latin-1 character
Str *str_from_char(Thread *t, uint32_t code_point);              // cached for Latin-1
uint64_t str_hash(Str *s);                                       // never 0
bool str_equal(const Str *a, const Str *b);
bool str_equal_c(const Str *a, const char *text);
int str_compare(const Str *a, const Str *b);                     // by code points: <0, 0, >0
Str *str_flat(Thread *t, Str *s);                                // s, or if it is shared and not ASCII a copy that is fast to index
size_t str_byte_offset(const Str *s, size_t char_index);         // index <= nchars
uint32_t str_char_at(const Str *s, size_t char_index);
Str *str_slice(Thread *t, Str *s, size_t start, size_t end);     // code points
struct Slice;
Value str_get_slice(Thread *t, Str *s, const struct Slice *slice);
Str *str_repr(Thread *t, const Str *s);                          // with quotes, as repr()
Str *str_ascii_repr(Thread *t, const Str *s);                    // as ascii()
Value str_iter_at(Thread *t, Str *s, size_t index);              // an iterator over it that has given `index` characters
Str *str_new_instance(Thread *t, Class *cls, const Str *s);      // of str or a subclass, with the text of s
Str *str_from_value(Thread *t, Value v);                         // v as a plain str, of a str or an instance of a subclass
// For compiled code: properties of characters, by their numbers in compiler/native/native_texts.def, and how a str begins and ends.
extern uint8_t str_near_kinds[256];                              // a bit each, of the first code points
int str_char_is(int64_t code_point, uint32_t kind);
int str_text_is(Value v, uint32_t kind);                         // every character of a str, and there is one
int str_starts(Value v, Value with, uint32_t at_end);            // strs
void str_init_kinds(void);
void str_init(void);                                             // before class_init
void str_init_class(void);                                       // native methods; after class_init

// Growing text: a small array in the builder itself, then heap memory. Must live on the native stack. A failed append is remembered and str_builder_take gives NULL with the exception pending.
typedef struct {
    struct Buffer *buffer;   // NULL while `small` is enough
    char *text;
    size_t nbytes, capacity;
    Thread *thread;
    bool failed;
    char small[128];
} StrBuilder;
void str_builder_init(StrBuilder *b, Thread *t);
void str_builder_add(StrBuilder *b, const char *utf8, size_t nbytes);
void str_builder_add_c(StrBuilder *b, const char *text);
void str_builder_add_str(StrBuilder *b, const Str *s);
void str_builder_add_char(StrBuilder *b, uint32_t code_point);
void str_builder_add_int(StrBuilder *b, int64_t i);              // in decimal
void str_builder_add_repr(StrBuilder *b, Value v);               // repr(v); may run the program
void str_builder_fill(StrBuilder *b, uint32_t code_point, size_t times);
char *str_builder_reserve(StrBuilder *b, size_t nbytes);         // room at text + nbytes, not yet counted; NULL: failed
void str_builder_format(StrBuilder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str *str_builder_take(StrBuilder *b);

#endif
