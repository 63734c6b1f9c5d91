#include <stdio.h>
#include <stdlib.h>

static double **new_matrix(int n) {
    double **rows = malloc((size_t)n * sizeof *rows);
    for (int i = 0; i < n; i++) rows[i] = malloc((size_t)n * sizeof **rows);
    return rows;
}

static void free_matrix(int n, double **rows) {
    for (int i = 0; i < n; i++) free(rows[i]);
    free(rows);
}

static double **make_matrix(int n, long seed) {
    double **rows = new_matrix(n);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            seed = seed * 16807 % 2147483647;
            rows[i][j] = (double)(seed % 1000) / 1000.0;
        }
    }
    return rows;
}

static double **multiply(int n, double **a, double **b) {
    double **columns = new_matrix(n), **product = new_matrix(n);
    for (int j = 0; j < n; j++)
        for (int k = 0; k < n; k++) columns[j][k] = b[k][j];
    for (int i = 0; i < n; i++) {
        const double *row = a[i];
        for (int j = 0; j < n; j++) {
            const double *column = columns[j];
            double total = 0;
            for (int k = 0; k < n; k++) total += row[k] * column[k];
            product[i][j] = total;
        }
    }
    free_matrix(n, columns);
    return product;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int n = atoi(argv[1]);
    double **a = make_matrix(n, 42), **b = make_matrix(n, 1234), **c = multiply(n, a, b), trace = 0;
    for (int i = 0; i < n; i++) trace += c[i][i];
    printf("%.6f %.6f\n", trace, c[0][n - 1]);
    free_matrix(n, a), free_matrix(n, b), free_matrix(n, c);
}
