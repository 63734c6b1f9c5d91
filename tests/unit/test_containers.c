// Tables of dict and set driven from C: contents against what was put in, and the order of sets of ints against numbers
// that CPython 3.11 gave for the same insertions.
#include "check.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/set_int.h"
#include "stdlib/runtime/str.h"

static Thread thread;
static Thread *const t = &thread;

static uint64_t seed = 7;
static int64_t draw(int64_t n) {
    seed = (seed * 1103515245 + 12345) % 2147483648u;
    return (int64_t)(seed / 65536) % n;
}

// Order matters: a rolling sum over the items as they come.
static uint64_t order_of(const Set *s) {
    uint64_t sum = 0, position = 0;
    Value v;
    while (set_next(s, &position, &v)) sum = sum * 1000003 + (uint32_t)value_int(v);
    return sum;
}

static Set *set_of_draws(int64_t n, int64_t limit) {
    Set *s = set_new(t, &class_set);
    for (int64_t i = 0; i < n; i++) CHECK(set_add(t, s, value_from_small(draw(limit) - 20)));
    return s;
}

static uint64_t order_of_result(Value v) {
    CHECK(!value_is_error(v));
    return order_of(value_set(v));
}

static uint64_t order_of_union(Set *a, Set *b) {
    Set *s = set_copy(t, a);
    CHECK(set_merge(t, s, b));
    return order_of(s);
}

// The set itself, a | b, a & b, a - b, a ^ b, set(a); by program: sets of 3 .. 70000 draws with some discarded.
static const uint64_t orders[12][6] = {
    {15352729726240599838ull, 11856188185608658538ull, 0ull, 15352729726240599838ull, 11856188185608658538ull, 15352729726240599838ull},
    {13565382887742356826ull, 11962115289892918369ull, 0ull, 13565382887742356826ull, 11444738859129452451ull, 13565382887742356826ull},
    {1277408722382834160ull, 10627712089643577308ull, 0ull, 4186004215715667932ull, 4603696745731989974ull, 15494740445347440782ull},
    {15172256903792455955ull, 10516851918728933501ull, 7392785830714856629ull, 743016984902356418ull, 12998888676322922698ull, 9522275103865319837ull},
    {13425045779466827999ull, 6789050013703231079ull, 2748843215939169693ull, 17347930416886060196ull, 196747922152540206ull, 13425045779466827999ull},
    {9551221821257566328ull, 8289071784595597242ull, 9446314372893570571ull, 12970697334705746817ull, 14890270069502980043ull, 8844978031787205012ull},
    {2004321967342ull, 2000033004450967504ull, 0ull, 4296980175901870ull, 17348441741778730704ull, 2004321967342ull},
    {12572581741445377469ull, 17504184303179863517ull, 0ull, 1766608512433036477ull, 12047540602727638945ull, 12572581741445377469ull},
    {16702007721518779394ull, 5477151779566658978ull, 0ull, 16702007721518779394ull, 11190460035340464998ull, 9774265815490808320ull},
    {4232009191177746818ull, 12236648008807817335ull, 14667721745187017773ull, 4020491037493177637ull, 8422458438723974600ull, 18235827396492643538ull},
    {3179675606032078842ull, 13771646643668819014ull, 7476210879676882365ull, 16944162207576186549ull, 3440762965713397797ull, 3179675606032078842ull},
    {15498319879187796794ull, 8218004786414484595ull, 596334285485876084ull, 9757930019758845882ull, 9103052332635208523ull, 15498319879187796794ull},
};

static void test_set_order(void) {
    static const int64_t sizes[] = {3, 10, 30, 100, 1000, 70000}, limits[] = {50, 2000, 1000000};
    for (int i = 0; i < 12; i++) {
        int64_t n = sizes[i % 6], limit = limits[i % 3];
        Set *a = set_of_draws(n, limit), *b = set_of_draws(n / 2, limit);
        for (int64_t k = 0; k < n / 3; k++) CHECK(set_discard(t, a, value_from_small(draw(limit) - 20)) >= 0);
        Value other = value_from_object(b);
        CHECK(order_of(a) == orders[i][0]);
        CHECK(order_of_union(a, b) == orders[i][1]);
        CHECK(order_of_result(set_intersect(t, a, other)) == orders[i][2]);
        CHECK(order_of_result(set_subtract(t, a, other)) == orders[i][3]);
        CHECK(order_of_result(set_symmetric(t, a, other)) == orders[i][4]);
        CHECK(order_of(set_from(t, &class_set, value_from_object(a))) == orders[i][5]);
    }
}

static Value text_key(int64_t i) { return value_from_object(str_format_c(t, "key %lld", (long long)i)); }

static void test_dict_keys(Value (*key)(int64_t), int64_t n) {
    Dict *d = dict_new(t);
    for (int64_t i = 0; i < n; i++) CHECK(dict_set(t, d, key(i), value_from_small(i)));
    for (int64_t i = 0; i < n; i += 3) CHECK(value_int(dict_pop(t, d, key(i))) == i);
    for (int64_t i = 0; i < n; i += 6) CHECK(dict_set(t, d, key(i), value_from_small(-i)));
    CHECK(value_is_unbound(dict_pop(t, d, key(n + 1))));
    for (int64_t i = 0; i < n; i++) {
        Value v = dict_get(t, d, key(i));
        CHECK(i % 3 ? value_int(v) == i : i % 6 ? value_is_unbound(v) : value_int(v) == -i);
    }
    uint32_t position = 0;
    Value k, v;
    int64_t last = -1, count = 0;
    while (dict_next(d, &position, &k, &v)) {
        count++;
        if (value_int(v) <= 0) continue;
        CHECK(value_int(v) > last);
        last = value_int(v);
    }
    CHECK(count == d->live);
}

static Value int_key(int64_t i) { return value_from_small(i * 1048576 + 5); }

static void test_namespace(void) {
    Dict *d = dict_new(t);
    for (int i = 0; i < 500; i++) CHECK(dict_set_str(t, d, value_str(text_key(i)), value_from_small(i)));
    for (int i = 0; i < 500; i++) CHECK(value_int(dict_get_str(d, value_str(text_key(i)))) == i);
    for (int i = 499; i >= 0; i--) CHECK(value_int(dict_pop_str(t, d, value_str(text_key(i)))) == i);
    CHECK(d->live == 0 && value_is_unbound(dict_get_str(d, str_intern_c("key 1"))));
}

static void test_sort(int64_t n) {
    List *l = list_new(t, 0);
    for (int64_t i = 0; i < n; i++) CHECK(list_append(t, l, value_from_small(draw(n))));
    CHECK(list_sort(t, l, VALUE_NONE, false));
    for (int64_t i = 1; i < n; i++) CHECK(value_int(l->buffer->values[i - 1]) <= value_int(l->buffer->values[i]));
    CHECK((int64_t)l->length == n);
}

int main(int argc, char **argv) {
    CHECK(runtime_init(t, argc, argv, 0));
    test_set_order();
    for (int64_t n = 0; n < 40; n++) {
        test_dict_keys(int_key, n);
        test_dict_keys(text_key, n);
    }
    test_dict_keys(int_key, 100000);
    test_dict_keys(text_key, 100000);
    test_namespace();
    for (int64_t n = 0; n < 300; n++) test_sort(n);
    heap_set_stress(true);
    for (int64_t n = 0; n < 40; n += 13) {
        test_dict_keys(int_key, n);
        test_dict_keys(text_key, n);
        test_sort(n);
    }
    return 0;
}
