#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double element(long i, long j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }

static void multiply(long n, const double *v, double *out) {
    for (long i = 0; i < n; i++) {
        double total = 0;
        for (long j = 0; j < n; j++) total += element(i, j) * v[j];
        out[i] = total;
    }
}

static void multiply_transposed(long n, const double *v, double *out) {
    for (long i = 0; i < n; i++) {
        double total = 0;
        for (long j = 0; j < n; j++) total += element(j, i) * v[j];
        out[i] = total;
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long n = atol(argv[1]);
    double *u = malloc((size_t)n * sizeof *u), *v = calloc((size_t)n, sizeof *v), *between = calloc((size_t)n, sizeof *between);
    for (long i = 0; i < n; i++) u[i] = 1.0;
    for (int i = 0; i < 10; i++) {
        multiply(n, u, between);
        multiply_transposed(n, between, v);
        multiply(n, v, between);
        multiply_transposed(n, between, u);
    }
    double uv = 0, vv = 0;
    for (long i = 0; i < n; i++) uv += u[i] * v[i], vv += v[i] * v[i];
    printf("%.9f\n", sqrt(uv / vv));
    free(u), free(v), free(between);
}
