// Str objects: making, interning, hashing, comparing and indexing them.
//
//   | header | hash | nbytes nchars | text | interned | inline text ... NUL | pad | table: byte offsets (non-ASCII only) |
//
// The table has one 32-bit entry per STR_INDEX_STRIDE characters: the offset where character (i + 1) * stride begins. All of
// it is computed by the first look-up; entry 0 is written last, so a reader that sees it non-zero may use the rest.
// Instances of subclasses have their fields there, and no table.
// Interned strings are permanent C memory outside the heap; they refer to nothing in it.
#include "str.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "class.h"
#include "exception.h"
#include "heap_inline.h"
#include "threads.h"
#include "unicode.h"
#include "utf8.h"

const Layout layout_str = {"str", KIND_STR, sizeof(Str), NULL, NULL, NULL, NULL};

// Long strings that grow: the text of several such strings may be prefixes of the same buffer. `used` bytes of it are
// taken; whoever's text ends there may take more. What is taken never changes, but the NUL behind it does.
typedef struct {
    uint64_t used, capacity;
    char text[];
} StrRoom;

typedef struct {
    Object header;       // as in Str, up to `interned`
    uint64_t hash;
    uint32_t nbytes, nchars;
    char *text;
    bool interned;
    Buffer *buffer;      // holds the StrRoom
    Str *flat;           // a copy with a table, made when the string is indexed; or NULL
} StrShared;

static_assert(offsetof(StrShared, nchars) == offsetof(Str, nchars) && offsetof(StrShared, text) == offsetof(Str, text) &&
              offsetof(StrShared, interned) == offsetof(Str, interned));

static void str_shared_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((StrShared *)o)->buffer);
    tracer_object(tracer, ((StrShared *)o)->flat);
}

static const Layout layout_str_shared = {"str_shared", KIND_STR, sizeof(StrShared), str_shared_trace, NULL, NULL, NULL};
alignas(16) Shape shape_str_shared = {.header = {&shape_shape}, .cls = &class_str, .layout = &layout_str_shared, .kind = KIND_STR};

Str *str_char_cache[256];
static Str *str_the_empty;

// ---- making ----

static size_t str_table_length(size_t nbytes, size_t nchars) {
    return nbytes == nchars ? 0 : nchars / STR_INDEX_STRIDE;
}

static size_t str_object_size(size_t nbytes, size_t nchars) {
    size_t size = offsetof(Str, inline_text) + nbytes + 1;
    size_t table = str_table_length(nbytes, nchars);
    return table ? ((size + 3) & ~(size_t)3) + table * sizeof(uint32_t) : size;
}

Str *str_alloc(Thread *t, size_t nbytes, size_t nchars) {
    if (nbytes > UINT32_MAX) {
        error_out_of_memory(t);
        return NULL;
    }
    Str *s = heap_new_leaf(t, &shape_str, str_object_size(nbytes, nchars));
    if (!s) return NULL;
    s->nbytes = (uint32_t)nbytes;
    s->nchars = (uint32_t)nchars;
    s->text = s->inline_text;
    return s;
}

Str *str_new_counted(Thread *t, const char *utf8, size_t nbytes, size_t nchars) {
    if (nbytes == 0) return str_the_empty;
    if (nbytes == 1) return str_char_cache[(unsigned char)*utf8];
    Str *s = str_alloc(t, nbytes, nchars);
    if (s) memcpy(s->inline_text, utf8, nbytes);
    return s;
}

Str *str_new(Thread *t, const char *utf8, size_t nbytes) {
    return str_new_counted(t, utf8, nbytes, utf8_count(utf8, nbytes));
}

Str *str_empty(void) {
    return str_the_empty;
}

Str *str_from_c(Thread *t, const char *text) {
    return str_new(t, text, strlen(text));
}

Str *str_format_c(Thread *t, const char *format, ...) {
    char small[256];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (n < (int)sizeof small) return str_new(t, small, (size_t)n);
    char *large = malloc((size_t)n + 1);
    if (!large) {
        error_out_of_memory(t);
        return NULL;
    }
    va_start(list, format);
    vsnprintf(large, (size_t)n + 1, format, list);
    va_end(list);
    Str *s = str_new(t, large, (size_t)n);
    free(large);
    return s;
}

// ---- appending ----

enum { STR_SHARE_MIN = 256 };  // bytes

static StrRoom *str_room_new(Thread *t, const Str *a, size_t more, Buffer **buffer) {
    size_t total = (size_t)a->nbytes + more, capacity = total + total / 3 + 64;
    *buffer = heap_new_raw(t, sizeof(StrRoom) + capacity + 1);
    if (!*buffer) return NULL;
    StrRoom *room = (StrRoom *)(*buffer)->bytes;
    room->capacity = capacity;
    room->used = a->nbytes;
    memcpy(room->text, a->text, a->nbytes);
    return room;
}

// Takes n bytes behind a's text, if nobody has and there are so many. Other threads may try the same.
static bool str_room_take(StrRoom *room, const Str *a, size_t n) {
    uint64_t end = (uint64_t)(a->text + a->nbytes - room->text);
    if (room->capacity - end < n) return false;
    if (!threads_parallel) {
        bool last = room->used == end;
        if (last) room->used += n;
        return last;
    }
    return __atomic_compare_exchange_n(&room->used, &end, end + n, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

static Str *str_append(Thread *t, Str *a, const Str *b) {
    Buffer *buffer = a->header.shape == &shape_str_shared ? ((StrShared *)a)->buffer : NULL;
    StrRoom *room = buffer ? (StrRoom *)buffer->bytes : NULL;
    if (!room || !str_room_take(room, a, b->nbytes)) {
        room = str_room_new(t, a, b->nbytes, &buffer);
        if (!room) return NULL;
        room->used += b->nbytes;
    }
    StrShared *s = heap_new_plain(t, &shape_str_shared, sizeof *s);
    if (!s) return NULL;
    s->buffer = buffer;
    s->text = room->text;
    s->nbytes = a->nbytes + b->nbytes;
    s->nchars = a->nchars + b->nchars;
    if (b->nbytes == 1) room->text[a->nbytes] = *b->text;
    else memcpy(room->text + a->nbytes, b->text, b->nbytes);
    room->text[s->nbytes] = 0;
    return (Str *)s;
}

Str *str_concat(Thread *t, Str *a, Str *b) {
    if (a->nbytes == 0) return str_from_value(t, value_from_object(b));
    if (b->nbytes == 0) return str_from_value(t, value_from_object(a));
    if (a->nbytes >= STR_SHARE_MIN && b->nbytes <= a->nbytes / 4 && a->nbytes < UINT32_MAX / 2) return str_append(t, a, b);
    Str *s = str_alloc(t, (size_t)a->nbytes + b->nbytes, (size_t)a->nchars + b->nchars);
    if (!s) return NULL;
    memcpy(s->inline_text, a->text, a->nbytes);
    memcpy(s->inline_text + a->nbytes, b->text, b->nbytes);
    return s;
}

Str *str_from_char(Thread *t, uint32_t code_point) {
    if (code_point < 256) return str_char_cache[code_point];
    char text[4];
    return str_new_counted(t, text, utf8_put(text, code_point), 1);
}

Str *str_new_instance(Thread *t, Class *cls, const Str *s) {
    if (cls == &class_str) return str_from_value(t, value_from_object(s));
    Str *o = (Str *)class_instantiate_sized(t, cls, (size_t)s->nbytes + 1);
    if (!o) return NULL;
    o->nbytes = s->nbytes;
    o->nchars = s->nchars;
    o->text = o->inline_text;
    memcpy(o->inline_text, s->text, s->nbytes);
    return o;
}

Str *str_from_value(Thread *t, Value v) {
    Str *s = value_str(v);
    if (value_is_plain_str(v)) return s;
    return str_new_counted(t, s->text, s->nbytes, s->nchars);
}

// ---- interning ----

enum { STR_TABLE_FIRST = 2048 };  // start-up interns some 800 names

static struct {
    pthread_mutex_t lock;
    Str **slots;
    size_t mask, count;
} str_table = {.lock = PTHREAD_MUTEX_INITIALIZER};

static uint64_t str_hash_text(const char *text, size_t nbytes) {
    uint64_t hash = XXH3_64bits(text, nbytes) >> 3;
    return hash ? hash : 1;
}

static void str_fail_memory(void) {
    fputs("otter: out of memory\n", stderr);
    abort();
}

// Zeroed memory that is never given back, from chunks.
enum { STR_CHUNK = 64 << 10 };

static void *str_permanent_memory(size_t size) {
    static char *next;
    static size_t left;
    size = (size + 15) & ~(size_t)15;
    if (size > STR_CHUNK / 4) return calloc(1, size);
    if (size > left) {
        next = calloc(1, left = STR_CHUNK);
        if (!next) return NULL;
    }
    char *p = next;
    next += size;
    left -= size;
    return p;
}

static Str *str_new_permanent(const char *text, size_t nbytes, uint64_t hash) {
    size_t nchars = utf8_count(text, nbytes);
    Str *s = str_permanent_memory(str_object_size(nbytes, nchars));
    if (!s) str_fail_memory();
    s->header.shape = &shape_str;
    s->hash = hash;
    s->nbytes = (uint32_t)nbytes;
    s->nchars = (uint32_t)nchars;
    s->text = s->inline_text;
    s->interned = true;
    memcpy(s->inline_text, text, nbytes);
    return s;
}

static Str **str_table_slot(Str **slots, size_t mask, const char *text, size_t nbytes, uint64_t hash) {
    size_t i = hash & mask;
    while (slots[i] && !(slots[i]->hash == hash && slots[i]->nbytes == nbytes && memcmp(slots[i]->text, text, nbytes) == 0))
        i = (i + 1) & mask;
    return &slots[i];
}

static void str_table_grow(void) {
    size_t mask = str_table.slots ? str_table.mask * 2 + 1 : STR_TABLE_FIRST - 1;
    Str **slots = calloc(mask + 1, sizeof *slots);
    if (!slots) str_fail_memory();
    for (size_t i = 0; str_table.slots && i <= str_table.mask; i++) {
        Str *s = str_table.slots[i];
        if (s) *str_table_slot(slots, mask, s->text, s->nbytes, s->hash) = s;
    }
    free(str_table.slots);
    str_table.slots = slots;
    str_table.mask = mask;
}

static Str *str_intern_hashed(const char *text, size_t nbytes, uint64_t hash) {
    pthread_mutex_lock(&str_table.lock);
    if (str_table.count * 2 >= str_table.mask) str_table_grow();
    Str **slot = str_table_slot(str_table.slots, str_table.mask, text, nbytes, hash);
    if (!*slot) {
        *slot = str_new_permanent(text, nbytes, hash);
        str_table.count++;
    }
    Str *s = *slot;
    pthread_mutex_unlock(&str_table.lock);
    return s;
}

Str *str_intern(const char *utf8, size_t nbytes) {
    return str_intern_hashed(utf8, nbytes, str_hash_text(utf8, nbytes));
}

Str *str_intern_c(const char *text) {
    return str_intern(text, strlen(text));
}

Str *str_intern_str(Str *s) {
    return s->interned ? s : str_intern_hashed(s->text, s->nbytes, str_hash(s));
}

void str_init(void) {
    if (str_the_empty) return;
    unicode_init();
    str_init_kinds();
    for (uint32_t c = 0; c < 256; c++) {
        char text[4];
        str_char_cache[c] = str_intern(text, utf8_put(text, c));
    }
    str_the_empty = str_intern("", 0);
}

// ---- comparing ----

uint64_t str_hash(Str *s) {
    if (!s->hash) s->hash = str_hash_text(s->text, s->nbytes);
    return s->hash;
}

bool str_equal(const Str *a, const Str *b) {
    if (a == b) return true;
    if (a->nbytes != b->nbytes || (a->interned && b->interned)) return false;
    if (a->hash && b->hash && a->hash != b->hash) return false;
    return memcmp(a->text, b->text, a->nbytes) == 0;
}

bool str_equal_c(const Str *a, const char *text) {
    return strlen(text) == a->nbytes && memcmp(a->text, text, a->nbytes) == 0;
}

// UTF-8 sorts by bytes as by code points.
int str_compare(const Str *a, const Str *b) {
    int order = memcmp(a->text, b->text, a->nbytes < b->nbytes ? a->nbytes : b->nbytes);
    return order ? order : (a->nbytes > b->nbytes) - (a->nbytes < b->nbytes);
}

// ---- indexing ----

static void str_fill_index(const Str *s, uint32_t *table, size_t n) {
    const char *p = s->text + utf8_skip(s->text, STR_INDEX_STRIDE);
    uint32_t first = (uint32_t)(p - s->text);
    for (size_t i = 1; i < n; i++) {
        p += utf8_skip(p, STR_INDEX_STRIDE);
        table[i] = (uint32_t)(p - s->text);
    }
    __atomic_store_n(&table[0], first, __ATOMIC_RELEASE);
}

static const uint32_t *str_index(const Str *s) {
    uint32_t *table = (uint32_t *)(((uintptr_t)s->text + s->nbytes + 1 + 3) & ~(uintptr_t)3);
    if (!__atomic_load_n(&table[0], __ATOMIC_ACQUIRE))
        str_fill_index(s, table, str_table_length(s->nbytes, s->nchars));
    return table;
}

Str *str_flat(Thread *t, Str *s) {
    if (str_is_ascii(s) || s->header.shape != &shape_str_shared) return s;
    StrShared *shared = (StrShared *)s;
    if (!shared->flat) shared->flat = str_new_counted(t, s->text, s->nbytes, s->nchars);
    return shared->flat;
}

size_t str_byte_offset(const Str *s, size_t char_index) {
    if (str_is_ascii(s)) return char_index;
    size_t block = char_index / STR_INDEX_STRIDE;
    if (!block || s->header.shape != &shape_str) return utf8_skip(s->text, char_index);
    size_t from = str_index(s)[block - 1];
    return from + utf8_skip(s->text + from, char_index % STR_INDEX_STRIDE);
}

uint32_t str_char_at(const Str *s, size_t char_index) {
    const char *p = s->text + str_byte_offset(s, char_index);
    return utf8_next(&p);
}

Str *str_slice(Thread *t, Str *s, size_t start, size_t end) {
    if (start >= end) return str_the_empty;
    if (start == 0 && end == s->nchars) return str_from_value(t, value_from_object(s));
    size_t from = str_byte_offset(s, start), to = str_byte_offset(s, end);
    return str_new_counted(t, s->text + from, to - from, end - start);
}
