#include <stdio.h>
#include <stdlib.h>

static int escape(double cr, double ci, int limit) {
    double zr = 0, zi = 0;
    int steps = 0;
    for (; steps < limit; steps++) {
        double rr = zr * zr, ii = zi * zi;
        if (rr + ii > 4.0) break;
        zi = 2.0 * zr * zi + ci;
        zr = rr - ii + cr;
    }
    return steps;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int size = atoi(argv[1]), limit = 200;
    long inside = 0, total = 0;
    for (int y = 0; y < size; y++) {
        double ci = 2.0 * y / size - 1.0;
        for (int x = 0; x < size; x++) {
            int steps = escape(3.0 * x / size - 2.0, ci, limit);
            if (steps == limit) inside++;
            total += steps;
        }
    }
    printf("%ld %ld\n", inside, total);
}
