#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Natural numbers in base 10^9, lowest first, without zeros on top.
enum { BASE = 1000000000 };

typedef struct {
    uint32_t *limbs;
    size_t count;
} Natural;

static Natural new_natural(size_t count) { return (Natural){calloc(count + 1, sizeof(uint32_t)), count}; }

static Natural trim(Natural a) {
    while (a.count > 0 && a.limbs[a.count - 1] == 0) a.count--;
    return a;
}

static Natural copy(Natural a) {
    Natural out = new_natural(a.count);
    memcpy(out.limbs, a.limbs, a.count * sizeof *a.limbs);
    return out;
}

static Natural divide_small(Natural a, uint64_t divisor) {
    Natural out = new_natural(a.count);
    uint64_t rest = 0;
    for (size_t i = a.count; i-- > 0;) {
        uint64_t value = rest * BASE + a.limbs[i];
        out.limbs[i] = (uint32_t)(value / divisor);
        rest = value % divisor;
    }
    return trim(out);
}

static Natural add(Natural a, Natural b) {
    size_t count = (a.count > b.count ? a.count : b.count) + 1;
    Natural out = new_natural(count);
    uint32_t carry = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t sum = carry + (i < a.count ? a.limbs[i] : 0) + (i < b.count ? b.limbs[i] : 0);
        carry = sum >= BASE;
        out.limbs[i] = carry ? sum - BASE : sum;
    }
    return trim(out);
}

static Natural subtract(Natural a, Natural b) {
    Natural out = new_natural(a.count);
    int32_t borrow = 0;
    for (size_t i = 0; i < a.count; i++) {
        int32_t difference = (int32_t)a.limbs[i] - borrow - (i < b.count ? (int32_t)b.limbs[i] : 0);
        borrow = difference < 0;
        out.limbs[i] = (uint32_t)(borrow ? difference + BASE : difference);
    }
    return trim(out);
}

static Natural multiply(Natural a, Natural b) {
    Natural out = new_natural(a.count + b.count);
    for (size_t i = 0; i < a.count; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j < b.count; j++) {
            uint64_t value = out.limbs[i + j] + carry + (uint64_t)a.limbs[i] * b.limbs[j];
            out.limbs[i + j] = (uint32_t)(value % BASE);
            carry = value / BASE;
        }
        out.limbs[i + b.count] = (uint32_t)carry;
    }
    return trim(out);
}

static Natural replace(Natural old, Natural new) {
    free(old.limbs);
    return new;
}

static Natural arctangent_inverse(uint32_t x, Natural one) {
    Natural term = divide_small(one, x), total = copy(term);
    for (uint64_t n = 3, minus = 1; term.count > 0; n += 2, minus = !minus) {
        term = replace(term, divide_small(term, (uint64_t)x * x));
        Natural part = divide_small(term, n);
        total = replace(total, minus ? subtract(total, part) : add(total, part));
        free(part.limbs);
    }
    free(term.limbs);
    return total;
}

static Natural small(uint32_t value) {
    Natural out = new_natural(1);
    out.limbs[0] = value;
    return trim(out);
}

static Natural digits_of_pi(size_t count) {
    Natural one = new_natural(count / 9 + 2), four = small(4);
    one.limbs[count / 9 + 1] = 1;
    Natural fifth = arctangent_inverse(5, one), other = arctangent_inverse(239, one);
    Natural pi = replace(fifth, multiply(fifth, four));
    pi = replace(pi, subtract(pi, other));
    pi = replace(pi, multiply(pi, four));
    memmove(pi.limbs, pi.limbs + 1, --pi.count * sizeof *pi.limbs);
    free(one.limbs), free(four.limbs), free(other.limbs);
    return pi;
}

static void fibonacci_pair(size_t n, Natural *first, Natural *second) {
    if (n == 0) {
        *first = small(0);
        *second = small(1);
        return;
    }
    Natural a, b;
    fibonacci_pair(n / 2, &a, &b);
    Natural twice = add(b, b), rest = subtract(twice, a), c = multiply(a, rest), aa = multiply(a, a), bb = multiply(b, b), d = add(aa, bb);
    *first = n % 2 == 0 ? c : d;
    *second = n % 2 == 0 ? d : add(c, d);
    if (n % 2 != 0) free(c.limbs);
    free(a.limbs), free(b.limbs), free(twice.limbs), free(rest.limbs), free(aa.limbs), free(bb.limbs);
}

static uint64_t last_digits(Natural a) { return (uint64_t)a.limbs[1] * BASE + a.limbs[0]; }

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    size_t count = strtoul(argv[1], NULL, 10) / 9 * 9;
    Natural pi = digits_of_pi(count), fibonacci, next;
    fibonacci_pair(count * 40, &fibonacci, &next);
    printf("%lu %lu\n", last_digits(pi), last_digits(fibonacci));
    free(pi.limbs), free(fibonacci.limbs), free(next.limbs);
}
