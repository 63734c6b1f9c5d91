#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 16 };

static int count_flips(int n, const int *permutation, int *work) {
    for (int i = 0; i < n; i++) work[i] = permutation[i];
    int flips = 0;
    for (int first = work[0]; first != 0; first = work[0]) {
        for (int low = 0, high = first; low < high; low++, high--) {
            int held = work[low];
            work[low] = work[high];
            work[high] = held;
        }
        flips++;
    }
    return flips;
}

static bool next_permutation(int n, int *permutation, int *counters) {
    for (int length = 1; length < n; length++) {
        int first = permutation[0];
        for (int i = 0; i < length; i++) permutation[i] = permutation[i + 1];
        permutation[length] = first;
        if (counters[length] < length) return counters[length]++, true;
        counters[length] = 0;
    }
    return false;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int n = atoi(argv[1]), permutation[MOST], counters[MOST] = {0}, work[MOST];
    if (n < 1 || n > MOST) return 2;
    for (int i = 0; i < n; i++) permutation[i] = i;
    long most = 0, checksum = 0, sign = 1;
    do {
        if (permutation[0] != 0) {
            int flips = count_flips(n, permutation, work);
            if (flips > most) most = flips;
            checksum += sign * flips;
        }
        sign = -sign;
    } while (next_permutation(n, permutation, counters));
    printf("%ld %ld\n", checksum, most);
}
