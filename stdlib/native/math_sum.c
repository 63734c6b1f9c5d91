// math: sums and norms of many numbers.
//
// fsum keeps the exact sum as a list of doubles whose bits do not overlap (Shewchuk 1997). Norms sum exact squares with a
// carry and correct the square root by one Newton step, so that they are almost always correctly rounded.
#include <math.h>

#include "math_int.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/iter.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/tuple.h"

// ---- fsum ----

enum { FSUM_PARTIALS = 2100 };  // bits of doubles lie at 2098 places, and each partial has one of its own

typedef struct {
    int count;
    double special, infinities;   // what infinities and NaNs add up to
    double partials[FSUM_PARTIALS];
} ExactSum;

// false: overflow.
static bool fsum_add(ExactSum *s, double x) {
    double original = x;
    int kept = 0;
    for (int i = 0; i < s->count; i++) {
        double y = s->partials[i];
        if (fabs(x) < fabs(y)) {
            double swapped = x;
            x = y;
            y = swapped;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0) s->partials[kept++] = low;
        x = high;
    }
    s->count = kept;
    if (isfinite(x)) {
        if (x != 0.0) s->partials[s->count++] = x;
        return true;
    }
    if (isfinite(original)) return false;
    if (isinf(original)) s->infinities += original;
    s->special += original;
    s->count = 0;
    return true;
}

// The partials from the top until one leaves a remainder; a remainder of exactly half is decided by the next one's sign.
static double fsum_round(const ExactSum *s) {
    int n = s->count;
    if (n == 0) return 0.0;
    double high = s->partials[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = s->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0) break;
    }
    if (n > 0 && ((low < 0.0 && s->partials[n - 1] < 0.0) || (low > 0.0 && s->partials[n - 1] > 0.0))) {
        double doubled = low * 2.0, up = high + doubled;
        if (doubled == up - high) high = up;
    }
    return high;
}

static Value math_fsum(Thread *t, Value *args, uint32_t nargs) {
    ExactSum sum;
    sum.count = 0;
    sum.special = sum.infinities = 0;
    IterCursor c;
    if (!iter_begin(t, &c, args[0])) return VALUE_ERROR;
    for (;;) {
        double x;
        Value item = iter_step(t, &c);
        if (value_is_unbound(item)) break;
        if (value_is_error(item) || !value_to_double(t, item, &x)) return VALUE_ERROR;
        if (!fsum_add(&sum, x)) return error_raise(t, &class_OverflowError, "intermediate overflow in fsum");
    }
    if (sum.special == 0.0) return float_from_double(t, fsum_round(&sum));
    if (isnan(sum.infinities)) return error_value(t, "-inf + inf in fsum");
    return float_from_double(t, sum.special);
}

// ---- prod ----

static Value math_prod(Thread *t, Value *args, uint32_t nargs) {
    IterCursor c;
    Value product = args[1];
    if (!iter_begin(t, &c, args[0])) return VALUE_ERROR;
    while (!value_is_error(product)) {
        Value item = iter_step(t, &c);
        if (value_is_unbound(item)) break;
        product = value_is_error(item) ? item : op_mul(t, product, item);
    }
    return product;
}

// ---- norms ----

// A sum that starts at 1, with what its additions cut off in three classes of magnitude.
typedef struct {
    double sum, carry[3];
} NormSum;

static void norm_add(NormSum *s, double x, int class) {
    double old = s->sum;
    s->sum += x;
    s->carry[class] += (old - s->sum) + x;
}

static double norm_value(const NormSum *s) { return s->sum - 1.0 + (s->carry[0] + s->carry[1] + s->carry[2]); }

// x in two halves of 26 bits (Veltkamp).
static void norm_split(double x, double *high, double *low) {
    double scaled = x * 134217729.0;
    *high = scaled - (scaled - x);
    *low = x - *high;
}

static double norm_scaled(const double *x, size_t n, int exponent) {
    double scale = ldexp(1.0, -exponent), high, low;
    NormSum s = {.sum = 1.0};
    for (size_t i = 0; i < n; i++) {
        norm_split(x[i] * scale, &high, &low);
        norm_add(&s, high * high, 0);
        norm_add(&s, 2.0 * high * low, 1);
        s.carry[2] += low * low;
    }
    double root = sqrt(norm_value(&s));
    norm_split(root, &high, &low);
    norm_add(&s, -high * high, 0);
    norm_add(&s, -2.0 * high * low, 1);
    norm_add(&s, -low * low, 2);
    return (root + norm_value(&s) / (2.0 * root)) / scale;
}

// Numbers so small that their scale would overflow.
static double norm_tiny(const double *x, size_t n, double most) {
    NormSum s = {.sum = 1.0};
    for (size_t i = 0; i < n; i++) norm_add(&s, (x[i] / most) * (x[i] / most), 0);
    return most * sqrt(s.sum - 1.0 + s.carry[0]);
}

static double math_norm(double *x, size_t n) {
    double most = 0;
    bool nan = false;
    for (size_t i = 0; i < n; i++) {
        x[i] = fabs(x[i]);
        nan |= isnan(x[i]);
        if (x[i] > most) most = x[i];
    }
    if (isinf(most)) return most;
    if (nan) return NAN;
    if (most == 0.0 || n <= 1) return most;
    int exponent;
    frexp(most, &exponent);
    return exponent >= -1023 ? norm_scaled(x, n, exponent) : norm_tiny(x, n, most);
}

static double *math_new_doubles(Thread *t, size_t n) {
    Buffer *buffer = heap_new_raw(t, (n ? n : 1) * sizeof(double));
    return buffer ? buffer->doubles : NULL;
}

static Value math_hypot(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *items = value_tuple(args[0]);
    double *x = math_new_doubles(t, items->length);
    if (!x) return VALUE_ERROR;
    for (size_t i = 0; i < items->length; i++)
        if (!value_to_double(t, items->items[i], &x[i])) return VALUE_ERROR;
    return float_from_double(t, math_norm(x, items->length));
}

static Value math_dist(Thread *t, Value *args, uint32_t nargs) {
    Tuple *p = tuple_from_iterable(t, args[0]), *q = p ? tuple_from_iterable(t, args[1]) : NULL;
    if (!q) return VALUE_ERROR;
    if (p->length != q->length) return error_value(t, "both points must have the same number of dimensions");
    double *x = math_new_doubles(t, p->length);
    if (!x) return VALUE_ERROR;
    for (size_t i = 0; i < p->length; i++) {
        double a, b;
        if (!value_to_double(t, p->items[i], &a) || !value_to_double(t, q->items[i], &b)) return VALUE_ERROR;
        x[i] = a - b;
    }
    return float_from_double(t, math_norm(x, p->length));
}

const NativeDef math_sum_functions[] = {
    {"fsum", math_fsum, "seq, /", 0},
    {"prod", math_prod, "iterable, /, *, start=1", 0},
    {"hypot", math_hypot, "*coordinates", 0},
    {"dist", math_dist, "p, q, /", 0},
    {}};
